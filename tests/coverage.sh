#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Which lines and branches of lib/ the tests run: a build of its own in _build-coverage, then a table, the
# least covered files last. Needs gcovr. Tests that run the command count as well.
#
#   tests/coverage.sh [FILE.html]     FILE.html: line by line
set -eu

cd "$(dirname -- "$0")/.."
command -v gcovr >/dev/null 2>&1 || {
	echo "coverage.sh: gcovr is not installed" >&2
	exit 2
}
jobs=$(nproc 2>/dev/null || echo 2)
mkdir -p _build-coverage
cd _build-coverage
if [ ! -f config.status ]; then
	# Threads count at once.
	../configure --quiet --disable-static CFLAGS='-O0 -g --coverage -fprofile-update=atomic'
fi
find . -name '*.gcda' -exec rm -f {} +
make -s -j"$jobs"
# Tests that watch which files the command opens see those of the counts, and fail.
make -s -j"$jobs" check >check.out || grep '^not ok\|^FAIL\|^ERROR' check.out
rm -f ./*conftest.gc* # configure's, whose sources are gone
# A branch that only a failed allocation takes counts too: tests/oom takes it.
gcovr --root .. --filter '.*/lib/.*\.c$' --sort-percentage --branches | tail -n 60
gcovr --root .. --filter '.*/lib/.*\.c$' --print-summary ${1:+--html-details "$1"} | tail -n 3

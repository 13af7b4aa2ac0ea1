# SPDX-License-Identifier: LGPL-2.1-or-later
# For tests in shell, which read it in: a folder of their own, $work, and results as TAP.
# shellcheck shell=sh
LC_ALL=C
export LC_ALL

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
failed=0
shown= # files, below no folder with blanks

# Status, what was tried; then files to show where the status is not 0, or else those of $shown.
result() {
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
		return
	fi
	echo "not ok $number - $2"
	failed=1
	shift 2
	# shellcheck disable=SC2086 # several
	[ $# -gt 0 ] || set -- $shown
	[ $# -eq 0 ] || sed 's/^/# /' "$@"
}

# The last word of a test.
finish() {
	echo "1..$number"
	exit $failed
}

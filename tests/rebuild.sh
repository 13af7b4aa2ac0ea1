#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Builds the tarball and the Debian packages of the last commit twice, in other folders, time zones and
# locales, with another umask and, if there is faketime, more than a year later: not a byte may differ.
# Needs git and what debian/control names; takes some five minutes on one core.
#
#   tests/rebuild.sh [FOLDER]     FOLDER: is made, and has both of all afterwards
set -eu

cd "$(dirname -- "$0")/.."
source=$PWD
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
DEB_BUILD_OPTIONS=nocheck
export SOURCE_DATE_EPOCH DEB_BUILD_OPTIONS

if [ $# -gt 0 ]; then
	mkdir "$1"
	work=$(CDPATH='' cd -- "$1" && pwd)
else
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
fi

# $1: folder; then what to run the builds with
build() {
	mkdir -p "$work/$1"
	git clone --quiet "$source" "$work/$1/tree"
	cd "$work/$1/tree"
	shift
	if ! "$@" sh -c 'dpkg-buildpackage -us -uc -b && make -f debian/rules clean &&
		autoreconf -fi && ./configure --quiet && make dist && mv ./*.tar.gz ..' >../log 2>&1; then
		tail -n 20 ../log >&2
		exit 1
	fi
	cd "$source"
}

later=
if command -v faketime >/dev/null 2>&1; then
	later='faketime -f +401d'
fi
(
	umask 022
	export TZ=UTC LC_ALL=C
	build first env
)
(
	umask 077
	export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 HOME=/nonexistent
	# shellcheck disable=SC2086 # words
	build second/longer/path env $later
)

same=0
for made in "$work"/first/*.deb "$work"/first/*.tar.gz; do
	if ! cmp "$made" "$work/second/longer/path/${made##*/}"; then
		echo "rebuild.sh: ${made##*/} is not the same twice" >&2
		exit 1
	fi
	same=$((same + 1))
done
# Five packages, those of symbols for debuggers, which need not be made, and the tarball.
[ "$same" -ge 6 ]
echo "$same files are the same twice${later:+, and later}"

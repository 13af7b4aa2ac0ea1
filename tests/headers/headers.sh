#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Each public header stands alone, in C99 without extensions, in C11 and in C++, without a warning.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}"
: "${CC:=cc}" "${CYT_CXX:=:}"

. "$CYT_SRCDIR/tests/tap.sh"

# language, compiler and flags ...
try() {
	language=$1
	shift
	for header in "$CYT_SRCDIR"/include/cybertreaty/*.h; do
		name=$(basename "$header")
		# A declaration of its own: an empty translation unit is no C.
		printf '#include <cybertreaty/%s>\nextern int unit_is_not_empty;\n' "$name" >"$work/unit.x"
		"$@" -Wall -Wextra -Werror -pedantic -I"$CYT_SRCDIR/include" -fsyntax-only \
			"$work/unit.x" 2>"$work/err"
		result $? "$name alone in $language" "$work/err"
	done
}

# CC may be several words.
# shellcheck disable=SC2086
try C99 $CC -x c -std=c99
# shellcheck disable=SC2086
try C11 $CC -x c -std=c11
if [ "$CYT_CXX" = : ]; then
	echo "# no C++ compiler: left out"
else
	# shellcheck disable=SC2086
	try C++ $CYT_CXX -x c++ -std=c++11
fi
finish

#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# The manual pages and the completion say what the program says; prints TAP.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)}" "${CYT_BUILDDIR:=$CYT_SRCDIR}"
pages=$CYT_BUILDDIR/doc/manual
program=$CYT_BUILDDIR/cybertreaty
number=0
failed=0
result() {
	number=$((number + 1))
	[ "$1" = 0 ] && echo "ok $number - $2" && return
	echo "not ok $number - $2"
	failed=1
}

plain() {
	sed -e 's/\\f[BIR]//g' -e 's/\\-/-/g' "$1"
}

commands=$("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
options=$("$program" --help | sed -n 's/^ *\(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p')
[ "$(echo "$commands" | wc -l)" -gt 10 ] && [ "$(echo "$options" | wc -l)" -gt 10 ]
result $? "the program lists its commands and options"

plain "$pages/cybertreaty.1" >/dev/null && missing=
for word in $commands $options; do
	plain "$pages/cybertreaty.1" | grep -qE -- "^(-., )?$word([ =]|\$)" || missing="$missing $word"
done
[ -z "$missing" ] || echo "# cybertreaty(1) lacks$missing"
[ -z "$missing" ]
result $? "cybertreaty(1) has every command and option"

missing=
for element in vocabulary facet concept instrument demand option reservable law provision supply extend state action; do
	plain "$pages/cybertreaty.5" | grep -qx "$element" || missing="$missing $element"
done
[ -z "$missing" ] || echo "# cybertreaty(5) lacks$missing"
[ -z "$missing" ]
result $? "cybertreaty(5) describes the elements"

missing=
for name in $(plain "$CYT_SRCDIR/doc/manual/cybertreaty.3" | grep -oE 'cyt_[a-z_]+' | sort -u); do
	grep -qx "$name" "$CYT_SRCDIR/tests/abi/symbols.txt" || missing="$missing $name"
done
[ -z "$missing" ] || echo "# not in the library:$missing"
[ -z "$missing" ]
result $? "cybertreaty(3) names functions that exist"

if command -v bash >/dev/null 2>&1; then
	answer=$(bash -c '. "$1"; COMP_WORDS=(cybertreaty cov); COMP_CWORD=1; _cybertreaty; echo "${COMPREPLY[*]}"' \
		_ "$pages/cybertreaty.bash")
	[ "$answer" = "coverage covering" ]
	result $? "bash completes a command"
fi
echo "1..$number"
exit $failed

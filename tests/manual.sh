#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# The manual pages and the completion say what the program says; prints TAP.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)}" "${CYT_BUILDDIR:=$CYT_SRCDIR}"
pages=$CYT_BUILDDIR/doc/manual
program=$CYT_BUILDDIR/cybertreaty
. "$CYT_SRCDIR/tests/tap.sh"

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

printf '#!/bin/sh\nexec "%s" --corpus "%s/tests/data/mini" "$@"\n' "$program" "$CYT_SRCDIR" >"$work/cybertreaty"
chmod +x "$work/cybertreaty"

# The words of a line, the last to be completed: what bash offers.
offered() {
	PATH=$work:$PATH bash -c '. "$1"; shift; COMP_WORDS=(cybertreaty "$@"); COMP_CWORD=$#
		_cybertreaty cybertreaty; echo "${COMPREPLY[*]}"' _ "$pages/cybertreaty.bash" "$@"
}
# what is offered, words of the line
completes() {
	answer=$1
	shift
	[ "$(offered "$@")" = "$answer" ] || echo "# $*: $(offered "$@")"
	[ "$(offered "$@")" = "$answer" ]
	result $? "bash completes: $*"
}
if command -v bash >/dev/null 2>&1; then
	completes "coverage covering" cov
	completes "--facts=" dual MX DE --fa
	completes "" coverage XN --fa
	completes "--format=" --fo
	completes "json" --format j
	completes "json" list laws --format = j
	completes "text json csv sarif html xml" --format =
	completes "harbour-2020" coverage XN --against h
	completes "xn-bill xn-companies xn-penal" coverage xn
	completes "inland-2010" compare harbour-2020 i
	completes "safeguard scope" coverage XN --only s
	completes "laws" list la
	completes "$CYT_SRCDIR/tests/data/mini/laws" lint "$CYT_SRCDIR/tests/data/mini/l"

	# What is offered is understood.
	wrong=
	for kind in $(offered list ""); do
		"$work/cybertreaty" list "$kind" >/dev/null 2>&1 || wrong="$wrong $kind"
	done
	for way in color basis; do
		for word in $(offered "--$way" ""); do
			"$work/cybertreaty" "--$way" "$word" list laws >/dev/null 2>&1 || wrong="$wrong $word"
		done
	done
	for word in $(offered matrix --by ""); do
		"$work/cybertreaty" matrix --against harbour-2020 --by "$word" >/dev/null 2>&1 || wrong="$wrong $word"
	done
	for word in $(offered coverage --layout ""); do
		"$work/cybertreaty" coverage XN --against harbour-2020 --layout "$word" >/dev/null 2>&1 || wrong="$wrong $word"
	done
	for word in $(offered --format ""); do
		"$work/cybertreaty" --format "$word" show XN 2>&1 | grep -q -- "--format is text, json, csv" && wrong="$wrong $word"
	done
	[ -z "$wrong" ] || echo "# not understood:$wrong"
	[ -z "$wrong" ]
	result $? "the program understands what bash offers"
fi
finish

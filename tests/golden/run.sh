#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Runs every case of the golden answers: COMMAND/CASE/cmd is a line of shell that calls cybertreaty
# from tests/data, with $scratch for files; out, err and status are what it has to say. Without err
# nothing may come on standard error, without status it is 0.
#
#   run.sh            compares, prints TAP
#   run.sh --update   writes what the program says now; then read the diff
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}"
: "${CYT_BUILDDIR:=$CYT_SRCDIR}"
golden=$CYT_SRCDIR/tests/golden
program=${CYBERTREATY:-$CYT_BUILDDIR/cybertreaty}
LC_ALL=C TZ=UTC TERM=dumb
export LC_ALL TZ TERM
unset NO_COLOR

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" >"$work/bin/cybertreaty"
chmod +x "$work/bin/cybertreaty"
PATH=$work/bin:$PATH
export PATH

# Runs a case; leaves out, err and status in $work.
run() {
	rm -rf "$work/scratch"
	mkdir "$work/scratch"
	(cd "$CYT_SRCDIR/tests/data" && scratch=$work/scratch && export scratch &&
		. "$1/cmd") >"$work/out.raw" 2>"$work/err.raw"
	echo $? >"$work/status"
	for stream in out err; do
		settle <"$work/$stream.raw" >"$work/$stream"
	done
}

# What moves with every change of the image, and where the scratch folder lies.
settle() {
	zeros=000000000000
	sed -E -e "s,$work/scratch,SCRATCH,g" -e 's/[0-9]+ bytes/N bytes/' \
		-e "s/sha256:[0-9a-f]{64}/sha256:$zeros$zeros$zeros$zeros${zeros}0000/" \
		-e "s/sha256:[0-9a-f]{12}([^0-9a-f]|\$)/sha256:$zeros\\1/"
}

# The expectation of a case, with what may be left out filled in.
expect() {
	cp "$1/out" "$work/out.want" 2>/dev/null || : >"$work/out.want"
	cp "$1/err" "$work/err.want" 2>/dev/null || : >"$work/err.want"
	cp "$1/status" "$work/status.want" 2>/dev/null || echo 0 >"$work/status.want"
}

update() {
	cp "$work/out" "$1/out"
	rm -f "$1/err" "$1/status"
	[ ! -s "$work/err" ] || cp "$work/err" "$1/err"
	[ "$(cat "$work/status")" = 0 ] || cp "$work/status" "$1/status"
}

# Nothing else in the answers may depend on where the tree lies.
portable() {
	! grep -qF "$CYT_SRCDIR" "$work/out" "$work/err"
}

number=0
failed=0
for case in "$golden"/*/*/; do
	case=${case%/}
	name=${case#"$golden"/}
	run "$case"
	if [ "${1-}" = --update ]; then
		update "$case"
		continue
	fi
	number=$((number + 1))
	expect "$case"
	: >"$work/diff"
	for stream in status out err; do
		diff -u "$work/$stream.want" "$work/$stream" >>"$work/diff"
	done
	if [ ! -s "$work/diff" ] && portable; then
		echo "ok $number - $name"
	else
		sed 's/^/# /' "$work/diff"
		echo "not ok $number - $name"
		failed=1
	fi
done
[ "${1-}" = --update ] && exit 0
number=$((number + 1))
if [ "$number" -gt 60 ]; then
	echo "ok $number - the cases were found"
else
	echo "not ok $number - the cases were found"
	failed=1
fi
echo "1..$number"
exit $failed

#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Builds a fuzz target with clang and runs it, by hand:
#
#   tests/fuzz/run.sh TARGET SECONDS [OPTION OF LIBFUZZER]...
#
# TARGET is load, snapshot, dates, facts or table. What is built and the inputs gathered stay in
# FUZZ_DIR (_build-fuzz); what is found is there as found-TARGET-*.
set -eu

[ $# -ge 2 ] || {
	echo "usage: $0 TARGET SECONDS [OPTION]..." >&2
	exit 2
}
target=$1
seconds=$2
shift 2

CYT_SRCDIR=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
export CYT_SRCDIR
cd "$CYT_SRCDIR"
: "${CLANG:=clang}" "${FUZZ_DIR:=_build-fuzz}"
packages="libxml-2.0 libxslt nettle libxxhash jansson libutf8proc"
flags="-g -O2 -std=gnu11 -fno-omit-frame-pointer -fsanitize=address,undefined
-fno-sanitize-recover=all -Iinclude -Ilib -Itests $(pkg-config --cflags $packages)"
mkdir -p "$FUZZ_DIR"

# object of a source, made again if anything is newer
object() {
	object=$FUZZ_DIR/$(echo "${1%.c}" | tr / -).o
	if [ ! -e "$object" ] ||
		[ -n "$(find "$1" include lib tests/fuzz tests/forge.h -newer "$object" \
			\( -name '*.h' -o -name '*.def' -o -path "$1" \) | head -n 1)" ]; then
		"$CLANG" $flags -fsanitize=fuzzer-no-link -c -o "$object" "$1"
	fi
	objects="$objects $object"
}

objects=
for source in lib/*/*.c tests/forge.c tests/fuzz/again.c tests/fuzz/ask.c tests/fuzz/fuzz.c \
	tests/fuzz/mutate_xml.c tests/fuzz/walk.c "tests/fuzz/fuzz_$target.c"; do
	object "$source"
done
libs=$(pkg-config --libs $packages)
"$CLANG" $flags -fsanitize=fuzzer -o "$FUZZ_DIR/fuzz_$target" $objects $libs
object tests/fuzz/replay.c
"$CLANG" $flags -o "$FUZZ_DIR/replay_$target" $objects $libs

corpus=$FUZZ_DIR/corpus-$target
mkdir -p "$corpus"
"$FUZZ_DIR/replay_$target" --seeds "$corpus"
case $target in
load) set -- -dict=tests/fuzz/xml.dict -max_len=16384 "$@" ;;
snapshot) set -- -max_len=65536 "$@" ;;
dates) set -- -max_len=40 "$@" ;;
facts) set -- -dict=tests/fuzz/facts.dict -max_len=300 "$@" ;;
table) set -- -dict=tests/fuzz/table.dict -max_len=8192 "$@" ;;
esac
exec "$FUZZ_DIR/fuzz_$target" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=3000 \
	-print_final_stats=1 -artifact_prefix="$FUZZ_DIR/found-$target-" "$@" "$corpus"

#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# What the library exports and what it calls: headers, map, committed list and binary agree.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}"
: "${CYT_BUILDDIR:=$CYT_SRCDIR}" "${CC:=cc}" "${NM:=nm}"
. "$CYT_SRCDIR/tests/tap.sh"

# file, file, what it means
same() {
	[ -s "$1" ] && diff "$1" "$2" >"$work/diff"
	result $? "$3" "$work/diff"
}

list=$CYT_SRCDIR/tests/abi/symbols.txt
library=$CYT_BUILDDIR/.libs/libcybertreaty.so

# Preprocessed, so that what comments speak of does not count.
echo '#include <cybertreaty/cybertreaty.h>' >"$work/all.c"
# shellcheck disable=SC2086 # CC may be several words
$CC -E -P -I"$CYT_SRCDIR/include" "$work/all.c" | grep -oE 'cyt_[a-z0-9_]+ *\(' | tr -d ' (' |
	sort -u >"$work/headers"
sed -n 's/^[[:space:]]*\(cyt_[a-z0-9_]*\);$/\1/p' "$CYT_SRCDIR/lib/libcybertreaty.map" >"$work/map"
sort -u "$work/map" >"$work/map.sorted"

same "$list" "$work/headers" "the headers declare what the list says"
same "$work/map" "$work/map.sorted" "the map is sorted and names nothing twice"
same "$work/headers" "$work/map.sorted" "the map names what the headers declare"
sed -n 's/^ \(cyt_[a-z0-9_]*\)@.*/\1/p' "$CYT_SRCDIR/debian/libcybertreaty0.symbols" >"$work/package"
same "$list" "$work/package" "the symbols of the Debian package are those of the list"

# A sanitizer adds symbols of its own, and a static build has no binary to look at.
if [ -n "${CYT_SANITIZED-}" ] || [ ! -f "$library" ] || [ "$NM" = : ]; then
	finish
fi

$NM -D --defined-only "$library" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' |
	sort -u >"$work/exported"
same "$list" "$work/exported" "the library exports what the list says"

# A library prints nothing, reads no environment, asks no clock, opens no socket and never exits.
$NM -D --undefined-only "$library" | awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u \
	>"$work/called"
grep -xE 'v?f?printf|__v?f?printf_chk|puts|putchar|putc|fputs|fputc|fwrite|perror|stdout|stderr|stdin|getenv|secure_getenv|setlocale|time|clock|clock_gettime|gettimeofday|localtime.*|gmtime.*|exit|_exit|abort|signal|sigaction|socket|connect|getaddrinfo|system|popen|fork|execv.*|fopen(64)?|xmlReadFile|xmlParseFile|xmlReadMemory|xmlCleanupParser|xmlSetGenericErrorFunc|xmlSetExternalEntityLoader|xmlMemSetup|json_set_alloc_funcs' \
	"$work/called" >"$work/forbidden"
[ -s "$work/called" ] && [ ! -s "$work/forbidden" ]
result $? "the library calls nothing it must not call" "$work/forbidden"

# The compiled header and the configured package are one version.
version=$(awk '/#define CYT_VERSION_(MAJOR|MINOR|PATCH)/ { printf "%s%s", dot, $3; dot = "." }' \
	"$CYT_SRCDIR/include/cybertreaty/base.h")
echo "headers say $version, the package says ${CYT_VERSION-$version}" >"$work/versions"
[ "$version" = "${CYT_VERSION-$version}" ]
result $? "headers and package have one version" "$work/versions"

finish

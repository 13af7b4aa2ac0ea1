#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# The command opens the files it was told to and nothing else, and never a socket.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)}" "${CYT_BUILDDIR:=$CYT_SRCDIR}"

skip() {
	echo "1..0 # SKIP $*"
	exit 0
}

command -v strace >/dev/null 2>&1 || skip "no strace"
strace -o /dev/null true 2>/dev/null || skip "tracing is not permitted"
[ -z "${CYT_SANITIZED-}" ] || skip "a sanitizer opens files of its own"

. "$CYT_SRCDIR/tests/tap.sh"

# The wrapper script that libtool may put in place of the program runs a shell.
command=$CYT_BUILDDIR/.libs/cybertreaty
[ -x "$command" ] || command=$CYT_BUILDDIR/cybertreaty
LD_LIBRARY_PATH=$CYT_BUILDDIR/.libs${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH

# expected status, arguments ...; leaves the trace in $work/trace
run() {
	expected=$1
	shift
	strace -f -s 4096 -e trace=network,open,openat,openat2,execve,fork,vfork,clone,clone3 \
		-o "$work/trace" "$command" "$@" >"$work/out" 2>"$work/err"
	status=$?
	if [ $status -ne "$expected" ]; then
		sed 's/^/# /' "$work/err"
		echo "# status $status, expected $expected"
	fi
	return "$((status != expected))"
}

# Files opened that are neither libraries, locale and the like, nor below one of the paths.
strangers() {
	sed -n '/ = -1 E/d; s/.*open[^(]*(.*"\([^"]*\)".*/\1/p' "$work/trace" |
		grep -vE '^(/usr)?/lib(64|32)?/|^/etc/ld\.so|/\.libs(/|$)|^/usr/(local/)?(lib|share/(locale|zoneinfo))|^/etc/localtime$|^/proc/(self/|sys/)|^/sys/|^/dev/(null|tty)$|terminfo' |
		while IFS= read -r file; do
			for path in "$@"; do
				case $file in "$path" | "$path"/*) continue 2 ;; esac
			done
			echo "$file"
		done
}

# description, paths ...
judge() {
	what=$1
	shift
	grep -E '(socket|connect|sendto|sendmsg|bind)\(' "$work/trace" >"$work/network"
	[ -s "$work/network" ] && sed 's/^/# /' "$work/network"
	[ ! -s "$work/network" ]
	result $? "$what: no socket"
	strangers "$@" >"$work/strangers"
	[ -s "$work/strangers" ] && sed 's/^/# opened /' "$work/strangers"
	[ ! -s "$work/strangers" ]
	result $? "$what: no other file"
	[ "$(grep -c 'execve(' "$work/trace")" -eq 1 ]
	result $? "$what: no other program"
}

xml=$CYT_SRCDIR/xml
run 0 --corpus "$xml" coverage MX --against un-cybercrime-2024 --as-at 2026-11-21
result $? "coverage of the shipped data"
judge "coverage" "$xml"
grep -q "$xml/vocabulary/core.xml" "$work/trace"
result $? "the trace shows the files that were read"

# What would reach out if anything followed it.
cat >"$work/evil.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/style.xsl"?>
<vocabulary xmlns="urn:cybertreaty:1" id="evil" xmlns:xi="http://www.w3.org/2001/XInclude"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="urn:cybertreaty:1 http://127.0.0.1:9/schema.xsd">
 <xi:include href="/etc/passwd" parse="text"/>
</vocabulary>
XML
run 2 --corpus "$work/evil.xml" list concepts
result $? "a document that includes others is refused"
judge "inclusion" "$work/evil.xml"

cat >"$work/doctype.xml" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE vocabulary PUBLIC "-//X//Y" "http://127.0.0.1:9/evil.dtd" [
 <!ENTITY leak SYSTEM "file:///etc/passwd">
 <!ENTITY % remote SYSTEM "http://127.0.0.1:9/evil.ent"> %remote;
]>
<vocabulary xmlns="urn:cybertreaty:1" id="evil"><note>&leak;</note></vocabulary>
XML
run 2 --corpus "$work/doctype.xml" list concepts
result $? "a document with external entities is refused"
judge "entities" "$work/doctype.xml"

run 0 compile -o "$work/all.cyt" "$xml"
result $? "compile"
judge "compile" "$xml" "$work"
run 0 --corpus "$work/all.cyt" coverage MX --against un-cybercrime-2024 --as-at 2026-11-21
result $? "coverage of a snapshot"
judge "snapshot" "$work/all.cyt"

finish

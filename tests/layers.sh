#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Which folder of lib/ may include what: the table of HACKING.md. Then the same on copies into which
# an arrow was planted, so that this test is known to be able to fail.
set -eu

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)}"

# folder, then what it may include besides itself, the C library and the public headers
table() {
	cat <<'TABLE'
base xxhash.h
model base/ xxhash.h
build base/ model/ nettle/ xxhash.h
xmlio base/ libxml/ libxslt/ pthread.h
load base/ build/ xmlio/ sheet/ model/corpus.h model/layout.h
snapshot base/ model/
query base/ model/ utf8proc.h
lint base/ model/ query/
export base/ model/ query/ sheet/ xmlio/transform.h jansson.h
sheet base/ model/kinds.h
TABLE
}

system_headers='assert.h ctype.h dirent.h errno.h fcntl.h inttypes.h limits.h stdarg.h stdatomic.h
stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h strings.h sys/mman.h sys/stat.h sys/types.h sys/uio.h
unistd.h'

# Lines "file: header" of a tree that the table does not have.
forbidden() {
	table >"$work/table"
	(cd "$1/lib" && grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.[ch]' --include='*.def' .) |
		awk -v table="$work/table" -v headers="$system_headers" '
		BEGIN {
			while ((getline line < table) > 0) {
				n = split(line, word, " ")
				known[word[1]] = 1
				for (i = 2; i <= n; i++)
					may[word[1], i - 1] = word[i]
				count[word[1]] = n - 1
			}
			n = split(headers, word, /[ \n]+/)
			for (i = 1; i <= n; i++)
				libc[word[i]] = 1
		}
		{
			sub(/^\.\//, "")
			folder = $0
			sub(/\/.*/, "", folder)
			header = $0
			sub(/^[^"<]*["<]/, "", header)
			sub(/[">].*/, "", header)
			if (!(folder in known)) {
				print
				next
			}
			if (header in libc || index(header, folder "/") == 1 ||
			    index(header, "cybertreaty/") == 1)
				next
			for (i = 1; i <= count[folder]; i++) {
				allowed = may[folder, i]
				if (header == allowed)
					next
				if (allowed ~ /\/$/ && index(header, allowed) == 1)
					next
			}
			print
		}'
}

. "$CYT_SRCDIR/tests/tap.sh"

found=$(forbidden "$CYT_SRCDIR")
[ -z "$found" ] || echo "$found" | sed 's/^/# /'
[ -z "$found" ] && status=0 || status=1
result "$status" "every include follows the table"

[ "$(cd "$CYT_SRCDIR/lib" && cat ./*/*.c | grep -c '^#include')" -gt 100 ] && status=0 || status=1
result "$status" "the includes were seen"

# file, header to plant
plant() {
	rm -rf "$work/tree"
	mkdir "$work/tree"
	cp -R "$CYT_SRCDIR/lib" "$work/tree/lib"
	chmod -R u+w "$work/tree"
	echo "#include $2" >>"$work/tree/lib/$1"
	[ "$(forbidden "$work/tree" | grep -c "^$1:")" -eq 1 ] && status=0 || status=1
	result "$status" "$1 may not include $2"
}

plant base/arena.c '"model/image.h"'
plant model/image.c '"build/builder.h"'
plant model/image.h '<libxml/tree.h>'
plant build/builder.c '"query/verdict.h"'
plant query/verdict.c '<jansson.h>'
plant query/verdict.c '"build/builder.h"'
plant load/load.c '"model/image.h"'
plant snapshot/save.c '"xmlio/reader.h"'
plant export/json.c '"load/grammar.h"'
plant export/json.c '<time.h>'
plant export/html.c '<libxslt/transform.h>'
plant export/html.c '"xmlio/reader.h"'
plant xmlio/reader.c '"model/image.h"'
plant sheet/csv.c '"model/image.h"'
plant query/row.c '"sheet/csv.h"'

finish

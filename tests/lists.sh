#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Every file of the tree is named by a makefile, as what is forgotten there is missing from the tarball, and
# says under which licence it is.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)}"
cd "$CYT_SRCDIR" || exit 1

. "$CYT_SRCDIR/tests/tap.sh"

find Makefile.am include lib xml examples tests bindings doc -name '*.mk' -o -name Makefile.am | sort >"$work/makefiles"
# Words that look like paths, one per line.
xargs cat <"$work/makefiles" | tr -s '[:space:]=\\' '[\n*]' | sort -u >"$work/named"

for folder in include lib xml examples tests bindings doc; do
	find "$folder" -type f ! -name '*.mk' ! -name '*.pyc' ! -name '*.o' ! -name '*.lo' \
		! -name '*.la' ! -name '*.log' ! -name '*.trs' ! -name '*.a' ! -name '*.so*' \
		! -path '*/.deps/*' ! -path '*/.libs/*' ! -path '*/.*_cache/*' ! -name .dirstamp ! -perm -u+x
	# Scripts are executable, and so is what a build in the tree leaves.
	find "$folder" -type f -perm -u+x \( -name '*.sh' -o -name '*.py' \)
done | grep -vxE 'lib/cybertreaty\.pc(\.in)?' | sort -u >"$work/files"
comm -23 "$work/files" "$work/named" >"$work/forgotten"
[ "$(wc -l <"$work/files")" -gt 150 ] && [ ! -s "$work/forgotten" ]
result $? "makefiles name every file" "$work/forgotten"

grep -E '^(include|lib|xml|examples|tests|bindings|doc)/.*\.[a-z]+$|^tests/golden/.*/(cmd|out|err|status)$' "$work/named" | grep -vE '\.(mk|la|pc)$|^doc/manual/cybertreaty\.(1|5|bash)$|^tests/oom/called\.h$' |
	while IFS= read -r file; do
		[ -e "$file" ] || echo "$file"
	done >"$work/gone"
[ ! -s "$work/gone" ]
result $? "every file that makefiles name is there" "$work/gone"

# In the first lines, after what has to be the very first.
grep -E '\.(c|h|def|map|mk|in|py|sh|mjs|xsd|xsl|toml)$|^xml/.*\.xml$' "$work/files" |
	grep -vE '^tests/(data|golden)/|^tests/oom/called\.h$' >"$work/sources"
find include lib xml examples tests bindings doc -name '*.mk' >>"$work/sources"
while IFS= read -r file; do
	head -n 4 "$file" | grep -q 'SPDX-License-Identifier: ' || echo "$file"
done <"$work/sources" >"$work/unlicensed"
[ "$(wc -l <"$work/sources")" -gt 300 ] && [ ! -s "$work/unlicensed" ]
result $? "every source says its licence" "$work/unlicensed"

finish

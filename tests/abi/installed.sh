#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# What `make install` puts where, against the committed list; and that a program finds it all with
# pkg-config.
set -u

: "${CYT_SRCDIR:?}" "${CYT_BUILDDIR:?}" "${CC:=cc}"
. "$CYT_SRCDIR/tests/tap.sh"

# The flags of an outer make are not for this one.
unset MAKEFLAGS MFLAGS MAKELEVEL
make -s -C "$CYT_BUILDDIR" install-exec install-data DESTDIR="$work/root" >"$work/log" 2>&1
result $? "make install" "$work/log"

root=$work/root${CYT_PREFIX:?}
libdir=$work/root${CYT_LIBDIR:?}
# The list has the folders that configure takes by itself; a packager may have named others.
(cd "$root" && find . ! -type d) |
	sed "s,^\.,$CYT_PREFIX,; s,^$CYT_LIBDIR/,$CYT_PREFIX/lib/,
		s,^${CYT_DOCDIR:?}/,$CYT_PREFIX/share/doc/libcybertreaty/,; s,^$CYT_PREFIX/,," |
	sort >"$work/found"
diff "$CYT_SRCDIR/tests/abi/installed.txt" "$work/found" >"$work/diff"
result $? "the files are those of the list" "$work/diff"

if command -v pkg-config >/dev/null 2>&1; then
	PKG_CONFIG_PATH=$libdir/pkgconfig
	PKG_CONFIG_SYSROOT_DIR=$work/root
	export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
	cat >"$work/one.c" <<'SOURCE'
#include <cybertreaty/cybertreaty.h>

#include <string.h>

int
main(void)
{
	return strcmp(cyt_version(), "") == 0;
}
SOURCE
	flags=$(pkg-config --cflags --libs cybertreaty 2>"$work/err")
	# shellcheck disable=SC2086 # flags and CC are words
	$CC $CYT_CFLAGS "$work/one.c" -o "$work/one" $flags 2>>"$work/err" &&
		LD_LIBRARY_PATH=$libdir "$work/one" 2>>"$work/err"
	result $? "a program is built with pkg-config and runs" "$work/err"
fi

digest() {
	LD_LIBRARY_PATH=$libdir "$@" --version | sed -n 's/.*, \(sha256:[0-9a-f]*\)$/\1/p'
}
here=$(digest "$root/bin/cybertreaty")
[ -n "$here" ] && [ "$here" = "$(digest "$CYT_BUILDDIR/cybertreaty" --corpus "$CYT_SRCDIR/xml")" ]
result $? "the installed data have the digest of the folder they come from"

finish

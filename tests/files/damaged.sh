#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# A snapshot in which one letter of one text was changed gives no answer: the command verifies all of it,
# also what no question but `show` would look at.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}" "${CYT_BUILDDIR:=$CYT_SRCDIR}"
program=${CYBERTREATY:-$CYT_BUILDDIR/cybertreaty}
. "$CYT_SRCDIR/tests/tap.sh"
cd "$work" || exit 1
shown="out err"
"$program" compile -q -o whole.cyt "$CYT_SRCDIR/tests/data/mini" || exit 1
title='Harbour Convention on Computer Misuse'
at=$(grep -abo "$title" whole.cyt | head -n 1 | cut -d: -f1)
[ -n "$at" ] || exit 1
cp whole.cyt damaged.cyt
printf h | dd of=damaged.cyt bs=1 seek="$at" conv=notrunc 2>/dev/null

# Exit status of the damaged one; then the question.
ask() {
	status=$1
	shift
	"$program" --corpus whole.cyt "$@" >out 2>err
	result $? "$*: of the whole one"
	"$program" --corpus damaged.cyt "$@" >out 2>err
	[ $? = "$status" ] && grep -q '^damaged.cyt:0: error CYT-1503: ' err
	result $? "$*: of the damaged one, an error"
	[ ! -s out ] || [ "$1" = lint ]
	result $? "$*: and no answer"
}
ask 2 list basis
ask 2 show harbour-2020
ask 2 coverage XN --against harbour-2020
ask 1 lint

finish

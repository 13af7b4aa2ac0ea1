#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Whether the page of known answers is the one that its questions make; prints TAP.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}"

if [ "${PYTHON:-python3}" = : ]; then
	echo "1..0 # SKIP no python3"
	exit 0
fi
exec "${PYTHON:-python3}" -B "$CYT_SRCDIR/tests/known/answers.py" "$CYT_SRCDIR"

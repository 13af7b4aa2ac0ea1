# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/base/alloc.c \
	lib/base/alloc.h \
	lib/base/arena.c \
	lib/base/block.h \
	lib/base/ctx.c \
	lib/base/ctx.h \
	lib/base/date.c \
	lib/base/date.h \
	lib/base/diag.c \
	lib/base/diag.def \
	lib/base/diag.h \
	lib/base/error.c \
	lib/base/lang.c \
	lib/base/lang.h \
	lib/base/nearest.c \
	lib/base/nearest.h \
	lib/base/pool.c \
	lib/base/pool.h \
	lib/base/reason.c \
	lib/base/reason.h \
	lib/base/sort.c \
	lib/base/sort.h \
	lib/base/utf8.c \
	lib/base/utf8.h \
	lib/base/word.h

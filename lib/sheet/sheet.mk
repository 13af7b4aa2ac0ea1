# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/sheet/column.c \
	lib/sheet/column.h \
	lib/sheet/csv.c \
	lib/sheet/csv.h

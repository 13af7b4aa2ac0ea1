# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/lint/complete.c \
	lib/lint/dates.c \
	lib/lint/lint.c \
	lib/lint/lint.h \
	lib/lint/meaning.c \
	lib/lint/penalties.c \
	lib/lint/sources.c \
	lib/lint/supplies.c \
	lib/lint/words.c

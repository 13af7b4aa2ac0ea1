# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/build/boxes.c \
	lib/build/builder.c \
	lib/build/builder.h \
	lib/build/cases.c \
	lib/build/comment.c \
	lib/build/cut.c \
	lib/build/emit.c \
	lib/build/hint.c \
	lib/build/hint.h \
	lib/build/ids.c \
	lib/build/instrument.c \
	lib/build/instrument.h \
	lib/build/law.c \
	lib/build/law.h \
	lib/build/path.c \
	lib/build/source.c \
	lib/build/stage.c \
	lib/build/stage.h \
	lib/build/state.c \
	lib/build/supply.c \
	lib/build/union.c \
	lib/build/version.c \
	lib/build/vocabulary.c \
	lib/build/way.c

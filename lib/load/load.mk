# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/load/amend.c \
	lib/load/amend.h \
	lib/load/check.c \
	lib/load/check.h \
	lib/load/folder.c \
	lib/load/folder.h \
	lib/load/forms.c \
	lib/load/forms.h \
	lib/load/grammar.c \
	lib/load/grammar.def \
	lib/load/grammar.h \
	lib/load/hints.c \
	lib/load/hints.h \
	lib/load/layers.c \
	lib/load/layers.h \
	lib/load/load.c \
	lib/load/table.c \
	lib/load/table.h \
	lib/load/table_cells.c \
	lib/load/table_read.h \
	lib/load/table_say.c \
	lib/load/thaw.c \
	lib/load/thaw.h

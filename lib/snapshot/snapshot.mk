# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/snapshot/map.c \
	lib/snapshot/replace.c \
	lib/snapshot/replace.h \
	lib/snapshot/save.c
EXTRA_DIST += \
	lib/snapshot/FORMAT

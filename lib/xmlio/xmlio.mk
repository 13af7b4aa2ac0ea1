# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/xmlio/clip.h \
	lib/xmlio/file.c \
	lib/xmlio/file.h \
	lib/xmlio/plain.c \
	lib/xmlio/plain.h \
	lib/xmlio/reader.c \
	lib/xmlio/reader.h \
	lib/xmlio/scan.c \
	lib/xmlio/scan.h \
	lib/xmlio/transform.c \
	lib/xmlio/transform.h \
	lib/xmlio/tags.c \
	lib/xmlio/tags.h \
	lib/xmlio/version.c

# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/export/basis.c \
	lib/export/diags_json.c \
	lib/export/json.c \
	lib/export/list_json.c \
	lib/export/result_json.c \
	lib/export/result_json.h \
	lib/export/show_json.c \
	lib/export/sink.c \
	lib/export/sink.h \
	lib/export/values.c \
	lib/export/values.h

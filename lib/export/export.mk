# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/export/asked.c \
	lib/export/asked.h \
	lib/export/basis.c \
	lib/export/compare_json.c \
	lib/export/csv.c \
	lib/export/diags_json.c \
	lib/export/diff_json.c \
	lib/export/dual_json.c \
	lib/export/holders_json.c \
	lib/export/json.c \
	lib/export/layouts.c \
	lib/export/list_json.c \
	lib/export/result_json.c \
	lib/export/result_json.h \
	lib/export/rows.c \
	lib/export/rows.h \
	lib/export/safeguards_json.c \
	lib/export/sarif.c \
	lib/export/search_json.c \
	lib/export/sheet.c \
	lib/export/show_json.c \
	lib/export/sink.c \
	lib/export/sink.h \
	lib/export/table.c \
	lib/export/table.h \
	lib/export/template.c \
	lib/export/template_csv.c \
	lib/export/values.c \
	lib/export/values.h \
	lib/export/xml.c

# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/query/beyond.c \
	lib/query/cells.c \
	lib/query/cells.h \
	lib/query/choice.c \
	lib/query/choice.h \
	lib/query/citation.c \
	lib/query/counts.c \
	lib/query/coverage.c \
	lib/query/evidence.c \
	lib/query/explain.c \
	lib/query/finding.c \
	lib/query/finding.h \
	lib/query/gaps.c \
	lib/query/provision.c \
	lib/query/query.h \
	lib/query/reach.c \
	lib/query/regions.c \
	lib/query/regions.h \
	lib/query/result.c \
	lib/query/row.c \
	lib/query/row_getters.c \
	lib/query/sentence.c \
	lib/query/subject.c \
	lib/query/subject.h \
	lib/query/suggest.c \
	lib/query/supplied.c \
	lib/query/surplus.c \
	lib/query/terms.c \
	lib/query/terms.h \
	lib/query/verdict.c \
	lib/query/verdict.h \
	lib/query/wording.c \
	lib/query/wording.h

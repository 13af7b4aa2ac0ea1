# SPDX-License-Identifier: LGPL-2.1-or-later
# The command uses the public headers only, as every other program has to.
bin_PROGRAMS += cybertreaty
cybertreaty_CPPFLAGS = -I$(top_srcdir)/include -DCYT_DATA_DIR='"$(cytdatadir)/xml"'
cybertreaty_LDADD = libcybertreaty.la
command_sources = \
	examples/cybertreaty/app.h \
	examples/cybertreaty/basis.c \
	examples/cybertreaty/beyond.c \
	examples/cybertreaty/buffer.c \
	examples/cybertreaty/buffer.h \
	examples/cybertreaty/compare.c \
	examples/cybertreaty/compile.c \
	examples/cybertreaty/corpus.c \
	examples/cybertreaty/coverage.c \
	examples/cybertreaty/covering.c \
	examples/cybertreaty/describe.c \
	examples/cybertreaty/describe.h \
	examples/cybertreaty/diff.c \
	examples/cybertreaty/draft.c \
	examples/cybertreaty/draft.h \
	examples/cybertreaty/dual.c \
	examples/cybertreaty/export.c \
	examples/cybertreaty/file.c \
	examples/cybertreaty/file.h \
	examples/cybertreaty/gaps.c \
	examples/cybertreaty/groups.c \
	examples/cybertreaty/groups.h \
	examples/cybertreaty/layouts.c \
	examples/cybertreaty/layouts.h \
	examples/cybertreaty/lint.c \
	examples/cybertreaty/list.c \
	examples/cybertreaty/matrix.c \
	examples/cybertreaty/names.c \
	examples/cybertreaty/names.h \
	examples/cybertreaty/new.c \
	examples/cybertreaty/options.c \
	examples/cybertreaty/options.h \
	examples/cybertreaty/question.c \
	examples/cybertreaty/report.c \
	examples/cybertreaty/search.c \
	examples/cybertreaty/safeguards.c \
	examples/cybertreaty/show.c \
	examples/cybertreaty/text.c \
	examples/cybertreaty/text.h \
	examples/cybertreaty/tongue.c \
	examples/cybertreaty/tongue.h \
	examples/cybertreaty/wording.c \
	examples/cybertreaty/wording.h \
	examples/cybertreaty/words.def
cybertreaty_SOURCES = $(command_sources) examples/cybertreaty/main.c

check_PROGRAMS += examples/coverage examples/dual examples/matrix
examples_coverage_CPPFLAGS = -I$(top_srcdir)/include
examples_coverage_LDADD = libcybertreaty.la
examples_coverage_SOURCES = examples/coverage.c
examples_dual_CPPFLAGS = -I$(top_srcdir)/include
examples_dual_LDADD = libcybertreaty.la
examples_dual_SOURCES = examples/dual.c
examples_matrix_CPPFLAGS = -I$(top_srcdir)/include
examples_matrix_LDADD = libcybertreaty.la
examples_matrix_SOURCES = examples/matrix.c

EXTRA_DIST += \
	examples/bills/mx-access.xml \
	examples/mexico.ipynb

# SPDX-License-Identifier: LGPL-2.1-or-later
cytincludedir = $(includedir)/cybertreaty
cytinclude_HEADERS = \
	include/cybertreaty/base.h \
	include/cybertreaty/corpus.h \
	include/cybertreaty/cybertreaty.h \
	include/cybertreaty/export.h \
	include/cybertreaty/instrument.h \
	include/cybertreaty/law.h \
	include/cybertreaty/query.h \
	include/cybertreaty/state.h \
	include/cybertreaty/vocabulary.h

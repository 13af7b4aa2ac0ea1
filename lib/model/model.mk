# SPDX-License-Identifier: LGPL-2.1-or-later
libcore_la_SOURCES += \
	lib/model/bits.h \
	lib/model/boxes.c \
	lib/model/brief.c \
	lib/model/brief.h \
	lib/model/canon.c \
	lib/model/canon.h \
	lib/model/corpus.c \
	lib/model/corpus.h \
	lib/model/element.c \
	lib/model/image.c \
	lib/model/image.h \
	lib/model/index.c \
	lib/model/index.h \
	lib/model/instrument.c \
	lib/model/kinds.c \
	lib/model/kinds.def \
	lib/model/kinds.h \
	lib/model/law.c \
	lib/model/ledger.c \
	lib/model/ledger.h \
	lib/model/layout.c \
	lib/model/layout.h \
	lib/model/region.c \
	lib/model/region.h \
	lib/model/state.c \
	lib/model/verify.c \
	lib/model/verify.h \
	lib/model/verify_instrument.c \
	lib/model/verify_law.c \
	lib/model/verify_owner.c \
	lib/model/verify_state.c \
	lib/model/verify_tree.c \
	lib/model/verify_vocabulary.c \
	lib/model/vocabulary.c \
	lib/model/window.c \
	lib/model/window.h

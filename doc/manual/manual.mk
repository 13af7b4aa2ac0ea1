# SPDX-License-Identifier: LGPL-2.1-or-later
# Manual pages and the completion of bash, from the tables of the program and of the loader.
noinst_PROGRAMS += doc/manual/manual
doc_manual_manual_CPPFLAGS = $(libcore_la_CPPFLAGS) -I$(top_srcdir)/examples/cybertreaty \
	-DCYT_DATA_DIR='"$(cytdatadir)/xml"'
doc_manual_manual_LDADD = libcore.la $(core_libs)
doc_manual_manual_SOURCES = $(command_sources) doc/manual/manual.c

man_pages = doc/manual/cybertreaty.1 doc/manual/cybertreaty.5
completion = doc/manual/cybertreaty.bash

doc/manual/cybertreaty.1: doc/manual/manual$(EXEEXT)
	$(AM_V_GEN)doc/manual/manual$(EXEEXT) 1 > $@.tmp && mv $@.tmp $@

doc/manual/cybertreaty.5: doc/manual/manual$(EXEEXT)
	$(AM_V_GEN)doc/manual/manual$(EXEEXT) 5 > $@.tmp && mv $@.tmp $@

$(completion): doc/manual/manual$(EXEEXT)
	$(AM_V_GEN)doc/manual/manual$(EXEEXT) completion > $@.tmp && mv $@.tmp $@

nodist_man_MANS = $(man_pages)
dist_man_MANS = doc/manual/cybertreaty.3
CLEANFILES += $(man_pages) $(completion)

# bash looks a completion up by the name of its command.
bashcompletiondir = $(datadir)/bash-completion/completions
all-local: $(completion)
install-data-local: $(completion)
	$(MKDIR_P) "$(DESTDIR)$(bashcompletiondir)"
	$(INSTALL_DATA) $(completion) "$(DESTDIR)$(bashcompletiondir)/cybertreaty"
uninstall-local:
	rm -f "$(DESTDIR)$(bashcompletiondir)/cybertreaty"

# The programs of a page or less that show how to link.
exampledir = $(docdir)/examples
dist_example_DATA = examples/coverage.c examples/dual.c examples/matrix.c

doxygen: doc/Doxyfile
	cd $(srcdir) && OUTPUT="$(abs_builddir)/doc/reference" VERSION="$(PACKAGE_VERSION)" $(DOXYGEN) doc/Doxyfile
EXTRA_DIST += doc/Doxyfile

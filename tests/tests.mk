# SPDX-License-Identifier: LGPL-2.1-or-later
# Every test prints TAP, so that the summary counts cases and not files.

TEST_EXTENSIONS = .sh .py
TAP = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TAP)
SH_LOG_DRIVER = $(TAP)
SH_LOG_COMPILER = $(SHELL)
PY_LOG_DRIVER = $(TAP)
PY_LOG_COMPILER = $(PYTHON) -B
AM_TESTS_ENVIRONMENT = \
	CYT_SRCDIR='$(abs_top_srcdir)'; export CYT_SRCDIR; \
	CYT_BUILDDIR='$(abs_top_builddir)'; export CYT_BUILDDIR; \
	CYT_PREFIX='$(prefix)'; export CYT_PREFIX; \
	CYT_VERSION='$(VERSION)'; export CYT_VERSION; \
	CYT_CFLAGS='$(CYT_SANITIZE)'; export CYT_CFLAGS; \
	CYT_CXX='$(CXX_FOR_TESTS)'; export CYT_CXX; \
	CC='$(CC)'; export CC; \
	NM='$(NM)'; export NM; \
	XMLLINT='$(XMLLINT)'; export XMLLINT; \
	PYTHON='$(PYTHON)'; export PYTHON; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	LC_ALL=C; export LC_ALL; \
	TZ=UTC; export TZ;
if SANITIZED
AM_TESTS_ENVIRONMENT += CYT_SANITIZED=yes; export CYT_SANITIZED;
endif

TESTS += \
	tests/abi/abi.sh \
	tests/abi/installed.sh \
	tests/golden/run.sh \
	tests/headers/headers.sh \
	tests/facts/facts.sh \
	tests/files/damaged.sh \
	tests/files/whole.sh \
	tests/known/known.sh \
	tests/known/page.sh \
	tests/layers.sh \
	tests/lists.sh \
	tests/manual.sh \
	tests/strace.sh
EXTRA_DIST += \
	tests/coverage.sh \
	tests/abi/abi.sh \
	tests/abi/installed.sh \
	tests/golden/run.sh \
	tests/headers/headers.sh \
	tests/facts/facts.sh \
	tests/files/damaged.sh \
	tests/files/whole.sh \
	tests/known/known.sh \
	tests/known/page.sh \
	tests/layers.sh \
	tests/lists.sh \
	tests/manual.sh \
	tests/strace.sh

if HAVE_PYTHON
TESTS += \
	tests/property/check.py \
	tests/readme/guide.py \
	tests/python/test_abi.py \
	tests/python/test_answers.py \
	tests/python/test_corpus.py \
	tests/python/test_doctests.py \
	tests/python/test_findings.py \
	tests/python/test_lifetime.py \
	tests/python/test_notebook.py \
	tests/python/test_package.py \
	tests/readme/readme.py \
	tests/report/report.py \
	tests/schema/differential.py \
	tests/schema/validate_json.py
endif

if HAVE_CMOCKA
unit_tests = \
	tests/fuzz/test_mutations \
	tests/oom/test_oom \
	tests/roundtrip/test_roundtrip \
	tests/unit/test_base \
	tests/unit/test_compare \
	tests/unit/test_concordance \
	tests/unit/test_corners \
	tests/unit/test_corners_treaty \
	tests/unit/test_coverage \
	tests/unit/test_dual \
	tests/unit/test_everybody \
	tests/unit/test_diff \
	tests/unit/test_image \
	tests/unit/test_layouts \
	tests/unit/test_load \
	tests/unit/test_plain \
	tests/unit/test_precedent \
	tests/unit/test_overlay \
	tests/unit/test_query \
	tests/unit/test_reader \
	tests/unit/test_region \
	tests/unit/test_search \
	tests/unit/test_sheet \
	tests/unit/test_snapshot \
	tests/unit/test_threads \
	tests/unit/test_transform \
	tests/unit/test_verdict \
	tests/unit/test_words
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
unit_libs = libcore.la $(core_libs) $(CMOCKA_LIBS)
tests_oom_test_oom_SOURCES = tests/oom/ask.c tests/oom/find.c tests/oom/load.c tests/oom/oom.c \
	tests/oom/oom.h tests/oom/pair.c tests/oom/read.c tests/oom/say.c tests/oom/scene.c \
	tests/oom/test_oom.c tests/oom/write.c tests/common.c tests/common.h
tests_fuzz_test_mutations_SOURCES = tests/fuzz/test_mutations.c tests/forge.c tests/forge.h \
	tests/fuzz/again.c tests/fuzz/again.h tests/fuzz/ask.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h \
	tests/fuzz/walk.c
tests_fuzz_test_mutations_LDADD = $(unit_libs)
tests_oom_test_oom_LDADD = $(unit_libs)
tests_oom_test_oom_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=realloc
$(tests_oom_test_oom_OBJECTS): tests/oom/called.h
# Every public function by a macro of its name, which notes the call.
tests/oom/called.h: tests/abi/symbols.txt
	$(AM_V_GEN)$(MKDIR_P) tests/oom && \
		$(AWK) '{ printf "#define %s (called(%d), %s)\n", $$1, NR - 1, $$1 }' \
		$(top_srcdir)/tests/abi/symbols.txt >$@
CLEANFILES += tests/oom/called.h
tests_roundtrip_test_roundtrip_SOURCES = tests/roundtrip/test_roundtrip.c tests/common.c tests/common.h
tests_roundtrip_test_roundtrip_LDADD = $(unit_libs)
tests_unit_test_base_SOURCES = tests/unit/test_base.c
tests_unit_test_base_LDADD = $(unit_libs)
tests_unit_test_compare_SOURCES = tests/unit/test_compare.c tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_compare_LDADD = $(unit_libs)
tests_unit_test_concordance_SOURCES = tests/unit/test_concordance.c tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_concordance_LDADD = $(unit_libs)
corners = tests/unit/corners.c tests/unit/corners.h tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_corners_SOURCES = tests/unit/test_corners.c $(corners)
tests_unit_test_corners_LDADD = $(unit_libs)
tests_unit_test_corners_treaty_SOURCES = tests/unit/test_corners_treaty.c $(corners)
tests_unit_test_corners_treaty_LDADD = $(unit_libs)
tests_unit_test_coverage_SOURCES = tests/unit/test_coverage.c tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_coverage_LDADD = $(unit_libs)
tests_unit_test_dual_SOURCES = tests/unit/test_dual.c tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_dual_LDADD = $(unit_libs)
tests_unit_test_overlay_SOURCES = tests/unit/test_overlay.c tests/common.c tests/common.h
tests_unit_test_overlay_LDADD = $(unit_libs)
tests_unit_test_diff_SOURCES = tests/unit/test_diff.c tests/common.c tests/common.h
tests_unit_test_diff_LDADD = $(unit_libs)
tests_unit_test_words_SOURCES = tests/unit/test_words.c tests/common.c tests/common.h
tests_unit_test_words_LDADD = $(unit_libs)
tests_unit_test_search_SOURCES = tests/unit/test_search.c tests/common.c tests/common.h
tests_unit_test_search_LDADD = $(unit_libs)
tests_unit_test_layouts_SOURCES = tests/unit/test_layouts.c tests/common.c tests/common.h
tests_unit_test_layouts_LDADD = $(unit_libs)
tests_unit_test_sheet_SOURCES = tests/unit/test_sheet.c tests/common.c tests/common.h
tests_unit_test_sheet_LDADD = $(unit_libs)
tests_unit_test_everybody_SOURCES = tests/unit/test_everybody.c tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_everybody_LDADD = $(unit_libs)
tests_unit_test_image_SOURCES = tests/unit/test_image.c tests/common.c tests/common.h
tests_unit_test_image_LDADD = $(unit_libs)
tests_unit_test_load_SOURCES = tests/unit/test_load.c
tests_unit_test_load_LDADD = $(unit_libs)
tests_unit_test_plain_SOURCES = tests/unit/test_plain.c tests/common.c tests/common.h
tests_unit_test_plain_LDADD = $(unit_libs)
tests_unit_test_precedent_SOURCES = tests/unit/test_precedent.c tests/common.c tests/common.h
tests_unit_test_precedent_LDADD = $(unit_libs)
tests_unit_test_query_SOURCES = tests/unit/test_query.c tests/unit/inquiry.c tests/unit/inquiry.h
tests_unit_test_query_LDADD = $(unit_libs)
tests_unit_test_reader_SOURCES = tests/unit/test_reader.c
tests_unit_test_reader_LDADD = $(unit_libs)
tests_unit_test_region_SOURCES = tests/unit/test_region.c
tests_unit_test_region_LDADD = $(unit_libs)
tests_unit_test_snapshot_SOURCES = tests/unit/test_snapshot.c tests/common.c tests/common.h
tests_unit_test_snapshot_LDADD = $(unit_libs)
tests_unit_test_threads_SOURCES = tests/unit/test_threads.c tests/common.c tests/common.h
tests_unit_test_threads_LDADD = $(unit_libs)
tests_unit_test_threads_LDADD += -lpthread
tests_unit_test_transform_SOURCES = tests/unit/test_transform.c tests/common.c tests/common.h
tests_unit_test_transform_LDADD = $(unit_libs)
tests_unit_test_verdict_SOURCES = tests/unit/test_verdict.c
tests_unit_test_verdict_LDADD = $(unit_libs)
endif

# The unit tests under valgrind, which is no part of the tests. Left out are those that would take it
# from five minutes to an hour: test_oom (some 40,000 failing calls, which the sanitizers watch as
# well), test_image (verifies an image for each of its bytes), and test_words and test_roundtrip (ask
# everything of the shipped data; smaller data goes the same ways in test_query and test_layouts).
valgrind_slow = tests/oom/test_oom tests/roundtrip/test_roundtrip tests/unit/test_image \
	tests/unit/test_words
check-valgrind: $(unit_tests:=$(EXEEXT))
	$(AM_V_at)tests=; for test in $(unit_tests); do \
		case ' $(valgrind_slow) ' in *" $$test "*) ;; *) tests="$$tests $$test" ;; esac; \
	done; \
	$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS="$$tests" LOG_COMPILER='$(LIBTOOL) --mode=execute \
		$(VALGRIND) --error-exitcode=1 --leak-check=full -q'
VALGRIND = valgrind
.PHONY: check-valgrind
# Fuzz targets with a driver of their own in the place of libFuzzer; tests/fuzz/run.sh has the other.
fuzz_tests = \
	tests/fuzz/fuzz_dates \
	tests/fuzz/fuzz_facts \
	tests/fuzz/fuzz_load \
	tests/fuzz/fuzz_snapshot \
	tests/fuzz/fuzz_table
check_PROGRAMS += $(fuzz_tests)
TESTS += $(fuzz_tests)
fuzz_libs = libcore.la $(core_libs)
fuzz_sources = tests/fuzz/ask.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h \
	tests/fuzz/replay.c tests/fuzz/walk.c
again_sources = tests/fuzz/again.c tests/fuzz/again.h
tests_fuzz_fuzz_dates_SOURCES = tests/fuzz/fuzz_dates.c $(fuzz_sources)
tests_fuzz_fuzz_dates_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_facts_SOURCES = tests/fuzz/fuzz_facts.c $(fuzz_sources)
tests_fuzz_fuzz_facts_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_load_SOURCES = tests/fuzz/fuzz_load.c tests/fuzz/mutate_xml.c \
	tests/fuzz/mutate_xml.h $(again_sources) $(fuzz_sources)
tests_fuzz_fuzz_load_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_snapshot_SOURCES = tests/fuzz/fuzz_snapshot.c tests/forge.c tests/forge.h \
	$(again_sources) $(fuzz_sources)
tests_fuzz_fuzz_snapshot_LDADD = $(fuzz_libs)
tests_fuzz_fuzz_table_SOURCES = tests/fuzz/fuzz_table.c $(again_sources) $(fuzz_sources)
tests_fuzz_fuzz_table_LDADD = $(fuzz_libs)
EXTRA_DIST += \
	tests/fuzz/facts.dict \
	tests/fuzz/run.sh \
	tests/fuzz/seeds/dates.list \
	tests/fuzz/seeds/dates/blank \
	tests/fuzz/seeds/dates/day \
	tests/fuzz/seeds/dates/leap-day \
	tests/fuzz/seeds/dates/month \
	tests/fuzz/seeds/dates/year \
	tests/fuzz/seeds/facts.list \
	tests/fuzz/seeds/facts/both \
	tests/fuzz/seeds/facts/broader \
	tests/fuzz/seeds/facts/laws \
	tests/fuzz/seeds/facts/quantity \
	tests/fuzz/seeds/load.list \
	tests/fuzz/seeds/snapshot.list \
	tests/fuzz/seeds/table.list \
	tests/fuzz/table.dict \
	tests/fuzz/xml.dict

# Measures; not a test.
EXTRA_PROGRAMS += tests/bench/bench
tests_bench_bench_SOURCES = tests/bench/asking.c tests/bench/bench.c tests/bench/bench.h \
	tests/bench/laws.c tests/bench/loading.c tests/bench/report.c
tests_bench_bench_CPPFLAGS = $(AM_CPPFLAGS)
tests_bench_bench_LDADD = libcore.la $(core_libs) -lm
EXTRA_DIST += tests/bench/METHOD.md
if HAVE_SQLITE
tests_bench_bench_SOURCES += tests/bench/sqlite.c
tests_bench_bench_CPPFLAGS += $(SQLITE_CFLAGS) -DHAVE_SQLITE
tests_bench_bench_LDADD += $(SQLITE_LIBS)
endif
CLEANFILES += tests/bench/bench$(EXEEXT) bench.json
bench: tests/bench/bench$(EXEEXT)
	$(AM_V_at)CYT_SRCDIR='$(abs_top_srcdir)' tests/bench/bench$(EXEEXT) $(BENCH_N)
.PHONY: bench doxygen

EXTRA_DIST += \
	tests/abi/installed.txt \
	tests/abi/symbols.txt \
	tests/data/bad/.gitattributes \
	tests/data/bad/1004-byte-order-mark-only.xml \
	tests/data/bad/1004-empty.xml \
	tests/data/bad/1004-white-space-only.xml \
	tests/data/bad/1006-nul-between-documents.xml \
	tests/data/bad/1006-nul-in-attribute.xml \
	tests/data/bad/1007-byte-of-latin-1.xml \
	tests/data/bad/1007-cut-character.xml \
	tests/data/bad/1007-gzip.xml \
	tests/data/bad/1007-overlong-slash.xml \
	tests/data/bad/1007-past-the-last-character.xml \
	tests/data/bad/1007-surrogate.xml \
	tests/data/bad/1008-declared-latin-1.xml \
	tests/data/bad/1008-declared-utf-16-in-ascii.xml \
	tests/data/bad/1008-declared-utf-7.xml \
	tests/data/bad/1008-ebcdic.xml \
	tests/data/bad/1008-utf-16-big-endian.xml \
	tests/data/bad/1008-utf-16-little-endian.xml \
	tests/data/bad/1008-utf-16-without-mark.xml \
	tests/data/bad/1008-utf-32.xml \
	tests/data/bad/1010-ampersand-alone.xml \
	tests/data/bad/1010-attribute-twice.xml \
	tests/data/bad/1010-attribute-without-quotes.xml \
	tests/data/bad/1010-bare-ampersand-in-attribute.xml \
	tests/data/bad/1010-cdata-close-in-text.xml \
	tests/data/bad/1010-character-zero.xml \
	tests/data/bad/1010-comment-with-dashes.xml \
	tests/data/bad/1010-control-character.xml \
	tests/data/bad/1010-declaration-not-first.xml \
	tests/data/bad/1010-less-than-in-attribute.xml \
	tests/data/bad/1010-no-root.xml \
	tests/data/bad/1010-plain-text.xml \
	tests/data/bad/1010-tag-not-closed.xml \
	tests/data/bad/1010-text-after-root.xml \
	tests/data/bad/1010-truncated.xml \
	tests/data/bad/1010-two-roots.xml \
	tests/data/bad/1010-unbound-prefix.xml \
	tests/data/bad/1011-billion-laughs.xml \
	tests/data/bad/1011-default-attribute.xml \
	tests/data/bad/1011-doctype.xml \
	tests/data/bad/1011-entity-external-file.xml \
	tests/data/bad/1011-entity-external-http.xml \
	tests/data/bad/1011-entity-loop.xml \
	tests/data/bad/1011-external-dtd.xml \
	tests/data/bad/1011-parameter-entity.xml \
	tests/data/bad/1011-public-dtd.xml \
	tests/data/bad/1011-quadratic-blow-up.xml \
	tests/data/bad/1012-catalog.xml \
	tests/data/bad/1012-over-two-lines.xml \
	tests/data/bad/1012-php.xml \
	tests/data/bad/1013-depth-65.xml \
	tests/data/bad/1015-attributes-65.xml \
	tests/data/bad/1015-namespaces-17.xml \
	tests/data/bad/1016-unknown-in-attribute.xml \
	tests/data/bad/1016-unknown.xml \
	tests/data/bad/1017-snapshot.xml \
	tests/data/bad/1101-inner-element-as-root.xml \
	tests/data/bad/1101-misspelt-root.xml \
	tests/data/bad/1101-other-root.xml \
	tests/data/bad/1102-element-in-title.xml \
	tests/data/bad/1102-html.xml \
	tests/data/bad/1102-misspelt-element.xml \
	tests/data/bad/1102-two-in-one-file.xml \
	tests/data/bad/1103-box-in-box.xml \
	tests/data/bad/1103-child-of-a-case.xml \
	tests/data/bad/1103-corpus-in-corpus.xml \
	tests/data/bad/1103-demand-in-law.xml \
	tests/data/bad/1103-except-in-demand.xml \
	tests/data/bad/1103-option-in-any-of.xml \
	tests/data/bad/1104-attribute-of-another-element.xml \
	tests/data/bad/1104-misspelt-attribute.xml \
	tests/data/bad/1104-of-on-demand.xml \
	tests/data/bad/1104-xml-base.xml \
	tests/data/bad/1104-xml-space.xml \
	tests/data/bad/1105-basis-of-source.xml \
	tests/data/bad/1105-concepts-of-supply.xml \
	tests/data/bad/1105-date-of-action.xml \
	tests/data/bad/1105-facet-of-case.xml \
	tests/data/bad/1105-id.xml \
	tests/data/bad/1105-jurisdiction.xml \
	tests/data/bad/1105-of-option.xml \
	tests/data/bad/1105-three-at-once.xml \
	tests/data/bad/1106-basis.xml \
	tests/data/bad/1106-concern.xml \
	tests/data/bad/1106-duration-without-parts.xml \
	tests/data/bad/1106-duration.xml \
	tests/data/bad/1106-factor.xml \
	tests/data/bad/1106-id-empty.xml \
	tests/data/bad/1106-id-with-slash.xml \
	tests/data/bad/1106-id-with-space.xml \
	tests/data/bad/1106-kind-in-assessed.xml \
	tests/data/bad/1106-kind-of-action.xml \
	tests/data/bad/1106-kind-of-article.xml \
	tests/data/bad/1106-kind-of-concept.xml \
	tests/data/bad/1106-language.xml \
	tests/data/bad/1106-list-empty.xml \
	tests/data/bad/1106-modality.xml \
	tests/data/bad/1106-number-negative.xml \
	tests/data/bad/1106-number-too-long.xml \
	tests/data/bad/1106-paragraphs.xml \
	tests/data/bad/1106-reference-too-deep.xml \
	tests/data/bad/1106-scope.xml \
	tests/data/bad/1106-status.xml \
	tests/data/bad/1106-yes-or-no.xml \
	tests/data/bad/1107-in-case.xml \
	tests/data/bad/1107-in-cdata.xml \
	tests/data/bad/1107-in-law.xml \
	tests/data/bad/1107-lines-below.xml \
	tests/data/bad/1108-empty-all-of.xml \
	tests/data/bad/1108-empty-any-of.xml \
	tests/data/bad/1109-day-before-month.xml \
	tests/data/bad/1109-month-of-one-digit.xml \
	tests/data/bad/1109-with-time.xml \
	tests/data/bad/1109-word.xml \
	tests/data/bad/1110-akoma-ntoso.xml \
	tests/data/bad/1110-attribute.xml \
	tests/data/bad/1110-child-without.xml \
	tests/data/bad/1110-none.xml \
	tests/data/bad/1110-other-version.xml \
	tests/data/bad/1110-xinclude-file.xml \
	tests/data/bad/1110-xinclude-http.xml \
	tests/data/bad/1201-concept-twice.xml \
	tests/data/bad/1201-demand-id-as-paragraph-id.xml \
	tests/data/bad/1201-document-id-of-two-kinds.xml \
	tests/data/bad/1201-document-id-twice.xml \
	tests/data/bad/1201-facet-twice.xml \
	tests/data/bad/1201-inner-id-twice.xml \
	tests/data/bad/1201-value-twice.xml \
	tests/data/bad/1202-in-case.xml \
	tests/data/bad/1202-in-concept.xml \
	tests/data/bad/1202-in-unstated.xml \
	tests/data/bad/1203-facet-unstated.xml \
	tests/data/bad/1203-in-case.xml \
	tests/data/bad/1203-in-not.xml \
	tests/data/bad/1203-law-unstated.xml \
	tests/data/bad/1204-broader.xml \
	tests/data/bad/1204-in-assessed.xml \
	tests/data/bad/1204-in-demand.xml \
	tests/data/bad/1204-in-supply.xml \
	tests/data/bad/1204-in-value.xml \
	tests/data/bad/1205-one-of-two-concepts.xml \
	tests/data/bad/1205-option.xml \
	tests/data/bad/1205-supply.xml \
	tests/data/bad/1206-below-zero.xml \
	tests/data/bad/1206-empty-interval.xml \
	tests/data/bad/1206-not-any.xml \
	tests/data/bad/1207-in-demand.xml \
	tests/data/bad/1207-in-supply.xml \
	tests/data/bad/1208-beside-a-box.xml \
	tests/data/bad/1208-beside.xml \
	tests/data/bad/1208-in-box.xml \
	tests/data/bad/1209-is-and-not.xml \
	tests/data/bad/1209-no-form.xml \
	tests/data/bad/1209-number-of-an-enumerated-facet.xml \
	tests/data/bad/1209-some-in-a-supply.xml \
	tests/data/bad/1209-some-in-an-option.xml \
	tests/data/bad/1209-value-of-a-quantity.xml \
	tests/data/bad/1210-reservation-withdrawn-before.xml \
	tests/data/bad/1210-same-day.xml \
	tests/data/bad/1210-until-before-from.xml \
	tests/data/bad/1211-consulted.xml \
	tests/data/bad/1211-february-30.xml \
	tests/data/bad/1211-month-13.xml \
	tests/data/bad/1211-not-a-leap-year.xml \
	tests/data/bad/1212-option-of-a-paragraph.xml \
	tests/data/bad/1212-option.xml \
	tests/data/bad/1212-reservation.xml \
	tests/data/bad/1213-extends.xml \
	tests/data/bad/1213-objection-to.xml \
	tests/data/bad/1213-provision-of-except.xml \
	tests/data/bad/1213-provision-of-extend.xml \
	tests/data/bad/1213-replaces.xml \
	tests/data/bad/1213-was-without-supersedes.xml \
	tests/data/bad/1213-was.xml \
	tests/data/bad/1214-broader-itself.xml \
	tests/data/bad/1214-broader.xml \
	tests/data/bad/1214-replaces.xml \
	tests/data/bad/1214-supersedes.xml \
	tests/data/bad/1216-none.xml \
	tests/data/bad/1216-other-than-broader.xml \
	tests/data/bad/1217-neither.xml \
	tests/data/bad/1221-concepts-without-kind.xml \
	tests/data/bad/1221-no-value.xml \
	tests/data/bad/1221-quantity-unstated.xml \
	tests/data/bad/1221-quantity-with-values.xml \
	tests/data/bad/1222-option.xml \
	tests/data/bad/1222-reservable.xml \
	tests/data/bad/1223-ratification.xml \
	tests/data/bad/1223-reservation.xml \
	tests/data/bad/1223-supersedes.xml \
	tests/data/bad/1224-except.xml \
	tests/data/bad/1224-extend.xml \
	tests/data/bad/1225-extend-without-case.xml \
	tests/data/bad/1301-cells.xml \
	tests/data/bad/1401-supply-all-excepted.xml \
	tests/data/bad/expected.tsv \
	tests/data/family.xml \
	tests/data/faults.xml \
	tests/data/mini/instruments/harbour-2020.xml \
	tests/data/mini/instruments/inland-2010.xml \
	tests/data/mini/laws/xn-bill.xml \
	tests/data/mini/laws/xn-companies.xml \
	tests/data/mini/laws/xn-penal.xml \
	tests/data/mini/laws/xo-telecom.xml \
	tests/data/mini/laws/xs-cyber.xml \
	tests/data/mini/laws/xw-code.xml \
	tests/data/mini/states/XN.xml \
	tests/data/mini/states/XO.xml \
	tests/data/mini/states/XS.xml \
	tests/data/mini/states/XW.xml \
	tests/data/mini/vocabulary.xml \
	tests/data/own-style.xsl \
	tests/data/powers.xml \
	tests/data/rich.xml \
	tests/data/tables/.gitattributes \
	tests/data/tables/1004-empty.csv \
	tests/data/tables/1006-nul.csv \
	tests/data/tables/1007-latin-1.csv \
	tests/data/tables/1008-utf-16.csv \
	tests/data/tables/1008-workbook.csv \
	tests/data/tables/1204-names.csv \
	tests/data/tables/1601-no-column-row.csv \
	tests/data/tables/1601-unknown-columns.csv \
	tests/data/tables/1602-quote-not-closed.csv \
	tests/data/tables/1602-text-after-quote.csv \
	tests/data/tables/1603-control-character.csv \
	tests/data/tables/1603-more-cells-than-columns.csv \
	tests/data/tables/1604-kind-unknown.csv \
	tests/data/tables/1604-no-rows.csv \
	tests/data/tables/1605-misplaced-rows.csv \
	tests/data/tables/1606-cells-out-of-place.csv \
	tests/data/tables/1607-comments.csv \
	tests/data/tables/1607-values.csv \
	tests/data/tables/1608-missing.csv \
	tests/data/tables/expected.tsv \
	tests/data/ten-lines.xml \
	tests/data/versions.xml \
	tests/data/worked/case-01.xml \
	tests/data/worked/case-02.xml \
	tests/data/worked/case-03.xml \
	tests/data/worked/case-04.xml \
	tests/data/worked/case-05.xml \
	tests/data/worked/case-06-reservation.xml \
	tests/data/worked/case-06.xml \
	tests/data/worked/case-07.xml \
	tests/data/worked/case-08.xml \
	tests/data/worked/case-09.xml \
	tests/data/worked/case-10.xml \
	tests/data/worked/case-11.xml \
	tests/data/worked/case-12.xml \
	tests/data/worked/case-13-unread.xml \
	tests/data/worked/case-13.xml \
	tests/data/worked/case-15.xml \
	tests/data/worked/case-16.xml \
	tests/data/worked/case-17.xml \
	tests/data/worked/case-18.xml \
	tests/data/worked/case-19.xml \
	tests/data/worked/case-20.xml \
	tests/data/worked/cases.json \
	tests/data/worked/ets185.xml \
	tests/data/worked/un.xml \
	tests/data/worked/vocabulary.xml \
	tests/facts/arab-2010.tsv \
	tests/facts/au-malabo-2014.tsv \
	tests/facts/coe-cets224.tsv \
	tests/facts/coe-ets185.tsv \
	tests/facts/coe-ets189.tsv \
	tests/facts/eu-2013-40.tsv \
	tests/facts/mx-elements-2021.tsv \
	tests/facts/mx-oewg-2020.tsv \
	tests/facts/un-cbm.tsv \
	tests/facts/un-cybercrime-2022.tsv \
	tests/facts/un-cybercrime-2023.tsv \
	tests/facts/un-cybercrime-2024.tsv \
	tests/facts/un-norms-2015.tsv \
	tests/facts/un-untoc.tsv \
	tests/facts/held.py \
	tests/golden/beyond/in-spanish/cmd \
	tests/golden/beyond/in-spanish/out \
	tests/golden/beyond/instrument-as-subject/cmd \
	tests/golden/beyond/instrument-as-subject/out \
	tests/golden/beyond/nothing/cmd \
	tests/golden/beyond/nothing/out \
	tests/golden/beyond/sudland-html/cmd \
	tests/golden/beyond/sudland-html/out \
	tests/golden/beyond/sudland-json/cmd \
	tests/golden/beyond/sudland-json/out \
	tests/golden/beyond/sudland-xml/cmd \
	tests/golden/beyond/sudland-xml/out \
	tests/golden/beyond/sudland/cmd \
	tests/golden/beyond/sudland/out \
	tests/golden/compare/directive-and-treaty/cmd \
	tests/golden/compare/directive-and-treaty/out \
	tests/golden/compare/in-spanish/cmd \
	tests/golden/compare/in-spanish/out \
	tests/golden/compare/html/cmd \
	tests/golden/compare/html/out \
	tests/golden/compare/one-instrument/cmd \
	tests/golden/compare/one-instrument/err \
	tests/golden/compare/one-instrument/out \
	tests/golden/compare/one-instrument/status \
	tests/golden/compare/only-on-text/cmd \
	tests/golden/compare/only-on-text/out \
	tests/golden/compare/option-or-reservation-json/cmd \
	tests/golden/compare/option-or-reservation-json/out \
	tests/golden/compare/option-or-reservation/cmd \
	tests/golden/compare/option-or-reservation/out \
	tests/golden/compare/spanish-titles/cmd \
	tests/golden/compare/spanish-titles/out \
	tests/golden/compare/treaty-and-directive-json/cmd \
	tests/golden/compare/treaty-and-directive-json/out \
	tests/golden/compare/treaty-and-directive/cmd \
	tests/golden/compare/treaty-and-directive/out \
	tests/golden/compare/unknown-instrument/cmd \
	tests/golden/compare/unknown-instrument/err \
	tests/golden/compare/unknown-instrument/out \
	tests/golden/compare/unknown-instrument/status \
	tests/golden/compare/versions/cmd \
	tests/golden/compare/versions/out \
	tests/golden/compare/versions-backwards/cmd \
	tests/golden/compare/versions-backwards/out \
	tests/golden/compare/versions-far-apart-json/cmd \
	tests/golden/compare/versions-far-apart-json/out \
	tests/golden/compare/versions-json/cmd \
	tests/golden/compare/versions-json/out \
	tests/golden/compare/with-itself-json/cmd \
	tests/golden/compare/with-itself-json/out \
	tests/golden/compare/xml/cmd \
	tests/golden/compare/xml/out \
	tests/golden/compile/faulty/cmd \
	tests/golden/compile/faulty/err \
	tests/golden/compile/faulty/out \
	tests/golden/compile/faulty/status \
	tests/golden/compile/folder/cmd \
	tests/golden/compile/folder/out \
	tests/golden/compile/without-file/cmd \
	tests/golden/compile/without-file/err \
	tests/golden/compile/without-file/out \
	tests/golden/compile/without-file/status \
	tests/golden/coverage/action-malformed/cmd \
	tests/golden/coverage/action-malformed/err \
	tests/golden/coverage/action-malformed/out \
	tests/golden/coverage/action-malformed/status \
	tests/golden/coverage/action-of-a-known-state/cmd \
	tests/golden/coverage/action-of-a-known-state/out \
	tests/golden/coverage/action-of-a-new-state/cmd \
	tests/golden/coverage/action-of-a-new-state/out \
	tests/golden/coverage/added-over-a-snapshot/cmd \
	tests/golden/coverage/added-over-a-snapshot/out \
	tests/golden/coverage/article-by-number/cmd \
	tests/golden/coverage/article-by-number/out \
	tests/golden/coverage/before-the-reservation/cmd \
	tests/golden/coverage/before-the-reservation/out \
	tests/golden/coverage/bill-from-a-file/cmd \
	tests/golden/coverage/bill-from-a-file/out \
	tests/golden/coverage/bill-json/cmd \
	tests/golden/coverage/bill-json/out \
	tests/golden/coverage/bill/cmd \
	tests/golden/coverage/bill/out \
	tests/golden/coverage/check-finds/cmd \
	tests/golden/coverage/check-finds/out \
	tests/golden/coverage/check-finds/status \
	tests/golden/coverage/check-is-content/cmd \
	tests/golden/coverage/check-is-content/out \
	tests/golden/coverage/compatibility-csv/cmd \
	tests/golden/coverage/compatibility-csv/out \
	tests/golden/coverage/compatibility-reserved/cmd \
	tests/golden/coverage/compatibility-reserved/out \
	tests/golden/coverage/compatibility/cmd \
	tests/golden/coverage/compatibility/out \
	tests/golden/coverage/csv-of-one-article/cmd \
	tests/golden/coverage/csv-of-one-article/err \
	tests/golden/coverage/csv-of-one-article/out \
	tests/golden/coverage/csv-of-one-article/status \
	tests/golden/coverage/csv/cmd \
	tests/golden/coverage/csv/out \
	tests/golden/coverage/elements-csv/cmd \
	tests/golden/coverage/elements-csv/out \
	tests/golden/coverage/elements/cmd \
	tests/golden/coverage/elements/out \
	tests/golden/coverage/explain-extended/cmd \
	tests/golden/coverage/explain-extended/out \
	tests/golden/coverage/explain/cmd \
	tests/golden/coverage/explain/out \
	tests/golden/coverage/faulty-corpus/cmd \
	tests/golden/coverage/faulty-corpus/err \
	tests/golden/coverage/faulty-corpus/out \
	tests/golden/coverage/faulty-corpus/status \
	tests/golden/coverage/html-of-one-article/cmd \
	tests/golden/coverage/html-of-one-article/err \
	tests/golden/coverage/html-of-one-article/out \
	tests/golden/coverage/html-of-one-article/status \
	tests/golden/coverage/html/cmd \
	tests/golden/coverage/html/out \
	tests/golden/coverage/in-colour/cmd \
	tests/golden/coverage/in-colour/out \
	tests/golden/coverage/in-english-by-name/cmd \
	tests/golden/coverage/in-english-by-name/out \
	tests/golden/coverage/in-french/cmd \
	tests/golden/coverage/in-french/out \
	tests/golden/coverage/in-mexican-spanish/cmd \
	tests/golden/coverage/in-mexican-spanish/out \
	tests/golden/coverage/in-spanish-condition/cmd \
	tests/golden/coverage/in-spanish-condition/out \
	tests/golden/coverage/in-spanish-csv/cmd \
	tests/golden/coverage/in-spanish-csv/out \
	tests/golden/coverage/in-spanish-explain/cmd \
	tests/golden/coverage/in-spanish-explain/out \
	tests/golden/coverage/in-spanish-json/cmd \
	tests/golden/coverage/in-spanish-json/out \
	tests/golden/coverage/in-spanish-unverified/cmd \
	tests/golden/coverage/in-spanish-unverified/out \
	tests/golden/coverage/in-spanish/cmd \
	tests/golden/coverage/in-spanish/out \
	tests/golden/coverage/instrument-as-subject-json/cmd \
	tests/golden/coverage/instrument-as-subject-json/out \
	tests/golden/coverage/instrument-as-subject/cmd \
	tests/golden/coverage/instrument-as-subject/out \
	tests/golden/coverage/law-added/cmd \
	tests/golden/coverage/law-added/out \
	tests/golden/coverage/layout-json/cmd \
	tests/golden/coverage/layout-json/err \
	tests/golden/coverage/layout-json/out \
	tests/golden/coverage/layout-json/status \
	tests/golden/coverage/layout-unknown/cmd \
	tests/golden/coverage/layout-unknown/err \
	tests/golden/coverage/layout-unknown/out \
	tests/golden/coverage/layout-unknown/status \
	tests/golden/coverage/missing-corpus/cmd \
	tests/golden/coverage/missing-corpus/err \
	tests/golden/coverage/missing-corpus/out \
	tests/golden/coverage/missing-corpus/status \
	tests/golden/coverage/no-colour-in-a-file/cmd \
	tests/golden/coverage/no-colour-in-a-file/out \
	tests/golden/coverage/norland-json/cmd \
	tests/golden/coverage/norland-json/out \
	tests/golden/coverage/norland/cmd \
	tests/golden/coverage/norland/out \
	tests/golden/coverage/one-kind-json/cmd \
	tests/golden/coverage/one-kind-json/out \
	tests/golden/coverage/one-kind/cmd \
	tests/golden/coverage/one-kind/out \
	tests/golden/coverage/one-law/cmd \
	tests/golden/coverage/one-law/out \
	tests/golden/coverage/only-on-text/cmd \
	tests/golden/coverage/only-on-text/out \
	tests/golden/coverage/ostland-json/cmd \
	tests/golden/coverage/ostland-json/out \
	tests/golden/coverage/ostland/cmd \
	tests/golden/coverage/ostland/out \
	tests/golden/coverage/part-of-a-family/cmd \
	tests/golden/coverage/part-of-a-family/out \
	tests/golden/coverage/profile-csv/cmd \
	tests/golden/coverage/profile-csv/out \
	tests/golden/coverage/profile/cmd \
	tests/golden/coverage/profile/out \
	tests/golden/coverage/provision-ended/cmd \
	tests/golden/coverage/provision-ended/out \
	tests/golden/coverage/several-laws/cmd \
	tests/golden/coverage/several-laws/out \
	tests/golden/coverage/snapshot-says-the-same/cmd \
	tests/golden/coverage/snapshot-says-the-same/out \
	tests/golden/coverage/spanish-titles/cmd \
	tests/golden/coverage/spanish-titles/out \
	tests/golden/coverage/sudland-json/cmd \
	tests/golden/coverage/sudland-json/out \
	tests/golden/coverage/sudland/cmd \
	tests/golden/coverage/sudland/out \
	tests/golden/coverage/unknown-article/cmd \
	tests/golden/coverage/unknown-article/err \
	tests/golden/coverage/unknown-article/out \
	tests/golden/coverage/unknown-article/status \
	tests/golden/coverage/unknown-instrument/cmd \
	tests/golden/coverage/unknown-instrument/err \
	tests/golden/coverage/unknown-instrument/out \
	tests/golden/coverage/unknown-instrument/status \
	tests/golden/coverage/unknown-kind/cmd \
	tests/golden/coverage/unknown-kind/err \
	tests/golden/coverage/unknown-kind/out \
	tests/golden/coverage/unknown-kind/status \
	tests/golden/coverage/unknown-law-with/cmd \
	tests/golden/coverage/unknown-law-with/err \
	tests/golden/coverage/unknown-law-with/out \
	tests/golden/coverage/unknown-law-with/status \
	tests/golden/coverage/unknown-part-of-subject/cmd \
	tests/golden/coverage/unknown-part-of-subject/err \
	tests/golden/coverage/unknown-part-of-subject/out \
	tests/golden/coverage/unknown-part-of-subject/status \
	tests/golden/coverage/unknown-subject/cmd \
	tests/golden/coverage/unknown-subject/err \
	tests/golden/coverage/unknown-subject/out \
	tests/golden/coverage/unknown-subject/status \
	tests/golden/coverage/westland/cmd \
	tests/golden/coverage/westland/out \
	tests/golden/coverage/without-instrument/cmd \
	tests/golden/coverage/without-instrument/err \
	tests/golden/coverage/without-instrument/out \
	tests/golden/coverage/without-instrument/status \
	tests/golden/coverage/without-subject/cmd \
	tests/golden/coverage/without-subject/err \
	tests/golden/coverage/without-subject/out \
	tests/golden/coverage/without-subject/status \
	tests/golden/covering/a-law/cmd \
	tests/golden/covering/a-law/err \
	tests/golden/covering/a-law/out \
	tests/golden/covering/a-law/status \
	tests/golden/covering/ambiguous/cmd \
	tests/golden/covering/ambiguous/err \
	tests/golden/covering/ambiguous/out \
	tests/golden/covering/ambiguous/status \
	tests/golden/covering/article/cmd \
	tests/golden/covering/article/out \
	tests/golden/covering/broader-concept/cmd \
	tests/golden/covering/broader-concept/out \
	tests/golden/covering/concept-json/cmd \
	tests/golden/covering/concept-json/out \
	tests/golden/covering/concept/cmd \
	tests/golden/covering/concept/out \
	tests/golden/covering/csv/cmd \
	tests/golden/covering/csv/out \
	tests/golden/covering/demand/cmd \
	tests/golden/covering/demand/out \
	tests/golden/covering/extended-article/cmd \
	tests/golden/covering/extended-article/out \
	tests/golden/covering/in-spanish-demand/cmd \
	tests/golden/covering/in-spanish-demand/out \
	tests/golden/covering/in-spanish/cmd \
	tests/golden/covering/in-spanish/out \
	tests/golden/covering/json/cmd \
	tests/golden/covering/json/out \
	tests/golden/covering/one-of-several/cmd \
	tests/golden/covering/one-of-several/out \
	tests/golden/covering/unknown/cmd \
	tests/golden/covering/unknown/err \
	tests/golden/covering/unknown/out \
	tests/golden/covering/unknown/status \
	tests/golden/diff/bill-json/cmd \
	tests/golden/diff/bill-json/out \
	tests/golden/diff/bill/cmd \
	tests/golden/diff/bill/out \
	tests/golden/diff/file-over-a-snapshot/cmd \
	tests/golden/diff/file-over-a-snapshot/out \
	tests/golden/diff/in-spanish-reservation/cmd \
	tests/golden/diff/in-spanish-reservation/out \
	tests/golden/diff/in-spanish/cmd \
	tests/golden/diff/in-spanish/out \
	tests/golden/diff/new-subject/cmd \
	tests/golden/diff/new-subject/err \
	tests/golden/diff/new-subject/out \
	tests/golden/diff/new-subject/status \
	tests/golden/diff/nothing/cmd \
	tests/golden/diff/nothing/out \
	tests/golden/diff/reservation/cmd \
	tests/golden/diff/reservation/out \
	tests/golden/diff/rows-that-appear/cmd \
	tests/golden/diff/rows-that-appear/out \
	tests/golden/diff/without-with/cmd \
	tests/golden/diff/without-with/err \
	tests/golden/diff/without-with/out \
	tests/golden/diff/without-with/status \
	tests/golden/dual/age/cmd \
	tests/golden/dual/age/out \
	tests/golden/dual/before-the-law/cmd \
	tests/golden/dual/before-the-law/out \
	tests/golden/dual/bill/cmd \
	tests/golden/dual/bill/out \
	tests/golden/dual/both/cmd \
	tests/golden/dual/both/out \
	tests/golden/dual/condition-json/cmd \
	tests/golden/dual/condition-json/out \
	tests/golden/dual/condition/cmd \
	tests/golden/dual/condition/out \
	tests/golden/dual/depends-json/cmd \
	tests/golden/dual/depends-json/out \
	tests/golden/dual/depends/cmd \
	tests/golden/dual/depends/out \
	tests/golden/dual/facts-and-instrument/cmd \
	tests/golden/dual/facts-and-instrument/err \
	tests/golden/dual/facts-and-instrument/out \
	tests/golden/dual/facts-and-instrument/status \
	tests/golden/dual/in-spanish-age/cmd \
	tests/golden/dual/in-spanish-age/out \
	tests/golden/dual/in-spanish-over-an-instrument/cmd \
	tests/golden/dual/in-spanish-over-an-instrument/out \
	tests/golden/dual/in-spanish/cmd \
	tests/golden/dual/in-spanish/out \
	tests/golden/dual/facts-html/cmd \
	tests/golden/dual/facts-html/out \
	tests/golden/dual/neither/cmd \
	tests/golden/dual/neither/out \
	tests/golden/dual/not-assessed/cmd \
	tests/golden/dual/not-assessed/out \
	tests/golden/dual/of-laws/cmd \
	tests/golden/dual/of-laws/out \
	tests/golden/dual/one-sided-json/cmd \
	tests/golden/dual/one-sided-json/out \
	tests/golden/dual/over-an-instrument-html/cmd \
	tests/golden/dual/over-an-instrument-html/out \
	tests/golden/dual/over-an-instrument-json/cmd \
	tests/golden/dual/over-an-instrument-json/out \
	tests/golden/dual/over-an-instrument-xml/cmd \
	tests/golden/dual/over-an-instrument-xml/out \
	tests/golden/dual/over-an-instrument/cmd \
	tests/golden/dual/over-an-instrument/out \
	tests/golden/dual/quantity-malformed/cmd \
	tests/golden/dual/quantity-malformed/err \
	tests/golden/dual/quantity-malformed/out \
	tests/golden/dual/quantity-malformed/status \
	tests/golden/dual/several-concepts/cmd \
	tests/golden/dual/several-concepts/err \
	tests/golden/dual/several-concepts/out \
	tests/golden/dual/several-concepts/status \
	tests/golden/dual/unknown-concept/cmd \
	tests/golden/dual/unknown-concept/err \
	tests/golden/dual/unknown-concept/out \
	tests/golden/dual/unknown-concept/status \
	tests/golden/dual/unknown-facet/cmd \
	tests/golden/dual/unknown-facet/err \
	tests/golden/dual/unknown-facet/out \
	tests/golden/dual/unknown-facet/status \
	tests/golden/dual/unknown-instrument/cmd \
	tests/golden/dual/unknown-instrument/err \
	tests/golden/dual/unknown-instrument/out \
	tests/golden/dual/unknown-instrument/status \
	tests/golden/dual/unknown-state/cmd \
	tests/golden/dual/unknown-state/err \
	tests/golden/dual/unknown-state/out \
	tests/golden/dual/unknown-state/status \
	tests/golden/dual/unknown-value/cmd \
	tests/golden/dual/unknown-value/err \
	tests/golden/dual/unknown-value/out \
	tests/golden/dual/unknown-value/status \
	tests/golden/dual/without-facts/cmd \
	tests/golden/dual/without-facts/err \
	tests/golden/dual/without-facts/out \
	tests/golden/dual/without-facts/status \
	tests/golden/export/csv/cmd \
	tests/golden/export/csv/out \
	tests/golden/export/file-of-the-corpus/cmd \
	tests/golden/export/file-of-the-corpus/out \
	tests/golden/export/folder/cmd \
	tests/golden/export/folder/out \
	tests/golden/export/json/cmd \
	tests/golden/export/json/err \
	tests/golden/export/json/out \
	tests/golden/export/json/status \
	tests/golden/export/several/cmd \
	tests/golden/export/several/out \
	tests/golden/export/unknown/cmd \
	tests/golden/export/unknown/err \
	tests/golden/export/unknown/out \
	tests/golden/export/unknown/status \
	tests/golden/export/vocabulary/cmd \
	tests/golden/export/vocabulary/err \
	tests/golden/export/vocabulary/out \
	tests/golden/export/vocabulary/status \
	tests/golden/export/which/cmd \
	tests/golden/export/which/err \
	tests/golden/export/which/out \
	tests/golden/export/which/status \
	tests/golden/export/xml/cmd \
	tests/golden/export/xml/out \
	tests/golden/gaps/check-finds/cmd \
	tests/golden/gaps/check-finds/out \
	tests/golden/gaps/check-finds/status \
	tests/golden/gaps/in-spanish-json/cmd \
	tests/golden/gaps/in-spanish-json/out \
	tests/golden/gaps/in-spanish-norland/cmd \
	tests/golden/gaps/in-spanish-norland/out \
	tests/golden/gaps/in-spanish/cmd \
	tests/golden/gaps/in-spanish/out \
	tests/golden/gaps/instrument-as-subject-json/cmd \
	tests/golden/gaps/instrument-as-subject-json/out \
	tests/golden/gaps/norland-json/cmd \
	tests/golden/gaps/norland-json/out \
	tests/golden/gaps/norland/cmd \
	tests/golden/gaps/norland/out \
	tests/golden/gaps/nothing-missing/cmd \
	tests/golden/gaps/nothing-missing/out \
	tests/golden/gaps/ostland-html/cmd \
	tests/golden/gaps/ostland-html/out \
	tests/golden/gaps/ostland/cmd \
	tests/golden/gaps/ostland/out \
	tests/golden/help/basis-unknown/cmd \
	tests/golden/help/basis-unknown/err \
	tests/golden/help/basis-unknown/out \
	tests/golden/help/basis-unknown/status \
	tests/golden/help/beyond/cmd \
	tests/golden/help/beyond/out \
	tests/golden/help/cannot-write/cmd \
	tests/golden/help/cannot-write/err \
	tests/golden/help/cannot-write/out \
	tests/golden/help/cannot-write/status \
	tests/golden/help/colour-unknown/cmd \
	tests/golden/help/colour-unknown/err \
	tests/golden/help/colour-unknown/out \
	tests/golden/help/colour-unknown/status \
	tests/golden/help/compare/cmd \
	tests/golden/help/compare/out \
	tests/golden/help/compile/cmd \
	tests/golden/help/compile/out \
	tests/golden/help/coverage/cmd \
	tests/golden/help/coverage/out \
	tests/golden/help/covering/cmd \
	tests/golden/help/covering/out \
	tests/golden/help/csv-of-what-is-no-table/cmd \
	tests/golden/help/csv-of-what-is-no-table/err \
	tests/golden/help/csv-of-what-is-no-table/out \
	tests/golden/help/csv-of-what-is-no-table/status \
	tests/golden/help/date-malformed/cmd \
	tests/golden/help/date-malformed/err \
	tests/golden/help/date-malformed/out \
	tests/golden/help/date-malformed/status \
	tests/golden/help/diff/cmd \
	tests/golden/help/diff/out \
	tests/golden/help/dual/cmd \
	tests/golden/help/dual/out \
	tests/golden/help/export/cmd \
	tests/golden/help/export/out \
	tests/golden/help/format-unknown/cmd \
	tests/golden/help/format-unknown/err \
	tests/golden/help/format-unknown/out \
	tests/golden/help/format-unknown/status \
	tests/golden/help/gaps/cmd \
	tests/golden/help/gaps/out \
	tests/golden/help/import/cmd \
	tests/golden/help/import/out \
	tests/golden/help/language-malformed/cmd \
	tests/golden/help/language-malformed/err \
	tests/golden/help/language-malformed/out \
	tests/golden/help/language-malformed/status \
	tests/golden/help/html-of-what-is-no-page/cmd \
	tests/golden/help/html-of-what-is-no-page/err \
	tests/golden/help/html-of-what-is-no-page/out \
	tests/golden/help/html-of-what-is-no-page/status \
	tests/golden/help/lint/cmd \
	tests/golden/help/lint/out \
	tests/golden/help/list/cmd \
	tests/golden/help/list/out \
	tests/golden/help/matrix/cmd \
	tests/golden/help/matrix/out \
	tests/golden/help/new/cmd \
	tests/golden/help/new/out \
	tests/golden/help/no-command/cmd \
	tests/golden/help/no-command/err \
	tests/golden/help/no-command/out \
	tests/golden/help/no-command/status \
	tests/golden/help/option-of-another-command/cmd \
	tests/golden/help/option-of-another-command/err \
	tests/golden/help/option-of-another-command/out \
	tests/golden/help/option-of-another-command/status \
	tests/golden/help/option-without-value/cmd \
	tests/golden/help/option-without-value/err \
	tests/golden/help/option-without-value/out \
	tests/golden/help/option-without-value/status \
	tests/golden/help/program/cmd \
	tests/golden/help/program/out \
	tests/golden/help/report/cmd \
	tests/golden/help/report/out \
	tests/golden/help/safeguards/cmd \
	tests/golden/help/safeguards/out \
	tests/golden/help/search/cmd \
	tests/golden/help/search/out \
	tests/golden/help/show/cmd \
	tests/golden/help/show/out \
	tests/golden/help/unknown-command/cmd \
	tests/golden/help/unknown-command/err \
	tests/golden/help/unknown-command/out \
	tests/golden/help/unknown-command/status \
	tests/golden/help/unknown-option/cmd \
	tests/golden/help/unknown-option/err \
	tests/golden/help/unknown-option/out \
	tests/golden/help/unknown-option/status \
	tests/golden/help/unknown-short-option/cmd \
	tests/golden/help/unknown-short-option/err \
	tests/golden/help/unknown-short-option/out \
	tests/golden/help/unknown-short-option/status \
	tests/golden/help/version/cmd \
	tests/golden/help/version/out \
	tests/golden/import/faulty/cmd \
	tests/golden/import/faulty/err \
	tests/golden/import/faulty/out \
	tests/golden/import/faulty/status \
	tests/golden/import/jurisdiction/cmd \
	tests/golden/import/jurisdiction/out \
	tests/golden/import/law/cmd \
	tests/golden/import/law/out \
	tests/golden/import/meaning/cmd \
	tests/golden/import/meaning/err \
	tests/golden/import/meaning/out \
	tests/golden/import/meaning/status \
	tests/golden/import/no-such-file/cmd \
	tests/golden/import/no-such-file/err \
	tests/golden/import/no-such-file/out \
	tests/golden/import/no-such-file/status \
	tests/golden/import/spreadsheet/cmd \
	tests/golden/import/spreadsheet/out \
	tests/golden/import/which/cmd \
	tests/golden/import/which/err \
	tests/golden/import/which/out \
	tests/golden/import/which/status \
	tests/golden/lint/age-malformed/cmd \
	tests/golden/lint/age-malformed/err \
	tests/golden/lint/age-malformed/out \
	tests/golden/lint/age-malformed/status \
	tests/golden/lint/clean/cmd \
	tests/golden/lint/clean/out \
	tests/golden/lint/complete/cmd \
	tests/golden/lint/complete/err \
	tests/golden/lint/complete/out \
	tests/golden/lint/error-json/cmd \
	tests/golden/lint/error-json/out \
	tests/golden/lint/error-json/status \
	tests/golden/lint/error/cmd \
	tests/golden/lint/error/err \
	tests/golden/lint/error/out \
	tests/golden/lint/error/status \
	tests/golden/lint/every-fault-json/cmd \
	tests/golden/lint/every-fault-json/out \
	tests/golden/lint/every-fault-json/status \
	tests/golden/lint/every-fault-sarif/cmd \
	tests/golden/lint/every-fault-sarif/out \
	tests/golden/lint/every-fault-sarif/status \
	tests/golden/lint/every-fault/cmd \
	tests/golden/lint/every-fault/err \
	tests/golden/lint/every-fault/out \
	tests/golden/lint/every-fault/status \
	tests/golden/lint/no-such-file/cmd \
	tests/golden/lint/no-such-file/err \
	tests/golden/lint/no-such-file/out \
	tests/golden/lint/no-such-file/status \
	tests/golden/lint/sarif-elsewhere/cmd \
	tests/golden/lint/sarif-elsewhere/err \
	tests/golden/lint/sarif-elsewhere/out \
	tests/golden/lint/sarif-elsewhere/status \
	tests/golden/lint/sarif-names/cmd \
	tests/golden/lint/sarif-names/out \
	tests/golden/lint/sarif-names/status \
	tests/golden/lint/stale-json/cmd \
	tests/golden/lint/stale-json/out \
	tests/golden/lint/stale/cmd \
	tests/golden/lint/stale/err \
	tests/golden/lint/stale/out \
	tests/golden/list/articles-in-spanish-json/cmd \
	tests/golden/list/articles-in-spanish-json/out \
	tests/golden/list/articles-in-spanish/cmd \
	tests/golden/list/articles-in-spanish/out \
	tests/golden/list/articles-json/cmd \
	tests/golden/list/articles-json/out \
	tests/golden/list/articles-of-one-json/cmd \
	tests/golden/list/articles-of-one-json/out \
	tests/golden/list/articles-of-one/cmd \
	tests/golden/list/articles-of-one/out \
	tests/golden/list/articles/cmd \
	tests/golden/list/articles/out \
	tests/golden/list/basis-in-spanish/cmd \
	tests/golden/list/basis-in-spanish/out \
	tests/golden/list/basis-json/cmd \
	tests/golden/list/basis-json/out \
	tests/golden/list/basis/cmd \
	tests/golden/list/basis/out \
	tests/golden/list/concepts-in-french/cmd \
	tests/golden/list/concepts-in-french/out \
	tests/golden/list/concepts-json/cmd \
	tests/golden/list/concepts-json/out \
	tests/golden/list/concepts/cmd \
	tests/golden/list/concepts/out \
	tests/golden/list/facets-in-spanish/cmd \
	tests/golden/list/facets-in-spanish/out \
	tests/golden/list/facets-json/cmd \
	tests/golden/list/facets-json/out \
	tests/golden/list/facets/cmd \
	tests/golden/list/facets/out \
	tests/golden/list/instruments-in-spanish/cmd \
	tests/golden/list/instruments-in-spanish/out \
	tests/golden/list/instruments-json/cmd \
	tests/golden/list/instruments-json/out \
	tests/golden/list/instruments/cmd \
	tests/golden/list/instruments/out \
	tests/golden/list/jurisdictions-in-spanish/cmd \
	tests/golden/list/jurisdictions-in-spanish/out \
	tests/golden/list/jurisdictions-json/cmd \
	tests/golden/list/jurisdictions-json/out \
	tests/golden/list/jurisdictions/cmd \
	tests/golden/list/jurisdictions/out \
	tests/golden/list/laws-in-spanish/cmd \
	tests/golden/list/laws-in-spanish/out \
	tests/golden/list/laws-json/cmd \
	tests/golden/list/laws-json/out \
	tests/golden/list/laws/cmd \
	tests/golden/list/laws/out \
	tests/golden/list/spanish/cmd \
	tests/golden/list/spanish/out \
	tests/golden/list/states-in-spanish/cmd \
	tests/golden/list/states-in-spanish/out \
	tests/golden/list/states-json/cmd \
	tests/golden/list/states-json/out \
	tests/golden/list/states/cmd \
	tests/golden/list/states/out \
	tests/golden/list/too-much/cmd \
	tests/golden/list/too-much/err \
	tests/golden/list/too-much/out \
	tests/golden/list/too-much/status \
	tests/golden/list/unknown-instrument/cmd \
	tests/golden/list/unknown-instrument/err \
	tests/golden/list/unknown-instrument/out \
	tests/golden/list/unknown-instrument/status \
	tests/golden/list/unknown-kind/cmd \
	tests/golden/list/unknown-kind/err \
	tests/golden/list/unknown-kind/out \
	tests/golden/list/unknown-kind/status \
	tests/golden/matrix/check/cmd \
	tests/golden/matrix/check/out \
	tests/golden/matrix/check/status \
	tests/golden/matrix/csv/cmd \
	tests/golden/matrix/csv/out \
	tests/golden/matrix/in-spanish/cmd \
	tests/golden/matrix/in-spanish/out \
	tests/golden/matrix/html/cmd \
	tests/golden/matrix/html/out \
	tests/golden/matrix/json/cmd \
	tests/golden/matrix/json/out \
	tests/golden/matrix/jurisdictions/cmd \
	tests/golden/matrix/jurisdictions/out \
	tests/golden/matrix/laws-html/cmd \
	tests/golden/matrix/laws-html/out \
	tests/golden/matrix/laws/cmd \
	tests/golden/matrix/laws/out \
	tests/golden/matrix/text-only/cmd \
	tests/golden/matrix/text-only/out \
	tests/golden/matrix/unknown-by/cmd \
	tests/golden/matrix/unknown-by/err \
	tests/golden/matrix/unknown-by/out \
	tests/golden/matrix/unknown-by/status \
	tests/golden/matrix/with-a-subject/cmd \
	tests/golden/matrix/with-a-subject/err \
	tests/golden/matrix/with-a-subject/out \
	tests/golden/matrix/with-a-subject/status \
	tests/golden/matrix/without-instrument/cmd \
	tests/golden/matrix/without-instrument/err \
	tests/golden/matrix/without-instrument/out \
	tests/golden/matrix/without-instrument/status \
	tests/golden/matrix/xml/cmd \
	tests/golden/matrix/xml/out \
	tests/golden/new/as-it-is/cmd \
	tests/golden/new/as-it-is/out \
	tests/golden/new/law/cmd \
	tests/golden/new/law/out \
	tests/golden/new/opened/cmd \
	tests/golden/new/opened/out \
	tests/golden/new/table-opened/cmd \
	tests/golden/new/table-opened/out \
	tests/golden/new/table/cmd \
	tests/golden/new/table/out \
	tests/golden/new/unknown-kind/cmd \
	tests/golden/new/unknown-kind/err \
	tests/golden/new/unknown-kind/out \
	tests/golden/new/unknown-kind/status \
	tests/golden/new/without-instrument/cmd \
	tests/golden/new/without-instrument/err \
	tests/golden/new/without-instrument/out \
	tests/golden/new/without-instrument/status \
	tests/golden/report/absent-stylesheet/cmd \
	tests/golden/report/absent-stylesheet/err \
	tests/golden/report/absent-stylesheet/out \
	tests/golden/report/absent-stylesheet/status \
	tests/golden/report/as-text/cmd \
	tests/golden/report/as-text/err \
	tests/golden/report/as-text/out \
	tests/golden/report/as-text/status \
	tests/golden/report/bill-and-basis/cmd \
	tests/golden/report/bill-and-basis/out \
	tests/golden/report/check/cmd \
	tests/golden/report/check/out \
	tests/golden/report/check/status \
	tests/golden/report/instrument-as-subject-xml/cmd \
	tests/golden/report/instrument-as-subject-xml/out \
	tests/golden/report/no-stylesheet/cmd \
	tests/golden/report/no-stylesheet/err \
	tests/golden/report/no-stylesheet/out \
	tests/golden/report/no-stylesheet/status \
	tests/golden/report/norland-xml/cmd \
	tests/golden/report/norland-xml/out \
	tests/golden/report/norland/cmd \
	tests/golden/report/norland/out \
	tests/golden/report/nothing-missing/cmd \
	tests/golden/report/nothing-missing/out \
	tests/golden/report/own-style/cmd \
	tests/golden/report/own-style/out \
	tests/golden/report/sudland-xml/cmd \
	tests/golden/report/sudland-xml/out \
	tests/golden/report/to-a-file/cmd \
	tests/golden/report/to-a-file/out \
	tests/golden/safeguards/against/cmd \
	tests/golden/safeguards/against/out \
	tests/golden/safeguards/all-json/cmd \
	tests/golden/safeguards/all-json/out \
	tests/golden/safeguards/csv/cmd \
	tests/golden/safeguards/csv/out \
	tests/golden/safeguards/in-spanish/cmd \
	tests/golden/safeguards/in-spanish/out \
	tests/golden/safeguards/html/cmd \
	tests/golden/safeguards/html/out \
	tests/golden/safeguards/json/cmd \
	tests/golden/safeguards/json/out \
	tests/golden/safeguards/no-instrument/cmd \
	tests/golden/safeguards/no-instrument/out \
	tests/golden/safeguards/no-power-facet/cmd \
	tests/golden/safeguards/no-power-facet/out \
	tests/golden/safeguards/of-the-law/cmd \
	tests/golden/safeguards/of-the-law/out \
	tests/golden/safeguards/unknown-subject/cmd \
	tests/golden/safeguards/unknown-subject/err \
	tests/golden/safeguards/unknown-subject/out \
	tests/golden/safeguards/unknown-subject/status \
	tests/golden/safeguards/xml/cmd \
	tests/golden/safeguards/xml/out \
	tests/golden/search/citation-json/cmd \
	tests/golden/search/citation-json/out \
	tests/golden/search/citation/cmd \
	tests/golden/search/citation/out \
	tests/golden/search/in-spanish-json/cmd \
	tests/golden/search/in-spanish-json/out \
	tests/golden/search/in-spanish/cmd \
	tests/golden/search/in-spanish/out \
	tests/golden/search/many/cmd \
	tests/golden/search/many/out \
	tests/golden/search/nothing/cmd \
	tests/golden/search/nothing/out \
	tests/golden/search/spanish/cmd \
	tests/golden/search/spanish/out \
	tests/golden/search/words/cmd \
	tests/golden/search/words/out \
	tests/golden/show/alternatives/cmd \
	tests/golden/show/alternatives/out \
	tests/golden/show/ambiguous/cmd \
	tests/golden/show/ambiguous/err \
	tests/golden/show/ambiguous/out \
	tests/golden/show/ambiguous/status \
	tests/golden/show/article-json/cmd \
	tests/golden/show/article-json/out \
	tests/golden/show/article/cmd \
	tests/golden/show/article/out \
	tests/golden/show/concept/cmd \
	tests/golden/show/concept/out \
	tests/golden/show/extended/cmd \
	tests/golden/show/extended/out \
	tests/golden/show/extension/cmd \
	tests/golden/show/extension/out \
	tests/golden/show/facet/cmd \
	tests/golden/show/facet/out \
	tests/golden/show/in-spanish-XO/cmd \
	tests/golden/show/in-spanish-XO/out \
	tests/golden/show/in-spanish-authority/cmd \
	tests/golden/show/in-spanish-authority/out \
	tests/golden/show/in-spanish-data-alter/cmd \
	tests/golden/show/in-spanish-data-alter/out \
	tests/golden/show/in-spanish-harbour-2020/cmd \
	tests/golden/show/in-spanish-harbour-2020/out \
	tests/golden/show/in-spanish-json/cmd \
	tests/golden/show/in-spanish-json/out \
	tests/golden/show/in-spanish-xn-companies/cmd \
	tests/golden/show/in-spanish-xn-companies/out \
	tests/golden/show/in-spanish-xo-telecom/cmd \
	tests/golden/show/in-spanish-xo-telecom/out \
	tests/golden/show/instrument/cmd \
	tests/golden/show/instrument/out \
	tests/golden/show/law-json/cmd \
	tests/golden/show/law-json/out \
	tests/golden/show/law/cmd \
	tests/golden/show/law/out \
	tests/golden/show/quantity/cmd \
	tests/golden/show/quantity/out \
	tests/golden/show/spanish/cmd \
	tests/golden/show/spanish/out \
	tests/golden/show/state-json/cmd \
	tests/golden/show/state-json/out \
	tests/golden/show/state/cmd \
	tests/golden/show/state/out \
	tests/golden/show/unknown-document/cmd \
	tests/golden/show/unknown-document/err \
	tests/golden/show/unknown-document/out \
	tests/golden/show/unknown-document/status \
	tests/golden/show/unknown-element/cmd \
	tests/golden/show/unknown-element/err \
	tests/golden/show/unknown-element/out \
	tests/golden/show/unknown-element/status \
	tests/golden/show/unknown/cmd \
	tests/golden/show/unknown/err \
	tests/golden/show/unknown/out \
	tests/golden/show/unknown/status \
	tests/known/ae.json \
	tests/known/ar.json \
	tests/known/au.json \
	tests/known/bb.json \
	tests/known/br.json \
	tests/known/ca.json \
	tests/known/cl.json \
	tests/known/co.json \
	tests/known/de.json \
	tests/known/ee.json \
	tests/known/es.json \
	tests/known/fj.json \
	tests/known/fr.json \
	tests/known/gb.json \
	tests/known/gh.json \
	tests/known/in.json \
	tests/known/instruments.json \
	tests/known/it.json \
	tests/known/jm.json \
	tests/known/jp.json \
	tests/known/ke.json \
	tests/known/kr.json \
	tests/known/lk.json \
	tests/known/mx.json \
	tests/known/ng.json \
	tests/known/nz.json \
	tests/known/answers.py \
	tests/known/pe.json \
	tests/known/ph.json \
	tests/known/pk.json \
	tests/golden/show/version/cmd \
	tests/golden/show/version/out \
	tests/golden/show/version-json/cmd \
	tests/golden/show/version-json/out \
	tests/known/run.py \
	tests/known/sa.json \
	tests/known/sg.json \
	tests/known/tz.json \
	tests/known/ug.json \
	tests/known/us.json \
	tests/known/versions.json \
	tests/known/vu.json \
	tests/known/za.json \
	tests/known/zm.json \
	tests/known/zw.json \
	tests/property/check.py \
	tests/python/common.py \
	tests/python/test_abi.py \
	tests/python/test_answers.py \
	tests/python/test_corpus.py \
	tests/python/test_doctests.py \
	tests/python/test_findings.py \
	tests/python/test_lifetime.py \
	tests/python/test_notebook.py \
	tests/python/test_package.py \
	tests/property/corpus.py \
	tests/property/generate.py \
	tests/property/make_law.py \
	tests/property/make_treaty.py \
	tests/property/make_vocabulary.py \
	tests/property/pairs.py \
	tests/property/reference.py \
	tests/property/revision.py \
	tests/property/run.py \
	tests/property/space.py \
	tests/property/supplies.py \
	tests/property/test_reference.py \
	tests/property/treaty.py \
	tests/readme/guide.py \
	tests/readme/readme.py \
	tests/report/axe.mjs \
	tests/report/report.py \
	tests/schema/differential.py \
	tests/schema/every-element.xml \
	tests/schema/validate_json.py

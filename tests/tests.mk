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
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	LC_ALL=C; export LC_ALL; \
	TZ=UTC; export TZ;
if SANITIZED
AM_TESTS_ENVIRONMENT += CYT_SANITIZED=yes; export CYT_SANITIZED;
endif

TESTS += \
	tests/abi/abi.sh \
	tests/abi/installed.sh \
	tests/headers/headers.sh \
	tests/layers.sh
EXTRA_DIST += \
	tests/abi/abi.sh \
	tests/abi/installed.sh \
	tests/headers/headers.sh \
	tests/layers.sh


if HAVE_CMOCKA
unit_tests = \
	tests/unit/test_base \
	tests/unit/test_image \
	tests/unit/test_reader \
	tests/unit/test_region
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
unit_libs = libcore.la $(core_libs) $(CMOCKA_LIBS)
tests_unit_test_base_SOURCES = tests/unit/test_base.c
tests_unit_test_base_LDADD = $(unit_libs)
tests_unit_test_image_SOURCES = tests/unit/test_image.c tests/common.c tests/common.h
tests_unit_test_image_LDADD = $(unit_libs)
tests_unit_test_reader_SOURCES = tests/unit/test_reader.c
tests_unit_test_reader_LDADD = $(unit_libs)
tests_unit_test_reader_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS) $(JANSSON_CFLAGS)
tests_unit_test_region_SOURCES = tests/unit/test_region.c
tests_unit_test_region_LDADD = $(unit_libs)
endif

EXTRA_DIST += \
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
	tests/data/bad/1214-broader-itself.xml \
	tests/data/bad/1214-broader.xml \
	tests/data/bad/1214-replaces.xml \
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
	tests/data/bad/1224-except.xml \
	tests/data/bad/1224-extend.xml \
	tests/data/bad/1225-extend-without-case.xml \
	tests/data/bad/1301-cells.xml \
	tests/data/bad/1401-supply-all-excepted.xml \
	tests/data/bad/expected.tsv \
	tests/data/rich.xml \
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
	tests/known/mexico.json \
	tests/known/mexico.md \
	tests/known/run.py \
	tests/property/corpus.py \
	tests/property/generate.py \
	tests/property/make_law.py \
	tests/property/make_treaty.py \
	tests/property/make_vocabulary.py \
	tests/property/reference.py \
	tests/property/run.py \
	tests/property/space.py \
	tests/property/supplies.py \
	tests/property/test_reference.py \
	tests/property/treaty.py \
	tests/schema/differential.py

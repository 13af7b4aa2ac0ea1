# SPDX-License-Identifier: LGPL-2.1-or-later
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
asking_sources = tests/fuzz/ask.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h tests/fuzz/walk.c
fuzz_sources = tests/fuzz/replay.c $(asking_sources)
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

if HAVE_CMOCKA
check_PROGRAMS += tests/fuzz/test_mutations
TESTS += tests/fuzz/test_mutations
tests_fuzz_test_mutations_SOURCES = tests/fuzz/test_mutations.c tests/forge.c tests/forge.h \
	$(again_sources) $(asking_sources)
tests_fuzz_test_mutations_LDADD = $(fuzz_libs) $(CMOCKA_LIBS)
endif

EXTRA_DIST += \
	tests/fuzz/facts.dict \
	tests/fuzz/found/load/as-deep-as-can-be.xml \
	tests/fuzz/found/snapshot/a-row-of-nothing \
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

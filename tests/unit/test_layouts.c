/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Coverages laid out as tables: country profile, compatibility, elements. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"

#define AS_AT 20261121

static const char *const mini_names[] = { "tests/data/mini", NULL };

static struct cyt_ctx *ctx;

static int
set_up(void **state)
{
	(void)state;
	return cyt_ctx_new(&ctx) == 0 ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	cyt_ctx_unref(ctx);
	return 0;
}

static struct cyt_result *
coverage(struct cyt_corpus *corpus, const char *subject, const char *instrument)
{
	struct cyt_result *result;
	struct cyt_terms *terms;

	assert_int_equal(cyt_terms_new(ctx, AS_AT, &terms), 0);
	assert_int_equal(cyt_query_coverage(corpus, subject, instrument, terms, &result), 0);
	cyt_terms_free(terms);
	return result;
}

static struct cyt_table *
table_of(const struct cyt_result *result, enum cyt_layout layout, const char *article)
{
	struct cyt_table *table;

	assert_int_equal(cyt_table_new(result, layout, CYT_KIND_UNKNOWN, article, NULL, &table), 0);
	return table;
}

static const char *const law_02[] = { "tests/data/worked/vocabulary.xml",
				      "tests/data/worked/un.xml", "tests/data/worked/case-02.xml",
				      NULL };

static void
a_profile_has_a_row_per_article(void **state)
{
	struct cyt_corpus *corpus = corpus_of(ctx, mini_names);
	struct cyt_result *result = coverage(corpus, "XN", "harbour-2020");
	struct cyt_table *table = table_of(result, CYT_LAYOUT_PROFILE, NULL);

	(void)state;
	assert_int_equal(cyt_table_row_count(table), cyt_result_provision_count(result));
	assert_ptr_equal(strstr(cyt_table_source(table), "Norland; Harbour Convention on Computer Misuse. As at "),
			 cyt_table_source(table));
	assert_non_null(strstr(cyt_table_source(table), cyt_corpus_digest(corpus)));
	cyt_result_unref(result);
	assert_int_equal(cyt_table_column_count(table), 2);
	assert_string_equal(cyt_table_heading(table, 1), "domestic provisions");
	assert_string_equal(cyt_table_heading(table, 2), "");
	assert_string_equal(cyt_table_cell(table, 0, 2), "");
	assert_string_equal(cyt_table_cell(table, cyt_table_row_count(table), 0), "");
	cyt_table_free(table);
	cyt_corpus_unref(corpus);
}

static void
compatibility_says_what_to_do_and_leaves_room(void **state)
{
	struct cyt_corpus *corpus = corpus_of(ctx, law_02);
	struct cyt_result *result = coverage(corpus, "law-02", "un");
	struct cyt_table *table = table_of(result, CYT_LAYOUT_COMPATIBILITY, "art_7");

	(void)state;
	assert_int_equal(cyt_table_row_count(table), 1);
	assert_int_equal(cyt_table_column_count(table), 7);
	assert_string_equal(cyt_table_cell(table, 0, 1), "obligatory");
	assert_string_equal(cyt_table_cell(table, 0, 3), "yes, by option");
	assert_memory_equal(cyt_table_cell(table, 0, 4), "Nothing.\nLeft out lawfully under", 32);
	assert_string_equal(cyt_table_cell(table, 0, 5), "");
	assert_string_equal(cyt_table_cell(table, 0, 6), "");
	cyt_table_free(table);
	cyt_result_unref(result);
	cyt_corpus_unref(corpus);
}

static size_t
row_of(const struct cyt_table *table, const char *element)
{
	size_t i;

	for (i = 0; i < cyt_table_row_count(table); i++)
		if (strcmp(cyt_table_cell(table, i, 2), element) == 0)
			return i;
	fail_msg("no row on %s", element);
	return 0;
}

static void
elements_say_which_value_nothing_covers(void **state)
{
	static const char *const names[] = { "tests/data/worked/vocabulary.xml",
					     "tests/data/worked/un.xml",
					     "tests/data/worked/case-05.xml", NULL };
	struct cyt_corpus *corpus = corpus_of(ctx, names);
	struct cyt_result *result = coverage(corpus, "law-05", "un");
	struct cyt_table *table = table_of(result, CYT_LAYOUT_ELEMENTS, "art_9");
	size_t row = row_of(table, cyt_facet_label(cyt_corpus_facet_find(corpus, "security"), "en"));

	(void)state;
	assert_string_equal(cyt_table_cell(table, row, 3), "any");
	assert_string_not_equal(cyt_table_cell(table, row, 4), "");
	assert_string_not_equal(cyt_table_cell(table, row, 5), "");
	assert_string_not_equal(cyt_table_cell(table, row, 4), cyt_table_cell(table, row, 5));
	row = row_of(table, cyt_facet_label(cyt_corpus_facet_find(corpus, "fault"), "en"));
	assert_string_equal(cyt_table_cell(table, row, 3), cyt_table_cell(table, row, 4));
	assert_string_equal(cyt_table_cell(table, row, 5), "");
	cyt_table_free(table);
	cyt_result_unref(result);
	cyt_corpus_unref(corpus);
}

static void
layouts_have_names(void **state)
{
	struct cyt_corpus *corpus = corpus_of(ctx, law_02);
	struct cyt_result *result = coverage(corpus, "law-02", "un");
	struct cyt_table *table;
	int i;

	(void)state;
	for (i = CYT_LAYOUT_PROFILE; i <= CYT_LAYOUT_ELEMENTS; i++)
		assert_int_equal(cyt_layout_find(cyt_layout_name((enum cyt_layout)i)), i);
	assert_int_equal(cyt_layout_find("none"), CYT_LAYOUT_UNKNOWN);
	assert_int_equal(cyt_layout_find(NULL), CYT_LAYOUT_UNKNOWN);
	assert_int_equal(cyt_table_new(result, CYT_LAYOUT_UNKNOWN, CYT_KIND_UNKNOWN, NULL, NULL,
				       &table),
			 CYT_ERR_INVALID);
	assert_null(table);
	assert_int_equal(cyt_table_new(result, (enum cyt_layout)4, CYT_KIND_UNKNOWN, NULL, NULL,
				       &table),
			 CYT_ERR_INVALID);
	cyt_table_free(NULL);
	cyt_result_unref(result);
	cyt_corpus_unref(corpus);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_profile_has_a_row_per_article),
		cmocka_unit_test(compatibility_says_what_to_do_and_leaves_room),
		cmocka_unit_test(elements_say_which_value_nothing_covers),
		cmocka_unit_test(layouts_have_names),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

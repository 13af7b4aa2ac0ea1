/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The difference between two coverages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"

#define AS_AT 20260331

static struct cyt_result *
answer(struct cyt_ctx *ctx, struct cyt_corpus *corpus, inquiry question, const char *subject,
       const char *instrument, const char *with)
{
	struct cyt_result *result;
	struct cyt_terms *terms;

	assert_int_equal(cyt_terms_new(ctx, AS_AT, &terms), 0);
	if (with)
		assert_int_equal(cyt_terms_add_law(terms, with), 0);
	assert_int_equal(question(corpus, subject, instrument, terms, &result), 0);
	cyt_terms_free(terms);
	return result;
}

/* The corpus with one more law of Norland, of one provision with this in it. */
static struct cyt_corpus *
with_law(struct fixture *fixture, const char *supply)
{
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	char xml[512];

	snprintf(xml, sizeof(xml),
		 "<law xmlns='urn:cybertreaty:1' id='xn-new' jurisdiction='XN'>"
		 "<provision id='p' num='s. 1'>%s</provision></law>", supply);
	assert_int_equal(cyt_loader_new(fixture->ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "new.xml", xml, strlen(xml)), 0);
	assert_int_equal(cyt_corpus_overlay(fixture->corpus, loader, NULL, &corpus), 0);
	cyt_loader_free(loader);
	return corpus;
}

/* What the law would change for Norland; the coverages are given back at once. */
static struct cyt_result *
change_by(struct fixture *fixture, const char *supply)
{
	struct cyt_corpus *corpus = with_law(fixture, supply);
	struct cyt_result *before, *after, *diff;

	before = answer(fixture->ctx, fixture->corpus, cyt_query_coverage, "XN", "harbour-2020",
			NULL);
	after = answer(fixture->ctx, corpus, cyt_query_coverage, "XN", "harbour-2020", NULL);
	assert_int_equal(cyt_query_diff(before, after, &diff), 0);
	cyt_result_unref(before);
	cyt_result_unref(after);
	cyt_corpus_unref(corpus);
	return diff;
}

static const struct cyt_article *
article_of(const struct cyt_change *change)
{
	return cyt_provision_finding_article(cyt_change_after(change));
}

static void
a_bill_of_the_corpus_changes_what_it_replaces(void **state)
{
	struct fixture *fixture = *state;
	struct cyt_result *before, *after, *diff;
	const struct cyt_change *change;

	before = answer(fixture->ctx, fixture->corpus, cyt_query_coverage, "XN", "harbour-2020",
			NULL);
	after = answer(fixture->ctx, fixture->corpus, cyt_query_coverage, "XN", "harbour-2020",
		       "xn-bill");
	assert_int_equal(cyt_query_diff(before, after, &diff), 0);
	assert_int_equal(cyt_result_question(diff), CYT_QUESTION_DIFF);
	assert_ptr_equal(cyt_result_before(diff), before);
	assert_ptr_equal(cyt_result_after(diff), after);
	assert_string_equal(cyt_result_with_at(diff, 0), "xn-bill");
	assert_int_equal(cyt_result_change_count(diff), 2);
	change = cyt_result_change_at(diff, 0);
	assert_string_equal(cyt_article_id(article_of(change)), "art_4");
	assert_int_equal(cyt_provision_finding_verdict(cyt_change_before(change)),
			 CYT_VERDICT_FULL_BY_OPTION);
	assert_int_equal(cyt_provision_finding_verdict(cyt_change_after(change)), CYT_VERDICT_FULL);
	assert_non_null(cyt_change_row_at(change, 0));
	assert_null(cyt_change_row_at(change, 1));
	/* The companies' liability was tied to the section that is replaced. */
	change = cyt_result_change_at(diff, 1);
	assert_string_equal(cyt_article_id(article_of(change)), "art_8");
	assert_int_equal(cyt_provision_finding_verdict(cyt_change_after(change)), CYT_VERDICT_NONE);
	assert_null(cyt_result_change_at(diff, 2));
	cyt_result_unref(before);
	cyt_result_unref(after);
	cyt_result_unref(diff);
}

static void
nothing_differs_from_itself(void **state)
{
	struct fixture *fixture = *state;
	struct cyt_result *before, *diff;

	before = answer(fixture->ctx, fixture->corpus, cyt_query_coverage, "XS", "harbour-2020",
			NULL);
	assert_int_equal(cyt_query_diff(before, before, &diff), 0);
	assert_int_equal(cyt_result_change_count(diff), 0);
	cyt_result_unref(before);
	cyt_result_unref(diff);
}

static void
an_extended_row_appears_with_its_base(void **state)
{
	struct cyt_result *diff = change_by(*state, "<supply concepts='data.suppress'/>");
	const struct cyt_row_change *row;
	const struct cyt_change *change;
	struct text text = { 0 };

	change = cyt_result_change_at(diff, 1);
	assert_string_equal(cyt_article_id(article_of(change)), "art_7");
	row = cyt_change_row_at(change, 0);
	assert_null(cyt_row_change_before(row));
	assert_string_equal(cyt_concept_id(cyt_demand_concept(
				    cyt_row_finding_demand(cyt_row_change_after(row)))),
			    "data.suppress");
	assert_int_equal(cyt_row_change_sentence(row, text_sink, &text), 0);
	assert_memory_equal(text.bytes, "Before: Not measured", 20);
	free(text.bytes);
	cyt_result_unref(diff);
}

/* A new break point of a quantity makes new cells, but no difference. */
static void
break_points_that_do_not_matter_are_no_change(void **state)
{
	struct cyt_result *diff = change_by(
		*state, "<supply concepts='image.produce'>"
			"<case facet='victim-age' at-least='3' below='4'/></supply>");

	assert_int_not_equal(cyt_concept_cell_count(cyt_corpus_concept_find(
				     cyt_result_corpus(cyt_result_before(diff)), "image.produce")),
			     cyt_concept_cell_count(cyt_corpus_concept_find(
				     cyt_result_corpus(diff), "image.produce")));
	assert_int_equal(cyt_result_change_count(diff), 0);
	cyt_result_unref(diff);
}

static void
a_part_that_is_no_longer_missing_is_a_change(void **state)
{
	struct cyt_result *diff = change_by(
		*state, "<supply concepts='data.suppress'><case facet='harm' is='serious'/>"
			"<condition>of a kind</condition></supply>"
			"<supply concepts='data.alter'><case facet='harm' is='minor'/>"
			"<case facet='fault' is='intent'/></supply>");
	const struct cyt_change *change = cyt_result_change_at(diff, 0);
	size_t i;

	/* The article stays partial. */
	assert_string_equal(cyt_article_id(article_of(change)), "art_5");
	assert_int_equal(cyt_provision_finding_verdict(cyt_change_before(change)),
			 cyt_provision_finding_verdict(cyt_change_after(change)));
	for (i = 0; cyt_change_row_at(change, i); i++)
		;
	/* altering: full; suppressing: from none to partial by a condition */
	assert_int_equal(i, 2);
	cyt_result_unref(diff);
}

static void
only_coverages_of_one_instrument_are_compared(void **state)
{
	struct fixture *fixture = *state;
	struct cyt_result *one, *other, *gaps, *diff;

	one = answer(fixture->ctx, fixture->corpus, cyt_query_coverage, "XN", "harbour-2020", NULL);
	other = answer(fixture->ctx, fixture->corpus, cyt_query_coverage, "XN", "inland-2010",
		       NULL);
	gaps = answer(fixture->ctx, fixture->corpus, cyt_query_gaps, "XN", "harbour-2020", NULL);
	diff = one;
	assert_int_equal(cyt_query_diff(one, other, &diff), CYT_ERR_INVALID);
	assert_null(diff);
	assert_int_equal(cyt_query_diff(one, gaps, &diff), CYT_ERR_INVALID);
	assert_int_equal(cyt_query_diff(gaps, one, &diff), CYT_ERR_INVALID);
	cyt_result_unref(one);
	cyt_result_unref(other);
	cyt_result_unref(gaps);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bill_of_the_corpus_changes_what_it_replaces),
		cmocka_unit_test(nothing_differs_from_itself),
		cmocka_unit_test(an_extended_row_appears_with_its_base),
		cmocka_unit_test(break_points_that_do_not_matter_are_no_change),
		cmocka_unit_test(a_part_that_is_no_longer_missing_is_a_change),
		cmocka_unit_test(only_coverages_of_one_instrument_are_compared),
	};

	return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}

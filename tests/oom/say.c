/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every sentence of every answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "oom/oom.h"

static int
say_row(const struct cyt_row_finding *row, struct text *text)
{
	const struct cyt_demand *demand = cyt_row_finding_demand(row);
	int err = cyt_row_finding_sentence(row, text_sink, text);

	if (err == 0)
		err = cyt_row_finding_explain(row, text_sink, text);
	if (err == 0 && demand)
		err = cyt_demand_citation(demand, text_sink, text);
	return err;
}

/* Whose memory it is shows only where nothing else is asked for in between: things first, then the
 * sentence. */
static int
say_provision(const struct cyt_provision_finding *finding, struct text *text)
{
	int err = cyt_provision_finding_sentence(finding, text_sink, text);
	const struct cyt_conflict *conflict;

	for (size_t i = 0; err == 0 && i < cyt_provision_finding_row_count(finding); i++)
		err = say_row(cyt_provision_finding_row_at(finding, i), text);
	for (size_t i = 0; err == 0 && i < cyt_provision_finding_conflict_count(finding); i++) {
		conflict = cyt_provision_finding_conflict_at(finding, i);
		err = cyt_conflict_sentence(conflict, text_sink, text);
	}
	return err;
}

static int
say_coverage(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_terms_add_law(terms, "rich-bill");
	if (err == 0)
		err = cyt_query_coverage(scene->corpus, "BB", "rich-treaty", terms, &result);
	for (size_t i = 0; err == 0 && i < cyt_result_provision_count(result); i++)
		err = say_provision(cyt_result_provision_at(result, i), text);
	return done(terms, result, err);
}

static int
say_gap(const struct cyt_gap *gap, struct text *text)
{
	const struct cyt_way *option = cyt_gap_option_at(gap, 0);
	int err = cyt_gap_sentence(gap, text_sink, text);

	if (err == 0 && option)
		err = cyt_way_citation(option, text_sink, text);
	return err;
}

static int
say_report(const struct scene *scene, struct cyt_ctx *ctx, const char *subject, struct text *text)
{
	const struct cyt_beyond *beyond;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "es", &terms);

	if (err == 0)
		err = cyt_query_report(scene->mini, subject, "harbour-2020", terms, &result);
	for (size_t i = 0; err == 0 && i < cyt_result_provision_count(result); i++)
		err = say_provision(cyt_result_provision_at(result, i), text);
	for (size_t i = 0; err == 0 && i < cyt_result_gap_count(result); i++)
		err = say_gap(cyt_result_gap_at(result, i), text);
	for (size_t i = 0; err == 0 && i < cyt_result_beyond_count(result); i++) {
		beyond = cyt_result_beyond_at(result, i);
		err = cyt_beyond_sentence(beyond, text_sink, text);
	}
	for (size_t i = 0; err == 0 && cyt_result_unasked_at(result, i); i++)
		err = cyt_result_unasked_sentence(result, i, text_sink, text);
	return done(terms, result, err);
}

/* With options that would excuse what is missing. */
static int
say_gaps(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return say_report(scene, ctx, "XO", text);
}

/* With a conflict. */
static int
say_beyond(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return say_report(scene, ctx, "XS", text);
}

/* What a bill changes. */
static int
say_changes(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct changes changes = { NULL, NULL, NULL, NULL };
	const struct cyt_row_change *row;
	const struct cyt_change *change;
	int err = changes_of(scene, ctx, &changes);

	for (size_t i = 0; err == 0 && i < cyt_result_change_count(changes.diff); i++) {
		change = cyt_result_change_at(changes.diff, i);
		for (size_t k = 0; err == 0 && (row = cyt_change_row_at(change, k)); k++)
			err = cyt_row_change_sentence(row, text_sink, text);
	}
	return changes_done(&changes, err);
}

static int
say_side(const struct cyt_result *result, enum cyt_side side, struct text *text)
{
	const struct cyt_comparison *comparison;
	const struct cyt_difference *difference;
	const struct cyt_match *match;
	int err = 0;

	for (size_t i = 0; err == 0 && i < cyt_result_comparison_count(result, side); i++) {
		comparison = cyt_result_comparison_at(result, side, i);
		for (size_t k = 0; err == 0 && k < cyt_comparison_match_count(comparison); k++) {
			match = cyt_comparison_match_at(comparison, k);
			err = cyt_match_sentence(match, text_sink, text);
		}
		for (size_t k = 0; err == 0 && k < cyt_comparison_difference_count(comparison); k++) {
			difference = cyt_comparison_difference_at(comparison, k);
			err = cyt_difference_sentence(difference, text_sink, text);
		}
	}
	return err;
}

static int
say_comparison(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "fr", &terms);

	if (err == 0)
		err = cyt_query_compare(scene->corpus, "rich-draft", "rich-treaty", terms, &result);
	if (err == 0)
		err = say_side(result, CYT_SIDE_FIRST, text);
	if (err == 0)
		err = say_side(result, CYT_SIDE_SECOND, text);
	return done(terms, result, err);
}

static int
say_dual(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	const struct cyt_dual *dual;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "es", &terms);

	if (err == 0)
		err = cyt_query_dual_against(scene->corpus, "BB", "law-05", "rich-treaty", terms,
					     &result);
	for (size_t i = 0; err == 0 && i < cyt_result_dual_count(result); i++) {
		dual = cyt_result_dual_at(result, i);
		err = cyt_dual_sentence(dual, text_sink, text);
		for (int side = CYT_SIDE_FIRST; err == 0 && side <= CYT_SIDE_SECOND; side++)
			err = cyt_dual_side_sentence(dual, side, text_sink, text);
	}
	return done(terms, result, err);
}

const struct oom_case say_cases[] = {
	CASE(say_coverage),
	CASE(say_gaps),
	CASE(say_beyond),
	CASE(say_changes),
	CASE(say_comparison),
	CASE(say_dual),
	{ NULL, NULL, false, false },
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What can be read of comparisons, dual criminality and safeguards; and boxes, which are drawn when
 * looked at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "oom/oom.h"

/* -- two instruments ---------------------------------------------------------------------------- */

static void
read_comparison(const struct cyt_comparison *comparison, struct text *text)
{
	const struct cyt_difference *difference;
	const struct cyt_match *match;
	size_t i;

	tell(text, cyt_article_id(cyt_comparison_article(comparison)));
	if (cyt_comparison_unread(comparison))
		tell(text, cyt_article_id(cyt_comparison_unread(comparison)));
	for (i = 0; i < cyt_comparison_match_count(comparison); i++) {
		match = cyt_comparison_match_at(comparison, i);
		tell(text, cyt_article_id(cyt_match_article(match)));
		tell_number(text, cyt_match_relation(match, CYT_FLOOR_DUTY));
	}
	for (i = 0; i < cyt_comparison_difference_count(comparison); i++) {
		difference = cyt_comparison_difference_at(comparison, i);
		tell(text, cyt_concept_id(cyt_difference_concept(difference)));
		tell_number(text, cyt_difference_here(difference));
		tell_number(text, cyt_difference_there(difference));
		tell_number(text, cyt_difference_region(difference) != NULL);
	}
}

static void
read_passage(const struct cyt_passage *passage, struct text *text)
{
	tell_number(text, cyt_passage_earlier(passage) != NULL);
	tell_number(text, cyt_passage_later(passage) != NULL);
	tell_number(text, cyt_passage_fate(passage));
	tell_number(text, (uint64_t)cyt_passage_changed(passage));
}

static int
find_comparison(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);
	size_t i;

	if (err == 0)
		err = cyt_query_compare(scene->versions, "letters-2018", "letters-2020", terms,
					&result);
	if (err < 0)
		return done(terms, result, err);
	for (int side = CYT_SIDE_FIRST; side <= CYT_SIDE_SECOND; side++)
		for (i = 0; i < cyt_result_comparison_count(result, side); i++)
			read_comparison(cyt_result_comparison_at(result, side, i), text);
	tell(text, cyt_instrument_id(cyt_result_earlier(result)));
	tell(text, cyt_instrument_id(cyt_result_later(result)));
	for (i = 0; i < cyt_result_passage_count(result); i++)
		read_passage(cyt_result_passage_at(result, i), text);
	return done(terms, result, 0);
}

/* -- two States, powers ------------------------------------------------------------------------- */

static void
read_side(const struct cyt_result *result, const struct cyt_dual *dual, enum cyt_side side,
	  struct text *text)
{
	tell(text, cyt_result_state(result, side));
	tell(text, cyt_result_state_kind(result, side));
	tell(text, cyt_result_state_title(result, side));
	tell_number(text, cyt_dual_outside(dual, side) != NULL);
	tell_number(text, cyt_dual_supplied_by_at(dual, side, 0) != NULL);
	tell_number(text, cyt_dual_conditional_at(dual, side, 0) != NULL);
}

static int
find_dual(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_dual *dual;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_dual(scene->mini, "XN", "XO", "system.access,security=protected", terms,
				     &result);
	for (size_t i = 0; err == 0 && i < cyt_result_dual_count(result); i++) {
		dual = cyt_result_dual_at(result, i);
		tell(text, cyt_result_facts(result));
		tell_number(text, cyt_dual_verdict(dual));
		tell_number(text, cyt_dual_basis(dual));
		tell_number(text, (uint64_t)cyt_dual_consulted(dual));
		tell_number(text, cyt_dual_demand(dual) != NULL);
		tell_number(text, cyt_dual_facts(dual) != NULL);
		tell_number(text, cyt_dual_both(dual) != NULL);
		read_side(result, dual, CYT_SIDE_FIRST, text);
		read_side(result, dual, CYT_SIDE_SECOND, text);
	}
	return done(terms, result, err);
}

static int
find_safeguards(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const char *subject = cyt_law_id(cyt_corpus_law_at(scene->powers, 0));
	const struct cyt_power_finding *power;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_safeguards(scene->powers, subject, NULL, terms, &result);
	for (size_t i = 0; err == 0 && i < cyt_result_power_count(result); i++) {
		power = cyt_result_power_at(result, i);
		tell_number(text, cyt_power_finding_value(power) != NULL);
		tell_number(text, (uint64_t)cyt_power_finding_is_held(power));
		tell_number(text, cyt_power_finding_concept_at(power, 0) != NULL);
		tell_number(text, cyt_power_finding_safeguard_at(power, 0) != NULL);
	}
	if (err == 0)
		tell_number(text, cyt_result_untied_at(result, 0) != NULL);
	return done(terms, result, err);
}

/* -- boxes -------------------------------------------------------------------------------------- */

/* Ways of looking at a region for the first time. */
enum glance { GLANCE_BOXES, GLANCE_CELLS, GLANCE_RESTRICTS, GLANCE_VALUE, GLANCE_INTERVAL, GLANCES };

/* What is said without memory. */
static void
glance(const struct cyt_region *region, enum glance how)
{
	size_t before = oom_refusals();
	uint32_t at_least, below;
	bool blank;

	if (how == GLANCE_BOXES)
		blank = cyt_region_box_count(region) == 0;
	else if (how == GLANCE_CELLS)
		blank = cyt_region_cell_count(region) == UINT64_MAX;
	else if (how == GLANCE_RESTRICTS)
		blank = cyt_region_box_restricts(region, 0, 0) == 0;
	else if (how == GLANCE_VALUE)
		blank = cyt_region_box_value_at(region, 0, 0, 0) == NULL;
	else
		blank = cyt_region_box_interval_at(region, 0, 0, 0, &at_least, &below) == 0;
	if (oom_refusals() != before)
		assert_true(blank);
}

static void
look_at_facet(const struct cyt_region *region, size_t box, size_t facet, struct text *text)
{
	uint32_t at_least, below;
	const char *value;
	size_t i;

	tell_number(text, (uint64_t)cyt_region_box_restricts(region, box, facet));
	for (i = 0; (value = cyt_region_box_value_at(region, box, facet, i)); i++)
		tell(text, value);
	for (i = 0; cyt_region_box_interval_at(region, box, facet, i, &at_least, &below); i++)
		tell_number(text, below);
}

/* A region that found no memory is whole when there is some again. */
static void
look(const struct cyt_region *region, enum glance how, struct text *text)
{
	size_t facets, boxes;

	glance(region, how);
	if (oom_refusals() && oom_forever()) {
		assert_true(cyt_region_cell_count(region) == UINT64_MAX);
		return;
	}
	boxes = cyt_region_box_count(region);
	facets = cyt_concept_facet_count(cyt_region_concept(region));
	tell_number(text, cyt_region_cell_count(region));
	for (size_t i = 0; i < boxes; i++)
		for (size_t facet = 0; facet < facets; facet++)
			look_at_facet(region, i, facet, text);
}

static void
look_at_row(const struct cyt_row_finding *row, size_t *turn, struct text *text)
{
	const struct cyt_region *region;

	for (int which = CYT_ROW_REGION_DEMANDED; which <= CYT_ROW_REGION_MISSING_WIDE; which++) {
		region = cyt_row_finding_region(row, (enum cyt_row_region)which);
		if (region)
			look(region, (*turn)++ % GLANCES, text);
	}
	if (cyt_row_finding_supplied_by_count(row))
		look(cyt_evidence_region(cyt_row_finding_supplied_by_at(row, 0)),
		     (*turn)++ % GLANCES, text);
}

/* CYT_ERR_NOMEM where a region went without, though all of it is there in the end. */
static int
look_at_boxes(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_provision_finding *finding;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	size_t turn = 0;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_report(scene->mini, "XN", "harbour-2020", terms, &result);
	for (size_t i = 0; err == 0 && i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		for (size_t k = 0; k < cyt_provision_finding_row_count(finding); k++)
			look_at_row(cyt_provision_finding_row_at(finding, k), &turn, text);
	}
	for (size_t i = 0; err == 0 && i < cyt_result_beyond_count(result); i++)
		look(cyt_beyond_region(cyt_result_beyond_at(result, i)), turn++ % GLANCES, text);
	if (err == 0 && oom_refusals())
		err = CYT_ERR_NOMEM;
	return done(terms, result, err);
}

/* -- by which provisions ------------------------------------------------------------------------ */

/* Ways of asking first. */
enum asking { ASK_COUNT, ASK_FIRST, ASK_BASIS, ASK_CONSULTED };

/* Something that names its provisions: what goes beyond, what is in conflict, or else a concept that
 * nobody asks for. */
struct reach {
	const struct cyt_beyond *beyond;
	const struct cyt_conflict *conflict;
	const struct cyt_result *result;
	size_t unasked;
};

static size_t
reach_count(const struct reach *reach)
{
	if (reach->beyond)
		return cyt_beyond_supplied_by_count(reach->beyond);
	if (reach->conflict)
		return cyt_conflict_supplied_by_count(reach->conflict);
	return cyt_result_unasked_supplied_by_count(reach->result, reach->unasked);
}

static const struct cyt_evidence *
reach_at(const struct reach *reach, size_t i)
{
	if (reach->beyond)
		return cyt_beyond_supplied_by_at(reach->beyond, i);
	if (reach->conflict)
		return cyt_conflict_supplied_by_at(reach->conflict, i);
	return cyt_result_unasked_supplied_by_at(reach->result, reach->unasked, i);
}

static enum cyt_basis
reach_basis(const struct reach *reach)
{
	if (reach->beyond)
		return cyt_beyond_basis(reach->beyond);
	if (reach->conflict)
		return cyt_conflict_basis(reach->conflict);
	return cyt_result_unasked_basis(reach->result, reach->unasked);
}

static cyt_date
reach_consulted(const struct reach *reach)
{
	if (reach->beyond)
		return cyt_beyond_consulted(reach->beyond);
	if (reach->conflict)
		return cyt_conflict_consulted(reach->conflict);
	return cyt_result_unasked_consulted(reach->result, reach->unasked);
}

static bool
says_nothing(const struct reach *reach, enum asking how)
{
	if (how == ASK_COUNT)
		return reach_count(reach) == 0;
	if (how == ASK_FIRST)
		return reach_at(reach, 0) == NULL;
	if (how == ASK_BASIS)
		return reach_basis(reach) == CYT_BASIS_UNKNOWN;
	return reach_consulted(reach) == 0;
}

static void
tell_evidence(const struct cyt_evidence *evidence, struct text *text)
{
	tell(text, cyt_provision_id(cyt_evidence_provision(evidence)));
	tell_number(text, (uint64_t)cyt_evidence_is_redundant(evidence));
	look(cyt_evidence_region(evidence), GLANCE_CELLS, text);
}

/* What found no memory is whole when there is some again. */
static void
ask_reach(const struct reach *reach, enum asking how, struct text *text)
{
	size_t before = oom_refusals(), i;
	bool nothing = says_nothing(reach, how);

	if (oom_refusals() != before)
		assert_true(nothing);
	if (oom_refusals() && oom_forever()) {
		assert_true(nothing);
		return;
	}
	for (i = 0; i < reach_count(reach); i++)
		tell_evidence(reach_at(reach, i), text);
	assert_true(i > 0);
	tell_number(text, reach_basis(reach));
	tell_number(text, (uint64_t)reach_consulted(reach));
}

static int
ask_support(const struct scene *scene, struct cyt_ctx *ctx, enum asking how, struct text *text)
{
	const struct cyt_provision_finding *finding;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	struct reach reach = { .beyond = NULL };
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_beyond(scene->mini, "XS", "harbour-2020", terms, &result);
	for (size_t i = 0; err == 0 && i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		reach.conflict = cyt_provision_finding_conflict_at(finding, 0);
		ask_reach(&reach, how, text);
	}
	reach.conflict = NULL;
	for (size_t i = 0; err == 0 && i < cyt_result_beyond_count(result); i++) {
		reach.beyond = cyt_result_beyond_at(result, i);
		ask_reach(&reach, how, text);
	}
	reach.beyond = NULL;
	reach.result = result;
	for (; err == 0 && cyt_result_unasked_at(result, reach.unasked); reach.unasked++)
		ask_reach(&reach, how, text);
	if (err == 0 && oom_refusals())
		err = CYT_ERR_NOMEM;
	return done(terms, result, err);
}

static int
count_support(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask_support(scene, ctx, ASK_COUNT, text);
}

static int
first_support(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask_support(scene, ctx, ASK_FIRST, text);
}

static int
basis_of_support(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask_support(scene, ctx, ASK_BASIS, text);
}

static int
date_of_support(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask_support(scene, ctx, ASK_CONSULTED, text);
}

const struct oom_case pair_cases[] = {
	CASE(find_comparison),
	CASE(find_dual),
	CASE(find_safeguards),
	{ "look_at_boxes", look_at_boxes, false, true },
	{ "count_support", count_support, false, true },
	{ "first_support", first_support, false, true },
	{ "basis_of_support", basis_of_support, false, true },
	{ "date_of_support", date_of_support, false, true },
	{ NULL, NULL, false, false },
};

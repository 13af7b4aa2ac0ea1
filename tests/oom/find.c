/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Everything that can be read of an answer, but for boxes and sentences. Nothing of it needs memory,
 * which the last test checks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "oom/oom.h"

static void
read_region(const struct cyt_region *region, struct text *text)
{
	tell(text, region ? cyt_concept_id(cyt_region_concept(region)) : NULL);
}

static void
read_extension(const struct cyt_extend *extend, struct text *text)
{
	const struct cyt_provision *provision = cyt_extend_provision(extend);

	tell(text, cyt_extend_id(extend));
	tell(text, cyt_law_id(cyt_extend_law(extend)));
	tell(text, provision ? cyt_provision_id(provision) : NULL);
}

static void
read_evidence(const struct cyt_evidence *evidence, struct text *text)
{
	const struct cyt_law *law = cyt_evidence_law(evidence);
	const struct cyt_provision *provision = cyt_evidence_provision(evidence);

	tell(text, law ? cyt_law_id(law) : NULL);
	tell(text, provision ? cyt_provision_id(provision) : NULL);
	tell_number(text, cyt_evidence_demand(evidence) != NULL);
	tell_number(text, (uint64_t)cyt_evidence_is_redundant(evidence));
	tell(text, cyt_evidence_condition_at(evidence, 0));
	read_region(cyt_evidence_region(evidence), text);
	if (cyt_evidence_via(evidence))
		read_extension(cyt_evidence_via(evidence), text);
}

static void
read_way(const struct cyt_way *way, struct text *text)
{
	tell(text, way ? cyt_way_id(way) : NULL);
	if (!way)
		return;
	tell_number(text, (uint64_t)cyt_way_is_reservable(way));
	tell(text, cyt_demand_id(cyt_way_demand(way)));
}

static void
read_ways_out(const struct cyt_row_finding *row, struct text *text)
{
	uint32_t group, alternative;
	size_t i;

	for (i = 0; i < cyt_row_finding_option_used_count(row); i++)
		read_way(cyt_row_finding_option_used_at(row, i), text);
	for (i = 0; i < cyt_row_finding_optional_covered_count(row); i++)
		read_way(cyt_row_finding_optional_covered_at(row, i), text);
	for (i = 0; i < cyt_row_finding_reservation_used_count(row); i++)
		tell(text, cyt_action_id(cyt_row_finding_reservation_used_at(row, i)));
	for (i = 0; i < cyt_row_finding_path_count(row); i++) {
		cyt_row_finding_path_at(row, i, &group, &alternative);
		tell_number(text, group);
		tell_number(text, alternative);
	}
}

static void
read_row(const struct cyt_row_finding *row, struct text *text)
{
	size_t i;

	tell_number(text, cyt_row_finding_demand(row) != NULL);
	tell(text, cyt_concept_id(cyt_row_finding_concept(row)));
	tell_number(text, cyt_row_finding_verdict(row));
	tell_number(text, cyt_row_finding_basis(row));
	tell_number(text, (uint64_t)cyt_row_finding_consulted(row));
	tell_number(text, cyt_row_finding_justifiable(row));
	for (i = CYT_ROW_REGION_DEMANDED; i <= CYT_ROW_REGION_MISSING_WIDE; i++)
		read_region(cyt_row_finding_region(row, (enum cyt_row_region)i), text);
	for (i = 0; i < cyt_row_finding_supplied_by_count(row); i++)
		read_evidence(cyt_row_finding_supplied_by_at(row, i), text);
	for (i = 0; i < cyt_row_finding_conditional_count(row); i++)
		read_evidence(cyt_row_finding_conditional_at(row, i), text);
	read_ways_out(row, text);
}

static void
read_provision(const struct cyt_provision_finding *finding, struct text *text)
{
	const struct cyt_conflict *conflict;
	size_t assessed, rows, i;

	tell(text, cyt_article_id(cyt_provision_finding_article(finding)));
	tell_number(text, cyt_provision_finding_verdict(finding));
	cyt_provision_finding_assessed(finding, &assessed, &rows);
	tell_number(text, assessed);
	for (i = 0; i < cyt_provision_finding_row_count(finding); i++)
		read_row(cyt_provision_finding_row_at(finding, i), text);
	for (i = 0; i < cyt_provision_finding_inherited_count(finding); i++)
		read_row(cyt_provision_finding_inherited_at(finding, i), text);
	for (i = 0; i < cyt_provision_finding_conflict_count(finding); i++) {
		conflict = cyt_provision_finding_conflict_at(finding, i);
		tell(text, cyt_conflict_id(conflict));
		tell(text, cyt_concept_id(cyt_conflict_concept(conflict)));
		read_region(cyt_conflict_region(conflict), text);
	}
}

/* What every answer says of its question. */
static void
read_question(const struct cyt_result *result, struct text *text)
{
	tell_number(text, cyt_result_question(result));
	tell_number(text, cyt_result_corpus(result) != NULL);
	tell(text, cyt_result_subject(result));
	tell(text, cyt_result_subject_kind(result));
	tell(text, cyt_result_subject_title(result));
	tell_number(text, cyt_result_instrument(result) != NULL);
	tell_number(text, (uint64_t)cyt_result_as_at(result));
	tell(text, cyt_result_lang(result));
	tell(text, cyt_result_with_at(result, 0));
	tell_number(text, cyt_result_basis(result));
	tell_number(text, cyt_result_total(result, CYT_MODALITY_SHALL, CYT_VERDICT_FULL));
}

static void
read_beyond(const struct cyt_result *result, struct text *text)
{
	const struct cyt_beyond *beyond;
	const struct cyt_concept *concept;
	size_t i;

	for (i = 0; i < cyt_result_beyond_count(result); i++) {
		beyond = cyt_result_beyond_at(result, i);
		tell(text, cyt_concept_id(cyt_beyond_concept(beyond)));
		tell_number(text, cyt_beyond_concern(beyond));
		tell_number(text, cyt_beyond_by_silence_at(beyond, 0) != NULL);
		read_region(cyt_beyond_region(beyond), text);
	}
	for (i = 0; (concept = cyt_result_unasked_at(result, i)); i++)
		tell(text, cyt_concept_id(concept));
}

static void
read_gaps(const struct cyt_result *result, struct text *text)
{
	const struct cyt_evidence *model;
	const struct cyt_gap *gap;
	size_t i, k;

	for (i = 0; i < cyt_result_gap_count(result); i++) {
		gap = cyt_result_gap_at(result, i);
		read_row(cyt_gap_row(gap), text);
		read_way(cyt_gap_option_at(gap, 0), text);
		read_way(cyt_gap_reservable_at(gap, 0), text);
		for (k = 0; (model = cyt_gap_model_at(gap, k)); k++)
			read_evidence(model, text);
	}
}

static int
find_coverage(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "es", &terms);

	if (err == 0)
		err = cyt_terms_add_law(terms, "rich-bill");
	if (err == 0)
		err = cyt_terms_set_basis(terms, CYT_BASIS_UNVERIFIED);
	if (err == 0)
		err = cyt_query_report(scene->corpus, "BB", "rich-treaty", terms, &result);
	if (err < 0)
		return done(terms, result, err);
	cyt_result_unref(cyt_result_ref(result));
	read_question(result, text);
	for (size_t i = 0; i < cyt_result_provision_count(result); i++)
		read_provision(cyt_result_provision_at(result, i), text);
	read_beyond(result, text);
	read_gaps(result, text);
	return done(terms, result, 0);
}

/* With a conflict, and with cases covered that an option against overreach leaves out. */
static int
find_beyond(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_report(scene->mini, "XS", "harbour-2020", terms, &result);
	for (size_t i = 0; err == 0 && i < cyt_result_provision_count(result); i++)
		read_provision(cyt_result_provision_at(result, i), text);
	if (err == 0)
		read_beyond(result, text);
	return done(terms, result, err);
}

static int
find_words(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result;
	int err = cyt_query_search(scene->mini, "access", NULL, &result);
	const struct cyt_hit *hit;

	(void)ctx;
	for (size_t i = 0; err == 0 && i < cyt_result_hit_count(result); i++) {
		hit = cyt_result_hit_at(result, i);
		tell(text, cyt_hit_id(hit));
		tell(text, cyt_element_name(cyt_hit_element(hit)));
	}
	cyt_result_unref(result);
	return err;
}

static int
find_changes(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct changes changes = { NULL, NULL, NULL, NULL };
	const struct cyt_row_change *row;
	const struct cyt_change *change;
	int err = changes_of(scene, ctx, &changes);

	for (size_t i = 0; err == 0 && i < cyt_result_change_count(changes.diff); i++) {
		change = cyt_result_change_at(changes.diff, i);
		read_provision(cyt_change_before(change), text);
		read_provision(cyt_change_after(change), text);
		for (size_t k = 0; (row = cyt_change_row_at(change, k)); k++) {
			tell_number(text, cyt_row_change_before(row) != NULL);
			tell_number(text, cyt_row_change_after(row) != NULL);
		}
	}
	if (err == 0) {
		tell_number(text, cyt_result_before(changes.diff) == changes.before);
		tell_number(text, cyt_result_after(changes.diff) == changes.after);
	}
	return changes_done(&changes, err);
}

static void
read_holder(const struct cyt_holder *holder, struct text *text)
{
	tell(text, cyt_holder_subject(holder));
	tell(text, cyt_holder_kind(holder));
	tell(text, cyt_holder_title(holder));
	tell_number(text, cyt_holder_verdict(holder));
	tell_number(text, cyt_holder_verdict_at(holder, 3));
	for (size_t i = 0; i < cyt_holder_row_count(holder); i++)
		read_row(cyt_holder_row_at(holder, i), text);
}

static void
read_holders(const struct cyt_result *result, struct text *text)
{
	for (size_t i = 0; i < cyt_result_holder_count(result); i++)
		read_holder(cyt_result_holder_at(result, i), text);
	tell_number(text, cyt_result_target(result) != NULL);
}

static int
find_everybody(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *matrix = NULL, *covering = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_matrix(scene->mini, "harbour-2020", CYT_MATRIX_BY_JURISDICTION, terms,
				       &matrix);
	if (err == 0)
		err = cyt_query_covering(scene->mini, "system.access", terms, &covering);
	if (err == 0) {
		read_holders(matrix, text);
		read_holders(covering, text);
	}
	cyt_result_unref(covering);
	return done(terms, matrix, err);
}

const struct oom_case find_cases[] = {
	CASE(find_coverage),
	CASE(find_beyond),
	CASE(find_words),
	CASE(find_changes),
	CASE(find_everybody),
	{ NULL, NULL, false, false },
};

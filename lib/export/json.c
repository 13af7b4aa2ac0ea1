/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Results as JSON: coverage, gaps, beyond. */
#include <cybertreaty/export.h>

#include <stdio.h>
#include <string.h>

#include "export/result_json.h"
#include "export/sink.h"
#include "export/supposed.h"
#include "model/corpus.h"

static const enum cyt_modality modalities[] = {
	CYT_MODALITY_SHALL,
	CYT_MODALITY_ENDEAVOUR,
	CYT_MODALITY_CONSIDER,
	CYT_MODALITY_MAY,
};

static const enum cyt_verdict verdicts[] = {
	CYT_VERDICT_FULL,    CYT_VERDICT_FULL_BY_OPTION, CYT_VERDICT_FULL_BY_RESERVATION,
	CYT_VERDICT_PARTIAL, CYT_VERDICT_NONE,           CYT_VERDICT_NOT_ASSESSED,
};

static json_t *
result_with(struct values *values, const struct cyt_result *result)
{
	struct supposed supposed = {.corpus = cyt_result_corpus(result)};
	json_t *array = json_array();
	const char *with;
	size_t i;

	for (i = 0; (with = cyt_result_with_at(result, i)) != NULL; i++)
		values_add(values, array, value_text(with));
	while ((with = supposed_next(&supposed)) != NULL)
		values_add(values, array, value_text(with));
	return array;
}

static json_t *
result_subject(struct values *values, const struct cyt_result *result)
{
	json_t *object = json_object();

	values_put(values, object, "id", value_text(cyt_result_subject(result)));
	values_put(values, object, "kind", value_text(cyt_result_subject_kind(result)));
	values_put(values, object, "title", value_text(cyt_result_subject_title(result)));
	return object;
}

json_t *
result_instrument(struct values *values, const struct cyt_result *result)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	json_t *object;

	if (!instrument)
		return json_null();
	object = json_object();
	values_put(values, object, "id", value_text(cyt_instrument_id(instrument)));
	values_put(values, object, "title", value_text(cyt_instrument_title(instrument, values->lang)));
	return object;
}

json_t *
result_head(struct values *values, const struct cyt_result *result)
{
	json_t *head = json_object();

	values_put(values, head, "data", value_data(values, cyt_result_corpus(result)));
	values_put(values, head, "as_at", value_date(cyt_result_as_at(result)));
	values_put(values, head, "with", result_with(values, result));
	values_put(values, head, "subject", result_subject(values, result));
	return head;
}

json_t *
result_opening(struct values *values, const char *name, const struct cyt_result *result)
{
	json_t *document = value_document(values, name, cyt_result_corpus(result));

	values_put(values, document, "as_at", value_date(cyt_result_as_at(result)));
	values_put(values, document, "with", result_with(values, result));
	return document;
}

json_t *
result_document(struct values *values, const char *name, const struct cyt_result *result)
{
	json_t *document = result_opening(values, name, result);

	values_put(values, document, "subject", result_subject(values, result));
	values_put(values, document, "instrument", result_instrument(values, result));
	return document;
}

/* The articles that an answer is limited to; 0 and NULL limit nothing. */
struct choice {
	enum cyt_kind only;
	const char *article;
};

static bool
is_chosen(const struct choice *choice, const struct cyt_provision_finding *finding)
{
	const struct cyt_article *article = cyt_provision_finding_article(finding);

	if (choice->only != CYT_KIND_UNKNOWN && cyt_article_kind(article) != choice->only)
		return false;
	return !choice->article || strcmp(cyt_article_id(article), choice->article) == 0;
}

static size_t
article_total(const struct cyt_provision_finding *finding, enum cyt_modality modality,
	      enum cyt_verdict verdict)
{
	const struct cyt_row_finding *row;
	size_t count = 0, i;

	if (modality == CYT_MODALITY_SHALL)
		return cyt_provision_finding_verdict(finding) == verdict;
	for (i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		row = cyt_provision_finding_row_at(finding, i);
		if (cyt_demand_modality(cyt_row_finding_demand(row)) == modality &&
		    cyt_row_finding_verdict(row) == verdict)
			count++;
	}
	return count;
}

static size_t
chosen_total(const struct cyt_result *result, const struct choice *choice,
	     enum cyt_modality modality, enum cyt_verdict verdict)
{
	const struct cyt_provision_finding *finding;
	size_t count = 0, i;

	if (choice->only == CYT_KIND_UNKNOWN && !choice->article)
		return cyt_result_total(result, modality, verdict);
	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		if (is_chosen(choice, finding))
			count += article_total(finding, modality, verdict);
	}
	return count;
}

static json_t *
result_totals(struct values *values, const struct cyt_result *result, const struct choice *choice)
{
	json_t *totals = json_object(), *counts;
	size_t m, v;

	for (m = 0; m < sizeof(modalities) / sizeof(*modalities); m++) {
		counts = json_object();
		for (v = 0; v < sizeof(verdicts) / sizeof(*verdicts); v++)
			values_put(values, counts, cyt_verdict_name(verdicts[v]),
				   json_integer((json_int_t)chosen_total(
					   result, choice, modalities[m], verdicts[v])));
		values_put(values, totals, cyt_modality_name(modalities[m]), counts);
	}
	return totals;
}

json_t *
coverage_totals(struct values *values, const struct cyt_result *result)
{
	static const struct choice everything;

	return result_totals(values, result, &everything);
}

static bool
article_demands(const struct cyt_provision_finding *finding, const struct cyt_concept *concept)
{
	const struct cyt_row_finding *row;
	size_t i;

	for (i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		row = cyt_provision_finding_row_at(finding, i);
		if (cyt_demand_concept(cyt_row_finding_demand(row)) == concept)
			return true;
	}
	return false;
}

/* A part of an instrument is exceeded only on what that part is about. */
static bool
concept_is_chosen(const struct cyt_result *result, const struct choice *choice,
		  const struct cyt_concept *concept)
{
	const struct cyt_provision_finding *finding;
	size_t i;

	if (choice->only == CYT_KIND_UNKNOWN && !choice->article)
		return true;
	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		if (is_chosen(choice, finding) && article_demands(finding, concept))
			return true;
	}
	return false;
}

static json_t *
result_beyond(struct values *values, const struct cyt_result *result, const struct choice *choice)
{
	json_t *array = json_array();
	const struct cyt_beyond *beyond;
	size_t i;

	for (i = 0; i < cyt_result_beyond_count(result); i++) {
		beyond = cyt_result_beyond_at(result, i);
		if (concept_is_chosen(result, choice, cyt_beyond_concept(beyond)))
			values_add(values, array, beyond_json(values, beyond));
	}
	return array;
}

static json_t *
result_unasked(struct values *values, const struct cyt_result *result, const struct choice *choice)
{
	json_t *array = json_array();
	const struct cyt_concept *concept;
	size_t i;

	if (choice->only != CYT_KIND_UNKNOWN || choice->article)
		return array;
	for (i = 0; (concept = cyt_result_unasked_at(result, i)) != NULL; i++)
		values_add(values, array, value_text(cyt_concept_id(concept)));
	return array;
}

static json_t *
result_provisions(struct values *values, const struct cyt_result *result,
		  const struct choice *choice)
{
	json_t *array = json_array();
	const struct cyt_provision_finding *finding;
	size_t i;

	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		if (is_chosen(choice, finding))
			values_add(values, array, provision_finding_json(values, finding));
	}
	return array;
}

static json_t *
coverage_document(struct values *values, const struct cyt_result *result,
		  const struct choice *choice)
{
	json_t *document = result_document(values, "coverage", result);

	values_put(values, document, "totals", result_totals(values, result, choice));
	values_put(values, document, "provisions", result_provisions(values, result, choice));
	values_put(values, document, "beyond", result_beyond(values, result, choice));
	values_put(values, document, "unasked", result_unasked(values, result, choice));
	return document;
}

static json_t *
gaps_document(struct values *values, const struct cyt_result *result)
{
	json_t *document = result_document(values, "gaps", result);
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_result_gap_count(result); i++)
		values_add(values, array, gap_json(values, cyt_result_gap_at(result, i)));
	values_put(values, document, "gaps", array);
	return document;
}

static json_t *
result_conflicts(struct values *values, const struct cyt_result *result)
{
	const struct cyt_provision_finding *finding;
	json_t *array = json_array(), *object;
	const char *article;
	size_t i, k;

	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		article = cyt_article_id(cyt_provision_finding_article(finding));
		for (k = 0; k < cyt_provision_finding_conflict_count(finding); k++) {
			object = json_object();
			values_put(values, object, "article", value_text(article));
			conflict_put(values, object, cyt_provision_finding_conflict_at(finding, k));
			values_add(values, array, object);
		}
	}
	return array;
}

static json_t *
beyond_document(struct values *values, const struct cyt_result *result)
{
	static const struct choice everything;
	json_t *document = result_document(values, "beyond", result);

	values_put(values, document, "beyond", result_beyond(values, result, &everything));
	values_put(values, document, "unasked", result_unasked(values, result, &everything));
	values_put(values, document, "conflicts", result_conflicts(values, result));
	return document;
}

int
cyt_export_coverage_json(const struct cyt_result *result, enum cyt_kind only, const char *article,
			 cyt_sink sink, void *data)
{
	struct values values = {.hooks = corpus_hooks(cyt_result_corpus(result)),
				.lang = cyt_result_lang(result)};
	struct choice choice = {.only = only, .article = article};

	if (cyt_result_question(result) != CYT_QUESTION_COVERAGE)
		return CYT_ERR_INVALID;
	return values_write(&values, coverage_document(&values, result, &choice), sink, data);
}

int
cyt_export_json(const struct cyt_result *result, cyt_sink sink, void *data)
{
	struct values values = {.hooks = corpus_hooks(cyt_result_corpus(result)),
				.lang = cyt_result_lang(result)};

	switch (cyt_result_question(result)) {
	case CYT_QUESTION_COVERAGE:
		return cyt_export_coverage_json(result, CYT_KIND_UNKNOWN, NULL, sink, data);
	case CYT_QUESTION_GAPS:
		return values_write(&values, gaps_document(&values, result), sink, data);
	case CYT_QUESTION_BEYOND:
		return values_write(&values, beyond_document(&values, result), sink, data);
	case CYT_QUESTION_SEARCH:
		return values_write(&values, search_json(&values, result), sink, data);
	case CYT_QUESTION_DIFF:
		return values_write(&values, diff_json(&values, result), sink, data);
	case CYT_QUESTION_MATRIX:
		return values_write(&values, matrix_json(&values, result), sink, data);
	case CYT_QUESTION_COVERING:
		return values_write(&values, covering_json(&values, result), sink, data);
	case CYT_QUESTION_SAFEGUARDS:
		return values_write(&values, safeguards_json(&values, result), sink, data);
	case CYT_QUESTION_COMPARE:
		return values_write(&values, compare_json(&values, result), sink, data);
	case CYT_QUESTION_DUAL:
		return values_write(&values, dual_json(&values, result), sink, data);
	default:
		return CYT_ERR_INVALID;
	}
}

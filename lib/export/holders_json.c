/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Answers about everybody as JSON: matrix and covering. */
#include "export/result_json.h"

static json_t *
holder_verdict(enum cyt_verdict verdict)
{
	return verdict == CYT_VERDICT_UNKNOWN ? json_null() : value_text(cyt_verdict_name(verdict));
}

static json_t *
article_ids(struct values *values, const struct cyt_instrument *instrument)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++)
		values_add(values, array,
			   value_text(cyt_article_id(cyt_instrument_article_at(instrument, i))));
	return array;
}

json_t *
matrix_json(struct values *values, const struct cyt_result *result)
{
	size_t articles = cyt_instrument_article_count(cyt_result_instrument(result)), i, k;
	json_t *document = result_opening(values, "matrix", result);
	json_t *rows = json_array(), *row, *verdicts;
	const struct cyt_holder *holder;

	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++) {
		verdicts = json_array();
		for (k = 0; k < articles; k++)
			values_add(values, verdicts,
				   holder_verdict(cyt_holder_verdict_at(holder, k)));
		row = json_object();
		values_put(values, row, "subject", value_text(cyt_holder_subject(holder)));
		values_put(values, row, "verdicts", verdicts);
		values_add(values, rows, row);
	}
	values_put(values, document, "instrument", result_instrument(values, result));
	values_put(values, document, "articles",
		   article_ids(values, cyt_result_instrument(result)));
	values_put(values, document, "rows", rows);
	return document;
}

static json_t *
target_json(struct values *values, const struct cyt_result *result)
{
	const struct cyt_element *target = cyt_result_target(result);
	json_t *object = json_object();

	values_put(values, object, "id", value_text(cyt_element_attribute(target, "id")));
	values_put(values, object, "kind", value_text(cyt_element_name(target)));
	values_put(values, object, "title", value_text(cyt_element_title(target, values->lang)));
	return object;
}

static json_t *
holder_json(struct values *values, const struct cyt_holder *holder)
{
	json_t *object = json_object(), *rows = json_array();
	size_t i;

	for (i = 0; i < cyt_holder_row_count(holder); i++)
		values_add(values, rows, row_finding_json(values, cyt_holder_row_at(holder, i)));
	values_put(values, object, "subject", value_text(cyt_holder_subject(holder)));
	values_put(values, object, "kind", value_text(cyt_holder_kind(holder)));
	values_put(values, object, "title", value_text(cyt_holder_title(holder)));
	values_put(values, object, "verdict", holder_verdict(cyt_holder_verdict(holder)));
	values_put(values, object, "demands", rows);
	return object;
}

json_t *
covering_json(struct values *values, const struct cyt_result *result)
{
	json_t *document = result_opening(values, "covering", result);
	json_t *holders = json_array();
	const struct cyt_holder *holder;
	size_t i;

	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++)
		values_add(values, holders, holder_json(values, holder));
	values_put(values, document, "instrument", result_instrument(values, result));
	values_put(values, document, "target", target_json(values, result));
	values_put(values, document, "covering", holders);
	return document;
}

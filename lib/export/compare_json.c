/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two instruments side by side as JSON. */
#include "export/result_json.h"

static json_t *
match_json(struct values *values, const struct cyt_match *match)
{
	static const struct {
		const char *key;
		enum cyt_floor floor;
	} floors[] = {
		{"relation", CYT_FLOOR_DUTY},
		{"floor_by_option", CYT_FLOOR_BY_OPTION},
		{"floor_by_reservation", CYT_FLOOR_BY_RESERVATION},
	};
	json_t *object = json_object();
	size_t i;

	values_put(values, object, "article",
		   value_text(cyt_article_id(cyt_match_article(match))));
	for (i = 0; i < sizeof(floors) / sizeof(*floors); i++)
		values_put(values, object, floors[i].key,
			   value_text(cyt_relation_name(
				   cyt_match_relation(match, floors[i].floor))));
	return object;
}

static json_t *
comparison_json(struct values *values, const struct cyt_comparison *comparison)
{
	json_t *object = json_object(), *with = json_array();
	size_t i;

	for (i = 0; i < cyt_comparison_match_count(comparison); i++)
		values_add(values, with,
			   match_json(values, cyt_comparison_match_at(comparison, i)));
	values_put(values, object, "article",
		   value_text(cyt_article_id(cyt_comparison_article(comparison))));
	values_put(values, object, "with", with);
	return object;
}

/* Articles of the second instrument that no article of the first meets, as far as that is known. */
static json_t *
unmatched(struct values *values, const struct cyt_result *result)
{
	size_t count = cyt_result_comparison_count(result, CYT_SIDE_SECOND), i;
	const struct cyt_comparison *comparison;
	json_t *array = json_array();

	for (i = 0; i < count; i++) {
		comparison = cyt_result_comparison_at(result, CYT_SIDE_SECOND, i);
		if (cyt_comparison_match_count(comparison) == 0 && !cyt_comparison_unread(comparison))
			values_add(values, array,
				   value_text(cyt_article_id(cyt_comparison_article(comparison))));
	}
	return array;
}

static json_t *
changed_json(const struct cyt_passage *passage)
{
	int changed = cyt_passage_changed(passage);

	return changed < 0 ? json_null() : json_boolean(changed);
}

static json_t *
article_json(const struct cyt_article *article)
{
	return article ? value_text(cyt_article_id(article)) : json_null();
}

static json_t *
passage_json(struct values *values, const struct cyt_passage *passage)
{
	enum cyt_fate fate = cyt_passage_fate(passage);
	json_t *object = json_object();

	values_put(values, object, "earlier", article_json(cyt_passage_earlier(passage)));
	values_put(values, object, "later", article_json(cyt_passage_later(passage)));
	values_put(values, object, "fate",
		   fate ? value_text(cyt_fate_name(fate)) : json_null());
	values_put(values, object, "changed", changed_json(passage));
	return object;
}

/* What became of each article; null unless one instrument supersedes the other. */
static json_t *
concordance_json(struct values *values, const struct cyt_result *result)
{
	json_t *object, *rows;
	size_t i;

	if (!cyt_result_earlier(result))
		return json_null();
	object = json_object();
	rows = json_array();
	for (i = 0; i < cyt_result_passage_count(result); i++)
		values_add(values, rows, passage_json(values, cyt_result_passage_at(result, i)));
	values_put(values, object, "earlier",
		   value_text(cyt_instrument_id(cyt_result_earlier(result))));
	values_put(values, object, "later",
		   value_text(cyt_instrument_id(cyt_result_later(result))));
	values_put(values, object, "rows", rows);
	return object;
}

json_t *
compare_json(struct values *values, const struct cyt_result *result)
{
	json_t *document = result_document(values, "compare", result), *rows = json_array();
	size_t count = cyt_result_comparison_count(result, CYT_SIDE_FIRST), i;

	for (i = 0; i < count; i++)
		values_add(values, rows,
			   comparison_json(values,
					   cyt_result_comparison_at(result, CYT_SIDE_FIRST, i)));
	values_put(values, document, "concordance", concordance_json(values, result));
	values_put(values, document, "rows", rows);
	values_put(values, document, "unmatched", unmatched(values, result));
	return document;
}

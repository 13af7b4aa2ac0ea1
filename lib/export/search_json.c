/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found by a search as JSON. */
#include "export/result_json.h"

#include <cybertreaty/instrument.h>

/* The title of the element, or of the nearest one around it that has one; null without any. */
static json_t *
hit_title(const struct values *values, const struct cyt_element *element)
{
	const char *title = NULL;

	for (; element && !title; element = cyt_element_parent(element))
		title = cyt_element_title(element, values->lang);
	return value_text(title);
}

json_t *
search_json(struct values *values, const struct cyt_result *result)
{
	json_t *document = value_document(values, "search", cyt_result_corpus(result));
	json_t *array = json_array(), *object;
	const struct cyt_element *element;
	const struct cyt_hit *hit;
	size_t i;

	for (i = 0; (hit = cyt_result_hit_at(result, i)) != NULL; i++) {
		element = cyt_hit_element(hit);
		object = json_object();
		values_put(values, object, "id", value_text(cyt_hit_id(hit)));
		values_put(values, object, "element", value_text(cyt_element_name(element)));
		values_put(values, object, "num",
			   value_text(cyt_element_attribute(element, "num")));
		values_put(values, object, "title", hit_title(values, element));
		values_add(values, array, object);
	}
	values_put(values, document, "words", value_text(cyt_result_subject(result)));
	values_put(values, document, "hits", array);
	return document;
}

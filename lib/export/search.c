/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found by a search, as JSON and as a table. */
#include "export/result_csv.h"
#include "export/result_json.h"

#include <cybertreaty/instrument.h>

/* The title of the element, or of the nearest one around it that has one; NULL without any. */
static const char *
hit_title(const struct cyt_element *element, const char *lang)
{
	const char *title = NULL;

	for (; element && !title; element = cyt_element_parent(element))
		title = cyt_element_title(element, lang);
	return title;
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
		values_put(values, object, "title", value_text(hit_title(element, values->lang)));
		values_add(values, array, object);
	}
	values_put(values, document, "words", value_text(cyt_result_subject(result)));
	values_put(values, document, "hits", array);
	return document;
}

void
search_csv(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = {"id", "element", "number", "title", NULL};
	const struct cyt_element *element;
	const char *number, *title;
	const struct cyt_hit *hit;
	size_t i;

	cells_add_names(cells, names);
	cells_end_row(cells);
	for (i = 0; (hit = cyt_result_hit_at(result, i)) != NULL; i++) {
		element = cyt_hit_element(hit);
		number = cyt_element_attribute(element, "num");
		title = hit_title(element, cells->lang);
		cells_add(cells, cyt_hit_id(hit));
		cells_add(cells, cyt_element_name(element));
		cells_add(cells, number ? number : "");
		cells_add(cells, title ? title : "");
		cells_end_row(cells);
	}
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A document or an element of it as a JSON tree. */
#include <cybertreaty/export.h>

#include <string.h>

#include "export/values.h"
#include "model/corpus.h"

/* No file nests so deep; a snapshot made by hand might, and here the C stack is at stake. */
#define DEPTH_MAX 256

static void
put_attribute(struct values *values, json_t *object, const struct cyt_element *element,
	      const char *name)
{
	const char *value = cyt_element_attribute(element, name);

	if (value)
		values_put(values, object, name, value_text(value));
}

static void
put_other_attributes(struct values *values, json_t *object, const struct cyt_element *element)
{
	const char *name, *value;
	size_t i;

	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		if (strcmp(name, "id") != 0 && strcmp(name, "num") != 0)
			values_put(values, object, name, value_text(value));
}

static json_t *
element_children(struct values *values, const struct cyt_element *element, unsigned depth);

static void
put_element(struct values *values, json_t *object, const struct cyt_element *element,
	    unsigned depth)
{
	const char *title = cyt_element_title(element, values->lang);
	const char *text = cyt_element_text(element);

	values_put(values, object, "element", value_text(cyt_element_name(element)));
	put_attribute(values, object, element, "id");
	put_attribute(values, object, element, "num");
	if (title)
		values_put(values, object, "title", value_text(title));
	put_other_attributes(values, object, element);
	if (*text)
		values_put(values, object, "text", value_text(text));
	values_put(values, object, "children", element_children(values, element, depth));
}

static json_t *
element_children(struct values *values, const struct cyt_element *element, unsigned depth)
{
	const struct cyt_element *child = cyt_element_first(element);
	json_t *array = json_array(), *object;

	if (child && depth == DEPTH_MAX) {
		values->err = values->err ? values->err : CYT_ERR_LIMIT;
		return array;
	}
	for (; child; child = cyt_element_next(child)) {
		object = json_object();
		put_element(values, object, child, depth + 1);
		values_add(values, array, object);
	}
	return array;
}

int
cyt_export_element_json(const struct cyt_corpus *corpus, const struct cyt_element *element,
			const char *lang, cyt_sink sink, void *data)
{
	struct values values = {.hooks = corpus_hooks(corpus), .lang = lang ? lang : "en"};
	json_t *document;

	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	document = value_document(&values, "show", corpus);
	put_element(&values, document, element, 0);
	return values_write(&values, document, sink, data);
}

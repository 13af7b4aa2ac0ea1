/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pieces that several JSON formats share. */
#include "export/values.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "export/sink.h"
#include "query/regions.h"

void
values_put(struct values *values, json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new_nocheck(object, key, value) < 0 && !values->err)
		values->err = CYT_ERR_NOMEM;
}

void
values_add(struct values *values, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) < 0 && !values->err)
		values->err = CYT_ERR_NOMEM;
}

static json_t *
repaired_text(const char *text)
{
	json_t *string = NULL;
	struct strbuf buf;

	strbuf_init(&buf, &alloc_default);
	add_repaired(&buf, text);
	if (strbuf_text(&buf))
		string = json_string_nocheck(strbuf_text(&buf));
	strbuf_release(&buf);
	return string;
}

json_t *
value_text(const char *text)
{
	size_t length;

	if (!text)
		return json_null();
	length = strlen(text);
	if (utf8_check(text, length) == length)
		return json_stringn_nocheck(text, length);
	return repaired_text(text);
}

json_t *
value_date(cyt_date date)
{
	char text[CYT_DATE_SIZE];

	if (!date)
		return json_null();
	cyt_date_format(date, text);
	return json_string_nocheck(text);
}

static json_t *
box_interval(uint32_t at_least, uint32_t below)
{
	if (below == UINT32_MAX)
		return json_pack("[I, n]", (json_int_t)at_least);
	return json_pack("[I, I]", (json_int_t)at_least, (json_int_t)below);
}

static json_t *
box_values(struct values *values, const struct cyt_region *region, size_t box, size_t facet)
{
	const struct cyt_facet *row = cyt_concept_facet_at(cyt_region_concept(region), facet);
	json_t *array = json_array();
	uint32_t at_least, below;
	const char *id;
	size_t i;

	if (cyt_facet_type(row) == CYT_FACET_TYPE_QUANTITY) {
		for (i = 0;
		     cyt_region_box_interval_at(region, box, facet, i, &at_least, &below); i++)
			values_add(values, array, box_interval(at_least, below));
		return array;
	}
	for (i = 0; (id = cyt_region_box_value_at(region, box, facet, i)) != NULL; i++)
		values_add(values, array, value_text(id));
	return array;
}

json_t *
value_region(struct values *values, const struct cyt_region *region)
{
	const struct cyt_concept *concept = cyt_region_concept(region);
	/* Drawn now, so that there may be no memory for them. */
	const struct box_list *boxes = region_draw(region);
	size_t facets = cyt_concept_facet_count(concept);
	json_t *array = json_array(), *object;
	size_t box, facet;

	if (!boxes && !values->err)
		values->err = CYT_ERR_NOMEM;
	for (box = 0; boxes && box < boxes->count; box++) {
		object = json_object();
		for (facet = 0; facet < facets; facet++)
			if (cyt_region_box_restricts(region, box, facet))
				values_put(values, object,
					   cyt_facet_id(cyt_concept_facet_at(concept, facet)),
					   box_values(values, region, box, facet));
		values_add(values, array, object);
	}
	return array;
}

json_t *
value_sentence(struct values *values, struct strbuf *buf, int err)
{
	json_t *text = NULL;

	if (buf->failed)
		err = CYT_ERR_NOMEM;
	if (err == 0)
		text = value_text(strbuf_text(buf));
	else if (!values->err)
		values->err = err;
	strbuf_release(buf);
	return text;
}

json_t *
value_data(struct values *values, const struct cyt_corpus *corpus)
{
	json_t *data = json_object();

	values_put(values, data, "date", value_date(cyt_corpus_date(corpus)));
	values_put(values, data, "digest", value_text(cyt_corpus_digest(corpus)));
	return data;
}

json_t *
value_document(struct values *values, const char *name, const struct cyt_corpus *corpus)
{
	json_t *document = json_object();
	char format[64];

	snprintf(format, sizeof(format), "cybertreaty.%s/1", name);
	values_put(values, document, "format", value_text(format));
	values_put(values, document, "data", value_data(values, corpus));
	if (values->lang && strcmp(values->lang, "en") != 0)
		values_put(values, document, "lang", value_text(values->lang));
	return document;
}

int
values_write(const struct values *values, json_t *document, cyt_sink sink, void *data)
{
	int err = values->err;

	if (err == 0)
		err = sink_json(document, sink, data);
	json_decref(document);
	return err;
}

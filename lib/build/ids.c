/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The table of ids: documents in the corpus, elements in their document. */
#define _GNU_SOURCE
#include "build/stage.h"

#include <stdlib.h>
#include <string.h>

#define ID(b, i) STAGE_ROW(b, ID, struct img_id, i)

static bool
has_inner_id(uint32_t element)
{
	/* Values are named within their facet. */
	return element != ELEMENT_VALUE;
}

static int
compare_ids(const void *left, const void *right, void *data)
{
	const struct builder *b = data;
	const struct img_id *a = left, *c = right;
	int order = 0;

	if (a->id != c->id)
		order = strcmp(stage_text(b, a->id), stage_text(b, c->id));
	if (!order && a->document_id != c->document_id)
		order = strcmp(stage_text(b, a->document_id), stage_text(b, c->document_id));
	if (!order)
		order = a->node < c->node ? -1 : a->node > c->node;
	return order;
}

static void
report_duplicate(struct builder *b, const struct img_id *first, const struct img_id *second)
{
	const struct img_place *place = STAGE_ROW(b, PLACE, struct img_place, first->node);

	stage_error(b, DIAG_DUPLICATE_ID, second->node,
		    "`%s` is already the id of the <%s> at %s:%u; ids of documents are unique in the "
		    "corpus, inner ids in their document",
		    stage_text(b, second->id), element_name(NODE(b, first->node)->element),
		    b->files.data + place->file, place->line);
}

void
ids_collect(struct builder *b)
{
	uint32_t node, id, document, count = (uint32_t)stage_count(b, SECTION_NODE);
	size_t i;
	struct img_id *row;

	for (node = 0; node < count; node++) {
		id = stage_attribute_string(b, node, ATTRIBUTE_ID);
		if (id == NONE || !has_inner_id(NODE(b, node)->element))
			continue;
		document = NODE(b, node)->document;
		row = stage_add(b, SECTION_ID);
		*row = (struct img_id){ id, stage_attribute_string(b, document, ATTRIBUTE_ID), node };
		if (row->document_id == NONE)
			row->document_id = 0;
	}
	if (b->error || !stage_count(b, SECTION_ID))
		return;
	qsort_r(b->tables[SECTION_ID].rows, stage_count(b, SECTION_ID), sizeof(*row), compare_ids,
		b);
	for (i = 1; i < stage_count(b, SECTION_ID); i++)
		if (ID(b, i)->id == ID(b, i - 1)->id &&
		    ID(b, i)->document_id == ID(b, i - 1)->document_id)
			report_duplicate(b, ID(b, i - 1), ID(b, i));
}

static int
compare_name(const char *text, const char *name, size_t length)
{
	int order = strncmp(text, name, length);

	return order ? order : text[length] != '\0';
}

static uint32_t
find_in(struct builder *b, const char *document, size_t document_length, const char *id,
	size_t length)
{
	size_t low = 0, high = stage_count(b, SECTION_ID), middle;
	int order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = compare_name(stage_text(b, ID(b, middle)->id), id, length);
		if (!order)
			order = compare_name(stage_text(b, ID(b, middle)->document_id), document,
					     document_length);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == stage_count(b, SECTION_ID) ||
	    compare_name(stage_text(b, ID(b, low)->id), id, length) ||
	    compare_name(stage_text(b, ID(b, low)->document_id), document, document_length))
		return NONE;
	return ID(b, low)->node;
}

uint32_t
ids_find(struct builder *b, uint32_t document, const char *id, size_t length)
{
	const char *name = stage_attribute(b, document, ATTRIBUTE_ID);

	return name ? find_in(b, name, strlen(name), id, length) : NONE;
}

uint32_t
ids_find_outside(struct builder *b, uint32_t document, const char *id, size_t length)
{
	const char *slash = memchr(id, '/', length);

	if (!slash)
		return ids_find(b, document, id, length);
	return find_in(b, id, (size_t)(slash - id), slash + 1, length - (size_t)(slash - id) - 1);
}

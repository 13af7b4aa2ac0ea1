/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The table of ids: documents in the corpus, elements in their document. */
#define _GNU_SOURCE
#include "build/stage.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"

#define ID(b, i) STAGE_ROW(b, ID, struct img_id, i)

static bool
has_inner_id(uint32_t element)
{
	/* Values are named within their facet. */
	return element != ELEMENT_VALUE;
}

static int
compare_texts(const void *left, const void *right, void *strings)
{
	return strcmp((const char *)strings + *(const uint32_t *)left,
		      (const char *)strings + *(const uint32_t *)right);
}

/* The place of each string that an id or a document has among all of them, by its offset. */
static uint32_t *
rank_strings(struct builder *b, uint32_t *ranks)
{
	size_t rows = stage_count(b, SECTION_ID), count = 0, i;
	uint32_t *used = arena_alloc(&b->arena, 2 * rows, sizeof(*used));

	if (!used) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	for (i = 0; i < rows; i++) {
		const uint32_t names[] = { ID(b, i)->id, ID(b, i)->document_id };
		size_t k;

		for (k = 0; k < 2; k++)
			if (!ranks[names[k]]++)
				used[count++] = names[k];
	}
	qsort_r(used, count, sizeof(*used), compare_texts, b->strings.data);
	for (i = 0; i < count; i++)
		ranks[used[i]] = (uint32_t)i;
	return ranks;
}

/* Documents repeat the ids of others, so that strings are compared but once. */
static void
sort_ids(struct builder *b)
{
	size_t count = stage_count(b, SECTION_ID), i;
	uint32_t *ranks = arena_alloc(&b->arena, b->strings.count, sizeof(*ranks));
	struct sort_row *order = arena_alloc(&b->arena, 2 * count, sizeof(*order));
	struct img_id *copy = arena_alloc(&b->arena, count, sizeof(*copy));

	if (!ranks || !order || !copy) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	if (!rank_strings(b, ranks))
		return;
	memcpy(copy, ID(b, 0), count * sizeof(*copy));
	for (i = 0; i < count; i++)
		order[i] = (struct sort_row){
			(uint64_t)ranks[copy[i].id] << 32 | ranks[copy[i].document_id],
			(uint32_t)i,
		};
	sort_rows(order, order + count, count);
	for (i = 0; i < count; i++)
		*ID(b, i) = copy[order[i].number];
}

static void
report_duplicate(struct builder *b, const struct img_id *first, const struct img_id *second)
{
	stage_error(b, DIAG_DUPLICATE_ID, second->node,
		    "`%s` is already the id of the <%s> at %s:%u; ids of documents are unique in the "
		    "corpus, inner ids in their document",
		    stage_text(b, second->id), element_name(NODE(b, first->node)->element),
		    stage_file(b, first->node), stage_line(b, first->node));
}

/* Of two documents with one id that alone is said, and not that of everything in them. */
static bool
is_of_twins(const struct builder *b, const struct img_id *first, const struct img_id *second)
{
	uint32_t one = stage_document(b, first->node), other = stage_document(b, second->node);

	return one != other && first->node != one && second->node != other;
}

void
ids_collect(struct builder *b)
{
	uint32_t node, id, document = 0, end = 0, count = (uint32_t)stage_count(b, SECTION_NODE);
	struct img_id *row;
	size_t i;

	for (node = 0; node < count; node++) {
		if (node == end) {
			document = stage_attribute_string(b, node, ATTRIBUTE_ID);
			end = stage_end(b, node);
		}
		if (!has_inner_id(NODE(b, node)->element))
			continue;
		id = stage_attribute_string(b, node, ATTRIBUTE_ID);
		if (id == NONE)
			continue;
		row = stage_add(b, SECTION_ID);
		*row = (struct img_id){ id, document == NONE ? 0 : document, node };
	}
	if (b->error || !stage_count(b, SECTION_ID))
		return;
	sort_ids(b);
	for (i = 1; i < stage_count(b, SECTION_ID); i++)
		if (ID(b, i)->id == ID(b, i - 1)->id &&
		    ID(b, i)->document_id == ID(b, i - 1)->document_id &&
		    !is_of_twins(b, ID(b, i - 1), ID(b, i)))
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

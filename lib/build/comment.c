/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Comments: beside the documents, each before the element that it was followed by. */
#include "build/stage.h"

#include <stdlib.h>

#define COMMENT(b, i) STAGE_ROW(b, COMMENT, struct img_comment, i)

void
comments_place(struct builder *b, uint32_t parent, uint32_t node)
{
	size_t at = stage_count(b, SECTION_COMMENT);
	struct img_comment *row;

	for (; at > b->file_comments; at--) {
		row = COMMENT(b, at - 1);
		if (row->parent != parent || row->before != NONE)
			return;
		row->before = node;
	}
}

/* What follows the last document of a file goes to its end; a file without one says nothing. */
void
comments_end(struct builder *b)
{
	size_t at = stage_count(b, SECTION_COMMENT), nodes = stage_count(b, SECTION_NODE);
	uint32_t document;

	if (nodes == b->file_nodes) {
		b->tables[SECTION_COMMENT].count = b->file_comments;
		return;
	}
	document = stage_document(b, (uint32_t)nodes - 1);
	for (; at > b->file_comments; at--) {
		if (COMMENT(b, at - 1)->parent != NONE || COMMENT(b, at - 1)->before != NONE)
			return;
		COMMENT(b, at - 1)->parent = document;
	}
}

/* Its place in FILES, 0 for one that says nothing. It is folded where texts are, past that of the
 * open element, and taken away from there. */
static uint32_t
add_text(struct builder *b, const char *text, size_t length)
{
	struct table *texts = &b->tables[SECTION_TEXT];
	size_t start = b->text_start, count = texts->count;
	uint32_t at = 0;

	b->text_start = count;
	if (builder_text(b, text, length) == 0 && texts->count > count) {
		if (texts->rows[texts->count - 1] == ' ')
			texts->count--;
		/* builder_text() left room for it. */
		texts->rows[texts->count] = '\0';
		at = pool_add(&b->files, texts->rows + count, texts->count - count + 1);
		texts->count = count;
	}
	b->text_start = start;
	if (at == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return at;
}

int
builder_comment(struct builder *b, const char *text, size_t length, bool in_text)
{
	uint32_t open = b->open_count ? b->open[b->open_count - 1].node : NONE;
	uint32_t at = add_text(b, text, length);
	struct img_comment *row;

	if (b->error || !at)
		return b->error;
	row = stage_add(b, SECTION_COMMENT);
	row->parent = in_text ? stage_parent(b, open) : open;
	row->before = in_text ? open : NONE;
	row->number = (uint32_t)stage_count(b, SECTION_COMMENT);
	row->text = at;
	return b->error;
}

static int
compare_numbers(uint32_t left, uint32_t right)
{
	return left < right ? -1 : left > right;
}

static int
compare_comments(const void *left, const void *right)
{
	const struct img_comment *a = left, *b = right;
	int order = compare_numbers(a->parent, b->parent);

	if (order == 0)
		order = compare_numbers(a->before, b->before);
	return order ? order : compare_numbers(a->number, b->number);
}

void
comments_sort(struct builder *b)
{
	struct table *comments = &b->tables[SECTION_COMMENT];

	if (comments->count)
		qsort(comments->rows, comments->count, sizeof(struct img_comment),
		      compare_comments);
}

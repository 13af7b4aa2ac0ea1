/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Staging: adding rows, and what the rows of documents say of themselves. */
#include "build/stage.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

union memo_slot *
stage_memo(struct builder *b, struct memo *memo, const void *key, size_t count, bool *is_new)
{
	size_t before = memo->keys.count;
	uint32_t at = POOL_FAIL;
	union memo_slot *slot;

	/* Room first: a key that is found again has a slot. */
	if (alloc_grow(&b->hooks, &memo->slots.rows, &memo->slots.capacity, before + count,
		       sizeof(*slot)))
		at = pool_add(&memo->keys, key, count);
	if (at == POOL_FAIL) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	slot = (union memo_slot *)(void *)memo->slots.rows + at;
	*is_new = memo->keys.count > before;
	if (*is_new)
		memset(slot, 0, sizeof(*slot));
	return slot;
}

void *
stage_add(struct builder *b, enum image_section section)
{
	struct table *table = &b->tables[section];
	size_t size = image_row_size(section);

	_Static_assert(sizeof(b->lost) >= sizeof(struct cyt_demand), "room for any row");
	_Static_assert(sizeof(b->lost) >= sizeof(struct cyt_supply), "room for any row");
	if (table->count >= UINT32_MAX / size - 1)
		b->error = CYT_ERR_LIMIT;
	else if (!alloc_grow(&b->hooks, &table->rows, &table->capacity, table->count + 1, size))
		b->error = CYT_ERR_NOMEM;
	else
		return memset(table->rows + table->count++ * size, 0, size);
	/* The work is lost anyway; give the caller something to write to. */
	return memset(b->lost, 0, sizeof(b->lost));
}

/* -- names and places --------------------------------------------------------------------- */

uint32_t
stage_string(struct builder *b, const char *text, size_t length)
{
	uint32_t offset;
	char small[256], *copy = small;

	if (length >= sizeof(small)) {
		copy = alloc_resize(&b->hooks, NULL, length + 1, 1);
		if (!copy) {
			b->error = CYT_ERR_NOMEM;
			return 0;
		}
	}
	memcpy(copy, text, length);
	copy[length] = '\0';
	offset = pool_add(&b->strings, copy, length + 1);
	if (copy != small)
		alloc_free(&b->hooks, copy);
	if (offset == POOL_FAIL) {
		b->error = CYT_ERR_NOMEM;
		return 0;
	}
	return offset;
}

const char *
stage_text(const struct builder *b, uint32_t string)
{
	return b->strings.data + string;
}

uint32_t
stage_attribute_string(const struct builder *b, uint32_t node, enum attribute name)
{
	const struct img_attr *rows =
		(const struct img_attr *)(void *)b->attributes.data + NODE(b, node)->attributes;
	uint32_t i;

	for (i = 0; i < NODE(b, node)->attribute_count; i++)
		if (rows[i].name == (uint32_t)name)
			return rows[i].value;
	return NONE;
}

const char *
stage_attribute(const struct builder *b, uint32_t node, enum attribute name)
{
	uint32_t string = stage_attribute_string(b, node, name);

	return string == NONE ? NULL : stage_text(b, string);
}

uint32_t
stage_word(const struct builder *b, uint32_t node, enum attribute name, enum word_list list,
	   uint32_t absent)
{
	const char *word = stage_attribute(b, node, name);
	uint32_t value = word ? (uint32_t)word_find(list, word) : 0;

	return value ? value : absent;
}

static const struct img_far *
far_row(const struct builder *b, uint32_t node)
{
	size_t low = 0, high = stage_count(b, SECTION_FAR), middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (STAGE_ROW(b, FAR, struct img_far, middle)->node < node)
			low = middle + 1;
		else
			high = middle;
	}
	return STAGE_ROW(b, FAR, struct img_far, low);
}

uint32_t
stage_parent(const struct builder *b, uint32_t node)
{
	uint32_t back = NODE(b, node)->back;

	if (back == NODE_FAR)
		return far_row(b, node)->parent;
	return back ? node - back : NONE;
}

uint32_t
stage_document(const struct builder *b, uint32_t node)
{
	uint32_t parent;

	while ((parent = stage_parent(b, node)) != NONE)
		node = parent;
	return node;
}

uint32_t
stage_end(const struct builder *b, uint32_t node)
{
	return element_is_prose(NODE(b, node)->element) ? node + 1 : node + NODE(b, node)->extent;
}

const char *
stage_file(const struct builder *b, uint32_t node)
{
	size_t low = 0, high = stage_count(b, SECTION_PLACE), middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (STAGE_ROW(b, PLACE, struct img_place, middle)->node <= node)
			low = middle;
		else
			high = middle;
	}
	return b->files.data + STAGE_ROW(b, PLACE, struct img_place, low)->file;
}

uint32_t
stage_line(const struct builder *b, uint32_t node)
{
	uint32_t line = 0, down;

	for (; node != NONE; node = stage_parent(b, node)) {
		down = NODE(b, node)->line;
		if (down == NODE_FAR_LINE)
			return line + far_row(b, node)->line;
		line += down;
	}
	return line;
}

static uint32_t
find_from(const struct builder *b, uint32_t node, uint32_t end, enum element element)
{
	for (; node < end; node = stage_end(b, node))
		if (NODE(b, node)->element == element)
			return node;
	return NONE;
}

uint32_t
stage_sibling(const struct builder *b, uint32_t node, enum element element)
{
	uint32_t parent = stage_parent(b, node);

	return find_from(b, stage_end(b, node),
			 parent == NONE ? (uint32_t)stage_count(b, SECTION_NODE)
					: stage_end(b, parent),
			 element);
}

uint32_t
stage_child(const struct builder *b, uint32_t node, enum element element)
{
	return find_from(b, node + 1, stage_end(b, node), element);
}

static void
report(struct builder *b, enum diag_number number, uint32_t node, const char *format, va_list args)
{
	const char *file = node == NONE ? "" : stage_file(b, node);
	uint32_t line = node == NONE ? 0 : stage_line(b, node);
	char text[1024]; /* a clipped text is still true */

	vsnprintf(text, sizeof(text), format, args);
	if (b->diags && diags_add(b->diags, number, file, line, "%s", text) < 0)
		b->error = CYT_ERR_NOMEM;
}

void
stage_error(struct builder *b, enum diag_number number, uint32_t node, const char *format, ...)
{
	va_list args;

	b->errors++;
	va_start(args, format);
	report(b, number, node, format, args);
	va_end(args);
}

void
stage_warning(struct builder *b, enum diag_number number, uint32_t node, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(b, number, node, format, args);
	va_end(args);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool
stage_next_word(const char **at, const char **word, size_t *length)
{
	while (is_space(**at))
		(*at)++;
	*word = *at;
	while (**at && !is_space(**at))
		(*at)++;
	*length = (size_t)(*at - *word);
	return *length > 0;
}

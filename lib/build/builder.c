/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading documents into staging, and the order of the steps that make an image of them. */
#include "build/stage.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct builder *
builder_new(const struct cyt_alloc_hooks *hooks)
{
	struct builder *b = alloc_zero(hooks, 1, sizeof(*b));
	uint64_t nothing = 0;

	if (!b)
		return NULL;
	b->hooks = *hooks;
	arena_init(&b->arena, &b->hooks);
	strbuf_init(&b->text, &b->hooks);
	pool_init(&b->strings, &b->hooks, 1);
	pool_init(&b->words, &b->hooks, sizeof(uint64_t));
	pool_init(&b->refs, &b->hooks, sizeof(uint32_t));
	pool_init(&b->files, &b->hooks, 1);
	pool_init(&b->regions.keys, &b->hooks, sizeof(uint64_t));
	pool_init(&b->unions.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->copies.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->breaks.keys, &b->hooks, sizeof(uint64_t));
	pool_init(&b->facets.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->masks.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->concepts.keys, &b->hooks, sizeof(uint32_t));
	b->last_document = NONE;
	/* Offset 0 is "", and the empty layer. */
	if (pool_add(&b->strings, "", 1) == POOL_FAIL || pool_add(&b->files, "", 1) == POOL_FAIL ||
	    pool_add(&b->words, &nothing, 1) == POOL_FAIL) {
		builder_free(b);
		return NULL;
	}
	return b;
}

static void
memo_release(struct memo *memo)
{
	alloc_free(memo->keys.hooks, memo->slots.rows);
	pool_release(&memo->keys);
}

union memo_slot *
stage_memo(struct builder *b, struct memo *memo, const void *key, size_t count, bool *is_new)
{
	size_t before = memo->keys.count;
	uint32_t at = pool_add(&memo->keys, key, count);
	union memo_slot *slot;

	if (at == POOL_FAIL || !alloc_grow(&b->hooks, &memo->slots.rows, &memo->slots.capacity,
					   memo->keys.count, sizeof(*slot))) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	slot = (union memo_slot *)(void *)memo->slots.rows + at;
	*is_new = memo->keys.count > before;
	if (*is_new)
		memset(slot, 0, sizeof(*slot));
	return slot;
}

void
builder_free(struct builder *b)
{
	struct cyt_alloc_hooks hooks;
	size_t i;

	if (!b)
		return;
	hooks = b->hooks;
	for (i = 0; i < SECTION_COUNT; i++)
		alloc_free(&hooks, b->tables[i].rows);
	alloc_free(&hooks, b->key.rows);
	memo_release(&b->regions);
	memo_release(&b->unions);
	memo_release(&b->copies);
	memo_release(&b->breaks);
	memo_release(&b->facets);
	memo_release(&b->masks);
	memo_release(&b->concepts);
	pool_release(&b->strings);
	pool_release(&b->words);
	pool_release(&b->refs);
	pool_release(&b->files);
	alloc_free(&hooks, b->open);
	strbuf_release(&b->text);
	arena_release(&b->arena);
	alloc_free(&hooks, b);
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

/* -- reading ------------------------------------------------------------------------------ */

int
builder_place(struct builder *b, const char *name)
{
	uint32_t file = pool_add(&b->files, name, strlen(name) + 1);

	if (file == POOL_FAIL)
		return b->error = CYT_ERR_NOMEM;
	b->file = file;
	return 0;
}

static struct img_comment *
last_comment(const struct builder *b)
{
	size_t count = stage_count(b, SECTION_COMMENT);

	return count > b->file_comments ? STAGE_ROW(b, COMMENT, struct img_comment, count - 1)
					: NULL;
}

/* Comments that the element, or for NONE the end of the file, was waited for with. */
static void
place_comments(struct builder *b, uint32_t parent, uint32_t node)
{
	size_t at = stage_count(b, SECTION_COMMENT);
	struct img_comment *row;

	for (; at > b->file_comments; at--) {
		row = STAGE_ROW(b, COMMENT, struct img_comment, at - 1);
		if (row->parent != parent || row->before != NONE)
			return;
		if (node != NONE)
			row->before = node;
		else
			row->parent = b->last_document;
	}
}

/* What follows the last document of a file goes to its end; a file without one says nothing. */
static void
end_comments(struct builder *b)
{
	const struct img_comment *last = last_comment(b);

	if (last && stage_count(b, SECTION_NODE) == b->file_nodes)
		b->tables[SECTION_COMMENT].count = b->file_comments;
	else if (last && last->parent == NONE)
		place_comments(b, NONE, NONE);
}

int
builder_comment(struct builder *b, const char *text, bool in_text)
{
	uint32_t open = b->open_count ? b->open[b->open_count - 1].node : NONE;
	struct strbuf outside = b->text;
	struct img_comment *row;
	uint32_t at;

	strbuf_init(&b->text, &b->hooks);
	builder_text(b, text, strlen(text));
	while (b->text.length && b->text.text[b->text.length - 1] == ' ')
		b->text.text[--b->text.length] = '\0';
	at = b->text.length ? pool_add(&b->files, b->text.text, b->text.length + 1) : 0;
	strbuf_release(&b->text);
	b->text = outside;
	if (b->error || !at)
		return b->error;
	if (at == POOL_FAIL)
		return b->error = CYT_ERR_NOMEM;
	row = stage_add(b, SECTION_COMMENT);
	row->parent = in_text ? NODE(b, open)->parent : open;
	row->before = in_text ? open : NONE;
	row->number = (uint32_t)stage_count(b, SECTION_COMMENT);
	row->text = at;
	return b->error;
}

int
builder_file(struct builder *b, const char *name)
{
	int err = builder_place(b, name);

	if (err < 0)
		return err;
	end_comments(b);
	b->file_comments = stage_count(b, SECTION_COMMENT);
	b->file_nodes = stage_count(b, SECTION_NODE);
	b->file_attributes = stage_count(b, SECTION_ATTR);
	b->file_last_document = b->last_document;
	b->open_count = 0;
	return 0;
}

void
builder_drop_file(struct builder *b)
{
	b->tables[SECTION_NODE].count = b->file_nodes;
	b->tables[SECTION_PLACE].count = b->file_nodes;
	b->tables[SECTION_ATTR].count = b->file_attributes;
	b->tables[SECTION_COMMENT].count = b->file_comments;
	b->last_document = b->file_last_document;
	if (b->last_document != NONE)
		NODE(b, b->last_document)->next = NONE;
	b->open_count = 0;
	b->incomplete = true;
}

static void
link_node(struct builder *b, uint32_t node)
{
	struct open_element *parent = b->open_count ? &b->open[b->open_count - 1] : NULL;
	uint32_t *last = parent && parent->node != NONE ? &parent->last_child : &b->last_document;

	if (parent && parent->node != NONE && *last == NONE)
		NODE(b, parent->node)->child = node;
	else if (*last != NONE)
		NODE(b, *last)->next = node;
	*last = node;
}

int
builder_begin(struct builder *b, enum element element, uint32_t line)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_NODE);
	struct open_element *parent;
	struct img_node *node;
	struct img_place *place;

	if (!alloc_grow(&b->hooks, &b->open, &b->open_capacity, b->open_count + 1,
			sizeof(*b->open)))
		return b->error = CYT_ERR_NOMEM;
	strbuf_clear(&b->text);
	if (element == ELEMENT_CORPUS) {
		b->open[b->open_count++] = (struct open_element){ NONE, NONE };
		return 0;
	}
	node = stage_add(b, SECTION_NODE);
	place = stage_add(b, SECTION_PLACE);
	if (b->error)
		return b->error;
	parent = b->open_count ? &b->open[b->open_count - 1] : NULL;
	node->element = element;
	node->parent = parent ? parent->node : NONE;
	node->next = node->child = NONE;
	node->attributes.first = (uint32_t)stage_count(b, SECTION_ATTR);
	node->document = node->parent == NONE ? index : NODE(b, node->parent)->document;
	*place = (struct img_place){ b->file, line };
	link_node(b, index);
	place_comments(b, node->parent, index);
	b->open[b->open_count++] = (struct open_element){ index, NONE };
	return 0;
}

int
builder_attribute(struct builder *b, enum attribute attribute, const char *value)
{
	uint32_t node = b->open[b->open_count - 1].node;
	struct img_attr *row;

	if (node == NONE)
		return 0;
	row = stage_add(b, SECTION_ATTR);
	row->name = attribute;
	row->value = stage_string(b, value, strlen(value));
	if (!b->error)
		NODE(b, node)->attributes.count++;
	return b->error;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int
builder_text(struct builder *b, const char *text, size_t length)
{
	size_t i = 0, start;

	while (i < length && !b->text.failed) {
		for (start = i; i < length && !is_space(text[i]); i++)
			;
		if (i > start)
			strbuf_addn(&b->text, text + start, i - start);
		/* A run of white space becomes one blank, none at the start. */
		for (start = i; i < length && is_space(text[i]); i++)
			;
		if (i > start && b->text.length && b->text.text[b->text.length - 1] != ' ')
			strbuf_addn(&b->text, " ", 1);
	}
	return b->text.failed ? (b->error = CYT_ERR_NOMEM) : 0;
}

int
builder_end(struct builder *b)
{
	uint32_t node = b->open[--b->open_count].node;
	size_t length = b->text.length;

	if (node != NONE && NODE(b, node)->child == NONE && length) {
		if (b->text.text[length - 1] == ' ')
			length--;
		NODE(b, node)->text = stage_string(b, b->text.text, length);
	}
	strbuf_clear(&b->text);
	return b->error;
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
	const struct img_list *list = &NODE(b, node)->attributes;
	const struct img_attr *rows = STAGE_ROW(b, ATTR, struct img_attr, list->first);
	uint32_t i;

	for (i = 0; i < list->count; i++)
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

uint32_t
stage_sibling(const struct builder *b, uint32_t node, enum element element)
{
	do
		node = NODE(b, node)->next;
	while (node != NONE && NODE(b, node)->element != (uint32_t)element);
	return node;
}

uint32_t
stage_child(const struct builder *b, uint32_t node, enum element element)
{
	uint32_t child = NODE(b, node)->child;

	if (child == NONE || NODE(b, child)->element == (uint32_t)element)
		return child;
	return stage_sibling(b, child, element);
}

uint32_t
stage_subtree_end(const struct builder *b, uint32_t node)
{
	while (node != NONE && NODE(b, node)->next == NONE)
		node = NODE(b, node)->parent;
	return node == NONE ? (uint32_t)stage_count(b, SECTION_NODE) : NODE(b, node)->next;
}

static void
report(struct builder *b, enum diag_number number, uint32_t node, const char *format, va_list args)
{
	struct img_place place = { 0, 0 };
	char text[1024]; /* a clipped text is still true */

	if (node != NONE)
		place = *STAGE_ROW(b, PLACE, struct img_place, node);
	vsnprintf(text, sizeof(text), format, args);
	if (b->diags && diags_add(b->diags, number, b->files.data + place.file, place.line, "%s", text) < 0)
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

/* -- steps ---------------------------------------------------------------------------------- */

static int
outcome(const struct builder *b)
{
	if (b->error)
		return b->error;
	return b->errors ? CYT_ERR_DATA : 0;
}

static bool
make_maps(struct builder *b)
{
	size_t nodes = stage_count(b, SECTION_NODE), i;
	uint32_t **maps[] = { &b->facet_of_node, &b->concept_of_node, &b->row_of_node,
			      &b->row_count_of_node, &b->provision_of_node };

	for (i = 0; i < sizeof(maps) / sizeof(*maps); i++) {
		*maps[i] = arena_alloc(&b->arena, nodes + 1, sizeof(uint32_t));
		if (!*maps[i])
			return false;
		memset(*maps[i], i == 3 ? 0 : 0xff, (nodes + 1) * sizeof(uint32_t));
	}
	b->cases = arena_alloc(&b->arena, nodes + 1, sizeof(*b->cases));
	return b->cases != NULL;
}

static int
run_steps(struct builder *b)
{
	/* Each step needs the names of the ones before; cutting needs all break points. */
	static void (*const steps[])(struct builder *) = {
		ids_collect,      sources_check, vocabulary_resolve, instruments_stage,
		versions_resolve, laws_stage,    states_stage,       cut_spaces,
		instruments_cut,  laws_cut,      unions_make,        states_cut,
	};
	size_t i;

	for (i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		steps[i](b);
		if (b->error)
			return b->error;
		/* Names stay checkable after an error; cells do not, nor where a file is missing and
		 * with it names that nobody complained about. */
		if ((b->errors || b->incomplete) && i >= 6)
			return CYT_ERR_DATA;
	}
	return outcome(b);
}

int
builder_finish(struct builder *b, struct cyt_diags *diags, struct image **out)
{
	int err;

	*out = NULL;
	if (b->error)
		return b->error;
	b->diags = diags;
	if (!make_maps(b))
		return b->error = CYT_ERR_NOMEM;
	end_comments(b);
	err = run_steps(b);
	if (err < 0)
		return err;
	return emit_image(b, out);
}

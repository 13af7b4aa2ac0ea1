/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading documents into staging, and the order of the steps that make an image of them. */
#include "build/stage.h"

#include <string.h>

#include "base/word.h"

static bool
begin_texts(struct builder *b)
{
	struct table *table = &b->tables[SECTION_TEXT];

	if (!alloc_grow(&b->hooks, &table->rows, &table->capacity, STAGE_TEXT_FROM + 1, 1))
		return false;
	table->count = STAGE_TEXT_FROM + 1;
	memset(table->rows, 0, table->count);
	return true;
}

struct builder *
builder_new(const struct cyt_alloc_hooks *hooks)
{
	struct builder *b = alloc_zero(hooks, 1, sizeof(*b));
	uint64_t nothing = 0;

	if (!b)
		return NULL;
	b->hooks = *hooks;
	b->source.node = NONE;
	arena_init(&b->arena, &b->hooks);
	pool_init(&b->strings, &b->hooks, 1);
	pool_init(&b->attributes, &b->hooks, sizeof(struct img_attr));
	pool_init(&b->words, &b->hooks, sizeof(uint64_t));
	pool_init(&b->layers, &b->hooks, sizeof(uint32_t));
	pool_init(&b->refs, &b->hooks, sizeof(uint32_t));
	pool_init(&b->terms, &b->hooks, sizeof(struct img_terms));
	pool_init(&b->files, &b->hooks, 1);
	pool_init(&b->regions.keys, &b->hooks, sizeof(uint64_t));
	pool_init(&b->unions.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->copies.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->wordings.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->cuts.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->sayings.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->copied.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->sources.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->breaks.keys, &b->hooks, sizeof(uint64_t));
	pool_init(&b->facets.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->masks.keys, &b->hooks, sizeof(uint32_t));
	pool_init(&b->concepts.keys, &b->hooks, sizeof(uint32_t));
	/* Offset 0 is "", and the empty layer. */
	if (!begin_texts(b) || pool_add(&b->strings, "", 1) == POOL_FAIL || pool_add(&b->files, "", 1) == POOL_FAIL ||
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
	memo_release(&b->wordings);
	memo_release(&b->cuts);
	memo_release(&b->sayings);
	memo_release(&b->copied);
	memo_release(&b->sources);
	memo_release(&b->breaks);
	alloc_free(&hooks, b->lists.rows);
	memo_release(&b->facets);
	memo_release(&b->masks);
	memo_release(&b->concepts);
	pool_release(&b->strings);
	pool_release(&b->attributes);
	pool_release(&b->words);
	pool_release(&b->layers);
	pool_release(&b->refs);
	pool_release(&b->terms);
	pool_release(&b->files);
	alloc_free(&hooks, b->open);
	arena_release(&b->arena);
	alloc_free(&hooks, b);
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

int
builder_file(struct builder *b, const char *name)
{
	int err = builder_place(b, name);

	if (err < 0)
		return err;
	comments_end(b);
	b->file_comments = stage_count(b, SECTION_COMMENT);
	b->file_nodes = stage_count(b, SECTION_NODE);
	b->file_far = stage_count(b, SECTION_FAR);
	b->file_text = stage_count(b, SECTION_TEXT);
	b->file_places = stage_count(b, SECTION_PLACE);
	b->open_count = b->pending_count = 0;
	return 0;
}

/* Whether the file can have a vocabulary, as far as it was read. */
static bool
may_define_words(const struct builder *b)
{
	if (stage_count(b, SECTION_NODE) == b->file_nodes)
		return true;
	if (b->open_count && b->open[0].node == NONE)
		return true;
	return NODE(b, b->file_nodes)->element == ELEMENT_VOCABULARY;
}

void
builder_drop_file(struct builder *b)
{
	b->lacks_words |= may_define_words(b);
	b->tables[SECTION_NODE].count = b->file_nodes;
	b->tables[SECTION_FAR].count = b->file_far;
	b->tables[SECTION_TEXT].count = b->file_text;
	b->tables[SECTION_PLACE].count = b->file_places;
	b->tables[SECTION_COMMENT].count = b->file_comments;
	b->open_count = b->pending_count = 0;
	b->incomplete = true;
}

int
builder_attribute(struct builder *b, enum attribute attribute, const char *value)
{
	if (b->pending_count == STAGE_ATTRIBUTES)
		return b->error = CYT_ERR_LIMIT;
	b->pending[b->pending_count++] =
		(struct img_attr){ attribute, stage_string(b, value, strlen(value)) };
	return b->error;
}

int
builder_begin(struct builder *b, enum element element, uint32_t line, struct builder_list *out)
{
	struct builder_list list = { 0, b->pending_count };

	b->pending_count = 0;
	if (list.count)
		list.first = pool_add(&b->attributes, b->pending, list.count);
	if (list.first == POOL_FAIL)
		return b->error = CYT_ERR_NOMEM;
	if (out)
		*out = list;
	return builder_begin_again(b, element, line, list);
}

static void
note_place(struct builder *b, uint32_t node)
{
	size_t count = stage_count(b, SECTION_PLACE);
	struct img_place *place;

	if (count && STAGE_ROW(b, PLACE, struct img_place, count - 1)->file == b->file)
		return;
	place = stage_add(b, SECTION_PLACE);
	*place = (struct img_place){ node, b->file };
}

/* Where it stands: two distances, or a row of its own for what is further. */
static void
note_distances(struct builder *b, uint32_t node, const struct open_element *parent, uint32_t line)
{
	uint32_t back = parent ? node - parent->node : 0, above = parent ? parent->line : 0;
	uint32_t down = line >= above && line - above < NODE_FAR_LINE ? line - above : NODE_FAR_LINE;
	struct img_far *far;

	NODE(b, node)->line = down;
	NODE(b, node)->back = back < NODE_FAR ? back : NODE_FAR;
	if (back < NODE_FAR && down != NODE_FAR_LINE)
		return;
	far = stage_add(b, SECTION_FAR);
	*far = (struct img_far){ node, parent ? parent->node : NONE, line };
}

int
builder_begin_again(struct builder *b, enum element element, uint32_t line,
		    struct builder_list list)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_NODE);
	const struct open_element *parent = NULL;
	struct img_node *node;

	if (!alloc_grow(&b->hooks, &b->open, &b->open_capacity, b->open_count + 1,
			sizeof(*b->open)))
		return b->error = CYT_ERR_NOMEM;
	b->text_start = stage_count(b, SECTION_TEXT);
	if (element == ELEMENT_CORPUS) {
		b->open[b->open_count++] = (struct open_element){ NONE, line };
		return 0;
	}
	if (b->open_count && b->open[b->open_count - 1].node != NONE)
		parent = &b->open[b->open_count - 1];
	node = stage_add(b, SECTION_NODE);
	node->element = element;
	node->attribute_count = list.count;
	node->attributes = list.first;
	if (list.first > NODE_ATTRIBUTES_MAX)
		b->error = CYT_ERR_LIMIT;
	node->extent = element_is_prose(element) ? 0 : 1;
	if (!b->error)
		note_distances(b, index, parent, line);
	note_place(b, index);
	comments_place(b, parent ? parent->node : NONE, index);
	b->open[b->open_count++] = (struct open_element){ index, line };
	return b->error;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Copies eight bytes at a time as long as white space is single blanks; how many. `blank`: one stands
 * before. */
static size_t
copy_folded(char *out, const char *text, size_t length, bool blank)
{
	uint64_t word, before = blank ? 0x80 : 0, blanks;
	size_t i;

	for (i = 0; length - i >= sizeof(word); i += sizeof(word)) {
		word = word_load(text + i);
		blanks = word_equal(word, ' ');
		if (word_below(word, ' ') || (blanks & (blanks << 8 | before)))
			break;
		memcpy(out + i, text + i, sizeof(word));
		before = blanks >> 56;
	}
	return i;
}

int
builder_text(struct builder *b, const char *text, size_t length)
{
	struct table *table = &b->tables[SECTION_TEXT];
	char *out, *start;
	size_t i = 0, end;
	bool blank;

	if (!alloc_grow(&b->hooks, &table->rows, &table->capacity, table->count + length + 1, 1))
		return b->error = CYT_ERR_NOMEM;
	out = table->rows + table->count;
	start = table->rows + b->text_start;
	while (i < length) {
		blank = out == start || out[-1] == ' ';
		end = copy_folded(out, text + i, length - i, blank);
		out += end;
		i += end;
		/* A run of white space becomes one blank, none at the start. */
		for (end = i + 8 < length ? i + 8 : length; i < end; i++)
			if (!is_space(text[i]))
				*out++ = text[i];
			else if (out > start && out[-1] != ' ')
				*out++ = ' ';
	}
	table->count = (size_t)(out - table->rows);
	return 0;
}

/* Ends the text of a node, or takes back what is none. */
static void
close_text(struct builder *b, struct img_node *node)
{
	struct table *table = &b->tables[SECTION_TEXT];

	if (table->count > b->text_start && table->rows[table->count - 1] == ' ')
		table->count--;
	if (table->count == b->text_start || !element_is_prose(node->element)) {
		table->count = b->text_start;
		return;
	}
	if (table->count > UINT32_MAX) {
		b->error = CYT_ERR_LIMIT;
		return;
	}
	/* builder_text() left room for it. */
	table->rows[table->count++] = '\0';
	node->extent = (uint32_t)(b->text_start - STAGE_TEXT_FROM);
}

int
builder_end(struct builder *b)
{
	uint32_t node = b->open[--b->open_count].node;

	if (node == NONE)
		return b->error;
	close_text(b, NODE(b, node));
	if (!element_is_prose(NODE(b, node)->element))
		NODE(b, node)->extent = (uint32_t)stage_count(b, SECTION_NODE) - node;
	b->text_start = stage_count(b, SECTION_TEXT);
	return b->error;
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
	size_t nodes = stage_count(b, SECTION_NODE) + 1;
	uint32_t node;

	for (node = 0; node + 1 < nodes; node = stage_end(b, node))
		if (NODE(b, node)->element == ELEMENT_INSTRUMENT)
			b->instruments_end = stage_end(b, node);
	b->index_of_node = arena_alloc(&b->arena, nodes, sizeof(uint32_t));
	b->cases_of_node = arena_alloc(&b->arena, nodes, sizeof(uint32_t));
	b->row_of_node = arena_alloc(&b->arena, b->instruments_end + 1, sizeof(uint32_t));
	b->row_count_of_node = arena_alloc(&b->arena, b->instruments_end + 1, sizeof(uint32_t));
	if (!b->index_of_node || !b->cases_of_node || !b->row_of_node || !b->row_count_of_node)
		return false;
	memset(b->index_of_node, 0xff, nodes * sizeof(uint32_t));
	memset(b->row_of_node, 0xff, (b->instruments_end + 1) * sizeof(uint32_t));
	return true;
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
	b->document_strings = (uint32_t)b->strings.count;
	if (!make_maps(b))
		return b->error = CYT_ERR_NOMEM;
	comments_end(b);
	err = run_steps(b);
	if (err < 0)
		return err;
	return emit_image(b, out);
}

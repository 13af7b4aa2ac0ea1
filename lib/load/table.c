/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table of rows: its heading, what each row is and where it stands. */
#include "load/table_read.h"

#include <string.h>

#include "base/nearest.h"
#include "load/forms.h"
#include "load/hints.h"

#define MAX_LINES 1000 /* of a cell */

/* -- heading ---------------------------------------------------------------------------------- */

static const char *
trimmed(struct reading *in, const char *text)
{
	size_t length;
	char *copy;

	text += strspn(text, " \t\n");
	for (length = strlen(text); length && strchr(" \t\n", text[length - 1]); length--)
		;
	copy = arena_strndup(&in->table->arena, text, length);
	if (!copy)
		in->err = CYT_ERR_NOMEM;
	return copy ? copy : "";
}

static void
unknown_column(struct reading *in, const char *name)
{
	struct nearest nearest;
	const char *offer;
	size_t i;

	nearest_init(&nearest, name);
	for (i = 0; (offer = column_fixed_name(i)) != NULL; i++)
		nearest_offer(&nearest, offer, strcspn(offer, ":"));
	strbuf_add(&in->what, "there is no column ");
	table_add_shown(&in->what, name);
	if (nearest.best)
		strbuf_printf(&in->hint, "; did you mean %.*s?", (int)nearest.best_length,
			      nearest.best);
	if (is_id(name))
		strbuf_printf(&in->hint, "; a facet has the heading facet:%s", name);
	strbuf_add(&in->hint, "; expected the name of an attribute, facet:FACET, a text as in "
			      "title:en, or '#' and a remark");
	table_complain(in, DIAG_TABLE_HEADING, 1);
}

static bool
is_same(const struct column *a, const struct column *b)
{
	return a->type == b->type && a->attribute == b->attribute && strcmp(a->word, b->word) == 0 &&
	       a->type != COLUMN_REMARK;
}

static bool
check_word(struct reading *in, const struct column *column, const char *name)
{
	enum form form = column->type == COLUMN_FACET ? FORM_ID : FORM_LANGUAGE;

	if (!*column->word || grammar_matches(form, column->word))
		return true;
	strbuf_printf(&in->what, "column %s", name);
	hint_values(&in->hint, form, column->word);
	strbuf_add(&in->hint, " after the colon");
	table_complain(in, DIAG_TABLE_HEADING, 1);
	return false;
}

static void
read_name(struct reading *in, size_t i, const char *cell)
{
	const char *name = trimmed(in, cell);
	size_t k;

	in->names[i] = name;
	in->columns[i] = (struct column){ .type = COLUMN_REMARK, .word = "" };
	/* Columns without a name: programs write the empty ones at the right. */
	if (!*name)
		return;
	if (!column_parse(name, &in->columns[i])) {
		unknown_column(in, name);
		in->columns[i].type = COLUMN_REMARK;
		return;
	}
	if (!check_word(in, &in->columns[i], name))
		in->columns[i].type = COLUMN_REMARK;
	for (k = 0; k < i; k++) {
		if (!is_same(&in->columns[k], &in->columns[i]))
			continue;
		strbuf_printf(&in->what, "two columns are called %s; expected each once", name);
		table_complain(in, DIAG_TABLE_HEADING, 1);
	}
}

static bool
has_column(const struct reading *in, enum column_type type)
{
	size_t i;

	for (i = 0; i < in->column_count; i++)
		if (in->columns[i].type == type)
			return true;
	return false;
}

/* Every row is looked through for its columns; a table of all facets in several languages has hundreds. */
#define MOST_COLUMNS 4096

static int
read_heading(struct reading *in)
{
	const struct csv_row *row = in->csv.rows;
	size_t i;

	if (row->count > MOST_COLUMNS) {
		strbuf_printf(&in->what, "it has %zu columns; expected at most %d", row->count, MOST_COLUMNS);
		table_complain(in, DIAG_TABLE_HEADING, 1);
		return in->err;
	}
	in->column_count = row->count;
	in->columns = arena_alloc(&in->table->arena, row->count, sizeof(*in->columns));
	in->names = arena_alloc(&in->table->arena, row->count, sizeof(*in->names));
	if (!in->columns || !in->names)
		return CYT_ERR_NOMEM;
	for (i = 0; i < row->count && !in->err; i++)
		read_name(in, i, in->csv.cells[row->first + i]);
	if (!has_column(in, COLUMN_ROW)) {
		strbuf_add(&in->what, "there is no column row; expected one that says of each row "
				      "what it is: law, provision, supply, ...");
		table_complain(in, DIAG_TABLE_HEADING, 1);
	}
	return in->err;
}

/* -- rows ------------------------------------------------------------------------------------- */

static const char *
cell_of(const struct reading *in, enum column_type type)
{
	size_t i;

	for (i = 0; i < in->column_count; i++)
		if (in->columns[i].type == type)
			return in->cells[i];
	return "";
}

static size_t
column_at(const struct reading *in, enum column_type type)
{
	size_t i = 0;

	while (in->columns[i].type != type)
		i++;
	return i;
}

/* Documents other than vocabularies. */
static enum shape
root_shape(enum element element)
{
	if (element == ELEMENT_VOCABULARY || element == ELEMENT_CORPUS)
		return SHAPE_NONE;
	return grammar_root(element);
}

static enum shape
shape_in(const struct reading *in, unsigned level, enum element element)
{
	if (level == 0)
		return root_shape(element);
	return in->stack[level] ? grammar_child(in->stack[level]->shape, element) : SHAPE_NONE;
}

/* Without a level a row stands beside the last of its kind that is still open, else in the innermost
 * that can hold it. */
static unsigned
likely_level(const struct reading *in, enum element element)
{
	unsigned level;

	for (level = in->depth; level > 0; level--)
		if (in->stack[level] && in->stack[level]->element == element)
			return level - 1;
	for (level = in->depth; level > 0; level--)
		if (shape_in(in, level, element))
			return level;
	return 0;
}

/* The level that the row says, at most one below the row before. */
static bool
read_level(struct reading *in, enum element element, unsigned *level)
{
	const char *cell = trimmed(in, cell_of(in, COLUMN_LEVEL));
	size_t digits = strspn(cell, "0123456789");
	/* A comment may stand in the innermost element. */
	unsigned most = element ? READER_MAX_DEPTH - 1 : READER_MAX_DEPTH;

	if (in->depth < most)
		most = in->depth;

	if (!*cell) {
		/* A comment without a level stands beside the row before. */
		*level = element ? likely_level(in, element) : in->depth ? in->depth - 1 : 0;
		if (*level <= most)
			return true;
	} else if (digits && digits < 4 && !cell[digits]) {
		for (*level = 0; *cell; cell++)
			*level = *level * 10 + (unsigned)(*cell - '0');
		if (*level <= most)
			return true;
	}
	strbuf_printf(&in->hint, "; expected a number from 0 to %u, or nothing", most);
	table_complain_of_cell(in, DIAG_TABLE_VALUE, column_at(in, COLUMN_LEVEL),
			 cell_of(in, COLUMN_LEVEL));
	return false;
}

static bool
is_sound_comment(const char *text)
{
	size_t length = strlen(text);

	return !strstr(text, "--") && text[length - 1] != '-';
}

/* A comment is nothing but its text. */
static void
check_comment(struct reading *in)
{
	enum column_type type;
	size_t i;

	for (i = 0; i < in->column_count; i++) {
		type = in->columns[i].type;
		if (!*in->cells[i] || type <= COLUMN_NUMBER || type == COLUMN_TEXT ||
		    type == COLUMN_REMARK)
			continue;
		strbuf_add(&in->hint, " in a comment; expected nothing there");
		table_complain_of_cell(in, DIAG_TABLE_CELL, i, in->cells[i]);
	}
}

static void
read_comment(struct reading *in, unsigned level)
{
	const char *text = cell_of(in, COLUMN_TEXT);

	in->node = NULL;
	text = table_fold(in, text, strlen(text));
	check_comment(in);
	if (!*text) {
		table_missing_cell(in, "text", "a comment", FORM_NONE);
		return;
	}
	if (!is_sound_comment(text)) {
		strbuf_add(&in->hint, "; expected a text without '--' that does not end in '-'");
		table_complain_of_cell(in, DIAG_TABLE_VALUE, column_at(in, COLUMN_TEXT), text);
		return;
	}
	if (!in->stack[level])
		return;
	in->node = table_add_node(in, in->stack[level], ELEMENT_NONE, SHAPE_NONE);
	if (in->node)
		in->node->text = text;
}

static void
misplaced(struct reading *in, unsigned level, enum element element)
{
	const struct table_node *parent = level ? in->stack[level] : NULL;

	strbuf_printf(&in->what, "%s", element_name(element));
	if (parent) {
		strbuf_printf(&in->what, " in %s of line %u", element_name(parent->element),
			      parent->line);
		hint_children(&in->hint, parent->shape, element_name(element));
	} else {
		strbuf_add(&in->hint, " at level 0; expected a law, an instrument or a state");
	}
	table_complain(in, DIAG_TABLE_PLACE, in->line);
}

static void
unknown_kind(struct reading *in, const char *kind)
{
	struct nearest nearest;
	enum element i;

	nearest_init(&nearest, kind);
	for (i = ELEMENT_CORPUS + 1; i < ELEMENT_COUNT; i++)
		nearest_offer(&nearest, element_name(i), strlen(element_name(i)));
	strbuf_add(&in->what, "column row: ");
	table_add_shown(&in->what, kind);
	if (nearest.best)
		strbuf_printf(&in->hint, "; did you mean %.*s?", (int)nearest.best_length,
			      nearest.best);
	strbuf_add(&in->hint, "; expected law, provision, supply, instrument, article, demand or "
			      "another element, comment, or '#' before a row that is not to count");
	table_complain(in, DIAG_TABLE_ROW, in->line);
}

static void
read_element(struct reading *in, enum element element, unsigned level)
{
	enum shape shape = shape_in(in, level, element);

	in->depth = level + 1;
	in->node = in->stack[level + 1] = NULL;
	/* What stands in something that was refused is not refused again for that. */
	if (level > 0 && !in->stack[level])
		return;
	if (!shape) {
		misplaced(in, level, element);
		return;
	}
	in->node = table_add_node(in, in->stack[level], element, shape);
	in->stack[level + 1] = in->node;
	if (in->node)
		table_read_cells(in);
}

static void
read_row(struct reading *in)
{
	const char *kind = trimmed(in, cell_of(in, COLUMN_ROW));
	bool is_comment = strcmp(kind, COLUMN_COMMENT_ROW) == 0;
	enum element element = element_find(kind, strlen(kind));
	unsigned level;

	in->node = NULL;
	if (*kind == COLUMN_REMARK_MARK)
		return;
	if (!is_comment && !element) {
		unknown_kind(in, kind);
		return;
	}
	/* It is read all the same, for what else is wrong with it. */
	if (!read_level(in, element, &level)) {
		level = element ? likely_level(in, element) : 0;
		if (level >= READER_MAX_DEPTH)
			return;
	}
	if (is_comment)
		read_comment(in, level);
	else
		read_element(in, element, level);
}

static bool
is_empty(const struct reading *in, const struct csv_row *row)
{
	const char *cell;
	size_t i;

	for (i = 0; i < row->count; i++) {
		cell = in->csv.cells[row->first + i];
		if (cell[strspn(cell, " \t\n")])
			return false;
	}
	return true;
}

static int
take_row(struct reading *in, const struct csv_row *row)
{
	const char **cells;
	size_t i;

	in->line = row->line;
	if (is_empty(in, row))
		return 0;
	cells = arena_alloc(&in->table->arena, in->column_count, sizeof(*cells));
	if (!cells)
		return CYT_ERR_NOMEM;
	in->cells = cells;
	in->node = NULL;
	for (i = 0; i < in->column_count; i++) {
		cells[i] = i < row->count ? in->csv.cells[row->first + i] : "";
		if (!cells[i][strspn(cells[i], " \t\n")])
			cells[i] = "";
		if (table_count_lines(cells[i]) > MAX_LINES) {
			strbuf_printf(&in->hint, "; expected at most %d lines in a cell", MAX_LINES);
			table_complain_of_cell(in, DIAG_TABLE_VALUE, i, cells[i]);
			cells[i] = "";
		}
	}
	for (; i < row->count; i++) {
		if (!*in->csv.cells[row->first + i])
			continue;
		strbuf_printf(&in->what, "%zu cells, more than the heading has columns; "
					 "expected %zu at most",
			      row->count, in->column_count);
		table_complain(in, DIAG_TABLE_TEXT, in->line);
		return in->err;
	}
	read_row(in);
	return in->err;
}

static int
read_rows(struct reading *in)
{
	size_t i;
	int err = read_heading(in);

	/* Without names for the cells all else would be guesswork. */
	if (err || in->failed)
		return err;
	in->stack[0] = &in->table->root;
	for (i = 1; !err && i < in->csv.row_count; i++)
		err = take_row(in, &in->csv.rows[i]);
	if (!err && !in->failed && !in->table->root.first) {
		strbuf_add(&in->what, "there are no rows; expected a document");
		table_complain(in, DIAG_TABLE_ROW, 1);
		err = in->err;
	}
	return err;
}

int
table_read(struct table *table, const struct cyt_alloc_hooks *hooks, const char *name,
	   const char *bytes, size_t size, struct cyt_diags *diags)
{
	struct reading in = { .table = table, .hooks = hooks, .name = name, .diags = diags };
	int err;

	memset(table, 0, sizeof(*table));
	arena_init(&table->arena, hooks);
	table->root.number = "";
	strbuf_init(&in.what, hooks);
	strbuf_init(&in.hint, hooks);
	err = csv_read(&in.csv, hooks, name, bytes, size, diags);
	if (!err)
		err = read_rows(&in);
	csv_release(&in.csv);
	strbuf_release(&in.what);
	strbuf_release(&in.hint);
	return err < 0 ? err : in.failed ? CYT_ERR_DATA : 0;
}

void
table_release(struct table *table)
{
	if (table->arena.hooks)
		arena_release(&table->arena);
	memset(table, 0, sizeof(*table));
}

bool
table_has(const struct table *table, const char *id)
{
	const struct table_node *node;
	const char *value;

	for (node = table->root.first; node; node = node->next) {
		value = node->element ? table_attribute(node, ATTRIBUTE_ID) : NULL;
		if (value && strcmp(value, id) == 0)
			return true;
	}
	return false;
}

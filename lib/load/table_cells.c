/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The cells of a row, checked against the grammar one by one, so that a message can name the column. */
#include "load/table_read.h"

#include <string.h>

#include "load/hints.h"
#include "xmlio/clip.h"

#define MAX_SHOWN 60

/* -- complaints ------------------------------------------------------------------------------- */

void
table_complain(struct reading *in, enum diag_number number, uint32_t line)
{
	const char *what = strbuf_text(&in->what), *hint = strbuf_text(&in->hint);

	in->failed = true;
	if (!what || !hint ||
	    diags_add(in->diags, number, in->name, line, "%s%s", what, hint) < 0)
		in->err = CYT_ERR_NOMEM;
	strbuf_clear(&in->what);
	strbuf_clear(&in->hint);
}

void
table_add_shown(struct strbuf *out, const char *text)
{
	size_t length = strcspn(text, "\n");

	strbuf_printf(out, "\"%.*s%s\"", clip(text, length, MAX_SHOWN), text,
		      length > MAX_SHOWN || text[length] ? "…" : "");
}

/* "column basis: "tex"" and then what was expected */
void
table_complain_of_cell(struct reading *in, enum diag_number number, size_t column, const char *text)
{
	strbuf_printf(&in->what, "column %s: ", in->names[column]);
	table_add_shown(&in->what, text);
	if (number == DIAG_TABLE_CELL && in->node)
		strbuf_printf(&in->what, " in a row of kind %s", element_name(in->node->element));
	table_complain(in, number, in->line);
}

/* -- nodes ------------------------------------------------------------------------------------ */

/* As deep as XML may nest; said once of a row. */
static bool
is_too_deep(struct reading *in, uint32_t depth)
{
	if (depth <= READER_MAX_DEPTH)
		return false;
	if (in->deep != in->line) {
		strbuf_printf(&in->hint, "expected at most %d levels", READER_MAX_DEPTH);
		table_complain(in, DIAG_TOO_DEEP, in->line);
	}
	in->deep = in->line;
	return true;
}

struct table_node *
table_add_node(struct reading *in, struct table_node *parent, enum element element, enum shape shape)
{
	uint32_t depth = parent->depth + (element != ELEMENT_NONE);
	struct table_node *node;

	if (is_too_deep(in, depth))
		return NULL;
	node = arena_alloc(&in->table->arena, 1, sizeof(*node));
	if (!node) {
		in->err = CYT_ERR_NOMEM;
		return NULL;
	}
	*node = (struct table_node){ .element = element, .shape = shape, .line = in->line,
				     .depth = depth,
				     .text = "", .number = parent->number, .parent = parent };
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	return node;
}

/* Folds white space, as reading XML does. */
char *
table_fold(struct reading *in, const char *text, size_t length)
{
	char *copy = arena_strndup(&in->table->arena, text, length), *to = copy;
	const char *from = copy;

	if (!copy) {
		in->err = CYT_ERR_NOMEM;
		return in->nothing;
	}
	while (*from) {
		if (!strchr(" \t\n", *from))
			*to++ = *from++;
		else if (to == copy || to[-1] == ' ' || !from[strspn(from, " \t\n")])
			from++;
		else {
			*to++ = ' ';
			from++;
		}
	}
	*to = '\0';
	return copy;
}

/* Adds an attribute that was looked for in the grammar; a value of the wrong form is told. */
static void
set_attribute(struct reading *in, struct table_node *node, size_t column, enum attribute name,
	      const char *value)
{
	enum form form = grammar_form(node->shape, name);
	struct table_attribute *attribute;

	if (!form || !grammar_matches(form, value)) {
		if (form)
			hint_values(&in->hint, form, value);
		table_complain_of_cell(in, form ? DIAG_TABLE_VALUE : DIAG_TABLE_CELL, column, value);
		return;
	}
	attribute = arena_alloc(&in->table->arena, 1, sizeof(*attribute));
	if (!attribute) {
		in->err = CYT_ERR_NOMEM;
		return;
	}
	*attribute = (struct table_attribute){ name, value, node->attributes };
	node->attributes = attribute;
}

const char *
table_attribute(const struct table_node *node, enum attribute name)
{
	const struct table_attribute *at = node->attributes;

	while (at && at->name != name)
		at = at->next;
	return at ? at->value : NULL;
}

/* -- cells of several lines ------------------------------------------------------------------- */

size_t
table_count_lines(const char *cell)
{
	size_t count = 1;

	for (; *cell; cell++)
		count += *cell == '\n';
	return count;
}

/* The text of a line; NULL for one that says nothing. */
static const char *
line_of(struct reading *in, const char *cell, size_t line)
{
	const char *text;

	for (; line > 0 && cell; line--) {
		cell = strchr(cell, '\n');
		cell = cell ? cell + 1 : NULL;
	}
	if (!cell)
		return NULL;
	text = table_fold(in, cell, strcspn(cell, "\n"));
	if (!*text)
		return NULL;
	return *text == '\\' ? text + 1 : text;
}

static size_t
most_lines(const struct reading *in, bool (*belongs)(const struct column *column))
{
	size_t most = 0, lines, i;

	for (i = 0; i < in->column_count; i++) {
		if (!*in->cells[i] || !belongs(&in->columns[i]))
			continue;
		lines = table_count_lines(in->cells[i]);
		most = lines > most ? lines : most;
	}
	return most;
}

static bool
is_of_source(const struct column *column)
{
	return column->type == COLUMN_SOURCE || column->type == COLUMN_SOURCE_TEXT;
}

static bool
is_of_penalty(const struct column *column)
{
	if (column->type == COLUMN_PENALTY_NOTE)
		return true;
	return column->type == COLUMN_PENALTY &&
	       grammar_form(SHAPE_PENALTY, column->attribute) != FORM_NONE;
}

static bool
is_text(const struct column *column)
{
	return column_text(column->type) != ELEMENT_NONE;
}

static void
add_prose(struct reading *in, struct table_node *parent, enum element element, size_t column,
	  const char *text)
{
	struct table_node *node = table_add_node(in, parent, element, SHAPE_PROSE);

	if (!node)
		return;
	node->text = text;
	if (*in->columns[column].word)
		set_attribute(in, node, column, ATTRIBUTE_LANG, in->columns[column].word);
}

/* Line by line, so that translations stand beside each other. */
static void
read_texts(struct reading *in)
{
	size_t lines = most_lines(in, is_text), line, i;
	enum element element;
	const char *text;

	for (line = 0; line < lines; line++) {
		for (i = 0; i < in->column_count && !in->err; i++) {
			element = column_text(in->columns[i].type);
			if (!element || !grammar_child(in->node->shape, element))
				continue;
			text = line_of(in, in->cells[i], line);
			if (text)
				add_prose(in, in->node, element, i, text);
		}
	}
}

void
table_missing_cell(struct reading *in, const char *column, const char *why, enum form form)
{
	strbuf_printf(&in->what, "column %s of %s", column, why);
	if (form)
		hint_values(&in->hint, form, "");
	table_complain(in, DIAG_TABLE_MISSING, in->line);
}

/* The columns of a source or penalty, in one line. */
static void
read_line(struct reading *in, struct table_node *node, size_t line,
	  bool (*belongs)(const struct column *column))
{
	const char *text;
	size_t i;

	for (i = 0; i < in->column_count && !in->err; i++) {
		text = belongs(&in->columns[i]) ? line_of(in, in->cells[i], line) : NULL;
		if (!text)
			continue;
		if (in->columns[i].type == COLUMN_SOURCE_TEXT)
			node->text = text;
		else if (in->columns[i].type == COLUMN_PENALTY_NOTE)
			add_prose(in, node, ELEMENT_NOTE, i, text);
		else
			set_attribute(in, node, i, in->columns[i].attribute, text);
	}
}

static bool
says_anything(const struct table_node *node)
{
	return node->attributes || node->first || *node->text;
}

static void
read_sources(struct reading *in)
{
	size_t lines = most_lines(in, is_of_source), line;
	struct table_node *node;
	bool failed;

	for (line = 0; line < lines && !in->err; line++) {
		failed = in->failed;
		in->failed = false;
		node = table_add_node(in, in->node, ELEMENT_SOURCE, SHAPE_SOURCE);
		if (!node)
			return;
		read_line(in, node, line, is_of_source);
		if (!table_attribute(node, ATTRIBUTE_BASIS) && !in->failed)
			table_missing_cell(in, "basis", "a source",
				     grammar_form(SHAPE_SOURCE, ATTRIBUTE_BASIS));
		in->failed |= failed;
	}
}

static void
read_penalties(struct reading *in, struct table_node *parent)
{
	size_t lines = most_lines(in, is_of_penalty), line;
	struct table_node *node;

	for (line = 0; line < lines && !in->err; line++) {
		node = table_add_node(in, parent, ELEMENT_PENALTY, SHAPE_PENALTY);
		if (!node)
			return;
		read_line(in, node, line, is_of_penalty);
		if (says_anything(node) || in->failed)
			continue;
		strbuf_printf(&in->what, "line %zu of the penalties says nothing", line + 1);
		strbuf_add(&in->hint, "; expected something in one of their columns");
		table_complain(in, DIAG_TABLE_MISSING, in->line);
	}
}

/* -- cases ------------------------------------------------------------------------------------ */

static void
read_case(struct reading *in, struct table_node *node, size_t column)
{
	char *cell = table_fold(in, in->cells[column], strlen(in->cells[column]));
	struct column_case found;
	const char *shown = in->cells[column];
	size_t i;

	if (!column_read_case(cell, &found)) {
		strbuf_add(&in->hint, "; expected values, 'not' or 'some' and values, or 'at-least' "
				      "and 'below' with numbers");
		table_complain_of_cell(in, DIAG_TABLE_VALUE, column, shown);
		return;
	}
	set_attribute(in, node, column, ATTRIBUTE_FACET, in->columns[column].word);
	for (i = 0; i < 2 && found.names[i]; i++)
		set_attribute(in, node, column, found.names[i], found.values[i]);
}

static bool
is_case(const struct reading *in)
{
	return in->node->element == ELEMENT_CASE || in->node->element == ELEMENT_UNSTATED;
}

static void
read_cases(struct reading *in)
{
	struct table_node *node = in->node;
	size_t i, count = 0;

	for (i = 0; i < in->column_count && !in->err; i++) {
		if (in->columns[i].type != COLUMN_FACET || !*in->cells[i])
			continue;
		if (!is_case(in) && !grammar_child(in->node->shape, ELEMENT_CASE)) {
			strbuf_add(&in->hint, "; expected no facet");
			table_complain_of_cell(in, DIAG_TABLE_CELL, i, in->cells[i]);
			continue;
		}
		if (!is_case(in))
			node = table_add_node(in, in->node, ELEMENT_CASE, SHAPE_CASE);
		if (is_case(in) && ++count > 1) {
			strbuf_add(&in->hint, "; expected a row of its own for each facet");
			table_complain_of_cell(in, DIAG_TABLE_CELL, i, in->cells[i]);
		} else if (node) {
			read_case(in, node, i);
		}
	}
	if (is_case(in) && count == 0)
		table_missing_cell(in, "facet:...", "the row", FORM_NONE);
}

/* -- the cells of a row ----------------------------------------------------------------------- */

/* What stands in several columns together is read above; here only whether it may be said. */
static bool
is_allowed(const struct reading *in, const struct column *column)
{
	enum shape shape = in->node->shape;

	switch (column->type) {
	case COLUMN_TITLE:
	case COLUMN_LABEL:
	case COLUMN_CONDITION:
	case COLUMN_NOTE:
		return grammar_child(shape, column_text(column->type)) != SHAPE_NONE;
	case COLUMN_SOURCE:
	case COLUMN_SOURCE_TEXT:
		return in->node->element == ELEMENT_SOURCE || grammar_child(shape, ELEMENT_SOURCE);
	case COLUMN_PENALTY:
		if (grammar_form(shape, column->attribute))
			return true;
		return is_of_penalty(column) && (in->node->element == ELEMENT_SUPPLY ||
						 grammar_child(shape, ELEMENT_PENALTY));
	case COLUMN_PENALTY_NOTE:
		return in->node->element == ELEMENT_SUPPLY ||
		       grammar_child(shape, ELEMENT_PENALTY);
	case COLUMN_ATTRIBUTE:
		return grammar_form(shape, column->attribute) != FORM_NONE;
	case COLUMN_TEXT:
		return grammar_content(shape) == CONTENT_CHARACTERS &&
		       in->node->element != ELEMENT_SOURCE;
	case COLUMN_LANG:
		return grammar_form(shape, ATTRIBUTE_LANG) != FORM_NONE;
	default:
		return true;
	}
}

static void
read_number(struct reading *in, size_t column, const char *value)
{
	if (grammar_form(in->node->shape, ATTRIBUTE_NUM)) {
		set_attribute(in, in->node, column, ATTRIBUTE_NUM, value);
		in->node->number = value;
		return;
	}
	if (strcmp(value, in->node->number) == 0)
		return;
	strbuf_printf(&in->hint, "; expected \"%s\" as on the row it stands in, or nothing",
		      in->node->number);
	table_complain_of_cell(in, DIAG_TABLE_VALUE, column, value);
}

static void
check_document(struct reading *in, size_t column, const char *value)
{
	if (!in->document || strcmp(value, in->document) == 0)
		return;
	strbuf_printf(&in->hint, "; expected %s, the document whose row stands above, or nothing",
		      in->document);
	table_complain_of_cell(in, DIAG_TABLE_VALUE, column, value);
}

static void
read_cell(struct reading *in, size_t i)
{
	const struct column *column = &in->columns[i];
	const char *value = table_fold(in, in->cells[i], strlen(in->cells[i]));

	if (!*value)
		return;
	if (!is_allowed(in, column)) {
		strbuf_add(&in->hint, "; expected nothing there");
		table_complain_of_cell(in, DIAG_TABLE_CELL, i, value);
	} else if (column->type == COLUMN_NUMBER) {
		read_number(in, i, value);
	} else if (column->type == COLUMN_DOCUMENT) {
		check_document(in, i, value);
	} else if (column->type == COLUMN_TEXT) {
		in->node->text = value;
	} else if (column->type == COLUMN_LANG) {
		set_attribute(in, in->node, i, ATTRIBUTE_LANG, value);
	} else if (column->type == COLUMN_ATTRIBUTE ||
		   (column->type == COLUMN_PENALTY &&
		    grammar_form(in->node->shape, column->attribute))) {
		set_attribute(in, in->node, i, column->attribute, value);
	}
}

/* A cell that is there and was refused has been told already. */
static bool
is_blank(const struct reading *in, enum attribute attribute)
{
	size_t i;

	for (i = 0; i < in->column_count; i++) {
		if (*in->cells[i] && in->columns[i].attribute == attribute)
			return false;
		if (*in->cells[i] && attribute == ATTRIBUTE_NUM &&
		    in->columns[i].type == COLUMN_NUMBER)
			return false;
	}
	return true;
}

static void
check_required(struct reading *in)
{
	uint64_t missing = grammar_required(in->node->shape);
	enum attribute i;

	if (is_case(in))
		return;
	for (i = 1; i < ATTRIBUTE_COUNT; i++) {
		if (!(missing >> i & 1) || !is_blank(in, i))
			continue;
		strbuf_printf(&in->what, "column %s of a row of kind %s", attribute_name(i),
			      element_name(in->node->element));
		hint_values(&in->hint, grammar_form(in->node->shape, i), "");
		table_complain(in, DIAG_TABLE_MISSING, in->line);
	}
}

void
table_read_cells(struct reading *in)
{
	enum element element = in->node->element;
	size_t i;

	/* The id first: that of a document is what the column `document` is held against. */
	for (i = 0; i < in->column_count; i++)
		if (in->columns[i].attribute == ATTRIBUTE_ID && in->depth == 1 && *in->cells[i])
			in->document = table_fold(in, in->cells[i], strlen(in->cells[i]));
	for (i = 0; i < in->column_count && !in->err; i++)
		if (*in->cells[i])
			read_cell(in, i);
	if (in->err)
		return;
	read_texts(in);
	read_cases(in);
	if (element == ELEMENT_SOURCE)
		read_line(in, in->node, 0, is_of_source);
	else if (grammar_child(in->node->shape, ELEMENT_SOURCE))
		read_sources(in);
	if (grammar_child(in->node->shape, ELEMENT_PENALTY))
		read_penalties(in, in->node);
	else if (element == ELEMENT_SUPPLY)
		read_penalties(in, in->node->parent);
	check_required(in);
}


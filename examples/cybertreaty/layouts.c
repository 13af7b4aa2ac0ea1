/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables of a coverage at 80 columns. */
#include "layouts.h"

#include <string.h>

#include "app.h"

#define LABEL 22 /* column of what follows a label */
#define RIGHT 34 /* of the second column of a profile, and of what is said of an element */

int
layout_find(const char *name, enum cyt_layout *out)
{
	struct likely near = {.wanted = name};
	int i;

	*out = name ? cyt_layout_find(name) : CYT_LAYOUT_UNKNOWN;
	if (!name || *out != CYT_LAYOUT_UNKNOWN)
		return 0;
	for (i = CYT_LAYOUT_PROFILE; i <= CYT_LAYOUT_ELEMENTS; i++)
		likely_offer(&near, cyt_layout_name((enum cyt_layout)i));
	return likely_trouble(&near,
			      "--layout is profile, compatibility or elements, not '%s'", name);
}

/* The cell from `column` on, beside `left` or, where that is too wide, below it. */
static void
print_beside(struct text *text, enum style style, size_t indent, const char *left, size_t column,
	     const char *cell)
{
	size_t width = indent + text_width(left);

	text_space(text, indent);
	if (width + 2 > column) {
		text_fill(text, indent, indent + 2, style, left);
		width = 0;
	} else {
		text_put(text, style, left);
	}
	text_space(text, column - width);
	text_lines(text, column, column, STYLE_PLAIN, cell);
}

static void
print_profile(struct text *text, const struct cyt_table *table)
{
	size_t i;

	for (i = 0; i < cyt_table_row_count(table); i++) {
		text_line(text);
		print_beside(text, STYLE_BOLD, 0, cyt_table_cell(table, i, 0), RIGHT,
			     cyt_table_cell(table, i, 1));
	}
}

/* The last columns are there to be filled in. */
static const char *
cell_or_blank(const struct cyt_table *table, size_t row, size_t column)
{
	const char *cell = cyt_table_cell(table, row, column);

	if (*cell)
		return cell;
	return column + 2 < cyt_table_column_count(table) ? "-" : "____________________";
}

static void
print_compatibility(struct text *text, const struct cyt_table *table)
{
	size_t i, k;

	for (i = 0; i < cyt_table_row_count(table); i++) {
		text_line(text);
		text_fill(text, 0, 2, STYLE_BOLD, cyt_table_cell(table, i, 0));
		for (k = 1; k < cyt_table_column_count(table); k++)
			print_beside(text, STYLE_DIM, 2, cyt_table_heading(table, k), LABEL,
				     cell_or_blank(table, i, k));
	}
}

static bool
continues(const struct cyt_table *table, size_t row)
{
	size_t i;

	for (i = 0; row > 0 && i < 2; i++)
		if (strcmp(cyt_table_cell(table, row, i), cyt_table_cell(table, row - 1, i)) != 0)
			return false;
	return row > 0;
}

enum {
	DEMANDED = 1,
	ELEMENT,
	ASKED,
	HAS,
	MISSING
};

static void
add_said(struct buffer *out, const struct tongue *tongue, const struct cyt_table *table, size_t row,
	 size_t column)
{
	const char *cell = cyt_table_cell(table, row, column);

	buffer_printf(out, "%s%s: %s", out->length ? "\n" : "", cyt_table_heading(table, column),
		      *cell ? cell : say(tongue, SAY_CELL_EMPTY));
}

static bool
is_sentence(const char *cell)
{
	return *cell && cell[strlen(cell) - 1] == '.';
}

/* What is asked and there is said once. */
static void
print_element(struct app *app, const struct cyt_table *table, size_t row)
{
	const char *asked = cyt_table_cell(table, row, ASKED);
	const char *has = cyt_table_cell(table, row, HAS);
	const char *missing = cyt_table_cell(table, row, MISSING);
	struct buffer said = {0};

	if (!*missing && strcmp(asked, has) == 0) {
		say_to(&said, app->tongue, SAY_CELL_AS_ASKED, asked);
	} else if (!*has && strcmp(asked, missing) == 0) {
		say_to(&said, app->tongue, SAY_CELL_MISSING, asked);
	} else {
		add_said(&said, app->tongue, table, row, ASKED);
		add_said(&said, app->tongue, table, row, HAS);
		if (is_sentence(missing))
			buffer_printf(&said, "\n%s", missing);
		else if (*missing)
			add_said(&said, app->tongue, table, row, MISSING);
	}
	print_beside(&app->text, STYLE_PLAIN, 2, cyt_table_cell(table, row, ELEMENT), RIGHT, said.text);
	buffer_release(&said);
}

static void
print_elements(struct app *app, const struct cyt_table *table)
{
	struct text *text = &app->text;
	struct buffer head = {0};
	size_t i;

	for (i = 0; i < cyt_table_row_count(table); i++) {
		if (!continues(table, i)) {
			text_line(text);
			buffer_printf(&head, "%s: %s", cyt_table_cell(table, i, 0),
				      cyt_table_cell(table, i, DEMANDED));
			text_fill(text, 0, 2, STYLE_BOLD, head.text);
			buffer_release(&head);
		}
		print_element(app, table, i);
	}
}

static void
print_table(struct app *app, const struct cyt_result *result, enum cyt_layout layout,
	    const struct cyt_table *table)
{
	static const enum say headings[] = {
		[CYT_LAYOUT_PROFILE] = SAY_PROFILE_AGAINST,
		[CYT_LAYOUT_COMPATIBILITY] = SAY_COMPATIBILITY_WITH,
		[CYT_LAYOUT_ELEMENTS] = SAY_ELEMENTS_OF,
	};

	question_heading(app, headings[layout], result);
	if (layout == CYT_LAYOUT_PROFILE)
		print_profile(&app->text, table);
	else if (layout == CYT_LAYOUT_COMPATIBILITY)
		print_compatibility(&app->text, table);
	else
		print_elements(app, table);
	question_footing(app);
}

int
layout_answer(struct app *app, const struct cyt_result *result, enum cyt_layout layout,
	      enum cyt_kind only, const char *article)
{
	struct cyt_table *table;
	int err;

	if (app->json || app->html || app->xml)
		return trouble("--layout is for text and csv");
	err = cyt_table_new(result, layout, only, article, app->options.lang, &table);
	if (!err && app->csv)
		err = cyt_table_csv(table, buffer_sink, &app->text.out);
	else if (!err)
		print_table(app, result, layout, table);
	cyt_table_free(table);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

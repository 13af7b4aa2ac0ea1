/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laying out text for people: 80 columns, colour only where wanted and never alone. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>

#include "buffer.h"

#define TEXT_WIDTH 80

enum style {
	STYLE_PLAIN,
	STYLE_BOLD,
	STYLE_DIM,
	STYLE_GOOD,
	STYLE_FAIR,
	STYLE_WARN,
	STYLE_BAD
};

struct text {
	struct buffer out;
	bool colour;
};

/* Columns that the text takes on a terminal. */
size_t text_width(const char *text);

/* As it is; control characters of the data are made harmless. */
void text_put(struct text *text, enum style style, const char *words);
void text_space(struct text *text, size_t columns);
void text_line(struct text *text); /* ends the line */

/* Writes words from `column` on, wraps them to `indent`, and ends the line. */
void text_fill(struct text *text, size_t column, size_t indent, enum style style,
	       const char *words);

/* Several lines, each from `indent` on; what is too long hangs by two. The first line has come to
 * `column` already. */
void text_lines(struct text *text, size_t column, size_t indent, enum style style,
		const char *lines);

/* Adds words with a capital at the beginning. */
void text_add_capital(struct buffer *out, const char *words);

/* Indents, then fills. */
void text_paragraph(struct text *text, size_t indent, const char *words);

/* A first column and, from `column` on, wrapped words; below it if it is too wide. */
void text_columns(struct text *text, const char *first, size_t column, const char *words);

/* "head title ....... word  note": the title wraps under itself, the dots lead to the word. */
void text_leader(struct text *text, const char *head, const char *title, enum style style,
		 const char *word, enum style note_style, const char *note);

#endif

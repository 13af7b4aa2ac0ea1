/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows of a table whose columns are those that some row needs. */
#ifndef EXPORT_ROWS_H
#define EXPORT_ROWS_H

#include <cybertreaty/vocabulary.h>

#include "sheet/column.h"

struct rows_column {
	struct column column;
	uint32_t rank;      /* among those of its type */
	struct strbuf cell; /* of the row at hand */
};

struct rows {
	const struct cyt_corpus *corpus;
	cyt_sink sink; /* NULL while columns are looked for */
	void *data;
	struct rows_column *columns;
	size_t count, capacity;
	struct strbuf line;
	int err;
};

/* Says all rows, the same each time: once to find the columns, and again to write them. */
typedef void rows_walk(struct rows *rows, const void *subject);

int rows_write(const struct cyt_corpus *corpus, rows_walk *walk, const void *subject, cyt_sink sink,
	       void *data);

/* The cell of the row at hand in a column, to be added to; never NULL. `word` has to last. */
struct strbuf *rows_cell(struct rows *rows, enum column_type type, enum attribute attribute,
			 const char *word);
void rows_add(struct rows *rows, enum column_type type, enum attribute attribute, const char *word,
	      const char *text);
void rows_end(struct rows *rows);

/* Cells of several lines: the line a column's next text goes to. */
struct rows_lines {
	size_t line; /* of the last one, from 0 */
	size_t last; /* its place among the columns of its type; SIZE_MAX before the first */
};

/* The place of a column among those of its type, which are in the order of their first use. */
size_t rows_place(struct rows *rows, enum column_type type, const char *word);
/* Adds a line to a cell so that `line` is its last. An empty text is written as a backslash. */
void rows_add_line(struct strbuf *cell, size_t line, const char *text);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table of rows as RFC 4180, cell by cell. Every row ends with what is the same on all of them: what was
 * asked, the date, and the corpus, so that rows of several answers can be put into one table. */
#ifndef EXPORT_CELLS_H
#define EXPORT_CELLS_H

#include <cybertreaty/query.h>

#include "base/alloc.h"

#define CELLS_TAIL 8

struct cells {
	cyt_sink sink;
	void *data;
	const char *lang; /* of titles and labels */
	struct strbuf line, cell; /* the row so far; what a cell is put together in */
	struct {
		const char *name, *text;
	} tail[CELLS_TAIL];
	size_t tail_count;
	char as_at[CYT_DATE_SIZE], corpus_date[CYT_DATE_SIZE];
	struct strbuf with;
	bool begun, headed;
	int err;
};

/* What is sent to `sink`; `cells_end` returns how it went. */
void cells_begin(struct cells *cells, const struct cyt_corpus *corpus, const char *lang, cyt_sink sink,
		 void *data);
/* What all rows of this answer end with. Without a result it is the corpus alone. */
void cells_ask(struct cells *cells, const struct cyt_result *result);
int cells_end(struct cells *cells);

void cells_add(struct cells *cells, const char *text);
void cells_add_names(struct cells *cells, const char *const *names);
void cells_add_date(struct cells *cells, cyt_date date);
/* The cell that was put together in `cell` by what returned `err`. */
void cells_end_cell(struct cells *cells, int err);
/* A title or label of the element, with its language where that is not the one asked for. */
void cells_add_title(struct cells *cells, const char *text, const struct cyt_element *element);
/* The first row is the heading. */
void cells_end_row(struct cells *cells);

#endif

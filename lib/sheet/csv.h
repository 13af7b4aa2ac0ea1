/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables as text: RFC 4180 in UTF-8, written with CR LF, and read as spreadsheet programs write it. */
#ifndef SHEET_CSV_H
#define SHEET_CSV_H

#include "base/alloc.h"
#include "base/diag.h"

/* -- writing ---------------------------------------------------------------------------------- */

/* Adds a cell, and before it a comma unless it is the `first` of its row. What a spreadsheet would
 * take for a formula begins with an apostrophe, which reading takes away; so does, of a cell that is to
 * be read again `as_text`, what it would take for a number and write in another way. */
void csv_add(struct strbuf *out, const char *text, bool first, bool as_text);
void csv_end(struct strbuf *out);

/* -- reading ---------------------------------------------------------------------------------- */

struct csv_row {
	uint32_t line; /* on which it begins */
	size_t first, count; /* cells */
};

struct csv {
	struct arena arena;
	struct csv_row *rows;
	size_t row_count, row_capacity;
	const char **cells; /* without quotes and guard; lines within end in LF alone */
	size_t cell_count, cell_capacity;
};

/* A byte order mark, LF, CR LF and CR are fine; cells are separated by what separates those of the
 * first row: comma, semicolon or tab. Returns 0, CYT_ERR_DATA with diagnostics, or CYT_ERR_NOMEM;
 * to be released in any case. */
int csv_read(struct csv *csv, const struct cyt_alloc_hooks *hooks, const char *name,
	     const char *bytes, size_t size, struct cyt_diags *diags);
void csv_release(struct csv *csv);

#endif

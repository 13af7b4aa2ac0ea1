/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table while it is read: what the files of that share. */
#ifndef LOAD_TABLE_READ_H
#define LOAD_TABLE_READ_H

#include "load/table.h"
#include "sheet/column.h"
#include "sheet/csv.h"

struct reading {
	struct table *table;
	const struct cyt_alloc_hooks *hooks;
	const char *name;
	struct cyt_diags *diags;
	struct csv csv;
	struct column *columns;
	const char **names; /* of the columns, as the heading has them */
	size_t column_count;
	bool failed;
	int err;
	struct strbuf what, hint;
	char nothing[1]; /* in place of text for which there is no memory */

	struct table_node *stack[READER_MAX_DEPTH + 1]; /* the root, then by level; the last row's at `depth` */
	unsigned depth;
	const char *document; /* id of the document at hand */

	/* the row at hand */
	uint32_t line;
	uint32_t deep; /* the last one that was found to nest too deeply */
	struct table_node *node;
	const char *const *cells; /* column_count of them */
};

/* What is wrong goes to `what`, and what was expected to `hint`, beginning with "; ". */
void table_complain(struct reading *in, enum diag_number number, uint32_t line);
/* The same about a cell, which is shown, of the row at hand. */
void table_complain_of_cell(struct reading *in, enum diag_number number, size_t column,
			    const char *text);
void table_add_shown(struct strbuf *out, const char *text);
/* A column without which the row says too little; `form` FORM_NONE: of no form. */
void table_missing_cell(struct reading *in, const char *column, const char *why, enum form form);

struct table_node *table_add_node(struct reading *in, struct table_node *parent,
				  enum element element, enum shape shape);
/* Folds white space, as reading XML does; the copy is the table's. */
char *table_fold(struct reading *in, const char *text, size_t length);
/* NULL without it. */
const char *table_attribute(const struct table_node *node, enum attribute name);
size_t table_count_lines(const char *cell);

/* Everything that the cells of the row at hand say of its node. */
void table_read_cells(struct reading *in);

#endif

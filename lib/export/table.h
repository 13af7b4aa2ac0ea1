/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables of texts. */
#ifndef EXPORT_TABLE_H
#define EXPORT_TABLE_H

#include <cybertreaty/export.h>

#include "base/alloc.h"

#define TABLE_COLUMNS 7

struct cyt_table {
	struct cyt_alloc_hooks hooks;
	struct arena arena;
	const char *headings[TABLE_COLUMNS];
	const char *(*rows)[TABLE_COLUMNS];
	size_t count, capacity, columns;
	struct strbuf cells[TABLE_COLUMNS]; /* of the row that is being put together */
	struct strbuf source; /* what it answers, and from what */
	int err;
};

/* NULL without memory. The headings stay the caller's, but the list need not. */
struct cyt_table *table_create(const struct cyt_alloc_hooks *hooks, const char *const *headings,
			       size_t columns);
/* Adds the row that was put together in `cells`. */
void table_end_row(struct cyt_table *table);

#endif

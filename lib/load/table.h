/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table of rows as the documents it says. */
#ifndef LOAD_TABLE_H
#define LOAD_TABLE_H

#include "load/grammar.h"
#include "xmlio/reader.h"

struct table_attribute {
	enum attribute name;
	const char *value;
	struct table_attribute *next;
};

/* An element or a comment, as the rows say it. */
struct table_node {
	enum element element; /* ELEMENT_NONE: a comment */
	enum shape shape;
	uint32_t line;
	uint32_t depth;     /* of elements down to it: 1 is a document */
	const char *text;   /* "" for none */
	const char *number; /* its own or that of what it stands in */
	struct table_attribute *attributes;
	struct table_node *first, *last, *next;
	struct table_node *parent;
};

struct table {
	struct arena arena;
	struct table_node root; /* the documents, and comments before them */
};

/* Reads rows; all that is wrong with them is listed. 0, CYT_ERR_DATA or CYT_ERR_NOMEM; to be released
 * in any case. */
int table_read(struct table *table, const struct cyt_alloc_hooks *hooks, const char *name,
	       const char *bytes, size_t size, struct cyt_diags *diags);
void table_release(struct table *table);

/* Whether the table has a document of that id. */
bool table_has(const struct table *table, const char *id);

/* Hands over the documents as reading files would. 0 or what the handler returned. */
int table_say(const struct table *table, const struct cyt_alloc_hooks *hooks,
	      const struct reader_handler *handler, void *data);

#endif

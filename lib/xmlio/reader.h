/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* XML as events, within limits: no DTD, no entity, no network, no encoding but UTF-8.
 *
 * The first thing that is not well-formed or beyond a limit ends the reading with one
 * diagnostic of the class FILE. What the elements mean is the business of the handler. */
#ifndef XMLIO_READER_H
#define XMLIO_READER_H

#include "base/diag.h"

#define READER_MAX_DEPTH 64
#define READER_MAX_ATTRIBUTES 64
#define READER_MAX_NAMESPACES 16
#define READER_XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

struct reader_attribute {
	const char *uri, *name; /* local name; uri "" for none */
	const char *value;      /* normalised as XML wants it, NUL-terminated */
};

/* What a handler remembers of a tag that comes again; 0 when it is new. */
struct reader_memo {
	uint32_t of, numbers[3];
};

struct reader_element {
	const char *uri, *name;
	uint32_t line; /* on which the tag begins */
	const struct reader_attribute *attributes;
	size_t attribute_count;
	struct reader_memo *memo; /* the same for tags that are the same; NULL: none is kept */
};

/* Each returns 0, or a CYT_ERR_* that ends the reading and is handed on. What they are
 * given lives until they return. `line` of a text is that of its first character that is
 * not white space. White space between two tags may be left out. */
struct reader_handler {
	int (*start)(void *data, const struct reader_element *element);
	int (*text)(void *data, const char *text, size_t length, uint32_t line);
	int (*end)(void *data);
	/* NULL: comments do not matter. */
	int (*comment)(void *data, const char *text, size_t length);
};

/* Readies libxml2; may be called by several threads and often. */
void reader_init(void);

/* The tags of all files that are read with it. */
struct reader_tags;
struct reader_tags *reader_tags_new(const struct cyt_alloc_hooks *hooks); /* NULL: no memory */
void reader_tags_free(struct reader_tags *tags);                         /* NULL is fine */

/* 0 when the whole document was read; CYT_ERR_DATA with a diagnostic; CYT_ERR_NOMEM. Without `tags`
 * libxml2 reads also what is plain (plain.h). */
int reader_parse(const struct cyt_alloc_hooks *hooks, struct reader_tags *tags, const char *name,
		 const char *bytes, size_t size, const struct reader_handler *handler, void *data,
		 struct cyt_diags *diags);

#endif

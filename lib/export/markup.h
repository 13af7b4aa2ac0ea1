/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing XML: well-formed whatever the texts hold.
 *
 * A failure is remembered; callers write on and check once, at the end. */
#ifndef EXPORT_MARKUP_H
#define EXPORT_MARKUP_H

#include <cybertreaty/base.h>

#include "base/alloc.h"

#define XML_DEPTH 16 /* the format nests no deeper */

struct xml {
	struct strbuf out;
	const char *open[XML_DEPTH];
	size_t depth;
	bool in_tag; /* the start tag has not ended: attributes may follow */
	int err;     /* the first failure; CYT_OK while all is well */
};

void xml_begin(struct xml *xml, const struct cyt_alloc_hooks *hooks);

/* The name is kept until the element is closed. */
void xml_open(struct xml *xml, const char *name);
void xml_close(struct xml *xml);

/* Of the element just opened, before anything in it; nothing for NULL, "" or 0. */
void xml_attribute(struct xml *xml, const char *name, const char *value);
void xml_date(struct xml *xml, const char *name, cyt_date date);
void xml_number(struct xml *xml, const char *name, size_t number);
void xml_flag(struct xml *xml, const char *name, bool value); /* "yes" or nothing */
/* Several words, divided by blanks; xml_list_end() writes them unless there were none. */
void xml_list_add(struct strbuf *list, const char *word);
void xml_list_end(struct xml *xml, const char *name, struct strbuf *list);

/* An element that holds nothing but text. xml_text() first opens it, then adds attributes. */
void xml_text(struct xml *xml, const char *text);
void xml_element(struct xml *xml, const char *name, const char *text);

/* The text that a sentence function of query.h left in `buf` as an element, none for no text;
 * releases the buffer. */
void xml_sentence(struct xml *xml, const char *name, struct strbuf *buf, int err);
/* The same as an attribute. */
void xml_said(struct xml *xml, const char *name, struct strbuf *buf, int err);

/* The document as one text, to be given back with strbuf_release(); 0 or what failed. */
int xml_finish(struct xml *xml, struct strbuf *out);

#endif

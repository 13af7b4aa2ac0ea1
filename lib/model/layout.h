/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The order in which documents are written: attributes, and children whose order among those of
 * other names says nothing. */
#ifndef MODEL_LAYOUT_H
#define MODEL_LAYOUT_H

#include "base/alloc.h"
#include "model/kinds.h"

struct cyt_element;

/* Lower ranks stand first; equal ones as in the document. */
unsigned layout_child_rank(enum element parent, enum element child);
unsigned layout_attribute_rank(enum element element, enum attribute attribute);

/* Children and comments of an element as they are written. Cases follow the order of the facets in
 * the vocabulary; a comment goes where the child goes before which it stands. */
struct layout_item {
	const struct cyt_element *child; /* NULL: a comment after the last child */
	const char *comment;             /* NULL: the child itself */
	uint64_t rank;
	uint32_t number;
};

struct layout {
	const struct cyt_alloc_hooks *hooks;
	struct layout_item *items;
	size_t count, capacity;
};

/* False without memory; to be released in any case. */
bool layout_children(struct layout *layout, const struct cyt_alloc_hooks *hooks,
		     const struct cyt_element *parent);
void layout_release(struct layout *layout);

/* Attributes of an element as they are written. */
struct layout_attribute {
	enum attribute name;
	const char *value;
};

size_t layout_attributes(const struct cyt_element *element,
			 struct layout_attribute out[ATTRIBUTE_COUNT]);

#endif

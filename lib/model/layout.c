/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The order in which documents are written. */
#include "model/layout.h"

#include <cybertreaty/instrument.h>

#include <stdlib.h>
#include <string.h>

#include "model/corpus.h"
#include "model/image.h"

#define RANK_REST 20u /* what an element is there for, in the order of the document */

unsigned
layout_child_rank(enum element parent, enum element child)
{
	static const enum element order[] = {
		ELEMENT_TITLE,     ELEMENT_LABEL,  ELEMENT_PHRASE, ELEMENT_CASE,     ELEMENT_BOX,
		ELEMENT_CONDITION, ELEMENT_SOURCE, ELEMENT_NOTE,   ELEMENT_ASSESSED, ELEMENT_UNSTATED,
	};
	unsigned i;

	/* In a supply an exception is one more thing about its cases; in a law it is a rule. */
	if (child == ELEMENT_EXCEPT && parent == ELEMENT_SUPPLY)
		return layout_child_rank(parent, ELEMENT_BOX);
	for (i = 0; i < sizeof(order) / sizeof(*order); i++)
		if (order[i] == child)
			return i;
	return RANK_REST;
}

unsigned
layout_attribute_rank(enum element element, enum attribute attribute)
{
	static const enum attribute order[] = {
		ATTRIBUTE_ID,	      ATTRIBUTE_LANG,	     ATTRIBUTE_NUM,
		ATTRIBUTE_JURISDICTION, ATTRIBUTE_IRI,	     ATTRIBUTE_TYPE,
		ATTRIBUTE_SUPERSEDES, ATTRIBUTE_UNIT,	     ATTRIBUTE_KIND,
		ATTRIBUTE_WAS,	      ATTRIBUTE_BROADER,
		ATTRIBUTE_FACETS,     ATTRIBUTE_ICCS,	     ATTRIBUTE_UNSTATED,
		ATTRIBUTE_LAYER,      ATTRIBUTE_GROUP,	     ATTRIBUTE_PARAGRAPHS,
		ATTRIBUTE_OPERATIVE,  ATTRIBUTE_BECAUSE,     ATTRIBUTE_INSTRUMENT,
		ATTRIBUTE_OF,	      ATTRIBUTE_CONCEPTS,    ATTRIBUTE_EXTENDS,
		ATTRIBUTE_MODALITY,   ATTRIBUTE_SUBJECT_TO,  ATTRIBUTE_CHOICE,
		ATTRIBUTE_CONCERN,    ATTRIBUTE_EXCEPT,	     ATTRIBUTE_FACET,
		ATTRIBUTE_IS,	      ATTRIBUTE_NOT,	     ATTRIBUTE_SOME,
		ATTRIBUTE_AT_LEAST,   ATTRIBUTE_BELOW,	     ATTRIBUTE_PROVISIONS,
		ATTRIBUTE_LAWS,	      ATTRIBUTE_STACK,	     ATTRIBUTE_DATE,
		ATTRIBUTE_STATUS,     ATTRIBUTE_FROM,	     ATTRIBUTE_UNTIL,
		ATTRIBUTE_REPLACES,   ATTRIBUTE_TO,	     ATTRIBUTE_PRECLUDES_RELATIONS,
		ATTRIBUTE_PRISON_MIN, ATTRIBUTE_PRISON_MAX,  ATTRIBUTE_FINE_MIN,
		ATTRIBUTE_FINE_MAX,   ATTRIBUTE_FINE_UNIT,   ATTRIBUTE_ALTERNATIVE,
		ATTRIBUTE_FACTOR_MIN, ATTRIBUTE_FACTOR_MAX,  ATTRIBUTE_PRISON_ADD_MIN,
		ATTRIBUTE_PRISON_ADD_MAX, ATTRIBUTE_ON,	     ATTRIBUTE_BASIS,
		ATTRIBUTE_HREF,	      ATTRIBUTE_CONSULTED,
	};
	unsigned i;

	_Static_assert(sizeof(order) / sizeof(*order) == ATTRIBUTE_COUNT - 1, "every attribute");
	/* What a State did is what one looks for first. */
	if (element == ELEMENT_ACTION && attribute == ATTRIBUTE_KIND)
		return 0;
	for (i = 0; order[i] != attribute; i++)
		;
	return i + 1;
}

/* -- children ------------------------------------------------------------------------------- */

static uint64_t
facet_number(const struct cyt_element *element)
{
	const struct img_node *node = (const struct img_node *)(const void *)element;
	const struct image *image = image_of(node);
	const char *id = image_attribute(image, node, ATTRIBUTE_FACET);
	const struct cyt_facet *facet = id ? image_find_facet(image, id) : NULL;

	return facet ? image_index(image, facet, facet) : image_count(image, SECTION_FACET);
}

static enum element
name_of(const struct cyt_element *element)
{
	return (enum element)((const struct img_node *)(const void *)element)->element;
}

static uint64_t
rank_of(const struct cyt_element *parent, const struct cyt_element *child)
{
	uint64_t rank = layout_child_rank(name_of(parent), name_of(child));

	return rank << 32 | (name_of(child) == ELEMENT_CASE ? facet_number(child) : 0);
}

static bool
add_item(struct layout *layout, const struct cyt_element *child, const char *comment, uint64_t rank)
{
	if (!alloc_grow(layout->hooks, &layout->items, &layout->capacity, layout->count + 1,
			sizeof(*layout->items)))
		return false;
	layout->items[layout->count] =
		(struct layout_item){ child, comment, rank, (uint32_t)layout->count };
	layout->count++;
	return true;
}

static int
compare_items(const void *left, const void *right)
{
	const struct layout_item *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

bool
layout_children(struct layout *layout, const struct cyt_alloc_hooks *hooks,
		const struct cyt_element *parent)
{
	const struct cyt_element *child;
	const char *comment;
	uint32_t i;

	memset(layout, 0, sizeof(*layout));
	layout->hooks = hooks;
	for (child = cyt_element_first(parent); child; child = cyt_element_next(child)) {
		for (i = 0; (comment = element_comment_before(child, i)) != NULL; i++)
			if (!add_item(layout, child, comment, rank_of(parent, child)))
				return false;
		if (!add_item(layout, child, NULL, rank_of(parent, child)))
			return false;
	}
	for (i = 0; (comment = element_comment_at_end(parent, i)) != NULL; i++)
		if (!add_item(layout, NULL, comment, UINT64_MAX))
			return false;
	if (layout->count)
		qsort(layout->items, layout->count, sizeof(*layout->items), compare_items);
	return true;
}

void
layout_release(struct layout *layout)
{
	alloc_free(layout->hooks, layout->items);
	memset(layout, 0, sizeof(*layout));
}

/* -- attributes ----------------------------------------------------------------------------- */

size_t
layout_attributes(const struct cyt_element *element, struct layout_attribute out[ATTRIBUTE_COUNT])
{
	const struct img_node *node = (const struct img_node *)(const void *)element;
	const struct image *image = image_of(node);
	struct layout_attribute next;
	const struct img_attr *attr;
	size_t count = 0, at;
	uint32_t i, all;

	attr = image_attributes(image, node, &all);
	for (i = 0; i < all && count < ATTRIBUTE_COUNT; i++) {
		next = (struct layout_attribute){ (enum attribute)attr[i].name,
						  image_string(image, attr[i].value) };
		for (at = count++; at > 0; at--) {
			if (layout_attribute_rank(name_of(element), out[at - 1].name) <=
			    layout_attribute_rank(name_of(element), next.name))
				break;
			out[at] = out[at - 1];
		}
		out[at] = next;
	}
	return count;
}

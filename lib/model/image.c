/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading the image: attributes, children, text by language, ids. */
#include "model/image.h"

#include <string.h>

#include "base/lang.h"

size_t
image_row_size(int section)
{
	static const uint8_t sizes[SECTION_COUNT] = {
#define X(name, type) [SECTION_##name] = sizeof(type),
		IMAGE_SECTIONS(X)
#undef X
	};

	return sizes[section];
}

/* -- the tree ----------------------------------------------------------------------------- */

/* Nothing here trusts what a row says of others: the documents may not have been verified yet. Parents
 * come before their children, so that whoever goes up or on comes to an end. */

/* NULL: there is none, as there should be. */
static const struct img_far *
far_row(const struct image *image, uint32_t i)
{
	uint32_t low = 0, high = image_count(image, SECTION_FAR), middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (image_far(image, middle)->node < i)
			low = middle + 1;
		else
			high = middle;
	}
	return low < image_count(image, SECTION_FAR) ? image_far(image, low) : NULL;
}

uint32_t
image_node_end(const struct image *image, uint32_t i)
{
	const struct img_node *node = image_node(image, i);

	if (element_is_prose(node->element) || node->extent == 0 ||
	    node->extent > image_count(image, SECTION_NODE) - i)
		return i + 1;
	return i + node->extent;
}

uint32_t
image_node_parent(const struct image *image, uint32_t i)
{
	uint32_t back = image_node(image, i)->back;
	const struct img_far *far;

	if (back == NODE_FAR) {
		far = far_row(image, i);
		return far && far->parent < i ? far->parent : NONE;
	}
	return back && back <= i ? i - back : NONE;
}

uint32_t
image_node_child(const struct image *image, uint32_t i)
{
	return image_node_end(image, i) > i + 1 ? i + 1 : NONE;
}

uint32_t
image_node_next(const struct image *image, uint32_t i)
{
	uint32_t parent = image_node_parent(image, i), next = image_node_end(image, i), end;

	end = parent == NONE ? image_count(image, SECTION_NODE) : image_node_end(image, parent);
	return next < end ? next : NONE;
}

uint32_t
image_node_document(const struct image *image, uint32_t i)
{
	uint32_t parent;

	while ((parent = image_node_parent(image, i)) != NONE)
		i = parent;
	return i;
}

uint32_t
image_node_line(const struct image *image, uint32_t i)
{
	const struct img_far *far;
	uint32_t line = 0;

	for (; i != NONE; i = image_node_parent(image, i)) {
		if (image_node(image, i)->line == NODE_FAR_LINE) {
			far = far_row(image, i);
			return line + (far ? far->line : 0);
		}
		line += image_node(image, i)->line;
	}
	return line;
}

const char *
image_node_file(const struct image *image, uint32_t i)
{
	uint32_t low = 0, high = image_count(image, SECTION_PLACE), middle;

	if (high == 0)
		return "";
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (image_place(image, middle)->node <= i)
			low = middle;
		else
			high = middle;
	}
	return image_named_file(image, image_place(image, low)->file);
}

const char *
image_named_file(const struct image *image, uint32_t at)
{
	return at < image_count(image, SECTION_FILES) ? image_file(image, at) : "";
}

const char *
image_node_text(const struct image *image, const struct img_node *node)
{
	if (!element_is_prose(node->element) || node->extent >= image_count(image, SECTION_TEXT))
		return "";
	return image_prose(image, node->extent);
}

const struct img_node *
image_parent(const struct image *image, const struct img_node *node)
{
	uint32_t i = image_node_parent(image, image_index(image, node, node));

	return i == NONE ? NULL : image_node(image, i);
}

const struct img_node *
image_document(const struct image *image, const struct img_node *node)
{
	return image_node(image, image_node_document(image, image_index(image, node, node)));
}

uint32_t
union_region_all(const struct image *image, const struct img_union *made)
{
	uint32_t low = 0, high = image_count(image, SECTION_CONDITIONAL), middle;
	uint32_t i = image_index(image, union, made);

	if (!made->is_conditional)
		return made->region;
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (image_conditional(image, middle)->made <= i)
			low = middle;
		else
			high = middle;
	}
	return image_conditional(image, low)->region;
}

const struct img_attr *
image_attributes(const struct image *image, const struct img_node *node, uint32_t *count)
{
	uint32_t all = image_count(image, SECTION_ATTR);

	*count = node->attributes <= all && node->attribute_count <= all - node->attributes
			 ? node->attribute_count
			 : 0;
	return *count ? image_attr(image, node->attributes) : NULL;
}

const char *
image_attribute(const struct image *image, const struct img_node *node, enum attribute name)
{
	const struct img_attr *attr;
	uint32_t i, count;

	attr = image_attributes(image, node, &count);
	for (i = 0; i < count; i++)
		if (attr[i].name == name)
			return image_string(image, attr[i].value);
	return NULL;
}

static const struct img_node *
find_from(const struct image *image, uint32_t i, uint32_t end, enum element element)
{
	for (; i < end; i = image_node_end(image, i))
		if (image_node(image, i)->element == element)
			return image_node(image, i);
	return NULL;
}

const struct img_node *
image_child(const struct image *image, const struct img_node *node, enum element element)
{
	uint32_t i = image_index(image, node, node);

	return find_from(image, i + 1, image_node_end(image, i), element);
}

const struct img_node *
image_sibling(const struct image *image, const struct img_node *node, enum element element)
{
	uint32_t i = image_index(image, node, node), parent = image_node_parent(image, i);

	return find_from(image, image_node_end(image, i),
			 parent == NONE ? image_count(image, SECTION_NODE)
					: image_node_end(image, parent),
			 element);
}

/* -- text and ids ---------------------------------------------------------------------------- */

static const char *
language(const struct image *image, const struct img_node *node)
{
	const char *lang = image_attribute(image, node, ATTRIBUTE_LANG);

	return lang ? lang : "";
}

const char *
image_text(const struct image *image, const struct img_node *node, enum element element,
	   const char *lang, const char **got)
{
	const struct img_node *child, *best = NULL;
	int most = -1, enough = lang ? 3 : 1;

	/* 3 and 2: what is wanted; 1: English; 0: whatever. */
	child = image_child(image, node, element);
	for (; child; child = image_sibling(image, child, element)) {
		const char *has = language(image, child);
		int serves = lang ? lang_serves(has, lang) : 0;

		serves = serves ? serves + 1 : strcmp(has, "en") == 0;
		if (serves <= most)
			continue;
		best = child;
		most = serves;
		if (most >= enough)
			break;
	}
	if (!best)
		return NULL;
	if (got)
		*got = language(image, best);
	return image_node_text(image, best);
}

/* Ids may be parts of longer text, so that their length counts. */
static int
compare(const char *text, const char *id, size_t length)
{
	int order = strncmp(text, id, length);

	return order ? order : text[length] != '\0';
}

/* First row of the id table whose inner id is not less. */
static uint32_t
lower_bound(const struct image *image, const char *id, size_t length)
{
	uint32_t low = 0, high = image_count(image, SECTION_ID), middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (compare(image_string(image, image_id(image, middle)->id), id, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
has_id(const struct image *image, uint32_t i, const char *id, size_t length)
{
	return i < image_count(image, SECTION_ID) &&
	       compare(image_string(image, image_id(image, i)->id), id, length) == 0;
}

static bool
is_document(const struct image *image, const struct img_id *row)
{
	return image_node_parent(image, row->node) == NONE;
}

static const struct img_node *
find_inner(const struct image *image, const char *id, const char *slash)
{
	const char *inner = slash + 1;
	size_t length = strlen(inner), document = (size_t)(slash - id);
	uint32_t i = lower_bound(image, inner, length);

	for (; has_id(image, i, inner, length); i++) {
		const struct img_id *row = image_id(image, i);

		if (!is_document(image, row) &&
		    compare(image_string(image, row->document_id), id, document) == 0)
			return image_node(image, row->node);
	}
	return NULL;
}

const struct img_node *
image_find(const struct image *image, const char *id, bool *ambiguous)
{
	const struct img_node *found = NULL;
	const char *slash = strchr(id, '/');
	size_t length = strlen(id);
	bool several = false;
	uint32_t i;

	if (ambiguous)
		*ambiguous = false;
	if (slash)
		return find_inner(image, id, slash);
	for (i = lower_bound(image, id, length); has_id(image, i, id, length); i++) {
		const struct img_id *row = image_id(image, i);

		/* A document is never hidden by what others contain. */
		if (is_document(image, row))
			return image_node(image, row->node);
		several = several || found;
		found = image_node(image, row->node);
	}
	if (ambiguous)
		*ambiguous = several;
	return several ? NULL : found;
}

/* The node of an element by its own id, in whatever document; NONE. */
static uint32_t
find_element(const struct image *image, const char *id, enum element element)
{
	size_t length = id ? strlen(id) : 0;
	uint32_t i = length ? lower_bound(image, id, length) : NONE;

	for (; has_id(image, i, id, length); i++) {
		uint32_t node = image_id(image, i)->node;

		if (image_node(image, node)->element == element)
			return node;
	}
	return NONE;
}

/* Rows of a section follow their nodes in order; image_verify() sees to it. */
#define FIND_ROW(name, SECTION, ELEMENT, type)                                  \
	const type *image_find_##name(const struct image *image, const char *id) \
	{                                                                       \
		uint32_t node = find_element(image, id, ELEMENT);               \
		uint32_t low = 0, high = image_count(image, SECTION), middle;   \
                                                                                \
		while (node != NONE && low < high) {                            \
			middle = low + (high - low) / 2;                        \
			if (image_##name(image, middle)->node == node)          \
				return image_##name(image, middle);             \
			if (image_##name(image, middle)->node < node)           \
				low = middle + 1;                               \
			else                                                    \
				high = middle;                                  \
		}                                                               \
		return NULL;                                                    \
	}
FIND_ROW(law, SECTION_LAW, ELEMENT_LAW, struct cyt_law)
FIND_ROW(instrument, SECTION_INSTRUMENT, ELEMENT_INSTRUMENT, struct cyt_instrument)
FIND_ROW(state, SECTION_STATE, ELEMENT_STATE, struct cyt_state)
FIND_ROW(concept, SECTION_CONCEPT, ELEMENT_CONCEPT, struct cyt_concept)
FIND_ROW(facet, SECTION_FACET, ELEMENT_FACET, struct cyt_facet)

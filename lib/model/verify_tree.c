/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of the trees of elements and of the table of ids. */
#include "model/verify.h"

#include <string.h>

static bool
is_document(uint32_t element)
{
	return element == ELEMENT_VOCABULARY || element == ELEMENT_INSTRUMENT ||
	       element == ELEMENT_LAW || element == ELEMENT_STATE;
}

/* Parents come before their children, so that walking up ends. */
static bool
too_deep(const struct image *image, const struct img_node *node)
{
	int depth;

	for (depth = 1; node->parent != NONE; depth++)
		node = image_node(image, node->parent);
	return depth > VERIFY_DEPTH;
}

static const char *
verify_element(const struct image *image, uint32_t i)
{
	const struct img_node *node = image_node(image, i);
	uint32_t count = image_count(image, SECTION_NODE);

	REQUIRE(verify_self(image, node), "an element does not know its place");
	REQUIRE(node->element > ELEMENT_CORPUS && node->element < ELEMENT_COUNT,
		"an element has no name");
	REQUIRE(node->parent == NONE || node->parent < i, "an element stands before its parent");
	REQUIRE(node->child == NONE || (node->child == i + 1 && node->child < count &&
					image_node(image, node->child)->parent == i),
		"a child has another parent");
	REQUIRE(node->next == NONE || (node->next > i && node->next < count &&
				       image_node(image, node->next)->parent == node->parent),
		"a sibling has another parent");
	REQUIRE(!too_deep(image, node), "elements are nested too deeply");
	REQUIRE(verify_list(image, node->attributes, SECTION_ATTR),
		"attributes of an element are missing");
	REQUIRE(node->element != ELEMENT_CASE || image_attribute(image, node, ATTRIBUTE_FACET),
		"a case has no facet");
	REQUIRE(verify_string(image, node->text), "text of an element is missing");
	if (is_document(node->element))
		REQUIRE(node->parent == NONE && node->document == i,
			"a document is not its own document");
	else
		REQUIRE(node->parent != NONE &&
				node->document == image_node(image, node->parent)->document,
			"an element belongs to another document than its parent");
	return NULL;
}

static const char *
verify_ids(const struct image *image)
{
	uint32_t i, count = image_count(image, SECTION_ID);
	const struct img_id *row, *last = NULL;
	int order;

	for (i = 0; i < count; i++, last = row) {
		row = image_id(image, i);
		REQUIRE(verify_string(image, row->id) && verify_string(image, row->document_id) &&
				row->node < image_count(image, SECTION_NODE),
			"an id names nothing");
		if (!last)
			continue;
		order = strcmp(image_string(image, last->id), image_string(image, row->id));
		if (order == 0)
			order = strcmp(image_string(image, last->document_id),
				       image_string(image, row->document_id));
		REQUIRE(order <= 0, "the ids are not sorted");
	}
	return NULL;
}

static bool
follows(const struct img_comment *last, const struct img_comment *row)
{
	if (row->parent != last->parent)
		return row->parent > last->parent;
	if (row->before != last->before)
		return row->before > last->before;
	return row->number > last->number;
}

static const char *
verify_comments(const struct image *image)
{
	uint32_t i, nodes = image_count(image, SECTION_NODE);
	const struct img_comment *row, *last = NULL;

	for (i = 0; i < image_count(image, SECTION_COMMENT); i++, last = row) {
		row = image_comment(image, i);
		REQUIRE(row->before == NONE ? row->parent < nodes
					    : row->before < nodes &&
						      image_node(image, row->before)->parent ==
							      row->parent,
			"a comment stands nowhere");
		REQUIRE(row->text < image_count(image, SECTION_FILES),
			"the text of a comment is missing");
		REQUIRE(!last || follows(last, row), "the comments are not sorted");
	}
	return NULL;
}

const char *
verify_tree(const struct image *image)
{
	uint32_t i, count = image_count(image, SECTION_NODE);
	const char *wrong;

	REQUIRE(image_count(image, SECTION_PLACE) == count, "places of elements are missing");
	for (i = 0; i < count; i++) {
		wrong = verify_element(image, i);
		if (wrong)
			return wrong;
		REQUIRE(image_place(image, i)->file < image_count(image, SECTION_FILES),
			"the file of an element is missing");
	}
	for (i = 0; i < image_count(image, SECTION_ATTR); i++) {
		const struct img_attr *attr = image_attr(image, i);

		REQUIRE(attr->name > ATTRIBUTE_NONE && attr->name < ATTRIBUTE_COUNT,
			"an attribute has no name");
		REQUIRE(verify_string(image, attr->value), "the value of an attribute is missing");
	}
	wrong = verify_comments(image);
	return wrong ? wrong : verify_ids(image);
}

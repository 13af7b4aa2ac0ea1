/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of the trees of elements, of their files and comments. */
#include "model/verify.h"

static bool
is_document(uint32_t element)
{
	return element == ELEMENT_VOCABULARY || element == ELEMENT_INSTRUMENT ||
	       element == ELEMENT_LAW || element == ELEMENT_STATE;
}

/* The open elements around the one at hand. */
struct nesting {
	uint32_t nodes[IMAGE_DEPTH], ends[IMAGE_DEPTH];
	uint32_t depth;
	uint32_t far; /* rows of FAR so far */
};

/* What is too far or too long for a node has a row of its own, and nothing else has. */
static bool
parent_fits(const struct image *image, uint32_t i, struct nesting *nesting)
{
	uint32_t parent = nesting->depth ? nesting->nodes[nesting->depth - 1] : NONE;
	uint32_t back = image_node(image, i)->back;
	const struct img_far *far;

	if (back != NODE_FAR && image_node(image, i)->line != NODE_FAR_LINE)
		return parent == NONE ? back == 0 : back == i - parent;
	if (nesting->far == image_count(image, SECTION_FAR))
		return false;
	far = image_far(image, nesting->far++);
	return far->node == i && far->parent == parent &&
	       (back == NODE_FAR ? parent != NONE : back == (parent == NONE ? 0 : i - parent));
}

#define BIT(attribute) (UINT64_C(1) << ATTRIBUTE_##attribute)
_Static_assert(ATTRIBUTE_COUNT <= 64, "a set of attributes is one word");

/* Those that the grammar never lets an element go without: whoever reads a corpus counts on them. */
static const uint64_t needed[ELEMENT_COUNT] = {
	[ELEMENT_VOCABULARY] = BIT(ID),
	[ELEMENT_INSTRUMENT] = BIT(ID),
	[ELEMENT_LAW] = BIT(ID) | BIT(JURISDICTION),
	[ELEMENT_STATE] = BIT(ID),
	[ELEMENT_FACET] = BIT(ID),
	[ELEMENT_VALUE] = BIT(ID),
	[ELEMENT_CONCEPT] = BIT(ID),
	[ELEMENT_EVENT] = BIT(KIND) | BIT(DATE),
	[ELEMENT_CHAPTER] = BIT(ID),
	[ELEMENT_ARTICLE] = BIT(ID),
	[ELEMENT_PARAGRAPH] = BIT(ID),
	[ELEMENT_POINT] = BIT(ID),
	[ELEMENT_DEMAND] = BIT(ID),
	[ELEMENT_OPTION] = BIT(ID) | BIT(OF),
	[ELEMENT_RESERVABLE] = BIT(ID) | BIT(OF),
	[ELEMENT_FORBID] = BIT(ID) | BIT(CONCEPTS),
	[ELEMENT_CASE] = BIT(FACET),
	[ELEMENT_ASSESSED] = BIT(CONCEPTS),
	[ELEMENT_UNSTATED] = BIT(FACET) | BIT(IS),
	[ELEMENT_PROVISION] = BIT(ID),
	[ELEMENT_SUPPLY] = BIT(CONCEPTS),
	[ELEMENT_EXTEND] = BIT(PROVISIONS),
	[ELEMENT_PROSECUTION] = BIT(ON),
	[ELEMENT_ACTION] = BIT(KIND) | BIT(DATE),
	[ELEMENT_SOURCE] = BIT(BASIS),
};
#undef BIT

static bool
has_attributes(const struct image *image, const struct img_node *node)
{
	const struct img_attr *attr = image_attr(image, node->attributes);
	uint64_t has = 0;
	uint32_t i;

	for (i = 0; i < node->attribute_count; i++)
		has |= UINT64_C(1) << attr[i].name;
	return (needed[node->element] & ~has) == 0;
}

static const char *
verify_extent(const struct image *image, uint32_t i, struct nesting *nesting)
{
	const struct img_node *node = image_node(image, i);
	uint32_t end = nesting->depth ? nesting->ends[nesting->depth - 1]
				      : image_count(image, SECTION_NODE);

	if (element_is_prose(node->element)) {
		REQUIRE(node->extent < image_count(image, SECTION_TEXT),
			"text of an element is missing");
		return NULL;
	}
	REQUIRE(node->extent > 0 && node->extent <= end - i,
		"an element goes past the one it stands in");
	if (node->extent == 1)
		return NULL;
	REQUIRE(nesting->depth < IMAGE_DEPTH - 1, "elements are nested too deeply");
	nesting->nodes[nesting->depth] = i;
	nesting->ends[nesting->depth++] = i + node->extent;
	return NULL;
}

static const char *
verify_element(const struct image *image, uint32_t i, struct nesting *nesting)
{
	const struct img_node *node = image_node(image, i);

	while (nesting->depth && nesting->ends[nesting->depth - 1] == i)
		nesting->depth--;
	REQUIRE(verify_self(image, node), "an element does not know its place");
	REQUIRE(node->element > ELEMENT_CORPUS && node->element < ELEMENT_COUNT,
		"an element has no name");
	REQUIRE(parent_fits(image, i, nesting), "an element has another parent");
	REQUIRE(is_document(node->element) == (nesting->depth == 0),
		"a document stands in another, or an element in none");
	REQUIRE((uint64_t)node->attributes + node->attribute_count <=
			image_count(image, SECTION_ATTR),
		"attributes of an element are missing");
	REQUIRE(has_attributes(image, node), "an element has not the attributes that it needs");
	return verify_extent(image, i, nesting);
}

/* Each row begins where another file does, the first with the first node. */
static const char *
verify_places(const struct image *image)
{
	uint32_t i, count = image_count(image, SECTION_PLACE);

	REQUIRE((count > 0) == (image_count(image, SECTION_NODE) > 0),
		"places of elements are missing");
	for (i = 0; i < count; i++) {
		const struct img_place *place = image_place(image, i);

		REQUIRE(i ? place->node > place[-1].node : place->node == 0,
			"places of elements are not in order");
		REQUIRE(place->node < image_count(image, SECTION_NODE) &&
				place->file < image_count(image, SECTION_FILES),
			"the file of an element is missing");
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
						      image_node_parent(image, row->before) ==
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
	struct nesting nesting = { .depth = 0 };
	const char *wrong;

	for (i = 0; i < count; i++) {
		wrong = verify_element(image, i, &nesting);
		if (wrong)
			return wrong;
	}
	REQUIRE(nesting.far == image_count(image, SECTION_FAR), "a row of FAR has no element");
	wrong = verify_places(image);
	return wrong ? wrong : verify_comments(image);
}

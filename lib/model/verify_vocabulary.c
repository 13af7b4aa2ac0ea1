/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of facets, values, concepts and their case spaces. */
#include "model/verify.h"

#define MAX_CELLS 65536u
#define MAX_LAYERS 1024u
#define MAX_AXES 64u /* a word of silent ones */
/* A chain of narrower concepts, each of which is walked up. */
#define MAX_BROADER 1000

static const char *
verify_facet(const struct image *image, uint32_t i)
{
	const struct cyt_facet *facet = image_facet(image, i);
	uint32_t k, leaves = 0;

	REQUIRE(verify_self(image, facet), "a facet does not know its place");
	REQUIRE(verify_node(image, facet->node), "a facet has no element");
	REQUIRE(i == 0 || image_facet(image, i - 1)->node < facet->node,
		"the facets are not in order");
	REQUIRE(verify_string(image, facet->id) && verify_string(image, facet->unit),
		"a string of a facet is missing");
	REQUIRE(facet->type >= FACET_TYPE_ENUMERATED && facet->type <= FACET_TYPE_CONCEPTS,
		"a facet has no type");
	REQUIRE(facet->layer <= 1, "a facet is neither layer nor not");
	REQUIRE(verify_list(image, facet->values, SECTION_VALUE), "values of a facet are missing");
	REQUIRE(facet->type != FACET_TYPE_QUANTITY || facet->values.count == 0,
		"a quantity has values");
	REQUIRE(verify_bits(image, facet->unstated, facet->leaves),
		"the unstated values of a facet are missing");
	for (k = 0; k < facet->values.count; k++) {
		const struct cyt_value *value = image_value(image, facet->values.first + k);

		REQUIRE(value->facet == i, "a value belongs to another facet");
		/* Positions are given out in order, so that each has its leaf. */
		REQUIRE(!value->is_leaf || value->leaf == leaves, "a value has the wrong position");
		leaves += value->is_leaf != 0;
	}
	REQUIRE(facet->type == FACET_TYPE_QUANTITY || facet->leaves == leaves,
		"a facet has not all its values");
	return NULL;
}

static const char *
verify_value(const struct image *image, uint32_t i)
{
	const struct cyt_value *value = image_value(image, i);
	const struct cyt_facet *facet;

	REQUIRE(verify_self(image, value), "a value does not know its place");
	REQUIRE(value->facet < image_count(image, SECTION_FACET), "a value has no facet");
	facet = image_facet(image, value->facet);
	REQUIRE(verify_within(facet->values, i), "a value is not among those of its facet");
	REQUIRE(verify_node(image, value->node), "a value has no element");
	REQUIRE(verify_string(image, value->id), "the id of a value is missing");
	REQUIRE(value->parent == NONE || (value->parent < i && verify_within(facet->values,
									     value->parent)),
		"a value stands before its parent");
	REQUIRE(value->is_leaf <= 1 && (!value->is_leaf || value->leaf_count == 1),
		"a value is neither leaf nor not");
	REQUIRE((uint64_t)value->leaf + value->leaf_count <= facet->leaves,
		"a value reaches past its facet");
	REQUIRE(value->concern <= CONCERN_OVERREACH, "a value has an unknown concern");
	return NULL;
}

static const char *
verify_axis(const struct image *image, const struct img_axis *axis)
{
	const struct cyt_facet *facet;
	uint32_t i;

	REQUIRE(axis->facet < image_count(image, SECTION_FACET), "an axis has no facet");
	facet = image_facet(image, axis->facet);
	REQUIRE(axis->layer == facet->layer, "an axis is layer unlike its facet");
	REQUIRE(axis->size > 0 && axis->size <= MAX_CELLS && axis->stride > 0,
		"an axis has no size");
	REQUIRE(verify_list(image, axis->breaks, SECTION_REFS), "breaks of an axis are missing");
	if (facet->type != FACET_TYPE_QUANTITY) {
		REQUIRE(axis->size == facet->leaves && axis->breaks.count == 0,
			"an axis has another size than its facet");
		return NULL;
	}
	REQUIRE(axis->size == axis->breaks.count && *image_refs(image, axis->breaks.first) == 0,
		"a quantity does not begin at 0");
	for (i = 1; i < axis->breaks.count; i++)
		REQUIRE(*image_refs(image, axis->breaks.first + i - 1) <
				*image_refs(image, axis->breaks.first + i),
			"the breaks of a quantity are not in order");
	return NULL;
}

/* Strides are those of a dense array whose later axes vary fastest. */
static const char *
verify_space(const struct image *image, const struct cyt_concept *concept)
{
	uint64_t cells = 1, layers = 1, *span;
	uint32_t i;

	for (i = concept->axes.count; i-- > 0;) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + i);

		span = axis->layer ? &layers : &cells;
		REQUIRE(axis->stride == *span, "an axis has the wrong stride");
		*span *= axis->size;
		REQUIRE(cells <= MAX_CELLS && layers <= MAX_LAYERS, "a case space is too large");
	}
	REQUIRE(concept->cells == cells && concept->layers == layers &&
			concept->words == (cells + 63) / 64,
		"a case space has not the size of its axes");
	return NULL;
}

/* Regions may be those of several concepts, if these have the same cells. */
static bool
shape_fits(const struct image *image, uint32_t i)
{
	const struct cyt_concept *concept = image_concept(image, i), *first;

	if (concept->shape > i)
		return false;
	first = image_concept(image, concept->shape);
	return first->is_leaf && first->cells == concept->cells && first->layers == concept->layers;
}

static const char *
verify_full(const struct image *image, uint32_t i)
{
	const struct cyt_concept *concept = image_concept(image, i);
	uint32_t layer, word, offset, bits;

	REQUIRE(verify_region(image, i, concept->full), "the whole of a concept is missing");
	for (layer = 0; layer < concept->layers; layer++) {
		offset = *image_region(image, concept->full + layer);
		REQUIRE(offset, "the whole of a concept is not whole");
		for (word = 0; word < concept->words; word++) {
			bits = concept->cells - word * 64;
			REQUIRE(*image_words(image, offset + word) ==
					(bits < 64 ? ((uint64_t)1 << bits) - 1 : UINT64_MAX),
				"the whole of a concept is not whole");
		}
	}
	return NULL;
}

static bool
broader_ends(const struct image *image, uint32_t i)
{
	int steps = 0;

	while (i != NONE && steps++ < MAX_BROADER)
		i = image_concept(image, i)->broader;
	return i == NONE;
}

static const char *
verify_concept(const struct image *image, uint32_t i)
{
	const struct cyt_concept *concept = image_concept(image, i);

	REQUIRE(verify_self(image, concept), "a concept does not know its place");
	REQUIRE(verify_node(image, concept->node), "a concept has no element");
	REQUIRE(i == 0 || image_concept(image, i - 1)->node < concept->node,
		"the concepts are not in order");
	REQUIRE(verify_string(image, concept->id), "the id of a concept is missing");
	REQUIRE(concept->kind >= KIND_ACT && concept->kind <= KIND_FINAL, "a concept has no kind");
	REQUIRE(concept->broader == NONE || concept->broader < image_count(image, SECTION_CONCEPT),
		"a broader concept is missing");
	REQUIRE(concept->broader == NONE || !image_concept(image, concept->broader)->is_leaf,
		"a broader concept has none that is narrower");
	REQUIRE(concept->is_leaf <= 1, "a concept is neither leaf nor not");
	REQUIRE(verify_list(image, concept->axes, SECTION_AXIS), "axes of a concept are missing");
	if (!concept->is_leaf) {
		REQUIRE(concept->axes.count == 0 && concept->cells == 0 && concept->words == 0 &&
				concept->layers == 0 && concept->full == NONE &&
				concept->shape == NONE,
			"a broader concept has a case space");
		return NULL;
	}
	REQUIRE(concept->axes.count <= MAX_AXES, "a concept has too many facets");
	REQUIRE(shape_fits(image, i), "a concept has another shape");
	return verify_space(image, concept);
}

const char *
verify_vocabulary(const struct image *image)
{
	uint32_t i, count = image_count(image, SECTION_CONCEPT);
	const char *wrong = NULL;

	/* At least one bit is left over, so that no set of concepts is without words. */
	REQUIRE(image->concept_words == count / 64 + 1,
		"sets of concepts have the wrong size");
	for (i = 0; !wrong && i < image_count(image, SECTION_FACET); i++)
		wrong = verify_facet(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_VALUE); i++)
		wrong = verify_value(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_AXIS); i++)
		wrong = verify_axis(image, image_axis(image, i));
	for (i = 0; !wrong && i < count; i++)
		wrong = verify_concept(image, i);
	for (i = 0; !wrong && i < count; i++)
		REQUIRE(broader_ends(image, i), "broader concepts go in a circle");
	if (!wrong)
		wrong = verify_regions(image);
	for (i = 0; !wrong && i < count; i++)
		if (image_concept(image, i)->is_leaf)
			wrong = verify_full(image, i);
	return wrong;
}

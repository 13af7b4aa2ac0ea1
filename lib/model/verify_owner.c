/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of what rows say of documents: they are about the elements they should be about, and ids
 * are sorted. */
#include "model/verify.h"

#include <string.h>

static bool
is(const struct image *image, uint32_t node, enum element element)
{
	return image_node(image, node)->element == element;
}

#define ALL_ARE(name, SECTION, ELEMENT, text)                                 \
	do {                                                                  \
		for (uint32_t i = 0; i < image_count(image, SECTION); i++)    \
			REQUIRE(is(image, image_##name(image, i)->node, ELEMENT), text); \
	} while (0)

static const char *
verify_values(const struct image *image)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_VALUE); i++) {
		const struct cyt_value *value = image_value(image, i);
		bool concept = image_facet(image, value->facet)->type == FACET_TYPE_CONCEPTS;

		REQUIRE(is(image, value->node, concept ? ELEMENT_CONCEPT : ELEMENT_VALUE),
			"a value has no element");
	}
	return NULL;
}

static const char *
verify_supplies(const struct image *image)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_SUPPLY); i++)
		REQUIRE(is(image, supply_node(image, image_supply(image, i)), ELEMENT_SUPPLY),
			"a supply has no element");
	return NULL;
}

static const char *
verify_ways(const struct image *image)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_WAY); i++) {
		const struct cyt_way *way = image_way(image, i);

		REQUIRE(is(image, way->node, way->reservable ? ELEMENT_RESERVABLE : ELEMENT_OPTION),
			"an option has no element");
	}
	return NULL;
}

static const char *
verify_order(const struct image *image)
{
	const struct img_id *row, *last = NULL;
	int order;

	for (uint32_t i = 0; i < image_count(image, SECTION_ID); i++, last = row) {
		row = image_id(image, i);
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

const char *
verify_owners(const struct image *image)
{
	const char *wrong;

	ALL_ARE(facet, SECTION_FACET, ELEMENT_FACET, "a facet has no element");
	ALL_ARE(concept, SECTION_CONCEPT, ELEMENT_CONCEPT, "a concept has no element");
	ALL_ARE(instrument, SECTION_INSTRUMENT, ELEMENT_INSTRUMENT, "an instrument has no element");
	ALL_ARE(article, SECTION_ARTICLE, ELEMENT_ARTICLE, "an article has no element");
	ALL_ARE(row, SECTION_ROW, ELEMENT_DEMAND, "a demand has no element");
	ALL_ARE(forbid, SECTION_FORBID, ELEMENT_FORBID, "what is forbidden has no element");
	ALL_ARE(law, SECTION_LAW, ELEMENT_LAW, "a law has no element");
	ALL_ARE(provision, SECTION_PROVISION, ELEMENT_PROVISION, "a provision has no element");
	ALL_ARE(extend, SECTION_EXTEND, ELEMENT_EXTEND, "an extension has no element");
	ALL_ARE(state, SECTION_STATE, ELEMENT_STATE, "a State has no element");
	ALL_ARE(action, SECTION_ACTION, ELEMENT_ACTION, "an action has no element");
	wrong = verify_values(image);
	if (!wrong)
		wrong = verify_supplies(image);
	if (!wrong)
		wrong = verify_ways(image);
	return wrong ? wrong : verify_order(image);
}

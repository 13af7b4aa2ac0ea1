/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of laws, provisions, supplies, and of what States did. */
#include "model/verify.h"

static bool
dates_are_sound(uint32_t from, uint32_t until)
{
	return verify_date(from) && verify_date(until);
}

/* A provision of this law, or none. */
static bool
provision_fits(const struct image *image, uint32_t law, uint32_t provision)
{
	return law < image_count(image, SECTION_LAW) &&
	       (provision == NONE ||
		verify_within(image_law(image, law)->provisions, provision));
}

static const char *
verify_law_lists(const struct image *image, uint32_t i)
{
	const struct cyt_law *law = image_law(image, i);
	uint32_t k;

	REQUIRE(verify_list(image, law->provisions, SECTION_PROVISION) &&
			verify_list(image, law->supplies, SECTION_SUPPLY) &&
			verify_list(image, law->extends, SECTION_EXTEND) &&
			verify_list(image, law->unions, SECTION_UNION),
		"parts of a law are missing");
	for (k = 0; k < law->provisions.count; k++)
		REQUIRE(image_provision(image, law->provisions.first + k)->law == i,
			"a provision belongs to another law");
	for (k = 0; k < law->supplies.count; k++)
		REQUIRE(verify_within(law->provisions,
				      image_supply(image, law->supplies.first + k)->provision),
			"a supply belongs to another law");
	for (k = 0; k < law->extends.count; k++)
		REQUIRE(image_extend(image, law->extends.first + k)->law == i,
			"an extension belongs to another law");
	/* Readers look concepts up by halving. */
	for (k = 1; k < law->supplies.count; k++)
		REQUIRE(image_supply(image, law->supplies.first + k - 1)->concept <=
				image_supply(image, law->supplies.first + k)->concept,
			"supplies are not in order");
	for (k = 1; k < law->unions.count; k++)
		REQUIRE(image_union(image, law->unions.first + k - 1)->concept <=
				image_union(image, law->unions.first + k)->concept,
			"unions are not in order");
	return NULL;
}

static const char *
verify_law(const struct image *image, uint32_t i)
{
	const struct cyt_law *law = image_law(image, i);

	REQUIRE(verify_self(image, law), "a law does not know its place");
	REQUIRE(verify_node(image, law->node, ELEMENT_LAW), "a law has no element");
	REQUIRE(i == 0 || image_law(image, i - 1)->node < law->node, "the laws are not in order");
	REQUIRE(verify_string(image, law->id) && verify_string(image, law->jurisdiction) &&
			verify_string(image, law->country),
		"a string of a law is missing");
	REQUIRE(law->status >= STATUS_IN_FORCE && law->status <= STATUS_REPEALED,
		"a law has no status");
	REQUIRE(dates_are_sound(law->from, law->until), "a date of a law is none");
	REQUIRE(verify_concepts(image, law->assessed),
		"what a law was read for is missing");
	REQUIRE(law->dynamic <= 1, "a law is neither dynamic nor not");
	return verify_law_lists(image, i);
}

static const char *
verify_provision(const struct image *image, uint32_t i)
{
	const struct cyt_provision *provision = image_provision(image, i), *parent;
	struct img_list list;

	REQUIRE(verify_self(image, provision), "a provision does not know its place");
	REQUIRE(verify_node(image, provision->node, ELEMENT_PROVISION),
		"a provision has no element");
	REQUIRE(verify_string(image, provision->id) && verify_string(image, provision->num),
		"a string of a provision is missing");
	REQUIRE(provision_fits(image, provision->law, i),
		"a provision is not among those of its law");
	list = image_law(image, provision->law)->provisions;
	REQUIRE(provision->end > i && provision->end - list.first <= list.count,
		"a provision goes past its law");
	if (provision->parent != NONE) {
		REQUIRE(provision->parent < i && verify_within(list, provision->parent),
			"a provision stands before its parent");
		parent = image_provision(image, provision->parent);
		REQUIRE(provision->end <= parent->end, "a provision goes past its parent");
	}
	REQUIRE(provision->status >= STATUS_IN_FORCE && provision->status <= STATUS_REPEALED,
		"a provision has no status");
	REQUIRE(dates_are_sound(provision->from, provision->until) && provision->has_from <= 1,
		"a date of a provision is none");
	REQUIRE(provision->replaces == NONE ||
			provision->replaces < image_count(image, SECTION_PROVISION),
		"what a provision replaces is missing");
	return NULL;
}

static const char *
verify_terms(const struct image *image, uint32_t i)
{
	const struct img_terms *terms = image_terms(image, i);
	uint32_t k;

	REQUIRE(dates_are_sound(terms->from, terms->until), "a date of a supply is none");
	REQUIRE(terms->conditional <= 1, "a supply is neither conditional nor not");
	REQUIRE(terms->basis <= BASIS_UNVERIFIED && verify_date(terms->consulted),
		"a supply has no source");
	REQUIRE(verify_list(image, terms->stack, SECTION_REFS), "what extends a supply is missing");
	for (k = 0; k < terms->stack.count; k++)
		REQUIRE(*image_refs(image, terms->stack.first + k) <
				image_count(image, SECTION_EXTEND),
			"what extends a supply is missing");
	REQUIRE(verify_list(image, terms->excepts, SECTION_EXCEPT),
		"exceptions of a supply are missing");
	return NULL;
}

static const char *
verify_supply(const struct image *image, uint32_t i, struct verified *verified)
{
	const struct cyt_supply *supply = image_supply(image, i);
	const struct cyt_provision *provision;
	const struct img_terms *terms;
	uint32_t k;

	REQUIRE(verify_self(image, supply), "a supply does not know its place");
	REQUIRE(verify_node(image, supply->node, ELEMENT_SUPPLY), "a supply has no element");
	REQUIRE(supply->provision < image_count(image, SECTION_PROVISION),
		"a supply has no provision");
	provision = image_provision(image, supply->provision);
	REQUIRE(provision_fits(image, provision->law, supply->provision),
		"a supply has no provision");
	REQUIRE(verify_within(image_law(image, provision->law)->supplies, i),
		"a supply is not among those of its law");
	REQUIRE(verify_region_once(image, verified, supply->concept, supply->region),
		"a supply has no region");
	REQUIRE(supply->via == NONE || supply->via < image_count(image, SECTION_EXTEND),
		"what extends a supply is missing");
	REQUIRE(supply->terms < image_count(image, SECTION_TERMS), "a supply has no terms");
	terms = image_terms(image, supply->terms);
	REQUIRE(verify_bits(image, terms->silent,
			    image_concept(image, supply->concept)->axes.count),
		"silent facets of a supply are missing");
	for (k = 0; k < terms->excepts.count; k++)
		REQUIRE(verify_region(image, supply->concept,
				      image_except(image, terms->excepts.first + k)->region),
			"an exception has no region");
	return NULL;
}

static const char *
verify_extend(const struct image *image, uint32_t i)
{
	const struct cyt_extend *extend = image_extend(image, i);

	REQUIRE(verify_self(image, extend), "an extension does not know its place");
	REQUIRE(verify_node(image, extend->node, ELEMENT_EXTEND), "an extension has no element");
	REQUIRE(verify_string(image, extend->id), "the id of an extension is missing");
	REQUIRE(provision_fits(image, extend->law, extend->provision),
		"an extension stands in another law");
	REQUIRE(verify_within(image_law(image, extend->law)->extends, i),
		"an extension is not among those of its law");
	REQUIRE(dates_are_sound(extend->from, extend->until), "a date of an extension is none");
	REQUIRE(extend->basis <= BASIS_UNVERIFIED && verify_date(extend->consulted),
		"an extension has no source");
	return NULL;
}

static const char *
verify_except(const struct image *image, const struct img_except *except)
{
	REQUIRE(provision_fits(image, except->law, except->provision),
		"an exception stands in another law");
	REQUIRE(dates_are_sound(except->from, except->until), "a date of an exception is none");
	return NULL;
}

static const char *
verify_union(const struct image *image, const struct img_union *row, struct verified *verified)
{
	REQUIRE(verify_region_once(image, verified, row->concept, row->region) &&
			verify_region_once(image, verified, row->concept, row->region_all),
		"a union has no region");
	REQUIRE(dates_are_sound(row->from, row->until), "a date of a union is none");
	return NULL;
}

const char *
verify_laws(const struct image *image)
{
	struct verified verified = { { 0 } };
	const char *wrong = NULL;
	uint32_t i;

	for (i = 0; !wrong && i < image_count(image, SECTION_LAW); i++)
		wrong = verify_law(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_PROVISION); i++)
		wrong = verify_provision(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_TERMS); i++)
		wrong = verify_terms(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_SUPPLY); i++)
		wrong = verify_supply(image, i, &verified);
	for (i = 0; !wrong && i < image_count(image, SECTION_EXTEND); i++)
		wrong = verify_extend(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_EXCEPT); i++)
		wrong = verify_except(image, image_except(image, i));
	for (i = 0; !wrong && i < image_count(image, SECTION_UNION); i++)
		wrong = verify_union(image, image_union(image, i), &verified);
	return wrong;
}

static const char *
verify_state(const struct image *image, uint32_t i)
{
	const struct cyt_state *state = image_state(image, i);
	uint32_t k;

	REQUIRE(verify_self(image, state), "a State does not know its place");
	REQUIRE(verify_node(image, state->node, ELEMENT_STATE), "a State has no element");
	REQUIRE(i == 0 || image_state(image, i - 1)->node < state->node,
		"the States are not in order");
	REQUIRE(verify_string(image, state->id), "the id of a State is missing");
	REQUIRE(verify_concepts(image, state->assessed),
		"what a State was searched for is missing");
	REQUIRE(verify_list(image, state->actions, SECTION_ACTION), "actions of a State are missing");
	for (k = 0; k < state->actions.count; k++)
		REQUIRE(image_action(image, state->actions.first + k)->state == i,
			"an action belongs to another State");
	return NULL;
}

static const char *
verify_action(const struct image *image, uint32_t i)
{
	const struct cyt_action *action = image_action(image, i);

	REQUIRE(verify_self(image, action), "an action does not know its place");
	REQUIRE(verify_node(image, action->node, ELEMENT_ACTION), "an action has no element");
	REQUIRE(verify_string(image, action->id) && verify_string(image, action->kind),
		"a string of an action is missing");
	REQUIRE(action->state < image_count(image, SECTION_STATE) &&
			verify_within(image_state(image, action->state)->actions, i),
		"an action is not among those of its State");
	REQUIRE(action->instrument == NONE ||
			action->instrument < image_count(image, SECTION_INSTRUMENT),
		"the instrument of an action is missing");
	REQUIRE(dates_are_sound(action->date, action->until), "a date of an action is none");
	REQUIRE(verify_list(image, action->reserved, SECTION_RESERVED),
		"what an action reserves is missing");
	REQUIRE(action->basis <= BASIS_UNVERIFIED && verify_date(action->consulted),
		"an action has no source");
	return NULL;
}

const char *
verify_states(const struct image *image)
{
	const char *wrong = NULL;
	uint32_t i;

	for (i = 0; !wrong && i < image_count(image, SECTION_STATE); i++)
		wrong = verify_state(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_ACTION); i++)
		wrong = verify_action(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_RESERVED); i++) {
		const struct img_reserved *reserved = image_reserved(image, i);

		REQUIRE(reserved->row < image_count(image, SECTION_ROW),
			"what is reserved is missing");
		REQUIRE(verify_region(image, image_row(image, reserved->row)->concept,
				      reserved->region),
			"what is reserved has no region");
	}
	return wrong;
}

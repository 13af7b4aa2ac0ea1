/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of what States did. */
#include "model/verify.h"

static const char *
verify_state(const struct image *image, uint32_t i)
{
	const struct cyt_state *state = image_state(image, i);
	uint32_t k;

	REQUIRE(verify_self(image, state), "a State does not know its place");
	REQUIRE(verify_node(image, state->node), "a State has no element");
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
	REQUIRE(verify_node(image, action->node), "an action has no element");
	REQUIRE(verify_string(image, action->id) && verify_string(image, action->kind),
		"a string of an action is missing");
	REQUIRE(action->state < image_count(image, SECTION_STATE) &&
			verify_within(image_state(image, action->state)->actions, i),
		"an action is not among those of its State");
	REQUIRE(action->instrument == NONE ||
			action->instrument < image_count(image, SECTION_INSTRUMENT),
		"the instrument of an action is missing");
	REQUIRE(verify_date(action->date) && verify_date(action->until), "a date of an action is none");
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

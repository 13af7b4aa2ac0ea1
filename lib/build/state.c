/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* States, what their law was searched for, and their actions. */
#include "build/stage.h"

#include <string.h>

#define STATE(b, i) STAGE_ROW(b, STATE, struct cyt_state, i)
#define ACTION(b, i) STAGE_ROW(b, ACTION, struct cyt_action, i)
#define WAY(b, i) STAGE_ROW(b, WAY, struct cyt_way, i)

/* Calls visit for every row of every demand in `of`. */
static void
each_row(struct builder *b, uint32_t action, bool report,
	 void (*visit)(struct builder *b, uint32_t action, uint32_t row))
{
	uint32_t node = ACTION(b, action)->node, instrument = ACTION(b, action)->instrument, demand, i;
	const char *at = stage_attribute(b, node, ATTRIBUTE_OF), *word;
	uint64_t *only = NULL;
	size_t length;

	if (!at || instrument == NONE)
		return;
	if (stage_attribute(b, node, ATTRIBUTE_CONCEPTS))
		only = vocabulary_concept_set(b, node, stage_attribute(b, node, ATTRIBUTE_CONCEPTS),
					      ATTRIBUTE_CONCEPTS);
	while (stage_next_word(&at, &word, &length)) {
		demand = ids_find(b, INSTRUMENT(b, instrument)->node, word, length);
		if (demand == NONE || NODE(b, demand)->element != ELEMENT_DEMAND) {
			if (report && !b->incomplete)
				stage_error(b, DIAG_UNKNOWN_DEMAND, node,
					    "`of` names `%.*s`, which is no demand of `%s`", (int)length,
					    word, stage_text(b, INSTRUMENT(b, instrument)->id));
			continue;
		}
		for (i = 0; i < b->row_count_of_node[demand] && !b->error; i++) {
			uint32_t row = b->row_of_node[demand] + i, concept = ROW(b, row)->concept;

			if (!only || only[concept / 64] >> concept % 64 & 1)
				visit(b, action, row);
		}
	}
}

static void
stage_reserved(struct builder *b, uint32_t action, uint32_t row)
{
	uint32_t node = ACTION(b, action)->node;

	/* Rows of an extended demand differ in facets; cases pass over those that lack one. */
	if (cases_fit(b, node, ROW(b, row)->concept, ROW(b, row)->base == NONE))
		cut_note(b, node, ROW(b, row)->concept);
}

/* An objection names the action it is against. */
static void
check_to(struct builder *b, uint32_t node)
{
	const char *to = stage_attribute(b, node, ATTRIBUTE_TO);

	if (to && ids_find_outside(b, stage_document(b, node), to, strlen(to)) == NONE &&
	    !b->incomplete)
		stage_error(b, DIAG_UNKNOWN_ID, node, "`to` names `%s`, which is no action", to);
}

static void
add_action(struct builder *b, uint32_t node, uint32_t state)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_ACTION), id, kind;
	struct cyt_action *action = stage_add(b, SECTION_ACTION);

	if (b->error)
		return;
	id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	kind = stage_attribute_string(b, node, ATTRIBUTE_KIND);
	action->node = node;
	action->id = id == NONE ? 0 : id;
	action->kind = kind == NONE ? 0 : kind;
	action->state = state;
	action->instrument = instrument_named(b, node, ATTRIBUTE_INSTRUMENT);
	action->date = source_day(b, node, ATTRIBUTE_DATE);
	action->until = source_day(b, node, ATTRIBUTE_UNTIL);
	if (action->date && action->until && action->date >= action->until)
		stage_error(b, DIAG_DATE_ORDER, node, "`until` is not after `date`");
	source_of(b, node, &action->basis, &action->consulted);
	check_to(b, node);
	cases_of(b, node);
	each_row(b, index, true, stage_reserved);
}

void
states_stage(struct builder *b)
{
	uint32_t node, index, child;
	struct cyt_state *state;

	for (node = 0; node < stage_count(b, SECTION_NODE) && !b->error; node = stage_end(b, node)) {
		if (NODE(b, node)->element != ELEMENT_STATE)
			continue;
		index = (uint32_t)stage_count(b, SECTION_STATE);
		state = stage_add(b, SECTION_STATE);
		if (b->error)
			return;
		state->node = node;
		state->id = stage_attribute_string(b, node, ATTRIBUTE_ID);
		state->assessed = assessed_set(b, node);
		state->actions.first = (uint32_t)stage_count(b, SECTION_ACTION);
		for (child = stage_child(b, node, ELEMENT_ACTION); child != NONE && !b->error;
		     child = stage_sibling(b, child, ELEMENT_ACTION))
			add_action(b, child, index);
		STATE(b, index)->actions.count =
			(uint32_t)stage_count(b, SECTION_ACTION) - STATE(b, index)->actions.first;
	}
}

/* -- regions -------------------------------------------------------------------------------- */

static void
add_reserved(struct builder *b, uint32_t action, uint32_t row, uint32_t region)
{
	struct img_list *list = &ACTION(b, action)->reserved;
	struct img_reserved *reserved;
	uint32_t i;

	if (cut_is_empty(b, ROW(b, row)->concept, region))
		return;
	for (i = list->first; i < list->first + list->count; i++) {
		reserved = STAGE_ROW(b, RESERVED, struct img_reserved, i);
		if (reserved->row != row)
			continue;
		region = cut_union(b, ROW(b, row)->concept, reserved->region, region);
		STAGE_ROW(b, RESERVED, struct img_reserved, i)->region = region;
		return;
	}
	reserved = stage_add(b, SECTION_RESERVED);
	*reserved = (struct img_reserved){ row, region };
	ACTION(b, action)->reserved.count++;
}

/* What the row lets a State reserve; NONE if nothing. */
static uint32_t
reservable_region(struct builder *b, uint32_t row)
{
	struct img_list ways = ROW(b, row)->ways;
	uint32_t i, all = NONE;

	for (i = ways.first; i < ways.first + ways.count && !b->error; i++)
		if (WAY(b, i)->reservable)
			all = all == NONE ? WAY(b, i)->region
					  : cut_union(b, ROW(b, row)->concept, all, WAY(b, i)->region);
	return all;
}

static void
cut_reserved(struct builder *b, uint32_t action, uint32_t row)
{
	uint32_t concept = ROW(b, row)->concept, permitted = reservable_region(b, row), region, i;

	if (permitted == NONE || !cases_fit(b, ACTION(b, action)->node, concept, false))
		return;
	region = cut_region(b, ACTION(b, action)->node, concept, SILENCE_EVERY);
	region = cut_intersection(b, concept, region, permitted);
	add_reserved(b, action, row, region);
	/* Attempt of an offence reserved in part is reserved in part. */
	for (i = 0; i < stage_count(b, SECTION_ROW) && !b->error; i++)
		if (ROW(b, i)->base == row)
			add_reserved(b, action, i,
				     cut_replace(b, concept,
						 cut_intersection(b, concept, region,
								  ROW(b, row)->region),
						 ROW(b, i)->replace));
}

void
states_cut(struct builder *b)
{
	uint32_t i;

	for (i = 0; i < stage_count(b, SECTION_ACTION) && !b->error; i++) {
		ACTION(b, i)->reserved.first = (uint32_t)stage_count(b, SECTION_RESERVED);
		if (strcmp(stage_text(b, ACTION(b, i)->kind), "reservation") == 0)
			each_row(b, i, false, cut_reserved);
	}
}

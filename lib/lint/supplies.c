/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Supplies and extensions held against each other. */
#include "lint/lint.h"

#include <string.h>

#include "model/bits.h"
#include "model/region.h"

static const char *
concept_id(const struct lint *lint, uint32_t concept)
{
	return image_string(lint->image, image_concept(lint->image, concept)->id);
}

/* Whether both stand in the law's own words and count at the same time. */
static bool
side_by_side(const struct lint *lint, const struct cyt_supply *a, const struct cyt_supply *b)
{
	return a->via == NONE && b->via == NONE && a->provision == b->provision &&
	       a->concept == b->concept && supply_terms(lint->image, a)->from == supply_terms(lint->image, b)->from &&
	       supply_terms(lint->image, a)->until == supply_terms(lint->image, b)->until;
}

static bool
meets(struct lint *lint, const struct cyt_supply *a, const struct cyt_supply *b)
{
	const struct cyt_concept *concept = image_concept(lint->image, a->concept);
	struct arena arena;
	uint64_t *set;
	bool met = false;

	arena_init(&arena, diags_hooks(lint->diags));
	set = set_new(&arena, concept);
	if (set) {
		region_load(lint->image, concept, a->region, set);
		met = region_meets(lint->image, concept, b->region, set);
	} else {
		lint->error = CYT_ERR_NOMEM;
	}
	arena_release(&arena);
	return met;
}

/* Whether there was something to report; once is enough for a supply. */
static bool
check_pair(struct lint *lint, const struct cyt_supply *row, const struct cyt_supply *before)
{
	uint32_t conditional = supply_terms(lint->image, row)->conditional;

	if (conditional != supply_terms(lint->image, before)->conditional) {
		if (!meets(lint, row, before))
			return false;
		lint_report(lint, DIAG_CONTRADICTION, lint_node(lint, supply_node(lint->image, row)),
			    "of `%s` the provision says partly the same with a condition and without",
			    concept_id(lint, row->concept));
		return true;
	}
	if (row->region != before->region || conditional)
		return false;
	lint_report(lint, DIAG_DUPLICATE_SUPPLY, lint_node(lint, supply_node(lint->image, row)),
		    "the provision says the same of `%s` above", concept_id(lint, row->concept));
	return true;
}

static void
check_pairs(struct lint *lint)
{
	uint32_t i, j, count = image_count(lint->image, SECTION_SUPPLY);
	const struct cyt_supply *row, *before;

	for (i = 1; i < count && !lint->error; i++) {
		row = image_supply(lint->image, i);
		for (j = i; j-- > 0;) {
			before = image_supply(lint->image, j);
			if (!side_by_side(lint, row, before) || check_pair(lint, row, before))
				break;
		}
	}
}

/* Marks the extensions that made a copy. */
static void
mark_extends(const struct lint *lint, uint64_t *made)
{
	uint32_t i, count = image_count(lint->image, SECTION_SUPPLY);

	for (i = 0; i < count; i++)
		if (image_supply(lint->image, i)->via != NONE)
			bits_set(made, image_supply(lint->image, i)->via);
}

static void
check_extends(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_EXTEND);
	struct arena arena;
	uint64_t *made;

	arena_init(&arena, diags_hooks(lint->diags));
	made = arena_alloc(&arena, count / 64 + 1, sizeof(*made));
	if (made)
		mark_extends(lint, made);
	else
		lint->error = CYT_ERR_NOMEM;
	for (i = 0; made && i < count; i++)
		if (!bits_test(made, i))
			lint_report(lint, DIAG_EMPTY_EXTENSION,
				    lint_node(lint, image_extend(lint->image, i)->node),
				    "nothing is left of what it would copy");
	arena_release(&arena);
}

void
lint_supplies(struct lint *lint)
{
	check_pairs(lint);
	check_extends(lint);
}

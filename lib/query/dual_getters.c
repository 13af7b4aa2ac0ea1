/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading an answer about dual criminality, and saying it in sentences. */
#include "query/dual.h"

#include <string.h>

#include "query/wording.h"

const char *
cyt_duality_name(enum cyt_duality duality)
{
	static const char *const names[] = {
		[CYT_DUALITY_NEITHER] = "neither",
		[CYT_DUALITY_NOT_ASSESSED] = "not-assessed",
		[CYT_DUALITY_ONE_SIDED] = "one-sided",
		[CYT_DUALITY_DEPENDS] = "depends",
		[CYT_DUALITY_BOTH] = "both",
	};

	return duality > CYT_DUALITY_UNKNOWN && duality <= CYT_DUALITY_BOTH ? names[duality] : "";
}

static bool
is_side(enum cyt_side side)
{
	return side == CYT_SIDE_FIRST || side == CYT_SIDE_SECOND;
}

/* One that says nothing, for other questions. */
static const struct dual_state *
state_of(const struct cyt_result *result, enum cyt_side side)
{
	static const struct dual_state nobody;

	return result->dual && is_side(side) ? &result->dual->states[side - CYT_SIDE_FIRST]
					     : &nobody;
}

const char *
cyt_result_state(const struct cyt_result *result, enum cyt_side side)
{
	return state_of(result, side)->id;
}

const char *
cyt_result_state_kind(const struct cyt_result *result, enum cyt_side side)
{
	return state_of(result, side)->kind;
}

const char *
cyt_result_state_title(const struct cyt_result *result, enum cyt_side side)
{
	return state_of(result, side)->title;
}

const char *
cyt_result_facts(const struct cyt_result *result)
{
	return result->dual ? result->dual->facts : NULL;
}

size_t
cyt_result_dual_count(const struct cyt_result *result)
{
	return result->dual ? result->dual->duals.count : 0;
}

const struct cyt_dual *
cyt_result_dual_at(const struct cyt_result *result, size_t i)
{
	return i < cyt_result_dual_count(result) ? result->dual->duals.items[i] : NULL;
}

const struct cyt_demand *
cyt_dual_demand(const struct cyt_dual *dual)
{
	return dual->row;
}

enum cyt_duality
cyt_dual_verdict(const struct cyt_dual *dual)
{
	return dual->verdict;
}

enum cyt_basis
cyt_dual_basis(const struct cyt_dual *dual)
{
	return dual->basis;
}

cyt_date
cyt_dual_consulted(const struct cyt_dual *dual)
{
	return dual->consulted;
}

const struct cyt_region *
cyt_dual_facts(const struct cyt_dual *dual)
{
	return dual->facts;
}

const struct cyt_region *
cyt_dual_both(const struct cyt_dual *dual)
{
	return dual->both;
}

const struct cyt_region *
cyt_dual_outside(const struct cyt_dual *dual, enum cyt_side side)
{
	return is_side(side) ? dual->sides[side - CYT_SIDE_FIRST].outside : NULL;
}

static const struct cyt_evidence *
evidence_at(const struct evidence_list *list, size_t i)
{
	return i < list->count ? list->items[i] : NULL;
}

const struct cyt_evidence *
cyt_dual_supplied_by_at(const struct cyt_dual *dual, enum cyt_side side, size_t i)
{
	return is_side(side) ? evidence_at(&dual->sides[side - CYT_SIDE_FIRST].supplied_by, i)
			     : NULL;
}

const struct cyt_evidence *
cyt_dual_conditional_at(const struct cyt_dual *dual, enum cyt_side side, size_t i)
{
	return is_side(side) ? evidence_at(&dual->sides[side - CYT_SIDE_FIRST].conditional, i)
			     : NULL;
}

/* -- in words ----------------------------------------------------------------------------- */

/* "Depends on the facts" where something is outside unconditionally, "on a condition" where only
 * conditions stand between. */
static enum say
depends_on(const struct cyt_dual *dual)
{
	bool facts = false, condition = false;

	for (int s = 0; s < 2; s++) {
		const struct dual_side *side = &dual->sides[s];

		condition |= side->conditional.count > 0;
		facts |= side->outside && side->supplied_by.count > 0;
	}
	if (facts && condition)
		return SAY_DEPENDS_ON_BOTH;
	return facts ? SAY_DEPENDS_ON_FACTS : SAY_DEPENDS_ON_CONDITION;
}

/* Who hears "covered by the law of one" takes it for all of the facts. */
static enum say
alone(const struct dual_side *side)
{
	if (!side->supplied_by.count)
		return SAY_ONE_UNDER_CONDITION;
	return side->outside ? SAY_ONE_IN_PART : SAY_ONE_ALONE;
}

static void
word_verdict(struct prose *out, const struct cyt_dual *dual)
{
	const struct dual_state *states = dual->result->dual->states;
	int one = dual->sides[0].reached ? 0 : 1;

	switch (dual->verdict) {
	case CYT_DUALITY_BOTH:
		prose_fill(out, SAY_BOTH, states[0].name, states[1].name);
		break;
	case CYT_DUALITY_DEPENDS:
		prose_say(out, depends_on(dual));
		break;
	case CYT_DUALITY_ONE_SIDED:
		prose_fill(out, alone(&dual->sides[one]), states[one].name);
		break;
	case CYT_DUALITY_NEITHER:
		prose_say(out, SAY_NEITHER);
		break;
	default:
		prose_say(out, SAY_DUAL_NOT_ASSESSED);
	}
}

int
cyt_dual_sentence(const struct cyt_dual *dual, cyt_sink sink, void *data)
{
	struct prose out, facts;

	prose_begin(&out, dual->result);
	word_verdict(&out, dual);
	prose_add(&out, ": ");
	word_concept(&out, cyt_region_concept(dual->facts), dual->row, NULL, NULL);
	if (!dual->row && !region_is_unbounded(&out, dual->facts, NULL)) {
		prose_beside(&facts, &out);
		word_region(&facts, dual->facts, NULL, WORDING_BOXES);
		word_bound(&out, &facts);
	}
	prose_add(&out, ".");
	if (dual->basis == CYT_BASIS_UNVERIFIED) {
		prose_add(&out, " ");
		prose_say(&out, SAY_UNVERIFIED);
	}
	return prose_send(&out, sink, data);
}

/* What bounds the part outside, of all that is asked about. */
static void
word_outside(struct prose *out, const struct cyt_dual *dual, const struct dual_side *side)
{
	struct arena arena;
	word_scope scope;

	arena_init(&arena, out->text.hooks);
	scope = word_scope_of(dual->facts, &arena);
	if (scope)
		word_region(out, side->wide, scope, WORDING_BOXES);
	else
		out->text.failed = true;
	arena_release(&arena);
}

int
cyt_dual_side_sentence(const struct cyt_dual *dual, enum cyt_side which, cyt_sink sink, void *data)
{
	const struct dual_side *side;
	struct prose out;

	if (!is_side(which))
		return CYT_ERR_INVALID;
	side = &dual->sides[which - CYT_SIDE_FIRST];
	prose_begin(&out, dual->result);
	prose_add(&out, dual->result->dual->states[which - CYT_SIDE_FIRST].name);
	prose_add(&out, ": ");
	if (side->supplied_by.count) {
		prose_say(&out, side->outside ? SAY_SIDE_COVERED_IN_PART_BY
					      : SAY_SIDE_COVERED_BY);
		word_evidence(&out, &side->supplied_by);
		if (side->outside) {
			prose_say(&out, SAY_SIDE_BUT_NOT_COVERED);
			word_outside(&out, dual, side);
		}
	} else if (!side->reached) {
		prose_say(&out, side->read ? SAY_SIDE_NOT_COVERED : SAY_SIDE_NOT_READ);
	}
	if (side->conditional.count) {
		prose_say(&out, side->supplied_by.count ? SAY_SIDE_OF_THAT_CONDITION
							: SAY_SIDE_CONDITION);
		word_conditions(&out, &side->conditional);
	}
	prose_add(&out, ".");
	return prose_send(&out, sink, data);
}

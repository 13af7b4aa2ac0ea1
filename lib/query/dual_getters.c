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
static const char *
depends_on(const struct cyt_dual *dual)
{
	bool facts = false, condition = false;

	for (int s = 0; s < 2; s++) {
		const struct dual_side *side = &dual->sides[s];

		condition |= side->conditional.count > 0;
		facts |= side->outside && side->supplied_by.count > 0;
	}
	if (facts && condition)
		return "Depends on the facts and on a condition";
	return facts ? "Depends on the facts" : "Depends on a condition";
}

static void
word_verdict(struct strbuf *out, const struct cyt_dual *dual)
{
	const struct dual_state *states = dual->result->dual->states;

	switch (dual->verdict) {
	case CYT_DUALITY_BOTH:
		strbuf_printf(out, "Covered by the law of both %s and %s", states[0].title,
			      states[1].title);
		break;
	case CYT_DUALITY_DEPENDS:
		strbuf_add(out, depends_on(dual));
		break;
	case CYT_DUALITY_ONE_SIDED:
		strbuf_printf(out, "Covered by the law of %s alone",
			      states[dual->sides[0].reached ? 0 : 1].title);
		break;
	case CYT_DUALITY_NEITHER:
		strbuf_add(out, "Covered by the law of neither");
		break;
	default:
		strbuf_add(out, "Not assessed");
	}
}

int
cyt_dual_sentence(const struct cyt_dual *dual, cyt_sink sink, void *data)
{
	struct strbuf out;

	strbuf_init(&out, &dual->result->hooks);
	word_verdict(&out, dual);
	strbuf_add(&out, ": ");
	word_concept(&out, dual->facts->concept, dual->row, NULL, NULL);
	if (!dual->row && !region_is_unbounded(dual->facts, NULL)) {
		strbuf_add(&out, ", ");
		word_region(&out, dual->facts, NULL, WORDING_BOXES);
	}
	strbuf_add(&out, ".");
	if (dual->basis == CYT_BASIS_UNVERIFIED)
		strbuf_add(&out, " Rests on facts that are not verified.");
	return word_send(&out, sink, data);
}

static void
word_conditions(struct strbuf *out, const struct dual_side *side)
{
	for (size_t i = 0; i < side->conditional.count; i++) {
		const struct cyt_evidence *evidence = side->conditional.items[i];

		strbuf_add(out, i ? "; " : "");
		for (size_t c = 0; c < evidence->condition_count; c++)
			strbuf_printf(out, "%s%s", c ? ", and " : "", evidence->conditions[c]);
		strbuf_add(out, " (");
		word_provision(out, evidence);
		strbuf_add(out, ")");
	}
}

/* What bounds the part outside, of all that is asked about. */
static void
word_outside(struct strbuf *out, const struct cyt_dual *dual, const struct dual_side *side)
{
	struct arena arena;
	word_scope scope;

	arena_init(&arena, out->hooks);
	scope = word_scope_of(dual->facts, &arena);
	if (scope)
		word_region(out, side->wide, scope, WORDING_BOXES);
	else
		out->failed = true;
	arena_release(&arena);
}

int
cyt_dual_side_sentence(const struct cyt_dual *dual, enum cyt_side which, cyt_sink sink, void *data)
{
	const struct dual_side *side;
	struct strbuf out;

	if (!is_side(which))
		return CYT_ERR_INVALID;
	side = &dual->sides[which - CYT_SIDE_FIRST];
	strbuf_init(&out, &dual->result->hooks);
	strbuf_printf(&out, "%s: ", dual->result->dual->states[which - CYT_SIDE_FIRST].title);
	if (side->supplied_by.count) {
		strbuf_add(&out, side->outside ? "covered in part by " : "covered by ");
		word_evidence(&out, &side->supplied_by);
		strbuf_add(&out, side->outside ? "; not covered: " : "");
		if (side->outside)
			word_outside(&out, dual, side);
	} else if (!side->reached) {
		strbuf_add(&out, side->read ? "not covered" : "its law was not read for this");
	}
	if (side->conditional.count) {
		strbuf_add(&out, side->supplied_by.count ? "; of that, under a condition: "
							 : "covered only under a condition: ");
		word_conditions(&out, side);
	}
	strbuf_add(&out, ".");
	return word_send(&out, sink, data);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the law of one State says to facts: what it covers, by what, and what it leaves. */
#include <string.h>

#include "query/dual.h"
#include "query/regions.h"

/* What a part meets of the facts. False if nothing. */
static bool
part_meets(const struct inquest *q, const struct subject *subject, const struct part *part,
	   uint64_t *out)
{
	const struct cyt_demand *row = q->dual->row;
	size_t words = window_words(q->window);

	if (row ? !part_counts_towards(subject->image, part, row)
		: part->row && part->row->some.count > 0)
		return false;
	part_take(subject, q->window, part, out);
	if (row)
		row_fill_some(subject->image, q->window, row, out);
	set_and(out, q->facts, words);
	return !set_is_empty(out, words);
}

/* Of a demand itself: what it extends is a part of its own. */
static void
rest_on_source(struct inquest *q, const struct part *part)
{
	if (part->supply)
		rest_on_part(&q->footing, part);
	else
		rest_on(&q->footing, part->row->basis, part->row->consulted);
}

/* What a State's law says to the facts, on its way: sets[i] is what the i-th line meets. */
struct lines {
	struct evidence_list *list;
	uint64_t **sets;
};

/* Unconditional lines part by the extend that made a copy, conditional ones by their conditions. */
static bool
same_line(const struct cyt_evidence *one, const struct cyt_evidence *other)
{
	if (one->provision != other->provision)
		return false;
	if (one->demand && cyt_demand_place(one->demand) != cyt_demand_place(other->demand))
		return false;
	if (one->conditions.count || other->conditions.count)
		return conditions_equal(&one->conditions, &other->conditions);
	return one->via == other->via;
}

static int
describe_part(struct inquest *q, const struct part *part, struct cyt_evidence *out)
{
	const struct image *image = q->query->image;
	const struct cyt_supply *supply = part->supply;

	memset(out, 0, sizeof(*out));
	out->demand = part->row;
	if (!supply)
		return 0;
	out->law = image_law(image, supply_law(image, supply));
	out->provision = image_provision(image, supply->provision);
	out->via = supply->via == NONE ? NULL : image_extend(image, supply->via);
	if (!part->terms->conditional)
		return 0;
	return conditions_read(supply, q->query->result, q->query->keep, &out->conditions);
}

static int
add_line(struct inquest *q, struct lines *lines, const struct part *part, const uint64_t *met)
{
	size_t words = window_words(q->window), i;
	struct cyt_evidence evidence, *copy;
	int err = describe_part(q, part, &evidence);

	if (err < 0)
		return err;
	for (i = 0; i < lines->list->count; i++)
		if (same_line(lines->list->items[i], &evidence))
			break;
	if (i == lines->list->count) {
		copy = arena_alloc(q->query->keep, 1, sizeof(*copy));
		lines->sets[i] = window_set(q->window, q->arena);
		if (!copy || !lines->sets[i] || !list_push(q->query->keep, lines->list, copy))
			return CYT_ERR_NOMEM;
		*copy = evidence;
	}
	set_or(lines->sets[i], met, words);
	return 0;
}

static int
write_regions(struct inquest *q, const struct lines *lines)
{
	for (size_t i = 0; i < lines->list->count; i++) {
		struct cyt_evidence *evidence = lines->list->items[i];

		evidence->region = region_hold(q->query->result, q->query->keep, q->window,
					       lines->sets[i]);
		if (!evidence->region)
			return CYT_ERR_NOMEM;
	}
	return 0;
}

/* One kind of supplies; conditional ones count only for what is not covered. */
static int
gather(struct inquest *q, struct subject *subject, struct dual_side *side, bool conditional,
       uint64_t *covered)
{
	const struct supplied *supplied = subject_parts(subject, q->concept);
	struct lines lines = { conditional ? &side->conditional : &side->supplied_by, NULL };
	size_t words = window_words(q->window);
	uint64_t *met;

	if (!supplied)
		return CYT_ERR_NOMEM;
	if (!supplied->count)
		return 0;
	met = window_set(q->window, q->arena);
	if (!met)
		return CYT_ERR_NOMEM;
	lines.sets = arena_alloc(q->arena, supplied->count, sizeof(*lines.sets));
	if (!lines.sets)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < supplied->count; i++) {
		const struct part *part = &supplied->parts[i];
		int err;

		if (part_is_conditional(part) != conditional ||
		    !part_meets(q, subject, part, met))
			continue;
		side->reached = true;
		if (conditional)
			set_subtract(met, covered, words);
		else
			set_or(covered, met, words);
		if (set_is_empty(met, words))
			continue;
		rest_on_source(q, part);
		err = add_line(q, &lines, part, met);
		if (err < 0)
			return err;
	}
	return write_regions(q, &lines);
}

/* Whether anything meets the facts when no basis is too weak. */
static int
is_met_weakly(struct inquest *q, struct subject *unfiltered, bool *out)
{
	const struct supplied *supplied;
	uint64_t *met = window_set(q->window, q->arena);

	*out = false;
	if (!unfiltered)
		return 0;
	supplied = subject_parts(unfiltered, q->concept);
	if (!supplied || !met)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < supplied->count && !*out; i++)
		*out = part_meets(q, unfiltered, &supplied->parts[i], met);
	return 0;
}

static int
write_outside(struct inquest *q, struct dual_side *side, const uint64_t *covered)
{
	struct arena *keep = q->query->keep;
	size_t words = window_words(q->window);
	uint64_t *left, *taken;

	if (!side->read || set_within(q->facts, covered, words))
		return 0;
	left = window_set(q->window, keep);
	taken = window_set(q->window, keep);
	if (!left || !taken)
		return CYT_ERR_NOMEM;
	set_copy(taken, covered, words);
	set_copy(left, q->facts, words);
	set_subtract(left, covered, words);
	side->outside = region_of(q->query->result, keep, q->window, left, NULL);
	side->wide = region_of(q->query->result, keep, q->window, left, taken);
	return side->outside && side->wide ? 0 : CYT_ERR_NOMEM;
}

int
dual_look_at_state(struct inquest *q, int s, uint64_t *covered)
{
	struct dual_side *side = &q->dual->sides[s];
	struct asked *state = &q->states[s];
	bool weakly = false;
	int err = gather(q, &state->subject, side, false, covered);

	if (!err)
		err = gather(q, &state->subject, side, true, covered);
	if (!err)
		err = is_met_weakly(q, state->unfiltered, &weakly);
	if (err < 0)
		return err;
	side->read = side->reached ||
		     (!weakly && concept_set_has(state->subject.assessed,
						 image_index(q->query->image, concept,
							     q->concept)));
	return write_outside(q, side, covered);
}

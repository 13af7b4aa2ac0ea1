/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Judging one row: what is demanded, covered, left, excused and missing. */
#include "query/query.h"

#include <string.h>

#include "base/date.h"
#include "query/verdict.h"

void
row_fill_some(const struct image *image, const struct cyt_demand *row, uint64_t *set)
{
	const struct cyt_concept *concept = image_concept(image, row->concept);

	for (uint32_t i = 0; i < row->some.count; i++) {
		const struct img_replace *some = image_replace(image, row->some.first + i);

		set_fill(image, concept, set, image_axis(image, some->axis),
			 image_words(image, some->mask));
	}
}

/* Adds to `set` the parts that are some of several, as far as this row takes them. `scratch` is one
 * more set. */
static void
add_some_parts(const struct subject *subject, const struct supplied *supplied,
	       const struct cyt_demand *row, uint64_t *set, uint64_t *scratch)
{
	if (!supplied->has_some)
		return;
	for (size_t i = 0; i < supplied->count; i++) {
		const struct part *part = &supplied->parts[i];

		if (!part->row || part->row->some.count == 0 ||
		    !part_counts_towards(subject->image, part, row))
			continue;
		part_load(subject, supplied->concept, part, scratch);
		set_or(set, scratch, space_words(supplied->concept));
	}
}

/* D of an extended row: the image of what exists of its base, conditional supplies included. */
static bool
measure_base(const struct subject *subject, const struct supplied *supplied,
	     const struct cyt_demand *row, struct arena *arena, uint64_t *demanded)
{
	const struct image *image = subject->image;
	const struct cyt_concept *concept = supplied->concept;
	const struct cyt_demand *base = image_row(image, row->base);
	uint64_t *covered = set_new(arena, concept), *scratch = set_new(arena, concept);

	if (!covered || !scratch)
		return false;
	set_copy(covered, supplied->all, space_words(concept));
	add_some_parts(subject, supplied, base, covered, scratch);
	row_fill_some(image, base, covered);
	region_and(image, concept, base->region, covered);
	set_replace(image, concept, covered, image_replace(image, row->replace.first),
		    row->replace.count, demanded);
	return true;
}

bool
row_part_meets(const struct subject *subject, const struct judgement *judgement,
	       const struct part *part, uint64_t *out)
{
	if (!part_counts_towards(subject->image, part, judgement->row))
		return false;
	part_load(subject, judgement->concept, part, out);
	row_fill_some(subject->image, judgement->row, out);
	set_and(out, judgement->demanded, judgement->words);
	return !set_is_empty(out, judgement->words);
}

/* -- excuses ------------------------------------------------------------------------------ */

static struct excuse *
add_excuse(struct judgement *j, struct excuse_list *list, const void *who, struct arena *arena)
{
	struct excuse *excuse = &list->items[list->count];

	excuse->set = set_new(arena, j->concept);
	if (!excuse->set)
		return NULL;
	excuse->who = who;
	excuse->choice = "";
	excuse->chosen = true;
	list->count++;
	return excuse;
}

static struct excuse *
find_way(const struct excuse_list *list, uint32_t node)
{
	for (size_t i = 0; i < list->count; i++)
		if (((const struct cyt_way *)list->items[i].who)->node == node)
			return &list->items[i];
	return NULL;
}

/* The options tied to the row, one per element, in document order. */
static bool
gather_options(const struct image *image, struct judgement *j, struct arena *arena)
{
	const struct cyt_demand *row = j->row;

	j->options.items = arena_alloc(arena, row->ways.count, sizeof(*j->options.items));
	if (!j->options.items)
		return false;
	for (uint32_t i = 0; i < row->ways.count; i++) {
		const struct cyt_way *way = image_way(image, row->ways.first + i);
		struct excuse *excuse;

		if (way->reservable)
			continue;
		excuse = find_way(&j->options, way->node);
		if (!excuse)
			excuse = add_excuse(j, &j->options, way, arena);
		if (!excuse)
			return false;
		excuse->choice = image_string(image, way->choice);
		region_or(image, j->concept, way->region, excuse->set);
		set_and(excuse->set, j->demanded, j->words);
	}
	return true;
}

static bool
reservation_counts(const struct subject *subject, const struct cyt_demand *row,
		   const struct cyt_action *action)
{
	cyt_date date = date_first_day((cyt_date)action->date);
	cyt_date until = date_first_day((cyt_date)action->until);

	return action->instrument == row->instrument &&
	       strcmp(image_string(subject->image, action->kind), "reservation") == 0 &&
	       (uint32_t)date <= subject->as_at &&
	       (until == 0 || subject->as_at < (uint32_t)until);
}

/* The reservations of the subject's State to the row in force on the date. */
static bool
gather_reservations(const struct subject *subject, struct judgement *j, struct arena *arena)
{
	const struct image *image = subject->image;
	const struct cyt_state *state = subject->state;
	bool reservable = state && j->row->instrument != NONE;
	uint32_t row = reservable ? image_index(image, row, j->row) : 0;
	uint32_t count = reservable ? state->actions.count : 0;

	j->reservations.items = arena_alloc(arena, count, sizeof(*j->reservations.items));
	if (!j->reservations.items)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		const struct cyt_action *action = image_action(image, state->actions.first + i);
		struct excuse *excuse = NULL;

		if (!reservation_counts(subject, j->row, action))
			continue;
		for (uint32_t r = 0; r < action->reserved.count; r++) {
			const struct img_reserved *reserved =
				image_reserved(image, action->reserved.first + r);

			if (reserved->row != row)
				continue;
			if (!excuse)
				excuse = add_excuse(j, &j->reservations, action, arena);
			if (!excuse)
				return false;
			region_or(image, j->concept, reserved->region, excuse->set);
			set_and(excuse->set, j->demanded, j->words);
		}
	}
	return true;
}

/* -- the verdict -------------------------------------------------------------------------- */

static bool
judgement_sets(struct judgement *j, struct arena *arena)
{
	j->demanded = set_new(arena, j->concept);
	j->raw = set_new(arena, j->concept);
	j->met = set_new(arena, j->concept);
	j->left = set_new(arena, j->concept);
	j->excused = set_new(arena, j->concept);
	j->reserved = set_new(arena, j->concept);
	j->missing = set_new(arena, j->concept);
	return j->demanded && j->raw && j->met && j->left && j->excused && j->reserved &&
	       j->missing;
}

static void
unite_chosen(const struct judgement *j, const struct excuse_list *list, uint64_t *set)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].chosen)
			set_or(set, list->items[i].set, j->words);
}

/* Whether anything demanded is met when conditional supplies count as well; missing is scratch. */
static bool
meets_if(const struct subject *subject, struct judgement *j)
{
	bool meets;

	if (!set_is_empty(j->met, j->words))
		return true;
	set_copy(j->missing, j->supplied->all, j->words);
	row_fill_some(subject->image, j->row, j->missing);
	meets = set_meets(j->missing, j->demanded, j->words);
	set_clear(j->missing, j->words);
	return meets;
}

static enum cyt_verdict
apply_table(const struct subject *subject, struct judgement *j)
{
	struct row_facts facts = { 0 };
	uint64_t *rest = j->missing;

	facts.nothing_left = set_is_empty(j->left, j->words);
	facts.meets = !set_is_empty(j->met, j->words);
	facts.meets_if = meets_if(subject, j);
	facts.assessed = concept_set_has(subject->assessed, j->row->concept);
	facts.options_excuse = set_within(j->left, j->excused, j->words);
	facts.reserved_whole = set_within(j->demanded, j->reserved, j->words);
	set_copy(rest, j->left, j->words);
	set_subtract(rest, j->excused, j->words);
	set_subtract(rest, j->reserved, j->words);
	facts.all_excused = set_is_empty(rest, j->words);
	return verdict_of_row(&facts);
}

int
row_judge(struct query *query, struct subject *subject, const struct cyt_demand *row,
	  struct arena *arena, struct judgement *out)
{
	const struct image *image = query->image;
	int err;

	memset(out, 0, sizeof(*out));
	out->row = row;
	out->concept = image_concept(image, row->concept);
	out->words = space_words(out->concept);
	out->supplied = subject_supplied(subject, out->concept);
	if (!out->supplied || !judgement_sets(out, arena))
		return CYT_ERR_NOMEM;
	if (row->base == NONE)
		region_load(image, out->concept, row->region, out->demanded);
	else if (!measure_base(subject, out->supplied, row, arena, out->demanded))
		return CYT_ERR_NOMEM;
	if (query->within)
		set_and(out->demanded, query->within, out->words);
	if (set_is_empty(out->demanded, out->words))
		return 0;
	set_copy(out->raw, out->supplied->firm, out->words);
	add_some_parts(subject, out->supplied, row, out->raw, out->met);
	set_copy(out->met, out->raw, out->words);
	row_fill_some(image, row, out->met);
	set_and(out->met, out->demanded, out->words);
	set_copy(out->left, out->demanded, out->words);
	set_subtract(out->left, out->met, out->words);
	if (!gather_options(image, out, arena) || !gather_reservations(subject, out, arena))
		return CYT_ERR_NOMEM;
	unite_chosen(out, &out->reservations, out->reserved);
	err = choice_select(image, out->concept, out->left, out->reserved, &out->options, arena);
	if (err < 0)
		return err;
	unite_chosen(out, &out->options, out->excused);
	out->verdict = apply_table(subject, out);
	return 0;
}

/* -- the finding -------------------------------------------------------------------------- */

/* A row that is none only for want of a strong enough basis is not assessed. */
static int
mark_weak(struct query *query, const struct cyt_demand *row, struct judgement *j,
	  struct arena *arena)
{
	struct judgement before;
	int err;

	if (!query->unfiltered || j->verdict != CYT_VERDICT_NONE)
		return 0;
	err = row_judge(query, query->unfiltered, row, arena, &before);
	if (!err && before.verdict != CYT_VERDICT_NONE)
		j->verdict = CYT_VERDICT_NOT_ASSESSED;
	return err;
}

static int
fill_finding(struct query *query, const struct cyt_demand *row, struct arena *arena,
	     struct cyt_row_finding *finding)
{
	struct judgement j;
	int err;

	finding->result = query->result;
	finding->row = row;
	err = row_judge(query, &query->subject, row, arena, &j);
	if (err < 0)
		return err;
	finding->is_void = (row->base != NONE || query->within) &&
			   set_is_empty(j.demanded, j.words);
	if (finding->is_void)
		return 0;
	err = mark_weak(query, row, &j, arena);
	if (err < 0)
		return err;
	finding->verdict = j.verdict;
	if (query->verdicts_only)
		return 0;
	return evidence_gather(query, &j, finding, arena);
}

int
row_find(struct query *query, const struct cyt_demand *row, struct cyt_row_finding **out)
{
	uint32_t first = query->instrument->rows.first;
	struct cyt_row_finding **known =
		&query->findings[image_index(query->image, row, row) - first];
	struct cyt_row_finding *finding;
	struct arena arena;
	int err;

	*out = *known;
	if (*out)
		return 0;
	finding = arena_alloc(query->keep, 1, sizeof(*finding));
	if (!finding)
		return CYT_ERR_NOMEM;
	arena_init(&arena, query->keep->hooks);
	err = fill_finding(query, row, &arena, finding);
	arena_release(&arena);
	if (!err)
		*out = *known = finding;
	return err;
}

int
row_find_space(struct query *query, const struct cyt_concept *concept,
	       struct cyt_row_finding **out)
{
	struct cyt_demand whole = {
		.instrument = NONE,
		.concept = image_index(query->image, concept, concept),
		.region = concept->full,
		.base = NONE,
	};
	struct arena arena;
	int err;

	*out = arena_alloc(query->keep, 1, sizeof(**out));
	if (!*out)
		return CYT_ERR_NOMEM;
	arena_init(&arena, query->keep->hooks);
	err = fill_finding(query, &whole, &arena, *out);
	arena_release(&arena);
	(*out)->row = NULL;
	return err;
}

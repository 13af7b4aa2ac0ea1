/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Judging one row: what is demanded, covered, left, excused and missing. */
#include "query/query.h"

#include <string.h>

#include "query/verdict.h"

void
row_fill_some(const struct image *image, const struct window *window,
	      const struct cyt_demand *row, uint64_t *set)
{
	for (uint32_t i = 0; i < row->some.count; i++)
		window_fill(image, window, set, image_replace(image, row->some.first + i));
}

/* Adds to `set` the parts that are some of several, as far as this row takes them. `scratch` is one
 * more set. */
static void
add_some_parts(const struct ground *ground, const struct window *window,
	       const struct cyt_demand *row, uint64_t *set, uint64_t *scratch)
{
	const struct supplied *supplied = ground->supplied;

	for (size_t i = 0; supplied->has_some && i < supplied->count; i++) {
		const struct part *part = &supplied->parts[i];

		if (!part->row || part->row->some.count == 0 ||
		    !part_counts_towards(ground->subject->image, part, row))
			continue;
		part_take(ground->subject, window, part, scratch);
		set_or(set, scratch, window_words(window));
	}
}

/* D of an extended row: the image of what exists of its base, conditional supplies included. */
static bool
measure_base(struct judgement *j, struct arena *arena)
{
	const struct image *image = j->ground->subject->image;
	const struct cyt_demand *base = image_row(image, j->row->base);
	const struct window *window = &brief_row(j->ground->brief, image, base)->window;
	uint64_t *covered = window_set(window, arena), *scratch = window_set(window, arena);

	if (!covered || !scratch)
		return false;
	window_take(window, j->supplied->all, covered);
	add_some_parts(j->ground, window, base, covered, scratch);
	row_fill_some(image, window, base, covered);
	window_and(window, image, base->region, covered);
	window_replace(image, window, covered, image_replace(image, j->row->replace.first),
		       j->row->replace.count, brief_row(j->ground->brief, image, j->row)->moves,
		       j->window, j->demanded);
	return true;
}

bool
row_part_meets(const struct judgement *judgement, const struct part *part, uint64_t *out)
{
	const struct subject *subject = judgement->ground->subject;

	if (!part_counts_towards(subject->image, part, judgement->row))
		return false;
	part_take(subject, judgement->window, part, out);
	row_fill_some(subject->image, judgement->window, judgement->row, out);
	set_and(out, judgement->demanded, judgement->words);
	return !set_is_empty(out, judgement->words);
}

/* -- excuses ------------------------------------------------------------------------------ */

static struct excuse *
add_excuse(struct judgement *j, struct excuse_list *list, const void *who, struct arena *arena)
{
	struct excuse *excuse = &list->items[list->count];

	excuse->set = window_set(j->window, arena);
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
		window_or(j->window, image, way->region, excuse->set);
		set_and(excuse->set, j->demanded, j->words);
	}
	return true;
}

/* What a reservation takes out of the row. */
static bool
add_reserved(struct judgement *j, const struct cyt_action *action, struct arena *arena)
{
	const struct image *image = j->ground->subject->image;
	uint32_t row = image_index(image, row, j->row);
	struct excuse *excuse = NULL;

	for (uint32_t r = 0; r < action->reserved.count; r++) {
		const struct img_reserved *reserved =
			image_reserved(image, action->reserved.first + r);

		if (reserved->row != row)
			continue;
		if (!excuse)
			excuse = add_excuse(j, &j->reservations, action, arena);
		if (!excuse)
			return false;
		window_or(j->window, image, reserved->region, excuse->set);
		set_and(excuse->set, j->demanded, j->words);
	}
	return true;
}

/* The reservations of the subject's State to the row in force on the date. */
static bool
gather_reservations(struct judgement *j, struct arena *arena)
{
	const struct subject *subject = j->ground->subject;

	if (j->row->instrument == NONE)
		return true;
	j->reservations.items =
		arena_alloc(arena, subject->reservation_count, sizeof(*j->reservations.items));
	if (!j->reservations.items)
		return false;
	for (size_t i = 0; i < subject->reservation_count; i++)
		if (subject->reservations[i]->instrument == j->row->instrument &&
		    !add_reserved(j, subject->reservations[i], arena))
			return false;
	return true;
}

/* -- the verdict -------------------------------------------------------------------------- */

/* Empty are those that are only added to; the others are written whole, or emptied by nothing_demanded(). */
static bool
judgement_sets(struct judgement *j, struct arena *arena)
{
	uint64_t *sets = arena_take(arena, 7 * j->words, sizeof(*sets));

	if (!sets)
		return false;
	j->demanded = sets;
	j->excused = sets + j->words;
	j->reserved = sets + 2 * j->words;
	set_clear(sets, 3 * j->words);
	j->raw = sets + 3 * j->words;
	j->met = sets + 4 * j->words;
	j->left = sets + 5 * j->words;
	j->missing = sets + 6 * j->words;
	return true;
}

static bool
nothing_demanded(const struct judgement *j)
{
	if (!set_is_empty(j->demanded, j->words))
		return false;
	set_clear(j->raw, 4 * j->words);
	return true;
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
meets_if(struct judgement *j)
{
	bool meets;

	if (!set_is_empty(j->met, j->words))
		return true;
	window_take(j->window, j->supplied->all, j->missing);
	row_fill_some(j->ground->subject->image, j->window, j->row, j->missing);
	meets = set_meets(j->missing, j->demanded, j->words);
	set_clear(j->missing, j->words);
	return meets;
}

static enum cyt_verdict
apply_table(struct judgement *j)
{
	struct row_facts facts = { 0 };
	uint64_t *rest = j->missing;

	facts.nothing_left = set_is_empty(j->left, j->words);
	facts.meets = !set_is_empty(j->met, j->words);
	facts.meets_if = meets_if(j);
	facts.assessed = concept_set_has(j->ground->subject->assessed, j->row->concept);
	facts.options_excuse = set_within(j->left, j->excused, j->words);
	facts.reserved_whole = set_within(j->demanded, j->reserved, j->words);
	set_copy(rest, j->left, j->words);
	set_subtract(rest, j->excused, j->words);
	set_subtract(rest, j->reserved, j->words);
	facts.all_excused = set_is_empty(rest, j->words);
	return verdict_of_row(&facts);
}

/* What is covered of what is demanded, and what is left. */
static void
measure(struct judgement *j)
{
	const struct image *image = j->ground->subject->image;

	window_take(j->window, j->supplied->firm, j->raw);
	add_some_parts(j->ground, j->window, j->row, j->raw, j->met);
	set_copy(j->met, j->raw, j->words);
	row_fill_some(image, j->window, j->row, j->met);
	set_and(j->met, j->demanded, j->words);
	set_copy(j->left, j->demanded, j->words);
	set_subtract(j->left, j->met, j->words);
}

/* What is asked of all cases of a concept is in no brief. */
static bool
choose_window(const struct ground *ground, struct arena *arena, const struct window **out)
{
	const struct image *image = ground->subject->image;
	struct window *window;

	if (ground->brief) {
		*out = &brief_row(ground->brief, image, ground->row)->window;
		return true;
	}
	*out = window = arena_alloc(arena, 1, sizeof(*window));
	return window && row_window(window, image, ground->row, arena);
}

int
row_judge(const struct ground *ground, struct arena *arena, struct judgement *out)
{
	const struct image *image = ground->subject->image;
	int err;

	memset(out, 0, sizeof(*out));
	out->ground = ground;
	out->row = ground->row;
	out->supplied = supplied_united(ground->subject, image_concept(image, ground->row->concept),
					ground->supplied, arena);
	if (!out->supplied || !choose_window(ground, arena, &out->window))
		return CYT_ERR_NOMEM;
	out->words = window_words(out->window);
	if (!judgement_sets(out, arena))
		return CYT_ERR_NOMEM;
	if (out->row->base == NONE)
		window_load(out->window, image, out->row->region, out->demanded);
	else if (!measure_base(out, arena))
		return CYT_ERR_NOMEM;
	if (ground->within)
		window_cut(out->window, ground->within, out->demanded);
	if (nothing_demanded(out))
		return 0;
	measure(out);
	if (!gather_options(image, out, arena) || !gather_reservations(out, arena))
		return CYT_ERR_NOMEM;
	unite_chosen(out, &out->reservations, out->reserved);
	err = choice_select(image, &out->window->space, out->left, out->reserved, &out->options,
			    arena);
	if (err < 0)
		return err;
	unite_chosen(out, &out->options, out->excused);
	out->verdict = apply_table(out);
	return 0;
}

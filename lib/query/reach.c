/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reach beyond what is asked: of what concern it is, and whether the law just keeps silent. */
#include "query/query.h"

#include <string.h>

#include "model/bits.h"
#include "query/regions.h"

/* A concept of which more is covered than demanded. Sets are over the layers that are covered. */
struct reach {
	struct query *query;
	struct arena *arena;
	const struct cyt_concept *concept;
	const struct supplied *supplied;
	struct window window;
	const struct window *kept; /* the same for the answer, once it is needed */
	size_t words;
	uint64_t *over;
	struct beyond_list *out;
	/* Cells of one concern that are alike in what is silent: bit a for the axis number a. */
	struct group {
		uint64_t *set, *silent;
	} *groups;
	size_t group_count, group_capacity;
};

/* The cells of `over` whose value on an axis is never demanded and of some concern. */
static uint64_t *
marked_cells(struct reach *r, const struct surplus *surplus)
{
	const struct img_axis *axis =
		image_axis(r->query->image, r->concept->axes.first + surplus->axis);
	uint64_t *out = window_room(&r->window, r->arena);
	size_t words = r->concept->words;

	if (!out)
		return NULL;
	set_copy(out, r->over, r->words);
	for (uint32_t i = 0; i < r->window.space.layers; i++) {
		if (surplus->cells)
			set_and(out + i * words, surplus->cells, words);
		else if (!bits_test(surplus->mask, axis_position(axis, r->window.layers[i], 0)))
			set_clear(out + i * words, words);
	}
	return out;
}

static bool
element_has_case(const struct image *image, const struct img_node *node, const char *facet)
{
	const struct img_node *child = image_child(image, node, ELEMENT_CASE);
	const char *name;

	for (; child; child = image_sibling(image, child, ELEMENT_CASE)) {
		name = image_attribute(image, child, ATTRIBUTE_FACET);
		if (name && strcmp(name, facet) == 0)
			return true;
	}
	return false;
}

/* Whether a demand, or the one it extends, has a case on a facet. */
static bool
demand_has_case(const struct image *image, const struct cyt_demand *row, const char *facet)
{
	const struct img_node *node = image_node(image, row->node);
	const struct img_node *box;

	if (element_has_case(image, node, facet))
		return true;
	for (box = image_child(image, node, ELEMENT_BOX); box;
	     box = image_sibling(image, box, ELEMENT_BOX))
		if (element_has_case(image, box, facet))
			return true;
	return row->base != NONE && demand_has_case(image, image_row(image, row->base), facet);
}

static bool
part_has_case(const struct image *image, const struct part *part, uint32_t axis_number,
	      const struct img_axis *axis)
{
	const struct cyt_facet *facet = image_facet(image, axis->facet);

	if (part->supply)
		return !bits_test(image_words(image, part->terms->silent), axis_number);
	return demand_has_case(image, part->row, image_string(image, facet->id));
}

/* The cells that a supply reaches which has a case on the axis. */
static uint64_t *
cells_spoken_of(struct reach *r, uint32_t axis_number)
{
	const struct image *image = r->query->image;
	const struct img_axis *axis = image_axis(image, r->concept->axes.first + axis_number);
	uint64_t *out = window_set(&r->window, r->arena), *set = window_room(&r->window, r->arena);

	if (!out || !set)
		return NULL;
	for (size_t i = 0; i < r->supplied->count; i++) {
		const struct part *part = &r->supplied->parts[i];

		if (part_is_conditional(part) || (part->row && part->row->some.count > 0) ||
		    !part_has_case(image, part, axis_number, axis))
			continue;
		part_take(r->query->subject, &r->window, part, set);
		set_or(out, set, r->words);
	}
	return out;
}

static struct group *
add_group(struct reach *r)
{
	struct group *group;

	if (!alloc_grow(r->arena->hooks, &r->groups, &r->group_capacity, r->group_count + 1,
			sizeof(*r->groups)))
		return NULL;
	group = &r->groups[r->group_count];
	group->set = window_set(&r->window, r->arena);
	group->silent = arena_alloc(r->arena, r->concept->axes.count / 64 + 1, sizeof(uint64_t));
	if (!group->set || !group->silent)
		return NULL;
	r->group_count++;
	return group;
}

/* Parts every group in the cells on which all supplies are silent on an axis, and the others. */
static bool
split_groups(struct reach *r, uint32_t axis_number, const uint64_t *silent)
{
	size_t count = r->group_count;

	for (size_t i = 0; i < count; i++) {
		struct group *made;

		if (!set_meets(r->groups[i].set, silent, r->words))
			continue;
		if (set_within(r->groups[i].set, silent, r->words)) {
			bits_set(r->groups[i].silent, axis_number);
			continue;
		}
		made = add_group(r);
		if (!made)
			return false;
		set_copy(made->set, r->groups[i].set, r->words);
		set_and(made->set, silent, r->words);
		set_subtract(r->groups[i].set, silent, r->words);
		set_copy(made->silent, r->groups[i].silent, r->concept->axes.count / 64 + 1);
		bits_set(made->silent, axis_number);
	}
	return true;
}

/* Lists of facets, compared one by one: the shorter of two that begin alike is first. */
static int
compare_silence(const struct group *one, const struct group *other, uint32_t axes)
{
	for (uint32_t a = 0; a < axes; a++) {
		bool first = bits_test(one->silent, a), second = bits_test(other->silent, a);

		if (first == second)
			continue;
		/* The one without this facet goes on with a later one, or ends here. */
		for (uint32_t rest = a + 1; rest < axes; rest++)
			if (bits_test(first ? other->silent : one->silent, rest))
				return first ? -1 : 1;
		return first ? 1 : -1;
	}
	return 0;
}

static int
write_group(struct reach *r, const struct group *group, enum cyt_concern concern)
{
	const struct image *image = r->query->image;
	struct arena *keep = r->query->keep;
	struct cyt_beyond *beyond = arena_alloc(keep, 1, sizeof(*beyond));
	const struct cyt_facet **silent =
		arena_alloc(keep, r->concept->axes.count, sizeof(*silent));

	if (!beyond || !silent)
		return CYT_ERR_NOMEM;
	beyond->concept = r->concept;
	beyond->concern = (uint32_t)concern;
	beyond->silent = silent;
	for (uint32_t a = 0; a < r->concept->axes.count; a++)
		if (bits_test(group->silent, a))
			silent[beyond->silent_count++] = image_facet(
				image, image_axis(image, r->concept->axes.first + a)->facet);
	if (!r->kept)
		r->kept = window_keep(&r->window, keep);
	if (!r->kept)
		return CYT_ERR_NOMEM;
	if (!region_write(&beyond->held, r->query->result, keep, r->kept, group->set) ||
	    !list_push(keep, r->out, beyond))
		return CYT_ERR_NOMEM;
	return 0;
}

static int
write_groups(struct reach *r, enum cyt_concern concern)
{
	int err = 0;

	for (size_t i = 1; i < r->group_count; i++) {
		struct group moving = r->groups[i];
		size_t at = i;

		for (; at > 0 && compare_silence(&r->groups[at - 1], &moving,
						 r->concept->axes.count) > 0;
		     at--)
			r->groups[at] = r->groups[at - 1];
		r->groups[at] = moving;
	}
	for (size_t i = 0; !err && i < r->group_count; i++)
		err = write_group(r, &r->groups[i], concern);
	return err;
}

/* Parts the groups by whether the law keeps silent on the axis. */
static bool
heed_silence(struct reach *r, const struct surplus *surplus, const uint64_t *marked)
{
	uint64_t *silent = window_room(&r->window, r->arena);
	uint64_t *spoken = cells_spoken_of(r, surplus->axis);

	if (!silent || !spoken)
		return false;
	set_copy(silent, marked, r->words);
	set_subtract(silent, spoken, r->words);
	return split_groups(r, surplus->axis, silent);
}

/* The cells of one concern; what is taken is gone from `over`. */
static int
find_concern(struct reach *r, enum cyt_concern concern, const struct surplus_list *list)
{
	const uint64_t **marked = arena_alloc(r->arena, list->count, sizeof(*marked));
	struct group *all;

	r->group_count = 0;
	all = add_group(r);
	if (!marked || !all)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < list->count; i++) {
		marked[i] = marked_cells(r, &list->items[i]);
		if (!marked[i])
			return CYT_ERR_NOMEM;
		set_or(all->set, marked[i], r->words);
	}
	if (set_is_empty(all->set, r->words))
		return 0;
	set_subtract(r->over, all->set, r->words);
	for (size_t i = 0; i < list->count; i++)
		if (!set_is_empty(marked[i], r->words) &&
		    !heed_silence(r, &list->items[i], marked[i]))
			return CYT_ERR_NOMEM;
	return write_groups(r, concern);
}

/* What is of no concern at all. */
static int
write_rest(struct reach *r)
{
	struct group rest = { r->over, arena_alloc(r->arena, r->concept->axes.count / 64 + 1,
						   sizeof(uint64_t)) };

	if (set_is_empty(r->over, r->words))
		return 0;
	return rest.silent ? write_group(r, &rest, CYT_CONCERN_NONE) : CYT_ERR_NOMEM;
}

int
reach_find(struct query *query, const struct cyt_concept *concept,
	   const struct supplied *supplied, struct beyond_list *out)
{
	const struct brief_entry *asked =
		&query->brief->concepts[image_index(query->image, concept, concept)];
	struct reach r = { .query = query, .arena = &query->work, .concept = concept,
			   .supplied = supplied, .out = out };
	int err;

	if (!window_of_layers(&r.window, concept, supplied->firm, r.arena))
		return CYT_ERR_NOMEM;
	r.words = window_words(&r.window);
	r.over = window_room(&r.window, r.arena);
	if (!r.over)
		return CYT_ERR_NOMEM;
	window_take(&r.window, supplied->firm, r.over);
	window_without(&r.window, asked->region, r.over);
	if (set_is_empty(r.over, r.words))
		return 0;
	err = find_concern(&r, CYT_CONCERN_OVERREACH, &asked->overreach);
	if (!err)
		err = find_concern(&r, CYT_CONCERN_BROADER, &asked->broader);
	if (!err)
		err = write_rest(&r);
	alloc_free(query->work.hooks, r.groups);
	return err;
}

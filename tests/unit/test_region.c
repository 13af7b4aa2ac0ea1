/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Set algebra and boxes of regions, against plain loops over small case spaces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/bits.h"
#include "model/window.h"

#define MOST_CELLS 4096
#define MOST_AXES 6

/* A case space laid out in an image of its own, and the same seen plainly: one byte per cell, the
 * first axis slowest. */
struct space {
	struct image *image;
	const struct cyt_concept *concept;
	const struct img_axis *axes;
	uint32_t axis_count, cells;
	struct arena arena;
};

struct plan {
	uint32_t count;
	uint32_t size[MOST_AXES];
	uint32_t layer[MOST_AXES];
};

static const struct plan plans[] = {
	{ 0, { 0 }, { 0 } },
	{ 1, { 5 }, { 0 } },
	{ 1, { 3 }, { 1 } },
	{ 2, { 70, 3 }, { 0, 0 } },
	{ 3, { 2, 3, 4 }, { 0, 0, 0 } },
	{ 3, { 2, 3, 4 }, { 1, 0, 0 } },
	{ 3, { 2, 3, 4 }, { 0, 1, 0 } },
	{ 4, { 3, 2, 5, 4 }, { 0, 0, 1, 1 } },
	{ 4, { 3, 7, 5, 4 }, { 1, 0, 1, 0 } },
	{ 5, { 2, 3, 4, 3, 5 }, { 0, 1, 0, 1, 0 } },
	{ 6, { 2, 2, 3, 2, 3, 4 }, { 0, 0, 0, 0, 1, 1 } },
};

#define PLAN_COUNT (sizeof(plans) / sizeof(plans[0]))

static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static void
space_open(struct space *space, const struct plan *plan)
{
	uint32_t cell = 1, layer = 1, room;
	struct cyt_concept *concept;
	struct img_axis *axes;
	char *at;

	memset(space, 0, sizeof(*space));
	arena_init(&space->arena, &alloc_default);
	room = (uint32_t)(sizeof(struct image) + 64 + sizeof(*concept) +
			  MOST_AXES * sizeof(*axes) + 1024 * 8);
	space->image = calloc(1, room);
	assert_non_null(space->image);
	at = (char *)(space->image + 1);
	concept = (struct cyt_concept *)at;
	axes = (struct img_axis *)(concept + 1);
	for (uint32_t a = plan->count; a-- > 0;) {
		uint32_t *stride = plan->layer[a] ? &layer : &cell;

		axes[a].size = plan->size[a];
		axes[a].layer = plan->layer[a];
		axes[a].stride = *stride;
		*stride *= plan->size[a];
	}
	concept->self = (uint32_t)((char *)concept - (char *)space->image);
	concept->axes.count = plan->count;
	concept->cells = cell;
	concept->layers = layer;
	concept->words = (cell + 63) / 64;
	space->image->sections[SECTION_CONCEPT].offset = concept->self;
	space->image->sections[SECTION_AXIS].offset =
		(uint32_t)((char *)axes - (char *)space->image);
	space->image->sections[SECTION_WORDS].offset =
		(uint32_t)((char *)(axes + MOST_AXES) - (char *)space->image + 7) & ~7u;
	space->concept = concept;
	space->axes = axes;
	space->axis_count = plan->count;
	space->cells = cell * layer;
}

static void
space_close(struct space *space)
{
	arena_release(&space->arena);
	free(space->image);
}

/* Where the plain cell `n` stands in a working set. */
static size_t
bit_of(const struct space *space, uint32_t n)
{
	size_t cell = 0, layer = 0;

	for (uint32_t a = space->axis_count; a-- > 0;) {
		size_t step = (size_t)(n % space->axes[a].size) * space->axes[a].stride;

		if (space->axes[a].layer)
			layer += step;
		else
			cell += step;
		n /= space->axes[a].size;
	}
	return layer * space->concept->words * 64 + cell;
}

static uint32_t
position_of(const struct space *space, uint32_t n, uint32_t axis)
{
	for (uint32_t a = space->axis_count; a-- > axis + 1;)
		n /= space->axes[a].size;
	return n % space->axes[axis].size;
}

static uint64_t *
set_of(struct space *space, const uint8_t *plain)
{
	uint64_t *set = set_new(&space->arena, space->concept);

	assert_non_null(set);
	for (uint32_t n = 0; n < space->cells; n++)
		if (plain[n])
			bits_set(set, bit_of(space, n));
	return set;
}

/* `dense` of 8 cells, in clumps: every plain region of a test is a union of boxes and noise. */
static void
fill_random(const struct space *space, uint8_t *plain, uint32_t dense, uint32_t *seed)
{
	uint32_t keep[MOST_AXES];

	memset(plain, 0, space->cells);
	for (uint32_t box = 0; box < 3; box++) {
		for (uint32_t a = 0; a < space->axis_count; a++)
			keep[a] = next_random(seed) | next_random(seed);
		for (uint32_t n = 0; n < space->cells; n++) {
			uint32_t in = 1;

			for (uint32_t a = 0; a < space->axis_count; a++)
				in &= keep[a] >> (position_of(space, n, a) % 32);
			plain[n] |= in & 1;
		}
	}
	for (uint32_t n = 0; n < space->cells; n++)
		if (next_random(seed) % 8 < dense)
			plain[n] ^= 1;
}

static bool
in_box(const struct space *space, const struct box *box, uint32_t n)
{
	for (uint32_t a = 0; a < space->axis_count; a++)
		if (!bits_test(box->masks[a], position_of(space, n, a)))
			return false;
	return true;
}

/* -- the rule of semantics.md written down without any thought of speed -------------------- */

struct plain_box {
	bool keeps[MOST_AXES][80];
	bool dropped;
};

static bool
plain_in(const struct space *space, const struct plain_box *box, uint32_t n)
{
	for (uint32_t a = 0; a < space->axis_count; a++)
		if (!box->keeps[a][position_of(space, n, a)])
			return false;
	return true;
}

static bool
plain_inside(const struct space *space, const struct plain_box *box, const uint8_t *allowed)
{
	for (uint32_t n = 0; n < space->cells; n++)
		if (plain_in(space, box, n) && !allowed[n])
			return false;
	return true;
}

static uint32_t
plain_boxes(const struct space *space, const uint8_t *region, const uint8_t *allowed,
	    struct plain_box *boxes)
{
	uint8_t left[MOST_CELLS];
	uint32_t count = 0, kept = 0;

	memcpy(left, region, space->cells);
	for (uint32_t seed = 0; seed < space->cells; seed++) {
		struct plain_box *box = &boxes[count];

		if (!left[seed])
			continue;
		memset(box, 0, sizeof(*box));
		for (uint32_t a = 0; a < space->axis_count; a++)
			box->keeps[a][position_of(space, seed, a)] = true;
		for (uint32_t a = 0; a < space->axis_count; a++) {
			for (uint32_t p = 0; p < space->axes[a].size; p++) {
				if (box->keeps[a][p])
					continue;
				box->keeps[a][p] = true;
				if (!plain_inside(space, box, allowed))
					box->keeps[a][p] = false;
			}
		}
		for (uint32_t n = 0; n < space->cells; n++)
			if (plain_in(space, box, n))
				left[n] = 0;
		count++;
	}
	for (uint32_t i = 0; i < count; i++) {
		bool needed = false;

		for (uint32_t n = 0; n < space->cells && !needed; n++) {
			bool other = false;

			if (!region[n] || !plain_in(space, &boxes[i], n))
				continue;
			for (uint32_t j = 0; j < count && !other; j++)
				other = j != i && !boxes[j].dropped && plain_in(space, &boxes[j], n);
			needed = !other;
		}
		boxes[i].dropped = !needed;
	}
	for (uint32_t i = 0; i < count; i++)
		if (!boxes[i].dropped)
			boxes[kept++] = boxes[i];
	return kept;
}

static void
compare_boxes(struct space *space, const uint8_t *region, const uint8_t *allowed)
{
	static struct plain_box plain[MOST_CELLS];
	uint8_t wide[MOST_CELLS];
	struct box_list list;
	uint32_t count;

	for (uint32_t n = 0; n < space->cells; n++)
		wide[n] = region[n] | (allowed ? allowed[n] : 0);
	count = plain_boxes(space, region, wide, plain);
	assert_int_equal(region_boxes(space->image, space->concept, set_of(space, region),
				      allowed ? set_of(space, allowed) : NULL, &space->arena,
				      &list), 0);
	assert_int_equal(list.count, count);
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t a = 0; a < space->axis_count; a++)
			for (uint32_t p = 0; p < space->axes[a].size; p++)
				assert_int_equal(bits_test(list.boxes[i].masks[a], p),
						 plain[i].keeps[a][p]);
	for (uint32_t n = 0; n < space->cells; n++) {
		bool in = false;

		for (size_t i = 0; i < list.count; i++)
			in |= in_box(space, &list.boxes[i], n);
		if (region[n])
			assert_true(in);
		if (!wide[n])
			assert_false(in);
	}
}

/* -- tests --------------------------------------------------------------------------------- */

static void
boxes_are_those_of_the_written_rule(void **state)
{
	uint8_t region[MOST_CELLS];
	uint32_t seed = 20241224;

	(void)state;
	for (size_t i = 0; i < PLAN_COUNT; i++) {
		for (uint32_t round = 0; round < 24; round++) {
			struct space space;

			space_open(&space, &plans[i]);
			fill_random(&space, region, round % 4, &seed);
			compare_boxes(&space, region, NULL);
			space_close(&space);
		}
	}
}

static void
boxes_grow_over_what_is_allowed_but_need_not_cover_it(void **state)
{
	uint8_t region[MOST_CELLS], allowed[MOST_CELLS];
	uint32_t seed = 1185;

	(void)state;
	for (size_t i = 0; i < PLAN_COUNT; i++) {
		for (uint32_t round = 0; round < 24; round++) {
			struct space space;

			space_open(&space, &plans[i]);
			fill_random(&space, region, round % 3, &seed);
			fill_random(&space, allowed, 2, &seed);
			compare_boxes(&space, region, allowed);
			space_close(&space);
		}
	}
}

static void
the_first_cell_is_canonical_even_when_layers_come_first_in_storage(void **state)
{
	/* Facets: one plain of two values, then one layer of two. Cells (0, 1) and (1, 0) are
	 * missing; storage has (1, 0) first, the vocabulary has (0, 1) first. */
	static const struct plan plan = { 2, { 2, 2 }, { 0, 1 } };
	uint8_t region[4] = { 0, 1, 1, 0 };
	struct box_list list;
	struct space space;

	(void)state;
	space_open(&space, &plan);
	assert_int_equal(region_boxes(space.image, space.concept, set_of(&space, region), NULL,
				      &space.arena, &list), 0);
	assert_int_equal(list.count, 2);
	assert_true(bits_test(list.boxes[0].masks[0], 0));
	assert_true(bits_test(list.boxes[0].masks[1], 1));
	assert_true(bits_test(list.boxes[1].masks[0], 1));
	assert_true(box_restricts(&space.axes[0], list.boxes[0].masks[0]));
	space_close(&space);
}

static void
an_empty_region_has_no_box(void **state)
{
	static const struct plan plan = { 2, { 2, 2 }, { 0, 1 } };
	uint8_t region[4] = { 0, 0, 0, 0 };
	struct box_list list;
	struct space space;

	(void)state;
	space_open(&space, &plan);
	assert_int_equal(region_boxes(space.image, space.concept, set_of(&space, region), NULL,
				      &space.arena, &list), 0);
	assert_int_equal(list.count, 0);
	space_close(&space);
}

static uint64_t *
random_mask(struct space *space, uint32_t size, uint32_t *seed)
{
	uint64_t *mask = arena_alloc(&space->arena, (size + 63) / 64, sizeof(*mask));

	assert_non_null(mask);
	for (uint32_t p = 0; p < size; p++)
		if (next_random(seed) & 1)
			bits_set(mask, p);
	bits_set(mask, next_random(seed) % size);
	return mask;
}

/* The plain cell with another position on one axis. */
static uint32_t
moved(const struct space *space, uint32_t n, uint32_t axis, uint32_t position)
{
	uint32_t stride = 1;

	for (uint32_t a = space->axis_count; a-- > axis + 1;)
		stride *= space->axes[a].size;
	return n - position_of(space, n, axis) * stride + position * stride;
}

static void
filling_up_adds_the_other_values_of_a_cell(void **state)
{
	uint8_t plain[MOST_CELLS], want[MOST_CELLS];
	uint32_t seed = 77;

	(void)state;
	for (size_t i = 1; i < PLAN_COUNT; i++) {
		for (uint32_t axis = 0; axis < plans[i].count; axis++) {
			struct space space;
			uint64_t *mask, *set;

			space_open(&space, &plans[i]);
			fill_random(&space, plain, 1, &seed);
			mask = random_mask(&space, space.axes[axis].size, &seed);
			memcpy(want, plain, space.cells);
			for (uint32_t n = 0; n < space.cells; n++)
				for (uint32_t p = 0; p < space.axes[axis].size; p++)
					if (plain[n] && bits_test(mask, p) &&
					    bits_test(mask, position_of(&space, n, axis)))
						want[moved(&space, n, axis, p)] = 1;
			set = set_of(&space, plain);
			set_fill(space.image, space.concept, set, &space.axes[axis], mask);
			assert_true(set_equal(set, set_of(&space, want),
					      space_words(space.concept)));
			space_close(&space);
		}
	}
}

static void
replacing_facets_moves_every_cell_to_all_new_values(void **state)
{
	uint8_t plain[MOST_CELLS], want[MOST_CELLS];
	uint32_t seed = 99;

	(void)state;
	for (size_t i = 4; i < PLAN_COUNT; i++) {
		struct img_replace replace[2];
		struct space space;
		uint64_t *in, *out, *masks[2], *words;
		const bool *moves;
		struct window all;
		uint32_t last = plans[i].count - 1;

		space_open(&space, &plans[i]);
		fill_random(&space, plain, 1, &seed);
		words = (uint64_t *)((char *)space.image +
				     space.image->sections[SECTION_WORDS].offset);
		masks[0] = random_mask(&space, space.axes[0].size, &seed);
		masks[1] = random_mask(&space, space.axes[last].size, &seed);
		words[1] = masks[0][0];
		words[2] = masks[1][0];
		replace[0] = (struct img_replace){ 0, 1 };
		replace[1] = (struct img_replace){ last, 2 };
		memset(want, 0, sizeof(want));
		for (uint32_t n = 0; n < space.cells; n++)
			for (uint32_t p = 0; p < space.axes[0].size; p++)
				for (uint32_t q = 0; q < space.axes[last].size; q++)
					if (plain[n] && bits_test(masks[0], p) &&
					    bits_test(masks[1], q))
						want[moved(&space, moved(&space, n, 0, p), last,
							   q)] = 1;
		assert_true(window_of_all(&all, space.concept, &space.arena));
		in = window_set(&all, &space.arena);
		out = window_set(&all, &space.arena);
		assert_true(in && out);
		set_copy(in, set_of(&space, plain), space_words(space.concept));
		moves = window_moves(space.image, &all, &all, replace + !last, 1 + (last > 0),
				     &space.arena);
		assert_non_null(moves);
		window_replace(space.image, &all, in, replace + !last, 1 + (last > 0), moves, &all,
			       out);
		assert_true(set_equal(out, set_of(&space, want), space_words(space.concept)));
		space_close(&space);
	}
}

static void
sets_follow_the_laws_of_sets(void **state)
{
	uint64_t a[2] = { 0xf0f0, 1 }, b[2] = { 0x0ff0, 3 }, out[2];

	(void)state;
	set_copy(out, a, 2);
	set_and(out, b, 2);
	assert_true(out[0] == 0x00f0 && out[1] == 1);
	assert_true(set_within(out, a, 2) && set_within(out, b, 2));
	assert_false(set_within(a, b, 2));
	set_copy(out, a, 2);
	set_subtract(out, b, 2);
	assert_true(out[0] == 0xf000 && out[1] == 0);
	assert_false(set_meets(out, b, 2));
	set_or(out, b, 2);
	assert_int_equal(set_count(out, 2), 4 + 8 + 2);
	assert_false(set_equal(out, a, 2));
	set_clear(out, 2);
	assert_true(set_is_empty(out, 2));
}

/* Two layers, the second one empty: offset 0 in the image. */
static void
an_empty_layer_of_a_region_is_empty_in_every_operation(void **state)
{
	static const struct plan plan = { 2, { 4, 2 }, { 0, 1 } };
	uint8_t all[8] = { 1, 1, 1, 1, 1, 1, 1, 1 };
	struct space space;
	uint64_t *words, *set;
	uint32_t *refs;

	(void)state;
	space_open(&space, &plan);
	words = (uint64_t *)((char *)space.image + space.image->sections[SECTION_WORDS].offset);
	words[1] = 0x5;
	refs = (uint32_t *)(words + 4);
	space.image->sections[SECTION_REGION].offset =
		(uint32_t)((char *)refs - (char *)space.image);
	refs[0] = 1;
	refs[1] = 0;
	assert_false(region_is_empty(space.image, space.concept, 0));
	set = set_of(&space, all);
	region_subtract(space.image, space.concept, 0, set);
	assert_true(set[0] == 0xa && set[1] == 0xf);
	assert_false(region_meets(space.image, space.concept, 0, set));
	region_or(space.image, space.concept, 0, set);
	assert_true(set[0] == 0xf && set[1] == 0xf);
	region_and(space.image, space.concept, 0, set);
	assert_true(set[0] == 0x5 && set[1] == 0);
	set[1] = 0xf;
	region_load(space.image, space.concept, 0, set);
	assert_true(set[0] == 0x5 && set[1] == 0);
	space_close(&space);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sets_follow_the_laws_of_sets),
		cmocka_unit_test(an_empty_layer_of_a_region_is_empty_in_every_operation),
		cmocka_unit_test(filling_up_adds_the_other_values_of_a_cell),
		cmocka_unit_test(replacing_facets_moves_every_cell_to_all_new_values),
		cmocka_unit_test(an_empty_region_has_no_box),
		cmocka_unit_test(the_first_cell_is_canonical_even_when_layers_come_first_in_storage),
		cmocka_unit_test(boxes_are_those_of_the_written_rule),
		cmocka_unit_test(boxes_grow_over_what_is_allowed_but_need_not_cover_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

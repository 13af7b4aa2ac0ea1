/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Maximal boxes of a region.
 *
 * All is done on a copy whose bits stand in canonical order: one bit per cell, the concept's first
 * facet slowest, layers or not. There the first cell is the first bit, the slices of a facet are
 * runs of bits, and a box grows by intersecting slices, one word at a time. Values that the region
 * has nowhere are left out of the copy, which makes it small: most laws say "intent" and "natural
 * person" and never more. */
#include "model/region.h"

#include <cybertreaty/base.h>

#include <string.h>

#include "model/bits.h"

/* One facet in the copy. */
struct canon_axis {
	const struct img_axis *axis;
	uint32_t *positions; /* of the axis, those that the copy has, rising */
	uint32_t size;       /* how many */
	size_t stride;
};

struct canon {
	struct canon_axis *axes;
	uint32_t axis_count;
	size_t words;
};

/* Scratch sets, each canon.words long. */
struct work {
	struct arena arena;
	struct canon canon;
	uint64_t *region, *allowed, *left, *painted, *slice, *pattern;
};

bool
box_restricts(const struct img_axis *axis, const uint64_t *mask)
{
	for (uint32_t at = 0; at < axis->size; at += 64) {
		uint32_t count = axis->size - at < 64 ? axis->size - at : 64;

		if ((mask[at / 64] & bits_mask(count)) != bits_mask(count))
			return true;
	}
	return false;
}

/* -- which values there are --------------------------------------------------------------- */

/* Notes which positions of a plain axis occur in `cells`, one run of size * stride bits, and folds
 * its slices into the first one: what the faster axes need. */
static void
fold_axis(const struct img_axis *axis, uint64_t *cells, struct canon_axis *out)
{
	for (uint32_t p = 0; p < axis->size; p++) {
		uint64_t any = 0;

		for (uint32_t at = 0; at < axis->stride; at += 64) {
			uint32_t count = axis->stride - at < 64 ? axis->stride - at : 64;
			uint64_t bits = bits_get(cells, p * axis->stride + at, count);

			any |= bits;
			if (p > 0)
				bits_put(cells, at, count, bits, false);
		}
		if (any)
			out->positions[out->size++] = p;
	}
}

static void
find_layer_positions(const struct img_axis *axis, const struct cyt_concept *concept,
		     const bool *layers, struct canon_axis *out)
{
	for (uint32_t p = 0; p < axis->size; p++) {
		for (uint32_t layer = 0; layer < concept->layers; layer++) {
			if (!layers[layer] || layer / axis->stride % axis->size != p)
				continue;
			out->positions[out->size++] = p;
			break;
		}
	}
}

/* Finds per axis the positions that the set has. */
static bool
find_positions(struct canon *canon, const struct cyt_concept *concept, const uint64_t *set,
	       struct arena *arena)
{
	uint64_t *folded = arena_alloc(arena, concept->words, sizeof(*folded));
	bool *layers = arena_alloc(arena, concept->layers, sizeof(*layers));

	if (!folded || !layers)
		return false;
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		layers[layer] = !set_is_empty(set, concept->words);
		if (layers[layer])
			set_or(folded, set, concept->words);
	}
	for (uint32_t a = 0; a < canon->axis_count; a++) {
		struct canon_axis *out = &canon->axes[a];

		out->positions = arena_alloc(arena, out->axis->size, sizeof(*out->positions));
		if (!out->positions)
			return false;
		if (out->axis->layer)
			find_layer_positions(out->axis, concept, layers, out);
		else
			fold_axis(out->axis, folded, out);
	}
	return true;
}

static bool
canon_init(struct canon *canon, const struct image *image, const struct cyt_concept *concept,
	   const uint64_t *set, struct arena *arena)
{
	size_t stride = 1;

	canon->axis_count = concept->axes.count;
	canon->axes = arena_alloc(arena, canon->axis_count, sizeof(*canon->axes));
	if (!canon->axes)
		return false;
	for (uint32_t a = 0; a < canon->axis_count; a++)
		canon->axes[a].axis = image_axis(image, concept->axes.first + a);
	if (!find_positions(canon, concept, set, arena))
		return false;
	for (uint32_t a = canon->axis_count; a-- > 0;) {
		canon->axes[a].stride = stride;
		stride *= canon->axes[a].size;
	}
	canon->words = (stride + 63) / 64;
	return true;
}

/* -- into canonical order ----------------------------------------------------------------- */

/* How far the position of an axis takes a cell; one that the copy lacks does not matter. */
static size_t *
axis_steps(const struct canon_axis *axis, struct arena *arena)
{
	size_t *steps = arena_alloc(arena, axis->axis->size, sizeof(*steps));

	for (uint32_t i = 0; steps && i < axis->size; i++)
		steps[axis->positions[i]] = i * axis->stride;
	return steps;
}

/* Offsets in the copy by the number of the cell in its layer, or of the layer: from the fastest axis
 * on, what is known of one position holds, shifted, of the next. */
static size_t *
canon_offsets(const struct canon *canon, bool layers, uint32_t count, struct arena *arena)
{
	size_t *offsets = arena_alloc(arena, count, sizeof(*offsets));

	for (uint32_t a = canon->axis_count; offsets && a-- > 0;) {
		const struct img_axis *axis = canon->axes[a].axis;
		size_t *steps;

		if ((axis->layer != 0) != layers)
			continue;
		steps = axis_steps(&canon->axes[a], arena);
		if (!steps)
			return NULL;
		for (uint32_t p = axis->size; p-- > 0;)
			for (uint32_t i = 0; i < axis->stride; i++)
				offsets[p * axis->stride + i] = offsets[i] + steps[p];
	}
	return offsets;
}

static bool
canon_read(const struct canon *canon, const struct cyt_concept *concept, const uint64_t *set,
	   const uint64_t *other, uint64_t *out, uint64_t *other_out, struct arena *arena)
{
	size_t *cells = canon_offsets(canon, false, concept->cells, arena);
	size_t *layers = canon_offsets(canon, true, concept->layers, arena);

	if (!cells || !layers)
		return false;
	for (uint32_t layer = 0; layer < concept->layers; layer++) {
		for (uint32_t word = 0; word < concept->words; word++, set++, other++) {
			const size_t *at = &cells[(size_t)word * 64];

			for (uint64_t bits = *set; bits; bits &= bits - 1)
				bits_set(out, layers[layer] + at[__builtin_ctzll(bits)]);
			for (uint64_t bits = *other; bits; bits &= bits - 1)
				bits_set(other_out, layers[layer] + at[__builtin_ctzll(bits)]);
		}
	}
	return true;
}

/* -- boxes -------------------------------------------------------------------------------- */

/* to &= from[at, at + count) */
static void
bits_and_run(uint64_t *to, const uint64_t *from, size_t at, size_t count)
{
	for (size_t done = 0; done < count; done += 64) {
		uint32_t run = count - done < 64 ? (uint32_t)(count - done) : 64;

		to[done / 64] &= bits_get(from, at + done, run);
	}
}

static void
bits_copy_run(uint64_t *to, const uint64_t *from, size_t at, size_t count)
{
	for (size_t done = 0; done < count; done += 64) {
		uint32_t run = count - done < 64 ? (uint32_t)(count - done) : 64;

		to[done / 64] = bits_get(from, at + done, run);
	}
}

static uint64_t **
box_new(const struct canon *canon, struct arena *arena)
{
	uint64_t **masks = arena_alloc(arena, canon->axis_count, sizeof(*masks));

	for (uint32_t a = 0; masks && a < canon->axis_count; a++) {
		masks[a] = arena_alloc(arena, (canon->axes[a].axis->size + 63) / 64,
				       sizeof(uint64_t));
		if (!masks[a])
			return NULL;
	}
	return masks;
}

/* Grows the cell to a box. `slice` holds, of the axes not yet grown, the cells that are allowed for
 * every position of the grown ones; so one bit tells whether a position can be had. */
static void
box_grow(const struct canon *canon, const uint64_t *allowed, size_t cell, uint64_t *slice,
	 uint64_t *next, uint64_t **masks)
{
	memcpy(slice, allowed, canon->words * sizeof(*slice));
	for (uint32_t a = 0; a < canon->axis_count; a++) {
		size_t stride = canon->axes[a].stride;
		bool first = true;
		uint64_t *swap;

		cell %= stride * canon->axes[a].size;
		for (uint32_t p = 0; p < canon->axes[a].size; p++) {
			if (!bits_test(slice, p * stride + cell % stride))
				continue;
			bits_set(masks[a], canon->axes[a].positions[p]);
			if (first)
				bits_copy_run(next, slice, p * stride, stride);
			else
				bits_and_run(next, slice, p * stride, stride);
			first = false;
		}
		swap = slice;
		slice = next;
		next = swap;
	}
}

/* Adds a box to a set: the pattern of the last facets is laid down once per position of the facet
 * before them. `run` and `whole` are scratch. */
static void
box_paint(const struct canon *canon, const struct box *box, uint64_t *run, uint64_t *whole,
	  uint64_t *out)
{
	run[0] = 1;
	for (uint32_t a = canon->axis_count; a-- > 0;) {
		size_t stride = canon->axes[a].stride, bits = stride * canon->axes[a].size;
		uint64_t *swap;

		memset(whole, 0, (bits + 63) / 64 * sizeof(*whole));
		for (uint32_t p = 0; p < canon->axes[a].size; p++) {
			if (!bits_test(box->masks[a], canon->axes[a].positions[p]))
				continue;
			for (size_t done = 0; done < stride; done += 64) {
				uint32_t count = stride - done < 64 ? (uint32_t)(stride - done) : 64;

				bits_put(whole, p * stride + done, count, run[done / 64], false);
			}
		}
		swap = run;
		run = whole;
		whole = swap;
	}
	set_or(out, run, canon->words);
}

/* Drops every box of [first, last) that the kept ones before it and all after it cover. `around`
 * holds what is covered from outside the range. Halving keeps this at n log n paintings; the depth
 * is the logarithm of the number of boxes. */
static int
drop_covered(struct work *work, struct box *boxes, size_t first, size_t last,
	     const uint64_t *around)
{
	const struct canon *canon = &work->canon;
	size_t middle = first + (last - first) / 2;
	uint64_t *cover;
	int err = 0;

	if (last - first == 1) {
		memset(work->painted, 0, canon->words * sizeof(uint64_t));
		box_paint(canon, &boxes[first], work->slice, work->pattern, work->painted);
		set_and(work->painted, work->region, canon->words);
		if (set_within(work->painted, around, canon->words))
			boxes[first].masks = NULL;
		return 0;
	}
	cover = alloc_resize(work->arena.hooks, NULL, canon->words, sizeof(*cover));
	if (!cover)
		return -1;
	set_copy(cover, around, canon->words);
	for (size_t i = middle; i < last; i++)
		box_paint(canon, &boxes[i], work->slice, work->pattern, cover);
	err = drop_covered(work, boxes, first, middle, cover);
	set_copy(cover, around, canon->words);
	for (size_t i = first; i < middle; i++)
		if (boxes[i].masks)
			box_paint(canon, &boxes[i], work->slice, work->pattern, cover);
	if (!err)
		err = drop_covered(work, boxes, middle, last, cover);
	alloc_free(work->arena.hooks, cover);
	return err;
}

static bool
work_init(struct work *work, const struct image *image, const struct cyt_concept *concept,
	  const uint64_t *region, const uint64_t *allowed)
{
	struct arena *arena = &work->arena;
	uint64_t *either = set_new(arena, concept), *sets;

	if (!either)
		return false;
	set_copy(either, region, space_words(concept));
	if (allowed)
		set_or(either, allowed, space_words(concept));
	if (!canon_init(&work->canon, image, concept, either, arena))
		return false;
	sets = arena_alloc(arena, 6 * work->canon.words, sizeof(*sets));
	if (!sets)
		return false;
	work->region = sets;
	work->allowed = work->region + work->canon.words;
	work->left = work->allowed + work->canon.words;
	work->painted = work->left + work->canon.words;
	work->slice = work->painted + work->canon.words;
	work->pattern = work->slice + work->canon.words;
	if (!canon_read(&work->canon, concept, region, either, work->region, work->allowed, arena))
		return false;
	set_copy(work->left, work->region, work->canon.words);
	return true;
}

/* Boxes until everything is covered; they end up in `boxes`. */
static int
cover_region(struct work *work, struct arena *arena, struct box **boxes, size_t *count)
{
	size_t capacity = 0, words = work->canon.words;

	for (size_t word = 0; word < words;) {
		uint64_t **masks;

		if (!work->left[word]) {
			word++;
			continue;
		}
		masks = box_new(&work->canon, arena);
		if (!masks || !alloc_grow(arena->hooks, boxes, &capacity, *count + 1,
					  sizeof(**boxes)))
			return -1;
		box_grow(&work->canon, work->allowed,
			 word * 64 + (size_t)__builtin_ctzll(work->left[word]), work->slice,
			 work->pattern, masks);
		(*boxes)[*count].masks = (const uint64_t *const *)masks;
		memset(work->painted, 0, words * sizeof(uint64_t));
		box_paint(&work->canon, &(*boxes)[*count], work->slice, work->pattern,
			  work->painted);
		set_subtract(work->left, work->painted, words);
		(*count)++;
	}
	return 0;
}

int
region_boxes(const struct image *image, const struct cyt_concept *concept,
	     const uint64_t *region, const uint64_t *allowed, struct arena *arena,
	     struct box_list *out)
{
	struct work work;
	struct box *boxes = NULL;
	uint64_t *nothing;
	size_t count = 0;
	int err = CYT_ERR_NOMEM;

	out->boxes = NULL;
	out->count = 0;
	if (set_is_empty(region, space_words(concept)))
		return 0;
	arena_init(&work.arena, arena->hooks);
	if (!work_init(&work, image, concept, region, allowed) ||
	    cover_region(&work, arena, &boxes, &count) < 0)
		goto out;
	nothing = arena_alloc(&work.arena, work.canon.words, sizeof(*nothing));
	if (!nothing || (count > 1 && drop_covered(&work, boxes, 0, count, nothing) < 0))
		goto out;
	out->boxes = arena_alloc(arena, count, sizeof(*out->boxes));
	if (!out->boxes)
		goto out;
	for (size_t i = 0; i < count; i++)
		if (boxes[i].masks)
			out->boxes[out->count++] = boxes[i];
	err = 0;
out:
	alloc_free(arena->hooks, boxes);
	arena_release(&work.arena);
	return err;
}

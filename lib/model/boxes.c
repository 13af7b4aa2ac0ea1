/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Maximal boxes of a region, grown one word at a time on a copy in canonical order. */
#include <cybertreaty/base.h>

#include <string.h>

#include "model/bits.h"
#include "model/canon.h"

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

/* What boxes may not enter is much less than what they may, if that is not the region itself: so it
 * is read the other way round. */
static void
read_allowed(struct work *work, const struct cyt_concept *concept, const uint32_t *cells,
	     const uint32_t *layers, uint64_t *either, const uint64_t *full)
{
	size_t words = space_words(concept);

	for (size_t i = 0; i < words; i++)
		either[i] = full[i] & ~either[i];
	canon_scatter(concept, cells, layers, either, work->allowed);
	for (size_t i = 0; i < work->canon.words; i++)
		work->allowed[i] = ~work->allowed[i];
}

static bool
work_sets(struct work *work)
{
	size_t words = work->canon.words;
	uint64_t *sets = arena_alloc(&work->arena, 6 * words, sizeof(*sets));

	if (!sets)
		return false;
	work->region = sets;
	work->allowed = work->region + words;
	work->left = work->allowed + words;
	work->painted = work->left + words;
	work->slice = work->painted + words;
	work->pattern = work->slice + words;
	return true;
}

static bool
work_init(struct work *work, const struct image *image, const struct cyt_concept *concept,
	  const uint64_t *region, const uint64_t *allowed)
{
	struct arena *arena = &work->arena;
	uint64_t *either = set_new(arena, concept), *full = set_new(arena, concept);
	uint32_t *cells, *layers;

	if (!either || !full)
		return false;
	set_everything(concept, full);
	set_copy(either, region, space_words(concept));
	if (allowed)
		set_or(either, allowed, space_words(concept));
	if (!canon_init(&work->canon, image, concept, allowed ? full : region, arena) ||
	    !work_sets(work))
		return false;
	cells = canon_offsets(&work->canon, false, concept->cells, arena);
	layers = canon_offsets(&work->canon, true, concept->layers, arena);
	if (!cells || !layers)
		return false;
	canon_scatter(concept, cells, layers, region, work->region);
	if (allowed)
		read_allowed(work, concept, cells, layers, either, full);
	else
		set_copy(work->allowed, work->region, work->canon.words);
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

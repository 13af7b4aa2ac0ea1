/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Set algebra over the cells of one concept; boxes are in boxes.c. */
#include "model/region.h"

#include <string.h>

#include "model/bits.h"
#include "model/window.h"

uint64_t *
set_new(struct arena *arena, const struct cyt_concept *concept)
{
	return arena_alloc(arena, space_words(concept), sizeof(uint64_t));
}

void
set_clear(uint64_t *set, size_t words)
{
	memset(set, 0, words * sizeof(*set));
}

void
set_everything(const struct cyt_concept *concept, uint64_t *set)
{
	uint32_t rest = concept->cells % 64;

	memset(set, 0xff, space_words(concept) * sizeof(*set));
	for (uint32_t layer = 1; rest && layer <= concept->layers; layer++)
		set[(size_t)layer * concept->words - 1] = bits_mask(rest);
}

void
set_copy(uint64_t *set, const uint64_t *from, size_t words)
{
	memcpy(set, from, words * sizeof(*set));
}

/* Two words at a time, which compilers make of a plain loop only where they are asked to do their utmost. */
#define STEP 2u
typedef uint64_t pair __attribute__((vector_size(STEP * sizeof(uint64_t)), aligned(8), may_alias));

static inline pair *
step_at(uint64_t *set, size_t i)
{
	return (pair *)(void *)(set + i);
}

static inline pair
step_of(const uint64_t *set, size_t i)
{
	return *(const pair *)(const void *)(set + i);
}

static inline bool
has_any(pair cells)
{
	return (cells[0] | cells[1]) != 0;
}

void
set_or(uint64_t *set, const uint64_t *other, size_t words)
{
	size_t i = 0;

	for (; i + STEP <= words; i += STEP)
		*step_at(set, i) |= step_of(other, i);
	for (; i < words; i++)
		set[i] |= other[i];
}

void
set_and(uint64_t *set, const uint64_t *other, size_t words)
{
	size_t i = 0;

	for (; i + STEP <= words; i += STEP)
		*step_at(set, i) &= step_of(other, i);
	for (; i < words; i++)
		set[i] &= other[i];
}

void
set_subtract(uint64_t *set, const uint64_t *other, size_t words)
{
	size_t i = 0;

	for (; i + STEP <= words; i += STEP)
		*step_at(set, i) &= ~step_of(other, i);
	for (; i < words; i++)
		set[i] &= ~other[i];
}

bool
set_is_empty(const uint64_t *set, size_t words)
{
	size_t i = 0;

	for (; i + STEP <= words; i += STEP)
		if (has_any(step_of(set, i)))
			return false;
	for (; i < words; i++)
		if (set[i])
			return false;
	return true;
}

bool
set_meets(const uint64_t *set, const uint64_t *other, size_t words)
{
	size_t i = 0;

	for (; i + STEP <= words; i += STEP)
		if (has_any(step_of(set, i) & step_of(other, i)))
			return true;
	for (; i < words; i++)
		if (set[i] & other[i])
			return true;
	return false;
}

bool
set_within(const uint64_t *set, const uint64_t *other, size_t words)
{
	size_t i = 0;

	for (; i + STEP <= words; i += STEP)
		if (has_any(step_of(set, i) & ~step_of(other, i)))
			return false;
	for (; i < words; i++)
		if (set[i] & ~other[i])
			return false;
	return true;
}

bool
set_equal(const uint64_t *set, const uint64_t *other, size_t words)
{
	return memcmp(set, other, words * sizeof(*set)) == 0;
}

size_t
set_count(const uint64_t *set, size_t words)
{
	size_t count = 0;

	for (size_t i = 0; i < words; i++)
		count += (size_t)__builtin_popcountll(set[i]);
	return count;
}

void
region_load(const struct image *image, const struct cyt_concept *concept, uint32_t region,
	    uint64_t *set)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		const uint64_t *from = region_layer(image, region, layer);

		if (from)
			set_copy(set, from, concept->words);
		else
			set_clear(set, concept->words);
	}
}

void
region_or(const struct image *image, const struct cyt_concept *concept, uint32_t region,
	  uint64_t *set)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		const uint64_t *from = region_layer(image, region, layer);

		if (from)
			set_or(set, from, concept->words);
	}
}

void
region_subtract(const struct image *image, const struct cyt_concept *concept, uint32_t region,
		uint64_t *set)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		const uint64_t *from = region_layer(image, region, layer);

		if (from)
			set_subtract(set, from, concept->words);
	}
}

void
region_and(const struct image *image, const struct cyt_concept *concept, uint32_t region,
	   uint64_t *set)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		const uint64_t *from = region_layer(image, region, layer);

		if (from)
			set_and(set, from, concept->words);
		else
			set_clear(set, concept->words);
	}
}

bool
region_meets(const struct image *image, const struct cyt_concept *concept, uint32_t region,
	     const uint64_t *set)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		const uint64_t *from = region_layer(image, region, layer);

		if (from && set_meets(set, from, concept->words))
			return true;
	}
	return false;
}

bool
region_is_empty(const struct image *image, const struct cyt_concept *concept, uint32_t region)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++)
		if (region_layer(image, region, layer))
			return false;
	return true;
}

/* -- moving along an axis ----------------------------------------------------------------- */

/* One facet is to be filled (keep what is there) or replaced (drop it). */
struct move {
	const uint64_t *from; /* positions that are looked at; NULL = all */
	const uint64_t *to;   /* positions that are written */
	bool replace;
};

static bool
mask_has(const uint64_t *mask, uint32_t position)
{
	return !mask || (mask[position / 64] >> (position % 64) & 1);
}

static void
move_layers(const struct cyt_concept *concept, uint64_t *set, const struct img_axis *axis,
	    const struct move *move)
{
	size_t step = (size_t)axis->stride * concept->words;

	for (uint32_t layer = 0; layer < concept->layers; layer++) {
		uint64_t *line = set + (size_t)layer * concept->words;

		if (layer / axis->stride % axis->size != 0)
			continue;
		for (uint32_t word = 0; word < concept->words; word++, line++) {
			uint64_t all = 0;

			for (uint32_t p = 0; p < axis->size; p++)
				if (mask_has(move->from, p))
					all |= line[p * step];
			for (uint32_t p = 0; p < axis->size; p++) {
				if (mask_has(move->to, p))
					line[p * step] = move->replace ? all : line[p * step] | all;
				else if (move->replace)
					line[p * step] = 0;
			}
		}
	}
}

/* The same within one layer, up to 64 neighbouring cells at a time. */
static void
move_cells(uint64_t *layer, uint32_t cells, const struct img_axis *axis, const struct move *move)
{
	uint32_t block = axis->size * axis->stride;

	for (uint32_t first = 0; first < cells; first += block) {
		for (uint32_t at = 0; at < axis->stride; at += 64) {
			uint32_t count = axis->stride - at < 64 ? axis->stride - at : 64;
			uint32_t cell = first + at;
			uint64_t all = 0;

			for (uint32_t p = 0; p < axis->size; p++)
				if (mask_has(move->from, p))
					all |= bits_get(layer, cell + p * axis->stride, count);
			if (!all)
				continue;
			for (uint32_t p = 0; p < axis->size; p++) {
				if (mask_has(move->to, p))
					bits_put(layer, cell + p * axis->stride, count, all,
						 move->replace);
				else if (move->replace)
					bits_put(layer, cell + p * axis->stride, count, 0, true);
			}
		}
	}
}

static void
move_axis(const struct cyt_concept *concept, uint64_t *set, const struct img_axis *axis,
	  const struct move *move)
{
	if (axis->layer) {
		move_layers(concept, set, axis, move);
		return;
	}
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words)
		if (!set_is_empty(set, concept->words))
			move_cells(set, concept->cells, axis, move);
}

void
set_fill(const struct image *image, const struct cyt_concept *concept, uint64_t *set,
	 const struct img_axis *axis, const uint64_t *mask)
{
	struct move move = { mask, mask, false };

	(void)image;
	move_axis(concept, set, axis, &move);
}

void
set_move(const struct image *image, const struct cyt_concept *concept, uint64_t *set,
	 const struct img_replace *replace)
{
	struct move move = { NULL, image_words(image, replace->mask), true };

	move_axis(concept, set, image_axis(image, replace->axis), &move);
}

/* -- positions of an axis ----------------------------------------------------------------- */

static bool
run_is_empty(const uint64_t *words, size_t at, uint32_t length)
{
	for (uint32_t done = 0; done < length; done += 64)
		if (bits_get(words, at + done, length - done < 64 ? length - done : 64))
			return false;
	return true;
}

static void
clear_run(uint64_t *words, size_t at, uint32_t length)
{
	for (uint32_t done = 0; done < length; done += 64)
		bits_put(words, at + done, length - done < 64 ? length - done : 64, 0, true);
}

void
set_positions(const struct cyt_concept *concept, const uint64_t *set, const struct img_axis *axis,
	      uint64_t *mask)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		if (set_is_empty(set, concept->words))
			continue;
		if (axis->layer) {
			bits_set(mask, layer / axis->stride % axis->size);
			continue;
		}
		for (uint32_t run = 0; run < concept->cells / axis->stride; run++)
			if (!bits_test(mask, run % axis->size) &&
			    !run_is_empty(set, (size_t)run * axis->stride, axis->stride))
				bits_set(mask, run % axis->size);
	}
}

void
set_drop_positions(const struct cyt_concept *concept, uint64_t *set, const struct img_axis *axis,
		   const uint64_t *mask)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		if (axis->layer) {
			if (bits_test(mask, layer / axis->stride % axis->size))
				set_clear(set, concept->words);
			continue;
		}
		if (set_is_empty(set, concept->words))
			continue;
		for (uint32_t run = 0; run < concept->cells / axis->stride; run++)
			if (bits_test(mask, run % axis->size))
				clear_run(set, (size_t)run * axis->stride, axis->stride);
	}
}

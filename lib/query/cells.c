/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting cells whatever break points the rest of the corpus brings. */
#include "query/cells.h"

#include "model/bits.h"

/* Whether the set is the same at a position of an axis and at the one before it. */
static bool
agrees(const struct cyt_concept *concept, const struct img_axis *axis, uint32_t position,
       const uint64_t *set)
{
	size_t step = axis->stride;

	for (uint32_t layer = 0; layer < concept->layers; layer++) {
		const uint64_t *words = set + (size_t)layer * concept->words;

		if (axis->layer) {
			if (layer / axis->stride % axis->size == position &&
			    !set_equal(words, words - step * concept->words, concept->words))
				return false;
			continue;
		}
		for (uint32_t block = 0; block < concept->cells; block += axis->size * axis->stride)
			for (uint32_t i = 0; i < axis->stride; i += 64) {
				uint32_t run = axis->stride - i < 64 ? axis->stride - i : 64;
				size_t at = block + position * step + i;

				if (bits_get(words, at, run) != bits_get(words, at - step, run))
					return false;
			}
	}
	return true;
}

uint64_t *
cells_that_count(const struct image *image, const struct cyt_concept *concept,
		 const uint64_t *const *sets, size_t count, struct arena *arena)
{
	uint64_t *out = set_new(arena, concept);

	if (!out)
		return NULL;
	region_load(image, concept, concept->full, out);
	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);

		uint64_t *drop;

		if (image_facet(image, axis->facet)->type != FACET_TYPE_QUANTITY)
			continue;
		drop = arena_alloc(arena, (axis->size + 63) / 64, sizeof(*drop));
		if (!drop)
			return NULL;
		for (uint32_t p = 1; p < axis->size; p++) {
			bool same = true;

			for (size_t i = 0; i < count && same; i++)
				same = agrees(concept, axis, p, sets[i]);
			if (same)
				bits_set(drop, p);
		}
		set_drop_positions(concept, out, axis, drop);
	}
	return out;
}

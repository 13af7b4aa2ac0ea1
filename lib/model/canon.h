/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sets copied into canonical order: one bit per cell, the concept's first facet slowest, layers or
 * not. There the first cell is the first bit, and the slices of a facet are runs of bits.
 *
 * Values that a set has nowhere are left out of the copy, which makes it small: most laws say
 * "intent" and "natural person" and never more. */
#ifndef MODEL_CANON_H
#define MODEL_CANON_H

#include "model/region.h"

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

/* Takes the positions that `set` has anywhere. False without memory. */
bool canon_init(struct canon *canon, const struct image *image, const struct cyt_concept *concept,
		const uint64_t *set, struct arena *arena);
/* Offsets in the copy by the number of a cell in its layer, or by that of a layer; what the copy lacks
 * has none. NULL without memory. */
uint32_t *canon_offsets(const struct canon *canon, bool layers, uint32_t count,
			struct arena *arena);
/* Adds the cells of a set to a copy. */
void canon_scatter(const struct cyt_concept *concept, const uint32_t *cells,
		   const uint32_t *layers, const uint64_t *set, uint64_t *out);

#endif

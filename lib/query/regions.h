/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Regions of a result: boxes of working sets. */
#ifndef QUERY_REGIONS_H
#define QUERY_REGIONS_H

#include "query/finding.h"

/* Remembers the sets of one row, so that equal ones share their boxes. The sets must outlive it. */
struct region_memo {
	const struct image *image;
	struct arena *arena;
	const struct cyt_concept *concept;
	struct {
		const uint64_t *set;
		const struct cyt_region *region;
	} known[8];
	size_t count;
};

void memo_init(struct region_memo *memo, const struct image *image,
	       const struct cyt_concept *concept, struct arena *arena);
/* NULL without memory. */
const struct cyt_region *memo_region(struct region_memo *memo, const uint64_t *set);

/* A region whose boxes may grow over `allowed` (NULL: over nothing else). NULL without memory. */
const struct cyt_region *region_make(const struct image *image, const struct cyt_concept *concept,
				     const uint64_t *set, const uint64_t *allowed,
				     struct arena *arena);

/* The leaf value at a position of an axis of an enumerated or concepts facet. */
const struct cyt_value *region_leaf(const struct image *image, const struct img_axis *axis,
				    uint32_t position);
/* The i-th run of positions that a mask keeps on a quantity axis, as [*at_least, *below). */
bool region_interval(const struct image *image, const struct img_axis *axis, const uint64_t *mask,
		     size_t i, uint32_t *at_least, uint32_t *below);

#endif

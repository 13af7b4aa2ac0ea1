/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Regions of a result: boxes of working sets. */
#ifndef QUERY_REGIONS_H
#define QUERY_REGIONS_H

#include "query/finding.h"

/* A region whose boxes may grow over `allowed` (NULL: over nothing else). NULL without memory. */
const struct cyt_region *region_make(const struct image *image, const struct cyt_concept *concept,
				     const uint64_t *set, const uint64_t *allowed,
				     struct arena *arena);

/* A window that stays as long as the arena; NULL without memory. */
const struct window *window_keep(const struct window *window, struct arena *arena);
/* A region whose boxes are drawn when asked for. Window and sets stay as long as the result; boxes may grow
 * over what is not in `covered`, a set of the same window, if that is not NULL. */
const struct cyt_region *region_of(const struct cyt_result *result, struct arena *arena,
				   const struct window *window, const uint64_t *set,
				   const uint64_t *covered);
/* The same of a copy of the set. */
const struct cyt_region *region_hold(const struct cyt_result *result, struct arena *arena,
				     const struct window *window, const uint64_t *set);
/* The same, written to a place that there is. False without memory. */
bool region_write(struct held_region *held, const struct cyt_result *result, struct arena *arena,
		  const struct window *window, const uint64_t *set);

const struct image *region_image(const struct cyt_region *region);
/* Its boxes, drawn now if nobody did before. NULL without memory. */
const struct box_list *region_draw(const struct cyt_region *region);
/* Writes what is drawn of a set of the window, which stays as long as the result as well; so does
 * `covered`, over all but which the boxes may grow; NULL: they may not grow. */
void region_begin(struct held_region *held, const struct cyt_result *result,
		  const struct window *window, const uint64_t *set, const uint64_t *covered);
/* Hands something to the result, which frees it. */
void result_keep(const struct cyt_result *result, struct later *made);

/* The leaf value at a position of an axis of an enumerated or concepts facet. */
const struct cyt_value *region_leaf(const struct image *image, const struct img_axis *axis,
				    uint32_t position);
/* The i-th run of positions that a mask keeps on a quantity axis, as [*at_least, *below). */
bool region_interval(const struct image *image, const struct img_axis *axis, const uint64_t *mask,
		     size_t i, uint32_t *at_least, uint32_t *below);

#endif

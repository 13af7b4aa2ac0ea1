/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting cells so that no break point counts which matters to none of the sets at hand. */
#ifndef QUERY_CELLS_H
#define QUERY_CELLS_H

#include "model/region.h"

/* The cells that count: of neighbouring intervals of a quantity on which all `sets` agree, only the
 * first. NULL without memory. */
uint64_t *cells_that_count(const struct image *image, const struct cyt_concept *concept,
			   const uint64_t *const *sets, size_t count, struct arena *arena);

#endif

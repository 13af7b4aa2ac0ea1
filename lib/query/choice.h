/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which options and reservations are used. */
#ifndef QUERY_CHOICE_H
#define QUERY_CHOICE_H

#include "model/region.h"

/* An option or reservation as far as it concerns one row, in document order. */
struct excuse {
	const void *who;   /* struct cyt_way or struct cyt_action */
	const char *choice; /* "" stands alone */
	uint64_t *set;
	bool chosen, used;
};

struct excuse_list {
	struct excuse *items;
	size_t count;
};

/* Chooses at most one of each choice, all that stand alone: so that the fewest cells of `left` are
 * missing, then the fewest left to `reserved`, then the first in document order, none of a group
 * last. 0 or CYT_ERR_NOMEM. */
int choice_select(const struct image *image, const struct cyt_concept *concept,
		  const uint64_t *left, const uint64_t *reserved, struct excuse_list *options,
		  struct arena *arena);

/* Marks as used the fewest of the chosen ones that cover `target`, of equal ones the first.
 * Exact up to 16 that meet it, then greedy. 0 or CYT_ERR_NOMEM. */
int choice_fewest(const struct image *image, const struct cyt_concept *concept,
		  const uint64_t *target, struct excuse_list *list, struct arena *arena);

#endif

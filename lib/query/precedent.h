/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found where a law said the same.
 *
 * What a row, or what reaches beyond, owes to a concept follows from the regions of what is supplied of it,
 * from what the supplies are silent on, and from which of them belong together. Laws of the world say much the
 * same, so that this is found once and kept with the brief of the instrument. Only what is of this law
 * is written anew: who says it, since when, on which basis. */
#ifndef QUERY_PRECEDENT_H
#define QUERY_PRECEDENT_H

#include "query/query.h"

/* Parts by their number among those of the concept. */
#define PRECEDENT_PARTS 64u

/* One line of evidence: its first part. */
struct precedent_line {
	uint32_t part;
	bool redundant;
};

struct precedent_row {
	uint32_t verdict; /* enum cyt_verdict */
	bool is_void;
	struct footing demand; /* what is demanded rests on */
	uint64_t meets; /* parts that meet what is demanded */
	const struct precedent_line *lines;
	struct way_list used, optional; /* options used, and those covered all the same */
	uint32_t line_count;
};

struct precedent {
	struct ledger_entry entry;
	const uint64_t *key;
	uint32_t key_count;
	const struct precedent_row *rows; /* of the concept, as the brief has them */
	const struct cyt_beyond *beyond; /* of no result */
	struct window window; /* of all of them */
	uint32_t count; /* of what lies beyond */
	bool unasked;
};

/* Whether answers follow from precedents. What matters besides is in no key. */
bool precedents_apply(const struct query *query);

/* All return 0 or CYT_ERR_NOMEM; *out is NULL where it has to be found by itself. */

/* What the rows on a concept and whatever reaches beyond them follow from, and of that one row. */
int precedent_of_concept(struct query *query, const struct cyt_concept *concept,
			 const struct supplied *supplied, const struct precedent **out);
int precedent_of_row(struct query *query, const struct ground *ground,
		     const struct precedent_row **out);
/* And of what is in conflict with a forbid: one region of `beyond`, or none. */
int precedent_of_conflict(struct query *query, const struct img_forbid *forbid,
			  const struct supplied *supplied, const struct precedent **out);

#endif

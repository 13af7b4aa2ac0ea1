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
	uint64_t meets; /* parts that meet what is demanded */
	const struct precedent_line *lines;
	struct way_list used, optional; /* options used, and those covered all the same */
	uint32_t line_count;
};

struct precedent_beyond {
	uint32_t concern;
	uint32_t silent_count;
	const uint32_t *silent; /* FACET */
	struct window window;
	const uint64_t *set;
};

struct precedent {
	struct ledger_entry entry;
	const uint32_t *key;
	uint32_t key_count;
	const struct precedent_row *rows; /* of the concept, as the brief has them */
	const struct precedent_beyond *beyond;
	uint32_t count; /* of what lies beyond */
	uint32_t silent_count; /* of all of that */
	bool unasked;
	const struct cyt_row_finding *silence; /* instead: of all rows of the instrument */
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

/* Findings on all rows of the instrument by a subject that supplies nothing, which was read for all it is
 * asked or for nothing. Whoever copies them puts in the result and the subject. */
int precedent_of_silence(struct query *query, bool read, const struct cyt_row_finding **out);

#endif

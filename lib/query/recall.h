/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verdicts recalled while many laws are asked the same: most laws say of a concept what some other law
 * said before, so that a row is judged once for each thing that is said. */
#ifndef QUERY_RECALL_H
#define QUERY_RECALL_H

#include "query/finding.h"

/* All that the verdict of a row depends on where nobody has made reservations. */
struct recall_key {
	uint32_t row;
	uint32_t firm, all; /* the unions of a law: regions */
	uint32_t assessed;
};

struct recalled {
	struct recall_key key;
	uint32_t verdict; /* enum cyt_verdict */
	bool is_void, taken;
};

struct recall {
	const struct cyt_alloc_hooks *hooks;
	struct recalled *slots; /* a power of two, at most half of them taken */
	size_t room, count;
};

void recall_init(struct recall *recall, const struct cyt_alloc_hooks *hooks);
void recall_release(struct recall *recall);
/* NULL if it is not known. */
const struct recalled *recall_find(const struct recall *recall, const struct recall_key *key);
/* What is not known yet. 0 or CYT_ERR_NOMEM. */
int recall_add(struct recall *recall, const struct recall_key *key, enum cyt_verdict verdict,
	       bool is_void);

#endif

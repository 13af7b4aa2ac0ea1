/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dual criminality: what an answer is made of. */
#ifndef QUERY_DUAL_H
#define QUERY_DUAL_H

#include "query/query.h"

struct dual_side {
	bool reached; /* its law meets the facts, if only under a condition */
	bool read;    /* its law was read for the concept, or meets the facts */
	const struct cyt_region *outside; /* NULL: nothing, or nobody has looked */
	const struct cyt_region *wide;    /* the same for people */
	struct evidence_list supplied_by, conditional;
};

struct cyt_dual {
	const struct cyt_result *result;
	const struct cyt_demand *row; /* NULL: facts */
	enum cyt_duality verdict;
	enum cyt_basis basis;
	cyt_date consulted;
	const struct cyt_region *facts, *both;
	struct dual_side sides[2];
};

struct dual_list {
	struct cyt_dual **items;
	size_t count;
};

struct dual_state {
	const char *id, *kind, *title;
	const char *name; /* the title for sentences */
};

struct dual_answer {
	struct dual_state states[2];
	const char *facts; /* as given; NULL without */
	struct dual_list duals;
};

/* A State as it is asked; where facts on a weak basis are left out, also as it is with them. */
struct asked {
	struct subject subject;
	struct subject *unfiltered;
};

struct inquest {
	struct query *query;
	struct asked states[2];
	struct cyt_dual *dual; /* the one at hand */
	const struct cyt_concept *concept;
	const struct window *window; /* the layers of the facts, over which all sets are; stays */
	const uint64_t *facts;
	struct arena *arena; /* as long as that one */
	struct footing footing;
};

/* dual_state.c: writes what one State has to say; `covered` gets what it covers unconditionally. 0 or
 * CYT_ERR_NOMEM. */
int dual_look_at_state(struct inquest *q, int state, uint64_t *covered);

#endif

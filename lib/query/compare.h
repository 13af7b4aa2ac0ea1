/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two instruments side by side: what a comparison is made of. */
#ifndef QUERY_COMPARE_H
#define QUERY_COMPARE_H

#include "query/query.h"
#include "query/wording.h"

#define FLOORS CYT_FLOOR_BY_RESERVATION

struct cyt_match {
	const struct cyt_result *result;
	const struct cyt_article *article;
	enum cyt_relation relations[FLOORS]; /* [floor - 1] */
};

struct match_list {
	struct cyt_match **items;
	size_t count;
};

struct cyt_difference {
	const struct cyt_result *result;
	const struct cyt_concept *concept;
	enum cyt_standing here, there;
	const struct cyt_region *region;
	const struct cyt_region *wide; /* for people */
	word_scope scope;              /* what the article demands at all */
};

struct difference_list {
	struct cyt_difference **items;
	size_t count;
};

struct cyt_comparison {
	const struct cyt_article *article;
	struct match_list matches;
	struct difference_list differences;
};

struct comparison_list {
	struct cyt_comparison **items;
	size_t count;
};

/* The articles that demand anything: of the first instrument, then of the second. */
struct comparing {
	struct comparison_list sides[2];
};

/* What an article, or a whole instrument, demands of one concept: all of it, that less options, that
 * less what may be reserved. Each lies within the one before. */
struct demanded {
	uint64_t *floors[FLOORS]; /* NULL: nothing */
	bool extended; /* by a demand that extends others */
};

struct side {
	const struct cyt_instrument *instrument;
	struct demanded *articles; /* of the concept at hand */
	struct demanded whole;
	struct cyt_comparison **entries; /* per article; NULL while nothing is demanded */
};

/* difference.c: what an article demands otherwise than the whole of the other instrument does.
 * 0 or CYT_ERR_NOMEM. */
int differences_find(struct query *query, const struct side *here, const struct side *there,
		     uint32_t article, const struct cyt_concept *concept, struct arena *arena);

#endif

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
	const struct cyt_article *unread; /* without a match: what it was or became, if nobody read that */
	struct match_list matches;
	struct difference_list differences;
};

struct comparison_list {
	struct cyt_comparison **items;
	size_t count;
};

struct cyt_passage {
	const struct cyt_article *earlier, *later; /* NULL: it was added, or dropped */
	enum cyt_fate fate;
	int changed; /* -1: not known */
};

struct passage_list {
	struct cyt_passage **items;
	size_t count;
};

/* The articles that demand anything: of the first instrument, then of the second. */
struct comparing {
	struct comparison_list sides[2];
	const struct cyt_instrument *earlier, *later; /* of two versions; else NULL */
	struct passage_list passages;
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

/* compare.c: adds what a row demands; false without memory. */
bool demanded_add_row(const struct image *image, const struct cyt_demand *row, struct demanded *out,
		      struct arena *arena);

/* concordance.c: what became of each article, if one of the two supersedes the other. 0 or
 * CYT_ERR_NOMEM. */
int concordance_find(struct query *query, const struct cyt_instrument *first,
		     const struct cyt_instrument *second);

/* Articles of two versions that were merged or split belong to one group, others to one each. */
struct version {
	const struct cyt_instrument *instrument;
	uint32_t *groups; /* per article; NONE: what it was became nothing */
};

/* version.c: whether those of a group ask otherwise in the one than in the other: 1, 0, or -1 if
 * too little is known of them. 0 or CYT_ERR_NOMEM. */
int versions_differ(const struct query *query, const struct version *earlier,
		    const struct version *later, uint32_t group, int *changed);

/* difference.c: what an article demands otherwise than the whole of the other instrument does.
 * 0 or CYT_ERR_NOMEM. */
int differences_find(struct query *query, const struct side *here, const struct side *there,
		     uint32_t article, const struct cyt_concept *concept, struct arena *arena);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verdicts of one law after the other, and nothing else, from the unions that were made at load.
 *
 * The verdicts of a concept's rows follow from two regions and from whether anybody looked: they are found
 * once and kept with the brief of the instrument. Most laws speak of some concepts only: of all others
 * the verdicts are known from the start. */
#ifndef QUERY_TALLY_H
#define QUERY_TALLY_H

#include "query/query.h"

struct tally {
	struct query *query;
	uint32_t row_count, article_count;
	const uint8_t *silent[2]; /* per row its verdict where nothing is supplied: not assessed, assessed */
	bool *mixed;          /* per article: any-of among its rows */
	const uint64_t *demanded; /* set of concepts */
	struct row_terms *terms;  /* per row */
	const uint64_t *assessed; /* for which `rows` and `articles` were written */
	uint8_t *rows, *articles; /* the verdicts of a law that supplies nothing */
	uint8_t *work;        /* the rows of the law at hand */
	uint8_t *room;        /* for the rows of one concept */
	struct due *due;      /* for the concepts that the law at hand speaks of */
	size_t article_words; /* of a set of articles */
	uint64_t *on;         /* per CONCEPT the set of articles with a row on it */
	uint64_t *touched;    /* set of articles, by number */
	bool reservations;    /* some State made any */
};

/* 0 or CYT_ERR_NOMEM. */
int tally_begin(struct tally *tally, struct query *query);
/* Whether the unions of a law say all that its verdicts follow from, where no basis is too weak, and it
 * counts on the date without being named. */
bool tally_applies(const struct tally *tally, const struct cyt_law *law);
/* Verdicts per article of the instrument. */
int tally_law(struct tally *tally, const struct cyt_law *law, uint8_t *verdicts);

#endif

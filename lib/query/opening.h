/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How an answer begins: as that of silence. Only articles that have a row on a concept that the subject
 * speaks of are judged. */
#ifndef QUERY_OPENING_H
#define QUERY_OPENING_H

#include "query/silence.h"

/* The answer as it begins. */
struct opening {
	const struct silence *silence[2]; /* not read, read */
	const struct silence *alike; /* the one that all rows began as, which is counted; NULL: both */
	size_t words; /* of a set of concepts */
	struct cyt_row_finding *rows;
	struct cyt_row_finding **room; /* for what articles list */
	uint64_t *broken; /* set of articles, by number */
	uint64_t *handed; /* set of rows, by number: the bases that an article inherits */
};

/* Begins the findings on all rows, and the totals. 0 or CYT_ERR_NOMEM. */
int opening_begin(struct query *query);

/* Something is supplied for a row: its article is judged. Returns what is found of the row, to be
 * written anew. */
struct cyt_row_finding *opening_break(struct query *query, uint32_t row);

/* Writes what is found of an article that nobody broke. False before opening_begin(), or where it takes
 * judging. */
bool opening_write(struct query *query, const struct cyt_article *article,
		   struct cyt_provision_finding *out);

/* The same of one that was broken, if it has no any-of. */
bool opening_judge(struct query *query, const struct cyt_article *article,
		   struct cyt_provision_finding *out);

/* Adds an article to the totals of the answer, unless it is counted already. */
void opening_count(struct query *query, const struct cyt_provision_finding *finding);

#endif

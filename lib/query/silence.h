/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is found of whoever supplies nothing.
 *
 * Laws speak of some of an instrument's concepts only: every answer begins as that of silence, and only
 * articles that have a row on a concept spoken of are judged. */
#ifndef QUERY_SILENCE_H
#define QUERY_SILENCE_H

#include "query/query.h"

/* What of a row counts for its article. */
struct row_terms {
	uint32_t base, article; /* by number within the instrument; base: of an extended row */
	bool binds, inner; /* inner: it stands in an any-of */
};

/* Of an instrument, read for all it asks or for nothing; one block, kept with its brief. */
struct silence {
	struct row_terms *terms; /* per row */
	struct cyt_row_finding *rows; /* per row */
	struct cyt_provision_finding *articles; /* per article; they list these rows */
	uint64_t *concepts; /* per article the set of those its rows are on */
	bool *mixed; /* per article: not all of its rows are duties */
	size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS];
};

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
int silence_open(struct query *query);

/* Something is supplied for a row: its article is judged. Returns what is found of the row, to be
 * written anew. */
struct cyt_row_finding *silence_break(struct query *query, uint32_t row);

/* Writes what is found of an article that nobody broke. False before silence_open(), or where it takes
 * judging. */
bool silence_write(struct query *query, const struct cyt_article *article,
		   struct cyt_provision_finding *out);

/* The same of one that was broken, if it has no any-of. */
bool silence_judge(struct query *query, const struct cyt_article *article,
		   struct cyt_provision_finding *out);

/* Adds an article to the totals of the answer, unless it is counted already. */
void silence_count(struct query *query, const struct cyt_provision_finding *finding);

#endif

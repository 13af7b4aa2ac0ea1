/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is found of whoever supplies nothing.
 *
 * Laws speak of some of an instrument's concepts only: every answer begins as this one, see opening.h. */
#ifndef QUERY_SILENCE_H
#define QUERY_SILENCE_H

#include "query/query.h"

/* Of an instrument, read for all it asks or for nothing; one block, kept with its brief. */
struct silence {
	struct row_terms *terms; /* per row */
	struct cyt_row_finding *rows; /* per row */
	struct cyt_provision_finding *articles; /* per article; they list these rows */
	uint64_t *concepts; /* per article the set of those its rows are on */
	bool *mixed; /* per article: not all of its rows are duties */
	size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS];
};

/* 0 or CYT_ERR_NOMEM. */
int silence_know(const struct query *query, bool read, const struct silence **out);

/* Rows of the instrument behind their setting, for an answer; not written. NULL without memory. */
struct cyt_row_finding *silence_rows_new(const struct query *query);

/* What is found of an article, which lists rows of one array, listing those of another. There has to be
 * room for them. */
void silence_copy(const struct cyt_provision_finding *from, const struct cyt_row_finding *rows_from,
		  struct cyt_row_finding *rows, struct cyt_row_finding ***room,
		  struct cyt_provision_finding *out);

/* Adds an article to totals, or with `sign` -1 takes it out again; `mixed`: not all of its rows are
 * duties. */
void totals_add(size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS],
		const struct cyt_provision_finding *finding, bool mixed, int sign);

#endif

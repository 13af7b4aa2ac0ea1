/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A question while it is being answered. */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include "query/choice.h"
#include "query/finding.h"
#include "query/subject.h"

struct query {
	const struct image *image;
	struct cyt_result *result;
	struct arena *keep;    /* the result's */
	struct arena scratch;  /* as long as the question */
	const struct cyt_terms *terms;
	const struct cyt_instrument *instrument;
	struct subject subject;
	struct subject *unfiltered; /* the same whatever the basis, if there is a limit; else NULL */
	struct cyt_row_finding **findings; /* per row of the instrument, made when first asked */
	struct subject **foreign; /* the jurisdictions of other States, for gaps; NULL until then */
	size_t foreign_count;
};

/* One row against one subject. All sets live in the arena given. */
struct judgement {
	const struct cyt_demand *row;
	const struct cyt_concept *concept;
	const struct supplied *supplied;
	size_t words;
	uint64_t *demanded; /* D */
	uint64_t *raw;      /* U */
	uint64_t *met;      /* D and U, filled up along `some` */
	uint64_t *left;     /* L */
	uint64_t *excused;  /* O+ */
	uint64_t *reserved; /* V+ */
	uint64_t *missing;
	struct excuse_list options, reservations;
	enum cyt_verdict verdict;
};

/* All return 0 or CYT_ERR_NOMEM. */

/* row.c: judges a row by what the subject supplies. An extended row of whose base nothing is
 * covered has an empty `demanded` and no verdict. */
int row_judge(struct query *query, struct subject *subject, const struct cyt_demand *row,
	      struct arena *arena, struct judgement *out);
/* What a part meets of the row: cut to what is demanded, filled up along `some`. False if nothing. */
bool row_part_meets(const struct subject *subject, const struct judgement *judgement,
		    const struct part *part, uint64_t *out);
/* The row with all its evidence. */
int row_find(struct query *query, const struct cyt_demand *row, struct cyt_row_finding **out);

/* evidence.c: what a finding rests on. */
int evidence_gather(struct query *query, struct judgement *judgement,
		    struct cyt_row_finding *finding, struct arena *arena);

/* provision.c: an article with its rows, verdict and conflicts. */
int provision_find(struct query *query, const struct cyt_article *article,
		   struct cyt_provision_finding **out);

/* beyond.c */
int conflicts_find(struct query *query, const struct cyt_article *article,
		   struct conflict_list *out);
int beyond_find(struct query *query);

/* reach.c: what is supplied of a concept and not asked, by concern and silence. */
int reach_find(struct query *query, const struct cyt_concept *concept, const uint64_t *asked,
	       const struct supplied *supplied, struct arena *arena);

/* gaps.c */
int gap_find(struct query *query, const struct cyt_row_finding *row);

static inline bool
binds_in_every_modality(const struct cyt_instrument *instrument)
{
	return instrument->type == INSTRUMENT_TYPE_PROPOSAL ||
	       instrument->type == INSTRUMENT_TYPE_NORMS;
}

#endif

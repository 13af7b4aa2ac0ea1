/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A question while it is being answered. */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include "query/choice.h"
#include "query/finding.h"
#include "query/recall.h"
#include "query/subject.h"

struct query {
	const struct image *image;
	const struct index *index;
	struct cyt_result *result;
	struct arena *keep;    /* the result's */
	struct arena scratch;  /* as long as the question */
	struct arena work;     /* rewound by whoever uses it */
	const struct cyt_terms *terms;
	const struct cyt_instrument *instrument;
	const struct brief *brief;  /* of the instrument */
	struct subject *subject;    /* stays with the result, which asks it for boxes */
	struct subject *unfiltered; /* the same whatever the basis, if there is a limit; else NULL */
	struct cyt_row_finding **findings; /* per row of the instrument, made when first asked */
	const struct precedent **precedents; /* of its rows, per CONCEPT */
	struct opening *opening; /* of all rows and articles; NULL: they are found one by one */
	struct subject **foreign; /* the jurisdictions of other States, for gaps; NULL until then */
	size_t foreign_count;
	bool verdicts_only;     /* no evidence */
	struct recall *recall;  /* what was found out of others; NULL: nothing is recalled */
	uint32_t only;          /* NODE of a demand: of its article it alone counts; 0: all do */
	const uint64_t *within; /* what is demanded is cut to these cells; NULL: it is not */
};

/* One row against one subject. All sets are over the window and live in the arena given. */
struct judgement {
	const struct ground *ground;
	const struct cyt_demand *row;
	const struct supplied *supplied;
	const struct window *window; /* the layers of what is demanded */
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

/* ask.c: a result for the question; what `answer` writes into it. 0 or a CYT_ERR_*. */
typedef int (*query_answer)(struct query *query, const void *arguments);
int query_ask(enum cyt_question question, struct cyt_corpus *corpus, const struct cyt_terms *terms,
	      query_answer answer, const void *arguments, struct cyt_result **out);
/* Parts of answers, for those that have them. CYT_ERR_NOTFOUND for a name that nothing has. */
int query_choose_instrument(struct query *query, const char *id);
int query_take_instrument(struct query *query, const struct cyt_instrument *instrument);
int query_open_subject(struct query *query, const char *text);
int query_open_subject_by(struct query *query, const char *text, subject_opener open);
int query_write_subject(struct query *query, const char *text);
/* Before the rows of the instrument are judged anew. */
int query_forget_findings(struct query *query);

/* All return 0 or CYT_ERR_NOMEM. */

/* row.c: judges a row by what the subject supplies. An extended row of whose base nothing is
 * covered, and one that `within` leaves nothing of, has an empty `demanded` and no verdict. The
 * ground must outlive the judgement. */
int row_judge(const struct ground *ground, struct arena *arena, struct judgement *out);
/* What a part meets of the row: cut to what is demanded, filled up along `some`. False if nothing. */
bool row_part_meets(const struct judgement *judgement, const struct part *part, uint64_t *out);
/* Where one of several values is enough: whatever has one of them gets all. */
void row_fill_some(const struct image *image, const struct window *window,
		   const struct cyt_demand *row, uint64_t *set);

static inline void
setting_write(const struct query *query, struct setting *setting)
{
	setting->result = query->result;
	setting->subject = query->subject;
	setting->within = query->within;
	setting->brief = query->brief;
}

/* found.c: the row with all its evidence. */
int row_find(struct query *query, const struct cyt_demand *row, struct cyt_row_finding **out);
/* The same as if all cases of a concept were demanded; such a finding has no demand. */
int row_find_space(struct query *query, const struct cyt_concept *concept,
		   struct cyt_row_finding **out);

/* All rows of the instrument at once, where precedents apply: row_find() has them then. */
int row_find_all(struct query *query);
/* A row as the subject has it, which supplies nothing: one of an array that has its struct setting. */
int row_find_silence(struct query *query, const struct cyt_demand *row, uint32_t number,
		     struct cyt_row_finding *out);

/* evidence.c: what a finding rests on, from facts one by one. */
void rest_on(struct footing *footing, uint32_t basis, uint32_t consulted);
void rest_on_demand(struct footing *footing, const struct cyt_demand *row);
void rest_on_part(struct footing *footing, const struct part *part);
/* 0 if one of them was never consulted. */
cyt_date footing_consulted(const struct footing *footing);
void footing_write(const struct footing *footing, struct cyt_row_finding *finding);
/* The place of a line of evidence, from a part of it. */
void evidence_place(struct cyt_evidence *evidence, const struct image *image,
		    const struct part *part);
/* *meets, if not NULL: which of the first 64 parts meet what is demanded. */
int evidence_gather(struct query *query, struct judgement *judgement,
		    struct cyt_row_finding *finding, struct arena *arena, uint64_t *meets);
/* The same for a row to which nothing is supplied: it rests on its demand alone. */
void evidence_of_nothing(struct cyt_row_finding *finding);
/* Where nothing meets a demand, it helps to know which provisions come near: those on other cases of the
 * concept, each once. */
int evidence_nearby(struct query *query, const struct cyt_row_finding *finding,
		    struct evidence_list *list);
/* Of a judgement made again: what a line of evidence meets, added to an empty set of the window. */
int evidence_meets(const struct cyt_evidence *evidence, const struct judgement *judgement,
		   struct arena *arena, uint64_t *out);

/* The conditions of a supply in the language of the result, else in English, else in that of its first
 * one. */
int conditions_read(const struct cyt_supply *supply, const struct cyt_result *result,
		    struct arena *arena, struct conditions *out);
bool conditions_equal(const struct conditions *one, const struct conditions *other);

/* What of a row counts for its article. */
struct row_terms {
	uint32_t base, article; /* by number within the instrument; base: of an extended row */
	uint32_t binds; /* 1: it does */
	bool inner; /* it stands in an any-of */
};

/* provision.c: of all rows of the instrument. */
void row_terms_write(const struct query *query, struct row_terms *out);

/* An article with its rows, verdict and conflicts. */
int provision_find(struct query *query, const struct cyt_article *article,
		   struct cyt_provision_finding **out);

/* The verdict alone, from those of the rows of the instrument; `none`: a row of which nothing is demanded. */
int provision_verdict(struct query *query, const struct cyt_article *article, const uint8_t *rows,
		      uint8_t none, enum cyt_verdict *out);

/* beyond.c */
int conflicts_find(struct query *query, const struct cyt_article *article,
		   struct conflict_list *out);
/* Of what is supplied the part that is forbidden; out->set is NULL if nothing is. */
int conflict_region(struct query *query, const struct img_forbid *forbid,
		    const struct supplied *supplied, struct held_region *out);
int beyond_find(struct query *query);
/* Of one concept that the instrument mentions; *unasked: it is supplied all the same. */
int beyond_of_concept(struct query *query, const struct cyt_concept *concept,
		      const struct supplied *supplied, struct beyond_list *out, bool *unasked);

/* reach.c: what is supplied of a concept and not asked, by concern and silence. */
int reach_find(struct query *query, const struct cyt_concept *concept,
	       const struct supplied *supplied, struct beyond_list *out);

/* gaps.c: adds a gap to the result if anything of the row is missing. */
int gap_find(struct query *query, const struct cyt_row_finding *row);

static inline bool
binds_in_every_modality(const struct cyt_instrument *instrument)
{
	return instrument->type == INSTRUMENT_TYPE_PROPOSAL ||
	       instrument->type == INSTRUMENT_TYPE_NORMS;
}

#endif

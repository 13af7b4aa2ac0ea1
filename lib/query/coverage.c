/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The questions: coverage, and of it only the gaps or only what goes beyond. */
#include "query/query.h"

#include <string.h>

static int
add_gaps(struct query *query, const struct cyt_provision_finding *provision)
{
	for (size_t i = 0; i < provision->rows.count; i++) {
		const struct cyt_row_finding *row = provision->rows.items[i];
		int err;

		if (row->regions[CYT_ROW_REGION_MISSING]->cells == 0)
			continue;
		err = gap_find(query, row);
		if (err < 0)
			return err;
	}
	return 0;
}

static void
count_totals(struct cyt_result *result, const struct cyt_provision_finding *provision)
{
	if (provision->verdict != CYT_VERDICT_UNKNOWN)
		result->totals[CYT_MODALITY_SHALL][provision->verdict]++;
	for (size_t i = 0; i < provision->rows.count; i++) {
		const struct cyt_row_finding *row = provision->rows.items[i];

		if (row->row->modality != MODALITY_SHALL)
			result->totals[row->row->modality][row->verdict]++;
	}
}

/* Whether an article belongs in the answer: all do for coverage, else those with something. */
static bool
is_wanted(const struct cyt_result *result, const struct cyt_provision_finding *provision,
	  size_t gaps_before)
{
	if (result->question == CYT_QUESTION_GAPS)
		return result->gaps.count > gaps_before;
	if (result->question == CYT_QUESTION_BEYOND)
		return provision->conflicts.count > 0;
	return true;
}

static int
find_provisions(struct query *query)
{
	const struct cyt_instrument *instrument = query->instrument;
	struct cyt_result *result = query->result;

	for (uint32_t i = 0; i < instrument->articles.count; i++) {
		struct cyt_provision_finding *provision;
		size_t gaps = result->gaps.count;
		int err = provision_find(
			query, image_article(query->image, instrument->articles.first + i),
			&provision);

		if (!err && result->question == CYT_QUESTION_GAPS)
			err = add_gaps(query, provision);
		if (err < 0)
			return err;
		count_totals(result, provision);
		if (is_wanted(result, provision, gaps) &&
		    !list_push(query->keep, &result->provisions, provision))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

/* Copies what an answer says about its question. */
static int
write_head(struct query *query, const char *text)
{
	struct cyt_result *result = query->result;
	const struct cyt_terms *terms = query->terms;

	result->subject = arena_strndup(query->keep, text, strlen(text));
	result->subject_kind = query->subject.kind;
	/* A title of several was put together in memory that goes with the question. */
	result->subject_title = arena_strndup(query->keep, query->subject.title,
					      strlen(query->subject.title));
	result->instrument = query->instrument;
	result->as_at = terms->as_at;
	result->with = arena_alloc(query->keep, terms->law_count, sizeof(*result->with));
	if (!result->subject || !result->subject_title || !result->with)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < terms->law_count; i++) {
		result->with[i] = arena_strndup(query->keep, terms->laws[i],
						strlen(terms->laws[i]));
		if (!result->with[i])
			return CYT_ERR_NOMEM;
	}
	result->with_count = terms->law_count;
	return 0;
}

static int
open_subject(struct query *query, const char *text)
{
	uint32_t basis = (uint32_t)query->terms->basis;
	int err;

	err = subject_open(&query->subject, query->image, text, query->terms, basis,
			   &query->scratch);
	if (err < 0 || !basis)
		return err;
	query->unfiltered = arena_alloc(&query->scratch, 1, sizeof(*query->unfiltered));
	if (!query->unfiltered)
		return CYT_ERR_NOMEM;
	return subject_open(query->unfiltered, query->image, text, query->terms, 0,
			    &query->scratch);
}

static int
answer(struct query *query, const char *subject, const char *instrument)
{
	int err;

	query->instrument = image_find_instrument(query->image, instrument);
	if (!query->instrument)
		return CYT_ERR_NOTFOUND;
	err = open_subject(query, subject);
	if (!err)
		err = write_head(query, subject);
	if (err < 0)
		return err;
	query->findings = arena_alloc(&query->scratch, query->instrument->rows.count,
				      sizeof(*query->findings));
	if (!query->findings)
		return CYT_ERR_NOMEM;
	err = find_provisions(query);
	if (!err && query->result->question != CYT_QUESTION_GAPS)
		err = beyond_find(query);
	return err;
}

static int
ask(enum cyt_question question, struct cyt_corpus *corpus, const char *subject,
    const char *instrument, const struct cyt_terms *terms, struct cyt_result **out)
{
	struct query query = { .image = corpus_image(corpus), .terms = terms };
	int err;

	*out = NULL;
	query.result = result_new(corpus, question);
	if (!query.result)
		return CYT_ERR_NOMEM;
	query.keep = &query.result->arena;
	arena_init(&query.scratch, &query.result->hooks);
	err = answer(&query, subject, instrument);
	arena_release(&query.scratch);
	if (err < 0) {
		cyt_result_unref(query.result);
		return err;
	}
	*out = query.result;
	return 0;
}

int
cyt_query_coverage(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		   const struct cyt_terms *terms, struct cyt_result **out)
{
	return ask(CYT_QUESTION_COVERAGE, corpus, subject, instrument, terms, out);
}

int
cyt_query_gaps(struct cyt_corpus *corpus, const char *subject, const char *instrument,
	       const struct cyt_terms *terms, struct cyt_result **out)
{
	return ask(CYT_QUESTION_GAPS, corpus, subject, instrument, terms, out);
}

int
cyt_query_beyond(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		 const struct cyt_terms *terms, struct cyt_result **out)
{
	return ask(CYT_QUESTION_BEYOND, corpus, subject, instrument, terms, out);
}

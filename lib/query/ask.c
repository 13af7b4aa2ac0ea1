/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Putting a question: what all of them begin and end with. */
#include <string.h>

#include "query/query.h"

/* Copies what an answer says about the terms of its question. */
static int
write_terms(struct query *query)
{
	struct cyt_result *result = query->result;
	const struct cyt_terms *terms = query->terms;

	result->as_at = terms->as_at;
	if (result_speak(result, terms->lang) < 0)
		return CYT_ERR_NOMEM;
	result->basis = terms->basis;
	result->with = arena_alloc(query->keep, terms->law_count, sizeof(*result->with));
	if (!result->with)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < terms->law_count; i++) {
		if (!image_find_law(query->image, terms->laws[i]))
			return CYT_ERR_NOTFOUND;
		result->with[i] = arena_strndup(query->keep, terms->laws[i],
						strlen(terms->laws[i]));
		if (!result->with[i])
			return CYT_ERR_NOMEM;
	}
	result->with_count = terms->law_count;
	return 0;
}

int
query_open_subject(struct query *query, const char *text)
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

int
query_write_subject(struct query *query, const char *text)
{
	struct cyt_result *result = query->result;

	result->subject = arena_strndup(query->keep, text, strlen(text));
	result->subject_kind = query->subject.kind;
	/* A title of several was put together in memory that goes with the question. */
	result->subject_title = arena_strndup(query->keep, query->subject.title,
					      strlen(query->subject.title));
	return result->subject && result->subject_title ? 0 : CYT_ERR_NOMEM;
}

int
query_choose_instrument(struct query *query, const char *id)
{
	query->instrument = image_find_instrument(query->image, id);
	if (!query->instrument)
		return CYT_ERR_NOTFOUND;
	query->result->instrument = query->instrument;
	return query_forget_findings(query);
}

int
query_forget_findings(struct query *query)
{
	query->findings = arena_alloc(&query->scratch, query->instrument->rows.count,
				      sizeof(*query->findings));
	return query->findings ? 0 : CYT_ERR_NOMEM;
}

int
query_ask(enum cyt_question question, struct cyt_corpus *corpus, const struct cyt_terms *terms,
	  query_answer answer, const void *arguments, struct cyt_result **out)
{
	struct query query = { .image = corpus_image(corpus), .terms = terms };
	int err;

	*out = NULL;
	query.result = result_new(corpus, question);
	if (!query.result)
		return CYT_ERR_NOMEM;
	query.keep = &query.result->arena;
	arena_init(&query.scratch, &query.result->hooks);
	err = write_terms(&query);
	if (!err)
		err = answer(&query, arguments);
	arena_release(&query.scratch);
	if (err < 0) {
		cyt_result_unref(query.result);
		return err;
	}
	*out = query.result;
	return 0;
}

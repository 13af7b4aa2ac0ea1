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

/* One way of opening a subject, and the same without a limit of basis. */
int
query_open_subject_by(struct query *query, const char *text, subject_opener open)
{
	/* Who wants verdicts alone looks at no subject again. */
	struct arena *arena = query->verdicts_only ? &query->scratch : query->keep;
	uint32_t basis = (uint32_t)query->terms->basis;
	int err;

	query->unfiltered = NULL;
	query->subject = arena_alloc(arena, 1, sizeof(*query->subject));
	if (!query->subject)
		return CYT_ERR_NOMEM;
	err = open(query->subject, query->index, text, query->terms, basis, arena);
	query->subject->unions_only = query->verdicts_only;
	if (err < 0 || !basis)
		return err;
	query->unfiltered = arena_alloc(&query->scratch, 1, sizeof(*query->unfiltered));
	if (!query->unfiltered)
		return CYT_ERR_NOMEM;
	err = open(query->unfiltered, query->index, text, query->terms, 0, &query->scratch);
	query->unfiltered->unions_only = query->verdicts_only;
	return err;
}

int
query_open_subject(struct query *query, const char *text)
{
	int err = query_open_subject_by(query, text, subject_open);

	if (!err)
		err = subject_survey(query->subject);
	if (!err && query->unfiltered)
		err = subject_survey(query->unfiltered);
	return err;
}

int
query_write_subject(struct query *query, const char *text)
{
	struct cyt_result *result = query->result;

	result->subject = arena_strndup(query->keep, text, strlen(text));
	result->subject_kind = query->subject->kind;
	/* A title of several was put together in memory that goes with the question. */
	result->subject_title = arena_strndup(query->keep, query->subject->title,
					      strlen(query->subject->title));
	return result->subject && result->subject_title ? 0 : CYT_ERR_NOMEM;
}

int
query_take_instrument(struct query *query, const struct cyt_instrument *instrument)
{
	query->instrument = instrument;
	query->result->instrument = instrument;
	query->brief = index_brief(query->index, instrument);
	return query->brief ? 0 : CYT_ERR_NOMEM;
}

int
query_choose_instrument(struct query *query, const char *id)
{
	const struct cyt_instrument *instrument = image_find_instrument(query->image, id);
	int err;

	if (!instrument)
		return CYT_ERR_NOTFOUND;
	err = query_take_instrument(query, instrument);
	return err ? err : query_forget_findings(query);
}

int
query_forget_findings(struct query *query)
{
	query->findings = NULL;
	query->precedents = arena_alloc(&query->scratch,
					image_count(query->image, SECTION_CONCEPT),
					sizeof(*query->precedents));
	return query->precedents ? 0 : CYT_ERR_NOMEM;
}

/* The first block stays, whoever rewinds. */
static int
begin_work(struct query *query)
{
	return arena_alloc(&query->work, 1, 1) ? 0 : CYT_ERR_NOMEM;
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
	arena_init(&query.work, &query.result->hooks);
	query.index = corpus_index(corpus);
	err = query.index ? write_terms(&query) : CYT_ERR_NOMEM;
	if (!err)
		err = begin_work(&query);
	if (!err)
		err = answer(&query, arguments);
	arena_release(&query.work);
	arena_release(&query.scratch);
	if (err < 0) {
		cyt_result_unref(query.result);
		return err;
	}
	*out = query.result;
	return 0;
}

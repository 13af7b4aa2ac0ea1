/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The questions: coverage, of it only the gaps or only what goes beyond, and all of it together. */
#include "query/opening.h"

static int
add_gaps(struct query *query, const struct cyt_provision_finding *provision)
{
	for (size_t i = 0; i < provision->rows.count; i++) {
		int err = gap_find(query, provision->rows.items[i]);

		if (err < 0)
			return err;
	}
	return 0;
}

static bool
asks_gaps(const struct cyt_result *result)
{
	return result->question == CYT_QUESTION_GAPS || result->question == CYT_QUESTION_REPORT;
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

		if (!err && asks_gaps(result))
			err = add_gaps(query, provision);
		if (err < 0)
			return err;
		opening_count(query, provision);
		if (is_wanted(result, provision, gaps) &&
		    !list_push(query->keep, &result->provisions, provision))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

struct names {
	const char *subject, *instrument;
};

static int
answer(struct query *query, const void *arguments)
{
	const struct names *names = arguments;
	int err;

	err = query_choose_instrument(query, names->instrument);
	if (!err)
		err = query_open_subject(query, names->subject);
	query->result->supplier = query->subject;
	if (!err)
		err = query_write_subject(query, names->subject);
	if (!err && query->result->question != CYT_QUESTION_BEYOND)
		err = row_find_all(query);
	if (!err)
		err = find_provisions(query);
	if (!err && query->result->question != CYT_QUESTION_GAPS)
		err = beyond_find(query);
	return err;
}

static int
ask(enum cyt_question question, struct cyt_corpus *corpus, const char *subject,
    const char *instrument, const struct cyt_terms *terms, struct cyt_result **out)
{
	struct names names = { subject, instrument };

	return query_ask(question, corpus, terms, answer, &names, out);
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

int
cyt_query_report(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		 const struct cyt_terms *terms, struct cyt_result **out)
{
	return ask(CYT_QUESTION_REPORT, corpus, subject, instrument, terms, out);
}

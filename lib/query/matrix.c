/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verdicts of everybody on every article of an instrument, and nothing but verdicts. */
#include "query/holder.h"
#include "query/tally.h"

struct matrix {
	const char *instrument;
	enum cyt_matrix_by by;
};

static int
find_verdicts(struct query *query, struct cyt_holder *out)
{
	const struct img_list *articles = &query->instrument->articles;
	struct arena *keep = query->keep;
	struct cyt_provision_finding *finding;
	int err = 0;

	out->verdicts = arena_alloc(keep, articles->count, sizeof(*out->verdicts));
	if (!out->verdicts)
		return CYT_ERR_NOMEM;
	out->verdict_count = articles->count;
	/* Of the findings only the verdicts stay. */
	query->keep = &query->scratch;
	for (uint32_t i = 0; !err && i < articles->count; i++) {
		err = provision_find(query, image_article(query->image, articles->first + i),
				     &finding);
		if (!err)
			out->verdicts[i] = (uint8_t)finding->verdict;
	}
	query->keep = keep;
	return err;
}

static int
add_tally(struct tally *tally, const struct cyt_law *law)
{
	struct query *query = tally->query;
	struct cyt_holder *holder = arena_alloc(query->keep, 1, sizeof(*holder));

	if (!holder)
		return CYT_ERR_NOMEM;
	holder->verdicts = arena_alloc(query->keep, tally->article_count, 1);
	if (!holder->verdicts)
		return CYT_ERR_NOMEM;
	holder->verdict_count = tally->article_count;
	holder->subject = image_string(query->image, law->id);
	holder->kind = "law";
	holder->law = law;
	holder->result = query->result;
	if (tally_law(tally, law, holder->verdicts) < 0 ||
	    !list_push(query->keep, &query->result->holders, holder))
		return CYT_ERR_NOMEM;
	return 0;
}

/* What depends on more than the unions of a law is asked as any subject is. */
static int
ask_laws(struct query *query)
{
	struct tally tally;
	int err;

	if (query->terms->basis)
		return ask_every_law(query, find_verdicts);
	err = tally_begin(&tally, query);
	for (uint32_t i = 0; !err && i < image_count(query->image, SECTION_LAW); i++) {
		const struct cyt_law *law = image_law(query->image, i);

		err = tally_applies(&tally, law) ? add_tally(&tally, law)
						 : ask_law(query, law, find_verdicts);
	}
	return err;
}

static int
answer(struct query *query, const void *arguments)
{
	const struct matrix *matrix = arguments;
	int err = query_choose_instrument(query, matrix->instrument);
	struct recall recall;

	if (err < 0)
		return err;
	recall_init(&recall, query->keep->hooks);
	query->recall = &recall;
	query->verdicts_only = true;
	err = matrix->by == CYT_MATRIX_BY_LAW ? ask_laws(query)
					      : ask_every_jurisdiction(query, find_verdicts);
	recall_release(&recall);
	return err;
}

int
cyt_query_matrix(struct cyt_corpus *corpus, const char *instrument, enum cyt_matrix_by by,
		 const struct cyt_terms *terms, struct cyt_result **out)
{
	struct matrix matrix = { instrument, by };

	*out = NULL;
	if (by != CYT_MATRIX_BY_JURISDICTION && by != CYT_MATRIX_BY_LAW)
		return CYT_ERR_INVALID;
	return query_ask(CYT_QUESTION_MATRIX, corpus, terms, answer, &matrix, out);
}

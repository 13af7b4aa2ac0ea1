/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dual criminality: facts, or the demands of an instrument, under the law of two States. */
#include "query/dual.h"

#include <string.h>

#include "query/facts.h"
#include "query/regions.h"

/* -- both --------------------------------------------------------------------------------- */

static enum cyt_duality
judge(const struct dual_side *sides, bool both)
{
	int reached = sides[0].reached + sides[1].reached;

	if (both)
		return CYT_DUALITY_BOTH;
	if (reached == 2)
		return CYT_DUALITY_DEPENDS;
	if (!sides[0].read || !sides[1].read)
		return CYT_DUALITY_NOT_ASSESSED;
	return reached ? CYT_DUALITY_ONE_SIDED : CYT_DUALITY_NEITHER;
}

static int
look_at_both(struct inquest *q)
{
	struct cyt_dual *dual = q->dual;
	size_t words = window_words(q->window);
	uint64_t *both = window_set(q->window, q->query->keep);
	uint64_t *other = window_set(q->window, q->arena);
	int err;

	if (!both || !other)
		return CYT_ERR_NOMEM;
	err = dual_look_at_state(q, 0, both);
	if (!err)
		err = dual_look_at_state(q, 1, other);
	if (err < 0)
		return err;
	set_and(both, other, words);
	dual->verdict = judge(dual->sides, set_within(q->facts, both, words));
	dual->basis = (enum cyt_basis)q->footing.basis;
	dual->consulted = q->footing.unknown_date ? 0 : (cyt_date)q->footing.consulted;
	dual->facts = region_of(q->query->result, q->query->keep, q->window, q->facts, NULL);
	dual->both = region_of(q->query->result, q->query->keep, q->window, both, NULL);
	return dual->facts && dual->both ? 0 : CYT_ERR_NOMEM;
}

/* `row` is NULL for facts, which stay with the result. The window is chosen. */
static int
add_dual(struct inquest *q, const struct cyt_demand *row, const uint64_t *facts,
	 struct arena *arena)
{
	int err;

	q->dual = arena_alloc(q->query->keep, 1, sizeof(*q->dual));
	if (!q->dual)
		return CYT_ERR_NOMEM;
	q->dual->result = q->query->result;
	q->dual->row = row;
	q->concept = q->window->concept;
	q->facts = facts;
	q->arena = arena;
	q->footing = (struct footing){ 0 };
	if (row)
		rest_on(&q->footing, row->basis, row->consulted);
	err = look_at_both(q);
	if (!err && !list_push(q->query->keep, &q->query->result->dual->duals, q->dual))
		err = CYT_ERR_NOMEM;
	return err;
}

/* -- the questions ------------------------------------------------------------------------ */

struct names {
	const char *states[2];
	const char *facts, *instrument; /* one of them */
};

static int
open_states(struct inquest *q, const struct names *names)
{
	struct query *query = q->query;
	uint32_t basis = (uint32_t)query->terms->basis;
	int err = 0;

	for (int s = 0; !err && s < 2; s++) {
		struct dual_state *state = &query->result->dual->states[s];
		struct asked *asked = &q->states[s];

		err = subject_open(&asked->subject, query->index, names->states[s], query->terms,
				   basis, &query->scratch);
		if (err < 0)
			return err;
		state->kind = asked->subject.kind;
		state->id = arena_strndup(query->keep, names->states[s],
					  strlen(names->states[s]));
		state->title = arena_strndup(query->keep, asked->subject.title,
					     strlen(asked->subject.title));
		state->name = arena_strndup(query->keep, asked->subject.name,
					    strlen(asked->subject.name));
		if (!state->id || !state->title || !state->name)
			return CYT_ERR_NOMEM;
		if (!basis)
			continue;
		asked->unfiltered = arena_alloc(&query->scratch, 1, sizeof(*asked->unfiltered));
		if (!asked->unfiltered)
			return CYT_ERR_NOMEM;
		err = subject_open(asked->unfiltered, query->index, names->states[s], query->terms,
				   0, &query->scratch);
	}
	return err;
}

static int
answer_facts(struct inquest *q, const char *text)
{
	struct query *query = q->query;
	const char **given = &query->result->dual->facts;
	const struct cyt_concept *concept;
	uint64_t *whole, *facts;
	struct window *window;
	int err = facts_read(query->image, text, &query->scratch, &concept, &whole, NULL);

	if (err < 0)
		return err;
	*given = arena_strndup(query->keep, text, strlen(text));
	window = arena_alloc(query->keep, 1, sizeof(*window));
	if (!*given || !window || !window_of_set(window, concept, whole, query->keep))
		return CYT_ERR_NOMEM;
	q->window = window;
	facts = window_set(window, query->keep);
	if (!facts)
		return CYT_ERR_NOMEM;
	set_everything(&window->space, facts);
	window_cut(window, whole, facts);
	return add_dual(q, NULL, facts, &query->scratch);
}

static int
answer_demand(struct inquest *q, const struct cyt_demand *row)
{
	struct query *query = q->query;
	struct arena mark = query->work;
	uint64_t *demanded;
	int err = CYT_ERR_NOMEM;

	q->window = &brief_row(query->brief, query->image, row)->window;
	demanded = window_set(q->window, query->keep);
	if (demanded) {
		window_load(q->window, query->image, row->region, demanded);
		err = 0;
	}
	if (!err && !set_is_empty(demanded, window_words(q->window)))
		err = add_dual(q, row, demanded, &query->work);
	arena_rewind(&query->work, &mark);
	return err;
}

static int
answer_against(struct inquest *q, const char *instrument)
{
	int err = query_choose_instrument(q->query, instrument);
	struct img_list rows;

	if (err < 0)
		return err;
	rows = q->query->instrument->rows;
	for (uint32_t i = 0; !err && i < rows.count; i++) {
		const struct cyt_demand *row = image_row(q->query->image, rows.first + i);

		if (row->modality == MODALITY_SHALL ||
		    binds_in_every_modality(q->query->instrument))
			err = answer_demand(q, row);
	}
	return err;
}

static int
answer_dual(struct query *query, const void *arguments)
{
	const struct names *names = arguments;
	struct inquest q = { .query = query };
	int err;

	query->result->dual = arena_alloc(query->keep, 1, sizeof(*query->result->dual));
	if (!query->result->dual)
		return CYT_ERR_NOMEM;
	err = open_states(&q, names);
	if (err < 0)
		return err;
	return names->facts ? answer_facts(&q, names->facts)
			    : answer_against(&q, names->instrument);
}

int
cyt_query_dual(struct cyt_corpus *corpus, const char *first, const char *second,
	       const char *facts, const struct cyt_terms *terms, struct cyt_result **out)
{
	struct names names = { { first, second }, facts, NULL };

	return query_ask(CYT_QUESTION_DUAL, corpus, terms, answer_dual, &names, out);
}

int
cyt_query_dual_against(struct cyt_corpus *corpus, const char *first, const char *second,
		       const char *instrument, const struct cyt_terms *terms,
		       struct cyt_result **out)
{
	struct names names = { { first, second }, NULL, instrument };

	return query_ask(CYT_QUESTION_DUAL, corpus, terms, answer_dual, &names, out);
}

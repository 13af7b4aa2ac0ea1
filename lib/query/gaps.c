/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The drafter's list: what would excuse a gap, and the laws of other States that fill it. */
#include "query/query.h"

#include <stdlib.h>
#include <string.h>


/* A provision elsewhere and the part of what is missing that it supplies. */
struct model {
	const struct cyt_supply *supply; /* its first */
	uint64_t *set;
};

struct modelling {
	struct query *query;
	const struct judgement *judgement;
	struct model *models;
	size_t count, capacity;
};

static int
add_ways(struct query *query, const struct judgement *j, struct cyt_gap *gap)
{
	const struct image *image = query->image;
	const struct cyt_demand *row = j->row;
	uint64_t *rest = window_set(j->window, &query->work);

	if (!rest)
		return CYT_ERR_NOMEM;
	set_copy(rest, j->missing, j->words);
	for (uint32_t i = 0; i < row->ways.count; i++) {
		const struct cyt_way *way = image_way(image, row->ways.first + i);
		struct way_list *list = way->reservable ? &gap->reservables : &gap->options;

		if (!window_meets(j->window, image, way->region, j->left) ||
		    (list->count && list->items[list->count - 1]->node == way->node))
			continue;
		if (!list_push(query->keep, list, way))
			return CYT_ERR_NOMEM;
		if (way->reservable)
			window_subtract(j->window, image, way->region, rest);
	}
	gap->reservables_suffice = set_is_empty(rest, j->words);
	return 0;
}

/* -- models ------------------------------------------------------------------------------- */

static bool
is_abroad(const struct query *query, const struct cyt_law *law)
{
	const char *country = image_string(query->image, law->country);

	for (size_t i = 0; i < query->subject->country_count; i++)
		if (strcmp(query->subject->countries[i], country) == 0)
			return false;
	return true;
}

static struct subject *
open_one(struct query *query, const char *jurisdiction)
{
	struct subject *subject = arena_alloc(&query->scratch, 1, sizeof(*subject));

	if (!subject ||
	    subject_open_jurisdiction(subject, query->index, jurisdiction, query->terms,
				      query->subject->basis, &query->scratch) < 0 ||
	    subject_survey(subject) < 0)
		return NULL;
	return subject;
}

/* The jurisdictions of other States as subjects, looked up once per question: each where its first law
 * stands in the index. */
static int
open_foreign(struct query *query)
{
	const uint32_t *laws = query->index->laws;
	uint32_t count = image_count(query->image, SECTION_LAW);
	const char *last = NULL;

	if (query->foreign)
		return 0;
	query->foreign = arena_alloc(&query->scratch, count, sizeof(*query->foreign));
	if (!query->foreign)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < count; i++) {
		const struct cyt_law *law = image_law(query->image, laws[i]);
		struct subject *subject;
		const char *jurisdiction = image_string(query->image, law->jurisdiction);

		if ((last && strcmp(jurisdiction, last) == 0) || !is_abroad(query, law))
			continue;
		last = jurisdiction;
		subject = open_one(query, jurisdiction);
		if (!subject)
			return CYT_ERR_NOMEM;
		query->foreign[query->foreign_count++] = subject;
	}
	return 0;
}

static int
add_model(struct modelling *m, const struct part *part, const uint64_t *met)
{
	size_t words = m->judgement->words;
	struct model *last = m->count ? &m->models[m->count - 1] : NULL;

	if (last && last->supply->provision == part->supply->provision) {
		set_or(last->set, met, words);
		return 0;
	}
	if (!alloc_grow(m->query->work.hooks, &m->models, &m->capacity, m->count + 1,
			sizeof(*m->models)))
		return CYT_ERR_NOMEM;
	last = &m->models[m->count];
	last->supply = part->supply;
	last->set = window_set(m->judgement->window, &m->query->work);
	if (!last->set)
		return CYT_ERR_NOMEM;
	set_copy(last->set, met, words);
	m->count++;
	return 0;
}

static bool
is_of(const struct subject *subject, const struct cyt_law *law)
{
	return strcmp(image_string(subject->image, law->jurisdiction), subject->text) == 0;
}

/* Where all provisions of a law together do not have what is missing, no single one does. */
static bool
may_have(const struct judgement *j, const struct subject *subject)
{
	const uint64_t *missing = j->row->some.count ? NULL : j->missing;

	for (size_t i = 0; i < subject->source_count; i++)
		if (is_of(subject, subject->sources[i].law) &&
		    subject_law_may_have(subject, subject->sources[i].law, j->window, missing))
			return true;
	return false;
}

/* Provisions of the laws of exactly that jurisdiction: those of its country stand by themselves. */
static int
add_models(struct modelling *m, struct subject *subject, uint64_t *met)
{
	const struct judgement *j = m->judgement;
	struct ground ground = { .row = j->row, .subject = subject };
	struct judgement theirs = *j;

	if (!may_have(j, subject))
		return 0;
	theirs.ground = &ground;
	ground.supplied = subject_parts(subject, j->window->concept);
	if (!ground.supplied)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < ground.supplied->count; i++) {
		const struct part *part = &ground.supplied->parts[i];
		int err;

		if (part_is_conditional(part) ||
		    !is_of(subject, image_law(subject->image, supply_law(subject->image, part->supply))) ||
		    !row_part_meets(&theirs, part, met))
			continue;
		set_and(met, j->missing, j->words);
		if (set_is_empty(met, j->words))
			continue;
		err = add_model(m, part, met);
		if (err < 0)
			return err;
	}
	return 0;
}

static int
compare_models(const void *a, const void *b)
{
	const struct model *one = a, *other = b;

	return (one->supply->provision > other->supply->provision) -
	       (one->supply->provision < other->supply->provision);
}

/* A model supplies all that is missing: part of it is no answer to copy from. */
static int
write_models(struct modelling *m, struct cyt_gap *gap)
{
	const struct image *image = m->query->image;
	const struct judgement *j = m->judgement;

	if (m->count > 1)
		qsort(m->models, m->count, sizeof(*m->models), compare_models);
	for (size_t i = 0; i < m->count; i++) {
		const struct model *model = &m->models[i];
		struct cyt_evidence *evidence;

		if (!set_equal(model->set, j->missing, j->words))
			continue;
		evidence = arena_alloc(m->query->keep, 1, sizeof(*evidence));
		if (!evidence)
			return CYT_ERR_NOMEM;
		evidence->law = image_law(image, supply_law(image, model->supply));
		evidence->provision = image_provision(image, model->supply->provision);
		evidence->region = row_region(gap->row, CYT_ROW_REGION_MISSING);
		if (!list_push(m->query->keep, &gap->models, evidence))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

static int
find_models(struct query *query, const struct judgement *j, struct cyt_gap *gap)
{
	struct modelling m = { .query = query, .judgement = j };
	uint64_t *met = window_set(j->window, &query->work);
	int err = met ? open_foreign(query) : CYT_ERR_NOMEM;

	for (size_t i = 0; !err && i < query->foreign_count; i++)
		err = add_models(&m, query->foreign[i], met);
	if (!err)
		err = write_models(&m, gap);
	alloc_free(query->work.hooks, m.models);
	return err;
}

static int
add_gap(struct query *query, const struct cyt_row_finding *row, const struct judgement *j)
{
	struct cyt_gap *gap = arena_alloc(query->keep, 1, sizeof(*gap));
	int err;

	if (!gap)
		return CYT_ERR_NOMEM;
	gap->row = row;
	err = add_ways(query, j, gap);
	if (!err)
		err = find_models(query, j, gap);
	if (!err && !list_push(query->keep, &query->result->gaps, gap))
		err = CYT_ERR_NOMEM;
	return err;
}

int
gap_find(struct query *query, const struct cyt_row_finding *row)
{
	struct ground ground = finding_ground(row);
	struct arena mark = query->work;
	struct judgement j;
	int err;

	if (row->verdict != CYT_VERDICT_NONE && row->verdict != CYT_VERDICT_PARTIAL)
		return 0;
	err = row_judge(&ground, &query->work, &j);
	if (!err && !set_is_empty(j.missing, j.words))
		err = add_gap(query, row, &j);
	arena_rewind(&query->work, &mark);
	return err;
}

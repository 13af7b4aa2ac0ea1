/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found about rows: one by one, or all of an instrument at once. */
#include "query/precedent.h"

#include <string.h>

#define ROOM 15u

const struct row_lists no_lists;

/* A row that is none only for want of a strong enough basis is not assessed. */
static int
mark_weak(struct query *query, struct judgement *j)
{
	struct ground ground = *j->ground;
	struct judgement before;
	int err;

	if (!query->unfiltered || j->verdict != CYT_VERDICT_NONE)
		return 0;
	ground.subject = query->unfiltered;
	ground.supplied = subject_supplied(query->unfiltered,
					   image_concept(query->image, j->row->concept));
	if (!ground.supplied)
		return CYT_ERR_NOMEM;
	err = row_judge(&ground, &query->work, &before);
	if (!err && before.verdict != CYT_VERDICT_NONE)
		j->verdict = CYT_VERDICT_NOT_ASSESSED;
	return err;
}

/* Where nothing is supplied and nothing can be reserved, the row and what was read say it all. */
static bool
is_plain(const struct ground *ground)
{
	return supplied_nothing(ground->supplied) && !ground->within &&
	       !ground->subject->reservation_count &&
	       !region_is_empty(ground->subject->image,
				image_concept(ground->subject->image, ground->row->concept),
				ground->row->region);
}

static int
fill_plain_finding(struct query *query, struct cyt_row_finding *finding)
{
	const struct ground *ground = &finding->ground;
	struct judgement j = { .ground = ground, .row = ground->row };
	struct arena mark;
	int err;

	finding->is_void = ground->row->base != NONE;
	if (finding->is_void)
		return 0;
	j.verdict = concept_set_has(ground->subject->assessed, ground->row->concept)
			    ? CYT_VERDICT_NONE
			    : CYT_VERDICT_NOT_ASSESSED;
	mark = query->work;
	err = mark_weak(query, &j);
	arena_rewind(&query->work, &mark);
	finding->verdict = j.verdict;
	if (!err && !query->verdicts_only)
		evidence_of_nothing(finding);
	return err;
}

/* Lines of evidence, as many as the precedent has, made of these supplies. */
static bool
fill_lines(struct query *query, const struct precedent_row *known,
	   struct cyt_row_finding *finding, struct evidence_list *list)
{
	const struct supplied *supplied = finding->ground.supplied;
	struct cyt_evidence *lines;

	if (!known->line_count)
		return true;
	lines = arena_alloc(query->keep, known->line_count, sizeof(*lines));
	list->items = arena_take(query->keep, known->line_count, sizeof(struct cyt_evidence *));
	if (!lines || !list->items)
		return false;
	list->count = known->line_count;
	for (uint32_t i = 0; i < known->line_count; i++) {
		evidence_place(&lines[i], query->image, &supplied->parts[known->lines[i].part]);
		lines[i].finding = finding;
		lines[i].redundant = known->lines[i].redundant;
		lines[i].own.source = REGION_OF_EVIDENCE;
		lines[i].region = &lines[i].own;
		list->items[i] = &lines[i];
	}
	return true;
}

static bool
fill_lists(struct query *query, const struct precedent_row *known,
	   struct cyt_row_finding *finding)
{
	struct row_lists *lists;

	if (!known->line_count && !known->used.count && !known->optional.count &&
	    finding->verdict != CYT_VERDICT_NONE)
		return true;
	lists = evidence_lists(query, finding);
	if (!lists)
		return false;
	lists->options_used = known->used;
	lists->optional_covered = known->optional;
	return fill_lines(query, known, finding, &lists->supplied_by) &&
	       evidence_nearby(query, finding, &lists->nearby) == 0;
}

/* What was found where a law said the same, with what this one is cited by. */
static int
fill_from_precedent(struct query *query, const struct precedent_row *known,
		    struct cyt_row_finding *finding)
{
	const struct supplied *supplied = finding->ground.supplied;
	struct footing footing = { 0 };

	finding->is_void = known->is_void;
	if (known->is_void)
		return 0;
	finding->verdict = (enum cyt_verdict)known->verdict;
	rest_on_demand(&footing, finding->ground.row);
	for (uint64_t bits = known->meets; bits; bits &= bits - 1)
		rest_on_part(&footing, &supplied->parts[__builtin_ctzll(bits)]);
	for (size_t i = 0; i < known->used.count; i++)
		rest_on(&footing, known->used.items[i]->basis, known->used.items[i]->consulted);
	footing_write(&footing, finding);
	return fill_lists(query, known, finding) ? 0 : CYT_ERR_NOMEM;
}

static int
judge_finding(struct query *query, struct cyt_row_finding *finding)
{
	struct judgement j;
	int err;

	err = row_judge(&finding->ground, &query->work, &j);

	if (err < 0)
		return err;
	finding->is_void = (j.row->base != NONE || query->within) &&
			   set_is_empty(j.demanded, j.words);
	if (finding->is_void)
		return 0;
	err = mark_weak(query, &j);
	if (err < 0)
		return err;
	finding->verdict = j.verdict;
	if (query->verdicts_only)
		return 0;
	return evidence_gather(query, &j, finding, &query->work, NULL);
}

/* What that needs goes again. */
static int
fill_by_judging(struct query *query, struct cyt_row_finding *finding)
{
	struct arena mark = query->work;
	int err = judge_finding(query, finding);

	arena_rewind(&query->work, &mark);
	return err;
}

static int
fill_finding(struct query *query, struct cyt_row_finding *finding)
{
	const struct precedent_row *known;
	int err;

	if (is_plain(&finding->ground))
		return fill_plain_finding(query, finding);
	err = precedent_of_row(query, &finding->ground, &known);
	if (err < 0)
		return err;
	return known ? fill_from_precedent(query, known, finding)
		     : fill_by_judging(query, finding);
}

/* Whether the verdict of the row follows from what one law says of its concept, and from what. */
static bool
find_key(const struct query *query, const struct ground *ground, struct recall_key *key)
{
	const struct subject *subject = ground->subject;

	if (!query->recall || query->unfiltered || ground->within || !ground->brief ||
	    subject->reservation_count || !ground->supplied->made)
		return false;
	key->row = image_index(query->image, row, ground->row);
	key->firm = ground->supplied->made->region;
	key->all = union_region_all(query->image, ground->supplied->made);
	key->assessed = concept_set_has(subject->assessed, ground->row->concept);
	return true;
}

static int
recall_finding(struct query *query, struct cyt_row_finding *finding)
{
	const struct recalled *known;
	struct recall_key key;
	int err;

	if (!find_key(query, &finding->ground, &key))
		return fill_finding(query, finding);
	known = recall_find(query->recall, &key);
	if (known) {
		finding->verdict = (enum cyt_verdict)known->verdict;
		finding->is_void = known->is_void;
		return 0;
	}
	err = fill_finding(query, finding);
	return err ? err : recall_add(query->recall, &key, finding->verdict, finding->is_void);
}

/* Findings are asked for by the dozen. */
static struct cyt_row_finding *
finding_new(struct query *query)
{
	if (query->room_left == 0) {
		query->room = arena_alloc(query->keep, ROOM, sizeof(*query->room));
		query->room_left = query->room ? ROOM : 0;
	}
	return query->room_left ? &query->room[ROOM - query->room_left--] : NULL;
}

static void
finding_begin(struct query *query, const struct subject *subject, const struct cyt_demand *row,
	      struct cyt_row_finding *finding)
{
	finding->result = query->result;
	finding->lists = &no_lists;
	finding->ground.row = row;
	finding->ground.subject = subject;
	finding->ground.within = query->within;
	finding->ground.brief = row->instrument == NONE ? NULL : query->brief;
	for (uint32_t i = 0; i < ROW_REGIONS; i++) {
		finding->regions[i].source = REGION_OF_ROW;
		finding->regions[i].which = i;
	}
}

/* A finding on a row as query->subject has it. NULL without memory. */
static struct cyt_row_finding *
find(struct query *query, const struct cyt_demand *row)
{
	struct cyt_row_finding *finding = finding_new(query);

	if (!finding)
		return NULL;
	finding_begin(query, query->subject, row, finding);
	finding->ground.supplied =
		subject_parts(query->subject, image_concept(query->image, row->concept));
	if (!finding->ground.supplied)
		return NULL;
	return recall_finding(query, finding) < 0 ? NULL : finding;
}

int
row_find(struct query *query, const struct cyt_demand *row, struct cyt_row_finding **out)
{
	uint32_t first = query->instrument->rows.first;
	struct cyt_row_finding **known =
		&query->findings[image_index(query->image, row, row) - first];

	if (!*known) {
		*known = find(query, row);
		if (*known)
			(*known)->row = row;
	}
	*out = *known;
	return *out ? 0 : CYT_ERR_NOMEM;
}

int
row_find_space(struct query *query, const struct cyt_concept *concept,
	       struct cyt_row_finding **out)
{
	struct cyt_demand *whole = arena_alloc(query->keep, 1, sizeof(*whole));

	*out = NULL;
	if (!whole)
		return CYT_ERR_NOMEM;
	whole->instrument = NONE;
	whole->concept = image_index(query->image, concept, concept);
	whole->region = concept->full;
	whole->base = NONE;
	*out = find(query, whole);
	return *out ? 0 : CYT_ERR_NOMEM;
}

/* -- all rows at once --------------------------------------------------------------------- */

int
row_find_silence(struct query *query, struct subject *subject, const struct cyt_demand *row,
		 struct cyt_row_finding *out)
{
	finding_begin(query, subject, row, out);
	out->row = row;
	out->ground.supplied = subject_parts(subject, image_concept(query->image, row->concept));
	return out->ground.supplied ? fill_finding(query, out) : CYT_ERR_NOMEM;
}

/* Whether none or all of the concepts asked about are in a set; else false. */
static bool
all_alike(const uint64_t *set, const uint64_t *asked, size_t words)
{
	return set_within(asked, set, words) || !set_meets(asked, set, words);
}

/* Copies findings of silence: all of those on what was read, or on what was not, or row by row. */
static int
copy_silence(struct query *query, struct cyt_row_finding *out)
{
	const uint64_t *asked = image_words(query->image, query->instrument->concepts);
	const uint64_t *assessed = query->subject->assessed;
	uint32_t count = query->instrument->rows.count;
	const struct cyt_row_finding *silence[2];
	int err;

	for (uint32_t read = 0; read < 2; read++) {
		err = precedent_of_silence(query, read, &silence[read]);
		if (err < 0)
			return err;
	}
	if (all_alike(assessed, asked, query->image->concept_words)) {
		memcpy(out, silence[set_meets(assessed, asked, query->image->concept_words)],
		       count * sizeof(*out));
		return 0;
	}
	for (uint32_t i = 0; i < count; i++)
		out[i] = silence[concept_set_has(assessed, silence[0][i].row->concept)][i];
	return 0;
}

/* Findings on all rows as if nothing were supplied. NULL without memory. */
static struct cyt_row_finding *
begin_with_silence(struct query *query)
{
	uint32_t count = query->instrument->rows.count;
	struct cyt_row_finding *all = arena_take(query->keep, count, sizeof(*all));

	if (!all || copy_silence(query, all) < 0)
		return NULL;
	for (uint32_t i = 0; i < count; i++) {
		all[i].result = query->result;
		all[i].ground.subject = query->subject;
		query->findings[i] = &all[i];
	}
	return all;
}

/* The rows on one concept, of which something is supplied by provisions if not on the date. */
static int
find_rows_on(struct query *query, uint32_t concept, struct cyt_row_finding *all)
{
	const struct img_list rows = query->brief->concepts[concept].rows;
	const struct cyt_concept *of = image_concept(query->image, concept);
	const struct supplied *supplied = subject_parts(query->subject, of);
	const struct precedent *known;
	int err;

	if (!supplied)
		return CYT_ERR_NOMEM;
	if (!rows.count || supplied_nothing(supplied))
		return 0;
	err = precedent_of_concept(query, of, supplied, &known);
	for (uint32_t i = 0; !err && i < rows.count; i++) {
		struct cyt_row_finding *finding = &all[query->brief->rows[rows.first + i] -
						       query->instrument->rows.first];

		finding->ground.supplied = supplied;
		err = known ? fill_from_precedent(query, &known->rows[i], finding)
			    : fill_by_judging(query, finding);
	}
	return err;
}

int
row_find_all(struct query *query)
{
	const uint64_t *survey = query->subject->survey;
	struct cyt_row_finding *all;
	int err = 0;

	if (!survey || !precedents_apply(query))
		return 0;
	all = begin_with_silence(query);
	if (!all)
		return CYT_ERR_NOMEM;
	for (uint32_t word = 0; word < query->image->concept_words; word++)
		for (uint64_t bits = survey[word]; !err && bits; bits &= bits - 1)
			err = find_rows_on(query, word * 64 + (uint32_t)__builtin_ctzll(bits),
					   all);
	return err;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found about rows: one by one, or all of an instrument at once. */
#include "query/precedent.h"

#include <string.h>

#include "query/opening.h"

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
fill_plain_finding(struct query *query, const struct ground *ground,
		   struct cyt_row_finding *finding)
{
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
	finding->verdict = (uint8_t)j.verdict;
	if (!err && !query->verdicts_only)
		evidence_of_nothing(finding);
	return err;
}

/* Lists and lines of evidence of a row, in one piece. */
struct listed {
	struct row_lists lists;
	struct cyt_evidence lines[];
};

/* One line of evidence of a precedent, made of these supplies. */
static void
write_line(struct query *query, const struct precedent_line *known,
	   const struct cyt_row_finding *finding, struct cyt_evidence *out)
{
	memset(out, 0, sizeof(*out));
	evidence_place(out, query->image, &finding->supplied->parts[known->part]);
	atomic_init(&out->own.drawing, region_kind(REGION_OF_EVIDENCE, 0));
	out->finding = finding;
	out->redundant = known->redundant;
	out->region = &out->own;
}

static bool
fill_lists(struct query *query, const struct precedent_row *known,
	   struct cyt_row_finding *finding)
{
	size_t count = known->line_count, lines = count * sizeof(struct cyt_evidence);
	struct cyt_evidence **items;
	struct listed *room;

	if (!count && !known->used.count && !known->optional.count &&
	    finding->verdict != CYT_VERDICT_NONE)
		return true;
	room = arena_take(query->keep, 1, sizeof(*room) + lines + count * sizeof(*items));
	if (!room)
		return false;
	items = (struct cyt_evidence **)(room->lines + count);
	for (size_t i = 0; i < count; i++) {
		write_line(query, &known->lines[i], finding, &room->lines[i]);
		items[i] = &room->lines[i];
	}
	memset(&room->lists, 0, sizeof(room->lists));
	room->lists.supplied_by.items = items;
	room->lists.supplied_by.count = count;
	room->lists.options_used = known->used;
	room->lists.optional_covered = known->optional;
	finding->lists = &room->lists;
	return evidence_nearby(query, finding, &room->lists.nearby) == 0;
}

/* What was found where a law said the same, with what this one is cited by. */
static int
fill_from_precedent(struct query *query, const struct precedent_row *known,
		    struct cyt_row_finding *finding)
{
	const struct supplied *supplied = finding->supplied;
	struct footing footing = known->demand;

	finding->is_void = known->is_void;
	if (known->is_void)
		return 0;
	finding->verdict = (uint8_t)known->verdict;
	for (uint64_t bits = known->meets; bits; bits &= bits - 1)
		rest_on_part(&footing, &supplied->parts[__builtin_ctzll(bits)]);
	for (size_t i = 0; i < known->used.count; i++)
		rest_on(&footing, known->used.items[i]->basis, known->used.items[i]->consulted);
	footing_write(&footing, finding);
	return fill_lists(query, known, finding) ? 0 : CYT_ERR_NOMEM;
}

static int
judge_finding(struct query *query, const struct ground *ground, struct cyt_row_finding *finding)
{
	struct judgement j;
	int err = row_judge(ground, &query->work, &j);

	if (err < 0)
		return err;
	finding->is_void = (j.row->base != NONE || query->within) &&
			   set_is_empty(j.demanded, j.words);
	if (finding->is_void)
		return 0;
	err = mark_weak(query, &j);
	if (err < 0)
		return err;
	finding->verdict = (uint8_t)j.verdict;
	if (query->verdicts_only)
		return 0;
	return evidence_gather(query, &j, finding, &query->work, NULL);
}

/* What that needs goes again. */
static int
fill_by_judging(struct query *query, struct cyt_row_finding *finding)
{
	struct ground ground = finding_ground(finding);
	struct arena mark = query->work;
	int err = judge_finding(query, &ground, finding);

	arena_rewind(&query->work, &mark);
	return err;
}

static int
fill_finding(struct query *query, struct cyt_row_finding *finding)
{
	struct ground ground = finding_ground(finding);
	const struct precedent_row *known;
	int err;

	if (is_plain(&ground))
		return fill_plain_finding(query, &ground, finding);
	err = precedent_of_row(query, &ground, &known);
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
	struct ground ground = finding_ground(finding);
	const struct recalled *known;
	struct recall_key key;
	int err;

	if (!find_key(query, &ground, &key))
		return fill_finding(query, finding);
	known = recall_find(query->recall, &key);
	if (known) {
		finding->verdict = (uint8_t)known->verdict;
		finding->is_void = known->is_void;
		return 0;
	}
	err = fill_finding(query, finding);
	return err ? err : recall_add(query->recall, &key, (enum cyt_verdict)finding->verdict,
				      finding->is_void);
}

static void
finding_begin(struct cyt_row_finding *finding, const struct cyt_demand *row, uint32_t number)
{
	finding->row = row;
	finding->lists = &no_lists;
	finding->number = number;
	for (uint32_t i = 0; i < ROW_REGIONS; i++)
		atomic_init(&finding->regions[i].drawing, region_kind(REGION_OF_ROW, i + 1));
}

/* A finding by itself, as query->subject has it. */
static int
find(struct query *query, struct single_finding *single, const struct cyt_demand *row)
{
	struct cyt_row_finding *finding = &single->finding;

	setting_write(query, &single->setting);
	finding_begin(finding, row, 0);
	finding->supplied = subject_parts(
		query->subject, image_concept(query->image, finding_row(finding)->concept));
	return finding->supplied ? recall_finding(query, finding) : CYT_ERR_NOMEM;
}

int
row_find(struct query *query, const struct cyt_demand *row, struct cyt_row_finding **out)
{
	uint32_t number = image_index(query->image, row, row) - query->instrument->rows.first;
	struct cyt_row_finding **known;
	struct single_finding *single;

	if (query->opening) {
		*out = &query->opening->rows[number];
		return 0;
	}
	if (!query->findings)
		query->findings = arena_alloc(&query->scratch, query->instrument->rows.count,
					      sizeof(*query->findings));
	if (!query->findings)
		return CYT_ERR_NOMEM;
	known = &query->findings[number];
	if (!*known) {
		single = arena_alloc(query->keep, 1, sizeof(*single));
		if (!single || find(query, single, row) < 0)
			return CYT_ERR_NOMEM;
		*known = &single->finding;
	}
	*out = *known;
	return 0;
}

int
row_find_space(struct query *query, const struct cyt_concept *concept,
	       struct cyt_row_finding **out)
{
	struct space_finding *space = arena_alloc(query->keep, 1, sizeof(*space));

	*out = NULL;
	if (!space)
		return CYT_ERR_NOMEM;
	space->whole.instrument = NONE;
	space->whole.concept = image_index(query->image, concept, concept);
	space->whole.region = concept->full;
	space->whole.base = NONE;
	if (find(query, &space->single, NULL) < 0)
		return CYT_ERR_NOMEM;
	*out = &space->single.finding;
	return 0;
}

/* -- all rows at once --------------------------------------------------------------------- */

int
row_find_silence(struct query *query, const struct cyt_demand *row, uint32_t number,
		 struct cyt_row_finding *out)
{
	finding_begin(out, row, number);
	out->supplied = subject_parts(query->subject, image_concept(query->image, row->concept));
	return out->supplied ? fill_finding(query, out) : CYT_ERR_NOMEM;
}

/* The rows on one concept, of which something is supplied by provisions if not on the date. */
static int
find_rows_on(struct query *query, uint32_t concept)
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
		struct cyt_row_finding *finding =
			opening_break(query, query->brief->rows[rows.first + i]);

		finding->supplied = supplied;
		err = known ? fill_from_precedent(query, &known->rows[i], finding)
			    : fill_by_judging(query, finding);
	}
	return err;
}

int
row_find_all(struct query *query)
{
	const uint64_t *survey = query->subject->survey;
	int err;

	if (!survey || !precedents_apply(query))
		return 0;
	err = opening_begin(query);
	for (uint32_t word = 0; !err && word < query->image->concept_words; word++)
		for (uint64_t bits = survey[word]; !err && bits; bits &= bits - 1)
			err = find_rows_on(query, word * 64 + (uint32_t)__builtin_ctzll(bits));
	return err;
}

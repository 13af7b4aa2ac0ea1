/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The difference between two coverages: articles and rows whose verdict, or what is missing of
 * them, is not the same. */
#include <string.h>

#include "query/regions.h"
#include "query/wording.h"

/* -- the same across corpora ------------------------------------------------------------- */

static bool
same_text(const char *one, const char *other)
{
	return one && other ? strcmp(one, other) == 0 : one == other;
}

static bool
same_facet(const struct cyt_region *one, const struct cyt_region *other, size_t box, size_t facet)
{
	uint32_t from, below, other_from = 0, other_below = 0;
	const char *value;
	size_t i;
	int more;

	if (!cyt_region_box_restricts(one, box, facet) ||
	    !cyt_region_box_restricts(other, box, facet))
		return cyt_region_box_restricts(one, box, facet) ==
		       cyt_region_box_restricts(other, box, facet);
	for (i = 0; (value = cyt_region_box_value_at(one, box, facet, i)) != NULL; i++)
		if (!same_text(value, cyt_region_box_value_at(other, box, facet, i)))
			return false;
	if (cyt_region_box_value_at(other, box, facet, i))
		return false;
	for (i = 0;; i++) {
		more = cyt_region_box_interval_at(one, box, facet, i, &from, &below);
		if (more != cyt_region_box_interval_at(other, box, facet, i, &other_from,
						       &other_below))
			return false;
		if (!more)
			return true;
		if (from != other_from || below != other_below)
			return false;
	}
}

/* Cell numbers mean nothing outside their image, but the boxes of a region are always the same. */
static bool
same_region(const struct cyt_region *one, const struct cyt_region *other)
{
	size_t facets = cyt_concept_facet_count(cyt_region_concept(one));
	size_t boxes = cyt_region_box_count(one);

	if (boxes != cyt_region_box_count(other) ||
	    facets != cyt_concept_facet_count(cyt_region_concept(other)))
		return false;
	for (size_t box = 0; box < boxes; box++)
		for (size_t facet = 0; facet < facets; facet++)
			if (!same_facet(one, other, box, facet))
				return false;
	return true;
}

static bool
same_row(const struct cyt_row_finding *one, const struct cyt_row_finding *other)
{
	const struct cyt_demand *base = cyt_demand_base(one->row);
	const struct cyt_demand *other_base = cyt_demand_base(other->row);

	return strcmp(cyt_demand_id(one->row), cyt_demand_id(other->row)) == 0 &&
	       strcmp(cyt_concept_id(cyt_demand_concept(one->row)),
		      cyt_concept_id(cyt_demand_concept(other->row))) == 0 &&
	       same_text(base ? cyt_demand_id(base) : NULL,
			 other_base ? cyt_demand_id(other_base) : NULL);
}

static const struct cyt_row_finding *
find_row(const struct cyt_provision_finding *provision, const struct cyt_row_finding *like)
{
	for (size_t i = 0; provision && i < provision->rows.count; i++)
		if (same_row(provision->rows.items[i], like))
			return provision->rows.items[i];
	return NULL;
}

static const struct cyt_provision_finding *
find_provision(const struct cyt_result *result, const struct cyt_provision_finding *like)
{
	const char *id = cyt_article_id(like->article);

	for (size_t i = 0; i < result->provisions.count; i++)
		if (strcmp(cyt_article_id(result->provisions.items[i]->article), id) == 0)
			return result->provisions.items[i];
	return NULL;
}

/* -- what changes -------------------------------------------------------------------------- */

/* 1, 0 or CYT_ERR_NOMEM. */
static int
row_differs(const struct cyt_row_finding *before, const struct cyt_row_finding *after)
{
	const struct cyt_region *was, *is;

	if (!before || !after || before->verdict != after->verdict)
		return 1;
	was = row_region(before, CYT_ROW_REGION_MISSING);
	is = row_region(after, CYT_ROW_REGION_MISSING);
	if (!region_draw(was) || !region_draw(is))
		return CYT_ERR_NOMEM;
	return !same_region(was, is);
}

static int
add_row(struct cyt_result *result, struct cyt_change *change, const struct cyt_row_finding *before,
	const struct cyt_row_finding *after)
{
	struct cyt_row_change *row;
	int differs = row_differs(before, after);

	if (differs <= 0)
		return differs;
	row = arena_alloc(&result->arena, 1, sizeof(*row));
	if (!row || !list_push(&result->arena, &change->rows, row))
		return CYT_ERR_NOMEM;
	row->before = before;
	row->after = after;
	return 0;
}

/* Rows in the order of the instrument; one that only one side has stands where that has it. */
static int
add_rows(struct cyt_result *result, struct cyt_change *change)
{
	const struct cyt_provision_finding *before = change->before, *after = change->after;
	size_t b = 0, old = before ? before->rows.count : 0;
	int err = 0;

	for (size_t a = 0; !err && after && a < after->rows.count; a++) {
		const struct cyt_row_finding *row = after->rows.items[a];
		const struct cyt_row_finding *same = find_row(before, row);

		for (; !err && same && b < old && before->rows.items[b] != same; b++)
			if (!find_row(after, before->rows.items[b]))
				err = add_row(result, change, before->rows.items[b], NULL);
		b += same && b < old;
		if (!err)
			err = add_row(result, change, same, row);
	}
	for (; !err && b < old; b++)
		if (!find_row(after, before->rows.items[b]))
			err = add_row(result, change, before->rows.items[b], NULL);
	return err;
}

static int
add_change(struct cyt_result *result, const struct cyt_provision_finding *before,
	   const struct cyt_provision_finding *after)
{
	struct cyt_change *change = arena_alloc(&result->arena, 1, sizeof(*change));
	int err;

	if (!change)
		return CYT_ERR_NOMEM;
	change->before = before;
	change->after = after;
	err = add_rows(result, change);
	if (err < 0 || (!change->rows.count && before && after &&
			before->verdict == after->verdict))
		return err;
	return list_push(&result->arena, &result->changes, change) ? 0 : CYT_ERR_NOMEM;
}

static int
compare(struct cyt_result *result)
{
	const struct cyt_result *before = result->before, *after = result->after;
	int err = 0;

	for (size_t i = 0; !err && i < after->provisions.count; i++)
		err = add_change(result, find_provision(before, after->provisions.items[i]),
				 after->provisions.items[i]);
	for (size_t i = 0; !err && i < before->provisions.count; i++)
		if (!find_provision(after, before->provisions.items[i]))
			err = add_change(result, before->provisions.items[i], NULL);
	return err;
}

int
cyt_query_diff(struct cyt_result *before, struct cyt_result *after, struct cyt_result **out)
{
	struct cyt_result *result;
	int err;

	*out = NULL;
	if (before->question != CYT_QUESTION_COVERAGE ||
	    after->question != CYT_QUESTION_COVERAGE ||
	    strcmp(cyt_instrument_id(before->instrument),
		   cyt_instrument_id(after->instrument)) != 0)
		return CYT_ERR_INVALID;
	result = result_new(after->corpus, CYT_QUESTION_DIFF);
	if (!result)
		return CYT_ERR_NOMEM;
	result->before = cyt_result_ref(before);
	result->after = cyt_result_ref(after);
	result->subject = after->subject;
	result->subject_kind = after->subject_kind;
	result->subject_title = after->subject_title;
	result->instrument = after->instrument;
	result->as_at = after->as_at;
	result->tongue = after->tongue;
	result->with = after->with;
	result->with_count = after->with_count;
	err = compare(result);
	if (err < 0) {
		cyt_result_unref(result);
		return err;
	}
	*out = result;
	return 0;
}

/* -- reading ------------------------------------------------------------------------------- */

const struct cyt_result *
cyt_result_before(const struct cyt_result *result)
{
	return result->before;
}

const struct cyt_result *
cyt_result_after(const struct cyt_result *result)
{
	return result->after;
}

size_t
cyt_result_change_count(const struct cyt_result *result)
{
	return result->changes.count;
}

const struct cyt_change *
cyt_result_change_at(const struct cyt_result *result, size_t i)
{
	return i < result->changes.count ? result->changes.items[i] : NULL;
}

const struct cyt_provision_finding *
cyt_change_before(const struct cyt_change *change)
{
	return change->before;
}

const struct cyt_provision_finding *
cyt_change_after(const struct cyt_change *change)
{
	return change->after;
}

const struct cyt_row_change *
cyt_change_row_at(const struct cyt_change *change, size_t i)
{
	return i < change->rows.count ? change->rows.items[i] : NULL;
}

const struct cyt_row_finding *
cyt_row_change_before(const struct cyt_row_change *row)
{
	return row->before;
}

const struct cyt_row_finding *
cyt_row_change_after(const struct cyt_row_change *row)
{
	return row->after;
}

static void
word_side(struct prose *out, enum say side, const struct cyt_row_finding *row)
{
	struct prose sentences;

	prose_say(out, side);
	if (!row) {
		prose_say(out, SAY_NOT_MEASURED);
		return;
	}
	prose_beside(&sentences, out);
	word_row(&sentences, row);
	prose_take(out, &sentences);
}

/* What is missing to the cell: the sentences say only what bounds a gap. */
static void
word_exactly(struct prose *out, enum say side, const struct cyt_row_finding *row)
{
	const struct cyt_region *missing = row_region(row, CYT_ROW_REGION_MISSING);
	struct arena arena;
	word_scope scope;

	arena_init(&arena, out->text.hooks);
	scope = word_scope_of(row_region(row, CYT_ROW_REGION_DEMANDED), &arena);
	prose_say(out, side);
	if (!scope)
		out->text.failed = true;
	else if (region_is_unbounded(out, missing, scope))
		prose_say(out, SAY_ALL_OF_IT);
	else
		word_region(out, missing, scope, WORDING_BOXES);
	prose_add(out, ".");
	arena_release(&arena);
}

/* Whether the two sides differ in nothing but what they begin with. */
static bool
says_the_same(const struct strbuf *out, size_t second, size_t first_skip, size_t second_skip)
{
	size_t length = second - 1 - first_skip;

	return !out->failed && out->length - second - second_skip == length &&
	       memcmp(out->text + first_skip, out->text + second + second_skip, length) == 0;
}

int
cyt_row_change_sentence(const struct cyt_row_change *row, cyt_sink sink, void *data)
{
	const struct cyt_row_finding *either = row->after ? row->after : row->before;
	const struct cyt_result *result = finding_result(either);
	const char *const *words = result->tongue.words;
	struct prose out;
	size_t second;

	prose_begin(&out, result);
	word_side(&out, SAY_BEFORE, row->before);
	prose_add(&out, " ");
	second = out.text.length;
	word_side(&out, SAY_AFTER, row->after);
	if (row->before && row->after &&
	    says_the_same(&out.text, second, strlen(words[SAY_BEFORE]),
			  strlen(words[SAY_AFTER]))) {
		word_exactly(&out, SAY_MISSING_BEFORE, row->before);
		word_exactly(&out, SAY_MISSING_AFTER, row->after);
	}
	return prose_send(&out, sink, data);
}

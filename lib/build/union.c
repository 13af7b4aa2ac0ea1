/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Per law and concept, one union of the supplies for each interval between that pair's own dates. */
#include "build/law.h"

#include <stdlib.h>

static bool
is_repealed(const struct builder *b, uint32_t provision)
{
	for (; provision != NONE; provision = PROVISION(b, provision)->parent)
		if (PROVISION(b, provision)->status == STATUS_REPEALED)
			return true;
	return false;
}

static bool
never_counts(const struct builder *b, const struct cyt_supply *row)
{
	const struct img_terms *terms = TERMS(b, row);
	const uint32_t *refs = (const void *)b->refs.data;
	uint32_t i;

	for (i = 0; i < terms->stack.count; i++)
		if (is_repealed(b, EXTEND(b, refs[terms->stack.first + i])->provision))
			return true;
	return is_repealed(b, row->provision) ||
	       (row->via != NONE && is_repealed(b, EXTEND(b, row->via)->provision));
}

static int
compare_u32(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, c = *(const uint32_t *)right;

	return a < c ? -1 : a > c;
}

/* Days on which something begins or ends, sorted, each once; 0 (open) first. */
static uint32_t
collect_days(struct builder *b, uint32_t first, uint32_t end, uint32_t *days)
{
	uint32_t count = 1, i, unique = 0;

	days[0] = 0;
	for (i = first; i < end; i++) {
		const struct img_terms *terms = TERMS(b, SUPPLY(b, i));

		if (terms->from)
			days[count++] = terms->from;
		if (terms->until)
			days[count++] = terms->until;
	}
	qsort(days, count, sizeof(*days), compare_u32);
	for (i = 0; i < count; i++)
		if (!i || days[i] != days[i - 1])
			days[unique++] = days[i];
	return unique;
}

static void
emit_union(struct builder *b, struct img_union row, uint32_t all)
{
	struct img_union *out = stage_add(b, SECTION_UNION);
	struct img_conditional *conditional;

	row.is_conditional = row.region != all;
	*out = row;
	if (!row.is_conditional)
		return;
	conditional = stage_add(b, SECTION_CONDITIONAL);
	conditional->made = (uint32_t)stage_count(b, SECTION_UNION) - 1;
	conditional->region = all;
}

static void
add_union(struct builder *b, uint32_t first, uint32_t end, uint32_t from, uint32_t until)
{
	uint32_t concept = SUPPLY(b, first)->concept, i, region = NONE, all = NONE;
	const struct cyt_supply *row;
	const struct img_terms *terms;

	for (i = first; i < end && !b->error; i++) {
		row = SUPPLY(b, i);
		terms = TERMS(b, row);
		if (terms->from > from || (terms->until && terms->until <= from) ||
		    never_counts(b, row))
			continue;
		/* Where nothing is conditional both are the same. */
		if (all == region && !terms->conditional) {
			all = region = all == NONE ? row->region
						   : cut_union(b, concept, all, row->region);
			continue;
		}
		all = all == NONE ? row->region : cut_union(b, concept, all, row->region);
		if (!terms->conditional)
			region = region == NONE ? row->region
						: cut_union(b, concept, region, row->region);
	}
	if (all == NONE || b->error)
		return;
	if (region == NONE)
		region = cut_difference(b, concept, all, all);
	emit_union(b, (struct img_union){ .concept = concept, .from = from, .until = until,
					  .region = region }, all);
}

/* What does not end only adds up, from day to day. */
static bool
only_grows(const struct builder *b, uint32_t first, uint32_t end)
{
	uint32_t i;

	for (i = first; i < end; i++)
		if (TERMS(b, SUPPLY(b, i))->until || TERMS(b, SUPPLY(b, i))->conditional)
			return false;
	return true;
}

static void
grow_unions(struct builder *b, uint32_t first, uint32_t end, const uint32_t *days, uint32_t count)
{
	uint32_t concept = SUPPLY(b, first)->concept, region = NONE, day, i;
	const struct cyt_supply *row;
	struct img_union *out;

	for (day = 0; day < count && !b->error; day++) {
		for (i = first; i < end && !b->error; i++) {
			row = SUPPLY(b, i);
			if (TERMS(b, row)->from != days[day] || never_counts(b, row))
				continue;
			region = region == NONE ? row->region
						: cut_union(b, concept, region, row->region);
		}
		if (region == NONE || b->error)
			continue;
		out = stage_add(b, SECTION_UNION);
		*out = (struct img_union){ .concept = concept, .from = days[day], .region = region,
					   .until = day + 1 < count ? days[day + 1] : 0 };
	}
}

static void
make_unions(struct builder *b, uint32_t first, uint32_t end, struct table *rooms)
{
	uint32_t *days, count, i;

	if (!alloc_grow(&b->hooks, &rooms->rows, &rooms->capacity, 2 * (size_t)(end - first) + 1,
			sizeof(*days))) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	days = (uint32_t *)(void *)rooms->rows;
	count = collect_days(b, first, end, days);
	if (only_grows(b, first, end)) {
		grow_unions(b, first, end, days, count);
		return;
	}
	for (i = 0; i < count && !b->error; i++)
		add_union(b, first, end, days[i], i + 1 < count ? days[i + 1] : 0);
}

void
unions_make(struct builder *b)
{
	struct table rooms = { NULL, 0, 0 };
	uint32_t law, i, end, stop;

	for (law = 0; law < stage_count(b, SECTION_LAW) && !b->error; law++) {
		LAW(b, law)->unions.first = (uint32_t)stage_count(b, SECTION_UNION);
		stop = LAW(b, law)->supplies.first + LAW(b, law)->supplies.count;
		/* A dynamic law is asked supply by supply. */
		for (i = LAW(b, law)->supplies.first; i < stop && !LAW(b, law)->dynamic && !b->error;
		     i = end) {
			for (end = i + 1; end < stop && SUPPLY(b, end)->concept == SUPPLY(b, i)->concept;)
				end++;
			make_unions(b, i, end, &rooms);
		}
		LAW(b, law)->unions.count =
			(uint32_t)stage_count(b, SECTION_UNION) - LAW(b, law)->unions.first;
	}
	alloc_free(&b->hooks, rooms.rows);
}

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
	const uint32_t *stack = (const uint32_t *)(const void *)b->refs.data + row->stack.first;
	uint32_t i;

	for (i = 0; i < row->stack.count; i++)
		if (is_repealed(b, EXTEND(b, stack[i])->provision))
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
		if (SUPPLY(b, i)->from)
			days[count++] = SUPPLY(b, i)->from;
		if (SUPPLY(b, i)->until)
			days[count++] = SUPPLY(b, i)->until;
	}
	qsort(days, count, sizeof(*days), compare_u32);
	for (i = 0; i < count; i++)
		if (!i || days[i] != days[i - 1])
			days[unique++] = days[i];
	return unique;
}

static void
add_union(struct builder *b, uint32_t first, uint32_t end, uint32_t from, uint32_t until)
{
	uint32_t concept = SUPPLY(b, first)->concept, i, region = NONE, all = NONE;
	const struct cyt_supply *row;
	struct img_union *out;

	for (i = first; i < end && !b->error; i++) {
		row = SUPPLY(b, i);
		if (row->from > from || (row->until && row->until <= from) || never_counts(b, row))
			continue;
		all = all == NONE ? row->region : cut_union(b, concept, all, row->region);
		row = SUPPLY(b, i);
		if (!row->conditional)
			region = region == NONE ? row->region
						: cut_union(b, concept, region, row->region);
	}
	if (all == NONE || b->error)
		return;
	if (region == NONE)
		region = cut_difference(b, concept, all, all);
	out = stage_add(b, SECTION_UNION);
	*out = (struct img_union){ concept, from, until, region, all };
}

static void
make_unions(struct builder *b, uint32_t first, uint32_t end)
{
	uint32_t *days, count, i;

	days = alloc_resize(&b->hooks, NULL, 2 * (size_t)(end - first) + 1, sizeof(*days));
	if (!days) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	count = collect_days(b, first, end, days);
	for (i = 0; i < count && !b->error; i++)
		add_union(b, first, end, days[i], i + 1 < count ? days[i + 1] : 0);
	alloc_free(&b->hooks, days);
}

void
unions_make(struct builder *b)
{
	uint32_t law, i, end, stop;

	for (law = 0; law < stage_count(b, SECTION_LAW) && !b->error; law++) {
		LAW(b, law)->unions.first = (uint32_t)stage_count(b, SECTION_UNION);
		stop = LAW(b, law)->supplies.first + LAW(b, law)->supplies.count;
		/* A dynamic law is asked supply by supply. */
		for (i = LAW(b, law)->supplies.first; i < stop && !LAW(b, law)->dynamic && !b->error;
		     i = end) {
			for (end = i + 1; end < stop && SUPPLY(b, end)->concept == SUPPLY(b, i)->concept;)
				end++;
			make_unions(b, i, end);
		}
		LAW(b, law)->unions.count =
			(uint32_t)stage_count(b, SECTION_UNION) - LAW(b, law)->unions.first;
	}
}

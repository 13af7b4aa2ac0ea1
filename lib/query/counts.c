/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of a law counts on the date: status, dates, and what another provision replaces. */
#include "query/subject.h"

#include <cybertreaty/base.h>

#include <stdlib.h>

static bool
in_time(const struct subject *subject, uint32_t from, uint32_t until)
{
	return from <= subject->as_at && (until == 0 || subject->as_at < until);
}

/* `own`: it is the status of the law itself, for which its name as the subject is enough. */
static bool
status_counts(const struct subject *subject, uint32_t status, bool has_from, uint32_t law,
	      bool own)
{
	uint32_t role;

	if (status == STATUS_REPEALED)
		return false;
	if (status != STATUS_BILL && (status != STATUS_ADOPTED || has_from))
		return true;
	role = subject_role(subject, law);
	return (role & LAW_IS_WITH) || (own && (role & LAW_IS_NAMED));
}

bool
subject_law_counts(const struct subject *subject, const struct cyt_law *law)
{
	uint32_t index = image_index(subject->image, law, law);

	return in_time(subject, law->from, law->until) &&
	       status_counts(subject, law->status, law->from != 0, index, true);
}

static bool
is_replaced(const struct subject *subject, uint32_t provision)
{
	size_t low = 0, high = subject->replaced_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (subject->replaced[middle].end <= provision)
			low = middle + 1;
		else
			high = middle;
	}
	return low < subject->replaced_count && subject->replaced[low].first <= provision;
}

/* A provision within a law that counts; its dates are already cut by those around it. */
static bool
provision_counts(const struct subject *subject, uint32_t provision)
{
	const struct cyt_provision *row;

	if (provision == NONE)
		return true;
	row = image_provision(subject->image, provision);
	if (!in_time(subject, row->from, row->until) || is_replaced(subject, provision))
		return false;
	for (; provision != NONE; provision = row->parent) {
		row = image_provision(subject->image, provision);
		if (!status_counts(subject, row->status, row->has_from, row->law, false))
			return false;
	}
	return true;
}

static bool
extend_counts(const struct subject *subject, uint32_t extend)
{
	const struct cyt_extend *row;

	if (extend == NONE)
		return true;
	row = image_extend(subject->image, extend);
	return in_time(subject, row->from, row->until) &&
	       subject_law_counts(subject, image_law(subject->image, row->law)) &&
	       provision_counts(subject, row->provision);
}

bool
subject_supply_counts(const struct subject *subject, const struct cyt_supply *supply)
{
	const struct img_terms *terms = supply_terms(subject->image, supply);
	const uint32_t *stack = image_refs(subject->image, terms->stack.first);

	if (!in_time(subject, terms->from, terms->until) ||
	    !provision_counts(subject, supply->provision) ||
	    !extend_counts(subject, supply->via))
		return false;
	for (uint32_t i = 0; i < terms->stack.count; i++)
		if (!extend_counts(subject, stack[i]))
			return false;
	return true;
}

/* -- laws of which everything counts ------------------------------------------------------ */

/* Days from .. until - 1. */
struct days {
	uint32_t from, until;
};

#define NEVER ((struct days){ 1, 1 })

static void
narrow(struct days *days, uint32_t from, uint32_t until)
{
	if (from > days->from)
		days->from = from;
	if (until != 0 && until < days->until)
		days->until = until;
}

/* Where nothing but dates decides; else never. */
static void
narrow_by_status(struct days *days, uint32_t status, bool has_from)
{
	if (status == STATUS_REPEALED || status == STATUS_BILL ||
	    (status == STATUS_ADOPTED && !has_from))
		*days = NEVER;
}

static void
narrow_by_provision(struct days *days, const struct image *image, uint32_t provision)
{
	const struct cyt_provision *row;

	if (provision != NONE) {
		row = image_provision(image, provision);
		narrow(days, row->from, row->until);
	}
	for (; provision != NONE; provision = row->parent) {
		row = image_provision(image, provision);
		narrow_by_status(days, row->status, row->has_from);
	}
}

static void
narrow_by_extend(struct days *days, const struct image *image, uint32_t extend)
{
	const struct cyt_extend *row;
	const struct cyt_law *law;

	if (extend == NONE)
		return;
	row = image_extend(image, extend);
	law = image_law(image, row->law);
	narrow(days, row->from, row->until);
	narrow(days, law->from, law->until);
	narrow_by_status(days, law->status, law->from != 0);
	narrow_by_provision(days, image, row->provision);
}

/* On which days all supplies of a law count if the law does, and nothing is replaced. */
static struct days
find_days(const struct image *image, const struct cyt_law *law)
{
	struct days days = { 0, UINT32_MAX };

	for (uint32_t i = 0; i < law->supplies.count; i++) {
		const struct cyt_supply *supply = image_supply(image, law->supplies.first + i);
		const struct img_terms *terms = supply_terms(image, supply);
		const uint32_t *stack = image_refs(image, terms->stack.first);

		narrow(&days, terms->from, terms->until);
		narrow_by_provision(&days, image, supply->provision);
		narrow_by_extend(&days, image, supply->via);
		for (uint32_t k = 0; k < terms->stack.count; k++)
			narrow_by_extend(&days, image, stack[k]);
	}
	return days.from < days.until ? days : NEVER;
}

static _Atomic(uint64_t) *
place_of(const struct subject *subject, const struct cyt_law *law)
{
	return &subject->index->settled[image_index(subject->image, law, law)];
}

/* In one word that is never 0, which is for laws that nobody looked at yet. */
void
subject_settle(const struct subject *subject, const struct cyt_law *law)
{
	_Atomic(uint64_t) *place = place_of(subject, law);
	struct days days;

	if (atomic_load_explicit(place, memory_order_relaxed))
		return;
	days = find_days(subject->image, law);
	atomic_store_explicit(place, (uint64_t)days.from << 32 | days.until, memory_order_relaxed);
}

bool
subject_all_supplies_count(const struct subject *subject, const struct cyt_law *law)
{
	uint64_t known = atomic_load_explicit(place_of(subject, law), memory_order_relaxed);

	return !subject->replaced_count && known >> 32 <= subject->as_at &&
	       subject->as_at < (uint32_t)known;
}

bool
subject_except_counts(const struct subject *subject, const struct img_except *except)
{
	return in_time(subject, except->from, except->until) &&
	       subject_law_counts(subject, image_law(subject->image, except->law)) &&
	       provision_counts(subject, except->provision);
}

/* -- replacing ---------------------------------------------------------------------------- */

struct targets {
	uint32_t *items; /* PROVISION */
	size_t count, capacity;
};

static int
compare_targets(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;

	return (one > other) - (one < other);
}

/* What one provision replaces, if it counts and both belong to the subject. */
static bool
add_target(const struct subject *subject, uint32_t by, struct targets *out)
{
	const struct image *image = subject->image;
	uint32_t target = image_provision(image, by)->replaces;

	if (!provision_counts(subject, by) ||
	    !(subject_role(subject, image_provision(image, target)->law) & LAW_BELONGS))
		return true;
	if (!alloc_grow(subject->arena->hooks, &out->items, &out->capacity, out->count + 1,
			sizeof(*out->items)))
		return false;
	out->items[out->count++] = target;
	return true;
}

/* What provisions of the subject replace in it. One that is replaced in its turn keeps its effect: the
 * newest stands in the place of all before it, and a repeal revives nothing. */
static int
collect(const struct subject *subject, struct targets *out)
{
	for (size_t s = 0; s < subject->source_count; s++) {
		const struct cyt_law *law = subject->sources[s].law;
		struct img_list replacing;

		if (!law || !subject->counts[s])
			continue;
		replacing = index_replacing(subject->index, law);
		for (uint32_t i = 0; i < replacing.count; i++)
			if (!add_target(subject, subject->index->replacing[replacing.first + i],
					out))
				return CYT_ERR_NOMEM;
	}
	if (out->count > 1)
		qsort(out->items, out->count, sizeof(*out->items), compare_targets);
	return 0;
}

int
subject_find_replaced(struct subject *subject)
{
	struct targets all = { NULL, 0, 0 };
	uint32_t end = 0;
	int err = collect(subject, &all);

	if (err < 0)
		goto out;
	subject->replaced = arena_alloc(subject->arena, all.count, sizeof(*subject->replaced));
	err = subject->replaced ? 0 : CYT_ERR_NOMEM;
	for (size_t i = 0; !err && i < all.count; i++) {
		struct span *span = &subject->replaced[subject->replaced_count];

		/* Targets rise, so one that lies within the last span adds nothing. */
		if (all.items[i] < end)
			continue;
		span->first = all.items[i];
		span->end = end = image_provision(subject->image, span->first)->end;
		subject->replaced_count++;
	}
out:
	alloc_free(subject->arena->hooks, all.items);
	return err;
}

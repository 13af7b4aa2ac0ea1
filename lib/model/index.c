/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an image can be asked for quickly. */
#include "model/index.h"

#include <string.h>

static const char *
jurisdiction_of(const struct image *image, uint32_t law)
{
	return image_string(image, image_law(image, law)->jurisdiction);
}

/* Merges two sorted runs; what is equal stays in order. */
static void
merge(const struct image *image, const uint32_t *from, size_t middle, size_t end, uint32_t *to)
{
	size_t left = 0, right = middle;

	while (left < middle || right < end) {
		bool first = right == end ||
			     (left < middle && strcmp(jurisdiction_of(image, from[left]),
						      jurisdiction_of(image, from[right])) <= 0);

		*to++ = first ? from[left++] : from[right++];
	}
}

/* Runs of growing length; `spare` is as long as `laws`. */
static void
sort_laws(const struct image *image, uint32_t *laws, uint32_t *spare, size_t count)
{
	for (size_t run = 1; run < count; run *= 2) {
		for (size_t at = 0; at < count; at += 2 * run) {
			size_t end = count - at < 2 * run ? count - at : 2 * run;

			merge(image, laws + at, end < run ? end : run, end, spare + at);
		}
		memcpy(laws, spare, count * sizeof(*laws));
	}
}

static bool
index_laws(struct index *index)
{
	uint32_t count = image_count(index->image, SECTION_LAW);
	const struct cyt_alloc_hooks *hooks = index->hooks;
	uint32_t *spare = alloc_resize(hooks, NULL, count, sizeof(*spare));

	index->laws = alloc_resize(hooks, NULL, count, sizeof(*index->laws));
	if (!index->laws || !spare) {
		alloc_free(hooks, spare);
		return false;
	}
	for (uint32_t i = 0; i < count; i++)
		index->laws[i] = i;
	sort_laws(index->image, index->laws, spare, count);
	alloc_free(hooks, spare);
	return true;
}

static bool
index_provisions(struct index *index)
{
	uint32_t count = image_count(index->image, SECTION_PROVISION);
	size_t room = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (image_provision(index->image, i)->replaces == NONE)
			continue;
		if (!alloc_grow(index->hooks, &index->replacing, &room, index->replacing_count + 1,
				sizeof(*index->replacing)))
			return false;
		index->replacing[index->replacing_count++] = i;
	}
	return true;
}

struct index *
index_new(const struct image *image, const struct cyt_alloc_hooks *hooks)
{
	struct index *index = alloc_zero(hooks, 1, sizeof(*index));

	if (!index)
		return NULL;
	index->image = image;
	index->hooks = hooks;
	index->briefs = alloc_zero(hooks, image_count(image, SECTION_INSTRUMENT),
				   sizeof(*index->briefs));
	index->settled =
		alloc_zero(hooks, image_count(image, SECTION_LAW), sizeof(*index->settled));
	index->spaces = ledger_new(image_count(image, SECTION_LAW), hooks);
	if (index->briefs && index->settled && index->spaces && index_laws(index) &&
	    index_provisions(index))
		return index;
	index_free(index);
	return NULL;
}

void
index_free(struct index *index)
{
	const struct cyt_alloc_hooks *hooks;

	if (!index)
		return;
	hooks = index->hooks;
	for (uint32_t i = 0; index->briefs && i < image_count(index->image, SECTION_INSTRUMENT); i++)
		brief_free(atomic_load(&index->briefs[i]), hooks);
	alloc_free(hooks, index->briefs);
	alloc_free(hooks, index->settled);
	ledger_free(index->spaces, hooks);
	alloc_free(hooks, index->laws);
	alloc_free(hooks, index->replacing);
	alloc_free(hooks, index);
}

/* First place whose jurisdiction is not less, or with `after` that is greater. */
static uint32_t
bound(const struct index *index, const char *jurisdiction, bool after)
{
	uint32_t low = 0, high = image_count(index->image, SECTION_LAW);

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(jurisdiction_of(index->image, index->laws[middle]),
				   jurisdiction);

		if (order < 0 || (after && order == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct img_list
index_jurisdiction(const struct index *index, const char *jurisdiction)
{
	struct img_list out;

	out.first = bound(index, jurisdiction, false);
	out.count = bound(index, jurisdiction, true) - out.first;
	return out;
}

/* First place of a list of rising rows that is not less. */
static uint32_t
first_from(const uint32_t *rows, uint32_t count, uint32_t row)
{
	uint32_t low = 0;

	while (low < count) {
		uint32_t middle = low + (count - low) / 2;

		if (rows[middle] < row)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

struct img_list
index_replacing(const struct index *index, const struct cyt_law *law)
{
	uint32_t count = index->replacing_count;
	uint32_t end = law->provisions.first + law->provisions.count;
	struct img_list out;

	out.first = first_from(index->replacing, count, law->provisions.first);
	out.count = first_from(index->replacing, count, end) - out.first;
	return out;
}

const struct brief *
index_brief(const struct index *index, const struct cyt_instrument *instrument)
{
	_Atomic(struct brief *) *place =
		&index->briefs[image_index(index->image, instrument, instrument)];
	struct brief *known = atomic_load_explicit(place, memory_order_acquire), *made;

	if (known)
		return known;
	made = brief_new(instrument, index->hooks);
	if (!made || atomic_compare_exchange_strong(place, &known, made))
		return made;
	/* Another thread was faster. */
	brief_free(made, index->hooks);
	return known;
}

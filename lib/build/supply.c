/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What laws supply: regions of supplies, the copies that extensions make, exceptions. */
#define _GNU_SOURCE
#include "build/law.h"

#include <stdlib.h>
#include <string.h>

/* Stacked extensions double what they reach; nobody's law comes near this. */
#define COPIES_MAX (1u << 18)

/* A supply on its way to the image. */
struct work {
	struct cyt_supply row;
	uint32_t general;  /* position of the general rule that made the copy, NONE for an original */
};

struct work_list {
	struct work *rows;
	size_t count, capacity;
};

static struct work *
add_work(struct builder *b, struct work_list *list)
{
	if (!alloc_grow(&b->hooks, &list->rows, &list->capacity, list->count + 1,
			sizeof(struct work))) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	return memset(&list->rows[list->count++], 0, sizeof(struct work));
}

/* -- originals -------------------------------------------------------------------------------- */

static void
set_law_unstated(struct builder *b, uint32_t law)
{
	uint32_t node = LAW(b, law)->node, child, count = 0;
	const char *facet;
	struct case_row *row;

	for (child = stage_child(b, node, ELEMENT_UNSTATED); child != NONE;
	     child = stage_sibling(b, child, ELEMENT_UNSTATED))
		count++;
	b->law_unstated_count = 0;
	b->law_unstated = arena_alloc(&b->arena, count, sizeof(*b->law_unstated));
	if (!b->law_unstated) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	for (child = stage_child(b, node, ELEMENT_UNSTATED); child != NONE && !b->error;
	     child = stage_sibling(b, child, ELEMENT_UNSTATED)) {
		facet = stage_attribute(b, child, ATTRIBUTE_FACET);
		row = &b->law_unstated[b->law_unstated_count++];
		row->facet = vocabulary_facet(b, facet, strlen(facet));
		row->mask = vocabulary_values(b, child, ATTRIBUTE_IS, row->facet);
	}
}

static bool
says(const struct case_list *list, uint32_t facet)
{
	uint32_t i, j;

	for (i = 0; i < list->count; i++)
		for (j = 0; j < list->boxes[i].count; j++)
			if (list->boxes[i].rows[j].facet == facet)
				return true;
	return false;
}

/* Axes, by position, on which a supply and the extension behind it say nothing. */
static uint32_t
silent_axes(struct builder *b, uint32_t node, uint32_t concept, const uint64_t *before,
	    uint64_t *mask)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint32_t i, offset, words = axes.count / 64 + 1;

	memset(mask, 0, words * sizeof(*mask));
	for (i = 0; i < axes.count; i++)
		if (!says(cases_of(b, node), AXIS(b, axes.first + i)->facet) &&
		    (!before || before[i / 64] >> i % 64 & 1))
			mask[i / 64] |= UINT64_C(1) << i % 64;
	offset = pool_add(&b->words, mask, words);
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return offset;
}

static void
make_original(struct builder *b, const struct original *original, struct work_list *list)
{
	uint32_t node = original->node, concept = original->concept, except, region, from, until;
	const struct cyt_provision *provision = PROVISION(b, original->provision);
	uint64_t mask[FACETS_MAX / 64 + 1];
	struct work *work;

	region = cut_region(b, node, concept, SILENCE_LAW);
	for (except = stage_child(b, node, ELEMENT_EXCEPT); except != NONE && !b->error;
	     except = stage_sibling(b, except, ELEMENT_EXCEPT))
		region = cut_difference(b, concept, region,
					cut_region(b, except, concept, SILENCE_EVERY));
	if (b->error)
		return;
	if (cut_is_empty(b, concept, region)) {
		stage_warning(b, DIAG_EMPTY_SUPPLY, node, "its exceptions take away all it covers of `%s`",
			      stage_text(b, CONCEPT(b, concept)->id));
		return;
	}
	from = source_day(b, node, ATTRIBUTE_FROM);
	until = source_day(b, node, ATTRIBUTE_UNTIL);
	source_cut_span(&from, &until, provision->from, provision->until);
	work = add_work(b, list);
	if (!work)
		return;
	work->general = NONE;
	work->row = (struct cyt_supply){ .node = node,
					 .law = provision->law,
					 .provision = original->provision,
					 .concept = concept,
					 .region = region,
					 .from = from,
					 .until = until,
					 .via = NONE };
	work->row.conditional = stage_child(b, node, ELEMENT_CONDITION) != NONE;
	source_of(b, node, &work->row.basis, &work->row.consulted);
	work->row.silent = silent_axes(b, node, concept, NULL, mask);
}

/* -- copies -------------------------------------------------------------------------------------- */

/* The region with the facets of an extension replaced; the same for all laws that say the same. */
static uint32_t
copy_region(struct builder *b, uint32_t node, uint32_t concept, uint32_t region)
{
	size_t replaces = stage_count(b, SECTION_REPLACE);
	struct img_list replace;
	const struct img_replace *rows;
	union memo_slot *slot;
	uint32_t key[32], count = 0, i;
	bool is_new;

	if (!cases_replace(b, node, concept, false, &replace) || b->error)
		return region;
	key[count++] = concept;
	key[count++] = region;
	rows = STAGE_ROW(b, REPLACE, struct img_replace, replace.first);
	for (i = 0; i < replace.count && count + 2 <= 32; i++) {
		key[count++] = rows[i].axis;
		key[count++] = rows[i].mask;
	}
	slot = i == replace.count ? stage_memo(b, &b->copies, key, count, &is_new) : NULL;
	if (!slot || is_new)
		region = cut_replace(b, concept, region, replace);
	else
		region = slot->number;
	if (slot && is_new)
		slot->number = region;
	/* The image has no use for these masks. */
	b->tables[SECTION_REPLACE].count = replaces;
	return region;
}

/* The extensions behind what is copied, for a copy counts only while all of them do. */
static struct img_list
stack_behind(struct builder *b, const struct cyt_supply *copied)
{
	struct img_list out = { 0, 0 };
	uint32_t *stack;

	if (copied->via == NONE)
		return out;
	out.count = copied->stack.count + 1;
	stack = arena_alloc(&b->arena, out.count, sizeof(*stack));
	if (!stack) {
		b->error = CYT_ERR_NOMEM;
		return out;
	}
	stack[0] = copied->via;
	if (copied->stack.count)
		memcpy(stack + 1, (uint32_t *)(void *)b->refs.data + copied->stack.first,
		       copied->stack.count * sizeof(*stack));
	out.first = pool_add(&b->refs, stack, out.count);
	if (out.first == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return out;
}

static void
copy_supply(struct builder *b, uint32_t number, size_t source, struct work_list *list)
{
	const struct general *general = &b->laws->generals[number];
	const struct cyt_extend *extend = EXTEND(b, general->extend);
	struct cyt_supply row = list->rows[source].row;
	uint32_t words = CONCEPT(b, row.concept)->axes.count / 64 + 1;
	uint64_t mask[FACETS_MAX / 64 + 1], before[FACETS_MAX / 64 + 1];
	struct work *work;

	if (!cases_fit(b, general->node, row.concept, false))
		return;
	row.region = copy_region(b, general->node, row.concept, row.region);
	source_cut_span(&row.from, &row.until, general->from, general->until);
	if (row.until && row.from >= row.until)
		return;
	row.stack = stack_behind(b, &row);
	row.via = general->extend;
	source_weaken(&row.basis, &row.consulted, extend->basis, extend->consulted);
	memcpy(before, (uint64_t *)(void *)b->words.data + row.silent, words * sizeof(*before));
	row.silent = silent_axes(b, general->node, row.concept, before, mask);
	work = add_work(b, list);
	if (work) {
		work->row = row;
		work->general = number;
	}
}

static bool
is_stacked(struct builder *b, const struct general *general)
{
	const char *stack = stage_attribute(b, general->node, ATTRIBUTE_STACK);

	return stack && strcmp(stack, "yes") == 0;
}

static void
make_copies(struct builder *b, struct work_list *list)
{
	size_t originals = list->count, before, i;
	struct general *general;
	uint32_t r, number;

	for (r = 0; r < b->laws->reaching_count && !b->error; r++) {
		number = b->laws->reaching[r];
		general = &b->laws->generals[number];
		if (general->extend == NONE)
			continue;
		before = list->count;
		for (i = 0; i < before && !b->error; i++) {
			/* Extensions do not feed one another; a stacked one copies what those before it
			 * in its law made of the supplies of that law. */
			if (i >= originals &&
			    (!is_stacked(b, general) || list->rows[i].row.law != general->law ||
			     b->laws->generals[list->rows[i].general].law != general->law))
				continue;
			if (general_covers(b, general, list->rows[i].row.provision))
				copy_supply(b, number, i, list);
			if (list->count - originals > COPIES_MAX) {
				stage_error(b, DIAG_IMAGE_LIMIT, general->node,
					    "up to here the extensions of one law make more than %u "
					    "copies", COPIES_MAX);
				return;
			}
		}
	}
}

/* -- exceptions ---------------------------------------------------------------------------------- */

static bool
excepted(struct builder *b, struct general *general, const struct cyt_supply *row)
{
	return general->extend == NONE && general_covers(b, general, row->provision) &&
	       cases_fit(b, general->node, row->concept, false);
}

/* Exceptions that count whenever the law does are cut out here; the others are kept beside. */
static void
apply_excepts(struct builder *b, struct cyt_supply *row)
{
	struct general *general;
	struct img_except *except;
	uint32_t r, region;

	row->excepts.first = (uint32_t)stage_count(b, SECTION_EXCEPT);
	for (r = 0; r < b->laws->reaching_count && !b->error; r++) {
		general = &b->laws->generals[b->laws->reaching[r]];
		if (!excepted(b, general, row))
			continue;
		region = cut_region(b, general->node, row->concept, SILENCE_EVERY);
		if (general->always && general->law == row->law) {
			row->region = cut_difference(b, row->concept, row->region, region);
			continue;
		}
		except = stage_add(b, SECTION_EXCEPT);
		*except = (struct img_except){ general->law, general->provision, general->from,
					       general->until, region };
		row->excepts.count++;
	}
}

/* -- emission -------------------------------------------------------------------------------------- */

static int
compare_work(const void *left, const void *right)
{
	const struct work *a = left, *c = right;
	const uint32_t keys[][2] = { { a->row.concept, c->row.concept },
				     { a->row.provision, c->row.provision },
				     { a->row.via + 1, c->row.via + 1 }, /* originals (NONE) first */
				     { a->row.node, c->row.node },
				     { a->row.stack.count, c->row.stack.count },
				     { a->row.stack.first, c->row.stack.first } };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i][0] != keys[i][1])
			return keys[i][0] < keys[i][1] ? -1 : 1;
	return 0;
}

bool
status_is_plain(const struct builder *b, uint32_t provision)
{
	const struct cyt_provision *row;

	for (; provision != NONE; provision = row->parent) {
		row = PROVISION(b, provision);
		if (row->status == STATUS_BILL || (row->status == STATUS_ADOPTED && !row->has_from))
			return false;
	}
	return true;
}

static bool
extend_is_plain(const struct builder *b, uint32_t extend, uint32_t law)
{
	return extend == NONE || (EXTEND(b, extend)->law == law &&
				  status_is_plain(b, EXTEND(b, extend)->provision));
}

/* Whether the supply depends on its dates and on nothing else. */
static bool
supply_is_plain(const struct builder *b, const struct cyt_supply *row)
{
	const uint32_t *stack = (const uint32_t *)(const void *)b->refs.data + row->stack.first;
	uint32_t i;

	for (i = 0; i < row->stack.count; i++)
		if (!extend_is_plain(b, stack[i], row->law))
			return false;
	return !row->excepts.count && status_is_plain(b, row->provision) &&
	       extend_is_plain(b, row->via, row->law);
}

static void
emit_supplies(struct builder *b, uint32_t law, struct work_list *list)
{
	struct cyt_supply *row;
	bool plain = true;
	size_t i;

	if (list->count)
		qsort(list->rows, list->count, sizeof(*list->rows), compare_work);
	LAW(b, law)->supplies.first = (uint32_t)stage_count(b, SECTION_SUPPLY);
	for (i = 0; i < list->count && !b->error; i++) {
		apply_excepts(b, &list->rows[i].row);
		if (cut_is_empty(b, list->rows[i].row.concept, list->rows[i].row.region))
			continue;
		row = stage_add(b, SECTION_SUPPLY);
		*row = list->rows[i].row;
		plain = plain && supply_is_plain(b, row);
	}
	LAW(b, law)->supplies.count =
		(uint32_t)stage_count(b, SECTION_SUPPLY) - LAW(b, law)->supplies.first;
	LAW(b, law)->dynamic = !plain;
}

static void
collect_reaching(struct builder *b, uint32_t law)
{
	uint32_t i;

	b->laws->reaching_count = 0;
	for (i = 0; i < b->laws->general_count; i++)
		if (general_reaches(b, &b->laws->generals[i], law))
			b->laws->reaching[b->laws->reaching_count++] = i;
}

void
laws_cut(struct builder *b)
{
	struct work_list list = { NULL, 0, 0 };
	uint32_t law, i;

	for (law = 0; law < stage_count(b, SECTION_LAW) && !b->error; law++) {
		list.count = 0;
		set_law_unstated(b, law);
		collect_reaching(b, law);
		for (i = b->laws->first[law]; i < b->laws->first[law + 1] && !b->error; i++)
			make_original(b, &b->laws->originals[i], &list);
		make_copies(b, &list);
		emit_supplies(b, law, &list);
	}
	alloc_free(&b->hooks, list.rows);
	b->law_unstated_count = 0;
}

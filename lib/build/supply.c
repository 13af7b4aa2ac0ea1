/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What laws supply: regions of supplies, the copies that extensions make, exceptions. */
#define _GNU_SOURCE
#include "build/law.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"

/* Stacked extensions double what they reach; nobody's law comes near this. */
#define COPIES_MAX (1u << 18)

/* A supply on its way to the image. */
struct work {
	struct cyt_supply row;
	struct img_terms terms;
	struct saying *saying; /* of an original; NULL: none, or a copy */
	uint32_t general;  /* position of the general rule that made the copy, NONE for an original */
};

struct work_list {
	struct work *rows;
	size_t count, capacity;
	struct sort_row *order, *spare;
	size_t order_capacity, spare_capacity;
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
	uint32_t node = LAW(b, law)->node, first = stage_child(b, node, ELEMENT_UNSTATED), child;
	uint32_t count = 0;
	const char *facet;
	struct case_row *row;

	for (child = first; child != NONE; child = stage_sibling(b, child, ELEMENT_UNSTATED))
		count++;
	b->law_unstated_count = 0;
	b->law_unstated_number = law_number_unstated(b, node);
	if (!count)
		return;
	b->law_unstated = arena_alloc(&b->arena, count, sizeof(*b->law_unstated));
	if (!b->law_unstated) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	for (child = first; child != NONE && !b->error;
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

/* Axes, by position, on which a supply and the extension behind it say nothing; `before`: the axes on
 * which the supply did, or NONE for all. */
static uint32_t
silent_axes(struct builder *b, const struct case_list *list, uint32_t concept, uint32_t before)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint64_t mask[FACETS_MAX / 64 + 1] = { 0 };
	const uint64_t *old = (const uint64_t *)(const void *)b->words.data + before;
	uint32_t i, offset, words = axes.count / 64 + 1;

	for (i = 0; i < axes.count; i++)
		if (!says(list, AXIS(b, axes.first + i)->facet) &&
		    (before == NONE || old[i / 64] >> i % 64 & 1))
			mask[i / 64] |= UINT64_C(1) << i % 64;
	offset = pool_add(&b->words, mask, words);
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return offset;
}

static uint32_t
region_of(struct builder *b, const struct original *original)
{
	uint32_t concept = original->concept, except;
	uint32_t region = cut_region(b, original->node, concept, SILENCE_LAW);

	for (except = stage_child(b, original->node, ELEMENT_EXCEPT); except != NONE && !b->error;
	     except = stage_sibling(b, except, ELEMENT_EXCEPT))
		region = cut_difference(b, concept, region,
					cut_region(b, except, concept, SILENCE_EVERY));
	return region;
}

static void
cut_original(struct builder *b, const struct original *original, struct work *work)
{
	const struct case_list *list = cases_of(b, original->node);
	struct saying *saying = original->saying;

	work->row.concept = original->concept;
	work->saying = saying;
	if (saying && saying->is_cut) {
		work->row.region = saying->region;
		work->terms.silent = saying->silent;
		return;
	}
	work->row.region = region_of(b, original);
	work->terms.silent = silent_axes(b, list, original->concept, NONE);
	if (!saying)
		return;
	saying->is_cut = true;
	saying->region = work->row.region;
	saying->silent = work->terms.silent;
}

static void
make_original(struct builder *b, const struct original *original, struct work_list *list)
{
	const struct cyt_provision *provision = PROVISION(b, original->provision);
	uint32_t node = original->node;
	struct work work = { .general = NONE }, *row;
	struct img_terms *terms = &work.terms;

	cut_original(b, original, &work);
	if (b->error)
		return;
	if (cut_is_empty(b, original->concept, work.row.region)) {
		stage_warning(b, DIAG_EMPTY_SUPPLY, node, "its exceptions take away all it covers of `%s`",
			      stage_text(b, CONCEPT(b, original->concept)->id));
		return;
	}
	if (node - provision->node > SUPPLY_BEYOND_MAX) {
		stage_error(b, DIAG_IMAGE_LIMIT, node,
			    "more than %u elements stand before it in its provision",
			    SUPPLY_BEYOND_MAX);
		return;
	}
	work.row.beyond = node - provision->node;
	work.row.provision = original->provision;
	work.row.via = NONE;
	terms->from = source_day(b, node, ATTRIBUTE_FROM);
	terms->until = source_day(b, node, ATTRIBUTE_UNTIL);
	source_cut_span(&terms->from, &terms->until, provision->from, provision->until);
	terms->conditional = stage_child(b, node, ELEMENT_CONDITION) != NONE;
	source_of(b, node, &terms->basis, &terms->consulted);
	row = add_work(b, list);
	if (row)
		*row = work;
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
stack_behind(struct builder *b, const struct work *copied)
{
	struct img_list out = { 0, 0 };
	uint32_t *stack;

	if (copied->row.via == NONE)
		return out;
	out.count = copied->terms.stack.count + 1;
	stack = arena_alloc(&b->arena, out.count, sizeof(*stack));
	if (!stack) {
		b->error = CYT_ERR_NOMEM;
		return out;
	}
	stack[0] = copied->row.via;
	if (copied->terms.stack.count)
		memcpy(stack + 1, (uint32_t *)(void *)b->refs.data + copied->terms.stack.first,
		       copied->terms.stack.count * sizeof(*stack));
	out.first = pool_add(&b->refs, stack, out.count);
	if (out.first == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return out;
}

static void
make_copy(struct builder *b, uint32_t node, uint32_t concept, uint32_t region, uint32_t silent,
	  struct copy *out)
{
	out->fits = cases_fit(b, node, concept, false);
	if (!out->fits)
		return;
	out->region = copy_region(b, node, concept, region);
	out->silent = silent_axes(b, cases_of(b, node), concept, silent);
}

/* The same extension of the same region is made once. */
static struct copy
find_copy(struct builder *b, uint32_t node, const struct case_list *list, const struct work *work)
{
	uint32_t key[4] = { list->number, work->row.concept, work->row.region, work->terms.silent };
	struct copy out = { 0, 0, false }, *kept;
	union memo_slot *slot = NULL;
	bool is_new;

	if (list->shared)
		slot = stage_memo(b, &b->copied, key, 4, &is_new);
	if (slot && slot->pointer)
		return *(const struct copy *)slot->pointer;
	make_copy(b, node, work->row.concept, work->row.region, work->terms.silent, &out);
	kept = slot ? arena_alloc(&b->arena, 1, sizeof(*kept)) : NULL;
	if (kept) {
		*kept = out;
		slot->pointer = kept;
	}
	return out;
}

static struct copy
copy_of(struct builder *b, uint32_t node, const struct work *work)
{
	const struct case_list *list = cases_of(b, node);
	struct saying *saying = work->saying;

	if (!saying || !list->shared)
		return find_copy(b, node, list, work);
	if (saying->copied_by != list->number + 1) {
		saying->copy = find_copy(b, node, list, work);
		saying->copied_by = list->number + 1;
	}
	return saying->copy;
}

static void
copy_supply(struct builder *b, uint32_t number, size_t source, struct work_list *list)
{
	const struct general *general = &b->laws->generals[number];
	const struct cyt_extend *extend = EXTEND(b, general->extend);
	struct work copied = list->rows[source], *work;
	struct copy copy = copy_of(b, general->node, &copied);
	struct img_terms *terms = &copied.terms;

	if (!copy.fits)
		return;
	source_cut_span(&terms->from, &terms->until, general->from, general->until);
	if (terms->until && terms->from >= terms->until)
		return;
	terms->stack = stack_behind(b, &copied);
	terms->silent = copy.silent;
	source_weaken(&terms->basis, &terms->consulted, extend->basis, extend->consulted);
	copied.row.region = copy.region;
	copied.row.via = general->extend;
	copied.general = number;
	copied.saying = NULL;
	work = add_work(b, list);
	if (work)
		*work = copied;
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
			    (!is_stacked(b, general) ||
			     PROVISION(b, list->rows[i].row.provision)->law != general->law ||
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
apply_excepts(struct builder *b, uint32_t law, struct work *work)
{
	struct img_list *excepts = &work->terms.excepts;
	struct general *general;
	struct img_except *except;
	uint32_t r, region;

	for (r = 0; r < b->laws->reaching_count && !b->error; r++) {
		general = &b->laws->generals[b->laws->reaching[r]];
		if (!excepted(b, general, &work->row))
			continue;
		region = cut_region(b, general->node, work->row.concept, SILENCE_EVERY);
		if (general->always && general->law == law) {
			work->row.region =
				cut_difference(b, work->row.concept, work->row.region, region);
			continue;
		}
		if (!excepts->count++)
			excepts->first = (uint32_t)stage_count(b, SECTION_EXCEPT);
		except = stage_add(b, SECTION_EXCEPT);
		*except = (struct img_except){ general->law, general->provision, general->from,
					       general->until, region };
	}
}

/* -- emission -------------------------------------------------------------------------------------- */

/* Of one concept and provision: originals (NONE + 1) first, then by extension. */
static int
compare_work(const void *left, const void *right, void *rows)
{
	const struct work *a = (const struct work *)rows + ((const struct sort_row *)left)->number;
	const struct work *c = (const struct work *)rows + ((const struct sort_row *)right)->number;
	const uint32_t keys[][2] = { { a->row.via + 1, c->row.via + 1 },
				     { a->row.beyond, c->row.beyond },
				     { a->terms.stack.count, c->terms.stack.count },
				     { a->terms.stack.first, c->terms.stack.first } };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i][0] != keys[i][1])
			return keys[i][0] < keys[i][1] ? -1 : 1;
	return 0;
}

static void
sort_equals(struct work_list *list, size_t first, size_t end)
{
	size_t i;

	for (i = first + 1; i < end; i++)
		if (compare_work(&list->order[i - 1], &list->order[i], list->rows) > 0)
			break;
	/* Nearly always they are in order already. */
	if (i < end)
		qsort_r(list->order + first, end - first, sizeof(*list->order), compare_work,
			list->rows);
}

/* By concept and provision first. */
static bool
sort_work(struct builder *b, struct work_list *list)
{
	size_t i, first;

	if (!alloc_grow(&b->hooks, &list->order, &list->order_capacity, list->count + 1,
			sizeof(*list->order)) ||
	    !alloc_grow(&b->hooks, &list->spare, &list->spare_capacity, list->count + 1,
			sizeof(*list->spare))) {
		b->error = CYT_ERR_NOMEM;
		return false;
	}
	for (i = 0; i < list->count; i++)
		list->order[i] = (struct sort_row){
			(uint64_t)list->rows[i].row.concept << 32 | list->rows[i].row.provision,
			(uint32_t)i,
		};
	sort_rows(list->order, list->spare, list->count);
	for (first = 0; first < list->count; first = i) {
		for (i = first + 1; i < list->count && list->order[i].key == list->order[first].key;)
			i++;
		sort_equals(list, first, i);
	}
	return true;
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
supply_is_plain(const struct builder *b, uint32_t law, const struct work *work)
{
	const uint32_t *refs = (const void *)b->refs.data;
	struct img_list stack = work->terms.stack;
	uint32_t i;

	for (i = 0; i < stack.count; i++)
		if (!extend_is_plain(b, refs[stack.first + i], law))
			return false;
	return !work->terms.excepts.count && status_is_plain(b, work->row.provision) &&
	       extend_is_plain(b, work->row.via, law);
}

static void
emit_supply(struct builder *b, const struct work *work)
{
	uint32_t terms = pool_add(&b->terms, &work->terms, 1);
	struct cyt_supply *row = stage_add(b, SECTION_SUPPLY);

	if (terms == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	*row = work->row;
	row->terms = terms;
}

static void
emit_supplies(struct builder *b, uint32_t law, struct work_list *list)
{
	struct work *work;
	bool plain = true;
	size_t i;

	if (!sort_work(b, list))
		return;
	LAW(b, law)->supplies.first = (uint32_t)stage_count(b, SECTION_SUPPLY);
	for (i = 0; i < list->count && !b->error; i++) {
		work = &list->rows[list->order[i].number];
		apply_excepts(b, law, work);
		if (cut_is_empty(b, work->row.concept, work->row.region))
			continue;
		plain = plain && supply_is_plain(b, law, work);
		emit_supply(b, work);
	}
	LAW(b, law)->supplies.count =
		(uint32_t)stage_count(b, SECTION_SUPPLY) - LAW(b, law)->supplies.first;
	LAW(b, law)->dynamic = !plain;
}

/* Its own and those of others, in document order. */
static void
collect_reaching(struct builder *b, uint32_t law)
{
	struct laws *laws = b->laws;
	uint32_t own = laws->first_general[law], end = laws->first_general[law + 1], other = 0, at;

	laws->reaching_count = 0;
	while (own < end || other < laws->other_count) {
		if (own < end && !laws->generals[own].own) {
			own++;
			continue;
		}
		if (other == laws->other_count || (own < end && own < laws->others[other]))
			at = own++;
		else
			at = laws->others[other++];
		if (general_reaches(b, &laws->generals[at], law))
			laws->reaching[laws->reaching_count++] = at;
	}
}

void
laws_cut(struct builder *b)
{
	struct work_list list = { .rows = NULL };
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
	alloc_free(&b->hooks, list.order);
	alloc_free(&b->hooks, list.spare);
	b->law_unstated_count = b->law_unstated_number = 0;
}

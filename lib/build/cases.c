/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Cases and boxes: checked once per element, turned to masks of values. */
#include "build/hint.h"
#include "build/stage.h"

#include <stdlib.h>
#include <string.h>

#define WORDING_MAX 64 /* cases of an element that are looked up at once */

enum form { FORM_NONE, FORM_IS, FORM_NOT, FORM_SOME, FORM_RANGE };

static size_t
mask_words(const struct builder *b, uint32_t facet)
{
	return FACET(b, facet)->leaves / 64 + 1;
}

static bool
mask_is_empty(const uint64_t *mask, size_t words)
{
	size_t i;

	for (i = 0; i < words; i++)
		if (mask[i])
			return false;
	return true;
}

/* The one form a case has, reporting none or several. */
static enum form
case_form(struct builder *b, uint32_t node)
{
	static const struct {
		enum attribute name;
		enum form form;
	} forms[] = { { ATTRIBUTE_IS, FORM_IS },
		      { ATTRIBUTE_NOT, FORM_NOT },
		      { ATTRIBUTE_SOME, FORM_SOME },
		      { ATTRIBUTE_AT_LEAST, FORM_RANGE },
		      { ATTRIBUTE_BELOW, FORM_RANGE } };
	enum form form = FORM_NONE;
	size_t i;

	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		if (stage_attribute_string(b, node, forms[i].name) == NONE)
			continue;
		if (form != FORM_NONE && form != forms[i].form) {
			form = FORM_NONE;
			break;
		}
		form = forms[i].form;
	}
	if (form == FORM_NONE)
		stage_error(b, DIAG_CASE_FORM, node,
			    "a case has exactly one of `is`, `not`, `some`, or `at-least` and `below`");
	return form;
}

static bool
read_bound(struct builder *b, uint32_t node, enum attribute name, uint32_t absent, uint32_t *out)
{
	const char *text = stage_attribute(b, node, name);
	unsigned long long number;

	*out = absent;
	if (!text)
		return true;
	number = strlen(text) > 10 ? UINT64_MAX : strtoull(text, NULL, 10);
	if (number >= UINT32_MAX) {
		stage_error(b, DIAG_CASE_FORM, node, "`%s` is %s; expected a number below 4294967295",
			    attribute_name(name), text);
		return false;
	}
	*out = (uint32_t)number;
	return true;
}

static bool
read_range(struct builder *b, uint32_t node, struct case_row *row)
{
	if (!read_bound(b, node, ATTRIBUTE_AT_LEAST, 0, &row->at_least) ||
	    !read_bound(b, node, ATTRIBUTE_BELOW, UINT32_MAX, &row->below))
		return false;
	if (row->at_least < row->below)
		return true;
	stage_error(b, DIAG_EMPTY_CASE, node, "no number is at least %u and below %u", row->at_least,
		    row->below);
	return false;
}

static bool
read_values(struct builder *b, uint32_t node, enum form form, uint32_t facet, uint64_t *mask)
{
	static const enum attribute names[] = { [FORM_IS] = ATTRIBUTE_IS,
						[FORM_NOT] = ATTRIBUTE_NOT,
						[FORM_SOME] = ATTRIBUTE_SOME };
	const char *at = stage_attribute(b, node, names[form]), *word;
	size_t length, i, words = mask_words(b, facet), errors = b->errors;

	while (stage_next_word(&at, &word, &length))
		if (!vocabulary_value_mask(b, facet, word, length, mask) && !b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_VALUE, node, "`%.*s` is no value of facet `%s`%s",
				    (int)length, word, stage_text(b, FACET(b, facet)->id),
				    hint_value(b, facet, word, length));
	if (form == FORM_NOT) {
		for (i = 0; i < words; i++)
			mask[i] = ~mask[i];
		for (i = FACET(b, facet)->leaves; i < words * 64; i++)
			mask[i / 64] &= ~(UINT64_C(1) << i % 64);
	}
	if (b->errors == errors && mask_is_empty(mask, words) && !b->lacks_words)
		stage_error(b, DIAG_EMPTY_CASE, node, "the case leaves no value of facet `%s`",
			    stage_text(b, FACET(b, facet)->id));
	return b->errors == errors && !b->lacks_words;
}

/* Most laws say the same things: the mask of a wording is made once. */
static const uint64_t *
shared_mask(struct builder *b, uint32_t node, enum form form, uint32_t facet)
{
	static const enum attribute names[] = { [FORM_IS] = ATTRIBUTE_IS,
						[FORM_NOT] = ATTRIBUTE_NOT,
						[FORM_SOME] = ATTRIBUTE_SOME };
	uint32_t key[3] = { facet, form, stage_attribute_string(b, node, names[form]) };
	union memo_slot *slot;
	uint64_t *mask;
	bool is_new;

	slot = stage_memo(b, &b->masks, key, 3, &is_new);
	if (!slot || slot->pointer)
		return slot ? slot->pointer : NULL;
	/* A wording that is wrong is read, and reported, wherever it stands. */
	mask = arena_alloc(&b->arena, mask_words(b, facet), sizeof(*mask));
	if (!mask)
		b->error = CYT_ERR_NOMEM;
	else if (read_values(b, node, form, facet, mask))
		slot->pointer = mask;
	return slot->pointer;
}

static uint32_t
case_facet(struct builder *b, uint32_t node)
{
	uint32_t key = stage_attribute_string(b, node, ATTRIBUTE_FACET);
	const char *name = stage_text(b, key);
	union memo_slot *slot;
	bool is_new;

	slot = stage_memo(b, &b->facets, &key, 1, &is_new);
	if (!slot)
		return NONE;
	if (is_new)
		slot->number = vocabulary_facet(b, name, strlen(name));
	return slot->number;
}

static bool
read_case(struct builder *b, uint32_t node, struct case_row *row)
{
	const char *name = stage_attribute(b, node, ATTRIBUTE_FACET);
	enum form form = case_form(b, node);
	bool quantity;

	row->node = node;
	row->facet = case_facet(b, node);
	if (row->facet == NONE) {
		if (!b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_FACET, node, "no vocabulary defines facet `%s`%s",
				    name, hint_facet(b, name, strlen(name)));
		return false;
	}
	if (form == FORM_NONE)
		return false;
	quantity = FACET(b, row->facet)->type == FACET_TYPE_QUANTITY;
	if (quantity != (form == FORM_RANGE)) {
		stage_error(b, DIAG_CASE_FORM, node,
			    quantity ? "facet `%s` is a quantity; expected `at-least` or `below`"
				     : "facet `%s` is no quantity; expected `is` or `not`",
			    name);
		return false;
	}
	row->some = form == FORM_SOME;
	if (row->some && NODE(b, stage_parent(b, node))->element != ELEMENT_DEMAND) {
		stage_error(b, DIAG_CASE_FORM, node, "`some` stands only in a case of a demand itself");
		return false;
	}
	if (quantity)
		return read_range(b, node, row);
	row->mask = shared_mask(b, node, form, row->facet);
	return row->mask != NULL;
}

/* Appends the case children of `node` to rows; false after an error. */
static bool
read_cases(struct builder *b, uint32_t node, struct case_row *rows, uint32_t *count)
{
	uint32_t child, i;
	bool good = true;

	for (child = stage_child(b, node, ELEMENT_CASE); child != NONE;
	     child = stage_sibling(b, child, ELEMENT_CASE)) {
		memset(&rows[*count], 0, sizeof(*rows));
		if (!read_case(b, child, &rows[*count])) {
			good = false;
			continue;
		}
		for (i = 0; i < *count && rows[i].facet != rows[*count].facet; i++)
			;
		if (i < *count) {
			stage_error(b, DIAG_DUPLICATE_CASE, child,
				    "facet `%s` has a case already that applies here",
				    stage_text(b, FACET(b, rows[i].facet)->id));
			good = false;
			continue;
		}
		(*count)++;
	}
	return good;
}

static uint32_t
count_children(const struct builder *b, uint32_t node, enum element element)
{
	uint32_t child, count = 0;

	for (child = stage_child(b, node, element); child != NONE;
	     child = stage_sibling(b, child, element))
		count++;
	return count;
}

static void
read_box(struct builder *b, uint32_t box, const struct case_row *shared,
	 uint32_t shared_count, struct case_list *list)
{
	uint32_t own = box == NONE ? 0 : count_children(b, box, ELEMENT_CASE), count = shared_count;
	struct case_row *rows = arena_alloc(&b->arena, shared_count + own, sizeof(*rows));

	if (!rows) {
		b->error = CYT_ERR_NOMEM;
		list->bad = true;
		return;
	}
	memcpy(rows, shared, shared_count * sizeof(*rows));
	if (box != NONE && !own) {
		stage_error(b, DIAG_EMPTY_BOX, box, "a box needs at least one case");
		list->bad = true;
	}
	if (box != NONE && !read_cases(b, box, rows, &count))
		list->bad = true;
	list->boxes[list->count++] = (struct case_box){ rows, count };
}

static struct case_list *
read_list(struct builder *b, uint32_t node)
{
	struct case_list *list = arena_alloc(&b->arena, 1, sizeof(*list));
	uint32_t own = count_children(b, node, ELEMENT_CASE), count = 0, box;
	uint32_t boxes = count_children(b, node, ELEMENT_BOX);
	struct case_row *shared = arena_alloc(&b->arena, own, sizeof(*shared));

	if (!list || !shared)
		return NULL;
	list->boxes = arena_alloc(&b->arena, boxes ? boxes : 1, sizeof(*list->boxes));
	if (!list->boxes)
		return NULL;
	list->bad = !read_cases(b, node, shared, &count);
	if (!boxes) {
		list->boxes[list->count++] = (struct case_box){ shared, count };
		return list;
	}
	for (box = stage_child(b, node, ELEMENT_BOX); box != NONE;
	     box = stage_sibling(b, box, ELEMENT_BOX))
		read_box(b, box, shared, count, list);
	return list;
}

static struct case_list *
new_list(struct builder *b, uint32_t node)
{
	struct case_list *list = read_list(b, node);
	struct table *lists = &b->lists;

	if (!list || !alloc_grow(&b->hooks, &lists->rows, &lists->capacity, lists->count + 1,
				 sizeof(list))) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	list->number = (uint32_t)lists->count;
	((struct case_list **)(void *)lists->rows)[lists->count++] = list;
	return list;
}

/* Lists of attributes are shared, so that these numbers say what all cases say. */
static bool
wording_of(struct builder *b, uint32_t node, uint32_t *key, uint32_t *count)
{
	uint32_t child, end = stage_end(b, node);

	*count = 0;
	key[(*count)++] = NODE(b, node)->element == ELEMENT_DEMAND;
	for (child = node + 1; child < end; child = stage_end(b, child)) {
		if (NODE(b, child)->element == ELEMENT_BOX)
			return false;
		if (NODE(b, child)->element != ELEMENT_CASE)
			continue;
		if (*count == WORDING_MAX || !NODE(b, child)->attribute_count)
			return false;
		key[(*count)++] = NODE(b, child)->attributes;
	}
	return true;
}

/* Most laws say the same things. What is wrong is read, and reported, wherever it stands. */
static struct case_list *
find_list(struct builder *b, uint32_t node)
{
	uint32_t key[WORDING_MAX], count, i;
	struct case_list *list;
	union memo_slot *slot;
	bool is_new;

	if (!wording_of(b, node, key, &count))
		return new_list(b, node);
	slot = stage_memo(b, &b->wordings, key, count, &is_new);
	if (!slot)
		return NULL;
	if (slot->number)
		return ((struct case_list **)(void *)b->lists.rows)[slot->number - 1];
	list = new_list(b, node);
	if (!list || list->bad)
		return list;
	slot->number = list->number + 1;
	list->shared = true;
	for (i = 0; i < list->boxes[0].count; i++)
		list->boxes[0].rows[i].node = NONE;
	return list;
}

const struct case_list *
cases_of(struct builder *b, uint32_t node)
{
	static const struct case_list none = { .bad = true };
	const struct case_list *list;

	if (b->cases_of_node[node])
		return ((struct case_list **)(void *)b->lists.rows)[b->cases_of_node[node] - 1];
	list = find_list(b, node);
	if (!list) {
		b->error = CYT_ERR_NOMEM;
		return &none;
	}
	b->cases_of_node[node] = list->number + 1;
	return list;
}

uint32_t
cases_node(const struct builder *b, uint32_t node, const struct case_list *list, uint32_t i,
	   uint32_t j)
{
	uint32_t child;

	if (!list->shared)
		return list->boxes[i].rows[j].node;
	for (child = stage_child(b, node, ELEMENT_CASE); j > 0; j--)
		child = stage_sibling(b, child, ELEMENT_CASE);
	return child;
}

uint32_t
axis_of(const struct builder *b, uint32_t concept, uint32_t facet)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint32_t i;

	for (i = axes.first; i < axes.first + axes.count; i++)
		if (AXIS(b, i)->facet == facet)
			return i;
	return NONE;
}

bool
cases_fit(struct builder *b, uint32_t node, uint32_t concept, bool report)
{
	const struct case_list *list = cases_of(b, node);
	const struct case_row *row;
	uint32_t i, j;
	bool fit = true;

	for (i = 0; i < list->count; i++)
		for (j = 0; j < list->boxes[i].count; j++) {
			row = &list->boxes[i].rows[j];
			if (axis_of(b, concept, row->facet) != NONE)
				continue;
			fit = false;
			if (report && !b->lacks_words)
				stage_error(b, DIAG_FOREIGN_FACET, cases_node(b, node, list, i, j),
					    "concept `%s` does not have facet `%s`",
					    stage_text(b, CONCEPT(b, concept)->id),
					    stage_text(b, FACET(b, row->facet)->id));
		}
	return fit;
}

uint32_t
case_mask(struct builder *b, const struct case_row *row, uint32_t axis)
{
	uint64_t small[16] = { 0 }, *mask = small;
	size_t words = (AXIS(b, axis)->size + 63) / 64;
	const uint32_t *breaks;
	uint32_t i, offset;

	if (words > 16)
		mask = arena_alloc(&b->arena, words, sizeof(*mask));
	if (!mask) {
		b->error = CYT_ERR_NOMEM;
		return 0;
	}
	if (row->mask) {
		memcpy(mask, row->mask, words * sizeof(*mask));
	} else {
		breaks = (const uint32_t *)(const void *)b->refs.data + AXIS(b, axis)->breaks.first;
		for (i = 0; i < AXIS(b, axis)->size; i++)
			if (breaks[i] >= row->at_least && breaks[i] < row->below)
				mask[i / 64] |= UINT64_C(1) << i % 64;
	}
	offset = pool_add(&b->words, mask, words);
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return offset;
}

bool
cases_replace(struct builder *b, uint32_t node, uint32_t concept, bool only_some,
	      struct img_list *out)
{
	const struct case_list *list = cases_of(b, node);
	struct img_replace *replace;
	uint32_t i, axis, mask;

	out->first = (uint32_t)stage_count(b, SECTION_REPLACE);
	out->count = 0;
	if (!list->count)
		return false;
	for (i = 0; i < list->boxes[0].count; i++) {
		axis = axis_of(b, concept, list->boxes[0].rows[i].facet);
		if (axis == NONE)
			return false;
		if (only_some && !list->boxes[0].rows[i].some)
			continue;
		mask = case_mask(b, &list->boxes[0].rows[i], axis);
		replace = stage_add(b, SECTION_REPLACE);
		*replace = (struct img_replace){ axis, mask };
		out->count++;
	}
	return true;
}

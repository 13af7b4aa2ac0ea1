/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values, intervals and boxes in English. */
#include "query/wording.h"

#include <inttypes.h>
#include <string.h>

#include "model/bits.h"
#include "query/regions.h"

/* -- values ------------------------------------------------------------------------------- */

/* One facet of a box: what it keeps, and what is at issue. */
struct bound {
	const struct image *image;
	const struct cyt_facet *facet;
	const uint64_t *mask, *within; /* within NULL: every value */
	bool plainly; /* say what is kept, even if "other than" were shorter */
};

/* The concept that an element defines. */
static uint32_t
concept_of(const struct image *image, uint32_t node)
{
	uint32_t low = 0, high = image_count(image, SECTION_CONCEPT);

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (image_concept(image, middle)->node < node)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_at_issue(const struct bound *bound, uint32_t position)
{
	return !bound->within || bits_test(bound->within, position);
}

static bool
is_named(const struct bound *bound, const struct cyt_value *value, bool inverse)
{
	for (uint32_t p = value->leaf; p < value->leaf + value->leaf_count; p++)
		/* A parent would say more than is at issue. */
		if (bits_test(bound->mask, p) == inverse ||
		    (value->leaf_count > 1 && !is_at_issue(bound, p)))
			return false;
	return true;
}

static bool
is_narrower(const struct image *image, uint32_t concept, uint32_t broader)
{
	while (concept != NONE && concept != broader)
		concept = image_concept(image, concept)->broader;
	return concept == broader;
}

/* Whether every leaf below a concept is named, and if `value` is the first of them. */
static bool
stands_for(const struct bound *bound, bool inverse, uint32_t broader, const struct cyt_value *value,
	   bool *first)
{
	const struct cyt_value *values = image_value(bound->image, bound->facet->values.first);
	const struct cyt_value *head = NULL;

	for (uint32_t i = 0; i < bound->facet->values.count; i++) {
		uint32_t concept = concept_of(bound->image, values[i].node);

		if (!is_narrower(bound->image, concept, broader))
			continue;
		if (!is_named(bound, &values[i], inverse) || !is_at_issue(bound, values[i].leaf))
			return false;
		if (!head)
			head = &values[i];
	}
	/* Of a family that does not stand nothing is known. */
	if (head)
		*first = head == value;
	return head != NULL;
}

/* Concepts as values: the broadest whose leaves are all named, where its first leaf stands. */
static size_t
each_concept(const struct bound *bound, bool inverse,
	     void (*visit)(void *data, const struct img_node *node, uint32_t id), void *data)
{
	const struct cyt_value *values = image_value(bound->image, bound->facet->values.first);
	size_t count = 0;

	for (uint32_t i = 0; i < bound->facet->values.count; i++) {
		uint32_t at, said = concept_of(bound->image, values[i].node);
		bool first = true;

		if (!is_named(bound, &values[i], inverse) || !is_at_issue(bound, values[i].leaf))
			continue;
		for (at = image_concept(bound->image, said)->broader; at != NONE;
		     at = image_concept(bound->image, at)->broader)
			if (stands_for(bound, inverse, at, &values[i], &first))
				said = at;
		if (!first)
			continue;
		count++;
		if (visit)
			visit(data, image_node(bound->image, image_concept(bound->image, said)->node),
			      image_concept(bound->image, said)->id);
	}
	return count;
}

/* Calls `visit` for the fewest values that stand for what is kept (or, with `inverse`, for what is
 * not): a parent when all its leaves are in. Those that are not at issue need not be named. */
static size_t
each_value(const struct bound *bound, bool inverse,
	   void (*visit)(void *data, const struct img_node *node, uint32_t id), void *data)
{
	const struct cyt_value *values = image_value(bound->image, bound->facet->values.first);
	uint32_t done = 0; /* leaves that are settled */
	size_t count = 0;

	if (bound->facet->type == FACET_TYPE_CONCEPTS)
		return each_concept(bound, inverse, visit, data);
	for (uint32_t i = 0; i < bound->facet->values.count; i++) {
		const struct cyt_value *value = &values[i];

		if (value->leaf < done || !is_named(bound, value, inverse))
			continue;
		done = value->leaf + value->leaf_count;
		if (!is_at_issue(bound, value->leaf))
			continue;
		count++;
		if (visit)
			visit(data, image_node(bound->image, value->node), value->id);
	}
	return count;
}

#define MOST_TEXTS 64

struct texts {
	const struct image *image;
	const char *items[MOST_TEXTS];
	size_t count, left_out;
	bool lacks_phrase;
	bool labels; /* collect labels instead of phrases */
};

static void
add_text(void *data, const struct img_node *node, uint32_t id)
{
	struct texts *texts = data;
	const char *text = NULL;

	if (texts->count == MOST_TEXTS) {
		texts->left_out++;
		return;
	}
	if (!texts->labels) {
		text = image_text(texts->image, node, ELEMENT_PHRASE, "en", NULL);
		texts->lacks_phrase |= !text;
	}
	if (!text)
		text = image_text(texts->image, node, ELEMENT_LABEL, "en", NULL);
	texts->items[texts->count++] = text ? text : image_string(texts->image, id);
}

/* Length of the whole words, with the blank after them, that all texts begin with. */
static size_t
common_words(const struct texts *texts)
{
	const char *first = texts->items[0];
	size_t same = strlen(first), words = 0, length;

	for (size_t i = 1; i < texts->count; i++) {
		length = 0;
		while (length < same && texts->items[i][length] == first[length])
			length++;
		same = length;
	}
	while (same > 0 && first[same - 1] != ' ')
		same--;
	for (size_t i = 0; i < same; i++)
		words += first[i] == ' ';
	/* "in" alone may begin "in systems" as well as "in which". */
	if (words == 1 && strncmp(first, "in ", 3) == 0)
		return 0;
	return same;
}

static void
join(struct strbuf *out, const struct texts *texts)
{
	size_t shared = texts->count > 1 ? common_words(texts) : 0;

	for (size_t i = 0; i < texts->count; i++) {
		bool last = i + 1 == texts->count && !texts->left_out;

		if (i > 0)
			strbuf_add(out, last ? " or " : ", ");
		strbuf_add(out, texts->items[i] + (i > 0 ? shared : 0));
	}
	if (texts->left_out)
		strbuf_printf(out, " or %zu others", texts->left_out);
}

static void
word_values(struct strbuf *out, const struct bound *bound)
{
	const struct image *image = bound->image;
	struct texts texts = { .image = image };
	const char *label;
	bool inverse = !bound->plainly && each_value(bound, true, NULL, NULL) <
						  each_value(bound, false, NULL, NULL);

	each_value(bound, inverse, add_text, &texts);
	if (!texts.lacks_phrase) {
		strbuf_add(out, inverse ? "other than " : "");
		join(out, &texts);
		return;
	}
	texts = (struct texts){ .image = image, .labels = true };
	each_value(bound, inverse, add_text, &texts);
	label = image_text(image, image_node(image, bound->facet->node), ELEMENT_LABEL, "en", NULL);
	strbuf_printf(out, "(%s: %s", label ? label : image_string(image, bound->facet->id),
		      inverse ? "other than " : "");
	join(out, &texts);
	strbuf_add(out, ")");
}

/* -- intervals ---------------------------------------------------------------------------- */

static bool
is_age(const struct image *image, const struct cyt_facet *facet)
{
	const char *id = image_string(image, facet->id), *at = strstr(id, "age");

	return strcmp(image_string(image, facet->unit), "years") == 0 && at &&
	       (at == id || at[-1] == '-') && (at[3] == '\0' || at[3] == '-');
}

static void
word_age(struct strbuf *out, uint32_t low, uint32_t below)
{
	if (below == UINT32_MAX)
		strbuf_printf(out, "where the person is aged %" PRIu32 " or more", low);
	else if (low == 0)
		strbuf_printf(out, "where the person is aged under %" PRIu32, below);
	else if (below == low + 1)
		strbuf_printf(out, "where the person is aged %" PRIu32, low);
	else if (below == low + 2)
		strbuf_printf(out, "where the person is aged %" PRIu32 " or %" PRIu32, low, low + 1);
	else
		strbuf_printf(out, "where the person is aged %" PRIu32 " to %" PRIu32, low, below - 1);
}

/* "Up to 90 days" is days covered, [0, 90): the first is day 1. */
static void
word_days(struct strbuf *out, uint32_t low, uint32_t below)
{
	if (below == UINT32_MAX)
		strbuf_printf(out, "from day %" PRIu32 " on", low + 1);
	else if (below == low + 1)
		strbuf_printf(out, "on day %" PRIu32, below);
	else
		strbuf_printf(out, "from day %" PRIu32 " to day %" PRIu32, low + 1, below);
}

static void
word_amount(struct strbuf *out, const char *unit, uint32_t low, uint32_t below)
{
	const char *blank = *unit ? " " : "";

	if (below == UINT32_MAX)
		strbuf_printf(out, "of %" PRIu32 "%s%s or more", low, blank, unit);
	else if (low == 0)
		strbuf_printf(out, "of fewer than %" PRIu32 "%s%s", below, blank, unit);
	else if (below == low + 1)
		strbuf_printf(out, "of %" PRIu32 "%s%s", low, blank, unit);
	else
		strbuf_printf(out, "of %" PRIu32 " to %" PRIu32 "%s%s", low, below - 1, blank,
			      unit);
}

static void
word_intervals(struct strbuf *out, const struct bound *bound, const struct img_axis *axis,
	       const uint64_t *mask)
{
	const char *unit = image_string(bound->image, bound->facet->unit);
	uint32_t low, below;

	for (size_t i = 0; region_interval(bound->image, axis, mask, i, &low, &below); i++) {
		if (i > 0)
			strbuf_add(out, " or ");
		if (is_age(bound->image, bound->facet))
			word_age(out, low, below);
		else if (strcmp(unit, "days") == 0)
			word_days(out, low, below);
		else
			word_amount(out, unit, low, below);
	}
}

/* The kept intervals as far as they are at issue. */
static void
word_quantity(struct strbuf *out, const struct bound *bound, const struct img_axis *axis)
{
	size_t words = (axis->size + 63) / 64;
	uint64_t *cut = alloc_zero(out->hooks, words, sizeof(*cut));

	if (!cut) {
		out->failed = true;
		return;
	}
	set_copy(cut, bound->mask, words);
	if (bound->within)
		set_and(cut, bound->within, words);
	word_intervals(out, bound, axis, cut);
	alloc_free(out->hooks, cut);
}

static void
word_mask(struct strbuf *out, const struct image *image, const struct img_axis *axis,
	  const uint64_t *mask, const uint64_t *within, bool plainly)
{
	struct bound bound = { image, image_facet(image, axis->facet), mask, within, plainly };

	if (bound.facet->type == FACET_TYPE_QUANTITY)
		word_quantity(out, &bound, axis);
	else
		word_values(out, &bound);
}

void
word_axis(struct strbuf *out, const struct image *image, const struct img_axis *axis,
	  const uint64_t *mask)
{
	struct bound bound = { image, image_facet(image, axis->facet), mask, NULL, true };
	struct texts texts = { .image = image, .labels = true };

	if (bound.facet->type == FACET_TYPE_QUANTITY) {
		word_quantity(out, &bound, axis);
		return;
	}
	each_value(&bound, false, add_text, &texts);
	for (size_t i = 0; i < texts.count; i++)
		strbuf_printf(out, "%s%s", i ? "; " : "", texts.items[i]);
	if (texts.left_out)
		strbuf_printf(out, "; %zu others", texts.left_out);
}

/* -- boxes -------------------------------------------------------------------------------- */

word_scope
word_scope_of(const struct cyt_region *region, struct arena *arena)
{
	const struct cyt_concept *concept = region->concept;
	uint64_t **masks = arena_alloc(arena, concept->axes.count, sizeof(*masks));

	for (uint32_t a = 0; masks && a < concept->axes.count; a++) {
		const struct img_axis *axis =
			image_axis(region->image, concept->axes.first + a);
		size_t words = (axis->size + 63) / 64;

		masks[a] = arena_alloc(arena, words, sizeof(**masks));
		if (!masks[a])
			return NULL;
		for (size_t i = 0; i < region->list.count; i++)
			set_or(masks[a], region->list.boxes[i].masks[a], words);
	}
	return (word_scope)masks;
}

static bool
bounds_axis(const struct img_axis *axis, const uint64_t *mask, const uint64_t *within)
{
	if (!within)
		return box_restricts(axis, mask);
	return !set_within(within, mask, (axis->size + 63) / 64);
}

static void
word_box(struct strbuf *out, const struct cyt_region *region, size_t box, word_scope scope)
{
	const struct cyt_concept *concept = region->concept;
	bool first = true;

	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(region->image, concept->axes.first + a);
		const uint64_t *mask = region->list.boxes[box].masks[a];
		const uint64_t *within = scope ? scope[a] : NULL;

		if (!bounds_axis(axis, mask, within))
			continue;
		strbuf_add(out, first ? "" : ", ");
		word_mask(out, region->image, axis, mask, within, false);
		first = false;
	}
	if (first)
		strbuf_add(out, "in every case");
}

bool
region_is_unbounded(const struct cyt_region *region, word_scope scope)
{
	const struct cyt_concept *concept = region->concept;

	if (region->list.count != 1)
		return false;
	for (uint32_t a = 0; a < concept->axes.count; a++)
		if (bounds_axis(image_axis(region->image, concept->axes.first + a),
				region->list.boxes[0].masks[a], scope ? scope[a] : NULL))
			return false;
	return true;
}

void
word_region(struct strbuf *out, const struct cyt_region *region, word_scope scope, size_t most)
{
	size_t count = region->list.count, said = count > most ? most : count;

	for (size_t i = 0; i < said; i++) {
		if (i > 0)
			strbuf_add(out, i + 1 == count ? "; and " : "; ");
		word_box(out, region, i, scope);
	}
	if (count > said)
		strbuf_printf(out, "; and %zu more group%s of cases", count - said,
			      count - said > 1 ? "s" : "");
}

/* Whether every box says something of an axis by itself. */
static bool
says_axis(const struct cyt_region *region, word_scope scope, uint32_t axis)
{
	uint32_t a = axis - region->concept->axes.first;

	for (size_t i = 0; i < region->list.count; i++)
		if (!bounds_axis(image_axis(region->image, axis), region->list.boxes[i].masks[a],
				 scope ? scope[a] : NULL))
			return false;
	return region->list.count > 0;
}

void
word_concept(struct strbuf *out, const struct cyt_concept *concept, const struct cyt_demand *row,
	     const struct cyt_region *region, word_scope scope)
{
	const struct image *image = image_of(concept);

	strbuf_add(out, cyt_concept_label(concept, "en"));
	if (!row || row->base == NONE)
		return;
	for (uint32_t i = 0; i < row->replace.count; i++) {
		const struct img_replace *replace = image_replace(image, row->replace.first + i);

		if (region && says_axis(region, scope, replace->axis))
			continue;
		strbuf_add(out, ", ");
		word_mask(out, image, image_axis(image, replace->axis),
			  image_words(image, replace->mask), NULL, true);
	}
}

void
word_masks(struct strbuf *out, const struct image *image, const struct cyt_concept *concept,
	   word_scope masks)
{
	bool first = true;

	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);

		if (set_is_empty(masks[a], (axis->size + 63) / 64))
			continue;
		strbuf_add(out, first ? "" : ", ");
		word_mask(out, image, axis, masks[a], masks[a], true);
		first = false;
	}
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values, intervals and boxes in words. */
#include "query/wording.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
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

/* What the values are called: by phrases, or by labels. */
struct texts {
	const struct image *image;
	const char *lang;
	enum element by;
	const char *items[MOST_TEXTS], *langs[MOST_TEXTS];
	size_t count, left_out;
	bool lacks; /* some value has none in the language */
};

static void
add_text(void *data, const struct img_node *node, uint32_t id)
{
	struct texts *texts = data;
	const char *lang = "", *text;

	if (texts->count == MOST_TEXTS) {
		texts->left_out++;
		return;
	}
	text = image_text(texts->image, node, texts->by, texts->lang, &lang);
	texts->lacks |= !text || (*lang && !lang_serves(lang, texts->lang));
	texts->langs[texts->count] = lang;
	texts->items[texts->count++] = text ? text : image_string(texts->image, id);
}

/* The language of all of them; NULL if there are several. */
static const char *
common_lang(const struct texts *texts)
{
	for (size_t i = 1; i < texts->count; i++)
		if (strcmp(texts->langs[i], texts->langs[0]) != 0)
			return NULL;
	return texts->langs[0];
}

/* Length of the whole words, with the blank after them, that all texts begin with. */
static size_t
common_words(const struct texts *texts, const char *hollow)
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
	if (words == 1 && strncmp(first, hollow, strlen(hollow)) == 0)
		return 0;
	return same;
}

static void
join(struct prose *out, const struct texts *texts)
{
	const char *lang = common_lang(texts), *hollow = out->tongue->words[SAY_HOLLOW_BEGINNING];
	size_t shared = texts->count > 1 && lang ? common_words(texts, hollow) : 0;

	for (size_t i = 0; i < texts->count; i++) {
		const char *text = texts->items[i] + (i > 0 ? shared : 0);

		if (i > 0)
			prose_add(out, i + 1 == texts->count && !texts->left_out
					       ? prose_before(out, SAY_OR, text)
					       : ", ");
		prose_name(out, text, lang ? "" : texts->langs[i]);
	}
	if (texts->left_out)
		prose_fill(out, SAY_OR_MORE, texts->left_out);
	prose_name(out, "", lang ? lang : "");
}

/* All by phrases, or failing that by labels. */
static void
collect(const struct bound *bound, bool inverse, enum element by, const char *lang,
	struct texts *out)
{
	memset(out, 0, sizeof(*out));
	out->image = bound->image;
	out->lang = lang;
	out->by = by;
	each_value(bound, inverse, add_text, out);
}

static void
add_other_than(struct prose *out, bool inverse, const struct texts *texts)
{
	if (inverse)
		prose_add(out, prose_before(out, SAY_OTHER_THAN,
					    texts->count ? texts->items[0] : ""));
}

static void
word_values(struct prose *out, const struct bound *bound)
{
	const struct image *image = bound->image;
	const char *lang = out->tongue->words[SAY_LANGUAGE];
	struct texts texts;
	bool inverse = !bound->plainly && each_value(bound, true, NULL, NULL) <
						  each_value(bound, false, NULL, NULL);

	collect(bound, inverse, ELEMENT_PHRASE, lang, &texts);
	if (!texts.lacks) {
		add_other_than(out, inverse, &texts);
		join(out, &texts);
		return;
	}
	collect(bound, inverse, ELEMENT_LABEL, lang, &texts);
	prose_add(out, "(");
	prose_title(out, image, bound->facet->node, ELEMENT_LABEL,
		    image_string(image, bound->facet->id));
	prose_add(out, ": ");
	add_other_than(out, inverse, &texts);
	join(out, &texts);
	prose_add(out, ")");
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
word_age(struct prose *out, uint32_t low, uint32_t below)
{
	char high[sizeof("4294967295")];

	if (below == UINT32_MAX) {
		prose_fill(out, SAY_AGE_FROM, low);
	} else if (low == 0) {
		prose_fill(out, SAY_AGE_UNDER, below);
	} else if (below == low + 1) {
		prose_fill(out, SAY_AGE_ONE, low);
	} else if (below == low + 2) {
		snprintf(high, sizeof(high), "%u", low + 1);
		prose_fill(out, SAY_AGE_TWO, low, prose_before(out, SAY_OR, high), low + 1);
	} else {
		prose_fill(out, SAY_AGE_BETWEEN, low, below - 1);
	}
}

/* "Up to 90 days" is days covered, [0, 90): the first is day 1. */
static void
word_days(struct prose *out, uint32_t low, uint32_t below)
{
	if (below == UINT32_MAX)
		prose_fill(out, SAY_DAY_FROM, low + 1);
	else if (below == low + 1)
		prose_fill(out, SAY_DAY_ONE, below);
	else
		prose_fill(out, SAY_DAYS, low + 1, below);
}

/* The unit as the language has it for that many; an unknown one is as it is. */
static const char *
word_unit(const struct prose *out, const char *unit, uint32_t count)
{
	const char *const *english = words_of("en");

	for (int word = SAY_UNIT_FIRST; word < SAY_UNIT_LAST; word += 2)
		if (strcmp(unit, english[word]) == 0)
			return out->tongue->words[word + (count == 1)];
	return unit;
}

static void
word_amount(struct prose *out, const char *unit, uint32_t low, uint32_t below)
{
	const char *blank = *unit ? " " : "";

	if (below == UINT32_MAX)
		prose_fill(out, SAY_AMOUNT_FROM, low, blank, word_unit(out, unit, low));
	else if (low == 0)
		prose_fill(out, SAY_AMOUNT_UNDER, below, blank, word_unit(out, unit, below));
	else if (below == low + 1)
		prose_fill(out, SAY_AMOUNT_ONE, low, blank, word_unit(out, unit, low));
	else
		prose_fill(out, SAY_AMOUNT_BETWEEN, low, below - 1, blank,
			   word_unit(out, unit, below - 1));
}

static void
word_intervals(struct prose *out, const struct bound *bound, const struct img_axis *axis,
	       const uint64_t *mask)
{
	const char *unit = image_string(bound->image, bound->facet->unit);
	uint32_t low, below;

	for (size_t i = 0; region_interval(bound->image, axis, mask, i, &low, &below); i++) {
		if (i > 0)
			prose_say(out, SAY_OR);
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
word_quantity(struct prose *out, const struct bound *bound, const struct img_axis *axis)
{
	size_t words = (axis->size + 63) / 64;
	uint64_t *cut = alloc_zero(out->text.hooks, words, sizeof(*cut));

	if (!cut) {
		out->text.failed = true;
		return;
	}
	set_copy(cut, bound->mask, words);
	if (bound->within)
		set_and(cut, bound->within, words);
	word_intervals(out, bound, axis, cut);
	alloc_free(out->text.hooks, cut);
}

static void
word_mask(struct prose *out, const struct image *image, const struct img_axis *axis,
	  const uint64_t *mask, const uint64_t *within, bool plainly)
{
	struct bound bound = { image, image_facet(image, axis->facet), mask, within, plainly };

	if (bound.facet->type == FACET_TYPE_QUANTITY)
		word_quantity(out, &bound, axis);
	else
		word_values(out, &bound);
}

void
word_bound(struct prose *out, struct prose *words)
{
	prose_add(out, words->text.length && *words->text.text == '(' ? " " : ", ");
	prose_take(out, words);
}

/* The same after what bounds it by other facets. */
static void
word_next_mask(struct prose *out, const struct image *image, const struct img_axis *axis,
	       const uint64_t *mask, const uint64_t *within, bool plainly)
{
	struct prose words;

	prose_beside(&words, out);
	word_mask(&words, image, axis, mask, within, plainly);
	word_bound(out, &words);
}

void
word_axis(struct prose *out, const struct image *image, const struct img_axis *axis,
	  const uint64_t *mask)
{
	struct bound bound = { image, image_facet(image, axis->facet), mask, NULL, true };
	struct texts texts;

	if (bound.facet->type == FACET_TYPE_QUANTITY) {
		word_quantity(out, &bound, axis);
		return;
	}
	collect(&bound, false, ELEMENT_LABEL, out->tongue->words[SAY_LANGUAGE], &texts);
	for (size_t i = 0; i < texts.count; i++) {
		prose_add(out, i ? "; " : "");
		prose_name(out, texts.items[i], texts.langs[i]);
	}
	if (texts.left_out)
		prose_fill(out, SAY_MORE_VALUES, texts.left_out);
}

/* -- boxes -------------------------------------------------------------------------------- */

/* The boxes of a region; without memory none, and the text fails. */
static const struct box_list *
boxes_of(struct prose *out, const struct cyt_region *region)
{
	static const struct box_list none = { NULL, 0 };
	const struct box_list *list = region_draw(region);

	if (list)
		return list;
	out->text.failed = true;
	return &none;
}

word_scope
word_scope_of(const struct cyt_region *region, struct arena *arena)
{
	const struct cyt_concept *concept = cyt_region_concept(region);
	uint64_t **masks = arena_alloc(arena, concept->axes.count, sizeof(*masks));
	const struct box_list *list = region_draw(region);

	if (!list)
		return NULL;
	for (uint32_t a = 0; masks && a < concept->axes.count; a++) {
		const struct img_axis *axis =
			image_axis(region_image(region), concept->axes.first + a);
		size_t words = (axis->size + 63) / 64;

		masks[a] = arena_alloc(arena, words, sizeof(**masks));
		if (!masks[a])
			return NULL;
		for (size_t i = 0; i < list->count; i++)
			set_or(masks[a], list->boxes[i].masks[a], words);
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
word_box(struct prose *out, const struct cyt_region *region, const struct box *box,
	 word_scope scope)
{
	const struct cyt_concept *concept = cyt_region_concept(region);
	const struct image *image = region_image(region);
	bool first = true;

	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);
		const uint64_t *within = scope ? scope[a] : NULL;

		if (!bounds_axis(axis, box->masks[a], within))
			continue;
		(first ? word_mask : word_next_mask)(out, image, axis, box->masks[a], within, false);
		first = false;
	}
	if (first)
		prose_say(out, SAY_EVERY_CASE);
}

bool
region_is_unbounded(struct prose *out, const struct cyt_region *region, word_scope scope)
{
	const struct cyt_concept *concept = cyt_region_concept(region);
	const struct box_list *list = boxes_of(out, region);

	if (list->count != 1)
		return false;
	for (uint32_t a = 0; a < concept->axes.count; a++)
		if (bounds_axis(image_axis(region_image(region), concept->axes.first + a),
				list->boxes[0].masks[a], scope ? scope[a] : NULL))
			return false;
	return true;
}

void
word_region(struct prose *out, const struct cyt_region *region, word_scope scope, size_t most)
{
	const struct box_list *list = boxes_of(out, region);
	size_t count = list->count, said = count > most ? most : count;

	for (size_t i = 0; i < said; i++) {
		if (i > 0)
			prose_add(out, i + 1 == count ? out->tongue->words[SAY_LAST_GROUP] : "; ");
		word_box(out, region, &list->boxes[i], scope);
	}
	if (count > said)
		prose_fill(out, count - said > 1 ? SAY_MORE_GROUPS : SAY_MORE_GROUP, count - said);
}

/* Whether every box says something of an axis by itself. */
static bool
says_axis(struct prose *out, const struct cyt_region *region, word_scope scope, uint32_t axis)
{
	uint32_t a = axis - cyt_region_concept(region)->axes.first;
	const struct box_list *list = boxes_of(out, region);

	for (size_t i = 0; i < list->count; i++)
		if (!bounds_axis(image_axis(region_image(region), axis), list->boxes[i].masks[a],
				 scope ? scope[a] : NULL))
			return false;
	return list->count > 0;
}

void
word_concept(struct prose *out, const struct cyt_concept *concept, const struct cyt_demand *row,
	     const struct cyt_region *region, word_scope scope)
{
	const struct image *image = image_of(concept);

	prose_title(out, image, concept->node, ELEMENT_LABEL, cyt_concept_id(concept));
	if (!row || row->base == NONE)
		return;
	for (uint32_t i = 0; i < row->replace.count; i++) {
		const struct img_replace *replace = image_replace(image, row->replace.first + i);

		if (region && says_axis(out, region, scope, replace->axis))
			continue;
		word_next_mask(out, image, image_axis(image, replace->axis),
			       image_words(image, replace->mask), NULL, true);
	}
}

void
word_masks(struct prose *out, const struct image *image, const struct cyt_concept *concept,
	   word_scope masks)
{
	bool first = true;

	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);

		if (set_is_empty(masks[a], (axis->size + 63) / 64))
			continue;
		(first ? word_mask : word_next_mask)(out, image, axis, masks[a], masks[a], true);
		first = false;
	}
}

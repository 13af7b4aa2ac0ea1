/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The cases of an element as a region of one concept.
 *
 * Most laws say the same: the masks of all boxes are a key, and a key is cut once. */
#include "build/stage.h"

#include <string.h>

static bool
push_key(struct builder *b, const uint64_t *words, size_t count)
{
	struct table *key = &b->key;

	if (!alloc_grow(&b->hooks, &key->rows, &key->capacity, key->count + count, sizeof(*words))) {
		b->error = CYT_ERR_NOMEM;
		return false;
	}
	memcpy((uint64_t *)(void *)key->rows + key->count, words, count * sizeof(*words));
	key->count += count;
	return true;
}

static const struct case_row *
row_for(const struct case_row *rows, uint32_t count, uint32_t facet)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		if (rows[i].facet == facet)
			return &rows[i];
	return NULL;
}

static bool
push_positions(struct builder *b, uint32_t size, uint32_t first, uint32_t count)
{
	uint64_t word;
	uint32_t i, j;

	for (i = 0; i < size; i += 64) {
		word = 0;
		for (j = i; j < i + 64 && j < size; j++)
			if (j >= first && j < first + count)
				word |= UINT64_C(1) << j % 64;
		if (!push_key(b, &word, 1))
			return false;
	}
	return true;
}

static bool
push_silent(struct builder *b, uint32_t axis, enum silence silence)
{
	const struct cyt_facet *facet = FACET(b, AXIS(b, axis)->facet);
	uint32_t size = AXIS(b, axis)->size;
	const struct case_row *row = NULL;

	if (silence == SILENCE_LAW)
		row = row_for(b->law_unstated, b->law_unstated_count, AXIS(b, axis)->facet);
	if (row)
		return push_key(b, row->mask, (size + 63) / 64);
	if (silence != SILENCE_EVERY && facet->unstated)
		return push_key(b, (uint64_t *)(void *)b->words.data + facet->unstated,
				(size + 63) / 64);
	return push_positions(b, size, 0, size);
}

static bool
push_range(struct builder *b, uint32_t axis, const struct case_row *row)
{
	struct img_list list = AXIS(b, axis)->breaks;
	const uint32_t *breaks = (const uint32_t *)(const void *)b->refs.data + list.first;
	uint32_t first = 0, count;

	while (first < list.count && breaks[first] < row->at_least)
		first++;
	for (count = 0; first + count < list.count && breaks[first + count] < row->below; count++)
		;
	return push_positions(b, AXIS(b, axis)->size, first, count);
}

static bool
push_box(struct builder *b, const struct case_box *box, uint32_t concept, enum silence silence)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	const struct case_row *row;
	bool good;
	uint32_t i;

	for (i = axes.first; i < axes.first + axes.count; i++) {
		row = row_for(box->rows, box->count, AXIS(b, i)->facet);
		if (!row)
			good = push_silent(b, i, silence);
		else if (row->mask)
			good = push_key(b, row->mask, (AXIS(b, i)->size + 63) / 64);
		else
			good = push_range(b, i, row);
		if (!good)
			return false;
	}
	return true;
}

/* Adds `from`, a run of `count` bits, to `to` at a distance. */
static void
or_shifted(uint64_t *to, const uint64_t *from, uint32_t count, uint32_t distance)
{
	uint32_t words = (count + 63) / 64, shift = distance % 64, i;

	to += distance / 64;
	for (i = 0; i < words; i++) {
		to[i] |= from[i] << shift;
		if (shift && from[i] >> (64 - shift))
			to[i + 1] |= from[i] >> (64 - shift);
	}
}

/* The cells of one layer that all plain masks keep: from the fastest axis on, what is known of one
 * position holds, shifted, of the next. `cells` and `spare` have room for a layer. */
static void
fill_cells(struct builder *b, struct img_list axes, const uint64_t *masks_end, uint64_t *cells,
	   uint64_t *spare, uint32_t words)
{
	const struct img_axis *axis;
	uint32_t at, i, run = 1;

	memset(cells, 0, words * sizeof(*cells));
	cells[0] = 1;
	for (at = axes.count; at > 0; at--) {
		axis = AXIS(b, axes.first + at - 1);
		masks_end -= (axis->size + 63) / 64;
		if (axis->layer)
			continue;
		memcpy(spare, cells, (run + 63) / 64 * sizeof(*cells));
		memset(cells, 0, (run + 63) / 64 * sizeof(*cells));
		for (i = 0; i < axis->size; i++)
			if (masks_end[i / 64] >> i % 64 & 1)
				or_shifted(cells, spare, run, i * run);
		run *= axis->size;
	}
}

static bool
layer_kept(struct builder *b, struct img_list axes, const uint64_t *masks, uint32_t layer)
{
	const struct img_axis *axis;
	uint32_t i, position;

	for (i = 0; i < axes.count; i++, masks += (axis->size + 63) / 64) {
		axis = AXIS(b, axes.first + i);
		position = axis->layer ? layer / axis->stride % axis->size : 0;
		if (axis->layer && !(masks[position / 64] >> position % 64 & 1))
			return false;
	}
	return true;
}

/* One box: its cells in all layers that it keeps. */
static uint32_t
cut_box(struct builder *b, uint32_t concept, const uint64_t *masks, size_t stride)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint32_t words = CONCEPT(b, concept)->words, layers = CONCEPT(b, concept)->layers, i;
	uint32_t offset = 0;
	uint64_t any = 0;

	fill_cells(b, axes, masks + stride, b->scratch, b->scratch2, words);
	for (i = 0; i < words; i++)
		any |= b->scratch[i];
	if (any)
		offset = pool_add(&b->words, b->scratch, words);
	for (i = 0; i < layers; i++)
		b->scratch_refs[i] = layer_kept(b, axes, masks, i) ? offset : 0;
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return cut_layers(b, concept);
}

/* `masks` are those of all boxes, one after the other. */
static uint32_t
cut_boxes(struct builder *b, uint32_t concept, const uint64_t *masks, size_t count)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint32_t region = NONE, box, i;
	size_t stride = 0, at;

	for (i = 0; i < axes.count; i++)
		stride += (AXIS(b, axes.first + i)->size + 63) / 64;
	at = 0;
	do {
		box = cut_box(b, concept, masks + at, stride);
		if (b->error)
			return 0;
		region = region == NONE ? box : cut_union(b, concept, region, box);
		at += stride;
	} while (at < count);
	return region;
}

static uint32_t
cut_list(struct builder *b, const struct case_list *list, uint32_t concept, enum silence silence)
{
	uint64_t head = (uint64_t)concept << 32 | list->count, *key;
	union memo_slot *slot;
	uint32_t i, region;
	bool is_new;

	b->key.count = 0;
	if (!list->count || !push_key(b, &head, 1))
		return 0;
	for (i = 0; i < list->count; i++)
		if (!push_box(b, &list->boxes[i], concept, silence))
			return 0;
	key = (uint64_t *)(void *)b->key.rows;
	slot = stage_memo(b, &b->regions, key, b->key.count, &is_new);
	if (!slot)
		return 0;
	if (is_new) {
		region = cut_boxes(b, concept, key + 1, b->key.count - 1);
		slot->number = region;
	}
	return slot->number;
}

uint32_t
cut_region(struct builder *b, uint32_t node, uint32_t concept, enum silence silence)
{
	const struct case_list *list = cases_of(b, node);
	uint32_t key[4] = { list->number, concept, silence,
			    silence == SILENCE_LAW ? b->law_unstated_number : 0 };
	union memo_slot *slot;
	uint32_t region;
	bool is_new;

	if (!list->shared)
		return cut_list(b, list, concept, silence);
	slot = stage_memo(b, &b->cuts, key, 4, &is_new);
	if (!slot || !is_new)
		return slot ? slot->number : 0;
	region = cut_list(b, list, concept, silence);
	slot->number = region;
	return region;
}

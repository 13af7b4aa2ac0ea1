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

/* Sets the cells of one layer that all plain masks keep, the axes from `at` on. */
static void
fill_cells(struct builder *b, struct img_list axes, uint32_t at, const uint64_t *masks,
	   uint32_t cell, uint64_t *cells)
{
	const struct img_axis *axis;
	uint32_t i;

	if (at == axes.count) {
		cells[cell / 64] |= UINT64_C(1) << cell % 64;
		return;
	}
	axis = AXIS(b, axes.first + at);
	if (axis->layer) {
		fill_cells(b, axes, at + 1, masks + (axis->size + 63) / 64, cell, cells);
		return;
	}
	for (i = 0; i < axis->size; i++)
		if (masks[i / 64] >> i % 64 & 1)
			fill_cells(b, axes, at + 1, masks + (axis->size + 63) / 64,
				   cell + i * axis->stride, cells);
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

/* `masks` are those of all boxes, one after the other. */
static uint32_t
cut_boxes(struct builder *b, uint32_t concept, const uint64_t *masks, size_t count)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint32_t words = CONCEPT(b, concept)->words, layers = CONCEPT(b, concept)->layers, i, j;
	const uint64_t *end = masks + count;
	size_t stride = 0;

	for (i = 0; i < axes.count; i++)
		stride += (AXIS(b, axes.first + i)->size + 63) / 64;
	memset(b->scratch, 0, (size_t)layers * words * sizeof(uint64_t));
	do {
		memset(b->scratch2, 0, words * sizeof(uint64_t));
		fill_cells(b, axes, 0, masks, 0, b->scratch2);
		for (i = 0; i < layers; i++)
			if (layer_kept(b, axes, masks, i))
				for (j = 0; j < words; j++)
					b->scratch[(size_t)i * words + j] |= b->scratch2[j];
		masks += stride;
	} while (masks < end);
	return cut_intern(b, concept, b->scratch);
}

uint32_t
cut_region(struct builder *b, uint32_t node, uint32_t concept, enum silence silence)
{
	const struct case_list *list = cases_of(b, node);
	uint64_t head = (uint64_t)concept << 32 | list->count, *key;
	union memo_slot *slot;
	bool is_new;
	uint32_t i, region;

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

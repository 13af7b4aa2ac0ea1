/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Cutting: break points of quantities, case spaces, boxes to interned regions. */
#define _GNU_SOURCE
#include "build/stage.h"

#include <stdlib.h>
#include <string.h>

enum operation { UNION, DIFFERENCE, INTERSECTION };

#define CELLS_MAX 65536u
#define LAYERS_MAX 1024u

static uint64_t *
word_at(const struct builder *b, uint32_t offset)
{
	return (uint64_t *)(void *)b->words.data + offset;
}

static uint32_t *
ref_at(const struct builder *b, uint32_t offset)
{
	return (uint32_t *)(void *)b->layers.data + offset;
}

/* -- break points ------------------------------------------------------------------------ */

static void
note_break(struct builder *b, uint32_t node, uint32_t axis, uint32_t bound)
{
	uint64_t key = (uint64_t)axis << 32 | bound;
	union memo_slot *slot;
	bool is_new;

	slot = stage_memo(b, &b->breaks, &key, 1, &is_new);
	if (slot && is_new)
		slot->number = node;
}

void
cut_note(struct builder *b, uint32_t node, uint32_t concept)
{
	const struct case_list *list = cases_of(b, node);
	const struct case_row *row;
	uint32_t i, j, axis;

	for (i = 0; i < list->count; i++)
		for (j = 0; j < list->boxes[i].count; j++) {
			row = &list->boxes[i].rows[j];
			axis = axis_of(b, concept, row->facet);
			if (row->mask || axis == NONE)
				continue;
			if (row->at_least)
				note_break(b, cases_node(b, node, list, i, j), axis, row->at_least);
			if (row->below != UINT32_MAX)
				note_break(b, cases_node(b, node, list, i, j), axis, row->below);
		}
}

static int
compare_u64(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, c = *(const uint64_t *)right;

	return a < c ? -1 : a > c;
}

/* Lower bounds of a quantity axis, interned; `keys` are all pairs, sorted. */
static void
set_breaks(struct builder *b, uint32_t axis, const uint64_t *keys, size_t count)
{
	uint32_t *bounds = arena_alloc(&b->arena, count + 1, sizeof(*bounds)), size = 1, first;
	size_t low = 0, high = count, middle;

	if (!bounds) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	while (low < high) {
		middle = low + (high - low) / 2;
		if (keys[middle] >> 32 < axis)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && keys[low] >> 32 == axis; low++)
		bounds[size++] = (uint32_t)keys[low];
	first = pool_add(&b->refs, bounds, size);
	if (first == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	AXIS(b, axis)->breaks = (struct img_list){ first, size };
	AXIS(b, axis)->size = size;
}

/* -- spaces ---------------------------------------------------------------------------------- */

static void
report_limit(struct builder *b, uint32_t concept, uint64_t cells, bool layers)
{
	struct img_list axes = CONCEPT(b, concept)->axes;
	uint32_t node = CONCEPT(b, concept)->node, i, axis;
	uint64_t size = 1;
	struct strbuf text;

	/* Who pushed it over: the vocabulary, unless it fits without break points. */
	for (i = axes.first; i < axes.first + axes.count; i++)
		if (!AXIS(b, i)->breaks.count && AXIS(b, i)->layer == layers)
			size *= AXIS(b, i)->size;
	if (size <= CELLS_MAX && !layers) {
		uint32_t *grown = arena_alloc(&b->arena, axes.count, sizeof(*grown));

		for (i = 0; grown && i < b->breaks.keys.count; i++) {
			axis = (uint32_t)(((uint64_t *)(void *)b->breaks.keys.data)[i] >> 32);
			if (axis < axes.first || axis >= axes.first + axes.count)
				continue;
			size = size / (grown[axis - axes.first] + 1) * (grown[axis - axes.first] + 2);
			grown[axis - axes.first]++;
			if (size > CELLS_MAX) {
				node = ((union memo_slot *)(void *)b->breaks.slots.rows)[i].number;
				break;
			}
		}
	}
	strbuf_init(&text, &b->hooks);
	for (i = axes.first; i < axes.first + axes.count; i++)
		if (AXIS(b, i)->layer == layers)
			strbuf_printf(&text, "%s%s (%u)", text.length ? ", " : "",
				      stage_text(b, FACET(b, AXIS(b, i)->facet)->id),
				      AXIS(b, i)->size);
	if (text.failed)
		b->error = CYT_ERR_NOMEM;
	else
		stage_error(b, DIAG_SPACE_LIMIT, node,
			    "concept `%s` has %llu %s, more than %u; its facets are %s",
			    stage_text(b, CONCEPT(b, concept)->id), (unsigned long long)cells,
			    layers ? "layers" : "cells in a layer", layers ? LAYERS_MAX : CELLS_MAX,
			    strbuf_text(&text));
	strbuf_release(&text);
}

static void
set_space(struct builder *b, uint32_t index)
{
	struct cyt_concept *concept = CONCEPT(b, index);
	uint64_t cells = 1, layers = 1;
	struct img_axis *axis;
	uint32_t i;

	for (i = concept->axes.count; i > 0; i--) {
		axis = AXIS(b, concept->axes.first + i - 1);
		axis->stride = (uint32_t)(axis->layer ? layers : cells);
		if (axis->layer)
			layers *= axis->size;
		else
			cells *= axis->size;
		/* Keep the product from running over; it is reported as it is. */
		if (cells > UINT32_MAX || layers > UINT32_MAX)
			break;
	}
	if (cells > CELLS_MAX)
		report_limit(b, index, cells, false);
	else if (layers > LAYERS_MAX)
		report_limit(b, index, layers, true);
	concept = CONCEPT(b, index);
	concept->cells = cells > CELLS_MAX ? 1 : (uint32_t)cells;
	concept->layers = layers > LAYERS_MAX ? 1 : (uint32_t)layers;
	concept->words = (concept->cells + 63) / 64;
}

static void
set_shape(struct builder *b, uint32_t index)
{
	struct cyt_concept *concept = CONCEPT(b, index);
	uint32_t i;

	for (i = 0; i < index; i++)
		if (CONCEPT(b, i)->is_leaf && CONCEPT(b, i)->cells == concept->cells &&
		    CONCEPT(b, i)->layers == concept->layers)
			break;
	concept->shape = i;
}

static void
set_full(struct builder *b, uint32_t index)
{
	struct cyt_concept *concept = CONCEPT(b, index);
	uint32_t i, offset;

	memset(b->scratch, 0xff, concept->words * sizeof(uint64_t));
	if (concept->cells % 64)
		b->scratch[concept->words - 1] = (UINT64_C(1) << concept->cells % 64) - 1;
	offset = pool_add(&b->words, b->scratch, concept->words);
	for (i = 0; i < concept->layers; i++)
		b->scratch_refs[i] = offset;
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	concept->full = cut_layers(b, index);
}

void
cut_spaces(struct builder *b)
{
	size_t count = b->breaks.keys.count, largest = 1, layers = 1, words;
	uint64_t *keys = arena_alloc(&b->arena, count, sizeof(*keys));
	uint32_t i;

	if (!keys) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	if (count)
		memcpy(keys, b->breaks.keys.data, count * sizeof(*keys));
	qsort(keys, count, sizeof(*keys), compare_u64);
	for (i = 0; i < stage_count(b, SECTION_AXIS) && !b->error; i++)
		if (FACET(b, AXIS(b, i)->facet)->type == FACET_TYPE_QUANTITY)
			set_breaks(b, i, keys, count);
		else
			AXIS(b, i)->size = FACET(b, AXIS(b, i)->facet)->leaves;
	for (i = 0; i < stage_count(b, SECTION_CONCEPT) && !b->error; i++) {
		if (!CONCEPT(b, i)->is_leaf)
			continue;
		set_space(b, i);
		set_shape(b, i);
		words = (size_t)CONCEPT(b, i)->layers * CONCEPT(b, i)->words;
		largest = words > largest ? words : largest;
		layers = CONCEPT(b, i)->layers > layers ? CONCEPT(b, i)->layers : layers;
	}
	b->scratch = arena_alloc(&b->arena, largest, sizeof(*b->scratch));
	b->scratch2 = arena_alloc(&b->arena, largest, sizeof(*b->scratch2));
	b->scratch_refs = arena_alloc(&b->arena, layers + 1, sizeof(*b->scratch_refs));
	if (!b->scratch || !b->scratch2 || !b->scratch_refs) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	b->scratch_refs++;
	for (i = 0; i < stage_count(b, SECTION_CONCEPT) && !b->error && !b->errors; i++)
		if (CONCEPT(b, i)->is_leaf)
			set_full(b, i);
}

/* -- regions --------------------------------------------------------------------------------- */

static size_t
space_size(const struct builder *b, uint32_t concept)
{
	return (size_t)CONCEPT(b, concept)->layers * CONCEPT(b, concept)->words;
}

uint32_t
cut_intern(struct builder *b, uint32_t concept, const uint64_t *set)
{
	uint32_t words = CONCEPT(b, concept)->words, layers = CONCEPT(b, concept)->layers, i, j;

	for (i = 0; i < layers; i++) {
		for (j = 0; j < words && !set[(size_t)i * words + j]; j++)
			;
		b->scratch_refs[i] =
			j == words ? 0 : pool_add(&b->words, set + (size_t)i * words, words);
		if (b->scratch_refs[i] == POOL_FAIL)
			b->error = CYT_ERR_NOMEM;
	}
	return cut_layers(b, concept);
}

uint32_t
cut_layers(struct builder *b, uint32_t concept)
{
	uint32_t at;

	b->scratch_refs[-1] = REGION_OF | CONCEPT(b, concept)->shape;
	at = pool_add(&b->layers, b->scratch_refs - 1, CONCEPT(b, concept)->layers + 1);
	if (at == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return b->error ? 0 : at + 1;
}

void
cut_or(struct builder *b, uint32_t concept, uint32_t region, uint64_t *set)
{
	uint32_t words = CONCEPT(b, concept)->words, layers = CONCEPT(b, concept)->layers, i, j;
	const uint64_t *layer;

	for (i = 0; i < layers; i++) {
		if (!ref_at(b, region)[i])
			continue;
		layer = word_at(b, ref_at(b, region)[i]);
		for (j = 0; j < words; j++)
			set[(size_t)i * words + j] |= layer[j];
	}
}

void
cut_load(struct builder *b, uint32_t concept, uint32_t region, uint64_t *set)
{
	memset(set, 0, space_size(b, concept) * sizeof(*set));
	cut_or(b, concept, region, set);
}

bool
cut_is_empty(struct builder *b, uint32_t concept, uint32_t region)
{
	uint32_t i;

	for (i = 0; i < CONCEPT(b, concept)->layers; i++)
		if (ref_at(b, region)[i])
			return false;
	return true;
}

/* Of two layers, each an offset or 0. Most are equal or empty and touch no bitset. */
static uint32_t
combine_layers(struct builder *b, uint32_t words, uint32_t one, uint32_t other, enum operation operation)
{
	uint64_t any = 0;
	uint32_t j, offset;

	if (one == other)
		return operation == DIFFERENCE ? 0 : one;
	if (!one || !other)
		return operation == UNION ? one | other : operation == DIFFERENCE ? one : 0;
	for (j = 0; j < words; j++) {
		uint64_t x = word_at(b, one)[j], y = word_at(b, other)[j];

		b->scratch[j] = operation == UNION ? x | y : operation == DIFFERENCE ? x & ~y : x & y;
		any |= b->scratch[j];
	}
	offset = any ? pool_add(&b->words, b->scratch, words) : 0;
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return offset;
}

static uint32_t
combine(struct builder *b, uint32_t concept, uint32_t one, uint32_t other, enum operation operation)
{
	uint32_t key[4] = { concept, one, other, operation }, layers = CONCEPT(b, concept)->layers, i;
	union memo_slot *slot;
	bool is_new;

	slot = stage_memo(b, &b->unions, key, 4, &is_new);
	if (!slot || !is_new)
		return slot ? slot->number : 0;
	for (i = 0; i < layers; i++)
		b->scratch_refs[i] = combine_layers(b, CONCEPT(b, concept)->words, ref_at(b, one)[i],
						    ref_at(b, other)[i], operation);
	slot->number = cut_layers(b, concept);
	return slot->number;
}

uint32_t
cut_difference(struct builder *b, uint32_t concept, uint32_t region, uint32_t less)
{
	return combine(b, concept, region, less, DIFFERENCE);
}

uint32_t
cut_union(struct builder *b, uint32_t concept, uint32_t region, uint32_t more)
{
	return region == more ? region : combine(b, concept, region, more, UNION);
}

uint32_t
cut_intersection(struct builder *b, uint32_t concept, uint32_t region, uint32_t with)
{
	return region == with ? region : combine(b, concept, region, with, INTERSECTION);
}

/* -- replacing facets -------------------------------------------------------------------------- */

static bool
mask_has(const uint64_t *mask, uint32_t position)
{
	return mask[position / 64] >> position % 64 & 1;
}

/* Only layer axes: bitsets stay, their layers move. */
static uint32_t
replace_layers(struct builder *b, uint32_t concept, uint32_t region, uint32_t axis,
	       const uint64_t *mask)
{
	struct img_axis *row = AXIS(b, axis);
	uint32_t words = CONCEPT(b, concept)->words, layers = CONCEPT(b, concept)->layers;
	uint32_t layer, from, position, i, j, *refs = b->scratch_refs;

	for (layer = 0; layer < layers; layer++) {
		position = layer / row->stride % row->size;
		refs[layer] = 0;
		if (!mask_has(mask, position))
			continue;
		for (i = 0; i < row->size; i++) {
			from = ref_at(b, region)[layer + (i - position) * row->stride];
			if (!from || from == refs[layer])
				continue;
			if (!refs[layer]) {
				refs[layer] = from;
				continue;
			}
			for (j = 0; j < words; j++)
				b->scratch[j] = word_at(b, refs[layer])[j] | word_at(b, from)[j];
			refs[layer] = pool_add(&b->words, b->scratch, words);
			if (refs[layer] == POOL_FAIL) {
				b->error = CYT_ERR_NOMEM;
				return 0;
			}
		}
	}
	return cut_layers(b, concept);
}

static uint32_t
replace_cells(struct builder *b, uint32_t concept, uint32_t region, uint32_t axis,
	      const uint64_t *mask)
{
	struct img_axis row = *AXIS(b, axis);
	uint32_t words = CONCEPT(b, concept)->words, layers = CONCEPT(b, concept)->layers;
	uint32_t layer, cell, i, at;
	uint64_t *in, *out;

	cut_load(b, concept, region, b->scratch);
	memset(b->scratch2, 0, space_size(b, concept) * sizeof(uint64_t));
	for (layer = 0; layer < layers; layer++) {
		in = b->scratch + (size_t)layer * words;
		out = b->scratch2 + (size_t)layer * words;
		if (!ref_at(b, region)[layer])
			continue;
		for (cell = 0; cell < CONCEPT(b, concept)->cells; cell++) {
			if (!mask_has(in, cell))
				continue;
			at = cell - cell / row.stride % row.size * row.stride;
			for (i = 0; i < row.size; i++)
				if (mask_has(mask, i))
					out[(at + i * row.stride) / 64] |=
						UINT64_C(1) << (at + i * row.stride) % 64;
		}
	}
	return cut_intern(b, concept, b->scratch2);
}

uint32_t
cut_replace(struct builder *b, uint32_t concept, uint32_t region, struct img_list replace)
{
	const struct img_replace *row;
	uint64_t *mask;
	uint32_t i;
	size_t words;

	for (i = 0; i < replace.count && !b->error; i++) {
		row = STAGE_ROW(b, REPLACE, struct img_replace, replace.first + i);
		/* The pool moves while regions are added. */
		words = (AXIS(b, row->axis)->size + 63) / 64;
		mask = arena_alloc(&b->arena, words, sizeof(*mask));
		if (!mask) {
			b->error = CYT_ERR_NOMEM;
			return 0;
		}
		memcpy(mask, word_at(b, row->mask), words * sizeof(*mask));
		region = AXIS(b, row->axis)->layer
				 ? replace_layers(b, concept, region, row->axis, mask)
				 : replace_cells(b, concept, region, row->axis, mask);
	}
	return region;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Regions of a result, and reading them box by box. */
#include "query/regions.h"

#include "model/bits.h"

const struct cyt_region *
region_make(const struct image *image, const struct cyt_concept *concept, const uint64_t *set,
	    const uint64_t *allowed, struct arena *arena)
{
	struct cyt_region *region = arena_alloc(arena, 1, sizeof(*region));

	if (!region)
		return NULL;
	region->image = image;
	region->concept = concept;
	region->cells = set_count(set, space_words(concept));
	if (region_boxes(image, concept, set, allowed, arena, &region->list) < 0)
		return NULL;
	return region;
}

void
memo_init(struct region_memo *memo, const struct image *image, const struct cyt_concept *concept,
	  struct arena *arena)
{
	memo->image = image;
	memo->concept = concept;
	memo->arena = arena;
	memo->count = 0;
}

const struct cyt_region *
memo_region(struct region_memo *memo, const uint64_t *set)
{
	const struct cyt_region *region;
	size_t words = space_words(memo->concept);

	for (size_t i = 0; i < memo->count; i++)
		if (set_equal(memo->known[i].set, set, words))
			return memo->known[i].region;
	region = region_make(memo->image, memo->concept, set, NULL, memo->arena);
	if (region && memo->count < sizeof(memo->known) / sizeof(memo->known[0])) {
		memo->known[memo->count].set = set;
		memo->known[memo->count++].region = region;
	}
	return region;
}

const struct cyt_value *
region_leaf(const struct image *image, const struct img_axis *axis, uint32_t position)
{
	const struct cyt_facet *facet = image_facet(image, axis->facet);
	const struct cyt_value *value = image_value(image, facet->values.first);

	/* Leaves stand in the order of their positions, so it is not before this row. */
	for (uint32_t i = position; i < facet->values.count; i++)
		if (value[i].is_leaf && value[i].leaf == position)
			return &value[i];
	return NULL;
}

bool
region_interval(const struct image *image, const struct img_axis *axis, const uint64_t *mask,
		size_t i, uint32_t *at_least, uint32_t *below)
{
	const uint32_t *breaks = image_refs(image, axis->breaks.first);
	uint32_t p = 0, first;

	for (;; i--) {
		while (p < axis->size && !bits_test(mask, p))
			p++;
		if (p == axis->size)
			return false;
		first = p;
		while (p < axis->size && bits_test(mask, p))
			p++;
		if (i == 0)
			break;
	}
	*at_least = breaks[first];
	*below = p < axis->size ? breaks[p] : UINT32_MAX;
	return true;
}

const struct cyt_concept *
cyt_region_concept(const struct cyt_region *region)
{
	return region->concept;
}

size_t
cyt_region_box_count(const struct cyt_region *region)
{
	return region->list.count;
}

uint64_t
cyt_region_cell_count(const struct cyt_region *region)
{
	return region->cells;
}

/* The mask of a box on a facet; NULL if there is no such box or facet. */
static const uint64_t *
box_mask(const struct cyt_region *region, size_t box, size_t facet)
{
	if (box >= region->list.count || facet >= region->concept->axes.count)
		return NULL;
	return region->list.boxes[box].masks[facet];
}

static const struct img_axis *
region_axis(const struct cyt_region *region, size_t facet)
{
	return image_axis(region->image, region->concept->axes.first + (uint32_t)facet);
}

int
cyt_region_box_restricts(const struct cyt_region *region, size_t box, size_t facet)
{
	const uint64_t *mask = box_mask(region, box, facet);

	return mask && box_restricts(region_axis(region, facet), mask);
}

const char *
cyt_region_box_value_at(const struct cyt_region *region, size_t box, size_t facet, size_t i)
{
	const uint64_t *mask = box_mask(region, box, facet);
	const struct cyt_value *leaf;
	const struct img_axis *axis;

	if (!mask)
		return NULL;
	axis = region_axis(region, facet);
	if (image_facet(region->image, axis->facet)->type == FACET_TYPE_QUANTITY)
		return NULL;
	for (uint32_t p = 0; p < axis->size; p++) {
		if (!bits_test(mask, p))
			continue;
		if (i-- > 0)
			continue;
		leaf = region_leaf(region->image, axis, p);
		return leaf ? image_string(region->image, leaf->id) : NULL;
	}
	return NULL;
}

int
cyt_region_box_interval_at(const struct cyt_region *region, size_t box, size_t facet, size_t i,
			   uint32_t *at_least, uint32_t *below)
{
	const uint64_t *mask = box_mask(region, box, facet);
	const struct img_axis *axis;

	if (!mask)
		return 0;
	axis = region_axis(region, facet);
	if (image_facet(region->image, axis->facet)->type != FACET_TYPE_QUANTITY)
		return 0;
	return region_interval(region->image, axis, mask, i, at_least, below);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Regions of a result, and reading them box by box. */
#include "query/regions.h"

#include "model/bits.h"

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

size_t
cyt_region_box_count(const struct cyt_region *region)
{
	const struct box_list *list = region_draw(region);

	return list ? list->count : 0;
}

/* The mask of a box on a facet; NULL if there is no such box or facet. */
static const uint64_t *
box_mask(const struct cyt_region *region, size_t box, size_t facet)
{
	const struct box_list *list = region_draw(region);

	if (!list || box >= list->count || facet >= cyt_region_concept(region)->axes.count)
		return NULL;
	return list->boxes[box].masks[facet];
}

static const struct img_axis *
region_axis(const struct cyt_region *region, size_t facet)
{
	return image_axis(region_image(region),
			  cyt_region_concept(region)->axes.first + (uint32_t)facet);
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
	if (image_facet(region_image(region), axis->facet)->type == FACET_TYPE_QUANTITY)
		return NULL;
	for (uint32_t p = 0; p < axis->size; p++) {
		if (!bits_test(mask, p))
			continue;
		if (i-- > 0)
			continue;
		leaf = region_leaf(region_image(region), axis, p);
		return leaf ? image_string(region_image(region), leaf->id) : NULL;
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
	if (image_facet(region_image(region), axis->facet)->type != FACET_TYPE_QUANTITY)
		return 0;
	return region_interval(region_image(region), axis, mask, i, at_least, below);
}

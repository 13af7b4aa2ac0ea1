/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forging snapshots: changes that no checksum gives away. */
#include "forge.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static void
split(uint64_t sum, uint32_t *low, uint32_t *high)
{
	*low = (uint32_t)sum;
	*high = (uint32_t)(sum >> 32);
}

void
forge_seal(struct image *image, size_t size)
{
	int i;

	if (size < sizeof(*image))
		return;
	for (i = 0; i < SECTION_COUNT; i++) {
		struct image_extent *extent = &image->sections[i];
		uint64_t length = (uint64_t)extent->count * image_row_size(i);

		if (extent->offset <= size && length <= size - extent->offset)
			split(XXH3_64bits((const char *)image + extent->offset, length),
			      &extent->check_low, &extent->check_high);
	}
	split(XXH3_64bits(image, offsetof(struct image, check_low)), &image->check_low,
	      &image->check_high);
}

uint32_t
forge_below(uint64_t *seed, uint32_t end)
{
	uint64_t x = *seed += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)((x ^ x >> 31) % end);
}

/* Where in the image, and in *unit how wide the field may be. */
static size_t
place(const struct image *image, uint64_t *seed, size_t *unit)
{
	const struct image_extent *extent;
	uint32_t i;

	for (;;) {
		i = forge_below(seed, SECTION_COUNT + 1);
		*unit = 4;
		if (i == SECTION_COUNT)
			return forge_below(seed, sizeof(*image)) / 4 * 4;
		extent = &image->sections[i];
		if (!extent->count)
			continue;
		/* Of nodes, lines and texts the bytes count. */
		if (i == SECTION_NODE || image_row_size((int)i) < 4)
			*unit = 1u << forge_below(seed, 3);
		return (extent->offset +
			forge_below(seed, extent->count * (uint32_t)image_row_size((int)i))) /
		       *unit * *unit;
	}
}

static uint32_t
value(uint32_t old, uint64_t *seed)
{
	switch (forge_below(seed, 8)) {
	case 0:
		return 0;
	case 1:
		return NONE;
	case 2:
		return old + 1;
	case 3:
		return old - 1;
	case 4:
		return old ^ 1u << forge_below(seed, 32);
	case 5:
		return forge_below(seed, 16);
	case 6:
		return forge_below(seed, 4096);
	default:
		return forge_below(seed, UINT32_MAX);
	}
}

void
forge_change(struct image *image, const struct image *layout, uint64_t *seed)
{
	char *bytes = (char *)image;
	uint32_t number = 0;
	size_t unit, at;

	at = place(layout, seed, &unit);
	memcpy(&number, bytes + at, unit);
	number = value(number, seed);
	memcpy(bytes + at, &number, unit);
}

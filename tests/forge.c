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

/* A field: where it is, how wide it may be, and the rows that it is one of. */
struct field {
	size_t at, unit;
	uint32_t row_size, rows, row; /* rows 0: of the header */
};

static struct field
any_field(const struct image *image, uint64_t *seed)
{
	const struct image_extent *extent;
	struct field field = { .unit = 4 };
	uint32_t i;

	do {
		i = forge_below(seed, SECTION_COUNT + 1);
		if (i == SECTION_COUNT) {
			field.at = forge_below(seed, sizeof(*image)) / 4 * 4;
			return field;
		}
		extent = &image->sections[i];
	} while (!extent->count);
	field.row_size = (uint32_t)image_row_size((int)i);
	field.rows = extent->count;
	field.row = forge_below(seed, field.rows);
	/* Of nodes, lines and texts the bytes count. */
	if (i == SECTION_NODE || field.row_size < 4)
		field.unit = 1u << forge_below(seed, 3);
	if (field.unit > field.row_size)
		field.unit = field.row_size;
	field.at = extent->offset + (size_t)field.row * field.row_size +
		   forge_below(seed, field.row_size) / field.unit * field.unit;
	return field;
}

/* What another row has there: the verification has the least against that. */
static uint32_t
borrowed(const struct image *layout, const struct field *field, uint64_t *seed)
{
	size_t at = field->at - (size_t)field->row * field->row_size;
	uint32_t number = 0;

	at += (size_t)forge_below(seed, field->rows) * field->row_size;
	memcpy(&number, (const char *)layout + at, field->unit);
	return number;
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
	struct field field = any_field(layout, seed);
	char *bytes = (char *)image;
	uint32_t number = 0;

	memcpy(&number, bytes + field.at, field.unit);
	number = field.rows && forge_below(seed, 3) == 0 ? borrowed(layout, &field, seed)
							  : value(number, seed);
	memcpy(bytes + field.at, &number, field.unit);
}

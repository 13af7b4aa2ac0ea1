/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Digit by digit from the lowest, leaving out digits that are the same everywhere. */
#include "base/sort.h"

#include <string.h>

#define FEW 32 /* rows for which counting digits does not pay */

static void
insert_rows(struct sort_row *rows, size_t count)
{
	struct sort_row row;
	size_t i, at;

	for (i = 1; i < count; i++) {
		row = rows[i];
		for (at = i; at > 0 && rows[at - 1].key > row.key; at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
	}
}

static void
deal_rows(const struct sort_row *rows, size_t count, unsigned int shift, struct sort_row *out)
{
	size_t firsts[256] = { 0 }, sum = 0, i, n;

	for (i = 0; i < count; i++)
		firsts[rows[i].key >> shift & 255]++;
	for (i = 0; i < 256; i++) {
		n = firsts[i];
		firsts[i] = sum;
		sum += n;
	}
	for (i = 0; i < count; i++)
		out[firsts[rows[i].key >> shift & 255]++] = rows[i];
}

void
sort_rows(struct sort_row *rows, struct sort_row *spare, size_t count)
{
	struct sort_row *from = rows, *to = spare, *swap;
	uint64_t differ = 0;
	unsigned int shift;
	size_t i;

	if (count <= FEW) {
		insert_rows(rows, count);
		return;
	}
	for (i = 1; i < count; i++)
		differ |= rows[i].key ^ rows[0].key;
	for (shift = 0; shift < 64; shift += 8) {
		if (!(differ >> shift & 255))
			continue;
		deal_rows(from, count, shift, to);
		swap = from;
		from = to;
		to = swap;
	}
	if (from != rows)
		memcpy(rows, from, count * sizeof(*rows));
}

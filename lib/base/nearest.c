/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Distance in letters added, dropped, changed or swapped with the next. */
#include "base/nearest.h"

#include <string.h>

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned
distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	unsigned rows[NEAREST_MAX + 1][NEAREST_MAX + 1];
	size_t i, j;

	for (j = 0; j <= b_length; j++)
		rows[0][j] = (unsigned)j;
	for (i = 1; i <= a_length; i++) {
		rows[i][0] = (unsigned)i;
		for (j = 1; j <= b_length; j++) {
			rows[i][j] = least(least(rows[i - 1][j], rows[i][j - 1]) + 1,
					   rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
		}
	}
	return rows[a_length][b_length];
}

void
nearest_init(struct nearest *nearest, const char *word)
{
	nearest->word = word;
	nearest->length = strlen(word);
	nearest->best = NULL;
	nearest->best_length = 0;
	/* Farther than a third of the letters is another word. */
	nearest->distance = least((unsigned)(nearest->length + 2) / 3, 4) + 1;
}

void
nearest_offer(struct nearest *nearest, const char *candidate, size_t length)
{
	unsigned slips;

	if (nearest->length > NEAREST_MAX || length > NEAREST_MAX)
		return;
	slips = distance(nearest->word, nearest->length, candidate, length);
	if (slips >= nearest->distance)
		return;
	nearest->distance = slips;
	nearest->best = candidate;
	nearest->best_length = length;
}

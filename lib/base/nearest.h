/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* "Did you mean …?": the candidate with the fewest slips of the pen. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

#define NEAREST_MAX 48

struct nearest {
	const char *word;
	size_t length;
	const char *best; /* not terminated; NULL while nothing is near */
	size_t best_length;
	unsigned distance;
};

void nearest_init(struct nearest *nearest, const char *word);
void nearest_offer(struct nearest *nearest, const char *candidate, size_t length);

#endif

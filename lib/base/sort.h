/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Many rows in the order of numbers. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

struct sort_row {
	uint64_t key;
	uint32_t number; /* the caller's */
};

/* By key; rows with the same key stay in their order. `spare` has room for `count` rows too. */
void sort_rows(struct sort_row *rows, struct sort_row *spare, size_t count);

#endif

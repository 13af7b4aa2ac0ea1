/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Interned runs of elements in one array: strings, bitsets, lists of references. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/alloc.h"

struct pool_slot;

struct pool {
	const struct cyt_alloc_hooks *hooks;
	size_t size; /* bytes of an element */
	char *data;
	size_t count, capacity; /* elements */
	struct pool_slot *slots;
	size_t slot_count, used;
};

void pool_init(struct pool *pool, const struct cyt_alloc_hooks *hooks, size_t size);
void pool_release(struct pool *pool);

/* Position of `count` elements equal to these, added if they are new; POOL_FAIL without memory or
 * past 2^32 elements. */
#define POOL_FAIL UINT32_MAX
uint32_t pool_add(struct pool *pool, const void *elements, size_t count);

/* FNV-like hash over bytes, for other tables. */
uint32_t pool_hash(const void *bytes, size_t length);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Hash table over runs of one growing array. */
#include "base/pool.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct pool_slot {
	uint32_t offset, count, hash, taken;
};

void
pool_init(struct pool *pool, const struct cyt_alloc_hooks *hooks, size_t size)
{
	memset(pool, 0, sizeof(*pool));
	pool->hooks = hooks;
	pool->size = size;
}

void
pool_release(struct pool *pool)
{
	alloc_free(pool->hooks, pool->data);
	alloc_free(pool->hooks, pool->slots);
	pool_init(pool, pool->hooks, pool->size);
}

uint32_t
pool_hash(const void *bytes, size_t length)
{
	return (uint32_t)XXH3_64bits(bytes, length);
}

static struct pool_slot *
find_slot(struct pool *pool, const void *elements, size_t count, uint32_t hash)
{
	size_t i = hash & (pool->slot_count - 1);
	struct pool_slot *slot;

	for (;; i = (i + 1) & (pool->slot_count - 1)) {
		slot = &pool->slots[i];
		if (!slot->taken)
			return slot;
		if (slot->hash == hash && slot->count == count &&
		    memcmp(pool->data + (size_t)slot->offset * pool->size, elements,
			   count * pool->size) == 0)
			return slot;
	}
}

static bool
grow_slots(struct pool *pool)
{
	struct pool_slot *old = pool->slots, *slots;
	size_t old_count = pool->slot_count, i, j;

	pool->slot_count = old_count ? old_count * 2 : 64;
	slots = alloc_zero(pool->hooks, pool->slot_count, sizeof(*slots));
	if (!slots) {
		pool->slot_count = old_count;
		return false;
	}
	for (i = 0; i < old_count; i++) {
		if (!old[i].taken)
			continue;
		for (j = old[i].hash & (pool->slot_count - 1); slots[j].taken;
		     j = (j + 1) & (pool->slot_count - 1))
			;
		slots[j] = old[i];
	}
	pool->slots = slots;
	alloc_free(pool->hooks, old);
	return true;
}

uint32_t
pool_add(struct pool *pool, const void *elements, size_t count)
{
	uint32_t hash = pool_hash(elements, count * pool->size);
	struct pool_slot *slot;

	if (pool->used * 2 >= pool->slot_count && !grow_slots(pool))
		return POOL_FAIL;
	slot = find_slot(pool, elements, count, hash);
	if (slot->taken)
		return slot->offset;
	if (pool->count + count >= UINT32_MAX / pool->size ||
	    !alloc_grow(pool->hooks, &pool->data, &pool->capacity, pool->count + count, pool->size))
		return POOL_FAIL;
	memcpy(pool->data + pool->count * pool->size, elements, count * pool->size);
	*slot = (struct pool_slot){ (uint32_t)pool->count, (uint32_t)count, hash, 1 };
	pool->used++;
	pool->count += count;
	return slot->offset;
}

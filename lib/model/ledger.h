/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table that only grows, up to a limit, and that threads read and extend without a lock.
 *
 * An entry is one block of whoever makes it, which begins with a struct ledger_entry and never changes
 * once it is in the table. Two threads may add what means the same: that does no harm. */
#ifndef MODEL_LEDGER_H
#define MODEL_LEDGER_H

#include <stdatomic.h>

#include "base/alloc.h"

struct ledger_entry {
	const struct ledger_entry *next;
	uint64_t hash;
};

struct ledger {
	const struct cyt_alloc_hooks *hooks;
	_Atomic(const struct ledger_entry *) *heads;
	size_t heads_count; /* a power of two */
	atomic_size_t bytes; /* of all entries */
};

/* For what is found of so many laws. NULL without memory. */
struct ledger *ledger_new(size_t laws, const struct cyt_alloc_hooks *hooks);
void ledger_free(struct ledger *ledger, const struct cyt_alloc_hooks *hooks);

/* The newest entry that may have the hash; others follow by `next`. */
static inline const struct ledger_entry *
ledger_first(const struct ledger *ledger, uint64_t hash)
{
	return atomic_load_explicit(&ledger->heads[hash & (ledger->heads_count - 1)],
				    memory_order_acquire);
}

/* Asks memory for where that one is looked up. */
static inline void
ledger_prefetch(const struct ledger *ledger, uint64_t hash)
{
	__builtin_prefetch(&ledger->heads[hash & (ledger->heads_count - 1)]);
}

/* Whether there is room for a block of this size. It has to be added then. */
bool ledger_has_room(struct ledger *ledger, size_t size);
/* From now on the block, made with the hooks of the ledger, is the ledger's. */
void ledger_add(struct ledger *ledger, struct ledger_entry *entry);

static inline uint64_t
ledger_mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

#endif

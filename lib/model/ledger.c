/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table that only grows, up to a limit. */
#include "model/ledger.h"

#define MOST_BYTES ((size_t)16 << 20)
#define MOST_HEADS ((size_t)1 << 17)
#define HEADS_PER_LAW 16

struct ledger *
ledger_new(size_t laws, const struct cyt_alloc_hooks *hooks)
{
	struct ledger *ledger = alloc_zero(hooks, 1, sizeof(*ledger));
	size_t count = 64;

	if (!ledger)
		return NULL;
	/* With many laws much of what they say is alike, but not all. */
	while (count < HEADS_PER_LAW * laws && count < MOST_HEADS)
		count *= 2;
	ledger->hooks = hooks;
	ledger->heads_count = count;
	ledger->heads = alloc_zero(hooks, count, sizeof(*ledger->heads));
	atomic_init(&ledger->bytes, 0);
	if (ledger->heads)
		return ledger;
	alloc_free(hooks, ledger);
	return NULL;
}

void
ledger_free(struct ledger *ledger, const struct cyt_alloc_hooks *hooks)
{
	const struct ledger_entry *entry, *next;

	if (!ledger)
		return;
	for (size_t i = 0; i < ledger->heads_count; i++)
		for (entry = atomic_load(&ledger->heads[i]); entry; entry = next) {
			next = entry->next;
			alloc_free(hooks, (void *)(uintptr_t)entry);
		}
	alloc_free(hooks, ledger->heads);
	alloc_free(hooks, ledger);
}

bool
ledger_has_room(struct ledger *ledger, size_t size)
{
	size_t before = atomic_fetch_add_explicit(&ledger->bytes, size, memory_order_relaxed);

	if (before <= MOST_BYTES - size)
		return true;
	atomic_fetch_sub_explicit(&ledger->bytes, size, memory_order_relaxed);
	return false;
}

void
ledger_add(struct ledger *ledger, struct ledger_entry *entry)
{
	_Atomic(const struct ledger_entry *) *head =
		&ledger->heads[entry->hash & (ledger->heads_count - 1)];

	entry->next = atomic_load_explicit(head, memory_order_relaxed);
	while (!atomic_compare_exchange_weak_explicit(head, &entry->next, entry,
						      memory_order_release, memory_order_relaxed))
		;
}

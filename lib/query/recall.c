/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verdicts recalled while many laws are asked the same. */
#include "query/recall.h"

#define FEWEST 1024u

void
recall_init(struct recall *recall, const struct cyt_alloc_hooks *hooks)
{
	recall->hooks = hooks;
	recall->slots = NULL;
	recall->room = recall->count = 0;
}

void
recall_release(struct recall *recall)
{
	alloc_free(recall->hooks, recall->slots);
	recall_init(recall, recall->hooks);
}

static uint64_t
hash(const struct recall_key *key)
{
	uint64_t h = ((uint64_t)key->row << 32 | key->firm) * UINT64_C(0x9e3779b97f4a7c15);

	h ^= h >> 32;
	h = (h ^ ((uint64_t)key->assessed << 32 | key->all)) * UINT64_C(0xbf58476d1ce4e5b9);
	return h ^ h >> 29;
}

static bool
same_key(const struct recall_key *one, const struct recall_key *other)
{
	return one->row == other->row && one->firm == other->firm && one->all == other->all &&
	       one->assessed == other->assessed;
}

/* The slot of a key, or the free one where it belongs. There is one. */
static struct recalled *
slot_of(struct recalled *slots, size_t room, const struct recall_key *key)
{
	size_t i = hash(key) & (room - 1);

	while (slots[i].taken && !same_key(&slots[i].key, key))
		i = (i + 1) & (room - 1);
	return &slots[i];
}

const struct recalled *
recall_find(const struct recall *recall, const struct recall_key *key)
{
	const struct recalled *slot;

	if (!recall->room)
		return NULL;
	slot = slot_of(recall->slots, recall->room, key);
	return slot->taken ? slot : NULL;
}

static int
grow(struct recall *recall)
{
	size_t room = recall->room ? 2 * recall->room : FEWEST;
	struct recalled *slots = alloc_zero(recall->hooks, room, sizeof(*slots));

	if (!slots)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < recall->room; i++)
		if (recall->slots[i].taken)
			*slot_of(slots, room, &recall->slots[i].key) = recall->slots[i];
	alloc_free(recall->hooks, recall->slots);
	recall->slots = slots;
	recall->room = room;
	return 0;
}

int
recall_add(struct recall *recall, const struct recall_key *key, enum cyt_verdict verdict,
	   bool is_void)
{
	struct recalled *slot;

	if (recall->count >= recall->room / 2 && grow(recall) < 0)
		return CYT_ERR_NOMEM;
	slot = slot_of(recall->slots, recall->room, key);
	slot->key = *key;
	slot->verdict = (uint32_t)verdict;
	slot->is_void = is_void;
	slot->taken = true;
	recall->count++;
	return 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Choosing options: the best selection of a row, and the fewest that do. */
#include "query/choice.h"

#include <cybertreaty/base.h>

#include <string.h>

#include "model/bits.h"
#include "query/cells.h"

#define EXACT 16u
/* Beyond so many ways to choose among groups that share cells, they are settled one by one. */
#define MOST_SELECTIONS 4096u

struct selection {
	const struct cyt_concept *concept;
	const uint64_t *left, *reserved, *counting;
	const struct excuse_list *options;
	size_t words;
	/* Per group its options in document order; pick[g] == size[g] is none of them. */
	size_t group_count;
	size_t **members, *size, *pick, *best;
	uint64_t *rest; /* scratch */
};

static uint64_t *
counting_cells(const struct image *image, const struct cyt_concept *concept,
	       const struct excuse_list *list, const uint64_t *left, const uint64_t *reserved,
	       struct arena *arena)
{
	uint64_t **sets = arena_alloc(arena, list->count + 2, sizeof(*sets));

	if (!sets)
		return NULL;
	for (size_t i = 0; i < list->count + 2; i++) {
		const uint64_t *from = i < list->count ? list->items[i].set : reserved;

		sets[i] = set_new(arena, concept);
		if (!sets[i])
			return NULL;
		set_copy(sets[i], left, space_words(concept));
		if (i <= list->count)
			set_and(sets[i], from, space_words(concept));
	}
	return cells_that_count(image, concept, (const uint64_t *const *)sets, list->count + 2,
				arena);
}

/* Cells missing and cells left to reservations under the present picks. */
static void
score(struct selection *s, size_t out[2])
{
	set_copy(s->rest, s->left, s->words);
	for (size_t i = 0; i < s->options->count; i++)
		if (!*s->options->items[i].choice)
			set_subtract(s->rest, s->options->items[i].set, s->words);
	for (size_t g = 0; g < s->group_count; g++)
		if (s->pick[g] < s->size[g])
			set_subtract(s->rest, s->options->items[s->members[g][s->pick[g]]].set,
				     s->words);
	set_and(s->rest, s->counting, s->words);
	out[0] = out[1] = set_count(s->rest, s->words);
	set_subtract(s->rest, s->reserved, s->words);
	out[0] = set_count(s->rest, s->words);
	out[1] -= out[0];
}

static bool
better(const size_t a[2], const size_t b[2])
{
	return a[0] < b[0] || (a[0] == b[0] && a[1] < b[1]);
}

/* Every pick of groups first .. first + count - 1, the last group fastest; the others stay. */
static void
try_all(struct selection *s, size_t first, size_t count)
{
	size_t now[2], best[2] = { SIZE_MAX, SIZE_MAX };
	bool more = true;

	for (size_t g = first; g < first + count; g++)
		s->pick[g] = 0;
	while (more) {
		score(s, now);
		if (better(now, best)) {
			memcpy(best, now, sizeof(best));
			memcpy(s->best, s->pick, s->group_count * sizeof(*s->pick));
		}
		more = false;
		for (size_t g = first + count; !more && g-- > first;) {
			more = s->pick[g] < s->size[g];
			s->pick[g] = more ? s->pick[g] + 1 : 0;
		}
	}
	memcpy(s->pick, s->best, s->group_count * sizeof(*s->pick));
}

static bool
collect_groups(struct selection *s, struct arena *arena)
{
	const struct excuse *items = s->options->items;
	size_t n = s->options->count;

	s->members = arena_alloc(arena, n, sizeof(*s->members));
	s->size = arena_alloc(arena, n, sizeof(*s->size));
	s->pick = arena_alloc(arena, n, sizeof(*s->pick));
	s->best = arena_alloc(arena, n, sizeof(*s->best));
	s->rest = set_new(arena, s->concept);
	if (!s->members || !s->size || !s->pick || !s->best || !s->rest)
		return false;
	for (size_t i = 0; i < n; i++) {
		size_t g = 0;

		if (!*items[i].choice)
			continue;
		while (g < s->group_count &&
		       strcmp(items[s->members[g][0]].choice, items[i].choice) != 0)
			g++;
		if (g == s->group_count) {
			s->members[g] = arena_alloc(arena, n, sizeof(**s->members));
			if (!s->members[g])
				return false;
			s->group_count++;
		}
		s->members[g][s->size[g]++] = i;
	}
	return true;
}

static bool
groups_meet(const struct selection *s, size_t one, size_t other)
{
	const struct excuse *items = s->options->items;

	for (size_t i = 0; i < s->size[one]; i++)
		for (size_t k = 0; k < s->size[other]; k++) {
			set_copy(s->rest, items[s->members[one][i]].set, s->words);
			set_and(s->rest, s->left, s->words);
			if (set_meets(s->rest, items[s->members[other][k]].set, s->words))
				return true;
		}
	return false;
}

/* Moves a group forward, past those between. */
static void
move_group(struct selection *s, size_t from, size_t to)
{
	size_t *members = s->members[from], size = s->size[from];

	for (; from > to; from--) {
		s->members[from] = s->members[from - 1];
		s->size[from] = s->size[from - 1];
	}
	s->members[to] = members;
	s->size[to] = size;
}

/* Puts what shares cells with group `first`, be it through others, next to it in document order;
 * one past the last of them. What is apart can be chosen apart. */
static size_t
gather_connected(struct selection *s, size_t first)
{
	size_t end = first + 1, to;

	for (size_t i = first; i < end; i++)
		for (size_t g = end; g < s->group_count; g++)
			if (groups_meet(s, i, g))
				move_group(s, g, end++);
	for (size_t g = first + 1; g < end; g++) {
		for (to = first; s->members[to][0] < s->members[g][0]; to++)
			;
		move_group(s, g, to);
	}
	return end;
}

static void
select_connected(struct selection *s, size_t first, size_t end)
{
	size_t selections = 1;

	for (size_t g = first; g < end && selections <= MOST_SELECTIONS; g++)
		selections *= s->size[g] + 1;
	if (selections <= MOST_SELECTIONS)
		try_all(s, first, end - first);
	else
		for (size_t g = first; g < end; g++)
			try_all(s, g, 1);
}

int
choice_select(const struct image *image, const struct cyt_concept *concept, const uint64_t *left,
	      const uint64_t *reserved, struct excuse_list *options, struct arena *arena)
{
	struct selection s = { .concept = concept, .left = left, .reserved = reserved,
			       .options = options, .words = space_words(concept) };

	for (size_t i = 0; i < options->count; i++)
		options->items[i].chosen = !*options->items[i].choice;
	if (!collect_groups(&s, arena))
		return CYT_ERR_NOMEM;
	if (s.group_count == 0)
		return 0;
	s.counting = counting_cells(image, concept, options, left, reserved, arena);
	if (!s.counting)
		return CYT_ERR_NOMEM;
	for (size_t first = 0, end; first < s.group_count; first = end) {
		end = gather_connected(&s, first);
		/* None of those that are still to come. */
		memcpy(s.pick + first, s.size + first, (s.group_count - first) * sizeof(*s.pick));
		select_connected(&s, first, end);
	}
	for (size_t g = 0; g < s.group_count; g++)
		if (s.pick[g] < s.size[g])
			options->items[s.members[g][s.pick[g]]].chosen = true;
	return 0;
}

/* -- fewest ------------------------------------------------------------------------------- */

/* Which sets of candidates cover a cell of the target, each once; bit 0 is the last candidate. */
static size_t
demands_of(const uint64_t *target, size_t words, struct excuse *const *candidates, size_t count,
	   uint64_t *seen, uint16_t *masks)
{
	size_t found = 0;

	for (size_t word = 0; word < words; word++) {
		for (uint64_t bits = target[word]; bits; bits &= bits - 1) {
			uint32_t bit = (uint32_t)__builtin_ctzll(bits);
			uint32_t mask = 0;

			for (size_t i = 0; i < count; i++)
				mask = mask << 1 |
				       (uint32_t)(candidates[i]->set[word] >> bit & 1);
			if (bits_test(seen, mask))
				continue;
			bits_set(seen, mask);
			masks[found++] = (uint16_t)mask;
		}
	}
	return found;
}

static bool
hits_all(uint32_t chosen, const uint16_t *masks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!(chosen & masks[i]))
			return false;
	return true;
}

static int
fewest_exactly(const uint64_t *target, size_t words, struct excuse **candidates, size_t count,
	       struct arena *arena)
{
	uint32_t all = ((uint32_t)1 << count) - 1;
	uint64_t *seen = arena_alloc(arena, all / 64 + 1, sizeof(*seen));
	uint16_t *masks = arena_alloc(arena, (size_t)all + 1, sizeof(*masks));
	size_t found;

	if (!seen || !masks)
		return CYT_ERR_NOMEM;
	found = demands_of(target, words, candidates, count, seen, masks);
	/* Falling numbers of one bit count are combinations in document order. */
	for (int size = 1; size <= (int)count; size++) {
		for (uint32_t chosen = all; chosen > 0; chosen--) {
			if (__builtin_popcount(chosen) != size || !hits_all(chosen, masks, found))
				continue;
			for (size_t i = 0; i < count; i++)
				candidates[i]->used = chosen >> (count - 1 - i) & 1;
			return 0;
		}
	}
	return 0;
}

static int
fewest_greedily(const struct image *image, const struct cyt_concept *concept,
		const uint64_t *target, const struct excuse_list *list,
		struct excuse **candidates, size_t count, struct arena *arena)
{
	size_t words = space_words(concept);
	uint64_t *rest = set_new(arena, concept), *part = set_new(arena, concept);
	uint64_t *counting = counting_cells(image, concept, list, target, target, arena);

	if (!rest || !part || !counting)
		return CYT_ERR_NOMEM;
	set_copy(rest, target, words);
	set_and(rest, counting, words);
	for (;;) {
		size_t most = 0, best = 0;

		for (size_t i = 0; i < count; i++) {
			size_t cells;

			set_copy(part, candidates[i]->set, words);
			set_and(part, rest, words);
			cells = set_count(part, words);
			if (cells > most) {
				most = cells;
				best = i;
			}
		}
		if (most == 0)
			return 0;
		candidates[best]->used = true;
		set_subtract(rest, candidates[best]->set, words);
	}
}

int
choice_fewest(const struct image *image, const struct cyt_concept *concept,
	      const uint64_t *target, struct excuse_list *list, struct arena *arena)
{
	struct excuse **candidates = arena_alloc(arena, list->count, sizeof(struct excuse *));
	size_t words = space_words(concept), count = 0;

	if (!candidates)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < list->count; i++) {
		list->items[i].used = false;
		if (list->items[i].chosen && set_meets(list->items[i].set, target, words))
			candidates[count++] = &list->items[i];
	}
	if (count == 0)
		return 0;
	if (count <= EXACT)
		return fewest_exactly(target, words, candidates, count, arena);
	return fewest_greedily(image, concept, target, list, candidates, count, arena);
}

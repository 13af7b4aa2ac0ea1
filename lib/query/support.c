/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* By which provisions a subject reaches beyond an instrument, covers what it must not, or supplies what
 * nobody asks.
 *
 * Most answers are read without it, so it is found when somebody first asks, and stays with the result.
 * Several threads may ask at once: the first one done is kept. */
#include "query/support.h"

#include "base/block.h"
#include "query/lines.h"
#include "query/query.h"
#include "query/regions.h"

struct search {
	const struct cyt_result *result;
	const struct window *window;
	const uint64_t *set; /* of it; NULL: all, and then it counts too what is one of several values */
	struct arena *arena; /* scratch */
	struct lines lines;
	struct footing footing;
};

/* Whether it belongs to what is supplied without a condition, and, for a set, whatever happens. */
static bool
counts(const struct search *s, const struct part *part)
{
	if (part_is_conditional(part))
		return false;
	return !s->set || !part->row || !part->row->some.count;
}

/* Lines of all parts that meet the region. */
static bool
find_lines(struct search *s)
{
	const struct subject *subject = s->result->supplier;
	const struct window *window = s->window;
	const struct supplied *supplied =
		subject->supplied[image_index(subject->image, concept, window->concept)];
	uint64_t *met = window_room(window, s->arena);

	if (!met || !lines_begin(&s->lines, subject->image, window, s->arena, supplied->count))
		return false;
	for (size_t i = 0; i < supplied->count; i++) {
		const struct part *part = &supplied->parts[i];

		if (!counts(s, part))
			continue;
		part_take(subject, window, part, met);
		if (s->set)
			set_and(met, s->set, window_words(window));
		if (set_is_empty(met, window_words(window)))
			continue;
		rest_on_part(&s->footing, part);
		if (!lines_add(&s->lines, part, met))
			return false;
	}
	return true;
}

static size_t
size_of_window(const struct window *window)
{
	return block_rounded(sizeof(*window)) +
	       block_rounded(window->space.layers * sizeof(*window->layers));
}

static size_t
size_of(const struct search *s)
{
	size_t each = sizeof(struct cyt_evidence *) + block_rounded(sizeof(struct cyt_evidence)) +
		      block_rounded(sizeof(struct held_region)) +
		      window_words(s->window) * sizeof(uint64_t);

	return block_rounded(sizeof(struct support)) + (s->set ? 0 : size_of_window(s->window)) +
	       s->lines.count * each;
}

/* The window of a set is with the result; that of a whole concept was scratch. */
static const struct window *
window_to_stay(const struct search *s, struct block *block)
{
	struct window *kept;

	if (s->set)
		return s->window;
	kept = block_take(block, 1, sizeof(*kept));
	*kept = *s->window;
	kept->layers = block_copy(block, s->window->layers, s->window->space.layers,
				  sizeof(*kept->layers));
	return kept;
}

static void
write_line(const struct search *s, const struct window *window, struct block *block,
	   const struct line *line, const uint64_t *twice, struct cyt_evidence *out)
{
	struct held_region *held = block_take(block, 1, sizeof(*held));
	const uint64_t *set = block_copy(block, line->set, window_words(window), sizeof(*set));

	region_begin(held, s->result, window, set, NULL);
	evidence_place(out, s->lines.image, line->part);
	out->redundant = line_is_redundant(&s->lines, line, twice);
	out->region = &held->region;
}

/* All of it in one block; NULL without memory. */
static struct support *
write_down(struct search *s)
{
	const struct cyt_alloc_hooks *hooks = &s->result->hooks;
	const uint64_t *twice = lines_twice(&s->lines);
	struct block block = { NULL, size_of(s) };
	const struct window *window;
	struct cyt_evidence *evidence;
	struct support *out;

	block.at = twice ? alloc_zero(hooks, 1, block.size) : NULL;
	if (!block.at)
		return NULL;
	out = block_take(&block, 1, sizeof(*out));
	out->footing = s->footing;
	out->list.count = s->lines.count;
	out->list.items = block_take(&block, s->lines.count, sizeof(*out->list.items));
	window = window_to_stay(s, &block);
	for (size_t i = 0; i < s->lines.count; i++) {
		evidence = block_take(&block, 1, sizeof(*evidence));
		write_line(s, window, &block, &s->lines.items[i], twice, evidence);
		out->list.items[i] = evidence;
	}
	return out;
}

/* Found, written down and kept at the place, unless another thread was faster. */
static const struct support *
find(struct search *s, const struct cyt_concept *concept, const _Atomic(struct support *) *at)
{
	_Atomic(struct support *) *place = (_Atomic(struct support *) *)(uintptr_t)at;
	const struct cyt_alloc_hooks *hooks = &s->result->hooks;
	struct support *known = NULL, *made = NULL;
	struct window whole;
	struct arena arena;

	arena_init(&arena, hooks);
	s->arena = &arena;
	if (!s->set && window_of_all(&whole, concept, &arena))
		s->window = &whole;
	if (s->window && find_lines(s))
		made = write_down(s);
	arena_release(&arena);
	if (!made)
		return NULL;
	if (!atomic_compare_exchange_strong(place, &known, made)) {
		alloc_free(hooks, made);
		return known;
	}
	result_keep(s->result, &made->later);
	return made;
}

/* In `footing` is what it rests on besides. */
static const struct support *
find_held(const struct held_region *held, const struct footing *footing,
	  const _Atomic(struct support *) *at)
{
	struct search s = { .result = held->result, .window = held->window, .set = held->set,
			    .footing = *footing };

	return find(&s, held->window->concept, at);
}

/* What lies beyond the demands on the concept rests on each of them. Those that extend others say in which
 * forms, for whole chapters at once: the weakest of them would hide what is known of all the others. */
static const struct support *
find_beyond(const struct cyt_beyond *beyond)
{
	const struct cyt_result *result = beyond->held.result;
	const struct image *image = image_of(beyond->concept);
	const struct brief *brief = index_brief(result->supplier->index, result->instrument);
	const uint32_t *rows;
	struct footing footing = { 0 };
	struct img_list list;

	/* It was made for the answer. */
	if (!brief)
		return NULL;
	list = brief->concepts[image_index(image, concept, beyond->concept)].rows;
	rows = brief->rows + list.first;
	for (uint32_t i = 0; i < list.count; i++) {
		const struct cyt_demand *row = image_row(image, rows[i]);

		if (row->base == NONE)
			rest_on_demand(&footing, row);
	}
	return find_held(&beyond->held, &footing, &beyond->support);
}

const struct support *
beyond_support(const struct cyt_beyond *beyond)
{
	const struct support *known = atomic_load_explicit(&beyond->support, memory_order_acquire);

	return known ? known : find_beyond(beyond);
}

const struct support *
conflict_support(const struct cyt_conflict *conflict)
{
	const struct support *known = atomic_load_explicit(&conflict->support, memory_order_acquire);
	struct footing footing = { 0 };

	if (known)
		return known;
	rest_on(&footing, conflict->forbid->basis, conflict->forbid->consulted);
	return find_held(&conflict->held, &footing, &conflict->support);
}

const struct support *
unasked_support(const struct unasked *unasked)
{
	const struct support *known = atomic_load_explicit(&unasked->support, memory_order_acquire);
	struct search s = { .result = unasked->result };

	return known ? known : find(&s, unasked->concept, &unasked->support);
}

size_t
support_count(const struct support *support)
{
	return support ? support->list.count : 0;
}

const struct cyt_evidence *
support_at(const struct support *support, size_t i)
{
	return i < support_count(support) ? support->list.items[i] : NULL;
}

enum cyt_basis
support_basis(const struct support *support)
{
	return support ? (enum cyt_basis)support->footing.basis : CYT_BASIS_UNKNOWN;
}

cyt_date
support_consulted(const struct support *support)
{
	return support ? footing_consulted(&support->footing) : 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an instrument asks, by concept. */
#include "model/brief.h"

#include "model/bits.h"

/* A concept of which anything is demanded or forbidden, while its part of the brief is made. */
struct drafting {
	struct brief *brief;
	const struct image *image;
	const struct cyt_concept *concept;
	struct brief_entry *asked;
	struct arena *scratch;
	uint64_t *demanded; /* a working set */
};

static const struct cyt_demand *
row_at(const struct brief *brief, const struct image *image, uint32_t i)
{
	return image_row(image, brief->instrument->rows.first + i);
}

/* Counts, then places: the rows of a concept stay in order. */
static bool
sort_rows(struct brief *brief, const struct image *image)
{
	uint32_t count = brief->instrument->rows.count, first = 0;

	brief->rows = arena_alloc(&brief->arena, count, sizeof(*brief->rows));
	if (!brief->rows)
		return false;
	for (uint32_t i = 0; i < count; i++)
		brief->concepts[row_at(brief, image, i)->concept].rows.count++;
	for (uint32_t i = 0; i < image_count(image, SECTION_CONCEPT); i++) {
		struct img_list *rows = &brief->concepts[i].rows;

		rows->first = first;
		first += rows->count;
		rows->count = 0;
	}
	for (uint32_t i = 0; i < count; i++) {
		struct brief_entry *asked = &brief->concepts[row_at(brief, image, i)->concept];

		brief->rows[asked->rows.first + asked->rows.count++] =
			brief->instrument->rows.first + i;
		asked->demanded = true;
	}
	return true;
}

static void
mark_forbidden(struct brief *brief, const struct image *image)
{
	const struct img_list articles = brief->instrument->articles;

	for (uint32_t a = 0; a < articles.count; a++) {
		const struct img_list forbids = image_article(image, articles.first + a)->forbids;

		for (uint32_t i = 0; i < forbids.count; i++)
			brief->concepts[image_forbid(image, forbids.first + i)->concept]
				.forbidden = true;
	}
}

/* -- rows ----------------------------------------------------------------------------------- */

bool
row_window(struct window *window, const struct image *image, const struct cyt_demand *row,
	   struct arena *arena)
{
	const struct img_replace *some = image_replace(image, row->some.first);

	if (!window_of_region(window, image, image_concept(image, row->concept), row->region, arena))
		return false;
	for (uint32_t i = 0; i < row->some.count; i++)
		if (image_axis(image, some[i].axis)->layer)
			return window_close(window, image, some, row->some.count, arena);
	return true;
}

static bool
open_windows(struct brief *brief, const struct image *image)
{
	uint32_t count = brief->instrument->rows.count;

	brief->windows = arena_alloc(&brief->arena, count, sizeof(*brief->windows));
	if (!brief->windows)
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (!row_window(&brief->windows[i].window, image, row_at(brief, image, i),
				&brief->arena))
			return false;
	for (uint32_t i = 0; i < count; i++) {
		const struct cyt_demand *row = row_at(brief, image, i);
		struct brief_row *out = &brief->windows[i];
		const struct cyt_demand *base;

		if (row->base == NONE)
			continue;
		base = image_row(image, row->base);
		out->moves = window_moves(image, &brief_row(brief, image, base)->window,
					  &out->window, image_replace(image, row->replace.first),
					  row->replace.count, &brief->arena);
		if (!out->moves)
			return false;
	}
	return true;
}

/* -- one concept ---------------------------------------------------------------------------- */

static bool
unite_rows(struct drafting *d)
{
	size_t words = d->concept->words;
	const uint64_t **layers;
	uint64_t *copy;

	for (uint32_t i = 0; i < d->asked->rows.count; i++)
		region_or(d->image, d->concept,
			  image_row(d->image, d->brief->rows[d->asked->rows.first + i])->region,
			  d->demanded);
	layers = arena_alloc(&d->brief->arena, d->concept->layers, sizeof(*layers));
	for (uint32_t i = 0; layers && i < d->concept->layers; i++) {
		if (set_is_empty(d->demanded + i * words, words))
			continue;
		copy = arena_alloc(&d->brief->arena, words, sizeof(*copy));
		if (!copy)
			return false;
		set_copy(copy, d->demanded + i * words, words);
		layers[i] = copy;
	}
	d->asked->region = layers;
	return layers != NULL;
}

/* Positions of an axis whose value is of the concern and not demanded; NULL without memory. */
static uint64_t *
surplus_mask(struct drafting *d, const struct img_axis *axis, uint32_t concern)
{
	const struct cyt_facet *facet = image_facet(d->image, axis->facet);
	size_t words = (axis->size + 63) / 64;
	uint64_t *mask = arena_alloc(&d->brief->arena, words, sizeof(*mask));
	uint64_t *demanded = arena_alloc(d->scratch, words, sizeof(*demanded));

	if (!mask || !demanded)
		return NULL;
	for (uint32_t i = 0; i < facet->values.count; i++) {
		const struct cyt_value *value = image_value(d->image, facet->values.first + i);

		if (value->is_leaf && value->leaf < axis->size && value->concern == concern)
			bits_set(mask, value->leaf);
	}
	if (set_is_empty(mask, words))
		return mask;
	set_positions(d->concept, d->demanded, axis, demanded);
	set_subtract(mask, demanded, words);
	return mask;
}

/* The cells of one layer at some positions of an axis. */
static const uint64_t *
cells_at(struct drafting *d, const struct img_axis *axis, const uint64_t *mask)
{
	uint64_t *cells = arena_alloc(&d->brief->arena, d->concept->words, sizeof(*cells));

	for (uint32_t cell = 0; cells && cell < d->concept->cells; cell++)
		if (bits_test(mask, cell / axis->stride % axis->size))
			bits_set(cells, cell);
	return cells;
}

static bool
find_surplus(struct drafting *d, uint32_t concern, struct surplus_list *out)
{
	out->items = arena_alloc(&d->brief->arena, d->concept->axes.count, sizeof(*out->items));
	for (uint32_t a = 0; out->items && a < d->concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(d->image, d->concept->axes.first + a);
		struct surplus *surplus = &out->items[out->count];

		if (image_facet(d->image, axis->facet)->type == FACET_TYPE_QUANTITY)
			continue;
		surplus->axis = a;
		surplus->mask = surplus_mask(d, axis, concern);
		if (!surplus->mask)
			return false;
		if (set_is_empty(surplus->mask, (axis->size + 63) / 64))
			continue;
		if (!axis->layer) {
			surplus->cells = cells_at(d, axis, surplus->mask);
			if (!surplus->cells)
				return false;
		}
		out->count++;
	}
	return out->items != NULL;
}

static bool
draft(struct brief *brief, const struct image *image, uint32_t concept, struct arena *scratch)
{
	struct drafting d = { .brief = brief, .image = image, .scratch = scratch,
			      .concept = image_concept(image, concept),
			      .asked = &brief->concepts[concept] };

	if (!d.asked->demanded && !d.asked->forbidden)
		return true;
	d.demanded = set_new(scratch, d.concept);
	return d.demanded && unite_rows(&d) &&
	       find_surplus(&d, CONCERN_OVERREACH, &d.asked->overreach) &&
	       find_surplus(&d, CONCERN_BROADER, &d.asked->broader);
}

static bool
draft_all(struct brief *brief, const struct image *image)
{
	struct arena scratch;
	bool sound = true;

	for (uint32_t i = 0; sound && i < image_count(image, SECTION_CONCEPT); i++) {
		arena_init(&scratch, brief->arena.hooks);
		sound = draft(brief, image, i, &scratch);
		arena_release(&scratch);
	}
	return sound;
}

static bool
open_ledgers(struct brief *brief, const struct image *image)
{
	uint32_t laws = image_count(image, SECTION_LAW);

	brief->precedents = ledger_new(laws, brief->arena.hooks);
	if (brief->precedents)
		brief->verdicts = ledger_new(laws, brief->arena.hooks);
	return brief->verdicts != NULL;
}

struct brief *
brief_new(const struct cyt_instrument *instrument, const struct cyt_alloc_hooks *hooks)
{
	struct brief *brief = alloc_zero(hooks, 1, sizeof(*brief));
	const struct image *image = image_of(instrument);

	if (!brief)
		return NULL;
	arena_init(&brief->arena, hooks);
	brief->instrument = instrument;
	brief->concepts = arena_alloc(&brief->arena, image_count(image, SECTION_CONCEPT),
				      sizeof(*brief->concepts));
	if (!open_ledgers(brief, image) || !brief->concepts || !sort_rows(brief, image) ||
	    !open_windows(brief, image)) {
		brief_free(brief, hooks);
		return NULL;
	}
	mark_forbidden(brief, image);
	if (draft_all(brief, image))
		return brief;
	brief_free(brief, hooks);
	return NULL;
}

void
brief_free(struct brief *brief, const struct cyt_alloc_hooks *hooks)
{
	if (!brief)
		return;
	ledger_free(brief->precedents, hooks);
	ledger_free(brief->verdicts, hooks);
	for (uint32_t i = 0; i < 2; i++)
		alloc_free(hooks, atomic_load(&brief->silence[i]));
	arena_release(&brief->arena);
	alloc_free(hooks, brief);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sets over some layers of a concept. */
#include "model/window.h"

#include "model/bits.h"

static bool
begin(struct window *window, const struct cyt_concept *concept, uint32_t **layers,
      struct arena *arena)
{
	*layers = arena_alloc(arena, concept->layers, sizeof(**layers));
	window->concept = concept;
	window->space = *concept;
	window->space.layers = 0;
	window->layers = *layers;
	return *layers != NULL;
}

bool
window_of_region(struct window *window, const struct image *image,
		 const struct cyt_concept *concept, uint32_t region, struct arena *arena)
{
	uint32_t *layers;

	if (!begin(window, concept, &layers, arena))
		return false;
	for (uint32_t layer = 0; layer < concept->layers; layer++)
		if (region_layer(image, region, layer))
			layers[window->space.layers++] = layer;
	return true;
}

bool
window_of_layers(struct window *window, const struct cyt_concept *concept, layered from,
		 struct arena *arena)
{
	uint32_t *layers;

	if (!begin(window, concept, &layers, arena))
		return false;
	for (uint32_t layer = 0; from && layer < concept->layers; layer++)
		if (from[layer])
			layers[window->space.layers++] = layer;
	return true;
}

bool
window_of_set(struct window *window, const struct cyt_concept *concept, const uint64_t *set,
	      struct arena *arena)
{
	uint32_t *layers;

	if (!begin(window, concept, &layers, arena))
		return false;
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words)
		if (!set_is_empty(set, concept->words))
			layers[window->space.layers++] = layer;
	return true;
}

bool
window_of_all(struct window *window, const struct cyt_concept *concept, struct arena *arena)
{
	uint32_t *layers;

	if (!begin(window, concept, &layers, arena))
		return false;
	for (; window->space.layers < concept->layers; window->space.layers++)
		layers[window->space.layers] = window->space.layers;
	return true;
}

static const uint64_t *
layer_at(const struct window *window, const struct image *image, uint32_t region, uint32_t i)
{
	return region_layer(image, region, window->layers[i]);
}

typedef void (*set_operation)(uint64_t *set, const uint64_t *other, size_t words);

/* What a region has no layer for is empty there: nothing to add or take away, and nothing stays of
 * what is copied or intersected. */
static inline void
with_each_layer(const struct window *window, const struct image *image, uint32_t region,
		set_operation operation, bool empty_clears, uint64_t *set)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++, set += words) {
		const uint64_t *from = layer_at(window, image, region, i);

		if (from)
			operation(set, from, words);
		else if (empty_clears)
			set_clear(set, words);
	}
}

void
window_load(const struct window *window, const struct image *image, uint32_t region,
	    uint64_t *set)
{
	with_each_layer(window, image, region, set_copy, true, set);
}

void
window_or(const struct window *window, const struct image *image, uint32_t region,
	  uint64_t *set)
{
	with_each_layer(window, image, region, set_or, false, set);
}

void
window_and(const struct window *window, const struct image *image, uint32_t region,
	   uint64_t *set)
{
	with_each_layer(window, image, region, set_and, true, set);
}

void
window_subtract(const struct window *window, const struct image *image, uint32_t region,
		uint64_t *set)
{
	with_each_layer(window, image, region, set_subtract, false, set);
}

bool
window_meets(const struct window *window, const struct image *image, uint32_t region,
	     const uint64_t *set)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++, set += words) {
		const uint64_t *from = layer_at(window, image, region, i);

		if (from && set_meets(set, from, words))
			return true;
	}
	return false;
}

bool
window_within(const struct window *window, const struct image *image, uint32_t region,
	      const uint64_t *set)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++, set += words) {
		const uint64_t *in = layer_at(window, image, region, i);

		if (in ? !set_within(set, in, words) : !set_is_empty(set, words))
			return false;
	}
	return true;
}

void
window_take(const struct window *window, layered layers, uint64_t *set)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++, set += words) {
		const uint64_t *from = layers ? layers[window->layers[i]] : NULL;

		if (from)
			set_copy(set, from, words);
		else
			set_clear(set, words);
	}
}

void
window_without(const struct window *window, layered layers, uint64_t *set)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; layers && i < window->space.layers; i++, set += words)
		if (layers[window->layers[i]])
			set_subtract(set, layers[window->layers[i]], words);
}

void
window_cut(const struct window *window, const uint64_t *whole, uint64_t *set)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++)
		set_and(set + i * words, whole + window->layers[i] * words, words);
}

void
window_spread(const struct window *window, const uint64_t *set, uint64_t *whole)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++)
		set_copy(whole + window->layers[i] * words, set + i * words, words);
}

/* -- along axes of layers --------------------------------------------------------------------- */

static uint32_t
position(const struct img_axis *axis, uint32_t layer)
{
	return layer / axis->stride % axis->size;
}

/* The layer as it would be at the first positions of the axes of the list. */
static uint32_t
without_axes(const struct image *image, const struct img_replace *list, uint32_t count,
	     uint32_t layer)
{
	uint32_t rest = layer;

	for (uint32_t i = 0; i < count; i++) {
		const struct img_axis *axis = image_axis(image, list[i].axis);

		if (axis->layer)
			rest -= position(axis, layer) * axis->stride;
	}
	return rest;
}

static bool
has_position(const struct image *image, const struct img_replace *by, uint32_t layer)
{
	return bits_test(image_words(image, by->mask),
			 position(image_axis(image, by->axis), layer));
}

/* Whether filling along the axes of the list reads one layer for the other. */
static bool
fills(const struct image *image, const struct img_replace *list, uint32_t count, uint32_t one,
      uint32_t other)
{
	if (without_axes(image, list, count, one) != without_axes(image, list, count, other))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		const struct img_axis *axis = image_axis(image, list[i].axis);

		if (axis->layer && position(axis, one) != position(axis, other) &&
		    !(has_position(image, &list[i], one) && has_position(image, &list[i], other)))
			return false;
	}
	return true;
}

/* Whether the cells of one layer move to the other when the axes of the list are replaced. */
static bool
moves_to(const struct image *image, const struct img_replace *list, uint32_t count, uint32_t one,
	 uint32_t other)
{
	if (without_axes(image, list, count, one) != without_axes(image, list, count, other))
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (image_axis(image, list[i].axis)->layer &&
		    !has_position(image, &list[i], other))
			return false;
	return true;
}

bool
window_close(struct window *window, const struct image *image, const struct img_replace *some,
	     uint32_t count, struct arena *arena)
{
	struct window wide;
	uint32_t *layers;

	if (!begin(&wide, window->concept, &layers, arena))
		return false;
	for (uint32_t layer = 0; layer < window->concept->layers; layer++) {
		bool reached = false;

		for (uint32_t i = 0; i < window->space.layers && !reached; i++)
			reached = fills(image, some, count, layer, window->layers[i]);
		if (reached)
			layers[wide.space.layers++] = layer;
	}
	*window = wide;
	return true;
}

/* The next layer of a window from `i` on at one of the positions, and the same as `like` on all other
 * axes; the number of layers if there is none. */
static uint32_t
next_along(const struct image *image, const struct window *window, const struct img_replace *some,
	   uint32_t like, uint32_t i)
{
	uint32_t rest = without_axes(image, some, 1, like);

	while (i < window->space.layers &&
	       !(has_position(image, some, window->layers[i]) &&
		 without_axes(image, some, 1, window->layers[i]) == rest))
		i++;
	return i;
}

/* Of the layers that differ only on the axis each gets what any of them has. */
static void
fill_layers(const struct image *image, const struct window *window, uint64_t *set,
	    const struct img_replace *some)
{
	size_t words = window->space.words;

	for (uint32_t i = 0; i < window->space.layers; i++) {
		uint32_t layer = window->layers[i], k;

		if (next_along(image, window, some, layer, 0) != i)
			continue;
		for (k = i; (k = next_along(image, window, some, layer, k + 1)) <
			    window->space.layers;)
			set_or(set + i * words, set + k * words, words);
		for (k = i; (k = next_along(image, window, some, layer, k + 1)) <
			    window->space.layers;)
			set_copy(set + k * words, set + i * words, words);
	}
}

void
window_fill(const struct image *image, const struct window *window, uint64_t *set,
	    const struct img_replace *some)
{
	const struct img_axis *axis = image_axis(image, some->axis);

	if (axis->layer)
		fill_layers(image, window, set, some);
	else
		set_fill(image, &window->space, set, axis, image_words(image, some->mask));
}

const bool *
window_moves(const struct image *image, const struct window *from, const struct window *to,
	     const struct img_replace *replace, uint32_t count, struct arena *arena)
{
	uint32_t own = from->space.layers, theirs = to->space.layers;
	bool *moves = arena_alloc(arena, (size_t)own * theirs, sizeof(*moves));

	for (uint32_t i = 0; moves && i < own; i++)
		for (uint32_t k = 0; k < theirs; k++)
			moves[i * theirs + k] =
				moves_to(image, replace, count, from->layers[i], to->layers[k]);
	return moves;
}

void
window_replace(const struct image *image, const struct window *from, uint64_t *set,
	       const struct img_replace *replace, uint32_t count, const bool *moves,
	       const struct window *to, uint64_t *out)
{
	size_t words = from->space.words;

	for (uint32_t i = 0; i < count; i++)
		if (!image_axis(image, replace[i].axis)->layer)
			set_move(image, &from->space, set, &replace[i]);
	for (uint32_t i = 0; i < from->space.layers; i++, set += words) {
		if (set_is_empty(set, words))
			continue;
		for (uint32_t k = 0; k < to->space.layers; k++)
			if (moves[i * to->space.layers + k])
				set_or(out + k * words, set, words);
	}
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sets over some layers of a concept.
 *
 * Most demands lie in one layer of twenty: what is done to their sets should cost no more. A set
 * over a window holds the words of its layers, one after the other; over all layers it is a working
 * set as region.h has them. */
#ifndef MODEL_WINDOW_H
#define MODEL_WINDOW_H

#include "model/region.h"

/* Layers of a set by number, NULL for an empty one: words of the image or of an arena. All of it is
 * NULL for the empty set. */
typedef const uint64_t *const *layered;

struct window {
	struct cyt_concept space; /* as if the concept had these layers alone; its axes of layers mean
				   * nothing then */
	const struct cyt_concept *concept;
	const uint32_t *layers; /* which, rising */
};

/* Words of one layer of a region; NULL for an empty layer. */
static inline const uint64_t *
region_layer(const struct image *image, uint32_t region, uint32_t layer)
{
	uint32_t offset = *image_region(image, region + layer);

	return offset ? image_words(image, offset) : NULL;
}

/* The layers that a region or a set has, or all of them. False without memory. */
bool window_of_region(struct window *window, const struct image *image,
		      const struct cyt_concept *concept, uint32_t region, struct arena *arena);
bool window_of_layers(struct window *window, const struct cyt_concept *concept, layered layers,
		      struct arena *arena);
bool window_of_set(struct window *window, const struct cyt_concept *concept, const uint64_t *set,
		   struct arena *arena);
bool window_of_all(struct window *window, const struct cyt_concept *concept, struct arena *arena);

static inline size_t
window_words(const struct window *window)
{
	return space_words(&window->space);
}

/* A fresh empty set over a window; NULL without memory. */
static inline uint64_t *
window_set(const struct window *window, struct arena *arena)
{
	return set_new(arena, &window->space);
}

/* The same for whoever writes all of it: anything may be in it. */
static inline uint64_t *
window_room(const struct window *window, struct arena *arena)
{
	return arena_take(arena, window_words(window), sizeof(uint64_t));
}

/* Within the window: a region of the image as the right hand side. */
void window_load(const struct window *window, const struct image *image, uint32_t region,
		 uint64_t *set);
void window_or(const struct window *window, const struct image *image, uint32_t region,
	       uint64_t *set);
void window_and(const struct window *window, const struct image *image, uint32_t region,
		uint64_t *set);
void window_subtract(const struct window *window, const struct image *image, uint32_t region,
		     uint64_t *set);
bool window_meets(const struct window *window, const struct image *image, uint32_t region,
		  const uint64_t *set);
/* Whether the set lies in the region. */
bool window_within(const struct window *window, const struct image *image, uint32_t region,
		   const uint64_t *set);


/* Reads layers as far as the window goes, or takes them out; cuts to a working set of the whole concept;
 * writes a set of the window back into an empty working set. */
void window_take(const struct window *window, layered layers, uint64_t *set);
void window_without(const struct window *window, layered layers, uint64_t *set);
void window_cut(const struct window *window, const uint64_t *whole, uint64_t *set);
void window_spread(const struct window *window, const uint64_t *set, uint64_t *whole);

/* Fills a set up along an axis, as set_fill() does; whatever would be outside the window is not looked
 * at. */
void window_fill(const struct image *image, const struct window *window, uint64_t *set,
		 const struct img_replace *some);

/* Adds the layers that filling a set along these axes may read. False without memory. */
bool window_close(struct window *window, const struct image *image,
		  const struct img_replace *some, uint32_t count, struct arena *arena);

/* Per layer of one window and of another of the same concept, whether cells of the first move to the
 * second when facets are replaced. NULL without memory. */
const bool *window_moves(const struct image *image, const struct window *from,
			 const struct window *to, const struct img_replace *replace,
			 uint32_t count, struct arena *arena);

/* Replaces facets: every cell of a set over one window moves to all positions in the masks of the
 * `replace` list, in an empty set over another. What falls beside that is lost; `set` is changed on the
 * way. */
void window_replace(const struct image *image, const struct window *from, uint64_t *set,
		    const struct img_replace *replace, uint32_t count, const bool *moves,
		    const struct window *to, uint64_t *out);

#endif

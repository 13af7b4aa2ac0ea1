/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Set algebra over the cells of one concept.
 *
 * A working set is a dense array of layers * words u64, layer after layer; cells past the end of a
 * layer are 0. Image regions are read into working sets; nothing here writes to an image. */
#ifndef MODEL_REGION_H
#define MODEL_REGION_H

#include "base/alloc.h"
#include "model/image.h"

/* u64 words of a working set of the concept. */
static inline size_t
space_words(const struct cyt_concept *concept)
{
	return (size_t)concept->layers * concept->words;
}

/* A fresh empty set from an arena; NULL without memory. */
uint64_t *set_new(struct arena *arena, const struct cyt_concept *concept);

void set_clear(uint64_t *set, size_t words);
void set_everything(const struct cyt_concept *concept, uint64_t *set);
void set_copy(uint64_t *set, const uint64_t *from, size_t words);
void set_or(uint64_t *set, const uint64_t *other, size_t words);
void set_and(uint64_t *set, const uint64_t *other, size_t words);
void set_subtract(uint64_t *set, const uint64_t *other, size_t words);
bool set_is_empty(const uint64_t *set, size_t words);
bool set_meets(const uint64_t *set, const uint64_t *other, size_t words);
bool set_within(const uint64_t *set, const uint64_t *other, size_t words); /* set is a subset of other */
bool set_equal(const uint64_t *set, const uint64_t *other, size_t words);
size_t set_count(const uint64_t *set, size_t words);

/* The same with an image region as the right hand side; empty layers cost nothing. */
void region_load(const struct image *image, const struct cyt_concept *concept, uint32_t region,
		 uint64_t *set);
void region_or(const struct image *image, const struct cyt_concept *concept, uint32_t region,
	       uint64_t *set);
void region_subtract(const struct image *image, const struct cyt_concept *concept, uint32_t region,
		     uint64_t *set);
void region_and(const struct image *image, const struct cyt_concept *concept, uint32_t region,
		uint64_t *set);
bool region_meets(const struct image *image, const struct cyt_concept *concept, uint32_t region,
		  const uint64_t *set);
bool region_is_empty(const struct image *image, const struct cyt_concept *concept, uint32_t region);

/* Position of a cell on an axis, and the position in the set of a cell given by positions. */
static inline uint32_t
axis_position(const struct img_axis *axis, uint32_t layer, uint32_t cell)
{
	return (axis->layer ? layer : cell) / axis->stride % axis->size;
}

/* Fills `set` up along an axis: whenever it has one of the positions in `mask`, it gets all of them
 * (for `some`). */
void set_fill(const struct image *image, const struct cyt_concept *concept, uint64_t *set,
	      const struct img_axis *axis, const uint64_t *mask);

/* Replaces one facet: every cell of `set` moves to all positions in the mask. */
void set_move(const struct image *image, const struct cyt_concept *concept, uint64_t *set,
	      const struct img_replace *replace);
/* Marks in `mask` the positions of an axis that the set has anywhere. */
void set_positions(const struct cyt_concept *concept, const uint64_t *set,
		   const struct img_axis *axis, uint64_t *mask);
/* Takes out the cells at the positions in `mask`. */
void set_drop_positions(const struct cyt_concept *concept, uint64_t *set,
			const struct img_axis *axis, const uint64_t *mask);

/* A box keeps per axis (in the concept's order) a mask of positions. masks[a] has
 * (size+63)/64 words and lives in the arena. */
struct box {
	const uint64_t *const *masks;
};

struct box_list {
	struct box *boxes;
	size_t count;
};

/* Maximal boxes that cover `region`, as semantics.md says (first uncovered cell, grown facet by facet,
 * irredundant). `allowed` (NULL = region) is what boxes may grow over: for people it holds the cells
 * that are excused or not demanded as well. 0 or CYT_ERR_NOMEM. */
int region_boxes(const struct image *image, const struct cyt_concept *concept,
		 const uint64_t *region, const uint64_t *allowed, struct arena *arena,
		 struct box_list *out);

/* Whether a box restricts an axis (does not keep all its positions). */
bool box_restricts(const struct img_axis *axis, const uint64_t *mask);

#endif

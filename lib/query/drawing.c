/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Boxes of regions, drawn when somebody first looks at them.
 *
 * Most regions of an answer are never looked at, and their boxes cost far more than the verdict. A
 * region of a row says only whose it is: the row is judged once more, and the boxes stay with the
 * result. Several threads may draw the same region at once: the first one done is kept. */
#include <string.h>

#include "query/query.h"
#include "query/regions.h"

#define CONTAINER(type, member, at) ((const type *)((const char *)(at) - offsetof(type, member)))

static uintptr_t
kind_of(const struct cyt_region *region)
{
	uintptr_t known = atomic_load_explicit(&region->drawing, memory_order_acquire);

	return known & 1 ? known : ((const struct drawing *)known)->kind;
}

static enum region_source
source_of(const struct cyt_region *region)
{
	return (enum region_source)(kind_of(region) >> 1 & 3);
}

static enum cyt_row_region
which_of(const struct cyt_region *region)
{
	return (enum cyt_row_region)(kind_of(region) >> 3);
}

static const struct cyt_row_finding *
finding_of(const struct cyt_region *region)
{
	return CONTAINER(struct cyt_row_finding, regions, region - (which_of(region) - 1));
}

static const struct cyt_evidence *
evidence_of(const struct cyt_region *region)
{
	return CONTAINER(struct cyt_evidence, own, region);
}

static const struct drawn_region *
drawn_of(const struct cyt_region *region)
{
	return CONTAINER(struct drawn_region, region, region);
}

static const struct held_region *
held_of(const struct cyt_region *region)
{
	return CONTAINER(struct held_region, region, region);
}

/* The row that a region is of. */
static const struct cyt_row_finding *
row_of(const struct cyt_region *region)
{
	return source_of(region) == REGION_OF_ROW ? finding_of(region)
						  : evidence_of(region)->finding;
}

static const struct cyt_result *
result_of(const struct cyt_region *region)
{
	return source_of(region) == REGION_HELD ? held_of(region)->result
						: finding_result(row_of(region));
}

const struct image *
region_image(const struct cyt_region *region)
{
	if (source_of(region) == REGION_DRAWN)
		return drawn_of(region)->image;
	return corpus_image(result_of(region)->corpus);
}

const struct cyt_concept *
cyt_region_concept(const struct cyt_region *region)
{
	if (source_of(region) == REGION_DRAWN)
		return drawn_of(region)->concept;
	if (source_of(region) == REGION_HELD)
		return held_of(region)->window->concept;
	return image_concept(region_image(region), finding_row(row_of(region))->concept);
}

/* -- sets --------------------------------------------------------------------------------- */

/* What is drawn: a set, and what its boxes may grow over besides; NULL nothing. */
struct shape {
	const uint64_t *set, *allowed;
};

/* A working set of one over a window; NULL without memory. */
static uint64_t *
spread(const struct window *window, const uint64_t *set, struct arena *arena)
{
	uint64_t *out = set_new(arena, window->concept);

	if (out)
		window_spread(window, set, out);
	return out;
}

/* Whatever is not covered may be crossed: it is missing, excused or not demanded. */
static uint64_t *
crossable(const struct window *window, const uint64_t *covered, struct arena *arena)
{
	uint64_t *taken = spread(window, covered, arena), *out = set_new(arena, window->concept);

	if (!taken || !out)
		return NULL;
	set_everything(window->concept, out);
	set_subtract(out, taken, space_words(window->concept));
	return out;
}

static bool
make_shape(const struct window *window, const uint64_t *set, const uint64_t *covered,
	   struct arena *arena, struct shape *out)
{
	out->set = spread(window, set, arena);
	out->allowed = covered ? crossable(window, covered, arena) : NULL;
	return out->set && (!covered || out->allowed);
}

static bool
shape_of_row(const struct cyt_region *region, const struct judgement *j, struct arena *arena,
	     struct shape *out)
{
	switch (which_of(region)) {
	case CYT_ROW_REGION_DEMANDED:
		return make_shape(j->window, j->demanded, NULL, arena, out);
	case CYT_ROW_REGION_COVERED:
		return make_shape(j->window, j->met, NULL, arena, out);
	case CYT_ROW_REGION_LEFT:
		return make_shape(j->window, j->left, NULL, arena, out);
	case CYT_ROW_REGION_MISSING:
		return make_shape(j->window, j->missing, NULL, arena, out);
	default:
		return make_shape(j->window, j->missing, j->met, arena, out);
	}
}

static bool
shape_of_evidence(const struct cyt_region *region, const struct judgement *j,
		  struct arena *arena, struct shape *out)
{
	uint64_t *line = window_set(j->window, arena);

	return line && evidence_meets(evidence_of(region), j, arena, line) == 0 &&
	       make_shape(j->window, line, NULL, arena, out);
}

/* False without memory. */
static bool
find_shape(const struct cyt_region *region, struct arena *arena, struct shape *out)
{
	const struct cyt_row_finding *finding;
	const struct held_region *held;
	struct ground ground;
	struct judgement j;

	if (source_of(region) == REGION_HELD) {
		held = held_of(region);
		return make_shape(held->window, held->set, held->covered, arena, out);
	}
	finding = row_of(region);
	ground = finding_ground(finding);
	if (row_judge(&ground, arena, &j) < 0)
		return false;
	if (finding->verdict == CYT_VERDICT_NOT_ASSESSED)
		set_clear(j.missing, j.words);
	return source_of(region) == REGION_OF_ROW ? shape_of_row(region, &j, arena, out)
						  : shape_of_evidence(region, &j, arena, out);
}

/* -- drawings ----------------------------------------------------------------------------- */

/* Words of all masks of one box. */
static size_t
mask_words(const struct image *image, const struct cyt_concept *concept)
{
	size_t words = 0;

	for (uint32_t a = 0; a < concept->axes.count; a++)
		words += (image_axis(image, concept->axes.first + a)->size + 63) / 64;
	return words;
}

static const uint64_t *
copy_mask(const struct img_axis *axis, const uint64_t *mask, uint64_t **to)
{
	size_t words = (axis->size + 63) / 64;
	uint64_t *copy = *to;

	set_copy(copy, mask, words);
	*to += words;
	return copy;
}

/* Boxes copied into a block of their own: drawing | boxes | masks of each | words. */
static struct drawing *
pack(const struct image *image, const struct cyt_concept *concept, const struct box_list *list,
     const struct cyt_alloc_hooks *hooks)
{
	size_t axes = concept->axes.count, words = mask_words(image, concept);
	size_t each = sizeof(struct box) + axes * sizeof(uint64_t *) + words * sizeof(uint64_t);
	struct drawing *drawing;
	const uint64_t **masks;
	uint64_t *to;

	if (list->count > (SIZE_MAX - sizeof(*drawing)) / each)
		return NULL;
	drawing = alloc_zero(hooks, 1, sizeof(*drawing) + list->count * each);
	if (!drawing)
		return NULL;
	drawing->list.boxes = (struct box *)(drawing + 1);
	drawing->list.count = list->count;
	masks = (const uint64_t **)(drawing->list.boxes + list->count);
	to = (uint64_t *)(masks + list->count * axes);
	for (size_t i = 0; i < list->count; i++, masks += axes) {
		drawing->list.boxes[i].masks = masks;
		for (uint32_t a = 0; a < axes; a++)
			masks[a] = copy_mask(image_axis(image, concept->axes.first + a),
					     list->boxes[i].masks[a], &to);
	}
	return drawing;
}

static struct drawing *
draw(const struct cyt_region *region, const struct cyt_alloc_hooks *hooks)
{
	const struct cyt_concept *concept = cyt_region_concept(region);
	const struct image *image = region_image(region);
	struct drawing *drawing = NULL;
	struct shape shape;
	struct box_list list;
	struct arena arena;

	arena_init(&arena, hooks);
	if (find_shape(region, &arena, &shape) &&
	    region_boxes(image, concept, shape.set, shape.allowed, &arena, &list) == 0)
		drawing = pack(image, concept, &list, hooks);
	if (drawing)
		drawing->cells = set_count(shape.set, space_words(concept));
	arena_release(&arena);
	return drawing;
}

static const struct drawing *
drawing_of(const struct cyt_region *region)
{
	_Atomic(uintptr_t) *place = &((struct cyt_region *)(uintptr_t)region)->drawing;
	uintptr_t known = atomic_load_explicit(place, memory_order_acquire);
	const struct cyt_result *result;
	struct drawing *made;

	if (!(known & 1))
		return (const struct drawing *)known;
	result = result_of(region);
	made = draw(region, &result->hooks);
	if (!made)
		return NULL;
	made->kind = known;
	if (!atomic_compare_exchange_strong(place, &known, (uintptr_t)made)) {
		alloc_free(&result->hooks, made);
		return (const struct drawing *)known;
	}
	result_keep(result, &made->later);
	return made;
}

const struct box_list *
region_draw(const struct cyt_region *region)
{
	const struct drawing *drawing = drawing_of(region);

	return drawing ? &drawing->list : NULL;
}

uint64_t
cyt_region_cell_count(const struct cyt_region *region)
{
	const struct drawing *drawing = drawing_of(region);

	return drawing ? drawing->cells : UINT64_MAX;
}

const struct cyt_region *
region_make(const struct image *image, const struct cyt_concept *concept, const uint64_t *set,
	    const uint64_t *allowed, struct arena *arena)
{
	struct drawn_region *drawn = arena_alloc(arena, 1, sizeof(*drawn));

	if (!drawn)
		return NULL;
	drawn->image = image;
	drawn->concept = concept;
	drawn->drawing.cells = set_count(set, space_words(concept));
	if (region_boxes(image, concept, set, allowed, arena, &drawn->drawing.list) < 0)
		return NULL;
	drawn->drawing.kind = region_kind(REGION_DRAWN, 0);
	atomic_init(&drawn->region.drawing, (uintptr_t)&drawn->drawing);
	return &drawn->region;
}

static uint64_t *
copy_words(const uint64_t *from, size_t words, struct arena *arena)
{
	uint64_t *copy = arena_alloc(arena, words, sizeof(*copy));

	if (copy)
		set_copy(copy, from, words);
	return copy;
}

const struct window *
window_keep(const struct window *window, struct arena *arena)
{
	struct window *kept = arena_alloc(arena, 1, sizeof(*kept));
	uint32_t *layers = arena_alloc(arena, window->space.layers, sizeof(*layers));

	if (!kept || !layers)
		return NULL;
	memcpy(layers, window->layers, window->space.layers * sizeof(*layers));
	*kept = *window;
	kept->layers = layers;
	return kept;
}

void
region_begin(struct held_region *held, const struct cyt_result *result,
	     const struct window *window, const uint64_t *set, const uint64_t *covered)
{
	atomic_init(&held->region.drawing, region_kind(REGION_HELD, 0));
	held->result = result;
	held->window = window;
	held->set = set;
	held->covered = covered;
}

const struct cyt_region *
region_of(const struct cyt_result *result, struct arena *arena, const struct window *window,
	  const uint64_t *set, const uint64_t *covered)
{
	struct held_region *held = arena_alloc(arena, 1, sizeof(*held));

	if (!held)
		return NULL;
	region_begin(held, result, window, set, covered);
	return &held->region;
}

bool
region_write(struct held_region *held, const struct cyt_result *result, struct arena *arena,
	     const struct window *window, const uint64_t *set)
{
	const uint64_t *copy = copy_words(set, window_words(window), arena);

	if (copy)
		region_begin(held, result, window, copy, NULL);
	return copy != NULL;
}

const struct cyt_region *
region_hold(const struct cyt_result *result, struct arena *arena, const struct window *window,
	    const uint64_t *set)
{
	struct held_region *held = arena_alloc(arena, 1, sizeof(*held));

	return held && region_write(held, result, arena, window, set) ? &held->region : NULL;
}

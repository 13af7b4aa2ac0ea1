/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Copies of sets in canonical order. */
#include "model/canon.h"

#include "model/bits.h"

/* -- which values there are --------------------------------------------------------------- */

/* Notes which positions of a plain axis occur in `cells`, one run of size * stride bits, and folds
 * its slices into the first one: what the faster axes need. */
static void
fold_axis(const struct img_axis *axis, uint64_t *cells, struct canon_axis *out)
{
	for (uint32_t p = 0; p < axis->size; p++) {
		uint64_t any = 0;

		for (uint32_t at = 0; at < axis->stride; at += 64) {
			uint32_t count = axis->stride - at < 64 ? axis->stride - at : 64;
			uint64_t bits = bits_get(cells, p * axis->stride + at, count);

			any |= bits;
			if (p > 0)
				bits_put(cells, at, count, bits, false);
		}
		if (any)
			out->positions[out->size++] = p;
	}
}

static void
find_layer_positions(const struct img_axis *axis, const struct cyt_concept *concept,
		     const bool *layers, struct canon_axis *out)
{
	for (uint32_t p = 0; p < axis->size; p++) {
		for (uint32_t layer = 0; layer < concept->layers; layer++) {
			if (!layers[layer] || layer / axis->stride % axis->size != p)
				continue;
			out->positions[out->size++] = p;
			break;
		}
	}
}

/* Finds per axis the positions that the set has. */
static bool
find_positions(struct canon *canon, const struct cyt_concept *concept, const uint64_t *set,
	       struct arena *arena)
{
	uint64_t *folded = arena_alloc(arena, concept->words, sizeof(*folded));
	bool *layers = arena_alloc(arena, concept->layers, sizeof(*layers));

	if (!folded || !layers)
		return false;
	for (uint32_t layer = 0; layer < concept->layers; layer++, set += concept->words) {
		layers[layer] = !set_is_empty(set, concept->words);
		if (layers[layer])
			set_or(folded, set, concept->words);
	}
	for (uint32_t a = 0; a < canon->axis_count; a++) {
		struct canon_axis *out = &canon->axes[a];

		out->positions = arena_alloc(arena, out->axis->size, sizeof(*out->positions));
		if (!out->positions)
			return false;
		if (out->axis->layer)
			find_layer_positions(out->axis, concept, layers, out);
		else
			fold_axis(out->axis, folded, out);
	}
	return true;
}

bool
canon_init(struct canon *canon, const struct image *image, const struct cyt_concept *concept,
	   const uint64_t *set, struct arena *arena)
{
	size_t stride = 1;

	canon->axis_count = concept->axes.count;
	canon->axes = arena_alloc(arena, canon->axis_count, sizeof(*canon->axes));
	if (!canon->axes)
		return false;
	for (uint32_t a = 0; a < canon->axis_count; a++)
		canon->axes[a].axis = image_axis(image, concept->axes.first + a);
	if (!find_positions(canon, concept, set, arena))
		return false;
	for (uint32_t a = canon->axis_count; a-- > 0;) {
		canon->axes[a].stride = stride;
		stride *= canon->axes[a].size;
	}
	canon->words = (stride + 63) / 64;
	return true;
}

/* -- into canonical order ----------------------------------------------------------------- */

/* From the fastest axis on, what is known of one position holds, shifted, of the next. */
uint32_t *
canon_offsets(const struct canon *canon, bool layers, uint32_t count, struct arena *arena)
{
	uint32_t *offsets = arena_alloc(arena, count, sizeof(*offsets));

	for (uint32_t a = canon->axis_count; offsets && a-- > 0;) {
		const struct canon_axis *axis = &canon->axes[a];
		uint32_t run = axis->axis->stride;

		if ((axis->axis->layer != 0) != layers)
			continue;
		for (uint32_t i = axis->size; i-- > 0;) {
			uint32_t *at = &offsets[(size_t)axis->positions[i] * run];

			for (uint32_t k = 0; k < run; k++)
				at[k] = offsets[k] + (uint32_t)(i * axis->stride);
		}
	}
	return offsets;
}

void
canon_scatter(const struct cyt_concept *concept, const uint32_t *cells, const uint32_t *layers,
	const uint64_t *set, uint64_t *out)
{
	for (uint32_t layer = 0; layer < concept->layers; layer++) {
		for (uint32_t word = 0; word < concept->words; word++) {
			const uint32_t *at = &cells[(size_t)word * 64];

			for (uint64_t bits = *set++; bits; bits &= bits - 1)
				bits_set(out, (size_t)layers[layer] + at[__builtin_ctzll(bits)]);
		}
	}
}

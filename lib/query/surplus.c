/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What reaches too far, in words: of a region only what makes the difference. */
#include <string.h>

#include "model/bits.h"
#include "model/region.h"
#include "query/support.h"
#include "query/wording.h"

/* Per facet of a concept a mask of positions. */
static uint64_t **
new_masks(const struct image *image, const struct cyt_concept *concept, struct arena *arena)
{
	uint64_t **masks = arena_alloc(arena, concept->axes.count + 1, sizeof(*masks));

	for (uint32_t a = 0; masks && a < concept->axes.count; a++) {
		uint32_t size = image_axis(image, concept->axes.first + a)->size;

		masks[a] = arena_alloc(arena, (size + 63) / 64, sizeof(**masks));
		if (!masks[a])
			return NULL;
	}
	return masks;
}

/* The values that any demand of the instrument on the concept has. */
static uint64_t **
demanded_values(const struct cyt_beyond *beyond, struct arena *arena)
{
	const struct cyt_concept *concept = beyond->concept;
	const struct image *image = image_of(concept);
	const struct img_list rows = beyond->held.result->instrument->rows;
	uint64_t **masks = new_masks(image, concept, arena), *set = set_new(arena, concept);

	if (!masks || !set)
		return NULL;
	for (uint32_t i = rows.first; i < rows.first + rows.count; i++)
		if (image_row(image, i)->concept == image_index(image, concept, concept))
			region_or(image, concept, image_row(image, i)->region, set);
	for (uint32_t a = 0; a < concept->axes.count; a++)
		set_positions(concept, set, image_axis(image, concept->axes.first + a), masks[a]);
	return masks;
}

static enum cyt_concern
concern_at(const struct image *image, const struct cyt_facet *facet, uint32_t position)
{
	const struct cyt_value *value = image_value(image, facet->values.first);

	for (uint32_t i = 0; i < facet->values.count; i++)
		if (value[i].is_leaf && value[i].leaf == position)
			return (enum cyt_concern)value[i].concern;
	return CYT_CONCERN_NONE;
}

/* Leaves of each mask only the values that nobody demands and that are of the concern. */
static bool
keep_surplus(const struct cyt_beyond *beyond, uint64_t **masks, uint64_t **demanded)
{
	const struct cyt_concept *concept = beyond->concept;
	const struct image *image = image_of(concept);
	bool any = false;

	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);
		const struct cyt_facet *facet = image_facet(image, axis->facet);

		for (uint32_t p = 0; p < axis->size; p++) {
			bool surplus = bits_test(masks[a], p) && !bits_test(demanded[a], p) &&
				       concern_at(image, facet, p) == beyond->concern;

			if (!surplus)
				masks[a][p / 64] &= ~(UINT64_C(1) << p % 64);
			any |= surplus;
		}
	}
	return any;
}

/* "with right": the values that make the difference; the whole region where no single value does. */
static void
word_surplus(struct prose *out, const struct cyt_beyond *beyond, struct arena *arena)
{
	const struct cyt_concept *concept = beyond->concept;
	uint64_t **demanded = demanded_values(beyond, arena);
	uint64_t **masks = (uint64_t **)(uintptr_t)word_scope_of(&beyond->held.region, arena);

	if (!demanded || !masks) {
		out->text.failed = true;
		return;
	}
	if (keep_surplus(beyond, masks, demanded))
		word_masks(out, image_of(concept), concept, (word_scope)masks);
	else
		word_region(out, &beyond->held.region, (word_scope)demanded, WORDING_BOXES);
}

/* " Supplied by Penal Code (3)." */
static void
word_support(struct prose *out, const struct support *support)
{
	if (!support) {
		out->text.failed = true;
		return;
	}
	prose_add(out, " ");
	prose_say(out, SAY_SUPPLIED_BY);
	word_evidence(out, &support->list);
	prose_add(out, ".");
}

int
cyt_beyond_sentence(const struct cyt_beyond *beyond, cyt_sink sink, void *data)
{
	static const enum say openings[] = {
		[CYT_CONCERN_OVERREACH] = SAY_OVERREACH,
		[CYT_CONCERN_BROADER] = SAY_BROADER,
	};
	struct prose out;
	struct arena arena;

	prose_begin(&out, beyond->held.result);
	arena_init(&arena, &beyond->held.result->hooks);
	prose_say(&out, beyond->concern > CYT_CONCERN_NONE ? openings[beyond->concern]
							   : SAY_FURTHER);
	word_concept(&out, beyond->concept, NULL, NULL, NULL);
	prose_add(&out, " ");
	word_surplus(&out, beyond, &arena);
	prose_add(&out, ".");
	for (size_t i = 0; i < beyond->silent_count; i++) {
		prose_add(&out, i ? ", " : out.tongue->words[SAY_SILENT_ON]);
		prose_title(&out, image_of(beyond->silent[i]), beyond->silent[i]->node,
			    ELEMENT_LABEL, cyt_facet_id(beyond->silent[i]));
	}
	prose_add(&out, beyond->silent_count ? "." : "");
	word_support(&out, beyond_support(beyond));
	arena_release(&arena);
	return prose_send(&out, sink, data);
}

int
cyt_result_unasked_sentence(const struct cyt_result *result, size_t i, cyt_sink sink, void *data)
{
	const struct support *support;
	struct prose out;

	if (i >= result->unasked.count)
		return CYT_ERR_NOTFOUND;
	prose_begin(&out, result);
	word_concept(&out, result->unasked.items[i]->concept, NULL, NULL, NULL);
	prose_add(&out, ".");
	support = unasked_support(result->unasked.items[i]);
	/* Nothing but what depends on conditions. */
	if (!support || support->list.count)
		word_support(&out, support);
	return prose_send(&out, sink, data);
}

int
cyt_conflict_sentence(const struct cyt_conflict *conflict, cyt_sink sink, void *data)
{
	const struct image *image = region_image(&conflict->held.region);
	struct prose out;

	prose_begin(&out, conflict->held.result);
	prose_say(&out, SAY_CONFLICT);
	word_forbid(&out, image, conflict->forbid);
	prose_add(&out, ": ");
	word_concept(&out, cyt_region_concept(&conflict->held.region), NULL, NULL, NULL);
	prose_add(&out, " ");
	word_region(&out, &conflict->held.region, NULL, WORDING_BOXES);
	prose_add(&out, ".");
	word_support(&out, conflict_support(conflict));
	return prose_send(&out, sink, data);
}

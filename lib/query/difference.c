/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What one instrument demands otherwise than another, case by case, and that in words. */
#include <string.h>

#include "query/compare.h"
#include "query/regions.h"

/* The cells of exactly that standing; `everything` is what lies in the concept at all. */
static void
slice(const struct demanded *demanded, enum cyt_standing standing, const uint64_t *everything,
      size_t words, uint64_t *out)
{
	/* A case stands on a floor for each step above not being asked. */
	int steps = (int)standing - CYT_STANDING_NOT_ASKED;
	const uint64_t *within = steps ? demanded->floors[steps - 1] : everything;
	const uint64_t *without = steps < FLOORS ? demanded->floors[steps] : NULL;

	set_clear(out, words);
	if (within)
		set_or(out, within, words);
	if (without)
		set_subtract(out, without, words);
}

/* The values that the article demands at all. On facets that a demand replaces every value is at
 * issue: they are what it is about. */
static word_scope
scope_of(struct query *query, const struct side *side, uint32_t article,
	 const struct cyt_concept *concept)
{
	const struct image *image = query->image;
	const struct demanded *demanded = &side->articles[article];
	struct img_list rows =
		image_article(image, side->instrument->articles.first + article)->rows;
	uint64_t **masks = arena_alloc(query->keep, concept->axes.count, sizeof(*masks));

	for (uint32_t a = 0; masks && a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);

		masks[a] = arena_alloc(query->keep, (axis->size + 63) / 64, sizeof(**masks));
		if (!masks[a])
			return NULL;
		set_positions(concept, demanded->floors[0], axis, masks[a]);
	}
	for (uint32_t i = 0; masks && i < rows.count; i++) {
		const struct cyt_demand *row = image_row(image, rows.first + i);

		if (row->concept != image_index(image, concept, concept))
			continue;
		for (uint32_t r = 0; r < row->replace.count; r++) {
			uint32_t a = image_replace(image, row->replace.first + r)->axis;
			const struct img_axis *axis = image_axis(image, a);

			for (uint32_t p = 0; p < axis->size; p++)
				masks[a - concept->axes.first][p / 64] |= UINT64_C(1) << p % 64;
		}
	}
	return (word_scope)masks;
}

static int
add_difference(struct query *query, const struct demanded *demanded, struct cyt_comparison *entry,
	       const struct cyt_difference *like, const uint64_t *set, uint64_t *allowed)
{
	struct arena *keep = query->keep;
	const struct cyt_concept *concept = like->concept;
	struct cyt_difference *difference = arena_alloc(keep, 1, sizeof(*difference));
	size_t words = space_words(concept);

	if (!difference)
		return CYT_ERR_NOMEM;
	*difference = *like;
	/* For people a box may grow over what is not demanded, unless that is what tells. */
	region_load(query->image, concept, concept->full, allowed);
	set_subtract(allowed, demanded->floors[0], words);
	set_or(allowed, set, words);
	difference->region = region_make(query->image, concept, set, NULL, keep);
	difference->wide = demanded->extended ? difference->region
					      : region_make(query->image, concept, set, allowed,
							    keep);
	if (!difference->region || !difference->wide ||
	    !list_push(keep, &entry->differences, difference))
		return CYT_ERR_NOMEM;
	return 0;
}

int
differences_find(struct query *query, const struct side *here, const struct side *there,
		 uint32_t article, const struct cyt_concept *concept, struct arena *arena)
{
	const struct demanded *own = &here->articles[article];
	struct cyt_difference like = { .result = query->result, .concept = concept };
	uint64_t *everything = set_new(arena, concept), *part = set_new(arena, concept);
	uint64_t *scratch = set_new(arena, concept);
	size_t words = space_words(concept);

	like.scope = scope_of(query, here, article, concept);
	if (!everything || !part || !scratch || !like.scope)
		return CYT_ERR_NOMEM;
	region_load(query->image, concept, concept->full, everything);
	for (int t = CYT_STANDING_NOT_ASKED; t <= CYT_STANDING_BINDING; t++)
		for (int h = CYT_STANDING_BINDING; h > CYT_STANDING_NOT_ASKED; h--) {
			int err;

			like.here = (enum cyt_standing)h;
			like.there = (enum cyt_standing)t;
			slice(own, like.here, everything, words, part);
			slice(&there->whole, like.there, everything, words, scratch);
			set_and(part, scratch, words);
			if (h == t || set_is_empty(part, words))
				continue;
			err = add_difference(query, own, here->entries[article], &like, part,
					     scratch);
			if (err < 0)
				return err;
		}
	return 0;
}

/* -- in words ----------------------------------------------------------------------------- */

static enum say
opening_of(const struct cyt_difference *difference)
{
	static const enum say openings[][CYT_STANDING_BINDING + 1] = {
		[CYT_STANDING_OPTIONAL] = {
			[CYT_STANDING_NOT_ASKED] = SAY_OPTIONAL_NOT_ASKED,
			[CYT_STANDING_RESERVABLE] = SAY_OPTIONAL_RESERVABLE,
			[CYT_STANDING_BINDING] = SAY_OPTIONAL_BINDING,
		},
		[CYT_STANDING_RESERVABLE] = {
			[CYT_STANDING_NOT_ASKED] = SAY_RESERVABLE_NOT_ASKED,
			[CYT_STANDING_OPTIONAL] = SAY_RESERVABLE_OPTIONAL,
			[CYT_STANDING_BINDING] = SAY_RESERVABLE_BINDING,
		},
		[CYT_STANDING_BINDING] = {
			[CYT_STANDING_NOT_ASKED] = SAY_BINDING_NOT_ASKED,
			[CYT_STANDING_OPTIONAL] = SAY_BINDING_OPTIONAL,
			[CYT_STANDING_RESERVABLE] = SAY_BINDING_RESERVABLE,
		},
	};

	return openings[difference->here][difference->there];
}

int
cyt_difference_sentence(const struct cyt_difference *difference, cyt_sink sink, void *data)
{
	struct prose out;

	prose_begin(&out, difference->result);
	prose_say(&out, opening_of(difference));
	word_concept(&out, difference->concept, NULL, NULL, NULL);
	if (!region_is_unbounded(&out, difference->wide, difference->scope)) {
		prose_add(&out, " ");
		word_region(&out, difference->wide, difference->scope, WORDING_BOXES);
	}
	prose_add(&out, ".");
	return prose_send(&out, sink, data);
}

/* "Equal duty, lower floor by option, equal floor by reservation": a floor that only follows from
 * what was said before it is not said. */
int
cyt_match_sentence(const struct cyt_match *match, cyt_sink sink, void *data)
{
	static const enum say duties[] = {
		[CYT_RELATION_EQUAL] = SAY_DUTY_EQUAL,
		[CYT_RELATION_NARROWER] = SAY_DUTY_NARROWER,
		[CYT_RELATION_WIDER] = SAY_DUTY_WIDER,
		[CYT_RELATION_OVERLAPPING] = SAY_DUTY_OVERLAPPING,
	};
	static const enum say floors[] = {
		[CYT_RELATION_EQUAL] = SAY_FLOOR_EQUAL,
		[CYT_RELATION_NARROWER] = SAY_FLOOR_NARROWER,
		[CYT_RELATION_WIDER] = SAY_FLOOR_WIDER,
		[CYT_RELATION_OVERLAPPING] = SAY_FLOOR_OVERLAPPING,
		[CYT_RELATION_ABSENT] = SAY_FLOOR_ABSENT,
	};
	const enum cyt_relation *relations = match->relations;
	bool same = true;
	struct prose out;

	prose_begin(&out, match->result);
	prose_say(&out, duties[relations[0]]);
	for (int f = 1; f < FLOORS; f++) {
		if (relations[f] == relations[f - 1])
			continue;
		prose_say(&out, floors[relations[f]]);
		prose_say(&out, f == 1 ? SAY_BY_OPTION : SAY_BY_RESERVATION);
		same = false;
	}
	if (same && relations[0] == CYT_RELATION_EQUAL)
		prose_say(&out, SAY_FLOOR_EQUAL);
	prose_add(&out, ".");
	return prose_send(&out, sink, data);
}

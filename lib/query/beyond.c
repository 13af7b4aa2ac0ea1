/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where a subject reaches further than an instrument asks, and what it must not cover. */
#include "query/query.h"

#include "query/regions.h"

int
conflicts_find(struct query *query, const struct cyt_article *article, struct conflict_list *out)
{
	const struct image *image = query->image;
	struct arena arena;
	int err = 0;

	arena_init(&arena, query->keep->hooks);
	for (uint32_t i = 0; !err && i < article->forbids.count; i++) {
		const struct img_forbid *forbid = image_forbid(image, article->forbids.first + i);
		const struct cyt_concept *concept = image_concept(image, forbid->concept);
		const struct supplied *supplied = subject_supplied(&query->subject, concept);
		uint64_t *set = set_new(&arena, concept);
		struct cyt_conflict *conflict;

		if (!supplied || !set) {
			err = CYT_ERR_NOMEM;
			break;
		}
		region_load(image, concept, forbid->region, set);
		set_and(set, supplied->firm, space_words(concept));
		if (set_is_empty(set, space_words(concept)))
			continue;
		conflict = arena_alloc(query->keep, 1, sizeof(*conflict));
		if (conflict) {
			conflict->result = query->result;
			conflict->forbid = forbid;
			conflict->region = region_make(image, concept, set, NULL, query->keep);
		}
		if (!conflict || !conflict->region || !list_push(query->keep, out, conflict))
			err = CYT_ERR_NOMEM;
	}
	arena_release(&arena);
	return err;
}

/* -- all concepts ------------------------------------------------------------------------- */

/* Demanded in any modality, the whole of extended bases; false if the concept is not demanded. */
static bool
load_asked(const struct query *query, uint32_t concept, uint64_t *asked)
{
	const struct cyt_instrument *instrument = query->instrument;
	bool found = false;

	for (uint32_t i = 0; i < instrument->rows.count; i++) {
		const struct cyt_demand *row =
			image_row(query->image, instrument->rows.first + i);

		if (row->concept != concept)
			continue;
		region_or(query->image, image_concept(query->image, concept), row->region, asked);
		found = true;
	}
	return found;
}

static bool
is_forbidden(const struct query *query, uint32_t concept)
{
	const struct cyt_instrument *instrument = query->instrument;

	for (uint32_t a = 0; a < instrument->articles.count; a++) {
		const struct cyt_article *article =
			image_article(query->image, instrument->articles.first + a);

		for (uint32_t i = 0; i < article->forbids.count; i++)
			if (image_forbid(query->image, article->forbids.first + i)->concept ==
			    concept)
				return true;
	}
	return false;
}

/* Whether anything of the concept is supplied, be it one of several values. */
static bool
supplies_any(const struct query *query, const struct supplied *supplied, uint64_t *scratch)
{
	if (!set_is_empty(supplied->firm, space_words(supplied->concept)))
		return true;
	for (size_t i = 0; supplied->has_some && i < supplied->count; i++) {
		if (!supplied->parts[i].row)
			continue;
		part_load(&query->subject, supplied->concept, &supplied->parts[i], scratch);
		if (!set_is_empty(scratch, space_words(supplied->concept)))
			return true;
	}
	return false;
}

static int
look_beyond(struct query *query, uint32_t index, struct arena *arena)
{
	const struct cyt_concept *concept = image_concept(query->image, index);
	const struct supplied *supplied = subject_supplied(&query->subject, concept);
	uint64_t *asked = set_new(arena, concept), *scratch = set_new(arena, concept);
	bool demanded;

	if (!supplied || !asked || !scratch)
		return CYT_ERR_NOMEM;
	demanded = load_asked(query, index, asked);
	if (!demanded && supplies_any(query, supplied, scratch) &&
	    !list_push(query->keep, &query->result->unasked, concept))
		return CYT_ERR_NOMEM;
	if (!demanded && !is_forbidden(query, index))
		return 0;
	return reach_find(query, concept, asked, supplied, arena);
}

int
beyond_find(struct query *query)
{
	int err = 0;

	for (uint32_t i = 0; !err && i < image_count(query->image, SECTION_CONCEPT); i++) {
		struct arena arena;

		if (!image_concept(query->image, i)->is_leaf)
			continue;
		arena_init(&arena, query->keep->hooks);
		err = look_beyond(query, i, &arena);
		arena_release(&arena);
	}
	return err;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where a subject reaches further than an instrument asks, and what it must not cover. */
#include "query/query.h"

#include "query/regions.h"

static int
add_conflict(struct query *query, const struct img_forbid *forbid, struct conflict_list *out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct supplied *supplied = subject_supplied(query->subject, concept);
	struct cyt_conflict *conflict;
	struct window window;
	uint64_t *set;

	if (!supplied || !window_of_region(&window, query->image, concept, forbid->region,
					   &query->work))
		return CYT_ERR_NOMEM;
	set = window_set(&window, &query->work);
	if (!set)
		return CYT_ERR_NOMEM;
	window_take(&window, supplied->firm, set);
	window_and(&window, query->image, forbid->region, set);
	if (set_is_empty(set, window_words(&window)))
		return 0;
	conflict = arena_alloc(query->keep, 1, sizeof(*conflict));
	if (!conflict)
		return CYT_ERR_NOMEM;
	conflict->result = query->result;
	conflict->forbid = forbid;
	conflict->region = region_hold(query->result, &window, set, NULL);
	if (!conflict->region || !list_push(query->keep, out, conflict))
		return CYT_ERR_NOMEM;
	return 0;
}

int
conflicts_find(struct query *query, const struct cyt_article *article, struct conflict_list *out)
{
	struct arena mark = query->work;
	int err = 0;

	for (uint32_t i = 0; !err && i < article->forbids.count; i++) {
		err = add_conflict(query,
				   image_forbid(query->image, article->forbids.first + i), out);
		arena_rewind(&query->work, &mark);
	}
	return err;
}

/* -- all concepts ------------------------------------------------------------------------- */

/* Whether anything of the concept is supplied, be it one of several values. */
static bool
supplies_any(const struct query *query, const struct cyt_concept *concept,
	     const struct supplied *supplied, uint64_t *scratch)
{
	for (uint32_t layer = 0; supplied->firm && layer < concept->layers; layer++)
		if (supplied->firm[layer] &&
		    !set_is_empty(supplied->firm[layer], concept->words))
			return true;
	for (size_t i = 0; supplied->has_some && i < supplied->count; i++) {
		if (!supplied->parts[i].row)
			continue;
		part_load(query->subject, concept, &supplied->parts[i], scratch);
		if (!set_is_empty(scratch, space_words(concept)))
			return true;
	}
	return false;
}

static int
look_beyond(struct query *query, uint32_t index)
{
	const struct cyt_concept *concept = image_concept(query->image, index);
	const struct supplied *supplied = subject_supplied(query->subject, concept);
	const struct brief_entry *asked = &query->brief->concepts[index];
	uint64_t *scratch;

	if (!supplied)
		return CYT_ERR_NOMEM;
	if (supplied_nothing(supplied))
		return 0;
	if (asked->demanded || asked->forbidden) {
		int err = reach_find(query, concept, supplied);

		if (err < 0 || asked->demanded)
			return err;
	}
	scratch = set_new(&query->work, concept);
	if (!scratch)
		return CYT_ERR_NOMEM;
	if (supplies_any(query, concept, supplied, scratch) &&
	    !list_push(query->keep, &query->result->unasked, concept))
		return CYT_ERR_NOMEM;
	return 0;
}

int
beyond_find(struct query *query)
{
	struct arena mark = query->work;
	int err = 0;

	for (uint32_t i = 0; !err && i < image_count(query->image, SECTION_CONCEPT); i++) {
		if (!image_concept(query->image, i)->is_leaf)
			continue;
		err = look_beyond(query, i);
		arena_rewind(&query->work, &mark);
	}
	return err;
}

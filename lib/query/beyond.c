/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where a subject reaches further than an instrument asks, and what it must not cover. */
#include "query/precedent.h"

#include "model/bits.h"
#include "query/regions.h"

int
conflict_region(struct query *query, const struct img_forbid *forbid,
		const struct supplied *supplied, struct held_region *out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct window *kept;
	struct window window;
	uint64_t *set;

	out->set = NULL;
	if (!window_of_region(&window, query->image, concept, forbid->region, &query->work))
		return CYT_ERR_NOMEM;
	set = window_set(&window, &query->work);
	if (!set)
		return CYT_ERR_NOMEM;
	window_take(&window, supplied->firm, set);
	window_and(&window, query->image, forbid->region, set);
	if (set_is_empty(set, window_words(&window)))
		return 0;
	kept = window_keep(&window, query->keep);
	return kept && region_write(out, query->result, query->keep, kept, set) ? 0
									       : CYT_ERR_NOMEM;
}

/* What is in conflict with a forbid, found before or now; out->set is NULL if nothing is. */
static int
find_conflict(struct query *query, const struct img_forbid *forbid,
	      const struct supplied *supplied, struct held_region *out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct precedent *known;
	int err = precedent_of_conflict(query, forbid, supplied, &known);

	out->set = NULL;
	if (err < 0)
		return err;
	if (known) {
		if (known->count)
			*out = known->beyond->held;
		out->result = query->result;
		return 0;
	}
	supplied = subject_supplied(query->subject, concept);
	return supplied ? conflict_region(query, forbid, supplied, out) : CYT_ERR_NOMEM;
}

static int
add_conflict(struct query *query, const struct img_forbid *forbid, struct conflict_list *out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct supplied *supplied = subject_parts(query->subject, concept);
	struct cyt_conflict *conflict;
	struct held_region held;
	int err;

	if (!supplied)
		return CYT_ERR_NOMEM;
	if (supplied_nothing(supplied))
		return 0;
	err = find_conflict(query, forbid, supplied, &held);
	if (err < 0 || !held.set)
		return err;
	conflict = arena_take(query->keep, 1, sizeof(*conflict));
	if (!conflict)
		return CYT_ERR_NOMEM;
	conflict->held = held;
	conflict->forbid = forbid;
	atomic_init(&conflict->support, NULL);
	return list_push(query->keep, out, conflict) ? 0 : CYT_ERR_NOMEM;
}

int
conflicts_find(struct query *query, const struct cyt_article *article, struct conflict_list *out)
{
	struct arena mark;
	int err = 0;

	if (!article->forbids.count)
		return 0;
	mark = query->work;
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

int
beyond_of_concept(struct query *query, const struct cyt_concept *concept,
		  const struct supplied *supplied, struct beyond_list *out, bool *unasked)
{
	uint32_t index = image_index(query->image, concept, concept);
	const struct brief_entry *asked = &query->brief->concepts[index];
	uint64_t *scratch;
	int err = 0;

	if (asked->demanded || asked->forbidden)
		err = reach_find(query, concept, supplied, out);
	if (err < 0 || asked->demanded)
		return err;
	scratch = set_new(&query->work, concept);
	if (!scratch)
		return CYT_ERR_NOMEM;
	*unasked = supplies_any(query, concept, supplied, scratch);
	return 0;
}

/* What was found before, for this answer: sets stay where they are. */
static int
write_again(struct query *query, const struct precedent *known)
{
	struct cyt_beyond *beyond = arena_take(query->keep, known->count, sizeof(*beyond));

	if (!beyond)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < known->count; i++) {
		beyond[i] = known->beyond[i];
		beyond[i].held.result = query->result;
		if (!list_push(query->keep, &query->result->beyond, &beyond[i]))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

static int
add_unasked(struct query *query, const struct cyt_concept *concept)
{
	struct unasked *unasked = arena_take(query->keep, 1, sizeof(*unasked));

	if (!unasked)
		return CYT_ERR_NOMEM;
	unasked->concept = concept;
	unasked->result = query->result;
	atomic_init(&unasked->support, NULL);
	return list_push(query->keep, &query->result->unasked, unasked) ? 0 : CYT_ERR_NOMEM;
}

static int
look_beyond(struct query *query, uint32_t index)
{
	const struct cyt_concept *concept = image_concept(query->image, index);
	const struct supplied *supplied = subject_parts(query->subject, concept);
	const struct precedent *known;
	bool unasked = false;
	int err;

	if (!supplied)
		return CYT_ERR_NOMEM;
	if (supplied_nothing(supplied))
		return 0;
	err = precedent_of_concept(query, concept, supplied, &known);
	if (!err && !known) {
		supplied = subject_supplied(query->subject, concept);
		err = supplied ? beyond_of_concept(query, concept, supplied,
						   &query->result->beyond, &unasked)
			       : CYT_ERR_NOMEM;
	}
	if (!err && known && known->count)
		err = write_again(query, known);
	unasked |= known && known->unasked;
	return !err && unasked ? add_unasked(query, concept) : err;
}

/* The concepts of one word of a set. */
static int
look_beyond_all(struct query *query, uint32_t word, uint64_t bits)
{
	struct arena mark = query->work;
	int err = 0;

	for (; !err && bits; bits &= bits - 1) {
		uint32_t concept = word * 64 + (uint32_t)__builtin_ctzll(bits);

		if (image_concept(query->image, concept)->is_leaf)
			err = look_beyond(query, concept);
		arena_rewind(&query->work, &mark);
	}
	return err;
}

int
beyond_find(struct query *query)
{
	const uint64_t *survey = query->subject->survey;
	uint32_t count = image_count(query->image, SECTION_CONCEPT);
	int err = 0;

	for (uint32_t word = 0; !err && word * 64 < count; word++)
		err = look_beyond_all(query, word,
				      survey ? survey[word] : bits_mask(count - word * 64));
	return err;
}

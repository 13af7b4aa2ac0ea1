/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where a subject reaches further than an instrument asks, and what it must not cover. */
#include "query/precedent.h"

#include "model/bits.h"
#include "query/regions.h"

/* A region of what was found before: its set stays where it is, in the ledger of the corpus or with the
 * answer. */
static void
hold_again(struct query *query, const struct precedent_beyond *known, struct held_region *held)
{
	held->region.source = REGION_HELD;
	held->result = query->result;
	held->window = &known->window;
	held->set = known->set;
}

int
conflict_region(struct query *query, const struct img_forbid *forbid,
		const struct supplied *supplied, const struct cyt_region **out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct window *kept;
	struct window window;
	uint64_t *set;

	*out = NULL;
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
	*out = kept ? region_hold(query->result, query->keep, kept, set) : NULL;
	return *out ? 0 : CYT_ERR_NOMEM;
}

/* What is in conflict with a forbid, found before or now; *out is NULL if nothing is. */
static int
find_conflict(struct query *query, const struct img_forbid *forbid,
	      const struct supplied *supplied, const struct cyt_region **out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct precedent *known;
	struct held_region *held;
	int err = precedent_of_conflict(query, forbid, supplied, &known);

	*out = NULL;
	if (err < 0 || (known && !known->count))
		return err;
	if (!known) {
		supplied = subject_supplied(query->subject, concept);
		return supplied ? conflict_region(query, forbid, supplied, out) : CYT_ERR_NOMEM;
	}
	held = arena_alloc(query->keep, 1, sizeof(*held));
	if (!held)
		return CYT_ERR_NOMEM;
	hold_again(query, known->beyond, held);
	*out = &held->region;
	return 0;
}

static int
add_conflict(struct query *query, const struct img_forbid *forbid, struct conflict_list *out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	const struct supplied *supplied = subject_parts(query->subject, concept);
	struct cyt_conflict *conflict;
	const struct cyt_region *region;
	int err;

	if (!supplied)
		return CYT_ERR_NOMEM;
	if (supplied_nothing(supplied))
		return 0;
	err = find_conflict(query, forbid, supplied, &region);
	if (err < 0 || !region)
		return err;
	conflict = arena_alloc(query->keep, 1, sizeof(*conflict));
	if (!conflict)
		return CYT_ERR_NOMEM;
	conflict->result = query->result;
	conflict->forbid = forbid;
	conflict->region = region;
	return list_push(query->keep, out, conflict) ? 0 : CYT_ERR_NOMEM;
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

static void
write_again(struct query *query, const struct cyt_concept *concept,
	    const struct precedent_beyond *known, struct cyt_beyond *beyond,
	    const struct cyt_facet **silent)
{
	beyond->result = query->result;
	beyond->concept = concept;
	beyond->concern = (enum cyt_concern)known->concern;
	for (uint32_t i = 0; i < known->silent_count; i++)
		silent[i] = image_facet(query->image, known->silent[i]);
	beyond->silent = silent;
	beyond->silent_count = known->silent_count;
}

/* What was found before, with the names of this answer. */
static int
write_all_again(struct query *query, const struct cyt_concept *concept,
		const struct precedent *known)
{
	struct cyt_beyond *beyond = arena_alloc(query->keep, known->count, sizeof(*beyond));
	struct held_region *held = arena_alloc(query->keep, known->count, sizeof(*held));
	const struct cyt_facet **silent =
		arena_alloc(query->keep, known->silent_count, sizeof(*silent));

	if (!beyond || !held || !silent)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < known->count; i++) {
		hold_again(query, &known->beyond[i], &held[i]);
		beyond[i].region = &held[i].region;
		write_again(query, concept, &known->beyond[i], &beyond[i], silent);
		silent += known->beyond[i].silent_count;
		if (!list_push(query->keep, &query->result->beyond, &beyond[i]))
			return CYT_ERR_NOMEM;
	}
	return 0;
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
		err = write_all_again(query, concept, known);
	unasked |= known && known->unasked;
	if (!err && unasked && !list_push(query->keep, &query->result->unasked, concept))
		err = CYT_ERR_NOMEM;
	return err;
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

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found where a law said the same. */
#include "query/precedent.h"

#include <string.h>

#include "base/block.h"

enum about { ABOUT_CONCEPT, ABOUT_SILENCE, ABOUT_CONFLICT };

#define KEY_HEAD 3u
#define KEY_PART 3u

/* All that the findings on a concept follow from. */
struct key {
	uint32_t words[KEY_HEAD + KEY_PART * PRECEDENT_PARTS];
	uint32_t count;
	uint64_t hash;
};

/* -- keys --------------------------------------------------------------------------------- */

bool
precedents_apply(const struct query *query)
{
	return query->brief && !query->verdicts_only && !query->unfiltered && !query->within &&
	       !query->subject->reservation_count;
}

static uint32_t
via_order(const struct cyt_supply *supply)
{
	return supply->via + 1; /* NONE is before all */
}

/* Whether a part stands behind the one before, or beside it. */
static bool
in_order(const struct cyt_supply *before, const struct cyt_supply *supply)
{
	if (before->provision != supply->provision)
		return before->provision < supply->provision;
	return via_order(before) <= via_order(supply);
}

static bool
add_part(struct key *key, const struct part *part, const struct part *before)
{
	uint32_t *words = key->words + key->count, beside = 0;
	const struct img_terms *terms;

	if (!part->supply || part->set)
		return false;
	terms = part->terms;
	if (terms->conditional || (before && !in_order(before->supply, part->supply)))
		return false;
	if (before && before->supply->provision == part->supply->provision)
		beside = before->supply->via == part->supply->via ? 2 : 1;
	words[0] = part->region;
	words[1] = terms->silent;
	words[2] = beside;
	key->hash = ledger_mix(key->hash, (uint64_t)words[0] << 32 | words[1] << 2 | beside);
	key->count += KEY_PART;
	return true;
}

static bool
make_key(const struct query *query, uint32_t concept, const struct supplied *supplied,
	 uint32_t about, struct key *key)
{
	if (supplied->count == 0 || supplied->count > PRECEDENT_PARTS)
		return false;
	key->words[0] = concept;
	key->words[1] = about;
	key->words[2] = concept_set_has(query->subject->assessed, concept);
	key->count = KEY_HEAD;
	key->hash = ledger_mix((uint64_t)concept << 32 | about << 1, key->words[2]);
	for (size_t i = 0; i < supplied->count; i++)
		if (!add_part(key, &supplied->parts[i], i ? &supplied->parts[i - 1] : NULL))
			return false;
	return true;
}

static const struct precedent *
look_up(const struct ledger *ledger, const struct key *key)
{
	const struct ledger_entry *entry = ledger_first(ledger, key->hash);

	for (; entry; entry = entry->next) {
		const struct precedent *known = (const struct precedent *)entry;

		if (entry->hash == key->hash && known->key_count == key->count &&
		    memcmp(known->key, key->words, key->count * sizeof(*key->words)) == 0)
			return known;
	}
	return NULL;
}

/* -- blocks ------------------------------------------------------------------------------- */

/* In the ledger, else with the answer. */
static struct precedent *
block_new(struct query *query, struct block *block, const struct key *key, bool *shared)
{
	struct ledger *ledger = query->brief->precedents;
	struct precedent *out;

	block->size += block_rounded(sizeof(*out)) + block_rounded(key->count * sizeof(*key->words));
	*shared = ledger_has_room(ledger, block->size);
	block->at = *shared ? alloc_zero(ledger->hooks, 1, block->size)
			    : arena_alloc(&query->result->arena, 1, block->size);
	if (!block->at)
		return NULL;
	out = block_take(block, 1, sizeof(*out));
	out->entry.hash = key->hash;
	out->key_count = key->count;
	out->key = block_copy(block, key->words, key->count, sizeof(*key->words));
	return out;
}

static const struct precedent *
publish(struct query *query, struct precedent *made, bool shared)
{
	if (shared)
		ledger_add(query->brief->precedents, &made->entry);
	return made;
}

/* -- rows --------------------------------------------------------------------------------- */

/* A row of the concept while it is judged for the first time. */
struct draft {
	struct cyt_row_finding finding;
	uint64_t meets;
};

static int
draft_row(struct query *query, const struct ground *like, uint32_t row, struct draft *out)
{
	struct cyt_row_finding *finding = &out->finding;
	struct judgement j;
	int err;

	finding->ground = *like;
	finding->lists = &no_lists;
	finding->ground.row = image_row(query->image, row);
	err = row_judge(&finding->ground, &query->work, &j);
	if (err < 0)
		return err;
	finding->is_void = j.row->base != NONE && set_is_empty(j.demanded, j.words);
	if (finding->is_void)
		return 0;
	finding->verdict = j.verdict;
	return evidence_gather(query, &j, finding, &query->work, &out->meets);
}

static size_t
size_of_row(const struct cyt_row_finding *finding)
{
	return block_rounded(finding->lists->supplied_by.count * sizeof(struct precedent_line)) +
	       block_rounded(finding->lists->options_used.count * sizeof(struct cyt_way *)) +
	       block_rounded(finding->lists->optional_covered.count * sizeof(struct cyt_way *));
}

static struct way_list
take_ways(struct block *block, const struct way_list *list)
{
	struct way_list out = { NULL, list->count };

	out.items = block_copy(block, list->items, list->count, sizeof(*list->items));
	return out;
}

static void
write_row(struct block *block, const struct draft *draft, struct precedent_row *out)
{
	const struct cyt_row_finding *finding = &draft->finding;
	struct precedent_line *lines =
		block_take(block, finding->lists->supplied_by.count, sizeof(*lines));

	out->verdict = (uint32_t)finding->verdict;
	out->is_void = finding->is_void;
	out->meets = draft->meets;
	for (size_t i = 0; i < finding->lists->supplied_by.count; i++) {
		const struct cyt_evidence *evidence = finding->lists->supplied_by.items[i];

		lines[i].part = (uint32_t)(evidence->part - finding->ground.supplied->parts);
		lines[i].redundant = evidence->redundant;
	}
	out->lines = lines;
	out->line_count = (uint32_t)finding->lists->supplied_by.count;
	out->used = take_ways(block, &finding->lists->options_used);
	out->optional = take_ways(block, &finding->lists->optional_covered);
}

static int
draft_rows(struct query *query, const struct ground *like, struct img_list rows,
	   struct draft *drafts)
{
	int err = 0;

	for (uint32_t i = 0; !err && i < rows.count; i++)
		err = draft_row(query, like, query->brief->rows[rows.first + i], &drafts[i]);
	return err;
}

/* -- beyond ------------------------------------------------------------------------------- */

static const struct held_region *
held_of(const struct cyt_beyond *beyond)
{
	/* Its first member. */
	return (const struct held_region *)beyond->region;
}

static size_t
size_of_beyond(const struct cyt_beyond *beyond)
{
	const struct window *window = held_of(beyond)->window;

	return block_rounded(window->space.layers * sizeof(uint32_t)) +
	       block_rounded(beyond->silent_count * sizeof(uint32_t)) +
	       block_rounded(window_words(window) * sizeof(uint64_t));
}

static void
write_beyond(struct block *block, const struct image *image, const struct cyt_beyond *beyond,
	     struct precedent_beyond *out)
{
	const struct held_region *held = held_of(beyond);
	uint32_t *silent = block_take(block, beyond->silent_count, sizeof(*silent));

	out->concern = (uint32_t)beyond->concern;
	for (size_t i = 0; i < beyond->silent_count; i++)
		silent[i] = image_index(image, facet, beyond->silent[i]);
	out->silent = silent;
	out->silent_count = (uint32_t)beyond->silent_count;
	out->window = *held->window;
	out->window.layers = block_copy(block, held->window->layers, held->window->space.layers,
				       sizeof(uint32_t));
	out->set = block_copy(block, held->set, window_words(held->window), sizeof(*out->set));
}

/* -- concepts ----------------------------------------------------------------------------- */

/* All that is found out of a concept, before it is written down. */
struct finding_out {
	struct draft *drafts;
	uint32_t row_count;
	struct beyond_list beyond;
	bool unasked;
};

static size_t
size_of(const struct finding_out *found)
{
	size_t size = block_rounded(found->row_count * sizeof(struct precedent_row)) +
		      block_rounded(found->beyond.count * sizeof(struct precedent_beyond));

	for (uint32_t i = 0; i < found->row_count; i++)
		size += size_of_row(&found->drafts[i].finding);
	for (size_t i = 0; i < found->beyond.count; i++)
		size += size_of_beyond(found->beyond.items[i]);
	return size;
}

static int
write_down(struct query *query, const struct key *key, const struct finding_out *found,
	   const struct precedent **out)
{
	struct block block = { NULL, size_of(found) };
	struct precedent_beyond *beyond;
	struct precedent_row *rows;
	struct precedent *made;
	bool shared;

	made = block_new(query, &block, key, &shared);
	if (!made)
		return CYT_ERR_NOMEM;
	rows = block_take(&block, found->row_count, sizeof(*rows));
	beyond = block_take(&block, found->beyond.count, sizeof(*beyond));
	for (uint32_t i = 0; i < found->row_count; i++)
		write_row(&block, &found->drafts[i], &rows[i]);
	for (size_t i = 0; i < found->beyond.count; i++) {
		write_beyond(&block, query->image, found->beyond.items[i], &beyond[i]);
		made->silent_count += beyond[i].silent_count;
	}
	made->rows = rows;
	made->beyond = beyond;
	made->count = (uint32_t)found->beyond.count;
	made->unasked = found->unasked;
	*out = publish(query, made, shared);
	return 0;
}

/* Judges all rows on the concept, then looks beyond them. */
static int
find_out(struct query *query, const struct cyt_concept *concept, const struct supplied *supplied,
	 struct finding_out *out)
{
	const struct img_list rows =
		query->brief->concepts[image_index(query->image, concept, concept)].rows;
	struct ground like = { .subject = query->subject, .brief = query->brief };
	int err;

	like.supplied = supplied_united(query->subject, concept, supplied, &query->work);
	out->drafts = arena_alloc(&query->work, rows.count, sizeof(*out->drafts));
	out->row_count = rows.count;
	if (!like.supplied || !out->drafts)
		return CYT_ERR_NOMEM;
	err = draft_rows(query, &like, rows, out->drafts);
	return err ? err : beyond_of_concept(query, concept, like.supplied, &out->beyond,
					     &out->unasked);
}

/* What that needs goes again. */
static int
find_concept(struct query *query, const struct cyt_concept *concept,
	     const struct supplied *supplied, const struct key *key, const struct precedent **out)
{
	struct arena mark = query->work, *keep = query->keep;
	struct finding_out found = { 0 };
	int err;

	query->keep = &query->work;
	err = find_out(query, concept, supplied, &found);
	query->keep = keep;
	if (!err)
		err = write_down(query, key, &found, out);
	arena_rewind(&query->work, &mark);
	return err;
}

int
precedent_of_concept(struct query *query, const struct cyt_concept *concept,
		     const struct supplied *supplied, const struct precedent **out)
{
	uint32_t index = image_index(query->image, concept, concept);
	const struct precedent **known = &query->precedents[index];
	struct key key;
	int err = 0;

	*out = NULL;
	if (!precedents_apply(query))
		return 0;
	if (!*known) {
		if (!make_key(query, index, supplied, ABOUT_CONCEPT, &key))
			return 0;
		*known = look_up(query->brief->precedents, &key);
		if (!*known)
			err = find_concept(query, concept, supplied, &key, known);
	}
	*out = *known;
	return err;
}

/* Rows stand by their number. */
static const struct precedent_row *
row_of(const struct query *query, const struct precedent *precedent, const struct ground *ground)
{
	const uint32_t *rows =
		query->brief->rows + query->brief->concepts[ground->row->concept].rows.first;
	uint32_t row = image_index(query->image, row, ground->row), i = 0;

	while (rows[i] != row)
		i++;
	return &precedent->rows[i];
}

int
precedent_of_row(struct query *query, const struct ground *ground,
		 const struct precedent_row **out)
{
	const struct precedent *known;
	int err;

	*out = NULL;
	if (!ground->brief)
		return 0;
	err = precedent_of_concept(query, image_concept(query->image, ground->row->concept),
				   ground->supplied, &known);
	if (!err && known)
		*out = row_of(query, known, ground);
	return err;
}

/* -- conflicts ---------------------------------------------------------------------------- */

static int
find_conflict(struct query *query, const struct img_forbid *forbid,
	      const struct supplied *supplied, const struct key *key, const struct precedent **out)
{
	const struct cyt_concept *concept = image_concept(query->image, forbid->concept);
	struct arena mark = query->work, *keep = query->keep;
	const struct supplied *united;
	struct cyt_beyond beyond = { 0 }, *item = &beyond;
	struct finding_out found = { .beyond = { &item, 0 } };
	int err;

	united = supplied_united(query->subject, concept, supplied, &query->work);
	query->keep = &query->work;
	err = united ? conflict_region(query, forbid, united, &beyond.region) : CYT_ERR_NOMEM;
	query->keep = keep;
	found.beyond.count = beyond.region != NULL;
	if (!err)
		err = write_down(query, key, &found, out);
	arena_rewind(&query->work, &mark);
	return err;
}
int
precedent_of_conflict(struct query *query, const struct img_forbid *forbid,
		      const struct supplied *supplied, const struct precedent **out)
{
	uint32_t about = ABOUT_CONFLICT + (uint32_t)(forbid - image_forbid(query->image, 0));
	struct key key;

	*out = NULL;
	if (!precedents_apply(query) || !make_key(query, forbid->concept, supplied, about, &key))
		return 0;
	*out = look_up(query->brief->precedents, &key);
	return *out ? 0 : find_conflict(query, forbid, supplied, &key, out);
}

/* -- silence ------------------------------------------------------------------------------ */

/* A subject that supplies nothing, of which as much was read of all concepts. */
static struct subject *
silent_subject(struct query *query, bool read)
{
	size_t words = query->image->concept_words;
	struct subject *out = arena_alloc(&query->work, 1, sizeof(*out));
	uint64_t *sets = arena_alloc(&query->work, 2 * words, sizeof(*sets));

	if (!out || !sets)
		return NULL;
	out->image = query->image;
	out->index = query->index;
	out->arena = &query->work;
	out->survey = sets;
	out->assessed = sets + words;
	memset(out->assessed, read ? 0xff : 0, words * sizeof(*sets));
	out->supplied = arena_alloc(&query->work, image_count(query->image, SECTION_CONCEPT),
				    sizeof(*out->supplied));
	return out->supplied ? out : NULL;
}

static int
find_silence(struct query *query, const struct key *key, const struct precedent **out)
{
	const struct img_list rows = query->instrument->rows;
	struct block block = { NULL, block_rounded(rows.count * sizeof(struct cyt_row_finding)) };
	struct cyt_row_finding *silence =
		arena_alloc(&query->work, rows.count, sizeof(*silence));
	struct subject *subject = silent_subject(query, key->words[2]);
	struct precedent *made;
	bool shared;
	int err = silence && subject ? 0 : CYT_ERR_NOMEM;

	for (uint32_t i = 0; !err && i < rows.count; i++)
		err = row_find_silence(query, subject, image_row(query->image, rows.first + i),
				       &silence[i]);
	if (err < 0)
		return err;
	made = block_new(query, &block, key, &shared);
	if (!made)
		return CYT_ERR_NOMEM;
	made->silence = block_copy(&block, silence, rows.count, sizeof(*silence));
	*out = publish(query, made, shared);
	return 0;
}

int
precedent_of_silence(struct query *query, bool read, const struct cyt_row_finding **out)
{
	struct key key = { .words = { NONE, ABOUT_SILENCE, read }, .count = KEY_HEAD };
	const struct precedent *known;
	struct arena mark = query->work;
	int err = 0;

	key.hash = ledger_mix(NONE, read);
	known = look_up(query->brief->precedents, &key);
	if (!known)
		err = find_silence(query, &key, &known);
	arena_rewind(&query->work, &mark);
	*out = err ? NULL : known->silence;
	return err;
}

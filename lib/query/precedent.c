/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was found where a law said the same. */
#include "query/precedent.h"

#include <string.h>

#include "base/block.h"
#include "query/lines.h"

enum about { ABOUT_CONCEPT, ABOUT_SPACE, ABOUT_CONFLICT };

/* All that the findings on a concept follow from: what they are about, then each part. */
struct key {
	struct ledger *ledger; /* where they are kept */
	uint64_t words[1 + PRECEDENT_PARTS];
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

/* How a part stands to the one before: of the same provision and extend, of the same provision, or
 * behind it. */
enum { APART, BESIDE, TOGETHER, DISORDER };

static uint32_t
place_after(const struct part *before, const struct part *part)
{
	if (before->supply->provision != part->supply->provision)
		return before->supply->provision < part->supply->provision ? APART : DISORDER;
	if (before->supply->via == part->supply->via)
		return TOGETHER;
	return part_order(before) < part_order(part) ? BESIDE : DISORDER;
}

/* The word for a part; 0 where its precedents would depend on more. */
static uint64_t
word_of(const struct part *part, const struct part *before)
{
	const struct img_terms *terms = part->terms;
	uint32_t place = APART;

	if (!part->supply || part->set || terms->conditional || terms->silent >> 29)
		return 0;
	if (before)
		place = place_after(before, part);
	return place == DISORDER ? 0
				 : (uint64_t)part->region << 32 | terms->silent << 3 | place << 1 | 1;
}

static bool
make_key(const struct query *query, uint32_t concept, const struct supplied *supplied,
	 uint32_t about, struct key *key)
{
	uint64_t hash;

	if (supplied->count == 0 || supplied->count > PRECEDENT_PARTS)
		return false;
	key->words[0] = (uint64_t)concept << 32 | about << 1 |
			concept_set_has(query->subject->assessed, concept);
	hash = ledger_mix(0, key->words[0]);
	for (size_t i = 0; i < supplied->count; i++) {
		uint64_t word = word_of(&supplied->parts[i], i ? &supplied->parts[i - 1] : NULL);

		if (!word)
			return false;
		key->words[i + 1] = word;
		hash = ledger_mix(hash, word);
	}
	key->count = 1 + (uint32_t)supplied->count;
	key->hash = hash;
	return true;
}

static const struct precedent *
look_up(const struct key *key)
{
	const struct ledger_entry *entry = ledger_first(key->ledger, key->hash);

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
	struct ledger *ledger = key->ledger;
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
publish(const struct key *key, struct precedent *made, bool shared)
{
	if (shared)
		ledger_add(key->ledger, &made->entry);
	return made;
}

/* -- rows --------------------------------------------------------------------------------- */

/* A row of the concept while it is judged for the first time. */
struct draft {
	struct space_finding space; /* or of a row: then without `whole` */
	uint64_t meets;
};

static int
draft_row(struct query *query, const struct ground *ground, struct draft *out)
{
	struct cyt_row_finding *finding = &out->space.single.finding;
	struct judgement j;
	int err;

	finding->supplied = ground->supplied;
	finding->lists = &no_lists;
	err = row_judge(ground, &query->work, &j);
	if (err < 0)
		return err;
	finding->is_void = j.row->base != NONE && set_is_empty(j.demanded, j.words);
	if (finding->is_void)
		return 0;
	finding->verdict = (uint8_t)j.verdict;
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
	const struct cyt_row_finding *finding = &draft->space.single.finding;
	struct precedent_line *lines =
		block_take(block, finding->lists->supplied_by.count, sizeof(*lines));

	out->verdict = finding->verdict;
	out->is_void = finding->is_void;
	out->meets = draft->meets;
	if (finding->row)
		rest_on_demand(&out->demand, finding->row);
	for (size_t i = 0; i < finding->lists->supplied_by.count; i++) {
		const struct cyt_evidence *evidence = finding->lists->supplied_by.items[i];

		lines[i].part = (uint32_t)(evidence->part - finding->supplied->parts);
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
	struct ground ground = *like;
	int err = 0;

	for (uint32_t i = 0; !err && i < rows.count; i++) {
		ground.row = image_row(query->image, query->brief->rows[rows.first + i]);
		drafts[i].space.single.finding.row = ground.row;
		err = draft_row(query, &ground, &drafts[i]);
	}
	return err;
}

/* -- beyond ------------------------------------------------------------------------------- */

static size_t
size_of_window(const struct window *window)
{
	return block_rounded(window->space.layers * sizeof(uint32_t));
}

static size_t
size_of_beyond(const struct cyt_beyond *beyond)
{
	return block_rounded(beyond->silent_count * sizeof(struct cyt_facet *)) +
	       block_rounded(window_words(beyond->held.window) * sizeof(uint64_t));
}

static void
write_beyond(struct block *block, const struct cyt_beyond *beyond, const struct window *window,
	     struct cyt_beyond *out)
{
	*out = *beyond;
	out->held.result = NULL;
	out->held.window = window;
	out->held.set = block_copy(block, beyond->held.set, window_words(window),
				   sizeof(*out->held.set));
	out->silent = block_copy(block, beyond->silent, beyond->silent_count,
				 sizeof(struct cyt_facet *));
}

/* All that lies beyond in a concept is of one window. */
static const struct cyt_beyond *
write_all_beyond(struct block *block, const struct beyond_list *list, struct precedent *made)
{
	struct cyt_beyond *out = block_take(block, list->count, sizeof(*out));

	if (!list->count)
		return NULL;
	made->count = (uint32_t)list->count;
	made->window = *list->items[0]->held.window;
	made->window.layers = block_copy(block, made->window.layers, made->window.space.layers,
					 sizeof(*made->window.layers));
	for (size_t i = 0; i < list->count; i++)
		write_beyond(block, list->items[i], &made->window, &out[i]);
	return out;
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
		      block_rounded(found->beyond.count * sizeof(struct cyt_beyond));

	for (uint32_t i = 0; i < found->row_count; i++)
		size += size_of_row(&found->drafts[i].space.single.finding);
	if (found->beyond.count)
		size += size_of_window(found->beyond.items[0]->held.window);
	for (size_t i = 0; i < found->beyond.count; i++)
		size += size_of_beyond(found->beyond.items[i]);
	return size;
}

static int
write_down(struct query *query, const struct key *key, const struct finding_out *found,
	   const struct precedent **out)
{
	struct block block = { NULL, size_of(found) };
	struct precedent_row *rows;
	struct precedent *made;
	bool shared;

	made = block_new(query, &block, key, &shared);
	if (!made)
		return CYT_ERR_NOMEM;
	rows = block_take(&block, found->row_count, sizeof(*rows));
	for (uint32_t i = 0; i < found->row_count; i++)
		write_row(&block, &found->drafts[i], &rows[i]);
	made->rows = rows;
	made->beyond = write_all_beyond(&block, &found->beyond, made);
	made->unasked = found->unasked;
	*out = publish(key, made, shared);
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
		key.ledger = query->brief->precedents;
		if (!make_key(query, index, supplied, ABOUT_CONCEPT, &key))
			return 0;
		*known = look_up(&key);
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

/* -- all cases of a concept --------------------------------------------------------------- */

static int
find_space(struct query *query, const struct ground *like, const struct key *key,
	   const struct precedent **out)
{
	const struct cyt_concept *concept = image_concept(query->image, like->row->concept);
	struct arena mark = query->work, *keep = query->keep;
	struct draft draft = { .space.whole = *like->row };
	struct finding_out found = { .drafts = &draft, .row_count = 1 };
	struct ground ground = *like;
	int err;

	ground.supplied = supplied_united(query->subject, concept, like->supplied, &query->work);
	query->keep = &query->work;
	err = ground.supplied ? draft_row(query, &ground, &draft) : CYT_ERR_NOMEM;
	query->keep = keep;
	if (!err)
		err = write_down(query, key, &found, out);
	arena_rewind(&query->work, &mark);
	return err;
}

static int
precedent_of_space(struct query *query, const struct ground *ground,
		   const struct precedent_row **out)
{
	struct key key = { .ledger = query->index->spaces };
	const struct precedent *known;
	int err = 0;

	if (query->verdicts_only || query->unfiltered || query->within ||
	    !make_key(query, ground->row->concept, ground->supplied, ABOUT_SPACE, &key))
		return 0;
	known = look_up(&key);
	if (!known)
		err = find_space(query, ground, &key, &known);
	if (!err)
		*out = known->rows;
	return err;
}

int
precedent_of_row(struct query *query, const struct ground *ground,
		 const struct precedent_row **out)
{
	const struct precedent *known;
	int err;

	*out = NULL;
	if (ground->row->instrument == NONE)
		return precedent_of_space(query, ground, out);
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
	err = united ? conflict_region(query, forbid, united, &beyond.held) : CYT_ERR_NOMEM;
	query->keep = keep;
	found.beyond.count = beyond.held.set != NULL;
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
	key.ledger = query->brief->precedents;
	*out = look_up(&key);
	return *out ? 0 : find_conflict(query, forbid, supplied, &key, out);
}

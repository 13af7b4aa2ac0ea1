/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verdicts of one law after the other, and nothing else. */
#include "query/tally.h"

#include <string.h>

#include "base/date.h"
#include "model/bits.h"
#include "query/verdict.h"

#define VOID 31u /* no row: nothing is demanded */

/* What verdicts follow from. */
struct verdict_key {
	uint32_t concept, firm, all, assessed;
};

/* The verdicts of a concept's rows, as the brief has them. */
struct known_verdicts {
	struct ledger_entry entry;
	struct verdict_key key;
	uint8_t verdicts[];
};

/* -- rows --------------------------------------------------------------------------------- */

static int
judge(struct query *query, const struct ground *ground, uint8_t *out)
{
	struct arena mark = query->work;
	struct judgement j;
	int err = row_judge(ground, &query->work, &j);

	if (!err)
		*out = j.row->base != NONE && set_is_empty(j.demanded, j.words)
			       ? VOID
			       : (uint8_t)j.verdict;
	arena_rewind(&query->work, &mark);
	return err;
}

/* What a row is judged by where only unions matter. */
struct bare {
	struct subject subject;
	struct supplied supplied;
	struct ground ground;
};

static void
bare_init(struct bare *bare, const struct query *query, const uint64_t *assessed)
{
	memset(bare, 0, sizeof(*bare));
	bare->subject.image = query->image;
	bare->subject.index = query->index;
	bare->subject.assessed = (uint64_t *)(uintptr_t)assessed;
	bare->ground.subject = &bare->subject;
	bare->ground.supplied = &bare->supplied;
	bare->ground.brief = query->brief;
}

static layered
layers_of(struct query *query, const struct cyt_concept *concept, uint32_t region)
{
	const uint64_t **layers = arena_alloc(&query->work, concept->layers, sizeof(*layers));

	for (uint32_t i = 0; layers && i < concept->layers; i++)
		layers[i] = region_layer(query->image, region, i);
	return layers;
}

static int
judge_concept(struct tally *tally, const struct img_union *made, const uint64_t *assessed,
	      uint8_t *out)
{
	struct query *query = tally->query;
	const struct cyt_concept *concept = image_concept(query->image, made->concept);
	const struct img_list rows = query->brief->concepts[made->concept].rows;
	struct arena mark = query->work;
	struct bare bare;
	int err;

	bare_init(&bare, query, assessed);
	bare.supplied.firm = layers_of(query, concept, made->region);
	bare.supplied.all = layers_of(query, concept, union_region_all(query->image, made));
	err = bare.supplied.firm && bare.supplied.all ? 0 : CYT_ERR_NOMEM;
	for (uint32_t i = 0; !err && i < rows.count; i++) {
		bare.ground.row = image_row(query->image, query->brief->rows[rows.first + i]);
		err = judge(query, &bare.ground, &out[i]);
	}
	arena_rewind(&query->work, &mark);
	return err;
}

static bool
same_key(const struct verdict_key *one, const struct verdict_key *other)
{
	return one->concept == other->concept && one->firm == other->firm &&
	       one->all == other->all && one->assessed == other->assessed;
}

static uint64_t
hash_of(const struct verdict_key *key)
{
	return ledger_mix(ledger_mix((uint64_t)key->concept << 1 | key->assessed, key->firm),
			  key->all);
}

/* Of entries that may have the hash, the one with the key. */
static const struct known_verdicts *
pick(const struct ledger_entry *entry, uint64_t hash, const struct verdict_key *key)
{
	for (; entry; entry = entry->next) {
		const struct known_verdicts *known = (const struct known_verdicts *)entry;

		if (entry->hash == hash && same_key(&known->key, key))
			return known;
	}
	return NULL;
}

/* Keeps those in tally->room: in the ledger, else with the question. */
static int
keep_verdicts(struct tally *tally, const struct verdict_key *key, size_t count,
	      const struct known_verdicts **out)
{
	struct ledger *ledger = tally->query->brief->verdicts;
	size_t size = sizeof(struct known_verdicts) + count;
	bool shared = ledger_has_room(ledger, size);
	struct known_verdicts *made = shared ? alloc_zero(ledger->hooks, 1, size)
					     : arena_alloc(&tally->query->scratch, 1, size);

	if (!made)
		return CYT_ERR_NOMEM;
	made->entry.hash = hash_of(key);
	made->key = *key;
	memcpy(made->verdicts, tally->room, count);
	if (shared)
		ledger_add(ledger, &made->entry);
	*out = made;
	return 0;
}

/* The verdicts on a concept while they are looked up. */
struct due {
	const struct img_union *made;
	struct verdict_key key;
	uint64_t hash;
	const struct ledger_entry *first;
};

/* The verdicts of the concept's rows, found before or now. NULL without memory. */
static const uint8_t *
verdicts_on(struct tally *tally, const struct due *due, const uint64_t *assessed)
{
	const struct known_verdicts *known = pick(due->first, due->hash, &due->key);
	size_t count = tally->query->brief->concepts[due->key.concept].rows.count;

	if (!known && (judge_concept(tally, due->made, assessed, tally->room) < 0 ||
		       keep_verdicts(tally, &due->key, count, &known) < 0))
		return NULL;
	return known->verdicts;
}

/* -- articles ----------------------------------------------------------------------------- */

static uint8_t
article_verdict(struct tally *tally, uint32_t article, const uint8_t *rows, int *err)
{
	struct query *query = tally->query;
	const struct cyt_article *of =
		image_article(query->image, query->instrument->articles.first + article);
	uint32_t first = of->rows.first - query->instrument->rows.first;
	uint32_t set = 0, inherited = 0;
	enum cyt_verdict verdict;

	if (tally->mixed[article]) {
		*err = provision_verdict(query, of, rows, VOID, &verdict);
		return (uint8_t)verdict;
	}
	for (uint32_t i = first; i < first + of->rows.count; i++)
		set |= tally->terms[i].binds << rows[i];
	if (set & ~(1u << VOID))
		return (uint8_t)verdict_of_set(set & ~(1u << VOID));
	for (uint32_t i = first; set && i < first + of->rows.count; i++)
		inherited |= tally->terms[i].binds << rows[tally->terms[i].base];
	return (uint8_t)verdict_of_set(inherited);
}

/* -- setting up --------------------------------------------------------------------------- */

/* The verdicts of all rows, if of every concept it is known that nobody supplies anything, or not. */
static int
judge_silence(struct tally *tally, uint32_t read, uint8_t *out)
{
	struct query *query = tally->query;
	size_t words = query->image->concept_words;
	uint64_t *set = arena_alloc(&query->scratch, words, sizeof(*set));
	struct bare bare;
	int err = 0;

	if (!set)
		return CYT_ERR_NOMEM;
	memset(set, read ? 0xff : 0, words * sizeof(*set));
	bare_init(&bare, query, set);
	for (uint32_t i = 0; !err && i < tally->row_count; i++) {
		bare.ground.row = image_row(query->image, query->instrument->rows.first + i);
		err = judge(query, &bare.ground, &out[i]);
	}
	return err;
}

/* They stand with those of what is said, under no concept. */
static int
find_silence(struct tally *tally)
{
	for (uint32_t read = 0; read < 2; read++) {
		struct verdict_key key = { NONE, 0, 0, read };
		uint64_t hash = hash_of(&key);
		const struct known_verdicts *known = pick(
			ledger_first(tally->query->brief->verdicts, hash), hash, &key);

		if (!known) {
			int err = judge_silence(tally, read, tally->room);

			if (!err)
				err = keep_verdicts(tally, &key, tally->row_count, &known);
			if (err < 0)
				return err;
		}
		tally->silent[read] = known->verdicts;
	}
	return 0;
}

static bool
has_reservations(const struct image *image)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_ACTION); i++)
		if (strcmp(image_string(image, image_action(image, i)->kind), "reservation") == 0)
			return true;
	return false;
}

/* Which articles have any-of, and which are judged anew where somebody speaks of a concept. */
static void
find_articles(struct tally *tally)
{
	const struct query *query = tally->query;

	row_terms_write(query, tally->terms);
	for (uint32_t i = 0; i < tally->row_count; i++) {
		uint32_t concept =
			image_row(query->image, query->instrument->rows.first + i)->concept;

		bits_set(tally->on + concept * tally->article_words, tally->terms[i].article);
		tally->mixed[tally->terms[i].article] |= tally->terms[i].inner;
	}
}

static bool
open_memory(struct tally *tally)
{
	const struct query *query = tally->query;
	struct arena *arena = query->keep;
	size_t concepts = image_count(query->image, SECTION_CONCEPT);

	tally->article_words = tally->article_count / 64 + 1;
	tally->rows = arena_alloc(arena, tally->row_count + 1, 1);
	tally->work = arena_alloc(arena, tally->row_count + 1, 1);
	tally->room = arena_alloc(arena, tally->row_count + 1, 1);
	tally->articles = arena_alloc(arena, tally->article_count + 1, 1);
	tally->touched = arena_alloc(arena, tally->article_words, sizeof(uint64_t));
	tally->due = arena_alloc(arena, concepts, sizeof(*tally->due));
	tally->on = arena_alloc(arena, concepts * tally->article_words, sizeof(uint64_t));
	tally->terms = arena_alloc(arena, tally->row_count, sizeof(*tally->terms));
	tally->mixed = arena_alloc(arena, tally->article_count + 1, sizeof(*tally->mixed));
	return tally->rows && tally->work && tally->room && tally->articles && tally->touched &&
	       tally->due && tally->on && tally->terms && tally->mixed;
}

int
tally_begin(struct tally *tally, struct query *query)
{
	memset(tally, 0, sizeof(*tally));
	tally->query = query;
	tally->row_count = query->instrument->rows.count;
	tally->article_count = query->instrument->articles.count;
	if (!open_memory(tally))
		return CYT_ERR_NOMEM;
	find_articles(tally);
	tally->reservations = has_reservations(query->image);
	tally->demanded = image_words(query->image, query->instrument->concepts);
	return find_silence(tally);
}

/* -- laws --------------------------------------------------------------------------------- */

bool
tally_applies(const struct tally *tally, const struct cyt_law *law)
{
	const struct query *query = tally->query;
	uint32_t as_at = (uint32_t)date_first_day(query->terms->as_at);
	const struct cyt_state *state;

	if (law->status != STATUS_IN_FORCE || law->dynamic ||
	    law->from > as_at || (law->until && as_at >= law->until) ||
	    index_replacing(query->index, law).count)
		return false;
	state = tally->reservations
			? image_find_state(query->image, image_string(query->image, law->country))
			: NULL;
	return !state || state->actions.count == 0;
}

/* The verdicts of whoever supplies nothing, which are those of the law before if as much was read. */
static int
begin_with_silence(struct tally *tally, const uint64_t *assessed)
{
	const struct query *query = tally->query;
	int err = 0;

	if (tally->assessed && (tally->assessed == assessed ||
				set_equal(tally->assessed, assessed, query->image->concept_words)))
		return 0;
	for (uint32_t i = 0; i < tally->row_count; i++) {
		uint32_t concept =
			image_row(query->image, query->instrument->rows.first + i)->concept;

		tally->rows[i] = tally->silent[concept_set_has(assessed, concept)][i];
	}
	for (uint32_t i = 0; !err && i < tally->article_count; i++)
		tally->articles[i] = article_verdict(tally, i, tally->rows, &err);
	tally->assessed = assessed;
	return err;
}

/* What the law says on the date of concepts that are demanded; how many. */
static size_t
find_due(struct tally *tally, const struct cyt_law *law, const uint64_t *assessed)
{
	const struct query *query = tally->query;
	uint32_t as_at = (uint32_t)date_first_day(query->terms->as_at);
	size_t count = 0;

	for (uint32_t i = 0; i < law->unions.count; i++) {
		const struct img_union *made = image_union(query->image, law->unions.first + i);
		struct due *due = &tally->due[count];

		if (!concept_set_has(tally->demanded, made->concept) || made->from > as_at ||
		    (made->until != 0 && as_at >= made->until))
			continue;
		due->made = made;
		due->key = (struct verdict_key){ made->concept, made->region,
						 union_region_all(query->image, made),
						 concept_set_has(assessed, made->concept) };
		due->hash = hash_of(&due->key);
		ledger_prefetch(query->brief->verdicts, due->hash);
		count++;
	}
	return count;
}

static int
add_concept(struct tally *tally, const struct due *due, const uint64_t *assessed)
{
	const struct query *query = tally->query;
	const struct img_list rows = query->brief->concepts[due->key.concept].rows;
	const uint32_t *on = query->brief->rows + rows.first;
	const uint8_t *verdicts = verdicts_on(tally, due, assessed);
	uint8_t changed = 0;

	if (!verdicts)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < rows.count; i++) {
		uint8_t *verdict = &tally->work[on[i] - query->instrument->rows.first];

		changed |= *verdict ^ verdicts[i];
		*verdict = verdicts[i];
	}
	if (changed)
		set_or(tally->touched, tally->on + due->key.concept * tally->article_words,
		       tally->article_words);
	return 0;
}

/* Memory is far: all heads of lists are asked for first, then all first entries. */
static int
add_concepts(struct tally *tally, const struct cyt_law *law, const uint64_t *assessed)
{
	size_t count = find_due(tally, law, assessed);
	int err = 0;

	for (size_t i = 0; i < count; i++) {
		struct due *due = &tally->due[i];

		due->first = ledger_first(tally->query->brief->verdicts, due->hash);
		__builtin_prefetch(due->first);
	}
	for (size_t i = 0; !err && i < count; i++)
		err = add_concept(tally, &tally->due[i], assessed);
	return err;
}

int
tally_law(struct tally *tally, const struct cyt_law *law, uint8_t *verdicts)
{
	const uint64_t *assessed = image_words(tally->query->image, law->assessed);
	int err = begin_with_silence(tally, assessed);

	memcpy(tally->work, tally->rows, tally->row_count);
	memcpy(verdicts, tally->articles, tally->article_count);
	if (!err)
		err = add_concepts(tally, law, assessed);
	for (uint32_t word = 0; word < tally->article_words; word++) {
		for (; tally->touched[word]; tally->touched[word] &= tally->touched[word] - 1) {
			uint32_t i = word * 64 + (uint32_t)__builtin_ctzll(tally->touched[word]);

			verdicts[i] = article_verdict(tally, i, tally->work, &err);
		}
	}
	return err;
}

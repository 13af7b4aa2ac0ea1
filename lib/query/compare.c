/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two instruments article by article: what each demands, and what of it may be left out. */
#include "query/compare.h"

#include <string.h>

/* What two articles have in common on each floor and what one of them has alone; a bit per floor. */
struct pair {
	uint8_t common, first, second;
};

struct comparer {
	struct query *query;
	struct side sides[2];
	struct pair *pairs; /* articles of the first by articles of the second */
};

static struct pair *
pair_at(const struct comparer *c, uint32_t first, uint32_t second)
{
	return &c->pairs[(size_t)first * c->sides[1].instrument->articles.count + second];
}

/* -- what is demanded of a concept -------------------------------------------------------- */

static bool
add_floors(struct demanded *out, const struct cyt_concept *concept, struct arena *arena)
{
	for (int f = 0; f < FLOORS && !out->floors[f]; f++) {
		out->floors[f] = set_new(arena, concept);
		if (!out->floors[f])
			return false;
	}
	return true;
}

bool
demanded_add_row(const struct image *image, const struct cyt_demand *row, struct demanded *out,
		 struct arena *arena)
{
	const struct cyt_concept *concept = image_concept(image, row->concept);
	size_t words = space_words(concept);
	uint64_t *set = set_new(arena, concept);

	if (!set || !add_floors(out, concept, arena))
		return false;
	region_load(image, concept, row->region, set);
	set_or(out->floors[0], set, words);
	for (int f = 1; f < FLOORS; f++) {
		for (uint32_t w = 0; w < row->ways.count; w++) {
			const struct cyt_way *way = image_way(image, row->ways.first + w);

			if (way->reservable == (f == CYT_FLOOR_BY_RESERVATION - 1))
				region_subtract(image, concept, way->region, set);
		}
		set_or(out->floors[f], set, words);
	}
	out->extended |= row->base != NONE;
	return true;
}

static bool
row_counts(const struct query *query, const struct cyt_instrument *instrument,
	   const struct cyt_demand *row)
{
	uint32_t basis = (uint32_t)query->terms->basis;

	if (basis && row->basis > basis)
		return false;
	return row->modality == MODALITY_SHALL || binds_in_every_modality(instrument);
}

static bool
read_side(const struct query *query, struct side *side, uint32_t concept, struct arena *arena)
{
	const struct cyt_instrument *instrument = side->instrument;

	side->articles = arena_alloc(arena, instrument->articles.count, sizeof(*side->articles));
	memset(&side->whole, 0, sizeof(side->whole));
	if (!side->articles)
		return false;
	for (uint32_t i = 0; i < instrument->rows.count; i++) {
		const struct cyt_demand *row =
			image_row(query->image, instrument->rows.first + i);
		uint32_t article = row->article - instrument->articles.first;

		if (row->concept != concept || !row_counts(query, instrument, row) ||
		    region_is_empty(query->image, image_concept(query->image, concept),
				    row->region))
			continue;
		if (!demanded_add_row(query->image, row, &side->articles[article], arena) ||
		    !demanded_add_row(query->image, row, &side->whole, arena))
			return false;
	}
	return true;
}

/* -- pairs -------------------------------------------------------------------------------- */

static void
add_to_pair(struct pair *pair, const struct demanded *first, const struct demanded *second,
	    size_t words)
{
	for (int f = 0; f < FLOORS; f++) {
		const uint64_t *one = first->floors[f], *other = second->floors[f];
		uint8_t bit = (uint8_t)(1 << f);

		if (one && other && set_meets(one, other, words))
			pair->common |= bit;
		if (one && !(other ? set_within(one, other, words) : set_is_empty(one, words)))
			pair->first |= bit;
		if (other && !(one ? set_within(other, one, words) : set_is_empty(other, words)))
			pair->second |= bit;
	}
}

static void
add_to_pairs(struct comparer *c, size_t words)
{
	for (uint32_t a = 0; a < c->sides[0].instrument->articles.count; a++)
		for (uint32_t b = 0; b < c->sides[1].instrument->articles.count; b++)
			add_to_pair(pair_at(c, a, b), &c->sides[0].articles[a],
				    &c->sides[1].articles[b], words);
}

static enum cyt_relation
relation_on(const struct pair *pair, int floor, bool swapped)
{
	uint8_t here = swapped ? pair->second : pair->first;
	uint8_t there = swapped ? pair->first : pair->second;
	uint8_t bit = (uint8_t)(1 << floor);

	if (!(here & bit) && !(there & bit))
		return CYT_RELATION_EQUAL;
	if (!(pair->common & bit))
		return CYT_RELATION_ABSENT;
	if (!(here & bit))
		return CYT_RELATION_NARROWER;
	return there & bit ? CYT_RELATION_OVERLAPPING : CYT_RELATION_WIDER;
}

static int
add_matches(struct comparer *c, int s, uint32_t article, struct cyt_comparison *entry)
{
	const struct cyt_instrument *other = c->sides[!s].instrument;

	for (uint32_t i = 0; i < other->articles.count; i++) {
		const struct pair *pair = s ? pair_at(c, i, article) : pair_at(c, article, i);
		struct cyt_match *match;

		if (!(pair->common & 1))
			continue;
		match = arena_alloc(c->query->keep, 1, sizeof(*match));
		if (!match)
			return CYT_ERR_NOMEM;
		match->result = c->query->result;
		match->article = image_article(c->query->image, other->articles.first + i);
		for (int f = 0; f < FLOORS; f++)
			match->relations[f] = relation_on(pair, f, s);
		if (!list_push(c->query->keep, &entry->matches, match))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

/* -- the whole ---------------------------------------------------------------------------- */

static int
look_at_articles(struct comparer *c, int s, const struct cyt_concept *concept, struct arena *arena)
{
	struct side *side = &c->sides[s];

	for (uint32_t i = 0; i < side->instrument->articles.count; i++) {
		int err;

		if (!side->articles[i].floors[0])
			continue;
		if (!side->entries[i])
			side->entries[i] = arena_alloc(c->query->keep, 1, sizeof(**side->entries));
		if (!side->entries[i])
			return CYT_ERR_NOMEM;
		err = differences_find(c->query, side, &c->sides[!s], i, concept,
				       arena);
		if (err < 0)
			return err;
	}
	return 0;
}

static int
look_at_concept(struct comparer *c, uint32_t index, struct arena *arena)
{
	const struct cyt_concept *concept = image_concept(c->query->image, index);
	int err;

	for (int s = 0; s < 2; s++)
		if (!read_side(c->query, &c->sides[s], index, arena))
			return CYT_ERR_NOMEM;
	add_to_pairs(c, space_words(concept));
	err = look_at_articles(c, 0, concept, arena);
	return err ? err : look_at_articles(c, 1, concept, arena);
}

static int
write_side(struct comparer *c, int s, struct comparison_list *out)
{
	const struct cyt_instrument *instrument = c->sides[s].instrument;

	for (uint32_t i = 0; i < instrument->articles.count; i++) {
		struct cyt_comparison *entry = c->sides[s].entries[i];
		int err;

		if (!entry)
			continue;
		entry->article = image_article(c->query->image, instrument->articles.first + i);
		err = add_matches(c, s, i, entry);
		if (err < 0)
			return err;
		if (!list_push(c->query->keep, out, entry))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

static bool
prepare(struct comparer *c)
{
	size_t pairs = 1;

	for (int s = 0; s < 2; s++) {
		struct side *side = &c->sides[s];
		uint32_t count = side->instrument->articles.count;

		pairs *= count;
		side->entries = arena_alloc(&c->query->scratch, count, sizeof(*side->entries));
		if (!side->entries)
			return false;
	}
	c->pairs = arena_alloc(&c->query->scratch, pairs, sizeof(*c->pairs));
	return c->pairs != NULL;
}

/* What a passage has on the other side of an article; NULL if it is about another one. */
static const struct cyt_article *
beside(const struct cyt_passage *passage, const struct cyt_article *article)
{
	if (passage->earlier == article)
		return passage->later;
	return passage->later == article ? passage->earlier : NULL;
}

/* An article that nobody has read asks for nothing that could be met, and is a counterpart all the same. */
static void
find_unread(struct comparing *comparing, int s)
{
	for (size_t i = 0; i < comparing->sides[s].count; i++) {
		struct cyt_comparison *entry = comparing->sides[s].items[i];

		for (size_t k = 0; !entry->matches.count && k < comparing->passages.count; k++) {
			const struct cyt_article *other =
				beside(comparing->passages.items[k], entry->article);

			if (other && cyt_article_silence(other) == CYT_SILENCE_NOT_CODED)
				entry->unread = other;
		}
	}
}

struct names {
	const char *instrument, *other;
};

static int
compare(struct query *query, const void *arguments)
{
	const struct names *names = arguments;
	struct comparer c = { .query = query };
	struct comparing *comparing = arena_alloc(query->keep, 1, sizeof(*comparing));
	int err;

	c.sides[0].instrument = image_find_instrument(query->image, names->instrument);
	if (!c.sides[0].instrument)
		return CYT_ERR_NOTFOUND;
	err = query_choose_instrument(query, names->other);
	if (!err)
		err = query_open_subject(query, names->instrument);
	if (!err)
		err = query_write_subject(query, names->instrument);
	c.sides[1].instrument = query->instrument;
	if (err < 0)
		return err;
	if (!comparing || !prepare(&c))
		return CYT_ERR_NOMEM;
	query->result->comparing = comparing;
	for (uint32_t i = 0; !err && i < image_count(query->image, SECTION_CONCEPT); i++) {
		struct arena arena;

		if (!image_concept(query->image, i)->is_leaf)
			continue;
		arena_init(&arena, query->keep->hooks);
		err = look_at_concept(&c, i, &arena);
		arena_release(&arena);
	}
	for (int s = 0; !err && s < 2; s++)
		err = write_side(&c, s, &comparing->sides[s]);
	if (!err)
		err = concordance_find(query, c.sides[0].instrument, c.sides[1].instrument);
	for (int s = 0; !err && s < 2; s++)
		find_unread(comparing, s);
	return err;
}

int
cyt_query_compare(struct cyt_corpus *corpus, const char *instrument, const char *other,
		  const struct cyt_terms *terms, struct cyt_result **out)
{
	struct names names = { instrument, other };

	return query_ask(CYT_QUESTION_COMPARE, corpus, terms, compare, &names, out);
}

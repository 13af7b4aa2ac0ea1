/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Ways out of demands (options, reservables), forbidden cases, and the regions of all rows. */
#include "build/instrument.h"

#include <string.h>

#define ARTICLE(b, i) STAGE_ROW(b, ARTICLE, struct cyt_article, i)
#define WAY(b, i) STAGE_ROW(b, WAY, struct cyt_way, i)

static bool
is_way(const struct builder *b, uint32_t node)
{
	return NODE(b, node)->element == ELEMENT_OPTION ||
	       NODE(b, node)->element == ELEMENT_RESERVABLE;
}

static uint64_t *
only_concepts(struct builder *b, uint32_t node)
{
	const char *list = stage_attribute(b, node, ATTRIBUTE_CONCEPTS);

	return list ? vocabulary_concept_set(b, node, list, ATTRIBUTE_CONCEPTS) : NULL;
}

static bool
in_set(const uint64_t *set, uint32_t i)
{
	return !set || set[i / 64] >> i % 64 & 1;
}

/* An option or reservable, its names looked up: all rows of an instrument are held against all of them. */
struct way {
	uint32_t node;
	const uint64_t *only; /* concepts; NULL: all */
	uint32_t *demands, demand_count;
};

static bool
names_demand(const struct way *way, uint32_t demand)
{
	uint32_t i;

	for (i = 0; i < way->demand_count; i++)
		if (way->demands[i] == demand)
			return true;
	return false;
}

static void
look_up_way(struct builder *b, uint32_t node, struct way *way)
{
	const char *at = stage_attribute(b, node, ATTRIBUTE_OF), *word;
	uint32_t document = stage_document(b, node);
	size_t length;

	*way = (struct way){ .node = node, .only = only_concepts(b, node) };
	way->demands = arena_alloc(&b->arena, at ? strlen(at) / 2 + 1 : 0, sizeof(*way->demands));
	if (!way->demands) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	while (at && stage_next_word(&at, &word, &length))
		way->demands[way->demand_count++] = ids_find(b, document, word, length);
}

/* -- checks ---------------------------------------------------------------------------------- */

static void
stage_way_of(struct builder *b, uint32_t way, uint32_t demand, const uint64_t *only, uint64_t *met)
{
	uint32_t i, row, concept;

	for (i = 0; i < b->row_count_of_node[demand] && !b->error; i++) {
		row = b->row_of_node[demand] + i;
		concept = ROW(b, row)->concept;
		if (!in_set(only, concept))
			continue;
		met[concept / 64] |= UINT64_C(1) << concept % 64;
		if (cases_fit(b, way, concept, ROW(b, row)->base == NONE))
			cut_note(b, way, concept);
	}
}

/* Every name limits to something that is demanded; of a broader one some leaf is enough. */
static void
check_only(struct builder *b, uint32_t way, const uint64_t *met)
{
	const char *at = stage_attribute(b, way, ATTRIBUTE_CONCEPTS), *word;
	uint32_t i, named, count = (uint32_t)stage_count(b, SECTION_CONCEPT);
	size_t length;

	while (at && stage_next_word(&at, &word, &length)) {
		named = vocabulary_concept(b, word, length);
		for (i = 0; i < count; i++)
			if (in_set(met, i) && vocabulary_concept_within(b, i, named))
				break;
		if (i == count)
			stage_error(b, DIAG_CONCEPT_NOT_DEMANDED, way,
				    "`concepts` names `%.*s`, which none of the demands it is `of` asks "
				    "for",
				    (int)length, word);
	}
}

static void
stage_way(struct builder *b, uint32_t way)
{
	const char *at = stage_attribute(b, way, ATTRIBUTE_OF), *word;
	uint64_t *only = only_concepts(b, way), *met;
	size_t length, errors = b->errors;
	bool extended = false;
	uint32_t demand;

	met = arena_alloc(&b->arena, vocabulary_set_words(b), sizeof(*met));
	if (!met) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	cases_of(b, way);
	while (at && stage_next_word(&at, &word, &length)) {
		demand = ids_find(b, stage_document(b, way), word, length);
		extended |= demand != NONE && demand_is_extended(b, demand);
		if (demand != NONE && NODE(b, demand)->element == ELEMENT_DEMAND)
			stage_way_of(b, way, demand, only, met);
		else if (!b->incomplete)
			stage_error(b, DIAG_UNKNOWN_DEMAND, way,
				    "`of` names `%.*s`, which is no demand of this instrument",
				    (int)length, word);
	}
	/* Which concepts an extended demand has depends on its bases and their facets. */
	if (b->errors == errors && !extended && !b->incomplete)
		check_only(b, way, met);
}

static void
stage_forbid(struct builder *b, uint32_t node)
{
	const uint32_t *concepts;
	uint32_t count, i;

	concepts = vocabulary_concept_list(b, node, ATTRIBUTE_CONCEPTS, &count);
	cases_of(b, node);
	for (i = 0; concepts && i < count && !b->error; i++)
		if (cases_fit(b, node, concepts[i], true))
			cut_note(b, node, concepts[i]);
}

void
ways_stage(struct builder *b, uint32_t instrument)
{
	uint32_t node = INSTRUMENT(b, instrument)->node, end = stage_end(b, node);

	for (; node < end && !b->error; node++) {
		if (is_way(b, node))
			stage_way(b, node);
		else if (NODE(b, node)->element == ELEMENT_FORBID)
			stage_forbid(b, node);
	}
}

/* -- regions ---------------------------------------------------------------------------------- */

static void
add_way(struct builder *b, uint32_t node, uint32_t row, uint32_t region, uint32_t order)
{
	struct cyt_way *way = stage_add(b, SECTION_WAY);
	uint32_t id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	uint32_t choice = stage_attribute_string(b, node, ATTRIBUTE_CHOICE);

	way->node = node;
	way->id = id == NONE ? 0 : id;
	way->row = row;
	way->reservable = NODE(b, node)->element == ELEMENT_RESERVABLE;
	way->region = region;
	way->choice = choice == NONE ? 0 : choice;
	way->concern = stage_word(b, node, ATTRIBUTE_CONCERN, WORDS_CONCERN, CONCERN_NONE);
	way->order = order;
	source_of(b, node, &way->basis, &way->consulted);
}

/* The ways of one kind that are tied to a row, in document order: its own, and those of its base
 * with the facets replaced. */
static void
cut_ways_of(struct builder *b, uint32_t row, enum element element, const struct way *ways,
	    uint32_t count)
{
	uint32_t concept = ROW(b, row)->concept, base = ROW(b, row)->base, i, region, image;
	bool own, of_base;

	for (i = 0; i < count && !b->error; i++) {
		if (NODE(b, ways[i].node)->element != (uint32_t)element ||
		    !in_set(ways[i].only, concept))
			continue;
		own = names_demand(&ways[i], ROW(b, row)->node);
		of_base = base != NONE && names_demand(&ways[i], ROW(b, base)->node);
		if ((!own && !of_base) || !cases_fit(b, ways[i].node, concept, false))
			continue;
		region = cut_region(b, ways[i].node, concept, SILENCE_EVERY);
		if (of_base) {
			/* Only what it leaves out of the base can be left out of its image. */
			image = cut_intersection(b, concept, region, ROW(b, base)->region);
			image = cut_replace(b, concept, image, ROW(b, row)->replace);
			region = own ? cut_union(b, concept, region, image) : image;
		}
		add_way(b, ways[i].node, row, region, i);
	}
}

/* Masks of the axes on which one of several values is enough. */
static void
set_some(struct builder *b, uint32_t row)
{
	struct img_list own, base = { 0, 0 }, *out;
	struct img_replace copy, *add;
	uint32_t i, j;

	cases_replace(b, ROW(b, row)->node, ROW(b, row)->concept, true, &own);
	if (ROW(b, row)->base != NONE)
		base = ROW(b, ROW(b, row)->base)->some;
	/* What the base has is kept on the facets that are not replaced. */
	for (i = base.first; i < base.first + base.count && !b->error; i++) {
		copy = *STAGE_ROW(b, REPLACE, struct img_replace, i);
		for (j = 0; j < ROW(b, row)->replace.count; j++)
			if (STAGE_ROW(b, REPLACE, struct img_replace, ROW(b, row)->replace.first + j)
				    ->axis == copy.axis)
				break;
		if (j < ROW(b, row)->replace.count)
			continue;
		add = stage_add(b, SECTION_REPLACE);
		*add = copy;
		own.count++;
	}
	out = &ROW(b, row)->some;
	*out = own;
}

static void
cut_row(struct builder *b, uint32_t row)
{
	uint32_t concept = ROW(b, row)->concept, base = ROW(b, row)->base, region;
	struct img_list replace = { 0, 0 };

	if (base == NONE) {
		region = cut_region(b, ROW(b, row)->node, concept, SILENCE_UNSTATED);
	} else {
		cases_replace(b, ROW(b, row)->node, concept, false, &replace);
		region = cut_replace(b, concept, ROW(b, base)->region, replace);
		source_weaken(&ROW(b, row)->basis, &ROW(b, row)->consulted, ROW(b, base)->basis,
			      ROW(b, base)->consulted);
	}
	ROW(b, row)->replace = replace;
	ROW(b, row)->region = region;
	set_some(b, row);
}

static void
cut_instrument_ways(struct builder *b, uint32_t instrument)
{
	uint32_t node = INSTRUMENT(b, instrument)->node, end = stage_end(b, node);
	struct img_list rows = INSTRUMENT(b, instrument)->rows;
	uint32_t at, count = 0, row;
	struct way *ways;

	for (at = node; at < end; at++)
		count += is_way(b, at);
	ways = arena_alloc(&b->arena, count, sizeof(*ways));
	if (!ways) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	for (at = node, count = 0; at < end && !b->error; at++)
		if (is_way(b, at))
			look_up_way(b, at, &ways[count++]);
	for (row = rows.first; row < rows.first + rows.count && !b->error; row++) {
		ROW(b, row)->ways.first = (uint32_t)stage_count(b, SECTION_WAY);
		cut_ways_of(b, row, ELEMENT_OPTION, ways, count);
		cut_ways_of(b, row, ELEMENT_RESERVABLE, ways, count);
		ROW(b, row)->ways.count =
			(uint32_t)stage_count(b, SECTION_WAY) - ROW(b, row)->ways.first;
	}
}

static void
cut_forbid(struct builder *b, uint32_t node, uint32_t article)
{
	uint32_t count, i, id = stage_attribute_string(b, node, ATTRIBUTE_ID), region;
	const uint32_t *concepts;
	struct img_forbid *forbid;

	concepts = vocabulary_concept_list(b, node, ATTRIBUTE_CONCEPTS, &count);
	for (i = 0; concepts && i < count && !b->error; i++) {
		region = cut_region(b, node, concepts[i], SILENCE_EVERY);
		forbid = stage_add(b, SECTION_FORBID);
		forbid->node = node;
		forbid->id = id == NONE ? 0 : id;
		forbid->article = article;
		forbid->concept = concepts[i];
		forbid->region = region;
		source_of(b, node, &forbid->basis, &forbid->consulted);
	}
}

static void
cut_forbids(struct builder *b, uint32_t article)
{
	uint32_t node = ARTICLE(b, article)->node, end = stage_end(b, node);

	ARTICLE(b, article)->forbids.first = (uint32_t)stage_count(b, SECTION_FORBID);
	for (; node < end && !b->error; node++)
		if (NODE(b, node)->element == ELEMENT_FORBID)
			cut_forbid(b, node, article);
	ARTICLE(b, article)->forbids.count =
		(uint32_t)stage_count(b, SECTION_FORBID) - ARTICLE(b, article)->forbids.first;
}

static void
set_concepts(struct builder *b, uint32_t instrument)
{
	struct img_list rows = INSTRUMENT(b, instrument)->rows;
	uint64_t *set = arena_alloc(&b->arena, vocabulary_set_words(b), sizeof(*set));
	uint32_t i, concept;

	if (!set) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	for (i = rows.first; i < rows.first + rows.count; i++) {
		concept = ROW(b, i)->concept;
		set[concept / 64] |= UINT64_C(1) << concept % 64;
	}
	INSTRUMENT(b, instrument)->concepts = pool_add(&b->words, set, vocabulary_set_words(b));
	if (INSTRUMENT(b, instrument)->concepts == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
}

void
instruments_cut(struct builder *b)
{
	uint32_t i;

	/* Ordinary rows first: extended ones are images of them, wherever they stand. */
	for (i = 0; i < stage_count(b, SECTION_ROW) && !b->error; i++)
		if (ROW(b, i)->base == NONE)
			cut_row(b, i);
	for (i = 0; i < stage_count(b, SECTION_ROW) && !b->error; i++)
		if (ROW(b, i)->base != NONE)
			cut_row(b, i);
	for (i = 0; i < stage_count(b, SECTION_INSTRUMENT) && !b->error; i++) {
		cut_instrument_ways(b, i);
		set_concepts(b, i);
	}
	for (i = 0; i < stage_count(b, SECTION_ARTICLE) && !b->error; i++)
		cut_forbids(b, i);
	paths_make(b);
}

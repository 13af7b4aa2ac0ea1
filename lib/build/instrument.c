/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Instruments: articles, the rows of their demands, and the any-of groups around them. */
#include "build/instrument.h"

#include <string.h>

#define ARTICLE(b, i) STAGE_ROW(b, ARTICLE, struct cyt_article, i)

bool
demand_is_extended(const struct builder *b, uint32_t node)
{
	return stage_attribute_string(b, node, ATTRIBUTE_EXTENDS) != NONE;
}

/* The rows of a demand on concepts, without regions. */
static void
stage_demand(struct builder *b, uint32_t node, uint32_t article)
{
	const uint32_t *concepts;
	uint32_t count, i;
	struct cyt_demand *row;
	bool fits;

	if (!demand_is_extended(b, node) &&
	    stage_attribute_string(b, node, ATTRIBUTE_CONCEPTS) == NONE) {
		stage_error(b, DIAG_DEMAND_FORM, node,
			    "expected `concepts`, or `extends` with cases to replace");
		return;
	}
	if (cases_of(b, node)->count > 1 && demand_is_extended(b, node))
		stage_error(b, DIAG_EXTENSION_FORM, node,
			    "an extension replaces facets by cases; boxes have no meaning here");
	if (demand_is_extended(b, node))
		return;
	concepts = vocabulary_concept_list(b, node, ATTRIBUTE_CONCEPTS, &count);
	b->row_of_node[node] = (uint32_t)stage_count(b, SECTION_ROW);
	for (i = 0; concepts && i < count && !b->error; i++) {
		fits = cases_fit(b, node, concepts[i], true);
		if (fits)
			cut_note(b, node, concepts[i]);
		row = stage_add(b, SECTION_ROW);
		demand_fill(b, row, node, article, concepts[i]);
		b->row_count_of_node[node]++;
	}
}

void
demand_fill(struct builder *b, struct cyt_demand *row, uint32_t node, uint32_t article,
	    uint32_t concept)
{
	row->node = node;
	row->id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	if (row->id == NONE)
		row->id = 0;
	row->article = article;
	row->instrument = ARTICLE(b, article)->instrument;
	row->of_type = INSTRUMENT(b, row->instrument)->type;
	row->concept = concept;
	row->modality = stage_word(b, node, ATTRIBUTE_MODALITY, WORDS_MODALITY, MODALITY_SHALL);
	row->subject_to = stage_word(b, node, ATTRIBUTE_SUBJECT_TO, WORDS_SUBJECT_TO, 0);
	row->base = NONE;
	source_of(b, node, &row->basis, &row->consulted);
}

static void
check_extends(struct builder *b, uint32_t node)
{
	const char *at = stage_attribute(b, node, ATTRIBUTE_EXTENDS), *word;
	size_t length;
	uint32_t target;

	while (stage_next_word(&at, &word, &length)) {
		target = ids_find(b, stage_document(b, node), word, length);
		if (target == NONE && !b->incomplete)
			stage_error(b, DIAG_UNKNOWN_ID, node,
				    "`extends` names `%.*s`, which is no article, paragraph or demand of "
				    "this instrument",
				    (int)length, word);
	}
}

static void
stage_article(struct builder *b, uint32_t node, uint32_t instrument)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_ARTICLE), id, at;
	uint32_t end = stage_end(b, node);
	struct cyt_article *article = stage_add(b, SECTION_ARTICLE);

	if (b->error)
		return;
	id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	article->node = node;
	article->id = id == NONE ? 0 : id;
	id = stage_attribute_string(b, node, ATTRIBUTE_NUM);
	article->num = id == NONE ? 0 : id;
	article->instrument = instrument;
	article->kind = stage_word(b, node, ATTRIBUTE_KIND, WORDS_KIND, 0);
	for (at = node; at < end && !b->error; at++) {
		if (NODE(b, at)->element != ELEMENT_DEMAND)
			continue;
		stage_demand(b, at, index);
		if (demand_is_extended(b, at))
			check_extends(b, at);
	}
}

/* -- extended demands ---------------------------------------------------------------------- */

/* Ordinary rows come first in staging; the image wants each article's rows together in document
 * order. Rows are therefore staged twice: here all again, extended ones in their places. */
struct rows {
	struct cyt_demand *old;
	uint32_t count;
};

static bool
base_seen(const uint32_t *bases, uint32_t count, uint32_t base)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		if (bases[i] == base)
			return true;
	return false;
}

static void
collect_bases(struct builder *b, const struct rows *rows, const uint32_t *old_of_node,
	      const uint32_t *old_counts, uint32_t target, const uint64_t *only, uint32_t *bases,
	      uint32_t *count)
{
	uint32_t node, end = stage_end(b, target), i, row;

	for (node = target; node < end; node++) {
		if (NODE(b, node)->element != ELEMENT_DEMAND)
			continue;
		for (i = 0; i < old_counts[node]; i++) {
			row = old_of_node[node] + i;
			if (rows->old[row].modality != MODALITY_SHALL ||
			    (only && !(only[rows->old[row].concept / 64] >>
					       rows->old[row].concept % 64 & 1)) ||
			    base_seen(bases, *count, row))
				continue;
			bases[(*count)++] = row;
		}
	}
}

static void
place_extended(struct builder *b, uint32_t node, uint32_t article, const struct rows *rows,
	       const uint32_t *old_of_node, const uint32_t *old_counts)
{
	const char *at = stage_attribute(b, node, ATTRIBUTE_EXTENDS), *word;
	uint32_t *bases = arena_alloc(&b->arena, rows->count, sizeof(*bases)), count = 0, i, target;
	uint64_t *only = NULL;
	struct cyt_demand *row;
	size_t length;

	if (!bases) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	if (stage_attribute(b, node, ATTRIBUTE_CONCEPTS))
		only = vocabulary_concept_set(b, node, stage_attribute(b, node, ATTRIBUTE_CONCEPTS),
					      ATTRIBUTE_CONCEPTS);
	while (stage_next_word(&at, &word, &length)) {
		target = ids_find(b, stage_document(b, node), word, length);
		if (target != NONE)
			collect_bases(b, rows, old_of_node, old_counts, target, only, bases, &count);
	}
	b->row_of_node[node] = (uint32_t)stage_count(b, SECTION_ROW);
	b->row_count_of_node[node] = 0;
	for (i = 0; i < count && !b->error; i++) {
		/* A concept without the facet knows no such form of it. */
		if (!cases_fit(b, node, rows->old[bases[i]].concept, false))
			continue;
		cut_note(b, node, rows->old[bases[i]].concept);
		row = stage_add(b, SECTION_ROW);
		demand_fill(b, row, node, article, rows->old[bases[i]].concept);
		/* For now the old number; renumbered when all are placed. */
		row->base = bases[i];
		b->row_count_of_node[node]++;
	}
}

static void
place_rows(struct builder *b, uint32_t article, const struct rows *rows,
	   const uint32_t *old_of_node, const uint32_t *old_counts, uint32_t *new_of_old)
{
	uint32_t node = ARTICLE(b, article)->node, end = stage_end(b, node), at, i;
	struct cyt_demand *row;

	ARTICLE(b, article)->rows.first = (uint32_t)stage_count(b, SECTION_ROW);
	for (at = node; at < end && !b->error; at++) {
		if (NODE(b, at)->element != ELEMENT_DEMAND)
			continue;
		if (demand_is_extended(b, at)) {
			place_extended(b, at, article, rows, old_of_node, old_counts);
			continue;
		}
		if (old_counts[at])
			b->row_of_node[at] = (uint32_t)stage_count(b, SECTION_ROW);
		for (i = 0; i < old_counts[at] && !b->error; i++) {
			new_of_old[old_of_node[at] + i] = (uint32_t)stage_count(b, SECTION_ROW);
			row = stage_add(b, SECTION_ROW);
			*row = rows->old[old_of_node[at] + i];
		}
	}
	ARTICLE(b, article)->rows.count =
		(uint32_t)stage_count(b, SECTION_ROW) - ARTICLE(b, article)->rows.first;
}

static uint32_t *
copy_map(struct builder *b, const uint32_t *map)
{
	size_t count = b->instruments_end + 1;
	uint32_t *copy = arena_alloc(&b->arena, count, sizeof(*copy));

	if (copy)
		memcpy(copy, map, count * sizeof(*copy));
	else
		b->error = CYT_ERR_NOMEM;
	return copy;
}

static void
place_all_rows(struct builder *b)
{
	uint32_t *old_of_node = copy_map(b, b->row_of_node), i;
	uint32_t *old_counts = copy_map(b, b->row_count_of_node), *new_of_old;
	struct rows rows = { NULL, (uint32_t)stage_count(b, SECTION_ROW) };

	rows.old = arena_alloc(&b->arena, rows.count, sizeof(*rows.old));
	new_of_old = arena_alloc(&b->arena, rows.count, sizeof(*new_of_old));
	if (!rows.old || !new_of_old || !old_of_node || !old_counts) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	if (rows.count)
		memcpy(rows.old, ROW(b, 0), rows.count * sizeof(*rows.old));
	b->tables[SECTION_ROW].count = 0;
	for (i = 0; i < stage_count(b, SECTION_ARTICLE) && !b->error; i++)
		place_rows(b, i, &rows, old_of_node, old_counts, new_of_old);
	for (i = 0; i < stage_count(b, SECTION_ROW) && !b->error; i++)
		if (ROW(b, i)->base != NONE)
			ROW(b, i)->base = new_of_old[ROW(b, i)->base];
}

/* -- steps ------------------------------------------------------------------------------------ */

uint32_t
instrument_named(struct builder *b, uint32_t node, enum attribute name)
{
	const char *id = stage_attribute(b, node, name);
	uint32_t i;

	if (!id)
		return NONE;
	for (i = 0; i < stage_count(b, SECTION_INSTRUMENT); i++)
		if (strcmp(stage_text(b, INSTRUMENT(b, i)->id), id) == 0)
			return i;
	if (!b->incomplete)
		stage_error(b, DIAG_UNKNOWN_INSTRUMENT, node, "the corpus has no instrument `%s`", id);
	return NONE;
}

static void
stage_instrument(struct builder *b, uint32_t node)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_INSTRUMENT), at;
	uint32_t end = stage_end(b, node);
	struct cyt_instrument *instrument = stage_add(b, SECTION_INSTRUMENT);

	if (b->error)
		return;
	instrument->node = node;
	instrument->id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	instrument->type = stage_word(b, node, ATTRIBUTE_TYPE, WORDS_INSTRUMENT_TYPE,
					  INSTRUMENT_TYPE_TREATY);
	instrument->articles.first = (uint32_t)stage_count(b, SECTION_ARTICLE);
	for (at = node; at < end && !b->error; at++) {
		if (NODE(b, at)->element == ELEMENT_ARTICLE)
			stage_article(b, at, index);
		else if (NODE(b, at)->element == ELEMENT_EVENT)
			source_day(b, at, ATTRIBUTE_DATE);
	}
	INSTRUMENT(b, index)->articles.count =
		(uint32_t)stage_count(b, SECTION_ARTICLE) - INSTRUMENT(b, index)->articles.first;
}

void
instruments_stage(struct builder *b)
{
	struct img_list articles;
	uint32_t node, i;

	for (node = 0; node < stage_count(b, SECTION_NODE) && !b->error; node = stage_end(b, node))
		if (NODE(b, node)->element == ELEMENT_INSTRUMENT)
			stage_instrument(b, node);
	if (!b->error)
		place_all_rows(b);
	for (i = 0; i < stage_count(b, SECTION_INSTRUMENT) && !b->error; i++) {
		articles = INSTRUMENT(b, i)->articles;
		if (!articles.count)
			continue;
		INSTRUMENT(b, i)->rows.first = ARTICLE(b, articles.first)->rows.first;
		INSTRUMENT(b, i)->rows.count =
			ARTICLE(b, articles.first + articles.count - 1)->rows.first +
			ARTICLE(b, articles.first + articles.count - 1)->rows.count -
			INSTRUMENT(b, i)->rows.first;
		ways_stage(b, i);
	}
}

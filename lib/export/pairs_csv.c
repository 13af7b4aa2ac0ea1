/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two instruments, and the law of two States, side by side as tables. */
#include "export/result_csv.h"
#include "export/sink.h"

#include <string.h>

/* -- two instruments ------------------------------------------------------------------------- */

/* An article of the first instrument beside one of the second; either may be missing. */
struct pair {
	const struct cyt_comparison *here, *there; /* NULL: it demands nothing */
	const struct cyt_article *first, *second;
	const struct cyt_match *match;
	const struct cyt_passage *passage; /* of versions: what became of it */
};

static const struct cyt_comparison *
find_comparison(const struct cyt_result *result, enum cyt_side side, const struct cyt_article *article)
{
	size_t count = cyt_result_comparison_count(result, side), i;

	for (i = 0; i < count; i++)
		if (cyt_comparison_article(cyt_result_comparison_at(result, side, i)) == article)
			return cyt_result_comparison_at(result, side, i);
	return NULL;
}

static const struct cyt_match *
find_match(const struct cyt_comparison *comparison, const struct cyt_article *article)
{
	size_t i;

	for (i = 0; comparison && i < cyt_comparison_match_count(comparison); i++)
		if (cyt_match_article(cyt_comparison_match_at(comparison, i)) == article)
			return cyt_comparison_match_at(comparison, i);
	return NULL;
}

/* The article that a passage has on one side; NULL if none. */
static const struct cyt_article *
passage_side(const struct cyt_result *result, const struct cyt_passage *passage, enum cyt_side side)
{
	bool forward = strcmp(cyt_instrument_id(cyt_result_earlier(result)), cyt_result_subject(result)) == 0;

	return forward == (side == CYT_SIDE_FIRST) ? cyt_passage_earlier(passage)
						   : cyt_passage_later(passage);
}

static struct pair
pair_of_passage(const struct cyt_result *result, const struct cyt_passage *passage)
{
	struct pair pair = {.passage = passage};

	pair.first = passage_side(result, passage, CYT_SIDE_FIRST);
	pair.second = passage_side(result, passage, CYT_SIDE_SECOND);
	pair.here = pair.first ? find_comparison(result, CYT_SIDE_FIRST, pair.first) : NULL;
	pair.there = pair.second ? find_comparison(result, CYT_SIDE_SECOND, pair.second) : NULL;
	pair.match = pair.second ? find_match(pair.here, pair.second) : NULL;
	return pair;
}

/* Whether a passage tells of the two, or, where one is NULL, of the other at all. */
static bool
is_told(const struct cyt_result *result, const struct cyt_article *first, const struct cyt_article *second)
{
	const struct cyt_passage *passage;
	size_t i;

	for (i = 0; (passage = cyt_result_passage_at(result, i)) != NULL; i++)
		if ((!first || passage_side(result, passage, CYT_SIDE_FIRST) == first) &&
		    (!second || passage_side(result, passage, CYT_SIDE_SECOND) == second))
			return true;
	return false;
}

static void
add_relations(struct cells *cells, const struct pair *pair)
{
	static const enum cyt_floor floors[] = {
		CYT_FLOOR_DUTY, CYT_FLOOR_BY_OPTION, CYT_FLOOR_BY_RESERVATION,
	};
	/* What is asked and has nothing beside it; nothing is said of an article that asks nothing. */
	bool lonely = (!pair->first && pair->there) || (!pair->second && pair->here);
	size_t i;

	for (i = 0; i < sizeof(floors) / sizeof(*floors); i++)
		cells_add(cells, pair->match ? cyt_relation_name(cyt_match_relation(pair->match, floors[i]))
				 : lonely ? cyt_relation_name(CYT_RELATION_ABSENT)
					  : "");
}

static void
add_fate(struct cells *cells, const struct cyt_passage *passage)
{
	int changed = passage ? cyt_passage_changed(passage) : -1;

	cells_add(cells, passage ? cyt_fate_name(cyt_passage_fate(passage)) : "");
	cells_add(cells, changed < 0 ? "" : changed ? "yes" : "no");
}

/* What the article demands and stands otherwise in the other instrument, a line each. */
static void
add_differences(struct cells *cells, const struct cyt_comparison *comparison)
{
	/* Of what has an unread counterpart it is not known where it stands there. */
	bool known = comparison && !cyt_comparison_unread(comparison);
	size_t count = known ? cyt_comparison_difference_count(comparison) : 0, i;
	const struct cyt_difference *difference;
	int err = 0;

	for (i = 0; i < count && err == 0; i++) {
		difference = cyt_comparison_difference_at(comparison, i);
		strbuf_add(&cells->cell, i ? "\n" : "");
		err = cyt_difference_sentence(difference, sink_to_strbuf, &cells->cell);
	}
	cells_end_cell(cells, err);
}

static void
add_pair(struct cells *cells, const struct pair *pair)
{
	csv_article(cells, pair->first);
	csv_article(cells, pair->second);
	add_relations(cells, pair);
	add_fate(cells, pair->passage);
	cells_end_cell(cells, pair->match ? cyt_match_sentence(pair->match, sink_to_strbuf, &cells->cell) : 0);
	add_differences(cells, pair->here);
	add_differences(cells, pair->there);
	cells_end_row(cells);
}

/* Articles of the first instrument with what they meet, unless the concordance has it. */
static void
add_first(struct cells *cells, const struct cyt_result *result)
{
	size_t count = cyt_result_comparison_count(result, CYT_SIDE_FIRST), i, k;
	struct pair pair;

	for (i = 0; i < count; i++) {
		pair = (struct pair){.here = cyt_result_comparison_at(result, CYT_SIDE_FIRST, i)};
		pair.first = cyt_comparison_article(pair.here);
		for (k = 0; k < cyt_comparison_match_count(pair.here); k++) {
			pair.match = cyt_comparison_match_at(pair.here, k);
			pair.second = cyt_match_article(pair.match);
			pair.there = find_comparison(result, CYT_SIDE_SECOND, pair.second);
			if (!is_told(result, pair.first, pair.second))
				add_pair(cells, &pair);
		}
		if (k == 0 && !is_told(result, pair.first, NULL))
			add_pair(cells, &pair);
	}
}

static void
add_second(struct cells *cells, const struct cyt_result *result)
{
	size_t count = cyt_result_comparison_count(result, CYT_SIDE_SECOND), i;
	struct pair pair;

	for (i = 0; i < count; i++) {
		pair = (struct pair){.there = cyt_result_comparison_at(result, CYT_SIDE_SECOND, i)};
		pair.second = cyt_comparison_article(pair.there);
		if (cyt_comparison_match_count(pair.there) == 0 && !is_told(result, NULL, pair.second))
			add_pair(cells, &pair);
	}
}

void
compare_csv(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = {
		"article", "number", "title", "other article", "other number", "other title", "relation",
		"floor by option", "floor by reservation", "fate", "changed", "finding", "differences",
		"other differences", NULL,
	};
	const struct cyt_passage *passage;
	struct pair pair;
	size_t i;

	cells_add_names(cells, names);
	cells_end_row(cells);
	for (i = 0; (passage = cyt_result_passage_at(result, i)) != NULL; i++) {
		pair = pair_of_passage(result, passage);
		add_pair(cells, &pair);
	}
	add_first(cells, result);
	add_second(cells, result);
}

/* -- dual criminality ------------------------------------------------------------------------ */

typedef const struct cyt_evidence *evidence_at(const struct cyt_dual *dual, enum cyt_side side, size_t i);

static void
add_evidence(struct cells *cells, const struct cyt_dual *dual, enum cyt_side side, evidence_at *at)
{
	struct origins origins = {.cells = cells};
	const struct cyt_evidence *evidence;
	size_t i;

	for (i = 0; (evidence = at(dual, side, i)) != NULL; i++)
		origins_add(&origins, evidence);
	cells_end_cell(cells, 0);
}

static void
add_side(struct cells *cells, const struct cyt_result *result, const struct cyt_dual *dual,
	 enum cyt_side side)
{
	cells_add(cells, cyt_result_state(result, side));
	add_evidence(cells, dual, side, cyt_dual_supplied_by_at);
	add_evidence(cells, dual, side, cyt_dual_conditional_at);
	cells_end_cell(cells, cyt_dual_side_sentence(dual, side, sink_to_strbuf, &cells->cell));
}

void
dual_csv(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = {
		"article", "number", "title", "demand", "facts", "concept", "concept title", "verdict",
		"basis", "consulted", "first", "first supplied by", "first conditional", "first finding",
		"second", "second supplied by", "second conditional", "second finding", "finding", NULL,
	};
	const char *facts = cyt_result_facts(result);
	const struct cyt_demand *demand;
	const struct cyt_dual *dual;
	size_t i;

	cells_add_names(cells, names);
	cells_end_row(cells);
	for (i = 0; (dual = cyt_result_dual_at(result, i)) != NULL; i++) {
		demand = cyt_dual_demand(dual);
		csv_article(cells, demand ? cyt_demand_article(demand) : NULL);
		cells_add(cells, demand ? cyt_demand_id(demand) : "");
		cells_add(cells, facts ? facts : "");
		csv_concept(cells, cyt_region_concept(cyt_dual_facts(dual)));
		cells_add(cells, cyt_duality_name(cyt_dual_verdict(dual)));
		cells_add(cells, cyt_basis_name(cyt_dual_basis(dual)));
		cells_add_date(cells, cyt_dual_consulted(dual));
		add_side(cells, result, dual, CYT_SIDE_FIRST);
		add_side(cells, result, dual, CYT_SIDE_SECOND);
		cells_end_cell(cells, cyt_dual_sentence(dual, sink_to_strbuf, &cells->cell));
		cells_end_row(cells);
	}
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is missing, what goes beyond, and what a bill would change, as tables. */
#include "export/result_csv.h"
#include "export/sink.h"
#include "query/support.h"

/* -- gaps ------------------------------------------------------------------------------------ */

static void
add_ways(struct cells *cells, const struct cyt_gap *gap,
	 const struct cyt_way *(*at)(const struct cyt_gap *gap, size_t i))
{
	const struct cyt_way *way;
	size_t i;

	for (i = 0; (way = at(gap, i)) != NULL; i++)
		strbuf_printf(&cells->cell, "%s%s", i ? " " : "", cyt_way_id(way));
	cells_end_cell(cells, 0);
}

static void
add_gap(struct cells *cells, const struct cyt_gap *gap)
{
	const struct cyt_row_finding *row = cyt_gap_row(gap);
	const struct cyt_demand *demand = cyt_row_finding_demand(row);
	struct origins models = {.cells = cells};
	const struct cyt_evidence *model;
	size_t i;

	csv_article(cells, cyt_demand_article(demand));
	cells_add(cells, cyt_demand_id(demand));
	csv_concept(cells, cyt_demand_concept(demand));
	cells_add(cells, cyt_modality_name(cyt_demand_modality(demand)));
	cells_add(cells, cyt_verdict_name(cyt_row_finding_verdict(row)));
	cells_add(cells, cyt_basis_name(cyt_row_finding_basis(row)));
	cells_add_date(cells, cyt_row_finding_consulted(row));
	add_ways(cells, gap, cyt_gap_option_at);
	add_ways(cells, gap, cyt_gap_reservable_at);
	for (i = 0; (model = cyt_gap_model_at(gap, i)) != NULL; i++)
		origins_add(&models, model);
	cells_end_cell(cells, 0);
	cells_end_cell(cells, cyt_gap_sentence(gap, sink_to_strbuf, &cells->cell));
	cells_end_row(cells);
}

void
gaps_csv(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = {
		"article", "number", "title", "demand", "concept", "concept title", "modality",
		"verdict", "basis", "consulted", "options", "reservable", "models", "finding", NULL,
	};
	size_t i;

	cells_add_names(cells, names);
	cells_end_row(cells);
	for (i = 0; i < cyt_result_gap_count(result); i++)
		add_gap(cells, cyt_result_gap_at(result, i));
}

/* -- beyond ---------------------------------------------------------------------------------- */

/* A thing that is supplied though it is not asked for: its kind, and where and what it is. */
static void
begin_reach(struct cells *cells, const char *kind, const struct cyt_article *article,
	    const struct cyt_concept *concept)
{
	cells_add(cells, kind);
	csv_article(cells, article);
	csv_concept(cells, concept);
}

/* On what it rests. */
static void
add_support(struct cells *cells, const struct support *support)
{
	struct origins origins = {.cells = cells};
	size_t i;

	cells_add(cells, cyt_basis_name(support_basis(support)));
	cells_add_date(cells, support_consulted(support));
	for (i = 0; i < support_count(support); i++)
		origins_add(&origins, support_at(support, i));
	/* Found now, so that there may be no memory for it. */
	cells_end_cell(cells, support ? 0 : CYT_ERR_NOMEM);
}

static void
add_beyond(struct cells *cells, const struct cyt_beyond *beyond)
{
	enum cyt_concern concern = cyt_beyond_concern(beyond);
	const struct cyt_facet *facet;
	size_t i;

	begin_reach(cells, "beyond", NULL, cyt_beyond_concept(beyond));
	cells_add(cells, cyt_concern_name(concern == CYT_CONCERN_UNKNOWN ? CYT_CONCERN_NONE : concern));
	for (i = 0; (facet = cyt_beyond_by_silence_at(beyond, i)) != NULL; i++)
		strbuf_printf(&cells->cell, "%s%s", i ? " " : "", cyt_facet_id(facet));
	cells_end_cell(cells, 0);
	add_support(cells, beyond_support(beyond));
	cells_end_cell(cells, cyt_beyond_sentence(beyond, sink_to_strbuf, &cells->cell));
	cells_end_row(cells);
}

static void
add_unasked(struct cells *cells, const struct cyt_result *result, size_t i)
{
	begin_reach(cells, "unasked", NULL, cyt_result_unasked_at(result, i));
	cells_add(cells, "");
	cells_add(cells, "");
	add_support(cells, unasked_support(result->unasked.items[i]));
	cells_end_cell(cells, cyt_result_unasked_sentence(result, i, sink_to_strbuf, &cells->cell));
	cells_end_row(cells);
}

static void
add_conflict(struct cells *cells, const struct cyt_article *article, const struct cyt_conflict *conflict)
{
	begin_reach(cells, "conflict", article, cyt_conflict_concept(conflict));
	cells_add(cells, "");
	cells_add(cells, "");
	add_support(cells, conflict_support(conflict));
	cells_end_cell(cells, cyt_conflict_sentence(conflict, sink_to_strbuf, &cells->cell));
	cells_end_row(cells);
}

void
beyond_csv(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = {
		"kind", "article", "number", "title", "concept", "concept title", "concern",
		"by silence", "basis", "consulted", "supplied by", "finding", NULL,
	};
	const struct cyt_provision_finding *finding;
	size_t i, k;

	cells_add_names(cells, names);
	cells_end_row(cells);
	for (i = 0; i < cyt_result_beyond_count(result); i++)
		add_beyond(cells, cyt_result_beyond_at(result, i));
	for (i = 0; cyt_result_unasked_at(result, i); i++)
		add_unasked(cells, result, i);
	for (i = 0; (finding = cyt_result_provision_at(result, i)) != NULL; i++)
		for (k = 0; k < cyt_provision_finding_conflict_count(finding); k++)
			add_conflict(cells, cyt_provision_finding_article(finding),
				     cyt_provision_finding_conflict_at(finding, k));
}

/* -- diff ------------------------------------------------------------------------------------ */

static const char *
article_verdict(const struct cyt_provision_finding *finding)
{
	return finding ? cyt_verdict_name(cyt_provision_finding_verdict(finding)) : "";
}

static const char *
row_verdict(const struct cyt_row_finding *row)
{
	return row ? cyt_verdict_name(cyt_row_finding_verdict(row)) : "";
}

static void
add_change(struct cells *cells, const struct cyt_change *change, const struct cyt_row_change *moved)
{
	const struct cyt_provision_finding *before = cyt_change_before(change);
	const struct cyt_provision_finding *after = cyt_change_after(change);
	const struct cyt_row_finding *was = cyt_row_change_before(moved);
	const struct cyt_row_finding *is = cyt_row_change_after(moved), *any = is ? is : was;

	csv_article(cells, cyt_provision_finding_article(after ? after : before));
	cells_add(cells, article_verdict(before));
	cells_add(cells, article_verdict(after));
	cells_add(cells, cyt_demand_id(cyt_row_finding_demand(any)));
	csv_concept(cells, cyt_row_finding_concept(any));
	cells_add(cells, cyt_modality_name(cyt_demand_modality(cyt_row_finding_demand(any))));
	cells_add(cells, row_verdict(was));
	cells_add(cells, row_verdict(is));
	cells_add(cells, cyt_basis_name(cyt_row_finding_basis(any)));
	cells_add_date(cells, cyt_row_finding_consulted(any));
	cells_end_cell(cells, cyt_row_change_sentence(moved, sink_to_strbuf, &cells->cell));
	cells_end_row(cells);
}

void
diff_csv(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = {
		"article", "number", "title", "article before", "article after", "demand", "concept",
		"concept title", "modality", "before", "after", "basis", "consulted", "finding", NULL,
	};
	const struct cyt_row_change *moved;
	const struct cyt_change *change;
	size_t i, k;

	cells_add_names(cells, names);
	cells_end_row(cells);
	for (i = 0; (change = cyt_result_change_at(result, i)) != NULL; i++)
		for (k = 0; (moved = cyt_change_row_at(change, k)) != NULL; k++)
			add_change(cells, change, moved);
}

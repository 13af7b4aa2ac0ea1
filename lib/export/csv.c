/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Results as tables: coverage, matrix, covering, safeguards; and which question has which table. */
#include <cybertreaty/export.h>

#include "export/result_csv.h"
#include "export/sink.h"
#include "export/title.h"

/* -- rows of demands ------------------------------------------------------------------------ */

static const char *const row_names[] = {
	"demand", "concept", "concept title", "modality", "verdict", "basis", "consulted",
	"supplied by", "options used", "reservations used", "finding", NULL,
};

void
origins_add(struct origins *origins, const struct cyt_evidence *evidence)
{
	const struct cyt_provision *provision = cyt_evidence_provision(evidence);
	const struct cyt_demand *demand = cyt_evidence_demand(evidence);
	struct strbuf *cell = &origins->cells->cell;

	if (provision && provision == origins->last)
		return;
	origins->last = provision;
	strbuf_add(cell, origins->any ? " " : "");
	origins->any = true;
	if (demand)
		strbuf_printf(cell, "%s/%s",
			      cyt_instrument_id(cyt_article_instrument(cyt_demand_article(demand))),
			      cyt_element_attribute(cyt_demand_place(demand), "id"));
	else
		strbuf_printf(cell, "%s/%s", cyt_law_id(cyt_evidence_law(evidence)),
			      cyt_provision_id(provision));
}

void
csv_article(struct cells *cells, const struct cyt_article *article)
{
	cells_add(cells, article ? cyt_article_id(article) : "");
	cells_add(cells, article ? cyt_article_num(article) : "");
	if (article)
		cells_add_title(cells, cyt_article_title(article, cells->lang), cyt_article_element(article));
	else
		cells_add(cells, "");
}

void
csv_concept(struct cells *cells, const struct cyt_concept *concept)
{
	cells_add(cells, cyt_concept_id(concept));
	cells_add_title(cells, cyt_concept_label(concept, cells->lang), cyt_concept_element(concept));
}

static void
add_supplied_by(struct cells *cells, const struct cyt_row_finding *row)
{
	struct origins origins = {.cells = cells};
	const struct cyt_evidence *evidence;
	size_t i;

	for (i = 0; (evidence = cyt_row_finding_supplied_by_at(row, i)) != NULL; i++)
		origins_add(&origins, evidence);
	cells_end_cell(cells, 0);
}

static void
add_excuses(struct cells *cells, const struct cyt_row_finding *row)
{
	const struct cyt_action *action;
	const struct cyt_way *way;
	size_t i;

	for (i = 0; (way = cyt_row_finding_option_used_at(row, i)) != NULL; i++)
		strbuf_printf(&cells->cell, "%s%s", i ? " " : "", cyt_way_id(way));
	cells_end_cell(cells, 0);
	for (i = 0; (action = cyt_row_finding_reservation_used_at(row, i)) != NULL; i++)
		strbuf_printf(&cells->cell, "%s%s/%s", i ? " " : "",
			      cyt_state_id(cyt_action_state(action)), cyt_action_id(action));
	cells_end_cell(cells, 0);
}

static void
add_row(struct cells *cells, const struct cyt_row_finding *row)
{
	const struct cyt_demand *demand = cyt_row_finding_demand(row);

	cells_add(cells, demand ? cyt_demand_id(demand) : "");
	csv_concept(cells, cyt_row_finding_concept(row));
	cells_add(cells, demand ? cyt_modality_name(cyt_demand_modality(demand)) : "");
	cells_add(cells, cyt_verdict_name(cyt_row_finding_verdict(row)));
	cells_add(cells, cyt_basis_name(cyt_row_finding_basis(row)));
	cells_add_date(cells, cyt_row_finding_consulted(row));
	add_supplied_by(cells, row);
	add_excuses(cells, row);
	cells_end_cell(cells, cyt_row_finding_sentence(row, sink_to_strbuf, &cells->cell));
}

/* -- tables --------------------------------------------------------------------------------- */

static void
write_matrix(struct cells *cells, const struct cyt_result *result)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	size_t articles = cyt_instrument_article_count(instrument), i, k;
	static const char *const names[] = { "subject", "title", NULL };
	const struct cyt_holder *holder;

	cells_add_names(cells, names);
	for (k = 0; k < articles; k++)
		cells_add(cells, article_head(cyt_instrument_article_at(instrument, k)));
	cells_end_row(cells);
	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++) {
		cells_add(cells, cyt_holder_subject(holder));
		cells_add(cells, cyt_holder_title(holder));
		for (k = 0; k < articles; k++)
			cells_add(cells, cyt_verdict_name(cyt_holder_verdict_at(holder, k)));
		cells_end_row(cells);
	}
}

static void
write_covering(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = { "subject", "kind", "title", "subject verdict", NULL };
	const struct cyt_holder *holder;
	size_t i, k;

	cells_add_names(cells, names);
	cells_add_names(cells, row_names);
	cells_end_row(cells);
	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++)
		for (k = 0; k < cyt_holder_row_count(holder); k++) {
			cells_add(cells, cyt_holder_subject(holder));
			cells_add(cells, cyt_holder_kind(holder));
			cells_add(cells, cyt_holder_title(holder));
			cells_add(cells, cyt_verdict_name(cyt_holder_verdict(holder)));
			add_row(cells, cyt_holder_row_at(holder, k));
			cells_end_row(cells);
		}
}

static void
write_coverage(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = { "article", "number", "title", "article verdict", NULL };
	const struct cyt_provision_finding *finding;
	size_t i, k;

	cells_add_names(cells, names);
	cells_add_names(cells, row_names);
	cells_end_row(cells);
	for (i = 0; (finding = cyt_result_provision_at(result, i)) != NULL; i++)
		for (k = 0; k < cyt_provision_finding_row_count(finding); k++) {
			csv_article(cells, cyt_provision_finding_article(finding));
			cells_add(cells, cyt_verdict_name(cyt_provision_finding_verdict(finding)));
			add_row(cells, cyt_provision_finding_row_at(finding, k));
			cells_end_row(cells);
		}
}

static void
write_safeguards(struct cells *cells, const struct cyt_result *result)
{
	static const char *const names[] = { "power", "power title", NULL };
	const struct cyt_power_finding *power;
	const struct cyt_row_finding *row;
	const struct cyt_value *value;
	size_t i, k;

	cells_add_names(cells, names);
	cells_add_names(cells, row_names);
	cells_end_row(cells);
	for (i = 0; (power = cyt_result_power_at(result, i)) != NULL; i++)
		for (k = 0; (row = cyt_power_finding_safeguard_at(power, k)) != NULL; k++) {
			value = cyt_power_finding_value(power);
			cells_add(cells, value ? cyt_value_id(value) : "");
			if (value)
				cells_add_title(cells, cyt_value_label(value, cells->lang),
						cyt_value_element(value));
			else
				cells_add(cells, "");
			add_row(cells, row);
			cells_end_row(cells);
		}
}

static const struct {
	enum cyt_question question;
	void (*write)(struct cells *cells, const struct cyt_result *result);
} tables[] = {
	{CYT_QUESTION_COVERAGE, write_coverage},     {CYT_QUESTION_GAPS, gaps_csv},
	{CYT_QUESTION_BEYOND, beyond_csv},           {CYT_QUESTION_MATRIX, write_matrix},
	{CYT_QUESTION_COVERING, write_covering},     {CYT_QUESTION_DIFF, diff_csv},
	{CYT_QUESTION_SAFEGUARDS, write_safeguards}, {CYT_QUESTION_COMPARE, compare_csv},
	{CYT_QUESTION_DUAL, dual_csv},               {CYT_QUESTION_SEARCH, search_csv},
};

int
cyt_export_csv(const struct cyt_result *result, cyt_sink sink, void *data)
{
	enum cyt_question question = cyt_result_question(result);
	struct cells cells;
	size_t i = 0;

	while (i < sizeof(tables) / sizeof(*tables) && tables[i].question != question)
		i++;
	if (!sink || i == sizeof(tables) / sizeof(*tables))
		return CYT_ERR_INVALID;
	cells_begin(&cells, cyt_result_corpus(result), cyt_result_lang(result), sink, data);
	if (question != CYT_QUESTION_SEARCH)
		cells_ask(&cells, result);
	tables[i].write(&cells, result);
	return cells_end(&cells);
}

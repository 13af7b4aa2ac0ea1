/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Results as tables: RFC 4180, a heading first, lines end in CR LF. */
#include <cybertreaty/export.h>

#include "export/sink.h"
#include "model/corpus.h"
#include "sheet/csv.h"

struct table {
	cyt_sink sink;
	void *data;
	const char *lang; /* of titles and labels */
	struct strbuf line, cell; /* the row so far; what a cell is put together in */
	bool begun;
	int err;
};

static void
add_cell(struct table *table, const char *text)
{
	csv_add(&table->line, text, !table->begun, false);
	table->begun = true;
}

static void
end_row(struct table *table)
{
	csv_end(&table->line);
	if (!table->err && table->line.failed)
		table->err = CYT_ERR_NOMEM;
	if (!table->err && table->sink(table->data, strbuf_text(&table->line), table->line.length))
		table->err = CYT_ERR_SINK;
	strbuf_clear(&table->line);
	table->begun = false;
}

/* The cell that was put together. */
static void
end_cell(struct table *table, int err)
{
	/* A cell without memory refuses what the library sends it. */
	if (table->cell.failed)
		err = CYT_ERR_NOMEM;
	if (!table->err)
		table->err = err;
	add_cell(table, table->err ? "" : strbuf_text(&table->cell));
	strbuf_clear(&table->cell);
}

static void
add_names(struct table *table, const char *const *names)
{
	for (; *names; names++)
		add_cell(table, *names);
}

/* -- rows of demands ------------------------------------------------------------------------ */

static const char *const row_names[] = {
	"demand", "concept", "concept title", "modality", "verdict", "basis", "consulted",
	"supplied by", "options used", "reservations used", "finding", NULL,
};

static void
add_supplied_by(struct table *table, const struct cyt_row_finding *row)
{
	const struct cyt_provision *last = NULL;
	const struct cyt_evidence *evidence;
	const struct cyt_demand *demand;
	size_t i;

	for (i = 0; (evidence = cyt_row_finding_supplied_by_at(row, i)) != NULL; i++) {
		demand = cyt_evidence_demand(evidence);
		/* A copy made by an extension follows its original. */
		if (last && cyt_evidence_provision(evidence) == last)
			continue;
		last = cyt_evidence_provision(evidence);
		strbuf_add(&table->cell, i ? " " : "");
		if (demand)
			strbuf_printf(&table->cell, "%s/%s",
				      cyt_instrument_id(cyt_article_instrument(
					      cyt_demand_article(demand))),
				      cyt_element_attribute(cyt_demand_place(demand), "id"));
		else
			strbuf_printf(&table->cell, "%s/%s",
				      cyt_law_id(cyt_evidence_law(evidence)),
				      cyt_provision_id(cyt_evidence_provision(evidence)));
	}
	end_cell(table, 0);
}

static void
add_excuses(struct table *table, const struct cyt_row_finding *row)
{
	const struct cyt_action *action;
	const struct cyt_way *way;
	size_t i;

	for (i = 0; (way = cyt_row_finding_option_used_at(row, i)) != NULL; i++)
		strbuf_printf(&table->cell, "%s%s", i ? " " : "", cyt_way_id(way));
	end_cell(table, 0);
	for (i = 0; (action = cyt_row_finding_reservation_used_at(row, i)) != NULL; i++)
		strbuf_printf(&table->cell, "%s%s/%s", i ? " " : "",
			      cyt_state_id(cyt_action_state(action)), cyt_action_id(action));
	end_cell(table, 0);
}

static void
add_row(struct table *table, const struct cyt_row_finding *row)
{
	const struct cyt_demand *demand = cyt_row_finding_demand(row);
	char date[CYT_DATE_SIZE];

	cyt_date_format(cyt_row_finding_consulted(row), date);
	add_cell(table, demand ? cyt_demand_id(demand) : "");
	add_cell(table, cyt_concept_id(cyt_row_finding_concept(row)));
	add_cell(table, cyt_concept_label(cyt_row_finding_concept(row), table->lang));
	add_cell(table, demand ? cyt_modality_name(cyt_demand_modality(demand)) : "");
	add_cell(table, cyt_verdict_name(cyt_row_finding_verdict(row)));
	add_cell(table, cyt_basis_name(cyt_row_finding_basis(row)));
	add_cell(table, date);
	add_supplied_by(table, row);
	add_excuses(table, row);
	end_cell(table, cyt_row_finding_sentence(row, sink_to_strbuf, &table->cell));
}

/* -- tables --------------------------------------------------------------------------------- */

static const char *
article_head(const struct cyt_article *article)
{
	return *cyt_article_num(article) ? cyt_article_num(article) : cyt_article_id(article);
}

static void
write_matrix(struct table *table, const struct cyt_result *result)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	size_t articles = cyt_instrument_article_count(instrument), i, k;
	static const char *const names[] = { "subject", "title", NULL };
	const struct cyt_holder *holder;

	add_names(table, names);
	for (k = 0; k < articles; k++)
		add_cell(table, article_head(cyt_instrument_article_at(instrument, k)));
	end_row(table);
	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++) {
		add_cell(table, cyt_holder_subject(holder));
		add_cell(table, cyt_holder_title(holder));
		for (k = 0; k < articles; k++)
			add_cell(table, cyt_verdict_name(cyt_holder_verdict_at(holder, k)));
		end_row(table);
	}
}

static void
write_covering(struct table *table, const struct cyt_result *result)
{
	static const char *const names[] = { "subject", "kind", "title", "subject verdict", NULL };
	const struct cyt_holder *holder;
	size_t i, k;

	add_names(table, names);
	add_names(table, row_names);
	end_row(table);
	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++)
		for (k = 0; k < cyt_holder_row_count(holder); k++) {
			add_cell(table, cyt_holder_subject(holder));
			add_cell(table, cyt_holder_kind(holder));
			add_cell(table, cyt_holder_title(holder));
			add_cell(table, cyt_verdict_name(cyt_holder_verdict(holder)));
			add_row(table, cyt_holder_row_at(holder, k));
			end_row(table);
		}
}

static void
write_coverage(struct table *table, const struct cyt_result *result)
{
	static const char *const names[] = { "article", "number", "title", "article verdict", NULL };
	const struct cyt_provision_finding *finding;
	const struct cyt_article *article;
	size_t i, k;

	add_names(table, names);
	add_names(table, row_names);
	end_row(table);
	for (i = 0; (finding = cyt_result_provision_at(result, i)) != NULL; i++)
		for (k = 0; k < cyt_provision_finding_row_count(finding); k++) {
			article = cyt_provision_finding_article(finding);
			add_cell(table, cyt_article_id(article));
			add_cell(table, cyt_article_num(article));
			add_cell(table, cyt_article_title(article, table->lang));
			add_cell(table, cyt_verdict_name(cyt_provision_finding_verdict(finding)));
			add_row(table, cyt_provision_finding_row_at(finding, k));
			end_row(table);
		}
}

static void
write_safeguards(struct table *table, const struct cyt_result *result)
{
	static const char *const names[] = { "power", "power title", NULL };
	const struct cyt_power_finding *power;
	const struct cyt_row_finding *row;
	const struct cyt_value *value;
	size_t i, k;

	add_names(table, names);
	add_names(table, row_names);
	end_row(table);
	for (i = 0; (power = cyt_result_power_at(result, i)) != NULL; i++)
		for (k = 0; (row = cyt_power_finding_safeguard_at(power, k)) != NULL; k++) {
			value = cyt_power_finding_value(power);
			add_cell(table, value ? cyt_value_id(value) : "");
			add_cell(table, value ? cyt_value_label(value, table->lang) : "");
			add_row(table, row);
			end_row(table);
		}
}

int
cyt_export_csv(const struct cyt_result *result, cyt_sink sink, void *data)
{
	struct table table = {.sink = sink, .data = data, .lang = cyt_result_lang(result)};
	const struct cyt_alloc_hooks *hooks = corpus_hooks(cyt_result_corpus(result));
	void (*write)(struct table *table, const struct cyt_result *result);

	switch (cyt_result_question(result)) {
	case CYT_QUESTION_COVERAGE:
		write = write_coverage;
		break;
	case CYT_QUESTION_MATRIX:
		write = write_matrix;
		break;
	case CYT_QUESTION_COVERING:
		write = write_covering;
		break;
	case CYT_QUESTION_SAFEGUARDS:
		write = write_safeguards;
		break;
	default:
		return CYT_ERR_INVALID;
	}
	if (!sink)
		return CYT_ERR_INVALID;
	strbuf_init(&table.line, hooks);
	strbuf_init(&table.cell, hooks);
	write(&table, result);
	strbuf_release(&table.line);
	strbuf_release(&table.cell);
	return table.err;
}

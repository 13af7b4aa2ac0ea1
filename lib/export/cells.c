/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A table of rows as RFC 4180, cell by cell. */
#include "export/cells.h"

#include "export/title.h"
#include "model/corpus.h"
#include "sheet/csv.h"

static void
add_tail(struct cells *cells, const char *name, const char *text)
{
	cells->tail[cells->tail_count].name = name;
	cells->tail[cells->tail_count++].text = text;
}

void
cells_begin(struct cells *cells, const struct cyt_corpus *corpus, const char *lang, cyt_sink sink,
	    void *data)
{
	const struct cyt_alloc_hooks *hooks = corpus_hooks(corpus);

	*cells = (struct cells){.sink = sink, .data = data, .lang = lang};
	strbuf_init(&cells->line, hooks);
	strbuf_init(&cells->cell, hooks);
	strbuf_init(&cells->with, hooks);
	cyt_date_format(cyt_corpus_date(corpus), cells->corpus_date);
	add_tail(cells, "corpus date", cells->corpus_date);
	add_tail(cells, "corpus digest", cyt_corpus_digest(corpus));
}

void
cells_ask(struct cells *cells, const struct cyt_result *result)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	enum cyt_question question = cyt_result_question(result);

	cells->tail_count = 0;
	/* Rows about everybody, or about two States, name them themselves. */
	if (question != CYT_QUESTION_MATRIX && question != CYT_QUESTION_COVERING &&
	    question != CYT_QUESTION_DUAL)
		add_tail(cells, "subject", cyt_result_subject(result));
	add_tail(cells, "instrument", instrument ? cyt_instrument_id(instrument) : "");
	supposed_add(&cells->with, result, " ");
	if (cells->with.failed)
		cells->err = CYT_ERR_NOMEM;
	cyt_date_format(cyt_result_as_at(result), cells->as_at);
	add_tail(cells, "as at", cells->as_at);
	add_tail(cells, "with", cells->err ? "" : strbuf_text(&cells->with));
	add_tail(cells, "least basis", cyt_basis_name(cyt_result_basis(result)));
	add_tail(cells, "corpus date", cells->corpus_date);
	add_tail(cells, "corpus digest", cyt_corpus_digest(cyt_result_corpus(result)));
}

void
cells_add(struct cells *cells, const char *text)
{
	csv_add(&cells->line, text, !cells->begun, false);
	cells->begun = true;
}

void
cells_add_names(struct cells *cells, const char *const *names)
{
	for (; *names; names++)
		cells_add(cells, *names);
}

void
cells_add_date(struct cells *cells, cyt_date date)
{
	char text[CYT_DATE_SIZE];

	cyt_date_format(date, text);
	cells_add(cells, text);
}

void
cells_end_cell(struct cells *cells, int err)
{
	/* A cell without memory refuses what the library sends it. */
	if (cells->cell.failed)
		err = CYT_ERR_NOMEM;
	if (!cells->err)
		cells->err = err;
	cells_add(cells, cells->err ? "" : strbuf_text(&cells->cell));
	strbuf_clear(&cells->cell);
}

void
cells_add_title(struct cells *cells, const char *text, const struct cyt_element *element)
{
	title_add(&cells->cell, text, element, cells->lang);
	cells_end_cell(cells, 0);
}

void
cells_end_row(struct cells *cells)
{
	size_t i;

	for (i = 0; i < cells->tail_count; i++)
		cells_add(cells, cells->headed ? cells->tail[i].text : cells->tail[i].name);
	csv_end(&cells->line);
	if (!cells->err && cells->line.failed)
		cells->err = CYT_ERR_NOMEM;
	if (!cells->err && cells->sink(cells->data, strbuf_text(&cells->line), cells->line.length))
		cells->err = CYT_ERR_SINK;
	strbuf_clear(&cells->line);
	cells->begun = false;
	cells->headed = true;
}

int
cells_end(struct cells *cells)
{
	strbuf_release(&cells->line);
	strbuf_release(&cells->cell);
	strbuf_release(&cells->with);
	return cells->err;
}

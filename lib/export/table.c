/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables of texts. */
#include "export/table.h"

#include <string.h>

#include "sheet/csv.h"

struct cyt_table *
table_create(const struct cyt_alloc_hooks *hooks, const char *const *headings, size_t columns)
{
	struct cyt_table *table = alloc_zero(hooks, 1, sizeof(*table));
	size_t i;

	if (!table)
		return NULL;
	table->hooks = *hooks;
	arena_init(&table->arena, &table->hooks);
	memcpy(table->headings, headings, columns * sizeof(*headings));
	table->columns = columns;
	for (i = 0; i < TABLE_COLUMNS; i++)
		strbuf_init(&table->cells[i], &table->hooks);
	strbuf_init(&table->source, &table->hooks);
	return table;
}

void
table_end_row(struct cyt_table *table)
{
	const char *text;
	size_t i;

	if (!alloc_grow(&table->hooks, &table->rows, &table->capacity, table->count + 1,
			sizeof(*table->rows)))
		table->err = CYT_ERR_NOMEM;
	for (i = 0; i < table->columns && !table->err; i++) {
		text = strbuf_text(&table->cells[i]);
		text = text ? arena_strndup(&table->arena, text, table->cells[i].length) : NULL;
		if (!text)
			table->err = CYT_ERR_NOMEM;
		table->rows[table->count][i] = text;
		strbuf_clear(&table->cells[i]);
	}
	table->count += !table->err;
}

void
cyt_table_free(struct cyt_table *table)
{
	struct cyt_alloc_hooks hooks;
	size_t i;

	if (!table)
		return;
	hooks = table->hooks;
	for (i = 0; i < TABLE_COLUMNS; i++)
		strbuf_release(&table->cells[i]);
	strbuf_release(&table->source);
	alloc_free(&hooks, table->rows);
	arena_release(&table->arena);
	alloc_free(&hooks, table);
}

size_t
cyt_table_column_count(const struct cyt_table *table)
{
	return table->columns;
}

size_t
cyt_table_row_count(const struct cyt_table *table)
{
	return table->count;
}

const char *
cyt_table_heading(const struct cyt_table *table, size_t column)
{
	return column < table->columns ? table->headings[column] : "";
}

const char *
cyt_table_cell(const struct cyt_table *table, size_t row, size_t column)
{
	return row < table->count && column < table->columns ? table->rows[row][column] : "";
}

static int
send_line(struct strbuf *line, cyt_sink sink, void *data)
{
	int err = 0;

	csv_end(line);
	if (line->failed)
		err = CYT_ERR_NOMEM;
	else if (sink(data, strbuf_text(line), line->length))
		err = CYT_ERR_SINK;
	strbuf_clear(line);
	return err;
}

const char *
cyt_table_source(const struct cyt_table *table)
{
	return strbuf_text(&table->source);
}

int
cyt_table_csv(const struct cyt_table *table, cyt_sink sink, void *data)
{
	struct strbuf line;
	size_t row, i;
	int err;

	if (!sink)
		return CYT_ERR_INVALID;
	strbuf_init(&line, &table->hooks);
	for (i = 0; i < table->columns; i++)
		csv_add(&line, table->headings[i], i == 0, false);
	err = send_line(&line, sink, data);
	for (row = 0; row < table->count && !err; row++) {
		for (i = 0; i < table->columns; i++)
			csv_add(&line, table->rows[row][i], i == 0, false);
		err = send_line(&line, sink, data);
	}
	for (i = 0; i < table->columns && !err; i++)
		csv_add(&line, i ? "" : cyt_table_source(table), i == 0, false);
	if (!err)
		err = send_line(&line, sink, data);
	strbuf_release(&line);
	return err;
}

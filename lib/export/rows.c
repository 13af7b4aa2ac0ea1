/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows of a table whose columns are those that some row needs. */
#include "export/rows.h"

#include <string.h>

#include "model/corpus.h"
#include "model/image.h"
#include "model/layout.h"
#include "sheet/csv.h"

static uint32_t
facet_rank(const struct rows *rows, const char *id)
{
	const struct image *image = corpus_image(rows->corpus);
	const struct cyt_facet *facet = image_find_facet(image, id);

	return facet ? image_index(image, facet, facet) : image_count(image, SECTION_FACET);
}

/* Facets as in the vocabulary, attributes as in the XML, languages by their first use. */
static uint32_t
rank_of(const struct rows *rows, const struct column *column)
{
	if (column->type == COLUMN_FACET)
		return facet_rank(rows, column->word);
	if (column->attribute)
		return layout_attribute_rank(ELEMENT_NONE, column->attribute);
	return (uint32_t)rows->count;
}

static bool
is_column(const struct rows_column *at, enum column_type type, enum attribute attribute,
	  const char *word)
{
	return at->column.type == type && at->column.attribute == attribute &&
	       strcmp(at->column.word, word) == 0;
}

/* Kept in order from the start: what is new goes before the first that stands behind it. */
static struct rows_column *
add_column(struct rows *rows, const struct column *column)
{
	uint32_t rank = rank_of(rows, column);
	struct rows_column *at;

	if (!alloc_grow(rows->line.hooks, &rows->columns, &rows->capacity, rows->count + 1,
			sizeof(*rows->columns)))
		return NULL;
	at = rows->columns + rows->count++;
	for (; at > rows->columns; at--) {
		if (at[-1].column.type < column->type ||
		    (at[-1].column.type == column->type && at[-1].rank <= rank))
			break;
		at[0] = at[-1];
	}
	*at = (struct rows_column){ .column = *column, .rank = rank };
	strbuf_init(&at->cell, rows->line.hooks);
	return at;
}

struct strbuf *
rows_cell(struct rows *rows, enum column_type type, enum attribute attribute, const char *word)
{
	struct column column = { type, attribute, word };
	struct rows_column *added;
	size_t i;

	for (i = 0; i < rows->count; i++)
		if (is_column(&rows->columns[i], type, attribute, word))
			return &rows->columns[i].cell;
	added = add_column(rows, &column);
	if (added)
		return &added->cell;
	/* The work is lost anyway; give the caller something to write to. */
	rows->err = CYT_ERR_NOMEM;
	return &rows->line;
}

void
rows_add(struct rows *rows, enum column_type type, enum attribute attribute, const char *word,
	 const char *text)
{
	strbuf_add(rows_cell(rows, type, attribute, word), text);
}

size_t
rows_place(struct rows *rows, enum column_type type, const char *word)
{
	size_t i, place = 0;

	rows_cell(rows, type, ATTRIBUTE_NONE, word);
	for (i = 0; i < rows->count; i++) {
		if (is_column(&rows->columns[i], type, ATTRIBUTE_NONE, word))
			break;
		place += rows->columns[i].column.type == type;
	}
	return place;
}

void
rows_add_line(struct strbuf *cell, size_t line, const char *text)
{
	size_t have = 0, i;

	for (i = 0; i < cell->length; i++)
		have += cell->text[i] == '\n';
	for (; have < line; have++)
		strbuf_add(cell, "\n");
	if (!*text || *text == '\\')
		strbuf_add(cell, "\\");
	strbuf_add(cell, text);
}

static void
send(struct rows *rows)
{
	csv_end(&rows->line);
	if (!rows->err && rows->line.failed)
		rows->err = CYT_ERR_NOMEM;
	if (!rows->err && rows->sink(rows->data, strbuf_text(&rows->line), rows->line.length))
		rows->err = CYT_ERR_SINK;
	strbuf_clear(&rows->line);
}

void
rows_end(struct rows *rows)
{
	struct strbuf *cell;
	size_t i;

	for (i = 0; i < rows->count; i++) {
		cell = &rows->columns[i].cell;
		if (cell->failed)
			rows->err = CYT_ERR_NOMEM;
		else if (rows->sink)
			csv_add(&rows->line, strbuf_text(cell), i == 0, true);
		strbuf_clear(cell);
	}
	if (rows->sink)
		send(rows);
}

static void
write_heading(struct rows *rows)
{
	struct strbuf name;
	size_t i;

	strbuf_init(&name, rows->line.hooks);
	for (i = 0; i < rows->count && !name.failed; i++) {
		strbuf_clear(&name);
		column_name(&rows->columns[i].column, &name);
		if (!name.failed)
			csv_add(&rows->line, strbuf_text(&name), i == 0, true);
	}
	rows->line.failed |= name.failed;
	strbuf_release(&name);
	send(rows);
}

int
rows_write(const struct cyt_corpus *corpus, rows_walk *walk, const void *subject, cyt_sink sink,
	   void *data)
{
	struct rows rows = { .corpus = corpus, .data = data };
	size_t i;

	strbuf_init(&rows.line, corpus_hooks(corpus));
	walk(&rows, subject);
	rows.sink = sink;
	if (!rows.err) {
		write_heading(&rows);
		walk(&rows, subject);
	}
	for (i = 0; i < rows.count; i++)
		strbuf_release(&rows.columns[i].cell);
	alloc_free(corpus_hooks(corpus), rows.columns);
	strbuf_release(&rows.line);
	return rows.err;
}

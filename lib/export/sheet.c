/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents as rows of a table. Where something stands is decided here once; reading goes by what the
 * cells and the levels say, so that it need not know how this was decided. */
#include <cybertreaty/export.h>

#include <stdio.h>
#include <string.h>

#include "export/rows.h"
#include "model/corpus.h"
#include "model/image.h"
#include "model/layout.h"

struct place {
	const char *document, *number;
	unsigned level;
};

static enum element
name_of(const struct cyt_element *element)
{
	return (enum element)((const struct img_node *)(const void *)element)->element;
}

static const char *
attribute(const struct cyt_element *element, enum attribute name)
{
	const char *value = cyt_element_attribute(element, attribute_name(name));

	return value ? value : "";
}

static bool
has_comments(const struct cyt_element *element)
{
	return element_comment_at_end(element, 0) || element_comment_before(element, 0);
}

/* -- what a row has beside its own attributes ------------------------------------------------- */

/* The n-th text takes the next line if its column lies before that of the one before it: read line
 * by line, the texts come in the order of the document. */
static size_t
next_line(struct rows_lines *lines, size_t place)
{
	if (lines->last != SIZE_MAX && place <= lines->last)
		lines->line++;
	lines->last = place;
	return lines->line;
}

static void
add_text(struct rows *rows, enum column_type type, struct rows_lines *lines,
	 const struct cyt_element *text)
{
	const char *lang = attribute(text, ATTRIBUTE_LANG);
	size_t line = next_line(lines, rows_place(rows, type, lang));

	rows_add_line(rows_cell(rows, type, ATTRIBUTE_NONE, lang), line, cyt_element_text(text));
}

static void
add_case(struct rows *rows, const struct cyt_element *element)
{
	struct strbuf *cell = rows_cell(rows, COLUMN_FACET, ATTRIBUTE_NONE,
					attribute(element, ATTRIBUTE_FACET));
	struct layout_attribute attributes[ATTRIBUTE_COUNT];
	size_t count = layout_attributes(element, attributes), i, used = 0;
	struct column_case at = { { ATTRIBUTE_NONE }, { NULL } };

	for (i = 0; i < count && used < 2; i++) {
		if (attributes[i].name == ATTRIBUTE_FACET)
			continue;
		at.names[used] = attributes[i].name;
		at.values[used++] = attributes[i].value;
	}
	column_add_case(cell, &at);
}

static void
add_source(struct rows *rows, size_t line, const struct cyt_element *source)
{
	struct layout_attribute attributes[ATTRIBUTE_COUNT];
	size_t count = layout_attributes(source, attributes), i;

	for (i = 0; i < count; i++)
		rows_add_line(rows_cell(rows, COLUMN_SOURCE, attributes[i].name, ""), line,
			      attributes[i].value);
	if (*cyt_element_text(source))
		rows_add_line(rows_cell(rows, COLUMN_SOURCE_TEXT, ATTRIBUTE_NONE, ""), line,
			      cyt_element_text(source));
}

static void
add_penalty(struct rows *rows, size_t line, const struct cyt_element *penalty)
{
	struct layout_attribute attributes[ATTRIBUTE_COUNT];
	size_t count = layout_attributes(penalty, attributes), i;
	const struct cyt_element *note = cyt_element_first(penalty);

	for (i = 0; i < count; i++)
		rows_add_line(rows_cell(rows, COLUMN_PENALTY, attributes[i].name, ""), line,
			      attributes[i].value);
	for (; note; note = cyt_element_next(note))
		rows_add_line(rows_cell(rows, COLUMN_PENALTY_NOTE, ATTRIBUTE_NONE,
					attribute(note, ATTRIBUTE_LANG)),
			      line, cyt_element_text(note));
}

/* One line holds it: no case, no comment, at most a note per language in the order of the columns. */
static bool
fits_line(struct rows *rows, const struct cyt_element *penalty)
{
	const struct cyt_element *note = cyt_element_first(penalty);
	size_t last = SIZE_MAX, place;
	const char *name, *value;

	if (has_comments(penalty))
		return false;
	if (!note)
		return cyt_element_attribute_at(penalty, 0, &name, &value);
	for (; note; note = cyt_element_next(note), last = place) {
		if (name_of(note) != ELEMENT_NOTE || has_comments(note))
			return false;
		place = rows_place(rows, COLUMN_PENALTY_NOTE, attribute(note, ATTRIBUTE_LANG));
		if (last != SIZE_MAX && place <= last)
			return false;
	}
	return true;
}

/* How many penalties from `i` on stand in the row before. */
static size_t
penalties_from(struct rows *rows, const struct layout *children, size_t i)
{
	const struct layout_item *item;
	size_t count = 0;

	for (; i < children->count; i++, count++) {
		item = &children->items[i];
		if (item->comment || name_of(item->child) != ELEMENT_PENALTY ||
		    !fits_line(rows, item->child))
			break;
		add_penalty(rows, count, item->child);
	}
	return count;
}

/* -- rows ------------------------------------------------------------------------------------- */

static void
begin_row(struct rows *rows, const struct place *place, const char *kind)
{
	char level[16];

	snprintf(level, sizeof(level), "%u", place->level);
	rows_add(rows, COLUMN_ROW, ATTRIBUTE_NONE, "", kind);
	rows_add(rows, COLUMN_LEVEL, ATTRIBUTE_NONE, "", level);
	rows_add(rows, COLUMN_DOCUMENT, ATTRIBUTE_NONE, "", place->document);
}

static void
write_comment(struct rows *rows, const struct place *place, const char *text)
{
	begin_row(rows, place, COLUMN_COMMENT_ROW);
	rows_add(rows, COLUMN_NUMBER, ATTRIBUTE_NONE, "", place->number);
	rows_add(rows, COLUMN_TEXT, ATTRIBUTE_NONE, "", text);
	rows_end(rows);
}

static void
add_attributes(struct rows *rows, const struct cyt_element *element)
{
	struct layout_attribute attributes[ATTRIBUTE_COUNT];
	size_t count = layout_attributes(element, attributes), i;

	for (i = 0; i < count; i++)
		rows_add(rows, column_of_attribute(attributes[i].name),
			 column_of_attribute(attributes[i].name) == COLUMN_NUMBER ||
					 attributes[i].name == ATTRIBUTE_LANG
				 ? ATTRIBUTE_NONE
				 : attributes[i].name,
			 "", attributes[i].value);
}

/* What an element is, in the columns that are for that. */
static void
add_itself(struct rows *rows, const struct cyt_element *element)
{
	switch (name_of(element)) {
	case ELEMENT_CASE:
	case ELEMENT_UNSTATED:
		add_case(rows, element);
		break;
	case ELEMENT_SOURCE:
		add_source(rows, 0, element);
		break;
	default:
		add_attributes(rows, element);
		if (*cyt_element_text(element))
			rows_add(rows, COLUMN_TEXT, ATTRIBUTE_NONE, "", cyt_element_text(element));
	}
}

struct inlined {
	struct rows_lines texts[ELEMENT_COUNT];
	bool stopped[ELEMENT_COUNT]; /* what follows of that name has rows of its own */
	size_t sources;
};

/* Puts a child into the row of its parent; false if it needs one of its own. */
static bool
put_child(struct rows *rows, struct inlined *in, const struct layout_item *item)
{
	enum element name;

	if (!item->child)
		return false;
	name = name_of(item->child);
	if (item->comment)
		in->stopped[name] = true;
	if (in->stopped[name])
		return false;
	if (name == ELEMENT_CASE)
		add_case(rows, item->child);
	else if (name == ELEMENT_SOURCE)
		add_source(rows, in->sources++, item->child);
	else if (column_of_text(name))
		add_text(rows, column_of_text(name), &in->texts[name], item->child);
	else
		return false;
	return true;
}

/* The children that stand in the row of their parent are taken out of the list. */
static void
put_children(struct rows *rows, struct layout *children)
{
	struct inlined in = { .sources = 0 };
	size_t i, kept = 0;

	for (i = 0; i < ELEMENT_COUNT; i++)
		in.texts[i].last = SIZE_MAX;
	for (i = 0; i < children->count; i++)
		if (!put_child(rows, &in, &children->items[i]))
			children->items[kept++] = children->items[i];
	children->count = kept;
}

static bool
takes_penalties(const struct cyt_element *element)
{
	return name_of(element) == ELEMENT_SUPPLY || name_of(element) == ELEMENT_PROVISION;
}

static bool
has_number(enum element element)
{
	return element == ELEMENT_CHAPTER || element == ELEMENT_ARTICLE ||
	       element == ELEMENT_PARAGRAPH || element == ELEMENT_POINT ||
	       element == ELEMENT_PROVISION;
}

static void write_children(struct rows *rows, const struct place *place,
			   const struct layout *children, size_t from);

/* Writes the row of an element and those below. Returns how many of the siblings from `next` on stand
 * in its row too. */
static size_t
write_element(struct rows *rows, const struct place *place, const struct cyt_element *element,
	      const struct layout *siblings, size_t next)
{
	struct place below = *place;
	struct layout children;
	size_t own = 0, following = 0;

	if (!layout_children(&children, rows->line.hooks, element))
		rows->err = CYT_ERR_NOMEM;
	begin_row(rows, place, cyt_element_name(element));
	if (has_number(name_of(element)))
		below.number = attribute(element, ATTRIBUTE_NUM);
	else
		rows_add(rows, COLUMN_NUMBER, ATTRIBUTE_NONE, "", place->number);
	add_itself(rows, element);
	put_children(rows, &children);
	if (name_of(element) == ELEMENT_PROVISION)
		own = penalties_from(rows, &children, 0);
	else if (takes_penalties(element))
		following = penalties_from(rows, siblings, next);
	rows_end(rows);
	below.level++;
	write_children(rows, &below, &children, own);
	layout_release(&children);
	return following;
}

static void
write_children(struct rows *rows, const struct place *place, const struct layout *children,
	       size_t from)
{
	const struct layout_item *item;

	while (from < children->count && !rows->err) {
		item = &children->items[from++];
		if (item->comment)
			write_comment(rows, place, item->comment);
		else
			from += write_element(rows, place, item->child, children, from);
	}
}

static void
write_document(struct rows *rows, const struct cyt_element *document)
{
	const struct place place = { attribute(document, ATTRIBUTE_ID), "", 0 };
	const struct layout alone = { .count = 0 };
	const char *comment;
	uint32_t i;

	for (i = 0; (comment = element_comment_before(document, i)) != NULL; i++)
		write_comment(rows, &place, comment);
	write_element(rows, &place, document, &alone, 0);
}

static void
write_documents(struct rows *rows, const void *what)
{
	const struct cyt_element *document = cyt_corpus_document_first(rows->corpus, what);

	for (; document && !rows->err; document = cyt_corpus_document_next(document, what))
		write_document(rows, document);
}

int
cyt_export_documents_csv(const struct cyt_corpus *corpus, const char *what, cyt_sink sink,
			 void *data)
{
	const struct cyt_element *document = cyt_corpus_document_first(corpus, what);

	if (!what || !sink)
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	if (!document)
		return CYT_ERR_NOTFOUND;
	for (; document; document = cyt_corpus_document_next(document, what))
		if (name_of(document) == ELEMENT_VOCABULARY)
			return CYT_ERR_INVALID;
	return rows_write(corpus, write_documents, what, sink, data);
}

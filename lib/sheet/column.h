/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents as rows: what the columns are called, and how a case stands in a cell.
 *
 * A row is an element. Its attributes have columns of their names; so have, on the same row, its
 * texts (a line for each, a column per language), its cases (a column per facet), its sources (a
 * line for each) and, on a provision or on the supply before them, penalties (a line for each). What
 * fits into no line has a row of its own, one level deeper. */
#ifndef SHEET_COLUMN_H
#define SHEET_COLUMN_H

#include "base/alloc.h"
#include "model/kinds.h"

/* In the order in which they stand. */
enum column_type {
	COLUMN_ROW,       /* kind of row: an element, or "comment" */
	COLUMN_LEVEL,     /* how deep it stands; a document at 0 */
	COLUMN_DOCUMENT,  /* id of the document, on every row */
	COLUMN_NUMBER,    /* `num`, repeated on rows below that have none of their own */
	COLUMN_REMARK,    /* "# ...": for people, not read */
	COLUMN_TITLE,     /* by language, as labels, conditions and notes are */
	COLUMN_LABEL,
	COLUMN_ATTRIBUTE, /* but those of penalties and sources */
	COLUMN_FACET,
	COLUMN_CONDITION,
	COLUMN_PENALTY,   /* attributes of penalties and the like */
	COLUMN_PENALTY_NOTE,
	COLUMN_SOURCE,    /* attributes of sources */
	COLUMN_SOURCE_TEXT,
	COLUMN_NOTE,
	COLUMN_TEXT,      /* of a row that is nothing but text, and its language */
	COLUMN_LANG
};

struct column {
	enum column_type type;
	enum attribute attribute; /* of an attribute, a penalty, a source */
	const char *word;         /* facet, language or remark; "" for none */
};

#define COLUMN_COMMENT_ROW "comment"
#define COLUMN_REMARK_MARK '#'

/* The type of an attribute's column; COLUMN_NUMBER of `num`. */
enum column_type column_of_attribute(enum attribute attribute);
/* The element whose texts stand in such a column, and back; ELEMENT_NONE, COLUMN_ROW for others. */
enum element column_text(enum column_type type);
enum column_type column_of_text(enum element element);

void column_name(const struct column *column, struct strbuf *out);
/* False for a name that is none. `word` points into it. */
bool column_parse(const char *name, struct column *out);
/* All names but those with a word of their own, in order; NULL past the last. A name that wants one
 * ends in ':'. */
const char *column_fixed_name(size_t i);

/* A case as a cell: "intent", "not intent", "some a b", "at-least 16 below 18". */
struct column_case {
	enum attribute names[2]; /* ATTRIBUTE_NONE: fewer */
	const char *values[2];
};

void column_add_case(struct strbuf *out, const struct column_case *from);
/* Cuts a cell in place; false for what is no case. */
bool column_read_case(char *cell, struct column_case *out);

#endif

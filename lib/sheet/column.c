/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of columns, and cases in cells. */
#include "sheet/column.h"

#include <string.h>

static const struct {
	enum column_type type;
	enum element text; /* whose texts it has */
	const char *name;  /* one that ends in ':' also stands alone, unless it is a facet's */
} fixed[] = {
	{ COLUMN_ROW, ELEMENT_NONE, "row" },
	{ COLUMN_LEVEL, ELEMENT_NONE, "level" },
	{ COLUMN_DOCUMENT, ELEMENT_NONE, "document" },
	{ COLUMN_NUMBER, ELEMENT_NONE, "number" },
	{ COLUMN_TITLE, ELEMENT_TITLE, "title:" },
	{ COLUMN_LABEL, ELEMENT_LABEL, "label:" },
	{ COLUMN_FACET, ELEMENT_NONE, "facet:" },
	{ COLUMN_CONDITION, ELEMENT_CONDITION, "condition:" },
	{ COLUMN_PENALTY_NOTE, ELEMENT_NONE, "penalty-note:" },
	{ COLUMN_SOURCE_TEXT, ELEMENT_NONE, "source" },
	{ COLUMN_NOTE, ELEMENT_NOTE, "note:" },
	{ COLUMN_TEXT, ELEMENT_NONE, "text" },
	{ COLUMN_LANG, ELEMENT_NONE, "lang" },
};

#define FIXED (sizeof(fixed) / sizeof(*fixed))

enum column_type
column_of_attribute(enum attribute attribute)
{
	switch (attribute) {
	case ATTRIBUTE_NUM:
		return COLUMN_NUMBER;
	case ATTRIBUTE_LANG:
		return COLUMN_LANG;
	case ATTRIBUTE_BASIS:
	case ATTRIBUTE_HREF:
	case ATTRIBUTE_CONSULTED:
		return COLUMN_SOURCE;
	case ATTRIBUTE_PRISON_MIN:
	case ATTRIBUTE_PRISON_MAX:
	case ATTRIBUTE_FINE_MIN:
	case ATTRIBUTE_FINE_MAX:
	case ATTRIBUTE_FINE_UNIT:
	case ATTRIBUTE_ALTERNATIVE:
	case ATTRIBUTE_FACTOR_MIN:
	case ATTRIBUTE_FACTOR_MAX:
	case ATTRIBUTE_PRISON_ADD_MIN:
	case ATTRIBUTE_PRISON_ADD_MAX:
	case ATTRIBUTE_ON:
		return COLUMN_PENALTY;
	default:
		return COLUMN_ATTRIBUTE;
	}
}

enum element
column_text(enum column_type type)
{
	size_t i;

	for (i = 0; i < FIXED; i++)
		if (fixed[i].type == type)
			return fixed[i].text;
	return ELEMENT_NONE;
}

enum column_type
column_of_text(enum element element)
{
	size_t i;

	for (i = 0; i < FIXED; i++)
		if (fixed[i].text && fixed[i].text == element)
			return fixed[i].type;
	return COLUMN_ROW;
}

void
column_name(const struct column *column, struct strbuf *out)
{
	size_t i;

	if (column->type == COLUMN_REMARK)
		strbuf_printf(out, "%c %s", COLUMN_REMARK_MARK, column->word);
	if (column->attribute)
		strbuf_add(out, attribute_name(column->attribute));
	for (i = 0; i < FIXED && !column->attribute; i++) {
		if (fixed[i].type != column->type)
			continue;
		strbuf_addn(out, fixed[i].name, strcspn(fixed[i].name, ":"));
		strbuf_add(out, *column->word ? ":" : "");
		strbuf_add(out, column->word);
	}
}

/* Attributes that have columns: not those of cases and languages, which stand in other forms. */
static bool
has_column(enum attribute attribute)
{
	switch (attribute) {
	case ATTRIBUTE_NONE:
	case ATTRIBUTE_NUM:
	case ATTRIBUTE_LANG:
	case ATTRIBUTE_FACET:
	case ATTRIBUTE_IS:
	case ATTRIBUTE_NOT:
	case ATTRIBUTE_SOME:
	case ATTRIBUTE_AT_LEAST:
	case ATTRIBUTE_BELOW:
		return false;
	default:
		return true;
	}
}

bool
column_parse(const char *name, struct column *out)
{
	size_t i, length;

	*out = (struct column){ .word = "" };
	if (*name == COLUMN_REMARK_MARK) {
		out->type = COLUMN_REMARK;
		return true;
	}
	for (i = 0; i < FIXED; i++) {
		length = strlen(fixed[i].name);
		out->type = fixed[i].type;
		if (strcmp(name, fixed[i].name) == 0 && name[length - 1] != ':')
			return true;
		if (fixed[i].name[length - 1] != ':' || strncmp(name, fixed[i].name, length - 1) != 0)
			continue;
		if (name[length - 1] == '\0' && out->type != COLUMN_FACET)
			return true;
		if (name[length - 1] != ':' || name[length] == '\0')
			continue;
		out->word = name + length;
		return true;
	}
	out->attribute = attribute_find(name, strlen(name));
	out->type = column_of_attribute(out->attribute);
	return has_column(out->attribute);
}

const char *
column_fixed_name(size_t i)
{
	enum attribute attribute;

	if (i < FIXED)
		return fixed[i].name;
	i -= FIXED;
	for (attribute = ATTRIBUTE_NONE + 1; attribute < ATTRIBUTE_COUNT; attribute++)
		if (has_column(attribute) && i-- == 0)
			return attribute_name(attribute);
	return NULL;
}

/* -- cases ------------------------------------------------------------------------------------ */

static const enum attribute lists[] = { ATTRIBUTE_IS, ATTRIBUTE_NOT, ATTRIBUTE_SOME };
static const enum attribute bounds[] = { ATTRIBUTE_AT_LEAST, ATTRIBUTE_BELOW };

static enum attribute
keyword(const char *word, size_t length, const enum attribute *among, size_t count)
{
	const char *name;
	size_t i;

	for (i = 0; i < count; i++) {
		name = attribute_name(among[i]);
		if (strlen(name) == length && memcmp(name, word, length) == 0)
			return among[i];
	}
	return ATTRIBUTE_NONE;
}

void
column_add_case(struct strbuf *out, const struct column_case *from)
{
	size_t i, length;
	bool plain;

	for (i = 0; i < 2 && from->names[i]; i++) {
		length = strcspn(from->values[i], " ");
		plain = from->names[i] == ATTRIBUTE_IS &&
			!keyword(from->values[i], length, lists, 3) &&
			!keyword(from->values[i], length, bounds, 2);
		strbuf_add(out, i ? " " : "");
		/* Only a value that reads like one of these words needs to be told from it. */
		if (!plain)
			strbuf_printf(out, "%s ", attribute_name(from->names[i]));
		strbuf_add(out, from->values[i]);
	}
}

/* "at-least 16 below 18" */
static bool
read_bounds(char *cell, struct column_case *out)
{
	size_t i, length;

	for (i = 0; i < 2 && *cell; i++) {
		length = strcspn(cell, " ");
		out->names[i] = keyword(cell, length, bounds, 2);
		if (!out->names[i] || !cell[length] || (i && out->names[0] == out->names[1]))
			return false;
		out->values[i] = cell + length + 1;
		cell += length + 1;
		cell += strcspn(cell, " ");
		if (*cell)
			*cell++ = '\0';
	}
	return !*cell;
}

bool
column_read_case(char *cell, struct column_case *out)
{
	size_t length = strcspn(cell, " ");

	memset(out, 0, sizeof(*out));
	if (keyword(cell, length, bounds, 2))
		return read_bounds(cell, out);
	out->names[0] = keyword(cell, length, lists, 3);
	if (out->names[0])
		cell += cell[length] ? length + 1 : length;
	else
		out->names[0] = ATTRIBUTE_IS;
	out->values[0] = cell;
	return *cell != '\0';
}

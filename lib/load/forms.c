/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forms of attribute values, each what the pattern of the same name in the schema says. */
#include "load/forms.h"

#include <stddef.h>
#include <string.h>

#include "base/lang.h"
#include "load/grammar.h"

typedef size_t (*token_length)(const char *at); /* 0: no token begins here */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t
digits(const char *at)
{
	size_t i = 0;

	while (is_digit(at[i]))
		i++;
	return i;
}

static size_t
id_length(const char *at)
{
	size_t i = 0;

	if (!is_letter(*at) && !is_digit(*at))
		return 0;
	while (is_letter(at[i]) || is_digit(at[i]) || at[i] == '.' || at[i] == '_' || at[i] == '-')
		i++;
	return i;
}

static size_t
ref_length(const char *at)
{
	size_t first = id_length(at), second;

	if (first == 0 || at[first] != '/')
		return first;
	second = id_length(at + first + 1);
	return second ? first + 1 + second : 0;
}

static size_t
concept_length(const char *at)
{
	size_t length, word_length = 0, i;
	const char *word;

	if (*at == '*')
		return 1;
	length = id_length(at);
	if (length != 4 || memcmp(at, "kind:", 5) != 0)
		return length;
	length = id_length(at + 5);
	for (i = 0; (word = grammar_word(FORM_CONCEPT_KIND, i, &word_length)); i++)
		if (word_length == length && memcmp(word, at + 5, length) == 0)
			return 5 + length;
	return 0;
}

static bool
is_one(const char *value, token_length length)
{
	size_t size = length(value);

	return size > 0 && value[size] == '\0';
}

static bool
are_all(const char *value, token_length length)
{
	size_t size;

	for (;;) {
		size = length(value);
		if (size == 0)
			return false;
		value += size;
		if (*value == '\0')
			return true;
		if (*value++ != ' ')
			return false;
	}
}

const char *
concepts_wrong_word(const char *value, size_t *length)
{
	size_t size;

	for (; *value; value += *length + (value[*length] == ' ')) {
		*length = strcspn(value, " ");
		size = concept_length(value);
		if (size != *length)
			return value;
	}
	return NULL;
}

bool
is_text(const char *value)
{
	return *value != '\0';
}

bool
is_id(const char *value)
{
	return is_one(value, id_length);
}

bool
are_ids(const char *value)
{
	return are_all(value, id_length);
}

bool
is_ref(const char *value)
{
	return is_one(value, ref_length);
}

bool
are_refs(const char *value)
{
	return are_all(value, ref_length);
}

bool
is_scope(const char *value)
{
	return strcmp(value, "*") == 0 || are_refs(value);
}

bool
are_concepts(const char *value)
{
	return are_all(value, concept_length);
}

/* Whether there is such a day is a matter of meaning. */
bool
is_date(const char *value)
{
	if (digits(value) != 4)
		return false;
	value += 4;
	if (*value == '-' && digits(value + 1) == 2) {
		value += 3;
		if (*value == '-' && digits(value + 1) == 2)
			value += 3;
	}
	return *value == '\0';
}

bool
is_language(const char *value)
{
	return lang_is_tag(value);
}

bool
is_number(const char *value)
{
	size_t length = digits(value);

	return length >= 1 && length <= 9 && value[length] == '\0';
}

static size_t
amount_length(const char *at)
{
	size_t whole = digits(at), part;

	if (whole == 0 || at[whole] != '.')
		return whole;
	part = digits(at + whole + 1);
	return part ? whole + 1 + part : 0;
}

bool
is_amount(const char *value)
{
	return is_one(value, amount_length);
}

static size_t
factor_length(const char *at)
{
	size_t over = digits(at), under;

	if (over == 0 || at[over] != '/')
		return amount_length(at);
	under = digits(at + over + 1);
	return under ? over + 1 + under : 0;
}

bool
is_factor(const char *value)
{
	return is_one(value, factor_length);
}

bool
is_duration(const char *value)
{
	const char *unit, *left = "YMD";
	size_t length;

	if (*value++ != 'P' || *value == '\0')
		return false;
	for (; *value; value += length + 1, left = unit + 1) {
		length = digits(value);
		if (length == 0 || value[length] == '\0')
			return false;
		unit = strchr(left, value[length]);
		if (!unit)
			return false;
	}
	return true;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks things up in the table. */
#include "load/grammar.h"

#include <assert.h>
#include <string.h>

#include "load/forms.h"

#define REQUIRED 0x80
#define OPTIONAL 0

static const uint8_t contents[SHAPE_COUNT] = {
#define SHAPE(shape, content) [SHAPE_##shape] = CONTENT_##content,
#include "load/grammar.def"
};

static const uint8_t children[SHAPE_COUNT][ELEMENT_COUNT] = {
#define CHILD(shape, element, child) [SHAPE_##shape][ELEMENT_##element] = SHAPE_##child,
#include "load/grammar.def"
};

static const uint8_t attributes[SHAPE_COUNT][ATTRIBUTE_COUNT] = {
#define ATTRIBUTE_OF(shape, attribute, form, presence) \
	[SHAPE_##shape][ATTRIBUTE_##attribute] = FORM_##form | presence,
#include "load/grammar.def"
};

static const struct form_row {
	bool (*check)(const char *value);
	const char *text; /* expectation, or the words of a list */
	enum word_list list;
	int first, last; /* of a list in kinds.def */
} forms[FORM_COUNT] = {
#define WORD_FORM(form, list, first, last) [FORM_##form] = { NULL, NULL, WORDS_##list, first, last },
#define LIST_FORM(form, words) [FORM_##form] = { NULL, words, 0, 0, 0 },
#define FORM(form, check, expectation) [FORM_##form] = { check, expectation, 0, 0, 0 },
#include "load/grammar.def"
};

static_assert(FORM_COUNT < REQUIRED, "a form and its presence share a byte");
static_assert(ATTRIBUTE_COUNT <= 64, "the attributes of an element are a set in one word");

enum shape
grammar_root(enum element element)
{
	return element == ELEMENT_CORPUS ? SHAPE_CORPUS : grammar_child(SHAPE_CORPUS, element);
}

enum shape
grammar_child(enum shape parent, enum element element)
{
	return children[parent][element];
}

enum content
grammar_content(enum shape shape)
{
	return contents[shape];
}

enum form
grammar_form(enum shape shape, enum attribute attribute)
{
	return attributes[shape][attribute] & ~REQUIRED;
}

uint64_t
grammar_required(enum shape shape)
{
	uint64_t set = 0;
	int i;

	for (i = 0; i < ATTRIBUTE_COUNT; i++)
		set |= (uint64_t)(attributes[shape][i] / REQUIRED) << i;
	return set;
}

void
grammar_init(struct grammar *grammar)
{
	int shape;

	name_index_init(&grammar->names);
	for (shape = 0; shape < SHAPE_COUNT; shape++)
		grammar->required[shape] = grammar_required(shape);
}

/* The i-th of words with single spaces between. */
static const char *
list_word(const char *words, size_t i, size_t *length)
{
	for (; i > 0 && words; i--) {
		words = strchr(words, ' ');
		words = words ? words + 1 : NULL;
	}
	if (words)
		*length = strcspn(words, " ");
	return words;
}

const char *
grammar_word(enum form form, size_t i, size_t *length)
{
	const struct form_row *row = &forms[form];
	const char *word;

	if (row->check)
		return NULL;
	if (row->text)
		return list_word(row->text, i, length);
	if (i > (size_t)(row->last - row->first))
		return NULL;
	word = word_name(row->list, row->first + (int)i);
	*length = strlen(word);
	return word;
}

bool
grammar_matches(enum form form, const char *value)
{
	size_t size = strlen(value), length = 0, i;
	const char *word;

	if (forms[form].check)
		return forms[form].check(value);
	for (i = 0; (word = grammar_word(form, i, &length)); i++)
		if (length == size && memcmp(word, value, size) == 0)
			return true;
	return false;
}

const char *
grammar_expectation(enum form form)
{
	return forms[form].check ? forms[form].text : NULL;
}

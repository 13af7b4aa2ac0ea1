/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of elements, attributes and words. */
#include "model/kinds.h"

#include <string.h>

struct name {
	const char *text;
	size_t length;
};

static const struct name element_names[ELEMENT_COUNT] = {
#define ELEMENT(name, word) [ELEMENT_##name] = { word, sizeof(word) - 1 },
#include "model/kinds.def"
};

static const struct name attribute_names[ATTRIBUTE_COUNT] = {
#define ATTRIBUTE(name, word) [ATTRIBUTE_##name] = { word, sizeof(word) - 1 },
#include "model/kinds.def"
};

static const struct word_row {
	enum word_list list;
	int value;
	const char *name;
} word_rows[] = {
#define WORD(list, name, value, word) { WORDS_##list, value, word },
#include "model/kinds.def"
};

const char *
element_name(enum element element)
{
	return element > ELEMENT_NONE && element < ELEMENT_COUNT ? element_names[element].text : "";
}

const char *
attribute_name(enum attribute attribute)
{
	return attribute > ATTRIBUTE_NONE && attribute < ATTRIBUTE_COUNT
		       ? attribute_names[attribute].text
		       : "";
}

static int
find_name(const struct name *names, int count, const char *name, size_t length)
{
	int i;

	for (i = 1; i < count; i++)
		if (names[i].length == length && memcmp(names[i].text, name, length) == 0)
			return i;
	return 0;
}

enum element
element_find(const char *name, size_t length)
{
	return find_name(element_names, ELEMENT_COUNT, name, length);
}

enum attribute
attribute_find(const char *name, size_t length)
{
	return find_name(attribute_names, ATTRIBUTE_COUNT, name, length);
}

static unsigned int
slot_of(const char *name, size_t length)
{
	unsigned int first = (unsigned char)name[0], last = (unsigned char)name[length - 1];

	return (first * 31 + last * 7 + (unsigned int)length * 59) & 255;
}

static void
fill_slots(uint8_t *slots, const struct name *names, int count)
{
	unsigned int at;
	int i;

	for (i = 1; i < count; i++) {
		for (at = slot_of(names[i].text, names[i].length); slots[at]; at = (at + 1) & 255)
			;
		slots[at] = (uint8_t)i;
	}
}

void
name_index_init(struct name_index *index)
{
	memset(index, 0, sizeof(*index));
	fill_slots(index->elements, element_names, ELEMENT_COUNT);
	fill_slots(index->attributes, attribute_names, ATTRIBUTE_COUNT);
}

static int
find_slot(const uint8_t *slots, const struct name *names, const char *name, size_t length)
{
	unsigned int at;

	if (length == 0)
		return 0;
	for (at = slot_of(name, length); slots[at]; at = (at + 1) & 255)
		if (names[slots[at]].length == length &&
		    memcmp(names[slots[at]].text, name, length) == 0)
			return slots[at];
	return 0;
}

enum element
name_index_element(const struct name_index *index, const char *name, size_t length)
{
	return find_slot(index->elements, element_names, name, length);
}

enum attribute
name_index_attribute(const struct name_index *index, const char *name, size_t length)
{
	return find_slot(index->attributes, attribute_names, name, length);
}

const char *
word_name(enum word_list list, int value)
{
	size_t i;

	for (i = 0; i < sizeof(word_rows) / sizeof(*word_rows); i++)
		if (word_rows[i].list == list && word_rows[i].value == value)
			return word_rows[i].name;
	return "";
}

int
word_find(enum word_list list, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(word_rows) / sizeof(*word_rows); i++)
		if (word_rows[i].list == list && strcmp(word_rows[i].name, name) == 0)
			return word_rows[i].value;
	return 0;
}

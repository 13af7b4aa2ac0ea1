/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Enums made from kinds.def, and name <-> value. */
#ifndef MODEL_KINDS_H
#define MODEL_KINDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum element {
	ELEMENT_NONE = 0,
#define ELEMENT(name, word) ELEMENT_##name,
#include "model/kinds.def"
	ELEMENT_COUNT
};

enum attribute {
	ATTRIBUTE_NONE = 0,
#define ATTRIBUTE(name, word) ATTRIBUTE_##name,
#include "model/kinds.def"
	ATTRIBUTE_COUNT
};

/* FACET_TYPE_QUANTITY, KIND_ACT, MODALITY_SHALL, STATUS_BILL, BASIS_TEXT, VERDICT_FULL ... */
enum word {
	WORD_NONE = 0,
#define WORD(list, name, value, word) list##_##name = value,
#include "model/kinds.def"
	WORD_PAD_ = INT32_MAX
};

enum word_list {
	WORDS_FACET_TYPE = 1,
	WORDS_KIND,
	WORDS_CONCERN,
	WORDS_INSTRUMENT_TYPE,
	WORDS_MODALITY,
	WORDS_SUBJECT_TO,
	WORDS_STATUS,
	WORDS_BASIS,
	WORDS_VERDICT,
	WORDS_LAYOUT
};

/* Elements that hold text, and no elements. */
static inline bool
element_is_prose(uint32_t element)
{
	const uint64_t prose = UINT64_C(1) << ELEMENT_TITLE | UINT64_C(1) << ELEMENT_LABEL |
			       UINT64_C(1) << ELEMENT_PHRASE | UINT64_C(1) << ELEMENT_NOTE |
			       UINT64_C(1) << ELEMENT_CONDITION | UINT64_C(1) << ELEMENT_SOURCE;

	return prose >> (element & 63) & 1;
}

const char *element_name(enum element element);          /* "provision"; "" for none */
enum element element_find(const char *name, size_t length); /* ELEMENT_NONE if unknown */
const char *attribute_name(enum attribute attribute);
enum attribute attribute_find(const char *name, size_t length);

/* Both directions of names are for people's questions; whoever reads files makes an index first. */
struct name_index {
	uint8_t elements[256], attributes[256];
};
void name_index_init(struct name_index *index);
enum element name_index_element(const struct name_index *index, const char *name, size_t length);
enum attribute name_index_attribute(const struct name_index *index, const char *name,
				    size_t length);

const char *word_name(enum word_list list, int value);   /* "" for a value not in the list */
int word_find(enum word_list list, const char *name);    /* 0 if unknown */

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The grammar of the XML as a table: what may stand where, and of what form. */
#ifndef LOAD_GRAMMAR_H
#define LOAD_GRAMMAR_H

#include <stdbool.h>

#include "build/builder.h"

#define GRAMMAR_NAMESPACE "urn:cybertreaty:1"

enum shape {
	SHAPE_NONE = 0,
#define SHAPE(shape, content) SHAPE_##shape,
#include "load/grammar.def"
	SHAPE_COUNT
};

enum form {
	FORM_NONE = 0,
#define WORD_FORM(form, list, first, last) FORM_##form,
#define LIST_FORM(form, words) FORM_##form,
#define FORM(form, check, expectation) FORM_##form,
#include "load/grammar.def"
	FORM_COUNT
};

enum content {
	CONTENT_ELEMENTS = 1,
	CONTENT_FILLED = 2,    /* elements, and at least one */
	CONTENT_CHARACTERS = 3 /* text and no elements */
};

enum shape grammar_root(enum element element); /* SHAPE_NONE: not a root */
enum shape grammar_child(enum shape parent, enum element element);
enum content grammar_content(enum shape shape);
enum form grammar_form(enum shape shape, enum attribute attribute); /* FORM_NONE: not allowed */
uint64_t grammar_required(enum shape shape); /* bit 1 << attribute for each that must be there */

/* What is looked up per event, worked out once per load. */
struct grammar {
	struct name_index names;
	uint64_t required[SHAPE_COUNT]; /* grammar_required() */
};
void grammar_init(struct grammar *grammar);

/* Whether a value, its white space folded, is of the form. */
bool grammar_matches(enum form form, const char *value);

/* Words of a closed list in order; NULL past the last and for open forms. */
const char *grammar_word(enum form form, size_t i, size_t *length);

/* What an open form expects, in English; NULL for closed lists. */
const char *grammar_expectation(enum form form);

#endif

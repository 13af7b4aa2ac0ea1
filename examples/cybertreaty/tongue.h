/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The language of an answer: the program's own words, and names of the data in it. */
#ifndef TONGUE_H
#define TONGUE_H

#include <stdbool.h>

#include <cybertreaty/cybertreaty.h>

#include "buffer.h"

enum say {
#define WORD(id, ...) SAY_##id,
#include "words.def"
#undef WORD
	SAY_COUNT
};

struct tongue {
	const char *lang;     /* asked for; NULL: nobody asked */
	const char *const *words;
	size_t column;        /* of the tables */
	struct words kept;    /* names with a mark, to be freed */
};

void tongue_begin(struct tongue *tongue, const char *lang);
void tongue_release(struct tongue *tongue);

/* Whether the words are in the language asked for, or nobody asked. */
bool tongue_speaks(const struct tongue *tongue);
/* A word of the table; with what belongs into its places. */
const char *say(const struct tongue *tongue, enum say word);
void say_to(struct buffer *out, const struct tongue *tongue, enum say word, ...);
/* An id of the data as a word, "act" of "kind"; as it is where the table has none. */
const char *term(const struct tongue *tongue, const char *list, const char *id);
/* " and " as it sounds before a word. */
const char *say_and(const struct tongue *tongue, const char *next);

/* A text of the data, with its language in brackets if that was not asked for: "Strafgesetzbuch [de]".
 * What nobody asked to have in a language is not marked. Lives as long as the tongue. */
const char *marked(struct tongue *tongue, const char *text, const char *lang);

const char *law_title(struct tongue *tongue, const struct cyt_law *law);
const char *instrument_title(struct tongue *tongue, const struct cyt_instrument *instrument);
const char *article_title(struct tongue *tongue, const struct cyt_article *article);
const char *state_label(struct tongue *tongue, const struct cyt_state *state);
const char *facet_label(struct tongue *tongue, const struct cyt_facet *facet);
const char *value_label(struct tongue *tongue, const struct cyt_value *value);
const char *concept_label(struct tongue *tongue, const struct cyt_concept *concept);
/* NULL if it has none. */
const char *element_title(struct tongue *tongue, const struct cyt_element *element);
/* The title of a subject "a+b+c" as the library has it, with the marks of its parts. */
const char *subject_title(struct tongue *tongue, const struct cyt_corpus *corpus, const char *subject,
			  const char *title);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of sentences, by language. */
#ifndef QUERY_WORDS_H
#define QUERY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum say {
#define WORD(id, ...) SAY_##id,
#include "query/words.def"
#undef WORD
	SAY_COUNT
};

/* The words of a language, or of the nearest: the same without its region, else English. By enum
 * word; [SAY_LANGUAGE] says which it is. */
const char *const *words_of(const char *lang);
/* The same by number, NULL past the end. */
const char *const *words_at(size_t i);

/* What somebody asked to be answered in. */
struct tongue {
	const char *asked; /* of titles and labels; NULL: nobody asked, then it is English */
	const char *const *words; /* of sentences */
};

/* Of whoever did not ask: English. */
const struct tongue *tongue_plain(void);

static inline const char *
tongue_lang(const struct tongue *tongue)
{
	return tongue->asked ? tongue->asked : "en";
}

/* Whether text in a language is to be marked among sentences. Unmarked is what nobody asked to have
 * in a language, and what has none. */
bool tongue_is_foreign(const struct tongue *tongue, const char *lang);

#endif

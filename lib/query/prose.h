/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that is put together in the language of a result. */
#ifndef QUERY_PROSE_H
#define QUERY_PROSE_H

#include "query/finding.h"
#include "query/words.h"

struct prose {
	struct strbuf text;
	const struct tongue *tongue;
};

void prose_begin(struct prose *out, const struct cyt_result *result);
/* In English, without a result. */
void prose_plain(struct prose *out, const struct cyt_alloc_hooks *hooks);
/* Beside another: empty, for the same result. */
void prose_beside(struct prose *out, const struct prose *other);
/* Adds what was put together beside it, and frees that. */
void prose_take(struct prose *out, struct prose *other);
/* The same to text that is in no language. */
void prose_give(struct prose *words, struct strbuf *out);
/* Sends text and frees it. 0, CYT_ERR_NOMEM or CYT_ERR_SINK. */
int word_send(struct strbuf *out, cyt_sink sink, void *data);
/* Sends it as the whole answer of a call and frees it: where the language asked for has no
 * sentences, with that in which they are. */
int prose_send(struct prose *out, cyt_sink sink, void *data);

static inline void
prose_add(struct prose *out, const char *text)
{
	strbuf_add(&out->text, text);
}

/* Sentences follow each other with a blank between. */
static inline void
prose_next(struct prose *out)
{
	if (out->text.length)
		prose_add(out, " ");
}

/* A word of the table, as it is or with what belongs into its places. Its conversions are the same in
 * every language: tests/unit/test_words.c. */
void prose_say(struct prose *out, enum say word);
void prose_fill(struct prose *out, enum say word, ...);

/* One of the words that have an ELSE beside them in the table, as it is before `next`. */
const char *prose_before(const struct prose *out, enum say word, const char *next);

/* A text of the data, with its language in brackets if that is another one: "Strafgesetzbuch [de]". */
void prose_name(struct prose *out, const char *text, const char *lang);
/* The title or label of an element, or what stands for it. */
void prose_title(struct prose *out, const struct image *image, uint32_t node, enum element element,
		 const char *otherwise);
/* The title of a law: as the law of a sentence ("el Código Penal"), or as whose ("del Código
 * Penal"), or by itself. */
enum prose_law {
	PROSE_LAW,
	PROSE_OF_LAW,
	PROSE_LAW_TITLE
};

void prose_law(struct prose *out, const struct cyt_law *law, enum prose_law as);
/* The same of an instrument, which may stand in a law's place: "la Convención de …". */
void prose_instrument(struct prose *out, const struct cyt_instrument *instrument, enum prose_law as);
/* " of 2021-09-30", " del 30 de septiembre de 2021": with what belongs before it. */
void prose_of_date(struct prose *out, cyt_date date);

#endif

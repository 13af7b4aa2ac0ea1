/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Complaints, with the nearest names for a wrong one. */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include <cybertreaty/cybertreaty.h>

#include "buffer.h"

/* Says "cybertreaty: ..." on standard error; returns STATUS_TROUBLE. */
int trouble(const char *format, ...) __attribute__((format(printf, 1, 2)));

#define LIKELY_MOST 3

/* The names most like `wanted`, nearest first, as far as they are like it at all. The names must
 * outlive it. */
struct likely {
	const char *wanted;
	const char *best[LIKELY_MOST];
	size_t distance[LIKELY_MOST];
	size_t count;
};

void likely_offer(struct likely *likely, const char *name);
/* The complaint, with "did you mean" where something is near. */
int likely_trouble(const struct likely *likely, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* "laws, instruments or states" */
void names_list(const struct words *words, struct buffer *out);

/* People say "7" as soon as "art_7". NULL if there is none. */
const struct cyt_article *names_article_find(const struct cyt_instrument *instrument,
					     const char *name);
/* The complaint; of a paragraph, as "7(1)", it names the article. */
int names_article_unknown(const struct cyt_instrument *instrument, const char *name);

/* Kinds of what an id may name, as one wants it. */
enum {
	NAMES_LAW = 1 << 0,
	NAMES_INSTRUMENT = 1 << 1,
	NAMES_JURISDICTION = 1 << 2, /* a State, or whatever has laws */
	NAMES_ANY = NAMES_LAW | NAMES_INSTRUMENT | NAMES_JURISDICTION
};

bool names_has(const struct cyt_corpus *corpus, unsigned kinds, const char *id);
/* For an id of such that the corpus does not have: which are most like it, or have it in their title. */
int names_unknown(struct cyt_corpus *corpus, unsigned kinds, const char *what, const char *id);
/* For an id of anything below an element. */
void names_offer_below(struct likely *likely, const struct cyt_element *element);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words without case, accents and punctuation, in any script. */
#ifndef QUERY_FOLD_H
#define QUERY_FOLD_H

#include "base/alloc.h"

/* Working memory of folding; zero it, set `hooks`, and release it in the end. */
struct fold {
	const struct cyt_alloc_hooks *hooks;
	int32_t *points;
	size_t capacity;
};

void fold_release(struct fold *fold);

/* Adds the words of a text to `out`, each with a blank before and one after the last, so that
 * " word " and " beginning" can be looked for. Letters and digits are words apart: "ets185" is
 * " ets 185 ". What is not UTF-8 has no words. */
void fold_words(struct fold *fold, const char *text, struct strbuf *out);

#endif

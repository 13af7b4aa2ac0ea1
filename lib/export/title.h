/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a table says of itself: titles that own up to their language, and what it answers from what. */
#ifndef EXPORT_TITLE_H
#define EXPORT_TITLE_H

#include <cybertreaty/query.h>

#include "base/alloc.h"

/* The number of an article, or its id where it has none. */
const char *article_head(const struct cyt_article *article);

/* The title or label `text` of the element, and "[en]" behind it where another language was asked for. */
void title_add(struct strbuf *out, const char *text, const struct cyt_element *element, const char *lang);

/* Laws and actions that count in the answer as if they were there, with `between` between them. */
void supposed_add(struct strbuf *out, const struct cyt_result *result, const char *between);

/* "Kenya; Convention on Cybercrime. As at 2026-11-22; corpus of ..." */
void source_add(struct strbuf *out, const struct cyt_result *result, const char *lang);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words without case, accents and punctuation, in any script. */
#include "query/fold.h"

#include <string.h>

#include <utf8proc.h>

#define FOLDING (UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK)

enum sort { NO_WORD, LETTER, DIGIT };

void
fold_release(struct fold *fold)
{
	alloc_free(fold->hooks, fold->points);
	fold->points = NULL;
	fold->capacity = 0;
}

static enum sort
sort_of(int32_t point)
{
	switch (utf8proc_category(point)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return LETTER;
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return DIGIT;
	default:
		return NO_WORD;
	}
}

/* The folded characters of a text; how many, or 0 for none. */
static size_t
decompose(struct fold *fold, const char *text, size_t length)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t count;

	count = utf8proc_decompose(bytes, (utf8proc_ssize_t)length, fold->points,
				   (utf8proc_ssize_t)fold->capacity, FOLDING);
	if (count <= 0)
		return 0;
	if ((size_t)count <= fold->capacity)
		return (size_t)count;
	if (!alloc_grow(fold->hooks, &fold->points, &fold->capacity, (size_t)count,
			sizeof(*fold->points)))
		return SIZE_MAX;
	return (size_t)utf8proc_decompose(bytes, (utf8proc_ssize_t)length, fold->points,
					  (utf8proc_ssize_t)fold->capacity, FOLDING);
}

void
fold_words(struct fold *fold, const char *text, struct strbuf *out)
{
	size_t count = decompose(fold, text, strlen(text)), i;
	enum sort before = NO_WORD, sort;
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t size;

	if (count == SIZE_MAX) {
		out->failed = true;
		return;
	}
	for (i = 0; i < count; before = sort, i++) {
		sort = sort_of(fold->points[i]);
		if (sort == NO_WORD)
			continue;
		if (sort != before)
			strbuf_add(out, " ");
		size = utf8proc_encode_char(fold->points[i], bytes);
		strbuf_addn(out, (const char *)bytes, (size_t)size);
	}
	strbuf_add(out, " ");
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pieces of input in messages: short, and no character cut in two. */
#ifndef XMLIO_CLIP_H
#define XMLIO_CLIP_H

#include <stddef.h>

/* For "%.*s": the longest beginning of at most `limit` bytes that ends with a character. */
static inline int
clip(const char *text, size_t length, int limit)
{
	int at = limit;

	if (length <= (size_t)limit)
		return (int)length;
	while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
		at--;
	return at;
}

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Eight bytes of text looked at together. */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include <stdint.h>
#include <string.h>

#define WORD_ONES (UINT64_MAX / 255) /* 1 in every byte */
#define WORD_HIGHS (WORD_ONES << 7)

/* The first byte is the lowest, whatever the machine. */
static inline uint64_t
word_load(const char *text)
{
	uint64_t word;

	memcpy(&word, text, sizeof(word));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

/* The high bits of bytes below `limit` (at most 0x80). A byte above one that is may be marked too. */
static inline uint64_t
word_below(uint64_t word, unsigned char limit)
{
	return (word - WORD_ONES * limit) & ~word & WORD_HIGHS;
}

/* Exactly the high bits of bytes that are `byte`. */
static inline uint64_t
word_equal(uint64_t word, unsigned char byte)
{
	uint64_t other = word ^ WORD_ONES * byte;

	return ~(((other & ~WORD_HIGHS) + ~WORD_HIGHS) | other) & WORD_HIGHS;
}

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs of bits at any offset of an array of words. */
#ifndef MODEL_BITS_H
#define MODEL_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline uint64_t
bits_mask(uint32_t count)
{
	return count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0;
}

/* 1 to 64 bits from `at`. */
static inline uint64_t
bits_get(const uint64_t *words, size_t at, uint32_t count)
{
	size_t word = at / 64;
	uint32_t shift = (uint32_t)(at % 64);
	uint64_t bits = words[word] >> shift;

	if (shift && shift + count > 64)
		bits |= words[word + 1] << (64 - shift);
	return bits & bits_mask(count);
}

/* Writes 1 to 64 bits at `at`: in place of what is there, or in addition. */
static inline void
bits_put(uint64_t *words, size_t at, uint32_t count, uint64_t bits, bool replace)
{
	size_t word = at / 64;
	uint32_t shift = (uint32_t)(at % 64);
	uint64_t mask = bits_mask(count);

	if (replace)
		words[word] &= ~(mask << shift);
	words[word] |= bits << shift;
	if (shift == 0 || shift + count <= 64)
		return;
	if (replace)
		words[word + 1] &= ~(mask >> (64 - shift));
	words[word + 1] |= bits >> (64 - shift);
}

static inline bool
bits_test(const uint64_t *words, size_t at)
{
	return words[at / 64] >> (at % 64) & 1;
}

static inline void
bits_set(uint64_t *words, size_t at)
{
	words[at / 64] |= (uint64_t)1 << (at % 64);
}

#endif

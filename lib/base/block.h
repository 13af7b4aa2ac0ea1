/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One block of memory for all pieces of something. */
#ifndef BASE_BLOCK_H
#define BASE_BLOCK_H

#include <stddef.h>
#include <string.h>

/* One block that is cut into pieces, all of them aligned to 8. */
struct block {
	char *at;
	size_t size;
};

static inline size_t
block_rounded(size_t size)
{
	return (size + 7) & ~(size_t)7;
}

static inline void *
block_take(struct block *block, size_t count, size_t size)
{
	void *out = block->at;

	block->at += block_rounded(count * size);
	return out;
}

static inline void *
block_copy(struct block *block, const void *from, size_t count, size_t size)
{
	void *out = block_take(block, count, size);

	if (count)
		memcpy(out, from, count * size);
	return out;
}

#endif

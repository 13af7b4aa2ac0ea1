/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Checked allocation through hooks. */
#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

static void *
default_resize(void *data, void *block, size_t size)
{
	(void)data;
	if (size == 0) {
		free(block);
		return NULL;
	}
	return realloc(block, size);
}

const struct cyt_alloc_hooks alloc_default = { default_resize, NULL };

static bool
multiply(size_t count, size_t size, size_t *out)
{
	/* A request for nothing still gives a block, so that NULL means failure. */
	if (count == 0 || size == 0) {
		*out = 1;
		return true;
	}
	return !__builtin_mul_overflow(count, size, out);
}

void *
alloc_resize(const struct cyt_alloc_hooks *hooks, void *block, size_t count, size_t size)
{
	size_t bytes;

	if (!multiply(count, size, &bytes))
		return NULL;
	return hooks->resize(hooks->data, block, bytes);
}

void *
alloc_zero(const struct cyt_alloc_hooks *hooks, size_t count, size_t size)
{
	size_t bytes;
	void *block;

	if (!multiply(count, size, &bytes))
		return NULL;
	block = hooks->resize(hooks->data, NULL, bytes);
	if (block)
		memset(block, 0, bytes);
	return block;
}

void
alloc_free(const struct cyt_alloc_hooks *hooks, void *block)
{
	if (block)
		hooks->resize(hooks->data, block, 0);
}

char *
alloc_strdup(const struct cyt_alloc_hooks *hooks, const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = alloc_resize(hooks, NULL, size, 1);

	if (copy)
		memcpy(copy, text, size);
	return copy;
}

bool
alloc_grow(const struct cyt_alloc_hooks *hooks, void *array, size_t *capacity, size_t need,
	   size_t size)
{
	size_t grown = *capacity ? *capacity : 16;
	void *block;

	if (need <= *capacity)
		return true;
	while (grown < need) {
		if (grown > SIZE_MAX / 2)
			return false;
		grown *= 2;
	}
	memcpy(&block, array, sizeof(block));
	block = alloc_resize(hooks, block, grown, size);
	if (!block)
		return false;
	memcpy(array, &block, sizeof(block));
	*capacity = grown;
	return true;
}

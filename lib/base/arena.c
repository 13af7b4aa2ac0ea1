/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Blocks that are freed together, and text that grows. */
#include "base/alloc.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ARENA_BLOCK 16384u

struct arena_block {
	struct arena_block *next;
	uint64_t data[];
};

void
arena_init(struct arena *arena, const struct cyt_alloc_hooks *hooks)
{
	memset(arena, 0, sizeof(*arena));
	arena->hooks = hooks;
}

/* The bytes of a request, in words; false if there are too many. */
static bool
bytes_of(size_t count, size_t size, size_t *bytes)
{
	if (__builtin_mul_overflow(count, size, bytes) || *bytes > SIZE_MAX / 2)
		return false;
	*bytes = *bytes ? (*bytes + 7) & ~(size_t)7 : 8;
	return true;
}

/* A block for a request that the open one has no room for. */
static void *
open_block(struct arena *arena, size_t bytes)
{
	size_t room = bytes > ARENA_BLOCK / 4 ? bytes : ARENA_BLOCK;
	struct arena_block *block = alloc_resize(arena->hooks, NULL, sizeof(*block) + room, 1);

	if (!block)
		return NULL;
	block->next = arena->blocks;
	arena->blocks = block;
	/* A large request gets a block of its own and leaves the open one be. */
	if (room == bytes)
		return block->data;
	arena->at = (char *)block->data + bytes;
	arena->left = room - bytes;
	return block->data;
}

static inline void *
take(struct arena *arena, size_t bytes)
{
	void *out = arena->at;

	if (__builtin_expect(bytes > arena->left, 0))
		return open_block(arena, bytes);
	arena->at += bytes;
	arena->left -= bytes;
	return out;
}

void *
arena_take(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;

	return bytes_of(count, size, &bytes) ? take(arena, bytes) : NULL;
}

void *
arena_alloc(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;
	void *out = bytes_of(count, size, &bytes) ? take(arena, bytes) : NULL;

	return out ? memset(out, 0, bytes) : NULL;
}

char *
arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = length < SIZE_MAX ? arena_alloc(arena, length + 1, 1) : NULL;

	if (copy)
		memcpy(copy, text, length);
	return copy;
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		return NULL;
	text = arena_alloc(arena, (size_t)length + 1, 1);
	if (!text)
		return NULL;
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}

void
arena_rewind(struct arena *arena, const struct arena *mark)
{
	struct arena_block *block = arena->blocks, *next;

	for (; block != mark->blocks; block = next) {
		next = block->next;
		alloc_free(arena->hooks, block);
	}
	*arena = *mark;
}

void
arena_release(struct arena *arena)
{
	struct arena empty;

	arena_init(&empty, arena->hooks);
	arena_rewind(arena, &empty);
}

void
strbuf_init(struct strbuf *buf, const struct cyt_alloc_hooks *hooks)
{
	memset(buf, 0, sizeof(*buf));
	buf->hooks = hooks;
}

void
strbuf_addn(struct strbuf *buf, const char *text, size_t length)
{
	if (buf->failed)
		return;
	if (length > SIZE_MAX / 4 || !alloc_grow(buf->hooks, &buf->text, &buf->capacity,
						 buf->length + length + 1, 1)) {
		buf->failed = true;
		return;
	}
	memcpy(buf->text + buf->length, text, length);
	buf->length += length;
	buf->text[buf->length] = '\0';
}

void
strbuf_add(struct strbuf *buf, const char *text)
{
	strbuf_addn(buf, text, strlen(text));
}

void
strbuf_vprintf(struct strbuf *buf, const char *format, va_list args)
{
	va_list again;
	int length;

	if (buf->failed)
		return;
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0 || !alloc_grow(buf->hooks, &buf->text, &buf->capacity,
				      buf->length + (size_t)length + 1, 1)) {
		buf->failed = true;
		return;
	}
	vsnprintf(buf->text + buf->length, (size_t)length + 1, format, args);
	buf->length += (size_t)length;
}

void
strbuf_printf(struct strbuf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	strbuf_vprintf(buf, format, args);
	va_end(args);
}

void
strbuf_clear(struct strbuf *buf)
{
	buf->length = 0;
	if (buf->text)
		buf->text[0] = '\0';
}

const char *
strbuf_text(const struct strbuf *buf)
{
	if (buf->failed)
		return NULL;
	return buf->text ? buf->text : "";
}

void
strbuf_release(struct strbuf *buf)
{
	alloc_free(buf->hooks, buf->text);
	strbuf_init(buf, buf->hooks);
}

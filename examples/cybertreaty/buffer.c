/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that grows. */
#include "buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *
grow(void *block, size_t count, size_t size)
{
	void *out = count <= SIZE_MAX / size ? realloc(block, count * size) : NULL;

	if (!out) {
		fputs("cybertreaty: out of memory\n", stderr);
		exit(2);
	}
	return out;
}

static void
reserve(struct buffer *buffer, size_t more)
{
	size_t need = buffer->length + more + 1;

	if (need <= buffer->capacity)
		return;
	buffer->capacity = need < 256 ? 256 : need * 2;
	buffer->text = grow(buffer->text, buffer->capacity, 1);
}

void
buffer_addn(struct buffer *buffer, const char *text, size_t length)
{
	reserve(buffer, length);
	memcpy(buffer->text + buffer->length, text, length);
	buffer->length += length;
	buffer->text[buffer->length] = '\0';
}

void
buffer_add(struct buffer *buffer, const char *text)
{
	buffer_addn(buffer, text, strlen(text));
}

void
buffer_vprintf(struct buffer *buffer, const char *format, va_list args)
{
	va_list again;
	int length;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		return;
	reserve(buffer, (size_t)length);
	vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, args);
	buffer->length += (size_t)length;
}

void
buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buffer_vprintf(buffer, format, args);
	va_end(args);
}

void
buffer_release(struct buffer *buffer)
{
	free(buffer->text);
	memset(buffer, 0, sizeof(*buffer));
}

const char *
buffer_text(const struct buffer *buffer)
{
	return buffer->text ? buffer->text : "";
}

int
buffer_sink(void *data, const char *text, size_t length)
{
	buffer_addn(data, text, length);
	return 0;
}

void
words_add(struct words *words, const char *word)
{
	words->at = grow(words->at, words->count + 1, sizeof(*words->at));
	words->at[words->count++] = word;
}

void
words_add_new(struct words *words, const char *word)
{
	size_t i;

	for (i = 0; i < words->count; i++)
		if (strcmp(words->at[i], word) == 0)
			return;
	words_add(words, word);
}

void
words_release(struct words *words)
{
	free(words->at);
	memset(words, 0, sizeof(*words));
}

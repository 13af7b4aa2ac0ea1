/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that grows. Without memory the program ends: it is short-lived and has nothing to save. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct buffer {
	char *text; /* terminated; NULL while empty */
	size_t length, capacity;
};

void buffer_add(struct buffer *buffer, const char *text);
void buffer_addn(struct buffer *buffer, const char *text, size_t length);
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
void buffer_release(struct buffer *buffer);

/* "" for an empty one. */
const char *buffer_text(const struct buffer *buffer);

/* A cyt_sink; `data` is the buffer. */
int buffer_sink(void *data, const char *text, size_t length);

/* A list of strings that belong to somebody else, such as argv. */
struct words {
	const char **at;
	size_t count;
};

void words_add(struct words *words, const char *word);
void words_add_new(struct words *words, const char *word); /* unless it is there */
void words_release(struct words *words);

/* realloc() that does not return without memory. */
void *grow(void *block, size_t count, size_t size);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Memory through the caller's hooks, with sizes multiplied here and nowhere else. */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cyt_alloc_hooks {
	void *(*resize)(void *data, void *block, size_t size); /* size 0 frees */
	void *data;
};

extern const struct cyt_alloc_hooks alloc_default;

/* All return NULL for a failed or overflowing request. Zeroed unless said. */
void *alloc_zero(const struct cyt_alloc_hooks *hooks, size_t count, size_t size);
void *alloc_resize(const struct cyt_alloc_hooks *hooks, void *block, size_t count, size_t size);
void alloc_free(const struct cyt_alloc_hooks *hooks, void *block);
char *alloc_strdup(const struct cyt_alloc_hooks *hooks, const char *text);

/* Grows an array to hold at least `need` elements; capacity doubles.
 * Contents beyond the old capacity are not initialised. */
bool alloc_grow(const struct cyt_alloc_hooks *hooks, void *array, size_t *capacity, size_t need,
		size_t size);

/* Many small blocks, freed at once. */
struct arena_block;
struct arena {
	const struct cyt_alloc_hooks *hooks;
	struct arena_block *blocks;
	char *at;
	size_t left;
};

void arena_init(struct arena *arena, const struct cyt_alloc_hooks *hooks);
void *arena_alloc(struct arena *arena, size_t count, size_t size); /* zeroed, 8-aligned */
void *arena_take(struct arena *arena, size_t count, size_t size); /* whatever was there, 8-aligned */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Gives back all that came after `mark`, a copy of the arena as it was. */
void arena_rewind(struct arena *arena, const struct arena *mark);
void arena_release(struct arena *arena);

/* Text that grows; `failed` is sticky, so that callers check once. */
struct strbuf {
	const struct cyt_alloc_hooks *hooks;
	char *text;
	size_t length, capacity;
	bool failed;
};

void strbuf_init(struct strbuf *buf, const struct cyt_alloc_hooks *hooks);
void strbuf_add(struct strbuf *buf, const char *text);
void strbuf_addn(struct strbuf *buf, const char *text, size_t length);
void strbuf_printf(struct strbuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_vprintf(struct strbuf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
void strbuf_clear(struct strbuf *buf);
const char *strbuf_text(const struct strbuf *buf); /* "" when empty; NULL after a failure */
void strbuf_release(struct strbuf *buf);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the fuzz targets share: corpora of the tree, texts, chance. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
fuzz_fail(const char *what)
{
	fprintf(stderr, "%s: not so: %s\n", fuzz_name, what);
	abort();
}

struct cyt_ctx *
fuzz_ctx(void)
{
	static struct cyt_ctx *ctx;

	if (!ctx)
		FUZZ_REQUIRE(cyt_ctx_new(&ctx) == 0);
	return ctx;
}

struct cyt_corpus *
fuzz_load_tree(const char *const *names)
{
	const char *root = getenv("CYT_SRCDIR");
	struct cyt_corpus *corpus = NULL;
	struct cyt_loader *loader;
	char path[4096];

	FUZZ_REQUIRE(cyt_loader_new(fuzz_ctx(), &loader) == 0);
	for (; *names; names++) {
		snprintf(path, sizeof(path), "%s/%s", root ? root : ".", *names);
		FUZZ_REQUIRE(cyt_loader_add_path(loader, path) == 0);
	}
	cyt_loader_finish(loader, NULL, &corpus);
	cyt_loader_free(loader);
	return corpus;
}

struct cyt_corpus *
fuzz_base(void)
{
	static const char *const names[] = { "tests/data/mini", NULL };
	static struct cyt_corpus *corpus;

	if (!corpus)
		corpus = fuzz_load_tree(names);
	if (!corpus)
		fuzz_fail("CYT_SRCDIR names the source tree");
	return corpus;
}

int
fuzz_sink(void *data, const char *bytes, size_t length)
{
	struct fuzz_text *text = data;
	size_t need = text->length + length + 1;
	char *grown;

	if (need > text->capacity) {
		grown = realloc(text->bytes, 2 * need);
		FUZZ_REQUIRE(grown);
		text->bytes = grown;
		text->capacity = 2 * need;
	}
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
	return 0;
}

uint32_t
fuzz_below(uint64_t *seed, uint32_t end)
{
	uint64_t x = *seed += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)((x ^ x >> 31) % end);
}

uint64_t
fuzz_chance(const uint8_t *bytes, size_t size)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325);
	size_t i;

	for (i = 0; i < size; i++)
		sum = (sum ^ bytes[i]) * UINT64_C(0x100000001b3);
	return sum;
}

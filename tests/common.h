/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What several tests need: corpora of the tree, everything that can be read of one, answers as
 * text. Include after cmocka.h. */
#ifndef TESTS_COMMON_H
#define TESTS_COMMON_H

#include <cybertreaty/cybertreaty.h>

/* A path of the source tree; the caller frees it. */
char *tree_path(const char *name);

/* Loads files and folders of the source tree, up to a NULL; fails the test if it cannot. */
struct cyt_corpus *corpus_of(struct cyt_ctx *ctx, const char *const *names);

/* The state of a test: a corpus and its context. */
struct fixture {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
};
int fixture_set_up(void **state); /* with tests/data/mini */
int fixture_tear_down(void **state);

/* Loops that try every place try each N-th of CYT_STRIDE=N: for valgrind, under which all would take
 * an hour. 1 without it; fails the test if it is no number. */
size_t stride(void);

/* The installed data; the worked cases of the semantics with one law. */
extern const char *const shipped_names[];
extern const char *const worked_names[];

/* Calls every getter on everything a corpus holds; equal corpora give equal sums. */
uint64_t corpus_walk(const struct cyt_corpus *corpus);

/* A growing text that is a sink. */
struct text {
	char *bytes; /* NULL while it is empty; the owner frees it */
	size_t length, capacity;
};
int text_sink(void *data, const char *bytes, size_t length);
int sink_nothing(void *data, const char *bytes, size_t length);

typedef int (*inquiry)(struct cyt_corpus *corpus, const char *subject, const char *instrument,
			const struct cyt_terms *terms, struct cyt_result **out);

/* The answer as JSON, or what went wrong; added to `out`. */
int ask(struct cyt_ctx *ctx, struct cyt_corpus *corpus, inquiry question, const char *subject,
	const char *instrument, cyt_date as_at, struct text *out);

/* The same, of coverage, gaps and beyond for every law, State and instrument against every
 * instrument; stops at the first error. */
int ask_everything(struct cyt_ctx *ctx, struct cyt_corpus *corpus, cyt_date as_at,
		   struct text *out);

#endif

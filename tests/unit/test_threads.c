/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Eight readers of one corpus and one result, without a lock: what is made when first asked for, they
 * make at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"

#define READERS 8
#define ROUNDS 3
#define AS_AT 20270701

struct shared {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
	struct cyt_result *result;
	pthread_barrier_t start;
	/* what one thread alone got */
	uint64_t walk;
	struct text answers, json;
};

static bool
same(const struct text *left, const struct text *right)
{
	return left->length == right->length && memcmp(left->bytes, right->bytes, left->length) == 0;
}

/* Assertions belong to the main thread: a reader only says whether all was as it should be. */
static bool
read_once(struct shared *shared)
{
	struct cyt_corpus *corpus = cyt_corpus_ref(shared->corpus);
	struct cyt_result *result = cyt_result_ref(shared->result);
	struct cyt_ctx *ctx = cyt_ctx_ref(shared->ctx);
	struct text answers = { NULL, 0, 0 }, json = { NULL, 0, 0 };
	bool sound;

	sound = corpus_walk(corpus) == shared->walk &&
		ask_everything(ctx, corpus, AS_AT, &answers) == 0 &&
		cyt_export_json(result, text_sink, &json) == 0 && same(&json, &shared->json) &&
		same(&answers, &shared->answers);
	free(answers.bytes);
	free(json.bytes);
	cyt_ctx_unref(ctx);
	cyt_result_unref(result);
	cyt_corpus_unref(corpus);
	return sound;
}

static void *
reader(void *data)
{
	struct shared *shared = data;
	int round;

	pthread_barrier_wait(&shared->start);
	for (round = 0; round < ROUNDS; round++)
		if (!read_once(shared))
			return "different";
	return NULL;
}

/* Loading beside reading: nothing of the library is shared but the corpus. */
static void *
loader(void *data)
{
	struct shared *shared = data;
	struct cyt_corpus *corpus;
	bool same_digest;

	pthread_barrier_wait(&shared->start);
	corpus = corpus_of(shared->ctx, worked_names);
	same_digest = strcmp(cyt_corpus_digest(corpus), cyt_corpus_digest(shared->corpus)) == 0;
	cyt_corpus_unref(corpus);
	return same_digest ? NULL : "different";
}

/* Of a corpus that nobody asks but once. */
static struct cyt_result *
ask_coverage(struct shared *shared, struct cyt_corpus *corpus)
{
	struct cyt_result *result;
	struct cyt_terms *terms;

	assert_int_equal(cyt_terms_new(shared->ctx, AS_AT, &terms), 0);
	assert_int_equal(cyt_query_coverage(corpus, "BB", "rich-treaty", terms, &result), 0);
	cyt_terms_free(terms);
	return result;
}

/* What one thread alone gets, it gets of another corpus, so that nothing is there yet. */
static void
prepare(struct shared *shared)
{
	struct cyt_corpus *other;
	struct cyt_result *result;

	assert_int_equal(cyt_ctx_new(&shared->ctx), 0);
	shared->corpus = corpus_of(shared->ctx, worked_names);
	other = corpus_of(shared->ctx, worked_names);
	shared->result = ask_coverage(shared, other);
	result = ask_coverage(shared, other);
	shared->walk = corpus_walk(other);
	assert_int_equal(ask_everything(shared->ctx, other, AS_AT, &shared->answers), 0);
	assert_int_equal(cyt_export_json(result, text_sink, &shared->json), 0);
	cyt_result_unref(result);
	cyt_corpus_unref(other);
	assert_int_equal(pthread_barrier_init(&shared->start, NULL, READERS + 1), 0);
}

static void
readers_of_one_corpus_do_not_disturb_each_other(void **state)
{
	struct shared shared = { 0 };
	pthread_t threads[READERS + 1];
	void *wrong;
	int i;

	(void)state;
	prepare(&shared);
	for (i = 0; i <= READERS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, i < READERS ? reader : loader,
						&shared),
				 0);
	for (i = 0; i <= READERS; i++) {
		assert_int_equal(pthread_join(threads[i], &wrong), 0);
		assert_null(wrong);
	}
	pthread_barrier_destroy(&shared.start);
	cyt_result_unref(shared.result);
	cyt_corpus_unref(shared.corpus);
	cyt_ctx_unref(shared.ctx);
	free(shared.answers.bytes);
	free(shared.json.bytes);
}

static void *
hold_and_let_go(void *data)
{
	struct cyt_corpus *corpus = data;
	int i;

	for (i = 0; i < 10000; i++) {
		cyt_corpus_ref(corpus);
		cyt_corpus_unref(corpus);
	}
	cyt_corpus_unref(corpus);
	return NULL;
}

static void
the_last_of_many_holders_frees(void **state)
{
	struct cyt_corpus *corpus;
	pthread_t threads[READERS];
	struct cyt_ctx *ctx;
	int i;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, worked_names);
	cyt_ctx_unref(ctx);
	for (i = 0; i < READERS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, hold_and_let_go,
						cyt_corpus_ref(corpus)),
				 0);
	cyt_corpus_unref(corpus);
	for (i = 0; i < READERS; i++)
		assert_int_equal(pthread_join(threads[i], NULL), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(readers_of_one_corpus_do_not_disturb_each_other),
		cmocka_unit_test(the_last_of_many_holders_frees),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

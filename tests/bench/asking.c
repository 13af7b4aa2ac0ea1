/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions through the public functions, on a snapshot that was opened and verified. */
#include "bench.h"

#include <stdio.h>

#define SUBJECTS 16 /* asked in turn */
#define ROUNDS 48
#define PAIRS_OF 20 /* laws, each with each */

typedef int (*question)(struct cyt_corpus *corpus, const char *subject, const char *instrument,
			const struct cyt_terms *terms, struct cyt_result **out);

struct asking {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
	struct cyt_terms *terms;
};

static struct asking
begin(const struct bench *bench)
{
	struct asking asking;

	asking.corpus = opened(bench, &asking.ctx);
	if (cyt_terms_new(asking.ctx, AS_AT, &asking.terms) < 0)
		die("no memory");
	return asking;
}

static int
count_bytes(void *data, const char *text, size_t length)
{
	(void)text;
	*(size_t *)data += length;
	return 0;
}

static const char *
subject_name(const struct bench *bench, const struct asking *asking, size_t i, bool country)
{
	const struct cyt_law *law =
		cyt_corpus_law_at(asking->corpus, i % SUBJECTS * bench->laws / SUBJECTS);

	return country ? cyt_law_jurisdiction(law) : cyt_law_id(law);
}

static void
ask(const struct bench *bench, struct sample *sample, question what, bool country, bool json,
    size_t rounds)
{
	struct asking asking = begin(bench);
	struct cyt_result *result;
	double times[ROUNDS], start;
	size_t bytes = 0, i;

	/* Before the clock starts: one round over the same subjects. */
	for (i = 0; i < rounds + SUBJECTS; i++) {
		start = now();
		if (what(asking.corpus, subject_name(bench, &asking, i, country), INSTRUMENT,
			 asking.terms, &result) < 0)
			die("no answer");
		if (json && cyt_export_json(result, count_bytes, &bytes) < 0)
			die("no JSON");
		if (i >= SUBJECTS)
			times[i - SUBJECTS] = now() - start;
		cyt_result_unref(result);
	}
	sample->seconds = median(times, rounds);
}

void
measure_coverage(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, false, false, ROUNDS);
}

void
measure_coverage_json(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, false, true, ROUNDS);
}

void
measure_coverage_country(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, true, false, ROUNDS);
}

void
measure_beyond(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_beyond, false, false, ROUNDS);
}

void
measure_gaps(const struct bench *bench, struct sample *sample)
{
	struct asking asking = begin(bench);
	struct cyt_result *result;
	double start = now();

	if (cyt_query_gaps(asking.corpus, subject_name(bench, &asking, 0, false), INSTRUMENT,
			   asking.terms, &result) < 0)
		die("no gaps");
	sample->seconds = now() - start;
}

void
measure_matrix(const struct bench *bench, struct sample *sample)
{
	struct asking asking = begin(bench);
	struct cyt_result *result;
	double start = now();

	if (cyt_query_matrix(asking.corpus, INSTRUMENT, CYT_MATRIX_BY_LAW, asking.terms,
			     &result) < 0)
		die("no matrix");
	sample->seconds = now() - start;
	sample->value = (double)cyt_result_holder_count(result);
}

void
measure_dual_pairs(const struct bench *bench, struct sample *sample)
{
	struct asking asking = begin(bench);
	char first[32], second[32];
	struct cyt_result *result;
	double start = now();
	size_t i, k;

	for (i = 0; i < PAIRS_OF && i < bench->laws; i++) {
		for (k = i + 1; k < PAIRS_OF && k < bench->laws; k++) {
			law_id(i, first);
			law_id(k, second);
			if (cyt_query_dual_against(asking.corpus, first, second, INSTRUMENT,
						   asking.terms, &result) < 0)
				die("no answer on dual criminality");
			cyt_result_unref(result);
			sample->value++;
		}
	}
	sample->seconds = now() - start;
}

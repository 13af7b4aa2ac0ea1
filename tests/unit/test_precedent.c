/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A corpus that was asked about everybody answers as one that nobody asked yet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "common.h"

#define LATER 20261121
#define EARLIER 20140101

/* Every law and its State, which share precedents, against every instrument on two dates. */
static void
ask_of_everybody(struct cyt_ctx *ctx, struct cyt_corpus *corpus, struct text *out)
{
	size_t i, k, laws = cyt_corpus_law_count(corpus);
	const struct cyt_law *law;
	const char *instrument;

	for (i = 0; i < laws * cyt_corpus_instrument_count(corpus); i++) {
		law = cyt_corpus_law_at(corpus, i % laws);
		instrument = cyt_instrument_id(cyt_corpus_instrument_at(corpus, i / laws));
		for (k = 0; k < 4; k++)
			assert_int_equal(ask(ctx, corpus, cyt_query_coverage,
					     k & 1 ? cyt_law_jurisdiction(law) : cyt_law_id(law),
					     instrument, k & 2 ? EARLIER : LATER, out),
					 0);
	}
}

static void
tabulate(struct cyt_ctx *ctx, struct cyt_corpus *corpus, struct text *out)
{
	struct cyt_result *result;
	struct cyt_terms *terms;
	size_t i;

	assert_int_equal(cyt_terms_new(ctx, LATER, &terms), 0);
	for (i = 0; i < cyt_corpus_instrument_count(corpus); i++) {
		assert_int_equal(
			cyt_query_matrix(corpus,
					 cyt_instrument_id(cyt_corpus_instrument_at(corpus, i)),
					 CYT_MATRIX_BY_LAW, terms, &result),
			0);
		assert_int_equal(cyt_export_json(result, text_sink, out), 0);
		cyt_result_unref(result);
	}
	cyt_terms_free(terms);
}

static void
what_is_known_changes_no_answer(void **state)
{
	struct text first = { NULL, 0, 0 }, second = { NULL, 0, 0 };
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, worked_names);
	ask_of_everybody(ctx, corpus, &first);
	tabulate(ctx, corpus, &first);
	ask_of_everybody(ctx, corpus, &second);
	tabulate(ctx, corpus, &second);
	assert_true(first.length > 0);
	assert_int_equal(first.length, second.length);
	assert_memory_equal(first.bytes, second.bytes, first.length);
	cyt_corpus_unref(corpus);
	free(first.bytes);
	free(second.bytes);
	cyt_ctx_unref(ctx);
}

/* Of each law alone, of a corpus opened for it, and of one that was asked about all others before. */
static void
what_others_say_changes_no_answer(void **state)
{
	struct text alone = { NULL, 0, 0 }, among = { NULL, 0, 0 }, rest = { NULL, 0, 0 };
	struct cyt_corpus *corpus, *fresh;
	const char *law, *instrument;
	char path[64];
	struct cyt_ctx *ctx;
	size_t i;

	(void)state;
	snprintf(path, sizeof(path), "precedent-%ld.cyt", (long)getpid());
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	assert_int_equal(cyt_corpus_save(corpus, path), 0);
	for (i = 0; i < cyt_corpus_law_count(corpus); i += 5) {
		law = cyt_law_id(cyt_corpus_law_at(corpus, i));
		instrument = cyt_instrument_id(cyt_corpus_instrument_at(
			corpus, i % cyt_corpus_instrument_count(corpus)));
		assert_int_equal(cyt_corpus_open(ctx, path, NULL, &fresh), 0);
		assert_int_equal(ask(ctx, fresh, cyt_query_coverage, law, instrument, LATER,
				     &alone), 0);
		cyt_corpus_unref(fresh);
	}
	tabulate(ctx, corpus, &rest);
	for (i = cyt_corpus_law_count(corpus); i-- > 0;)
		assert_int_equal(ask(ctx, corpus, cyt_query_beyond,
				     cyt_law_id(cyt_corpus_law_at(corpus, i)),
				     cyt_instrument_id(cyt_corpus_instrument_at(
					     corpus, i / 5 * 5 % cyt_corpus_instrument_count(corpus))),
				     LATER, &rest), 0);
	for (i = 0; i < cyt_corpus_law_count(corpus); i += 5) {
		law = cyt_law_id(cyt_corpus_law_at(corpus, i));
		instrument = cyt_instrument_id(cyt_corpus_instrument_at(
			corpus, i % cyt_corpus_instrument_count(corpus)));
		assert_int_equal(ask(ctx, corpus, cyt_query_coverage, law, instrument, LATER,
				     &among), 0);
	}
	unlink(path);
	assert_true(alone.length > 0);
	assert_int_equal(alone.length, among.length);
	assert_memory_equal(alone.bytes, among.bytes, alone.length);
	cyt_corpus_unref(corpus);
	free(alone.bytes);
	free(among.bytes);
	free(rest.bytes);
	cyt_ctx_unref(ctx);
}

/* -- who covers a concept ------------------------------------------------------------------- */

static void
say(struct text *out, const char *text)
{
	assert_int_equal(text_sink(out, text, strlen(text)), 0);
	assert_int_equal(text_sink(out, "\n", 1), 0);
}

static void
tell_row(const struct cyt_row_finding *row, struct text *out)
{
	const struct cyt_evidence *evidence;
	size_t i;

	say(out, cyt_verdict_name(cyt_row_finding_verdict(row)));
	say(out, cyt_row_finding_supplied_by_count(row) ? "supplied by" : "by nobody");
	for (i = 0; i < cyt_row_finding_supplied_by_count(row); i++) {
		evidence = cyt_row_finding_supplied_by_at(row, i);
		say(out, cyt_law_id(cyt_evidence_law(evidence)));
		say(out, cyt_provision_num(cyt_evidence_provision(evidence)));
		say(out, cyt_evidence_is_redundant(evidence) ? "redundant" : "needed");
	}
}

/* Every State and law as it covers a concept; with a limit that lets everything through, nothing is taken
 * from what others say. */
static void
tell_who_covers(struct cyt_ctx *ctx, struct cyt_corpus *corpus, const char *concept, bool limit,
		struct text *out)
{
	const struct cyt_holder *holder;
	struct cyt_result *result;
	struct cyt_terms *terms;
	size_t i, k;

	assert_int_equal(cyt_terms_new(ctx, LATER, &terms), 0);
	if (limit)
		assert_int_equal(cyt_terms_set_basis(terms, CYT_BASIS_UNVERIFIED), 0);
	assert_int_equal(cyt_query_covering(corpus, concept, terms, &result), 0);
	for (i = 0; i < cyt_result_holder_count(result); i++) {
		holder = cyt_result_holder_at(result, i);
		say(out, cyt_holder_subject(holder));
		say(out, cyt_verdict_name(cyt_holder_verdict(holder)));
		for (k = 0; k < cyt_holder_row_count(holder); k++)
			tell_row(cyt_holder_row_at(holder, k), out);
	}
	cyt_result_unref(result);
	cyt_terms_free(terms);
}

static void
what_others_say_changes_no_holder(void **state)
{
	struct text with = { NULL, 0, 0 }, without = { NULL, 0, 0 };
	struct cyt_corpus *corpus;
	const char *concept;
	struct cyt_ctx *ctx;
	size_t i;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	for (i = 0; i < cyt_corpus_concept_count(corpus); i++) {
		concept = cyt_concept_id(cyt_corpus_concept_at(corpus, i));
		tell_who_covers(ctx, corpus, concept, false, &with);
		tell_who_covers(ctx, corpus, concept, true, &without);
	}
	assert_non_null(with.bytes);
	assert_non_null(strstr(with.bytes, "redundant"));
	assert_int_equal(with.length, without.length);
	assert_memory_equal(with.bytes, without.bytes, with.length);
	cyt_corpus_unref(corpus);
	free(with.bytes);
	free(without.bytes);
	cyt_ctx_unref(ctx);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_others_say_changes_no_holder),
		cmocka_unit_test(what_is_known_changes_no_answer),
		cmocka_unit_test(what_others_say_changes_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

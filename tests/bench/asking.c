/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions through the public functions, on a snapshot that was opened and verified. */
#include "bench.h"

typedef int (*question)(struct cyt_corpus *corpus, const char *subject, const char *instrument,
			const struct cyt_terms *terms, struct cyt_result **out);
/* Reads an answer; what it returns makes sure that nothing of it was idle. */
typedef size_t (*reading)(const struct cyt_result *result);

struct asking {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
	struct cyt_terms *terms;
};

static struct asking
begin(const struct bench *bench)
{
	struct asking asking;

	asking.corpus = opened(snapshot_path(bench), &asking.ctx);
	if (cyt_terms_new(asking.ctx, AS_AT, &asking.terms) < 0)
		die("no memory");
	return asking;
}

/* -- reading answers -------------------------------------------------------------------------- */

/* Reads a string as far as SQLite is made to, which tells a length that it knows: that it is there. */
static size_t
touch(const char *text)
{
	return (unsigned char)*text;
}

static size_t
read_verdicts(const struct cyt_result *result)
{
	size_t sum = 0, i;

	for (i = 0; i < cyt_result_provision_count(result); i++)
		sum += cyt_provision_finding_verdict(cyt_result_provision_at(result, i));
	return sum;
}

/* A citation: law, number, by which extension, under which conditions, and whether it is needed. */
static size_t
read_evidence(const struct cyt_evidence *evidence)
{
	const struct cyt_extend *via = cyt_evidence_via(evidence);
	const char *condition;
	size_t sum, i;

	sum = touch(cyt_law_id(cyt_evidence_law(evidence)));
	sum += touch(cyt_provision_num(cyt_evidence_provision(evidence)));
	sum += via ? touch(cyt_extend_id(via)) : 0;
	sum += (size_t)cyt_evidence_is_redundant(evidence);
	for (i = 0; (condition = cyt_evidence_condition_at(evidence, i)) != NULL; i++)
		sum += touch(condition);
	return sum + (cyt_evidence_region(evidence) != NULL);
}

static size_t
read_row(const struct cyt_row_finding *row)
{
	size_t sum = cyt_row_finding_verdict(row), i;

	sum += cyt_row_finding_basis(row) + (size_t)cyt_row_finding_consulted(row);
	sum += touch(cyt_demand_id(cyt_row_finding_demand(row)));
	for (i = 0; i < cyt_row_finding_supplied_by_count(row); i++)
		sum += read_evidence(cyt_row_finding_supplied_by_at(row, i));
	for (i = 0; i < cyt_row_finding_conditional_count(row); i++)
		sum += read_evidence(cyt_row_finding_conditional_at(row, i));
	for (i = 0; i < cyt_row_finding_option_used_count(row); i++)
		sum += touch(cyt_way_id(cyt_row_finding_option_used_at(row, i)));
	for (i = 0; i < cyt_row_finding_reservation_used_count(row); i++)
		sum += touch(cyt_action_id(cyt_row_finding_reservation_used_at(row, i)));
	for (i = 0; i < cyt_row_finding_optional_covered_count(row); i++)
		sum += touch(cyt_way_id(cyt_row_finding_optional_covered_at(row, i)));
	return sum;
}

static size_t
read_beyond(const struct cyt_result *result)
{
	const struct cyt_concept *concept;
	size_t sum = 0, i, k;

	for (i = 0; i < cyt_result_beyond_count(result); i++) {
		const struct cyt_beyond *beyond = cyt_result_beyond_at(result, i);

		sum += touch(cyt_concept_id(cyt_beyond_concept(beyond)));
		sum += (size_t)cyt_beyond_concern(beyond);
		for (k = 0; cyt_beyond_by_silence_at(beyond, k); k++)
			sum++;
	}
	for (i = 0; (concept = cyt_result_unasked_at(result, i)) != NULL; i++)
		sum += touch(cyt_concept_id(concept));
	return sum;
}

static size_t
read_everything(const struct cyt_result *result)
{
	size_t sum = 0, i, k;

	for (i = 0; i < cyt_result_provision_count(result); i++) {
		const struct cyt_provision_finding *article = cyt_result_provision_at(result, i);

		sum += cyt_provision_finding_verdict(article);
		sum += cyt_provision_finding_conflict_count(article);
		for (k = 0; k < cyt_provision_finding_row_count(article); k++)
			sum += read_row(cyt_provision_finding_row_at(article, k));
		for (k = 0; k < cyt_provision_finding_inherited_count(article); k++)
			sum += read_row(cyt_provision_finding_inherited_at(article, k));
	}
	return sum + read_beyond(result);
}

static size_t
read_gaps(const struct cyt_result *result)
{
	const struct cyt_evidence *model;
	size_t sum = 0, i, k;

	for (i = 0; i < cyt_result_gap_count(result); i++) {
		const struct cyt_gap *gap = cyt_result_gap_at(result, i);

		sum += cyt_row_finding_verdict(cyt_gap_row(gap));
		for (k = 0; (model = cyt_gap_model_at(gap, k)) != NULL; k++)
			sum += touch(cyt_provision_num(cyt_evidence_provision(model)));
	}
	return sum;
}

static size_t
read_matrix(const struct cyt_result *result)
{
	size_t sum = 0, i, k;
	size_t articles = cyt_instrument_article_count(cyt_result_instrument(result));

	for (i = 0; i < cyt_result_holder_count(result); i++) {
		const struct cyt_holder *holder = cyt_result_holder_at(result, i);

		for (k = 0; k < articles; k++)
			sum += cyt_holder_verdict_at(holder, k);
	}
	return sum;
}

static size_t
read_holders(const struct cyt_result *result)
{
	size_t sum = 0, i, k, n;

	for (i = 0; i < cyt_result_holder_count(result); i++) {
		const struct cyt_holder *holder = cyt_result_holder_at(result, i);

		sum += touch(cyt_holder_subject(holder)) + cyt_holder_verdict(holder);
		for (k = 0; k < cyt_holder_row_count(holder); k++) {
			const struct cyt_row_finding *row = cyt_holder_row_at(holder, k);

			for (n = 0; n < cyt_row_finding_supplied_by_count(row); n++)
				sum += read_evidence(cyt_row_finding_supplied_by_at(row, n));
		}
	}
	return sum;
}

static size_t
read_dual(const struct cyt_result *result)
{
	const struct cyt_evidence *evidence;
	size_t sum = 0, i, k;
	int side;

	for (i = 0; i < cyt_result_dual_count(result); i++) {
		const struct cyt_dual *dual = cyt_result_dual_at(result, i);

		sum += cyt_dual_verdict(dual);
		for (side = CYT_SIDE_FIRST; side <= CYT_SIDE_SECOND; side++)
			for (k = 0; (evidence = cyt_dual_supplied_by_at(dual, side, k)) != NULL;
			     k++)
				sum += read_evidence(evidence);
	}
	return sum;
}

static int
count_bytes(void *data, const char *text, size_t length)
{
	(void)text;
	*(size_t *)data += length;
	return 0;
}

static size_t
read_json(const struct cyt_result *result)
{
	size_t bytes = 0;

	if (cyt_export_json(result, count_bytes, &bytes) < 0)
		die("no JSON");
	return bytes;
}

/* -- asking about one law --------------------------------------------------------------------- */

static void
ask(const struct bench *bench, struct sample *sample, question what, reading read, bool country)
{
	struct asking asking = begin(bench);
	struct stopwatch watch = { .warm = SUBJECTS };
	struct cyt_result *result;
	char name[32];
	size_t i;

	while (stopwatch_go(&watch, &i)) {
		if (country)
			state_id(subject_number(bench, i) % STATES, name);
		else
			law_id(subject_number(bench, i), name);
		stopwatch_start(&watch);
		if (what(asking.corpus, name, INSTRUMENT, asking.terms, &result) < 0)
			die("no answer");
		sample->value += (double)read(result);
		cyt_result_unref(result);
		stopwatch_stop(&watch);
	}
	sample->seconds = median(watch.times, watch.count);
}

void
measure_verdict(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, read_verdicts, false);
}

void
measure_coverage(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, read_everything, false);
}

/* Laws that nobody asked about before, from all over the corpus: 7,919 is a prime. */
void
measure_coverage_first(const struct bench *bench, struct sample *sample)
{
	struct asking asking = begin(bench);
	struct stopwatch watch = { .warm = 1 };
	struct cyt_result *result;
	char name[32];
	size_t i;

	while (stopwatch_go(&watch, &i) && i < bench->laws) {
		law_id(i * 7919 % bench->laws, name);
		stopwatch_start(&watch);
		if (cyt_query_coverage(asking.corpus, name, INSTRUMENT, asking.terms, &result) < 0)
			die("no answer");
		sample->value += (double)read_everything(result);
		cyt_result_unref(result);
		stopwatch_stop(&watch);
	}
	sample->seconds = median(watch.times, watch.count);
}

void
measure_coverage_json(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, read_json, false);
}

void
measure_coverage_country(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_coverage, read_everything, true);
}

void
measure_beyond(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_beyond, read_beyond, false);
}

void
measure_gaps(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample, cyt_query_gaps, read_gaps, false);
}

/* -- asking about all ------------------------------------------------------------------------- */

typedef int (*question_of_all)(const struct asking *asking, struct cyt_result **out);

static int
query_matrix(const struct asking *asking, struct cyt_result **out)
{
	return cyt_query_matrix(asking->corpus, INSTRUMENT, CYT_MATRIX_BY_LAW, asking->terms, out);
}

static int
query_covering(const struct asking *asking, struct cyt_result **out)
{
	return cyt_query_covering(asking->corpus, CONCEPT, asking->terms, out);
}

/* Also tells how long the first answer took, for which more is looked up. */
static void
ask_all(const struct bench *bench, struct sample *sample, question_of_all what, reading read)
{
	struct asking asking = begin(bench);
	struct stopwatch watch = { .warm = 1 };
	struct cyt_result *result;
	size_t i, sum = 0;

	while (stopwatch_go(&watch, &i)) {
		stopwatch_start(&watch);
		if (what(&asking, &result) < 0)
			die("no answer");
		sum += read(result);
		cyt_result_unref(result);
		stopwatch_stop(&watch);
	}
	if (sum == 0)
		die("an empty answer");
	sample->seconds = median(watch.times, watch.count);
	sample->value = watch.first;
}

void
measure_matrix(const struct bench *bench, struct sample *sample)
{
	ask_all(bench, sample, query_matrix, read_matrix);
}

void
measure_covering(const struct bench *bench, struct sample *sample)
{
	ask_all(bench, sample, query_covering, read_holders);
}

static void
ask_pairs(const struct bench *bench, struct sample *sample, bool facts)
{
	struct asking asking = begin(bench);
	char first[3], second[3];
	struct cyt_result *result;
	double start = now();
	size_t i, k;
	int err;

	for (i = 0; i < STATES; i++) {
		for (k = i + 1; k < STATES; k++) {
			state_id(i, first);
			state_id(k, second);
			err = facts ? cyt_query_dual(asking.corpus, first, second, FACTS,
						     asking.terms, &result)
				    : cyt_query_dual_against(asking.corpus, first, second,
							     INSTRUMENT, asking.terms, &result);
			if (err < 0)
				die("no answer on dual criminality");
			sample->value += (double)read_dual(result);
			cyt_result_unref(result);
		}
	}
	sample->seconds = now() - start;
}

void
measure_dual(const struct bench *bench, struct sample *sample)
{
	ask_pairs(bench, sample, true);
}

void
measure_dual_against(const struct bench *bench, struct sample *sample)
{
	ask_pairs(bench, sample, false);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions, and their answers as JSON and tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "oom/oom.h"

/* Each answer as JSON and as a table. */
static int
answered(struct cyt_terms *terms, struct cyt_result *result, int err, struct text *text)
{
	if (err == 0)
		err = cyt_export_json(result, text_sink, text);
	if (err == 0)
		err = cyt_export_csv(result, text_sink, text);
	return done(terms, result, err);
}

static int
ask_coverage(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_coverage(scene->corpus, "BB+rich-bill", "rich-treaty", terms, &result);
	return answered(terms, result, err, text);
}

static int
ask_gaps(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "es", &terms);

	if (err == 0)
		err = cyt_query_gaps(scene->corpus, "law-05", "rich-treaty", terms, &result);
	return answered(terms, result, err, text);
}

static int
ask_beyond(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_beyond(scene->corpus, "rich-code", "rich-treaty", terms, &result);
	return answered(terms, result, err, text);
}

static int
ask_compare(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "fr", &terms);

	if (err == 0)
		err = cyt_query_compare(scene->corpus, "rich-draft", "rich-treaty", terms, &result);
	return answered(terms, result, err, text);
}

/* Of a corpus of its own, which is asked for the first time. */
static int
ask_first(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms = NULL;
	struct cyt_corpus *corpus;
	int err = cyt_corpus_open(ctx, scene->snapshot, NULL, &corpus);

	if (err == 0)
		err = terms_of(ctx, NULL, &terms);
	if (err == 0)
		err = cyt_query_beyond(corpus, "BB", "rich-treaty", terms, &result);
	err = answered(terms, result, err, text);
	cyt_corpus_unref(corpus);
	return err;
}

static int
search_words(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	int err = cyt_query_search(scene->corpus, "art. 7", "es", &result);

	(void)ctx;
	return answered(NULL, result, err, text);
}

static void
read_table(const struct cyt_table *table, struct text *text)
{
	for (size_t i = 0; i < cyt_table_column_count(table); i++) {
		tell(text, cyt_table_heading(table, i));
		if (cyt_table_row_count(table))
			tell(text, cyt_table_cell(table, 0, i));
	}
	tell(text, cyt_table_source(table));
}

static int
lay_out(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_table *table;
	struct cyt_terms *terms;
	int layout, err;

	err = cyt_terms_new(ctx, AS_AT, &terms);
	if (err == 0)
		err = cyt_query_coverage(scene->mini, "XN", "harbour-2020", terms, &result);
	for (layout = CYT_LAYOUT_PROFILE; err == 0 && layout <= CYT_LAYOUT_ELEMENTS; layout++) {
		err = cyt_table_new(result, (enum cyt_layout)layout, CYT_KIND_UNKNOWN, NULL, NULL,
				    &table);
		if (err == 0)
			err = cyt_table_csv(table, text_sink, text);
		if (err == 0)
			read_table(table, text);
		cyt_table_free(table);
	}
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

/* Between a law and an instrument as subjects, so that there are differences. */
static int
ask_the_difference(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const char *instrument =
		cyt_instrument_id(cyt_corpus_instrument_at(scene->mini, 0));
	const char *subject = cyt_law_id(cyt_corpus_law_at(scene->mini, 0));
	struct cyt_result *before = NULL, *after = NULL, *diff = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_query_coverage(scene->mini, subject, instrument, terms, &before);
	if (err == 0)
		err = cyt_query_coverage(scene->mini, instrument, instrument, terms, &after);
	if (err == 0)
		err = cyt_query_diff(before, after, &diff);
	err = answered(terms, diff, err, text);
	cyt_result_unref(after);
	cyt_result_unref(before);
	return err;
}

static int
ask_dual_against(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "es", &terms);

	if (err == 0)
		err = cyt_query_dual_against(scene->mini, "XN", "XO", "inland-2010", terms,
					     &result);
	return answered(terms, result, err, text);
}

static int
ask_dual(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_dual(scene->mini, "XN", "XO", "system.access,security=protected", terms,
				     &result);
	return answered(terms, result, err, text);
}

/* As XML, which is written by ourselves; libxslt keeps its own memory. */
static int
ask_for_a_report(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_query_report(scene->mini, "XS", "harbour-2020", terms, &result);
	if (err == 0)
		err = cyt_export_report_xml(result, text_sink, text);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

static int
ask_everybody(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_terms_set_basis(terms, CYT_BASIS_SECONDARY);
	if (err == 0)
		err = cyt_query_matrix(scene->mini, "harbour-2020", CYT_MATRIX_BY_LAW, terms,
				       &result);
	err = answered(NULL, result, err, text);
	result = NULL;
	if (err == 0)
		err = cyt_query_covering(scene->mini, "system.access", terms, &result);
	return answered(terms, result, err, text);
}

static int
ask_safeguards(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_query_safeguards(scene->corpus, "rich-treaty", NULL, terms, &result);
	return answered(terms, result, err, text);
}

const struct oom_case ask_cases[] = {
	CASE(ask_coverage),
	CASE(ask_first),
	CASE(ask_gaps),
	CASE(ask_beyond),
	CASE(ask_compare),
	CASE(ask_the_difference),
	CASE(ask_dual),
	CASE(ask_dual_against),
	CASE(ask_for_a_report),
	CASE(ask_everybody),
	CASE(ask_safeguards),
	CASE(search_words),
	CASE(lay_out),
	{ NULL, NULL, false, false },
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From files and tables to a corpus, and to a snapshot and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "oom/oom.h"

static void
tell_diags(const struct cyt_diags *diags, struct text *text)
{
	const struct cyt_diag *diag;

	tell_number(text, cyt_diags_error_count(diags));
	for (size_t i = 0; i < cyt_diags_count(diags); i++) {
		diag = cyt_diags_at(diags, i);
		tell_number(text, cyt_diag_number(diag));
		tell_number(text, cyt_diag_severity(diag));
		tell_number(text, cyt_diag_class(diag));
		tell(text, cyt_diag_file(diag));
		tell_number(text, cyt_diag_line(diag));
		tell(text, cyt_diag_text(diag));
	}
}

static int
load(struct cyt_ctx *ctx, char *const *paths, struct cyt_diags *diags, struct cyt_corpus **out)
{
	struct cyt_loader *loader;
	int err;

	*out = NULL;
	err = cyt_loader_new(ctx, &loader);
	for (; err == 0 && *paths; paths++)
		err = cyt_loader_add_path(loader, *paths);
	if (err == 0)
		err = cyt_loader_finish(loader, diags, out);
	cyt_loader_free(loader);
	return err;
}

static int
load_files(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	int err = cyt_diags_new(ctx, &diags);

	if (err == 0)
		err = load(ctx, scene->paths, diags, &corpus);
	if (err == 0) {
		tell(text, cyt_corpus_digest(corpus));
		cyt_corpus_unref(corpus);
	}
	cyt_diags_unref(diags);
	return err;
}

/* Faults of every class, so that every kind of diagnostic needs memory. */
static int
load_faulty_text(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	static const char *const documents[] = {
		"<law xmlns='urn:cybertreaty:1' id='a' jurisdiction='AA'><provision id='p'>"
		"<supply concepts='no.such'><case facet='nor' is='this'/></supply></provision></law>",
		"<law xmlns='urn:cybertreaty:1' id='b' jurisdiction='AA' from='2020-02-31' odd='x'>"
		"<provision/><unknown/>text</law>",
		"<law xmlns='urn:cybertreaty:1' id='c'",
		"<!DOCTYPE law><law/>",
		"\xff\xfe",
	};
	struct cyt_corpus *corpus = NULL;
	struct cyt_loader *loader;
	struct cyt_diags *diags;
	size_t i;
	int err;

	(void)scene;
	err = cyt_diags_new(ctx, &diags);
	if (err < 0)
		return err;
	err = cyt_loader_new(ctx, &loader);
	for (i = 0; err == 0 && i < sizeof(documents) / sizeof(*documents); i++)
		err = cyt_loader_add_memory(loader, "memory", documents[i], strlen(documents[i]));
	if (err == 0)
		err = cyt_loader_finish(loader, diags, &corpus);
	assert_null(corpus);
	if (err == CYT_ERR_DATA)
		tell_diags(diags, text);
	cyt_loader_free(loader);
	cyt_diags_unref(diags);
	return err;
}

static int
lay_over(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	static const char law[] =
		"<law xmlns='urn:cybertreaty:1' id='upper' jurisdiction='AA'><provision id='p'>"
		"<supply concepts='system.access'/></provision></law>";
	struct cyt_corpus *corpus;
	struct cyt_loader *loader;
	int err = cyt_loader_new(ctx, &loader);

	if (err == 0)
		err = cyt_loader_add_memory(loader, "upper.xml", law, strlen(law));
	if (err == 0) {
		cyt_loader_begin_layer(loader);
		err = cyt_loader_add_memory(loader, "revised.xml", law, strlen(law));
	}
	if (err == 0)
		err = cyt_loader_add_action(loader, "AA:ratification:un:2025-01-01");
	if (err == 0)
		err = cyt_corpus_overlay(scene->corpus, loader, NULL, &corpus);
	assert_true(err == 0 || err == CYT_ERR_NOMEM);
	if (err == 0) {
		tell(text, cyt_corpus_digest(corpus));
		cyt_corpus_unref(corpus);
	}
	cyt_loader_free(loader);
	return err;
}

static int
read_rows(struct cyt_ctx *ctx, struct cyt_corpus *corpus, const struct text *csv,
	  struct text *text)
{
	struct cyt_corpus *read = NULL;
	struct cyt_loader *loader;
	struct cyt_diags *diags;
	int err = cyt_diags_new(ctx, &diags);

	if (err < 0)
		return err;
	err = cyt_loader_new(ctx, &loader);
	if (err == 0)
		err = cyt_loader_add_corpus(loader, corpus);
	if (err == 0)
		err = cyt_loader_add_csv_memory(loader, "rows", csv->bytes, csv->length);
	if (err == 0)
		err = cyt_loader_finish(loader, diags, &read);
	if (err == 0)
		tell(text, cyt_corpus_digest(read));
	if (err == CYT_ERR_DATA)
		tell_diags(diags, text);
	cyt_corpus_unref(read);
	cyt_loader_free(loader);
	cyt_diags_unref(diags);
	return err;
}

static int
load_rows(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return read_rows(ctx, scene->corpus, &scene->csv, text);
}

static int
load_faulty_rows(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	static char rows[] =
		"row,level,document,number,id,jurisdiction,title:en,facet:fault,basis,prison-max,"
		"text\nlaw,0,x,,a,A A,a title,intent,texxt,,\nlows,,,,,,,,,,\nprovision,5,,1,p,,,,,"
		"3 years,stray\nsupply,2,,2,,,,not,\"\ntext\",P1Y,\ncomment,1,,,,,,,,,a--b\n";
	const struct text csv = { rows, sizeof(rows) - 1, 0 };

	return read_rows(ctx, scene->corpus, &csv, text);
}

static int
save_a_snapshot(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	tell(text, "saved");
	return cyt_corpus_save(scene->corpus, scene->snapshot);
}

static int
open_a_snapshot(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus;
	int err = cyt_corpus_open(ctx, scene->snapshot, NULL, &corpus);

	if (err < 0)
		return err;
	tell(text, cyt_corpus_digest(corpus));
	cyt_corpus_unref(corpus);
	return 0;
}

static int
open_a_copy(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus;
	int err = cyt_corpus_open_copy(ctx, scene->snapshot, NULL, &corpus);

	if (err < 0)
		return err;
	tell(text, cyt_corpus_digest(corpus));
	cyt_corpus_unref(corpus);
	return 0;
}

/* Nothing is known of the laws of a corpus that was just opened: what is found of them is kept in it. */
static int
ask_a_fresh_corpus(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_corpus *corpus = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_corpus_open(ctx, scene->snapshot, NULL, &corpus);
	if (err == 0)
		err = cyt_query_matrix(corpus, "rich-treaty", CYT_MATRIX_BY_LAW, terms, &result);
	if (err == 0)
		err = cyt_export_json(result, text_sink, text);
	cyt_result_unref(result);
	result = NULL;
	if (err == 0)
		err = cyt_query_coverage(corpus, "rich-code", "rich-treaty", terms, &result);
	if (err == 0)
		err = cyt_export_json(result, text_sink, text);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	cyt_corpus_unref(corpus);
	return err;
}

static int
complain_of_a_snapshot(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	int err = cyt_diags_new(ctx, &diags);

	if (err == 0)
		err = cyt_corpus_open(ctx, scene->paths[0], diags, &corpus);
	if (err == CYT_ERR_FORMAT)
		tell(text, cyt_diag_text(cyt_diags_at(diags, 0)));
	cyt_diags_unref(diags);
	return err;
}

static int
check_a_snapshot(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus = NULL;
	struct cyt_diags *diags;
	int err = cyt_diags_new(ctx, &diags);

	if (err == 0)
		err = cyt_corpus_open(ctx, scene->damaged, diags, &corpus);
	if (err == 0)
		err = cyt_corpus_check(corpus, scene->damaged, diags);
	if (err == CYT_ERR_FORMAT)
		tell(text, cyt_diag_text(cyt_diags_at(diags, 0)));
	cyt_corpus_unref(corpus);
	cyt_diags_unref(diags);
	return err;
}

/* From a file instead of memory. */
static int
load_a_file_of_rows(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *read = NULL;
	struct cyt_loader *loader;
	int err = cyt_loader_new(ctx, &loader);

	if (err == 0)
		err = cyt_loader_add_corpus(loader, scene->corpus);
	if (err == 0)
		err = cyt_loader_add_csv(loader, scene->rows);
	if (err == 0)
		err = cyt_loader_finish(loader, NULL, &read);
	if (err == 0)
		tell(text, cyt_corpus_digest(read));
	cyt_corpus_unref(read);
	cyt_loader_free(loader);
	return err;
}

/* Half of what is gathered is never finished. */
static int
drop_a_loader(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_loader *loader;
	int err = cyt_loader_new(ctx, &loader);

	if (err == 0)
		err = cyt_loader_add_path(loader, scene->paths[0]);
	if (err == 0)
		err = cyt_loader_add_action(loader, "AA:ratification:un:2025-01-01");
	if (err == 0)
		err = cyt_loader_add_action(loader, "no action");
	tell_number(text, (uint64_t)-err);
	cyt_loader_free(loader);
	return err;
}

/* A context that nobody gave memory, and all that is counted. */
static int
hold_and_let_go(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_ctx *plain = NULL;
	struct cyt_diags *diags = NULL;
	int err;

	oom_watch_malloc(true);
	err = cyt_ctx_new(&plain);
	oom_watch_malloc(false);
	cyt_ctx_unref(plain);
	if (err == 0)
		err = cyt_diags_new(ctx, &diags);
	if (err == 0) {
		cyt_diags_unref(cyt_diags_ref(diags));
		cyt_ctx_unref(cyt_ctx_ref(ctx));
		cyt_corpus_unref(cyt_corpus_ref(scene->corpus));
	}
	cyt_diags_unref(diags);
	tell_number(text, (uint64_t)cyt_snapshot_probe(scene->snapshot));
	return err;
}

const struct oom_case load_cases[] = {
	CASE(load_files),
	CASE(load_faulty_text),
	CASE(lay_over),
	CASE(load_rows),
	CASE(load_a_file_of_rows),
	CASE(load_faulty_rows),
	CASE(drop_a_loader),
	CASE(hold_and_let_go),
	CASE(save_a_snapshot),
	CASE(open_a_snapshot),
	CASE(open_a_copy),
	CASE(ask_a_fresh_corpus),
	CASE(complain_of_a_snapshot),
	CASE(check_a_snapshot),
	{ NULL, NULL, false, false },
};

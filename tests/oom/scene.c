/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is called upon: corpora that were asked before, snapshots, a table of rows. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/xmlerror.h>

#include "oom/oom.h"

static int
ask_who_covers(struct cyt_ctx *ctx, struct cyt_corpus *corpus)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	for (size_t i = 0; err == 0 && i < cyt_corpus_concept_count(corpus); i++) {
		err = cyt_query_covering(corpus, cyt_concept_id(cyt_corpus_concept_at(corpus, i)),
					 terms, &result);
		cyt_result_unref(result);
	}
	cyt_terms_free(terms);
	return err;
}

/* What a corpus makes once and keeps is there before anybody counts. */
static int
warm_up(struct cyt_ctx *ctx, struct cyt_corpus *corpus)
{
	struct text text = { NULL, 0, 0 };
	int err = ask_everything(ctx, corpus, AS_AT, &text);

	free(text.bytes);
	return err ? err : ask_who_covers(ctx, corpus);
}

static struct cyt_corpus *
warm_corpus(struct cyt_ctx *ctx, const char *name)
{
	const char *const names[] = { name, NULL };
	struct cyt_corpus *corpus = corpus_of(ctx, name ? names : worked_names);

	assert_int_equal(warm_up(ctx, corpus), 0);
	return corpus;
}

/* So does libxslt, once per process. */
static int
warm_stylesheets(struct cyt_ctx *ctx, const struct scene *scene)
{
	struct text text = { NULL, 0, 0 };
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_query_compare(scene->versions, "letters-2018", "letters-2020", terms,
					&result);
	if (err == 0)
		err = cyt_export_report_html(result, scene->stylesheet, NULL, text_sink, &text);
	free(text.bytes);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

static void
write_rows(struct scene *scene)
{
	FILE *file;

	assert_int_equal(cyt_export_documents_csv(scene->corpus, "BB", text_sink, &scene->csv), 0);
	file = fopen(scene->rows, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(scene->csv.bytes, 1, scene->csv.length, file), scene->csv.length);
	assert_int_equal(fclose(file), 0);
}

/* A letter of a note, which nobody reads on opening. */
static void
damage_snapshot(struct scene *scene)
{
	static const char note[] = "a note";
	struct text text = { NULL, 0, 0 };
	char bytes[4096];
	size_t got;
	char *at;
	FILE *file = fopen(scene->snapshot, "rb");

	assert_non_null(file);
	while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0)
		assert_int_equal(text_sink(&text, bytes, got), 0);
	fclose(file);
	at = memmem(text.bytes, text.length, note, sizeof(note));
	assert_non_null(at);
	*at = 'A';
	file = fopen(scene->damaged, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text.bytes, 1, text.length, file), text.length);
	assert_int_equal(fclose(file), 0);
	free(text.bytes);
}

int
scene_set_up(struct scene *scene)
{
	struct cyt_ctx *ctx;

	if (oom_begin(&ctx) < 0)
		return -1;
	scene->paths[0] = tree_path("tests/data/worked/vocabulary.xml");
	scene->paths[1] = tree_path("tests/data/rich.xml");
	scene->stylesheet = tree_path("xml/report/report.xsl");
	scene->corpus = warm_corpus(ctx, NULL);
	scene->mini = warm_corpus(ctx, "tests/data/mini");
	scene->powers = warm_corpus(ctx, "tests/data/powers.xml");
	scene->versions = warm_corpus(ctx, "tests/data/versions.xml");
	assert_int_equal(warm_stylesheets(ctx, scene), 0);
	cyt_ctx_unref(ctx);
	write_rows(scene);
	if (cyt_corpus_save(scene->corpus, scene->snapshot) < 0)
		return -1;
	damage_snapshot(scene);
	xmlResetLastError();
	return 0;
}

size_t
scene_tear_down(struct scene *scene)
{
	cyt_corpus_unref(scene->corpus);
	cyt_corpus_unref(scene->mini);
	cyt_corpus_unref(scene->powers);
	cyt_corpus_unref(scene->versions);
	free(scene->csv.bytes);
	free(scene->paths[0]);
	free(scene->paths[1]);
	free(scene->stylesheet);
	return oom_end();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every jurisdiction against every article of an instrument, as a table for a spreadsheet:
 *
 *   cybertreaty compile -o corpus.cyt
 *   cc matrix.c $(pkg-config --cflags --libs cybertreaty) -o matrix
 *   ./matrix corpus.cyt un-cybercrime-2024 2026-11-21 > matrix.csv */
#include <cybertreaty/cybertreaty.h>

#include <stdio.h>

static int
print(void *file, const char *text, size_t length)
{
	return fwrite(text, 1, length, file) != length;
}

static int
ask(struct cyt_ctx *ctx, struct cyt_corpus *corpus, char **argv)
{
	struct cyt_terms *terms = NULL;
	struct cyt_result *result = NULL;
	int err;

	err = cyt_terms_new(ctx, cyt_date_parse(argv[3]), &terms);
	if (err == 0)
		err = cyt_query_matrix(corpus, argv[2], CYT_MATRIX_BY_JURISDICTION, terms, &result);
	if (err == 0)
		err = cyt_export_csv(result, print, stdout);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

int
main(int argc, char **argv)
{
	struct cyt_ctx *ctx = NULL;
	struct cyt_corpus *corpus = NULL;
	struct cyt_diags *diags = NULL;
	int err;

	if (argc != 4) {
		fprintf(stderr, "usage: matrix SNAPSHOT INSTRUMENT DATE\n");
		return 2;
	}
	err = cyt_ctx_new(&ctx);
	if (err == 0)
		err = cyt_diags_new(ctx, &diags);
	if (err == 0)
		err = cyt_corpus_open(ctx, argv[1], diags, &corpus);
	if (err == 0)
		err = ask(ctx, corpus, argv);
	if (err < 0)
		fprintf(stderr, "matrix: %s\n", cyt_strerror(err));
	cyt_corpus_unref(corpus);
	cyt_diags_unref(diags);
	cyt_ctx_unref(ctx);
	return err < 0 ? 2 : 0;
}

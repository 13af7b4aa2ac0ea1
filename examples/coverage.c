/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a law or State covers of an instrument, article by article:
 *
 *   cc coverage.c $(pkg-config --cflags --libs cybertreaty) -o coverage
 *   ./coverage FOLDER MX un-cybercrime-2024 2026-11-21 */
#include <cybertreaty/cybertreaty.h>

#include <stdio.h>

static int
print(void *file, const char *text, size_t length)
{
	return fwrite(text, 1, length, file) != length;
}

static void
print_article(const struct cyt_provision_finding *finding)
{
	enum cyt_verdict verdict = cyt_provision_finding_verdict(finding);
	size_t i;

	/* An article that obliges nobody has no verdict. */
	if (verdict == CYT_VERDICT_UNKNOWN)
		return;
	printf("%s: ", cyt_verdict_name(verdict));
	cyt_provision_finding_sentence(finding, print, stdout);
	printf("\n");
	for (i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		printf("  - ");
		cyt_row_finding_sentence(cyt_provision_finding_row_at(finding, i), print, stdout);
		printf("\n");
	}
}

static int
print_coverage(struct cyt_ctx *ctx, struct cyt_corpus *corpus, char **argv)
{
	struct cyt_terms *terms = NULL;
	struct cyt_result *result = NULL;
	size_t i;
	int err;

	err = cyt_terms_new(ctx, cyt_date_parse(argv[4]), &terms);
	if (err == 0)
		err = cyt_query_coverage(corpus, argv[2], argv[3], terms, &result);
	for (i = 0; err == 0 && i < cyt_result_provision_count(result); i++)
		print_article(cyt_result_provision_at(result, i));
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

static int
load(struct cyt_ctx *ctx, const char *path, struct cyt_corpus **out)
{
	struct cyt_loader *loader = NULL;
	struct cyt_diags *diags = NULL;
	const struct cyt_diag *diag;
	size_t i;
	int err;

	err = cyt_diags_new(ctx, &diags);
	if (err == 0)
		err = cyt_loader_new(ctx, &loader);
	if (err == 0)
		err = cyt_loader_add_path(loader, path);
	if (err == 0)
		err = cyt_loader_finish(loader, diags, out);
	for (i = 0; diags && (diag = cyt_diags_at(diags, i)) != NULL; i++)
		fprintf(stderr, "%s:%u: %s\n", cyt_diag_file(diag), (unsigned)cyt_diag_line(diag),
			cyt_diag_text(diag));
	cyt_loader_free(loader);
	cyt_diags_unref(diags);
	return err;
}

int
main(int argc, char **argv)
{
	struct cyt_ctx *ctx = NULL;
	struct cyt_corpus *corpus = NULL;
	int err;

	if (argc != 5) {
		fprintf(stderr, "usage: coverage PATH SUBJECT INSTRUMENT DATE\n");
		return 2;
	}
	err = cyt_ctx_new(&ctx);
	if (err == 0)
		err = load(ctx, argv[1], &corpus);
	if (err == 0)
		err = print_coverage(ctx, corpus, argv);
	if (err < 0)
		fprintf(stderr, "coverage: %s\n", cyt_strerror(err));
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
	return err < 0 ? 2 : 0;
}

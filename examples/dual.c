/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether two States both punish given facts, from a snapshot that opens at once:
 *
 *   cybertreaty compile -o corpus.cyt
 *   cc dual.c $(pkg-config --cflags --libs cybertreaty) -o dual
 *   ./dual corpus.cyt MX DE system.access,security=overcome 2026-11-21 */
#include <cybertreaty/cybertreaty.h>

#include <stdio.h>

static int
print(void *file, const char *text, size_t length)
{
	return fwrite(text, 1, length, file) != length;
}

static void
print_dual(const struct cyt_result *result)
{
	const struct cyt_dual *dual = cyt_result_dual_at(result, 0);

	printf("%s\n", cyt_duality_name(cyt_dual_verdict(dual)));
	cyt_dual_sentence(dual, print, stdout);
	printf("\n- ");
	cyt_dual_side_sentence(dual, CYT_SIDE_FIRST, print, stdout);
	printf("\n- ");
	cyt_dual_side_sentence(dual, CYT_SIDE_SECOND, print, stdout);
	printf("\n");
}

static int
ask(struct cyt_ctx *ctx, struct cyt_corpus *corpus, char **argv)
{
	struct cyt_terms *terms = NULL;
	struct cyt_result *result = NULL;
	int err;

	err = cyt_terms_new(ctx, cyt_date_parse(argv[5]), &terms);
	if (err == 0)
		err = cyt_query_dual(corpus, argv[2], argv[3], argv[4], terms, &result);
	if (err == 0)
		print_dual(result);
	if (err == CYT_ERR_INVALID)
		cyt_facts_fault(corpus, argv[4], print, stderr);
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

	if (argc != 6) {
		fprintf(stderr, "usage: dual SNAPSHOT STATE STATE FACTS DATE\n");
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
		fprintf(stderr, "dual: %s\n", cyt_strerror(err));
	cyt_corpus_unref(corpus);
	cyt_diags_unref(diags);
	cyt_ctx_unref(ctx);
	return err < 0 ? 2 : 0;
}

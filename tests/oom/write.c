/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A corpus, what it holds and what is wrong with it, written out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "oom/oom.h"

static int
make_a_law(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	return cyt_export_law_template(scene->mini, "harbour-2020", text_sink, text);
}

static int
make_a_law_of_rows(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	return cyt_export_law_template_csv(scene->corpus, "rich-treaty", text_sink, text);
}

static int
write_documents(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	int err = cyt_export_xml(scene->corpus, "rich-code", text_sink, text);

	(void)ctx;
	if (err == 0)
		err = cyt_export_documents_csv(scene->corpus, "BB", text_sink, text);
	return err;
}

static int
show_an_element(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_element *law = cyt_corpus_element_find(scene->corpus, "rich-code");

	(void)ctx;
	return cyt_export_element_json(scene->corpus, law, NULL, text_sink, text);
}

static int
lint_the_corpus(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_diags *diags;
	int err;

	err = cyt_diags_new(ctx, &diags);
	if (err == 0)
		err = cyt_corpus_lint(scene->mini, CYT_LINT_COMPLETE, AS_AT, 20200101, diags);
	if (err == 0)
		err = cyt_export_lint_json(diags, scene->mini, text_sink, text);
	if (err == 0)
		err = cyt_export_lint_sarif(diags, text_sink, text);
	cyt_diags_unref(diags);
	return err;
}

static int
suggest_names(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	return cyt_suggest(scene->corpus, "rich-cod", 3, text_sink, text);
}

static int
explain_facts(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_concept *concept = cyt_corpus_concept_at(scene->corpus, 0);
	char facts[256];

	(void)ctx;
	snprintf(facts, sizeof(facts), "%s,nothing=more", cyt_concept_id(concept));
	return cyt_facts_fault(scene->corpus, facts, text_sink, text);
}

static int
list_what_there_is(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	static const char *const kinds[] = { "laws", "instruments", "articles", "concepts", "facets",
					     "jurisdictions", "states", "basis" };
	int err = 0;

	(void)ctx;
	for (size_t i = 0; err == 0 && i < sizeof(kinds) / sizeof(*kinds); i++)
		err = cyt_export_list_json(scene->mini, kinds[i], NULL, "es", text_sink, text);
	for (size_t i = 0; err == 0 && i < sizeof(kinds) / sizeof(*kinds); i++)
		err = cyt_export_list_csv(scene->mini, kinds[i], NULL, "es", text_sink, text);
	return err;
}

static int
write_each_document(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_element *document = cyt_corpus_document_first(scene->mini, "XN");
	int err = 0;

	(void)ctx;
	for (; document && err == 0; document = cyt_corpus_document_next(document, "XN"))
		err = cyt_export_document_xml(scene->mini, document, text_sink, text);
	return err;
}

/* Of one kind and of one article. */
static int
write_part_of_a_coverage(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, "es", &terms);

	if (err == 0)
		err = cyt_query_coverage(scene->mini, "XN", "inland-2010", terms, &result);
	if (err == 0)
		err = cyt_export_coverage_json(result, CYT_KIND_OFFENCE, NULL, text_sink, text);
	if (err == 0)
		err = cyt_export_coverage_json(result, CYT_KIND_UNKNOWN, "art_2", text_sink, text);
	if (err == 0)
		err = cyt_export_report_xml(result, text_sink, text);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

static int
make_a_page(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_diags *diags = NULL;
	struct cyt_terms *terms;
	int err = terms_of(ctx, NULL, &terms);

	if (err == 0)
		err = cyt_diags_new(ctx, &diags);
	if (err == 0)
		err = cyt_query_dual(scene->mini, "XN", "XO", "system.access,security=protected", terms,
				     &result);
	if (err == 0)
		err = cyt_export_report_html(result, scene->stylesheet, diags, text_sink, text);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	cyt_diags_unref(diags);
	return err;
}

const struct oom_case write_cases[] = {
	CASE(make_a_law),
	CASE(make_a_law_of_rows),
	CASE(write_documents),
	CASE(write_each_document),
	CASE(show_an_element),
	CASE(list_what_there_is),
	CASE(lint_the_corpus),
	CASE(suggest_names),
	CASE(explain_facts),
	CASE(write_part_of_a_coverage),
	/* Building trees without memory ends in a fault of libxml2 2.9 itself, which is nothing that
	 * its caller could prevent. */
	{ "make_a_page", make_a_page, true, false },
	{ NULL, NULL, false, false },
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every allocation of a call fails once, and from then on: the call says so, leaks nothing, and the
 * next one works. */
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
#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

#include "common.h"

#define AS_AT 20270701

/* libxml2 and jansson have no place for a pointer of ours. */
static struct {
	size_t live, requests;
	size_t fail; /* this request fails; 0: none */
	bool forever; /* and all later ones */
	bool hit, hit_ours;
} memory;

static bool
fails(bool ours)
{
	memory.requests++;
	if (memory.fail == 0 || memory.requests < memory.fail ||
	    (memory.requests > memory.fail && !memory.forever))
		return false;
	memory.hit = true;
	memory.hit_ours |= ours;
	return true;
}

static void
release(void *block)
{
	memory.live -= block != NULL;
	free(block);
}

static void *
resize(void *block, size_t size, bool ours)
{
	void *grown = fails(ours) ? NULL : realloc(block, size);

	memory.live += grown && !block;
	return grown;
}

static void *
resize_ours(void *data, void *block, size_t size)
{
	(void)data;
	if (size)
		return resize(block, size, true);
	release(block);
	return NULL;
}

static void *
allocate_theirs(size_t size)
{
	return resize(NULL, size, false);
}

static void *
resize_theirs(void *block, size_t size)
{
	return resize(block, size, false);
}

static char *
copy_theirs(const char *text)
{
	char *copy = allocate_theirs(strlen(text) + 1);

	return copy ? strcpy(copy, text) : NULL;
}

/* -- what is called ------------------------------------------------------------------------- */

struct scene {
	struct cyt_corpus *corpus; /* made without faults */
	char *paths[4];
	char snapshot[32];
	struct text csv; /* laws and State of BB as rows */
};

/* Each returns the code of the call and adds to the text what came of it. */
typedef int (*call)(const struct scene *scene, struct cyt_ctx *ctx, struct text *text);

static void
tell(struct text *text, const char *word)
{
	text_sink(text, word, strlen(word));
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
	for (i = 0; err == CYT_ERR_DATA && i < cyt_diags_count(diags); i++)
		tell(text, cyt_diag_text(cyt_diags_at(diags, i)));
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
search_words(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result;
	int err = cyt_query_search(scene->corpus, "art. 7", "es", &result);

	(void)ctx;
	if (err == 0) {
		err = cyt_export_json(result, text_sink, text);
		cyt_result_unref(result);
	}
	return err;
}

static int
make_a_law(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	return cyt_export_law_template(
		scene->corpus,
		cyt_instrument_id(cyt_corpus_instrument_at(scene->corpus, 0)), text_sink, text);
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
	for (size_t i = 0; err == CYT_ERR_DATA && i < cyt_diags_count(diags); i++)
		tell(text, cyt_diag_text(cyt_diags_at(diags, i)));
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
lay_out(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_table *table;
	struct cyt_terms *terms;
	int layout, err;

	err = cyt_terms_new(ctx, AS_AT, &terms);
	if (err == 0)
		err = cyt_query_coverage(scene->corpus, "BB", "rich-treaty", terms, &result);
	for (layout = CYT_LAYOUT_PROFILE; err == 0 && layout <= CYT_LAYOUT_ELEMENTS; layout++) {
		err = cyt_table_new(result, (enum cyt_layout)layout, CYT_KIND_UNKNOWN, NULL, NULL,
				    &table);
		if (err == 0)
			err = cyt_table_csv(table, text_sink, text);
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
		cyt_instrument_id(cyt_corpus_instrument_at(scene->corpus, 0));
	const char *subject = cyt_law_id(cyt_corpus_law_at(scene->corpus, 0));
	struct cyt_result *before = NULL, *after = NULL, *diff = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_query_coverage(scene->corpus, subject, instrument, terms, &before);
	if (err == 0)
		err = cyt_query_coverage(scene->corpus, instrument, instrument, terms, &after);
	if (err == 0)
		err = cyt_query_diff(before, after, &diff);
	if (err == 0)
		err = cyt_export_json(diff, text_sink, text);
	cyt_result_unref(diff);
	cyt_result_unref(after);
	cyt_result_unref(before);
	cyt_terms_free(terms);
	return err;
}

static int
ask_coverage(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask(ctx, scene->corpus, cyt_query_coverage, "BB+rich-bill", "rich-treaty", AS_AT,
		   text);
}

/* Of a corpus of its own, which is asked for the first time. */
static int
ask_first(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus;
	int err = cyt_corpus_open(ctx, scene->snapshot, NULL, &corpus);

	if (err == 0)
		err = ask(ctx, corpus, cyt_query_beyond, "BB", "rich-treaty", AS_AT, text);
	cyt_corpus_unref(corpus);
	return err;
}

static int
ask_gaps(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask(ctx, scene->corpus, cyt_query_gaps, "law-05", "rich-treaty", AS_AT, text);
}

static int
ask_beyond(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	return ask(ctx, scene->corpus, cyt_query_beyond, "rich-code", "rich-treaty", AS_AT, text);
}

/* Both sides with all their sentences. */
static int
say_comparison(struct cyt_result *result, struct text *text)
{
	const struct cyt_comparison *comparison;
	int err = 0;

	for (int side = CYT_SIDE_FIRST; side <= CYT_SIDE_SECOND; side++)
		for (size_t i = 0; err == 0 && i < cyt_result_comparison_count(result, side); i++) {
			comparison = cyt_result_comparison_at(result, side, i);
			for (size_t k = 0;
			     err == 0 && k < cyt_comparison_match_count(comparison); k++)
				err = cyt_match_sentence(cyt_comparison_match_at(comparison, k),
							 text_sink, text);
			for (size_t k = 0;
			     err == 0 && k < cyt_comparison_difference_count(comparison); k++)
				err = cyt_difference_sentence(
					cyt_comparison_difference_at(comparison, k), text_sink, text);
		}
	return err;
}

static int
ask_compare(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err;

	err = cyt_terms_new(ctx, AS_AT, &terms);
	if (err == 0)
		err = cyt_terms_set_lang(terms, "fr");
	if (err == 0)
		err = cyt_query_compare(scene->corpus, "rich-draft", "rich-treaty", terms, &result);
	if (err == 0)
		err = cyt_export_json(result, text_sink, text);
	if (err == 0)
		err = say_comparison(result, text);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

static int
ask_dual(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_dual *dual;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err;

	err = cyt_terms_new(ctx, AS_AT, &terms);
	if (err == 0)
		err = cyt_terms_set_lang(terms, "es");
	if (err == 0)
		err = cyt_query_dual_against(scene->corpus, "BB", "law-05", "rich-treaty", terms,
					     &result);
	if (err == 0)
		err = cyt_export_json(result, text_sink, text);
	for (size_t i = 0; err == 0 && i < cyt_result_dual_count(result); i++) {
		dual = cyt_result_dual_at(result, i);
		err = cyt_dual_sentence(dual, text_sink, text);
		for (int side = CYT_SIDE_FIRST; err == 0 && side <= CYT_SIDE_SECOND; side++)
			err = cyt_dual_side_sentence(dual, side, text_sink, text);
	}
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
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
say_sentences(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	const struct cyt_provision_finding *finding;
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	size_t i, k;
	int err;

	err = cyt_terms_new(ctx, AS_AT, &terms);
	if (err == 0)
		err = cyt_terms_add_law(terms, "rich-bill");
	if (err == 0)
		err = cyt_query_coverage(scene->corpus, "BB", "rich-treaty", terms, &result);
	for (i = 0; err == 0 && i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		err = cyt_provision_finding_sentence(finding, text_sink, text);
		for (k = 0; err == 0 && k < cyt_provision_finding_row_count(finding); k++) {
			const struct cyt_row_finding *row =
				cyt_provision_finding_row_at(finding, k);

			err = cyt_row_finding_sentence(row, text_sink, text);
			if (err == 0)
				err = cyt_row_finding_explain(row, text_sink, text);
		}
	}
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

/* Each answer as JSON and as a table. */
static int
export_both(struct cyt_result *result, struct text *text)
{
	int err = cyt_export_json(result, text_sink, text);

	if (err == 0)
		err = cyt_export_csv(result, text_sink, text);
	cyt_result_unref(result);
	return err;
}

/* As XML, which is written by ourselves; libxslt keeps its own memory. */
static int
ask_for_a_report(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_query_report(scene->corpus, "rich-code", "rich-treaty", terms, &result);
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
		err = cyt_query_matrix(scene->corpus, "rich-treaty", CYT_MATRIX_BY_LAW, terms,
				       &result);
	if (err == 0)
		err = export_both(result, text);
	if (err == 0)
		err = cyt_query_covering(scene->corpus, "system.access", terms, &result);
	if (err == 0)
		err = export_both(result, text);
	cyt_terms_free(terms);
	return err;
}

static int
ask_safeguards(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err = cyt_terms_new(ctx, AS_AT, &terms);

	if (err == 0)
		err = cyt_query_safeguards(scene->corpus, "rich-treaty", NULL, terms, &result);
	if (err == 0)
		err = export_both(result, text);
	cyt_terms_free(terms);
	return err;
}

static int
suggest_names(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	return cyt_suggest(scene->corpus, "rich-cod", 3, text_sink, text);
}

static int
show_an_element(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	(void)ctx;
	return cyt_export_element_json(scene->corpus,
				       cyt_corpus_element_find(scene->corpus, "rich-code"), NULL,
				       text_sink, text);
}

static int
lint_the_corpus(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_diags *diags;
	size_t i;
	int err;

	err = cyt_diags_new(ctx, &diags);
	if (err == 0)
		err = cyt_corpus_lint(scene->corpus, CYT_LINT_COMPLETE, AS_AT, diags);
	for (i = 0; err == 0 && i < cyt_diags_count(diags); i++)
		tell(text, cyt_diag_text(cyt_diags_at(diags, i)));
	cyt_diags_unref(diags);
	return err;
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

/* -- the loop --------------------------------------------------------------------------------- */

/* One call in a context of its own; whatever happens, all memory comes back. */
static int
perform(call act, const struct scene *scene, struct text *text)
{
	size_t before = memory.live;
	struct cyt_ctx *ctx;
	int err;

	free(text->bytes);
	*text = (struct text){ NULL, 0, 0 };
	memory.requests = 0;
	memory.hit = memory.hit_ours = false;
	err = cyt_ctx_new_with(resize_ours, NULL, &ctx);
	if (err == 0)
		err = act(scene, ctx, text);
	cyt_ctx_unref(ctx);
	memory.fail = 0;
	/* libxml2 keeps a copy of its last complaint per thread. */
	xmlResetLastError();
	assert_int_equal(memory.live, before);
	return err;
}

static bool
same_text(const struct text *left, const struct text *right)
{
	return left->length == right->length &&
	       (left->length == 0 || memcmp(left->bytes, right->bytes, left->length) == 0);
}

static void
fail_each(call act, const struct scene *scene, bool forever)
{
	struct text whole = { NULL, 0, 0 }, text = { NULL, 0, 0 };
	size_t fail, hits = 0;
	int expected, err;

	expected = perform(act, scene, &whole);
	assert_int_not_equal(expected, CYT_ERR_NOMEM);
	for (fail = 1;; fail++) {
		memory.fail = fail;
		memory.forever = forever;
		err = perform(act, scene, &text);
		if (!memory.hit)
			break;
		hits++;
		/* A library below may do without a block, but then nothing may be missing. */
		if (memory.hit_ours || err != expected)
			assert_int_equal(err, CYT_ERR_NOMEM);
		else
			assert_true(same_text(&text, &whole));
		if (hits % 16 == 0) {
			assert_int_equal(perform(act, scene, &text), expected);
			assert_true(same_text(&text, &whole));
		}
	}
	assert_int_equal(err, expected);
	assert_true(same_text(&text, &whole));
	assert_true(hits > 0);
	free(whole.bytes);
	free(text.bytes);
}

#define EACH(name)                                  \
	static void name##_without_memory(void **state) \
	{                                           \
		fail_each(name, *state, false);     \
		fail_each(name, *state, true);      \
	}
EACH(load_files)
EACH(load_faulty_text)
EACH(lay_over)
EACH(search_words)
EACH(make_a_law)
EACH(make_a_law_of_rows)
EACH(write_documents)
EACH(load_rows)
EACH(load_faulty_rows)
EACH(lay_out)
EACH(ask_the_difference)
EACH(ask_first)
EACH(ask_coverage)
EACH(ask_gaps)
EACH(ask_beyond)
EACH(ask_compare)
EACH(ask_dual)
EACH(explain_facts)
EACH(say_sentences)
EACH(ask_for_a_report)
EACH(ask_everybody)
EACH(ask_safeguards)
EACH(suggest_names)
EACH(show_an_element)
EACH(lint_the_corpus)
EACH(save_a_snapshot)
EACH(open_a_snapshot)
EACH(open_a_copy)
EACH(complain_of_a_snapshot)

/* What a corpus makes once and keeps is there before anybody counts. */
static int
warm_up(struct cyt_corpus *corpus)
{
	struct text text = { NULL, 0, 0 };
	struct cyt_ctx *ctx;
	int err = cyt_ctx_new_with(resize_ours, NULL, &ctx);

	if (err == 0)
		err = ask_everything(ctx, corpus, AS_AT, &text);
	cyt_ctx_unref(ctx);
	free(text.bytes);
	return err;
}

static int
set_up(void **state)
{
	struct scene *scene = calloc(1, sizeof(*scene));
	struct cyt_ctx *ctx;

	if (!scene || xmlMemSetup(release, allocate_theirs, resize_theirs, copy_theirs) != 0)
		return -1;
	xmlInitParser();
	json_set_alloc_funcs(allocate_theirs, release);
	scene->paths[0] = tree_path("tests/data/worked/vocabulary.xml");
	scene->paths[1] = tree_path("tests/data/rich.xml");
	snprintf(scene->snapshot, sizeof(scene->snapshot), "oom-%ld.cyt", (long)getpid());
	if (cyt_ctx_new_with(resize_ours, NULL, &ctx) < 0)
		return -1;
	scene->corpus = corpus_of(ctx, worked_names);
	cyt_ctx_unref(ctx);
	if (cyt_export_documents_csv(scene->corpus, "BB", text_sink, &scene->csv) < 0)
		return -1;
	if (cyt_corpus_save(scene->corpus, scene->snapshot) < 0 || warm_up(scene->corpus) < 0)
		return -1;
	xmlResetLastError();
	*state = scene;
	return 0;
}

static int
tear_down(void **state)
{
	struct scene *scene = *state;

	unlink(scene->snapshot);
	cyt_corpus_unref(scene->corpus);
	free(scene->csv.bytes);
	free(scene->paths[0]);
	free(scene->paths[1]);
	free(scene);
	xmlCleanupParser();
	/* Nothing of a whole run is left. */
	return memory.live == 0 ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(load_files_without_memory),
		cmocka_unit_test(load_faulty_text_without_memory),
		cmocka_unit_test(lay_over_without_memory),
		cmocka_unit_test(search_words_without_memory),
		cmocka_unit_test(make_a_law_without_memory),
		cmocka_unit_test(make_a_law_of_rows_without_memory),
		cmocka_unit_test(write_documents_without_memory),
		cmocka_unit_test(load_rows_without_memory),
		cmocka_unit_test(load_faulty_rows_without_memory),
		cmocka_unit_test(lay_out_without_memory),
		cmocka_unit_test(ask_the_difference_without_memory),
		cmocka_unit_test(ask_first_without_memory),
		cmocka_unit_test(ask_coverage_without_memory),
		cmocka_unit_test(ask_gaps_without_memory),
		cmocka_unit_test(ask_beyond_without_memory),
		cmocka_unit_test(ask_compare_without_memory),
		cmocka_unit_test(ask_dual_without_memory),
		cmocka_unit_test(explain_facts_without_memory),
		cmocka_unit_test(say_sentences_without_memory),
		cmocka_unit_test(ask_for_a_report_without_memory),
		cmocka_unit_test(ask_everybody_without_memory),
		cmocka_unit_test(ask_safeguards_without_memory),
		cmocka_unit_test(suggest_names_without_memory),
		cmocka_unit_test(show_an_element_without_memory),
		cmocka_unit_test(lint_the_corpus_without_memory),
		cmocka_unit_test(save_a_snapshot_without_memory),
		cmocka_unit_test(open_a_snapshot_without_memory),
		cmocka_unit_test(open_a_copy_without_memory),
		cmocka_unit_test(complain_of_a_snapshot_without_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

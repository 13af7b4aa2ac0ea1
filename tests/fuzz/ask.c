/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions about a corpus, and their answers in every form. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

/* Of each kind, from both ends: what an input adds is somewhere there. */
#define MOST_SUBJECTS 4
/* So that an input takes milliseconds; with another the others have their turn. */
#define QUESTIONS 5
#define MOST_ROWS 16

struct asking {
	struct cyt_corpus *corpus;
	struct cyt_terms *terms;
	cyt_date as_at;
	uint64_t chance;
	const char *subjects[3 * MOST_SUBJECTS];
	size_t subject_count;
};

void
fuzz_check_error(int err)
{
	FUZZ_REQUIRE(err <= 0 && err >= CYT_ERR_FORMAT);
	FUZZ_REQUIRE(err != CYT_ERR_IO && err != CYT_ERR_DATA && err != CYT_ERR_FOREIGN);
}

/* -- forms ---------------------------------------------------------------------------------- */

static void
check_json(const struct fuzz_text *text, int err)
{
	json_error_t error;
	json_t *json;

	fuzz_check_error(err);
	if (err < 0)
		return;
	json = json_loadb(text->bytes, text->length, JSON_REJECT_DUPLICATES, &error);
	FUZZ_REQUIRE(json);
	json_decref(json);
}

static void
write_rows(const struct cyt_result *result)
{
	struct fuzz_text text = { NULL, 0, 0 };
	const struct cyt_provision_finding *finding;
	const struct cyt_row_finding *row;
	size_t i, k, rows = 0;

	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		fuzz_check_error(cyt_provision_finding_sentence(finding, fuzz_sink, &text));
		for (k = 0; k < cyt_provision_finding_row_count(finding) && rows < MOST_ROWS;
		     k++, rows++) {
			row = cyt_provision_finding_row_at(finding, k);
			fuzz_check_error(cyt_row_finding_sentence(row, fuzz_sink, &text));
			fuzz_check_error(cyt_row_finding_explain(row, fuzz_sink, &text));
		}
	}
	free(text.bytes);
}

static void
write_layouts(const struct cyt_result *result)
{
	struct fuzz_text text = { NULL, 0, 0 };
	struct cyt_table *table;
	int layout, err;

	for (layout = CYT_LAYOUT_PROFILE; layout <= CYT_LAYOUT_ELEMENTS; layout++) {
		err = cyt_table_new(result, (enum cyt_layout)layout, CYT_KIND_UNKNOWN, NULL, "es",
				    &table);
		fuzz_check_error(err);
		if (err < 0)
			continue;
		fuzz_check_error(cyt_table_csv(table, fuzz_sink, &text));
		cyt_table_free(table);
	}
	free(text.bytes);
}

void
fuzz_write(struct cyt_result *result)
{
	struct fuzz_text json = { NULL, 0, 0 }, other = { NULL, 0, 0 };

	check_json(&json, cyt_export_json(result, fuzz_sink, &json));
	fuzz_check_error(cyt_export_csv(result, fuzz_sink, &other));
	fuzz_check_error(cyt_export_report_xml(result, fuzz_sink, &other));
	if (cyt_result_question(result) == CYT_QUESTION_COVERAGE) {
		write_rows(result);
		write_layouts(result);
	}
	free(json.bytes);
	free(other.bytes);
	cyt_result_unref(result);
}

static void
finish(int err, struct cyt_result *result)
{
	fuzz_check_error(err);
	FUZZ_REQUIRE((err == 0) == (result != NULL));
	if (result)
		fuzz_write(result);
}

/* -- questions ------------------------------------------------------------------------------ */

typedef int question(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		     const struct cyt_terms *terms, struct cyt_result **out);

static const char *
any_instrument(struct asking *a)
{
	uint32_t count = (uint32_t)cyt_corpus_instrument_count(a->corpus);

	return cyt_instrument_id(
		cyt_corpus_instrument_at(a->corpus, fuzz_below(&a->chance, count)));
}

static const char *
any_subject(struct asking *a)
{
	return a->subjects[fuzz_below(&a->chance, (uint32_t)a->subject_count)];
}

/* One subject against one instrument. */
static void
ask_subject(struct asking *a)
{
	static question *const questions[] = { cyt_query_coverage, cyt_query_gaps, cyt_query_beyond,
					       cyt_query_report, cyt_query_safeguards };
	question *ask = questions[fuzz_below(&a->chance, 5)];
	struct cyt_result *result;
	int err = ask(a->corpus, any_subject(a), any_instrument(a), a->terms, &result);

	finish(err, result);
}

static void
ask_dual(struct asking *a)
{
	struct cyt_result *result;
	int err = cyt_query_dual_against(a->corpus, any_subject(a), any_subject(a),
					 any_instrument(a), a->terms, &result);

	finish(err, result);
}

static void
ask_compare(struct asking *a)
{
	struct cyt_result *result;
	int err = cyt_query_compare(a->corpus, any_instrument(a), any_instrument(a), a->terms,
				    &result);

	finish(err, result);
}

static void
ask_difference(struct asking *a)
{
	struct cyt_result *before, *after, *result;
	const char *instrument = any_instrument(a);
	int err;

	err = cyt_query_coverage(a->corpus, any_subject(a), instrument, a->terms, &before);
	fuzz_check_error(err);
	if (err < 0)
		return;
	err = cyt_query_coverage(a->corpus, any_subject(a), instrument, a->terms, &after);
	fuzz_check_error(err);
	if (err == 0) {
		err = cyt_query_diff(before, after, &result);
		finish(err, result);
		cyt_result_unref(after);
	}
	cyt_result_unref(before);
}

static void
ask_matrix(struct asking *a)
{
	struct cyt_result *result;
	int err = cyt_query_matrix(a->corpus, any_instrument(a),
				   fuzz_below(&a->chance, 2) ? CYT_MATRIX_BY_LAW
							     : CYT_MATRIX_BY_JURISDICTION,
				   a->terms, &result);

	finish(err, result);
}

static void
ask_covering(struct asking *a)
{
	uint32_t count = (uint32_t)cyt_corpus_concept_count(a->corpus);
	const struct cyt_concept *concept;
	struct cyt_result *result;
	int err;

	if (!count)
		return;
	concept = cyt_corpus_concept_at(a->corpus, fuzz_below(&a->chance, count));
	err = cyt_query_covering(a->corpus, cyt_concept_id(concept), a->terms, &result);
	finish(err, result);
}

static void
search(struct asking *a)
{
	const char *words = fuzz_below(&a->chance, 2) ? any_subject(a) : "article 7";
	struct cyt_result *result;
	int err = cyt_query_search(a->corpus, words, "es", &result);

	finish(err, result);
}

/* -- documents ------------------------------------------------------------------------------ */

static void
list(struct asking *a)
{
	static const char *const kinds[] = { "laws", "instruments", "articles", "concepts", "facets",
					     "jurisdictions", "states", "basis" };
	const char *kind = kinds[fuzz_below(&a->chance, 8)];
	struct fuzz_text text = { NULL, 0, 0 };
	int err = cyt_export_list_json(a->corpus, kind, NULL, "es", fuzz_sink, &text);

	check_json(&text, err);
	fuzz_check_error(cyt_export_list_csv(a->corpus, kind, NULL, "es", fuzz_sink, &text));
	free(text.bytes);
}

static void
lint(struct asking *a)
{
	struct fuzz_text json = { NULL, 0, 0 }, sarif = { NULL, 0, 0 };
	struct cyt_diags *diags;
	int err;

	FUZZ_REQUIRE(cyt_diags_new(fuzz_ctx(), &diags) == 0);
	err = cyt_corpus_lint(a->corpus, CYT_LINT_COMPLETE, a->as_at, a->as_at, diags);
	fuzz_check_error(err);
	check_json(&json, cyt_export_lint_json(diags, a->corpus, fuzz_sink, &json));
	check_json(&sarif, cyt_export_lint_sarif(diags, fuzz_sink, &sarif));
	free(json.bytes);
	free(sarif.bytes);
	cyt_diags_unref(diags);
}

static void
show_documents(struct asking *a)
{
	const struct cyt_element *document = cyt_corpus_document_first(a->corpus, NULL);
	struct fuzz_text text;
	int err;

	for (; document; document = cyt_corpus_document_next(document, NULL)) {
		text = (struct fuzz_text){ NULL, 0, 0 };
		err = cyt_export_element_json(a->corpus, document, "es", fuzz_sink, &text);
		check_json(&text, err);
		free(text.bytes);
		text = (struct fuzz_text){ NULL, 0, 0 };
		fuzz_check_error(cyt_export_document_xml(a->corpus, document, fuzz_sink, &text));
		free(text.bytes);
	}
}

static void
write_rows_of_documents(struct asking *a)
{
	struct fuzz_text text = { NULL, 0, 0 };

	fuzz_check_error(cyt_export_documents_csv(a->corpus, any_subject(a), fuzz_sink, &text));
	free(text.bytes);
}

static void
write_templates(struct asking *a)
{
	struct fuzz_text text = { NULL, 0, 0 };
	const char *id = any_instrument(a);

	fuzz_check_error(cyt_export_law_template(a->corpus, id, fuzz_sink, &text));
	fuzz_check_error(cyt_export_law_template_csv(a->corpus, id, fuzz_sink, &text));
	fuzz_check_error(cyt_suggest(a->corpus, id, 3, fuzz_sink, &text));
	free(text.bytes);
}

static void
walk(struct asking *a)
{
	fuzz_walk(a->corpus);
}

static void
choose_subjects(struct asking *a)
{
	size_t i, count = cyt_corpus_law_count(a->corpus);
	const char **next = a->subjects;

	/* The last ones first: that is where an input comes that is laid over others. */
	for (i = 0; i < count && i < MOST_SUBJECTS; i++)
		*next++ = cyt_law_id(cyt_corpus_law_at(a->corpus, i % 2 ? i / 2 : count - 1 - i / 2));
	count = cyt_corpus_state_count(a->corpus);
	for (i = 0; i < count && i < MOST_SUBJECTS; i++)
		*next++ = cyt_state_id(
			cyt_corpus_state_at(a->corpus, i % 2 ? i / 2 : count - 1 - i / 2));
	count = cyt_corpus_instrument_count(a->corpus);
	for (i = 0; i < count && i < MOST_SUBJECTS; i++)
		*next++ = cyt_instrument_id(
			cyt_corpus_instrument_at(a->corpus, i % 2 ? i / 2 : count - 1 - i / 2));
	a->subject_count = (size_t)(next - a->subjects);
}

/* What needs documents of certain kinds, and what does not. */
static void (*const questions[])(struct asking *a) = {
	ask_subject, ask_subject, ask_subject, ask_subject, ask_dual, ask_compare, ask_difference,
	ask_matrix, ask_covering, search, write_rows_of_documents, write_templates,
};
static void (*const others[])(struct asking *a) = { lint, list, show_documents, walk };

void
fuzz_ask(struct cyt_corpus *corpus, cyt_date as_at, uint64_t chance)
{
	struct asking a = { .corpus = corpus, .as_at = as_at, .chance = chance };
	int i;

	FUZZ_REQUIRE(cyt_terms_new(fuzz_ctx(), as_at, &a.terms) == 0);
	choose_subjects(&a);
	others[fuzz_below(&a.chance, sizeof(others) / sizeof(*others))](&a);
	for (i = 0; i < QUESTIONS && cyt_corpus_instrument_count(corpus); i++)
		questions[fuzz_below(&a.chance, sizeof(questions) / sizeof(*questions))](&a);
	cyt_terms_free(a.terms);
}

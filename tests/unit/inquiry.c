/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Small corpora from memory, and short ways to ask them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

struct inquiry inquiry;

int
inquiry_end(void **state)
{
	(void)state;
	inquiry_close(&inquiry);
	return 0;
}

int
note_sink(void *data, const char *text, size_t length)
{
	struct note *note = data;

	if (length >= sizeof(note->text) - note->length)
		return 1;
	memcpy(note->text + note->length, text, length);
	note->length += length;
	note->text[note->length] = '\0';
	return 0;
}

static void
add(struct note *note, const char *text)
{
	assert_int_equal(note_sink(note, text, strlen(text)), 0);
}

/* -- corpora ---------------------------------------------------------------------------------- */

static void
add_document(struct cyt_loader *loader, const char *document)
{
	const char *root = getenv("CYT_SRCDIR");
	char path[4096];

	if (document[0] == '<') {
		assert_int_equal(cyt_loader_add_memory(loader, "document.xml", document,
						       strlen(document)), 0);
		return;
	}
	snprintf(path, sizeof(path), "%s/%s", root ? root : ".", document);
	assert_int_equal(cyt_loader_add_path(loader, path), 0);
}

void
inquiry_open(struct inquiry *it, const char *const *documents)
{
	struct cyt_loader *loader;
	struct cyt_diags *diags;

	memset(it, 0, sizeof(*it));
	assert_int_equal(cyt_ctx_new(&it->ctx), 0);
	assert_int_equal(cyt_loader_new(it->ctx, &loader), 0);
	assert_int_equal(cyt_diags_new(it->ctx, &diags), 0);
	for (; *documents; documents++)
		add_document(loader, *documents);
	cyt_loader_finish(loader, diags, &it->corpus);
	for (size_t i = 0; !it->corpus && i < cyt_diags_count(diags); i++)
		print_error("%s\n", cyt_diag_text(cyt_diags_at(diags, i)));
	assert_non_null(it->corpus);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
}

void
inquiry_close(struct inquiry *it)
{
	cyt_result_unref(it->result);
	cyt_corpus_unref(it->corpus);
	cyt_ctx_unref(it->ctx);
}

/* -- questions -------------------------------------------------------------------------------- */

typedef int (*question)(struct cyt_corpus *corpus, const char *subject, const char *instrument,
			const struct cyt_terms *terms, struct cyt_result **out);

static void
ask(struct inquiry *it, question put, const char *subject, const char *instrument,
    const char *date)
{
	struct cyt_terms *terms;

	cyt_result_unref(it->result);
	it->result = NULL;
	assert_int_equal(cyt_terms_new(it->ctx, cyt_date_parse(date), &terms), 0);
	if (it->with)
		assert_int_equal(cyt_terms_add_law(terms, it->with), 0);
	assert_int_equal(cyt_terms_set_basis(terms, it->basis), 0);
	assert_int_equal(put(it->corpus, subject, instrument, terms, &it->result),
			 0);
	cyt_terms_free(terms);
}

void
ask_coverage(struct inquiry *it, const char *subject, const char *instrument,
	     const char *date)
{
	ask(it, cyt_query_coverage, subject, instrument, date);
}

void
ask_gaps(struct inquiry *it, const char *subject, const char *instrument, const char *date)
{
	ask(it, cyt_query_gaps, subject, instrument, date);
}

void
ask_beyond(struct inquiry *it, const char *subject, const char *instrument, const char *date)
{
	ask(it, cyt_query_beyond, subject, instrument, date);
}

/* -- answers ---------------------------------------------------------------------------------- */

const struct cyt_provision_finding *
article_of(const struct inquiry *it, const char *id)
{
	for (size_t i = 0; i < cyt_result_provision_count(it->result); i++) {
		const struct cyt_provision_finding *finding =
			cyt_result_provision_at(it->result, i);

		if (strcmp(cyt_article_id(cyt_provision_finding_article(finding)), id) == 0)
			return finding;
	}
	fail_msg("no article %s in the answer", id);
	return NULL;
}

const char *
verdict_of(const struct inquiry *it, const char *article)
{
	return cyt_verdict_name(cyt_provision_finding_verdict(article_of(it, article)));
}

const struct cyt_row_finding *
row_of(const struct inquiry *it, const char *demand, const char *concept)
{
	for (size_t i = 0; i < cyt_result_provision_count(it->result); i++) {
		const struct cyt_provision_finding *finding =
			cyt_result_provision_at(it->result, i);

		for (size_t k = 0; k < cyt_provision_finding_row_count(finding); k++) {
			const struct cyt_row_finding *row =
				cyt_provision_finding_row_at(finding, k);
			const struct cyt_demand *of = cyt_row_finding_demand(row);

			if (strcmp(cyt_demand_id(of), demand) == 0 &&
			    strcmp(cyt_concept_id(cyt_demand_concept(of)), concept) == 0)
				return row;
		}
	}
	fail_msg("no row %s on %s in the answer", demand, concept);
	return NULL;
}

const char *
row_verdict(const struct inquiry *it, const char *demand, const char *concept)
{
	return cyt_verdict_name(cyt_row_finding_verdict(row_of(it, demand, concept)));
}

static void
add_facet(struct note *note, const struct cyt_region *region, size_t box, size_t facet)
{
	uint32_t low, below;
	const char *value;
	char number[64];

	for (size_t i = 0;
	     cyt_region_box_interval_at(region, box, facet, i, &low, &below); i++) {
		if (below == UINT32_MAX)
			snprintf(number, sizeof(number), "[%u,)", (unsigned)low);
		else
			snprintf(number, sizeof(number), "[%u,%u)", (unsigned)low,
				 (unsigned)below);
		add(note, number);
	}
	for (size_t i = 0; (value = cyt_region_box_value_at(region, box, facet, i)); i++) {
		add(note, i ? "," : "");
		add(note, value);
	}
}

void
assert_region(const struct cyt_region *region, const char *want)
{
	const struct cyt_concept *concept = cyt_region_concept(region);
	struct note note = { .length = 0 };

	for (size_t box = 0; box < cyt_region_box_count(region); box++) {
		add(&note, box ? " | " : "");
		for (size_t f = 0, said = 0; f < cyt_concept_facet_count(concept); f++) {
			if (!cyt_region_box_restricts(region, box, f))
				continue;
			add(&note, said++ ? " " : "");
			add(&note, cyt_facet_id(cyt_concept_facet_at(concept, f)));
			add(&note, "=");
			add_facet(&note, region, box, f);
		}
	}
	assert_string_equal(note.text, want);
}

void
assert_missing(const struct inquiry *it, const char *demand, const char *concept,
	       const char *want)
{
	assert_region(cyt_row_finding_region(row_of(it, demand, concept),
					     CYT_ROW_REGION_MISSING), want);
}

static void
add_evidence(struct note *note, const struct cyt_evidence *evidence)
{
	add(note, note->length ? " " : "");
	add(note, cyt_law_id(cyt_evidence_law(evidence)));
	add(note, "/");
	add(note, cyt_provision_id(cyt_evidence_provision(evidence)));
	if (cyt_evidence_via(evidence)) {
		add(note, "<");
		add(note, cyt_extend_id(cyt_evidence_via(evidence)));
	}
	add(note, cyt_evidence_is_redundant(evidence) ? "*" : "");
}

void
assert_supplied_by(const struct cyt_row_finding *row, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t i = 0; i < cyt_row_finding_supplied_by_count(row); i++)
		add_evidence(&note, cyt_row_finding_supplied_by_at(row, i));
	assert_string_equal(note.text, want);
}

void
assert_beyond_by(const struct cyt_beyond *beyond, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t i = 0; i < cyt_beyond_supplied_by_count(beyond); i++)
		add_evidence(&note, cyt_beyond_supplied_by_at(beyond, i));
	assert_string_equal(note.text, want);
}

void
assert_conflict_by(const struct cyt_conflict *conflict, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t i = 0; i < cyt_conflict_supplied_by_count(conflict); i++)
		add_evidence(&note, cyt_conflict_supplied_by_at(conflict, i));
	assert_string_equal(note.text, want);
}

void
assert_unasked_by(const struct cyt_result *result, size_t i, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t k = 0; k < cyt_result_unasked_supplied_by_count(result, i); k++)
		add_evidence(&note, cyt_result_unasked_supplied_by_at(result, i, k));
	assert_string_equal(note.text, want);
}

void
assert_used(const struct cyt_row_finding *row, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t i = 0; i < cyt_row_finding_option_used_count(row); i++) {
		add(&note, note.length ? " " : "");
		add(&note, cyt_way_id(cyt_row_finding_option_used_at(row, i)));
	}
	for (size_t i = 0; i < cyt_row_finding_reservation_used_count(row); i++) {
		add(&note, note.length ? " " : "");
		add(&note, cyt_action_id(cyt_row_finding_reservation_used_at(row, i)));
	}
	assert_string_equal(note.text, want);
}

void
assert_sentence(const struct cyt_row_finding *row, const char *want)
{
	struct note note = { .length = 0 };

	assert_int_equal(cyt_row_finding_sentence(row, note_sink, &note), 0);
	assert_string_equal(note.text, want);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What several tests need. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"

const char *const shipped_names[] = { "xml", NULL };
const char *const worked_names[] = { "tests/data/worked/vocabulary.xml", "tests/data/worked/un.xml",
				     "tests/data/worked/ets185.xml", "tests/data/worked/case-05.xml",
				     "tests/data/worked/case-06-reservation.xml", "tests/data/rich.xml", NULL };

char *
tree_path(const char *name)
{
	const char *root = getenv("CYT_SRCDIR");
	size_t size;
	char *path;

	root = root ? root : ".";
	size = strlen(root) + strlen(name) + 2;
	path = malloc(size);
	assert_non_null(path);
	snprintf(path, size, "%s/%s", root, name);
	return path;
}

size_t
stride(void)
{
	const char *text = getenv("CYT_STRIDE");
	char *end;
	unsigned long given;

	if (!text)
		return 1;
	given = strtoul(text, &end, 10);
	if (*end || given < 1 || given > 100)
		fail_msg("CYT_STRIDE=%s is no number from 1 to 100", text);
	return given;
}

struct cyt_corpus *
corpus_of(struct cyt_ctx *ctx, const char *const *names)
{
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	char *path;
	size_t i;

	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_diags_new(ctx, &diags), 0);
	for (; *names; names++) {
		path = tree_path(*names);
		assert_int_equal(cyt_loader_add_path(loader, path), 0);
		free(path);
	}
	cyt_loader_finish(loader, diags, &corpus);
	for (i = 0; !corpus && i < cyt_diags_count(diags); i++)
		print_error("%s:%u: %s\n", cyt_diag_file(cyt_diags_at(diags, i)),
			    cyt_diag_line(cyt_diags_at(diags, i)),
			    cyt_diag_text(cyt_diags_at(diags, i)));
	assert_non_null(corpus);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return corpus;
}

int
fixture_set_up(void **state)
{
	static const char *const names[] = { "tests/data/mini", NULL };
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	if (!fixture || cyt_ctx_new(&fixture->ctx) < 0)
		return -1;
	fixture->corpus = corpus_of(fixture->ctx, names);
	*state = fixture;
	return 0;
}

int
fixture_tear_down(void **state)
{
	struct fixture *fixture = *state;

	cyt_corpus_unref(fixture->corpus);
	cyt_ctx_unref(fixture->ctx);
	free(fixture);
	return 0;
}

/* -- walking -------------------------------------------------------------------------------- */

static void
add(uint64_t *sum, uint64_t value)
{
	*sum = (*sum ^ value) * UINT64_C(0x100000001b3);
}

static void
add_text(uint64_t *sum, const char *text)
{
	for (; text && *text; text++)
		add(sum, (unsigned char)*text);
	add(sum, text ? 256 : 257);
}

static int
sum_sink(void *data, const char *text, size_t length)
{
	uint64_t *sum = data;
	size_t i;

	for (i = 0; i < length; i++)
		add(sum, (unsigned char)text[i]);
	return 0;
}

static void
walk_element(const struct cyt_element *element, uint64_t *sum)
{
	const struct cyt_element *child;
	const char *name, *value;
	size_t i;

	add_text(sum, cyt_element_name(element));
	add_text(sum, cyt_element_text(element));
	add_text(sum, cyt_element_title(element, "es"));
	add_text(sum, cyt_element_title(element, NULL));
	add_text(sum, cyt_element_attribute(element, "xml:lang"));
	add_text(sum, cyt_element_attribute(element, "no-such-name"));
	add_text(sum, cyt_element_file(element));
	add(sum, cyt_element_line(element));
	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++) {
		add_text(sum, name);
		add_text(sum, value);
	}
	for (child = cyt_element_first(element); child; child = cyt_element_next(child)) {
		add(sum, cyt_element_parent(child) == element);
		walk_element(child, sum);
	}
}

static void
walk_vocabulary(const struct cyt_corpus *corpus, uint64_t *sum)
{
	size_t i, k;

	for (i = 0; i < cyt_corpus_facet_count(corpus); i++) {
		const struct cyt_facet *facet = cyt_corpus_facet_at(corpus, i);

		add_text(sum, cyt_facet_id(facet));
		add_text(sum, cyt_facet_unit(facet));
		add_text(sum, cyt_facet_label(facet, "es"));
		add(sum, cyt_facet_type(facet));
		add(sum, cyt_corpus_facet_find(corpus, cyt_facet_id(facet)) == facet);
		for (k = 0; k < cyt_facet_value_count(facet); k++) {
			const struct cyt_value *value = cyt_facet_value_at(facet, k);

			add_text(sum, cyt_value_id(value));
			add_text(sum, cyt_value_label(value, "en"));
			add(sum, (uint64_t)cyt_value_is_leaf(value));
			add_text(sum, cyt_concern_name(cyt_value_concern(value)));
		}
	}
	for (i = 0; i < cyt_corpus_concept_count(corpus); i++) {
		const struct cyt_concept *concept = cyt_corpus_concept_at(corpus, i);
		const struct cyt_concept *broader = concept;

		add_text(sum, cyt_concept_id(concept));
		add_text(sum, cyt_kind_name(cyt_concept_kind(concept)));
		add_text(sum, cyt_concept_label(concept, "es"));
		add(sum, (uint64_t)cyt_concept_is_leaf(concept));
		add(sum, cyt_concept_cell_count(concept));
		add(sum, cyt_corpus_concept_find(corpus, cyt_concept_id(concept)) == concept);
		while ((broader = cyt_concept_broader(broader)))
			add_text(sum, cyt_concept_id(broader));
		for (k = 0; k < cyt_concept_facet_count(concept); k++)
			add_text(sum, cyt_facet_id(cyt_concept_facet_at(concept, k)));
	}
}

static void
walk_article(const struct cyt_article *article, uint64_t *sum)
{
	size_t i;

	add_text(sum, cyt_article_id(article));
	add_text(sum, cyt_article_num(article));
	add_text(sum, cyt_article_title(article, "en"));
	add_text(sum, cyt_kind_name(cyt_article_kind(article)));
	add_text(sum, cyt_instrument_id(cyt_article_instrument(article)));
	for (i = 0; i < cyt_article_demand_count(article); i++) {
		const struct cyt_demand *demand = cyt_article_demand_at(article, i);

		add_text(sum, cyt_demand_id(demand));
		add_text(sum, cyt_concept_id(cyt_demand_concept(demand)));
		add_text(sum, cyt_modality_name(cyt_demand_modality(demand)));
		add_text(sum, cyt_subject_to_name(cyt_demand_subject_to(demand)));
		add(sum, cyt_demand_article(demand) == article);
		if (cyt_demand_base(demand))
			add_text(sum, cyt_demand_id(cyt_demand_base(demand)));
		cyt_demand_citation(demand, sum_sink, sum);
	}
}

static void
walk_laws(const struct cyt_corpus *corpus, uint64_t *sum)
{
	size_t i, k;

	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		const struct cyt_law *law = cyt_corpus_law_at(corpus, i);

		add_text(sum, cyt_law_id(law));
		add_text(sum, cyt_law_jurisdiction(law));
		add_text(sum, cyt_law_title(law, "en"));
		add_text(sum, cyt_law_title(law, NULL));
		add_text(sum, cyt_law_status(law));
		add(sum, cyt_corpus_law_find(corpus, cyt_law_id(law)) == law);
		walk_element(cyt_law_element(law), sum);
		for (k = 0; k < cyt_law_provision_count(law); k++) {
			const struct cyt_provision *provision = cyt_law_provision_at(law, k);

			add_text(sum, cyt_provision_id(provision));
			add_text(sum, cyt_provision_num(provision));
			add(sum, cyt_provision_law(provision) == law);
			add_text(sum, cyt_element_name(cyt_provision_element(provision)));
		}
	}
	for (i = 0; i < cyt_corpus_state_count(corpus); i++) {
		const struct cyt_state *state = cyt_corpus_state_at(corpus, i);

		add_text(sum, cyt_state_id(state));
		add_text(sum, cyt_state_label(state, "es"));
		add(sum, cyt_corpus_state_find(corpus, cyt_state_id(state)) == state);
		walk_element(cyt_state_element(state), sum);
		for (k = 0; k < cyt_state_action_count(state); k++) {
			const struct cyt_action *action = cyt_state_action_at(state, k);

			add_text(sum, cyt_action_id(action));
			add_text(sum, cyt_action_kind(action));
			add(sum, cyt_action_state(action) == state);
			add(sum, (uint64_t)cyt_action_date(action));
			add(sum, (uint64_t)cyt_action_until(action));
			if (cyt_action_instrument(action))
				add_text(sum, cyt_instrument_id(cyt_action_instrument(action)));
		}
	}
}

uint64_t
corpus_walk(const struct cyt_corpus *corpus)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325);
	size_t i, k;

	add(&sum, (uint64_t)cyt_corpus_date(corpus));
	add(&sum, cyt_corpus_size(corpus));
	add_text(&sum, cyt_corpus_digest(corpus));
	walk_vocabulary(corpus, &sum);
	for (i = 0; i < cyt_corpus_instrument_count(corpus); i++) {
		const struct cyt_instrument *instrument = cyt_corpus_instrument_at(corpus, i);
		const char *id = cyt_instrument_id(instrument);
		const struct cyt_element *element = cyt_corpus_element_find(corpus, id);

		add_text(&sum, id);
		add_text(&sum, cyt_instrument_type(instrument));
		add_text(&sum, cyt_instrument_title(instrument, "es"));
		add(&sum, cyt_corpus_instrument_find(corpus, id) == instrument);
		add(&sum, (uint64_t)cyt_corpus_element_is_ambiguous(corpus, "art_7"));
		if (element)
			walk_element(element, &sum);
		for (k = 0; k < cyt_instrument_article_count(instrument); k++) {
			const struct cyt_article *article = cyt_instrument_article_at(instrument, k);

			add(&sum, cyt_instrument_article_find(instrument, cyt_article_id(article)) ==
					  article);
			walk_article(article, &sum);
		}
	}
	walk_laws(corpus, &sum);
	return sum;
}

/* -- asking ---------------------------------------------------------------------------------- */

int
text_sink(void *data, const char *bytes, size_t length)
{
	struct text *text = data;
	size_t need = text->length + length + 1;
	char *grown;

	if (need > text->capacity) {
		grown = realloc(text->bytes, 2 * need);
		if (!grown)
			return 1;
		text->bytes = grown;
		text->capacity = 2 * need;
	}
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
	return 0;
}

int
sink_nothing(void *data, const char *bytes, size_t length)
{
	(void)data;
	(void)bytes;
	(void)length;
	return 0;
}

int
ask(struct cyt_ctx *ctx, struct cyt_corpus *corpus, inquiry question, const char *subject,
    const char *instrument, cyt_date as_at, struct text *out)
{
	struct cyt_result *result = NULL;
	struct cyt_terms *terms;
	int err;

	err = cyt_terms_new(ctx, as_at, &terms);
	if (err < 0)
		return err;
	err = question(corpus, subject, instrument, terms, &result);
	if (err == 0)
		err = cyt_export_json(result, text_sink, out);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

static const inquiry questions[] = { cyt_query_coverage, cyt_query_gaps, cyt_query_beyond,
				      cyt_query_safeguards };

/* Instruments that a subject is held against: with many subjects each instrument still has its turn. */
#define INSTRUMENTS_EACH 2

static int
ask_all(struct cyt_ctx *ctx, struct cyt_corpus *corpus, const char *subject, size_t turn,
	cyt_date as_at, struct text *out)
{
	size_t count = cyt_corpus_instrument_count(corpus), i, k;
	const struct cyt_instrument *instrument;
	int err = 0;

	for (i = 0; err == 0 && i < count && i < INSTRUMENTS_EACH; i++) {
		instrument = cyt_corpus_instrument_at(corpus, (turn + i) % count);
		for (k = 0; err == 0 && k < sizeof(questions) / sizeof(*questions); k++)
			err = ask(ctx, corpus, questions[k], subject, cyt_instrument_id(instrument),
				  as_at, out);
	}
	return err;
}

/* Of a few, nobody is left out. */
static size_t
step_through(size_t count)
{
	return count > 20 ? stride() : 1;
}

int
ask_everything(struct cyt_ctx *ctx, struct cyt_corpus *corpus, cyt_date as_at, struct text *out)
{
	size_t laws = cyt_corpus_law_count(corpus), states = cyt_corpus_state_count(corpus), i;
	const char *subject;
	int err = 0;

	for (i = 0; err == 0 && i < laws; i += step_through(laws)) {
		subject = cyt_law_id(cyt_corpus_law_at(corpus, i));
		err = ask_all(ctx, corpus, subject, i, as_at, out);
	}
	for (i = 0; err == 0 && i < states; i += step_through(states)) {
		subject = cyt_state_id(cyt_corpus_state_at(corpus, i));
		err = ask_all(ctx, corpus, subject, i, as_at, out);
	}
	for (i = 0; err == 0 && i < cyt_corpus_instrument_count(corpus); i++) {
		subject = cyt_instrument_id(cyt_corpus_instrument_at(corpus, i));
		err = ask_all(ctx, corpus, subject, i, as_at, out);
	}
	return err;
}

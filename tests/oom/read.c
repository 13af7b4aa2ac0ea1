/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Everything that can be read of a corpus. Nothing of it needs memory, which the last test checks; a
 * snapshot is opened first, so that there is something to refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "oom/oom.h"

#define MOST 40 /* of a kind; the rest is alike */

static void
read_element(const struct cyt_element *element, struct text *text)
{
	const struct cyt_element *child;
	const char *name, *value;

	tell(text, cyt_element_name(element));
	tell(text, cyt_element_text(element));
	tell(text, cyt_element_title(element, "es"));
	tell(text, cyt_element_title_lang(element, "es"));
	tell(text, cyt_element_attribute(element, "id"));
	tell(text, cyt_element_file(element));
	tell_number(text, cyt_element_line(element));
	for (size_t i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		tell(text, value);
	for (child = cyt_element_first(element); child; child = cyt_element_next(child)) {
		tell_number(text, cyt_element_parent(child) == element);
		read_element(child, text);
	}
}

static void
read_value(const struct cyt_value *value, struct text *text)
{
	tell(text, cyt_value_id(value));
	tell(text, cyt_value_label(value, "es"));
	tell_number(text, (uint64_t)cyt_value_is_leaf(value));
	tell_number(text, cyt_value_concern(value));
	tell_number(text, cyt_value_element(value) != NULL);
}

static void
read_vocabulary(const struct cyt_corpus *corpus, struct text *text)
{
	const struct cyt_concept *concept;
	const struct cyt_facet *facet;
	size_t i, k;

	for (i = 0; i < cyt_corpus_facet_count(corpus); i++) {
		facet = cyt_corpus_facet_at(corpus, i);
		tell(text, cyt_facet_id(facet));
		tell(text, cyt_facet_unit(facet));
		tell(text, cyt_facet_label(facet, "es"));
		tell_number(text, cyt_facet_type(facet));
		tell_number(text, cyt_corpus_facet_find(corpus, cyt_facet_id(facet)) == facet);
		tell_number(text, cyt_facet_element(facet) != NULL);
		for (k = 0; k < cyt_facet_value_count(facet); k++)
			read_value(cyt_facet_value_at(facet, k), text);
	}
	for (i = 0; i < cyt_corpus_concept_count(corpus); i++) {
		concept = cyt_corpus_concept_at(corpus, i);
		tell(text, cyt_concept_id(concept));
		tell_number(text, cyt_concept_kind(concept));
		tell(text, cyt_concept_label(concept, "es"));
		tell_number(text, (uint64_t)cyt_concept_is_leaf(concept));
		tell_number(text, cyt_concept_cell_count(concept));
		tell_number(text, cyt_concept_broader(concept) != NULL);
		tell_number(text, cyt_concept_element(concept) != NULL);
		tell_number(text,
			    cyt_corpus_concept_find(corpus, cyt_concept_id(concept)) == concept);
		for (k = 0; k < cyt_concept_facet_count(concept); k++)
			tell(text, cyt_facet_id(cyt_concept_facet_at(concept, k)));
	}
}

static void
read_demand(const struct cyt_demand *demand, struct text *text)
{
	tell(text, cyt_demand_id(demand));
	tell(text, cyt_concept_id(cyt_demand_concept(demand)));
	tell_number(text, cyt_demand_modality(demand));
	tell_number(text, cyt_demand_subject_to(demand));
	tell_number(text, cyt_demand_base(demand) != NULL);
	tell(text, cyt_article_id(cyt_demand_article(demand)));
	tell(text, cyt_element_name(cyt_demand_place(demand)));
}

static void
read_article(const struct cyt_article *article, struct text *text)
{
	size_t i;

	tell(text, cyt_article_id(article));
	tell(text, cyt_article_num(article));
	tell(text, cyt_article_title(article, "es"));
	tell_number(text, cyt_article_kind(article));
	tell_number(text, (uint64_t)cyt_article_was_unknown(article));
	tell(text, cyt_silence_name(cyt_article_silence(article)));
	tell_number(text, cyt_article_element(article) != NULL);
	tell(text, cyt_instrument_id(cyt_article_instrument(article)));
	for (i = 0; i < cyt_article_was_count(article); i++)
		tell(text, cyt_article_id(cyt_article_was_at(article, i)));
	for (i = 0; i < cyt_article_demand_count(article); i++)
		read_demand(cyt_article_demand_at(article, i), text);
}

static void
read_instruments(const struct cyt_corpus *corpus, struct text *text)
{
	const struct cyt_instrument *instrument;
	const struct cyt_article *article;
	size_t i, k;

	for (i = 0; i < cyt_corpus_instrument_count(corpus); i++) {
		instrument = cyt_corpus_instrument_at(corpus, i);
		tell(text, cyt_instrument_id(instrument));
		tell(text, cyt_instrument_type(instrument));
		tell(text, cyt_instrument_title(instrument, "es"));
		tell_number(text, cyt_instrument_supersedes(instrument) != NULL);
		tell_number(text, cyt_corpus_instrument_find(
					  corpus, cyt_instrument_id(instrument)) == instrument);
		read_element(cyt_instrument_element(instrument), text);
		for (k = 0; k < cyt_instrument_article_count(instrument) && k < MOST; k++) {
			article = cyt_instrument_article_at(instrument, k);
			read_article(article, text);
			tell_number(text, cyt_instrument_article_find(
						  instrument, cyt_article_id(article)) == article);
		}
	}
}

static void
read_laws(const struct cyt_corpus *corpus, struct text *text)
{
	const struct cyt_provision *provision;
	const struct cyt_law *law;
	size_t i, k;

	for (i = 0; i < cyt_corpus_law_count(corpus) && i < MOST; i++) {
		law = cyt_corpus_law_at(corpus, i);
		tell(text, cyt_law_id(law));
		tell(text, cyt_law_jurisdiction(law));
		tell(text, cyt_law_title(law, "en"));
		tell(text, cyt_law_title_lang(law, "en"));
		tell(text, cyt_law_status(law));
		tell_number(text, cyt_corpus_law_find(corpus, cyt_law_id(law)) == law);
		read_element(cyt_law_element(law), text);
		for (k = 0; k < cyt_law_provision_count(law); k++) {
			provision = cyt_law_provision_at(law, k);
			tell(text, cyt_provision_id(provision));
			tell(text, cyt_provision_num(provision));
			tell(text, cyt_element_name(cyt_provision_element(provision)));
			tell_number(text, cyt_provision_law(provision) == law);
		}
	}
}

static void
read_action(const struct cyt_action *action, struct text *text)
{
	const struct cyt_instrument *instrument = cyt_action_instrument(action);

	tell(text, cyt_action_id(action));
	tell(text, cyt_action_kind(action));
	tell(text, cyt_state_id(cyt_action_state(action)));
	tell_number(text, (uint64_t)cyt_action_date(action));
	tell_number(text, (uint64_t)cyt_action_until(action));
	tell(text, instrument ? cyt_instrument_id(instrument) : NULL);
}

static void
read_states(const struct cyt_corpus *corpus, struct text *text)
{
	const struct cyt_state *state;
	size_t i, k;

	for (i = 0; i < cyt_corpus_state_count(corpus); i++) {
		state = cyt_corpus_state_at(corpus, i);
		tell(text, cyt_state_id(state));
		tell(text, cyt_state_label(state, "es"));
		tell_number(text, cyt_corpus_state_find(corpus, cyt_state_id(state)) == state);
		tell_number(text, cyt_state_element(state) != NULL);
		for (k = 0; k < cyt_state_action_count(state); k++)
			read_action(cyt_state_action_at(state, k), text);
	}
}

static void
read_documents(const struct cyt_corpus *corpus, struct text *text)
{
	const struct cyt_element *document = cyt_corpus_document_first(corpus, "BB");

	for (; document; document = cyt_corpus_document_next(document, "BB")) {
		tell_number(text, cyt_element_count(document, "supply"));
		tell_number(text, cyt_element_fact_count(document, "supply", CYT_BASIS_TEXT));
	}
	tell_number(text, cyt_corpus_element_find(corpus, "rich-code") != NULL);
	tell_number(text, (uint64_t)cyt_corpus_element_is_ambiguous(corpus, "art_7"));
}

static int
read_a_corpus(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	struct cyt_corpus *corpus;
	int err = cyt_corpus_open(ctx, scene->snapshot, NULL, &corpus);

	if (err < 0)
		return err;
	tell_number(text, (uint64_t)cyt_corpus_date(corpus));
	tell(text, cyt_corpus_digest(corpus));
	tell_number(text, cyt_corpus_size(corpus));
	read_vocabulary(corpus, text);
	read_instruments(corpus, text);
	read_laws(corpus, text);
	read_states(corpus, text);
	read_documents(corpus, text);
	cyt_corpus_unref(corpus);
	return 0;
}

/* What is the same for every corpus. */
static int
read_names(const struct scene *scene, struct cyt_ctx *ctx, struct text *text)
{
	char date[CYT_DATE_SIZE];

	(void)scene;
	(void)ctx;
	tell(text, cyt_version());
	tell(text, cyt_libxml2_version());
	tell_number(text, cyt_format_version());
	tell(text, cyt_strerror(CYT_ERR_NOMEM));
	cyt_date_format(cyt_date_parse("2026-03"), date);
	tell(text, date);
	for (int i = 0; i < 8; i++) {
		tell(text, cyt_verdict_name((enum cyt_verdict)i));
		tell(text, cyt_relation_name((enum cyt_relation)i));
		tell(text, cyt_fate_name((enum cyt_fate)i));
		tell(text, cyt_duality_name((enum cyt_duality)i));
		tell(text, cyt_modality_name((enum cyt_modality)i));
		tell(text, cyt_subject_to_name((enum cyt_subject_to)i));
		tell(text, cyt_concern_name((enum cyt_concern)i));
	}
	tell_number(text, cyt_kind_find(cyt_kind_name(CYT_KIND_POWER)));
	tell_number(text, cyt_basis_find(cyt_basis_name(CYT_BASIS_TEXT)));
	tell_number(text, cyt_layout_find(cyt_layout_name(CYT_LAYOUT_ELEMENTS)));
	tell(text, cyt_sentence_lang("es-MX"));
	return 0;
}

const struct oom_case read_cases[] = {
	CASE(read_a_corpus),
	CASE(read_names),
	{ NULL, NULL, false, false },
};

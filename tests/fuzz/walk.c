/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Everything that a corpus holds, asked of it piece by piece as other programs do. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define MOST_DEPTH 64

/* What was read, so that somebody reads it. */
struct walk {
	struct fuzz_text text;
	size_t lines;
};

static void
read_text(struct walk *walk, const char *text)
{
	if (text)
		fuzz_sink(&walk->text, text, strlen(text));
}

/* An element by itself; a row always has one. */
static void
look_at(struct walk *walk, const struct cyt_element *element)
{
	const char *name, *value;
	size_t i;

	FUZZ_REQUIRE(element);
	read_text(walk, cyt_element_name(element));
	read_text(walk, cyt_element_text(element));
	read_text(walk, cyt_element_title(element, "es"));
	read_text(walk, cyt_element_title_lang(element, "es"));
	read_text(walk, cyt_element_attribute(element, "id"));
	read_text(walk, cyt_element_file(element));
	walk->lines += cyt_element_line(element);
	walk->lines += cyt_element_parent(element) != NULL;
	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++) {
		read_text(walk, name);
		read_text(walk, value);
	}
}

static void
walk_tree(struct walk *walk, const struct cyt_element *element, int depth)
{
	const struct cyt_element *child;

	FUZZ_REQUIRE(depth <= MOST_DEPTH);
	look_at(walk, element);
	for (child = cyt_element_first(element); child; child = cyt_element_next(child)) {
		FUZZ_REQUIRE(cyt_element_parent(child) == element);
		walk_tree(walk, child, depth + 1);
	}
}

static void
walk_vocabulary(struct walk *walk, const struct cyt_corpus *corpus)
{
	const struct cyt_concept *concept, *broader;
	const struct cyt_facet *facet;
	size_t i, k;

	for (i = 0; (facet = cyt_corpus_facet_at(corpus, i)) != NULL; i++) {
		look_at(walk, cyt_facet_element(facet));
		read_text(walk, cyt_facet_label(facet, "es"));
		read_text(walk, cyt_facet_unit(facet));
		for (k = 0; k < cyt_facet_value_count(facet); k++) {
			look_at(walk, cyt_value_element(cyt_facet_value_at(facet, k)));
			read_text(walk, cyt_value_label(cyt_facet_value_at(facet, k), "en"));
		}
	}
	for (i = 0; (concept = cyt_corpus_concept_at(corpus, i)) != NULL; i++) {
		look_at(walk, cyt_concept_element(concept));
		read_text(walk, cyt_concept_label(concept, "en"));
		for (broader = concept; broader; broader = cyt_concept_broader(broader))
			read_text(walk, cyt_concept_id(broader));
		for (k = 0; k < cyt_concept_facet_count(concept); k++)
			read_text(walk, cyt_facet_id(cyt_concept_facet_at(concept, k)));
	}
}

static void
walk_article(struct walk *walk, const struct cyt_article *article)
{
	const struct cyt_demand *demand;
	size_t i;

	look_at(walk, cyt_article_element(article));
	read_text(walk, cyt_article_num(article));
	read_text(walk, cyt_article_title(article, "es"));
	for (i = 0; i < cyt_article_was_count(article); i++)
		read_text(walk, cyt_article_id(cyt_article_was_at(article, i)));
	for (i = 0; (demand = cyt_article_demand_at(article, i)) != NULL; i++) {
		look_at(walk, cyt_demand_place(demand));
		fuzz_check_error(cyt_demand_citation(demand, fuzz_sink, &walk->text));
		FUZZ_REQUIRE(cyt_demand_concept(demand) && cyt_demand_article(demand));
	}
}

static void
walk_instruments(struct walk *walk, const struct cyt_corpus *corpus)
{
	const struct cyt_instrument *instrument;
	size_t i, k;

	for (i = 0; (instrument = cyt_corpus_instrument_at(corpus, i)) != NULL; i++) {
		look_at(walk, cyt_instrument_element(instrument));
		read_text(walk, cyt_instrument_title(instrument, "es"));
		read_text(walk, cyt_instrument_type(instrument));
		for (k = 0; k < cyt_instrument_article_count(instrument); k++)
			walk_article(walk, cyt_instrument_article_at(instrument, k));
	}
}

static void
walk_laws(struct walk *walk, const struct cyt_corpus *corpus)
{
	const struct cyt_state *state;
	const struct cyt_law *law;
	size_t i, k;

	for (i = 0; (law = cyt_corpus_law_at(corpus, i)) != NULL; i++) {
		look_at(walk, cyt_law_element(law));
		read_text(walk, cyt_law_title(law, "es"));
		read_text(walk, cyt_law_status(law));
		for (k = 0; k < cyt_law_provision_count(law); k++) {
			look_at(walk, cyt_provision_element(cyt_law_provision_at(law, k)));
			read_text(walk, cyt_provision_num(cyt_law_provision_at(law, k)));
		}
	}
	for (i = 0; (state = cyt_corpus_state_at(corpus, i)) != NULL; i++) {
		look_at(walk, cyt_state_element(state));
		read_text(walk, cyt_state_label(state, "es"));
		for (k = 0; k < cyt_state_action_count(state); k++) {
			read_text(walk, cyt_action_id(cyt_state_action_at(state, k)));
			read_text(walk, cyt_action_kind(cyt_state_action_at(state, k)));
		}
	}
}

void
fuzz_walk(struct cyt_corpus *corpus)
{
	struct walk walk = { .lines = 0 };
	const struct cyt_element *document;

	walk_vocabulary(&walk, corpus);
	walk_instruments(&walk, corpus);
	walk_laws(&walk, corpus);
	for (document = cyt_corpus_document_first(corpus, NULL); document;
	     document = cyt_corpus_document_next(document, NULL))
		walk_tree(&walk, document, 1);
	free(walk.text.bytes);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Facets, their values, concepts, and the names of the vocabulary's enums. */
#include <cybertreaty/vocabulary.h>

#include "model/corpus.h"
#include "model/image.h"

const char *
cyt_kind_name(enum cyt_kind kind)
{
	return word_name(WORDS_KIND, (int)kind);
}

enum cyt_kind
cyt_kind_find(const char *name)
{
	return name ? (enum cyt_kind)word_find(WORDS_KIND, name) : CYT_KIND_UNKNOWN;
}

const char *
cyt_basis_name(enum cyt_basis basis)
{
	return word_name(WORDS_BASIS, (int)basis);
}

enum cyt_basis
cyt_basis_find(const char *name)
{
	return name ? (enum cyt_basis)word_find(WORDS_BASIS, name) : CYT_BASIS_UNKNOWN;
}

const char *
cyt_concern_name(enum cyt_concern concern)
{
	return word_name(WORDS_CONCERN, (int)concern);
}

static const char *
label(const struct image *image, uint32_t node, uint32_t id, const char *lang)
{
	const char *text = image_text(image, image_node(image, node), ELEMENT_LABEL, lang, NULL);

	return text ? text : image_string(image, id);
}

size_t
cyt_corpus_facet_count(const struct cyt_corpus *corpus)
{
	return image_count(corpus_image(corpus), SECTION_FACET);
}

const struct cyt_facet *
cyt_corpus_facet_at(const struct cyt_corpus *corpus, size_t i)
{
	return i < cyt_corpus_facet_count(corpus) ? image_facet(corpus_image(corpus), (uint32_t)i)
						  : NULL;
}

const struct cyt_facet *
cyt_corpus_facet_find(const struct cyt_corpus *corpus, const char *id)
{
	return id ? image_find_facet(corpus_image(corpus), id) : NULL;
}

const char *
cyt_facet_id(const struct cyt_facet *facet)
{
	return image_string(image_of(facet), facet->id);
}

enum cyt_facet_type
cyt_facet_type(const struct cyt_facet *facet)
{
	return (enum cyt_facet_type)facet->type;
}

const char *
cyt_facet_unit(const struct cyt_facet *facet)
{
	return image_string(image_of(facet), facet->unit);
}

const struct cyt_element *
cyt_facet_element(const struct cyt_facet *facet)
{
	return image_element(image_of(facet), facet->node);
}

const char *
cyt_facet_label(const struct cyt_facet *facet, const char *lang)
{
	return label(image_of(facet), facet->node, facet->id, lang);
}

size_t
cyt_facet_value_count(const struct cyt_facet *facet)
{
	return facet->values.count;
}

const struct cyt_value *
cyt_facet_value_at(const struct cyt_facet *facet, size_t i)
{
	if (i >= facet->values.count)
		return NULL;
	return image_value(image_of(facet), facet->values.first + (uint32_t)i);
}

const char *
cyt_value_id(const struct cyt_value *value)
{
	return image_string(image_of(value), value->id);
}

const struct cyt_element *
cyt_value_element(const struct cyt_value *value)
{
	return image_element(image_of(value), value->node);
}

const char *
cyt_value_label(const struct cyt_value *value, const char *lang)
{
	return label(image_of(value), value->node, value->id, lang);
}

int
cyt_value_is_leaf(const struct cyt_value *value)
{
	return (int)value->is_leaf;
}

enum cyt_concern
cyt_value_concern(const struct cyt_value *value)
{
	return (enum cyt_concern)value->concern;
}

size_t
cyt_corpus_concept_count(const struct cyt_corpus *corpus)
{
	return image_count(corpus_image(corpus), SECTION_CONCEPT);
}

const struct cyt_concept *
cyt_corpus_concept_at(const struct cyt_corpus *corpus, size_t i)
{
	return i < cyt_corpus_concept_count(corpus)
		       ? image_concept(corpus_image(corpus), (uint32_t)i)
		       : NULL;
}

const struct cyt_concept *
cyt_corpus_concept_find(const struct cyt_corpus *corpus, const char *id)
{
	return id ? image_find_concept(corpus_image(corpus), id) : NULL;
}

const char *
cyt_concept_id(const struct cyt_concept *concept)
{
	return image_string(image_of(concept), concept->id);
}

enum cyt_kind
cyt_concept_kind(const struct cyt_concept *concept)
{
	return (enum cyt_kind)concept->kind;
}

const struct cyt_element *
cyt_concept_element(const struct cyt_concept *concept)
{
	return image_element(image_of(concept), concept->node);
}

const char *
cyt_concept_label(const struct cyt_concept *concept, const char *lang)
{
	return label(image_of(concept), concept->node, concept->id, lang);
}

const struct cyt_concept *
cyt_concept_broader(const struct cyt_concept *concept)
{
	if (concept->broader == NONE)
		return NULL;
	return image_concept(image_of(concept), concept->broader);
}

int
cyt_concept_is_leaf(const struct cyt_concept *concept)
{
	return (int)concept->is_leaf;
}

size_t
cyt_concept_facet_count(const struct cyt_concept *concept)
{
	return concept->axes.count;
}

const struct cyt_facet *
cyt_concept_facet_at(const struct cyt_concept *concept, size_t i)
{
	const struct image *image = image_of(concept);

	if (i >= concept->axes.count)
		return NULL;
	return image_facet(image, image_axis(image, concept->axes.first + (uint32_t)i)->facet);
}

uint64_t
cyt_concept_cell_count(const struct cyt_concept *concept)
{
	return (uint64_t)concept->cells * concept->layers;
}

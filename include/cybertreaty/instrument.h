/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Instruments: treaties, directives, proposals and norms, their articles and demands.
 *
 * Everything here is borrowed from a corpus, const, and lives as long as it. Any
 * thread may read. Getters do not fail; an absent thing is NULL.
 */
#ifndef CYBERTREATY_INSTRUMENT_H
#define CYBERTREATY_INSTRUMENT_H

#include <cybertreaty/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cyt_instrument;
struct cyt_article;
struct cyt_demand;
struct cyt_way;
struct cyt_element;

enum cyt_modality {
	CYT_MODALITY_UNKNOWN = 0,
	CYT_MODALITY_SHALL = 1,
	CYT_MODALITY_ENDEAVOUR = 2,
	CYT_MODALITY_CONSIDER = 3,
	CYT_MODALITY_MAY = 4,
	CYT_MODALITY_PAD_ = INT32_MAX
};

CYT_API const char *
cyt_modality_name(enum cyt_modality modality);

enum cyt_subject_to {
	CYT_SUBJECT_TO_UNKNOWN = 0,
	CYT_SUBJECT_TO_LEGAL_PRINCIPLES = 1,
	CYT_SUBJECT_TO_BASIC_CONCEPTS = 2,
	CYT_SUBJECT_TO_DOMESTIC_LAW = 3,
	CYT_SUBJECT_TO_CAPABILITY = 4,
	CYT_SUBJECT_TO_PAD_ = INT32_MAX
};

CYT_API const char *
cyt_subject_to_name(enum cyt_subject_to subject_to);

/** Why an article demands nothing. @since 1.0 */
enum cyt_silence {
	CYT_SILENCE_UNKNOWN = 0, /**< it demands something */
	CYT_SILENCE_NO_DUTY = 1, /**< it asks for no law: a definition, a saving, a final clause */
	CYT_SILENCE_CARRIED = 2, /**< other articles carry what it asks for */
	CYT_SILENCE_NOT_CODED = 3, /**< nobody has read what it asks for */
	CYT_SILENCE_PAD_ = INT32_MAX
};

/** "no-duty", "carried", "not-coded"; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_silence_name(enum cyt_silence silence);

CYT_API size_t
cyt_corpus_instrument_count(const struct cyt_corpus *corpus);
CYT_API const struct cyt_instrument *
cyt_corpus_instrument_at(const struct cyt_corpus *corpus, size_t i);
CYT_API const struct cyt_instrument *
cyt_corpus_instrument_find(const struct cyt_corpus *corpus, const char *id);
CYT_API const char *
cyt_instrument_id(const struct cyt_instrument *instrument);
CYT_API const struct cyt_element *
cyt_instrument_element(const struct cyt_instrument *instrument);
/** "treaty", "protocol", "directive", "proposal" or "norms". @since 1.0 */
CYT_API const char *
cyt_instrument_type(const struct cyt_instrument *instrument);
/** The version that it takes the place of, a draft for instance; NULL if none. @since 1.0 */
CYT_API const struct cyt_instrument *
cyt_instrument_supersedes(const struct cyt_instrument *instrument);
CYT_API const char *
cyt_instrument_title(const struct cyt_instrument *instrument, const char *lang);
CYT_API size_t
cyt_instrument_article_count(const struct cyt_instrument *instrument);
CYT_API const struct cyt_article *
cyt_instrument_article_at(const struct cyt_instrument *instrument, size_t i);
CYT_API const struct cyt_article *
cyt_instrument_article_find(const struct cyt_instrument *instrument, const char *id);

CYT_API const char *
cyt_article_id(const struct cyt_article *article);
CYT_API const struct cyt_element *
cyt_article_element(const struct cyt_article *article);
/** "" if it has none. @since 1.0 */
CYT_API const char *
cyt_article_num(const struct cyt_article *article);
CYT_API enum cyt_kind
cyt_article_kind(const struct cyt_article *article);
/** "" if it has none. @since 1.0 */
CYT_API const char *
cyt_article_title(const struct cyt_article *article, const char *lang);
CYT_API const struct cyt_instrument *
cyt_article_instrument(const struct cyt_article *article);
/**
 * Articles of the superseded version that it comes from, in their order there: none
 * if it is new, several if they were merged.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_article_was_count(const struct cyt_article *article);
CYT_API const struct cyt_article *
cyt_article_was_at(const struct cyt_article *article, size_t i);
/** 1 if no source shows which those are: then none are named. @since 1.0 */
CYT_API int
cyt_article_was_unknown(const struct cyt_article *article);
/** By what its own `because` and those of its paragraphs and points say. @since 1.0 */
CYT_API enum cyt_silence
cyt_article_silence(const struct cyt_article *article);
/** Demands on one concept each, in document order. @since 1.0 */
CYT_API size_t
cyt_article_demand_count(const struct cyt_article *article);
CYT_API const struct cyt_demand *
cyt_article_demand_at(const struct cyt_article *article, size_t i);

/** Id of the demand element; demands on several concepts share it. @since 1.0 */
CYT_API const char *
cyt_demand_id(const struct cyt_demand *demand);
CYT_API const struct cyt_article *
cyt_demand_article(const struct cyt_demand *demand);
CYT_API const struct cyt_concept *
cyt_demand_concept(const struct cyt_demand *demand);
CYT_API enum cyt_modality
cyt_demand_modality(const struct cyt_demand *demand);
CYT_API enum cyt_subject_to
cyt_demand_subject_to(const struct cyt_demand *demand);
/** The demand this one extends, or NULL. @since 1.0 */
CYT_API const struct cyt_demand *
cyt_demand_base(const struct cyt_demand *demand);
/** The innermost article, paragraph or point that the demand stands in. @since 1.0 */
CYT_API const struct cyt_element *
cyt_demand_place(const struct cyt_demand *demand);
/** As lawyers cite it, made of the numbers around it: "7(1)", "11(1)(a)"; "" without numbers. @since 1.0 */
CYT_API int
cyt_demand_citation(const struct cyt_demand *demand, cyt_sink sink, void *data);

/** A way out of a demand: an option, or what may be reserved. @since 1.0 */
CYT_API const char *
cyt_way_id(const struct cyt_way *way);
/** 1 for what may be left out only by a reservation, 0 for an option. @since 1.0 */
CYT_API int
cyt_way_is_reservable(const struct cyt_way *way);
CYT_API const struct cyt_demand *
cyt_way_demand(const struct cyt_way *way);
/** As lawyers cite it: "7(2)". @since 1.0 */
CYT_API int
cyt_way_citation(const struct cyt_way *way, cyt_sink sink, void *data);

/* Documents as trees, for tools that show everything. */

/** Element by "document/inner" or by a bare id that only one document has; NULL. @since 1.0 */
CYT_API const struct cyt_element *
cyt_corpus_element_find(const struct cyt_corpus *corpus, const char *id);
/** 1 if a bare id stands in several documents. @since 1.0 */
CYT_API int
cyt_corpus_element_is_ambiguous(const struct cyt_corpus *corpus, const char *id);
/**
 * The first document that `what` means: a document by its id; a jurisdiction (the State's entry and
 * the laws of just that jurisdiction); all that was read from the file of that name; NULL: every
 * document. NULL if there is none.
 *
 * @since 1.0
 */
CYT_API const struct cyt_element *
cyt_corpus_document_first(const struct cyt_corpus *corpus, const char *what);
/** The next one after a document; NULL after the last. @since 1.0 */
CYT_API const struct cyt_element *
cyt_corpus_document_next(const struct cyt_element *document, const char *what);
/** "article", "provision", … @since 1.0 */
CYT_API const char *
cyt_element_name(const struct cyt_element *element);
/** Value of an attribute, "xml:lang" for the language; NULL if absent. @since 1.0 */
CYT_API const char *
cyt_element_attribute(const struct cyt_element *element, const char *name);
/** Name and value of the i-th attribute; 0 past the end, else 1. @since 1.0 */
CYT_API int
cyt_element_attribute_at(const struct cyt_element *element, size_t i, const char **name,
			 const char **value);
/** Character data, white space folded; "" if none. @since 1.0 */
CYT_API const char *
cyt_element_text(const struct cyt_element *element);
/** Its title or label in a language, as cyt_facet_label(); NULL if none. @since 1.0 */
CYT_API const char *
cyt_element_title(const struct cyt_element *element, const char *lang);
/** The language that cyt_element_title() answers in; "" if it is not said or there is no title. @since 1.0 */
CYT_API const char *
cyt_element_title_lang(const struct cyt_element *element, const char *lang);
CYT_API const struct cyt_element *
cyt_element_parent(const struct cyt_element *element);
CYT_API const struct cyt_element *
cyt_element_first(const struct cyt_element *element);
CYT_API const struct cyt_element *
cyt_element_next(const struct cyt_element *element);
/** Where it was read: the file as named to the loader, and the line. @since 1.0 */
CYT_API const char *
cyt_element_file(const struct cyt_element *element);
CYT_API uint32_t
cyt_element_line(const struct cyt_element *element);

#ifdef __cplusplus
}
#endif
#endif

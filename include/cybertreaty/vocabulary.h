/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Facets, their values, concepts, sources, and regions as boxes.
 *
 * Everything here is borrowed from a corpus or a result, const, and lives as long
 * as what it was reached from. Any thread may read. Getters do not fail; a getter
 * that names an absent thing returns NULL.
 */
#ifndef CYBERTREATY_VOCABULARY_H
#define CYBERTREATY_VOCABULARY_H

#include <cybertreaty/corpus.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cyt_facet;
struct cyt_value;
struct cyt_concept;
struct cyt_region;

/** What a concept is about; articles use the last three as well. @since 1.0 */
enum cyt_kind {
	CYT_KIND_UNKNOWN = 0,
	CYT_KIND_ACT = 1,
	CYT_KIND_LIABILITY = 2,
	CYT_KIND_JURISDICTION = 3,
	CYT_KIND_POWER = 4,
	CYT_KIND_SAFEGUARD = 5,
	CYT_KIND_COOPERATION = 6,
	CYT_KIND_PREVENTION = 7,
	CYT_KIND_ASSISTANCE = 8,
	CYT_KIND_INSTITUTION = 9,
	CYT_KIND_DEFINITION = 10,
	CYT_KIND_OFFENCE = 11,
	CYT_KIND_SCOPE = 12,
	CYT_KIND_FINAL = 13,
	CYT_KIND_PAD_ = INT32_MAX
};

/** "act", "power" …; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_kind_name(enum cyt_kind kind);

/** The kind of a name, or CYT_KIND_UNKNOWN. @since 1.0 */
CYT_API enum cyt_kind
cyt_kind_find(const char *name);

/** How a fact is known, from strongest to weakest. @since 1.0 */
enum cyt_basis {
	CYT_BASIS_UNKNOWN = 0,
	CYT_BASIS_TEXT = 1,       /**< read in the official text */
	CYT_BASIS_SECONDARY = 2,  /**< read in somebody's account of it */
	CYT_BASIS_UNVERIFIED = 3,
	CYT_BASIS_PAD_ = INT32_MAX
};

CYT_API const char *
cyt_basis_name(enum cyt_basis basis);

CYT_API enum cyt_basis
cyt_basis_find(const char *name);

/** Why reach beyond what is demanded matters. @since 1.0 */
enum cyt_concern {
	CYT_CONCERN_UNKNOWN = 0,
	CYT_CONCERN_NONE = 1,
	CYT_CONCERN_BROADER = 2,   /**< harmless extra reach */
	CYT_CONCERN_OVERREACH = 3, /**< criminalises what should be free, or the like */
	CYT_CONCERN_PAD_ = INT32_MAX
};

CYT_API const char *
cyt_concern_name(enum cyt_concern concern);

enum cyt_facet_type {
	CYT_FACET_TYPE_UNKNOWN = 0,
	CYT_FACET_TYPE_ENUMERATED = 1,
	CYT_FACET_TYPE_QUANTITY = 2,
	CYT_FACET_TYPE_CONCEPTS = 3,
	CYT_FACET_TYPE_PAD_ = INT32_MAX
};

CYT_API size_t
cyt_corpus_facet_count(const struct cyt_corpus *corpus);
CYT_API const struct cyt_facet *
cyt_corpus_facet_at(const struct cyt_corpus *corpus, size_t i);
CYT_API const struct cyt_facet *
cyt_corpus_facet_find(const struct cyt_corpus *corpus, const char *id);
CYT_API const char *
cyt_facet_id(const struct cyt_facet *facet);
CYT_API enum cyt_facet_type
cyt_facet_type(const struct cyt_facet *facet);
/** Unit of a quantity, else "". @since 1.0 */
CYT_API const char *
cyt_facet_unit(const struct cyt_facet *facet);
CYT_API const struct cyt_element *
cyt_facet_element(const struct cyt_facet *facet);
/**
 * In the language asked for, else in a variety of it (es-MX for es), else English, else any, else the
 * id: cyt_element_title_lang() of its element says which.
 *
 * @since 1.0
 */
CYT_API const char *
cyt_facet_label(const struct cyt_facet *facet, const char *lang);
/** All values, a parent before its children. @since 1.0 */
CYT_API size_t
cyt_facet_value_count(const struct cyt_facet *facet);
CYT_API const struct cyt_value *
cyt_facet_value_at(const struct cyt_facet *facet, size_t i);
CYT_API const char *
cyt_value_id(const struct cyt_value *value);
CYT_API const char *
cyt_value_label(const struct cyt_value *value, const char *lang);
/** Its element; of a facet whose values are concepts that of the concept. @since 1.0 */
CYT_API const struct cyt_element *
cyt_value_element(const struct cyt_value *value);
CYT_API int
cyt_value_is_leaf(const struct cyt_value *value);
CYT_API enum cyt_concern
cyt_value_concern(const struct cyt_value *value);

CYT_API size_t
cyt_corpus_concept_count(const struct cyt_corpus *corpus);
CYT_API const struct cyt_concept *
cyt_corpus_concept_at(const struct cyt_corpus *corpus, size_t i);
CYT_API const struct cyt_concept *
cyt_corpus_concept_find(const struct cyt_corpus *corpus, const char *id);
CYT_API const char *
cyt_concept_id(const struct cyt_concept *concept);
CYT_API enum cyt_kind
cyt_concept_kind(const struct cyt_concept *concept);
CYT_API const char *
cyt_concept_label(const struct cyt_concept *concept, const char *lang);
CYT_API const struct cyt_element *
cyt_concept_element(const struct cyt_concept *concept);
/** The concept it is narrower than, or NULL. @since 1.0 */
CYT_API const struct cyt_concept *
cyt_concept_broader(const struct cyt_concept *concept);
/** 1 if none is narrower: only leaves have regions and rows. @since 1.0 */
CYT_API int
cyt_concept_is_leaf(const struct cyt_concept *concept);
CYT_API size_t
cyt_concept_facet_count(const struct cyt_concept *concept);
CYT_API const struct cyt_facet *
cyt_concept_facet_at(const struct cyt_concept *concept, size_t i);
/** Number of cells of the case space, all layers together; 0 for a broader concept. @since 1.0 */
CYT_API uint64_t
cyt_concept_cell_count(const struct cyt_concept *concept);

/** A union of boxes over the facets of one concept. @since 1.0 */
CYT_API const struct cyt_concept *
cyt_region_concept(const struct cyt_region *region);
/**
 * 0 for the empty region.
 *
 * The boxes of a row are drawn when first asked for, by any thread; without memory there are none,
 * which cyt_region_cell_count() tells from an empty region.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_region_box_count(const struct cyt_region *region);
/** Whether a box keeps fewer than all values of the concept's facet number `facet`. @since 1.0 */
CYT_API int
cyt_region_box_restricts(const struct cyt_region *region, size_t box, size_t facet);
/** The i-th leaf value id that the box keeps on an enumerated or concepts facet; NULL past the end. @since 1.0 */
CYT_API const char *
cyt_region_box_value_at(const struct cyt_region *region, size_t box, size_t facet, size_t i);
/**
 * The i-th interval [*at_least, *below) that the box keeps on a quantity facet,
 * adjacent ones merged; *below is UINT32_MAX for no end. 0 past the end, else 1.
 *
 * @since 1.0
 */
CYT_API int
cyt_region_box_interval_at(const struct cyt_region *region, size_t box, size_t facet, size_t i,
			   uint32_t *at_least, uint32_t *below);
/** Number of cells. @since 1.0 */
CYT_API uint64_t
cyt_region_cell_count(const struct cyt_region *region);

#ifdef __cplusplus
}
#endif
#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Questions to a corpus and their answers: coverage, gaps, beyond, with all evidence.
 *
 * A result is counted and holds its corpus; everything reached from a result is
 * borrowed, const, and lives as long as the result. Terms belong to the caller.
 * Results may be read by any number of threads; the same corpus may be asked by
 * any number at once.
 */
#ifndef CYBERTREATY_QUERY_H
#define CYBERTREATY_QUERY_H

#include <cybertreaty/corpus.h>
#include <cybertreaty/instrument.h>
#include <cybertreaty/law.h>
#include <cybertreaty/state.h>
#include <cybertreaty/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

/** From worst to best; the order that any-of goes by. @since 1.0 */
enum cyt_verdict {
	CYT_VERDICT_UNKNOWN = 0, /**< no verdict: nothing is demanded with `shall` */
	CYT_VERDICT_NONE = 1,
	CYT_VERDICT_NOT_ASSESSED = 2,
	CYT_VERDICT_PARTIAL = 3,
	CYT_VERDICT_FULL_BY_RESERVATION = 4,
	CYT_VERDICT_FULL_BY_OPTION = 5,
	CYT_VERDICT_FULL = 6,
	CYT_VERDICT_PAD_ = INT32_MAX
};

/** "full-by-option" and the like; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_verdict_name(enum cyt_verdict verdict);

struct cyt_terms;
struct cyt_result;
struct cyt_provision_finding; /* one article of the instrument */
struct cyt_row_finding;       /* one demand on one concept */
struct cyt_evidence;          /* a provision of a law behind a row */
struct cyt_beyond;            /* a concept on which the subject reaches further */
struct cyt_conflict;          /* what is covered and must not be */
struct cyt_gap;

/* ---- terms of a question ------------------------------------------------------------------ */

/**
 * The terms under which a question is asked.
 *
 * `as_at` is required: the library never asks the clock.
 *
 * @since 1.0
 */
CYT_API int
cyt_terms_new(struct cyt_ctx *ctx, cyt_date as_at, struct cyt_terms **out);

/** NULL is fine. @since 1.0 */
CYT_API void
cyt_terms_free(struct cyt_terms *terms);

/** A bill or adopted law that counts for this question. @since 1.0 */
CYT_API int
cyt_terms_add_law(struct cyt_terms *terms, const char *law_id);

/** Facts on a weaker basis than this are left out. @since 1.0 */
CYT_API int
cyt_terms_set_basis(struct cyt_terms *terms, enum cyt_basis weakest);

/* ---- questions ------------------------------------------------------------------------------ */

/**
 * Which demands of an instrument a subject covers.
 *
 * The subject is a law, an instrument, a jurisdiction, or several joined by '+',
 * looked up in that order. CYT_ERR_NOTFOUND for an unknown subject, instrument or
 * law of the terms: cyt_suggest() helps.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_coverage(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		   const struct cyt_terms *terms, struct cyt_result **out);

/**
 * Of the coverage only what is missing, with what would excuse it and the laws of
 * other States that supply it.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_gaps(struct cyt_corpus *corpus, const char *subject, const char *instrument,
	       const struct cyt_terms *terms, struct cyt_result **out);

/**
 * Of the coverage only where the subject reaches further than the instrument,
 * what nobody asked for, and conflicts with what must not be covered.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_beyond(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		 const struct cyt_terms *terms, struct cyt_result **out);

/** Which question a result answers. @since 1.0 */
enum cyt_question {
	CYT_QUESTION_UNKNOWN = 0,
	CYT_QUESTION_COVERAGE = 1,
	CYT_QUESTION_GAPS = 2,
	CYT_QUESTION_BEYOND = 3,
	CYT_QUESTION_PAD_ = INT32_MAX
};

CYT_API struct cyt_result *
cyt_result_ref(struct cyt_result *result);

/** NULL is fine. @since 1.0 */
CYT_API void
cyt_result_unref(struct cyt_result *result);

CYT_API enum cyt_question
cyt_result_question(const struct cyt_result *result);

CYT_API struct cyt_corpus *
cyt_result_corpus(const struct cyt_result *result);

/** The subject as it was given. @since 1.0 */
CYT_API const char *
cyt_result_subject(const struct cyt_result *result);

/** "law", "instrument", "jurisdiction" or "set". @since 1.0 */
CYT_API const char *
cyt_result_subject_kind(const struct cyt_result *result);

/** Title of the subject; of several the titles joined by " + ". @since 1.0 */
CYT_API const char *
cyt_result_subject_title(const struct cyt_result *result);

CYT_API const struct cyt_instrument *
cyt_result_instrument(const struct cyt_result *result);

CYT_API cyt_date
cyt_result_as_at(const struct cyt_result *result);

/** The i-th law named in the terms; NULL past the end. @since 1.0 */
CYT_API const char *
cyt_result_with_at(const struct cyt_result *result, size_t i);

/** Articles in document order, all of them for coverage. @since 1.0 */
CYT_API size_t
cyt_result_provision_count(const struct cyt_result *result);

CYT_API const struct cyt_provision_finding *
cyt_result_provision_at(const struct cyt_result *result, size_t i);

/**
 * How many articles (for `shall`) or rows (other modalities) got a verdict.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_result_total(const struct cyt_result *result, enum cyt_modality modality,
		 enum cyt_verdict verdict);

/* ---- an article ---------------------------------------------------------------------------- */

CYT_API const struct cyt_article *
cyt_provision_finding_article(const struct cyt_provision_finding *finding);

/** CYT_VERDICT_UNKNOWN where the article has no `shall` demand. @since 1.0 */
CYT_API enum cyt_verdict
cyt_provision_finding_verdict(const struct cyt_provision_finding *finding);

/** Rows looked at, of all rows that count for the verdict. @since 1.0 */
CYT_API void
cyt_provision_finding_assessed(const struct cyt_provision_finding *finding, size_t *assessed,
			       size_t *rows);

CYT_API size_t
cyt_provision_finding_row_count(const struct cyt_provision_finding *finding);

CYT_API const struct cyt_row_finding *
cyt_provision_finding_row_at(const struct cyt_provision_finding *finding, size_t i);

/** Bases of extended demands that gave no row, because nothing of them is covered. @since 1.0 */
CYT_API size_t
cyt_provision_finding_inherited_count(const struct cyt_provision_finding *finding);

CYT_API const struct cyt_row_finding *
cyt_provision_finding_inherited_at(const struct cyt_provision_finding *finding, size_t i);

CYT_API size_t
cyt_provision_finding_conflict_count(const struct cyt_provision_finding *finding);

CYT_API const struct cyt_conflict *
cyt_provision_finding_conflict_at(const struct cyt_provision_finding *finding, size_t i);

/** One sentence in plain legal English about the article as a whole. @since 1.0 */
CYT_API int
cyt_provision_finding_sentence(const struct cyt_provision_finding *finding, cyt_sink sink,
			       void *data);

/* ---- a row --------------------------------------------------------------------------------- */

CYT_API const struct cyt_demand *
cyt_row_finding_demand(const struct cyt_row_finding *row);

CYT_API enum cyt_verdict
cyt_row_finding_verdict(const struct cyt_row_finding *row);

/** Weakest basis among the facts that the verdict rests on. @since 1.0 */
CYT_API enum cyt_basis
cyt_row_finding_basis(const struct cyt_row_finding *row);

/** Oldest consultation among them; 0 if one was never consulted. @since 1.0 */
CYT_API cyt_date
cyt_row_finding_consulted(const struct cyt_row_finding *row);

/** Whether the rule "missing; may be justified" applies: the demand is `subject-to`. @since 1.0 */
CYT_API enum cyt_subject_to
cyt_row_finding_justifiable(const struct cyt_row_finding *row);

/** Regions of a row. @since 1.0 */
enum cyt_row_region {
	CYT_ROW_REGION_UNKNOWN = 0,
	CYT_ROW_REGION_DEMANDED = 1,  /**< D, as measured for this subject */
	CYT_ROW_REGION_COVERED = 2,   /**< of D, by unconditional supplies */
	CYT_ROW_REGION_LEFT = 3,      /**< D less what is covered */
	CYT_ROW_REGION_MISSING = 4,   /**< left, less options and reservations used */
	CYT_ROW_REGION_MISSING_WIDE = 5, /**< missing, grown over what is excused or not demanded: for people */
	CYT_ROW_REGION_PAD_ = INT32_MAX
};

CYT_API const struct cyt_region *
cyt_row_finding_region(const struct cyt_row_finding *row, enum cyt_row_region which);

/** Laws and provisions that supply part of the demand. @since 1.0 */
CYT_API size_t
cyt_row_finding_supplied_by_count(const struct cyt_row_finding *row);

CYT_API const struct cyt_evidence *
cyt_row_finding_supplied_by_at(const struct cyt_row_finding *row, size_t i);

/** Conditional supplies that meet the demand. @since 1.0 */
CYT_API size_t
cyt_row_finding_conditional_count(const struct cyt_row_finding *row);

CYT_API const struct cyt_evidence *
cyt_row_finding_conditional_at(const struct cyt_row_finding *row, size_t i);

/** Options of the instrument that the subject makes use of. @since 1.0 */
CYT_API size_t
cyt_row_finding_option_used_count(const struct cyt_row_finding *row);

CYT_API const struct cyt_way *
cyt_row_finding_option_used_at(const struct cyt_row_finding *row, size_t i);

/** Reservations of the subject's State that excuse part of it. @since 1.0 */
CYT_API size_t
cyt_row_finding_reservation_used_count(const struct cyt_row_finding *row);

CYT_API const struct cyt_action *
cyt_row_finding_reservation_used_at(const struct cyt_row_finding *row, size_t i);

/** Options against overreach of which the subject covers cases all the same. @since 1.0 */
CYT_API size_t
cyt_row_finding_optional_covered_count(const struct cyt_row_finding *row);

CYT_API const struct cyt_way *
cyt_row_finding_optional_covered_at(const struct cyt_row_finding *row, size_t i);

/** Where in nested any-of the row stands: pairs from the outside in. @since 1.0 */
CYT_API size_t
cyt_row_finding_path_count(const struct cyt_row_finding *row);

CYT_API void
cyt_row_finding_path_at(const struct cyt_row_finding *row, size_t i, uint32_t *group,
			uint32_t *alternative);

/**
 * The finding in plain legal English: what is covered by what, what is missing in
 * words a drafter can use, what was excused by which option or reservation.
 *
 * @since 1.0
 */
CYT_API int
cyt_row_finding_sentence(const struct cyt_row_finding *row, cyt_sink sink, void *data);

/**
 * Several lines that show D, each supply, what is left, and the rule applied.
 *
 * @since 1.0
 */
CYT_API int
cyt_row_finding_explain(const struct cyt_row_finding *row, cyt_sink sink, void *data);

/* ---- evidence ------------------------------------------------------------------------------ */

/** NULL where an instrument is the subject. @since 1.0 */
CYT_API const struct cyt_law *
cyt_evidence_law(const struct cyt_evidence *evidence);

/** NULL where an instrument is the subject. @since 1.0 */
CYT_API const struct cyt_provision *
cyt_evidence_provision(const struct cyt_evidence *evidence);

/** The demand of the subject instrument; NULL where laws are the subject. @since 1.0 */
CYT_API const struct cyt_demand *
cyt_evidence_demand(const struct cyt_evidence *evidence);

/** The extension that made the copy, or NULL. @since 1.0 */
CYT_API const struct cyt_extend *
cyt_evidence_via(const struct cyt_evidence *evidence);

/** 1 if the row would be covered just as far without this provision alone. @since 1.0 */
CYT_API int
cyt_evidence_is_redundant(const struct cyt_evidence *evidence);

/** The part of the demand it reaches. @since 1.0 */
CYT_API const struct cyt_region *
cyt_evidence_region(const struct cyt_evidence *evidence);

/** The i-th condition under which it applies; NULL past the end. @since 1.0 */
CYT_API const char *
cyt_evidence_condition_at(const struct cyt_evidence *evidence, size_t i);

/* ---- beyond -------------------------------------------------------------------------------- */

CYT_API size_t
cyt_result_beyond_count(const struct cyt_result *result);

CYT_API const struct cyt_beyond *
cyt_result_beyond_at(const struct cyt_result *result, size_t i);

CYT_API const struct cyt_concept *
cyt_beyond_concept(const struct cyt_beyond *beyond);

CYT_API enum cyt_concern
cyt_beyond_concern(const struct cyt_beyond *beyond);

CYT_API const struct cyt_region *
cyt_beyond_region(const struct cyt_beyond *beyond);

/** The i-th facet on which no supply that reaches the region says anything; NULL past the end. @since 1.0 */
CYT_API const struct cyt_facet *
cyt_beyond_by_silence_at(const struct cyt_beyond *beyond, size_t i);

CYT_API int
cyt_beyond_sentence(const struct cyt_beyond *beyond, cyt_sink sink, void *data);

/** The i-th concept that the subject supplies and the instrument never demands; NULL past the end. @since 1.0 */
CYT_API const struct cyt_concept *
cyt_result_unasked_at(const struct cyt_result *result, size_t i);

/** Id of the `forbid` that is in conflict. @since 1.0 */
CYT_API const char *
cyt_conflict_id(const struct cyt_conflict *conflict);

CYT_API const struct cyt_concept *
cyt_conflict_concept(const struct cyt_conflict *conflict);

CYT_API const struct cyt_region *
cyt_conflict_region(const struct cyt_conflict *conflict);

CYT_API int
cyt_conflict_sentence(const struct cyt_conflict *conflict, cyt_sink sink, void *data);

/* ---- gaps ---------------------------------------------------------------------------------- */

CYT_API size_t
cyt_result_gap_count(const struct cyt_result *result);

CYT_API const struct cyt_gap *
cyt_result_gap_at(const struct cyt_result *result, size_t i);

CYT_API const struct cyt_row_finding *
cyt_gap_row(const struct cyt_gap *gap);

/** The i-th option that would excuse part of what is missing; NULL past the end. @since 1.0 */
CYT_API const struct cyt_way *
cyt_gap_option_at(const struct cyt_gap *gap, size_t i);

/** The i-th reservable likewise; NULL past the end. @since 1.0 */
CYT_API const struct cyt_way *
cyt_gap_reservable_at(const struct cyt_gap *gap, size_t i);

/**
 * The i-th provision of another State's law that supplies all that is missing;
 * NULL past the end.
 *
 * @since 1.0
 */
CYT_API const struct cyt_evidence *
cyt_gap_model_at(const struct cyt_gap *gap, size_t i);

CYT_API int
cyt_gap_sentence(const struct cyt_gap *gap, cyt_sink sink, void *data);

/* ---- help with names ------------------------------------------------------------------------ */

/**
 * Ids of documents and jurisdictions most like `id`, nearest first, written one
 * per call of the sink; at most `most`.
 *
 * @since 1.0
 */
CYT_API int
cyt_suggest(const struct cyt_corpus *corpus, const char *id, size_t most, cyt_sink sink, void *data);

#ifdef __cplusplus
}
#endif
#endif

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
struct cyt_evidence;          /* a provision of a law behind a finding */
struct cyt_beyond;            /* a concept on which the subject reaches further */
struct cyt_conflict;          /* what is covered and must not be */
struct cyt_gap;
struct cyt_power_finding;     /* a power and its safeguards */
struct cyt_holder;            /* one of all laws or jurisdictions, and how it stands */
struct cyt_change;            /* an article that two coverages judge differently */
struct cyt_row_change;        /* and a row of it */
struct cyt_hit;               /* an element that a search found */
struct cyt_passage;           /* an article of two versions of an instrument */

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

/**
 * The language of the answer: a tag such as "es" or "es-MX"; NULL, as at first, for English.
 *
 * Titles, labels and conditions are given in it where there are any, else as
 * cyt_element_title() and cyt_law_title() do. Sentences are in the language of cyt_sentence_lang();
 * what a sentence has to take from another one is followed by that in brackets, as in
 * "Strafgesetzbuch [de]", and so is a whole sentence that is not in the language asked for.
 * Without a language nothing is marked. CYT_ERR_INVALID if it is no tag.
 *
 * @since 1.0
 */
CYT_API int
cyt_terms_set_lang(struct cyt_terms *terms, const char *lang);

/**
 * In which language sentences are when this one is asked for: itself if there are any, whatever its
 * region, else "en". NULL is English.
 *
 * @since 1.0
 */
CYT_API const char *
cyt_sentence_lang(const char *lang);

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

/**
 * The coverage with the gaps and what goes beyond in one answer, for a report.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_report(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		 const struct cyt_terms *terms, struct cyt_result **out);

/**
 * The difference between two coverages: what changes from one to the other.
 *
 * They may differ in terms (a bill in the corpus), in corpus (an overlay with a bill or an
 * action), in subject or date; CYT_ERR_INVALID if they are not coverages of the
 * same instrument. The result holds both, and is about the second where it is asked
 * for its subject, date or corpus.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_diff(struct cyt_result *before, struct cyt_result *after, struct cyt_result **out);

/** Who has a row in a matrix. @since 1.0 */
enum cyt_matrix_by {
	CYT_MATRIX_BY_UNKNOWN = 0,
	CYT_MATRIX_BY_JURISDICTION = 1, /**< all of them, by id */
	CYT_MATRIX_BY_LAW = 2, /**< those in force on the date, and those that the terms name */
	CYT_MATRIX_BY_PAD_ = INT32_MAX
};

/**
 * The verdicts of everybody on every article of an instrument, without evidence.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_matrix(struct cyt_corpus *corpus, const char *instrument, enum cyt_matrix_by by,
		 const struct cyt_terms *terms, struct cyt_result **out);

/**
 * Who covers an article, a demand (its own rows, whatever their modality) or all
 * cases of a concept: all jurisdictions by id, then the laws in the order of the
 * corpus, each with a verdict and the evidence.
 *
 * The id is that of cyt_corpus_element_find(). CYT_ERR_INVALID for an element
 * that is none of these, or that demands nothing by itself.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_covering(struct cyt_corpus *corpus, const char *id, const struct cyt_terms *terms,
		   struct cyt_result **out);

/**
 * Which safeguards a subject supplies for each power that it has.
 *
 * A power is a value of the facet of safeguards whose values stand for powers:
 * itself a concept of that kind, or naming some with `concepts`. Each safeguard is
 * measured on its cases at that value: with an instrument those that it asks
 * for, without one (NULL) all.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_safeguards(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		     const struct cyt_terms *terms, struct cyt_result **out);

/**
 * Documents, chapters, articles, provisions, concepts, facets and States by words, best first.
 *
 * Case and accents do not matter, nor does the language: titles, labels, notes, ids and numbers are
 * looked at. All words have to be there, in the element or in what it stands in; of three letters or
 * more a beginning will do. Citations are understood: "Art. 4(2) Budapest", "CPF 211 bis 1".
 * cyt_result_subject() gives the words; the result has no instrument and no date. `lang` (NULL:
 * nobody asked) is for cyt_result_lang() alone. CYT_ERR_INVALID if it is no tag; CYT_ERR_FORMAT if the
 * documents of a snapshot turn out to be damaged.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_search(struct cyt_corpus *corpus, const char *words, const char *lang,
		 struct cyt_result **out);

/** Which question a result answers. @since 1.0 */
enum cyt_question {
	CYT_QUESTION_UNKNOWN = 0,
	CYT_QUESTION_COVERAGE = 1,
	CYT_QUESTION_GAPS = 2,
	CYT_QUESTION_BEYOND = 3,
	CYT_QUESTION_MATRIX = 6,
	CYT_QUESTION_COVERING = 7,
	CYT_QUESTION_SAFEGUARDS = 8,
	CYT_QUESTION_DIFF = 9,
	CYT_QUESTION_COMPARE = 10,
	CYT_QUESTION_DUAL = 11,
	CYT_QUESTION_SEARCH = 12,
	CYT_QUESTION_REPORT = 13,
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

/** The language asked for; "en" if none was. @since 1.0 */
CYT_API const char *
cyt_result_lang(const struct cyt_result *result);

/** The i-th law named in the terms; NULL past the end. @since 1.0 */
CYT_API const char *
cyt_result_with_at(const struct cyt_result *result, size_t i);

/** Facts on a weaker basis were left out; unknown if none were. @since 1.0 */
CYT_API enum cyt_basis
cyt_result_basis(const struct cyt_result *result);

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

/** One sentence in plain legal language about the article as a whole. @since 1.0 */
CYT_API int
cyt_provision_finding_sentence(const struct cyt_provision_finding *finding, cyt_sink sink,
			       void *data);

/* ---- a row --------------------------------------------------------------------------------- */

/** NULL where all cases of a concept were asked about. @since 1.0 */
CYT_API const struct cyt_demand *
cyt_row_finding_demand(const struct cyt_row_finding *row);

CYT_API const struct cyt_concept *
cyt_row_finding_concept(const struct cyt_row_finding *row);

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
 * The finding in plain legal language: what is covered by what, what is missing in
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

/** 1 if the finding would reach just as far without this provision alone. @since 1.0 */
CYT_API int
cyt_evidence_is_redundant(const struct cyt_evidence *evidence);

/** The part it reaches of the demand, or of what goes beyond or is in conflict. @since 1.0 */
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

/**
 * Provisions that supply part of the region without a condition: in the order of the corpus, each once, and
 * once more for every extension that carries it there. Whoever asks first has them looked up, which needs
 * memory: 0 if there is none, as at least one supplies it.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_beyond_supplied_by_count(const struct cyt_beyond *beyond);

/** The i-th; NULL past the end, or without memory. @since 1.0 */
CYT_API const struct cyt_evidence *
cyt_beyond_supplied_by_at(const struct cyt_beyond *beyond, size_t i);

/**
 * Weakest basis among these supplies and the demands on the concept beyond which they reach, without those that
 * extend others; CYT_BASIS_UNKNOWN without memory.
 *
 * @since 1.0
 */
CYT_API enum cyt_basis
cyt_beyond_basis(const struct cyt_beyond *beyond);

/** Oldest consultation among them; 0 if one was never consulted, or without memory. @since 1.0 */
CYT_API cyt_date
cyt_beyond_consulted(const struct cyt_beyond *beyond);

CYT_API int
cyt_beyond_sentence(const struct cyt_beyond *beyond, cyt_sink sink, void *data);

/** The i-th concept that the subject supplies and the instrument never demands; NULL past the end. @since 1.0 */
CYT_API const struct cyt_concept *
cyt_result_unasked_at(const struct cyt_result *result, size_t i);

/**
 * Provisions that supply something of the i-th of these concepts without a condition: as with
 * cyt_beyond_supplied_by_count(). 0 past the end.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_result_unasked_supplied_by_count(const struct cyt_result *result, size_t i);

/** The k-th; NULL past either end, or without memory. @since 1.0 */
CYT_API const struct cyt_evidence *
cyt_result_unasked_supplied_by_at(const struct cyt_result *result, size_t i, size_t k);

/** Weakest basis among these supplies; CYT_BASIS_UNKNOWN past the end, or without memory. @since 1.0 */
CYT_API enum cyt_basis
cyt_result_unasked_basis(const struct cyt_result *result, size_t i);

/** Oldest consultation among them; 0 if one was never consulted, past the end, or without memory. @since 1.0 */
CYT_API cyt_date
cyt_result_unasked_consulted(const struct cyt_result *result, size_t i);

/**
 * "general retention of communications data. Supplied by Telecommunications Act (190, fr. II)."
 *
 * @return 0, CYT_ERR_NOTFOUND past the end, CYT_ERR_SINK or CYT_ERR_NOMEM.
 * @since 1.0
 */
CYT_API int
cyt_result_unasked_sentence(const struct cyt_result *result, size_t i, cyt_sink sink, void *data);

/** Id of the `forbid` that is in conflict. @since 1.0 */
CYT_API const char *
cyt_conflict_id(const struct cyt_conflict *conflict);

CYT_API const struct cyt_concept *
cyt_conflict_concept(const struct cyt_conflict *conflict);

CYT_API const struct cyt_region *
cyt_conflict_region(const struct cyt_conflict *conflict);

/** Provisions that supply part of the region: as with cyt_beyond_supplied_by_count(). @since 1.0 */
CYT_API size_t
cyt_conflict_supplied_by_count(const struct cyt_conflict *conflict);

/** The i-th; NULL past the end, or without memory. @since 1.0 */
CYT_API const struct cyt_evidence *
cyt_conflict_supplied_by_at(const struct cyt_conflict *conflict, size_t i);

/** Weakest basis among these supplies and the `forbid`; CYT_BASIS_UNKNOWN without memory. @since 1.0 */
CYT_API enum cyt_basis
cyt_conflict_basis(const struct cyt_conflict *conflict);

/** Oldest consultation among them; 0 if one was never consulted, or without memory. @since 1.0 */
CYT_API cyt_date
cyt_conflict_consulted(const struct cyt_conflict *conflict);

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

/* ---- diff ---------------------------------------------------------------------------------- */

/** The coverages that were compared; NULL of other results. @since 1.0 */
CYT_API const struct cyt_result *
cyt_result_before(const struct cyt_result *result);

CYT_API const struct cyt_result *
cyt_result_after(const struct cyt_result *result);

/** Articles whose verdict, or the verdict or missing region of a row, is not the same. @since 1.0 */
CYT_API size_t
cyt_result_change_count(const struct cyt_result *result);

CYT_API const struct cyt_change *
cyt_result_change_at(const struct cyt_result *result, size_t i);

/** NULL if the instrument had no such article then. @since 1.0 */
CYT_API const struct cyt_provision_finding *
cyt_change_before(const struct cyt_change *change);

CYT_API const struct cyt_provision_finding *
cyt_change_after(const struct cyt_change *change);

/** The i-th row that changes; NULL past the end. @since 1.0 */
CYT_API const struct cyt_row_change *
cyt_change_row_at(const struct cyt_change *change, size_t i);

/** NULL where there was no row: an extended demand of whose base nothing was covered. @since 1.0 */
CYT_API const struct cyt_row_finding *
cyt_row_change_before(const struct cyt_row_change *row);

CYT_API const struct cyt_row_finding *
cyt_row_change_after(const struct cyt_row_change *row);

/** "Before: ... After: ..." @since 1.0 */
CYT_API int
cyt_row_change_sentence(const struct cyt_row_change *row, cyt_sink sink, void *data);

/* ---- two instruments ----------------------------------------------------------------------- */

/** Which of two: instruments that are compared, States of dual criminality. @since 1.0 */
enum cyt_side {
	CYT_SIDE_UNKNOWN = 0,
	CYT_SIDE_FIRST = 1,
	CYT_SIDE_SECOND = 2,
	CYT_SIDE_PAD_ = INT32_MAX
};

/** What one article demands, beside what another does. @since 1.0 */
enum cyt_relation {
	CYT_RELATION_UNKNOWN = 0,
	CYT_RELATION_EQUAL = 1,
	CYT_RELATION_NARROWER = 2,    /**< only part of what the other demands */
	CYT_RELATION_WIDER = 3,       /**< all that the other demands, and more */
	CYT_RELATION_OVERLAPPING = 4, /**< each has something in common and something alone */
	CYT_RELATION_ABSENT = 5,      /**< nothing in common */
	CYT_RELATION_PAD_ = INT32_MAX
};

/** "equal", "narrower" and so on; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_relation_name(enum cyt_relation relation);

/** What of two articles is compared. @since 1.0 */
enum cyt_floor {
	CYT_FLOOR_UNKNOWN = 0,
	CYT_FLOOR_DUTY = 1,           /**< all that is demanded */
	CYT_FLOOR_BY_OPTION = 2,      /**< less what options let a Party leave out */
	CYT_FLOOR_BY_RESERVATION = 3, /**< and less what may be reserved */
	CYT_FLOOR_PAD_ = INT32_MAX
};

/** How firmly a case is demanded, from not at all to without a way out. @since 1.0 */
enum cyt_standing {
	CYT_STANDING_UNKNOWN = 0,
	CYT_STANDING_NOT_ASKED = 1,
	CYT_STANDING_OPTIONAL = 2,   /**< demanded, but an option lets a Party leave it out */
	CYT_STANDING_RESERVABLE = 3, /**< demanded, but for a reservation */
	CYT_STANDING_BINDING = 4,
	CYT_STANDING_PAD_ = INT32_MAX
};

/**
 * How two instruments compare, article by article.
 *
 * What counts are `shall` demands, of proposals and norms those of every modality,
 * extended ones over the whole of their bases; with a weakest basis in the terms
 * only demands that rest on as much. cyt_result_subject() is the first instrument
 * and cyt_result_instrument() the second. CYT_ERR_NOTFOUND for an unknown
 * instrument or law of the terms.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_compare(struct cyt_corpus *corpus, const char *instrument, const char *other,
		  const struct cyt_terms *terms, struct cyt_result **out);

/** Articles of one of the instruments that demand anything, in document order. @since 1.0 */
CYT_API size_t
cyt_result_comparison_count(const struct cyt_result *result, enum cyt_side side);

CYT_API const struct cyt_comparison *
cyt_result_comparison_at(const struct cyt_result *result, enum cyt_side side, size_t i);

CYT_API const struct cyt_article *
cyt_comparison_article(const struct cyt_comparison *comparison);

/** Articles of the other instrument that demand some of the same; 0: it has no counterpart. @since 1.0 */
CYT_API size_t
cyt_comparison_match_count(const struct cyt_comparison *comparison);

CYT_API const struct cyt_match *
cyt_comparison_match_at(const struct cyt_comparison *comparison, size_t i);

/**
 * Of versions, where there is no match: the article of the other one that it was or became and that
 * nobody has read, so that it is not known whether it asks for the same; else NULL.
 *
 * @since 1.0
 */
CYT_API const struct cyt_article *
cyt_comparison_unread(const struct cyt_comparison *comparison);

/**
 * Cases that the article demands and that stand otherwise in the other instrument
 * as a whole, by concept.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_comparison_difference_count(const struct cyt_comparison *comparison);

CYT_API const struct cyt_difference *
cyt_comparison_difference_at(const struct cyt_comparison *comparison, size_t i);

CYT_API const struct cyt_article *
cyt_match_article(const struct cyt_match *match);

/** How the article that has the match relates to this one. @since 1.0 */
CYT_API enum cyt_relation
cyt_match_relation(const struct cyt_match *match, enum cyt_floor floor);

/** The three relations in a few words. @since 1.0 */
CYT_API int
cyt_match_sentence(const struct cyt_match *match, cyt_sink sink, void *data);

CYT_API const struct cyt_concept *
cyt_difference_concept(const struct cyt_difference *difference);

/** How firmly the article demands these cases. @since 1.0 */
CYT_API enum cyt_standing
cyt_difference_here(const struct cyt_difference *difference);

/** How firmly any article of the other instrument does. @since 1.0 */
CYT_API enum cyt_standing
cyt_difference_there(const struct cyt_difference *difference);

CYT_API const struct cyt_region *
cyt_difference_region(const struct cyt_difference *difference);

CYT_API int
cyt_difference_sentence(const struct cyt_difference *difference, cyt_sink sink, void *data);

/** What became of an article from one version of an instrument to a later one. @since 1.0 */
enum cyt_fate {
	CYT_FATE_UNKNOWN = 0, /**< no source shows what it was before */
	CYT_FATE_SAME = 1,    /**< same number, and asks the same */
	CYT_FATE_KEPT = 2,    /**< same number; whether it asks the same is not known */
	CYT_FATE_MOVED = 3,   /**< another number; asks the same, or that is not known */
	CYT_FATE_CHANGED = 4, /**< same number, asks something else */
	CYT_FATE_MOVED_AND_CHANGED = 5,
	CYT_FATE_ADDED = 6,
	CYT_FATE_DROPPED = 7,
	CYT_FATE_PAD_ = INT32_MAX
};

/** "same", "moved-and-changed" and so on; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_fate_name(enum cyt_fate fate);

/**
 * Of two versions of one instrument that are compared, in either order, perhaps with
 * others in between, the earlier; NULL if neither supersedes the other.
 *
 * @since 1.0
 */
CYT_API const struct cyt_instrument *
cyt_result_earlier(const struct cyt_result *result);

CYT_API const struct cyt_instrument *
cyt_result_later(const struct cyt_result *result);

/**
 * The concordance of two versions: the articles of the first instrument in order with
 * those of the other that they became or were, one passage for each pair, then
 * those of the other that have none. 0 if neither supersedes the other.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_result_passage_count(const struct cyt_result *result);

CYT_API const struct cyt_passage *
cyt_result_passage_at(const struct cyt_result *result, size_t i);

/** NULL for what was added, or where it is not known. @since 1.0 */
CYT_API const struct cyt_article *
cyt_passage_earlier(const struct cyt_passage *passage);

/** NULL for what was dropped. @since 1.0 */
CYT_API const struct cyt_article *
cyt_passage_later(const struct cyt_passage *passage);

CYT_API enum cyt_fate
cyt_passage_fate(const struct cyt_passage *passage);

/**
 * 1 if the article asks otherwise than before, 0 if it asks the same, -1 if that is not
 * known: where one version demands nothing of it or its paragraphs are unknown.
 *
 * What counts are demands of every modality with what may be left out of them, and what
 * must not be covered; articles that were merged or split are taken together.
 *
 * @since 1.0
 */
CYT_API int
cyt_passage_changed(const struct cyt_passage *passage);

/* ---- dual criminality ---------------------------------------------------------------------- */

/** Whether a case is covered by the law of two States. @since 1.0 */
enum cyt_duality {
	CYT_DUALITY_UNKNOWN = 0,
	CYT_DUALITY_NEITHER = 1,
	CYT_DUALITY_NOT_ASSESSED = 2, /**< a side that it does not meet was not read for it */
	CYT_DUALITY_ONE_SIDED = 3,
	CYT_DUALITY_DEPENDS = 4, /**< on what is not said, or on a condition */
	CYT_DUALITY_BOTH = 5,
	CYT_DUALITY_PAD_ = INT32_MAX
};

/** "one-sided" and the like; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_duality_name(enum cyt_duality duality);

/**
 * Whether the law of two States covers given facts.
 *
 * Facts are "CONCEPT,FACET=VALUE,...": several values of a facet are divided by
 * blanks, a quantity is "17", "16..18" (both included) or "16..", rounded out to
 * the intervals that the corpus knows. A facet that is not mentioned takes its
 * `unstated` value, and without one every value. The States are subjects as for
 * cyt_query_coverage(). CYT_ERR_NOTFOUND for an unknown name, CYT_ERR_INVALID for
 * facts that make no sense: cyt_facts_fault() says why.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_dual(struct cyt_corpus *corpus, const char *first, const char *second,
	       const char *facts, const struct cyt_terms *terms, struct cyt_result **out);

/**
 * The same over every `shall` demand of an instrument (of proposals and norms every
 * demand), extended ones over the whole of their bases.
 *
 * @since 1.0
 */
CYT_API int
cyt_query_dual_against(struct cyt_corpus *corpus, const char *first, const char *second,
		       const char *instrument, const struct cyt_terms *terms,
		       struct cyt_result **out);

/** Says in a sentence what is wrong with facts; nothing if they are sound. @since 1.0 */
CYT_API int
cyt_facts_fault(const struct cyt_corpus *corpus, const char *facts, cyt_sink sink, void *data);

/** One of the two States as it was given; NULL for other questions. @since 1.0 */
CYT_API const char *
cyt_result_state(const struct cyt_result *result, enum cyt_side side);

CYT_API const char *
cyt_result_state_kind(const struct cyt_result *result, enum cyt_side side);

CYT_API const char *
cyt_result_state_title(const struct cyt_result *result, enum cyt_side side);

/** The facts as they were given; NULL without. @since 1.0 */
CYT_API const char *
cyt_result_facts(const struct cyt_result *result);

/** One for facts, else one for each demand on each concept. @since 1.0 */
CYT_API size_t
cyt_result_dual_count(const struct cyt_result *result);

CYT_API const struct cyt_dual *
cyt_result_dual_at(const struct cyt_result *result, size_t i);

/** NULL for facts. @since 1.0 */
CYT_API const struct cyt_demand *
cyt_dual_demand(const struct cyt_dual *dual);

CYT_API enum cyt_duality
cyt_dual_verdict(const struct cyt_dual *dual);

/** Weakest basis of the law it rests on; unknown if there is none. @since 1.0 */
CYT_API enum cyt_basis
cyt_dual_basis(const struct cyt_dual *dual);

/** Oldest consultation among it; 0 if something was never consulted. @since 1.0 */
CYT_API cyt_date
cyt_dual_consulted(const struct cyt_dual *dual);

/** The facts, or what is demanded. @since 1.0 */
CYT_API const struct cyt_region *
cyt_dual_facts(const struct cyt_dual *dual);

/** The part that both cover unconditionally. @since 1.0 */
CYT_API const struct cyt_region *
cyt_dual_both(const struct cyt_dual *dual);

/**
 * The part that this State does not cover unconditionally; NULL if there is none, or
 * if nobody has looked.
 *
 * @since 1.0
 */
CYT_API const struct cyt_region *
cyt_dual_outside(const struct cyt_dual *dual, enum cyt_side side);

/** The i-th provision of this State that covers part of it; NULL past the end. @since 1.0 */
CYT_API const struct cyt_evidence *
cyt_dual_supplied_by_at(const struct cyt_dual *dual, enum cyt_side side, size_t i);

/** The i-th that would cover part of what is outside, under a condition; NULL past the end. @since 1.0 */
CYT_API const struct cyt_evidence *
cyt_dual_conditional_at(const struct cyt_dual *dual, enum cyt_side side, size_t i);

/** The answer in one sentence. @since 1.0 */
CYT_API int
cyt_dual_sentence(const struct cyt_dual *dual, cyt_sink sink, void *data);

/** What the law of this State says to it. @since 1.0 */
CYT_API int
cyt_dual_side_sentence(const struct cyt_dual *dual, enum cyt_side side, cyt_sink sink, void *data);

/* ---- everybody: matrix and covering ---------------------------------------------------------- */

/** The article, demand or concept that `covering` is about; NULL for other questions. @since 1.0 */
CYT_API const struct cyt_element *
cyt_result_target(const struct cyt_result *result);

CYT_API size_t
cyt_result_holder_count(const struct cyt_result *result);

CYT_API const struct cyt_holder *
cyt_result_holder_at(const struct cyt_result *result, size_t i);

/** The id of the law or jurisdiction. @since 1.0 */
CYT_API const char *
cyt_holder_subject(const struct cyt_holder *holder);

/** "law" or "jurisdiction". @since 1.0 */
CYT_API const char *
cyt_holder_kind(const struct cyt_holder *holder);

CYT_API const char *
cyt_holder_title(const struct cyt_holder *holder);

/** Of `covering`: on its target as a whole. @since 1.0 */
CYT_API enum cyt_verdict
cyt_holder_verdict(const struct cyt_holder *holder);

/** Of a matrix: on the i-th article of the instrument. @since 1.0 */
CYT_API enum cyt_verdict
cyt_holder_verdict_at(const struct cyt_holder *holder, size_t i);

/** Of `covering`: the rows behind the verdict. @since 1.0 */
CYT_API size_t
cyt_holder_row_count(const struct cyt_holder *holder);

CYT_API const struct cyt_row_finding *
cyt_holder_row_at(const struct cyt_holder *holder, size_t i);

/* ---- safeguards ------------------------------------------------------------------------------ */

/** In the order of the facet; last, if there are any, the safeguards of no power in particular. @since 1.0 */
CYT_API size_t
cyt_result_power_count(const struct cyt_result *result);

CYT_API const struct cyt_power_finding *
cyt_result_power_at(const struct cyt_result *result, size_t i);

/** The i-th power that the subject has and no value stands for; NULL past the end. @since 1.0 */
CYT_API const struct cyt_concept *
cyt_result_untied_at(const struct cyt_result *result, size_t i);

/** NULL for the safeguards of no power in particular. @since 1.0 */
CYT_API const struct cyt_value *
cyt_power_finding_value(const struct cyt_power_finding *power);

/** 1 if the subject has some of it, be it under a condition. Without the power no safeguard is measured. @since 1.0 */
CYT_API int
cyt_power_finding_is_held(const struct cyt_power_finding *power);

/** The i-th concept that the value stands for, all its cases; NULL past the end. @since 1.0 */
CYT_API const struct cyt_row_finding *
cyt_power_finding_concept_at(const struct cyt_power_finding *power, size_t i);

/** The i-th safeguard, cut to this power; NULL past the end. @since 1.0 */
CYT_API const struct cyt_row_finding *
cyt_power_finding_safeguard_at(const struct cyt_power_finding *power, size_t i);

/* ---- search --------------------------------------------------------------------------------- */

CYT_API size_t
cyt_result_hit_count(const struct cyt_result *result);

CYT_API const struct cyt_hit *
cyt_result_hit_at(const struct cyt_result *result, size_t i);

/** For cyt_corpus_element_find(). @since 1.0 */
CYT_API const char *
cyt_hit_id(const struct cyt_hit *hit);

CYT_API const struct cyt_element *
cyt_hit_element(const struct cyt_hit *hit);

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

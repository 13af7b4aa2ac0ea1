/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a result is made of. All of it lives in the result's arena. */
#ifndef QUERY_FINDING_H
#define QUERY_FINDING_H

#include <cybertreaty/query.h>

#include <stdatomic.h>

#include "base/alloc.h"
#include "model/corpus.h"
#include "model/window.h"
#include "query/words.h"

/* The boxes of a region, drawn when somebody first looks at them. */
struct drawing {
	struct drawing *next; /* of the result, which frees them */
	uint64_t cells;
	struct box_list list;
};

/* Under which a supply applies, all in one language. */
struct conditions {
	const char *const *texts;
	size_t count;
	const char *lang;
};

/* Where the set of a region comes from. */
enum region_source {
	REGION_DRAWN, /* a struct drawn_region, which has its drawing from the start */
	REGION_HELD, /* a struct held_region, which has the set */
	REGION_OF_ROW, /* regions[which] of a struct cyt_row_finding */
	REGION_OF_EVIDENCE /* of a struct cyt_evidence with a finding */
};

struct cyt_region {
	_Atomic(struct drawing *) drawing;
	uint32_t source, which;
};

struct drawn_region {
	struct cyt_region region;
	const struct image *image;
	const struct cyt_concept *concept;
	struct drawing drawing;
};

struct held_region {
	struct cyt_region region;
	const struct cyt_result *result;
	const struct window *window; /* with the result or the corpus, as the sets are */
	const uint64_t *set;
	const uint64_t *covered; /* what boxes may not grow over; NULL: they may not grow at all */
};

/* What a row is judged by. */
struct ground {
	const struct cyt_demand *row;
	const struct subject *subject;
	const struct supplied *supplied; /* by the subject, of the row's concept */
	const uint64_t *within; /* the cells that are asked about; NULL: all */
	const struct brief *brief; /* of the row's instrument; NULL for a row of none */
};

struct part;

struct cyt_evidence {
	struct cyt_region own;
	const struct cyt_row_finding *finding; /* whose line it is; NULL: none of a row */
	const struct part *part; /* its first */
	const struct cyt_law *law;
	const struct cyt_provision *provision;
	const struct cyt_demand *demand;
	const struct cyt_extend *via;
	bool redundant;
	const struct cyt_region *region; /* NULL: nothing is said of it */
	struct conditions conditions;
};

/* Lists are arrays of pointers, all laid out alike: see list_push(). */
struct evidence_list {
	struct cyt_evidence **items;
	size_t count;
};

struct way_list {
	const struct cyt_way **items;
	size_t count;
};

struct action_list {
	const struct cyt_action **items;
	size_t count;
};

#define ROW_REGIONS (CYT_ROW_REGION_MISSING_WIDE + 1)

/* What most rows have nothing of. */
struct row_lists {
	struct evidence_list supplied_by, conditional;
	struct way_list options_used, optional_covered;
	struct action_list reservations_used;
	struct evidence_list nearby; /* of verdict none: provisions on other cases of the concept */
};

/* found.c: nothing of anything. */
extern const struct row_lists no_lists;

struct cyt_row_finding {
	const struct cyt_result *result;
	const struct cyt_demand *row; /* NULL: all cases of a concept */
	const struct row_lists *lists;
	enum cyt_verdict verdict;
	enum cyt_basis basis;
	cyt_date consulted;
	bool is_void; /* nothing is demanded, such as of a base that is not covered: no row */
	struct ground ground;
	struct cyt_region regions[ROW_REGIONS];
};

struct row_list {
	struct cyt_row_finding **items;
	size_t count;
};

struct cyt_conflict {
	const struct cyt_result *result;
	const struct img_forbid *forbid;
	const struct cyt_region *region;
};

struct conflict_list {
	struct cyt_conflict **items;
	size_t count;
};

struct cyt_provision_finding {
	const struct cyt_result *result;
	const struct cyt_article *article;
	enum cyt_verdict verdict;
	size_t assessed, counted;
	struct row_list rows, inherited;
	struct conflict_list conflicts;
};

struct provision_list {
	struct cyt_provision_finding **items;
	size_t count;
};

struct cyt_beyond {
	const struct cyt_result *result;
	const struct cyt_concept *concept;
	enum cyt_concern concern;
	const struct cyt_region *region;
	const struct cyt_facet *const *silent;
	size_t silent_count;
};

struct beyond_list {
	struct cyt_beyond **items;
	size_t count;
};

struct concept_list {
	const struct cyt_concept **items;
	size_t count;
};

struct cyt_gap {
	const struct cyt_row_finding *row;
	struct way_list options, reservables;
	bool reservables_suffice; /* together they would excuse all that is missing */
	struct evidence_list models;
};

struct gap_list {
	struct cyt_gap **items;
	size_t count;
};

struct cyt_row_change {
	const struct cyt_row_finding *before, *after; /* NULL: no row on that side */
};

struct row_change_list {
	struct cyt_row_change **items;
	size_t count;
};

struct cyt_change {
	const struct cyt_provision_finding *before, *after;
	struct row_change_list rows;
};

struct change_list {
	struct cyt_change **items;
	size_t count;
};

/* One law or jurisdiction of all, and how it stands. */
struct cyt_holder {
	const char *subject, *kind;
	const char *title; /* NULL: that of the law */
	const struct cyt_law *law;
	const struct cyt_result *result;
	enum cyt_verdict verdict;
	uint8_t *verdicts; /* per article of the instrument; of a matrix */
	size_t verdict_count;
	struct row_list rows;
};

struct holder_list {
	struct cyt_holder **items;
	size_t count;
};

/* A power and the safeguards that are for it. */
struct cyt_power_finding {
	const struct cyt_value *value; /* NULL: safeguards of no power in particular */
	bool held;
	struct row_list concepts, safeguards;
};

struct power_list {
	struct cyt_power_finding **items;
	size_t count;
};

struct cyt_hit {
	const char *id;
	const struct cyt_element *element;
};

struct hit_list {
	struct cyt_hit **items;
	size_t count;
};

#define TOTAL_MODALITIES (CYT_MODALITY_MAY + 1)
#define TOTAL_VERDICTS (CYT_VERDICT_FULL + 1)

struct cyt_result {
	atomic_uint refs;
	struct cyt_alloc_hooks hooks;
	struct arena arena;
	struct cyt_corpus *corpus;
	_Atomic(struct drawing *) drawings;
	enum cyt_question question;
	const char *subject, *subject_kind, *subject_title;
	const struct cyt_instrument *instrument;
	cyt_date as_at;
	struct tongue tongue;
	enum cyt_basis basis; /* the weakest that counted; 0: any */
	const char **with;
	size_t with_count;
	size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS];
	struct provision_list provisions;
	struct beyond_list beyond;
	struct concept_list unasked;
	struct gap_list gaps;
	struct holder_list holders;
	const struct img_node *target; /* what `covering` is about */
	struct power_list powers;
	struct concept_list untied;
	struct cyt_result *before, *after; /* of a diff, held; else NULL */
	struct change_list changes;
	struct hit_list hits;
	struct comparing *comparing;  /* of two instruments, else NULL */
	struct dual_answer *dual;     /* of two States, else NULL */
};

/* NULL without memory. */
struct cyt_result *result_new(struct cyt_corpus *corpus, enum cyt_question question);
/* In a language that it keeps; NULL: nobody asked. 0 or CYT_ERR_NOMEM. */
int result_speak(struct cyt_result *result, const char *lang);

/* Grows one of the lists above by one pointer; false without memory. */
bool list_push(struct arena *arena, void *list, const void *item);

#endif

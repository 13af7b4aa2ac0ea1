/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a result is made of. All of it lives in the result's arena. */
#ifndef QUERY_FINDING_H
#define QUERY_FINDING_H

#include <cybertreaty/query.h>

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

#include "base/alloc.h"
#include "model/corpus.h"
#include "model/window.h"
#include "query/words.h"

/* What a region is of: where its set comes from. */
enum region_source {
	REGION_DRAWN, /* a struct drawn_region, which has its drawing from the start */
	REGION_HELD, /* a struct held_region, which has the set */
	REGION_OF_ROW, /* a struct cyt_row_finding: see row_region() */
	REGION_OF_EVIDENCE /* a struct cyt_evidence with a finding */
};

/* What is found out when somebody first asks for it: one block, which the result frees. */
struct later {
	struct later *next;
};

/* The boxes of a region, drawn when somebody first looks at them. */
struct drawing {
	struct later later;
	uintptr_t kind; /* of its region */
	uint64_t cells;
	struct box_list list;
};

/* Under which a supply applies, all in one language. */
struct conditions {
	const char *const *texts;
	size_t count;
	const char *lang;
};

/* Its kind, which is odd, until it is drawn: then a struct drawing, which has the kind. */
struct cyt_region {
	_Atomic(uintptr_t) drawing;
};

static inline uintptr_t
region_kind(enum region_source source, uint32_t which)
{
	return (uintptr_t)which << 3 | (uintptr_t)source << 1 | 1;
}

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

/* What rows of one question are judged by, in front of an array of findings on them. */
struct setting {
	const struct cyt_result *result;
	const struct subject *subject;
	const uint64_t *within;
	const struct brief *brief;
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

/* Lists are arrays of pointers: see struct plain_list. */
struct evidence_list {
	struct cyt_evidence **items;
	size_t count;
};

/* The weakest basis and the oldest date of some facts. */
struct footing {
	uint32_t basis, consulted;
	bool unknown_date;
};

struct way_list {
	const struct cyt_way **items;
	size_t count;
};

struct action_list {
	const struct cyt_action **items;
	size_t count;
};

#define ROW_REGIONS CYT_ROW_REGION_MISSING_WIDE /* from CYT_ROW_REGION_DEMANDED, which is 1 */

/* What most rows have nothing of. */
struct row_lists {
	struct evidence_list supplied_by, conditional;
	struct way_list options_used, optional_covered;
	struct action_list reservations_used;
	struct evidence_list nearby; /* of verdict none: provisions on other cases of the concept */
};

/* found.c: nothing of anything. */
extern const struct row_lists no_lists;

/* There are hundreds in an answer, and most are copied from one where nothing is supplied: as little as can
 * be, and nothing that differs from answer to answer where nothing else does. */
struct cyt_row_finding {
	const struct cyt_demand *row; /* NULL: all cases of a concept, of a struct space_finding */
	const struct supplied *supplied; /* of its concept */
	const struct row_lists *lists;
	uint32_t number; /* among those behind one struct setting */
	int32_t consulted; /* cyt_date */
	uint8_t verdict, basis; /* enum cyt_verdict, enum cyt_basis */
	bool is_void; /* nothing is demanded, such as of a base that is not covered: no row */
	struct cyt_region regions[ROW_REGIONS];
};

/* One by itself. */
struct single_finding {
	struct setting setting;
	struct cyt_row_finding finding;
};

/* And one of all cases of a concept, as if a row demanded them. */
struct space_finding {
	struct single_finding single;
	struct cyt_demand whole;
};

static inline const struct setting *
finding_setting(const struct cyt_row_finding *finding)
{
	return (const struct setting *)(finding - finding->number) - 1;
}

static inline const struct cyt_result *
finding_result(const struct cyt_row_finding *finding)
{
	return finding_setting(finding)->result;
}

/* The row it was judged by. */
static inline const struct cyt_demand *
finding_row(const struct cyt_row_finding *finding)
{
	const char *at = (const char *)finding - offsetof(struct space_finding, single.finding);

	return finding->row ? finding->row : &((const struct space_finding *)at)->whole;
}

static inline struct ground
finding_ground(const struct cyt_row_finding *finding)
{
	const struct setting *in = finding_setting(finding);
	struct ground ground = { finding_row(finding), in->subject, finding->supplied, in->within,
				 finding->row ? in->brief : NULL };

	return ground;
}

static inline const struct cyt_region *
row_region(const struct cyt_row_finding *finding, enum cyt_row_region which)
{
	return &finding->regions[which - 1];
}

struct row_list {
	struct cyt_row_finding **items;
	size_t count;
};

/* By what cases are supplied, found when somebody first asks. */
struct support {
	struct later later;
	struct evidence_list list;
	struct footing footing;
};

struct cyt_conflict {
	struct held_region held;
	_Atomic(struct support *) support;
	const struct img_forbid *forbid;
};

/* A concept of which the subject supplies something and the instrument demands nothing. */
struct unasked {
	const struct cyt_concept *concept;
	const struct cyt_result *result;
	_Atomic(struct support *) support;
};

struct unasked_list {
	struct unasked **items;
	size_t count;
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
	struct held_region held;
	_Atomic(struct support *) support;
	const struct cyt_concept *concept;
	const struct cyt_facet *const *silent; /* with the result or the corpus */
	uint32_t silent_count;
	uint32_t concern; /* enum cyt_concern */
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
	_Atomic(struct later *) later;
	enum cyt_question question;
	const char *subject, *subject_kind, *subject_title;
	const struct cyt_instrument *instrument;
	const struct subject *supplier; /* of what lies beyond and is in conflict */
	cyt_date as_at;
	struct tongue tongue;
	enum cyt_basis basis; /* the weakest that counted; 0: any */
	const char **with;
	size_t with_count;
	size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS];
	struct provision_list provisions;
	struct beyond_list beyond;
	struct unasked_list unasked;
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

/* All lists above are laid out alike. */
struct plain_list {
	const void **items;
	size_t count;
};

/* The room is the power of two above the count, so that it needs no place of its own. */
bool list_grow(struct arena *arena, struct plain_list *list);

/* Grows one of the lists above by one pointer; false without memory. */
static inline bool
list_push(struct arena *arena, void *list, const void *item)
{
	struct plain_list plain;

	memcpy(&plain, list, sizeof(plain));
	if ((plain.count & (plain.count - 1)) == 0 && !list_grow(arena, &plain))
		return false;
	plain.items[plain.count++] = item;
	memcpy(list, &plain, sizeof(plain));
	return true;
}

#endif

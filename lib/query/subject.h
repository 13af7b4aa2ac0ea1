/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A subject on a date: which documents it is made of, and what of them counts. */
#ifndef QUERY_SUBJECT_H
#define QUERY_SUBJECT_H

#include "model/index.h"
#include "model/window.h"
#include "query/terms.h"

/* What a law is to the question, as flags. */
enum law_role {
	LAW_BELONGS = 1,  /* to the subject */
	LAW_IS_NAMED = 2, /* it is (part of) the subject by name */
	LAW_IS_WITH = 4   /* the terms name it */
};

struct law_in {
	uint32_t law;
	uint32_t roles; /* enum law_role */
};

/* A law or an instrument of the subject. */
struct source {
	const struct cyt_law *law;
	const struct cyt_instrument *instrument;
};

/* Provisions first .. end - 1, taken out by one that replaces them. */
struct span {
	uint32_t first, end;
};

/* What supplies a concept: a supply of a law, or a demand of an instrument. */
struct part {
	const struct cyt_supply *supply;
	const struct img_terms *terms; /* of the supply */
	const struct cyt_demand *row;
	uint32_t region;
	const uint64_t *set; /* in place of `region` where something was taken away, else NULL */
};

/* All that counts for one concept. Parts stand by document, provision and extend, originals first. */
struct supplied {
	struct part *parts;
	size_t count;
	layered firm;  /* union of the unconditional ones, without those that are some of several */
	layered all;   /* and the conditional ones */
	bool apart;    /* neither is there: nobody has put the parts together */
	bool has_some; /* there are parts with `some`, to be judged demand by demand */
	const struct img_union *made; /* where this union of one law is all of it, else NULL */
};

struct subject {
	const struct image *image;
	const struct index *index;
	struct arena *arena; /* everything found out lives here */
	uint32_t as_at; /* a whole day */
	uint32_t basis; /* BASIS_*: what is weaker is left out; 0 nothing */
	const struct tongue *tongue; /* of the terms, while it is looked up; else NULL */

	const char *text, *kind, *title;
	const char *name; /* the title for sentences */
	struct law_in *laws; /* that have any role, each once, rising */
	size_t law_count, law_room;
	uint32_t *instruments; /* each once */
	size_t instrument_count;
	struct source *sources; /* in corpus order */
	size_t source_count;
	bool *counts; /* per source: does the law as such count */
	uint64_t *assessed; /* set of concepts */
	const char **countries;
	size_t country_count;
	const struct cyt_action **reservations; /* of its State, in force on the date */
	size_t reservation_count;
	struct span *replaced; /* apart from each other, rising */
	size_t replaced_count;
	struct supplied **supplied; /* per CONCEPT, made when first asked */
	uint32_t next_supply; /* in some law: where those on the concept asked about last ended */
	uint64_t *survey; /* set of concepts of which something is supplied; NULL: not known */
	bool unions_only; /* parts of a law are left out where its unions say it all */
};

typedef int (*subject_opener)(struct subject *subject, const struct index *index, const char *text,
			      const struct cyt_terms *terms, uint32_t basis, struct arena *arena);

/* Looks the subject up. CYT_ERR_NOTFOUND if a part of it, or a law of the terms, is unknown. */
int subject_open(struct subject *subject, const struct index *index, const char *text,
		 const struct cyt_terms *terms, uint32_t basis, struct arena *arena);

/* The same for a jurisdiction that a law has, whatever else may bear its name. */
int subject_open_jurisdiction(struct subject *subject, const struct index *index, const char *id,
			      const struct cyt_terms *terms, uint32_t basis, struct arena *arena);

/* What a law is to the subject; 0 nothing. */
uint32_t subject_role(const struct subject *subject, uint32_t law);
/* From now on it is only one of many. */
void subject_unname(struct subject *subject, const struct cyt_law *law);

/* counts.c: status, dates and replacement. */
bool subject_law_counts(const struct subject *subject, const struct cyt_law *law);
bool subject_supply_counts(const struct subject *subject, const struct cyt_supply *supply);
/* Whether all supplies of a law that counts do, as they mostly do: quick, once somebody has looked, and
 * never wrong where it says so. */
void subject_settle(const struct subject *subject, const struct cyt_law *law);
bool subject_all_supplies_count(const struct subject *subject, const struct cyt_law *law);
bool subject_except_counts(const struct subject *subject, const struct img_except *except);
int subject_find_replaced(struct subject *subject);

/* survey.c: the first supply of a concept in a law, by number among its supplies, which are sorted by
 * concept. Concepts are mostly asked about one after the other: it is looked for at the guess first, where the
 * last one ended. */
uint32_t first_supply(const struct image *image, const struct cyt_law *law, uint32_t concept,
		      uint32_t guess);
/* Notes at once of which concepts anything is supplied, for those who will ask about most
 * of them. 0 or CYT_ERR_NOMEM. */
int subject_survey(struct subject *subject);

/* supplied.c: what is supplied of a concept. */
/* NULL without memory. */
const struct supplied *subject_supplied(struct subject *subject,
					const struct cyt_concept *concept);
/* The same with its parts, and perhaps without the unions. */
const struct supplied *subject_parts(struct subject *subject, const struct cyt_concept *concept);
/* With the unions, for whoever only reads: the same, or a copy in the arena. NULL without memory. */
const struct supplied *supplied_united(const struct subject *subject,
				       const struct cyt_concept *concept,
				       const struct supplied *supplied, struct arena *arena);
/* Whether a law of the subject may supply all of a set, by itself and without conditions; of a set
 * NULL, anything of the window's concept. Quick, and never wrong where it says no. */
bool subject_law_may_have(const struct subject *subject, const struct cyt_law *law,
			  const struct window *window, const uint64_t *set);
bool supplied_nothing(const struct supplied *supplied);
void part_take(const struct subject *subject, const struct window *window,
	       const struct part *part, uint64_t *set);
void part_load(const struct subject *subject, const struct cyt_concept *concept,
	       const struct part *part, uint64_t *set);
bool part_is_conditional(const struct part *part);
/* Whether what is one of several values counts towards this row: only where the row itself takes
 * any of those values. */
bool part_counts_towards(const struct image *image, const struct part *part,
			 const struct cyt_demand *row);

static inline bool
concept_set_has(const uint64_t *set, uint32_t concept)
{
	return set[concept / 64] >> (concept % 64) & 1;
}

#endif

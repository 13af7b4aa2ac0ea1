/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Between law.c (what the documents say) and supply.c (what follows from it). */
#ifndef BUILD_LAW_H
#define BUILD_LAW_H

#include "build/stage.h"

/* What the same cases say of the same concept, under laws that mean the same by silence. */
struct saying {
	bool fits;
	bool is_cut;
	uint32_t region, silent; /* once it is cut */
	/* What the extension asked about last makes of it. */
	uint32_t copied_by; /* number of its list of cases + 1 */
	struct copy {
		uint32_t region, silent;
		bool fits;
	} copy;
};

/* A supply element on one concept. */
struct original {
	uint32_t node, provision, concept;
	struct saying *saying; /* NULL: its cases are like no others, or wrong */
};

/* An extend or a law-level except: one element, the laws it reaches. */
struct general {
	uint32_t node, law, provision; /* where it stands; PROVISION or NONE */
	uint32_t extend;               /* EXTEND, NONE for an except */
	uint32_t from, until;
	bool own;     /* reaches its own law only */
	bool always;  /* counts whenever its law does */
	/* The provisions it names, as found in the law asked about last. */
	uint32_t found_in, found_count;
	uint32_t *found;
	bool all;
};

struct laws {
	struct original *originals; /* by law, in document order */
	uint32_t *first;            /* LAW -> its first original; one more at the end */
	struct general *generals;   /* in document order */
	uint32_t general_count;
	uint32_t *others;           /* those that reach other laws than their own, and */
	uint32_t other_count;
	uint32_t *first_general;    /* LAW -> the first that stands in it; one more at the end */
	uint32_t *reaching; /* generals that reach the law at hand */
	uint32_t reaching_count;
};

/* Whether a general rule reaches a law, and a provision of it. */
bool general_reaches(struct builder *b, const struct general *general, uint32_t law);
bool general_covers(struct builder *b, struct general *general, uint32_t provision);

/* Laws that say the same of silence have the same number; 0 for those that say nothing. */
uint32_t law_number_unstated(struct builder *b, uint32_t node);

/* Whether a status leaves it to the date alone if something counts. */
bool status_is_plain(const struct builder *b, uint32_t provision);

#define SUPPLY(b, i) STAGE_ROW(b, SUPPLY, struct cyt_supply, i)
#define TERMS(b, row) (&((const struct img_terms *)(const void *)(b)->terms.data)[(row)->terms])
#define EXTEND(b, i) STAGE_ROW(b, EXTEND, struct cyt_extend, i)

#endif

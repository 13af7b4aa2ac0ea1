/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Between law.c (what the documents say) and supply.c (what follows from it). */
#ifndef BUILD_LAW_H
#define BUILD_LAW_H

#include "build/stage.h"

/* A supply element on one concept, before its region is known. */
struct original {
	uint32_t node, provision, concept;
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
	uint32_t *reaching; /* generals that reach the law at hand */
	uint32_t reaching_count;
};

/* Whether a general rule reaches a law, and a provision of it. */
bool general_reaches(struct builder *b, const struct general *general, uint32_t law);
bool general_covers(struct builder *b, struct general *general, uint32_t provision);

/* Whether a status leaves it to the date alone if something counts. */
bool status_is_plain(const struct builder *b, uint32_t provision);

#define SUPPLY(b, i) STAGE_ROW(b, SUPPLY, struct cyt_supply, i)
#define EXTEND(b, i) STAGE_ROW(b, EXTEND, struct cyt_extend, i)

#endif

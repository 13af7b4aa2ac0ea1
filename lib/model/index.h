/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an image can be asked for quickly: made once per corpus, when first needed. */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include <stdatomic.h>

#include "model/brief.h"

struct index {
	const struct image *image;
	const struct cyt_alloc_hooks *hooks; /* of the corpus */
	uint32_t *laws; /* LAW, by jurisdiction, then in order */
	uint32_t *replacing; /* PROVISION: those that take the place of others, rising */
	uint32_t replacing_count;
	_Atomic(struct brief *) *briefs; /* per INSTRUMENT, made when first asked for */
	struct ledger *spaces; /* what was found of all cases of concepts: query/precedent.c */
	_Atomic(uint64_t) *settled; /* per LAW the days on which all of it counts: query/counts.c */
};

/* NULL without memory. */
struct index *index_new(const struct image *image, const struct cyt_alloc_hooks *hooks);
void index_free(struct index *index);

/* The laws of exactly that jurisdiction: `laws[first]` to `laws[first + count - 1]`. */
struct img_list index_jurisdiction(const struct index *index, const char *jurisdiction);

/* The provisions of a law that take the place of others, in `replacing`. */
struct img_list index_replacing(const struct index *index, const struct cyt_law *law);

/* What an instrument asks; made when first asked for, by whichever thread. NULL without memory. */
const struct brief *index_brief(const struct index *index, const struct cyt_instrument *instrument);

#endif

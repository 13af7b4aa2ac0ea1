/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an instrument asks, by concept: all that depends on the instrument alone. */
#ifndef MODEL_BRIEF_H
#define MODEL_BRIEF_H

#include "model/ledger.h"
#include "model/window.h"

/* The cells of values on one axis that the instrument never demands and that are of some concern. */
struct surplus {
	uint32_t axis; /* by number, in the concept's order */
	const uint64_t *cells; /* of any layer; NULL: the axis is one of layers, and */
	const uint64_t *mask;  /* its positions say it */
};

struct surplus_list {
	struct surplus *items;
	size_t count;
};

struct brief_entry {
	bool demanded, forbidden;
	layered region; /* demanded in any modality, extended demands over the whole of their bases */
	struct surplus_list overreach, broader;
	struct img_list rows; /* of the brief's `rows` */
};

/* One row of the instrument. */
struct brief_row {
	struct window window; /* the layers that matter to it */
	const bool *moves; /* of an extended row: from the layers of its base's, see window_moves() */
};

struct brief {
	struct arena arena;
	const struct cyt_instrument *instrument;
	uint32_t *rows; /* ROW of the instrument, by concept, then in order */
	struct brief_entry *concepts; /* per CONCEPT */
	struct brief_row *windows; /* per ROW of the instrument, in order */
	struct ledger *precedents; /* what was found of laws: query/precedent.c */
	struct ledger *verdicts;   /* of them, verdicts alone: query/tally.c */
	_Atomic(void *) silence[2]; /* of whoever supplies nothing, one block each: query/silence.h */
};

static inline const struct brief_row *
brief_row(const struct brief *brief, const struct image *image, const struct cyt_demand *row)
{
	uint32_t first = brief->instrument->rows.first;

	return &brief->windows[image_index(image, row, row) - first];
}

/* The layers in which a row demands anything, and those that its `some` may read for them. False without
 * memory. */
bool row_window(struct window *window, const struct image *image, const struct cyt_demand *row,
		struct arena *arena);

/* NULL without memory. */
struct brief *brief_new(const struct cyt_instrument *instrument,
			const struct cyt_alloc_hooks *hooks);
void brief_free(struct brief *brief, const struct cyt_alloc_hooks *hooks);

#endif

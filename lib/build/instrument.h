/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Between instrument.c (rows), way.c (ways out of them) and path.c (any-of groups). */
#ifndef BUILD_INSTRUMENT_H
#define BUILD_INSTRUMENT_H

#include "build/stage.h"

bool demand_is_extended(const struct builder *b, uint32_t node);
void demand_fill(struct builder *b, struct cyt_demand *row, uint32_t node, uint32_t article,
		 uint32_t concept);

/* Checks options, reservables and forbidden cases, notes their break points. */
void ways_stage(struct builder *b, uint32_t instrument);
/* WAY rows of all rows, and FORBID rows of all articles. */
void ways_cut(struct builder *b);
/* PATH rows of all rows. */
void paths_make(struct builder *b);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Facts of a case: "concept,facet=value,...", a box of the concept. */
#ifndef QUERY_FACTS_H
#define QUERY_FACTS_H

#include "model/region.h"

/* Reads facts into a set from the arena. CYT_ERR_NOTFOUND for an unknown name, CYT_ERR_INVALID for
 * what makes no sense, CYT_ERR_NOMEM; `fault`, if not NULL, then says in a sentence what is wrong. */
int facts_read(const struct image *image, const char *text, struct arena *arena,
	       const struct cyt_concept **concept, uint64_t **set, struct strbuf *fault);

#endif

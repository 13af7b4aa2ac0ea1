/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The terms of a question. */
#ifndef QUERY_TERMS_H
#define QUERY_TERMS_H

#include <cybertreaty/query.h>

#include "base/alloc.h"
#include "query/words.h"

struct cyt_terms {
	struct cyt_alloc_hooks hooks;
	cyt_date as_at;
	enum cyt_basis basis; /* CYT_BASIS_UNKNOWN: whatever the basis */
	char *lang; /* NULL: nobody asked */
	struct tongue tongue;
	char **laws;
	size_t law_count, law_capacity;
};

#endif

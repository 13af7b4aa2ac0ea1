/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* By which provisions a subject reaches beyond an instrument, covers what it must not, or supplies what
 * nobody asks. */
#ifndef QUERY_SUPPORT_H
#define QUERY_SUPPORT_H

#include "query/finding.h"

/* Found now if nobody asked before. NULL without memory. */
const struct support *beyond_support(const struct cyt_beyond *beyond);
const struct support *conflict_support(const struct cyt_conflict *conflict);
const struct support *unasked_support(const struct unasked *unasked);

/* Reading it; the support may be NULL. */
size_t support_count(const struct support *support);
const struct cyt_evidence *support_at(const struct support *support, size_t i);
enum cyt_basis support_basis(const struct support *support);
cyt_date support_consulted(const struct support *support);

#endif

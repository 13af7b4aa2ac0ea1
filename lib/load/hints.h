/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The second half of a message: the nearest thing that would do, and all that would. */
#ifndef LOAD_HINTS_H
#define LOAD_HINTS_H

#include "base/alloc.h"
#include "load/grammar.h"

/* Each appends to `out`, beginning with "; ". `found` is what stands there instead. */
void hint_roots(struct strbuf *out, const char *found);
void hint_children(struct strbuf *out, enum shape shape, const char *found);
void hint_attributes(struct strbuf *out, enum shape shape, const char *found);
void hint_values(struct strbuf *out, enum form form, const char *found);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Diagnostics as data: number, severity, class, file, line, text. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <cybertreaty/corpus.h>

#include <stdarg.h>

#include "base/alloc.h"

enum diag_number {
#define DIAG(number, severity, class_, name, text) DIAG_##name = number,
#include "base/diag.def"
#undef DIAG
};

/* Adds "<text of the number>: <detail>"; the detail says what was found and
 * what was expected. NULL lists are fine: the diagnostic is counted nowhere.
 * Returns 0 or CYT_ERR_NOMEM. */
int diags_add(struct cyt_diags *diags, enum diag_number number, const char *file, uint32_t line,
	      const char *format, ...) __attribute__((format(printf, 5, 6)));

/* What a number is about, without the detail. */
const char *diag_title(enum diag_number number);

/* By file, line, number; stable. */
void diags_sort(struct cyt_diags *diags);

/* Moves everything of `from` into `into`. */
int diags_append(struct cyt_diags *into, const struct cyt_diags *from);

/* For internal lists that have hooks but no context. */
struct cyt_diags *diags_create(const struct cyt_alloc_hooks *hooks);

const struct cyt_alloc_hooks *diags_hooks(const struct cyt_diags *diags);

#endif

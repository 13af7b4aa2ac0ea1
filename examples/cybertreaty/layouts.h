/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables of a coverage at 80 columns. */
#ifndef LAYOUTS_H
#define LAYOUTS_H

#include <cybertreaty/cybertreaty.h>

struct app;

/* CYT_LAYOUT_UNKNOWN for NULL. 0, or a status for a name that is none. */
int layout_find(const char *name, enum cyt_layout *out);
/* The coverage as a table, as text or CSV. 0 or a status. */
int layout_answer(struct app *app, const struct cyt_result *result, enum cyt_layout layout,
		  enum cyt_kind only, const char *article);

#endif

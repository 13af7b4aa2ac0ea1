/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One element of a document in words: labels for ids, sentences for attributes. */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include <stdbool.h>

#include <cybertreaty/cybertreaty.h>

#include "text.h"
#include "tongue.h"

struct view {
	struct text *text;
	const struct cyt_corpus *corpus;
	struct tongue *tongue;
};

bool is_named(const struct cyt_element *element, const char *name);
/* "" if it is absent. */
const char *attribute(const struct cyt_element *element, const char *name);

/* What the element itself says; not its children, and not its id. */
void describe(const struct view *view, const struct cyt_element *element, struct buffer *out);

#endif

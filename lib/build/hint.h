/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The second half of a message on an unknown name: the nearest there is, and all if they are few. */
#ifndef BUILD_HINT_H
#define BUILD_HINT_H

#include "build/stage.h"

/* Each begins with "; ", or is "" where nothing helps, and after many of them. Good as long as the builder. */
const char *hint_facet(struct builder *b, const char *word, size_t length);
const char *hint_concept(struct builder *b, const char *word, size_t length);
const char *hint_value(struct builder *b, uint32_t facet, const char *word, size_t length);

#endif

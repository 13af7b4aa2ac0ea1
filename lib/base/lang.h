/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Language tags: en, es-MX. */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include <stdbool.h>

bool lang_is_tag(const char *tag);

/* How well text in one language serves who asked for another: 2 it is the same, 1 it is a variety of
 * the same (es-MX for es, or the other way), 0 it is another. */
int lang_serves(const char *tag, const char *wanted);

#endif

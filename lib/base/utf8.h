/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Strict UTF-8. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Offset of the first byte that is not UTF-8 (overlong forms, surrogates and what lies past
 * U+10FFFF are not), or `length` if all is well. */
size_t utf8_check(const char *text, size_t length);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forms of attribute values, as grammar.def names them. White space is folded already:
 * none at the ends, single spaces inside. */
#ifndef LOAD_FORMS_H
#define LOAD_FORMS_H

#include <stdbool.h>
#include <stddef.h>

bool is_text(const char *value);
bool is_id(const char *value);
bool are_ids(const char *value);
bool is_ref(const char *value);
bool are_refs(const char *value);
bool is_scope(const char *value);
bool are_concepts(const char *value);
bool is_date(const char *value);
bool is_language(const char *value);
bool is_number(const char *value);
bool is_amount(const char *value);
bool is_factor(const char *value);
bool is_duration(const char *value);

/* The first word of a value that are_concepts() refuses, or NULL. */
const char *concepts_wrong_word(const char *value, size_t *length);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What somebody looks for, taken apart: the number of a provision, and words. */
#ifndef QUERY_CITED_H
#define QUERY_CITED_H

#include "base/alloc.h"

#define CITED_WORDS 16 /* what comes after is not looked for */

struct cited {
	const char *words[CITED_WORDS]; /* folded, without blanks */
	size_t count;
	const char *number[CITED_WORDS]; /* "4(2)": 4, 2 */
	size_t number_count;
};

/* Cuts folded text (of fold_words(), changed by this) into words, and the number of a provision if
 * `with_number`. */
void cited_read(char *folded, bool with_number, struct cited *out);

/* Cuts the folded number of a provision, as "211 bis 1, párr. 2", leaving out what only says that a
 * number follows; how many parts, at most `most`. */
size_t cited_number(char *folded, const char **parts, size_t most);

#endif

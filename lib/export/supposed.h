/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actions that nobody has read of: they were supposed, as STATE:KIND:INSTRUMENT:DATE. Whatever rests on
 * them is no fact, so that an answer names them. */
#ifndef EXPORT_SUPPOSED_H
#define EXPORT_SUPPOSED_H

#include <cybertreaty/cybertreaty.h>

/* Begins with {corpus}. */
struct supposed {
	const struct cyt_corpus *corpus;
	size_t state, action;
};

/* The next one in short form, NULL past the last. */
const char *supposed_next(struct supposed *supposed);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pieces that several JSON formats share.
 *
 * A failed allocation makes a value NULL and sets `failed`; callers build on and
 * check once, at the end. */
#ifndef EXPORT_VALUES_H
#define EXPORT_VALUES_H

#include <cybertreaty/query.h>

#include <jansson.h>

#include "base/alloc.h"

struct values {
	const struct cyt_alloc_hooks *hooks;
	const char *lang; /* of titles and labels; NULL where there are none */
	int err; /* the first failure; CYT_OK while all is well */
};

/* Takes over `value`. */
void values_put(struct values *values, json_t *object, const char *key, json_t *value);
void values_add(struct values *values, json_t *array, json_t *value);

/* A string; null for NULL. Bytes that are not UTF-8 (of a file name) become U+FFFD. */
json_t *value_text(const char *text);
json_t *value_date(cyt_date date); /* null for 0 */

/* The boxes of a region: only what each restricts, leaf values by id. */
json_t *value_region(struct values *values, const struct cyt_region *region);

/* The text that a sentence function of query.h left in `buf`; releases the buffer. */
json_t *value_sentence(struct values *values, struct strbuf *buf, int err);

/* The date and digest of a corpus. */
json_t *value_data(struct values *values, const struct cyt_corpus *corpus);

/* {"format": "cybertreaty.NAME/1", "data": {...}}, and "lang" if that is not English. */
json_t *value_document(struct values *values, const char *name, const struct cyt_corpus *corpus);

/* Writes and drops the document, or returns what went wrong on the way. */
int values_write(const struct values *values, json_t *document, cyt_sink sink, void *data);

#endif

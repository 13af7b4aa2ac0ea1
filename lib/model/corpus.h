/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The counted corpus around an image. */
#ifndef MODEL_CORPUS_H
#define MODEL_CORPUS_H

#include <stdbool.h>

#include <cybertreaty/corpus.h>

#include "base/alloc.h"

struct image;
struct index;
struct cyt_element;

/* Wraps a sound image. `release` gives the block back (NULL: alloc_free with the hooks). The image
 * is owned from now on, also when the call fails. */
int corpus_adopt(const struct cyt_alloc_hooks *hooks, struct image *image,
		 void (*release)(struct image *image, size_t size), struct cyt_corpus **out);

/* The others follow by cyt_element_next(); NULL of an empty corpus. */
const struct cyt_element *corpus_first_document(const struct cyt_corpus *corpus);

/* The i-th comment before an element, and the i-th after its last child; NULL past the last. */
const char *element_comment_before(const struct cyt_element *element, uint32_t i);
const char *element_comment_at_end(const struct cyt_element *element, uint32_t i);

/* See image_documents_sound(). */
bool corpus_documents_sound(const struct cyt_corpus *corpus);

const struct image *corpus_image(const struct cyt_corpus *corpus);
/* Made when first asked for, by whichever thread; NULL without memory. */
const struct index *corpus_index(struct cyt_corpus *corpus);
const struct cyt_alloc_hooks *corpus_hooks(const struct cyt_corpus *corpus);

#endif

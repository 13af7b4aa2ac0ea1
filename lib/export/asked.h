/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a demand asks, in words for whoever drafts a law. */
#ifndef EXPORT_ASKED_H
#define EXPORT_ASKED_H

#include "base/alloc.h"
#include "model/image.h"

/* The demand as the instrument has it, and one past its last row; `end` is that of its article. */
const struct cyt_element *asked_element(const struct cyt_demand *row);
uint32_t asked_end(const struct image *image, uint32_t row, uint32_t end);

/* "article 7(1) (consider), one of several ways" */
void asked_by(struct strbuf *out, const struct cyt_demand *row);
/* The labels of its concepts, or of which demands the matter is taken. */
void asked_matter(struct strbuf *out, const struct cyt_demand *rows, size_t count);
/* What may be left out, and by what; then the facets with their values: a line each. */
void asked_ways(struct strbuf *out, const struct cyt_demand *rows, size_t count);
void asked_facets(struct strbuf *out, const struct cyt_demand *rows, size_t count);

/* The i-th facet of the rows, each once; NULL past the last. */
const struct cyt_facet *asked_facet_at(const struct cyt_demand *rows, size_t count, size_t i);

#endif

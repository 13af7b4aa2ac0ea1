/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The write side: documents come in as trees of elements, one image goes out.
 *
 * A reader (of XML, CSV, an image) calls builder_file() once per file and then
 * attribute/begin/text/end for each element in document order. The caller has
 * checked the grammar: elements stand where they may, attributes are known and
 * of the right form, required ones are there. The builder checks the meaning. */
#ifndef BUILD_BUILDER_H
#define BUILD_BUILDER_H

#include "base/alloc.h"
#include "base/diag.h"
#include "model/kinds.h"

struct builder;
struct image;

struct builder *builder_new(const struct cyt_alloc_hooks *hooks); /* NULL: no memory */
void builder_free(struct builder *builder);                      /* NULL is fine */

/* The attributes of an element, kept once for all elements that have the same. */
struct builder_list {
	uint32_t first, count;
};

/* All of these return 0 or CYT_ERR_NOMEM / CYT_ERR_LIMIT. Strings are copied. */
int builder_file(struct builder *builder, const char *name);
/* What follows was said elsewhere, though it belongs to the file at hand. */
int builder_place(struct builder *builder, const char *name);
/* Of the element that begins next. */
int builder_attribute(struct builder *builder, enum attribute attribute, const char *value);
/* *list, if not NULL, is what its attributes became. */
int builder_begin(struct builder *builder, enum element element, uint32_t line,
		  struct builder_list *list);
/* The same with the attributes of an element before. */
int builder_begin_again(struct builder *builder, enum element element, uint32_t line,
			struct builder_list list);
/* Character data of the open element; may be called in pieces. The builder
 * folds white space and trims it. */
int builder_text(struct builder *builder, const char *text, size_t length);
/* A comment; of one `in_text` of an element it is kept that it stood there at all: before it. */
int builder_comment(struct builder *builder, const char *text, size_t length, bool in_text);
int builder_end(struct builder *builder);

/* Forgets everything since the last builder_file(): the file had errors, so that
 * what it says must not count (the load as a whole fails anyway), but other files are
 * still checked. Set by the loader to avoid follow-up errors about its ids:
 * after a call, unknown-id errors of meaning are not reported. */
void builder_drop_file(struct builder *builder);

/* Resolves, cuts and emits. 0 and *out set, or CYT_ERR_DATA with diagnostics,
 * CYT_ERR_NOMEM, CYT_ERR_LIMIT. Warnings go to diags as well. The image is one
 * block from the hooks; the caller frees it with alloc_free(). */
int builder_finish(struct builder *builder, struct cyt_diags *diags, struct image **out);

#endif

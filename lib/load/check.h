/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One file against the grammar, event by event; what is sound goes to the builder. */
#ifndef LOAD_CHECK_H
#define LOAD_CHECK_H

#include "build/builder.h"
#include "load/grammar.h"
#include "xmlio/reader.h"

struct check_level {
	enum shape shape;
	enum element element;
	uint32_t line;
	bool filled; /* has a child */
	bool stray;  /* text in it was reported */
};

struct check {
	const struct grammar *grammar;
	const char *file;
	struct builder *builder;
	struct cyt_diags *diags;
	struct strbuf value; /* an attribute's, folded */
	struct strbuf hint;  /* what was expected */
	struct check_level levels[READER_MAX_DEPTH + 1];
	unsigned depth;
	unsigned skipped; /* open elements of a subtree that was refused */
	bool failed;
};

extern const struct reader_handler check_handler; /* its data is a struct check */

void check_init(struct check *check, const struct cyt_alloc_hooks *hooks,
		const struct grammar *grammar, const char *file, struct builder *builder,
		struct cyt_diags *diags);
void check_release(struct check *check);
/* In place of a start that the handler is not told: all down to its end is passed over. */
void check_pass_over(struct check *check);

#endif

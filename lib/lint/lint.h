/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the rules share: the image under examination and where reports go. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "base/diag.h"
#include "model/image.h"

struct lint {
	const struct image *image;
	struct cyt_diags *diags;
	uint32_t flags;
	cyt_date stale_before, as_at; /* 0: nobody asked */
	int error;
};

void lint_report(struct lint *lint, enum diag_number number, const struct img_node *node,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

static inline const struct img_node *
lint_node(const struct lint *lint, uint32_t i)
{
	return image_node(lint->image, i);
}

/* How people would find an element: "article 7", "provision art_12". */
const char *lint_name(const struct lint *lint, const struct img_node *node);

void lint_sources(struct lint *lint);   /* sources.c */
void lint_words(struct lint *lint);     /* words.c: titles, labels, numbers, ids */
void lint_dates(struct lint *lint);     /* dates.c */
void lint_meaning(struct lint *lint);   /* meaning.c: what has no effect */
void lint_penalties(struct lint *lint); /* penalties.c */
void lint_supplies(struct lint *lint);  /* supplies.c: supplies and extensions against each other */
void lint_complete(struct lint *lint);  /* complete.c */

#endif

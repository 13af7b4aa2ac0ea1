/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Faults of data that still load: runs the rules over a corpus. */
#include "lint/lint.h"

#include <stdarg.h>
#include <stdio.h>

#include "model/corpus.h"

void
lint_report(struct lint *lint, enum diag_number number, const struct img_node *node,
	    const char *format, ...)
{
	uint32_t i = image_index(lint->image, node, node);
	char text[512]; /* a clipped text is still true */
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (diags_add(lint->diags, number, image_node_file(lint->image, i),
		      image_node_line(lint->image, i), "%s", text) < 0)
		lint->error = CYT_ERR_NOMEM;
}

const char *
lint_name(const struct lint *lint, const struct img_node *node)
{
	const char *name = image_attribute(lint->image, node, ATTRIBUTE_NUM);

	if (!name)
		name = image_attribute(lint->image, node, ATTRIBUTE_ID);
	return name ? name : "";
}

int
cyt_corpus_lint(struct cyt_corpus *corpus, uint32_t flags, cyt_date stale_before,
		cyt_date as_at, struct cyt_diags *diags)
{
	struct lint lint = { corpus ? corpus_image(corpus) : NULL, diags, flags, stale_before,
			     as_at, 0 };

	if (!corpus || !diags || flags & ~CYT_LINT_COMPLETE)
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	lint_sources(&lint);
	lint_words(&lint);
	lint_dates(&lint);
	lint_meaning(&lint);
	lint_supplies(&lint);
	lint_penalties(&lint);
	if (flags & CYT_LINT_COMPLETE)
		lint_complete(&lint);
	diags_sort(diags);
	return lint.error;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every fact has a source, well formed and not too old. */
#include "lint/lint.h"

#include <string.h>

#include "base/date.h"

static bool
is_fact(uint32_t element)
{
	return element == ELEMENT_DEMAND || element == ELEMENT_SUPPLY || element == ELEMENT_ACTION ||
	       element == ELEMENT_EXTEND || element == ELEMENT_OPTION ||
	       element == ELEMENT_RESERVABLE || element == ELEMENT_FORBID;
}

static bool
has_source(const struct lint *lint, const struct img_node *node)
{
	for (; node; node = image_parent(lint->image, node))
		if (image_child(lint->image, node, ELEMENT_SOURCE))
			return true;
	return false;
}

static void
check_source(struct lint *lint, const struct img_node *node)
{
	const char *basis = image_attribute(lint->image, node, ATTRIBUTE_BASIS);
	const char *href = image_attribute(lint->image, node, ATTRIBUTE_HREF);
	const char *consulted = image_attribute(lint->image, node, ATTRIBUTE_CONSULTED);
	cyt_date date = consulted ? cyt_date_parse(consulted) : 0;

	if (!basis)
		lint_report(lint, DIAG_BAD_SOURCE, node, "expected `basis`");
	if (consulted && !date)
		lint_report(lint, DIAG_BAD_SOURCE, node, "`consulted` is %s; expected a date", consulted);
	if (basis && strcmp(basis, "unverified") && !consulted)
		lint_report(lint, DIAG_BAD_SOURCE, node,
			    "expected `consulted`: when was it read on basis %s?", basis);
	if (href && strncmp(href, "https://", 8) && strncmp(href, "http://", 7))
		lint_report(lint, DIAG_BAD_SOURCE, node, "`href` is %s; expected an http(s) address",
			    href);
	if (basis && strcmp(basis, "text") == 0 && !href &&
	    !*image_node_text(lint->image, node))
		lint_report(lint, DIAG_NO_TEXT, node,
			    "expected `href`, or words: which text was read?");
	if (lint->stale_before && date && date < lint->stale_before)
		lint_report(lint, DIAG_STALE_SOURCE, node, "consulted %s", consulted);
	if (lint->as_at && date && (uint32_t)date_first_day(date) > (uint32_t)date_first_day(lint->as_at))
		lint_report(lint, DIAG_FUTURE_SOURCE, node, "consulted %s", consulted);
}

void
lint_sources(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_NODE);
	const struct img_node *node;

	for (i = 0; i < count && !lint->error; i++) {
		node = lint_node(lint, i);
		if (node->element == ELEMENT_SOURCE)
			check_source(lint, node);
		else if (is_fact(node->element) && !has_source(lint, node))
			lint_report(lint, DIAG_NO_SOURCE, node,
				    "neither this <%s> nor anything around it says where it is known "
				    "from",
				    element_name(node->element));
	}
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of an instrument is neither claimed by a demand nor excused. */
#include "lint/lint.h"

#include <string.h>

static bool
claims(uint32_t element)
{
	return element == ELEMENT_DEMAND || element == ELEMENT_OPTION ||
	       element == ELEMENT_RESERVABLE || element == ELEMENT_FORBID;
}

static bool
is_part(uint32_t element)
{
	return element == ELEMENT_PARAGRAPH || element == ELEMENT_POINT;
}

static bool
says(const struct lint *lint, const struct img_node *node, enum attribute name, const char *value)
{
	const char *text = image_attribute(lint->image, node, name);

	return text && strcmp(text, value) == 0;
}

/* Whether something below claims, points and paragraphs left out: they answer for themselves. */
static bool
claims_itself(const struct lint *lint, const struct img_node *node)
{
	uint32_t i = image_index(lint->image, node, node), end = image_node_end(lint->image, i), at;

	for (at = i + 1; at < end; at = image_node_end(lint->image, at))
		if (claims(lint_node(lint, at)->element) ||
		    (!is_part(lint_node(lint, at)->element) &&
		     claims_itself(lint, lint_node(lint, at))))
			return true;
	return false;
}

static bool
has_parts(const struct lint *lint, const struct img_node *node)
{
	return image_child(lint->image, node, ELEMENT_PARAGRAPH) ||
	       image_child(lint->image, node, ELEMENT_POINT);
}

static void
check_part(struct lint *lint, const struct img_node *node)
{
	/* Nothing that anybody could mend: cyt_tally() counts and names them. */
	if (says(lint, node, ATTRIBUTE_PARAGRAPHS, "unknown"))
		return;
	if (says(lint, node, ATTRIBUTE_OPERATIVE, "no")) {
		if (!image_attribute(lint->image, node, ATTRIBUTE_BECAUSE))
			lint_report(lint, DIAG_NOT_EXCUSED, node,
				    "`operative` is no; expected `because`");
		return;
	}
	if (has_parts(lint, node) || claims_itself(lint, node))
		return;
	lint_report(lint, DIAG_NOT_EXCUSED, node, "<%s> %s has no demand and does not say why",
		    element_name(node->element), lint_name(lint, node));
}

static bool
excused_above(const struct lint *lint, const struct img_node *node)
{
	while ((node = image_parent(lint->image, node))) {
		if (says(lint, node, ATTRIBUTE_OPERATIVE, "no"))
			return true;
	}
	return false;
}

void
lint_complete(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_NODE);
	const struct img_node *node;

	for (i = 0; i < count && !lint->error; i++) {
		node = lint_node(lint, i);
		if ((node->element == ELEMENT_ARTICLE || is_part(node->element)) &&
		    !excused_above(lint, node))
			check_part(lint, node);
	}
}

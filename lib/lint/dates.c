/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What counts longer than what it stands in. */
#include "lint/lint.h"

#include "base/date.h"

static uint32_t
day(const struct lint *lint, const struct img_node *node, enum attribute name)
{
	const char *text = image_attribute(lint->image, node, name);

	return text ? (uint32_t)date_first_day(cyt_date_parse(text)) : 0;
}

static bool
has_span(uint32_t element)
{
	return element == ELEMENT_PROVISION || element == ELEMENT_SUPPLY ||
	       element == ELEMENT_EXTEND || element == ELEMENT_EXCEPT;
}

static void
check_span(struct lint *lint, const struct img_node *node, const struct img_node *parent)
{
	uint32_t from = day(lint, node, ATTRIBUTE_FROM), until = day(lint, node, ATTRIBUTE_UNTIL);
	uint32_t parent_from = day(lint, parent, ATTRIBUTE_FROM);
	uint32_t parent_until = day(lint, parent, ATTRIBUTE_UNTIL);

	if (from && parent_from && from < parent_from)
		lint_report(lint, DIAG_STICKS_OUT, node, "begins before <%s> `%s`, which it stands in",
			    element_name(parent->element), lint_name(lint, parent));
	if (until && parent_until && until > parent_until)
		lint_report(lint, DIAG_STICKS_OUT, node, "ends after <%s> `%s`, which it stands in",
			    element_name(parent->element), lint_name(lint, parent));
}

void
lint_dates(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_NODE);
	const struct img_node *node, *parent;

	for (i = 0; i < count && !lint->error; i++) {
		node = lint_node(lint, i);
		if (!has_span(node->element))
			continue;
		for (parent = image_parent(lint->image, node); parent;
		     parent = image_parent(lint->image, parent))
			check_span(lint, node, parent);
	}
}

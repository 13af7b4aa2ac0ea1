/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Titles, labels in both languages of the project, numbers, and the style of ids. */
#include "lint/lint.h"

#include <string.h>

static const char *const languages[] = { "en", "es" };

static bool
has_label(const struct lint *lint, const struct img_node *node, const char *lang)
{
	const struct img_node *label;
	const char *got;

	for (label = image_child(lint->image, node, ELEMENT_LABEL); label;
	     label = image_sibling(lint->image, label, ELEMENT_LABEL)) {
		got = image_attribute(lint->image, label, ATTRIBUTE_LANG);
		if (got && strcmp(got, lang) == 0 && label->text)
			return true;
	}
	return false;
}

static void
check_labels(struct lint *lint, const struct img_node *node)
{
	size_t i;

	if (!image_child(lint->image, node, ELEMENT_LABEL)) {
		lint_report(lint, DIAG_NO_TITLE, node, "<%s> `%s` needs a label",
			    element_name(node->element), lint_name(lint, node));
		return;
	}
	for (i = 0; i < sizeof(languages) / sizeof(*languages); i++)
		if (!has_label(lint, node, languages[i]))
			lint_report(lint, DIAG_NO_SPANISH, node, "<%s> `%s` has no label in `%s`",
				    element_name(node->element), lint_name(lint, node), languages[i]);
}

static void
check_title(struct lint *lint, const struct img_node *node)
{
	if (!image_child(lint->image, node, ELEMENT_TITLE))
		lint_report(lint, DIAG_NO_TITLE, node, "<%s> `%s` needs a title",
			    element_name(node->element), lint_name(lint, node));
}

static void
check_number(struct lint *lint, const struct img_node *node)
{
	if (!image_attribute(lint->image, node, ATTRIBUTE_NUM))
		lint_report(lint, DIAG_NO_NUMBER, node, "<%s> `%s` needs `num`, as lawyers cite it",
			    element_name(node->element), lint_name(lint, node));
}

static bool
in_style(const char *id, uint32_t element)
{
	bool free_case = element == ELEMENT_STATE || element == ELEMENT_LAW ||
			 element == ELEMENT_CHAPTER || strncmp(id, "art_", 4) == 0;

	for (; *id; id++) {
		if ((*id >= 'a' && *id <= 'z') || (*id >= '0' && *id <= '9') || strchr("._-", *id))
			continue;
		/* ISO codes, chapter numbers, roman fractions. */
		if (free_case && *id >= 'A' && *id <= 'Z')
			continue;
		return false;
	}
	return true;
}

static void
check_id(struct lint *lint, const struct img_node *node)
{
	const char *id = image_attribute(lint->image, node, ATTRIBUTE_ID);

	if (id && !in_style(id, node->element))
		lint_report(lint, DIAG_ID_STYLE, node,
			    "`%s`; ids are lower case letters, digits, `.`, `-` and `_`", id);
}

void
lint_words(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_NODE);
	const struct img_node *node;

	for (i = 0; i < count && !lint->error; i++) {
		node = lint_node(lint, i);
		check_id(lint, node);
		switch (node->element) {
		case ELEMENT_FACET:
		case ELEMENT_VALUE:
		case ELEMENT_CONCEPT:
		case ELEMENT_STATE:
			check_labels(lint, node);
			break;
		case ELEMENT_INSTRUMENT:
		case ELEMENT_LAW:
			check_title(lint, node);
			break;
		case ELEMENT_CHAPTER:
		case ELEMENT_ARTICLE:
			check_title(lint, node);
			check_number(lint, node);
			break;
		case ELEMENT_PARAGRAPH:
		case ELEMENT_POINT:
		case ELEMENT_PROVISION:
			check_number(lint, node);
			break;
		}
	}
}

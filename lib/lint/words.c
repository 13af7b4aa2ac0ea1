/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Titles, labels in both languages of the project, numbers, and the style of ids. */
#include "lint/lint.h"

#include <string.h>

static const char *const languages[] = { "en", "es" };
#define LANGUAGES (sizeof(languages) / sizeof(*languages))

#define MOST_BEGUN 16

/* Further languages in which something of a vocabulary is labelled, and so all of it should be. */
struct begun {
	uint32_t document;
	const char *langs[MOST_BEGUN];
	size_t count;
};

static bool
is_of_vocabulary(const struct img_node *node)
{
	return node->element == ELEMENT_FACET || node->element == ELEMENT_VALUE ||
	       node->element == ELEMENT_CONCEPT;
}

static bool
is_one_of(const char *lang, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(lang, list[i]) == 0)
			return true;
	return false;
}

static void
add_begun(const struct lint *lint, const struct img_node *node, struct begun *begun)
{
	const struct img_node *label = image_child(lint->image, node, ELEMENT_LABEL);
	const char *lang;

	for (; label; label = image_sibling(lint->image, label, ELEMENT_LABEL)) {
		lang = image_attribute(lint->image, label, ATTRIBUTE_LANG);
		if (lang && begun->count < MOST_BEGUN && !is_one_of(lang, languages, LANGUAGES) &&
		    !is_one_of(lang, begun->langs, begun->count))
			begun->langs[begun->count++] = lang;
	}
}

static void
find_begun(const struct lint *lint, uint32_t document, struct begun *begun)
{
	uint32_t i, count = image_count(lint->image, SECTION_NODE);

	memset(begun, 0, sizeof(*begun));
	begun->document = document;
	/* The nodes of a document follow it. */
	for (i = document; i < count && image_node_document(lint->image, i) == document; i++)
		if (is_of_vocabulary(lint_node(lint, i)))
			add_begun(lint, lint_node(lint, i), begun);
}

static bool
has_label(const struct lint *lint, const struct img_node *node, const char *lang)
{
	const struct img_node *label;
	const char *got;

	for (label = image_child(lint->image, node, ELEMENT_LABEL); label;
	     label = image_sibling(lint->image, label, ELEMENT_LABEL)) {
		got = image_attribute(lint->image, label, ATTRIBUTE_LANG);
		if (got && strcmp(got, lang) == 0 && *image_node_text(lint->image, label))
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
	for (i = 0; i < LANGUAGES; i++)
		if (!has_label(lint, node, languages[i]))
			lint_report(lint, DIAG_NO_SPANISH, node, "<%s> `%s` has no label in `%s`",
				    element_name(node->element), lint_name(lint, node), languages[i]);
}

static void
check_begun(struct lint *lint, const struct img_node *node, const struct begun *begun)
{
	size_t i;

	for (i = 0; i < begun->count; i++)
		if (!has_label(lint, node, begun->langs[i]))
			lint_report(lint, DIAG_LANGUAGE_BEGUN, node,
				    "<%s> `%s` has no label in `%s`, in which others have one",
				    element_name(node->element), lint_name(lint, node),
				    begun->langs[i]);
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
	struct begun begun = { .document = NONE };

	for (i = 0; i < count && !lint->error; i++) {
		node = lint_node(lint, i);
		check_id(lint, node);
		if (is_of_vocabulary(node) && image_node_document(lint->image, i) != begun.document)
			find_begun(lint, image_node_document(lint->image, i), &begun);
		if (is_of_vocabulary(node))
			check_begun(lint, node, &begun);
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

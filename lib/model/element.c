/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents as trees of elements. */
#include <cybertreaty/instrument.h>

#include <string.h>

#include "model/corpus.h"
#include "model/image.h"

static const struct img_node *
node_of(const struct cyt_element *element)
{
	return (const struct img_node *)(const void *)element;
}

static bool
is_blank(const struct img_node *node)
{
	return node == &image_of(node)->blank;
}

static const struct cyt_element *
element_of(const struct img_node *node)
{
	return (const struct cyt_element *)(const void *)node;
}

static const struct cyt_element *
element_at(const struct img_node *from, uint32_t i)
{
	return i == NONE ? NULL : element_of(image_node(image_of(from), i));
}

const struct cyt_element *
corpus_first_document(const struct cyt_corpus *corpus)
{
	const struct image *image = corpus_image(corpus);

	if (!image_count(image, SECTION_NODE) || !image_documents_sound(image))
		return NULL;
	return element_of(image_node(image, 0));
}

static bool
is_meant(const struct cyt_element *document, const char *what)
{
	const char *jurisdiction = cyt_element_attribute(document, "jurisdiction");
	const char *id = cyt_element_attribute(document, "id");

	return (id && strcmp(id, what) == 0) ||
	       (jurisdiction && strcmp(jurisdiction, what) == 0) ||
	       strcmp(cyt_element_file(document), what) == 0;
}

static const struct cyt_element *
meant_from(const struct cyt_element *document, const char *what)
{
	while (document && what && !is_meant(document, what))
		document = cyt_element_next(document);
	return document;
}

const struct cyt_element *
cyt_corpus_document_first(const struct cyt_corpus *corpus, const char *what)
{
	return meant_from(corpus_first_document(corpus), what);
}

const struct cyt_element *
cyt_corpus_document_next(const struct cyt_element *document, const char *what)
{
	return meant_from(cyt_element_next(document), what);
}

const struct cyt_element *
cyt_corpus_element_find(const struct cyt_corpus *corpus, const char *id)
{
	const struct image *image = corpus_image(corpus);
	const struct img_node *node = id ? image_find(image, id, NULL) : NULL;

	return node ? image_element(image, image_index(image, node, node)) : NULL;
}

int
cyt_corpus_element_is_ambiguous(const struct cyt_corpus *corpus, const char *id)
{
	bool ambiguous = false;

	if (id)
		image_find(corpus_image(corpus), id, &ambiguous);
	return ambiguous;
}

const char *
cyt_element_name(const struct cyt_element *element)
{
	return element_name((enum element)node_of(element)->element);
}

const char *
cyt_element_attribute(const struct cyt_element *element, const char *name)
{
	const struct img_node *node = node_of(element);
	enum attribute attribute = name ? attribute_find(name, strlen(name)) : ATTRIBUTE_NONE;

	return attribute ? image_attribute(image_of(node), node, attribute) : NULL;
}

int
cyt_element_attribute_at(const struct cyt_element *element, size_t i, const char **name,
			 const char **value)
{
	const struct img_node *node = node_of(element);
	const struct image *image = image_of(node);
	const struct img_attr *attr;
	uint32_t count;

	attr = image_attributes(image, node, &count);
	if (i >= count)
		return 0;
	*name = attribute_name((enum attribute)attr[i].name);
	*value = image_string(image, attr[i].value);
	return 1;
}

const char *
cyt_element_text(const struct cyt_element *element)
{
	const struct img_node *node = node_of(element);

	return image_node_text(image_of(node), node);
}

static const char *
title(const struct cyt_element *element, const char *lang, const char **got)
{
	const struct img_node *node = node_of(element);
	const struct image *image = image_of(node);
	const char *text;

	if (is_blank(node))
		return NULL;
	text = image_text(image, node, ELEMENT_TITLE, lang, got);
	return text ? text : image_text(image, node, ELEMENT_LABEL, lang, got);
}

const char *
cyt_element_title(const struct cyt_element *element, const char *lang)
{
	return title(element, lang, NULL);
}

const char *
cyt_element_title_lang(const struct cyt_element *element, const char *lang)
{
	const char *got = "";

	title(element, lang, &got);
	return got;
}

static uint32_t
index_of(const struct cyt_element *element)
{
	const struct img_node *node = node_of(element);

	return image_index(image_of(node), node, node);
}

/* Nobody goes through documents that are none: there is no end to what could be found. */
static const struct cyt_element *
element_beside(const struct cyt_element *element,
	       uint32_t (*beside)(const struct image *image, uint32_t i))
{
	const struct img_node *node = node_of(element);
	const struct image *image = image_of(node);

	if (!image_documents_sound(image))
		return NULL;
	return element_at(node, beside(image, index_of(element)));
}

const struct cyt_element *
cyt_element_parent(const struct cyt_element *element)
{
	return element_beside(element, image_node_parent);
}

const struct cyt_element *
cyt_element_first(const struct cyt_element *element)
{
	return element_beside(element, image_node_child);
}

const struct cyt_element *
cyt_element_next(const struct cyt_element *element)
{
	return element_beside(element, image_node_next);
}

/* The i-th comment of a place: they are sorted by it. */
static const char *
comment(const struct image *image, uint32_t parent, uint32_t before, uint32_t i)
{
	uint32_t low = 0, high = image_count(image, SECTION_COMMENT), middle;
	const struct img_comment *row;

	while (low < high) {
		middle = low + (high - low) / 2;
		row = image_comment(image, middle);
		if (row->parent < parent || (row->parent == parent && row->before < before))
			low = middle + 1;
		else
			high = middle;
	}
	if (i >= image_count(image, SECTION_COMMENT) - low)
		return NULL;
	row = image_comment(image, low + i);
	return row->parent == parent && row->before == before ? image_named_file(image, row->text)
							    : NULL;
}

const char *
element_comment_before(const struct cyt_element *element, uint32_t i)
{
	const struct image *image = image_of(node_of(element));
	uint32_t node;

	if (!image_documents_sound(image))
		return NULL;
	node = index_of(element);
	return comment(image, image_node_parent(image, node), node, i);
}

const char *
element_comment_at_end(const struct cyt_element *element, uint32_t i)
{
	const struct image *image = image_of(node_of(element));

	return image_documents_sound(image) ? comment(image, index_of(element), NONE, i) : NULL;
}

const char *
cyt_element_file(const struct cyt_element *element)
{
	const struct img_node *node = node_of(element);

	return is_blank(node) ? "" : image_node_file(image_of(node), index_of(element));
}

uint32_t
cyt_element_line(const struct cyt_element *element)
{
	const struct img_node *node = node_of(element);

	return is_blank(node) ? 0 : image_node_line(image_of(node), index_of(element));
}

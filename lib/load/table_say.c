/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The documents of a table as events, each element's children in the order in which files have them. */
#include "load/table.h"

#include <stdlib.h>
#include <string.h>

#include "model/layout.h"

struct say {
	const struct cyt_alloc_hooks *hooks;
	const struct reader_handler *handler;
	void *data;
};

struct item {
	const struct table_node *node;
	unsigned rank;
	size_t number;
};

static int
compare_items(const void *left, const void *right)
{
	const struct item *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

/* A comment goes where the next element goes. */
static unsigned
rank_of(const struct table_node *parent, const struct table_node *node)
{
	while (node && !node->element)
		node = node->next;
	if (!node)
		return UINT32_MAX;
	return parent->element ? layout_child_rank(parent->element, node->element) : 0;
}

static struct item *
sorted_children(const struct say *say, const struct table_node *parent, size_t *count)
{
	const struct table_node *node;
	struct item *items;
	size_t n = 0;

	for (node = parent->first; node; node = node->next)
		n++;
	*count = n;
	items = alloc_zero(say->hooks, n + 1, sizeof(*items));
	for (n = 0, node = parent->first; items && node; node = node->next, n++)
		items[n] = (struct item){ node, rank_of(parent, node), n };
	if (items && n)
		qsort(items, n, sizeof(*items), compare_items);
	return items;
}

static int say_element(const struct say *say, const struct table_node *node);

static int
say_children(const struct say *say, const struct table_node *parent)
{
	size_t count, i;
	struct item *items = sorted_children(say, parent, &count);
	const struct table_node *node;
	int err = items ? 0 : CYT_ERR_NOMEM;

	for (i = 0; !err && i < count; i++) {
		node = items[i].node;
		err = node->element ? say_element(say, node)
				    : say->handler->comment(say->data, node->text,
							    strlen(node->text));
	}
	alloc_free(say->hooks, items);
	return err;
}

static size_t
list_attributes(const struct table_node *node, struct reader_attribute *out)
{
	const struct table_attribute *at;
	size_t count = 0;
	unsigned rank;

	/* By rank: there are few, and none twice. */
	for (rank = 0; rank <= ATTRIBUTE_COUNT; rank++) {
		for (at = node->attributes; at; at = at->next) {
			if (layout_attribute_rank(node->element, at->name) != rank)
				continue;
			if (at->name == ATTRIBUTE_LANG)
				out[count++] = (struct reader_attribute){ READER_XML_NAMESPACE,
									  "lang", at->value };
			else
				out[count++] = (struct reader_attribute){
					"", attribute_name(at->name), at->value };
		}
	}
	return count;
}

static int
say_element(const struct say *say, const struct table_node *node)
{
	struct reader_attribute attributes[ATTRIBUTE_COUNT];
	struct reader_element event = { GRAMMAR_NAMESPACE, element_name(node->element), node->line,
					attributes, list_attributes(node, attributes), NULL };
	int err = say->handler->start(say->data, &event);

	if (!err && *node->text)
		err = say->handler->text(say->data, node->text, strlen(node->text), node->line);
	if (!err)
		err = say_children(say, node);
	return err ? err : say->handler->end(say->data);
}

int
table_say(const struct table *table, const struct cyt_alloc_hooks *hooks,
	  const struct reader_handler *handler, void *data)
{
	const struct say say = { hooks, handler, data };

	return say_children(&say, &table->root);
}

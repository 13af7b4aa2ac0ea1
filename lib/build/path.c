/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where each row stands in the any-of groups of its article. */
#include "build/instrument.h"

#define ARTICLE(b, i) STAGE_ROW(b, ARTICLE, struct cyt_article, i)
#define PATH(b, i) STAGE_ROW(b, PATH, struct img_path, i)

/* Groups are numbered from 1 through an article, in document order; groups that extended rows bring
 * along from their bases get the numbers after. */
struct numbering {
	uint32_t article;
	uint32_t last;
	/* (extended demand, group of the base's article, base article) -> number here */
	struct brought {
		uint32_t demand, article, group, number;
	} *brought;
	size_t brought_count, brought_capacity;
};

static uint32_t
group_number(const struct builder *b, uint32_t article, uint32_t group)
{
	uint32_t node, number = 0;

	for (node = ARTICLE(b, article)->node; node <= group; node++)
		if (NODE(b, node)->element == ELEMENT_ANY_OF)
			number++;
	return number;
}

static uint32_t
alternative_number(const struct builder *b, uint32_t group, uint32_t child)
{
	uint32_t at, number = 0;

	for (at = group + 1; at < stage_end(b, group); at = stage_end(b, at)) {
		if (NODE(b, at)->element == ELEMENT_DEMAND || NODE(b, at)->element == ELEMENT_ALL_OF)
			number++;
		if (at == child)
			break;
	}
	return number;
}

/* Path of a demand element, outermost group first. */
static void
push_path(struct builder *b, uint32_t article, uint32_t node)
{
	uint32_t parent = stage_parent(b, node);
	struct img_path *path;

	if (node == ARTICLE(b, article)->node || parent == NONE)
		return;
	push_path(b, article, parent);
	if (NODE(b, parent)->element != ELEMENT_ANY_OF)
		return;
	path = stage_add(b, SECTION_PATH);
	path->group = group_number(b, article, parent);
	path->alternative = alternative_number(b, parent, node);
}

/* 0 without memory. */
static uint32_t
brought_number(struct builder *b, struct numbering *n, uint32_t demand, uint32_t article,
	       uint32_t group)
{
	size_t i;

	for (i = 0; i < n->brought_count; i++)
		if (n->brought[i].demand == demand && n->brought[i].article == article &&
		    n->brought[i].group == group)
			return n->brought[i].number;
	if (!alloc_grow(&b->hooks, &n->brought, &n->brought_capacity, i + 1, sizeof(*n->brought))) {
		b->error = CYT_ERR_NOMEM;
		return 0;
	}
	n->brought[n->brought_count++] = (struct brought){ demand, article, group, ++n->last };
	return n->last;
}

static void
bring_path(struct builder *b, struct numbering *n, uint32_t row)
{
	uint32_t base = ROW(b, row)->base, i, number;
	struct img_list list = ROW(b, base)->path;
	struct img_path from, *path;

	for (i = list.first; i < list.first + list.count && !b->error; i++) {
		from = *PATH(b, i);
		number = brought_number(b, n, ROW(b, row)->node, ROW(b, base)->article, from.group);
		if (!number)
			return;
		path = stage_add(b, SECTION_PATH);
		*path = (struct img_path){ number, from.alternative };
	}
}

static void
make_path(struct builder *b, struct numbering *n, uint32_t row)
{
	uint32_t first = (uint32_t)stage_count(b, SECTION_PATH);

	push_path(b, ROW(b, row)->article, ROW(b, row)->node);
	if (ROW(b, row)->base != NONE)
		bring_path(b, n, row);
	ROW(b, row)->path =
		(struct img_list){ first, (uint32_t)stage_count(b, SECTION_PATH) - first };
}

static void
make_paths(struct builder *b, uint32_t article, bool extended)
{
	struct img_list rows = ARTICLE(b, article)->rows;
	struct numbering n = { .article = article };
	uint32_t i;

	n.last = group_number(b, article, stage_end(b, ARTICLE(b, article)->node) - 1);
	for (i = rows.first; i < rows.first + rows.count && !b->error; i++)
		if ((ROW(b, i)->base != NONE) == extended)
			make_path(b, &n, i);
	alloc_free(&b->hooks, n.brought);
}

void
paths_make(struct builder *b)
{
	uint32_t i;

	for (i = 0; i < stage_count(b, SECTION_ARTICLE) && !b->error; i++)
		make_paths(b, i, false);
	for (i = 0; i < stage_count(b, SECTION_ARTICLE) && !b->error; i++)
		make_paths(b, i, true);
}

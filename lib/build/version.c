/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Versions: which instrument takes the place of which, and what its articles were there. */
#include "build/stage.h"

#include <stdlib.h>
#include <string.h>

#define ARTICLE(b, i) STAGE_ROW(b, ARTICLE, struct cyt_article, i)

/* The article of a node among those of an instrument, which stand in the order of their nodes. */
static uint32_t
article_of_node(const struct builder *b, struct img_list articles, uint32_t node)
{
	uint32_t low = articles.first, high = low + articles.count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (ARTICLE(b, middle)->node < node)
			low = middle + 1;
		else
			high = middle;
	}
	return low < articles.first + articles.count && ARTICLE(b, low)->node == node ? low : NONE;
}

static uint32_t
find_article(struct builder *b, uint32_t instrument, const char *id, size_t length)
{
	uint32_t node = ids_find(b, INSTRUMENT(b, instrument)->node, id, length);

	return node == NONE ? NONE : article_of_node(b, INSTRUMENT(b, instrument)->articles, node);
}

static int
compare_numbers(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

/* Names of one article twice say nothing new. */
static uint32_t
sort_unique(uint32_t *numbers, uint32_t count)
{
	uint32_t kept = 0, i;

	qsort(numbers, count, sizeof(*numbers), compare_numbers);
	for (i = 0; i < count; i++)
		if (!kept || numbers[i] != numbers[kept - 1])
			numbers[kept++] = numbers[i];
	return kept;
}

static uint32_t
count_words(const char *text)
{
	uint32_t count = 0;
	const char *word;
	size_t length;

	while (stage_next_word(&text, &word, &length))
		count++;
	return count;
}

static bool
is_unknown(const char *was)
{
	return strcmp(was, "unknown") == 0;
}

static void
resolve_was(struct builder *b, uint32_t article, uint32_t earlier)
{
	uint32_t node = ARTICLE(b, article)->node, count = 0, target, *found;
	const char *at = stage_attribute(b, node, ATTRIBUTE_WAS), *word;
	struct img_list list;
	size_t length;

	found = arena_alloc(&b->arena, count_words(at), sizeof(*found));
	if (!found) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	while (stage_next_word(&at, &word, &length)) {
		target = find_article(b, earlier, word, length);
		if (target != NONE)
			found[count++] = target;
		else
			stage_error(b, DIAG_UNKNOWN_ID, node,
				    "`was` names `%.*s`, which is no article of `%s`", (int)length, word,
				    stage_text(b, INSTRUMENT(b, earlier)->id));
	}
	list.count = sort_unique(found, count);
	list.first = list.count ? pool_add(&b->refs, found, list.count) : 0;
	if (list.first == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	else
		ARTICLE(b, article)->was = list;
}

static void
resolve_articles(struct builder *b, uint32_t instrument)
{
	struct img_list articles = INSTRUMENT(b, instrument)->articles;
	uint32_t earlier = INSTRUMENT(b, instrument)->supersedes, i, node;
	bool names_one = stage_attribute(b, INSTRUMENT(b, instrument)->node, ATTRIBUTE_SUPERSEDES);
	const char *was;

	for (i = articles.first; i < articles.first + articles.count && !b->error; i++) {
		node = ARTICLE(b, i)->node;
		was = stage_attribute(b, node, ATTRIBUTE_WAS);
		if (!was)
			continue;
		if (earlier != NONE && is_unknown(was))
			ARTICLE(b, i)->was_unknown = 1;
		else if (earlier != NONE)
			resolve_was(b, i, earlier);
		else if (!names_one)
			stage_error(b, DIAG_UNKNOWN_ID, node,
				    "`was` names articles of an earlier version; expected `supersedes` on "
				    "the instrument `%s` to say which one that is",
				    stage_text(b, INSTRUMENT(b, instrument)->id));
	}
}

/* A version may come before several others, but nothing before itself. */
static void
check_order(struct builder *b)
{
	uint32_t i, at, steps, count = (uint32_t)stage_count(b, SECTION_INSTRUMENT);

	for (i = 0; i < count; i++) {
		for (at = i, steps = 0; at != NONE && steps <= count; steps++)
			at = INSTRUMENT(b, at)->supersedes;
		if (at == NONE)
			continue;
		stage_error(b, DIAG_CYCLE, INSTRUMENT(b, i)->node,
			    "following `supersedes` from `%s` never ends",
			    stage_text(b, INSTRUMENT(b, i)->id));
		INSTRUMENT(b, i)->supersedes = NONE;
	}
}

void
versions_resolve(struct builder *b)
{
	uint32_t i, count = (uint32_t)stage_count(b, SECTION_INSTRUMENT);

	for (i = 0; i < count; i++)
		INSTRUMENT(b, i)->supersedes =
			instrument_named(b, INSTRUMENT(b, i)->node, ATTRIBUTE_SUPERSEDES);
	check_order(b);
	for (i = 0; i < count && !b->error; i++)
		resolve_articles(b, i);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The second half of a message on an unknown name. */
#include "build/hint.h"

#include <string.h>

#include "base/nearest.h"

#define FEW 12 /* values that a message has room for */
#define MOST 100 /* hints in one run: looking for a name among hundreds takes longer than telling that it is unknown */

struct hint {
	struct nearest nearest;
	char word[NEAREST_MAX + 2]; /* what is longer is near nothing */
};

static bool
has_room(struct builder *b)
{
	return b->hints++ < MOST;
}

static void
begin(struct hint *hint, const char *word, size_t length)
{
	size_t kept = length < sizeof(hint->word) ? length : sizeof(hint->word) - 1;

	memcpy(hint->word, word, kept);
	hint->word[kept] = '\0';
	nearest_init(&hint->nearest, hint->word);
}

static void
offer(struct hint *hint, const struct builder *b, uint32_t string)
{
	const char *name = stage_text(b, string);

	nearest_offer(&hint->nearest, name, strlen(name));
}

static const char *
keep(struct builder *b, const char *text)
{
	if (!text)
		b->error = CYT_ERR_NOMEM;
	return text ? text : "";
}

static const char *
finish(struct builder *b, const struct hint *hint)
{
	if (!hint->nearest.best)
		return "";
	return keep(b, arena_printf(&b->arena, "; did you mean `%.*s`?", (int)hint->nearest.best_length,
				    hint->nearest.best));
}

const char *
hint_facet(struct builder *b, const char *word, size_t length)
{
	struct hint hint;
	uint32_t i;

	if (!has_room(b))
		return "";
	begin(&hint, word, length);
	for (i = 0; i < stage_count(b, SECTION_FACET); i++)
		offer(&hint, b, FACET(b, i)->id);
	return finish(b, &hint);
}

const char *
hint_concept(struct builder *b, const char *word, size_t length)
{
	struct hint hint;
	uint32_t i;

	if (!has_room(b))
		return "";
	begin(&hint, word, length);
	for (i = 0; i < stage_count(b, SECTION_CONCEPT); i++)
		offer(&hint, b, CONCEPT(b, i)->id);
	return finish(b, &hint);
}

const char *
hint_value(struct builder *b, uint32_t facet, const char *word, size_t length)
{
	const struct img_list values = FACET(b, facet)->values;
	const char *near, *list = "";
	struct hint hint;
	uint32_t i;

	if (FACET(b, facet)->type == FACET_TYPE_CONCEPTS)
		return hint_concept(b, word, length);
	if (!has_room(b))
		return "";
	begin(&hint, word, length);
	for (i = values.first; i < values.first + values.count; i++)
		offer(&hint, b, VALUE(b, i)->id);
	near = finish(b, &hint);
	if (!values.count || values.count > FEW)
		return near;
	for (i = values.first; i < values.first + values.count; i++)
		list = keep(b, arena_printf(&b->arena, "%s%s%s", list, *list ? ", " : "",
					    stage_text(b, VALUE(b, i)->id)));
	return keep(b, arena_printf(&b->arena, "%s; it has: %s", near, list));
}

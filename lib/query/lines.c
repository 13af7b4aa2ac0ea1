/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lines of evidence on their way. */
#include "query/lines.h"

#include <string.h>

uint32_t
part_home(const struct image *image, const struct part *part)
{
	if (part->supply)
		return image_provision(image, part->supply->provision)->node;
	return image_demand_place(part->row);
}

uint32_t
part_order(const struct part *part)
{
	return part->supply ? part->supply->via + 1 : 0;
}

bool
lines_begin(struct lines *lines, const struct image *image, const struct window *window,
	    struct arena *arena, size_t most)
{
	lines->image = image;
	lines->window = window;
	lines->arena = arena;
	lines->items = arena_alloc(arena, most, sizeof(*lines->items));
	lines->count = 0;
	return lines->items != NULL;
}

struct line *
lines_insert(struct lines *lines, size_t at, const struct part *part, const uint64_t *met)
{
	uint64_t *copy = window_room(lines->window, lines->arena);
	struct line *line = &lines->items[at];

	if (!copy)
		return NULL;
	set_copy(copy, met, window_words(lines->window));
	memmove(line + 1, line, (lines->count - at) * sizeof(*line));
	memset(line, 0, sizeof(*line));
	line->part = part;
	line->set = copy;
	lines->count++;
	return line;
}

bool
lines_add(struct lines *lines, const struct part *part, const uint64_t *met)
{
	uint32_t home = part_home(lines->image, part), other;
	size_t at = lines->count;

	/* Demands of an instrument may stand before a point and belong after it. */
	for (; at > 0; at--) {
		const struct line *line = &lines->items[at - 1];

		other = part_home(lines->image, line->part);
		if (other == home && part_order(line->part) == part_order(part)) {
			set_or(line->set, met, window_words(lines->window));
			return true;
		}
		if (other < home || (other == home && part_order(line->part) < part_order(part)))
			break;
	}
	return lines_insert(lines, at, part, met) != NULL;
}

const uint64_t *
lines_twice(struct lines *lines)
{
	const struct window *window = lines->window;
	struct line *line = lines->items;
	size_t words = window_words(window);
	uint64_t *once = window_set(window, lines->arena), *twice = window_set(window, lines->arena);
	uint64_t *both = window_room(window, lines->arena);

	if (!once || !twice || !both)
		return NULL;
	for (size_t i = 0, next; i < lines->count; i = next) {
		uint64_t *whole = line[i].set;

		for (next = i + 1; next < lines->count; next++)
			if (part_home(lines->image, line[next].part) !=
			    part_home(lines->image, line[i].part))
				break;
		if (next > i + 1) {
			whole = window_set(window, lines->arena);
			if (!whole)
				return NULL;
		}
		for (size_t k = i; k < next; k++) {
			if (whole != line[k].set)
				set_or(whole, line[k].set, words);
			line[k].provision = whole;
		}
		set_copy(both, once, words);
		set_and(both, whole, words);
		set_or(twice, both, words);
		set_or(once, whole, words);
	}
	return twice;
}

bool
line_is_redundant(const struct lines *lines, const struct line *line, const uint64_t *twice)
{
	return set_within(line->provision, twice, window_words(lines->window));
}

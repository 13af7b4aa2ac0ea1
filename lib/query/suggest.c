/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The names most like one that was not found. */
#include <cybertreaty/query.h>

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/corpus.h"
#include "model/image.h"

#define LONGEST 127

struct candidate {
	const char *id;
	size_t distance;
};

struct candidates {
	struct candidate *items;
	size_t count, capacity;
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t out = a < b ? a : b;

	return out < c ? out : c;
}

/* Letters to insert, drop or change, whatever their case; only the first LONGEST ones count. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[LONGEST + 1], length = strnlen(b, LONGEST), diagonal, above;

	for (size_t k = 0; k <= length; k++)
		row[k] = k;
	for (size_t i = 0; i < LONGEST && a[i]; i++) {
		diagonal = row[0];
		row[0] = i + 1;
		for (size_t k = 1; k <= length; k++) {
			above = row[k];
			row[k] = least(above + 1, row[k - 1] + 1,
				       diagonal + (lower(a[i]) != lower(b[k - 1])));
			diagonal = above;
		}
	}
	return row[length];
}

static bool
add(const struct cyt_alloc_hooks *hooks, struct candidates *list, const char *id,
    const char *wanted)
{
	if (!alloc_grow(hooks, &list->items, &list->capacity, list->count + 1,
			sizeof(*list->items)))
		return false;
	list->items[list->count++] = (struct candidate){ id, distance(wanted, id) };
	return true;
}

static int
compare(const void *a, const void *b)
{
	const struct candidate *one = a, *other = b;

	if (one->distance != other->distance)
		return one->distance < other->distance ? -1 : 1;
	return strcmp(one->id, other->id);
}

static bool
collect(const struct image *image, const struct cyt_alloc_hooks *hooks, const char *wanted,
	struct candidates *list)
{
	bool sound = true;

	for (uint32_t i = 0; sound && i < image_count(image, SECTION_INSTRUMENT); i++)
		sound = add(hooks, list, image_string(image, image_instrument(image, i)->id),
			    wanted);
	for (uint32_t i = 0; sound && i < image_count(image, SECTION_STATE); i++)
		sound = add(hooks, list, image_string(image, image_state(image, i)->id), wanted);
	for (uint32_t i = 0; sound && i < image_count(image, SECTION_LAW); i++) {
		const struct cyt_law *law = image_law(image, i);

		sound = add(hooks, list, image_string(image, law->id), wanted) &&
			add(hooks, list, image_string(image, law->jurisdiction), wanted);
	}
	return sound;
}

/* Of no use is what shares less than half its letters. */
static bool
is_near(const struct candidate *candidate, size_t wanted)
{
	size_t length = strlen(candidate->id);

	return 2 * candidate->distance <= (length > wanted ? length : wanted);
}

int
cyt_suggest(const struct cyt_corpus *corpus, const char *id, size_t most, cyt_sink sink, void *data)
{
	const struct cyt_alloc_hooks *hooks = corpus_hooks(corpus);
	struct candidates list = { NULL, 0, 0 };
	size_t said = 0;
	int err = 0;

	if (!collect(corpus_image(corpus), hooks, id, &list))
		err = CYT_ERR_NOMEM;
	else if (list.count > 1)
		qsort(list.items, list.count, sizeof(*list.items), compare);
	for (size_t i = 0; !err && i < list.count && said < most; i++) {
		if (!is_near(&list.items[i], strlen(id)))
			break;
		if (i > 0 && strcmp(list.items[i].id, list.items[i - 1].id) == 0)
			continue;
		if (sink(data, list.items[i].id, strlen(list.items[i].id)) != 0)
			err = CYT_ERR_SINK;
		said++;
	}
	alloc_free(hooks, list.items);
	return err;
}

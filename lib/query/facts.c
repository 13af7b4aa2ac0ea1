/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Facts of a case: "concept,facet=value,...", read into a box of the concept. */
#include "query/facts.h"

#include <cybertreaty/query.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "model/bits.h"
#include "model/corpus.h"
#include "query/wording.h"

struct reader {
	const struct image *image;
	const struct cyt_concept *concept;
	struct arena *arena;
	struct strbuf *fault;
	uint64_t **masks; /* per facet of the concept; NULL: not mentioned */
};

/* A piece of the text. */
struct piece {
	const char *text;
	size_t length;
};

#define SHOW(piece) (int)(piece).length, (piece).text

static int complain(struct reader *r, int err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static int
complain(struct reader *r, int err, const char *format, ...)
{
	char *text = NULL;
	va_list args;
	int length;

	if (!r->fault)
		return err;
	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = length < 0 ? NULL : arena_alloc(r->arena, (size_t)length + 1, 1);
	if (!text)
		return CYT_ERR_NOMEM;
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	strbuf_add(r->fault, text);
	return err;
}

/* Adds what could have stood there: " It is one of a, b and c." */
static void
offer(struct reader *r, const char *name, size_t i, size_t count)
{
	if (!r->fault)
		return;
	strbuf_add(r->fault, i == 0 ? ": " : i + 1 == count ? " or " : ", ");
	strbuf_add(r->fault, name);
}

/* The next piece up to `stop`, without blanks around it; moves on behind the stop. */
static struct piece
cut(const char **at, char stop)
{
	struct piece piece = { *at, 0 };
	const char *end = strchr(*at, stop);

	if (!end)
		end = *at + strlen(*at);
	*at = *end ? end + 1 : end;
	while (piece.text < end && *piece.text == ' ')
		piece.text++;
	while (end > piece.text && end[-1] == ' ')
		end--;
	piece.length = (size_t)(end - piece.text);
	return piece;
}

static bool
is_same(struct piece piece, const char *name)
{
	return strlen(name) == piece.length && memcmp(piece.text, name, piece.length) == 0;
}

static const char *
id_of(const struct reader *r, uint32_t id)
{
	return image_string(r->image, id);
}

/* -- values ------------------------------------------------------------------------------- */

static void
keep(uint64_t *mask, uint32_t first, uint32_t count)
{
	for (uint32_t p = first; p < first + count; p++)
		bits_set(mask, p);
}

/* A concept as a value stands for all its leaves. */
static bool
stands_below(const struct reader *r, uint32_t id, struct piece name)
{
	const struct cyt_concept *concept = image_find_concept(r->image, id_of(r, id));

	while (concept && !is_same(name, id_of(r, concept->id)))
		concept = concept->broader == NONE ? NULL
						   : image_concept(r->image, concept->broader);
	return concept != NULL;
}

static bool
keep_value(const struct reader *r, const struct cyt_facet *facet, struct piece name,
	   uint64_t *mask)
{
	const struct cyt_value *values = image_value(r->image, facet->values.first);
	bool found = false;

	for (uint32_t i = 0; i < facet->values.count; i++) {
		if (facet->type == FACET_TYPE_CONCEPTS ? !stands_below(r, values[i].id, name)
						       : !is_same(name, id_of(r, values[i].id)))
			continue;
		keep(mask, values[i].leaf, values[i].leaf_count);
		found = true;
	}
	return found;
}

static int
read_value(struct reader *r, const struct cyt_facet *facet, struct piece name, uint64_t *mask)
{
	const struct cyt_value *values = image_value(r->image, facet->values.first);
	int err;

	if (keep_value(r, facet, name, mask))
		return 0;
	err = complain(r, CYT_ERR_NOTFOUND, "facet '%s' has no value '%.*s'", id_of(r, facet->id),
		       SHOW(name));
	for (uint32_t i = 0; i < facet->values.count; i++)
		offer(r, id_of(r, values[i].id), i, facet->values.count);
	return err;
}

/* Digits up to the first other character; false without any or if it is too much for 32 bits. */
static bool
read_number(struct piece *piece, uint32_t *out)
{
	uint64_t number = 0;
	size_t digits = 0;

	while (digits < piece->length && piece->text[digits] >= '0' && piece->text[digits] <= '9') {
		number = number * 10 + (uint64_t)(piece->text[digits++] - '0');
		if (number >= UINT32_MAX)
			return false;
	}
	piece->text += digits;
	piece->length -= digits;
	*out = (uint32_t)number;
	return digits > 0;
}

/* "17", "16..18" or "16.."; *last is included. */
static bool
read_range(struct piece piece, uint32_t *first, uint32_t *last)
{
	if (!read_number(&piece, first))
		return false;
	*last = *first;
	if (piece.length == 0)
		return true;
	if (piece.length < 2 || memcmp(piece.text, "..", 2) != 0)
		return false;
	piece.text += 2;
	piece.length -= 2;
	*last = UINT32_MAX;
	if (piece.length == 0)
		return true;
	return read_number(&piece, last) && piece.length == 0 && *first <= *last;
}

/* Every interval that the range touches. */
static int
read_quantity(struct reader *r, const struct cyt_facet *facet, const struct img_axis *axis,
	      struct piece piece, uint64_t *mask)
{
	const uint32_t *breaks = image_refs(r->image, axis->breaks.first);
	uint32_t first, last;

	if (!read_range(piece, &first, &last))
		return complain(r, CYT_ERR_INVALID,
				"facet '%s' takes a number such as 17, 16..18 or 16.., not '%.*s'",
				id_of(r, facet->id), SHOW(piece));
	for (uint32_t p = 0; p < axis->size; p++)
		if (breaks[p] <= last && (p + 1 == axis->size || breaks[p + 1] > first))
			bits_set(mask, p);
	return 0;
}

/* -- facets ------------------------------------------------------------------------------- */

static int
no_facet(struct reader *r, struct piece name)
{
	uint32_t count = r->concept->axes.count;
	int err = complain(r, CYT_ERR_NOTFOUND, "concept '%s' has no facet '%.*s'",
			   id_of(r, r->concept->id), SHOW(name));

	for (uint32_t a = 0; a < count; a++)
		offer(r, id_of(r, image_facet(r->image, image_axis(r->image,
			r->concept->axes.first + a)->facet)->id), a, count);
	return err;
}

static int
read_values(struct reader *r, const struct cyt_facet *facet, const struct img_axis *axis,
	    const char *values, uint64_t *mask)
{
	bool any = false;
	int err = 0;

	while (!err && *values) {
		struct piece name = cut(&values, ' ');

		if (name.length == 0)
			continue;
		any = true;
		err = facet->type == FACET_TYPE_QUANTITY
			      ? read_quantity(r, facet, axis, name, mask)
			      : read_value(r, facet, name, mask);
	}
	if (!err && !any)
		err = complain(r, CYT_ERR_INVALID, "facet '%s' is given no value",
			       id_of(r, facet->id));
	return err;
}

/* "facet=value value" */
static int
read_facet(struct reader *r, struct piece piece)
{
	const char *text = arena_strndup(r->arena, piece.text, piece.length);
	struct piece name;

	if (!text)
		return CYT_ERR_NOMEM;
	if (!strchr(text, '='))
		return complain(r, CYT_ERR_INVALID, "'%s' is not of the form FACET=VALUE", text);
	name = cut(&text, '=');
	for (uint32_t a = 0; a < r->concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(r->image, r->concept->axes.first + a);
		const struct cyt_facet *facet = image_facet(r->image, axis->facet);

		if (!is_same(name, id_of(r, facet->id)))
			continue;
		if (r->masks[a])
			return complain(r, CYT_ERR_INVALID,
					"facet '%.*s' is there twice; several values are divided "
					"by blanks", SHOW(name));
		r->masks[a] = arena_alloc(r->arena, (axis->size + 63) / 64, sizeof(**r->masks));
		if (!r->masks[a])
			return CYT_ERR_NOMEM;
		return read_values(r, facet, axis, text, r->masks[a]);
	}
	return no_facet(r, name);
}

static int
read_concept(struct reader *r, struct piece name)
{
	const char *id = arena_strndup(r->arena, name.text, name.length);
	size_t count = 0, i = 0;
	int err;

	if (!id)
		return CYT_ERR_NOMEM;
	r->concept = image_find_concept(r->image, id);
	if (!r->concept)
		return complain(r, CYT_ERR_NOTFOUND, "there is no concept '%s'", id);
	if (r->concept->is_leaf)
		return 0;
	err = complain(r, CYT_ERR_INVALID, "'%s' is several concepts; facts are of one", id);
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t c = 0; c < image_count(r->image, SECTION_CONCEPT); c++) {
			const struct cyt_concept *leaf = image_concept(r->image, c);

			if (!leaf->is_leaf || !stands_below(r, leaf->id, name))
				continue;
			if (pass == 0)
				count++;
			else
				offer(r, id_of(r, leaf->id), i++, count);
		}
	return err;
}

/* -- the box ------------------------------------------------------------------------------ */

/* What a facet keeps if nothing is said of it; false: every value. */
static bool
keep_unstated(const struct reader *r, const struct img_axis *axis, uint64_t *mask)
{
	const struct cyt_facet *facet = image_facet(r->image, axis->facet);

	if (!facet->unstated)
		return false;
	set_copy(mask, image_words(r->image, facet->unstated), (axis->size + 63) / 64);
	return true;
}

/* Leaves of the set what the axes keep that make layers, or those that do not. */
static bool
cut_axes(const struct reader *r, uint64_t *set, bool layers)
{
	const struct cyt_concept *concept = r->concept;

	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(r->image, concept->axes.first + a);
		size_t words = (axis->size + 63) / 64;
		uint64_t *mask = r->masks[a], *drop;

		if (!axis->layer == layers)
			continue;
		drop = arena_alloc(r->arena, words, sizeof(*drop));
		if (!mask)
			mask = arena_alloc(r->arena, words, sizeof(*mask));
		if (!mask || !drop)
			return false;
		if (!r->masks[a] && !keep_unstated(r, axis, mask))
			continue;
		keep(drop, 0, axis->size);
		set_subtract(drop, mask, words);
		set_drop_positions(concept, set, axis, drop);
	}
	return true;
}

/* Layers first: where one is empty there is nothing else to cut. */
static bool
fill_box(const struct reader *r, uint64_t *set)
{
	region_load(r->image, r->concept, r->concept->full, set);
	return cut_axes(r, set, true) && cut_axes(r, set, false);
}

int
facts_read(const struct image *image, const char *text, struct arena *arena,
	   const struct cyt_concept **concept, uint64_t **set, struct strbuf *fault)
{
	struct reader r = { .image = image, .arena = arena, .fault = fault };
	int err = read_concept(&r, cut(&text, ','));

	if (err < 0)
		return err;
	r.masks = arena_alloc(arena, r.concept->axes.count, sizeof(*r.masks));
	*set = set_new(arena, r.concept);
	if (!r.masks || !*set)
		return CYT_ERR_NOMEM;
	while (!err && *text)
		err = read_facet(&r, cut(&text, ','));
	if (err < 0)
		return err;
	*concept = r.concept;
	return fill_box(&r, *set) ? 0 : CYT_ERR_NOMEM;
}

int
cyt_facts_fault(const struct cyt_corpus *corpus, const char *facts, cyt_sink sink, void *data)
{
	const struct cyt_concept *concept;
	struct strbuf fault;
	struct arena arena;
	uint64_t *set;
	int err;

	arena_init(&arena, corpus_hooks(corpus));
	strbuf_init(&fault, corpus_hooks(corpus));
	err = facts_read(corpus_image(corpus), facts, &arena, &concept, &set, &fault);
	if (err == CYT_ERR_NOMEM)
		fault.failed = true;
	arena_release(&arena);
	return word_send(&fault, sink, data);
}

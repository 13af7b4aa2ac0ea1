/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What became of each article between two versions of an instrument. */
#include <string.h>

#include "query/compare.h"

struct concordance {
	struct query *query;
	struct version earlier, later;
	bool *links;  /* articles of the later by articles of the earlier */
	bool *lost;   /* per article of the later: on the way it is not known what it was */
	int *changed; /* per group, which is named after its first article of the later */
};

static bool *
link_at(const struct concordance *c, uint32_t later, uint32_t earlier)
{
	return &c->links[(size_t)later * c->earlier.instrument->articles.count + earlier];
}

static const struct cyt_instrument *
version_before(const struct query *query, const struct cyt_instrument *instrument)
{
	return instrument->supersedes == NONE ? NULL
					      : image_instrument(query->image,
								 instrument->supersedes);
}

static bool
comes_after(const struct query *query, const struct cyt_instrument *later,
	    const struct cyt_instrument *earlier)
{
	do
		later = version_before(query, later);
	while (later && later != earlier);
	return later != NULL;
}

/* -- which article was which --------------------------------------------------------------- */

/* One version further down: whatever came from an article comes from all that this one was. */
static bool *
step_down(struct concordance *c, const struct cyt_instrument *from, const bool *links)
{
	const struct image *image = c->query->image;
	const struct cyt_instrument *to = version_before(c->query, from);
	size_t laters = c->later.instrument->articles.count, width = to->articles.count;
	bool *out = arena_alloc(&c->query->scratch, laters * width, sizeof(*out));

	for (size_t i = 0; out && i < laters * from->articles.count; i++) {
		uint32_t at = (uint32_t)(i % from->articles.count);
		const struct cyt_article *article = image_article(image, from->articles.first + at);
		size_t later = i / from->articles.count;

		if (!links[i])
			continue;
		c->lost[later] |= article->was_unknown != 0;
		for (uint32_t k = 0; k < article->was.count; k++)
			out[later * width + *image_refs(image, article->was.first + k) -
			    to->articles.first] = true;
	}
	return out;
}

static bool
find_links(struct concordance *c)
{
	const struct cyt_instrument *at = c->later.instrument;
	size_t count = at->articles.count;

	c->links = arena_alloc(&c->query->scratch, count * count, sizeof(*c->links));
	c->lost = arena_alloc(&c->query->scratch, count, sizeof(*c->lost));
	if (!c->lost)
		return false;
	for (size_t i = 0; c->links && i < count; i++)
		c->links[i * count + i] = true;
	for (; c->links && at != c->earlier.instrument; at = version_before(c->query, at))
		c->links = step_down(c, at, c->links);
	return c->links != NULL;
}

static bool
name_alike(uint32_t *one, uint32_t *other)
{
	uint32_t name = *one < *other ? *one : *other;
	bool named = *one != name || *other != name;

	*one = *other = name;
	return named;
}

/* Articles that were merged or split belong together. */
static bool
find_groups(struct concordance *c)
{
	uint32_t laters = c->later.instrument->articles.count;
	uint32_t earliers = c->earlier.instrument->articles.count;
	struct arena *scratch = &c->query->scratch;
	bool named = true;

	c->later.groups = arena_alloc(scratch, laters, sizeof(*c->later.groups));
	c->earlier.groups = arena_alloc(scratch, earliers, sizeof(*c->earlier.groups));
	if (!c->later.groups || !c->earlier.groups)
		return false;
	for (uint32_t i = 0; i < laters; i++)
		c->later.groups[i] = i;
	for (uint32_t k = 0; k < earliers; k++)
		c->earlier.groups[k] = NONE;
	while (named) {
		named = false;
		for (uint32_t i = 0; i < laters; i++)
			for (uint32_t k = 0; k < earliers; k++)
				if (*link_at(c, i, k))
					named |= name_alike(&c->later.groups[i],
							    &c->earlier.groups[k]);
	}
	return true;
}

static int
find_changes(struct concordance *c)
{
	uint32_t laters = c->later.instrument->articles.count;
	int err = 0;

	c->changed = arena_alloc(&c->query->scratch, laters, sizeof(*c->changed));
	if (!c->changed)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; !err && i < laters; i++)
		if (c->later.groups[i] == i)
			err = versions_differ(c->query, &c->earlier, &c->later, i,
					      &c->changed[i]);
	return err;
}

/* -- the list -------------------------------------------------------------------------------- */

static bool
is_moved(const struct image *image, const struct cyt_article *earlier,
	 const struct cyt_article *later)
{
	if (earlier->num && later->num)
		return strcmp(image_string(image, earlier->num), image_string(image, later->num)) != 0;
	return strcmp(image_string(image, earlier->id), image_string(image, later->id)) != 0;
}

static enum cyt_fate
fate_of(bool moved, int changed)
{
	if (moved)
		return changed > 0 ? CYT_FATE_MOVED_AND_CHANGED : CYT_FATE_MOVED;
	if (changed < 0)
		return CYT_FATE_KEPT;
	return changed ? CYT_FATE_CHANGED : CYT_FATE_SAME;
}

static const struct cyt_article *
article_at(const struct concordance *c, const struct version *version, uint32_t i)
{
	return image_article(c->query->image, version->instrument->articles.first + i);
}

static int
add_passage(struct concordance *c, const struct cyt_passage *passage)
{
	struct cyt_passage *copy = arena_alloc(c->query->keep, 1, sizeof(*copy));

	if (!copy)
		return CYT_ERR_NOMEM;
	*copy = *passage;
	return list_push(c->query->keep, &c->query->result->comparing->passages, copy)
		       ? 0
		       : CYT_ERR_NOMEM;
}

static int
add_linked(struct concordance *c, uint32_t earlier, uint32_t later)
{
	struct cyt_passage passage = {
		.earlier = article_at(c, &c->earlier, earlier),
		.later = article_at(c, &c->later, later),
	};

	passage.changed = c->changed[c->later.groups[later]];
	passage.fate = fate_of(is_moved(c->query->image, passage.earlier, passage.later),
			       passage.changed);
	return add_passage(c, &passage);
}

/* An article of one version with those of the other; alone if there are none, or not at all. */
static int
add_article(struct concordance *c, const struct version *version, uint32_t i, bool alone_only)
{
	bool is_later = version == &c->later;
	const struct version *other = is_later ? &c->earlier : &c->later;
	struct cyt_passage alone = { .changed = -1 };
	bool linked = false;
	int err = 0;

	for (uint32_t k = 0; !err && k < other->instrument->articles.count; k++) {
		if (!*(is_later ? link_at(c, i, k) : link_at(c, k, i)))
			continue;
		linked = true;
		if (!alone_only)
			err = is_later ? add_linked(c, k, i) : add_linked(c, i, k);
	}
	if (linked)
		return err;
	*(is_later ? &alone.later : &alone.earlier) = article_at(c, version, i);
	alone.fate = !is_later ? CYT_FATE_DROPPED
		     : c->lost[i] ? CYT_FATE_UNKNOWN
				  : CYT_FATE_ADDED;
	return add_passage(c, &alone);
}

static int
add_version(struct concordance *c, const struct version *version, bool alone_only)
{
	int err = 0;

	for (uint32_t i = 0; !err && i < version->instrument->articles.count; i++)
		err = add_article(c, version, i, alone_only);
	return err;
}

int
concordance_find(struct query *query, const struct cyt_instrument *first,
		 const struct cyt_instrument *second)
{
	bool forward = comes_after(query, second, first);
	struct concordance c = {
		.query = query,
		.earlier.instrument = forward ? first : second,
		.later.instrument = forward ? second : first,
	};
	int err;

	if (!forward && !comes_after(query, first, second))
		return 0;
	query->result->comparing->earlier = c.earlier.instrument;
	query->result->comparing->later = c.later.instrument;
	if (!find_links(&c) || !find_groups(&c))
		return CYT_ERR_NOMEM;
	err = find_changes(&c);
	if (!err)
		err = add_version(&c, forward ? &c.earlier : &c.later, false);
	return err ? err : add_version(&c, forward ? &c.later : &c.earlier, true);
}

/* -- reading it ------------------------------------------------------------------------------ */

const char *
cyt_fate_name(enum cyt_fate fate)
{
	static const char *const names[] = {
		[CYT_FATE_SAME] = "same",
		[CYT_FATE_KEPT] = "kept",
		[CYT_FATE_MOVED] = "moved",
		[CYT_FATE_CHANGED] = "changed",
		[CYT_FATE_MOVED_AND_CHANGED] = "moved-and-changed",
		[CYT_FATE_ADDED] = "added",
		[CYT_FATE_DROPPED] = "dropped",
	};

	return fate > CYT_FATE_UNKNOWN && fate <= CYT_FATE_DROPPED ? names[fate] : "";
}

const struct cyt_instrument *
cyt_result_earlier(const struct cyt_result *result)
{
	return result->comparing ? result->comparing->earlier : NULL;
}

const struct cyt_instrument *
cyt_result_later(const struct cyt_result *result)
{
	return result->comparing ? result->comparing->later : NULL;
}

size_t
cyt_result_passage_count(const struct cyt_result *result)
{
	return result->comparing ? result->comparing->passages.count : 0;
}

const struct cyt_passage *
cyt_result_passage_at(const struct cyt_result *result, size_t i)
{
	return i < cyt_result_passage_count(result) ? result->comparing->passages.items[i] : NULL;
}

const struct cyt_article *
cyt_passage_earlier(const struct cyt_passage *passage)
{
	return passage->earlier;
}

const struct cyt_article *
cyt_passage_later(const struct cyt_passage *passage)
{
	return passage->later;
}

enum cyt_fate
cyt_passage_fate(const struct cyt_passage *passage)
{
	return passage->fate;
}

int
cyt_passage_changed(const struct cyt_passage *passage)
{
	return passage->changed;
}

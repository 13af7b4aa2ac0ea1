/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether articles ask otherwise than what they were in an earlier version. */
#include <string.h>

#include "query/compare.h"

/* The articles of a group in one version. */
struct bundle {
	const struct query *query;
	const struct version *version;
	uint32_t group;
};

/* The next article, from *at on; NULL at the end. */
static const struct cyt_article *
next_article(const struct bundle *bundle, uint32_t *at)
{
	struct img_list articles = bundle->version->instrument->articles;

	while (*at < articles.count && bundle->version->groups[*at] != bundle->group)
		++*at;
	return *at < articles.count ? image_article(bundle->query->image, articles.first + (*at)++)
				     : NULL;
}

static bool
rests_on_enough(const struct query *query, uint32_t basis)
{
	return !query->terms->basis || basis <= (uint32_t)query->terms->basis;
}

static bool
row_says_something(const struct query *query, const struct cyt_demand *row)
{
	return rests_on_enough(query, row->basis) &&
	       !region_is_empty(query->image, image_concept(query->image, row->concept),
				row->region);
}

/* Whether the articles say enough to be held against the others. */
static bool
is_known(const struct bundle *bundle)
{
	const struct query *query = bundle->query;
	const struct cyt_article *article;
	bool asks = false;

	for (uint32_t at = 0; (article = next_article(bundle, &at));) {
		const struct img_node *node = image_node(query->image, article->node);

		if (image_attribute(query->image, node, ATTRIBUTE_PARAGRAPHS))
			return false;
		for (uint32_t i = 0; !asks && i < article->rows.count; i++)
			asks = row_says_something(query,
						  image_row(query->image, article->rows.first + i));
	}
	return asks;
}

static bool
same_masks(const struct image *image, struct img_list one, struct img_list other)
{
	if (one.count != other.count)
		return false;
	for (uint32_t i = 0; i < one.count; i++) {
		const struct img_replace *a = image_replace(image, one.first + i);
		const struct img_replace *b = image_replace(image, other.first + i);
		size_t words = (image_axis(image, a->axis)->size + 63) / 64;

		if (a->axis != b->axis || memcmp(image_words(image, a->mask),
						 image_words(image, b->mask), words * 8) != 0)
			return false;
	}
	return true;
}

static bool
same_path(const struct image *image, struct img_list one, struct img_list other)
{
	return one.count == other.count &&
	       memcmp(image_path(image, one.first), image_path(image, other.first),
		      one.count * sizeof(struct img_path)) == 0;
}

static bool
has_choice(const struct image *image, const struct cyt_demand *row)
{
	for (uint32_t i = 0; i < row->ways.count; i++)
		if (image_way(image, row->ways.first + i)->choice)
			return true;
	return false;
}

/* Demands whose regions can be put together: they ask for the same in the same manner. */
static bool
same_manner(const struct image *image, const struct cyt_demand *one,
	    const struct cyt_demand *other)
{
	return one->concept == other->concept && one->modality == other->modality &&
	       one->subject_to == other->subject_to &&
	       (one->base == NONE) == (other->base == NONE) &&
	       has_choice(image, one) == has_choice(image, other) &&
	       same_masks(image, one->some, other->some) &&
	       same_path(image, one->path, other->path);
}

/* All that the articles ask for in the manner of a row. */
static bool
gather(const struct bundle *bundle, const struct cyt_demand *like, struct demanded *out,
       struct arena *arena)
{
	const struct query *query = bundle->query;
	const struct cyt_article *article;

	for (uint32_t at = 0; (article = next_article(bundle, &at));)
		for (uint32_t i = 0; i < article->rows.count; i++) {
			const struct cyt_demand *row =
				image_row(query->image, article->rows.first + i);

			if (row_says_something(query, row) &&
			    same_manner(query->image, row, like) &&
			    !demanded_add_row(query->image, row, out, arena))
				return false;
		}
	return true;
}

/* These answer 1 or 0, or CYT_ERR_NOMEM. */
static int
manner_differs(const struct bundle *bundle, const struct bundle *other,
	       const struct cyt_demand *row)
{
	const struct query *query = bundle->query;
	size_t words = space_words(image_concept(query->image, row->concept));
	struct demanded here = { .extended = false }, there = { .extended = false };
	struct arena arena;
	int differs = 0;

	arena_init(&arena, query->keep->hooks);
	if (!gather(bundle, row, &here, &arena) || !gather(other, row, &there, &arena))
		differs = CYT_ERR_NOMEM;
	for (int f = 0; !differs && f < FLOORS; f++)
		differs = !here.floors[f] || !there.floors[f] ||
			  !set_equal(here.floors[f], there.floors[f], words);
	arena_release(&arena);
	return differs;
}

static int
demands_differ(const struct bundle *bundle, const struct bundle *other)
{
	const struct cyt_article *article;
	int differs = 0;

	for (uint32_t at = 0; !differs && (article = next_article(bundle, &at));)
		for (uint32_t i = 0; !differs && i < article->rows.count; i++) {
			const struct cyt_demand *row =
				image_row(bundle->query->image, article->rows.first + i);

			if (row_says_something(bundle->query, row))
				differs = manner_differs(bundle, other, row);
		}
	return differs;
}

/* What must not be covered of a concept. */
static void
gather_forbidden(const struct bundle *bundle, uint32_t concept, uint64_t *out)
{
	const struct image *image = bundle->query->image;
	const struct cyt_article *article;

	for (uint32_t at = 0; (article = next_article(bundle, &at));)
		for (uint32_t i = 0; i < article->forbids.count; i++) {
			const struct img_forbid *forbid =
				image_forbid(image, article->forbids.first + i);

			if (forbid->concept == concept && rests_on_enough(bundle->query, forbid->basis))
				region_or(image, image_concept(image, concept), forbid->region,
					  out);
		}
}

static int
forbidden_differs(const struct bundle *bundle, const struct bundle *other, uint32_t index)
{
	const struct cyt_concept *concept = image_concept(bundle->query->image, index);
	struct arena arena;
	uint64_t *here, *there;
	int differs = CYT_ERR_NOMEM;

	arena_init(&arena, bundle->query->keep->hooks);
	here = set_new(&arena, concept);
	there = set_new(&arena, concept);
	if (here && there) {
		gather_forbidden(bundle, index, here);
		gather_forbidden(other, index, there);
		differs = !set_equal(here, there, space_words(concept));
	}
	arena_release(&arena);
	return differs;
}

static int
forbids_differ(const struct bundle *bundle, const struct bundle *other)
{
	const struct cyt_article *article;
	int differs = 0;

	for (uint32_t at = 0; !differs && (article = next_article(bundle, &at));)
		for (uint32_t i = 0; !differs && i < article->forbids.count; i++)
			differs = forbidden_differs(
				bundle, other,
				image_forbid(bundle->query->image, article->forbids.first + i)
					->concept);
	return differs;
}

int
versions_differ(const struct query *query, const struct version *earlier,
		const struct version *later, uint32_t group, int *changed)
{
	struct bundle before = { query, earlier, group }, after = { query, later, group };
	int differs;

	*changed = -1;
	if (!is_known(&before) || !is_known(&after))
		return 0;
	differs = demands_differ(&before, &after);
	if (!differs)
		differs = demands_differ(&after, &before);
	if (!differs)
		differs = forbids_differ(&before, &after);
	if (!differs)
		differs = forbids_differ(&after, &before);
	*changed = differs;
	return differs < 0 ? differs : 0;
}

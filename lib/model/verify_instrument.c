/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of instruments, articles, rows and the ways out of them. */
#include "model/verify.h"

static bool
within_list(struct img_list inner, struct img_list outer)
{
	return inner.count == 0 ||
	       (inner.first >= outer.first &&
		(uint64_t)inner.first + inner.count <= (uint64_t)outer.first + outer.count);
}

/* Whoever goes from version to version comes to an end. */
static bool
earlier_fits(const struct image *image, uint32_t i)
{
	uint32_t count = image_count(image, SECTION_INSTRUMENT), steps;

	for (steps = 0; i != NONE; steps++) {
		if (i >= count || steps == count)
			return false;
		i = image_instrument(image, i)->supersedes;
	}
	return true;
}

static const char *
verify_instrument(const struct image *image, uint32_t i)
{
	const struct cyt_instrument *instrument = image_instrument(image, i);
	uint32_t k;

	REQUIRE(verify_self(image, instrument), "an instrument does not know its place");
	REQUIRE(verify_node(image, instrument->node),
		"an instrument has no element");
	REQUIRE(i == 0 || image_instrument(image, i - 1)->node < instrument->node,
		"the instruments are not in order");
	REQUIRE(verify_string(image, instrument->id), "the id of an instrument is missing");
	REQUIRE(instrument->type >= INSTRUMENT_TYPE_TREATY &&
			instrument->type <= INSTRUMENT_TYPE_NORMS,
		"an instrument has no type");
	REQUIRE(verify_list(image, instrument->articles, SECTION_ARTICLE) &&
			verify_list(image, instrument->rows, SECTION_ROW),
		"articles of an instrument are missing");
	REQUIRE(verify_concepts(image, instrument->concepts),
		"concepts of an instrument are missing");
	REQUIRE(earlier_fits(image, i), "the version before an instrument is missing");
	for (k = 0; k < instrument->articles.count; k++)
		REQUIRE(image_article(image, instrument->articles.first + k)->instrument == i,
			"an article belongs to another instrument");
	for (k = 0; k < instrument->rows.count; k++)
		REQUIRE(image_row(image, instrument->rows.first + k)->instrument == i,
			"a demand belongs to another instrument");
	return NULL;
}

static bool
was_fits(const struct image *image, const struct cyt_article *article)
{
	uint32_t earlier = image_instrument(image, article->instrument)->supersedes, i;

	if (article->was_unknown > 1)
		return false;
	if (article->was.count == 0)
		return true;
	if (earlier >= image_count(image, SECTION_INSTRUMENT) ||
	    !verify_list(image, article->was, SECTION_REFS))
		return false;
	for (i = 0; i < article->was.count; i++)
		if (!verify_within(image_instrument(image, earlier)->articles,
				   *image_refs(image, article->was.first + i)))
			return false;
	return true;
}

static const char *
verify_article(const struct image *image, uint32_t i)
{
	const struct cyt_article *article = image_article(image, i);
	const struct cyt_instrument *instrument;
	uint32_t k;

	REQUIRE(verify_self(image, article), "an article does not know its place");
	REQUIRE(verify_node(image, article->node), "an article has no element");
	REQUIRE(verify_string(image, article->id) && verify_string(image, article->num),
		"a string of an article is missing");
	REQUIRE(article->instrument < image_count(image, SECTION_INSTRUMENT),
		"an article has no instrument");
	instrument = image_instrument(image, article->instrument);
	REQUIRE(verify_within(instrument->articles, i),
		"an article is not among those of its instrument");
	REQUIRE(article->kind <= KIND_FINAL, "an article has an unknown kind");
	REQUIRE(verify_list(image, article->rows, SECTION_ROW) &&
			within_list(article->rows, instrument->rows) &&
			verify_list(image, article->forbids, SECTION_FORBID),
		"demands of an article are missing");
	REQUIRE(was_fits(image, article), "what an article was is missing");
	for (k = 0; k < article->rows.count; k++)
		REQUIRE(image_row(image, article->rows.first + k)->article == i,
			"a demand belongs to another article");
	for (k = 0; k < article->forbids.count; k++)
		REQUIRE(image_forbid(image, article->forbids.first + k)->article == i,
			"what is forbidden belongs to another article");
	return NULL;
}

/* Masks of positions on axes of the concept. */
static bool
masks_fit(const struct image *image, const struct cyt_concept *concept, struct img_list list)
{
	const struct img_replace *replace;
	uint32_t i;

	if (!verify_list(image, list, SECTION_REPLACE))
		return false;
	for (i = 0; i < list.count; i++) {
		replace = image_replace(image, list.first + i);
		if (!verify_within(concept->axes, replace->axis))
			return false;
		if (!verify_bits(image, replace->mask, image_axis(image, replace->axis)->size))
			return false;
	}
	return true;
}

static bool
base_fits(const struct image *image, const struct cyt_demand *row, uint32_t i)
{
	const struct cyt_demand *base;

	if (row->base == NONE)
		return true;
	if (row->base >= image_count(image, SECTION_ROW) || row->base == i)
		return false;
	base = image_row(image, row->base);
	/* Extended demands are not extended again. */
	return base->concept == row->concept && base->base == NONE &&
	       base->instrument == row->instrument;
}

static const char *
verify_row(const struct image *image, uint32_t i)
{
	const struct cyt_demand *row = image_row(image, i);
	uint32_t k;

	REQUIRE(verify_self(image, row), "a demand does not know its place");
	REQUIRE(verify_node(image, row->node), "a demand has no element");
	REQUIRE(verify_string(image, row->id), "the id of a demand is missing");
	REQUIRE(row->instrument < image_count(image, SECTION_INSTRUMENT) &&
			verify_within(image_instrument(image, row->instrument)->rows, i),
		"a demand is not among those of its instrument");
	REQUIRE(row->article < image_count(image, SECTION_ARTICLE) &&
			verify_within(image_article(image, row->article)->rows, i) &&
			image_article(image, row->article)->instrument == row->instrument,
		"a demand is not among those of its article");
	REQUIRE(verify_region(image, row->concept, row->region), "a demand has no region");
	REQUIRE(row->modality >= MODALITY_SHALL && row->modality <= MODALITY_MAY &&
			row->subject_to <= SUBJECT_TO_CAPABILITY && row->basis <= BASIS_UNVERIFIED &&
			row->of_type == image_instrument(image, row->instrument)->type,
		"a demand has an unknown modality");
	REQUIRE(verify_date(row->consulted), "a demand was consulted on no day");
	REQUIRE(base_fits(image, row, i), "a demand extends what it cannot");
	REQUIRE(masks_fit(image, image_concept(image, row->concept), row->replace) &&
			masks_fit(image, image_concept(image, row->concept), row->some),
		"facets of a demand are missing");
	REQUIRE(verify_list(image, row->path, SECTION_PATH) && row->path.count <= IMAGE_DEPTH,
		"the path of a demand is missing");
	REQUIRE(verify_list(image, row->ways, SECTION_WAY), "options of a demand are missing");
	for (k = 0; k < row->ways.count; k++)
		REQUIRE(image_way(image, row->ways.first + k)->row == i,
			"an option belongs to another demand");
	return NULL;
}

static const char *
verify_way(const struct image *image, uint32_t i)
{
	const struct cyt_way *way = image_way(image, i);
	const struct cyt_demand *row;

	REQUIRE(verify_self(image, way), "an option does not know its place");
	REQUIRE(way->reservable <= 1, "an option is neither reservable nor not");
	REQUIRE(verify_node(image, way->node), "an option has no element");
	REQUIRE(verify_string(image, way->id) && verify_string(image, way->choice),
		"a string of an option is missing");
	REQUIRE(way->row < image_count(image, SECTION_ROW), "an option has no demand");
	row = image_row(image, way->row);
	REQUIRE(verify_within(row->ways, i), "an option is not among those of its demand");
	REQUIRE(i == row->ways.first || image_way(image, i - 1)->reservable <= way->reservable,
		"an option stands behind what is reservable");
	REQUIRE(verify_region(image, row->concept, way->region), "an option has no region");
	REQUIRE(way->concern <= CONCERN_OVERREACH && way->basis <= BASIS_UNVERIFIED,
		"an option has an unknown concern");
	REQUIRE(verify_date(way->consulted), "an option was consulted on no day");
	REQUIRE(way->order < image_count(image, SECTION_NODE), "an option is out of order");
	return NULL;
}

static const char *
verify_forbid(const struct image *image, uint32_t i)
{
	const struct img_forbid *forbid = image_forbid(image, i);

	REQUIRE(verify_node(image, forbid->node), "what is forbidden has no element");
	REQUIRE(verify_string(image, forbid->id), "the id of what is forbidden is missing");
	REQUIRE(forbid->article < image_count(image, SECTION_ARTICLE) &&
			verify_within(image_article(image, forbid->article)->forbids, i),
		"what is forbidden is not in its article");
	REQUIRE(verify_region(image, forbid->concept, forbid->region),
		"what is forbidden has no region");
	REQUIRE(forbid->basis <= BASIS_UNVERIFIED && verify_date(forbid->consulted),
		"what is forbidden has no source");
	return NULL;
}

const char *
verify_instruments(const struct image *image)
{
	uint32_t i, nodes = image_count(image, SECTION_NODE);
	const char *wrong = NULL;

	for (i = 0; !wrong && i < image_count(image, SECTION_INSTRUMENT); i++)
		wrong = verify_instrument(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_ARTICLE); i++)
		wrong = verify_article(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_ROW); i++)
		wrong = verify_row(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_WAY); i++)
		wrong = verify_way(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_FORBID); i++)
		wrong = verify_forbid(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_PATH); i++) {
		const struct img_path *path = image_path(image, i);

		/* Each group and each alternative is an element of its own. */
		REQUIRE(path->group > 0 && path->group <= nodes && path->alternative > 0 &&
				path->alternative <= nodes,
			"a path leads nowhere");
	}
	return wrong;
}

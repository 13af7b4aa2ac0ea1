/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who covers an article, a demand, or all cases of a concept. */
#include "query/holder.h"
#include "query/verdict.h"

static const struct cyt_article *
find_article(const struct image *image, uint32_t node)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_ARTICLE); i++)
		if (image_article(image, i)->node == node)
			return image_article(image, i);
	return NULL;
}

static const struct cyt_article *
find_article_of_demand(const struct image *image, uint32_t node)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_ROW); i++)
		if (image_row(image, i)->node == node)
			return image_article(image, image_row(image, i)->article);
	return NULL;
}

static const struct cyt_concept *
target_concept(const struct query *query)
{
	const struct img_node *target = query->result->target;

	return image_find_concept(query->image,
				  image_attribute(query->image, target, ATTRIBUTE_ID));
}

static const struct cyt_article *
target_article(const struct query *query)
{
	uint32_t node = image_index(query->image, node, query->result->target);

	return query->only ? find_article_of_demand(query->image, node)
			   : find_article(query->image, node);
}

static int
cover_article(struct query *query, struct cyt_holder *out)
{
	struct cyt_provision_finding *finding;
	int err = provision_find(query, target_article(query), &finding);

	if (err < 0)
		return err;
	out->verdict = finding->verdict;
	out->rows = finding->rows;
	return 0;
}

static bool
is_below(const struct image *image, uint32_t concept, const struct cyt_concept *top)
{
	for (; concept != NONE; concept = image_concept(image, concept)->broader)
		if (image_concept(image, concept) == top)
			return true;
	return false;
}

/* Every leaf is a row, and they make a verdict as those of an article do. */
static int
cover_concept(struct query *query, struct cyt_holder *out)
{
	const struct cyt_concept *concept = target_concept(query);
	const struct image *image = query->image;
	struct verdict_sum sum = { 0 };

	for (uint32_t i = 0; i < image_count(image, SECTION_CONCEPT); i++) {
		struct cyt_row_finding *row;
		int err;

		if (!image_concept(image, i)->is_leaf || !is_below(image, i, concept))
			continue;
		err = row_find_space(query, image_concept(image, i), &row);
		if (err < 0)
			return err;
		if (!list_push(query->keep, &out->rows, row))
			return CYT_ERR_NOMEM;
		verdict_add(&sum, row->verdict);
	}
	out->verdict = verdict_of_provision(&sum);
	return 0;
}

/* A part of an instrument says which one; a demand counts by itself. */
static int
choose_target(struct query *query, const char *id)
{
	const struct img_node *target = image_find(query->image, id, NULL);
	const struct cyt_article *article = NULL;

	if (!target)
		return CYT_ERR_NOTFOUND;
	query->result->target = target;
	if (target->element == ELEMENT_CONCEPT)
		return 0;
	if (target->element == ELEMENT_DEMAND)
		query->only = image_index(query->image, node, target);
	if (target->element == ELEMENT_DEMAND || target->element == ELEMENT_ARTICLE)
		article = target_article(query);
	if (!article)
		return CYT_ERR_INVALID;
	return query_take_instrument(query, image_instrument(query->image, article->instrument));
}

static int
answer(struct query *query, const void *id)
{
	holder_answer cover;
	int err = choose_target(query, id);

	if (err < 0)
		return err;
	cover = query->instrument ? cover_article : cover_concept;
	err = ask_every_jurisdiction(query, cover);
	return err ? err : ask_every_law(query, cover);
}

int
cyt_query_covering(struct cyt_corpus *corpus, const char *id, const struct cyt_terms *terms,
		   struct cyt_result **out)
{
	return query_ask(CYT_QUESTION_COVERING, corpus, terms, answer, id, out);
}

const struct cyt_element *
cyt_result_target(const struct cyt_result *result)
{
	const struct image *image = corpus_image(result->corpus);

	if (!result->target)
		return NULL;
	return image_element(image, image_index(image, node, result->target));
}

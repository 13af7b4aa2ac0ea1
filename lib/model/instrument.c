/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The treaty side: instruments, articles, demands and ways out of them. */
#include <cybertreaty/instrument.h>

#include <string.h>

#include "model/corpus.h"
#include "model/image.h"

const char *
cyt_modality_name(enum cyt_modality modality)
{
	return word_name(WORDS_MODALITY, (int)modality);
}

const char *
cyt_subject_to_name(enum cyt_subject_to subject_to)
{
	return word_name(WORDS_SUBJECT_TO, (int)subject_to);
}

const char *
cyt_silence_name(enum cyt_silence silence)
{
	static const char *const names[] = {
		[CYT_SILENCE_UNKNOWN] = "",
		[CYT_SILENCE_NO_DUTY] = "no-duty",
		[CYT_SILENCE_CARRIED] = "carried",
		[CYT_SILENCE_NOT_CODED] = "not-coded",
	};

	return silence > 0 && silence <= CYT_SILENCE_NOT_CODED ? names[silence] : "";
}

static const char *
title(const struct image *image, uint32_t node, const char *lang, const char *otherwise)
{
	const char *text = image_text(image, image_node(image, node), ELEMENT_TITLE, lang, NULL);

	return text ? text : otherwise;
}

size_t
cyt_corpus_instrument_count(const struct cyt_corpus *corpus)
{
	return image_count(corpus_image(corpus), SECTION_INSTRUMENT);
}

const struct cyt_instrument *
cyt_corpus_instrument_at(const struct cyt_corpus *corpus, size_t i)
{
	return i < cyt_corpus_instrument_count(corpus)
		       ? image_instrument(corpus_image(corpus), (uint32_t)i)
		       : NULL;
}

const struct cyt_instrument *
cyt_corpus_instrument_find(const struct cyt_corpus *corpus, const char *id)
{
	return id ? image_find_instrument(corpus_image(corpus), id) : NULL;
}

const char *
cyt_instrument_id(const struct cyt_instrument *instrument)
{
	return image_string(image_of(instrument), instrument->id);
}

const struct cyt_element *
cyt_instrument_element(const struct cyt_instrument *instrument)
{
	return image_element(image_of(instrument), instrument->node);
}

const char *
cyt_instrument_type(const struct cyt_instrument *instrument)
{
	return word_name(WORDS_INSTRUMENT_TYPE, (int)instrument->type);
}

const struct cyt_instrument *
cyt_instrument_supersedes(const struct cyt_instrument *instrument)
{
	return instrument->supersedes == NONE
		       ? NULL
		       : image_instrument(image_of(instrument), instrument->supersedes);
}

const char *
cyt_instrument_title(const struct cyt_instrument *instrument, const char *lang)
{
	return title(image_of(instrument), instrument->node, lang, cyt_instrument_id(instrument));
}

size_t
cyt_instrument_article_count(const struct cyt_instrument *instrument)
{
	return instrument->articles.count;
}

const struct cyt_article *
cyt_instrument_article_at(const struct cyt_instrument *instrument, size_t i)
{
	if (i >= instrument->articles.count)
		return NULL;
	return image_article(image_of(instrument), instrument->articles.first + (uint32_t)i);
}

const struct cyt_article *
cyt_instrument_article_find(const struct cyt_instrument *instrument, const char *id)
{
	const struct cyt_article *article;
	size_t i;

	for (i = 0; id && i < instrument->articles.count; i++) {
		article = cyt_instrument_article_at(instrument, i);
		if (strcmp(cyt_article_id(article), id) == 0)
			return article;
	}
	return NULL;
}

const char *
cyt_article_id(const struct cyt_article *article)
{
	return image_string(image_of(article), article->id);
}

const struct cyt_element *
cyt_article_element(const struct cyt_article *article)
{
	return image_element(image_of(article), article->node);
}

const char *
cyt_article_num(const struct cyt_article *article)
{
	return image_string(image_of(article), article->num);
}

enum cyt_kind
cyt_article_kind(const struct cyt_article *article)
{
	return (enum cyt_kind)article->kind;
}

const char *
cyt_article_title(const struct cyt_article *article, const char *lang)
{
	return title(image_of(article), article->node, lang, "");
}

const struct cyt_instrument *
cyt_article_instrument(const struct cyt_article *article)
{
	return image_instrument(image_of(article), article->instrument);
}

int
cyt_article_was_unknown(const struct cyt_article *article)
{
	return article->was_unknown != 0;
}

size_t
cyt_article_was_count(const struct cyt_article *article)
{
	return article->was.count;
}

const struct cyt_article *
cyt_article_was_at(const struct cyt_article *article, size_t i)
{
	const struct image *image = image_of(article);

	if (i >= article->was.count)
		return NULL;
	return image_article(image, *image_refs(image, article->was.first + (uint32_t)i));
}

/* What an article, paragraph or point says of itself and of those below it. What other articles carry
 * is asked for, whatever else stands beside it. */
static enum cyt_silence
silence_of(const struct cyt_element *element)
{
	const char *because = cyt_element_attribute(element, "because");
	const char *paragraphs = cyt_element_attribute(element, "paragraphs");
	const struct cyt_element *child = cyt_element_first(element);
	enum cyt_silence silence = CYT_SILENCE_NO_DUTY, below;

	if (because && strcmp(because, "carried") == 0)
		silence = CYT_SILENCE_CARRIED;
	else if (because ? strcmp(because, "not-seen") == 0
			 : paragraphs && strcmp(paragraphs, "unknown") == 0)
		silence = CYT_SILENCE_NOT_CODED;
	for (; child && silence != CYT_SILENCE_CARRIED; child = cyt_element_next(child)) {
		below = silence_of(child);
		silence = below == CYT_SILENCE_NO_DUTY ? silence : below;
	}
	return silence;
}

enum cyt_silence
cyt_article_silence(const struct cyt_article *article)
{
	return cyt_article_demand_count(article) ? CYT_SILENCE_UNKNOWN
						 : silence_of(cyt_article_element(article));
}

size_t
cyt_article_demand_count(const struct cyt_article *article)
{
	return article->rows.count;
}

const struct cyt_demand *
cyt_article_demand_at(const struct cyt_article *article, size_t i)
{
	if (i >= article->rows.count)
		return NULL;
	return image_row(image_of(article), article->rows.first + (uint32_t)i);
}

const char *
cyt_demand_id(const struct cyt_demand *demand)
{
	return image_string(image_of(demand), demand->id);
}

const struct cyt_article *
cyt_demand_article(const struct cyt_demand *demand)
{
	return image_article(image_of(demand), demand->article);
}

const struct cyt_concept *
cyt_demand_concept(const struct cyt_demand *demand)
{
	return image_concept(image_of(demand), demand->concept);
}

enum cyt_modality
cyt_demand_modality(const struct cyt_demand *demand)
{
	return (enum cyt_modality)demand->modality;
}

enum cyt_subject_to
cyt_demand_subject_to(const struct cyt_demand *demand)
{
	return (enum cyt_subject_to)demand->subject_to;
}

const struct cyt_demand *
cyt_demand_base(const struct cyt_demand *demand)
{
	return demand->base == NONE ? NULL : image_row(image_of(demand), demand->base);
}

static int
put(cyt_sink sink, void *data, const char *text)
{
	return sink(data, text, strlen(text)) == 0 ? 0 : CYT_ERR_SINK;
}

/* The number of the article, then those of what stands in it, in parentheses. */
static int
cite(const struct image *image, const struct img_node *node, unsigned depth, cyt_sink sink,
     void *data)
{
	const char *num = image_attribute(image, node, ATTRIBUTE_NUM);
	int err = 0;

	if (node->element == ELEMENT_ARTICLE)
		return num && *num ? put(sink, data, num) : 0;
	if (depth < IMAGE_DEPTH && image_parent(image, node))
		err = cite(image, image_parent(image, node), depth + 1, sink, data);
	if (err < 0 || !num || !*num)
		return err;
	err = put(sink, data, "(");
	if (err == 0)
		err = put(sink, data, num);
	return err < 0 ? err : put(sink, data, ")");
}

uint32_t
image_demand_place(const struct cyt_demand *demand)
{
	const struct image *image = image_of(demand);
	uint32_t i = image_node_parent(image, demand->node), element;

	for (; i != NONE; i = image_node_parent(image, i)) {
		element = image_node(image, i)->element;
		if (element == ELEMENT_ARTICLE || element == ELEMENT_PARAGRAPH ||
		    element == ELEMENT_POINT)
			return i;
	}
	/* Nobody has looked at the documents yet. */
	return cyt_demand_article(demand)->node;
}

const struct cyt_element *
cyt_demand_place(const struct cyt_demand *demand)
{
	return image_element(image_of(demand), image_demand_place(demand));
}

int
cyt_demand_citation(const struct cyt_demand *demand, cyt_sink sink, void *data)
{
	const struct image *image = image_of(demand);

	return cite(image, image_node(image, demand->node), 0, sink, data);
}

const char *
cyt_way_id(const struct cyt_way *way)
{
	return image_string(image_of(way), way->id);
}

int
cyt_way_is_reservable(const struct cyt_way *way)
{
	return (int)way->reservable;
}

const struct cyt_demand *
cyt_way_demand(const struct cyt_way *way)
{
	return image_row(image_of(way), way->row);
}

int
cyt_way_citation(const struct cyt_way *way, cyt_sink sink, void *data)
{
	const struct image *image = image_of(way);

	return cite(image, image_node(image, way->node), 0, sink, data);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looking for words and citations in titles, labels, notes and numbers, in any language. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "query/cited.h"
#include "query/finding.h"
#include "query/fold.h"

/* How much it says about an element that a word stands in it. */
enum weight {
	WEIGHT_NOTE = 4,
	WEIGHT_VALUE = 8,
	WEIGHT_ID = 15,
	WEIGHT_TITLE = 20,
	WEIGHT_NUMBER_BELOW = 60, /* the number of something around it is the one looked for */
	WEIGHT_NUMBER = 100
};

/* An element that can be found; words of elements below it that cannot count for it. */
struct place {
	uint32_t node, above; /* above: place around it, or NONE */
	uint8_t own[CITED_WORDS];
	uint32_t score;
};

struct searching {
	const struct image *image;
	struct arena *arena;
	struct fold fold;
	struct strbuf text; /* folded */
	struct cited cited;
	struct place *places;
	size_t count;
	uint32_t *place_of_node;
	bool failed;
};

static bool
is_place(enum element element)
{
	switch (element) {
	case ELEMENT_INSTRUMENT:
	case ELEMENT_CHAPTER:
	case ELEMENT_ARTICLE:
	case ELEMENT_PARAGRAPH:
	case ELEMENT_POINT:
	case ELEMENT_LAW:
	case ELEMENT_PROVISION:
	case ELEMENT_STATE:
	case ELEMENT_CONCEPT:
	case ELEMENT_FACET:
		return true;
	default:
		return false;
	}
}

/* What the text of an element weighs; 0 for text that is not looked at. */
static enum weight
weight_of(const struct image *image, const struct img_node *node)
{
	const struct img_node *parent = image_parent(image, node);

	switch (node->element) {
	case ELEMENT_TITLE:
	case ELEMENT_LABEL:
		return parent && parent->element == ELEMENT_VALUE ? WEIGHT_VALUE : WEIGHT_TITLE;
	case ELEMENT_PHRASE:
	case ELEMENT_CONDITION:
		return WEIGHT_VALUE;
	case ELEMENT_NOTE:
		return WEIGHT_NOTE;
	default:
		return 0;
	}
}

static const char *
fold_text(struct searching *s, const char *text)
{
	strbuf_clear(&s->text);
	fold_words(&s->fold, text, &s->text);
	s->failed |= s->text.failed;
	return s->failed ? " " : strbuf_text(&s->text);
}

/* The word as such counts whole, as a beginning half. */
static unsigned
find_word(const char *folded, const char *word, unsigned weight)
{
	size_t length = strlen(word);
	unsigned found = 0;

	for (const char *at = folded; (at = strstr(at, word)) != NULL; at++) {
		if (at == folded || at[-1] != ' ')
			continue;
		if (at[length] == ' ')
			return weight;
		if (length >= 3)
			found = weight / 2;
	}
	return found;
}

static void
look_in(struct searching *s, struct place *place, const char *text, enum weight weight)
{
	const char *folded;
	unsigned found;

	if (!text || !*text)
		return;
	folded = fold_text(s, text);
	for (size_t i = 0; i < s->cited.count; i++) {
		found = find_word(folded, s->cited.words[i], weight);
		if (found > place->own[i])
			place->own[i] = (uint8_t)found;
	}
}

static void
look_at(struct searching *s, uint32_t index)
{
	const struct img_node *node = image_node(s->image, index);
	uint32_t parent = image_node_parent(s->image, index);
	uint32_t above = parent == NONE ? NONE : s->place_of_node[parent];
	struct place *place;

	if (is_place((enum element)node->element) &&
	    image_attribute(s->image, node, ATTRIBUTE_ID)) {
		place = &s->places[s->count];
		place->node = index;
		place->above = above;
		above = (uint32_t)s->count++;
		look_in(s, place, image_attribute(s->image, node, ATTRIBUTE_ID), WEIGHT_ID);
		look_in(s, place, image_attribute(s->image, node, ATTRIBUTE_JURISDICTION),
			WEIGHT_ID);
		look_in(s, place, image_attribute(s->image, node, ATTRIBUTE_NUM), WEIGHT_VALUE);
	}
	s->place_of_node[index] = above;
	if (above != NONE && weight_of(s->image, node))
		look_in(s, &s->places[above], image_node_text(s->image, node),
			weight_of(s->image, node));
}

/* The entry of a law's State says where it is from. */
static void
put_below_states(struct searching *s)
{
	for (uint32_t i = 0; i < image_count(s->image, SECTION_LAW); i++) {
		const struct cyt_law *law = image_law(s->image, i);
		const struct cyt_state *state =
			image_find_state(s->image, image_string(s->image, law->country));

		/* In a snapshot that nobody compiled it may have no id. */
		if (state && s->place_of_node[law->node] != NONE)
			s->places[s->place_of_node[law->node]].above =
				s->place_of_node[state->node];
	}
}

/* The parts of a number from the article or the provision inwards. */
static size_t
number_of(struct searching *s, uint32_t node, const char **parts)
{
	const struct img_node *row = image_node(s->image, node);
	size_t count = 0;
	const char *num;
	char *folded;

	if (row->element == ELEMENT_PARAGRAPH || row->element == ELEMENT_POINT)
		count = number_of(s, image_node_parent(s->image, node), parts);
	else if (row->element != ELEMENT_ARTICLE && row->element != ELEMENT_PROVISION)
		return 0;
	num = image_attribute(s->image, row, ATTRIBUTE_NUM);
	if (!num || count == CITED_WORDS)
		return count;
	fold_text(s, num);
	folded = s->failed ? NULL : arena_strndup(s->arena, s->text.text, s->text.length);
	if (!folded) {
		s->failed = true;
		return count;
	}
	return count + cited_number(folded, parts + count, CITED_WORDS - count);
}

static unsigned
score_number(struct searching *s, const struct place *place)
{
	const char *parts[CITED_WORDS];
	size_t count = number_of(s, place->node, parts), wanted = s->cited.number_count, i;

	for (i = 0; i < wanted; i++)
		if (i >= count || strcmp(parts[i], s->cited.number[i]) != 0)
			return 0;
	return count == wanted ? WEIGHT_NUMBER : WEIGHT_NUMBER_BELOW - (unsigned)(count - wanted);
}

/* Every word must be found, in the element or around it, and something in it. */
static void
score(struct searching *s, struct place *place)
{
	bool own = s->cited.number_count > 0;
	uint32_t sum = own ? score_number(s, place) : 0;
	unsigned word, around;

	if (own && !sum)
		return;
	for (size_t i = 0; i < s->cited.count; i++) {
		word = place->own[i];
		own |= word > 0;
		for (uint32_t at = place->above; at != NONE; at = s->places[at].above) {
			around = (s->places[at].own[i] + 1u) / 2;
			word = around > word ? around : word;
		}
		if (!word)
			return;
		sum += word;
	}
	place->score = own ? sum : 0;
}

static int
compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->node < b->node ? -1 : a->node > b->node;
}

static int
look(struct searching *s)
{
	uint32_t nodes = image_count(s->image, SECTION_NODE), i;

	s->places = arena_alloc(s->arena, nodes, sizeof(*s->places));
	s->place_of_node = arena_alloc(s->arena, nodes, sizeof(*s->place_of_node));
	if (!s->places || !s->place_of_node)
		return CYT_ERR_NOMEM;
	s->count = 0;
	for (i = 0; i < nodes; i++)
		look_at(s, i);
	put_below_states(s);
	for (i = 0; i < s->count; i++)
		score(s, &s->places[i]);
	if (s->failed)
		return CYT_ERR_NOMEM;
	if (s->count > 1)
		qsort(s->places, s->count, sizeof(*s->places), compare_places);
	return 0;
}

/* As `show` takes it: concepts and facets by their own names. */
static const char *
id_of(struct cyt_result *result, const struct image *image, const struct img_node *node)
{
	const char *id = image_attribute(image, node, ATTRIBUTE_ID), *document;

	if (!image_parent(image, node) || node->element == ELEMENT_CONCEPT ||
	    node->element == ELEMENT_FACET)
		return id;
	document = image_attribute(image, image_document(image, node), ATTRIBUTE_ID);
	return arena_printf(&result->arena, "%s/%s", document ? document : "", id);
}

static int
add_hits(const struct searching *s, struct cyt_result *result)
{
	for (size_t i = 0; i < s->count && s->places[i].score; i++) {
		const struct img_node *node = image_node(s->image, s->places[i].node);
		struct cyt_hit *hit = arena_alloc(&result->arena, 1, sizeof(*hit));

		if (!hit || !list_push(&result->arena, &result->hits, hit))
			return CYT_ERR_NOMEM;
		hit->element = (const struct cyt_element *)(const void *)node;
		hit->id = id_of(result, s->image, node);
		if (!hit->id)
			return CYT_ERR_NOMEM;
	}
	return 0;
}

/* Once for the words with a number in them read as that of a provision, and once as it is. */
static int
search_once(struct searching *s, struct cyt_result *result, bool with_number)
{
	char *folded;
	int err;

	fold_text(s, result->subject);
	folded = s->failed ? NULL : arena_strndup(s->arena, s->text.text, s->text.length);
	if (!folded)
		return CYT_ERR_NOMEM;
	cited_read(folded, with_number, &s->cited);
	if (!s->cited.count && !s->cited.number_count)
		return 0;
	err = look(s);
	return err < 0 ? err : add_hits(s, result);
}

static int
search(struct cyt_result *result)
{
	struct searching s = { .image = corpus_image(result->corpus) };
	struct arena arena;
	int err;

	arena_init(&arena, &result->hooks);
	s.arena = &arena;
	s.fold.hooks = &result->hooks;
	strbuf_init(&s.text, &result->hooks);
	err = search_once(&s, result, true);
	if (!err && !result->hits.count && s.cited.number_count)
		err = search_once(&s, result, false);
	strbuf_release(&s.text);
	fold_release(&s.fold);
	arena_release(&arena);
	return err;
}

int
cyt_query_search(struct cyt_corpus *corpus, const char *words, const char *lang,
		 struct cyt_result **out)
{
	struct cyt_result *result;
	int err;

	*out = NULL;
	if (lang && !lang_is_tag(lang))
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	result = result_new(corpus, CYT_QUESTION_SEARCH);
	if (!result)
		return CYT_ERR_NOMEM;
	result->subject = arena_strndup(&result->arena, words, strlen(words));
	result->subject_kind = "words";
	result->subject_title = result->subject;
	err = result->subject ? result_speak(result, lang) : CYT_ERR_NOMEM;
	if (!err)
		err = search(result);
	if (err < 0) {
		cyt_result_unref(result);
		return err;
	}
	*out = result;
	return 0;
}

/* -- reading -------------------------------------------------------------------------------- */

size_t
cyt_result_hit_count(const struct cyt_result *result)
{
	return result->hits.count;
}

const struct cyt_hit *
cyt_result_hit_at(const struct cyt_result *result, size_t i)
{
	return i < result->hits.count ? result->hits.items[i] : NULL;
}

const char *
cyt_hit_id(const struct cyt_hit *hit)
{
	return hit->id;
}

const struct cyt_element *
cyt_hit_element(const struct cyt_hit *hit)
{
	return hit->element;
}

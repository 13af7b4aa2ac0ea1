/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Citing demands, options and provisions as lawyers do. */
#include <string.h>

#include "query/regions.h"
#include "query/wording.h"

/* Provisions of one law that a sentence names before it counts. */
#define MOST_PROVISIONS 8

static const char *
number_of(const struct image *image, const struct img_node *node)
{
	const char *num = image_attribute(image, node, ATTRIBUTE_NUM);

	return num ? num : "";
}

/* The numbers from the article down to the node; how many there are. */
static size_t
cite(struct prose *out, const struct image *image, const struct img_node *node, unsigned depth)
{
	const char *num = number_of(image, node);
	const struct img_node *parent = image_parent(image, node);
	enum say word = SAY_CITED_PARAGRAPH;
	size_t count = 0;

	if (node->element == ELEMENT_ARTICLE) {
		prose_fill(out, SAY_CITED_ARTICLE,
			   *num ? num : out->tongue->words[SAY_CITED_UNNUMBERED]);
		return *num != '\0';
	}
	if (parent && depth < IMAGE_DEPTH)
		count = cite(out, image, parent, depth + 1);
	if (!*num)
		return count;
	if (node->element == ELEMENT_POINT)
		word = parent && parent->element == ELEMENT_POINT ? SAY_CITED_POINT_OF_POINT
								  : SAY_CITED_POINT;
	prose_fill(out, word, num);
	return count + 1;
}

/* Without any number the title of the article, or its id. */
static void
word_place(struct prose *out, const struct cyt_article *article, uint32_t node)
{
	const struct image *image = image_of(article);
	struct prose cited, title;

	prose_beside(&cited, out);
	prose_beside(&title, out);
	if (!cite(&cited, image, image_node(image, node), 0)) {
		strbuf_clear(&cited.text);
		prose_title(&title, image, article->node, ELEMENT_TITLE, cyt_article_id(article));
		if (!title.text.failed)
			prose_fill(&cited, SAY_CITED_TITLE, strbuf_text(&title.text));
	}
	out->text.failed |= title.text.failed;
	strbuf_release(&title.text);
	prose_take(out, &cited);
}

void
word_demand(struct prose *out, const struct cyt_demand *demand)
{
	word_place(out, cyt_demand_article(demand), demand->node);
}

void
word_way(struct prose *out, const struct cyt_way *way)
{
	word_place(out, cyt_demand_article(cyt_way_demand(way)), way->node);
}

void
word_forbid(struct prose *out, const struct image *image, const struct img_forbid *forbid)
{
	word_place(out, image_article(image, forbid->article), forbid->node);
}

/* Whether they are cited alike: a provision may extend others in several ways. */
static bool
same_general_part(const struct cyt_extend *one, const struct cyt_extend *other)
{
	return one == other || (one && other && cyt_extend_law(one) == cyt_extend_law(other) &&
				cyt_extend_provision(one) == cyt_extend_provision(other));
}

static void
word_rule(struct prose *out, const struct cyt_extend *via)
{
	if (cyt_extend_provision(via))
		prose_add(out, cyt_provision_num(cyt_extend_provision(via)));
	else
		prose_say(out, SAY_GENERAL_PART);
}

static void
word_general_part(struct prose *out, const struct cyt_evidence *evidence)
{
	word_rule(out, evidence->via);
	if (cyt_extend_law(evidence->via) != evidence->law)
		prose_law(out, cyt_extend_law(evidence->via), PROSE_OF_LAW);
}

/* Whether it was read with another provision to get there; a rule may stand in the provision itself. */
static bool
has_via(const struct cyt_evidence *evidence)
{
	const struct cyt_provision *rule = evidence->via ? cyt_extend_provision(evidence->via) : NULL;

	return evidence->via && (!rule || rule != evidence->provision);
}

/* What a provision was read with to get there, if it was. */
static void
word_via(struct prose *out, const struct cyt_evidence *evidence)
{
	if (!has_via(evidence))
		return;
	prose_say(out, SAY_READ_WITH);
	word_general_part(out, evidence);
}

void
word_provision(struct prose *out, const struct cyt_evidence *evidence, enum prose_law as)
{
	const struct cyt_instrument *instrument;

	if (evidence->law) {
		prose_law(out, evidence->law, as);
		prose_add(out, ", ");
		prose_add(out, cyt_provision_num(evidence->provision));
		word_via(out, evidence);
		return;
	}
	instrument = cyt_article_instrument(cyt_demand_article(evidence->demand));
	prose_instrument(out, instrument, as);
	prose_add(out, ", ");
	word_demand(out, evidence->demand);
}

/* One past the last line of the same law; *same_via if one general part made all of them. */
static size_t
law_end(const struct evidence_list *list, size_t first, bool *same_via)
{
	size_t i = first;

	*same_via = list->items[first]->via != NULL;
	for (; i < list->count && list->items[i]->law == list->items[first]->law; i++)
		*same_via &= same_general_part(list->items[i]->via, list->items[first]->via);
	return i;
}

/* The next line that is a copy beside its original by a general part that none before it has; `end` if
 * there is none. */
static size_t
next_also(const struct evidence_list *list, size_t first, size_t end, size_t i)
{
	for (; i < end; i++) {
		const struct cyt_evidence *evidence = list->items[i];
		size_t k = first;

		if (!has_via(evidence) || list->items[i - 1]->provision != evidence->provision)
			continue;
		while (k < i && !same_general_part(list->items[k]->via, evidence->via))
			k++;
		if (k == i)
			return i;
	}
	return end;
}

/* The next of them whose rule stands in this law. */
static size_t
next_also_of(const struct evidence_list *list, size_t first, size_t end, size_t i, const struct cyt_law *law)
{
	do
		i = next_also(list, first, end, i);
	while (i < end && cyt_extend_law(list->items[i]->via) != law && ++i < end);
	return i;
}

/* "57", or "35, 45 to 47 and 66 of Federal Decree-Law No. 31": rules of one law. */
static void
word_rules_of(struct prose *out, const struct evidence_list *list, size_t first, size_t end,
	      const struct cyt_law *law)
{
	size_t i = next_also_of(list, first, end, first + 1, law), next;

	word_rule(out, list->items[i]->via);
	for (i = next_also_of(list, first, end, i + 1, law); i < end; i = next) {
		next = next_also_of(list, first, end, i + 1, law);
		prose_say(out, next < end ? SAY_NEXT_PART : SAY_LAST_PART);
		word_rule(out, list->items[i]->via);
	}
	if (law != list->items[first]->law)
		prose_law(out, law, PROSE_OF_LAW);
}

/* General parts whose copies stand beside their originals, each once, those of the law itself first:
 * ", also read with 12, 13 and 14, and with 3 of the Companies Act". */
static void
word_also(struct prose *out, const struct evidence_list *list, size_t first, size_t end)
{
	const struct cyt_law *own = list->items[first]->law, *law;
	size_t any = next_also(list, first, end, first + 1), i;
	bool begun = next_also_of(list, first, end, first + 1, own) < end;

	if (any == end)
		return;
	prose_say(out, SAY_ALSO);
	prose_say(out, SAY_READ_WITH);
	if (begun)
		word_rules_of(out, list, first, end, own);
	for (i = any; i < end; i = next_also(list, first, end, i + 1)) {
		law = cyt_extend_law(list->items[i]->via);
		if (law == own || next_also_of(list, first, end, first + 1, law) != i)
			continue;
		if (begun)
			prose_say(out, SAY_AND_WITH);
		word_rules_of(out, list, first, end, law);
		begun = true;
	}
}

/* The lines of one law; a provision that is there by itself is named once, with its copies or
 * without. */
static void
word_law(struct prose *out, const struct evidence_list *list, size_t first, size_t end,
	 bool same_via)
{
	size_t said = 0, more = 0;

	prose_law(out, list->items[first]->law, PROSE_LAW);
	prose_add(out, " (");
	for (size_t i = first; i < end; i++) {
		const struct cyt_evidence *evidence = list->items[i];

		if (i > first && list->items[i - 1]->provision == evidence->provision)
			continue;
		if (said == MOST_PROVISIONS) {
			more++;
			continue;
		}
		prose_add(out, said++ ? "; " : "");
		prose_add(out, cyt_provision_num(evidence->provision));
		if (!same_via)
			word_via(out, evidence);
	}
	if (more)
		prose_fill(out, SAY_MORE_PROVISIONS, more);
	prose_add(out, ")");
	if (same_via && has_via(list->items[first])) {
		prose_add(out, ",");
		word_via(out, list->items[first]);
	} else if (!same_via) {
		word_also(out, list, first, end);
	}
}

void
word_evidence(struct prose *out, const struct evidence_list *list)
{
	bool same_via;
	size_t end;

	for (size_t i = 0; i < list->count; i = end) {
		prose_add(out, i ? "; " : "");
		if (!list->items[i]->law) {
			word_provision(out, list->items[i], PROSE_LAW);
			end = i + 1;
			continue;
		}
		end = law_end(list, i, &same_via);
		word_law(out, list, i, end, same_via);
	}
}

void
word_conditions_of(struct prose *out, const struct cyt_evidence *evidence, enum say opening)
{
	const struct conditions *conditions = &evidence->conditions;

	for (size_t c = 0; c < conditions->count; c++) {
		if (c || opening != SAY_COUNT)
			prose_say(out, c ? SAY_AND_CONDITION : opening);
		prose_name(out, conditions->texts[c], conditions->lang);
	}
}

/* Whether two provisions of a law apply under the same conditions. */
static bool
same_conditions(const struct cyt_evidence *one, const struct cyt_evidence *other)
{
	if (one->law != other->law || one->conditions.count != other->conditions.count)
		return false;
	for (size_t c = 0; c < one->conditions.count; c++)
		if (strcmp(one->conditions.texts[c], other->conditions.texts[c]) != 0)
			return false;
	return true;
}

static bool
condition_is_said(const struct evidence_list *list, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (same_conditions(list->items[k], list->items[i]))
			return true;
	return false;
}

void
word_conditions(struct prose *out, const struct evidence_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct cyt_evidence *last = list->items[i];

		if (condition_is_said(list, i))
			continue;
		prose_add(out, i ? "; " : "");
		word_conditions_of(out, last, SAY_COUNT);
		prose_add(out, " (");
		word_provision(out, last, PROSE_LAW_TITLE);
		for (size_t k = i + 1; k < list->count; k++) {
			if (!same_conditions(list->items[i], list->items[k]) ||
			    list->items[k]->provision == last->provision)
				continue;
			last = list->items[k];
			prose_add(out, "; ");
			prose_add(out, cyt_provision_num(last->provision));
			word_via(out, last);
		}
		prose_add(out, ")");
	}
}

static void
word_excuse_in(struct prose *out, const struct cyt_demand *row, uint32_t excuse,
	       struct arena *arena)
{
	const struct image *image = image_of(row);
	const struct cyt_concept *concept = image_concept(image, row->concept);
	uint64_t *set = set_new(arena, concept), *demanded = set_new(arena, concept);
	uint64_t *allowed = set_new(arena, concept);
	const struct cyt_region *region = NULL, *whole = NULL;
	word_scope scope = NULL;

	if (set && demanded && allowed) {
		region_load(image, concept, row->region, demanded);
		region_load(image, concept, excuse, set);
		set_and(set, demanded, space_words(concept));
		region_load(image, concept, concept->full, allowed);
		set_subtract(allowed, demanded, space_words(concept));
		region = region_make(image, concept, set, allowed, arena);
		whole = region_make(image, concept, demanded, NULL, arena);
	}
	if (region && whole)
		scope = word_scope_of(whole, arena);
	if (scope)
		word_region(out, region, scope, WORDING_BOXES);
	else
		out->text.failed = true;
}

void
word_excuse(struct prose *out, const struct cyt_demand *row, uint32_t region)
{
	struct arena arena;

	arena_init(&arena, out->text.hooks);
	word_excuse_in(out, row, region, &arena);
	arena_release(&arena);
}

bool
word_same_way(const struct cyt_way *one, const struct cyt_way *other, struct prose *scratch)
{
	char *first;
	bool same;

	strbuf_clear(&scratch->text);
	word_way(scratch, one);
	first = scratch->text.failed
			? NULL
			: alloc_strdup(scratch->text.hooks, strbuf_text(&scratch->text));
	if (!first) {
		scratch->text.failed = true;
		return false;
	}
	strbuf_clear(&scratch->text);
	word_way(scratch, other);
	same = !scratch->text.failed && strcmp(first, strbuf_text(&scratch->text)) == 0;
	alloc_free(scratch->text.hooks, first);
	return same;
}

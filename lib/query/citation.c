/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Citing demands, options and provisions as lawyers do. */
#include <string.h>

#include "query/regions.h"
#include "query/wording.h"

/* Provisions of one law that a sentence names before it counts. */
#define MOST_PROVISIONS 8

int
word_sink(void *data, const char *text, size_t length)
{
	strbuf_addn(data, text, length);
	return 0;
}

int
word_send(struct strbuf *out, cyt_sink sink, void *data)
{
	int err = 0;

	if (out->failed)
		err = CYT_ERR_NOMEM;
	else if (out->length && sink(data, out->text, out->length) != 0)
		err = CYT_ERR_SINK;
	strbuf_release(out);
	return err;
}

/* "article " and what follows, or without numbers the title of the article, or its id. */
static void
word_cited(struct strbuf *out, const struct cyt_article *article, size_t before)
{
	const char *title;

	if (out->failed || out->length > before)
		return;
	strbuf_clear(out);
	title = cyt_article_title(article, "en");
	strbuf_add(out, *title ? title : cyt_article_id(article));
}

/* Puts a citation together beside `out`, so that an empty one can be noticed. */
static void
word_with(struct strbuf *out, const struct cyt_article *article,
	  int (*cite)(const void *what, cyt_sink sink, void *data), const void *what)
{
	struct strbuf cited;

	strbuf_init(&cited, out->hooks);
	strbuf_add(&cited, "article ");
	if (cite(what, word_sink, &cited) != 0)
		out->failed = true;
	word_cited(&cited, article, strlen("article "));
	if (cited.failed)
		out->failed = true;
	else
		strbuf_add(out, strbuf_text(&cited));
	strbuf_release(&cited);
}

static int
cite_demand(const void *what, cyt_sink sink, void *data)
{
	return cyt_demand_citation(what, sink, data);
}

static int
cite_way(const void *what, cyt_sink sink, void *data)
{
	return cyt_way_citation(what, sink, data);
}

void
word_demand(struct strbuf *out, const struct cyt_demand *demand)
{
	word_with(out, cyt_demand_article(demand), cite_demand, demand);
}

void
word_way(struct strbuf *out, const struct cyt_way *way)
{
	word_with(out, cyt_demand_article(cyt_way_demand(way)), cite_way, way);
}

/* What a provision was read with to get there, if it was. */
static void
word_via(struct strbuf *out, const struct cyt_evidence *evidence)
{
	const struct cyt_extend *via = evidence->via;

	if (!via)
		return;
	strbuf_add(out, " read with ");
	if (cyt_extend_provision(via))
		strbuf_add(out, cyt_provision_num(cyt_extend_provision(via)));
	else
		strbuf_add(out, "the general part");
	if (cyt_extend_law(via) != evidence->law)
		strbuf_printf(out, " of %s", cyt_law_title(cyt_extend_law(via), "en"));
}

static const char *
evidence_title(const struct cyt_evidence *evidence)
{
	if (evidence->law)
		return cyt_law_title(evidence->law, "en");
	return cyt_instrument_title(
		cyt_article_instrument(cyt_demand_article(evidence->demand)), "en");
}

void
word_provision(struct strbuf *out, const struct cyt_evidence *evidence)
{
	strbuf_printf(out, "%s, ", evidence_title(evidence));
	if (evidence->law) {
		strbuf_add(out, cyt_provision_num(evidence->provision));
		word_via(out, evidence);
	} else {
		word_demand(out, evidence->demand);
	}
}

/* One past the last line of the same law; *same_via if one extend made all of them. */
static size_t
law_end(const struct evidence_list *list, size_t first, bool *same_via)
{
	size_t i = first;

	*same_via = list->items[first]->via != NULL;
	for (; i < list->count && list->items[i]->law == list->items[first]->law; i++)
		*same_via &= list->items[i]->via == list->items[first]->via;
	return i;
}

/* Extends whose copies stand beside their originals, each once: ", also read with 12". */
static void
word_also(struct strbuf *out, const struct evidence_list *list, size_t first, size_t end)
{
	size_t said = 0, k;

	for (size_t i = first + 1; i < end; i++) {
		const struct cyt_evidence *evidence = list->items[i];

		if (!evidence->via || list->items[i - 1]->provision != evidence->provision)
			continue;
		for (k = first; k < i && list->items[k]->via != evidence->via; k++)
			;
		if (k < i)
			continue;
		strbuf_add(out, said++ ? " and" : ", also");
		word_via(out, evidence);
	}
}

/* The lines of one law; a provision that is there by itself is named once, with its copies or
 * without. */
static void
word_law(struct strbuf *out, const struct evidence_list *list, size_t first, size_t end,
	 bool same_via)
{
	size_t said = 0, more = 0;

	strbuf_printf(out, "%s (", cyt_law_title(list->items[first]->law, "en"));
	for (size_t i = first; i < end; i++) {
		const struct cyt_evidence *evidence = list->items[i];

		if (i > first && list->items[i - 1]->provision == evidence->provision)
			continue;
		if (said == MOST_PROVISIONS) {
			more++;
			continue;
		}
		strbuf_add(out, said++ ? "; " : "");
		strbuf_add(out, cyt_provision_num(evidence->provision));
		if (!same_via)
			word_via(out, evidence);
	}
	if (more)
		strbuf_printf(out, "; and %zu more", more);
	strbuf_add(out, ")");
	if (same_via) {
		strbuf_add(out, ",");
		word_via(out, list->items[first]);
	} else {
		word_also(out, list, first, end);
	}
}

void
word_evidence(struct strbuf *out, const struct evidence_list *list)
{
	bool same_via;
	size_t end;

	for (size_t i = 0; i < list->count; i = end) {
		strbuf_add(out, i ? "; " : "");
		if (!list->items[i]->law) {
			word_provision(out, list->items[i]);
			end = i + 1;
			continue;
		}
		end = law_end(list, i, &same_via);
		word_law(out, list, i, end, same_via);
	}
}

static void
word_excuse_in(struct strbuf *out, const struct cyt_demand *row, uint32_t excuse,
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
		out->failed = true;
}

void
word_excuse(struct strbuf *out, const struct cyt_demand *row, uint32_t region)
{
	struct arena arena;

	arena_init(&arena, out->hooks);
	word_excuse_in(out, row, region, &arena);
	arena_release(&arena);
}

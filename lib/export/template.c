/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An empty law to fill in: what an instrument asks, as comments that become provisions. */
#include <cybertreaty/export.h>

#include <string.h>

#include "base/alloc.h"
#include "export/sink.h"
#include "model/corpus.h"
#include "model/image.h"
#include "query/wording.h"

/* Text of an element or attribute, if there is one, that also stands in a comment, where two hyphens would end it. */
static void
add_escaped(struct strbuf *out, const char *text)
{
	for (; text && *text; text++) {
		if (*text == '&')
			strbuf_add(out, "&amp;");
		else if (*text == '<')
			strbuf_add(out, "&lt;");
		else if (*text == '>')
			strbuf_add(out, "&gt;");
		else if (*text == '"')
			strbuf_add(out, "&quot;");
		else if (text[0] == '-' && text[1] == '-')
			strbuf_add(out, "- ");
		else
			strbuf_addn(out, text, 1);
	}
}

static void
add_head(struct strbuf *out, const struct cyt_instrument *instrument)
{
	strbuf_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			"<!-- A law to fill in, after what this instrument asks: ");
	add_escaped(out, cyt_instrument_title(instrument, "en"));
	strbuf_add(out,
		   ".\n     Take the lines with nothing but the ends of a comment away around what "
		   "the law has,\n     and change the cases to what it says: a facet that is not "
		   "named is not limited. -->\n"
		   "<law xmlns=\"urn:cybertreaty:1\" id=\"xx-new\" jurisdiction=\"XX\" "
		   "status=\"bill\">\n"
		   "  <title xml:lang=\"en\">Title of the law</title>\n"
		   "  <!-- basis: text, once the words of the law are settled and were read -->\n"
		   "  <source basis=\"unverified\"/>\n"
		   "  <!-- Until it is said what the law was read for, what it lacks is not "
		   "assessed. -->\n"
		   "  <!--\n  <assessed concepts=\"*\"/>\n  -->\n");
}

static void
add_article(struct strbuf *out, const struct cyt_article *article)
{
	strbuf_add(out, "\n  <!-- ");
	if (*cyt_article_num(article)) {
		strbuf_add(out, "Article ");
		add_escaped(out, cyt_article_num(article));
		strbuf_add(out, "  ");
	}
	add_escaped(out, cyt_article_title(article, "en"));
	strbuf_add(out, " -->\n");
}

/* -- what is asked, in words ----------------------------------------------------------------- */

static void
add_values(struct strbuf *out, const struct cyt_facet *facet)
{
	const struct cyt_value *value;
	size_t said = 0, i;

	if (cyt_facet_type(facet) == CYT_FACET_TYPE_QUANTITY) {
		strbuf_printf(out, "at-least and below, in %s", cyt_facet_unit(facet));
		return;
	}
	for (i = 0; i < cyt_facet_value_count(facet); i++) {
		value = cyt_facet_value_at(facet, i);
		if (cyt_value_is_leaf(value))
			strbuf_printf(out, "%s%s", said++ ? " " : "", cyt_value_id(value));
	}
}

static bool
has_facet(const struct cyt_concept *concept, const struct cyt_facet *facet)
{
	size_t i;

	for (i = 0; i < cyt_concept_facet_count(concept); i++)
		if (cyt_concept_facet_at(concept, i) == facet)
			return true;
	return false;
}

/* Facets of the concepts of a demand, each once. */
static void
add_facets(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	const struct cyt_concept *concept;
	const struct cyt_facet *facet;
	size_t i, k, before;

	for (i = 0; i < count; i++) {
		concept = cyt_demand_concept(&rows[i]);
		for (k = 0; k < cyt_concept_facet_count(concept); k++) {
			facet = cyt_concept_facet_at(concept, k);
			for (before = 0; before < i; before++)
				if (has_facet(cyt_demand_concept(&rows[before]), facet))
					break;
			if (before < i)
				continue;
			strbuf_printf(out, "\n       %s: ", cyt_facet_id(facet));
			add_values(out, facet);
		}
	}
}

/* The demand as the instrument has it. */
static const struct cyt_element *
element_of(const struct cyt_demand *demand)
{
	return (const void *)image_node(image_of(demand), demand->node);
}

static void
add_labels(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		strbuf_add(out, i ? "; " : "");
		add_escaped(out, cyt_concept_label(cyt_demand_concept(&rows[i]), "en"));
	}
}

/* Options and reservables, each where it first applies. */
static void
add_ways(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	const struct image *image = image_of(rows);
	const struct cyt_way *way, *last = NULL;
	struct strbuf words;
	uint32_t k;
	size_t i;

	strbuf_init(&words, out->hooks);
	for (i = 0; i < count; i++) {
		for (k = 0; k < rows[i].ways.count; k++) {
			way = image_way(image, rows[i].ways.first + k);
			if (last && way->order <= last->order)
				continue;
			last = way;
			strbuf_clear(&words);
			strbuf_printf(&words, "May be left out%s under ",
				      way->reservable ? " by a reservation" : "");
			word_way(&words, way);
			strbuf_add(&words, ": ");
			word_excuse(&words, &rows[i], way->region);
			out->failed |= words.failed;
			strbuf_add(out, "\n       ");
			add_escaped(out, words.failed ? "" : strbuf_text(&words));
			strbuf_add(out, ".");
		}
	}
	strbuf_release(&words);
}

static void
add_asked(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	struct strbuf words;

	strbuf_init(&words, out->hooks);
	word_demand(&words, rows);
	strbuf_add(out, "  <!-- By ");
	add_escaped(out, words.failed ? "" : strbuf_text(&words));
	out->failed |= words.failed;
	strbuf_release(&words);
	if (rows->modality != MODALITY_SHALL)
		strbuf_printf(out, " (%s)", cyt_modality_name(cyt_demand_modality(rows)));
	if (rows->path.count)
		strbuf_add(out, ", one of several ways");
	if (rows->base != NONE) {
		strbuf_add(out, ": what is asked by ");
		add_escaped(out, cyt_element_attribute(element_of(rows), "extends"));
		strbuf_add(out, ", with these cases in place of its own");
	} else {
		strbuf_add(out, ": ");
		add_labels(out, rows, count);
		add_ways(out, rows, count);
		strbuf_add(out, "\n       What can be said:");
		add_facets(out, rows, count);
	}
	strbuf_add(out, " -->\n");
}

/* -- what is asked, in cases ----------------------------------------------------------------- */

static void
add_attribute(struct strbuf *out, const char *name, const char *value)
{
	strbuf_printf(out, " %s=\"", name);
	add_escaped(out, value);
	strbuf_add(out, "\"");
}

/* A law says all of the values of which an instrument wants only some. */
static void
add_case(struct strbuf *out, const struct cyt_element *element)
{
	const char *name, *value;
	size_t i;

	strbuf_add(out, "<case");
	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		add_attribute(out, strcmp(name, "some") == 0 ? "is" : name, value);
	strbuf_add(out, "/>");
}

static void
add_cases(struct strbuf *out, const struct cyt_element *parent, const char *indent)
{
	const struct cyt_element *child, *inner;

	for (child = cyt_element_first(parent); child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "case") == 0) {
			strbuf_add(out, indent);
			add_case(out, child);
			strbuf_add(out, "\n");
		} else if (strcmp(cyt_element_name(child), "box") == 0) {
			strbuf_printf(out, "%s<box>", indent);
			for (inner = cyt_element_first(child); inner;
			     inner = cyt_element_next(inner))
				add_case(out, inner);
			strbuf_add(out, "</box>\n");
		}
	}
}

static void
add_stub(struct strbuf *out, const struct cyt_demand *rows, size_t number)
{
	const struct cyt_element *element = element_of(rows);
	const char *title = cyt_article_title(cyt_demand_article(rows), "en");

	strbuf_printf(out, "  <!--\n  <provision id=\"sec_%zu\" num=\"s. %zu\">\n", number, number);
	strbuf_add(out, "    <title xml:lang=\"en\">");
	add_escaped(out, title);
	strbuf_add(out, "</title>\n");
	if (rows->base == NONE) {
		strbuf_add(out, "    <supply");
		add_attribute(out, "concepts", cyt_element_attribute(element, "concepts"));
		strbuf_add(out, ">\n");
	} else {
		strbuf_add(out, "    <extend provisions=\"*\">\n");
	}
	add_cases(out, element, "      ");
	strbuf_add(out, rows->base == NONE ? "    </supply>\n" : "    </extend>\n");
	strbuf_add(out, "  </provision>\n  -->\n");
}

/* One past the last row of the same demand. */
static uint32_t
demand_end(const struct image *image, uint32_t row, uint32_t end)
{
	uint32_t i = row + 1;

	while (i < end && image_row(image, i)->node == image_row(image, row)->node)
		i++;
	return i;
}

static void
add_articles(struct strbuf *out, const struct cyt_instrument *instrument)
{
	const struct image *image = image_of(instrument);
	const struct cyt_article *article;
	size_t number = 0;
	uint32_t i, row, next, end;

	for (i = 0; i < instrument->articles.count; i++) {
		article = image_article(image, instrument->articles.first + i);
		end = article->rows.first + article->rows.count;
		if (article->rows.count)
			add_article(out, article);
		for (row = article->rows.first; row < end; row = next) {
			next = demand_end(image, row, end);
			add_asked(out, image_row(image, row), next - row);
			add_stub(out, image_row(image, row), ++number);
		}
	}
}

int
cyt_export_law_template(const struct cyt_corpus *corpus, const char *instrument, cyt_sink sink,
			void *data)
{
	const struct cyt_instrument *wanted = cyt_corpus_instrument_find(corpus, instrument);
	struct strbuf out;

	if (!wanted)
		return CYT_ERR_NOTFOUND;
	strbuf_init(&out, corpus_hooks(corpus));
	add_head(&out, wanted);
	add_articles(&out, wanted);
	strbuf_add(&out, "</law>\n");
	return word_send(&out, sink, data);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* show: a document or an element of it, as an indented tree in words. */
#include <string.h>

#include "app.h"
#include "describe.h"

/* Titles and labels are said with what they belong to. */
static bool
is_said(const struct cyt_element *element)
{
	return is_named(element, "title") || is_named(element, "label") ||
	       is_named(element, "phrase");
}

static enum style
style_of(const struct cyt_element *element)
{
	if (is_named(element, "source") || is_named(element, "note"))
		return STYLE_DIM;
	if (is_named(element, "article") || is_named(element, "provision") ||
	    !cyt_element_parent(element))
		return STYLE_BOLD;
	return STYLE_PLAIN;
}

#define DEPTH_MAX 24 /* deeper ones are not indented further, so that 80 columns suffice */

static void
print_line(const struct view *view, const struct cyt_element *element, size_t depth)
{
	size_t indent = 2 * (depth < DEPTH_MAX ? depth : DEPTH_MAX);
	const char *id = attribute(element, "id");
	struct buffer line = {0};

	describe(view, element, &line);
	if (*id && strcmp(buffer_text(&line), id) != 0)
		buffer_printf(&line, "%s[%s]", line.length ? "  " : "", id);
	text_space(view->text, indent);
	text_fill(view->text, indent, indent + 2, style_of(element), buffer_text(&line));
	buffer_release(&line);
}

/* "mental element  [fault]: intent, recklessness" */
static void
print_facet(const struct view *view, const struct cyt_facet *facet, size_t indent)
{
	const struct cyt_value *value;
	struct buffer line = {0};
	bool first = true;
	size_t i;

	buffer_printf(&line, "%s  [%s]", facet_label(view->tongue, facet), cyt_facet_id(facet));
	if (*cyt_facet_unit(facet)) {
		buffer_add(&line, ": ");
		say_to(&line, view->tongue, SAY_A_NUMBER_OF,
		       term(view->tongue, "unit", cyt_facet_unit(facet)));
	}
	if (cyt_facet_type(facet) == CYT_FACET_TYPE_CONCEPTS)
		buffer_printf(&line, ": %s", say(view->tongue, SAY_CONCEPTS));
	for (i = 0; cyt_facet_type(facet) == CYT_FACET_TYPE_ENUMERATED &&
		    i < cyt_facet_value_count(facet); i++) {
		value = cyt_facet_value_at(facet, i);
		if (!cyt_value_is_leaf(value))
			continue;
		buffer_printf(&line, "%s%s", first ? ": " : "; ",
			      value_label(view->tongue, value));
		first = false;
	}
	text_space(view->text, indent);
	text_fill(view->text, indent, indent + 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

static void
print_facets(const struct view *view, const struct cyt_element *element, size_t indent)
{
	const struct cyt_concept *concept =
		cyt_corpus_concept_find(view->corpus, attribute(element, "id"));
	size_t i;

	for (i = 0; i < cyt_concept_facet_count(concept); i++)
		print_facet(view, cyt_concept_facet_at(concept, i), indent);
}

static void
print_tree(const struct view *view, const struct cyt_element *element, size_t depth)
{
	const struct cyt_element *child;

	print_line(view, element, depth);
	if (is_named(element, "concept"))
		print_facets(view, element, 2 * (depth + 1));
	for (child = cyt_element_first(element); child; child = cyt_element_next(child))
		if (!is_said(child))
			print_tree(view, child, depth + 1);
}

static int
ambiguous_id(const struct cyt_corpus *corpus, const char *id)
{
	struct buffer whole = {0}, found = {0};
	const char *document;
	size_t i;

	for (i = 0; i < cyt_corpus_instrument_count(corpus) + cyt_corpus_law_count(corpus); i++) {
		document = i < cyt_corpus_instrument_count(corpus)
				   ? cyt_instrument_id(cyt_corpus_instrument_at(corpus, i))
				   : cyt_law_id(cyt_corpus_law_at(
					     corpus, i - cyt_corpus_instrument_count(corpus)));
		buffer_release(&whole);
		buffer_printf(&whole, "%s/%s", document, id);
		if (cyt_corpus_element_find(corpus, whole.text))
			buffer_printf(&found, "%s%s", found.length ? ", " : ": ", whole.text);
	}
	trouble("several documents have '%s'; say which%s", id, buffer_text(&found));
	buffer_release(&whole);
	buffer_release(&found);
	return STATUS_TROUBLE;
}

/* The instrument of "harbour-2020/4", or NULL. */
static const struct cyt_instrument *
instrument_before(const struct cyt_corpus *corpus, const char *id)
{
	const char *slash = strchr(id, '/');
	const struct cyt_instrument *instrument;
	struct buffer document = {0};

	if (!slash)
		return NULL;
	buffer_addn(&document, id, (size_t)(slash - id));
	instrument = cyt_corpus_instrument_find(corpus, buffer_text(&document));
	buffer_release(&document);
	return instrument;
}

const struct cyt_element *
element_named(const struct cyt_corpus *corpus, const char *id)
{
	const struct cyt_element *element = cyt_corpus_element_find(corpus, id);
	const struct cyt_instrument *instrument = instrument_before(corpus, id);
	const struct cyt_article *article;

	if (element || !instrument)
		return element;
	article = names_article_find(instrument, strchr(id, '/') + 1);
	return article ? cyt_article_element(article) : NULL;
}

/* Of a document if one is named, else among concepts, facets and whatever suggests itself. */
static int
unknown_id(struct cyt_corpus *corpus, const char *id)
{
	const char *slash = strchr(id, '/');
	struct likely near = {.wanted = slash ? slash + 1 : id};
	const struct cyt_element *element;
	struct buffer document = {0};
	size_t i;

	if (slash && strchr(slash, '(') && instrument_before(corpus, id))
		return names_article_unknown(instrument_before(corpus, id), slash + 1);
	if (slash) {
		buffer_addn(&document, id, (size_t)(slash - id));
		element = cyt_corpus_element_find(corpus, document.text);
		if (!element)
			i = (size_t)names_unknown(corpus, NAMES_ANY, "document", document.text);
		else
			names_offer_below(&near, element);
		buffer_release(&document);
		return element ? likely_trouble(&near, "there is no '%s'", id) : STATUS_TROUBLE;
	}
	for (i = 0; i < cyt_corpus_concept_count(corpus); i++)
		likely_offer(&near, cyt_concept_id(cyt_corpus_concept_at(corpus, i)));
	for (i = 0; i < cyt_corpus_facet_count(corpus); i++)
		likely_offer(&near, cyt_facet_id(cyt_corpus_facet_at(corpus, i)));
	if (near.count)
		return likely_trouble(&near, "there is no '%s'", id);
	return names_unknown(corpus, NAMES_ANY, "document or element", id);
}

int
element_unknown(struct cyt_corpus *corpus, const char *id)
{
	return cyt_corpus_element_is_ambiguous(corpus, id) ? ambiguous_id(corpus, id)
							   : unknown_id(corpus, id);
}

int
show_run(struct app *app)
{
	const char *id = app->options.arguments.at[0];
	struct view view = {.text = &app->text, .tongue = app->tongue};
	const struct cyt_element *element;
	int status = corpus_load(app, NULL);
	int err = 0;

	if (status)
		return status;
	view.corpus = app->corpus;
	element = element_named(app->corpus, id);
	if (!element)
		return element_unknown(app->corpus, id);
	if (app->json) {
		err = cyt_export_element_json(app->corpus, element, app->options.lang,
					      buffer_sink, &app->text.out);
	} else {
		print_tree(&view, element, 0);
		text_line(&app->text);
		corpus_line(app);
	}
	return err < 0 ? trouble("%s", cyt_strerror(err)) : STATUS_ANSWERED;
}

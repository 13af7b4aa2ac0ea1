/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* search: elements by words or citation. */
#include <ctype.h>
#include <string.h>

#include "app.h"
#include "describe.h"

#define MOST 20 /* lines that a person reads */

/* The number as cited: of a paragraph with that of its article, as 4(2). */
static void
add_number(const struct cyt_element *element, struct buffer *out)
{
	bool inner = is_named(element, "paragraph") || is_named(element, "point");

	if (inner && cyt_element_parent(element))
		add_number(cyt_element_parent(element), out);
	if (inner && *attribute(element, "num"))
		buffer_printf(out, "(%s)", attribute(element, "num"));
	else
		buffer_add(out, attribute(element, "num"));
}

static const char *
title_of(struct tongue *tongue, const struct cyt_element *element)
{
	const char *title = NULL;

	for (; element && !title; element = cyt_element_parent(element))
		title = element_title(tongue, element);
	return title ? title : "";
}

static const struct cyt_element *
document_of(const struct cyt_element *element)
{
	while (cyt_element_parent(element))
		element = cyt_element_parent(element);
	return element;
}

static bool
is_of_vocabulary(const struct cyt_element *element)
{
	return is_named(element, "concept") || is_named(element, "facet");
}

/* "Convention on Cybercrime, article 4(2): Data interference" */
static void
print_hit(struct app *app, const struct cyt_hit *hit)
{
	const struct cyt_element *element = cyt_hit_element(hit), *document = document_of(element);
	const char *title = title_of(app->tongue, element);
	struct buffer line = {0};
	size_t before;

	if (element != document && !is_of_vocabulary(element))
		buffer_printf(&line, "%s, ", title_of(app->tongue, document));
	before = line.length;
	if (is_named(element, "chapter"))
		buffer_add(&line, say(app->tongue, SAY_CHAPTER_IN_TEXT));
	else if (cyt_corpus_instrument_find(app->corpus, attribute(document, "id")) &&
		 element != document)
		buffer_add(&line, say(app->tongue, SAY_ARTICLE_BEFORE));
	add_number(element, &line);
	buffer_printf(&line, "%s%s", line.length > before ? ": " : "", title);
	if (element == document || is_of_vocabulary(element))
		buffer_printf(&line, " (%s)",
			      term(app->tongue, "element", cyt_element_name(element)));
	text_fill(&app->text, 0, 2, STYLE_BOLD, line.text);
	text_space(&app->text, 4);
	text_put(&app->text, STYLE_DIM, cyt_hit_id(hit));
	text_line(&app->text);
	buffer_release(&line);
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	size_t count = cyt_result_hit_count(result), i;
	struct buffer line = {0};

	for (i = 0; i < count && i < MOST; i++)
		print_hit(app, cyt_result_hit_at(result, i));
	if (!count)
		say_to(&line, app->tongue, SAY_NOTHING_FOUND, cyt_result_subject(result));
	else if (count > MOST)
		say_to(&line, app->tongue, SAY_MORE_FOUND, count - MOST);
	if (line.length) {
		if (count)
			text_line(&app->text);
		text_fill(&app->text, 0, 0, STYLE_PLAIN, line.text);
	}
	text_line(&app->text);
	corpus_line(app);
	buffer_release(&line);
}

/* Whether there is a letter or digit of any script to look for. */
static bool
has_words(const char *text)
{
	for (; *text; text++)
		if (isalnum((unsigned char)*text) || (unsigned char)*text >= 0x80)
			return true;
	return false;
}

static int
search_words(struct app *app, const char *words)
{
	struct cyt_result *result = NULL;
	int status = corpus_load(app, NULL), err;

	if (status)
		return status;
	err = cyt_query_search(app->corpus, words, app->options.lang, &result);
	return err < 0 ? trouble("%s", cyt_strerror(err))
		       : question_answer(app, result, print_all, NULL);
}

int
search_run(struct app *app)
{
	const struct words *arguments = &app->options.arguments;
	struct buffer words = {0};
	size_t i;
	int status;

	for (i = 0; i < arguments->count; i++)
		buffer_printf(&words, "%s%s", i ? " " : "", arguments->at[i]);
	if (has_words(buffer_text(&words)))
		status = search_words(app, words.text);
	else
		status = trouble("'search' wants a word or a number; see cybertreaty search --help");
	buffer_release(&words);
	return status;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Complaints, with the nearest names for a wrong one. */
#include "names.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app.h"

#define NAME_MAX_LENGTH 64

static void
complain(const char *format, va_list args)
{
	fputs("cybertreaty: ", stderr);
	vfprintf(stderr, format, args);
}

int
trouble(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	complain(format, args);
	va_end(args);
	fputc('\n', stderr);
	return STATUS_TROUBLE;
}

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Levenshtein's distance; SIZE_MAX for names that are too long to be mistyped ids. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_LENGTH + 1], length = strlen(b), i, k, corner, above;

	if (length > NAME_MAX_LENGTH || strlen(a) > NAME_MAX_LENGTH)
		return SIZE_MAX;
	for (k = 0; k <= length; k++)
		row[k] = k;
	for (i = 1; a[i - 1]; i++) {
		corner = row[0];
		row[0] = i;
		for (k = 1; k <= length; k++) {
			above = row[k];
			row[k] = least(row[k] + 1, row[k - 1] + 1,
				       corner + (a[i - 1] != b[k - 1]));
			corner = above;
		}
	}
	return row[length];
}

/* Part of a long name is as good as a slip of the pen. */
static size_t
likeness(const char *wanted, const char *name)
{
	size_t found = distance(wanted, name);
	size_t limit = strlen(wanted) < 4 ? 1 : strlen(wanted) / 3 + 1;

	if (found <= limit)
		return found;
	return strlen(wanted) >= 3 && strstr(name, wanted) ? limit : SIZE_MAX;
}

void
likely_offer(struct likely *likely, const char *name)
{
	size_t found = likeness(likely->wanted, name), i, k;

	if (found == SIZE_MAX)
		return;
	for (i = 0; i < likely->count; i++)
		if (strcmp(likely->best[i], name) == 0)
			return;
	for (i = 0; i < likely->count && likely->distance[i] <= found; i++)
		;
	if (i == LIKELY_MOST)
		return;
	if (likely->count < LIKELY_MOST)
		likely->count++;
	for (k = likely->count - 1; k > i; k--) {
		likely->best[k] = likely->best[k - 1];
		likely->distance[k] = likely->distance[k - 1];
	}
	likely->best[i] = name;
	likely->distance[i] = found;
}

int
likely_trouble(const struct likely *likely, const char *format, ...)
{
	va_list args;
	size_t i;

	va_start(args, format);
	complain(format, args);
	va_end(args);
	for (i = 0; i < likely->count; i++)
		fprintf(stderr, "%s%s", i ? (i + 1 == likely->count ? " or " : ", ")
					  : "; did you mean ",
			likely->best[i]);
	fputs(likely->count ? "?\n" : "\n", stderr);
	return STATUS_TROUBLE;
}

void
names_list(const struct words *words, struct buffer *out)
{
	size_t i;

	for (i = 0; i < words->count; i++)
		buffer_printf(out, "%s%s", !i ? "" : i + 1 < words->count ? ", " : " or ",
			      words->at[i]);
}

const struct cyt_article *
names_article_find(const struct cyt_instrument *instrument, const char *name)
{
	const struct cyt_article *article = cyt_instrument_article_find(instrument, name);
	size_t i;

	for (i = 0; !article && i < cyt_instrument_article_count(instrument); i++)
		if (strcmp(cyt_article_num(cyt_instrument_article_at(instrument, i)), name) == 0)
			article = cyt_instrument_article_at(instrument, i);
	return article;
}

/* The article of "7(1)" or "art_7__para_1". */
static const struct cyt_article *
article_of_part(const struct cyt_instrument *instrument, const char *name)
{
	const char *inner = strstr(name, "__"), *citing = strchr(name, '(');
	const char *end = inner ? inner : citing;
	const struct cyt_article *article;
	struct buffer whole = {0};

	if (!end)
		return NULL;
	while (end > name && end[-1] == ' ')
		end--;
	buffer_addn(&whole, name, (size_t)(end - name));
	article = names_article_find(instrument, buffer_text(&whole));
	buffer_release(&whole);
	return article;
}

int
names_article_unknown(const struct cyt_instrument *instrument, const char *name)
{
	const struct cyt_article *article = article_of_part(instrument, name);
	struct likely near = {.wanted = name};
	const char *num;
	size_t i;

	if (article) {
		num = cyt_article_num(article);
		return trouble("'%s' is a part of an article; name the article: %s", name,
			       *num ? num : cyt_article_id(article));
	}
	for (i = 0; i < cyt_instrument_article_count(instrument); i++)
		likely_offer(&near, cyt_article_id(cyt_instrument_article_at(instrument, i)));
	return likely_trouble(&near, "'%s' has no article '%s'", cyt_instrument_id(instrument),
			       name);
}

/* -- documents -------------------------------------------------------------------------------- */

#define FOUND_MOST 5 /* of those whose title or label has the words */

struct suggestions {
	struct cyt_corpus *corpus;
	const char *wanted;
	unsigned kinds;
	struct buffer ids[FOUND_MOST];
	size_t count, most;
	bool exists; /* but it is something else */
};

static bool
is_jurisdiction(const struct cyt_corpus *corpus, const char *id)
{
	size_t i;

	if (cyt_corpus_state_find(corpus, id))
		return true;
	for (i = 0; i < cyt_corpus_law_count(corpus); i++)
		if (strcmp(cyt_law_jurisdiction(cyt_corpus_law_at(corpus, i)), id) == 0)
			return true;
	return false;
}

bool
names_has(const struct cyt_corpus *corpus, unsigned kinds, const char *id)
{
	return ((kinds & NAMES_JURISDICTION) && is_jurisdiction(corpus, id)) ||
	       ((kinds & NAMES_INSTRUMENT) && cyt_corpus_instrument_find(corpus, id)) ||
	       ((kinds & NAMES_LAW) && cyt_corpus_law_find(corpus, id));
}

static void
suggest(struct suggestions *suggestions, const char *id)
{
	size_t i;

	for (i = 0; i < suggestions->count; i++)
		if (strcmp(suggestions->ids[i].text, id) == 0)
			return;
	if (suggestions->count < suggestions->most)
		buffer_add(&suggestions->ids[suggestions->count++], id);
}

static int
take_suggestion(void *data, const char *text, size_t length)
{
	struct suggestions *suggestions = data;
	struct buffer id = {0};

	buffer_addn(&id, text, length);
	if (strcmp(suggestions->wanted, id.text) == 0)
		suggestions->exists = true;
	else if (names_has(suggestions->corpus, suggestions->kinds, id.text))
		suggest(suggestions, id.text);
	buffer_release(&id);
	return 0;
}

/* Documents of one kind that were found. */
static void
take_hits(struct suggestions *suggestions, const struct cyt_result *result, unsigned kind)
{
	const struct cyt_element *element;
	size_t i;

	for (i = 0; i < cyt_result_hit_count(result); i++) {
		element = cyt_hit_element(cyt_result_hit_at(result, i));
		if (!cyt_element_parent(element) &&
		    names_has(suggestions->corpus, kind, cyt_element_attribute(element, "id")))
			suggest(suggestions, cyt_element_attribute(element, "id"));
	}
}

/* "Mexico" and "budapest": whose title or label, in any language, has these words. A State stands
 * before its laws. */
static void
suggest_titled(struct suggestions *suggestions)
{
	static const unsigned kinds[] = {NAMES_JURISDICTION, NAMES_INSTRUMENT, NAMES_LAW};
	struct cyt_result *result;
	size_t i;

	if (cyt_query_search(suggestions->corpus, suggestions->wanted, NULL, &result) < 0)
		return;
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (suggestions->kinds & kinds[i])
			take_hits(suggestions, result, kinds[i]);
	cyt_result_unref(result);
}

static void
join(const struct suggestions *suggestions, struct buffer *out)
{
	struct words words = {0};
	size_t i;

	for (i = 0; i < suggestions->count; i++)
		words_add(&words, suggestions->ids[i].text);
	names_list(&words, out);
	words_release(&words);
}

int
names_unknown(struct cyt_corpus *corpus, unsigned kinds, const char *what, const char *id)
{
	struct suggestions suggestions = {.corpus = corpus, .wanted = id, .kinds = kinds};
	struct buffer list = {0};
	size_t i;

	suggestions.most = FOUND_MOST;
	suggest_titled(&suggestions);
	suggestions.most = LIKELY_MOST;
	cyt_suggest(corpus, id, SIZE_MAX, take_suggestion, &suggestions);
	join(&suggestions, &list);
	if (suggestions.exists)
		trouble("'%s' is no %s", id, what);
	else if (list.length)
		trouble("there is no %s '%s'; did you mean %s?", what, id, list.text);
	else
		trouble("there is no %s '%s'", what, id);
	for (i = 0; i < suggestions.count; i++)
		buffer_release(&suggestions.ids[i]);
	buffer_release(&list);
	return STATUS_TROUBLE;
}

void
names_offer_below(struct likely *likely, const struct cyt_element *element)
{
	const struct cyt_element *child;
	const char *id = cyt_element_attribute(element, "id");

	if (id)
		likely_offer(likely, id);
	for (child = cyt_element_first(element); child; child = cyt_element_next(child))
		names_offer_below(likely, child);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The language of an answer: the program's own words, and names of the data in it. */
#include "tongue.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *const english[] = {
#define WORD(id, en, es) [SAY_##id] = en,
#include "words.def"
#undef WORD
};

static const char *const spanish[] = {
#define WORD(id, en, es) [SAY_##id] = es,
#include "words.def"
#undef WORD
};

/* Ids that are shown as words. */
static const struct {
	const char *list;
	const char *in[2]; /* by column; in English it is the id */
} terms[] = {
#define WORD(...)
#define TERM(list, id, es) {list, {id, es}},
#include "words.def"
#undef TERM
#undef WORD
};

static const char *const *const columns[] = {english, spanish};

/* Whether one is the other, or a variety of it. */
static bool
serves(const char *lang, const char *wanted)
{
	size_t length = strcspn(wanted, "-");

	return strcspn(lang, "-") == length && strncmp(lang, wanted, length) == 0;
}

void
tongue_begin(struct tongue *tongue, const char *lang)
{
	size_t i;

	memset(tongue, 0, sizeof(*tongue));
	tongue->lang = lang;
	for (i = 0; lang && i < sizeof(columns) / sizeof(*columns); i++)
		if (serves(columns[i][SAY_LANGUAGE], lang))
			tongue->column = i;
	tongue->words = columns[tongue->column];
}

bool
tongue_speaks(const struct tongue *tongue)
{
	return !tongue->lang || serves(say(tongue, SAY_LANGUAGE), tongue->lang);
}

void
tongue_release(struct tongue *tongue)
{
	size_t i;

	for (i = 0; i < tongue->kept.count; i++)
		free((char *)(uintptr_t)tongue->kept.at[i]);
	words_release(&tongue->kept);
}

const char *
say(const struct tongue *tongue, enum say word)
{
	return tongue->words[word];
}

void
say_to(struct buffer *out, const struct tongue *tongue, enum say word, ...)
{
	va_list args;

	va_start(args, word);
	buffer_vprintf(out, tongue->words[word], args);
	va_end(args);
}

const char *
term(const struct tongue *tongue, const char *list, const char *id)
{
	size_t i;

	for (i = 0; i < sizeof(terms) / sizeof(*terms); i++)
		if (strcmp(terms[i].list, list) == 0 && strcmp(terms[i].in[0], id) == 0)
			return terms[i].in[tongue->column];
	return id;
}

/* Whether a word begins as one of a list does that bars divide. */
static bool
begins(const char *word, const char *list)
{
	size_t length;

	for (; *list; list += length, list += *list == '|') {
		length = strcspn(list, "|");
		if (strncmp(word, list, length) == 0)
			return true;
	}
	return false;
}

const char *
say_and(const struct tongue *tongue, const char *next)
{
	bool other = begins(next, say(tongue, SAY_AND_ELSE_BEFORE)) &&
		     !begins(next, say(tongue, SAY_AND_ELSE_EXCEPT));

	return say(tongue, other ? SAY_AND_ELSE : SAY_AND);
}

const char *
marked(struct tongue *tongue, const char *text, const char *lang)
{
	struct buffer buffer = {0};

	if (!tongue->lang || !*lang || serves(lang, tongue->lang))
		return text;
	buffer_printf(&buffer, "%s [%s]", text, lang);
	words_add(&tongue->kept, buffer.text);
	return buffer.text;
}

const char *
law_title(struct tongue *tongue, const struct cyt_law *law)
{
	return marked(tongue, cyt_law_title(law, tongue->lang),
		      cyt_law_title_lang(law, tongue->lang));
}

/* The text that an accessor found in an element. */
static const char *
found(struct tongue *tongue, const char *text, const struct cyt_element *element)
{
	return marked(tongue, text, cyt_element_title_lang(element, tongue->lang));
}

const char *
instrument_title(struct tongue *tongue, const struct cyt_instrument *instrument)
{
	return found(tongue, cyt_instrument_title(instrument, tongue->lang),
		     cyt_instrument_element(instrument));
}

const char *
article_title(struct tongue *tongue, const struct cyt_article *article)
{
	return found(tongue, cyt_article_title(article, tongue->lang),
		     cyt_article_element(article));
}

const char *
state_label(struct tongue *tongue, const struct cyt_state *state)
{
	return found(tongue, cyt_state_label(state, tongue->lang), cyt_state_element(state));
}

const char *
facet_label(struct tongue *tongue, const struct cyt_facet *facet)
{
	return found(tongue, cyt_facet_label(facet, tongue->lang), cyt_facet_element(facet));
}

const char *
value_label(struct tongue *tongue, const struct cyt_value *value)
{
	return found(tongue, cyt_value_label(value, tongue->lang), cyt_value_element(value));
}

const char *
concept_label(struct tongue *tongue, const struct cyt_concept *concept)
{
	return found(tongue, cyt_concept_label(concept, tongue->lang),
		     cyt_concept_element(concept));
}

const char *
element_title(struct tongue *tongue, const struct cyt_element *element)
{
	const char *title = cyt_element_title(element, tongue->lang);

	return title ? found(tongue, title, element) : NULL;
}

static const char *
part_title(struct tongue *tongue, const struct cyt_corpus *corpus, const char *id)
{
	const struct cyt_law *law = cyt_corpus_law_find(corpus, id);
	const struct cyt_instrument *instrument = cyt_corpus_instrument_find(corpus, id);
	const struct cyt_state *state = cyt_corpus_state_find(corpus, id);

	if (law)
		return law_title(tongue, law);
	if (instrument)
		return instrument_title(tongue, instrument);
	return state ? state_label(tongue, state) : id;
}

const char *
subject_title(struct tongue *tongue, const struct cyt_corpus *corpus, const char *subject,
	      const char *title)
{
	struct buffer id = {0}, all = {0};
	size_t length;

	if (!tongue->lang)
		return title;
	for (;; subject += length + 1) {
		length = strcspn(subject, "+");
		buffer_release(&id);
		buffer_addn(&id, subject, length);
		buffer_printf(&all, "%s%s", all.length ? " + " : "",
			      part_title(tongue, corpus, buffer_text(&id)));
		if (!subject[length])
			break;
	}
	buffer_release(&id);
	words_add(&tongue->kept, all.text);
	return all.text;
}

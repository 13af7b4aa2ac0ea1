/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that is put together in the language of a result. */
#include "query/prose.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"

void
prose_begin(struct prose *out, const struct cyt_result *result)
{
	strbuf_init(&out->text, &result->hooks);
	out->tongue = &result->tongue;
}

void
prose_plain(struct prose *out, const struct cyt_alloc_hooks *hooks)
{
	strbuf_init(&out->text, hooks);
	out->tongue = tongue_plain();
}

void
prose_beside(struct prose *out, const struct prose *other)
{
	strbuf_init(&out->text, other->text.hooks);
	out->tongue = other->tongue;
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

int
prose_send(struct prose *out, cyt_sink sink, void *data)
{
	const struct tongue *tongue = out->tongue;
	const char *said = tongue->words[SAY_LANGUAGE];

	if (out->text.length && tongue->asked && !lang_serves(said, tongue->asked))
		strbuf_printf(&out->text, " [%s]", said);
	return word_send(&out->text, sink, data);
}

void
prose_give(struct prose *words, struct strbuf *out)
{
	if (words->text.failed)
		out->failed = true;
	else
		strbuf_add(out, strbuf_text(&words->text));
	strbuf_release(&words->text);
}

void
prose_take(struct prose *out, struct prose *other)
{
	prose_give(other, &out->text);
}

void
prose_say(struct prose *out, enum say word)
{
	prose_add(out, out->tongue->words[word]);
}

void
prose_fill(struct prose *out, enum say word, ...)
{
	va_list args;

	va_start(args, word);
	strbuf_vprintf(&out->text, out->tongue->words[word], args);
	va_end(args);
}

/* -- what follows ------------------------------------------------------------------------- */

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

/* Whether a text begins as one of a list does: "hi" for hijo, "11." for 11 and not for 110. */
static bool
begins_with(const char *text, const char *list)
{
	for (size_t length; *list; list += length, list += *list == '|') {
		size_t same = 0;

		length = strcspn(list, "|");
		while (same < length && list[same] == text[same])
			same++;
		if (same == length)
			return true;
		if (same + 1 == length && list[same] == '.' && !is_word_byte(text[same]))
			return true;
	}
	return false;
}

/* Its forms stand beside it in the table: itself, else, before, except. */
const char *
prose_before(const struct prose *out, enum say word, const char *next)
{
	const char *const *words = out->tongue->words + word;

	return begins_with(next, words[2]) && !begins_with(next, words[3]) ? words[1] : words[0];
}

/* -- names -------------------------------------------------------------------------------- */

void
prose_name(struct prose *out, const char *text, const char *lang)
{
	prose_add(out, text);
	if (tongue_is_foreign(out->tongue, lang))
		strbuf_printf(&out->text, " [%s]", lang);
}

void
prose_title(struct prose *out, const struct image *image, uint32_t node, enum element element,
	    const char *otherwise)
{
	const char *lang = "";
	const char *text = image_text(image, image_node(image, node), element,
				      out->tongue->words[SAY_LANGUAGE], &lang);

	prose_name(out, text ? text : otherwise, lang);
}

/* Whether the first word of a title is one of a list. */
static bool
is_called(const char *title, const char *list)
{
	size_t length = strcspn(title, " "), word;

	for (; *list; list += word, list += *list == ' ') {
		word = strcspn(list, " ");
		if (word == length && strncmp(title, list, word) == 0)
			return true;
	}
	return false;
}

static void
add_titled(struct prose *out, const char *title, const char *lang, enum prose_law as)
{
	const char *const *words = out->tongue->words;
	enum say plain = as == PROSE_OF_LAW ? SAY_OF_LAW : SAY_LAW;

	if (as == PROSE_LAW_TITLE || tongue_is_foreign(out->tongue, lang))
		prose_fill(out, plain, title);
	else if (is_called(title, words[SAY_FEMININE_TITLES]))
		prose_fill(out, plain + 1, title);
	else
		prose_fill(out, plain + (is_called(title, words[SAY_MASCULINE_TITLES]) ? 2 : 3),
			   title);
	prose_name(out, "", lang);
}

void
prose_law(struct prose *out, const struct cyt_law *law, enum prose_law as)
{
	const char *lang = "";
	const char *title = image_law_title(law, tongue_lang(out->tongue), &lang);

	add_titled(out, title, lang, as);
}

void
prose_instrument(struct prose *out, const struct cyt_instrument *instrument, enum prose_law as)
{
	const struct image *image = image_of(instrument);
	const char *lang = "";
	const char *title = image_text(image, image_node(image, instrument->node), ELEMENT_TITLE,
				       tongue_lang(out->tongue), &lang);

	if (title)
		add_titled(out, title, lang, as);
	else
		prose_fill(out, as == PROSE_OF_LAW ? SAY_OF_LAW : SAY_LAW,
			   cyt_instrument_id(instrument));
}

/* -- dates -------------------------------------------------------------------------------- */

/* The word of that number, from 1; it is `size` at most. */
static void
word_at(const char *list, int number, char *word, size_t size)
{
	for (; number > 1 && *list; number--)
		list += strcspn(list, " "), list += *list == ' ';
	snprintf(word, size, "%.*s", (int)strcspn(list, " "), list);
}

void
prose_of_date(struct prose *out, cyt_date date)
{
	unsigned year = (unsigned)date / 10000, day = (unsigned)date % 100;
	int month = (int)((unsigned)date / 100 % 100);
	const char *months = out->tongue->words[SAY_MONTHS];
	char name[32], iso[CYT_DATE_SIZE];

	if (!*months) {
		cyt_date_format(date, iso);
		prose_fill(out, SAY_OF_DATE, iso);
		return;
	}
	word_at(months, month, name, sizeof(name));
	if (day)
		prose_fill(out, SAY_OF_DAY, day, name, year);
	else if (month)
		prose_fill(out, SAY_OF_MONTH, name, year);
	else
		prose_fill(out, SAY_OF_YEAR, year);
}

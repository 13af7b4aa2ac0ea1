/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of sentences, by language. */
#include "query/words.h"

#include "base/lang.h"
#include <cybertreaty/query.h>

static const char *const english[] = {
#define WORD(id, en, es) [SAY_##id] = en,
#include "query/words.def"
#undef WORD
};

static const char *const spanish[] = {
#define WORD(id, en, es) [SAY_##id] = es,
#include "query/words.def"
#undef WORD
};

static const char *const *const columns[] = { english, spanish };

const char *const *
words_at(size_t i)
{
	return i < sizeof(columns) / sizeof(*columns) ? columns[i] : NULL;
}

const char *const *
words_of(const char *lang)
{
	const char *const *words;

	for (size_t i = 0; (words = words_at(i)) != NULL; i++)
		if (lang_serves(words[SAY_LANGUAGE], lang))
			return words;
	return english;
}

const struct tongue *
tongue_plain(void)
{
	static const struct tongue plain = { NULL, english };

	return &plain;
}

bool
tongue_is_foreign(const struct tongue *tongue, const char *lang)
{
	return tongue->asked && *lang && !lang_serves(lang, tongue->words[SAY_LANGUAGE]);
}

const char *
cyt_sentence_lang(const char *lang)
{
	return words_of(lang ? lang : "en")[SAY_LANGUAGE];
}

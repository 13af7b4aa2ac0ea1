/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Citations as lawyers type them: "Art. 4(2) Budapest", "CPF 211 bis 1", "article 7 UN". */
#include "query/cited.h"

#include <string.h>

static bool
is_one_of(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

/* What says that the number of an article follows, in the languages of the data. */
static bool
is_article_mark(const char *word)
{
	static const char *const marks[] = {
		"art",	   "arts", "article", "articles", "articulo", "articulos", "s",
		"section", "sect", "sec",     "ss",	  NULL,
	};

	return is_one_of(word, marks);
}

/* That, or that a paragraph or point of it follows. */
static bool
is_mark(const char *word)
{
	static const char *const marks[] = {
		"para",	    "paragraph", "par",	     "parr",	"parrafo", "parrafos",
		"fr",	    "frac",	 "fraccion", "inc",	"inciso",  "c",
		"numeral",  "apartado",	 "ap",	     "p",	"point",   "abs",
		"absatz",   "subsection", "sub",     "lg",	"lgs",	   "loige",
		NULL,
	};

	return is_article_mark(word) || is_one_of(word, marks);
}

static bool
is_ordinal(const char *word)
{
	static const char *const ordinals[] = {
		"bis",	  "ter",   "quater", "quinquies", "sexies", "septies",
		"octies", "nonies", "decies", NULL,
	};

	return is_one_of(word, ordinals);
}

/* Words that everybody writes and nobody looks for. */
static bool
is_filler(const char *word)
{
	static const char *const fillers[] = {
		"of",  "the", "and", "de", "del", "la", "el",
		"los", "las", "y",   "du", "des", "le", NULL,
	};

	return is_one_of(word, fillers);
}

static bool
is_number(const char *word)
{
	return *word >= '0' && *word <= '9';
}

/* A letter or a Roman numeral, as points and chapters have them. */
static bool
is_point(const char *word)
{
	return (*word >= 'a' && *word <= 'z' && !word[1]) || word[strspn(word, "ivx")] == '\0';
}

/* The next word of folded text, cut off; NULL at the end. */
static char *
next_word(char **at)
{
	char *word = *at + strspn(*at, " ");
	size_t length = strcspn(word, " ");

	if (!length)
		return NULL;
	*at = word + length;
	if (**at)
		*(*at)++ = '\0';
	return word;
}

size_t
cited_number(char *folded, const char **parts, size_t most)
{
	size_t count = 0;
	char *word;

	while (count < most && (word = next_word(&folded)) != NULL)
		if (!is_mark(word) || (count && is_number(parts[count - 1]) && !word[1]))
			parts[count++] = word;
	return count;
}

/* One past the last word of the number that begins at `first`. */
static size_t
number_end(char *const *words, size_t count, size_t first)
{
	size_t i = first + 1;

	while (i < count) {
		if (is_number(words[i]) || is_ordinal(words[i]) || is_point(words[i]))
			i++;
		else if (is_mark(words[i]) && !is_article_mark(words[i]) && i + 1 < count &&
			 (is_number(words[i + 1]) || is_point(words[i + 1])))
			i += 2;
		else
			break;
	}
	return i;
}

/* Where the number of the provision begins: after a mark, else the last one; `count` for none. */
static size_t
number_start(char *const *words, size_t count)
{
	size_t found = count, i;

	for (i = 0; i < count; i++) {
		if (!is_number(words[i]))
			continue;
		if (i && is_mark(words[i - 1]))
			return i;
		if (found == count || !is_number(words[i - 1]))
			found = i;
		i = number_end(words, count, i) - 1;
	}
	return found;
}

void
cited_read(char *folded, bool with_number, struct cited *out)
{
	char *words[CITED_WORDS], *word;
	size_t count = 0, first, end, i;

	memset(out, 0, sizeof(*out));
	while (count < CITED_WORDS && (word = next_word(&folded)) != NULL)
		words[count++] = word;
	first = with_number ? number_start(words, count) : count;
	end = first < count ? number_end(words, count, first) : count;
	for (i = 0; i < count; i++) {
		if (i >= first && i < end) {
			if (!is_mark(words[i]) || (!words[i][1] && is_number(words[i - 1])))
				out->number[out->number_count++] = words[i];
		} else if (!(first < count && i + 1 == first && is_mark(words[i])) &&
			   !is_filler(words[i])) {
			out->words[out->count++] = words[i];
		}
	}
}

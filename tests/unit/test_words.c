/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of sentences in every language, and answers in one of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "common.h"
#include "query/words.h"

#define AS_AT 20260331

/* -- the tables --------------------------------------------------------------------------- */

static const char *const names[] = {
#define WORD(id, ...) #id,
#include "query/words.def"
#undef WORD
};

/* The table of the command has the same form. */
static const struct {
	const char *name, *english, *spanish;
} command_words[] = {
#define WORD(id, en, es) { #id, en, es },
#include "../../examples/cybertreaty/words.def"
#undef WORD
};

#define COUNT(list) (sizeof(list) / sizeof(*(list)))
#define MOST_PLACES 8

/* The conversion that each argument of a format goes through, whatever the order in the text. */
struct places {
	char of[MOST_PLACES][16];
	size_t count;
};

static void
read_places(const char *format, struct places *out)
{
	size_t next = 0;

	memset(out, 0, sizeof(*out));
	for (const char *at = format; (at = strchr(at, '%')) != NULL;) {
		char *end;
		unsigned long number = strtoul(at + 1, &end, 10);
		const char *conversion = *end == '$' ? end + 1 : at + 1;
		size_t place = *end == '$' ? number - 1 : next++;
		size_t length = strcspn(conversion, "diouxXsc%") + 1;

		assert_true(place < MOST_PLACES && length < sizeof(out->of[0]));
		memcpy(out->of[place], conversion, length);
		out->of[place][length] = '\0';
		out->count = place + 1 > out->count ? place + 1 : out->count;
		at = conversion + length;
	}
}

static void
assert_same_places(const char *name, const char *english, const char *other)
{
	struct places one, two;

	read_places(english, &one);
	read_places(other, &two);
	if (memcmp(&one, &two, sizeof(one)) != 0)
		fail_msg("%s: `%s` takes other arguments than `%s`", name, other, english);
}

static void
every_word_exists_in_every_language(void **state)
{
	const char *const *english = words_of("en"), *const *words;

	(void)state;
	assert_int_equal(COUNT(names), SAY_COUNT);
	for (size_t l = 0; (words = words_at(l)) != NULL; l++)
		for (size_t i = 0; i < SAY_COUNT; i++) {
			if (!words[i] || (*english[i] && !*words[i]))
				fail_msg("%s has no word in %s", names[i], words[SAY_LANGUAGE]);
			assert_same_places(names[i], english[i], words[i]);
		}
	for (size_t i = 0; i < COUNT(command_words); i++) {
		if (*command_words[i].english && !*command_words[i].spanish)
			fail_msg("%s of the command has no word in es", command_words[i].name);
		if (strcmp(command_words[i].name, "NO_SENTENCES") != 0)
			assert_same_places(command_words[i].name, command_words[i].english,
					   command_words[i].spanish);
	}
}

static void
places_tell_formats_apart(void **state)
{
	struct places one, two;

	(void)state;
	read_places("%s of %zu", &one);
	read_places("de %2$zu: %1$s", &two);
	assert_memory_equal(&one, &two, sizeof(one));
	read_places("%zu of %s", &two);
	assert_memory_not_equal(&one, &two, sizeof(one));
	read_places("%s of %u", &two);
	assert_memory_not_equal(&one, &two, sizeof(one));
	read_places("%s", &two);
	assert_memory_not_equal(&one, &two, sizeof(one));
}

static const char *
command_word(const char *name, const char *lang)
{
	for (size_t i = 0; i < COUNT(command_words); i++)
		if (strcmp(command_words[i].name, name) == 0)
			return strcmp(lang, "en") == 0 ? command_words[i].english
						       : command_words[i].spanish;
	fail_msg("the command has no word %s", name);
	return "";
}

static bool
begins_a_word(const char *lead, size_t length, const char *const *words)
{
	for (size_t i = 0; i < SAY_COUNT; i++)
		if (strncmp(words[i] + (words[i][0] == ' '), lead, length) == 0)
			return true;
	return false;
}

/* The command breaks lines where these begin, and leaves one out: they are the library's. */
static void
the_command_knows_how_sentences_begin(void **state)
{
	const char *const *words;

	(void)state;
	for (size_t l = 0; (words = words_at(l)) != NULL; l++) {
		const char *leads = command_word("LEADS", words[SAY_LANGUAGE]);

		/* It looks for the sentence with the blank that stands before it. */
		assert_string_equal(command_word("UNVERIFIED", words[SAY_LANGUAGE]) + 1,
				    words[SAY_UNVERIFIED]);
		for (size_t length; *leads; leads += length, leads += *leads == '|') {
			length = strcspn(leads, "|");
			if (!begins_a_word(leads, length, words))
				fail_msg("nothing in %s begins with `%.*s`", words[SAY_LANGUAGE],
					 (int)length, leads);
		}
	}
}

/* -- answers ------------------------------------------------------------------------------ */

static struct cyt_terms *
terms_in(const struct fixture *fixture, const char *lang)
{
	struct cyt_terms *terms;

	assert_int_equal(cyt_terms_new(fixture->ctx, AS_AT, &terms), 0);
	assert_int_equal(cyt_terms_set_lang(terms, lang), 0);
	return terms;
}

static void
say_rows(const struct cyt_provision_finding *finding, struct text *out)
{
	for (size_t i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		const struct cyt_row_finding *row = cyt_provision_finding_row_at(finding, i);

		cyt_row_finding_sentence(row, text_sink, out);
		text_sink(out, "\n", 1);
		cyt_row_finding_explain(row, text_sink, out);
	}
	for (size_t i = 0; i < cyt_provision_finding_conflict_count(finding); i++)
		cyt_conflict_sentence(cyt_provision_finding_conflict_at(finding, i), text_sink, out);
	cyt_provision_finding_sentence(finding, text_sink, out);
	text_sink(out, "\n", 1);
}

/* All sentences of a result. */
static void
say_all(const struct cyt_result *result, struct text *out)
{
	const struct cyt_dual *dual;
	const struct cyt_row_change *row;

	for (size_t i = 0; i < cyt_result_provision_count(result); i++)
		say_rows(cyt_result_provision_at(result, i), out);
	for (size_t i = 0; i < cyt_result_gap_count(result); i++)
		cyt_gap_sentence(cyt_result_gap_at(result, i), text_sink, out);
	for (size_t i = 0; i < cyt_result_beyond_count(result); i++)
		cyt_beyond_sentence(cyt_result_beyond_at(result, i), text_sink, out);
	for (size_t i = 0; (dual = cyt_result_dual_at(result, i)) != NULL; i++) {
		cyt_dual_sentence(dual, text_sink, out);
		cyt_dual_side_sentence(dual, CYT_SIDE_FIRST, text_sink, out);
		cyt_dual_side_sentence(dual, CYT_SIDE_SECOND, text_sink, out);
	}
	for (size_t i = 0; i < cyt_result_comparison_count(result, CYT_SIDE_FIRST); i++) {
		const struct cyt_comparison *entry =
			cyt_result_comparison_at(result, CYT_SIDE_FIRST, i);

		for (size_t k = 0; k < cyt_comparison_match_count(entry); k++)
			cyt_match_sentence(cyt_comparison_match_at(entry, k), text_sink, out);
		for (size_t k = 0; k < cyt_comparison_difference_count(entry); k++)
			cyt_difference_sentence(cyt_comparison_difference_at(entry, k), text_sink,
						out);
	}
	for (size_t i = 0; i < cyt_result_change_count(result); i++)
		for (size_t k = 0; (row = cyt_change_row_at(cyt_result_change_at(result, i), k));
		     k++)
			cyt_row_change_sentence(row, text_sink, out);
}

static void
take(struct cyt_result *result, int err, struct text *out)
{
	assert_int_equal(err, 0);
	say_all(result, out);
	cyt_result_unref(result);
}

/* Every question about everybody, in a language. */
static void
say_everything(const struct fixture *fixture, const char *lang, struct text *out)
{
	static const char *const subjects[] = { "XN", "XO", "XS", "XW", "xn-bill", "inland-2010" };
	static const inquiry questions[] = { cyt_query_coverage, cyt_query_gaps, cyt_query_beyond };
	struct cyt_corpus *corpus = fixture->corpus;
	struct cyt_terms *terms = terms_in(fixture, lang), *bill = terms_in(fixture, lang);
	struct cyt_result *result, *before, *after;
	int err;

	assert_int_equal(cyt_terms_add_law(bill, "xn-bill"), 0);
	for (size_t s = 0; s < COUNT(subjects); s++)
		for (size_t q = 0; q < COUNT(questions); q++) {
			err = questions[q](corpus, subjects[s], "harbour-2020", terms, &result);
			take(result, err, out);
		}
	err = cyt_query_dual(corpus, "XN", "XO", "system.access,authority=exceeded", terms, &result);
	take(result, err, out);
	err = cyt_query_dual_against(corpus, "XN", "XW", "harbour-2020", terms, &result);
	take(result, err, out);
	err = cyt_query_dual_against(corpus, "XN", "XO", "harbour-2020", terms, &result);
	take(result, err, out);
	err = cyt_query_compare(corpus, "harbour-2020", "inland-2010", terms, &result);
	take(result, err, out);
	err = cyt_query_compare(corpus, "inland-2010", "harbour-2020", terms, &result);
	take(result, err, out);
	assert_int_equal(cyt_query_coverage(corpus, "XN", "harbour-2020", terms, &before), 0);
	assert_int_equal(cyt_query_coverage(corpus, "XN", "harbour-2020", bill, &after), 0);
	err = cyt_query_diff(before, after, &result);
	take(result, err, out);
	cyt_result_unref(before);
	cyt_result_unref(after);
	cyt_terms_free(terms);
	cyt_terms_free(bill);
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Whether text has words as words, not as part of others. */
static bool
has_words(const char *text, const char *words, size_t length)
{
	for (const char *at = text; *at; at++)
		if (strncmp(at, words, length) == 0 && (at == text || !is_letter(at[-1])) &&
		    !is_letter(at[length]))
			return true;
	return false;
}

/* The next words of a format between conversions, NULL at its end; without what is no letter before
 * and after them. */
static const char *
next_words(const char **format, size_t *length)
{
	const char *at = *format, *end;

	for (;;) {
		while (*at && !is_letter(*at))
			at += *at == '%' ? 1 + strcspn(at + 1, "diouxXsc") + (at[1] != '\0') : 1;
		if (!*at)
			return NULL;
		end = at + strcspn(at, "%");
		*format = end;
		while (end > at && !is_letter(end[-1]))
			end--;
		*length = (size_t)(end - at);
		return at;
	}
}

/* How many words of the English table a text has; the first of them in *name. */
static size_t
count_english(const char *text, const char **name)
{
	const char *const *english = words_of("en"), *const *spanish = words_of("es");
	size_t count = 0;

	for (size_t i = 0; i < SAY_COUNT; i++) {
		const char *format = english[i], *words;
		size_t length;
		bool found = false;

		/* "en" is a word of Spanish, too. */
		if (i == SAY_LANGUAGE || strcmp(english[i], spanish[i]) == 0)
			continue;
		while (!found && (words = next_words(&format, &length)) != NULL)
			found = has_words(text, words, length);
		if (found && !count++)
			*name = names[i];
	}
	return count;
}

/* What the data have in English alone; its mark goes with it. */
static void
drop_marked(char *text)
{
	static const char *const english[] = {
		"Companies Liability Act of Norland [en]",
		"Telecommunications Act of Ostland [en]",
		"Cyber Act of Sudland [en]",
		"Criminal Code of Westland [en]",
		"Norland bill on intrusion [en]",
		"Inland Directive on Attacks against Systems [en]",
		"only by employees of an operator [en]",
		"Terms [en]", "Scope [en]", "Sovereignty [en]", "Prevention [en]",
		"Entry into force [en]",
	};
	char *found;

	for (size_t i = 0; i < COUNT(english); i++)
		while ((found = strstr(text, english[i])) != NULL)
			memset(found, '_', strlen(english[i]));
}

static void
spanish_answers_have_no_english_words(void **state)
{
	struct text english = { 0 }, spanish = { 0 };
	const char *name = "";

	say_everything(*state, NULL, &english);
	say_everything(*state, "es", &spanish);
	/* The test sees most of the table, and would see it in Spanish. */
	assert_true(count_english(english.bytes, &name) > 80);
	drop_marked(spanish.bytes);
	assert_null(strstr(spanish.bytes, "[en]"));
	if (count_english(spanish.bytes, &name))
		fail_msg("an answer in Spanish has the English words of %s", name);
	free(english.bytes);
	free(spanish.bytes);
}

static void
a_language_without_sentences_is_marked(void **state)
{
	const struct fixture *fixture = *state;
	struct cyt_terms *terms = terms_in(fixture, "fr");
	const struct cyt_provision_finding *finding;
	struct cyt_result *result;
	struct text text = { 0 };

	assert_int_equal(cyt_query_coverage(fixture->corpus, "XN", "harbour-2020", terms, &result),
			 0);
	finding = cyt_result_provision_at(result, 3);
	cyt_row_finding_sentence(cyt_provision_finding_row_at(finding, 0), text_sink, &text);
	assert_string_equal(text.bytes,
			    "Covered by Penal Code of Norland (s. 10). Left out lawfully under article "
			    "4(2): where no security measure exists. [en]");
	assert_string_equal(cyt_result_lang(result), "fr");
	assert_string_equal(cyt_article_title(cyt_provision_finding_article(finding), "fr"),
			    "Acc\xc3\xa8s ill\xc3\xa9gal");
	free(text.bytes);
	cyt_result_unref(result);
	cyt_terms_free(terms);
}

/* -- languages ---------------------------------------------------------------------------- */

static void
a_language_is_a_tag(void **state)
{
	const struct fixture *fixture = *state;
	struct cyt_terms *terms = terms_in(fixture, "es-MX");

	assert_int_equal(cyt_terms_set_lang(terms, "Spanish"), CYT_ERR_INVALID);
	assert_int_equal(cyt_terms_set_lang(terms, ""), CYT_ERR_INVALID);
	assert_int_equal(cyt_terms_set_lang(terms, "es-"), CYT_ERR_INVALID);
	assert_int_equal(cyt_terms_set_lang(terms, NULL), 0);
	cyt_terms_free(terms);
	assert_string_equal(cyt_sentence_lang("es-MX"), "es");
	assert_string_equal(cyt_sentence_lang("est"), "en");
	assert_string_equal(cyt_sentence_lang(NULL), "en");
	assert_int_equal(lang_serves("es", "es"), 2);
	assert_int_equal(lang_serves("es-MX", "es"), 1);
	assert_int_equal(lang_serves("es", "es-MX"), 1);
	assert_int_equal(lang_serves("es", "est"), 0);
	assert_int_equal(lang_serves("", ""), 2);
	assert_int_equal(lang_serves("", "es"), 0);
}

static void
a_title_says_in_which_language_it_is(void **state)
{
	const struct fixture *fixture = *state;
	const struct cyt_law *penal = cyt_corpus_law_find(fixture->corpus, "xn-penal");
	const struct cyt_law *cyber = cyt_corpus_law_find(fixture->corpus, "xs-cyber");
	const struct cyt_concept *access =
		cyt_corpus_concept_find(fixture->corpus, "system.access");
	const struct cyt_facet *fault = cyt_corpus_facet_find(fixture->corpus, "fault");

	assert_string_equal(cyt_law_title_lang(penal, "es-MX"), "es");
	assert_string_equal(cyt_law_title(penal, "es-MX"), "C\xc3\xb3" "digo Penal de Norlandia");
	assert_string_equal(cyt_law_title_lang(penal, "fr"), "en");
	assert_string_equal(cyt_law_title_lang(cyber, "es"), "en");
	assert_string_equal(cyt_element_title_lang(cyt_concept_element(access), "es"), "es");
	assert_string_equal(cyt_element_title_lang(cyt_concept_element(access), "fr"), "en");
	assert_string_equal(cyt_element_title(cyt_facet_element(fault), "es"), "elemento subjetivo");
	assert_string_equal(
		cyt_element_title(cyt_value_element(cyt_facet_value_at(fault, 0)), "es"), "dolo");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_exists_in_every_language),
		cmocka_unit_test(places_tell_formats_apart),
		cmocka_unit_test(the_command_knows_how_sentences_begin),
		cmocka_unit_test(spanish_answers_have_no_english_words),
		cmocka_unit_test(a_language_without_sentences_is_marked),
		cmocka_unit_test(a_language_is_a_tag),
		cmocka_unit_test(a_title_says_in_which_language_it_is),
	};

	return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}

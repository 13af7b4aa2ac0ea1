/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finding by words in any script, and by citation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"
#include "query/cited.h"
#include "query/fold.h"

static const char documents[] =
	"<corpus xmlns='urn:cybertreaty:1'>"
	"<vocabulary id='v'><concept id='data.alter' kind='act'>"
	"<label xml:lang='es'>alteración de datos</label>"
	"<label xml:lang='el'>Αλλοίωση δεδομένων</label>"
	"<note>so that programs run otherwise</note></concept></vocabulary>"
	"<instrument id='un-2024'><title xml:lang='en'>United Nations Convention</title>"
	"<article id='art_7' num='7'><title xml:lang='en'>Illegal access</title>"
	"<paragraph id='art_7__para_2' num='2'><point id='art_7__para_2__point_a' num='a'/>"
	"</paragraph></article>"
	"<article id='art_17' num='17'><title xml:lang='en'>Accessories</title></article>"
	"</instrument>"
	"<instrument id='coe-ets185'><title xml:lang='en'>Convention on Cybercrime</title>"
	"<note>opened at Budapest</note><article id='art_7' num='7'>"
	"<title xml:lang='en'>Forgery</title></article></instrument>"
	"<law id='mx-cpf' jurisdiction='MX'><title xml:lang='es'>Código Penal Federal</title>"
	"<provision id='art_211-bis-1' num='211 bis 1'>"
	"<title xml:lang='es'>Acceso ilícito</title>"
	"<provision id='art_211-bis-1__para_2' num='211 bis 1, párr. 2'/></provision>"
	"<provision id='art_211-bis-2' num='211 bis 2'/></law>"
	"<state id='MX'><label xml:lang='es'>México</label></state></corpus>";

static int
set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	struct cyt_loader *loader;

	if (!fixture || cyt_ctx_new(&fixture->ctx) < 0 ||
	    cyt_loader_new(fixture->ctx, &loader) < 0 ||
	    cyt_loader_add_memory(loader, "all.xml", documents, strlen(documents)) < 0 ||
	    cyt_loader_finish(loader, NULL, &fixture->corpus) < 0)
		return -1;
	cyt_loader_free(loader);
	*state = fixture;
	return 0;
}

/* The ids found, best first, joined by blanks. */
static void
assert_finds(void **state, const char *words, const char *expected)
{
	struct fixture *fixture = *state;
	struct text found = { 0 };
	struct cyt_result *result;
	const struct cyt_hit *hit;
	const char *id;
	size_t i;

	assert_int_equal(cyt_query_search(fixture->corpus, words, NULL, &result), 0);
	assert_int_equal(cyt_result_question(result), CYT_QUESTION_SEARCH);
	assert_string_equal(cyt_result_subject(result), words);
	text_sink(&found, "", 0);
	for (i = 0; (hit = cyt_result_hit_at(result, i)) != NULL; i++) {
		id = cyt_hit_id(hit);
		assert_ptr_equal(cyt_corpus_element_find(fixture->corpus, id),
				 cyt_hit_element(hit));
		if (i)
			text_sink(&found, " ", 1);
		text_sink(&found, id, strlen(id));
	}
	assert_int_equal(cyt_result_hit_count(result), i);
	text_sink(&found, "", 1);
	assert_string_equal(found.bytes, expected);
	free(found.bytes);
	cyt_result_unref(result);
}

static void
words_are_folded_in_any_script(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
	} cases[] = {
		{ "Código PENAL", " codigo penal " },
		{ "C\x6f\xcc\x81" "digo", " codigo " }, /* the accent by itself */
		{ "211bis, párr. 2", " 211 bis parr 2 " },
		{ "11(1)(a)", " 11 1 a " },
		{ "ΑΛΛΟΊΩΣΗ", " αλλοιωση " },
		{ "Straße", " strasse " },
		{ "Küberkuritegu – Õ", " kuberkuritegu o " },
		{ "ﬁne", " fine " },
		{ "  -- ", " " },
		{ "", " " },
		{ "\xff\xfe", " " },
	};
	struct fold fold = { .hooks = &alloc_default };
	struct strbuf out;
	size_t i;

	strbuf_init(&out, &alloc_default);
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		strbuf_clear(&out);
		fold_words(&fold, cases[i].text, &out);
		assert_string_equal(strbuf_text(&out), cases[i].words);
	}
	strbuf_release(&out);
	fold_release(&fold);
}

static void
citations_are_told_from_words(void **state)
{
	(void)state;
	static const struct {
		const char *text, *number, *words;
	} cases[] = {
		{ " cpf 211 bis 1 ", "211 bis 1", "cpf" },
		{ " art 4 2 budapest ", "4 2", "budapest" },
		{ " article 7 un ", "7", "un" },
		{ " article 7 of the un convention ", "7", "un convention" },
		{ " ets 185 article 4 ", "4", "ets 185" },
		{ " article 4 ets 185 ", "4", "ets 185" },
		{ " 11 1 a i un ", "11 1 a i", "un" },
		{ " cpf 211 bis 1 parr 2 ", "211 bis 1 2", "cpf" },
		{ " s 3 a computer misuse ", "3 a", "computer misuse" },
		{ " illegal access ", "", "illegal access" },
		{ " section ", "", "section" },
		{ " ", "", "" },
	};
	struct cited cited;
	char text[64], joined[64];
	size_t i, k;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		strcpy(text, cases[i].text);
		cited_read(text, true, &cited);
		for (k = 0, *joined = '\0'; k < cited.number_count; k++)
			strcat(strcat(joined, k ? " " : ""), cited.number[k]);
		assert_string_equal(joined, cases[i].number);
		for (k = 0, *joined = '\0'; k < cited.count; k++)
			strcat(strcat(joined, k ? " " : ""), cited.words[k]);
		assert_string_equal(joined, cases[i].words);
	}
}

static void
case_accents_and_language_do_not_matter(void **state)
{
	assert_finds(state, "ALTERACION datos", "data.alter");
	assert_finds(state, "αλλοιωση", "data.alter");
	assert_finds(state, "programs", "data.alter");
	assert_finds(state, "codigo", "mx-cpf");
	assert_finds(state, "mexico", "MX");
}

static void
a_whole_word_comes_before_a_beginning(void **state)
{
	assert_finds(state, "access", "un-2024/art_7 un-2024/art_17");
	/* Two letters are too few for a beginning. */
	assert_finds(state, "ac", "");
}

static void
all_words_have_to_be_there_or_around(void **state)
{
	assert_finds(state, "access un", "un-2024/art_7 un-2024/art_17");
	assert_finds(state, "access budapest", "");
	assert_finds(state, "forgery budapest", "coe-ets185/art_7");
	/* The State of a law is around it. */
	assert_finds(state, "mexico ilicito", "mx-cpf/art_211-bis-1");
}

static void
citations_find_exactly_what_they_cite_first(void **state)
{
	assert_finds(state, "article 7 UN",
		     "un-2024/art_7 un-2024/art_7__para_2 un-2024/art_7__para_2__point_a");
	assert_finds(state, "Art. 7(2) UN", "un-2024/art_7__para_2 un-2024/art_7__para_2__point_a");
	assert_finds(state, "7(2)(a)", "un-2024/art_7__para_2__point_a");
	assert_finds(state, "Budapest art 7", "coe-ets185/art_7");
	assert_finds(state, "CPF 211 bis 1", "mx-cpf/art_211-bis-1 mx-cpf/art_211-bis-1__para_2");
	assert_finds(state, "211 BIS 1 párrafo 2 cpf", "mx-cpf/art_211-bis-1__para_2");
	assert_finds(state, "article 70 UN", "");
}

static void
a_number_that_cites_nothing_is_a_word(void **state)
{
	assert_finds(state, "ETS 185", "coe-ets185");
	assert_finds(state, "", "");
	assert_finds(state, "?!", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_folded_in_any_script),
		cmocka_unit_test(citations_are_told_from_words),
		cmocka_unit_test(case_accents_and_language_do_not_matter),
		cmocka_unit_test(a_whole_word_comes_before_a_beginning),
		cmocka_unit_test(all_words_have_to_be_there_or_around),
		cmocka_unit_test(citations_find_exactly_what_they_cite_first),
		cmocka_unit_test(a_number_that_cites_nothing_is_a_word),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_tear_down);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Versions of one instrument: which article was which, and whether it asks the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define DEMAND(id, rest, content) "<demand id='" id "' " rest ">" content "</demand>"
#define ACT(id) DEMAND(id, "concepts='act'", "")
#define ARTICLE(id, rest, content)                                                  \
	"<article id='" id "' num='" id "' " rest ">" content "</article>"
#define TEXT(id, rest, content) "<instrument " NS " id='" id "' " rest ">" content "</instrument>"
#define BEFORE(content) TEXT("before", "", content)
#define AFTER(content) TEXT("after", "supersedes='before'", content)

#define VOCABULARY                                                                  \
	"<vocabulary " NS " id='v'>"                                                 \
	"<facet id='color'><value id='red'/><value id='green'/><value id='blue'/></facet>" \
	"<facet id='mode' layer='yes' unstated='principal'><value id='principal'/>"  \
	"<value id='attempt'/></facet>"                                              \
	"<concept id='act' kind='act' facets='color mode'/>"                         \
	"<concept id='other' kind='act' facets='color mode'/></vocabulary>"

static void
compare_on(const char *one, const char *other, enum cyt_basis basis)
{
	struct cyt_terms *terms;

	cyt_result_unref(inquiry.result);
	inquiry.result = NULL;
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260101, &terms), 0);
	assert_int_equal(cyt_terms_set_basis(terms, basis), 0);
	assert_int_equal(cyt_query_compare(inquiry.corpus, one, other, terms, &inquiry.result), 0);
	cyt_terms_free(terms);
}

static void
add(struct note *note, const char *text)
{
	assert_int_equal(note_sink(note, text, strlen(text)), 0);
}

static const char *
id_of(const struct cyt_article *article)
{
	return article ? cyt_article_id(article) : "-";
}

/* "6>7 moved?; -> 5 added": a '?' where it is not known whether it changed. */
static void
assert_concordance(const char *want)
{
	struct note note = { .length = 0 };
	const struct cyt_passage *passage;

	for (size_t i = 0; (passage = cyt_result_passage_at(inquiry.result, i)); i++) {
		add(&note, i ? "; " : "");
		add(&note, id_of(cyt_passage_earlier(passage)));
		add(&note, ">");
		add(&note, id_of(cyt_passage_later(passage)));
		add(&note, " ");
		add(&note, cyt_fate_name(cyt_passage_fate(passage)));
		add(&note, cyt_passage_changed(passage) < 0 ? "?" : "");
	}
	assert_string_equal(note.length ? note.text : "", want);
}

static void
assert_becomes(const char *one, const char *other, const char *want)
{
	compare_on(one, other, CYT_BASIS_UNKNOWN);
	assert_concordance(want);
}

static const char *
silence_of(const char *instrument, const char *article)
{
	return cyt_silence_name(cyt_article_silence(cyt_instrument_article_find(
		cyt_corpus_instrument_find(inquiry.corpus, instrument), article)));
}

static void
an_article_says_why_it_asks_for_nothing(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d1"))
		    ARTICLE("a2", "operative='no' because='definition'", "")
		    ARTICLE("a3", "", "<paragraph id='a3p1' operative='no' because='saving'/>"
				      "<paragraph id='a3p2' operative='no' because='carried'/>")
		    ARTICLE("a4", "paragraphs='unknown'", "")
		    ARTICLE("a5", "paragraphs='unknown' operative='no' because='purpose'", "")
		    ARTICLE("a6", "operative='no' because='not-seen'", "")
		    ARTICLE("a7", "paragraphs='unknown'", ACT("d7"))));
	assert_string_equal(silence_of("before", "a1"), "");
	assert_string_equal(silence_of("before", "a2"), "no-duty");
	assert_string_equal(silence_of("before", "a3"), "carried");
	assert_string_equal(silence_of("before", "a4"), "not-coded");
	assert_string_equal(silence_of("before", "a5"), "no-duty");
	assert_string_equal(silence_of("before", "a6"), "not-coded");
	assert_string_equal(silence_of("before", "a7"), "");
	assert_string_equal(cyt_silence_name(CYT_SILENCE_PAD_), "");
}

static const struct cyt_article *
unread_of(enum cyt_side side, size_t i)
{
	return cyt_comparison_unread(cyt_result_comparison_at(inquiry.result, side, i));
}

static void
what_nobody_read_is_a_counterpart_all_the_same(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "paragraphs='unknown'", "") ARTICLE("a2", "operative='no' because='saving'", "")
		    ARTICLE("a3", "", ACT("d3"))),
	     AFTER(ARTICLE("b1", "was='a1'", DEMAND("e1", "concepts='other'", ""))
		   ARTICLE("b2", "was='a2'", DEMAND("e2", "concepts='other'", ""))
		   ARTICLE("b3", "was='a3 a1'", ACT("e3"))));
	compare_on("before", "after", CYT_BASIS_UNKNOWN);
	assert_int_equal(cyt_result_comparison_count(inquiry.result, CYT_SIDE_SECOND), 3);
	assert_string_equal(id_of(unread_of(CYT_SIDE_SECOND, 0)), "a1");
	/* It asks for nothing, which is known; and what meets something needs no guess. */
	assert_null(unread_of(CYT_SIDE_SECOND, 1));
	assert_null(unread_of(CYT_SIDE_SECOND, 2));
	assert_null(unread_of(CYT_SIDE_FIRST, 0));
}

static void
every_article_of_both_texts_has_its_fate(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d1")) ARTICLE("a2", "", ACT("d2"))
		    ARTICLE("a3", "", ACT("d3")) ARTICLE("a4", "", ACT("d4"))
		    ARTICLE("a5", "", ACT("d5")) ARTICLE("a6", "", "") ARTICLE("a7", "", "")),
	     AFTER(ARTICLE("a1", "was='a1'", ACT("d1")) ARTICLE("a0", "", ACT("d0"))
		   ARTICLE("a3", "was='a2'", ACT("d2"))
		   ARTICLE("a4", "was='a4'", DEMAND("d4", "concepts='other'", ""))
		   ARTICLE("a9", "was='a5'", DEMAND("d5", "concepts='other'", ""))
		   ARTICLE("a6", "was='a6'", "") ARTICLE("a8", "was='a7'", "")));
	assert_becomes("before", "after",
		       "a1>a1 same; a2>a3 moved; a3>- dropped?; a4>a4 changed; "
		       "a5>a9 moved-and-changed; a6>a6 kept?; a7>a8 moved?; ->a0 added?");
	assert_string_equal(cyt_instrument_id(cyt_result_earlier(inquiry.result)), "before");
	assert_string_equal(cyt_instrument_id(cyt_result_later(inquiry.result)), "after");
}

static void
arguments_swapped_tell_the_same_in_the_order_of_the_other(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d1")) ARTICLE("a2", "", ACT("d2"))),
	     AFTER(ARTICLE("a0", "", "") ARTICLE("a2", "was='a1'", ACT("d1"))));
	assert_becomes("before", "after", "a1>a2 moved; a2>- dropped?; ->a0 added?");
	assert_becomes("after", "before", "->a0 added?; a1>a2 moved; a2>- dropped?");
	assert_string_equal(cyt_instrument_id(cyt_result_earlier(inquiry.result)), "before");
	assert_string_equal(cyt_instrument_id(cyt_result_later(inquiry.result)), "after");
}

static void
instruments_of_which_none_supersedes_the_other_have_no_concordance(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d1"))), AFTER(ARTICLE("a1", "was='a1'", ACT("d1"))),
	     TEXT("else", "supersedes='before'", ARTICLE("a1", "was='a1'", ACT("d1"))));
	assert_becomes("after", "else", "");
	assert_null(cyt_result_earlier(inquiry.result));
	assert_becomes("after", "after", "");
	assert_null(cyt_result_later(inquiry.result));
}

static void
what_was_merged_or_split_is_taken_together(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d1"))
		    ARTICLE("a2", "", DEMAND("d2", "concepts='other'", ""))
		    ARTICLE("a3", "", DEMAND("d3", "concepts='act other'", ""))
		    ARTICLE("a4", "", ACT("d4")) ARTICLE("a5", "", ACT("d5"))),
	     AFTER(ARTICLE("a1", "was='a2 a1 a2'", DEMAND("d1", "concepts='act other'", ""))
		   ARTICLE("a2", "was='a3'", ACT("d2"))
		   ARTICLE("a3", "was='a3'", DEMAND("d3", "concepts='other'", ""))
		   ARTICLE("a4", "was='a4 a5'", DEMAND("d4", "concepts='act other'", ""))));
	assert_becomes("before", "after",
		       "a1>a1 same; a2>a1 moved; a3>a2 moved; a3>a3 same; a4>a4 changed; "
		       "a5>a4 moved-and-changed");
}

static void
versions_further_apart_are_followed_through_those_between(void **state)
{
	const struct cyt_article *article;

	(void)state;
	OPEN(TEXT("last", "supersedes='after'",
		  ARTICLE("a1", "was='a2'", ACT("d1")) ARTICLE("a2", "was='a3 a4'", "")
		  ARTICLE("a5", "was='a9'", "")),
	     BEFORE(ARTICLE("a1", "", ACT("d1")) ARTICLE("a2", "", "") ARTICLE("a3", "", "")),
	     AFTER(ARTICLE("a2", "was='a1'", ACT("d1")) ARTICLE("a3", "was='a2'", "")
		   ARTICLE("a4", "was='a2 a3'", "") ARTICLE("a9", "", "")));
	assert_becomes("before", "last",
		       "a1>a1 same; a2>a2 kept?; a3>a2 moved?; ->a5 added?");
	assert_becomes("last", "before",
		       "a1>a1 same; a2>a2 kept?; a3>a2 moved?; ->a5 added?");
	article = cyt_instrument_article_find(cyt_corpus_instrument_find(inquiry.corpus, "after"),
					      "a4");
	assert_int_equal(cyt_article_was_count(article), 2);
	assert_string_equal(cyt_article_id(cyt_article_was_at(article, 1)), "a3");
	assert_null(cyt_article_was_at(article, 2));
	assert_string_equal(cyt_instrument_id(cyt_instrument_supersedes(
				    cyt_corpus_instrument_find(inquiry.corpus, "last"))),
			    "after");
	assert_null(cyt_instrument_supersedes(cyt_corpus_instrument_find(inquiry.corpus, "before")));
}

/* One article, the demand as it was and as it is. */
#define TURNS(was, is, want)                                                        \
	do {                                                                         \
		OPEN(BEFORE(ARTICLE("a1", "", was)), AFTER(ARTICLE("a1", "was='a1'", is))); \
		assert_becomes("before", "after", "a1>a1 " want);                    \
		inquiry_close(&inquiry);                                             \
	} while (0)

static void
modality_options_and_what_must_not_be_covered_are_changes(void **state)
{
#define OPTION(content) "<option id='o' of='d'>" content "</option>"
#define FORBID(content) "<forbid id='f' concepts='act'>" content "</forbid>"
	(void)state;
	TURNS(ACT("d"), DEMAND("d", "concepts='act' modality='may'", ""), "changed");
	TURNS(ACT("d"), DEMAND("d", "concepts='act' subject-to='capability'", ""), "changed");
	TURNS(ACT("d"), ACT("d") OPTION(CASE("color", "red")), "changed");
	TURNS(ACT("d") OPTION(CASE("color", "red")),
	      ACT("d") "<reservable id='o' of='d'>" CASE("color", "red") "</reservable>", "changed");
	TURNS(ACT("d") OPTION(CASE("color", "red")),
	      ACT("d") "<option id='o' of='d' choice='c'>" CASE("color", "red") "</option>",
	      "changed");
	TURNS(ACT("d"), ACT("d") FORBID(CASE("mode", "attempt")), "changed");
	TURNS(ACT("d") FORBID(CASE("color", "red")), ACT("d") FORBID(""), "changed");
	TURNS(ACT("d") FORBID(CASE("color", "red blue")), ACT("d") FORBID(CASE("color", "blue red")),
	      "same");
	TURNS(ACT("d"), DEMAND("d", "concepts='act'", "<case facet='color' some='red blue'/>"),
	      "changed");
	TURNS(DEMAND("d", "concepts='act'", "<case facet='color' some='red blue'/>"),
	      DEMAND("d", "concepts='act'", "<case facet='color' some='red green'/>"), "changed");
	TURNS(ACT("d") DEMAND("e", "concepts='other'", ""),
	      "<any-of>" ACT("d") DEMAND("e", "concepts='other'", "") "</any-of>", "changed");
}

static void
the_same_said_in_other_words_is_no_change(void **state)
{
	(void)state;
	TURNS(ACT("d"), DEMAND("d", "concepts='act'", CASE("color", "red"))
	      DEMAND("e", "concepts='act'", CASE("color", "green blue")), "same");
	TURNS(DEMAND("d", "concepts='act other'", ""),
	      DEMAND("d", "concepts='other'", "") ACT("e"), "same");
	TURNS("<paragraph id='p'>" ACT("d") "</paragraph>", ACT("d"), "same");
	TURNS("<any-of>" ACT("d") DEMAND("e", "concepts='other'", "") "</any-of>",
	      "<any-of>" ACT("d") DEMAND("e", "concepts='other'", "") "</any-of>", "same");
}

static void
where_a_text_is_not_known_well_enough_nothing_is_claimed(void **state)
{
	(void)state;
	TURNS("", ACT("d"), "kept?");
	TURNS(ACT("d"), "<paragraph id='p' operative='no' because='saving'/>", "kept?");
	OPEN(BEFORE(ARTICLE("a1", "paragraphs='unknown'", ACT("d"))),
	     AFTER(ARTICLE("a1", "was='a1'", ACT("d"))));
	assert_becomes("before", "after", "a1>a1 kept?");
	inquiry_close(&inquiry);
	/* Of those that were merged, one is enough. */
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d")) ARTICLE("a2", "paragraphs='unknown'", "")),
	     AFTER(ARTICLE("a1", "was='a1 a2'", ACT("d"))));
	assert_becomes("before", "after", "a1>a1 kept?; a2>a1 moved?");
}

static void
what_rests_on_too_little_counts_as_not_known(void **state)
{
#define SEEN "<source basis='text' consulted='2026-01-01'/>"
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", DEMAND("d", "concepts='act'", SEEN))
		    ARTICLE("a2", "", DEMAND("e", "concepts='act'", SEEN))),
	     AFTER(ARTICLE("a1", "was='a1'", ACT("d"))
		   ARTICLE("a2", "was='a2'", DEMAND("e", "concepts='act'", SEEN)
			   DEMAND("f", "concepts='other'", ""))));
	compare_on("before", "after", CYT_BASIS_TEXT);
	assert_concordance("a1>a1 kept?; a2>a2 same");
	assert_becomes("before", "after", "a1>a1 same; a2>a2 changed");
}

static void
what_an_article_was_may_be_unknown(void **state)
{
	(void)state;
	OPEN(BEFORE(ARTICLE("a1", "", ACT("d1")) ARTICLE("a2", "", "")),
	     AFTER(ARTICLE("a1", "was='a1'", ACT("d1")) ARTICLE("a3", "was='unknown'", "")
		   ARTICLE("a4", "", "")),
	     TEXT("last", "supersedes='after'", ARTICLE("a5", "was='a3'", "")
		  ARTICLE("a6", "was='a4'", "") ARTICLE("a7", "was='a1 a3'", "")));
	assert_becomes("before", "after", "a1>a1 same; a2>- dropped?; ->a3 ?; ->a4 added?");
	assert_becomes("last", "before", "->a5 ?; ->a6 added?; a1>a7 moved?; a2>- dropped?");
	assert_int_equal(cyt_article_was_unknown(
				 cyt_passage_later(cyt_result_passage_at(inquiry.result, 0))), 0);
	compare_on("after", "before", CYT_BASIS_UNKNOWN);
	assert_int_equal(cyt_article_was_unknown(
				 cyt_passage_later(cyt_result_passage_at(inquiry.result, 1))), 1);
}

static void
an_article_without_a_number_goes_by_its_id(void **state)
{
	(void)state;
	OPEN(BEFORE("<article id='a1'/><article id='a2' num='2'/>"),
	     AFTER("<article id='a1' num='7' was='a1'/><article id='a3' was='a2'/>"));
	assert_becomes("before", "after", "a1>a1 kept?; a2>a3 moved?");
}

static void
names_of_fates_are_those_of_json(void **state)
{
	(void)state;
	assert_string_equal(cyt_fate_name(CYT_FATE_UNKNOWN), "");
	assert_string_equal(cyt_fate_name(CYT_FATE_DROPPED), "dropped");
	assert_string_equal(cyt_fate_name((enum cyt_fate)99), "");
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(an_article_says_why_it_asks_for_nothing),
		CLEANED(what_nobody_read_is_a_counterpart_all_the_same),
		CLEANED(every_article_of_both_texts_has_its_fate),
		CLEANED(arguments_swapped_tell_the_same_in_the_order_of_the_other),
		CLEANED(instruments_of_which_none_supersedes_the_other_have_no_concordance),
		CLEANED(what_was_merged_or_split_is_taken_together),
		CLEANED(versions_further_apart_are_followed_through_those_between),
		cmocka_unit_test(modality_options_and_what_must_not_be_covered_are_changes),
		cmocka_unit_test(the_same_said_in_other_words_is_no_change),
		CLEANED(where_a_text_is_not_known_well_enough_nothing_is_claimed),
		CLEANED(what_rests_on_too_little_counts_as_not_known),
		CLEANED(what_an_article_was_may_be_unknown),
		CLEANED(an_article_without_a_number_goes_by_its_id),
		cmocka_unit_test(names_of_fates_are_those_of_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

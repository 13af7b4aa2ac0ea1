/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two instruments article by article, on small documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define DEMAND(id, rest, content) "<demand id='" id "' " rest ">" content "</demand>"
#define ARTICLE(id, content) "<article id='" id "' num='" id "'>" content "</article>"
#define TREATY(id, rest, content) "<instrument " NS " id='" id "' " rest ">" content "</instrument>"
#define OPTION(id, of, content) "<option id='" id "' of='" of "'>" content "</option>"
#define RESERVABLE(id, of, content) "<reservable id='" id "' of='" of "'>" content "</reservable>"

#define VOCABULARY                                                                  \
	"<vocabulary " NS " id='v'>"                                                 \
	"<facet id='color'><value id='red'/><value id='green'/><value id='blue'/></facet>" \
	"<facet id='mode' layer='yes' unstated='principal'><value id='principal'/>"  \
	"<value id='attempt'/></facet>"                                              \
	"<facet id='age' type='quantity' unit='years'/>"                             \
	"<concept id='act' kind='act' facets='color mode'/>"                         \
	"<concept id='aged' kind='act' facets='age'/>"                               \
	"<concept id='other' kind='act' facets='color'/></vocabulary>"

/* All colours, of which blue is an option there and takes a reservation here. */
#define HERE                                                                        \
	TREATY("here", "",                                                           \
	       ARTICLE("a", DEMAND("a_d", "concepts='act'", "")                      \
		       RESERVABLE("a_r", "a_d", CASE("color", "blue")))              \
	       ARTICLE("b", DEMAND("b_d", "concepts='other'", CASE("color", "red green"))) \
	       ARTICLE("c", DEMAND("c_d", "extends='a'", CASE("mode", "attempt")))   \
	       ARTICLE("d", DEMAND("d_d", "concepts='aged' modality='may'", ""))     \
	       ARTICLE("e", ""))
#define THERE                                                                       \
	TREATY("there", "",                                                          \
	       ARTICLE("p", DEMAND("p_d", "concepts='act'", "")                      \
		       OPTION("p_o", "p_d", CASE("color", "blue")))                  \
	       ARTICLE("q", DEMAND("q_d", "concepts='other'", CASE("color", "green blue"))) \
	       ARTICLE("r", DEMAND("r_d", "concepts='aged'", "<case facet='age' below='18'/>")))

static int
try_compare(const char *one, const char *other, enum cyt_basis basis)
{
	struct cyt_terms *terms;
	int err;

	cyt_result_unref(inquiry.result);
	inquiry.result = NULL;
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260101, &terms), 0);
	assert_int_equal(cyt_terms_set_basis(terms, basis), 0);
	err = cyt_query_compare(inquiry.corpus, one, other, terms, &inquiry.result);
	cyt_terms_free(terms);
	return err;
}

static void
compare(const char *one, const char *other)
{
	assert_int_equal(try_compare(one, other, CYT_BASIS_UNKNOWN), 0);
}

static void
add(struct note *note, const char *text)
{
	assert_int_equal(note_sink(note, text, strlen(text)), 0);
}

/* "a p=equal/wider/equal; b -": articles of a side with their matches. */
static void
assert_matches(enum cyt_side side, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t i = 0; i < cyt_result_comparison_count(inquiry.result, side); i++) {
		const struct cyt_comparison *comparison =
			cyt_result_comparison_at(inquiry.result, side, i);

		add(&note, i ? "; " : "");
		add(&note, cyt_article_id(cyt_comparison_article(comparison)));
		for (size_t k = 0; k < cyt_comparison_match_count(comparison); k++) {
			const struct cyt_match *match = cyt_comparison_match_at(comparison, k);

			add(&note, " ");
			add(&note, cyt_article_id(cyt_match_article(match)));
			for (int f = CYT_FLOOR_DUTY; f <= CYT_FLOOR_BY_RESERVATION; f++) {
				add(&note, f == CYT_FLOOR_DUTY ? "=" : "/");
				add(&note, cyt_relation_name(
						   cyt_match_relation(match, (enum cyt_floor)f)));
			}
		}
	}
	assert_string_equal(note.text, want);
}

static const struct cyt_comparison *
comparison_of(enum cyt_side side, size_t i)
{
	const struct cyt_comparison *comparison = cyt_result_comparison_at(inquiry.result, side, i);

	assert_non_null(comparison);
	return comparison;
}

/* The sentences of all differences of an article, joined by blanks. */
static void
assert_differences(const struct cyt_comparison *comparison, const char *want)
{
	struct note note = { .length = 0 };

	for (size_t i = 0; i < cyt_comparison_difference_count(comparison); i++) {
		add(&note, i ? " " : "");
		assert_int_equal(cyt_difference_sentence(cyt_comparison_difference_at(comparison, i),
							 note_sink, &note), 0);
	}
	assert_string_equal(note.text, want);
}

static void
assert_match_sentence(enum cyt_side side, size_t i, const char *want)
{
	struct note note = { .length = 0 };

	assert_int_equal(cyt_match_sentence(cyt_comparison_match_at(comparison_of(side, i), 0),
					    note_sink, &note), 0);
	assert_string_equal(note.text, want);
}

static void
articles_that_demand_nothing_stand_on_neither_side(void **state)
{
	(void)state;
	OPEN(HERE, THERE);
	compare("here", "there");
	assert_matches(CYT_SIDE_FIRST, "a p=equal/wider/equal; "
				       "b q=overlapping/overlapping/overlapping; c");
	assert_matches(CYT_SIDE_SECOND, "p a=equal/narrower/equal; "
					"q b=overlapping/overlapping/overlapping; r");
	assert_string_equal(cyt_result_subject(inquiry.result), "here");
	assert_string_equal(cyt_result_subject_kind(inquiry.result), "instrument");
	assert_string_equal(cyt_instrument_id(cyt_result_instrument(inquiry.result)), "there");
	assert_int_equal(cyt_result_question(inquiry.result), CYT_QUESTION_COMPARE);
	assert_null(cyt_result_comparison_at(inquiry.result, CYT_SIDE_FIRST, 3));
	assert_int_equal(cyt_result_comparison_count(inquiry.result, CYT_SIDE_UNKNOWN), 0);
}

static void
an_instrument_is_equal_to_itself(void **state)
{
	(void)state;
	OPEN(HERE);
	compare("here", "here");
	assert_matches(CYT_SIDE_FIRST, "a a=equal/equal/equal; b b=equal/equal/equal; "
				       "c c=equal/equal/equal");
	for (size_t i = 0; i < 3; i++)
		assert_differences(comparison_of(CYT_SIDE_FIRST, i), "");
	assert_match_sentence(CYT_SIDE_FIRST, 0, "Equal duty, equal floor.");
}

static void
differences_say_what_takes_an_option_and_what_a_reservation(void **state)
{
	const struct cyt_difference *difference;

	(void)state;
	OPEN(HERE, THERE);
	compare("here", "there");
	assert_match_sentence(CYT_SIDE_FIRST, 0,
			      "Equal duty, higher floor by option, equal floor by reservation.");
	assert_match_sentence(CYT_SIDE_SECOND, 0,
			      "Equal duty, lower floor by option, equal floor by reservation.");
	assert_match_sentence(CYT_SIDE_FIRST, 1, "Overlapping duties.");
	assert_differences(comparison_of(CYT_SIDE_FIRST, 0),
			   "May be left out here only by reservation, there by option: "
			   "act (color: blue).");
	assert_differences(comparison_of(CYT_SIDE_SECOND, 0),
			   "May be left out here by option, there only by reservation: "
			   "act (color: blue).");
	assert_differences(comparison_of(CYT_SIDE_FIRST, 1), "Asked here alone: other (color: red).");
	difference = cyt_comparison_difference_at(comparison_of(CYT_SIDE_FIRST, 0), 0);
	assert_int_equal(cyt_difference_here(difference), CYT_STANDING_RESERVABLE);
	assert_int_equal(cyt_difference_there(difference), CYT_STANDING_OPTIONAL);
	assert_string_equal(cyt_concept_id(cyt_difference_concept(difference)), "act");
	assert_region(cyt_difference_region(difference), "color=blue mode=principal");
}

static void
an_extended_demand_says_what_it_extends_to(void **state)
{
	(void)state;
	OPEN(HERE, THERE);
	compare("here", "there");
	assert_differences(comparison_of(CYT_SIDE_FIRST, 2),
			   "Asked here alone: act (color: other than blue) (mode: attempt). "
			   "Asked here alone, though it may be reserved: act (color: blue) (mode: attempt).");
}

static void
an_option_excuses_its_own_demand_alone(void **state)
{
	(void)state;
	OPEN(TREATY("one", "",
		    ARTICLE("a", DEMAND("a_d", "concepts='act'", CASE("color", "red blue"))
			    DEMAND("a_e", "concepts='act'", CASE("color", "green blue"))
			    OPTION("a_o", "a_d", CASE("color", "red blue")))),
	     TREATY("two", "", ARTICLE("p", DEMAND("p_d", "concepts='act'", ""))));
	compare("one", "two");
	assert_matches(CYT_SIDE_FIRST, "a p=equal/narrower/narrower");
	assert_differences(comparison_of(CYT_SIDE_FIRST, 0),
			   "May be left out here by option, there not at all: act (color: red).");
}

static void
a_floor_may_have_nothing_left(void **state)
{
	(void)state;
	OPEN(TREATY("one", "", ARTICLE("a", DEMAND("a_d", "concepts='act'", "")
				       OPTION("a_o", "a_d", ""))),
	     TREATY("two", "", ARTICLE("p", DEMAND("p_d", "concepts='act'", "")
				       RESERVABLE("p_r", "p_d", ""))));
	compare("one", "two");
	assert_matches(CYT_SIDE_FIRST, "a p=equal/absent/equal");
	assert_match_sentence(CYT_SIDE_FIRST, 0,
			      "Equal duty, no common floor by option, equal floor by reservation.");
}

static void
of_norms_every_modality_counts_and_of_treaties_shall_alone(void **state)
{
	(void)state;
	OPEN(TREATY("norms", "type='norms'",
		    ARTICLE("a", DEMAND("a_d", "concepts='act' modality='may'", ""))),
	     TREATY("treaty", "",
		    ARTICLE("p", DEMAND("p_d", "concepts='act'", CASE("color", "red"))
			    DEMAND("p_e", "concepts='act' modality='consider'", ""))));
	compare("norms", "treaty");
	assert_matches(CYT_SIDE_FIRST, "a p=wider/wider/wider");
}

static void
alternatives_unite(void **state)
{
	(void)state;
	OPEN(TREATY("one", "", ARTICLE("a", "<any-of>" DEMAND("a_d", "concepts='act'", "")
				       DEMAND("a_e", "concepts='other'", "") "</any-of>")),
	     TREATY("two", "", ARTICLE("p", DEMAND("p_d", "concepts='other'", ""))));
	compare("one", "two");
	assert_matches(CYT_SIDE_FIRST, "a p=wider/wider/wider");
}

static void
a_weaker_basis_can_be_left_out(void **state)
{
	(void)state;
	OPEN(HERE, TREATY("there", "",
			  ARTICLE("p", DEMAND("p_d", "concepts='act'",
					      "<source basis='text' consulted='2026-01-01'/>"))));
	assert_int_equal(try_compare("here", "there", CYT_BASIS_TEXT), 0);
	assert_matches(CYT_SIDE_FIRST, "");
	assert_matches(CYT_SIDE_SECOND, "p");
}

static void
names_that_nobody_has_are_not_found(void **state)
{
	(void)state;
	OPEN(HERE, THERE);
	assert_int_equal(try_compare("here", "nowhere", CYT_BASIS_UNKNOWN), CYT_ERR_NOTFOUND);
	assert_int_equal(try_compare("nowhere", "there", CYT_BASIS_UNKNOWN), CYT_ERR_NOTFOUND);
	assert_null(inquiry.result);
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(articles_that_demand_nothing_stand_on_neither_side),
		CLEANED(an_instrument_is_equal_to_itself),
		CLEANED(differences_say_what_takes_an_option_and_what_a_reservation),
		CLEANED(an_extended_demand_says_what_it_extends_to),
		CLEANED(an_option_excuses_its_own_demand_alone),
		CLEANED(a_floor_may_have_nothing_left),
		CLEANED(of_norms_every_modality_counts_and_of_treaties_shall_alone),
		CLEANED(alternatives_unite),
		CLEANED(a_weaker_basis_can_be_left_out),
		CLEANED(names_that_nobody_has_are_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

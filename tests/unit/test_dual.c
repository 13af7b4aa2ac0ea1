/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Facts, and dual criminality, on small documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define LAW(id, where, content)                                                        \
	"<law " NS " id='" id "' jurisdiction='" where "'><title xml:lang='en'>Act " id \
	"</title>" content "</law>"
#define SUPPLY(id, concept, content)                                                   \
	"<provision id='" id "' num='" id "'><supply concepts='" concept "'>" content   \
	"</supply></provision>"
#define STATE(id, content)                                                             \
	"<state " NS " id='" id "'><label xml:lang='en'>" id "land</label>" content "</state>"
#define READ "<assessed concepts='*'/>"

/* act: colour with a nested value, mode, age; list: acts as values. */
#define VOCABULARY                                                                  \
	"<vocabulary " NS " id='v'>"                                                 \
	"<facet id='color'><value id='warm'><value id='red'/><value id='yellow'/></value>" \
	"<value id='blue'/></facet>"                                                 \
	"<facet id='mode' layer='yes' unstated='principal'><value id='principal'/>"  \
	"<value id='attempt'/></facet>"                                              \
	"<facet id='age' type='quantity' unit='years'/>"                             \
	"<facet id='of' type='concepts' kind='act'/>"                                \
	"<concept id='acts' kind='act'/>"                                            \
	"<concept id='act' kind='act' broader='acts' facets='color mode age'/>"      \
	"<concept id='other' kind='act' broader='acts' facets='color'/>"             \
	"<concept id='power' kind='power' facets='of'/></vocabulary>"

static int
try_dual(const char *one, const char *other, const char *facts)
{
	struct cyt_terms *terms;
	int err;

	cyt_result_unref(inquiry.result);
	inquiry.result = NULL;
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260101, &terms), 0);
	assert_int_equal(cyt_terms_set_basis(terms, inquiry.basis), 0);
	err = cyt_query_dual(inquiry.corpus, one, other, facts, terms, &inquiry.result);
	cyt_terms_free(terms);
	return err;
}

static const struct cyt_dual *
dual(const char *one, const char *other, const char *facts)
{
	assert_int_equal(try_dual(one, other, facts), 0);
	assert_int_equal(cyt_result_dual_count(inquiry.result), 1);
	return cyt_result_dual_at(inquiry.result, 0);
}

static void
assert_dual(const char *one, const char *other, const char *facts, const char *want)
{
	assert_string_equal(cyt_duality_name(cyt_dual_verdict(dual(one, other, facts))), want);
	/* Dual criminality has no direction. */
	assert_string_equal(cyt_duality_name(cyt_dual_verdict(dual(other, one, facts))), want);
}

static void
assert_says(const struct cyt_dual *dual, enum cyt_side side, const char *want)
{
	struct note note = { .length = 0 };

	if (side == CYT_SIDE_UNKNOWN)
		assert_int_equal(cyt_dual_sentence(dual, note_sink, &note), 0);
	else
		assert_int_equal(cyt_dual_side_sentence(dual, side, note_sink, &note), 0);
	assert_string_equal(note.text, want);
}

/* -- facts -------------------------------------------------------------------------------- */

#define AGES LAW("ages", "AA", SUPPLY("p", "act", "<case facet='age' at-least='14' below='18'/>"))

static void
assert_facts(const char *facts, const char *want)
{
	assert_region(cyt_dual_facts(dual("AA", "AA", facts)), want);
}

static void
silence_takes_the_unstated_value_or_every_one(void **state)
{
	(void)state;
	OPEN(AGES);
	assert_facts("act", "mode=principal");
	assert_facts("act,mode=attempt", "mode=attempt");
	assert_facts("act,mode=attempt principal", "");
	assert_facts("act, color=blue , mode = attempt", "color=blue mode=attempt");
	assert_string_equal(cyt_result_facts(inquiry.result), "act, color=blue , mode = attempt");
}

static void
a_parent_value_or_a_broader_concept_means_its_leaves(void **state)
{
	(void)state;
	OPEN(AGES);
	assert_facts("act,color=warm", "color=red,yellow mode=principal");
	assert_facts("power,of=other", "of=other");
	assert_facts("power,of=acts", "");
}

static void
quantities_are_rounded_out_to_the_intervals_there_are(void **state)
{
	(void)state;
	OPEN(AGES);
	assert_facts("act,age=13", "mode=principal age=[0,14)");
	assert_facts("act,age=14", "mode=principal age=[14,18)");
	assert_facts("act,age=17", "mode=principal age=[14,18)");
	assert_facts("act,age=17..18", "mode=principal age=[14,)");
	assert_facts("act,age=18..", "mode=principal age=[18,)");
	assert_facts("act,age=2 20", "mode=principal age=[0,14)[18,)");
}

static void
assert_fault(const char *facts, int err, const char *want)
{
	struct note note = { .length = 0 };

	assert_int_equal(try_dual("AA", "AA", facts), err);
	assert_null(inquiry.result);
	assert_int_equal(cyt_facts_fault(inquiry.corpus, facts, note_sink, &note), 0);
	assert_string_equal(note.text, want);
}

static void
facts_that_make_no_sense_are_explained(void **state)
{
	struct note note = { .length = 0 };

	(void)state;
	OPEN(AGES);
	assert_fault("", CYT_ERR_NOTFOUND, "there is no concept ''");
	assert_fault("ac", CYT_ERR_NOTFOUND, "there is no concept 'ac'");
	assert_fault("acts", CYT_ERR_INVALID,
		     "'acts' is several concepts; facts are of one: act or other");
	assert_fault("act,colour=red", CYT_ERR_NOTFOUND,
		     "concept 'act' has no facet 'colour': color, mode or age");
	assert_fault("act,of=act", CYT_ERR_NOTFOUND,
		     "concept 'act' has no facet 'of': color, mode or age");
	assert_fault("act,color=green", CYT_ERR_NOTFOUND,
		     "facet 'color' has no value 'green': warm, red, yellow or blue");
	assert_fault("act,color", CYT_ERR_INVALID, "'color' is not of the form FACET=VALUE");
	assert_fault("act,color=", CYT_ERR_INVALID, "facet 'color' is given no value");
	assert_fault("act,color=red,color=blue", CYT_ERR_INVALID,
		     "facet 'color' is there twice; several values are divided by blanks");
	assert_fault("act,age=young", CYT_ERR_INVALID,
		     "facet 'age' takes a number such as 17, 16..18 or 16.., not 'young'");
	assert_fault("act,age=18..16", CYT_ERR_INVALID,
		     "facet 'age' takes a number such as 17, 16..18 or 16.., not '18..16'");
	assert_fault("act,age=4294967295", CYT_ERR_INVALID,
		     "facet 'age' takes a number such as 17, 16..18 or 16.., not '4294967295'");
	assert_int_equal(cyt_facts_fault(inquiry.corpus, "act,age=16", note_sink, &note), 0);
	assert_string_equal(note.text, "");
}

/* -- answers ------------------------------------------------------------------------------ */

#define RED LAW("red", "AA", SUPPLY("p", "act", CASE("color", "red")))
#define WARM LAW("warm", "BB", SUPPLY("q", "act", CASE("color", "warm")))

static void
the_five_answers(void **state)
{
	(void)state;
	OPEN(RED, WARM, STATE("AA", READ), STATE("BB", READ), STATE("CC", ""));
	assert_dual("AA", "BB", "act,color=red", "both");
	assert_dual("AA", "BB", "act,color=warm", "depends");
	assert_dual("AA", "BB", "act", "depends");
	assert_dual("AA", "BB", "act,color=yellow", "one-sided");
	assert_dual("AA", "BB", "act,color=blue", "neither");
	assert_dual("AA", "CC", "act,color=red", "not-assessed");
	assert_dual("CC", "CC", "act", "not-assessed");
}

static void
what_both_meet_apart_depends_all_the_same(void **state)
{
	const struct cyt_dual *answer;

	(void)state;
	OPEN(RED, LAW("blue", "BB", SUPPLY("q", "act", CASE("color", "blue"))));
	answer = dual("AA", "BB", "act");
	assert_int_equal(cyt_dual_verdict(answer), CYT_DUALITY_DEPENDS);
	assert_int_equal(cyt_region_box_count(cyt_dual_both(answer)), 0);
	assert_region(cyt_dual_outside(answer, CYT_SIDE_FIRST), "color=yellow,blue mode=principal");
	assert_region(cyt_dual_outside(answer, CYT_SIDE_SECOND), "color=red,yellow mode=principal");
	assert_null(cyt_dual_outside(answer, CYT_SIDE_UNKNOWN));
}

static void
an_answer_names_provisions_and_what_is_outside(void **state)
{
	const struct cyt_dual *answer;

	(void)state;
	OPEN(RED, WARM, STATE("AA", READ), STATE("BB", READ));
	answer = dual("AA", "BB", "act,color=warm");
	assert_region(cyt_dual_both(answer), "color=red mode=principal");
	assert_region(cyt_dual_outside(answer, CYT_SIDE_FIRST), "color=yellow mode=principal");
	assert_null(cyt_dual_outside(answer, CYT_SIDE_SECOND));
	assert_string_equal(cyt_provision_id(cyt_evidence_provision(
				    cyt_dual_supplied_by_at(answer, CYT_SIDE_SECOND, 0))), "q");
	assert_null(cyt_dual_supplied_by_at(answer, CYT_SIDE_SECOND, 1));
	assert_null(cyt_dual_demand(answer));
	assert_says(answer, CYT_SIDE_UNKNOWN,
		    "Depends on the facts: act (color: warm) (mode: principal). "
		    "Rests on facts that are not verified.");
	assert_says(answer, CYT_SIDE_FIRST,
		    "AAland: covered in part by Act red (p); not covered: (color: yellow).");
	assert_says(answer, CYT_SIDE_SECOND, "BBland: covered by Act warm (q).");
	assert_string_equal(cyt_result_state(inquiry.result, CYT_SIDE_FIRST), "AA");
	assert_string_equal(cyt_result_state_kind(inquiry.result, CYT_SIDE_FIRST), "jurisdiction");
	assert_string_equal(cyt_result_state_title(inquiry.result, CYT_SIDE_SECOND), "BBland");
}

static void
nobody_says_what_lies_outside_a_law_that_was_not_read(void **state)
{
	const struct cyt_dual *answer;

	(void)state;
	OPEN(RED, STATE("AA", READ), STATE("CC", ""));
	answer = dual("AA", "CC", "act,color=red");
	assert_null(cyt_dual_outside(answer, CYT_SIDE_FIRST));
	assert_null(cyt_dual_outside(answer, CYT_SIDE_SECOND));
	assert_says(answer, CYT_SIDE_UNKNOWN,
		    "Not assessed: act (color: red) (mode: principal). "
		    "Rests on facts that are not verified.");
	assert_says(answer, CYT_SIDE_SECOND, "CCland: its law was not read for this.");
}

static void
a_condition_is_named_where_only_it_reaches(void **state)
{
	const struct cyt_dual *answer;

	(void)state;
	OPEN(RED, LAW("if", "BB", SUPPLY("q", "act", "<condition>on Sundays</condition>")),
	     STATE("AA", READ), STATE("BB", READ));
	answer = dual("AA", "BB", "act,color=red");
	assert_int_equal(cyt_dual_verdict(answer), CYT_DUALITY_DEPENDS);
	assert_null(cyt_dual_supplied_by_at(answer, CYT_SIDE_SECOND, 0));
	assert_string_equal(cyt_evidence_condition_at(
				    cyt_dual_conditional_at(answer, CYT_SIDE_SECOND, 0), 0),
			    "on Sundays");
	assert_says(answer, CYT_SIDE_SECOND,
		    "BBland: covered only under a condition: on Sundays (Act if, q).");
	assert_says(answer, CYT_SIDE_UNKNOWN,
		    "Depends on a condition: act (color: red) (mode: principal). "
		    "Rests on facts that are not verified.");
	assert_dual("AA", "BB", "act,color=blue", "one-sided");
}

static void
conditions_fill_what_is_left_and_no_more(void **state)
{
	const struct cyt_dual *answer;

	(void)state;
	OPEN(WARM, LAW("if", "BB", SUPPLY("r", "act", "<condition>on Sundays</condition>")));
	answer = dual("BB", "BB", "act");
	assert_region(cyt_evidence_region(cyt_dual_conditional_at(answer, CYT_SIDE_FIRST, 0)),
		      "color=blue mode=principal");
	assert_says(answer, CYT_SIDE_FIRST,
		    "BB: covered in part by Act warm (q); not covered: (color: blue); of that, "
		    "under a condition: on Sundays (Act if, r).");
	answer = dual("BB", "BB", "act,color=red");
	assert_int_equal(cyt_dual_verdict(answer), CYT_DUALITY_BOTH);
	assert_null(cyt_dual_conditional_at(answer, CYT_SIDE_FIRST, 0));
}

static void
what_only_weaker_law_covers_is_not_assessed(void **state)
{
	(void)state;
	OPEN(RED, LAW("sure", "BB", "<source basis='text' consulted='2026-01-01'/>"
		      SUPPLY("q", "act", "")), STATE("AA", READ), STATE("BB", READ));
	inquiry.basis = CYT_BASIS_TEXT;
	assert_dual("AA", "BB", "act,color=red", "not-assessed");
	assert_dual("AA", "BB", "act,color=blue", "one-sided");
	assert_dual("BB", "BB", "act", "both");
	assert_int_equal(cyt_dual_basis(cyt_result_dual_at(inquiry.result, 0)), CYT_BASIS_TEXT);
	assert_int_equal(cyt_dual_consulted(cyt_result_dual_at(inquiry.result, 0)), 20260101);
}

static void
over_an_instrument_each_shall_demand_is_asked(void **state)
{
	const struct cyt_dual *answer;
	struct cyt_terms *terms;

	(void)state;
	OPEN(RED, WARM, STATE("AA", READ), STATE("BB", READ),
	     "<instrument " NS " id='treaty'><article id='a' num='1'>"
	     "<demand id='d' concepts='act'><case facet='color' is='red'/></demand>"
	     "<demand id='e' concepts='other' modality='may'/></article>"
	     "<article id='b' num='2'><demand id='f' extends='a'><case facet='mode' is='attempt'/>"
	     "</demand></article></instrument>");
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260101, &terms), 0);
	assert_int_equal(cyt_query_dual_against(inquiry.corpus, "AA", "BB", "nothing", terms,
						&inquiry.result), CYT_ERR_NOTFOUND);
	assert_int_equal(cyt_query_dual_against(inquiry.corpus, "AA", "BB", "treaty", terms,
						&inquiry.result), 0);
	cyt_terms_free(terms);
	assert_int_equal(cyt_result_dual_count(inquiry.result), 2);
	answer = cyt_result_dual_at(inquiry.result, 0);
	assert_string_equal(cyt_demand_id(cyt_dual_demand(answer)), "d");
	assert_int_equal(cyt_dual_verdict(answer), CYT_DUALITY_BOTH);
	answer = cyt_result_dual_at(inquiry.result, 1);
	assert_int_equal(cyt_dual_verdict(answer), CYT_DUALITY_NEITHER);
	assert_region(cyt_dual_facts(answer), "color=red mode=attempt");
	assert_says(answer, CYT_SIDE_UNKNOWN,
		    "Covered by the law of neither: act (mode: attempt). "
		    "Rests on facts that are not verified.");
	assert_null(cyt_result_facts(inquiry.result));
	assert_null(cyt_result_dual_at(inquiry.result, 2));
}

static void
one_of_several_values_is_enough_where_the_demand_says_so(void **state)
{
	struct cyt_terms *terms;

	(void)state;
	OPEN(RED, LAW("blue", "BB", SUPPLY("q", "act", CASE("color", "blue"))),
	     "<instrument " NS " id='treaty'><article id='a'><demand id='d' concepts='act'>"
	     "<case facet='color' some='red blue'/></demand></article></instrument>");
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260101, &terms), 0);
	assert_int_equal(cyt_query_dual_against(inquiry.corpus, "AA", "BB", "treaty", terms,
						&inquiry.result), 0);
	cyt_terms_free(terms);
	assert_int_equal(cyt_dual_verdict(cyt_result_dual_at(inquiry.result, 0)),
			 CYT_DUALITY_BOTH);
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(silence_takes_the_unstated_value_or_every_one),
		CLEANED(a_parent_value_or_a_broader_concept_means_its_leaves),
		CLEANED(quantities_are_rounded_out_to_the_intervals_there_are),
		CLEANED(facts_that_make_no_sense_are_explained),
		CLEANED(the_five_answers),
		CLEANED(what_both_meet_apart_depends_all_the_same),
		CLEANED(an_answer_names_provisions_and_what_is_outside),
		CLEANED(nobody_says_what_lies_outside_a_law_that_was_not_read),
		CLEANED(a_condition_is_named_where_only_it_reaches),
		CLEANED(conditions_fill_what_is_left_and_no_more),
		CLEANED(what_only_weaker_law_covers_is_not_assessed),
		CLEANED(over_an_instrument_each_shall_demand_is_asked),
		CLEANED(one_of_several_values_is_enough_where_the_demand_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

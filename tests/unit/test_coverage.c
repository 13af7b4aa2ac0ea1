/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The worked cases of the semantics, by their numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

#define LAW(content)                                                           \
	"<law " NS " id='law' jurisdiction='AA'><title xml:lang='en'>Penal Act</title>" \
	"<assessed concepts='*'/>" content "</law>"
#define PROVISION(id, content) "<provision id='" id "' num='" id "'>" content "</provision>"
#define SUPPLY(concepts, content) "<supply concepts='" concepts "'>" content "</supply>"
#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define WITHOUT_RIGHT CASE("authority", "without-right")
#define PROTECTED CASE("security", "protected")
#define FIVE_ACTS "data.damage data.delete data.deteriorate data.alter data.suppress"

#define ACCESS "art_7__para_1__d", "system.access"
#define OPTION(name) "art_7__para_2__" name
#define HARM "art_9__para_2__harm"

static const char *const five_acts[] = { "data.damage", "data.delete", "data.deteriorate",
					 "data.alter", "data.suppress" };

static void
open_with(const char *law, const char *state)
{
	const char *const documents[] = { "tests/data/worked/vocabulary.xml",
					  "tests/data/worked/un.xml",
					  "tests/data/worked/ets185.xml", law, state, NULL };

	inquiry_open(&inquiry, documents);
}

static void
against(const char *instrument)
{
	ask_coverage(&inquiry, "law", instrument, "2026-01-01");
}

#define ACCESS_LAW LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT)))
#define PROTECTED_ACCESS_LAW LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT PROTECTED)))

static void
worked_case_01_unauthorised_access_is_full(void **state)
{
	(void)state;
	open_with(ACCESS_LAW, NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full");
	assert_supplied_by(row_of(&inquiry, ACCESS), "law/1");
	assert_used(row_of(&inquiry, ACCESS), "");
	assert_missing(&inquiry, ACCESS, "");
	assert_sentence(row_of(&inquiry, ACCESS), "Covered by Penal Act (1). Rests on facts that "
						  "are not verified.");
}

static void
worked_case_02_protected_systems_only_is_full_by_option(void **state)
{
	(void)state;
	open_with(PROTECTED_ACCESS_LAW, NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full-by-option");
	assert_used(row_of(&inquiry, ACCESS), OPTION("security"));
	assert_missing(&inquiry, ACCESS, "");
	assert_sentence(row_of(&inquiry, ACCESS),
			"Covered by Penal Act (1). Left out lawfully under article 7(2): (security of "
			"the system: unprotected). Rests on facts that are not verified.");
}

static void
worked_case_03_learning_information_misses_bare_access(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT PROTECTED
					    CASE("outcome", "data-learned")))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "partial");
	assert_used(row_of(&inquiry, ACCESS),
		    OPTION("security") " " OPTION("purpose") " " OPTION("connection"));
	assert_missing(&inquiry, ACCESS,
		       "authority=none,exceeded fault=intent security=protected "
		       "purpose=obtain-data,other-dishonest connection=networked outcome=none "
		       "mode=principal agent=natural");
	/* For people: only what bounds the gap. */
	assert_region(cyt_row_finding_region(row_of(&inquiry, ACCESS),
					     CYT_ROW_REGION_MISSING_WIDE), "outcome=none");
	/* The law reaches some of what each option but the first names. */
	assert_sentence(row_of(&inquiry, ACCESS),
			"Covered in part by Penal Act (1). Not covered: access to a system (outcome of the "
			"access: none). Left out lawfully under article 7(2), as far as not covered: "
			"(security of the system: unprotected); (purpose: none); (connection of the "
			"system: standalone). Rests on facts that are not verified.");
}

static void
worked_case_04_the_five_acts_are_full(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY(FIVE_ACTS, WITHOUT_RIGHT))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "full");
	against("ets185");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "full");
}

static void
worked_case_05_protected_is_allowed_by_article_7_and_not_by_article_9(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY(FIVE_ACTS, WITHOUT_RIGHT PROTECTED))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "partial");
	for (size_t i = 0; i < 5; i++) {
		assert_missing(&inquiry, "art_9__para_1__d", five_acts[i],
			       "authority=none,exceeded fault=intent security=unprotected "
			       "harm=serious mode=principal agent=natural");
		assert_used(row_of(&inquiry, "art_9__para_1__d", five_acts[i]), HARM);
	}
	against("ets185");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "partial");
	assert_missing(&inquiry, "art_4__para_1__d", "data.alter",
		       "authority=none,exceeded fault=intent security=unprotected mode=principal "
		       "agent=natural");
}

#define SERIOUS_LAW LAW(PROVISION("1", SUPPLY(FIVE_ACTS, WITHOUT_RIGHT CASE("harm", "serious"))))

static void
worked_case_06_serious_harm_is_an_option_here_and_a_reservation_there(void **state)
{
	(void)state;
	open_with(SERIOUS_LAW,
		  "<state " NS " id='AA'><assessed concepts='*'/>"
		  "<action kind='reservation' id='res-1' instrument='ets185' of='art_4__para_1__d'"
		  " date='2015-06-01' until='2020-01-01'>" CASE("harm", "minor") "</action></state>");
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "full-by-option");
	ask_coverage(&inquiry, "law", "ets185", "2015-05-31");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "partial");
	assert_missing(&inquiry, "art_4__para_1__d", "data.alter",
		       "authority=none,exceeded fault=intent harm=minor mode=principal "
		       "agent=natural");
	ask_coverage(&inquiry, "law", "ets185", "2015-06-01");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "full-by-reservation");
	assert_used(row_of(&inquiry, "art_4__para_1__d", "data.alter"), "res-1");
	assert_missing(&inquiry, "art_4__para_1__d", "data.alter", "");
	/* Withdrawn. */
	ask_coverage(&inquiry, "law", "ets185", "2020-01-01");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "partial");
}

/* Whoever has no authorisation is punished whatever the harm. */
#define EXCEEDED_SERIOUS_LAW                                                             \
	LAW(PROVISION("1", SUPPLY(FIVE_ACTS, CASE("authority", "none")))                 \
	    PROVISION("2", SUPPLY(FIVE_ACTS, WITHOUT_RIGHT CASE("harm", "serious"))))
#define RESERVED_HARM                                                                    \
	"<state " NS " id='AA'><assessed concepts='*'/>"                                  \
	"<action kind='reservation' id='res-1' instrument='ets185' of='art_4__para_1__d'" \
	" date='2015-06'>" CASE("harm", "minor") "</action></state>"

static void
of_an_option_or_a_reservation_only_what_is_left_is_said(void **state)
{
	(void)state;
	open_with(EXCEEDED_SERIOUS_LAW, RESERVED_HARM);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "full-by-option");
	assert_sentence(row_of(&inquiry, "art_9__para_1__d", "data.alter"),
			"Covered by Penal Act (1; 2). Left out lawfully under article 9(2): "
			"(authorisation: exceeded) (harm: minor). Rests on facts that are not "
			"verified.");
	against("ets185");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "full-by-reservation");
	assert_sentence(row_of(&inquiry, "art_4__para_1__d", "data.alter"),
			"Covered by Penal Act (1; 2). Left out by the reservation of 2015-06: "
			"(authorisation: exceeded) (harm: minor). Rests on facts that are not "
			"verified.");
}

static void
worked_case_07_two_provisions_unite_and_neither_is_redundant(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT CASE("owner", "public")))
		      PROVISION("2", SUPPLY("system.access",
					    WITHOUT_RIGHT CASE("owner", "private")))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full");
	assert_supplied_by(row_of(&inquiry, ACCESS), "law/1 law/2");
}

static void
worked_case_08_silence_on_authorisation_reaches_too_far(void **state)
{
	const struct cyt_beyond *beyond;
	struct note note = { .length = 0 };

	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", ""))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full");
	assert_int_equal(cyt_result_beyond_count(inquiry.result), 1);
	beyond = cyt_result_beyond_at(inquiry.result, 0);
	assert_int_equal(cyt_beyond_concern(beyond), CYT_CONCERN_OVERREACH);
	assert_region(cyt_beyond_region(beyond),
		      "authority=authorised fault=intent mode=principal agent=natural");
	assert_string_equal(cyt_facet_id(cyt_beyond_by_silence_at(beyond, 0)), "authority");
	assert_null(cyt_beyond_by_silence_at(beyond, 1));
	assert_int_equal(cyt_beyond_sentence(beyond, note_sink, &note), 0);
	assert_non_null(strstr(note.text, "The law is silent on: authorisation."));
}

static void
worked_case_09_recklessness_is_broader(void **state)
{
	const struct cyt_beyond *beyond;

	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT
					    CASE("fault", "intent recklessness")))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full");
	assert_int_equal(cyt_result_beyond_count(inquiry.result), 1);
	beyond = cyt_result_beyond_at(inquiry.result, 0);
	assert_int_equal(cyt_beyond_concern(beyond), CYT_CONCERN_BROADER);
	assert_region(cyt_beyond_region(beyond), "authority=none,exceeded fault=recklessness "
						 "mode=principal agent=natural");
	assert_null(cyt_beyond_by_silence_at(beyond, 0));
}

#define UNDER_16 "<case facet='victim-age' below='16'/>"

static void
worked_case_10_under_sixteen_uses_the_option_or_misses_two_years(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("child-material.produce", UNDER_16))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_14"), "full-by-option");
	against("ets185");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "partial");
	assert_missing(&inquiry, "art_9__d", "child-material.produce",
		       "fault=intent victim-age=[16,18) mode=principal agent=natural");
	assert_sentence(row_of(&inquiry, "art_9__d", "child-material.produce"),
			"Covered in part by Penal Act (1). Not covered: producing images of children "
			"where the person is aged 16 or 17. Rests on facts that are not "
			"verified.");
}

static void
worked_case_11_sixty_days_of_ninety(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("preserve.stored-data",
					    "<case facet='duration' below='60'/>"))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_25"), "partial");
	assert_missing(&inquiry, "art_25__d", "preserve.stored-data", "duration=[60,90)");
	assert_sentence(row_of(&inquiry, "art_25__d", "preserve.stored-data"),
			"Covered in part by Penal Act (1). Not covered: preservation of stored data "
			"from day 61 to day 90. Rests on facts that are not verified.");
}

static void
worked_case_12_a_safeguard_for_one_power_of_two(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("safeguard.review",
					    CASE("power", "search.stored-data")))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_24"), "partial");
	assert_missing(&inquiry, "art_24__d", "safeguard.review", "power=intercept.content");
}

#define ENDED(assessed)                                                              \
	"<law " NS " id='law' jurisdiction='AA'>" assessed                            \
	"<provision id='1' until='2020-01-01'>"                                       \
	SUPPLY("system.access", WITHOUT_RIGHT PROTECTED) "</provision></law>"

static void
worked_case_13_until_is_exclusive_and_reading_counts_whatever_the_date(void **state)
{
	(void)state;
	open_with(ENDED("<assessed concepts='system.access'/>"), NULL);
	ask_coverage(&inquiry, "law", "un", "2020-01-01");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "none");
	ask_coverage(&inquiry, "law", "un", "2019-12-31");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full-by-option");
	inquiry_close(&inquiry);
	open_with(ENDED(""), NULL);
	ask_coverage(&inquiry, "law", "un", "2020-01-01");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "not-assessed");
}

static void
worked_case_14_an_instrument_is_a_subject_of_which_everything_is_known(void **state)
{
	(void)state;
	open_with(NULL, NULL);
	ask_coverage(&inquiry, "ets185", "un", "2026-01-01");
	assert_string_equal(cyt_result_subject_kind(inquiry.result), "instrument");
	assert_string_equal(verdict_of(&inquiry, "art_16"), "none");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "full");
	assert_string_equal(
		cyt_demand_id(cyt_evidence_demand(
			cyt_row_finding_supplied_by_at(row_of(&inquiry, ACCESS), 0))),
		"art_2__d");
}

static void
worked_case_15_two_acts_of_five(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("data.alter data.delete", WITHOUT_RIGHT))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "partial");
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(row_verdict(&inquiry, "art_9__para_1__d", five_acts[i]),
				    i == 1 || i == 3 ? "full" : "none");
	against("ets185");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "partial");
}

#define CONDITION "only obligated subjects of the telecommunications law"

static void
worked_case_16_a_condition_makes_it_partial_and_misses_everything(void **state)
{
	const struct cyt_evidence *evidence;

	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT
			"<condition xml:lang='en'>" CONDITION "</condition>"))), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "partial");
	assert_supplied_by(row_of(&inquiry, ACCESS), "");
	assert_int_equal(cyt_row_finding_conditional_count(row_of(&inquiry, ACCESS)), 1);
	evidence = cyt_row_finding_conditional_at(row_of(&inquiry, ACCESS), 0);
	assert_string_equal(cyt_evidence_condition_at(evidence, 0), CONDITION);
	assert_null(cyt_evidence_condition_at(evidence, 1));
	/* Everything is missing that the options, which a partial row may use, do not excuse. */
	assert_missing(&inquiry, ACCESS,
		       "authority=none,exceeded fault=intent security=protected "
		       "purpose=obtain-data,other-dishonest connection=networked mode=principal "
		       "agent=natural");
}

static void
worked_case_17_a_law_not_read_for_it_is_not_assessed(void **state)
{
	(void)state;
	open_with("<law " NS " id='law' jurisdiction='AA'><assessed concepts='system.access'/>"
		  PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT)) "</law>", NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_9"), "not-assessed");
	assert_missing(&inquiry, "art_9__para_1__d", "data.alter", "");
	against("ets185");
	assert_string_equal(verdict_of(&inquiry, "art_4"), "not-assessed");
}

static void
worked_case_18_no_law_at_all_is_none_whatever_the_options(void **state)
{
	(void)state;
	open_with("<law " NS " id='law' jurisdiction='AA'><assessed concepts='*'/></law>", NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_7"), "none");
	assert_used(row_of(&inquiry, ACCESS), "");
}

static void
worked_case_19_participation_is_measured_on_what_exists(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT PROTECTED))
		      "<extend id='general' provisions='*'>" CASE("mode", "participation")
		      "</extend>"), NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_19"), "full");
	assert_region(cyt_row_finding_region(row_of(&inquiry, "art_19__d", "system.access"),
					     CYT_ROW_REGION_DEMANDED),
		      "authority=none,exceeded fault=intent security=protected "
		      "mode=participation agent=natural");
	assert_supplied_by(row_of(&inquiry, "art_19__d", "system.access"), "law/1<general");
}

static void
worked_case_20_one_of_three_liabilities_is_enough(void **state)
{
	(void)state;
	open_with(LAW(PROVISION("1", SUPPLY("system.access", WITHOUT_RIGHT))
		      "<extend provisions='*'>" CASE("agent", "legal-administrative") "</extend>"),
		  NULL);
	against("un");
	assert_string_equal(verdict_of(&inquiry, "art_18"), "full");
	assert_supplied_by(row_of(&inquiry, "art_18__d", "system.access"), "law/1<extend_1");
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(worked_case_01_unauthorised_access_is_full),
		CLEANED(worked_case_02_protected_systems_only_is_full_by_option),
		CLEANED(worked_case_03_learning_information_misses_bare_access),
		CLEANED(worked_case_04_the_five_acts_are_full),
		CLEANED(worked_case_05_protected_is_allowed_by_article_7_and_not_by_article_9),
		CLEANED(worked_case_06_serious_harm_is_an_option_here_and_a_reservation_there),
		CLEANED(of_an_option_or_a_reservation_only_what_is_left_is_said),
		CLEANED(worked_case_07_two_provisions_unite_and_neither_is_redundant),
		CLEANED(worked_case_08_silence_on_authorisation_reaches_too_far),
		CLEANED(worked_case_09_recklessness_is_broader),
		CLEANED(worked_case_10_under_sixteen_uses_the_option_or_misses_two_years),
		CLEANED(worked_case_11_sixty_days_of_ninety),
		CLEANED(worked_case_12_a_safeguard_for_one_power_of_two),
		CLEANED(worked_case_13_until_is_exclusive_and_reading_counts_whatever_the_date),
		CLEANED(worked_case_14_an_instrument_is_a_subject_of_which_everything_is_known),
		CLEANED(worked_case_15_two_acts_of_five),
		CLEANED(worked_case_16_a_condition_makes_it_partial_and_misses_everything),
		CLEANED(worked_case_17_a_law_not_read_for_it_is_not_assessed),
		CLEANED(worked_case_18_no_law_at_all_is_none_whatever_the_options),
		CLEANED(worked_case_19_participation_is_measured_on_what_exists),
		CLEANED(worked_case_20_one_of_three_liabilities_is_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

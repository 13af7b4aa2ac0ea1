/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Corners of what laws supply, each derived by hand from the design, where rules meet one another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "corners.h"

/* -- sources and conditions ------------------------------------------------------------------- */

static void
assert_rests_on(enum cyt_basis basis, cyt_date consulted)
{
	const struct cyt_row_finding *row = row_of(&inquiry, "d", "plain");

	assert_int_equal(cyt_row_finding_basis(row), basis);
	assert_int_equal(cyt_row_finding_consulted(row), consulted);
}

static void
of_several_sources_the_weakest_and_the_oldest_count(void **state)
{
	(void)state;
	OPEN(TREATY(SOURCE("text", "2026-01-01") ARTICLE("a", DEMAND("d", "concepts='plain'", ""))),
	     LAW("two", "AA", "", PROVISION("p", "", SUPPLY("plain", SOURCE("text", "2019-05")
							    SOURCE("secondary", "2024-02-02")))),
	     LAW("own", "AA", "", SOURCE("unverified", "1999")
		 PROVISION("p", "", SUPPLY("plain", SOURCE("text", "2024-02-02")))),
	     LAW("never", "AA", "", PROVISION("p", "", SUPPLY("plain", SOURCE("text", "2020")
							      "<source basis='text'/>"))));
	assert_verdict("two", "full");
	assert_rests_on(CYT_BASIS_SECONDARY, 20190500);
	assert_verdict("own", "full");
	assert_rests_on(CYT_BASIS_TEXT, 20240202);
	assert_verdict("never", "full");
	assert_rests_on(CYT_BASIS_TEXT, 0);
}

static void
conditions_are_listed_by_provision_and_what_they_say(void **state)
{
	const struct cyt_row_finding *row;
	const struct cyt_evidence *evidence;

	(void)state;
	OPEN(PLAIN, UNREAD("law", "AA", "", PROVISION("p", "",
		SUPPLY("plain", RED "<condition xml:lang='es'>de noche</condition>" IF("at night")
		       IF("in rain"))
		SUPPLY("plain", CASE("color", "red green") IF("by day"))
		SUPPLY("plain", BLUE IF("by day")))));
	/* Not read, but something meets it. */
	assert_verdict("law", "partial");
	row = row_of(&inquiry, "d", "plain");
	assert_int_equal(cyt_row_finding_supplied_by_count(row), 0);
	assert_missing(&inquiry, "d", "plain", "");
	assert_int_equal(cyt_region_cell_count(
				 cyt_row_finding_region(row, CYT_ROW_REGION_MISSING)), 3);
	assert_int_equal(cyt_row_finding_conditional_count(row), 2);
	evidence = cyt_row_finding_conditional_at(row, 0);
	assert_string_equal(cyt_evidence_condition_at(evidence, 0), "at night");
	assert_string_equal(cyt_evidence_condition_at(evidence, 1), "in rain");
	assert_null(cyt_evidence_condition_at(evidence, 2));
	assert_region(cyt_evidence_region(evidence), "color=red");
	evidence = cyt_row_finding_conditional_at(row, 1);
	assert_string_equal(cyt_evidence_condition_at(evidence, 0), "by day");
	assert_int_equal(cyt_region_cell_count(cyt_evidence_region(evidence)), 3);
}

/* -- replacing -------------------------------------------------------------------------------- */

#define OLD LAW("old", "AA", "", PROVISION("p", "", SUPPLY("plain", RED)                 \
					   PROVISION("p_1", "", SUPPLY("plain", GREEN))))

static void
what_replaces_counts_within_its_dates_and_its_parents(void **state)
{
	(void)state;
	OPEN(PLAIN, OLD,
	     LAW("new", "AA", "", PROVISION("n", "replaces='old/p' from='2020' until='2021-07'",
					    SUPPLY("plain", BLUE))
		 PROVISION("o", "status='repealed'",
			   PROVISION("o_1", "replaces='old/p'", SUPPLY("plain", "")))));
	ask_coverage(&inquiry, "old+new", "treaty", "2019-12-31");
	assert_supplied_by(row_of(&inquiry, "d", "plain"), "old/p old/p_1");
	ask_coverage(&inquiry, "old+new", "treaty", "2021-06-30");
	assert_supplied_by(row_of(&inquiry, "d", "plain"), "new/n");
	ask_coverage(&inquiry, "old+new", "treaty", "2021-07-01");
	assert_supplied_by(row_of(&inquiry, "d", "plain"), "old/p old/p_1");
}

static void
a_part_is_replaced_alone_and_repealed_without_supply(void **state)
{
	(void)state;
	OPEN(PLAIN, OLD, STATE("AA", READ),
	     LAW("part", "BB", "", PROVISION("n", "replaces='old/p_1'", SUPPLY("plain", BLUE))),
	     LAW("strike", "BB", "", PROVISION("n", "replaces='old/p'", "")));
	assert_supply("old+part", "plain", "old/p part/n");
	assert_verdict("old+strike", "none");
	/* Only where both belong to the subject. */
	assert_supply("AA", "plain", "old/p old/p_1");
	inquiry.with = "strike";
	assert_supply("AA", "plain", "old/p old/p_1");
}

static void
a_provision_that_is_replaced_takes_its_extensions_along(void **state)
{
	(void)state;
	OPEN(ATTEMPTS, LAW("old", "AA", "", PROVISION("p", "", SUPPLY("act", ""))
			   PROVISION("g", "", EXTEND("e", "provisions='*'", ATTEMPT))),
	     LAW("bill", "AA", "status='bill'", PROVISION("n", "replaces='old/g'", "")),
	     STATE("AA", READ));
	assert_supply("AA", "act", "old/p<e");
	assert_verdict("old+bill", "none");
	inquiry.with = "bill";
	assert_verdict("AA", "none");
}

/* -- the general part ------------------------------------------------------------------------- */

static void
an_exception_of_another_law_acts_while_that_law_counts(void **state)
{
	(void)state;
	OPEN(PLAIN, LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain", ""))),
	     LAW("local", "AA-X", "", PROVISION("p", "", SUPPLY("plain", ""))),
	     LAW("general", "AA", "until='2020-06'",
		 "<except provisions='*' laws='AA'>" BLUE "</except>"),
	     LAW("reform", "AA", "status='bill'",
		 "<except provisions='p' laws='law'>" RED "</except>"));
	assert_at("law", "2020-05-31", "partial");
	assert_missing(&inquiry, "d", "plain", "color=blue");
	assert_at("law", "2020-06-01", "full");
	/* Laws of exactly that jurisdiction. */
	assert_at("local", "2019", "full");
	inquiry.with = "reform";
	assert_verdict("law", "partial");
	assert_missing(&inquiry, "d", "plain", "color=red");
	inquiry.with = NULL;
	assert_verdict("law+reform", "partial");
}

static void
exceptions_are_silent_on_every_value_and_reach_copies(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "") DEMAND("e", "concepts='act'",
									 ATTEMPT))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("act", "<except>" BLUE "</except>"))
		 EXTEND("e", "provisions='*'", ATTEMPT)
		 "<except provisions='p'>" RED ATTEMPT "</except>"
		 "<except provisions='*'>" CASE("size", "big") "</except>"));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_row("d", "act", "partial",
		   "size=big mode=principal agent=natural | color=blue mode=principal agent=natural");
	assert_row("e", "act", "partial",
		   "size=big mode=attempt agent=natural | "
		   "color=red,blue mode=attempt agent=natural");
}

static void
an_extension_counts_with_the_dates_and_status_of_its_provision(void **state)
{
	(void)state;
	OPEN(ATTEMPTS,
	     LAW("ended", "AA", "", PROVISION("p", "", SUPPLY("act", ""))
		 PROVISION("g", "until='2020'", EXTEND("e", "provisions='*'", ATTEMPT))),
	     LAW("drafted", "BB", "", PROVISION("p", "", SUPPLY("act", ""))
		 PROVISION("g", "status='bill'", EXTEND("e", "provisions='*'", ATTEMPT))),
	     LAW("later", "CC", "", PROVISION("p", "", SUPPLY("act", ""))
		 PROVISION("g", "status='adopted' from='2020'",
			   EXTEND("e", "provisions='*' from='2021-03'", ATTEMPT))));
	assert_at("ended", "2019-12-31", "full");
	assert_at("ended", "2020-01-01", "none");
	assert_verdict("drafted", "none");
	inquiry.with = "drafted";
	assert_verdict("drafted", "full");
	assert_at("later", "2021-02-28", "none");
	assert_at("later", "2021-03-01", "full");
}

static void
ids_in_the_scope_of_an_extension_are_those_of_each_law_it_reaches(void **state)
{
	(void)state;
	OPEN(ATTEMPTS, LAW("one", "AA", "", PROVISION("p", "", SUPPLY("act", RED))
			   PROVISION("q", "", PROVISION("q_1", "", SUPPLY("act", BLUE)))),
	     LAW("two", "AA", "", PROVISION("q", "", SUPPLY("act", GREEN))),
	     LAW("general", "AA", "", PROVISION("q", "", SUPPLY("act", ""))
		 EXTEND("e", "provisions='q' laws='one two'", ATTEMPT)));
	assert_supply("one", "act", "one/q_1<e");
	assert_supply("AA", "act", "one/q_1<e two/q<e");
	/* Instead of its own. */
	assert_verdict("general", "none");
}

static void
a_stack_counts_only_while_all_of_it_does(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", ATTEMPT CASE("agent", "criminal")))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("act", ""))
		 PROVISION("g", "status='bill'",
			   EXTEND("e1", "provisions='*'", CASE("agent", "criminal")))
		 EXTEND("e2", "provisions='*' stack='yes'", ATTEMPT)
		 EXTEND("e3", "provisions='*' stack='yes'", RED)),
	     LAW("never", "AA", "", PROVISION("p", "", SUPPLY("act", ""))
		 PROVISION("g", "status='repealed'",
			   EXTEND("e1", "provisions='*'", CASE("agent", "criminal")))
		 EXTEND("e2", "provisions='*' stack='yes'", ATTEMPT)
		 EXTEND("e3", "provisions='*' stack='yes'", RED)));
	assert_verdict("law", "none");
	assert_verdict("never", "none");
	inquiry.with = "law";
	assert_supply("law", "act", "law/p<e2 law/p<e3");
}

static void
only_what_comes_before_in_the_law_is_stacked_on(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", ATTEMPT CASE("agent", "criminal")))),
	     LAW("after", "AA", "", PROVISION("p", "", SUPPLY("act", ""))
		 EXTEND("m", "provisions='*' stack='yes'", ATTEMPT)
		 EXTEND("g", "provisions='*'", CASE("agent", "criminal"))),
	     LAW("before", "AA", "", PROVISION("p", "", SUPPLY("act", ""))
		 EXTEND("g", "provisions='*'", CASE("agent", "criminal"))
		 EXTEND("m", "provisions='*' stack='yes'", ATTEMPT)));
	assert_verdict("after", "none");
	assert_supply("before", "act", "before/p<m");
}

static void
an_extension_replaces_all_its_facets_and_skips_what_lacks_one(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", ATTEMPT) DEMAND("e", "concepts='sell'",
									      ATTEMPT))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("act sell", BLUE))
		 EXTEND("e", "provisions='*'", ATTEMPT CASE("size", "big") RED)));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_row("d", "act", "partial", "size=small mode=attempt agent=natural | "
					  "color=green,blue mode=attempt agent=natural");
	assert_row("e", "sell", "none", "mode=attempt");
}

/* -- dates and status ------------------------------------------------------------------------- */

static void
until_is_exclusive_and_partial_dates_are_first_days(void **state)
{
	(void)state;
	OPEN(PLAIN, LAW("law", "AA", "from='2010-02' until='2020'", PROVISION("p", "",
		"<supply concepts='plain' from='2012' until='2019-03-05'/>")),
	     LAW("outside", "AA", "until='2015'", PROVISION("p", "from='2016'",
							  SUPPLY("plain", ""))));
	assert_at("law", "2011-12-31", "none");
	assert_at("law", "2012", "full");
	assert_at("law", "2019-03", "full");
	assert_at("law", "2019-03-04", "full");
	assert_at("law", "2019-03-05", "none");
	/* A child counts only while its parents do. */
	assert_at("outside", "2014", "none");
	assert_at("outside", "2017", "none");
}

static void
adopted_law_counts_from_its_date_or_where_it_is_named(void **state)
{
	(void)state;
	OPEN(PLAIN, STATE("AA", READ), STATE("BB", READ),
	     LAW("law", "AA", "", PROVISION("n", "status='adopted'", SUPPLY("plain", RED))
		 PROVISION("m", "status='adopted' from='2020'", SUPPLY("plain", BLUE))),
	     LAW("bill", "BB", "status='bill' from='2030'",
		 PROVISION("p", "", SUPPLY("plain", ""))));
	assert_supply("AA", "plain", "law/m");
	/* As a subject it is named only for its own status. */
	assert_supply("law", "plain", "law/m");
	inquiry.with = "law";
	assert_supply("AA", "plain", "law/n law/m");
	/* What is named waits for its date all the same. */
	inquiry.with = "bill";
	assert_verdict("BB", "none");
	assert_at("BB", "2030", "full");
}

/* -- States and reservations ------------------------------------------------------------------ */

#define RESERVATION(id, of, content)                                                     \
	"<action kind='reservation' id='" id "' instrument='treaty' of='" of              \
	"' date='2020' until='2022-03'>" content "</action>"
#define RESERVABLE                                                                       \
	TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "")                             \
		       "<reservable id='r' of='d'>" BLUE "</reservable>")                 \
	       ARTICLE("x", DEMAND("e", "extends='a'", ATTEMPT)))

static void
a_reservation_counts_until_it_is_withdrawn_for_extensions_too(void **state)
{
	static const char *const days[][2] = { { "2019-12-31", "partial" },
					       { "2020", "full-by-reservation" },
					       { "2022-02-28", "full-by-reservation" },
					       { "2022-03-01", "partial" } };

	(void)state;
	OPEN(RESERVABLE, STATE("AA", RESERVATION("v", "d", CASE("color", "blue red"))),
	     LAW("law", "AA", "",
		 PROVISION("p", "", SUPPLY("act", CASE("color", "red green")
					   CASE("mode", "principal attempt"))
			   SUPPLY("act", BLUE IF("at night")))));
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		assert_at("law", days[i][0], days[i][1]);
		assert_string_equal(verdict_of(&inquiry, "x"), days[i][1]);
	}
	/* Measured with the conditional law, so that something is left to reserve. */
	assert_missing(&inquiry, "e", "act", "color=blue mode=attempt agent=natural");
	assert_at("law", "2021", "full-by-reservation");
	assert_used(row_of(&inquiry, "e", "act"), "v");
}

static void
a_part_of_a_country_is_read_alone_but_reserves_with_it(void **state)
{
	(void)state;
	OPEN(RESERVABLE, STATE("AA", READ RESERVATION("v", "d", BLUE)),
	     STATE("AA-X", RESERVATION("w", "d", BLUE)),
	     UNREAD("x", "AA-X", "", PROVISION("p", "", SUPPLY("act", CASE("color", "red green")))),
	     UNREAD("y", "AA-Y", "", PROVISION("p", "", SUPPLY("plain", ""))));
	assert_at("AA-X", "2021", "full-by-reservation");
	assert_used(row_of(&inquiry, "d", "act"), "v");
	assert_string_equal(verdict_of(&inquiry, "x"), "not-assessed");
	/* Without an entry of its own, the country's. */
	assert_at("AA-Y", "2021", "none");
	assert_at("y", "2021", "not-assessed");
}

static void
a_reservation_of_everything_is_enough_where_the_law_was_read(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "")
			    "<reservable id='r' of='d'/>")),
	     STATE("AA", READ RESERVATION("v", "d", "")), STATE("BB", RESERVATION("v", "d", "")),
	     STATE("CC", READ RESERVATION("v", "d", BLUE)));
	assert_at("AA", "2021", "full-by-reservation");
	assert_at("BB", "2021", "not-assessed");
	assert_at("CC", "2021", "none");
	assert_missing(&inquiry, "d", "act", "color=red,green mode=principal agent=natural");
}

/* -- looking a subject up --------------------------------------------------------------------- */

static void
a_law_comes_first_then_an_instrument_then_a_jurisdiction(void **state)
{
	(void)state;
	OPEN(PLAIN, INSTRUMENT("CC", "", ARTICLE("m", DEMAND("e", "concepts='plain'", GREEN))),
	     LAW("BB", "AA", "", PROVISION("p", "", SUPPLY("plain", RED))),
	     LAW("b", "BB", "", PROVISION("p", "", SUPPLY("plain", ""))),
	     LAW("c", "CC", "", PROVISION("p", "", SUPPLY("plain", ""))));
	assert_supply("BB", "plain", "BB/p");
	assert_string_equal(cyt_result_subject_kind(inquiry.result), "law");
	assert_verdict("CC", "partial");
	assert_string_equal(cyt_result_subject_kind(inquiry.result), "instrument");
	assert_missing(&inquiry, "d", "plain", "color=red,blue");
	/* A model is looked up among the laws of the jurisdiction. */
	ask_gaps(&inquiry, "BB", "treaty", TODAY);
	assert_string_equal(cyt_law_id(cyt_evidence_law(cyt_gap_model_at(
				    cyt_result_gap_at(inquiry.result, 0), 0))), "b");
}

static void
a_jurisdiction_and_a_bill_are_the_law_as_it_would_be(void **state)
{
	(void)state;
	OPEN(PLAIN, STATE("AA", READ), OLD,
	     UNREAD("bill", "AA", "status='bill'",
		    PROVISION("n", "replaces='old/p'", SUPPLY("plain", BLUE))));
	assert_supply("AA+bill", "plain", "bill/n");
	assert_supply("old+bill", "plain", "bill/n");
	assert_supply("bill", "plain", "bill/n");
	assert_supply("AA", "plain", "old/p old/p_1");
}

/* -- basis ------------------------------------------------------------------------------------ */

static void
under_a_basis_weak_law_is_unread_and_so_is_what_extends_it(void **state)
{
	(void)state;
	OPEN(TREATY(SOURCE("text", "2026")
		    ARTICLE("a", DEMAND("d", "concepts='plain'", "")
			    "<option id='o' of='d'><source basis='unverified'/>" BLUE "</option>")
		    ARTICLE("b", DEMAND("e", "concepts='act'", ""))
		    ARTICLE("c", DEMAND("f", "extends='b'", ATTEMPT))
		    ARTICLE("x", "<any-of>" DEMAND("g", "concepts='act'", "")
			    DEMAND("h", "concepts='deed'", "") "</any-of>")),
	     LAW("law", "AA", "", SOURCE("text", "2026")
		 PROVISION("p", "", SUPPLY("plain", RED SOURCE("secondary", "2020"))
			   SUPPLY("plain", GREEN) SUPPLY("act", "<source basis='unverified'/>"))));
	inquiry.basis = CYT_BASIS_TEXT;
	/* Partial is not worse than not assessed; options are no supplies. */
	assert_verdict("law", "partial");
	assert_used(row_of(&inquiry, "d", "plain"), "o");
	assert_missing(&inquiry, "d", "plain", "color=red");
	assert_string_equal(verdict_of(&inquiry, "b"), "not-assessed");
	assert_string_equal(verdict_of(&inquiry, "c"), "not-assessed");
	assert_string_equal(row_verdict(&inquiry, "h", "deed"), "none");
	assert_string_equal(verdict_of(&inquiry, "x"), "not-assessed");
	inquiry.basis = CYT_BASIS_SECONDARY;
	assert_verdict("law", "full-by-option");
	inquiry.basis = CYT_BASIS_UNVERIFIED;
	assert_verdict("law", "full-by-option");
	assert_string_equal(verdict_of(&inquiry, "c"), "none");
}

/* -- refusals --------------------------------------------------------------------------------- */

static void
silence_has_one_meaning_in_a_law(void **state)
{
	(void)state;
	assert_refused(1208, LAW("law", "AA", "", "<unstated facet='fault' is='intent'/>"
				 "<unstated facet='fault' is='recklessness'/>"));
	assert_refused(1203, LAW("law", "AA", "", "<unstated facet='fault' is='intent malice'/>"));
}

static void
the_facets_of_a_concept_have_an_end(void **state)
{
	char text[16384], names[1024] = "";
	size_t length;

	(void)state;
	length = (size_t)snprintf(text, sizeof(text), "<corpus " NS "><vocabulary id='w'>");
	for (int i = 0; i < 65; i++) {
		length += (size_t)snprintf(text + length, sizeof(text) - length,
					   "<facet id='f%d'><value id='only'/></facet>", i);
		snprintf(names + strlen(names), sizeof(names) - strlen(names), "f%d ", i);
	}
	snprintf(text + length, sizeof(text) - length, "<concept id='c' kind='act' facets='%s'/>"
		 "</vocabulary></corpus>", names);
	assert_refused(1301, text);
}

static void
a_stack_of_extensions_has_an_end(void **state)
{
	char law[4096];
	size_t length;

	(void)state;
	length = (size_t)snprintf(law, sizeof(law), "<law " NS " id='law' jurisdiction='AA'>"
				  "<provision id='p'><supply concepts='act'/></provision>");
	for (int i = 0; i < 30; i++)
		length += (size_t)snprintf(law + length, sizeof(law) - length,
					   "<extend provisions='*' stack='yes'>" ATTEMPT "</extend>");
	snprintf(law + length, sizeof(law) - length, "</law>");
	assert_refused(1302, law);
}

/* As many of an element as do not fit, between a beginning and an end. */
static void
assert_too_many(unsigned count, const char *begin, const char *element, const char *end)
{
	size_t room = strlen(begin) + strlen(end) + count * (strlen(element) + 8), length;
	char *text = malloc(room);

	assert_non_null(text);
	length = (size_t)snprintf(text, room, "%s", begin);
	for (unsigned i = 0; i < count; i++)
		length += (size_t)snprintf(text + length, room - length, element, i);
	snprintf(text + length, room - length, "%s", end);
	assert_refused(1302, text);
	free(text);
}

static void
concepts_have_an_end(void **state)
{
	(void)state;
	assert_too_many(16384, "<corpus " NS "><vocabulary id='w'>",
			"<concept id='c%u' kind='act'/>", "</vocabulary></corpus>");
}

static void
a_provision_has_an_end(void **state)
{
	(void)state;
	assert_too_many(1u << 18, "<law " NS " id='law' jurisdiction='AA'><provision id='p'>",
			"<note>%u</note>", "<supply concepts='act'/></provision></law>");
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(of_several_sources_the_weakest_and_the_oldest_count),
		CLEANED(conditions_are_listed_by_provision_and_what_they_say),
		CLEANED(what_replaces_counts_within_its_dates_and_its_parents),
		CLEANED(a_part_is_replaced_alone_and_repealed_without_supply),
		CLEANED(a_provision_that_is_replaced_takes_its_extensions_along),
		CLEANED(an_exception_of_another_law_acts_while_that_law_counts),
		CLEANED(exceptions_are_silent_on_every_value_and_reach_copies),
		CLEANED(an_extension_counts_with_the_dates_and_status_of_its_provision),
		CLEANED(ids_in_the_scope_of_an_extension_are_those_of_each_law_it_reaches),
		CLEANED(a_stack_counts_only_while_all_of_it_does),
		CLEANED(only_what_comes_before_in_the_law_is_stacked_on),
		CLEANED(an_extension_replaces_all_its_facets_and_skips_what_lacks_one),
		CLEANED(until_is_exclusive_and_partial_dates_are_first_days),
		CLEANED(adopted_law_counts_from_its_date_or_where_it_is_named),
		CLEANED(a_reservation_counts_until_it_is_withdrawn_for_extensions_too),
		CLEANED(a_part_of_a_country_is_read_alone_but_reserves_with_it),
		CLEANED(a_reservation_of_everything_is_enough_where_the_law_was_read),
		CLEANED(a_law_comes_first_then_an_instrument_then_a_jurisdiction),
		CLEANED(a_jurisdiction_and_a_bill_are_the_law_as_it_would_be),
		CLEANED(under_a_basis_weak_law_is_unread_and_so_is_what_extends_it),
		cmocka_unit_test(silence_has_one_meaning_in_a_law),
		cmocka_unit_test(the_facets_of_a_concept_have_an_end),
		cmocka_unit_test(a_stack_of_extensions_has_an_end),
		cmocka_unit_test(concepts_have_an_end),
		cmocka_unit_test(a_provision_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

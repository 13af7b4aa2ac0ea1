/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Subjects, dates, bills, choices, alternatives, extensions, gaps and names, on small documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

#define TODAY "2026-01-01"

#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define DEMAND(id, rest, content) "<demand id='" id "' " rest ">" content "</demand>"
#define ARTICLE(id, content) "<article id='" id "' num='" id "'>" content "</article>"
#define TREATY(content) "<instrument " NS " id='treaty'>" content "</instrument>"
#define LAW(id, where, rest, content)                                                  \
	"<law " NS " id='" id "' jurisdiction='" where "' " rest "><title xml:lang='en'>Act " id \
	"</title>" content "</law>"
#define READ "<assessed concepts='*'/>"
#define PROVISION(id, rest, content) "<provision id='" id "' " rest ">" content "</provision>"
#define SUPPLY(content) "<supply concepts='act'>" content "</supply>"
#define STATE(id, content) "<state " NS " id='" id "'>" content "</state>"

/* act: color {red, green, blue}, size {big, small}, mode; age in years. other: color. */
#define VOCABULARY                                                                  \
	"<vocabulary " NS " id='v'>"                                                 \
	"<facet id='color'><value id='red'/><value id='green'/><value id='blue'/></facet>" \
	"<facet id='size'><value id='big'/><value id='small'/></facet>"              \
	"<facet id='mode' layer='yes' unstated='principal'><value id='principal'/>"  \
	"<value id='attempt'/><value id='participation'/></facet>"                   \
	"<facet id='age' type='quantity' unit='years'/>"                             \
	"<concept id='act' kind='act' facets='color size mode'/>"                    \
	"<concept id='aged' kind='act' facets='age color'/>"                         \
	"<concept id='other' kind='act' facets='color'/></vocabulary>"

/* Everything but blue. */
#define PLAIN TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", CASE("color", "red green"))))
#define ALL_ACTS TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "")))

static void
assert_verdict(const char *subject, const char *want)
{
	ask_coverage(&inquiry, subject, "treaty", TODAY);
	assert_string_equal(verdict_of(&inquiry, "a"), want);
}

/* -- subjects --------------------------------------------------------------------------------- */

static void
a_part_of_a_country_has_national_law_and_not_the_other_way_round(void **state)
{
	(void)state;
	OPEN(PLAIN, LAW("national", "AA", "", PROVISION("p", "", SUPPLY(CASE("color", "red")))),
	     LAW("local", "AA-X", "", PROVISION("p", "", SUPPLY(CASE("color", "green")))),
	     LAW("elsewhere", "AA-Y", "", PROVISION("p", "", SUPPLY(CASE("color", "green")))),
	     STATE("AA", "<label xml:lang='en'>Aland</label>"));
	assert_verdict("AA-X", "full");
	assert_verdict("AA", "partial");
	assert_string_equal(cyt_result_subject_kind(inquiry.result), "jurisdiction");
	assert_string_equal(cyt_result_subject_title(inquiry.result), "Aland");
	assert_verdict("AA+local", "full");
	assert_string_equal(cyt_result_subject_kind(inquiry.result), "set");
	assert_string_equal(cyt_result_subject_title(inquiry.result), "Aland + Act local");
}

static void
a_state_without_law_is_answered_by_what_was_searched(void **state)
{
	(void)state;
	OPEN(PLAIN, STATE("AA", READ), STATE("BB", ""),
	     LAW("law", "CC", "", READ PROVISION("p", "", "")));
	assert_verdict("AA", "none");
	assert_verdict("BB", "not-assessed");
	/* The law was read, but nobody searched all law of its State. */
	assert_verdict("law", "none");
	assert_verdict("CC", "not-assessed");
}

static void
a_subject_that_nobody_has_is_not_found_and_names_are_suggested(void **state)
{
	struct note note = { .length = 0 };
	struct cyt_result *result;
	struct cyt_terms *terms;

	(void)state;
	OPEN(PLAIN, LAW("penal-code", "AA", "", ""));
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260101, &terms), 0);
	assert_int_equal(cyt_query_coverage(inquiry.corpus, "penal-cod", "treaty", terms, &result),
			 CYT_ERR_NOTFOUND);
	assert_null(result);
	assert_int_equal(cyt_query_gaps(inquiry.corpus, "AA+", "treaty", terms, &result),
			 CYT_ERR_NOTFOUND);
	assert_int_equal(cyt_query_beyond(inquiry.corpus, "AA", "penal-code", terms, &result),
			 CYT_ERR_NOTFOUND);
	assert_int_equal(cyt_terms_add_law(terms, "AA"), 0);
	assert_int_equal(cyt_query_coverage(inquiry.corpus, "AA", "treaty", terms, &result),
			 CYT_ERR_NOTFOUND);
	cyt_terms_free(terms);
	assert_int_equal(cyt_suggest(inquiry.corpus, "Penal-cod", 3, note_sink, &note), 0);
	assert_string_equal(note.text, "penal-code");
	note.length = 0;
	note.text[0] = '\0';
	assert_int_equal(cyt_suggest(inquiry.corpus, "zzzzzz", 3, note_sink, &note), 0);
	assert_string_equal(note.text, "");
}

static void
terms_need_a_day_that_exists(void **state)
{
	struct cyt_terms *terms;

	(void)state;
	OPEN(PLAIN);
	assert_int_equal(cyt_terms_new(inquiry.ctx, 0, &terms), CYT_ERR_INVALID);
	assert_null(terms);
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260231, &terms), CYT_ERR_INVALID);
	assert_int_equal(cyt_terms_new(inquiry.ctx, 20260000, &terms), 0);
	assert_int_equal(cyt_terms_set_basis(terms, (enum cyt_basis)9), CYT_ERR_INVALID);
	cyt_terms_free(terms);
}

static void
reservations_of_several_states_excuse_nobody(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "")
			    "<reservable id='r' of='d'>" CASE("color", "blue") "</reservable>")),
	     LAW("one", "AA", "", PROVISION("p", "", SUPPLY(CASE("color", "red green")))),
	     LAW("two", "BB", "", ""),
	     STATE("AA", "<action kind='reservation' id='v' instrument='treaty' of='d' date='2020'>"
			 CASE("color", "blue green") "</action>"));
	assert_verdict("one", "full-by-reservation");
	assert_used(row_of(&inquiry, "d", "act"), "v");
	assert_verdict("one+two", "partial");
	/* A reservation counts only as far as the instrument permits it. */
	assert_verdict("AA", "full-by-reservation");
	ask_coverage(&inquiry, "AA", "treaty", "2019-12-31");
	assert_string_equal(verdict_of(&inquiry, "a"), "partial");
}

/* -- status, bills, replacement --------------------------------------------------------------- */

static void
what_is_not_in_force_counts_only_where_it_is_named(void **state)
{
	(void)state;
	OPEN(ALL_ACTS, LAW("bill", "AA", "status='bill'", PROVISION("p", "", SUPPLY(""))),
	     LAW("adopted", "BB", "status='adopted'", PROVISION("p", "", SUPPLY(""))),
	     LAW("dated", "CC", "status='adopted' from='2027-01-01'",
		 PROVISION("p", "", SUPPLY(""))),
	     LAW("gone", "DD", "status='repealed'", PROVISION("p", "", SUPPLY(""))), STATE("AA", READ),
	     STATE("BB", READ), STATE("CC", READ), STATE("DD", READ));
	assert_verdict("AA", "none");
	assert_verdict("bill", "full");
	assert_verdict("BB", "none");
	assert_verdict("CC", "none");
	ask_coverage(&inquiry, "CC", "treaty", "2027");
	assert_string_equal(verdict_of(&inquiry, "a"), "full");
	assert_verdict("gone", "not-assessed");
	inquiry.with = "bill";
	assert_verdict("AA", "full");
	assert_string_equal(cyt_result_with_at(inquiry.result, 0), "bill");
	/* It joins its own jurisdiction and no other. */
	assert_verdict("BB", "none");
	inquiry.with = "gone";
	assert_verdict("DD", "none");
}

static void
a_provision_of_its_own_status_needs_the_law_named_in_the_terms(void **state)
{
	(void)state;
	OPEN(ALL_ACTS, LAW("law", "AA", "", READ PROVISION("p", "status='bill'", SUPPLY(""))));
	/* The name of the subject is enough only for the status of the law itself. */
	assert_verdict("law", "none");
	inquiry.with = "law";
	assert_verdict("law", "full");
}

#define OLD_LAW LAW("old", "AA", "", READ                                            \
		    PROVISION("p", "", SUPPLY(CASE("color", "red"))                  \
			      PROVISION("p_1", "", SUPPLY(CASE("color", "green")))))

static void
a_bill_takes_the_place_of_a_provision_and_its_parts(void **state)
{
	(void)state;
	OPEN(ALL_ACTS, OLD_LAW, STATE("AA", READ),
	     LAW("bill", "AA", "status='bill'",
		 PROVISION("n", "replaces='old/p'", SUPPLY(CASE("color", "blue")))));
	ask_coverage(&inquiry, "AA", "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", "act"), "old/p old/p_1");
	inquiry.with = "bill";
	ask_coverage(&inquiry, "AA", "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", "act"), "bill/n");
	/* A subject that names laws is those laws alone. */
	ask_coverage(&inquiry, "old", "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", "act"), "old/p old/p_1");
	ask_coverage(&inquiry, "old+bill", "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", "act"), "bill/n");
}

static void
a_repeal_of_what_replaced_a_provision_does_not_revive_it(void **state)
{
	(void)state;
	OPEN(ALL_ACTS, OLD_LAW,
	     LAW("second", "AA", "", PROVISION("s", "replaces='old/p'",
					       SUPPLY(CASE("color", "blue")))),
	     LAW("third", "AA", "", PROVISION("t", "replaces='second/s'", "")));
	ask_coverage(&inquiry, "old+second", "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", "act"), "second/s");
	/* Without a supply it repeals. */
	ask_coverage(&inquiry, "old+second+third", "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", "act"), "");
}

static void
an_extend_reaches_other_laws_only_while_its_own_law_counts(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", CASE("mode", "attempt")))),
	     LAW("special", "AA", "", READ PROVISION("p", "", SUPPLY(""))),
	     LAW("general", "AA", "until='2020-01-01'",
		 "<extend id='e' provisions='*' laws='AA'>" CASE("mode", "attempt") "</extend>"),
	     LAW("reform", "AA", "status='bill'",
		 "<extend id='e' provisions='*' laws='special'>" CASE("mode", "attempt")
		 "</extend>"));
	ask_coverage(&inquiry, "special", "treaty", "2019-12-31");
	assert_supplied_by(row_of(&inquiry, "d", "act"), "special/p<e");
	assert_verdict("special", "none");
	inquiry.with = "reform";
	assert_verdict("special", "full");
}

static void
an_exception_takes_away_only_while_it_counts(void **state)
{
	(void)state;
	OPEN(ALL_ACTS, LAW("law", "AA", "", READ PROVISION("p", "", SUPPLY(""))
		    "<except provisions='*' from='2020-01-01'>" CASE("color", "blue")
		    "</except>"));
	ask_coverage(&inquiry, "law", "treaty", "2019");
	assert_string_equal(verdict_of(&inquiry, "a"), "full");
	assert_verdict("law", "partial");
	assert_missing(&inquiry, "d", "act", "color=blue mode=principal");
}

/* -- options ---------------------------------------------------------------------------------- */

#define OPTION(id, choice, value)                                                    \
	"<option id='" id "' of='d' " choice ">" CASE("color", value) "</option>"

static void
of_a_choice_the_option_that_leaves_least_is_taken(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "")
			    OPTION("one", "choice='c'", "red")
			    OPTION("two", "choice='c'", "red green")
			    OPTION("three", "choice='c'", "green red"))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY(CASE("color", "blue")))),
	     LAW("half", "BB", "", PROVISION("p", "", SUPPLY(CASE("color", "green")))));
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "d", "act"), "two");
	/* Both leave blue; of equal ones the first. */
	assert_verdict("half", "partial");
	assert_used(row_of(&inquiry, "d", "act"), "one");
	assert_missing(&inquiry, "d", "act", "color=blue mode=principal");
}

static void
break_points_of_others_do_not_decide_a_choice(void **state)
{
	(void)state;
	/* Ten years of one color or one interval of the other: each is one stretch of age, whatever
	 * numbers some other law brings in. */
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='aged'", CASE("color", "red green"))
			    "<option id='red' of='d' choice='c'>" CASE("color", "red")
			    "<case facet='age' below='10'/></option>"
			    "<option id='green' of='d' choice='c'>" CASE("color", "green")
			    "<case facet='age' at-least='10'/></option>")),
	     LAW("law", "AA", "", PROVISION("p", "", "<supply concepts='aged'>" CASE("color", "blue")
					    "</supply><supply concepts='aged'><box>"
					    CASE("color", "red") "<case facet='age' at-least='10'/>"
					    "</box><box>" CASE("color", "green")
					    "<case facet='age' below='10'/></box></supply>")),
	     LAW("noise", "BB", "", PROVISION("p", "", "<supply concepts='aged'>"
		 "<case facet='age' at-least='12' below='14'/></supply>"
		 "<supply concepts='aged'><case facet='age' at-least='16' below='18'/></supply>")));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_used(row_of(&inquiry, "d", "aged"), "red");
	assert_missing(&inquiry, "d", "aged", "age=[10,) color=green");
}

static void
the_fewest_options_that_suffice_are_named(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "") OPTION("r", "", "red")
			    OPTION("g", "", "green") OPTION("both", "", "red green"))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY(CASE("color", "blue")))));
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "d", "act"), "both");
}

static void
more_than_sixteen_options_are_taken_the_largest_first(void **state)
{
	char treaty[8192];
	size_t length;

	(void)state;
	length = (size_t)snprintf(treaty, sizeof(treaty), "<instrument " NS
				  " id='treaty'><article id='a'><demand id='d' concepts='aged'/>");
	for (int i = 0; i < 18; i++)
		length += (size_t)snprintf(treaty + length, sizeof(treaty) - length,
					   "<option id='o%d' of='d'><case facet='age' "
					   "at-least='%d' below='%d'/></option>", i, i, i + 1);
	snprintf(treaty + length, sizeof(treaty) - length,
		 "<option id='rest' of='d'><case facet='age' at-least='1'/></option></article>"
		 "</instrument>");
	OPEN(treaty, LAW("law", "AA", "", PROVISION("p", "", "<supply concepts='aged'>"
						    CASE("color", "red") "</supply>")));
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "d", "aged"), "o0 rest");
}

static void
an_option_against_overreach_that_is_covered_all_the_same_is_reported(void **state)
{
	const struct cyt_row_finding *row;

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", "")
			    OPTION("spare", "concern='overreach'", "blue"))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY(""))),
	     LAW("mild", "BB", "", PROVISION("p", "", SUPPLY(CASE("color", "red green")))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	row = row_of(&inquiry, "d", "act");
	assert_int_equal(cyt_row_finding_optional_covered_count(row), 1);
	assert_string_equal(cyt_way_id(cyt_row_finding_optional_covered_at(row, 0)), "spare");
	ask_coverage(&inquiry, "mild", "treaty", TODAY);
	row = row_of(&inquiry, "d", "act");
	assert_int_equal(cyt_row_finding_optional_covered_count(row), 0);
	assert_used(row, "spare");
}

/* -- any-of, extended demands, modality --------------------------------------------------------- */

static void
an_any_of_is_its_best_alternative_and_one_row(void **state)
{
	size_t assessed, rows;

	(void)state;
	OPEN(TREATY(ARTICLE("a", "<any-of>" DEMAND("d1", "concepts='other'", "")
			    "<all-of>" DEMAND("d2", "concepts='act'", "")
			    DEMAND("d3", "concepts='act' modality='may'", CASE("mode", "attempt"))
			    "</all-of></any-of>"
			    DEMAND("d4", "concepts='act'", CASE("color", "red")))),
	     LAW("law", "AA", "", READ PROVISION("p", "", SUPPLY(""))));
	assert_verdict("law", "full");
	cyt_provision_finding_assessed(article_of(&inquiry, "a"), &assessed, &rows);
	assert_int_equal(assessed, 2);
	assert_int_equal(rows, 2);
	assert_string_equal(row_verdict(&inquiry, "d1", "other"), "none");
	/* The lesser modality stands beside and is counted by itself. */
	assert_string_equal(row_verdict(&inquiry, "d3", "act"), "none");
	assert_int_equal(cyt_result_total(inquiry.result, CYT_MODALITY_MAY, CYT_VERDICT_NONE), 1);
	assert_int_equal(cyt_result_total(inquiry.result, CYT_MODALITY_SHALL, CYT_VERDICT_FULL), 1);
	assert_int_equal(cyt_row_finding_path_count(row_of(&inquiry, "d2", "act")), 1);
	assert_int_equal(cyt_row_finding_path_count(row_of(&inquiry, "d4", "act")), 0);
}

static void
an_article_that_demands_nothing_with_shall_has_no_verdict(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act' modality='may'", ""))
		    ARTICLE("b", "")),
	     "<instrument " NS " id='draft' type='proposal'>"
	     ARTICLE("a", DEMAND("d", "concepts='act' modality='may'", "")) "</instrument>",
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY(""))));
	assert_verdict("law", "");
	assert_string_equal(verdict_of(&inquiry, "b"), "");
	ask_coverage(&inquiry, "law", "draft", TODAY);
	assert_string_equal(verdict_of(&inquiry, "a"), "full");
}

static void
a_base_of_which_nothing_is_covered_gives_no_row_but_its_verdict(void **state)
{
	const struct cyt_provision_finding *finding;
	size_t assessed, rows;

	(void)state;
	OPEN(TREATY(ARTICLE("base", DEMAND("d", "concepts='act'", ""))
		    ARTICLE("a", DEMAND("e", "extends='base base'", CASE("mode", "attempt")))),
	     LAW("law", "AA", "", READ PROVISION("p", "", "")),
	     LAW("unread", "AA", "", PROVISION("p", "", "")));
	assert_verdict("law", "none");
	finding = article_of(&inquiry, "a");
	assert_int_equal(cyt_provision_finding_row_count(finding), 0);
	assert_int_equal(cyt_provision_finding_inherited_count(finding), 1);
	assert_string_equal(cyt_demand_id(cyt_row_finding_demand(
				    cyt_provision_finding_inherited_at(finding, 0))), "d");
	cyt_provision_finding_assessed(finding, &assessed, &rows);
	assert_int_equal(rows, 0);
	assert_verdict("unread", "not-assessed");
}

static void
an_extended_demand_is_measured_on_conditional_law_too(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("base", DEMAND("d", "concepts='act'", "")
			    "<option id='o' of='d'>" CASE("color", "blue") "</option>")
		    ARTICLE("a", DEMAND("e", "extends='base'", CASE("mode", "attempt")))),
	     LAW("law", "AA", "", READ
		 PROVISION("p", "", SUPPLY(CASE("color", "red") CASE("mode", "principal attempt"))
			   "<supply concepts='act'>" CASE("color", "blue")
			   "<condition xml:lang='en'>only at night</condition></supply>")));
	assert_verdict("law", "full-by-option");
	assert_region(cyt_row_finding_region(row_of(&inquiry, "e", "act"),
					     CYT_ROW_REGION_DEMANDED), "color=red,blue mode=attempt");
	assert_used(row_of(&inquiry, "e", "act"), "o");
}

static void
one_of_several_values_of_an_instrument_counts_only_where_several_will_do(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='other'",
					"<case facet='color' some='red green blue'/>"))
		    ARTICLE("b", DEMAND("e", "concepts='other'", CASE("color", "red")))),
	     "<instrument " NS " id='model'>"
	     ARTICLE("m", DEMAND("d", "concepts='other'", "<case facet='color' some='red green'/>"))
	     "</instrument>",
	     LAW("law", "AA", "", READ PROVISION("p", "", "<supply concepts='other'>"
						 CASE("color", "green") "</supply>")));
	assert_verdict("law", "full");
	assert_string_equal(verdict_of(&inquiry, "b"), "none");
	assert_verdict("model", "full");
	assert_string_equal(verdict_of(&inquiry, "b"), "none");
}

/* -- basis -------------------------------------------------------------------------------------- */

#define SOURCE(basis, date) "<source basis='" basis "' consulted='" date "'/>"

static void
a_verdict_is_as_good_as_the_weakest_fact_behind_it(void **state)
{
	const struct cyt_row_finding *row;

	(void)state;
	OPEN(TREATY(SOURCE("text", "2026-01-01") ARTICLE("a", DEMAND("d", "concepts='act'",
								    CASE("color", "red green")))),
	     LAW("law", "AA", "", READ SOURCE("text", "2025-06")
		 PROVISION("p", "", SUPPLY(CASE("color", "red")))
		 PROVISION("q", "", SUPPLY(CASE("color", "green")) SOURCE("secondary", "2020-02-03"))
		 PROVISION("r", "", SUPPLY(CASE("color", "blue")) SOURCE("unverified", "2001"))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	row = row_of(&inquiry, "d", "act");
	assert_int_equal(cyt_row_finding_basis(row), CYT_BASIS_SECONDARY);
	assert_int_equal(cyt_row_finding_consulted(row), 20200203);
	inquiry.basis = CYT_BASIS_TEXT;
	assert_verdict("law", "partial");
	assert_supplied_by(row_of(&inquiry, "d", "act"), "law/p");
}

static void
what_only_weaker_law_covers_is_not_assessed(void **state)
{
	(void)state;
	OPEN(ALL_ACTS, LAW("law", "AA", "", READ PROVISION("p", "", SUPPLY("")
							   SOURCE("unverified", "2020"))),
	     LAW("empty", "AA", "", READ));
	inquiry.basis = CYT_BASIS_SECONDARY;
	assert_verdict("law", "not-assessed");
	assert_missing(&inquiry, "d", "act", "");
	assert_verdict("empty", "none");
}

/* -- beyond and gaps ---------------------------------------------------------------------------- */

static void
conflicts_and_what_nobody_asked_are_reported(void **state)
{
	const struct cyt_provision_finding *finding;
	struct note note = { .length = 0 };

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", CASE("color", "red green"))
			    "<forbid id='f' concepts='act'>" CASE("color", "blue") "</forbid>")),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("") "<supply concepts='other'/>")));
	ask_beyond(&inquiry, "law", "treaty", TODAY);
	finding = article_of(&inquiry, "a");
	assert_int_equal(cyt_provision_finding_conflict_count(finding), 1);
	assert_string_equal(cyt_conflict_id(cyt_provision_finding_conflict_at(finding, 0)), "f");
	assert_region(cyt_conflict_region(cyt_provision_finding_conflict_at(finding, 0)),
		      "color=blue mode=principal");
	assert_int_equal(cyt_conflict_sentence(cyt_provision_finding_conflict_at(finding, 0),
					       note_sink, &note), 0);
	assert_non_null(strstr(note.text, "Covers what must not be covered under article a:"));
	assert_string_equal(cyt_concept_id(cyt_result_unasked_at(inquiry.result, 0)), "other");
	assert_null(cyt_result_unasked_at(inquiry.result, 1));
}

static const char *
model_at(const struct cyt_gap *gap, size_t i)
{
	const struct cyt_evidence *model = cyt_gap_model_at(gap, i);

	return model ? cyt_law_id(cyt_evidence_law(model)) : "";
}

static void
models_are_laws_of_other_states_that_fill_the_whole_gap(void **state)
{
	const struct cyt_gap *gap;

	(void)state;
	OPEN(ALL_ACTS, LAW("own", "AA", "", PROVISION("p", "", SUPPLY(CASE("color", "red")))),
	     LAW("own-local", "AA-X", "", PROVISION("p", "", SUPPLY(""))),
	     LAW("b-part", "BB", "", PROVISION("p", "", SUPPLY(CASE("color", "blue")
							       CASE("size", "big")))),
	     LAW("c-more", "CC", "", PROVISION("p", "", SUPPLY(CASE("color", "blue")))),
	     LAW("d-ended", "DD", "until='2020'", PROVISION("p", "", SUPPLY(""))),
	     LAW("e-bill", "EE", "status='bill'", PROVISION("p", "", SUPPLY(""))));
	ask_gaps(&inquiry, "AA", "treaty", TODAY);
	assert_int_equal(cyt_result_gap_count(inquiry.result), 1);
	gap = cyt_result_gap_at(inquiry.result, 0);
	/* Laws that have ended or are not in force fill nothing, part of it is no model. */
	assert_string_equal(model_at(gap, 0), "");
	ask_gaps(&inquiry, "AA", "treaty", "2019");
	gap = cyt_result_gap_at(inquiry.result, 0);
	assert_string_equal(model_at(gap, 0), "d-ended");
	assert_string_equal(model_at(gap, 1), "");
}

static void
a_gap_names_the_ways_out_and_ends_with_them(void **state)
{
	struct note note = { .length = 0 };
	const struct cyt_gap *gap;

	(void)state;
	OPEN(TREATY("<article id='a' num='4'><paragraph id='a__1' num='1'>"
		    DEMAND("d", "concepts='act'", "") "</paragraph><paragraph id='a__2' num='2'>"
		    "<reservable id='r' of='d'>" CASE("color", "blue") "</reservable></paragraph>"
		    "</article>"),
	     LAW("law", "AA", "", PROVISION("p", "num='12'", SUPPLY(CASE("color", "red green")))));
	ask_gaps(&inquiry, "law", "treaty", TODAY);
	gap = cyt_result_gap_at(inquiry.result, 0);
	assert_null(cyt_gap_option_at(gap, 0));
	assert_string_equal(cyt_way_id(cyt_gap_reservable_at(gap, 0)), "r");
	assert_null(cyt_gap_reservable_at(gap, 1));
	assert_int_equal(cyt_gap_sentence(gap, note_sink, &note), 0);
	assert_string_equal(note.text, "Not covered: act (color: blue). May be reserved under article "
				       "4(2). Or it takes a law; no other State's law in the corpus has all of it.");
}

static void
an_explanation_shows_every_step(void **state)
{
	struct note note = { .length = 0 };

	(void)state;
	OPEN(PLAIN, LAW("law", "AA", "", PROVISION("p", "num='12'", SUPPLY(CASE("color", "red")))
			PROVISION("q", "num='13'", SUPPLY(CASE("color", "red")))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_int_equal(cyt_row_finding_explain(row_of(&inquiry, "d", "act"), note_sink, &note), 0);
	assert_string_equal(note.text,
			    "article a, act\n"
			    "Demanded: (color: other than blue) (mode: principal)\n"
			    "Supplied by Act law, 12 (redundant): (color: red) (mode: principal)\n"
			    "Supplied by Act law, 13 (redundant): (color: red) (mode: principal)\n"
			    "Left: (color: green) (mode: principal)\n"
			    "Missing: (color: green) (mode: principal)\n"
			    "Rule: partial: some of it is covered, if only conditionally, and not all "
			    "else is excused\n");
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(a_part_of_a_country_has_national_law_and_not_the_other_way_round),
		CLEANED(a_state_without_law_is_answered_by_what_was_searched),
		CLEANED(a_subject_that_nobody_has_is_not_found_and_names_are_suggested),
		CLEANED(terms_need_a_day_that_exists),
		CLEANED(reservations_of_several_states_excuse_nobody),
		CLEANED(what_is_not_in_force_counts_only_where_it_is_named),
		CLEANED(a_provision_of_its_own_status_needs_the_law_named_in_the_terms),
		CLEANED(a_bill_takes_the_place_of_a_provision_and_its_parts),
		CLEANED(a_repeal_of_what_replaced_a_provision_does_not_revive_it),
		CLEANED(an_extend_reaches_other_laws_only_while_its_own_law_counts),
		CLEANED(an_exception_takes_away_only_while_it_counts),
		CLEANED(of_a_choice_the_option_that_leaves_least_is_taken),
		CLEANED(break_points_of_others_do_not_decide_a_choice),
		CLEANED(the_fewest_options_that_suffice_are_named),
		CLEANED(more_than_sixteen_options_are_taken_the_largest_first),
		CLEANED(an_option_against_overreach_that_is_covered_all_the_same_is_reported),
		CLEANED(an_any_of_is_its_best_alternative_and_one_row),
		CLEANED(an_article_that_demands_nothing_with_shall_has_no_verdict),
		CLEANED(a_base_of_which_nothing_is_covered_gives_no_row_but_its_verdict),
		CLEANED(an_extended_demand_is_measured_on_conditional_law_too),
		CLEANED(one_of_several_values_of_an_instrument_counts_only_where_several_will_do),
		CLEANED(a_verdict_is_as_good_as_the_weakest_fact_behind_it),
		CLEANED(what_only_weaker_law_covers_is_not_assessed),
		CLEANED(conflicts_and_what_nobody_asked_are_reported),
		CLEANED(models_are_laws_of_other_states_that_fill_the_whole_gap),
		CLEANED(a_gap_names_the_ways_out_and_ends_with_them),
		CLEANED(an_explanation_shows_every_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

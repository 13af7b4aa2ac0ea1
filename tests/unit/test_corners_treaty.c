/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Corners of what instruments ask, each derived by hand from the design. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "corners.h"

/* -- options ---------------------------------------------------------------------------------- */

/* One facet of forty values, of which an instrument asks for all and a law has only v0. */
#define MANY_HEAD "<corpus " NS "><vocabulary id='v'><facet id='f'>"
#define MANY_BODY                                                                        \
	"</facet><concept id='c' kind='act' facets='f'/></vocabulary>"                    \
	"<law id='law' jurisdiction='AA'><provision id='p'><supply concepts='c'>"         \
	"<case facet='f' is='v0'/></supply></provision></law>"                            \
	"<instrument id='treaty'><article id='a'><demand id='d' concepts='c'>"            \
	"<case facet='f' is='%s'/></demand>%s</article></instrument></corpus>"

/* Further options are on one value each: v1 to v6 and again, or v10, v11 ..., one choice each. */
static void
open_many(const char *demanded, const char *first, int more, bool choices)
{
	char values[1024] = "", options[4096], choice[32] = "", text[8192];
	size_t length = (size_t)snprintf(options, sizeof(options), "%s", first);
	const char *const documents[] = { text, NULL };

	for (int i = 0; i < 40; i++)
		snprintf(values + strlen(values), sizeof(values) - strlen(values),
			 "<value id='v%d'/>", i);
	for (int i = 0; i < more; i++) {
		if (choices)
			snprintf(choice, sizeof(choice), "choice='x%d'", i);
		length += (size_t)snprintf(options + length, sizeof(options) - length,
					   "<option id='x%d' of='d' %s><case facet='f' is='v%d'/>"
					   "</option>", i, choice, choices ? 10 + i : 1 + i % 6);
	}
	length = (size_t)snprintf(text, sizeof(text), MANY_HEAD "%s", values);
	snprintf(text + length, sizeof(text) - length, MANY_BODY, demanded, options);
	inquiry_open(&inquiry, documents);
}

#define THREE                                                                            \
	OPTION("big", "d", "", CASE("f", "v1 v2 v3 v4"))                                  \
	OPTION("left", "d", "", CASE("f", "v1 v2 v5"))                                    \
	OPTION("right", "d", "", CASE("f", "v3 v4 v6"))

static void
sixteen_options_are_weighed_and_one_more_is_taken_greedily(void **state)
{
	(void)state;
	open_many("v0 v1 v2 v3 v4 v5 v6", THREE, 13, false);
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "d", "c"), "left right");
	inquiry_close(&inquiry);
	open_many("v0 v1 v2 v3 v4 v5 v6", THREE, 14, false);
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "d", "c"), "big left right");
}

static void
many_choices_are_still_the_best_selection(void **state)
{
	(void)state;
	/* The larger option of the first choice leaves v3, which nothing else excuses. */
	open_many("v0 v1 v2 v3 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22 v23",
		  OPTION("one", "d", "choice='a'", CASE("f", "v1 v2"))
		  OPTION("two", "d", "choice='a'", CASE("f", "v3"))
		  OPTION("three", "d", "choice='b'", CASE("f", "v1 v2")), 14, true);
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "d", "c"),
		    "two three x0 x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13");
}

static void
an_option_of_a_base_and_of_its_extension_leaves_out_both(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("b", DEMAND("d", "concepts='act'", "")
			    OPTION("o", "d e", "", BLUE CASE("mode", "principal")))
		    ARTICLE("a", DEMAND("e", "extends='b'", ATTEMPT))),
	     LAW("law", "AA", "",
		 PROVISION("p", "", SUPPLY("act", "") SUPPLY("act", CASE("color", "red green")
							     ATTEMPT))));
	/* The case on the form of commission keeps it to the base; its image is the extension's. */
	assert_verdict("law", "full-by-option");
	assert_used(row_of(&inquiry, "e", "act"), "o");
}

static void
options_alone_are_no_law(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", "") OPTION("o", "d", "", ""))),
	     STATE("AA", READ), LAW("law", "BB", "", PROVISION("p", "", SUPPLY("plain", RED))));
	assert_verdict("AA", "none");
	assert_missing(&inquiry, "d", "plain", "");
	assert_used(row_of(&inquiry, "d", "plain"), "");
	assert_verdict("law", "full-by-option");
}

/* -- beyond ----------------------------------------------------------------------------------- */

static void
assert_beyond(size_t i, enum cyt_concern concern, const char *silent, const char *region)
{
	const struct cyt_beyond *beyond = cyt_result_beyond_at(inquiry.result, i);
	const struct cyt_facet *facet;

	assert_non_null(beyond);
	facet = cyt_beyond_by_silence_at(beyond, 0);
	assert_int_equal(cyt_beyond_concern(beyond), concern);
	assert_string_equal(facet ? cyt_facet_id(facet) : "", silent);
	assert_region(cyt_beyond_region(beyond), region);
}

#define RIGHTLESS                                                                        \
	TREATY(ARTICLE("a", DEMAND("d", "concepts='deed'", CASE("authority", "without"))  \
		       "<forbid id='f' concepts='deed plain'>" BLUE "</forbid>"))

static void
silence_is_told_cell_by_cell(void **state)
{
	(void)state;
	OPEN(RIGHTLESS, LAW("law", "AA", "", PROVISION("p", "",
		SUPPLY("deed", RED) SUPPLY("deed", GREEN CASE("authority", "without authorised"))
		SUPPLY("deed", CASE("color", "green blue")
		       CASE("fault", "intent recklessness")))));
	ask_beyond(&inquiry, "law", "treaty", TODAY);
	/* Green and intended is spoken of by the second supply, whatever the third one omits. */
	assert_beyond(0, CYT_CONCERN_OVERREACH, "",
		      "color=green authority=authorised fault=intent");
	assert_beyond(1, CYT_CONCERN_OVERREACH, "authority",
		      "color=red,blue authority=authorised fault=intent | "
		      "color=green,blue authority=authorised fault=recklessness");
	assert_beyond(2, CYT_CONCERN_BROADER, "",
		      "color=green,blue authority=without fault=recklessness");
	assert_int_equal(cyt_result_beyond_count(inquiry.result), 3);
}

static void
what_a_law_means_by_silence_is_no_reach(void **state)
{
	(void)state;
	OPEN(RIGHTLESS,
	     LAW("law", "AA", "", "<unstated facet='authority' is='without'/>"
		 PROVISION("p", "", SUPPLY("deed", ""))),
	     LAW("both", "AA", "", "<unstated facet='authority' is='without'/>"
		 "<unstated facet='fault' is='intent recklessness'/>"
		 PROVISION("p", "", SUPPLY("deed", ""))));
	ask_beyond(&inquiry, "law", "treaty", TODAY);
	assert_int_equal(cyt_result_beyond_count(inquiry.result), 0);
	ask_beyond(&inquiry, "both", "treaty", TODAY);
	assert_beyond(0, CYT_CONCERN_BROADER, "fault", "authority=without fault=recklessness");
}

static void
only_unconditional_law_conflicts_and_is_unasked(void **state)
{
	const struct cyt_provision_finding *finding;

	(void)state;
	OPEN(RIGHTLESS, LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain timed", ""))),
	     LAW("maybe", "AA", "", PROVISION("p", "", SUPPLY("plain deed timed", IF("at night")))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	finding = article_of(&inquiry, "a");
	assert_int_equal(cyt_provision_finding_conflict_count(finding), 1);
	assert_region(cyt_conflict_region(cyt_provision_finding_conflict_at(finding, 0)),
		      "color=blue");
	/* Forbidden is mentioned and not demanded: all of it is beyond, and unasked. */
	assert_beyond(0, CYT_CONCERN_NONE, "", "");
	assert_string_equal(cyt_concept_id(cyt_result_unasked_at(inquiry.result, 0)), "plain");
	assert_string_equal(cyt_concept_id(cyt_result_unasked_at(inquiry.result, 1)), "timed");
	assert_null(cyt_result_unasked_at(inquiry.result, 2));
	ask_coverage(&inquiry, "maybe", "treaty", TODAY);
	finding = article_of(&inquiry, "a");
	assert_int_equal(cyt_provision_finding_conflict_count(finding), 0);
	assert_int_equal(cyt_result_beyond_count(inquiry.result), 0);
	assert_null(cyt_result_unasked_at(inquiry.result, 0));
}

/* -- quantities and concepts as values -------------------------------------------------------- */

static void
intervals_are_merged_whatever_numbers_others_bring(void **state)
{
	static const char *const subjects[] = { "law", "law+noise" };

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='timed'", "<case facet='age' below='18'/>"
					"<case facet='term' at-least='10' below='90'/>"))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("timed", "<case facet='age' below='16'/>"
							   "<case facet='term' below='60'/>"))),
	     LAW("noise", "BB", "from='2040'", PROVISION("p", "",
		 SUPPLY("timed", "<case facet='age' at-least='3' below='4'/>"
			"<case facet='term' at-least='11' below='61'/>")
		 SUPPLY("timed", "<case facet='age' at-least='17' below='200'/>"))),
	     LAW("open", "CC", "", PROVISION("p", "",
		 SUPPLY("timed", "<case facet='age' at-least='10'/>"))),
	     LAW("joined", "DD", "",
		 PROVISION("p", "", SUPPLY("timed", "<case facet='age' below='7'/>"))
		 PROVISION("q", "", SUPPLY("timed", "<case facet='age' at-least='7' below='18'/>"))));
	for (size_t i = 0; i < 2; i++) {
		assert_verdict(subjects[i], "partial");
		assert_missing(&inquiry, "d", "timed",
			       "age=[0,18) term=[60,90) | age=[16,18) term=[10,90)");
		assert_beyond(0, CYT_CONCERN_NONE, "", "age=[0,16) term=[0,10)");
	}
	assert_verdict("open", "partial");
	assert_missing(&inquiry, "d", "timed", "age=[0,10) term=[10,90)");
	assert_beyond(0, CYT_CONCERN_NONE, "", "age=[10,) term=[0,10)[90,) | age=[18,)");
	assert_verdict("joined", "full");
	assert_supplied_by(row_of(&inquiry, "d", "timed"), "joined/p joined/q");
}

static void
concepts_as_values_are_named_by_their_broader_ones(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='launder'", CASE("predicate", "make plain"))
			    DEMAND("e", "concepts='make'", ATTEMPT))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("launder", CASE("predicate", "sell") RED)
		 SUPPLY("launder", CASE("predicate", "plain act"))
		 SUPPLY("make", CASE("mode", "principal attempt")))),
	     LAW("not", "AA", "", PROVISION("p", "",
		 SUPPLY("launder", "<case facet='predicate' not='make'/>"))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_row("d", "launder", "partial",
		   "predicate=sell,give color=green,blue | predicate=give");
	assert_row("e", "sell", "full", "");
	assert_row("e", "give", "full", "");
	assert_assessed("a", 3, 3);
	ask_coverage(&inquiry, "not", "treaty", TODAY);
	assert_row("d", "launder", "partial", "predicate=sell,give");
}

/* -- provisions ------------------------------------------------------------------------------- */

static void
lesser_demands_never_touch_the_verdict(void **state)
{
	const struct cyt_result *result;

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", RED)
			    DEMAND("d1", "concepts='act' modality='endeavour'", "")
			    DEMAND("d2", "concepts='act' modality='consider'", "")
			    DEMAND("d3", "concepts='plain' modality='may'", "")
			    DEMAND("d4", "extends='d1 d' modality='may'", GREEN))
		    ARTICLE("b", "<any-of>" DEMAND("b1", "concepts='act'", "")
			    DEMAND("b2", "concepts='plain' modality='may'", RED) "</any-of>")
		    ARTICLE("c", "<any-of>" DEMAND("c1", "concepts='plain' modality='may'", RED)
			    "<all-of>" DEMAND("c2", "concepts='act' modality='consider'", "")
			    "</all-of></any-of>")),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain", RED))));
	assert_verdict("law", "full");
	assert_assessed("a", 1, 1);
	/* An alternative without an obligation does not count, however well it is covered. */
	assert_string_equal(verdict_of(&inquiry, "b"), "none");
	assert_string_equal(verdict_of(&inquiry, "c"), "");
	/* Only obligations are extended: of d, not of d1. */
	assert_int_equal(cyt_provision_finding_row_count(article_of(&inquiry, "a")), 5);
	assert_row("d4", "plain", "none", "color=green");
	result = inquiry.result;
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_SHALL, CYT_VERDICT_FULL), 1);
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_SHALL, CYT_VERDICT_NONE), 1);
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_ENDEAVOUR, CYT_VERDICT_NONE), 1);
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_CONSIDER, CYT_VERDICT_NONE), 2);
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_MAY, CYT_VERDICT_PARTIAL), 1);
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_MAY, CYT_VERDICT_NONE), 1);
	assert_int_equal(cyt_result_total(result, CYT_MODALITY_MAY, CYT_VERDICT_FULL), 2);
}

#define NESTED                                                                           \
	ARTICLE("a", "<any-of><all-of>" DEMAND("d1", "concepts='plain'", RED) "<any-of>"  \
		DEMAND("d2", "concepts='deed'", "") DEMAND("d3", "concepts='act'", "")    \
		"</any-of></all-of>" DEMAND("d4", "concepts='timed'", "") "</any-of>")

static void
alternatives_within_alternatives_are_judged_by_the_same_rule(void **state)
{
	uint32_t group, alternative;

	(void)state;
	OPEN(TREATY(NESTED), LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain", RED))),
	     UNREAD("some", "AA", "", "<assessed concepts='*' except='act'/>"
		    PROVISION("p", "", SUPPLY("plain", RED))),
	     LAW("more", "AA", "", PROVISION("p", "", SUPPLY("act plain", ""))));
	/* Full and none are partial; full and not assessed are not assessed, better than none. */
	assert_verdict("law", "partial");
	assert_assessed("a", 1, 1);
	cyt_row_finding_path_at(row_of(&inquiry, "d3", "act"), 1, &group, &alternative);
	assert_int_equal(group, 2);
	assert_int_equal(alternative, 2);
	assert_verdict("some", "not-assessed");
	assert_assessed("a", 0, 1);
	assert_verdict("more", "full");
}

static void
an_article_of_inherited_rows_has_the_verdict_of_its_bases(void **state)
{
	const struct cyt_provision_finding *finding;

	(void)state;
	OPEN(TREATY(ARTICLE("b", "<any-of>" DEMAND("d1", "concepts='act'", "")
			    DEMAND("d2", "concepts='make'", "") "</any-of>")
		    ARTICLE("none", DEMAND("n", "concepts='plain' modality='may'", ""))
		    ARTICLE("a", DEMAND("e", "extends='b'", ATTEMPT))
		    ARTICLE("c", DEMAND("f", "extends='b' modality='may'", ATTEMPT))
		    ARTICLE("x", DEMAND("g", "extends='none'", RED))),
	     UNREAD("unread", "AA", "", "<assessed concepts='act'/>" PROVISION("p", "", "")),
	     LAW("read", "AA", "", PROVISION("p", "", "")),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("make", ""))));
	/* The better of none and not assessed. */
	assert_verdict("unread", "not-assessed");
	finding = article_of(&inquiry, "a");
	assert_int_equal(cyt_provision_finding_row_count(finding), 0);
	assert_int_equal(cyt_provision_finding_inherited_count(finding), 3);
	assert_assessed("a", 0, 0);
	assert_verdict("read", "none");
	assert_string_equal(verdict_of(&inquiry, "c"), "");
	/* Where there are rows, what is inherited has no say. */
	assert_verdict("law", "none");
	assert_int_equal(cyt_provision_finding_row_count(article_of(&inquiry, "a")), 2);
	assert_assessed("a", 1, 1);
	/* Nothing obligatory to extend. */
	assert_string_equal(verdict_of(&inquiry, "x"), "");
}

static void
extended_rows_stand_once_where_the_concept_has_the_facet(void **state)
{
	const struct cyt_provision_finding *finding;

	(void)state;
	OPEN(TREATY("<article id='b'><paragraph id='b_1'>"
		    DEMAND("d1", "concepts='plain make'", RED) "</paragraph><paragraph id='b_2'>"
		    "<point id='b_2_a'>" DEMAND("d2", "concepts='act'", GREEN)
		    "</point></paragraph></article>"
		    ARTICLE("a", DEMAND("e", "extends='b_2 b d2' concepts='plain act give'",
					ATTEMPT))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain make act", ""))));
	assert_verdict("law", "none");
	finding = article_of(&inquiry, "a");
	assert_int_equal(cyt_provision_finding_row_count(finding), 2);
	assert_ptr_equal(cyt_provision_finding_row_at(finding, 0), row_of(&inquiry, "e", "act"));
	assert_row("e", "act", "none", "color=green mode=attempt agent=natural");
	assert_row("e", "give", "none", "color=red mode=attempt");
}

static void
one_of_several_stays_enough_in_an_extension_unless_it_is_replaced(void **state)
{
	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='act'",
					"<case facet='agent' some='criminal civil'/>"))
		    ARTICLE("b", DEMAND("e", "extends='a'", ATTEMPT)
			    DEMAND("f", "extends='a'", CASE("agent", "natural"))
			    DEMAND("g", "extends='a'",
				   "<case facet='mode' some='attempt participation'/>"))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("act", CASE("agent", "civil") RED)
		 SUPPLY("act", CASE("agent", "criminal") ATTEMPT CASE("size", "big")))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_row("d", "act", "partial",
		   "color=green,blue mode=principal agent=criminal,civil");
	assert_row("e", "act", "partial",
		   "color=red size=small mode=attempt agent=criminal,civil");
	assert_row("f", "act", "none", "color=red mode=principal agent=natural");
	assert_row("g", "act", "partial",
		   "color=red size=small mode=attempt,participation agent=criminal,civil");
}

/* -- instruments as subjects ------------------------------------------------------------------ */

#define DRAFT                                                                            \
	ARTICLE("a", DEMAND("d", "concepts='plain' modality='may'", RED)                  \
		DEMAND("e", "concepts='act' modality='consider'", ""))                    \
	ARTICLE("b", "<any-of>" DEMAND("f", "concepts='timed' modality='endeavour'", "")  \
		"</any-of>")                                                              \
	ARTICLE("c", DEMAND("g", "concepts='sell'", "")                                   \
		DEMAND("h", "extends='c' modality='may'", ATTEMPT))

static void
a_proposal_or_norms_bind_in_every_modality(void **state)
{
	static const char *const drafts[] = { "proposal", "norms" };

	(void)state;
	OPEN(INSTRUMENT("proposal", "type='proposal'", DRAFT),
	     INSTRUMENT("norms", "type='norms'", DRAFT), INSTRUMENT("draft", "", DRAFT),
	     TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", "") DEMAND("e", "concepts='act'", "")
			    DEMAND("f", "concepts='timed'", "")
			    DEMAND("h", "concepts='sell'", CASE("mode", "principal attempt")))),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain", ""))));
	for (size_t i = 0; i < 2; i++) {
		ask_coverage(&inquiry, "law", drafts[i], TODAY);
		assert_string_equal(verdict_of(&inquiry, "a"), "partial");
		assert_string_equal(verdict_of(&inquiry, "b"), "none");
		assert_string_equal(verdict_of(&inquiry, "c"), "none");
		assert_int_equal(cyt_result_total(inquiry.result, CYT_MODALITY_SHALL,
						  CYT_VERDICT_NONE), 2);
		assert_verdict(drafts[i], "partial");
		assert_row("d", "plain", "partial", "color=green,blue");
		assert_row("e", "act", "full", "");
		/* Within any-of nobody knows which. */
		assert_row("f", "timed", "none", "");
		assert_row("h", "sell", "full", "");
	}
	assert_verdict("draft", "partial");
	assert_string_equal(row_verdict(&inquiry, "d", "plain"), "none");
	assert_row("h", "sell", "partial", "mode=attempt");
}

static void
a_faithful_party_has_what_is_demanded_less_all_options(void **state)
{
	(void)state;
	OPEN(INSTRUMENT("model", "", ARTICLE("m", DEMAND("d", "concepts='plain'", "")
		OPTION("o1", "d", "choice='c'", RED) OPTION("o2", "d", "choice='c'", GREEN)
		"<reservable id='r' of='d'>" BLUE "</reservable>"
		DEMAND("e", "concepts='act'", RED) OPTION("o3", "e", "", CASE("size", "big")))
		ARTICLE("n", DEMAND("f", "extends='e'", ATTEMPT))),
	     TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", "") DEMAND("e", "concepts='act'",
			    RED CASE("mode", "principal attempt")))));
	ask_coverage(&inquiry, "model", "treaty", TODAY);
	assert_row("d", "plain", "partial", "color=red,green");
	assert_row("e", "act", "partial",
		   "color=red size=big mode=principal,attempt agent=natural");
	assert_string_equal(verdict_of(&inquiry, "a"), "partial");
}

/* -- export ----------------------------------------------------------------------------------- */

static void
totals_of_a_part_are_of_that_part(void **state)
{
	struct note note = { .length = 0 };

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", RED))
		    "<article id='b' kind='power'>" DEMAND("e", "concepts='timed'", "")
		    DEMAND("f", "concepts='act' modality='may'", "") "</article>"),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain act", ""))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_int_equal(cyt_export_coverage_json(inquiry.result, CYT_KIND_POWER, NULL, note_sink,
						  &note), 0);
	assert_non_null(strstr(note.text, "\"shall\": {\n   \"full\": 0,\n   \"full-by-option\": 0,\n"
					  "   \"full-by-reservation\": 0,\n   \"partial\": 0,\n"
					  "   \"none\": 1,"));
	assert_non_null(strstr(note.text, "\"may\": {\n   \"full\": 1,"));
	assert_null(strstr(note.text, "\"id\": \"a\""));
	note.length = 0;
	assert_int_equal(cyt_export_coverage_json(inquiry.result, CYT_KIND_UNKNOWN, "a", note_sink,
						  &note), 0);
	assert_non_null(strstr(note.text, "\"shall\": {\n   \"full\": 1,"));
	assert_null(strstr(note.text, "\"id\": \"b\""));
}

/* -- refusals --------------------------------------------------------------------------------- */

static void
boxes_have_no_meaning_in_an_extended_demand(void **state)
{
	(void)state;
	assert_refused(1225, TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", ""))
				    ARTICLE("b", DEMAND("e", "extends='a'", "<box>" ATTEMPT "</box>"
							"<box>" CASE("mode", "participation")
							"</box>"))));
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(sixteen_options_are_weighed_and_one_more_is_taken_greedily),
		CLEANED(many_choices_are_still_the_best_selection),
		CLEANED(an_option_of_a_base_and_of_its_extension_leaves_out_both),
		CLEANED(options_alone_are_no_law),
		CLEANED(silence_is_told_cell_by_cell),
		CLEANED(what_a_law_means_by_silence_is_no_reach),
		CLEANED(only_unconditional_law_conflicts_and_is_unasked),
		CLEANED(intervals_are_merged_whatever_numbers_others_bring),
		CLEANED(concepts_as_values_are_named_by_their_broader_ones),
		CLEANED(lesser_demands_never_touch_the_verdict),
		CLEANED(alternatives_within_alternatives_are_judged_by_the_same_rule),
		CLEANED(an_article_of_inherited_rows_has_the_verdict_of_its_bases),
		CLEANED(extended_rows_stand_once_where_the_concept_has_the_facet),
		CLEANED(one_of_several_stays_enough_in_an_extension_unless_it_is_replaced),
		CLEANED(a_proposal_or_norms_bind_in_every_modality),
		CLEANED(a_faithful_party_has_what_is_demanded_less_all_options),
		CLEANED(totals_of_a_part_are_of_that_part),
		cmocka_unit_test(boxes_have_no_meaning_in_an_extended_demand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

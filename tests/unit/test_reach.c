/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* By which provisions, on which basis and since when a law reaches beyond an instrument or conflicts with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "corners.h"

#define AUTHORISED(colors) SUPPLY("deed", CASE("color", colors) CASE("authority", "authorised"))

static void
reach_names_provisions_that_are_enough_by_themselves(void **state)
{
	const struct cyt_beyond *beyond;

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='deed'",
				       CASE("authority", "without") SOURCE("text", "2024")))),
	     LAW("law", "AA", "",
		 PROVISION("none", "", SUPPLY("deed", CASE("authority", "without"))
			   SOURCE("unverified", "2001"))
		 PROVISION("two", "", AUTHORISED("red") SOURCE("text", "2023"))
		 PROVISION("more", "", AUTHORISED("red green") SOURCE("secondary", "2022-05"))
		 PROVISION("same", "", AUTHORISED("green") AUTHORISED("red")
			   SOURCE("text", "2023"))
		 PROVISION("maybe", "", SUPPLY("deed", CASE("authority", "authorised")
					       IF("at night")) SOURCE("unverified", "2001"))
		 EXTEND("by", "provisions='two'", CASE("fault", "recklessness")
			SOURCE("text", "2023"))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	assert_int_equal(cyt_result_beyond_count(inquiry.result), 1);
	beyond = cyt_result_beyond_at(inquiry.result, 0);
	assert_beyond_by(beyond, "law/two law/two<by law/more* law/same*");
	assert_int_equal(cyt_beyond_basis(beyond), CYT_BASIS_SECONDARY);
	assert_int_equal(cyt_beyond_consulted(beyond), 20220500);
	assert_region(cyt_evidence_region(cyt_beyond_supplied_by_at(beyond, 1)),
		      "color=red authority=authorised fault=recklessness");
	assert_region(cyt_evidence_region(cyt_beyond_supplied_by_at(beyond, 3)),
		      "color=red,green authority=authorised fault=intent");
	assert_null(cyt_beyond_supplied_by_at(beyond, 4));
}

static void
what_nobody_asks_names_its_provisions(void **state)
{
	const struct cyt_evidence *evidence;
	struct note note = { .length = 0 };

	(void)state;
	OPEN(PLAIN,
	     INSTRUMENT("other", "", ARTICLE("b", "<demand id='e' concepts='give'>"
					     "<case facet='color' some='red blue'/></demand>")),
	     LAW("law", "AA", "",
		 PROVISION("one", "", SUPPLY("deed", RED) SOURCE("secondary", "2022-05"))
		 PROVISION("same", "", SUPPLY("deed", RED) SOURCE("text", "2023"))
		 PROVISION("maybe", "", SUPPLY("deed", IF("at night")) SOURCE("unverified", "2001"))
		 EXTEND("by", "provisions='same'", CASE("fault", "recklessness")
			SOURCE("text", "2023"))));
	ask_beyond(&inquiry, "law", "treaty", TODAY);
	assert_string_equal(cyt_concept_id(cyt_result_unasked_at(inquiry.result, 0)), "deed");
	assert_unasked_by(inquiry.result, 0, "law/one* law/same law/same<by");
	assert_int_equal(cyt_result_unasked_basis(inquiry.result, 0), CYT_BASIS_SECONDARY);
	assert_int_equal(cyt_result_unasked_consulted(inquiry.result, 0), 20220500);
	assert_region(cyt_evidence_region(cyt_result_unasked_supplied_by_at(inquiry.result, 0, 2)),
		      "color=red fault=recklessness");
	assert_null(cyt_result_unasked_supplied_by_at(inquiry.result, 0, 3));
	assert_int_equal(cyt_result_unasked_sentence(inquiry.result, 0, note_sink, &note), 0);
	assert_string_equal(note.text, "deed. Supplied by law (one; same), also read with the general part.");
	/* One of several values is enough to be asked of. */
	ask_beyond(&inquiry, "other", "treaty", TODAY);
	assert_string_equal(cyt_concept_id(cyt_result_unasked_at(inquiry.result, 0)), "give");
	evidence = cyt_result_unasked_supplied_by_at(inquiry.result, 0, 0);
	assert_string_equal(cyt_demand_id(cyt_evidence_demand(evidence)), "e");
	assert_region(cyt_evidence_region(evidence), "color=red,blue mode=principal");
}

static void
nothing_stands_behind_what_is_not_there(void **state)
{
	struct note note = { .length = 0 };

	(void)state;
	OPEN(PLAIN, LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain", ""))));
	ask_beyond(&inquiry, "law", "treaty", TODAY);
	assert_null(cyt_result_unasked_at(inquiry.result, 0));
	assert_unasked_by(inquiry.result, 0, "");
	assert_null(cyt_result_unasked_supplied_by_at(inquiry.result, 0, 0));
	assert_int_equal(cyt_result_unasked_basis(inquiry.result, 0), CYT_BASIS_UNKNOWN);
	assert_int_equal(cyt_result_unasked_consulted(inquiry.result, 0), 0);
	assert_int_equal(cyt_result_unasked_sentence(inquiry.result, 0, note_sink, &note),
			 CYT_ERR_NOTFOUND);
}

static void
reach_rests_on_what_is_asked_as_well(void **state)
{
	static const struct {
		const char *subject;
		enum cyt_basis basis;
		cyt_date consulted;
	} want[] = {
		{ "old", CYT_BASIS_TEXT, 20200000 },
		{ "never", CYT_BASIS_UNVERIFIED, 0 },
		{ "other", CYT_BASIS_SECONDARY, 20240000 },
	};
	const struct cyt_evidence *evidence;
	const struct cyt_beyond *beyond;

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", RED SOURCE("text", "2024")))),
	     INSTRUMENT("other", "", ARTICLE("b", DEMAND("e", "concepts='plain'",
							 SOURCE("secondary", "2025")))),
	     LAW("old", "AA", "", PROVISION("p", "", SUPPLY("plain", "") SOURCE("text", "2020"))),
	     LAW("never", "AA", "", PROVISION("p", "", SUPPLY("plain", ""))));
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		ask_beyond(&inquiry, want[i].subject, "treaty", TODAY);
		beyond = cyt_result_beyond_at(inquiry.result, 0);
		assert_int_equal(cyt_beyond_basis(beyond), want[i].basis);
		assert_int_equal(cyt_beyond_consulted(beyond), want[i].consulted);
	}
	evidence = cyt_beyond_supplied_by_at(beyond, 0);
	assert_string_equal(cyt_demand_id(cyt_evidence_demand(evidence)), "e");
	assert_null(cyt_evidence_law(evidence));
	assert_int_equal(cyt_beyond_supplied_by_count(beyond), 1);
}

static void
conflicts_name_provisions(void **state)
{
	const struct cyt_conflict *conflict;

	(void)state;
	OPEN(TREATY(ARTICLE("a", "<forbid id='f' concepts='plain'>" BLUE SOURCE("secondary", "2019")
				 "</forbid>")),
	     LAW("law", "AA", "", PROVISION("p", "", SUPPLY("plain", RED) SOURCE("unverified", "2001"))
		 PROVISION("q", "", SUPPLY("plain", "") SOURCE("text", "2021"))));
	ask_coverage(&inquiry, "law", "treaty", TODAY);
	conflict = cyt_provision_finding_conflict_at(article_of(&inquiry, "a"), 0);
	assert_conflict_by(conflict, "law/q");
	assert_int_equal(cyt_conflict_basis(conflict), CYT_BASIS_SECONDARY);
	assert_int_equal(cyt_conflict_consulted(conflict), 20190000);
	assert_region(cyt_evidence_region(cyt_conflict_supplied_by_at(conflict, 0)), "color=blue");
	assert_null(cyt_conflict_supplied_by_at(conflict, 1));
}

/* What was found of the first is told of the second, with its own provisions. */
static void
laws_that_say_the_same_are_told_apart(void **state)
{
	static const char *const want[][2] = {
		{ "one", "one/p one/q*" }, { "two", "two/r two/s*" }, { "one", "one/p one/q*" },
	};
	struct note note;

	(void)state;
	OPEN(TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", RED)
			    "<forbid id='f' concepts='plain'>" BLUE "</forbid>")),
	     LAW("one", "AA", "", PROVISION("p", "", SUPPLY("plain", ""))
		 PROVISION("q", "", SUPPLY("plain", GREEN))),
	     LAW("two", "BB", "", PROVISION("r", "", SUPPLY("plain", ""))
		 PROVISION("s", "", SUPPLY("plain", GREEN))));
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		ask_coverage(&inquiry, want[i][0], "treaty", TODAY);
		assert_beyond_by(cyt_result_beyond_at(inquiry.result, 0), want[i][1]);
		note.length = 0;
		assert_int_equal(cyt_beyond_sentence(cyt_result_beyond_at(inquiry.result, 0),
						     note_sink, &note), 0);
		assert_non_null(strstr(note.text, i == 1 ? "Supplied by two (r; s)."
							 : "Supplied by one (p; q)."));
		assert_conflict_by(cyt_provision_finding_conflict_at(article_of(&inquiry, "a"), 0),
				   i == 1 ? "two/r" : "one/p");
	}
}

#define CLEANED(test) cmocka_unit_test_teardown(test, inquiry_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CLEANED(reach_names_provisions_that_are_enough_by_themselves),
		CLEANED(what_nobody_asks_names_its_provisions),
		CLEANED(nothing_stands_behind_what_is_not_there),
		CLEANED(reach_rests_on_what_is_asked_as_well),
		CLEANED(conflicts_name_provisions),
		CLEANED(laws_that_say_the_same_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Matrix, covering and safeguards, and tables of them, on small documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "inquiry.h"

#define TODAY 20260101

#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define LAW(id, where, rest, content)                                                  \
	"<law " NS " id='" id "' jurisdiction='" where "' " rest "><title xml:lang='en'>Act " id \
	"</title>" content "</law>"
#define READ "<assessed concepts='*'/>"
#define PROVISION(id, content) "<provision id='" id "'>" content "</provision>"
#define SUPPLY(concept, content) "<supply concepts='" concept "'>" content "</supply>"

#define VOCABULARY                                                                        \
	"<vocabulary " NS " id='v'>"                                                      \
	"<facet id='color'><value id='red'/><value id='green'/></facet>"                  \
	"<concept id='act' kind='act'/>"                                                  \
	"<concept id='act.one' kind='act' broader='act' facets='color'/>"                 \
	"<concept id='act.two' kind='act' broader='act' facets='color'/></vocabulary>"

#define TREATY                                                                            \
	"<instrument " NS " id='treaty'>"                                                 \
	"<article id='a' num='1'><demand id='d' concepts='act.one'>" CASE("color", "red")  \
	"</demand></article>"                                                              \
	"<article id='b' num='2'><any-of><demand id='e' concepts='act.one'/>"              \
	"<demand id='f' concepts='act.two'/></any-of></article>"                           \
	"<article id='c' num='3'><demand id='g' concepts='act.two' modality='may'/>"       \
	"<paragraph id='p'/></article></instrument>"

static struct cyt_terms *terms;

#define OPEN_WITH_TERMS(...)                                                      \
	do {                                                            \
		const char *const documents_[] = { __VA_ARGS__, NULL }; \
		inquiry_open(&inquiry, documents_);                     \
		assert_int_equal(cyt_terms_new(inquiry.ctx, TODAY, &terms), 0); \
	} while (0)

static int
close(void **state)
{
	cyt_terms_free(terms);
	return inquiry_end(state);
}

/* "AA: full none -; BB: ..." */
static void
assert_matrix(enum cyt_matrix_by by, const char *want)
{
	const struct cyt_instrument *instrument;
	const struct cyt_holder *holder;
	struct note note = { .length = 0 };
	const char *verdict;

	cyt_result_unref(inquiry.result);
	assert_int_equal(cyt_query_matrix(inquiry.corpus, "treaty", by, terms, &inquiry.result), 0);
	instrument = cyt_result_instrument(inquiry.result);
	for (size_t i = 0; (holder = cyt_result_holder_at(inquiry.result, i)) != NULL; i++) {
		note_sink(&note, "; ", i ? 2 : 0);
		note_sink(&note, cyt_holder_subject(holder), strlen(cyt_holder_subject(holder)));
		note_sink(&note, ":", 1);
		for (size_t k = 0; k < cyt_instrument_article_count(instrument); k++) {
			verdict = cyt_verdict_name(cyt_holder_verdict_at(holder, k));
			verdict = *verdict ? verdict : "-";
			note_sink(&note, " ", 1);
			note_sink(&note, verdict, strlen(verdict));
		}
	}
	assert_string_equal(note.text, want);
}

/* "AA=full BB=none | law=full" with the laws after the bar */
static void
assert_covering(const char *id, const char *want)
{
	const struct cyt_holder *holder;
	struct note note = { .length = 0 };
	bool laws = false, is_law;
	char text[128];

	cyt_result_unref(inquiry.result);
	inquiry.result = NULL;
	assert_int_equal(cyt_query_covering(inquiry.corpus, id, terms, &inquiry.result), 0);
	for (size_t i = 0; (holder = cyt_result_holder_at(inquiry.result, i)) != NULL; i++) {
		is_law = strcmp(cyt_holder_kind(holder), "law") == 0;
		assert_true(is_law || !laws);
		snprintf(text, sizeof(text), "%s%s%s=%s", i ? " " : "",
			 is_law && !laws ? "| " : "", cyt_holder_subject(holder),
			 cyt_verdict_name(cyt_holder_verdict(holder)));
		note_sink(&note, text, strlen(text));
		laws |= is_law;
	}
	assert_string_equal(note.text, want);
}

#define LAWS                                                                                  \
	LAW("one", "BB", "", READ PROVISION("p", SUPPLY("act.one", CASE("color", "red")))),   \
	LAW("two", "AA", "", "<assessed concepts='act.two'/>" PROVISION("p", SUPPLY("act.two", ""))), \
	LAW("part", "AA-X", "", PROVISION("p", SUPPLY("act.one", ""))),                      \
	LAW("draft", "BB", "status='bill'", PROVISION("p", SUPPLY("act.two", ""))),          \
	LAW("gone", "BB", "status='repealed'", PROVISION("p", SUPPLY("act.two", ""))),       \
	"<state " NS " id='CC'><assessed concepts='*'/></state>"

static void
a_matrix_has_every_jurisdiction_by_id(void **state)
{
	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_matrix(CYT_MATRIX_BY_JURISDICTION,
		      "AA: not-assessed full -; AA-X: full full -; BB: full partial -; "
		      "CC: none none -");
	assert_string_equal(cyt_holder_kind(cyt_result_holder_at(inquiry.result, 0)),
			    "jurisdiction");
	assert_null(cyt_result_holder_at(inquiry.result, 4));
}

static void
a_matrix_by_law_has_bills_only_where_they_are_named(void **state)
{
	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_matrix(CYT_MATRIX_BY_LAW, "one: full partial -; two: not-assessed full -; "
					 "part: full full -");
	assert_int_equal(cyt_terms_add_law(terms, "draft"), 0);
	assert_matrix(CYT_MATRIX_BY_LAW, "one: full partial -; two: not-assessed full -; "
					 "part: full full -; draft: not-assessed full -");
	assert_matrix(CYT_MATRIX_BY_JURISDICTION,
		      "AA: not-assessed full -; AA-X: full full -; BB: full full -; "
		      "CC: none none -");
}

/* The short way must say what the long one says. */
static void
a_matrix_agrees_with_coverage(void **state)
{
	static const char *const instruments[] = { "harbour-2020", "inland-2010" };
	const struct cyt_holder *holder;
	struct cyt_result *matrix;
	size_t seen = 0;

	(void)state;
	OPEN_WITH_TERMS("tests/data/mini");
	for (int basis = CYT_BASIS_UNKNOWN; basis <= CYT_BASIS_UNVERIFIED; basis++)
		for (int n = 0; n < 4; n++) {
			inquiry.basis = (enum cyt_basis)basis;
			assert_int_equal(cyt_terms_set_basis(terms, inquiry.basis), 0);
			assert_int_equal(cyt_query_matrix(inquiry.corpus, instruments[n / 2],
							  n % 2 ? CYT_MATRIX_BY_LAW
								: CYT_MATRIX_BY_JURISDICTION,
							  terms, &matrix), 0);
			for (size_t i = 0; (holder = cyt_result_holder_at(matrix, i)); i++) {
				ask_coverage(&inquiry, cyt_holder_subject(holder),
					     instruments[n / 2], "2026-01-01");
				for (size_t k = 0; k < cyt_result_provision_count(inquiry.result);
				     k++, seen++)
					assert_int_equal(
						cyt_holder_verdict_at(holder, k),
						cyt_provision_finding_verdict(
							cyt_result_provision_at(inquiry.result,
										k)));
			}
			cyt_result_unref(matrix);
		}
	assert_true(seen > 200);
}

static void
covering_an_article_gives_its_verdicts_and_rows(void **state)
{
	const struct cyt_holder *holder;

	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_covering("treaty/b", "AA=full AA-X=full BB=partial CC=none "
				    "| one=partial two=full part=full");
	holder = cyt_result_holder_at(inquiry.result, 2);
	assert_int_equal(cyt_holder_row_count(holder), 2);
	assert_supplied_by(cyt_holder_row_at(holder, 0), "one/p");
	assert_region(cyt_row_finding_region(cyt_holder_row_at(holder, 0), CYT_ROW_REGION_MISSING),
		      "color=green");
	assert_string_equal(cyt_element_attribute(cyt_result_target(inquiry.result), "id"), "b");
}

/* Neither its alternatives nor its modality matter then. */
static void
covering_a_demand_is_about_it_alone(void **state)
{
	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_covering("treaty/e", "AA=not-assessed AA-X=full BB=partial CC=none "
				    "| one=partial two=not-assessed part=full");
	assert_covering("treaty/g", "AA=full AA-X=full BB=not-assessed CC=none "
				    "| one=none two=full part=not-assessed");
	assert_int_equal(cyt_holder_row_count(cyt_result_holder_at(inquiry.result, 0)), 1);
}

static void
covering_a_concept_is_about_all_its_cases(void **state)
{
	const struct cyt_row_finding *row;
	struct note note = { .length = 0 };

	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_covering("act.one", "AA=not-assessed AA-X=full BB=partial CC=none "
				   "| one=partial two=not-assessed part=full");
	row = cyt_holder_row_at(cyt_result_holder_at(inquiry.result, 2), 0);
	assert_null(cyt_row_finding_demand(row));
	assert_string_equal(cyt_concept_id(cyt_row_finding_concept(row)), "act.one");
	assert_int_equal(cyt_row_finding_justifiable(row), CYT_SUBJECT_TO_UNKNOWN);
	assert_int_equal(cyt_row_finding_path_count(row), 0);
	assert_sentence(row, "Covered in part by Act one (p). Not covered: act.one (color: "
			     "green). Rests on facts that are not verified.");
	assert_int_equal(cyt_row_finding_explain(row, note_sink, &note), 0);
	assert_non_null(strstr(note.text, "Rule: partial"));
	assert_null(cyt_result_instrument(inquiry.result));
	/* The leaves of a broader one are rows. */
	assert_covering("act", "AA=not-assessed AA-X=full BB=partial CC=none "
			       "| one=partial two=not-assessed part=not-assessed");
	assert_int_equal(cyt_holder_row_count(cyt_result_holder_at(inquiry.result, 0)), 2);
}

static void
covering_wants_something_that_can_be_covered(void **state)
{
	struct cyt_result *result;

	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_int_equal(cyt_query_covering(inquiry.corpus, "nothing", terms, &result),
			 CYT_ERR_NOTFOUND);
	assert_null(result);
	assert_int_equal(cyt_query_covering(inquiry.corpus, "treaty/p", terms, &result),
			 CYT_ERR_INVALID);
	assert_int_equal(cyt_query_covering(inquiry.corpus, "one", terms, &result),
			 CYT_ERR_INVALID);
	assert_int_equal(cyt_query_matrix(inquiry.corpus, "one", CYT_MATRIX_BY_LAW, terms, &result),
			 CYT_ERR_NOTFOUND);
	assert_int_equal(cyt_query_matrix(inquiry.corpus, "treaty", CYT_MATRIX_BY_UNKNOWN, terms,
					  &result), CYT_ERR_INVALID);
	assert_int_equal(cyt_terms_add_law(terms, "AA"), 0);
	assert_int_equal(cyt_query_covering(inquiry.corpus, "act", terms, &result),
			 CYT_ERR_NOTFOUND);
}

/* -- safeguards ------------------------------------------------------------------------------- */

static void
ask_safeguards(const char *subject, const char *instrument)
{
	cyt_result_unref(inquiry.result);
	inquiry.result = NULL;
	assert_int_equal(cyt_query_safeguards(inquiry.corpus, subject, instrument, terms,
					      &inquiry.result), 0);
}

/* "search+ warrant=partial reasons=none; tracking-; ..." with the sign of being held */
static void
assert_safeguards(const char *want)
{
	const struct cyt_power_finding *power;
	const struct cyt_row_finding *row;
	const struct cyt_value *value;
	struct note note = { .length = 0 };
	char text[128];

	for (size_t i = 0; (power = cyt_result_power_at(inquiry.result, i)) != NULL; i++) {
		value = cyt_power_finding_value(power);
		snprintf(text, sizeof(text), "%s%s%s", i ? "; " : "",
			 value ? cyt_value_id(value) : "any",
			 cyt_power_finding_is_held(power) ? "+" : "-");
		note_sink(&note, text, strlen(text));
		for (size_t k = 0; (row = cyt_power_finding_safeguard_at(power, k)) != NULL; k++) {
			snprintf(text, sizeof(text), " %s=%s",
				 cyt_concept_id(cyt_row_finding_concept(row)),
				 cyt_verdict_name(cyt_row_finding_verdict(row)));
			note_sink(&note, text, strlen(text));
		}
	}
	assert_string_equal(note.text, want);
}

static void
a_safeguard_counts_for_the_power_that_it_is_for(void **state)
{
	const struct cyt_row_finding *row;

	(void)state;
	OPEN_WITH_TERMS("tests/data/powers.xml");
	ask_safeguards("yy-procedure", NULL);
	assert_safeguards("search+ warrant=partial reasons=not-assessed; "
			  "tapping+ warrant=none reasons=not-assessed; tracking-; "
			  "any+ report=none");
	row = cyt_power_finding_safeguard_at(cyt_result_power_at(inquiry.result, 0), 0);
	assert_region(cyt_row_finding_region(row, CYT_ROW_REGION_MISSING),
		      "measure=search time=after");
	assert_supplied_by(row, "yy-procedure/sec_3");
	assert_string_equal(cyt_concept_id(cyt_result_untied_at(inquiry.result, 0)), "data.keep");
	assert_null(cyt_result_untied_at(inquiry.result, 1));
}

static void
an_instrument_asks_for_some_safeguards(void **state)
{
	const struct cyt_power_finding *power;

	(void)state;
	OPEN_WITH_TERMS("tests/data/powers.xml");
	ask_safeguards("yy-procedure", "fair-2015");
	/* One of before and after is enough, and only for tapping reasons are asked for. */
	assert_safeguards("search+ warrant=full; tapping+ warrant=none reasons=not-assessed; "
			  "tracking-");
	power = cyt_result_power_at(inquiry.result, 0);
	assert_string_equal(cyt_demand_id(cyt_row_finding_demand(
				    cyt_power_finding_safeguard_at(power, 0))),
			    "art_1__para_1__d");
	/* The concept that the value names is broader than these. */
	assert_string_equal(cyt_concept_id(cyt_row_finding_concept(
				    cyt_power_finding_concept_at(power, 1))),
			    "premises.seal");
	assert_null(cyt_power_finding_concept_at(power, 2));
	/* Nobody has searched all law of the State. */
	ask_safeguards("YY", "fair-2015");
	assert_safeguards("search+ warrant=full; tapping+ warrant=not-assessed "
			  "reasons=not-assessed; tracking-");
}

static void
values_may_be_the_powers_themselves(void **state)
{
	(void)state;
	OPEN_WITH_TERMS("tests/data/worked/vocabulary.xml", "tests/data/worked/case-12.xml",
	     LAW("own", "AA", "",
		 READ PROVISION("p", SUPPLY("search.stored-data", "")
				SUPPLY("intercept.content", "")
				SUPPLY("safeguard.review", CASE("power", "search.stored-data")))));
	ask_safeguards("own", NULL);
	assert_safeguards("preserve.stored-data-; search.stored-data+ safeguard.review=full; "
			  "intercept.content+ safeguard.review=none");
}

/* -- tables ----------------------------------------------------------------------------------- */

static void
a_cell_is_quoted_where_it_must_be_and_never_a_formula(void **state)
{
	struct note note = { .length = 0 };
	char *tail;

	(void)state;
	OPEN_WITH_TERMS(VOCABULARY,
	     "<instrument " NS " id='treaty'><article id='a' num='+1'/>"
	     "<article id='b' num='2, &quot;bis&quot;'/><article id='c'/></instrument>",
	     "<law " NS " id='one' jurisdiction='AA'><title xml:lang='en'>=cmd('x')</title></law>",
	     "<law " NS " id='two' jurisdiction='AA'><title xml:lang='en'>@a, -b</title></law>",
	     "<law " NS " id='three' jurisdiction='AA'><title xml:lang='en'>a=b</title></law>");
	assert_matrix(CYT_MATRIX_BY_LAW, "one: - - -; two: - - -; three: - - -");
	assert_int_equal(cyt_export_csv(inquiry.result, note_sink, &note), 0);
	assert_ptr_equal(strstr(note.text, "subject,title,'+1,\"2, \"\"bis\"\"\",c,instrument,"), note.text);
	assert_non_null(strstr(note.text, "\r\none,'=cmd('x'),,,,treaty,"));
	assert_non_null(strstr(note.text, "\r\ntwo,\"'@a, -b\",,,,treaty,"));
	tail = strstr(note.text, "\r\nthree,a=b,,,,treaty,");
	assert_non_null(tail);
	assert_string_equal(tail + strlen(tail) - 2, "\r\n");
}

static int
refuse(void *data, const char *text, size_t length)
{
	(void)data;
	(void)text;
	(void)length;
	return 1;
}

static void
what_is_no_table_is_refused(void **state)
{
	struct cyt_result *report = NULL;
	struct note note = { .length = 0 };

	(void)state;
	OPEN_WITH_TERMS(VOCABULARY, TREATY, LAWS);
	assert_int_equal(cyt_query_report(inquiry.corpus, "one", "treaty", terms, &report), 0);
	assert_int_equal(cyt_export_csv(report, note_sink, &note), CYT_ERR_INVALID);
	cyt_result_unref(report);
	assert_int_equal(cyt_export_list_csv(inquiry.corpus, "dragons", NULL, NULL, note_sink, &note),
			 CYT_ERR_INVALID);
	assert_int_equal(cyt_export_list_csv(inquiry.corpus, "articles", "no-such", NULL, note_sink, &note),
			 CYT_ERR_NOTFOUND);
	assert_int_equal(cyt_export_list_csv(inquiry.corpus, "laws", NULL, NULL, NULL, NULL), CYT_ERR_INVALID);
	assert_int_equal(cyt_export_list_csv(inquiry.corpus, "laws", NULL, NULL, refuse, NULL), CYT_ERR_SINK);
	assert_int_equal(note.length, 0);
	ask_coverage(&inquiry, "one", "treaty", "2026-01-01");
	assert_int_equal(cyt_export_csv(inquiry.result, NULL, NULL), CYT_ERR_INVALID);
	assert_int_equal(cyt_export_csv(inquiry.result, refuse, NULL), CYT_ERR_SINK);
	assert_int_equal(cyt_export_csv(inquiry.result, note_sink, &note), 0);
	assert_non_null(strstr(note.text, "\r\na,1,,full,d,act.one,act.one,shall,full,unverified,,"
					  "one/p,,,"));
}

#define TEST(name) cmocka_unit_test_teardown(name, close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_matrix_has_every_jurisdiction_by_id),
		TEST(a_matrix_by_law_has_bills_only_where_they_are_named),
		TEST(a_matrix_agrees_with_coverage),
		TEST(covering_an_article_gives_its_verdicts_and_rows),
		TEST(covering_a_demand_is_about_it_alone),
		TEST(covering_a_concept_is_about_all_its_cases),
		TEST(covering_wants_something_that_can_be_covered),
		TEST(a_safeguard_counts_for_the_power_that_it_is_for),
		TEST(an_instrument_asks_for_some_safeguards),
		TEST(values_may_be_the_powers_themselves),
		TEST(a_cell_is_quoted_where_it_must_be_and_never_a_formula),
		TEST(what_is_no_table_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

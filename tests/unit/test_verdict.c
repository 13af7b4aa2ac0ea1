/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The truth tables of verdicts, cell by cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "query/verdict.h"

#define N CYT_VERDICT_NONE
#define A CYT_VERDICT_NOT_ASSESSED
#define P CYT_VERDICT_PARTIAL
#define R CYT_VERDICT_FULL_BY_RESERVATION
#define O CYT_VERDICT_FULL_BY_OPTION
#define F CYT_VERDICT_FULL
#define NO_VERDICT CYT_VERDICT_UNKNOWN

/* -- one row: every cell of the table ------------------------------------------------------- */

/* Cases that can occur, by what is covered of a demand ... */
enum covered { NOTHING, ONLY_CONDITIONALLY, SOMETHING, EVERYTHING, COVERED_COUNT };
/* ... and what excuses the rest. */
enum excused {
	NOT_ALL,              /* something is left that nothing excuses */
	BY_OPTIONS,           /* options excuse all that is left */
	BY_BOTH,              /* options and reservations together do */
	BY_WHOLE_RESERVATION, /* the whole demand is reserved */
	EXCUSED_COUNT
};

static const struct {
	enum covered covered;
	enum excused excused;
	enum cyt_verdict read, unread; /* for a subject that was read for the concept, and one not */
} row_table[] = {
	{ NOTHING, NOT_ALL, N, A },
	{ NOTHING, BY_OPTIONS, N, A }, /* an option narrows a law, it does not replace one */
	{ NOTHING, BY_BOTH, N, A },
	{ NOTHING, BY_WHOLE_RESERVATION, R, A },
	{ ONLY_CONDITIONALLY, NOT_ALL, P, P },
	{ ONLY_CONDITIONALLY, BY_OPTIONS, P, P },
	{ ONLY_CONDITIONALLY, BY_BOTH, P, P },
	{ ONLY_CONDITIONALLY, BY_WHOLE_RESERVATION, R, R },
	{ SOMETHING, NOT_ALL, P, P },
	{ SOMETHING, BY_OPTIONS, O, O },
	{ SOMETHING, BY_BOTH, R, R },
	{ SOMETHING, BY_WHOLE_RESERVATION, R, R },
	{ EVERYTHING, NOT_ALL, F, F },
	{ EVERYTHING, BY_OPTIONS, F, F },
	{ EVERYTHING, BY_BOTH, F, F },
	{ EVERYTHING, BY_WHOLE_RESERVATION, F, F },
};

static struct row_facts
facts_of(enum covered covered, enum excused excused, bool assessed)
{
	return (struct row_facts){
		.nothing_left = covered == EVERYTHING,
		.meets = covered >= SOMETHING,
		.meets_if = covered >= ONLY_CONDITIONALLY,
		.assessed = assessed,
		.options_excuse = excused == BY_OPTIONS || covered == EVERYTHING,
		.all_excused = excused != NOT_ALL || covered == EVERYTHING,
		.reserved_whole = excused == BY_WHOLE_RESERVATION,
	};
}

static void
the_verdict_of_a_row_is_the_first_line_that_fits(void **state)
{
	bool seen[COVERED_COUNT][EXCUSED_COUNT] = { { false } };

	(void)state;
	for (size_t i = 0; i < sizeof(row_table) / sizeof(row_table[0]); i++) {
		enum covered covered = row_table[i].covered;
		enum excused excused = row_table[i].excused;
		struct row_facts read = facts_of(covered, excused, true);
		struct row_facts unread = facts_of(covered, excused, false);

		seen[covered][excused] = true;
		assert_int_equal(verdict_of_row(&read), row_table[i].read);
		assert_int_equal(verdict_of_row(&unread), row_table[i].unread);
	}
	for (int c = 0; c < COVERED_COUNT; c++)
		for (int e = 0; e < EXCUSED_COUNT; e++)
			assert_true(seen[c][e]);
}

static void
options_beat_reservations_where_both_would_do(void **state)
{
	struct row_facts facts = facts_of(SOMETHING, BY_OPTIONS, true);

	(void)state;
	facts.reserved_whole = true;
	assert_int_equal(verdict_of_row(&facts), O);
}

/* -- a provision ------------------------------------------------------------------------------ */

/* Which kinds of verdicts stand among the rows, and what follows. */
static const struct {
	bool full, partial, none, not_assessed;
	enum cyt_verdict verdict; /* F: the worst of the full ones */
} provision_table[] = {
	{ 0, 0, 0, 0, NO_VERDICT },
	{ 0, 0, 0, 1, A },
	{ 0, 0, 1, 0, N },
	{ 0, 0, 1, 1, A },
	{ 0, 1, 0, 0, P },
	{ 0, 1, 0, 1, P },
	{ 0, 1, 1, 0, P },
	{ 0, 1, 1, 1, P },
	{ 1, 0, 0, 0, F },
	{ 1, 0, 0, 1, A },
	{ 1, 0, 1, 0, P },
	{ 1, 0, 1, 1, P },
	{ 1, 1, 0, 0, P },
	{ 1, 1, 0, 1, P },
	{ 1, 1, 1, 0, P },
	{ 1, 1, 1, 1, P },
};

static enum cyt_verdict
verdict_over(const enum cyt_verdict *rows, size_t count)
{
	struct verdict_sum sum = { 0 };

	for (size_t i = 0; i < count; i++)
		verdict_add(&sum, rows[i]);
	assert_int_equal(sum.rows, count);
	return verdict_of_provision(&sum);
}

static void
the_verdict_of_a_provision_follows_from_the_kinds_of_its_rows(void **state)
{
	static const enum cyt_verdict fulls[] = { F, O, R };

	(void)state;
	assert_int_equal(sizeof(provision_table) / sizeof(provision_table[0]), 16);
	for (size_t i = 0; i < 16; i++) {
		for (size_t k = 0; k < 3; k++) {
			enum cyt_verdict rows[8], want = provision_table[i].verdict;
			size_t count = 0;

			if (provision_table[i].none)
				rows[count++] = N;
			if (provision_table[i].full)
				rows[count++] = fulls[k];
			if (provision_table[i].not_assessed)
				rows[count++] = A;
			if (provision_table[i].partial)
				rows[count++] = P;
			if (provision_table[i].none)
				rows[count++] = N;
			assert_int_equal(verdict_over(rows, count), want == F ? fulls[k] : want);
		}
	}
}

static void
among_full_rows_the_worst_counts(void **state)
{
	static const struct {
		enum cyt_verdict rows[3], verdict;
	} table[] = {
		{ { F, F, F }, F }, { { F, F, O }, O }, { { F, O, O }, O }, { { F, F, R }, R },
		{ { O, O, R }, R }, { { R, O, F }, R }, { { R, R, R }, R }, { { O, F, F }, O },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		assert_int_equal(verdict_over(table[i].rows, 3), table[i].verdict);
}

static void
the_best_alternative_of_an_any_of_counts(void **state)
{
	static const enum cyt_verdict rising[] = { NO_VERDICT, N, A, P, R, O, F };

	(void)state;
	for (size_t i = 0; i < 7; i++)
		for (size_t k = 0; k < 7; k++)
			assert_int_equal(verdict_best(rising[i], rising[k]),
					 rising[i > k ? i : k]);
}

static void
verdicts_have_the_names_of_the_design(void **state)
{
	(void)state;
	assert_string_equal(cyt_verdict_name(N), "none");
	assert_string_equal(cyt_verdict_name(A), "not-assessed");
	assert_string_equal(cyt_verdict_name(P), "partial");
	assert_string_equal(cyt_verdict_name(R), "full-by-reservation");
	assert_string_equal(cyt_verdict_name(O), "full-by-option");
	assert_string_equal(cyt_verdict_name(F), "full");
	assert_string_equal(cyt_verdict_name(NO_VERDICT), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_verdict_of_a_row_is_the_first_line_that_fits),
		cmocka_unit_test(options_beat_reservations_where_both_would_do),
		cmocka_unit_test(the_verdict_of_a_provision_follows_from_the_kinds_of_its_rows),
		cmocka_unit_test(among_full_rows_the_worst_counts),
		cmocka_unit_test(the_best_alternative_of_an_any_of_counts),
		cmocka_unit_test(verdicts_have_the_names_of_the_design),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

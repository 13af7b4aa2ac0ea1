/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Memory, text, dates, UTF-8, contexts and diagnostics. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <cybertreaty/corpus.h>

#include "base/ctx.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/reason.h"
#include "base/utf8.h"

/* Counts live blocks and fails the request number `fail`, if that is not 0. */
struct counter {
	size_t live, requests, fail;
};

static void *
counted(void *data, void *block, size_t size)
{
	struct counter *counter = data;

	if (size == 0) {
		counter->live -= block != NULL;
		free(block);
		return NULL;
	}
	if (++counter->requests == counter->fail)
		return NULL;
	counter->live += block == NULL;
	return realloc(block, size);
}

/* -- memory -------------------------------------------------------------------------------- */

static void
a_request_for_nothing_still_gives_a_block(void **state)
{
	void *block = alloc_zero(&alloc_default, 0, 16);

	(void)state;
	assert_non_null(block);
	alloc_free(&alloc_default, block);
}

static void
a_product_that_overflows_is_refused(void **state)
{
	struct counter counter = { 0 };
	struct cyt_alloc_hooks hooks = { counted, &counter };

	(void)state;
	assert_null(alloc_zero(&hooks, SIZE_MAX / 2, 3));
	assert_null(alloc_resize(&hooks, NULL, SIZE_MAX, 2));
	assert_int_equal(counter.requests, 0);
}

static void
an_array_grows_and_keeps_what_it_holds(void **state)
{
	uint32_t *array = NULL;
	size_t capacity = 0, i;

	(void)state;
	for (i = 0; i < 1000; i++) {
		assert_true(alloc_grow(&alloc_default, &array, &capacity, i + 1, sizeof(*array)));
		array[i] = (uint32_t)i;
	}
	for (i = 0; i < 1000; i++)
		assert_int_equal(array[i], i);
	assert_true(capacity >= 1000 && capacity < 2048);
	alloc_free(&alloc_default, array);
}

static void
an_array_that_cannot_grow_stays_as_it_was(void **state)
{
	struct counter counter = { 0 };
	struct cyt_alloc_hooks hooks = { counted, &counter };
	size_t capacity = 0;
	char *array = NULL, *before;

	(void)state;
	assert_true(alloc_grow(&hooks, &array, &capacity, 16, 1));
	memcpy(array, "fifteen letters", 16);
	before = array;
	counter.fail = counter.requests + 1;
	assert_false(alloc_grow(&hooks, &array, &capacity, 1000, 1));
	assert_ptr_equal(array, before);
	assert_string_equal(array, "fifteen letters");
	assert_false(alloc_grow(&hooks, &array, &capacity, SIZE_MAX - 1, 1));
	alloc_free(&hooks, array);
	assert_int_equal(counter.live, 0);
}

static void
an_arena_gives_zeroed_aligned_blocks_and_frees_them_all(void **state)
{
	struct counter counter = { 0 };
	struct cyt_alloc_hooks hooks = { counted, &counter };
	struct arena arena;
	size_t size, i;

	(void)state;
	arena_init(&arena, &hooks);
	for (size = 0; size < 40000; size = size * 3 / 2 + 1) {
		unsigned char *block = arena_alloc(&arena, size, 1);

		assert_non_null(block);
		assert_int_equal((uintptr_t)block % 8, 0);
		for (i = 0; i < size; i++)
			assert_int_equal(block[i], 0);
		memset(block, 0xff, size);
	}
	assert_true(counter.live > 1);
	arena_release(&arena);
	assert_int_equal(counter.live, 0);
}

static void
an_arena_refuses_what_overflows(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena, &alloc_default);
	assert_null(arena_alloc(&arena, SIZE_MAX, 2));
	assert_null(arena_alloc(&arena, SIZE_MAX - 3, 1));
	assert_null(arena_strndup(&arena, "", SIZE_MAX));
	arena_release(&arena);
}

static void
text_of_an_arena_is_cut_and_ended(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena, &alloc_default);
	assert_string_equal(arena_strndup(&arena, "article", 3), "art");
	assert_string_equal(arena_printf(&arena, "%s %d", "article", 7), "article 7");
	arena_release(&arena);
}

static void
a_text_buffer_grows_and_starts_again(void **state)
{
	struct strbuf buf;
	int i;

	(void)state;
	strbuf_init(&buf, &alloc_default);
	assert_string_equal(strbuf_text(&buf), "");
	for (i = 0; i < 1000; i++)
		strbuf_printf(&buf, "%d,", i % 10);
	strbuf_add(&buf, "end");
	strbuf_addn(&buf, "!?", 1);
	assert_int_equal(buf.length, 2004);
	assert_string_equal(strbuf_text(&buf) + 1996, "8,9,end!");
	strbuf_clear(&buf);
	assert_string_equal(strbuf_text(&buf), "");
	strbuf_release(&buf);
}

static void
a_text_buffer_remembers_that_it_failed(void **state)
{
	struct counter counter = { .fail = 2 };
	struct cyt_alloc_hooks hooks = { counted, &counter };
	struct strbuf buf;

	(void)state;
	strbuf_init(&buf, &hooks);
	strbuf_add(&buf, "short");
	strbuf_add(&buf, "long enough to need another block, which is not to be had");
	assert_null(strbuf_text(&buf));
	strbuf_add(&buf, "x");
	assert_null(strbuf_text(&buf));
	strbuf_release(&buf);
	assert_int_equal(counter.live, 0);
}

/* -- dates ---------------------------------------------------------------------------------- */

static const struct {
	const char *text;
	int fault;
	cyt_date date, first;
} dates[] = {
	{ "2024", DATE_SOUND, 20240000, 20240101 },
	{ "2024-12", DATE_SOUND, 20241200, 20241201 },
	{ "2024-12-24", DATE_SOUND, 20241224, 20241224 },
	{ "2024-02-29", DATE_SOUND, 20240229, 20240229 },
	{ "2000-02-29", DATE_SOUND, 20000229, 20000229 },
	{ "0001-01-01", DATE_SOUND, 10101, 10101 },
	{ "9999-12-31", DATE_SOUND, 99991231, 99991231 },
	{ "1900-02-29", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-02-29", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-04-31", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-13", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-00", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-00-10", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-01-00", DATE_IMPOSSIBLE, 0, 0 },
	{ "2023-01-32", DATE_IMPOSSIBLE, 0, 0 },
	{ "0000", DATE_IMPOSSIBLE, 0, 0 },
	{ "", DATE_MALFORMED, 0, 0 },
	{ "24", DATE_MALFORMED, 0, 0 },
	{ "2024-1", DATE_MALFORMED, 0, 0 },
	{ "2024-", DATE_MALFORMED, 0, 0 },
	{ "2024-1-01", DATE_MALFORMED, 0, 0 },
	{ "20241224", DATE_MALFORMED, 0, 0 },
	{ "2024/12/24", DATE_MALFORMED, 0, 0 },
	{ "2024-12-24Z", DATE_MALFORMED, 0, 0 },
	{ "-024-12-24", DATE_MALFORMED, 0, 0 },
	{ "+024", DATE_MALFORMED, 0, 0 },
	{ " 2024", DATE_MALFORMED, 0, 0 },
	{ "2024-12-2x", DATE_MALFORMED, 0, 0 },
	{ "２０24", DATE_MALFORMED, 0, 0 },
};

static void
dates_are_read_or_refused_with_the_reason(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(dates) / sizeof(*dates); i++) {
		cyt_date date = -1;

		assert_int_equal(date_check(dates[i].text, &date), dates[i].fault);
		assert_int_equal(date, dates[i].date);
		assert_int_equal(cyt_date_parse(dates[i].text), dates[i].date);
		assert_int_equal(date_first_day(date), dates[i].first);
	}
	assert_int_equal(cyt_date_parse(NULL), 0);
}

static void
dates_are_written_as_precisely_as_known(void **state)
{
	char text[CYT_DATE_SIZE];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(dates) / sizeof(*dates); i++) {
		cyt_date_format(dates[i].date, text);
		assert_string_equal(text, dates[i].date ? dates[i].text : "");
	}
}

static void
what_is_no_date_has_no_text(void **state)
{
	static const cyt_date none[] = { 0,	   -1,	     1,	       99,	 101,	   20240010,
					 20241301, 20240230, 20241232, INT32_MAX, INT32_MIN,
					 100000101 };
	char text[CYT_DATE_SIZE];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(none) / sizeof(*none); i++) {
		memset(text, 'x', sizeof(text));
		cyt_date_format(none[i], text);
		assert_string_equal(text, "");
	}
}

static void
every_day_of_four_centuries_is_read_back(void **state)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	char text[CYT_DATE_SIZE];
	int year, month, day, count = 0;

	(void)state;
	for (year = 1800; year < 2200; year++)
		for (month = 1; month <= 12; month++)
			for (day = 1; day <= 31; day++) {
				int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
				int last = days[month - 1] + (month == 2 && leap);
				cyt_date date = year * 10000 + month * 100 + day;

				cyt_date_format(date, text);
				assert_int_equal(date_is_sound(date), day <= last);
				assert_int_equal(cyt_date_parse(text), day <= last ? date : 0);
				count += day <= last;
			}
	/* The Gregorian calendar repeats after so many days. */
	assert_int_equal(count, 146097);
}

/* -- UTF-8 ---------------------------------------------------------------------------------- */

static void
utf8_is_told_from_what_is_not(void **state)
{
	static const struct {
		const char *text;
		size_t length, fault;
	} rows[] = {
		{ "", 0, 0 },
		{ "plain text that is longer than a word", 37, 37 },
		{ "C\xc3\xb3""digo Penal", 12, 12 },
		{ "\xe2\x82\xac", 3, 3 },
		{ "\xf0\x9f\x98\x80", 4, 4 },
		{ "\xf4\x8f\xbf\xbf", 4, 4 },
		{ "a\0b", 3, 3 },
		{ "\x80", 1, 0 },
		{ "abcdefgh\xff", 9, 8 },
		{ "\xc0\xaf", 2, 0 },
		{ "\xc1\xbf", 2, 0 },
		{ "\xe0\x80\xaf", 3, 0 },
		{ "\xe0\x9f\xbf", 3, 0 },
		{ "\xf0\x8f\xbf\xbf", 4, 0 },
		{ "\xed\xa0\x80", 3, 0 },
		{ "\xed\x9f\xbf", 3, 3 },
		{ "\xf4\x90\x80\x80", 4, 0 },
		{ "\xf5\x80\x80\x80", 4, 0 },
		{ "\xe2\x82", 2, 0 },
		{ "ok\xc3", 3, 2 },
		{ "\xc3\x28", 2, 0 },
		{ "\xe2\x28\xa1", 3, 0 },
		{ "\xe2\x82\x28", 3, 0 },
		{ "\xf0\x9f\x98", 3, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(utf8_check(rows[i].text, rows[i].length), rows[i].fault);
}

/* -- contexts, errors ------------------------------------------------------------------------ */

static void
a_context_lives_until_its_last_reference_is_gone(void **state)
{
	struct counter counter = { 0 };
	struct cyt_ctx *ctx;

	(void)state;
	assert_int_equal(cyt_ctx_new_with(counted, &counter, &ctx), 0);
	assert_ptr_equal(cyt_ctx_ref(ctx), ctx);
	cyt_ctx_unref(ctx);
	assert_int_equal(counter.live, 1);
	cyt_ctx_unref(ctx);
	assert_int_equal(counter.live, 0);
	cyt_ctx_unref(NULL);
}

static void
a_context_needs_an_allocator_and_memory(void **state)
{
	struct counter counter = { .fail = 1 };
	struct cyt_ctx *ctx = (struct cyt_ctx *)&counter;

	(void)state;
	assert_int_equal(cyt_ctx_new_with(counted, &counter, &ctx), CYT_ERR_NOMEM);
	assert_null(ctx);
	ctx = (struct cyt_ctx *)&counter;
	assert_int_equal(cyt_ctx_new_with(NULL, &counter, &ctx), CYT_ERR_INVALID);
	assert_null(ctx);
}

static void
every_error_code_has_a_text_of_its_own(void **state)
{
	int code, other;

	(void)state;
	for (code = CYT_OK; code >= CYT_ERR_SINK; code--)
		for (other = CYT_OK; other > code; other--)
			assert_string_not_equal(cyt_strerror(code), cyt_strerror(other));
	assert_string_equal(cyt_strerror(1), "unknown error");
	assert_string_equal(cyt_strerror(CYT_ERR_PAD_), "unknown error");
	assert_string_not_equal(reason_text(0), "");
}

/* -- diagnostics ------------------------------------------------------------------------------ */

static void
a_diagnostic_says_what_and_where(void **state)
{
	const struct cyt_diag *diag;
	struct cyt_diags *diags = diags_create(&alloc_default);

	(void)state;
	assert_int_equal(diags_add(diags, DIAG_UNKNOWN_CONCEPT, "law.xml", 12, "`%s`; expected %d",
				   "data.eat", 3),
			 0);
	assert_int_equal(diags_add(diags, DIAG_STALE_SOURCE, NULL, 0, NULL), 0);
	assert_int_equal(cyt_diags_count(diags), 2);
	assert_int_equal(cyt_diags_error_count(diags), 1);

	diag = cyt_diags_at(diags, 0);
	assert_int_equal(cyt_diag_number(diag), 1204);
	assert_int_equal(cyt_diag_severity(diag), CYT_SEVERITY_ERROR);
	assert_int_equal(cyt_diag_class(diag), CYT_DIAG_MEANING);
	assert_string_equal(cyt_diag_file(diag), "law.xml");
	assert_int_equal(cyt_diag_line(diag), 12);
	assert_string_equal(cyt_diag_text(diag), "unknown concept: `data.eat`; expected 3");

	diag = cyt_diags_at(diags, 1);
	assert_int_equal(cyt_diag_number(diag), 2003);
	assert_int_equal(cyt_diag_severity(diag), CYT_SEVERITY_WARNING);
	assert_int_equal(cyt_diag_class(diag), CYT_DIAG_LINT);
	assert_string_equal(cyt_diag_file(diag), "");
	assert_string_equal(cyt_diag_text(diag), "source consulted long ago");
	assert_null(cyt_diags_at(diags, 2));
	cyt_diags_unref(diags);
}

static void
diagnostics_are_sorted_by_file_line_and_number_and_stay_in_order(void **state)
{
	static const struct {
		const char *file;
		uint32_t line;
		enum diag_number number;
		const char *detail;
	} in[] = {
		{ "b.xml", 1, DIAG_CYCLE, "6" },	 { "a.xml", 10, DIAG_CYCLE, "5" },
		{ "a.xml", 9, DIAG_UNKNOWN_ID, "2" },	 { "a.xml", 9, DIAG_CYCLE, "4" },
		{ "a.xml", 9, DIAG_UNKNOWN_ID, "3" },	 { "", 0, DIAG_NO_XML, "0" },
		{ "a.xml", 0, DIAG_EMPTY_FILE, "1" },
	};
	struct cyt_diags *diags = diags_create(&alloc_default);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(in) / sizeof(*in); i++)
		diags_add(diags, in[i].number, in[i].file, in[i].line, "%s", in[i].detail);
	diags_sort(diags);
	for (i = 0; i < sizeof(in) / sizeof(*in); i++)
		assert_int_equal(strchr(cyt_diag_text(cyt_diags_at(diags, i)), 0)[-1], '0' + (int)i);
	cyt_diags_unref(diags);
}

static void
a_list_that_nobody_wants_takes_everything(void **state)
{
	(void)state;
	assert_int_equal(diags_add(NULL, DIAG_CYCLE, "a", 1, "x"), 0);
	assert_int_equal(diags_append(NULL, NULL), 0);
	diags_sort(NULL);
	cyt_diags_unref(NULL);
}

static void
appended_diagnostics_outlive_their_list(void **state)
{
	struct cyt_diags *into = diags_create(&alloc_default);
	struct cyt_diags *from = diags_create(&alloc_default);

	(void)state;
	diags_add(into, DIAG_CYCLE, "a.xml", 1, "one");
	diags_add(from, DIAG_UNUSED, "b.xml", 2, "two");
	diags_add(from, DIAG_BAD_DATE, "b.xml", 3, "three");
	assert_int_equal(diags_append(into, from), 0);
	cyt_diags_unref(from);
	assert_int_equal(cyt_diags_count(into), 3);
	assert_int_equal(cyt_diags_error_count(into), 2);
	assert_string_equal(cyt_diag_file(cyt_diags_at(into, 1)), "b.xml");
	assert_string_equal(cyt_diag_text(cyt_diags_at(into, 2)), "not a date: three");
	cyt_diags_unref(into);
}

static int
fill(struct cyt_diags *diags)
{
	int i, err = 0;

	for (i = 0; i < 40 && err == 0; i++)
		err = diags_add(diags, DIAG_CYCLE, i % 2 ? "a" : "b", 1, "%0*d", 1000, i);
	return err;
}

static void
a_list_without_memory_says_so_and_leaks_nothing(void **state)
{
	size_t fail, failures = 0;
	int err;

	(void)state;
	for (fail = 1;; fail++) {
		struct counter counter = { .fail = fail };
		struct cyt_alloc_hooks hooks = { counted, &counter };
		struct cyt_diags *diags = diags_create(&hooks);

		err = diags ? fill(diags) : CYT_ERR_NOMEM;
		if (err == 0)
			assert_int_equal(cyt_diags_count(diags), 40);
		else
			assert_int_equal(err, CYT_ERR_NOMEM);
		cyt_diags_unref(diags);
		assert_int_equal(counter.live, 0);
		if (counter.requests < fail)
			break;
		assert_int_equal(err, CYT_ERR_NOMEM);
		failures++;
	}
	assert_int_equal(err, 0);
	assert_true(failures > 4);
}

static void
numbers_of_diagnostics_are_unique(void **state)
{
	static const int numbers[] = {
#define DIAG(number, severity, class_, name, text) number,
#include "base/diag.def"
#undef DIAG
	};
	size_t i;

	(void)state;
	for (i = 1; i < sizeof(numbers) / sizeof(*numbers); i++)
		assert_true(numbers[i - 1] < numbers[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_for_nothing_still_gives_a_block),
		cmocka_unit_test(a_product_that_overflows_is_refused),
		cmocka_unit_test(an_array_grows_and_keeps_what_it_holds),
		cmocka_unit_test(an_array_that_cannot_grow_stays_as_it_was),
		cmocka_unit_test(an_arena_gives_zeroed_aligned_blocks_and_frees_them_all),
		cmocka_unit_test(an_arena_refuses_what_overflows),
		cmocka_unit_test(text_of_an_arena_is_cut_and_ended),
		cmocka_unit_test(a_text_buffer_grows_and_starts_again),
		cmocka_unit_test(a_text_buffer_remembers_that_it_failed),
		cmocka_unit_test(dates_are_read_or_refused_with_the_reason),
		cmocka_unit_test(dates_are_written_as_precisely_as_known),
		cmocka_unit_test(what_is_no_date_has_no_text),
		cmocka_unit_test(every_day_of_four_centuries_is_read_back),
		cmocka_unit_test(utf8_is_told_from_what_is_not),
		cmocka_unit_test(a_context_lives_until_its_last_reference_is_gone),
		cmocka_unit_test(a_context_needs_an_allocator_and_memory),
		cmocka_unit_test(every_error_code_has_a_text_of_its_own),
		cmocka_unit_test(a_diagnostic_says_what_and_where),
		cmocka_unit_test(diagnostics_are_sorted_by_file_line_and_number_and_stay_in_order),
		cmocka_unit_test(a_list_that_nobody_wants_takes_everything),
		cmocka_unit_test(appended_diagnostics_outlive_their_list),
		cmocka_unit_test(a_list_without_memory_says_so_and_leaks_nothing),
		cmocka_unit_test(numbers_of_diagnostics_are_unique),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

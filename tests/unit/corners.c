/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Asking and comparing, for the tests of corners. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "corners.h"

void
assert_at(const char *subject, const char *date, const char *want)
{
	ask_coverage(&inquiry, subject, "treaty", date);
	assert_string_equal(verdict_of(&inquiry, "a"), want);
}

void
assert_verdict(const char *subject, const char *want)
{
	assert_at(subject, TODAY, want);
}

void
assert_supply(const char *subject, const char *concept, const char *want)
{
	ask_coverage(&inquiry, subject, "treaty", TODAY);
	assert_supplied_by(row_of(&inquiry, "d", concept), want);
}

void
assert_row(const char *demand, const char *concept, const char *verdict, const char *missing)
{
	assert_string_equal(row_verdict(&inquiry, demand, concept), verdict);
	assert_missing(&inquiry, demand, concept, missing);
}

void
assert_assessed(const char *article, size_t want, size_t want_of)
{
	size_t assessed, rows;

	cyt_provision_finding_assessed(article_of(&inquiry, article), &assessed, &rows);
	assert_int_equal(assessed, want);
	assert_int_equal(rows, want_of);
}

void
assert_refused(unsigned number, const char *document)
{
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	struct cyt_ctx *ctx;

	assert_int_equal(cyt_ctx_new(&ctx), 0);
	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_diags_new(ctx, &diags), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "v.xml", VOCABULARY, strlen(VOCABULARY)), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "x.xml", document, strlen(document)), 0);
	assert_int_equal(cyt_loader_finish(loader, diags, &corpus), CYT_ERR_DATA);
	assert_null(corpus);
	assert_int_equal(cyt_diags_count(diags), 1);
	assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), number);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	cyt_ctx_unref(ctx);
}

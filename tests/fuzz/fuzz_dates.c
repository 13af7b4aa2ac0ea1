/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bytes as the text of a date, as the number of one, as the date of a law and as that of a question. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char fuzz_name[] = "dates";

#define LONGEST 40

/* What is written is read as the same day, and is not longer than promised. */
static void
format(cyt_date date)
{
	char text[CYT_DATE_SIZE + 1], again[CYT_DATE_SIZE];

	memset(text, 'x', sizeof(text));
	cyt_date_format(date, text);
	FUZZ_REQUIRE(memchr(text, '\0', CYT_DATE_SIZE) && text[CYT_DATE_SIZE] == 'x');
	if (!*text)
		return;
	FUZZ_REQUIRE(cyt_date_parse(text) == date);
	cyt_date_format(cyt_date_parse(text), again);
	FUZZ_REQUIRE(strcmp(text, again) == 0);
}

static int
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* The calendar once more, said otherwise. */
static int
exists(cyt_date date)
{
	int year = date / 10000, month = date / 100 % 100, day = date % 100;

	if (date <= 0 || year < 1 || year > 9999 || month > 12 || (month == 0 && day != 0))
		return 0;
	if (day <= 28)
		return 1;
	if (month == 2)
		return day == 29 && is_leap(year);
	return day <= 30 || (day == 31 && (month + month / 8) % 2 == 1);
}

static cyt_date
parse(const char *text)
{
	cyt_date date = cyt_date_parse(text);
	char again[CYT_DATE_SIZE];

	FUZZ_REQUIRE(date == 0 || exists(date));
	if (!date)
		return 0;
	cyt_date_format(date, again);
	FUZZ_REQUIRE(strcmp(again, text) == 0);
	return date;
}

static void
put_escaped(struct fuzz_text *text, const uint8_t *bytes, size_t size)
{
	char reference[16];
	size_t i;

	for (i = 0; i < size; i++) {
		if (!strchr("<>&'\"", bytes[i])) {
			fuzz_sink(text, (const char *)bytes + i, 1);
			continue;
		}
		snprintf(reference, sizeof(reference), "&#%d;", bytes[i]);
		fuzz_sink(text, reference, strlen(reference));
	}
}

#define PUT(text, literal) fuzz_sink(text, literal, sizeof(literal) - 1)

static void
make_law(struct fuzz_text *text, const uint8_t *bytes, size_t size)
{
	PUT(text, "<law xmlns='urn:cybertreaty:1' id='dated' jurisdiction='XX' from='");
	put_escaped(text, bytes, size);
	PUT(text, "'><assessed concepts='*'/><source basis='text' href='https://law.example/' "
		  "consulted='");
	put_escaped(text, bytes, size);
	PUT(text, "'/><provision id='a'><supply concepts='system.access'/></provision>"
		  "<provision id='b' from='2001' until='");
	put_escaped(text, bytes, size);
	PUT(text, "'><supply concepts='data.alter'/></provision></law>");
}

/* A law loads with exactly those dates that are some; white space around them is none of theirs. */
static void
load(const uint8_t *bytes, size_t size, cyt_date date)
{
	struct fuzz_text text = { NULL, 0, 0 };
	struct cyt_corpus *corpus = NULL;
	struct cyt_loader *loader;
	int err;

	make_law(&text, bytes, size);
	FUZZ_REQUIRE(cyt_loader_new(fuzz_ctx(), &loader) == 0);
	FUZZ_REQUIRE(cyt_loader_add_memory(loader, "dated.xml", text.bytes, text.length) == 0);
	err = cyt_corpus_overlay(fuzz_base(), loader, NULL, &corpus);
	FUZZ_REQUIRE(err == 0 || err == CYT_ERR_DATA);
	FUZZ_REQUIRE(err != 0 || date || memchr(bytes, ' ', size) || memchr(bytes, '\t', size) ||
		     memchr(bytes, '\n', size) || memchr(bytes, '\r', size));
	FUZZ_REQUIRE(err == 0 || date < 20020000);
	if (corpus)
		fuzz_ask(corpus, date ? date : 20260101, fuzz_chance(bytes, size));
	cyt_corpus_unref(corpus);
	cyt_loader_free(loader);
	free(text.bytes);
}

/* Of any number whatever. */
static void
ask(cyt_date date)
{
	struct cyt_result *result;
	struct cyt_terms *terms;
	int err = cyt_terms_new(fuzz_ctx(), date, &terms);

	fuzz_check_error(err);
	if (err < 0)
		return;
	err = cyt_query_coverage(fuzz_base(), "XN", "harbour-2020", terms, &result);
	fuzz_check_error(err);
	if (err == 0)
		fuzz_write(result);
	cyt_terms_free(terms);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char text[LONGEST + 1];
	cyt_date date = 0, parsed;

	if (size > LONGEST)
		return 0;
	memcpy(text, bytes, size);
	text[size] = '\0';
	parsed = parse(text);
	memcpy(&date, bytes, size < sizeof(date) ? size : sizeof(date));
	format(date);
	format((cyt_date)strtol(text, NULL, 10));
	/* Slow beside all else. */
	if (fuzz_chance(bytes, size) % 8 == 0)
		ask(parsed ? parsed : date);
	if (fuzz_chance(bytes, size) % 8 == 1)
		load(bytes, size, strlen(text) == size ? parsed : 0);
	return 0;
}

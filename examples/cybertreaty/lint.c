/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* lint: faults of the data. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"

struct age {
	long years, months, days;
};

static bool
add_age(struct age *age, long number, char unit)
{
	switch (unit) {
	case 'Y':
	case 'y':
		age->years += number;
		return true;
	case 'M':
	case 'm':
		age->months += number;
		return true;
	case 'W':
	case 'w':
		age->days += 7 * number;
		return true;
	case 'D':
	case 'd':
		age->days += number;
		return true;
	default:
		return false;
	}
}

/* "P1Y6M", or the same without the P. */
static bool
read_age(const char *text, struct age *age)
{
	long number;
	char *end;

	memset(age, 0, sizeof(*age));
	if (*text == 'P')
		text++;
	if (!*text)
		return false;
	for (; *text; text = end + 1) {
		if (*text < '0' || *text > '9')
			return false;
		number = strtol(text, &end, 10);
		if (number > 1000000 || !add_age(age, number, *end))
			return false;
	}
	return true;
}

static bool
is_leap(long year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static long
month_days(long year, long month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* The day so much earlier; 0 if that is before the year 1. */
static cyt_date
subtract_age(cyt_date date, const struct age *age)
{
	long year = date / 10000, month = date / 100 % 100, day = date % 100;

	month = (month ? month : 1) - 1 - age->months;
	year -= age->years;
	day = day ? day : 1;
	for (; month < 0; month += 12)
		year--;
	month++;
	if (year < 1)
		return 0;
	if (day > month_days(year, month))
		day = month_days(year, month);
	for (day -= age->days; day < 1; day += month_days(year, month)) {
		if (--month < 1) {
			month = 12;
			year--;
		}
		if (year < 1)
			return 0;
	}
	return (cyt_date)(year * 10000 + month * 100 + day);
}

static int
stale_before(const struct app *app, cyt_date *out)
{
	struct age age;

	*out = 0;
	if (!app->options.stale)
		return 0;
	if (!read_age(app->options.stale, &age))
		return trouble("--stale: '%s' is not an age such as P1Y6M, 18m or 90d",
			       app->options.stale);
	*out = subtract_age(app->as_at, &age);
	return 0;
}

static const char *
plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static void
print_unknown(struct text *text, const struct cyt_instrument *instrument)
{
	struct buffer nums = {0}, all = {0};
	const struct cyt_article *article;
	const char *paragraphs;
	size_t count = 0, i;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		article = cyt_instrument_article_at(instrument, i);
		paragraphs = cyt_element_attribute(cyt_article_element(article), "paragraphs");
		if (!paragraphs || strcmp(paragraphs, "unknown") != 0)
			continue;
		buffer_printf(&nums, "%s%s", count++ ? ", " : "", cyt_article_num(article));
	}
	if (count) {
		buffer_printf(&all, "%zu article%s whose paragraphs no source shows: %s", count,
			      plural(count), nums.text);
		text_space(text, 2);
		text_fill(text, 2, 4, STYLE_PLAIN, all.text);
	}
	buffer_release(&all);
	buffer_release(&nums);
}

/* What --complete looked at: so many of each, and what nobody could look at. */
static void
print_tally(struct app *app)
{
	static const char *const names[] = {"article", "paragraph", "demand", "option", "reservable",
					    "forbid"};
	const struct cyt_instrument *instrument;
	struct text *text = &app->text;
	size_t i, k;

	text_line(text);
	buffer_printf(&text->out, "%-21s%9s%11s%9s%9s%12s%9s\n", "", "articles", "paragraphs",
		      "demands", "options", "reservables", "forbids");
	for (i = 0; i < cyt_corpus_instrument_count(app->corpus); i++) {
		instrument = cyt_corpus_instrument_at(app->corpus, i);
		buffer_printf(&text->out, "%-21s", cyt_instrument_id(instrument));
		for (k = 0; k < sizeof(names) / sizeof(*names); k++)
			buffer_printf(&text->out, "%*zu", k == 1 ? 11 : k == 4 ? 12 : 9,
				      cyt_element_count(cyt_instrument_element(instrument), names[k]));
		text_line(text);
		print_unknown(text, instrument);
	}
}

static int
report(struct app *app)
{
	size_t errors = cyt_diags_error_count(app->diags);
	size_t warnings = cyt_diags_count(app->diags) - errors;
	bool tally = app->options.complete && app->corpus;
	int err = 0;

	if (app->json)
		err = cyt_export_lint_json(app->diags, tally ? app->corpus : NULL, buffer_sink,
					   &app->text.out);
	else if (app->sarif)
		err = cyt_export_lint_sarif(app->diags, buffer_sink, &app->text.out);
	else
		corpus_print_faults(app);
	if (err < 0)
		return trouble("%s", cyt_strerror(err));
	if (!app->json && !app->sarif && !app->options.quiet) {
		buffer_printf(&app->text.out, "%zu error%s, %zu warning%s\n", errors,
			      plural(errors), warnings, plural(warnings));
		if (!app->corpus && !corpus_is_unread(app))
			buffer_add(&app->text.out,
				   "Sources, titles and the like were not looked at; more may follow.\n");
		if (tally)
			print_tally(app);
	}
	return errors ? STATUS_FOUND : STATUS_ANSWERED;
}

int
lint_run(struct app *app)
{
	const struct words *paths = &app->options.arguments;
	uint32_t flags = app->options.complete ? CYT_LINT_COMPLETE : 0;
	/* Clocks are wrong more often than dates that somebody typed. */
	cyt_date as_at = app->options.as_at ? app->as_at : 0, stale;
	int status, err;

	status = stale_before(app, &stale);
	if (!status)
		status = corpus_read(app, paths->count ? paths : NULL);
	if (status)
		return status;
	if (app->corpus) {
		err = cyt_corpus_lint(app->corpus, flags, stale, as_at, app->diags);
		if (err < 0)
			return trouble("%s", cyt_strerror(err));
	}
	return report(app);
}

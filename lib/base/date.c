/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates as yyyymmdd numbers, with 00 for what is not known. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

static int
days_in_month(int year, int month)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

static bool
day_exists(int year, int month, int day)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12)
		return false;
	return day >= 1 && day <= days_in_month(year, month);
}

/* -1 unless there are `count` digits. */
static int
digits(const char *text, int count)
{
	int value = 0;

	for (; count > 0; count--, text++) {
		if (*text < '0' || *text > '9')
			return -1;
		value = value * 10 + (*text - '0');
	}
	return value;
}

int
date_check(const char *text, cyt_date *out)
{
	size_t length = strlen(text);
	int year, month = 0, day = 0;

	*out = 0;
	if (length != 4 && length != 7 && length != 10)
		return DATE_MALFORMED;
	year = digits(text, 4);
	if (length >= 7)
		month = text[4] == '-' ? digits(text + 5, 2) : -1;
	if (length == 10)
		day = text[7] == '-' ? digits(text + 8, 2) : -1;
	if (year < 0 || month < 0 || day < 0)
		return DATE_MALFORMED;
	if (!day_exists(year, length >= 7 ? month : 1, length == 10 ? day : 1))
		return DATE_IMPOSSIBLE;
	*out = year * 10000 + month * 100 + day;
	return DATE_SOUND;
}

cyt_date
date_first_day(cyt_date date)
{
	if (date <= 0)
		return date;
	if (date / 100 % 100 == 0)
		return date / 10000 * 10000 + 101;
	return date % 100 == 0 ? date + 1 : date;
}

bool
date_is_sound(cyt_date date)
{
	int month, day;

	if (date <= 0)
		return date == 0;
	month = date / 100 % 100;
	day = date % 100;
	if (month == 0 && day != 0)
		return false;
	return day_exists(date / 10000, month ? month : 1, day ? day : 1);
}

cyt_date
cyt_date_parse(const char *text)
{
	cyt_date date = 0;

	if (text)
		date_check(text, &date);
	return date;
}

void
cyt_date_format(cyt_date date, char out[CYT_DATE_SIZE])
{
	unsigned int year, month, day;

	out[0] = '\0';
	/* What is no date has no text; a year past 9999 would not fit either. */
	if (date == 0 || !date_is_sound(date))
		return;
	year = (unsigned int)date / 10000 % 10000;
	month = (unsigned int)date / 100 % 100;
	day = (unsigned int)date % 100;
	if (month == 0)
		snprintf(out, CYT_DATE_SIZE, "%04u", year);
	else if (day == 0)
		snprintf(out, CYT_DATE_SIZE, "%04u-%02u", year, month);
	else
		snprintf(out, CYT_DATE_SIZE, "%04u-%02u-%02u", year, month, day);
}

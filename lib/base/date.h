/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whole and partial dates. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <cybertreaty/base.h>

#include <stdbool.h>

enum date_fault {
	DATE_SOUND = 0,
	DATE_MALFORMED = 1,  /* not YYYY, YYYY-MM or YYYY-MM-DD */
	DATE_IMPOSSIBLE = 2  /* of the right form, but there is no such day */
};

/* enum date_fault; *out is 0 unless the date is sound. */
int date_check(const char *text, cyt_date *out);

/* The first day of a partial date: 20240000 -> 20240101. 0 stays 0. */
cyt_date date_first_day(cyt_date date);

/* 0, or a year from 1 to 9999 with a month and day that exist or are 0. */
bool date_is_sound(cyt_date date);

#endif

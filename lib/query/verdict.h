/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The truth tables of verdicts: pure functions of what is known. */
#ifndef QUERY_VERDICT_H
#define QUERY_VERDICT_H

#include <cybertreaty/query.h>

#include <stdbool.h>
#include <stdint.h>

/* What the verdict of a row depends on. D is demanded, U covered unconditionally, L = D less U. */
struct row_facts {
	bool nothing_left;       /* L is empty */
	bool meets;              /* D and U meet */
	bool meets_if;           /* D and U with conditional supplies meet */
	bool assessed;           /* the subject was read for the concept */
	bool options_excuse;     /* L lies in the options chosen */
	bool all_excused;        /* L lies in the options chosen and the reservations */
	bool reserved_whole;     /* D lies in the reservations */
};

enum cyt_verdict verdict_of_row(const struct row_facts *facts);

/* Verdicts of rows on their way to that of a provision. Starts zeroed. */
struct verdict_sum {
	size_t rows, full, partial, none, not_assessed;
	enum cyt_verdict worst_full;
};

void verdict_add(struct verdict_sum *sum, enum cyt_verdict verdict);
/* CYT_VERDICT_UNKNOWN of no rows. */
enum cyt_verdict verdict_of_provision(const struct verdict_sum *sum);

/* The same of a set of the verdicts of rows, bit by number: how many there are of each is all the same. */
enum cyt_verdict verdict_of_set(uint32_t set);

/* The better one, as any-of goes by it. */
enum cyt_verdict verdict_best(enum cyt_verdict one, enum cyt_verdict other);

#endif

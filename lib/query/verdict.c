/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The truth tables of verdicts. */
#include "query/verdict.h"

#include "model/kinds.h"

const char *
cyt_verdict_name(enum cyt_verdict verdict)
{
	return word_name(WORDS_VERDICT, verdict);
}

enum cyt_verdict
verdict_of_row(const struct row_facts *facts)
{
	if (facts->nothing_left)
		return CYT_VERDICT_FULL;
	/* Missing research is not missing law. */
	if (!facts->meets_if && !facts->assessed)
		return CYT_VERDICT_NOT_ASSESSED;
	/* An option narrows a law, it does not replace one. */
	if (facts->options_excuse && facts->meets)
		return CYT_VERDICT_FULL_BY_OPTION;
	if (facts->all_excused && (facts->meets || facts->reserved_whole))
		return CYT_VERDICT_FULL_BY_RESERVATION;
	return facts->meets_if ? CYT_VERDICT_PARTIAL : CYT_VERDICT_NONE;
}

void
verdict_add(struct verdict_sum *sum, enum cyt_verdict verdict)
{
	sum->rows++;
	switch (verdict) {
	case CYT_VERDICT_FULL:
	case CYT_VERDICT_FULL_BY_OPTION:
	case CYT_VERDICT_FULL_BY_RESERVATION:
		sum->full++;
		if (!sum->worst_full || verdict < sum->worst_full)
			sum->worst_full = verdict;
		break;
	case CYT_VERDICT_PARTIAL:
		sum->partial++;
		break;
	case CYT_VERDICT_NONE:
		sum->none++;
		break;
	default:
		sum->not_assessed++;
		break;
	}
}

enum cyt_verdict
verdict_of_provision(const struct verdict_sum *sum)
{
	if (sum->rows == 0)
		return CYT_VERDICT_UNKNOWN;
	if (sum->full == sum->rows)
		return sum->worst_full;
	if (sum->none == sum->rows)
		return CYT_VERDICT_NONE;
	if (sum->partial || (sum->full && sum->none))
		return CYT_VERDICT_PARTIAL;
	return CYT_VERDICT_NOT_ASSESSED;
}

enum cyt_verdict
verdict_of_set(uint32_t set)
{
	uint32_t full = set & (1u << CYT_VERDICT_FULL | 1u << CYT_VERDICT_FULL_BY_OPTION |
			       1u << CYT_VERDICT_FULL_BY_RESERVATION);
	uint32_t none = set & 1u << CYT_VERDICT_NONE;

	if (!set)
		return CYT_VERDICT_UNKNOWN;
	if (set == full)
		return (enum cyt_verdict)__builtin_ctz(full);
	if (set == none)
		return CYT_VERDICT_NONE;
	if (set & 1u << CYT_VERDICT_PARTIAL || (full && none))
		return CYT_VERDICT_PARTIAL;
	return CYT_VERDICT_NOT_ASSESSED;
}

enum cyt_verdict
verdict_best(enum cyt_verdict one, enum cyt_verdict other)
{
	return one > other ? one : other;
}

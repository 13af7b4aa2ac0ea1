/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How findings are put to people: verdicts, citations, lists. */
#ifndef WORDING_H
#define WORDING_H

#include <cybertreaty/cybertreaty.h>

#include "text.h"
#include "tongue.h"

/* "FULL BY OPTION"; "NOT OBLIGATORY" where there is no verdict. */
const char *verdict_word(const struct tongue *tongue, enum cyt_verdict verdict);
/* As much of it as a column of a table has room for. */
const char *verdict_mark(const struct tongue *tongue, enum cyt_verdict verdict);
enum style verdict_style(enum cyt_verdict verdict);
/* One sentence for the legend; NULL without a verdict. */
const char *verdict_meaning(const struct tongue *tongue, enum cyt_verdict verdict);

/* From best to worst, not assessed last. */
extern const enum cyt_verdict verdict_order[6];

/* The meaning of those used, from best to worst. */
void verdict_legend(const struct tongue *tongue, struct text *text,
		    const bool used[CYT_VERDICT_FULL + 1]);

/* "a Party shall endeavour to" and the like, for rows that are not plain duties; "" for those. */
const char *modality_phrase(const struct tongue *tongue, enum cyt_modality modality);

/* "It reaches further than asked on 38 matters, of which 11 are overreach" */
void reach_count(const struct tongue *tongue, const struct cyt_result *result, struct buffer *out);
/* "[text, 2026-11-21]": the weakest basis and the oldest date behind a finding. */
void basis_and_date(const struct tongue *tongue, enum cyt_basis basis, cyt_date consulted,
		    struct buffer *out);

/* "act" and so on. */
const char *kind_word(const struct tongue *tongue, enum cyt_kind kind);
/* "Article 7"; its title, or its id, where there is no number. */
void article_name(struct tongue *tongue, const struct cyt_article *article, struct buffer *out);
/* "7(1)", or as near to it as the numbers allow. */
void demand_citation(struct tongue *tongue, const struct cyt_demand *demand, struct buffer *out);

/* "altering, damaging and deleting data; and access to a system": what several labels have after
 * their first word is said once. */
void joined_labels(const struct tongue *tongue, const struct words *labels, struct buffer *out);

/* "1-6, 20, 21": runs of three and more consecutive numbers are drawn together. */
struct number_run {
	struct buffer out;
	long first, last; /* of the open run */
	bool open;
};

void number_run_add(struct number_run *run, const char *number);
void number_run_end(struct number_run *run);

#endif

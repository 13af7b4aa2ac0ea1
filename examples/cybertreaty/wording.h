/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How findings are put to people: verdicts, citations, lists. */
#ifndef WORDING_H
#define WORDING_H

#include <cybertreaty/cybertreaty.h>

#include "text.h"

/* "FULL BY OPTION"; "NOT OBLIGATORY" where there is no verdict. */
const char *verdict_word(enum cyt_verdict verdict);
enum style verdict_style(enum cyt_verdict verdict);
/* One sentence for the legend; NULL without a verdict. */
const char *verdict_meaning(enum cyt_verdict verdict);

/* From best to worst, not assessed last. */
extern const enum cyt_verdict verdict_order[6];

/* The meaning of those used, from best to worst. */
void verdict_legend(struct text *text, const bool used[CYT_VERDICT_FULL + 1]);

/* "a Party shall endeavour to" and the like, for rows that are not plain duties; "" for those. */
const char *modality_phrase(enum cyt_modality modality);

/* "Article 7"; its title, or its id, where there is no number. */
void article_name(const struct cyt_article *article, const char *lang, struct buffer *out);
/* "7(1)", or as near to it as the numbers allow. */
void demand_citation(const struct cyt_demand *demand, struct buffer *out);
void way_citation(const struct cyt_way *way, struct buffer *out);
/* "Penal Code, s. 12"; without the law's title if `law` is false. */
void evidence_citation(const struct cyt_evidence *evidence, bool law, const char *lang,
		       struct buffer *out);

/* "altering, damaging and deleting data; and access to a system": what several labels have after
 * their first word is said once. */
void joined_labels(const struct words *labels, struct buffer *out);

/* "1-6, 20, 21": runs of three and more consecutive numbers are drawn together. */
struct number_run {
	struct buffer out;
	long first, last; /* of the open run */
	bool open;
};

void number_run_add(struct number_run *run, const char *number);
void number_run_end(struct number_run *run);

#endif

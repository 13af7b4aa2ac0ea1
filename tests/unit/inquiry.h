/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Small corpora from memory, and short ways to ask them. Include after cmocka.h. */
#ifndef TESTS_UNIT_INQUIRY_H
#define TESTS_UNIT_INQUIRY_H

#include <cybertreaty/cybertreaty.h>

#define NS "xmlns='urn:cybertreaty:1'"

/* A corpus with the terms of the next question and the answer to the last one. */
struct inquiry {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
	struct cyt_result *result;
	const char *with;       /* a law that the next questions name, or NULL */
	enum cyt_basis basis;   /* unknown: any */
};

/* Loads documents: "<..." is XML, anything else a path of the source tree; up to a NULL. */
void inquiry_open(struct inquiry *inquiry, const char *const *documents);
void inquiry_close(struct inquiry *inquiry);

/* The one of a test, opened with a vocabulary that the test defines, and closed as its teardown. */
extern struct inquiry inquiry;
#define OPEN(...)                                                                    \
	do {                                                                          \
		const char *const documents_[] = { VOCABULARY, __VA_ARGS__, NULL };   \
		inquiry_open(&inquiry, documents_);                                   \
	} while (0)
int inquiry_end(void **state);

/* Ask; the answer stands in inquiry->result until the next question. */
void ask_coverage(struct inquiry *inquiry, const char *subject, const char *instrument,
		  const char *date);
void ask_gaps(struct inquiry *inquiry, const char *subject, const char *instrument,
	      const char *date);
void ask_beyond(struct inquiry *inquiry, const char *subject, const char *instrument,
		const char *date);

const struct cyt_provision_finding *article_of(const struct inquiry *inquiry, const char *id);
/* The verdict of an article as its name, "" for none. */
const char *verdict_of(const struct inquiry *inquiry, const char *article);
/* The row of a demand on a concept. */
const struct cyt_row_finding *row_of(const struct inquiry *inquiry, const char *demand,
				     const char *concept);
const char *row_verdict(const struct inquiry *inquiry, const char *demand, const char *concept);

/* All of these compare with a text and fail the test where it differs:
 * a region as "facet=value,value facet=[60,90) | ..." in which only what is restricted is said, */
void assert_region(const struct cyt_region *region, const char *want);
void assert_missing(const struct inquiry *inquiry, const char *demand, const char *concept,
		    const char *want);
/* "law/provision", "law/provision via extend", with a '*' where redundant, joined by blanks, */
void assert_supplied_by(const struct cyt_row_finding *row, const char *want);
/* "law/provision law/provision<extend*": the same of what lies beyond or is in conflict. */
void assert_beyond_by(const struct cyt_beyond *beyond, const char *want);
void assert_conflict_by(const struct cyt_conflict *conflict, const char *want);
void assert_unasked_by(const struct cyt_result *result, size_t i, const char *want);
/* ids of options, then of reservations, joined by blanks. */
void assert_used(const struct cyt_row_finding *row, const char *want);
void assert_sentence(const struct cyt_row_finding *row, const char *want);

/* A growing text to compare. */
struct note {
	char text[8192];
	size_t length;
};
int note_sink(void *note, const char *text, size_t length);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pieces of the report format, xml/schema/report.xsd. */
#ifndef EXPORT_REPORT_XML_H
#define EXPORT_REPORT_XML_H

#include <cybertreaty/query.h>

#include "export/markup.h"
#include "query/wording.h"

/* Rows of the corpus that are referred to by id, and described once at the end. */
struct mentions {
	const void **items;
	size_t count, capacity;
};

struct report {
	struct xml xml;
	const struct cyt_result *result;
	const char *lang; /* of the sentences */
	const char *wanted; /* of titles and labels where there are any; `lang` if nothing else was asked */
	struct mentions laws, provisions, states;
};

/* report_xml.c */

/* The document of a result; 0, or what failed. The text is to be released in either case. */
int report_document(const struct cyt_result *result, struct strbuf *out);
void report_row(struct report *report, const char *name, const struct cyt_row_finding *row);
/* What a row says, as <text part="...">. */
void report_parts(struct report *report, const struct cyt_row_finding *row, enum word_part first,
		  enum word_part last);
/* One of them, unless it is empty; releases the words. */
void report_part(struct report *report, const char *part, struct strbuf *words);
void report_way(struct report *report, const char *name, const struct cyt_way *way);
/* One provision behind a finding, and all of a row. */
void report_evidence(struct report *report, const struct cyt_evidence *evidence);
void report_supplied_by(struct report *report, const struct cyt_row_finding *row);
/* The law and provision, or instrument and place, of an open element; they are mentioned. */
void report_origin(struct report *report, const struct cyt_evidence *evidence);
void report_condition(struct report *report, const struct cyt_evidence *evidence);
void report_region(struct report *report, const char *name, const struct cyt_region *region);
/* The label of something in the language wanted, as an element that says which it is if it is another
 * than that of the sentences. */
void report_label_of(struct report *report, const struct image *image, uint32_t node,
		     const char *otherwise);
/* The name of a concept, as an element. */
void report_label(struct report *report, const struct cyt_concept *concept);
/* The attributes of an open element that say which article; its titles. */
void report_article(struct report *report, const struct cyt_article *article);
void report_titles(struct report *report, const struct cyt_element *element, const char *name);
/* Demand, citation, base of an open element. */
void report_demand(struct report *report, const struct cyt_demand *demand);

/* coverage_xml.c: coverage, gaps, beyond, and all of them. */
void report_coverage(struct report *report);
/* others_xml.c */
void report_matrix(struct report *report);
void report_compare(struct report *report);
void report_dual(struct report *report);
void report_safeguards(struct report *report);

/* mentions_xml.c */
void mention_law(struct report *report, const struct cyt_law *law);
void mention_provision(struct report *report, const struct cyt_provision *provision);
/* The State of that id, if the corpus has it. */
void mention_state(struct report *report, const char *id);
/* What was mentioned: titles, penalties, sources. */
void report_mentioned(struct report *report);
/* The sources that an element rests on: its own, else those of the nearest ancestor. */
void report_sources(struct report *report, const struct cyt_element *element);
/* Those of an article and of its demands. */
void report_article_sources(struct report *report, const struct cyt_article *article);

#endif

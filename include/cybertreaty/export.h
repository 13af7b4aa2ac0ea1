/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Results, parts of a corpus and diagnostics as JSON, CSV, XML and pages to read.
 *
 * Output goes to a sink of the caller, UTF-8, in pieces of any size. Exporters
 * keep nothing; they may be called from any thread. What is read from documents (reports, pages,
 * XML, rows, templates, elements) answers CYT_ERR_FORMAT where those of a snapshot turn out to be
 * damaged, see cyt_corpus_open().
 */
#ifndef CYBERTREATY_EXPORT_H
#define CYBERTREATY_EXPORT_H

#include <cybertreaty/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A result as one JSON object of the format cybertreaty.coverage/1, gaps/1,
 * beyond/1, diff/1, compare/1, dual/1, search/1, matrix/1, covering/1 or
 * safeguards/1, with keys in a fixed order and a line feed at the end.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_json(const struct cyt_result *result, cyt_sink sink, void *data);

/**
 * A coverage limited to the articles of one kind (CYT_KIND_UNKNOWN: of all) or to
 * one article (NULL: all of them).
 *
 * The totals count the articles shown; what reaches further is kept where it
 * touches them, and `unasked` is empty.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_coverage_json(const struct cyt_result *result, enum cyt_kind only, const char *article,
			 cyt_sink sink, void *data);

/**
 * A result as a table: RFC 4180 in UTF-8, a heading first, lines end in CR LF. CYT_ERR_INVALID for a
 * report, which is a page.
 *
 * A matrix has a row per subject and a column per article, named by its number; a comparison a row per
 * pair of articles, a search a row per hit, and the others a row per demand and concept. Every row ends
 * with the subject, instrument, date, suppositions, and date and digest of the corpus, as far as the
 * question has them and no column of its own says it, so that rows of several answers can be put into
 * one table. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_csv(const struct cyt_result *result, cyt_sink sink, void *data);

struct cyt_table;

/** How a coverage is laid out as a table. @since 1.0 */
enum cyt_layout {
	CYT_LAYOUT_UNKNOWN = 0,
	CYT_LAYOUT_PROFILE = 1,       /**< article, domestic provisions: the usual country profile */
	CYT_LAYOUT_COMPATIBILITY = 2, /**< a row per demand: obligation, rule, compatible, what to do;
					   who and by when are left to be filled in */
	CYT_LAYOUT_ELEMENTS = 3,      /**< a row per facet: what is asked, what the law has, what is missing */
	CYT_LAYOUT_PAD_ = INT32_MAX
};

/** "profile", "compatibility", "elements"; "" for unknown. @since 1.0 */
CYT_API const char *
cyt_layout_name(enum cyt_layout layout);

/** CYT_LAYOUT_UNKNOWN if there is none of that name. @since 1.0 */
CYT_API enum cyt_layout
cyt_layout_find(const char *name);

/**
 * A coverage as a table of texts, limited like cyt_export_coverage_json(); titles and labels in
 * `lang` (NULL: English) where they are set by themselves.
 *
 * The table is the caller's, and lives as long as it is not freed; results need not. Lines within a
 * cell end in LF. CYT_ERR_INVALID for another result than a coverage.
 *
 * @since 1.0
 */
CYT_API int
cyt_table_new(const struct cyt_result *coverage, enum cyt_layout layout, enum cyt_kind only,
	      const char *article, const char *lang, struct cyt_table **out);

/** NULL is fine. @since 1.0 */
CYT_API void
cyt_table_free(struct cyt_table *table);

CYT_API size_t
cyt_table_column_count(const struct cyt_table *table);

CYT_API size_t
cyt_table_row_count(const struct cyt_table *table);

/** What a column is called; "" past the last. @since 1.0 */
CYT_API const char *
cyt_table_heading(const struct cyt_table *table, size_t column);

/** "" for an empty cell, and past the last. @since 1.0 */
CYT_API const char *
cyt_table_cell(const struct cyt_table *table, size_t row, size_t column);

/**
 * What the table answers and from what: subject, instrument, date, date and digest of the corpus, and
 * suppositions.
 *
 * @since 1.0
 */
CYT_API const char *
cyt_table_source(const struct cyt_table *table);

/**
 * The table with a heading, and cyt_table_source() in the first cell of a last row; otherwise as
 * cyt_export_csv() writes tables.
 *
 * @since 1.0
 */
CYT_API int
cyt_table_csv(const struct cyt_table *table, cyt_sink sink, void *data);

/**
 * A report, coverage, gaps, beyond, matrix, comparison, dual criminality or safeguards as XML of the
 * namespace urn:cybertreaty:report:1, which xml/schema/report.xsd describes: the names of the JSON,
 * and besides all that a page needs, with titles in every language, penalties and sources.
 * CYT_ERR_INVALID for other results.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_report_xml(const struct cyt_result *result, cyt_sink sink, void *data);

/**
 * That XML put through an XSLT 1.0 stylesheet, such as xml/report/report.xsl, which makes one page of
 * HTML that needs nothing else.
 *
 * The stylesheet may include others that lie beside it. It can read no other file, write none, and
 * reach no network; document() finds nothing. Steps and depth are limited. What is wrong with the
 * stylesheet goes to `diags` (may be NULL), with CYT_ERR_DATA.
 *
 * libxml2 and libxslt keep their own allocator, and libxml2 2.9 does not survive it when that has no
 * memory for a tree. No other function of this library builds trees with libxml2.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_report_html(const struct cyt_result *result, const char *stylesheet, struct cyt_diags *diags,
		cyt_sink sink, void *data);

/** The element and all below it, format cybertreaty.show/1; titles in a language (NULL: "en"). @since 1.0 */
CYT_API int
cyt_export_element_json(const struct cyt_corpus *corpus, const struct cyt_element *element,
			const char *lang, cyt_sink sink, void *data);

/**
 * What a corpus holds, format cybertreaty.list/1.
 *
 * The kind is "laws", "instruments", "articles", "concepts", "facets",
 * "jurisdictions", "states" or "basis"; CYT_ERR_INVALID for another. With
 * "articles" an instrument may be named (NULL: of all); CYT_ERR_NOTFOUND if there
 * is none of that id. Titles and labels are in a language (NULL: "en").
 *
 * @since 1.0
 */
CYT_API int
cyt_export_list_json(const struct cyt_corpus *corpus, const char *kind, const char *instrument,
		     const char *lang, cyt_sink sink, void *data);

/**
 * The same as a table as cyt_export_csv() writes it: the keys of the JSON are the heading, several ids in
 * a cell stand with blanks between them, and every row ends with date and digest of the corpus.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_list_csv(const struct cyt_corpus *corpus, const char *kind, const char *instrument,
		    const char *lang, cyt_sink sink, void *data);

/**
 * An empty law in XML to fill in: per demand of an instrument a provision as a comment, with the
 * concepts, the cases that are asked, and the facets that can be said.
 *
 * It loads as it is, and covers what is asked once the comments are opened.
 * CYT_ERR_NOTFOUND if there is no such instrument.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_law_template(const struct cyt_corpus *corpus, const char *instrument, cyt_sink sink,
			void *data);

/**
 * The same for a spreadsheet: rows as those of cyt_export_documents_csv(), which stay out of what
 * cyt_loader_add_csv() reads while they are marked with '#', and remarks on what is asked.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_law_template_csv(const struct cyt_corpus *corpus, const char *instrument, cyt_sink sink,
			    void *data);

/**
 * Documents as XML in the one layout that the shipped files have: a declaration, two blanks per
 * level, an element per line, attributes in a fixed order, white space folded, comments kept.
 *
 * `what` is as for cyt_corpus_document_first(), but not NULL. Several documents stand in one `corpus`
 * element. Loading the text gives the same documents, and writing those the same text.
 * CYT_ERR_NOTFOUND if `what` names nothing.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_xml(const struct cyt_corpus *corpus, const char *what, cyt_sink sink, void *data);

/** One document in the same layout; CYT_ERR_INVALID for another element. @since 1.0 */
CYT_API int
cyt_export_document_xml(const struct cyt_corpus *corpus, const struct cyt_element *document,
			cyt_sink sink, void *data);

/**
 * Documents as rows for a spreadsheet: RFC 4180 in UTF-8, a heading first, lines end in CR LF.
 *
 * `what` is as for cyt_export_xml(), but vocabularies are no rows (CYT_ERR_INVALID). A row is an element;
 * cases, sources, conditions, notes and penalties are columns of it, see doc/spreadsheets.md. Nothing
 * is lost: cyt_loader_add_csv() makes the same documents of it.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_documents_csv(const struct cyt_corpus *corpus, const char *what, cyt_sink sink, void *data);

/**
 * Diagnostics in the order of the list, format cybertreaty.lint/1.
 *
 * With a corpus (it may be NULL) the object has `instruments` besides: how many articles,
 * paragraphs, points, demands, options, reservables and forbids each has, and the ids of the
 * articles whose paragraphs no source shows.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_lint_json(const struct cyt_diags *diags, const struct cyt_corpus *corpus, cyt_sink sink,
		     void *data);

/**
 * The same diagnostics as a log in SARIF 2.1.0 (OASIS), for code review tools: one run, a rule per
 * number, files as relative references where they are relative.
 *
 * @since 1.0
 */
CYT_API int
cyt_export_lint_sarif(const struct cyt_diags *diags, cyt_sink sink, void *data);

/** How many elements called `name` ("article", "demand") stand below an element. @since 1.0 */
CYT_API size_t
cyt_element_count(const struct cyt_element *element, const char *name);

/**
 * How many elements called `name` ("demand", "supply", "action") below an element
 * rest on a basis: their own source, else that of the nearest ancestor that has
 * one, else unverified.
 *
 * @since 1.0
 */
CYT_API size_t
cyt_element_fact_count(const struct cyt_element *element, const char *name, enum cyt_basis basis);

#ifdef __cplusplus
}
#endif
#endif

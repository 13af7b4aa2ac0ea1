/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Regions, citations and evidence in words; the sentences are in sentence.c and explain.c. */
#ifndef QUERY_WORDING_H
#define QUERY_WORDING_H

#include "query/prose.h"
#include "query/regions.h"

/* Boxes that a sentence names before it counts. */
#define WORDING_BOXES 4

/* What is at issue at all, as one mask per facet of the concept: what lies outside needs no words.
 * NULL: everything. */
typedef const uint64_t *const *word_scope;

/* The scope of a region: the values that it has anywhere. NULL without memory. */
word_scope word_scope_of(const struct cyt_region *region, struct arena *arena);

/* "access to a system"; of an extended demand with the facets that it replaces, unless the words of
 * `region` will say them. `row` and `region` may be NULL. */
void word_concept(struct prose *out, const struct cyt_concept *concept,
		  const struct cyt_demand *row, const struct cyt_region *region, word_scope scope);
/* "with right, with or without any intent": the values on the axes set in `axes` (by position) that a
 * mask per facet keeps. */
void word_masks(struct prose *out, const struct image *image, const struct cyt_concept *concept,
		word_scope masks);
/* "in place; absent": labels of what a mask keeps on an axis, for a table. */
void word_axis(struct prose *out, const struct image *image, const struct img_axis *axis,
	       const uint64_t *mask);
/* "by a person exceeding an authorisation, where no security measure exists; and …": what bounds
 * each box, at most `most` of them and the number of the others. */
void word_region(struct prose *out, const struct cyt_region *region, word_scope scope, size_t most);
/* Whether no box of the region is bounded by anything at issue. */
bool region_is_unbounded(struct prose *out, const struct cyt_region *region, word_scope scope);

/* "article 7(2)", "artículo 7, párrafo 2", or the title of the article where there are no numbers. */
void word_demand(struct prose *out, const struct cyt_demand *demand);
void word_way(struct prose *out, const struct cyt_way *way);
void word_forbid(struct prose *out, const struct image *image, const struct img_forbid *forbid);
/* Whether two are called the same; `scratch` is written over and fails without memory. */
bool word_same_way(const struct cyt_way *one, const struct cyt_way *other, struct prose *scratch);
/* Provisions law by law: "Federal Criminal Code (211 bis 1; 211 bis 2), read with 13". */
void word_evidence(struct prose *out, const struct evidence_list *list);
/* One of them. */
void word_provision(struct prose *out, const struct cyt_evidence *evidence, enum prose_law as);
/* "only by employees of an operator (Telecommunications Act, 30); …" */
void word_conditions(struct prose *out, const struct evidence_list *list);
/* The conditions of one, after what introduces them. */
void word_conditions_of(struct prose *out, const struct cyt_evidence *evidence, enum say opening);
/* sentence.c: all that a row says. */
void word_row(struct prose *out, const struct cyt_row_finding *row);
/* Adds words that bound what stands before them, and frees them: with a comma, unless they are in brackets. */
void word_bound(struct prose *out, struct prose *words);
/* "where no security measure exists": what a region of the image takes out of a row. */
void word_excuse(struct prose *out, const struct cyt_demand *row, uint32_t region);

/* excused.c: what options and reservations lawfully leave out of a row, as far as it is left out. */
void word_excused(struct prose *out, const struct cyt_row_finding *row);

/* What of a row is missing, conditional or excused: its sentence without what covers it. */
void word_remainder(struct prose *out, const struct cyt_row_finding *row);

/* What the sentence of a row is made of, in its order; each part may be several sentences. */
enum word_part {
	WORD_NOT_ASSESSED,
	WORD_COVERED,
	WORD_MISSING, /* from here to WORD_EXCUSED also that of a gap */
	WORD_NEARBY,
	WORD_CONDITIONAL,
	WORD_EXCUSED,
	WORD_OVERREACH,
	WORD_UNVERIFIED,
};
#define WORD_PARTS (WORD_UNVERIFIED + 1)

/* Adds nothing where there is nothing to say. */
void word_row_part(struct prose *out, const struct cyt_row_finding *row, enum word_part part);
/* What to do about a gap, and who has done it. */
void word_way_out(struct prose *out, const struct cyt_gap *gap);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pieces of the tables that answers are written as, and the answers that have a file of their own. */
#ifndef EXPORT_RESULT_CSV_H
#define EXPORT_RESULT_CSV_H

#include "export/cells.h"

/* Provisions, or demands where an instrument is the subject, in one cell: "mx-cpf/art_1 mx-cpf/art_2". A
 * copy that an extension made follows its original and is the same provision. Begins with {cells}. */
struct origins {
	struct cells *cells;
	const struct cyt_provision *last;
	bool any;
};

void origins_add(struct origins *origins, const struct cyt_evidence *evidence);

/* Id, number and title, empty for NULL: "article", "number", "title". */
void csv_article(struct cells *cells, const struct cyt_article *article);
/* "concept", "concept title". */
void csv_concept(struct cells *cells, const struct cyt_concept *concept);

void gaps_csv(struct cells *cells, const struct cyt_result *result);
void beyond_csv(struct cells *cells, const struct cyt_result *result);
void diff_csv(struct cells *cells, const struct cyt_result *result);
void compare_csv(struct cells *cells, const struct cyt_result *result);
void dual_csv(struct cells *cells, const struct cyt_result *result);
void search_csv(struct cells *cells, const struct cyt_result *result);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The findings of a result as JSON values. */
#ifndef EXPORT_RESULT_JSON_H
#define EXPORT_RESULT_JSON_H

#include "export/values.h"

/* One article with all its rows. */
json_t *provision_finding_json(struct values *values, const struct cyt_provision_finding *finding);

json_t *gap_json(struct values *values, const struct cyt_gap *gap);

/* A row of whatever question; without a demand its id and modality are null. */
json_t *row_finding_json(struct values *values, const struct cyt_row_finding *row);
/* Who supplies part of it. */
json_t *row_finding_supplied_by(struct values *values, const struct cyt_row_finding *row);

/* Format, data, as_at, with. */
json_t *result_opening(struct values *values, const char *name, const struct cyt_result *result);
/* Id and title; null where there is none. */
json_t *result_instrument(struct values *values, const struct cyt_result *result);
/* What answers about a subject begin with: the opening, subject, instrument. */
json_t *result_document(struct values *values, const char *name, const struct cyt_result *result);
/* Of the two sides of a comparison: data, as_at, with, subject. */
json_t *result_head(struct values *values, const struct cyt_result *result);
json_t *coverage_totals(struct values *values, const struct cyt_result *result);

json_t *diff_json(struct values *values, const struct cyt_result *result); /* diff_json.c */
json_t *search_json(struct values *values, const struct cyt_result *result); /* search_json.c */
/* holders_json.c, safeguards_json.c */
json_t *matrix_json(struct values *values, const struct cyt_result *result);
json_t *covering_json(struct values *values, const struct cyt_result *result);
json_t *safeguards_json(struct values *values, const struct cyt_result *result);

json_t *compare_json(struct values *values, const struct cyt_result *result); /* compare_json.c */
json_t *dual_json(struct values *values, const struct cyt_result *result); /* dual_json.c */

/* Adds law and provision to the object. */
void origin_put(struct values *values, json_t *object, const struct cyt_evidence *evidence);
/* The conditions of a supply as one text. */
json_t *value_conditions(struct values *values, const struct cyt_evidence *evidence);

/* Adds id, concept and region to the object. */
void conflict_put(struct values *values, json_t *object, const struct cyt_conflict *conflict);
json_t *beyond_json(struct values *values, const struct cyt_beyond *beyond);

#endif

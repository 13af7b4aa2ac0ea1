/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The findings of a result as JSON values. */
#ifndef EXPORT_RESULT_JSON_H
#define EXPORT_RESULT_JSON_H

#include "export/values.h"

/* One article with all its rows. */
json_t *provision_finding_json(struct values *values, const struct cyt_provision_finding *finding);

json_t *gap_json(struct values *values, const struct cyt_gap *gap);

/* Adds id, concept and region to the object. */
void conflict_put(struct values *values, json_t *object, const struct cyt_conflict *conflict);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The difference between two coverages as JSON. */
#include "export/result_json.h"

#include "export/sink.h"

static json_t *
side_verdict(enum cyt_verdict verdict)
{
	const char *name = cyt_verdict_name(verdict);

	return *name ? value_text(name) : json_null();
}

/* What a row was or becomes; null where there is no row. */
static json_t *
row_side(struct values *values, const struct cyt_row_finding *row)
{
	json_t *object;

	if (!row)
		return json_null();
	object = json_object();
	values_put(values, object, "verdict", side_verdict(cyt_row_finding_verdict(row)));
	values_put(values, object, "missing",
		   value_region(values, cyt_row_finding_region(row, CYT_ROW_REGION_MISSING)));
	return object;
}

static json_t *
row_change(struct values *values, const struct cyt_row_change *row)
{
	const struct cyt_row_finding *before = cyt_row_change_before(row);
	const struct cyt_row_finding *after = cyt_row_change_after(row);
	const struct cyt_demand *demand = cyt_row_finding_demand(after ? after : before);
	const struct cyt_demand *base = cyt_demand_base(demand);
	json_t *object = json_object();
	struct strbuf buf;
	int err;

	strbuf_init(&buf, values->hooks);
	err = cyt_row_change_sentence(row, sink_to_strbuf, &buf);
	values_put(values, object, "id", value_text(cyt_demand_id(demand)));
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_demand_concept(demand))));
	values_put(values, object, "modality",
		   value_text(cyt_modality_name(cyt_demand_modality(demand))));
	if (base)
		values_put(values, object, "extends", value_text(cyt_demand_id(base)));
	values_put(values, object, "before", row_side(values, before));
	values_put(values, object, "after", row_side(values, after));
	values_put(values, object, "text", value_sentence(values, &buf, err));
	return object;
}

static json_t *
provision_side(const struct cyt_provision_finding *finding)
{
	return finding ? side_verdict(cyt_provision_finding_verdict(finding)) : json_null();
}

static json_t *
change_json(struct values *values, const struct cyt_change *change)
{
	const struct cyt_provision_finding *before = cyt_change_before(change);
	const struct cyt_provision_finding *after = cyt_change_after(change);
	const struct cyt_article *article = cyt_provision_finding_article(after ? after : before);
	const char *num = cyt_article_num(article), *title = cyt_article_title(article, values->lang);
	json_t *object = json_object(), *rows = json_array();
	const struct cyt_row_change *row;
	size_t i;

	for (i = 0; (row = cyt_change_row_at(change, i)) != NULL; i++)
		values_add(values, rows, row_change(values, row));
	values_put(values, object, "article", value_text(cyt_article_id(article)));
	values_put(values, object, "num", *num ? value_text(num) : json_null());
	values_put(values, object, "title", *title ? value_text(title) : json_null());
	values_put(values, object, "before", provision_side(before));
	values_put(values, object, "after", provision_side(after));
	values_put(values, object, "demands", rows);
	return object;
}

json_t *
diff_json(struct values *values, const struct cyt_result *result)
{
	json_t *document = result_document(values, "diff", result);
	json_t *before = result_head(values, cyt_result_before(result));
	json_t *changes = json_array();
	const struct cyt_change *change;
	size_t i;

	for (i = 0; (change = cyt_result_change_at(result, i)) != NULL; i++)
		values_add(values, changes, change_json(values, change));
	values_put(values, before, "totals", coverage_totals(values, cyt_result_before(result)));
	values_put(values, document, "totals", coverage_totals(values, cyt_result_after(result)));
	values_put(values, document, "before", before);
	values_put(values, document, "changes", changes);
	return document;
}

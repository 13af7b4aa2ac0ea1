/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dual criminality as JSON. */
#include "export/result_json.h"

static const enum cyt_side sides[] = {CYT_SIDE_FIRST, CYT_SIDE_SECOND};
#define SIDES (sizeof(sides) / sizeof(*sides))

static json_t *
outside_json(struct values *values, const struct cyt_result *result, const struct cyt_dual *dual)
{
	json_t *array = json_array(), *object;
	const struct cyt_region *region;
	size_t s;

	for (s = 0; s < SIDES; s++) {
		region = cyt_dual_outside(dual, sides[s]);
		if (!region)
			continue;
		object = json_object();
		values_put(values, object, "state", value_text(cyt_result_state(result, sides[s])));
		values_put(values, object, "region", value_region(values, region));
		values_add(values, array, object);
	}
	return array;
}

static json_t *
begin_line(struct values *values, const struct cyt_result *result, enum cyt_side side,
	   const struct cyt_evidence *evidence)
{
	json_t *object = json_object();

	values_put(values, object, "state", value_text(cyt_result_state(result, side)));
	origin_put(values, object, evidence);
	return object;
}

/* A copy made by an extension follows its original, and the provision is the same. */
static json_t *
supplied_by_json(struct values *values, const struct cyt_result *result,
		 const struct cyt_dual *dual)
{
	const struct cyt_evidence *evidence, *last;
	json_t *array = json_array();
	size_t s, i;

	for (s = 0; s < SIDES; s++) {
		last = NULL;
		for (i = 0; (evidence = cyt_dual_supplied_by_at(dual, sides[s], i)) != NULL; i++) {
			if (!last || !cyt_evidence_provision(evidence) ||
			    cyt_evidence_provision(evidence) != cyt_evidence_provision(last))
				values_add(values, array,
					   begin_line(values, result, sides[s], evidence));
			last = evidence;
		}
	}
	return array;
}

static json_t *
conditional_json(struct values *values, const struct cyt_result *result,
		 const struct cyt_dual *dual)
{
	const struct cyt_evidence *evidence;
	json_t *array = json_array(), *object;
	size_t s, i;

	for (s = 0; s < SIDES; s++)
		for (i = 0; (evidence = cyt_dual_conditional_at(dual, sides[s], i)) != NULL; i++) {
			object = begin_line(values, result, sides[s], evidence);
			values_put(values, object, "condition", value_conditions(values, evidence));
			values_put(values, object, "region",
				   value_region(values, cyt_evidence_region(evidence)));
			values_add(values, array, object);
		}
	return array;
}

static json_t *
facts_json(struct values *values, const struct cyt_result *result, const struct cyt_dual *dual)
{
	const struct cyt_region *region = cyt_dual_facts(dual);
	json_t *object = json_object();

	if (cyt_result_facts(result))
		values_put(values, object, "text", value_text(cyt_result_facts(result)));
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_region_concept(region))));
	values_put(values, object, "region", value_region(values, region));
	return object;
}

static void
dual_put(struct values *values, json_t *object, const struct cyt_result *result,
	 const struct cyt_dual *dual)
{
	const char *basis = cyt_basis_name(cyt_dual_basis(dual));

	values_put(values, object, "verdict", value_text(cyt_duality_name(cyt_dual_verdict(dual))));
	values_put(values, object, "basis", *basis ? value_text(basis) : json_null());
	values_put(values, object, "consulted", value_date(cyt_dual_consulted(dual)));
	values_put(values, object, "facts", facts_json(values, result, dual));
	values_put(values, object, "both", value_region(values, cyt_dual_both(dual)));
	values_put(values, object, "outside", outside_json(values, result, dual));
	values_put(values, object, "supplied_by", supplied_by_json(values, result, dual));
	values_put(values, object, "conditional", conditional_json(values, result, dual));
}

static json_t *
row_json(struct values *values, const struct cyt_result *result, const struct cyt_dual *dual)
{
	const struct cyt_demand *demand = cyt_dual_demand(dual);
	const struct cyt_demand *base = cyt_demand_base(demand);
	json_t *object = json_object();

	values_put(values, object, "article",
		   value_text(cyt_article_id(cyt_demand_article(demand))));
	values_put(values, object, "demand", value_text(cyt_demand_id(demand)));
	if (base)
		values_put(values, object, "extends", value_text(cyt_demand_id(base)));
	dual_put(values, object, result, dual);
	return object;
}

static json_t *
states_json(struct values *values, const struct cyt_result *result)
{
	json_t *array = json_array(), *object;
	size_t s;

	for (s = 0; s < SIDES; s++) {
		object = json_object();
		values_put(values, object, "id", value_text(cyt_result_state(result, sides[s])));
		values_put(values, object, "kind",
			   value_text(cyt_result_state_kind(result, sides[s])));
		values_put(values, object, "title",
			   value_text(cyt_result_state_title(result, sides[s])));
		values_add(values, array, object);
	}
	return array;
}

json_t *
dual_json(struct values *values, const struct cyt_result *result)
{
	json_t *document = result_opening(values, "dual", result), *rows;
	size_t i;

	values_put(values, document, "states", states_json(values, result));
	if (cyt_result_facts(result)) {
		dual_put(values, document, result, cyt_result_dual_at(result, 0));
		return document;
	}
	rows = json_array();
	for (i = 0; i < cyt_result_dual_count(result); i++)
		values_add(values, rows, row_json(values, result, cyt_result_dual_at(result, i)));
	values_put(values, document, "instrument", result_instrument(values, result));
	values_put(values, document, "rows", rows);
	return document;
}

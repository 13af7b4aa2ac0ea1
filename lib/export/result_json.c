/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The findings of a result as JSON values. */
#include "export/result_json.h"

#include <string.h>

#include "export/sink.h"
#include "query/support.h"

/* A verdict, basis or the like; null for the empty name. */
static json_t *
value_name(const char *name)
{
	return name && *name ? value_text(name) : json_null();
}

/* "FIRST/SECOND" */
static json_t *
value_joined(struct values *values, const char *first, const char *second)
{
	struct strbuf buf;

	strbuf_init(&buf, values->hooks);
	strbuf_printf(&buf, "%s/%s", first, second);
	return value_sentence(values, &buf, 0);
}

static const char *
law_id(const struct cyt_law *law)
{
	return law ? cyt_law_id(law) : NULL;
}

static const char *
provision_id(const struct cyt_provision *provision)
{
	return provision ? cyt_provision_id(provision) : NULL;
}

/* Whose provision it is: of a law, or of the instrument that is the subject. */
void
origin_put(struct values *values, json_t *object, const struct cyt_evidence *evidence)
{
	const struct cyt_demand *demand = cyt_evidence_demand(evidence);

	if (demand) {
		const struct cyt_article *article = cyt_demand_article(demand);

		values_put(values, object, "law",
			   value_text(cyt_instrument_id(cyt_article_instrument(article))));
		values_put(values, object, "provision",
			   value_text(cyt_element_attribute(cyt_demand_place(demand), "id")));
		return;
	}
	values_put(values, object, "law", value_text(law_id(cyt_evidence_law(evidence))));
	values_put(values, object, "provision",
		   value_text(provision_id(cyt_evidence_provision(evidence))));
}

static json_t *
value_evidence(struct values *values, const struct cyt_evidence *evidence)
{
	const struct cyt_extend *via = cyt_evidence_via(evidence);
	json_t *object = json_object();

	origin_put(values, object, evidence);
	values_put(values, object, "redundant", json_boolean(cyt_evidence_is_redundant(evidence)));
	if (via)
		values_put(values, object, "via",
			   value_joined(values, cyt_law_id(cyt_extend_law(via)),
					cyt_extend_id(via)));
	return object;
}

json_t *
row_finding_supplied_by(struct values *values, const struct cyt_row_finding *row)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_row_finding_supplied_by_count(row); i++)
		values_add(values, array,
			   value_evidence(values, cyt_row_finding_supplied_by_at(row, i)));
	return array;
}

/* What a reach or a conflict rests on. */
static void
support_put(struct values *values, json_t *object, const struct support *support)
{
	json_t *array = json_array();
	size_t i;

	/* Found now, so that there may be no memory for it. */
	if (!support && !values->err)
		values->err = CYT_ERR_NOMEM;
	for (i = 0; i < support_count(support); i++)
		values_add(values, array, value_evidence(values, support_at(support, i)));
	values_put(values, object, "basis", value_name(cyt_basis_name(support_basis(support))));
	values_put(values, object, "consulted", value_date(support_consulted(support)));
	values_put(values, object, "supplied_by", array);
}

json_t *
value_conditions(struct values *values, const struct cyt_evidence *evidence)
{
	struct strbuf buf;
	const char *condition;
	size_t i;

	strbuf_init(&buf, values->hooks);
	for (i = 0; (condition = cyt_evidence_condition_at(evidence, i)) != NULL; i++) {
		if (i)
			strbuf_add(&buf, "; ");
		strbuf_add(&buf, condition);
	}
	return value_sentence(values, &buf, 0);
}

static json_t *
conditional(struct values *values, const struct cyt_row_finding *row)
{
	json_t *array = json_array(), *object;
	const struct cyt_evidence *evidence;
	size_t i;

	for (i = 0; i < cyt_row_finding_conditional_count(row); i++) {
		evidence = cyt_row_finding_conditional_at(row, i);
		object = json_object();
		origin_put(values, object, evidence);
		values_put(values, object, "condition", value_conditions(values, evidence));
		values_put(values, object, "region",
			   value_region(values, cyt_evidence_region(evidence)));
		values_add(values, array, object);
	}
	return array;
}

static json_t *
options_used(struct values *values, const struct cyt_row_finding *row)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_row_finding_option_used_count(row); i++)
		values_add(values, array,
			   value_text(cyt_way_id(cyt_row_finding_option_used_at(row, i))));
	return array;
}

static json_t *
optional_covered(struct values *values, const struct cyt_row_finding *row)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_row_finding_optional_covered_count(row); i++)
		values_add(values, array,
			   value_text(cyt_way_id(cyt_row_finding_optional_covered_at(row, i))));
	return array;
}

static json_t *
reservations_used(struct values *values, const struct cyt_row_finding *row)
{
	json_t *array = json_array();
	const struct cyt_action *action;
	size_t i;

	for (i = 0; i < cyt_row_finding_reservation_used_count(row); i++) {
		action = cyt_row_finding_reservation_used_at(row, i);
		values_add(values, array,
			   value_joined(values, cyt_state_id(cyt_action_state(action)),
					cyt_action_id(action)));
	}
	return array;
}

static json_t *
any_of_path(struct values *values, const struct cyt_row_finding *row)
{
	json_t *array = json_array();
	uint32_t group, alternative;
	size_t i;

	for (i = 0; i < cyt_row_finding_path_count(row); i++) {
		cyt_row_finding_path_at(row, i, &group, &alternative);
		values_add(values, array,
			   json_pack("[I, I]", (json_int_t)group, (json_int_t)alternative));
	}
	return array;
}

static json_t *
row_sentence(struct values *values, const struct cyt_row_finding *row)
{
	struct strbuf buf;

	strbuf_init(&buf, values->hooks);
	return value_sentence(values, &buf, cyt_row_finding_sentence(row, sink_to_strbuf, &buf));
}

json_t *
row_finding_json(struct values *values, const struct cyt_row_finding *row)
{
	const struct cyt_demand *demand = cyt_row_finding_demand(row);
	const struct cyt_demand *base = demand ? cyt_demand_base(demand) : NULL;
	const struct cyt_region *missing = cyt_row_finding_region(row, CYT_ROW_REGION_MISSING);
	json_t *object = json_object();

	values_put(values, object, "id", value_text(demand ? cyt_demand_id(demand) : NULL));
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_row_finding_concept(row))));
	values_put(values, object, "modality",
		   value_name(demand ? cyt_modality_name(cyt_demand_modality(demand)) : NULL));
	values_put(values, object, "verdict",
		   value_name(cyt_verdict_name(cyt_row_finding_verdict(row))));
	values_put(values, object, "basis", value_name(cyt_basis_name(cyt_row_finding_basis(row))));
	values_put(values, object, "consulted", value_date(cyt_row_finding_consulted(row)));
	values_put(values, object, "supplied_by",
		   row_finding_supplied_by(values, row));
	values_put(values, object, "options_used", options_used(values, row));
	values_put(values, object, "reservations_used", reservations_used(values, row));
	values_put(values, object, "missing", value_region(values, missing));
	values_put(values, object, "conditional", conditional(values, row));
	values_put(values, object, "optional_covered", optional_covered(values, row));
	if (base)
		values_put(values, object, "extends", value_text(cyt_demand_id(base)));
	if (cyt_row_finding_path_count(row))
		values_put(values, object, "any_of", any_of_path(values, row));
	values_put(values, object, "text", row_sentence(values, row));
	return object;
}

static json_t *
inherited_json(struct values *values, const struct cyt_row_finding *row)
{
	const struct cyt_demand *demand = cyt_row_finding_demand(row);
	json_t *object = json_object();

	values_put(values, object, "id", value_text(cyt_demand_id(demand)));
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_demand_concept(demand))));
	values_put(values, object, "verdict",
		   value_name(cyt_verdict_name(cyt_row_finding_verdict(row))));
	return object;
}

void
conflict_put(struct values *values, json_t *object, const struct cyt_conflict *conflict)
{
	struct strbuf buf;
	int err;

	strbuf_init(&buf, values->hooks);
	err = cyt_conflict_sentence(conflict, sink_to_strbuf, &buf);
	values_put(values, object, "id", value_text(cyt_conflict_id(conflict)));
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_conflict_concept(conflict))));
	support_put(values, object, conflict_support(conflict));
	values_put(values, object, "region", value_region(values, cyt_conflict_region(conflict)));
	values_put(values, object, "text", value_sentence(values, &buf, err));
}

json_t *
beyond_json(struct values *values, const struct cyt_beyond *beyond)
{
	json_t *object = json_object(), *silent = json_array();
	const struct cyt_facet *facet;
	enum cyt_concern concern = cyt_beyond_concern(beyond);
	struct strbuf buf;
	size_t i;
	int err;

	if (concern == CYT_CONCERN_UNKNOWN)
		concern = CYT_CONCERN_NONE;
	for (i = 0; (facet = cyt_beyond_by_silence_at(beyond, i)) != NULL; i++)
		values_add(values, silent, value_text(cyt_facet_id(facet)));
	strbuf_init(&buf, values->hooks);
	err = cyt_beyond_sentence(beyond, sink_to_strbuf, &buf);
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_beyond_concept(beyond))));
	values_put(values, object, "concern", value_text(cyt_concern_name(concern)));
	values_put(values, object, "by_silence", silent);
	support_put(values, object, beyond_support(beyond));
	values_put(values, object, "region", value_region(values, cyt_beyond_region(beyond)));
	values_put(values, object, "text", value_sentence(values, &buf, err));
	return object;
}

static json_t *
provision_conflicts(struct values *values, const struct cyt_provision_finding *finding)
{
	json_t *array = json_array(), *object;
	size_t i;

	for (i = 0; i < cyt_provision_finding_conflict_count(finding); i++) {
		object = json_object();
		conflict_put(values, object, cyt_provision_finding_conflict_at(finding, i));
		values_add(values, array, object);
	}
	return array;
}

json_t *
provision_finding_json(struct values *values, const struct cyt_provision_finding *finding)
{
	const struct cyt_article *article = cyt_provision_finding_article(finding);
	json_t *object = json_object(), *rows = json_array(), *inherited = json_array();
	size_t assessed, count, i;

	cyt_provision_finding_assessed(finding, &assessed, &count);
	for (i = 0; i < cyt_provision_finding_row_count(finding); i++)
		values_add(values, rows,
			   row_finding_json(values, cyt_provision_finding_row_at(finding, i)));
	for (i = 0; i < cyt_provision_finding_inherited_count(finding); i++)
		values_add(values, inherited,
			   inherited_json(values, cyt_provision_finding_inherited_at(finding, i)));

	values_put(values, object, "id", value_text(cyt_article_id(article)));
	values_put(values, object, "num", value_name(cyt_article_num(article)));
	values_put(values, object, "kind", value_name(cyt_kind_name(cyt_article_kind(article))));
	values_put(values, object, "title", value_name(cyt_article_title(article, values->lang)));
	values_put(values, object, "verdict",
		   value_name(cyt_verdict_name(cyt_provision_finding_verdict(finding))));
	values_put(values, object, "assessed",
		   json_pack("[I, I]", (json_int_t)assessed, (json_int_t)count));
	values_put(values, object, "conflicts", provision_conflicts(values, finding));
	values_put(values, object, "demands", rows);
	values_put(values, object, "inherited", inherited);
	return object;
}

static json_t *
gap_models(struct values *values, const struct cyt_gap *gap)
{
	const struct cyt_provision *last = NULL, *provision;
	json_t *array = json_array(), *object;
	const struct cyt_evidence *model;
	size_t i;

	for (i = 0; (model = cyt_gap_model_at(gap, i)) != NULL; i++) {
		provision = cyt_evidence_provision(model);
		/* A copy made by an extension follows its original. */
		if (provision && provision == last)
			continue;
		last = provision;
		object = json_object();
		origin_put(values, object, model);
		values_add(values, array, object);
	}
	return array;
}

json_t *
gap_json(struct values *values, const struct cyt_gap *gap)
{
	const struct cyt_row_finding *row = cyt_gap_row(gap);
	const struct cyt_demand *demand = cyt_row_finding_demand(row);
	json_t *object = json_object(), *options = json_array(), *reservable = json_array();
	const struct cyt_region *missing = cyt_row_finding_region(row, CYT_ROW_REGION_MISSING);
	const struct cyt_way *way;
	struct strbuf buf;
	size_t i;
	int err;

	for (i = 0; (way = cyt_gap_option_at(gap, i)) != NULL; i++)
		values_add(values, options, value_text(cyt_way_id(way)));
	for (i = 0; (way = cyt_gap_reservable_at(gap, i)) != NULL; i++)
		values_add(values, reservable, value_text(cyt_way_id(way)));
	strbuf_init(&buf, values->hooks);
	err = cyt_gap_sentence(gap, sink_to_strbuf, &buf);

	values_put(values, object, "article",
		   value_text(cyt_article_id(cyt_demand_article(demand))));
	values_put(values, object, "demand", value_text(cyt_demand_id(demand)));
	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_demand_concept(demand))));
	values_put(values, object, "missing", value_region(values, missing));
	values_put(values, object, "text", value_sentence(values, &buf, err));
	values_put(values, object, "options", options);
	values_put(values, object, "reservable", reservable);
	values_put(values, object, "models", gap_models(values, gap));
	return object;
}

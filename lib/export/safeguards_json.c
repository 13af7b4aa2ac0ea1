/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Powers and their safeguards as JSON. */
#include "export/result_json.h"

/* Of a power itself only whether it is there, and where. */
static json_t *
concept_json(struct values *values, const struct cyt_row_finding *row)
{
	json_t *object = json_object();

	values_put(values, object, "concept",
		   value_text(cyt_concept_id(cyt_row_finding_concept(row))));
	values_put(values, object, "verdict",
		   value_text(cyt_verdict_name(cyt_row_finding_verdict(row))));
	values_put(values, object, "supplied_by", row_finding_supplied_by(values, row));
	return object;
}

static json_t *
power_json(struct values *values, const struct cyt_power_finding *power)
{
	json_t *object = json_object(), *concepts = json_array(), *safeguards = json_array();
	const struct cyt_value *value = cyt_power_finding_value(power);
	const struct cyt_row_finding *row;
	size_t i;

	for (i = 0; (row = cyt_power_finding_concept_at(power, i)) != NULL; i++)
		values_add(values, concepts, concept_json(values, row));
	for (i = 0; (row = cyt_power_finding_safeguard_at(power, i)) != NULL; i++)
		values_add(values, safeguards, row_finding_json(values, row));
	values_put(values, object, "power", value_text(value ? cyt_value_id(value) : NULL));
	values_put(values, object, "held", json_boolean(cyt_power_finding_is_held(power)));
	values_put(values, object, "concepts", concepts);
	values_put(values, object, "safeguards", safeguards);
	return object;
}

json_t *
safeguards_json(struct values *values, const struct cyt_result *result)
{
	json_t *document = result_document(values, "safeguards", result);
	json_t *powers = json_array(), *untied = json_array();
	const struct cyt_power_finding *power;
	const struct cyt_concept *concept;
	size_t i;

	for (i = 0; (power = cyt_result_power_at(result, i)) != NULL; i++)
		values_add(values, powers, power_json(values, power));
	for (i = 0; (concept = cyt_result_untied_at(result, i)) != NULL; i++)
		values_add(values, untied, value_text(cyt_concept_id(concept)));
	values_put(values, document, "powers", powers);
	values_put(values, document, "untied", untied);
	return document;
}

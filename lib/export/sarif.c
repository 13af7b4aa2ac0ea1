/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Diagnostics as a log in SARIF 2.1.0 (OASIS standard, errata 01). */
#include <cybertreaty/export.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "export/values.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define RULE_ID "CYT-%u"
#define RULE_ID_SIZE 16

static const char *
level(const struct cyt_diag *diag)
{
	return cyt_diag_severity(diag) == CYT_SEVERITY_ERROR ? "error" : "warning";
}

static json_t *
rule_id(const struct cyt_diag *diag)
{
	return json_sprintf(RULE_ID, cyt_diag_number(diag));
}

/* The path as a reference (RFC 3986, section 4.2): whole if it is absolute. */
static json_t *
reference(struct values *values, const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
	char *uri = alloc_zero(values->hooks, 3 * strlen(path) + sizeof("file://"), 1), *end = uri;
	json_t *string;

	if (!uri)
		return NULL;
	if (*path == '/')
		end += sprintf(end, "file://");
	for (; *path; path++)
		if (strchr(plain, *path))
			*end++ = *path;
		else
			end += sprintf(end, "%%%02X", (unsigned char)*path);
	string = json_string(uri);
	alloc_free(values->hooks, uri);
	return string;
}

static json_t *
text_object(struct values *values, const char *text)
{
	json_t *object = json_object();

	values_put(values, object, "text", value_text(text));
	return object;
}

static json_t *
location_json(struct values *values, const struct cyt_diag *diag)
{
	json_t *location = json_object(), *place = json_object(), *file = json_object();
	json_t *region = json_object();

	values_put(values, file, "uri", reference(values, cyt_diag_file(diag)));
	values_put(values, place, "artifactLocation", file);
	/* Line 0 is the file as a whole. */
	if (cyt_diag_line(diag)) {
		values_put(values, region, "startLine", json_integer(cyt_diag_line(diag)));
		values_put(values, place, "region", region);
	} else {
		json_decref(region);
	}
	values_put(values, location, "physicalLocation", place);
	return location;
}

static json_t *
result_json(struct values *values, const struct cyt_diag *diag, size_t rule)
{
	json_t *result = json_object(), *locations = json_array();

	values_put(values, result, "ruleId", rule_id(diag));
	values_put(values, result, "ruleIndex", json_integer((json_int_t)rule));
	values_put(values, result, "level", value_text(level(diag)));
	values_put(values, result, "message", text_object(values, cyt_diag_text(diag)));
	if (*cyt_diag_file(diag)) {
		values_add(values, locations, location_json(values, diag));
		values_put(values, result, "locations", locations);
	} else {
		json_decref(locations);
	}
	return result;
}

static json_t *
rule_json(struct values *values, const struct cyt_diag *diag)
{
	json_t *rule = json_object(), *configuration = json_object();
	enum diag_number number = (enum diag_number)cyt_diag_number(diag);

	values_put(values, rule, "id", rule_id(diag));
	values_put(values, rule, "shortDescription", text_object(values, diag_title(number)));
	values_put(values, configuration, "level", value_text(level(diag)));
	values_put(values, rule, "defaultConfiguration", configuration);
	return rule;
}

/* The position of the rule of `diag` among `rules`, where it is added if it is new. */
static size_t
rule_index(struct values *values, json_t *rules, const struct cyt_diag *diag)
{
	size_t i, count = json_array_size(rules);
	char id[RULE_ID_SIZE];
	const char *known;

	/* Without asking for memory: without an id every rule would be new. */
	snprintf(id, sizeof(id), RULE_ID, cyt_diag_number(diag));
	for (i = 0; i < count; i++) {
		known = json_string_value(json_object_get(json_array_get(rules, i), "id"));
		if (known && strcmp(known, id) == 0)
			return i;
	}
	values_add(values, rules, rule_json(values, diag));
	return count;
}

static json_t *
tool_json(struct values *values, json_t *rules)
{
	json_t *tool = json_object(), *driver = json_object();

	values_put(values, driver, "name", value_text("cybertreaty"));
	values_put(values, driver, "semanticVersion", value_text(cyt_version()));
	values_put(values, driver, "rules", rules);
	values_put(values, tool, "driver", driver);
	return tool;
}

static json_t *
run_json(struct values *values, const struct cyt_diags *diags)
{
	json_t *run = json_object(), *rules = json_array(), *results = json_array();
	const struct cyt_diag *diag;
	size_t i;

	for (i = 0; i < cyt_diags_count(diags); i++) {
		diag = cyt_diags_at(diags, i);
		values_add(values, results, result_json(values, diag, rule_index(values, rules, diag)));
	}
	values_put(values, run, "tool", tool_json(values, rules));
	values_put(values, run, "columnKind", value_text("unicodeCodePoints"));
	values_put(values, run, "results", results);
	return run;
}

int
cyt_export_lint_sarif(const struct cyt_diags *diags, cyt_sink sink, void *data)
{
	struct values values = {.hooks = diags_hooks(diags)};
	json_t *document = json_object(), *runs = json_array();

	values_add(&values, runs, run_json(&values, diags));
	values_put(&values, document, "$schema", value_text(SCHEMA));
	values_put(&values, document, "version", value_text("2.1.0"));
	values_put(&values, document, "runs", runs);
	return values_write(&values, document, sink, data);
}

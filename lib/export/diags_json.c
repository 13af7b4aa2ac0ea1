/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Diagnostics as JSON. */
#include <cybertreaty/export.h>

#include "base/diag.h"
#include "export/values.h"

static const char *
severity_name(enum cyt_severity severity)
{
	return severity == CYT_SEVERITY_ERROR ? "error" : "warning";
}

static const char *
class_name(enum cyt_diag_class class_)
{
	switch (class_) {
	case CYT_DIAG_FILE:
		return "file";
	case CYT_DIAG_GRAMMAR:
		return "grammar";
	case CYT_DIAG_MEANING:
		return "meaning";
	case CYT_DIAG_LINT:
		return "lint";
	default:
		return NULL;
	}
}

static json_t *
diag_json(struct values *values, const struct cyt_diag *diag)
{
	json_t *object = json_object();

	values_put(values, object, "number", json_integer(cyt_diag_number(diag)));
	values_put(values, object, "severity",
		   value_text(severity_name(cyt_diag_severity(diag))));
	values_put(values, object, "class", value_text(class_name(cyt_diag_class(diag))));
	values_put(values, object, "file", value_text(cyt_diag_file(diag)));
	values_put(values, object, "line", json_integer(cyt_diag_line(diag)));
	values_put(values, object, "text", value_text(cyt_diag_text(diag)));
	return object;
}

int
cyt_export_diags_json(const struct cyt_diags *diags, cyt_sink sink, void *data)
{
	struct values values = {.hooks = diags_hooks(diags)};
	json_t *document = json_object(), *array = json_array();
	size_t count = cyt_diags_count(diags), errors = cyt_diags_error_count(diags), i;

	for (i = 0; i < count; i++)
		values_add(&values, array, diag_json(&values, cyt_diags_at(diags, i)));
	values_put(&values, document, "format", value_text("cybertreaty.lint/1"));
	values_put(&values, document, "errors", json_integer((json_int_t)errors));
	values_put(&values, document, "warnings", json_integer((json_int_t)(count - errors)));
	values_put(&values, document, "diagnostics", array);
	return values_write(&values, document, sink, data);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Diagnostics as JSON, with the counts of what the instruments hold. */
#include <cybertreaty/export.h>

#include <string.h>

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

static json_t *
unknown_json(struct values *values, const struct cyt_instrument *instrument)
{
	json_t *array = json_array();
	const struct cyt_article *article;
	const char *text;
	size_t i;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		article = cyt_instrument_article_at(instrument, i);
		text = cyt_element_attribute(cyt_article_element(article), "paragraphs");
		if (text && strcmp(text, "unknown") == 0)
			values_add(values, array, value_text(cyt_article_id(article)));
	}
	return array;
}

static json_t *
tally_json(struct values *values, const struct cyt_instrument *instrument)
{
	static const char *const names[][2] = {
		{"articles", "article"},   {"paragraphs", "paragraph"},
		{"points", "point"},       {"demands", "demand"},
		{"options", "option"},     {"reservables", "reservable"},
		{"forbids", "forbid"},
	};
	const struct cyt_element *element = cyt_instrument_element(instrument);
	json_t *object = json_object();
	size_t i;

	values_put(values, object, "id", value_text(cyt_instrument_id(instrument)));
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		values_put(values, object, names[i][0],
			   json_integer((json_int_t)cyt_element_count(element, names[i][1])));
	values_put(values, object, "unknown", unknown_json(values, instrument));
	return object;
}

static json_t *
tallies_json(struct values *values, const struct cyt_corpus *corpus)
{
	const struct cyt_instrument *instrument;
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_corpus_instrument_count(corpus); i++) {
		instrument = cyt_corpus_instrument_at(corpus, i);
		values_add(values, array, tally_json(values, instrument));
	}
	return array;
}

int
cyt_export_lint_json(const struct cyt_diags *diags, const struct cyt_corpus *corpus, cyt_sink sink,
		     void *data)
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
	if (corpus)
		values_put(&values, document, "instruments", tallies_json(&values, corpus));
	return values_write(&values, document, sink, data);
}

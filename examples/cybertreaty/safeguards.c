/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* safeguards: what stands by each power. */
#include <string.h>

#include "app.h"
#include "groups.h"
#include "wording.h"

static bool
is_had(const struct cyt_row_finding *row)
{
	return cyt_row_finding_verdict(row) != CYT_VERDICT_NONE &&
	       cyt_row_finding_verdict(row) != CYT_VERDICT_NOT_ASSESSED;
}

static void
print_head(struct app *app, const struct cyt_power_finding *power)
{
	const struct cyt_value *value = cyt_power_finding_value(power);
	struct words labels = {0};
	struct buffer line = {0};
	const struct cyt_row_finding *row;
	size_t i;

	text_line(&app->text);
	text_fill(&app->text, 0, 2, STYLE_BOLD,
		  value ? value_label(app->tongue, value)
			: say(app->tongue, SAY_NO_POWER_IN_PARTICULAR));
	for (i = 0; (row = cyt_power_finding_concept_at(power, i)) != NULL; i++)
		if (is_had(row))
			words_add(&labels, concept_label(app->tongue, cyt_row_finding_concept(row)));
	if (labels.count) {
		buffer_add(&line, say(app->tongue, SAY_THE_POWER));
		joined_labels(app->tongue, &labels, &line);
		buffer_add(&line, ".");
		text_paragraph(&app->text, 2, line.text);
	}
	words_release(&labels);
	buffer_release(&line);
}

/* Safeguards of one verdict: what was found, or only which they are where nothing was. */
static void
print_verdict(struct app *app, const struct cyt_power_finding *power, enum cyt_verdict verdict)
{
	struct buffer word = {0}, line = {0}, sentence = {0};
	struct words labels = {0};
	struct groups groups = {.tongue = app->tongue};
	struct saying saying = {.standing = ""};
	const struct cyt_row_finding *row;
	size_t i;

	for (i = 0; (row = cyt_power_finding_safeguard_at(power, i)) != NULL; i++) {
		if (cyt_row_finding_verdict(row) != verdict)
			continue;
		if (!is_had(row)) {
			words_add(&labels, concept_label(app->tongue, cyt_row_finding_concept(row)));
			continue;
		}
		buffer_release(&sentence);
		cyt_row_finding_sentence(row, buffer_sink, &sentence);
		saying.concept = cyt_row_finding_concept(row);
		saying.sentence = buffer_text(&sentence);
		groups_add(&groups, &saying);
	}
	buffer_printf(&word, "  %s", verdict_word(app->tongue, verdict));
	if (labels.count) {
		joined_labels(app->tongue, &labels, &line);
		text_columns(&app->text, word.text, 23, line.text);
	}
	for (i = 0; i < groups.count; i++) {
		buffer_release(&line);
		group_sentence(&groups.at[i], false, &line);
		text_columns(&app->text, i ? "" : word.text, 23, line.text);
	}
	words_release(&labels);
	groups_release(&groups);
	buffer_release(&word);
	buffer_release(&line);
	buffer_release(&sentence);
}

static void
print_power(struct app *app, const struct cyt_power_finding *power)
{
	size_t i;

	print_head(app, power);
	if (!cyt_power_finding_safeguard_at(power, 0))
		text_paragraph(&app->text, 2, say(app->tongue, SAY_NO_SAFEGUARD));
	for (i = 0; i < sizeof(verdict_order) / sizeof(*verdict_order); i++)
		print_verdict(app, power, verdict_order[i]);
}

static bool
was_looked_for(const struct cyt_power_finding *power)
{
	const struct cyt_row_finding *row;
	size_t i;

	for (i = 0; (row = cyt_power_finding_concept_at(power, i)) != NULL; i++)
		if (cyt_row_finding_verdict(row) == CYT_VERDICT_NOT_ASSESSED)
			return false;
	return true;
}

/* Powers that are not there, or that nobody has looked for. */
static void
print_absent(struct app *app, const struct cyt_result *result, bool looked, enum say opening)
{
	const struct cyt_power_finding *power;
	struct buffer line = {0};
	size_t i;

	for (i = 0; (power = cyt_result_power_at(result, i)) != NULL; i++)
		if (!cyt_power_finding_is_held(power) && was_looked_for(power) == looked)
			buffer_printf(&line, "%s%s", line.length ? "; " : say(app->tongue, opening),
				      value_label(app->tongue, cyt_power_finding_value(power)));
	if (line.length) {
		buffer_add(&line, ".");
		text_line(&app->text);
		text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	}
	buffer_release(&line);
}

static void
print_untied(struct app *app, const struct cyt_result *result)
{
	const struct cyt_concept *concept;
	struct buffer line = {0};
	size_t i;

	for (i = 0; (concept = cyt_result_untied_at(result, i)) != NULL; i++)
		buffer_printf(&line, "%s%s",
			      i ? "; " : say(app->tongue, SAY_UNTIED_POWERS),
			      concept_label(app->tongue, concept));
	if (i) {
		buffer_add(&line, ".");
		text_line(&app->text);
		text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	}
	buffer_release(&line);
}

static void
print_legend(struct app *app, const struct cyt_result *result)
{
	bool used[CYT_VERDICT_FULL + 1] = {false};
	const struct cyt_power_finding *power;
	const struct cyt_row_finding *row;
	size_t i, k;

	for (i = 0; (power = cyt_result_power_at(result, i)) != NULL; i++)
		for (k = 0; (row = cyt_power_finding_safeguard_at(power, k)) != NULL; k++)
			used[cyt_row_finding_verdict(row)] = true;
	verdict_legend(app->tongue, &app->text, used);
}

static void
print_heading(struct app *app, const struct cyt_result *result)
{
	if (cyt_result_instrument(result))
		question_heading(app, SAY_POWERS_BY, result);
	else
		question_heading(app, SAY_POWERS, result);
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	const struct cyt_power_finding *power;
	bool any = false;
	size_t i;

	print_heading(app, result);
	for (i = 0; (power = cyt_result_power_at(result, i)) != NULL; i++)
		if (cyt_power_finding_is_held(power)) {
			print_power(app, power);
			any = true;
		}
	if (!any) {
		text_line(&app->text);
		text_fill(&app->text, 0, 0, STYLE_PLAIN,
			  say(app->tongue, SAY_NO_POWER));
	}
	print_absent(app, result, true, SAY_POWERS_ABSENT);
	print_absent(app, result, false, SAY_POWERS_UNKNOWN);
	print_untied(app, result);
	if (any)
		print_legend(app, result);
	question_footing(app);
}

static int
safeguards_status(const struct app *app, const struct cyt_result *result)
{
	const struct cyt_power_finding *power;
	const struct cyt_row_finding *row;
	size_t i, k;

	for (i = 0; app->options.check && (power = cyt_result_power_at(result, i)) != NULL; i++)
		for (k = 0; (row = cyt_power_finding_safeguard_at(power, k)) != NULL; k++)
			if (cyt_row_finding_verdict(row) < CYT_VERDICT_FULL_BY_RESERVATION)
				return STATUS_FOUND;
	return STATUS_ANSWERED;
}

static int
ask(struct app *app, struct cyt_result **out)
{
	const char *subject = app->options.arguments.at[0], *against = app->options.against;
	struct cyt_terms *terms = NULL;
	int status = corpus_load(app, NULL), err;

	if (!status && against)
		status = question_check_instrument(app, against);
	if (!status)
		status = question_check_subject(app, subject, NAMES_ANY);
	if (status)
		return status;
	err = question_terms(app, &terms);
	if (err == 0)
		err = cyt_query_safeguards(app->corpus, subject, against, terms, out);
	cyt_terms_free(terms);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
safeguards_run(struct app *app)
{
	struct cyt_result *result;
	int status = ask(app, &result);

	return status ? status : question_answer(app, result, print_all, safeguards_status);
}

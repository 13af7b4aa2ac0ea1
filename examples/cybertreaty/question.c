/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What coverage, gaps and beyond have in common: asking, heading, footing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"

int
question_check_subject(const struct app *app, const char *subject, unsigned likely)
{
	struct buffer part = {0};
	int status = 0;
	size_t length;

	for (; !status; subject += length + 1) {
		length = strcspn(subject, "+");
		buffer_release(&part);
		buffer_addn(&part, subject, length);
		if (!names_has(app->corpus, NAMES_ANY, buffer_text(&part)))
			status = names_unknown(app->corpus, likely, "law, instrument or jurisdiction",
					       buffer_text(&part));
		if (!subject[length])
			break;
	}
	buffer_release(&part);
	return status;
}

int
question_check_instrument(const struct app *app, const char *id)
{
	if (cyt_corpus_instrument_find(app->corpus, id))
		return 0;
	return names_unknown(app->corpus, NAMES_INSTRUMENT, "instrument", id);
}

static int
check_names(const struct app *app)
{
	int status = question_check_instrument(app, app->options.against);

	return status ? status : question_check_subject(app, app->options.arguments.at[0], NAMES_ANY);
}

int
question_terms(const struct app *app, struct cyt_terms **out)
{
	size_t i;
	int err;

	err = cyt_terms_new(app->ctx, app->as_at, out);
	for (i = 0; i < app->laws.count && err == 0; i++)
		err = cyt_terms_add_law(*out, app->laws.at[i]);
	if (err == 0)
		err = cyt_terms_set_lang(*out, app->options.lang);
	if (err == 0 && app->basis != CYT_BASIS_UNKNOWN)
		err = cyt_terms_set_basis(*out, app->basis);
	return err;
}

static int
ask_now(const struct app *app, question ask, struct cyt_result **out)
{
	struct cyt_terms *terms = NULL;
	int err = question_terms(app, &terms);

	if (err == 0)
		err = ask(app->corpus, app->options.arguments.at[0], app->options.against, terms,
			  out);
	cyt_terms_free(terms);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
question_ask(struct app *app, question ask, struct cyt_result **out)
{
	int status;

	*out = NULL;
	if (!app->options.against)
		return trouble("'%s' wants --against INSTRUMENT", app->options.command->name);
	status = corpus_load(app, NULL);
	if (!status)
		status = check_names(app);
	return status ? status : ask_now(app, ask, out);
}

/* The coverage by what is there without --with. */
static int
ask_before(struct app *app, struct cyt_result **out)
{
	struct cyt_corpus *before = NULL;
	struct app plain = *app;
	int status = corpus_load_without(app, &before);

	*out = NULL;
	plain.corpus = before;
	memset(&plain.laws, 0, sizeof(plain.laws));
	if (!status)
		status = check_names(&plain);
	if (!status)
		status = ask_now(&plain, cyt_query_coverage, out);
	cyt_corpus_unref(before);
	return status;
}

int
question_ask_diff(struct app *app, struct cyt_result **out)
{
	struct cyt_result *before = NULL, *after = NULL;
	int status = question_ask(app, cyt_query_coverage, &after), err;

	*out = NULL;
	if (!status)
		status = ask_before(app, &before);
	if (!status) {
		err = cyt_query_diff(before, after, out);
		status = err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
	}
	cyt_result_unref(before);
	cyt_result_unref(after);
	return status;
}

static int
export_html(struct app *app, const struct cyt_result *result)
{
	struct buffer installed = {0};
	const char *style = app->options.style;
	int status = 0, err;

	if (!style) {
		status = corpus_installed("report/report.xsl", &installed);
		style = installed.text;
	}
	if (!status) {
		err = cyt_export_report_html(result, style, app->diags, buffer_sink, &app->text.out);
		if (err == CYT_ERR_DATA)
			corpus_print_diags(app);
		if (err < 0)
			status = trouble("no page was made: %s", cyt_strerror(err));
	}
	buffer_release(&installed);
	return status;
}

bool
question_is_exported(const struct app *app)
{
	return app->json || app->csv || app->xml || app->html;
}

int
question_export(struct app *app, const struct cyt_result *result)
{
	struct buffer *out = &app->text.out;
	int err;

	if (app->html)
		return export_html(app, result);
	if (app->json)
		err = cyt_export_json(result, buffer_sink, out);
	else if (app->csv)
		err = cyt_export_csv(result, buffer_sink, out);
	else
		err = cyt_export_report_xml(result, buffer_sink, out);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
question_answer(struct app *app, struct cyt_result *result, question_printer *print,
		question_judge *judge)
{
	int status = 0;

	if (question_is_exported(app))
		status = question_export(app, result);
	else
		print(app, result);
	if (!status && judge)
		status = judge(app, result);
	cyt_result_unref(result);
	return status;
}

int
question_status(struct app *app)
{
	struct cyt_result *result;
	int status;

	if (!app->options.check)
		return STATUS_ANSWERED;
	status = ask_now(app, cyt_query_coverage, &result);
	if (status)
		return status;
	if (cyt_result_total(result, CYT_MODALITY_SHALL, CYT_VERDICT_PARTIAL) ||
	    cyt_result_total(result, CYT_MODALITY_SHALL, CYT_VERDICT_NONE) ||
	    cyt_result_total(result, CYT_MODALITY_SHALL, CYT_VERDICT_NOT_ASSESSED))
		status = STATUS_FOUND;
	cyt_result_unref(result);
	return status;
}

#define DIGEST_SHOWN 19 /* "sha256:" and twelve digits tell corpora apart */

static void
add_corpus(const struct app *app, struct buffer *out)
{
	char date[CYT_DATE_SIZE];

	cyt_date_format(cyt_corpus_date(app->corpus), date);
	say_to(out, app->tongue, SAY_CORPUS_OF, *date ? date : say(app->tongue, SAY_NO_KNOWN_DATE),
	       DIGEST_SHOWN, cyt_corpus_digest(app->corpus));
}

/* In a language without words of its own the answer says so. */
static void
print_language(struct app *app)
{
	struct buffer line = {0};

	if (tongue_speaks(app->tongue))
		return;
	say_to(&line, app->tongue, SAY_NO_SENTENCES, app->tongue->lang);
	text_fill(&app->text, 0, 2, STYLE_DIM, line.text);
	buffer_release(&line);
}

void
corpus_line(struct app *app)
{
	struct buffer line = {0};

	buffer_add(&line, say(app->tongue, SAY_FROM_THE));
	add_corpus(app, &line);
	buffer_add(&line, ".");
	text_fill(&app->text, 0, 0, STYLE_DIM, line.text);
	buffer_release(&line);
	print_language(app);
}

static void
print_with(struct app *app, const struct cyt_result *result)
{
	struct buffer line = {0};
	const struct cyt_law *law;
	const char *id;
	size_t i;

	for (i = 0; (id = cyt_result_with_at(result, i)) != NULL; i++) {
		law = cyt_corpus_law_find(app->corpus, id);
		buffer_printf(&line, "%s%s", i ? "; " : say(app->tongue, SAY_AS_IF_IN_FORCE),
			      law ? law_title(app->tongue, law) : id);
	}
	if (i)
		text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
	for (i = 0; i < app->actions.count; i++)
		buffer_printf(&line, "%s%s", i ? "; " : say(app->tongue, SAY_AS_IF_DONE),
			      app->actions.at[i]);
	if (i)
		text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

static const char *
side_title(const struct app *app, const struct cyt_result *result, enum cyt_side side)
{
	return subject_title(app->tongue, app->corpus, cyt_result_state(result, side),
			     cyt_result_state_title(result, side));
}

const char *
holder_title(const struct app *app, const struct cyt_holder *holder)
{
	return subject_title(app->tongue, app->corpus, cyt_holder_subject(holder),
			     cyt_holder_title(holder));
}

void
question_heading(struct app *app, enum say what, const struct cyt_result *result)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	struct buffer line = {0};

	if (cyt_result_state(result, CYT_SIDE_FIRST))
		say_to(&line, app->tongue, SAY_OF_TWO, side_title(app, result, CYT_SIDE_FIRST),
		       side_title(app, result, CYT_SIDE_SECOND));
	else
		buffer_add(&line, subject_title(app->tongue, app->corpus,
						cyt_result_subject(result),
						cyt_result_subject_title(result)));
	text_fill(&app->text, 0, 0, STYLE_BOLD, line.text);
	buffer_release(&line);
	buffer_add(&line, say(app->tongue, what));
	if (instrument)
		buffer_printf(&line, " %s", instrument_title(app->tongue, instrument));
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
	question_terms_line(app, result);
}

void
question_terms_line(struct app *app, const struct cyt_result *result)
{
	struct buffer line = {0};
	char date[CYT_DATE_SIZE];

	print_with(app, result);
	cyt_date_format(cyt_result_as_at(result), date);
	say_to(&line, app->tongue, SAY_AS_AT, date);
	add_corpus(app, &line);
	if (app->basis == CYT_BASIS_TEXT)
		buffer_add(&line, say(app->tongue, SAY_ONLY_TEXT));
	if (app->basis == CYT_BASIS_SECONDARY)
		buffer_add(&line, say(app->tongue, SAY_ONLY_SECONDARY));
	buffer_add(&line, ".");
	text_fill(&app->text, 0, 2, STYLE_DIM, line.text);
	buffer_release(&line);
	print_language(app);
}

void
question_footing(struct app *app)
{
	text_line(&app->text);
	text_fill(&app->text, 0, 0, STYLE_DIM, say(app->tongue, SAY_FOOTING));
}

void
question_notes(struct app *app, const struct cyt_result *result)
{
	const struct cyt_state *state = cyt_corpus_state_find(app->corpus, cyt_result_subject(result));
	const struct cyt_element *child = state ? cyt_element_first(cyt_state_element(state)) : NULL;
	const char *lang;
	bool any = false;

	for (; child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "note") != 0)
			continue;
		if (!any) {
			text_line(&app->text);
			text_fill(&app->text, 0, 0, STYLE_BOLD, say(app->tongue, SAY_NOTES_ON_STATE));
		}
		any = true;
		lang = cyt_element_attribute(child, "xml:lang");
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_PLAIN,
			  marked(app->tongue, cyt_element_text(child), lang ? lang : ""));
	}
}

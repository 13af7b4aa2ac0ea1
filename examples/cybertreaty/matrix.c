/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* matrix: the verdicts of everybody on every article. */
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "wording.h"

#define NAMES 25 /* columns that the names of subjects take */

/* Articles on which anybody has a verdict. */
struct columns {
	size_t *articles;
	size_t count, width;
	bool used[CYT_VERDICT_FULL + 1];
};

static const char *
number_of(const struct cyt_article *article)
{
	return *cyt_article_num(article) ? cyt_article_num(article) : cyt_article_id(article);
}

static void
find_columns(const struct app *app, const struct cyt_result *result, struct columns *out)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	size_t count = cyt_instrument_article_count(instrument), i, k, width;
	const struct cyt_holder *holder;
	bool any;

	memset(out, 0, sizeof(*out));
	out->articles = grow(NULL, count + 1, sizeof(*out->articles));
	out->width = text_width(verdict_mark(app->tongue, CYT_VERDICT_FULL)) + 1;
	for (k = 0; k < count; k++) {
		any = false;
		for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++) {
			out->used[cyt_holder_verdict_at(holder, k)] = true;
			any |= cyt_holder_verdict_at(holder, k) != CYT_VERDICT_UNKNOWN;
		}
		if (!any)
			continue;
		out->articles[out->count++] = k;
		width = text_width(number_of(cyt_instrument_article_at(instrument, k))) + 1;
		out->width = width > out->width ? width : out->width;
	}
}

static void
print_cell(struct app *app, const struct columns *columns, enum style style, const char *words)
{
	text_space(&app->text, columns->width - text_width(words));
	text_put(&app->text, style, words);
}

/* A name that is too long has a line of its own. */
static void
print_name(struct app *app, const char *name)
{
	if (text_width(name) < NAMES) {
		text_put(&app->text, STYLE_BOLD, name);
		text_space(&app->text, NAMES - text_width(name));
		return;
	}
	text_fill(&app->text, 0, 2, STYLE_BOLD, name);
	text_space(&app->text, NAMES);
}

/* With the id by which it can be asked for, and by which the rows are in order. */
static void
print_holder(struct app *app, const struct cyt_holder *holder)
{
	struct buffer name = {0};

	if (strcmp(cyt_holder_kind(holder), "law") != 0)
		buffer_printf(&name, "%s ", cyt_holder_subject(holder));
	buffer_add(&name, holder_title(app, holder));
	print_name(app, name.text);
	buffer_release(&name);
}

static void
print_block(struct app *app, const struct cyt_result *result, const struct columns *columns,
	    size_t first, size_t end)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	const struct cyt_holder *holder;
	enum cyt_verdict verdict;
	size_t i, k;

	text_line(&app->text);
	print_name(app, say(app->tongue, SAY_ARTICLE_COLUMN));
	for (k = first; k < end; k++)
		print_cell(app, columns, STYLE_BOLD,
			   number_of(cyt_instrument_article_at(instrument,
							       columns->articles[k])));
	text_line(&app->text);
	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++) {
		print_holder(app, holder);
		for (k = first; k < end; k++) {
			verdict = cyt_holder_verdict_at(holder, columns->articles[k]);
			print_cell(app, columns, verdict_style(verdict), verdict_mark(app->tongue, verdict));
		}
		text_line(&app->text);
	}
}

static void
print_blocks(struct app *app, const struct cyt_result *result, const struct columns *columns)
{
	size_t room = columns->width < TEXT_WIDTH - NAMES
			      ? (TEXT_WIDTH - NAMES) / columns->width
			      : 1;
	size_t first, end;

	for (first = 0; first < columns->count; first = end) {
		end = first + room < columns->count ? first + room : columns->count;
		print_block(app, result, columns, first, end);
	}
}

static void
print_articles(struct app *app, const struct cyt_result *result, const struct columns *columns)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	const struct cyt_article *article;
	struct buffer number = {0};
	size_t k;

	text_line(&app->text);
	for (k = 0; k < columns->count; k++) {
		article = cyt_instrument_article_at(instrument, columns->articles[k]);
		buffer_release(&number);
		buffer_printf(&number, "  %s", number_of(article));
		text_columns(&app->text, number.text, 3 + columns->width,
			     article_title(app->tongue, article));
	}
	buffer_release(&number);
}

static void
print_legend(struct app *app, const struct columns *columns)
{
	struct buffer line = {0};
	size_t i;

	text_line(&app->text);
	for (i = 0; i < sizeof(verdict_order) / sizeof(*verdict_order); i++) {
		if (!columns->used[verdict_order[i]])
			continue;
		buffer_release(&line);
		buffer_printf(&line, "%s: %s", verdict_word(app->tongue, verdict_order[i]),
			      verdict_meaning(app->tongue, verdict_order[i]));
		text_space(&app->text, 2);
		print_cell(app, columns, verdict_style(verdict_order[i]),
			   verdict_mark(app->tongue, verdict_order[i]));
		text_space(&app->text, 2);
		text_fill(&app->text, 4 + columns->width, 4 + columns->width, STYLE_PLAIN,
			  line.text);
	}
	buffer_release(&line);
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	struct columns columns;

	find_columns(app, result, &columns);
	text_fill(&app->text, 0, 0, STYLE_BOLD,
		  instrument_title(app->tongue, instrument));
	question_terms_line(app, result);
	print_blocks(app, result, &columns);
	if (columns.count) {
		print_articles(app, result, &columns);
		print_legend(app, &columns);
	} else {
		text_line(&app->text);
		text_fill(&app->text, 0, 0, STYLE_PLAIN, say(app->tongue, SAY_NO_VERDICTS));
	}
	question_footing(app);
	free(columns.articles);
}

static int
matrix_status(const struct app *app, const struct cyt_result *result)
{
	size_t count = cyt_instrument_article_count(cyt_result_instrument(result)), i, k;
	const struct cyt_holder *holder;
	enum cyt_verdict verdict;

	for (i = 0; app->options.check && (holder = cyt_result_holder_at(result, i)) != NULL; i++)
		for (k = 0; k < count; k++) {
			verdict = cyt_holder_verdict_at(holder, k);
			if (verdict != CYT_VERDICT_UNKNOWN &&
			    verdict < CYT_VERDICT_FULL_BY_RESERVATION)
				return STATUS_FOUND;
		}
	return STATUS_ANSWERED;
}

static int
read_by(const struct app *app, enum cyt_matrix_by *out)
{
	const char *by = app->options.by;

	*out = CYT_MATRIX_BY_JURISDICTION;
	if (!by || strcmp(by, "jurisdiction") == 0)
		return 0;
	*out = CYT_MATRIX_BY_LAW;
	return strcmp(by, "law") == 0 ? 0 : trouble("--by is jurisdiction or law, not '%s'", by);
}

static int
ask(struct app *app, struct cyt_result **out)
{
	struct cyt_terms *terms = NULL;
	enum cyt_matrix_by by;
	int status = read_by(app, &by), err;

	if (!status)
		status = corpus_load(app, NULL);
	if (!status)
		status = question_check_instrument(app, app->options.against);
	if (status)
		return status;
	err = question_terms(app, &terms);
	if (err == 0)
		err = cyt_query_matrix(app->corpus, app->options.against, by, terms, out);
	cyt_terms_free(terms);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
matrix_run(struct app *app)
{
	struct cyt_result *result;
	int status;

	if (app->options.arguments.count)
		return trouble("'matrix' is about everybody and does not know what to do with '%s'",
			       app->options.arguments.at[0]);
	if (!app->options.against)
		return trouble("'matrix' wants --against INSTRUMENT");
	status = ask(app, &result);
	return status ? status : question_answer(app, result, print_all, matrix_status);
}

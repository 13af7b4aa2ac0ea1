/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* diff: what a bill or an action would change. */
#include <string.h>

#include "app.h"
#include "groups.h"
#include "wording.h"

#define ARROW "\xe2\x86\x92"

static enum cyt_verdict
verdict_of(const struct cyt_provision_finding *finding)
{
	return finding ? cyt_provision_finding_verdict(finding) : CYT_VERDICT_UNKNOWN;
}

static const struct cyt_article *
article_of(const struct cyt_change *change)
{
	const struct cyt_provision_finding *after = cyt_change_after(change);

	return cyt_provision_finding_article(after ? after : cyt_change_before(change));
}

static void
print_article(struct app *app, const struct cyt_change *change)
{
	enum cyt_verdict before = verdict_of(cyt_change_before(change));
	enum cyt_verdict after = verdict_of(cyt_change_after(change));
	const struct cyt_article *article = article_of(change);
	struct buffer head = {0}, verdict = {0};

	article_name(app->tongue, article, &head);
	if (before == after)
		say_to(&verdict, app->tongue, SAY_AS_BEFORE, verdict_word(app->tongue, after));
	else
		buffer_printf(&verdict, "%s " ARROW " %s", verdict_word(app->tongue, before),
			      verdict_word(app->tongue, after));
	text_line(&app->text);
	text_leader(&app->text, head.text,
		    *cyt_article_num(article) ? article_title(app->tongue, article) : "",
		    verdict_style(after), verdict.text, STYLE_DIM, "");
	buffer_release(&head);
	buffer_release(&verdict);
}

static void
group_rows(const struct cyt_change *change, struct groups *out)
{
	struct saying saying = {.standing = NULL};
	const struct cyt_row_change *row;
	struct buffer sentence = {0};
	size_t i;

	for (i = 0; (row = cyt_change_row_at(change, i)) != NULL; i++) {
		saying.row = cyt_row_change_after(row);
		if (!saying.row)
			saying.row = cyt_row_change_before(row);
		saying.demand = cyt_row_finding_demand(saying.row);
		saying.concept = cyt_demand_concept(saying.demand);
		buffer_release(&sentence);
		cyt_row_change_sentence(row, buffer_sink, &sentence);
		saying.sentence = buffer_text(&sentence);
		groups_add(out, &saying);
	}
	buffer_release(&sentence);
}

static void
print_change(struct app *app, const struct cyt_change *change)
{
	struct groups groups = {.tongue = app->tongue};
	size_t i;

	print_article(app, change);
	group_rows(change, &groups);
	for (i = 0; i < groups.count; i++)
		group_print(&groups.at[i], groups.count == 1, &app->text);
	groups_release(&groups);
}

static void
add_totals(const struct app *app, const struct cyt_result *result, struct buffer *out)
{
	size_t count, said = 0, i;

	for (i = 0; i < sizeof(verdict_order) / sizeof(*verdict_order); i++) {
		count = cyt_result_total(result, CYT_MODALITY_SHALL, verdict_order[i]);
		if (count)
			buffer_printf(out, "%s%zu %s", said++ ? ", " : "", count,
				      verdict_word(app->tongue, verdict_order[i]));
	}
	buffer_printf(out, "%s.", said ? "" : say(app->tongue, SAY_NONE));
}

static void
print_totals(struct app *app, const struct cyt_result *result)
{
	struct buffer line = {0};

	text_line(&app->text);
	buffer_add(&line, say(app->tongue, SAY_BINDING_BEFORE));
	add_totals(app, cyt_result_before(result), &line);
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
	buffer_add(&line, say(app->tongue, SAY_BINDING_AFTER));
	add_totals(app, cyt_result_after(result), &line);
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	size_t count = cyt_result_change_count(result), i;

	question_heading(app, SAY_CHANGE_IN_COVERAGE_OF, result);
	for (i = 0; i < count; i++)
		print_change(app, cyt_result_change_at(result, i));
	if (!count) {
		text_line(&app->text);
		text_fill(&app->text, 0, 0, STYLE_PLAIN,
			  say(app->tongue, SAY_NO_CHANGE));
	}
	print_totals(app, result);
	question_footing(app);
}

int
diff_run(struct app *app)
{
	struct cyt_result *result;
	int status;

	if (!app->options.with.count)
		return trouble("'diff' wants --with X: a bill, a file or an action");
	status = question_ask_diff(app, &result);
	if (!status)
		status = question_answer(app, result, print_all, NULL);
	return status ? status : question_status(app);
}

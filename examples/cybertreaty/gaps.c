/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* gaps: the drafter's list. */
#include <string.h>

#include "app.h"
#include "groups.h"
#include "wording.h"

static void
print_article(struct app *app, const struct cyt_article *article)
{
	struct buffer head = {0};

	article_name(app->tongue, article, &head);
	text_line(&app->text);
	if (*cyt_article_num(article))
		buffer_printf(&head, "  %s", article_title(app->tongue, article));
	text_fill(&app->text, 0, 2, STYLE_BOLD, head.text);
	buffer_release(&head);
}

/* The gaps of one article from `first` on; returns the first of the next. */
static size_t
group_article(const struct cyt_result *result, size_t first, struct groups *out)
{
	const struct cyt_article *article = NULL;
	struct saying saying = {.standing = NULL};
	struct buffer sentence = {0};
	size_t i;

	for (i = first; i < cyt_result_gap_count(result); i++) {
		saying.row = cyt_gap_row(cyt_result_gap_at(result, i));
		saying.demand = cyt_row_finding_demand(saying.row);
		if (article && cyt_demand_article(saying.demand) != article)
			break;
		article = cyt_demand_article(saying.demand);
		buffer_release(&sentence);
		cyt_gap_sentence(cyt_result_gap_at(result, i), buffer_sink, &sentence);
		saying.concept = cyt_demand_concept(saying.demand);
		saying.sentence = buffer_text(&sentence);
		groups_add(out, &saying);
	}
	buffer_release(&sentence);
	return i;
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	size_t count = cyt_result_gap_count(result), first, next, i;
	struct groups groups = {.tongue = app->tongue};

	question_heading(app, SAY_MISSING_OF, result);
	for (first = 0; first < count; first = next) {
		next = group_article(result, first, &groups);
		print_article(app, cyt_demand_article(groups.at[0].demands[0]));
		for (i = 0; i < groups.count; i++)
			group_print(&groups.at[i], groups.count == 1, &app->text);
		groups_release(&groups);
	}
	text_line(&app->text);
	text_fill(&app->text, 0, 0, STYLE_PLAIN,
		  say(app->tongue, count ? SAY_SEE_COVERAGE : SAY_NOTHING_MISSING));
	question_notes(app, result);
	question_footing(app);
}

int
gaps_run(struct app *app)
{
	struct cyt_result *result;
	int status = question_ask(app, cyt_query_gaps, &result);

	if (!status)
		status = question_answer(app, result, print_all, NULL);
	return status ? status : question_status(app);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* beyond: where a subject reaches further than the instrument asks. */
#include <string.h>

#include "app.h"
#include "groups.h"
#include "wording.h"

static const struct part {
	enum cyt_concern concern;
	enum style style;
	enum say title;
} parts[] = {
	{CYT_CONCERN_OVERREACH, STYLE_BAD, SAY_OVERREACH},
	{CYT_CONCERN_BROADER, STYLE_WARN, SAY_BROADER},
	{CYT_CONCERN_NONE, STYLE_BOLD, SAY_OTHER_CASES},
};

static bool
is_of(const struct cyt_beyond *beyond, enum cyt_concern concern)
{
	enum cyt_concern own = cyt_beyond_concern(beyond);

	return own == concern || (own == CYT_CONCERN_UNKNOWN && concern == CYT_CONCERN_NONE);
}

static void
group_part(const struct cyt_result *result, enum cyt_concern concern, struct groups *out)
{
	struct saying saying = {.standing = ""};
	const struct cyt_beyond *beyond;
	struct buffer sentence = {0};
	size_t i;

	for (i = 0; i < cyt_result_beyond_count(result); i++) {
		beyond = cyt_result_beyond_at(result, i);
		if (!is_of(beyond, concern))
			continue;
		buffer_release(&sentence);
		cyt_beyond_sentence(beyond, buffer_sink, &sentence);
		buffer_add(&sentence, " ");
		basis_and_date(out->tongue, cyt_beyond_basis(beyond), cyt_beyond_consulted(beyond),
			       &sentence);
		saying.concept = cyt_beyond_concept(beyond);
		saying.sentence = buffer_text(&sentence);
		groups_add(out, &saying);
	}
	buffer_release(&sentence);
}

/* What is said alike once, under a title if there is anything; lets the groups go. */
static void
print_groups(struct app *app, struct groups *groups, enum style style, enum say title)
{
	struct buffer line = {0};
	size_t i;

	if (groups->count) {
		text_line(&app->text);
		text_fill(&app->text, 0, 0, style, say(app->tongue, title));
	}
	for (i = 0; i < groups->count; i++) {
		buffer_release(&line);
		group_sentence(&groups->at[i], false, &line);
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_PLAIN, line.text);
	}
	buffer_release(&line);
	groups_release(groups);
}

static void
print_part(struct app *app, const struct cyt_result *result, const struct part *part)
{
	struct groups groups = {.tongue = app->tongue};

	group_part(result, part->concern, &groups);
	print_groups(app, &groups, part->style, part->title);
}

static void
group_conflicts(const struct cyt_result *result, struct groups *out)
{
	const struct cyt_provision_finding *finding;
	struct saying saying = {.standing = ""};
	const struct cyt_conflict *conflict;
	struct buffer sentence = {0};
	size_t i, k;

	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		for (k = 0; k < cyt_provision_finding_conflict_count(finding); k++) {
			conflict = cyt_provision_finding_conflict_at(finding, k);
			buffer_release(&sentence);
			cyt_conflict_sentence(conflict, buffer_sink, &sentence);
			buffer_add(&sentence, " ");
			basis_and_date(out->tongue, cyt_conflict_basis(conflict),
				       cyt_conflict_consulted(conflict), &sentence);
			saying.concept = cyt_conflict_concept(conflict);
			saying.sentence = buffer_text(&sentence);
			groups_add(out, &saying);
		}
	}
	buffer_release(&sentence);
}

static void
print_conflicts(struct app *app, const struct cyt_result *result)
{
	struct groups groups = {.tongue = app->tongue};

	group_conflicts(result, &groups);
	print_groups(app, &groups, STYLE_BAD, SAY_CONFLICT_HEAD);
}

static void
print_unasked(struct app *app, const struct cyt_result *result)
{
	struct buffer line = {0};
	size_t i;

	for (i = 0; cyt_result_unasked_at(result, i) != NULL; i++) {
		if (!i) {
			text_line(&app->text);
			text_fill(&app->text, 0, 0, STYLE_BOLD, say(app->tongue, SAY_UNASKED));
		}
		buffer_release(&line);
		cyt_result_unasked_sentence(result, i, buffer_sink, &line);
		buffer_add(&line, " ");
		basis_and_date(app->tongue, cyt_result_unasked_basis(result, i),
			       cyt_result_unasked_consulted(result, i), &line);
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_PLAIN, buffer_text(&line));
	}
	buffer_release(&line);
}

static void
print_count(struct app *app, const struct cyt_result *result)
{
	struct buffer line = {0};

	if (!cyt_result_beyond_count(result))
		return;
	reach_count(app->tongue, result, &line);
	buffer_add(&line, ".");
	text_line(&app->text);
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

/* Only what is coded can reach beyond anything. */
static void
print_notes(struct app *app)
{
	text_line(&app->text);
	text_fill(&app->text, 0, 0, STYLE_PLAIN, say(app->tongue, SAY_SEE_NOTES));
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	size_t before, i;

	question_heading(app, SAY_BEYOND, result);
	before = app->text.out.length;
	print_conflicts(app, result);
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		print_part(app, result, &parts[i]);
	print_unasked(app, result);
	if (app->text.out.length == before) {
		text_line(&app->text);
		text_fill(&app->text, 0, 0, STYLE_PLAIN,
			  say(app->tongue, SAY_NOTHING_BEYOND));
	}
	print_count(app, result);
	print_notes(app);
	question_notes(app, result);
	question_footing(app);
}

int
beyond_run(struct app *app)
{
	struct cyt_result *result;
	int status = question_ask(app, cyt_query_beyond, &result);

	if (!status)
		status = question_answer(app, result, print_all, NULL);
	return status ? status : question_status(app);
}

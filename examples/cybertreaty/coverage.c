/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* coverage: article by article, what of an instrument a subject covers. */
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "groups.h"
#include "layouts.h"
#include "wording.h"

struct selection {
	enum cyt_kind only;
	const struct cyt_article *article;
};

static int
unknown_kind(const char *name)
{
	struct likely near = {.wanted = name};
	struct words words = {0};
	struct buffer names = {0};
	int kind, status;

	for (kind = CYT_KIND_ACT; kind <= CYT_KIND_FINAL; kind++) {
		words_add(&words, cyt_kind_name((enum cyt_kind)kind));
		likely_offer(&near, cyt_kind_name((enum cyt_kind)kind));
	}
	names_list(&words, &names);
	status = likely_trouble(&near, "--only is %s, not '%s'", names.text, name);
	buffer_release(&names);
	words_release(&words);
	return status;
}

static int
read_selection(const struct app *app, const struct cyt_result *result, struct selection *out)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	const char *only = app->options.only, *article = app->options.article;

	memset(out, 0, sizeof(*out));
	if (only) {
		out->only = cyt_kind_find(only);
		if (out->only == CYT_KIND_UNKNOWN)
			return unknown_kind(only);
	}
	if (article) {
		out->article = names_article_find(instrument, article);
		if (!out->article)
			return names_article_unknown(instrument, article);
	}
	return 0;
}

static bool
is_selected(const struct selection *selection, const struct cyt_provision_finding *finding)
{
	const struct cyt_article *article = cyt_provision_finding_article(finding);

	if (selection->only != CYT_KIND_UNKNOWN && cyt_article_kind(article) != selection->only)
		return false;
	return !selection->article || article == selection->article;
}

/* An answer about no article is no answer, and --check would find nothing wrong with it. */
static int
check_selection(const struct app *app, const struct cyt_result *result,
		const struct selection *selection)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);
	size_t i;

	for (i = 0; i < cyt_result_provision_count(result); i++)
		if (is_selected(selection, cyt_result_provision_at(result, i)))
			return 0;
	if (selection->article)
		return trouble("'%s' of '%s' is no article of kind '%s'",
			       cyt_article_id(selection->article), cyt_instrument_id(instrument),
			       app->options.only);
	if (selection->only != CYT_KIND_UNKNOWN)
		return trouble("'%s' has no article of kind '%s'", cyt_instrument_id(instrument),
			       app->options.only);
	return 0;
}

/* Whether there is anything to say about the article. */
static bool
has_findings(const struct cyt_provision_finding *finding)
{
	return cyt_provision_finding_row_count(finding) ||
	       cyt_provision_finding_inherited_count(finding) ||
	       cyt_provision_finding_conflict_count(finding);
}

/* That of all rows of the article. */
static enum cyt_basis
basis_note(const struct tongue *tongue, const struct cyt_provision_finding *finding,
	   struct buffer *out)
{
	enum cyt_basis weakest = CYT_BASIS_UNKNOWN, basis;
	const struct cyt_row_finding *row;
	cyt_date oldest = INT32_MAX;
	size_t i;

	for (i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		row = cyt_provision_finding_row_at(finding, i);
		basis = cyt_row_finding_basis(row);
		if (basis == CYT_BASIS_UNKNOWN)
			continue;
		if (basis > weakest)
			weakest = basis;
		if (cyt_row_finding_consulted(row) < oldest)
			oldest = cyt_row_finding_consulted(row);
	}
	if (weakest == CYT_BASIS_UNKNOWN)
		return weakest;
	basis_and_date(tongue, weakest, oldest, out);
	return weakest;
}

static void
print_head(struct app *app, const struct cyt_provision_finding *finding)
{
	const struct cyt_article *article = cyt_provision_finding_article(finding);
	enum cyt_verdict verdict = cyt_provision_finding_verdict(finding);
	const char *title = article_title(app->tongue, article);
	struct buffer head = {0}, note = {0};
	enum cyt_basis weakest;

	article_name(app->tongue, article, &head);
	weakest = basis_note(app->tongue, finding, &note);
	text_line(&app->text);
	text_leader(&app->text, head.text, *cyt_article_num(article) ? title : "",
		    verdict_style(verdict), verdict_word(app->tongue, verdict),
		    weakest == CYT_BASIS_UNVERIFIED ? STYLE_WARN : STYLE_DIM, buffer_text(&note));
	buffer_release(&head);
	buffer_release(&note);
}

/* A verdict that waits for research says how much was done. */
static void
print_assessed(struct app *app, const struct cyt_provision_finding *finding)
{
	struct buffer line = {0};
	size_t assessed, rows;

	cyt_provision_finding_assessed(finding, &assessed, &rows);
	if (!assessed || assessed == rows)
		return;
	say_to(&line, app->tongue, SAY_READ_FOR_SOME, assessed, rows);
	text_paragraph(&app->text, 2, line.text);
	buffer_release(&line);
}

static void
print_explanation(struct app *app, const struct group *group)
{
	struct buffer lines = {0};
	size_t i;

	for (i = 0; i < group->count; i++) {
		cyt_row_finding_explain(group->rows[i], buffer_sink, &lines);
		text_lines(&app->text, 0, 12, STYLE_DIM, buffer_text(&lines));
		buffer_release(&lines);
	}
}

/* "Alternative 2: " inside any-of, "(to be considered) " where it is no plain duty. */
static void
row_standing(const struct tongue *tongue, const struct cyt_row_finding *row, struct buffer *out)
{
	enum cyt_modality modality = cyt_demand_modality(cyt_row_finding_demand(row));
	const char *phrase = modality_phrase(tongue, modality);
	uint32_t any_of, alternative;
	size_t count = cyt_row_finding_path_count(row), i;

	for (i = 0; i < count; i++) {
		cyt_row_finding_path_at(row, i, &any_of, &alternative);
		if (i)
			buffer_printf(out, ".%u", (unsigned)alternative);
		else
			say_to(out, tongue, SAY_ALTERNATIVE, (unsigned)alternative);
	}
	if (count)
		buffer_add(out, ": ");
	if (*phrase)
		buffer_printf(out, "(%s) ", phrase);
}

/* Then the line of the article says it, and the rows need not. */
static bool
all_unverified(const struct cyt_provision_finding *finding)
{
	enum cyt_basis basis;
	size_t i;

	for (i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		basis = cyt_row_finding_basis(cyt_provision_finding_row_at(finding, i));
		if (basis == CYT_BASIS_TEXT || basis == CYT_BASIS_SECONDARY)
			return false;
	}
	return true;
}

/* What follows it is the mark of a language. */
static void
drop_unverified(const struct tongue *tongue, struct buffer *sentence)
{
	const char *unverified = say(tongue, SAY_UNVERIFIED);
	char *found = strstr(sentence->text ? sentence->text : "", unverified), *end;

	if (!found || found == sentence->text)
		return;
	end = found + strlen(unverified);
	if (*end && strncmp(end, " [", 2) != 0)
		return;
	memmove(found, end, strlen(end) + 1);
	sentence->length -= (size_t)(end - found);
}

static void
group_rows(const struct cyt_provision_finding *finding, struct groups *out)
{
	bool plain = all_unverified(finding);
	struct buffer standing = {0}, sentence = {0};
	struct saying saying;
	size_t i;

	for (i = 0; i < cyt_provision_finding_row_count(finding); i++) {
		buffer_release(&standing);
		buffer_release(&sentence);
		saying.row = cyt_provision_finding_row_at(finding, i);
		row_standing(out->tongue, saying.row, &standing);
		cyt_row_finding_sentence(saying.row, buffer_sink, &sentence);
		if (plain)
			drop_unverified(out->tongue, &sentence);
		saying.demand = cyt_row_finding_demand(saying.row);
		saying.concept = cyt_demand_concept(saying.demand);
		saying.standing = buffer_text(&standing);
		saying.sentence = buffer_text(&sentence);
		groups_add(out, &saying);
	}
	buffer_release(&standing);
	buffer_release(&sentence);
}

static void
print_inherited(struct app *app, const struct cyt_provision_finding *finding)
{
	size_t count = cyt_provision_finding_inherited_count(finding), i;
	const struct cyt_demand *demand;
	struct words labels = {0};
	struct buffer line = {0};

	if (!count)
		return;
	for (i = 0; i < count; i++) {
		demand = cyt_row_finding_demand(cyt_provision_finding_inherited_at(finding, i));
		words_add_new(&labels, concept_label(app->tongue, cyt_demand_concept(demand)));
	}
	buffer_add(&line, say(app->tongue, SAY_NOT_MEASURED));
	joined_labels(app->tongue, &labels, &line);
	buffer_add(&line, ".");
	text_paragraph(&app->text, 2, line.text);
	words_release(&labels);
	buffer_release(&line);
}

static void
print_conflicts(struct app *app, const struct cyt_provision_finding *finding)
{
	const struct cyt_conflict *conflict;
	struct buffer line = {0};
	size_t i;

	for (i = 0; i < cyt_provision_finding_conflict_count(finding); i++) {
		buffer_release(&line);
		conflict = cyt_provision_finding_conflict_at(finding, i);
		buffer_add(&line, say(app->tongue, SAY_CONFLICT));
		cyt_conflict_sentence(conflict, buffer_sink, &line);
		buffer_add(&line, " ");
		basis_and_date(app->tongue, cyt_conflict_basis(conflict),
			       cyt_conflict_consulted(conflict), &line);
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_BAD, line.text);
	}
	buffer_release(&line);
}

static void
print_provision(struct app *app, const struct cyt_provision_finding *finding)
{
	struct groups groups = {.tongue = app->tongue};
	size_t i;

	print_head(app, finding);
	print_assessed(app, finding);
	group_rows(finding, &groups);
	for (i = 0; i < groups.count; i++) {
		group_print(&groups.at[i], groups.count == 1, &app->text);
		if (app->options.explain)
			print_explanation(app, &groups.at[i]);
	}
	groups_release(&groups);
	print_inherited(app, finding);
	print_conflicts(app, finding);
}

/* Articles of which nothing is said, by why that is. */
static void
print_silent_for(struct app *app, const struct cyt_result *result, const struct selection *selection,
		 enum cyt_silence silence, enum say word)
{
	const struct cyt_provision_finding *finding;
	const struct cyt_article *article;
	struct number_run run = {{0}, 0, 0, false};
	struct buffer line = {0};
	enum cyt_silence own;
	size_t i;

	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		article = cyt_provision_finding_article(finding);
		own = cyt_article_silence(article);
		/* What extends nothing that is covered asks for nothing. */
		if (own == CYT_SILENCE_UNKNOWN)
			own = CYT_SILENCE_NO_DUTY;
		if (own != silence || !is_selected(selection, finding) || has_findings(finding))
			continue;
		number_run_add(&run, *cyt_article_num(article)
					     ? cyt_article_num(article)
					     : article_title(app->tongue, article));
	}
	number_run_end(&run);
	if (run.out.length) {
		say_to(&line, app->tongue, word, run.out.text);
		text_line(&app->text);
		text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	}
	buffer_release(&run.out);
	buffer_release(&line);
}

static void
print_silent(struct app *app, const struct cyt_result *result, const struct selection *selection)
{
	print_silent_for(app, result, selection, CYT_SILENCE_NO_DUTY, SAY_NO_DUTY);
	print_silent_for(app, result, selection, CYT_SILENCE_CARRIED, SAY_CARRIED);
	print_silent_for(app, result, selection, CYT_SILENCE_NOT_CODED, SAY_NOT_CODED);
}

struct tally {
	size_t of[CYT_VERDICT_FULL + 1], all;
};

static void
tally_add(struct tally *tally, enum cyt_verdict verdict)
{
	if (verdict == CYT_VERDICT_UNKNOWN)
		return;
	tally->of[verdict]++;
	tally->all++;
}

static void
tally_result(const struct cyt_result *result, const struct selection *selection,
	     struct tally tallies[CYT_MODALITY_MAY + 1])
{
	const struct cyt_provision_finding *finding;
	const struct cyt_row_finding *row;
	enum cyt_modality modality;
	size_t i, k;

	memset(tallies, 0, (CYT_MODALITY_MAY + 1) * sizeof(*tallies));
	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		if (!is_selected(selection, finding))
			continue;
		tally_add(&tallies[CYT_MODALITY_SHALL], cyt_provision_finding_verdict(finding));
		for (k = 0; k < cyt_provision_finding_row_count(finding); k++) {
			row = cyt_provision_finding_row_at(finding, k);
			modality = cyt_demand_modality(cyt_row_finding_demand(row));
			if (modality != CYT_MODALITY_SHALL)
				tally_add(&tallies[modality], cyt_row_finding_verdict(row));
		}
	}
}

static void
print_tally(struct app *app, enum say one, enum say several, const struct tally *tally)
{
	struct buffer line = {0};
	bool first = true;
	size_t i, count;

	if (!tally->all)
		return;
	say_to(&line, app->tongue, SAY_OF_COUNT, tally->all,
	       say(app->tongue, tally->all == 1 ? one : several));
	for (i = 0; i < 6; i++) {
		count = tally->of[verdict_order[i]];
		if (!count)
			continue;
		buffer_printf(&line, "%s%zu %s", first ? "" : ", ", count,
			      verdict_word(app->tongue, verdict_order[i]));
		first = false;
	}
	buffer_add(&line, ".");
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

static void
print_legend(struct app *app, const struct tally tallies[CYT_MODALITY_MAY + 1])
{
	struct buffer word = {0};
	size_t i, m, used;

	text_line(&app->text);
	for (i = 0; i < 6; i++) {
		used = 0;
		for (m = CYT_MODALITY_SHALL; m <= CYT_MODALITY_MAY; m++)
			used += tallies[m].of[verdict_order[i]];
		if (!used)
			continue;
		buffer_release(&word);
		buffer_printf(&word, "  %s", verdict_word(app->tongue, verdict_order[i]));
		text_columns(&app->text, word.text, 23, verdict_meaning(app->tongue, verdict_order[i]));
	}
	buffer_release(&word);
	buffer_printf(&word, "  %s", say(app->tongue, SAY_BASIS_AND_DATE));
	text_columns(&app->text, word.text, 23, say(app->tongue, SAY_BASIS_AND_DATE_MEANING));
	buffer_release(&word);
}

static void
print_beyond_hint(struct app *app, const struct cyt_result *result)
{
	struct buffer line = {0};

	if (!cyt_result_beyond_count(result))
		return;
	reach_count(app->tongue, result, &line);
	buffer_add(&line, say(app->tongue, SAY_SEE_BEYOND));
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

static void
print_all(struct app *app, const struct cyt_result *result, const struct selection *selection)
{
	struct tally tallies[CYT_MODALITY_MAY + 1];
	const struct cyt_provision_finding *finding;
	size_t i;

	question_heading(app, SAY_COVERAGE_OF, result);
	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		if (is_selected(selection, finding) && has_findings(finding))
			print_provision(app, finding);
	}
	print_silent(app, result, selection);
	tally_result(result, selection, tallies);
	text_line(&app->text);
	print_tally(app, SAY_BINDING_ARTICLE, SAY_BINDING_ARTICLES,
		    &tallies[CYT_MODALITY_SHALL]);
	print_tally(app, SAY_ENDEAVOUR_DEMAND, SAY_ENDEAVOUR_DEMANDS,
		    &tallies[CYT_MODALITY_ENDEAVOUR]);
	print_tally(app, SAY_CONSIDER_DEMAND, SAY_CONSIDER_DEMANDS,
		    &tallies[CYT_MODALITY_CONSIDER]);
	print_tally(app, SAY_FREE_MATTER, SAY_FREE_MATTERS,
		    &tallies[CYT_MODALITY_MAY]);
	if (!selection->article && selection->only == CYT_KIND_UNKNOWN) {
		print_beyond_hint(app, result);
		question_notes(app, result);
	}
	print_legend(app, tallies);
	question_footing(app);
}

static int
selection_status(const struct app *app, const struct cyt_result *result,
		 const struct selection *selection)
{
	const struct cyt_provision_finding *finding;
	enum cyt_verdict verdict;
	size_t i;

	if (!app->options.check)
		return STATUS_ANSWERED;
	for (i = 0; i < cyt_result_provision_count(result); i++) {
		finding = cyt_result_provision_at(result, i);
		verdict = cyt_provision_finding_verdict(finding);
		if (is_selected(selection, finding) && verdict != CYT_VERDICT_UNKNOWN &&
		    verdict < CYT_VERDICT_FULL_BY_RESERVATION)
			return STATUS_FOUND;
	}
	return STATUS_ANSWERED;
}

static const char *
selected_id(const struct selection *selection)
{
	return selection->article ? cyt_article_id(selection->article) : NULL;
}

static int
print_json(struct app *app, const struct cyt_result *result, const struct selection *selection)
{
	int err = cyt_export_coverage_json(result, selection->only, selected_id(selection),
					   buffer_sink, &app->text.out);

	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
coverage_run(struct app *app)
{
	struct selection selection;
	struct cyt_result *result;
	enum cyt_layout layout;
	int status = layout_find(app->options.layout, &layout);

	if (!status)
		status = question_ask(app, cyt_query_coverage, &result);
	if (status)
		return status;
	status = read_selection(app, result, &selection);
	if (!status)
		status = check_selection(app, result, &selection);
	if (!status && layout)
		status = layout_answer(app, result, layout, selection.only,
				       selected_id(&selection));
	else if (!status && app->json)
		status = print_json(app, result, &selection);
	else if (!status && question_is_exported(app) &&
		 (app->options.only || app->options.article))
		status = trouble("--format %s has all articles; leave out --only and --article",
				 app->options.format);
	else if (!status && question_is_exported(app))
		status = question_export(app, result);
	else if (!status)
		print_all(app, result, &selection);
	if (!status)
		status = selection_status(app, result, &selection);
	cyt_result_unref(result);
	return status;
}

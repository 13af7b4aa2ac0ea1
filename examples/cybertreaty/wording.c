/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How findings are put to people: verdicts, citations, lists. */
#include "wording.h"

#include <stdlib.h>
#include <string.h>

const enum cyt_verdict verdict_order[6] = {
	CYT_VERDICT_FULL,    CYT_VERDICT_FULL_BY_OPTION, CYT_VERDICT_FULL_BY_RESERVATION,
	CYT_VERDICT_PARTIAL, CYT_VERDICT_NONE,           CYT_VERDICT_NOT_ASSESSED,
};

static const struct verdict_row {
	enum say word, meaning, mark;
	enum style style;
} verdicts[] = {
#define ROW(verdict, meaning, style) \
	[CYT_VERDICT_##verdict] = {SAY_VERDICT_##verdict, meaning, SAY_MARK_##verdict, style}
	ROW(UNKNOWN, SAY_COUNT, STYLE_PLAIN),
	ROW(NONE, SAY_MEANING_NONE, STYLE_BAD),
	ROW(NOT_ASSESSED, SAY_MEANING_NOT_ASSESSED, STYLE_PLAIN),
	ROW(PARTIAL, SAY_MEANING_PARTIAL, STYLE_WARN),
	ROW(FULL_BY_RESERVATION, SAY_MEANING_FULL_BY_RESERVATION, STYLE_FAIR),
	ROW(FULL_BY_OPTION, SAY_MEANING_FULL_BY_OPTION, STYLE_GOOD),
	ROW(FULL, SAY_MEANING_FULL, STYLE_GOOD),
#undef ROW
};

static const struct verdict_row *
verdict_row(enum cyt_verdict verdict)
{
	return &verdicts[verdict <= CYT_VERDICT_FULL ? verdict : CYT_VERDICT_UNKNOWN];
}

const char *
verdict_word(const struct tongue *tongue, enum cyt_verdict verdict)
{
	return say(tongue, verdict_row(verdict)->word);
}

const char *
verdict_mark(const struct tongue *tongue, enum cyt_verdict verdict)
{
	return say(tongue, verdict_row(verdict)->mark);
}

enum style
verdict_style(enum cyt_verdict verdict)
{
	return verdict_row(verdict)->style;
}

const char *
verdict_meaning(const struct tongue *tongue, enum cyt_verdict verdict)
{
	enum say meaning = verdict_row(verdict)->meaning;

	return meaning == SAY_COUNT ? NULL : say(tongue, meaning);
}

void
verdict_legend(const struct tongue *tongue, struct text *text, const bool used[CYT_VERDICT_FULL + 1])
{
	struct buffer word = {0};
	size_t i;

	text_line(text);
	for (i = 0; i < sizeof(verdict_order) / sizeof(*verdict_order); i++) {
		if (!used[verdict_order[i]])
			continue;
		buffer_release(&word);
		buffer_printf(&word, "  %s", verdict_word(tongue, verdict_order[i]));
		text_columns(text, word.text, 23, verdict_meaning(tongue, verdict_order[i]));
	}
	buffer_release(&word);
}

const char *
modality_phrase(const struct tongue *tongue, enum cyt_modality modality)
{
	switch (modality) {
	case CYT_MODALITY_ENDEAVOUR:
		return say(tongue, SAY_TO_ENDEAVOUR);
	case CYT_MODALITY_CONSIDER:
		return say(tongue, SAY_TO_CONSIDER);
	case CYT_MODALITY_MAY:
		return say(tongue, SAY_LEFT_TO_PARTY);
	default:
		return "";
	}
}

void
basis_and_date(const struct tongue *tongue, enum cyt_basis basis, cyt_date consulted,
	       struct buffer *out)
{
	char date[CYT_DATE_SIZE];

	cyt_date_format(consulted, date);
	buffer_printf(out, "[%s, %s]", term(tongue, "basis", cyt_basis_name(basis)),
		      *date ? date : say(tongue, SAY_NO_DATE));
}

const char *
kind_word(const struct tongue *tongue, enum cyt_kind kind)
{
	return term(tongue, "kind", cyt_kind_name(kind));
}

void
article_name(struct tongue *tongue, const struct cyt_article *article, struct buffer *out)
{
	const char *num = cyt_article_num(article), *title = article_title(tongue, article);

	if (*num)
		say_to(out, tongue, SAY_ARTICLE, num);
	else
		buffer_add(out, *title ? title : cyt_article_id(article));
}

void
demand_citation(struct tongue *tongue, const struct cyt_demand *demand, struct buffer *out)
{
	size_t before = out->length;

	if (cyt_demand_citation(demand, buffer_sink, out) < 0 || out->length == before)
		buffer_add(out, article_title(tongue, cyt_demand_article(demand)));
	if (out->length == before)
		buffer_add(out, cyt_demand_id(demand));
}

/* What follows the first word: "data" of "altering data"; "" for a single word. */
static const char *
tail_of(const char *label)
{
	const char *blank = strchr(label, ' ');

	return blank ? blank : "";
}

static bool
has_tail(const struct words *labels, size_t end, const char *tail)
{
	size_t i;

	for (i = 0; i < end; i++)
		if (strcmp(tail_of(labels->at[i]), tail) == 0)
			return true;
	return false;
}

/* The labels from `first` on that end alike, with the end said once. */
static void
add_alike(const struct tongue *tongue, const struct words *labels, size_t first,
	  struct buffer *out)
{
	const char *tail = tail_of(labels->at[first]);
	size_t left = 0, i;

	for (i = first; i < labels->count; i++)
		left += strcmp(tail_of(labels->at[i]), tail) == 0;
	for (i = first; left; i++) {
		if (strcmp(tail_of(labels->at[i]), tail) != 0)
			continue;
		if (i > first)
			buffer_add(out, left > 1 ? ", " : say_and(tongue, labels->at[i]));
		buffer_addn(out, labels->at[i], strlen(labels->at[i]) - strlen(tail));
		left--;
	}
	buffer_add(out, tail);
}

void
joined_labels(const struct tongue *tongue, const struct words *labels, struct buffer *out)
{
	size_t parts = 0, done = 0, i;
	const char *between;

	for (i = 0; i < labels->count; i++)
		parts += !has_tail(labels, i, tail_of(labels->at[i]));
	/* A list of lists needs semicolons. */
	between = parts < labels->count ? "; " : ", ";
	for (i = 0; i < labels->count; i++) {
		if (has_tail(labels, i, tail_of(labels->at[i])))
			continue;
		if (done && done + 1 == parts)
			buffer_add(out, parts < labels->count ? say(tongue, SAY_AND_AFTER_LIST)
							      : say_and(tongue, labels->at[i]));
		else if (done)
			buffer_add(out, between);
		add_alike(tongue, labels, i, out);
		done++;
	}
}

static void
add_number(struct number_run *run, long number)
{
	buffer_printf(&run->out, "%s%ld", run->out.length ? ", " : "", number);
}

static void
close_run(struct number_run *run)
{
	if (!run->open)
		return;
	add_number(run, run->first);
	if (run->last == run->first + 1)
		add_number(run, run->last);
	else if (run->last > run->first)
		buffer_printf(&run->out, "\xe2\x80\x93%ld", run->last);
	run->open = false;
}

void
number_run_add(struct number_run *run, const char *number)
{
	char *end;
	long value = strtol(number, &end, 10);

	if (*end || end == number) {
		close_run(run);
		buffer_printf(&run->out, "%s%s", run->out.length ? ", " : "", number);
		return;
	}
	if (run->open && value == run->last + 1) {
		run->last = value;
		return;
	}
	close_run(run);
	run->first = run->last = value;
	run->open = true;
}

void
number_run_end(struct number_run *run)
{
	close_run(run);
}

void
reach_count(const struct tongue *tongue, const struct cyt_result *result, struct buffer *out)
{
	size_t count = cyt_result_beyond_count(result), overreach = 0, i;

	for (i = 0; i < count; i++)
		overreach += cyt_beyond_concern(cyt_result_beyond_at(result, i)) ==
			     CYT_CONCERN_OVERREACH;
	say_to(out, tongue, count == 1 ? SAY_REACHES_FURTHER_ONE : SAY_REACHES_FURTHER, count);
	if (overreach)
		say_to(out, tongue, overreach == 1 ? SAY_OF_WHICH_OVERREACH_ONE : SAY_OF_WHICH_OVERREACH,
		       overreach);
}

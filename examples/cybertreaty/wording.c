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
	const char *word, *meaning;
	enum style style;
} verdicts[] = {
	[CYT_VERDICT_UNKNOWN] = {"NOT OBLIGATORY", NULL, STYLE_PLAIN},
	[CYT_VERDICT_NONE] =
		{"NONE", "it was read, and nothing in it answers the demand", STYLE_BAD},
	[CYT_VERDICT_NOT_ASSESSED] =
		{"NOT ASSESSED", "nobody has read the law for this, or not for all of it",
		 STYLE_PLAIN},
	[CYT_VERDICT_PARTIAL] =
		{"PARTIAL", "part of what is demanded is covered, and nothing excuses the rest",
		 STYLE_WARN},
	[CYT_VERDICT_FULL_BY_RESERVATION] =
		{"FULL BY RESERVATION", "what is left out is excused by a reservation of the State",
		 STYLE_FAIR},
	[CYT_VERDICT_FULL_BY_OPTION] =
		{"FULL BY OPTION",
		 "what is left out is what the instrument lets a Party leave out by its own law",
		 STYLE_GOOD},
	[CYT_VERDICT_FULL] = {"FULL", "all that is demanded is covered", STYLE_GOOD},
};

static const struct verdict_row *
verdict_row(enum cyt_verdict verdict)
{
	return &verdicts[verdict <= CYT_VERDICT_FULL ? verdict : CYT_VERDICT_UNKNOWN];
}

const char *
verdict_word(enum cyt_verdict verdict)
{
	return verdict_row(verdict)->word;
}

enum style
verdict_style(enum cyt_verdict verdict)
{
	return verdict_row(verdict)->style;
}

const char *
verdict_meaning(enum cyt_verdict verdict)
{
	return verdict_row(verdict)->meaning;
}

void
verdict_legend(struct text *text, const bool used[CYT_VERDICT_FULL + 1])
{
	struct buffer word = {0};
	size_t i;

	text_line(text);
	for (i = 0; i < sizeof(verdict_order) / sizeof(*verdict_order); i++) {
		if (!used[verdict_order[i]])
			continue;
		buffer_release(&word);
		buffer_printf(&word, "  %s", verdict_word(verdict_order[i]));
		text_columns(text, word.text, 23, verdict_meaning(verdict_order[i]));
	}
	buffer_release(&word);
}

const char *
modality_phrase(enum cyt_modality modality)
{
	switch (modality) {
	case CYT_MODALITY_ENDEAVOUR:
		return "to be endeavoured";
	case CYT_MODALITY_CONSIDER:
		return "to be considered";
	case CYT_MODALITY_MAY:
		return "left to the Party";
	default:
		return "";
	}
}

void
article_name(const struct cyt_article *article, const char *lang, struct buffer *out)
{
	const char *num = cyt_article_num(article), *title = cyt_article_title(article, lang);

	if (*num)
		buffer_printf(out, "Article %s", num);
	else
		buffer_add(out, *title ? title : cyt_article_id(article));
}

void
demand_citation(const struct cyt_demand *demand, struct buffer *out)
{
	size_t before = out->length;

	if (cyt_demand_citation(demand, buffer_sink, out) < 0 || out->length == before)
		buffer_add(out, cyt_article_title(cyt_demand_article(demand), "en"));
	if (out->length == before)
		buffer_add(out, cyt_demand_id(demand));
}

void
way_citation(const struct cyt_way *way, struct buffer *out)
{
	size_t before = out->length;

	if (cyt_way_citation(way, buffer_sink, out) < 0 || out->length == before)
		buffer_add(out, cyt_way_id(way));
}

static void
add_law(const struct cyt_law *law, const char *lang, struct buffer *out)
{
	buffer_printf(out, "%s, ", cyt_law_title(law, lang));
}

/* Where the extension stands: another article of the law, or another law. */
static void
add_extension(const struct cyt_evidence *evidence, const char *lang, struct buffer *out)
{
	const struct cyt_extend *extend = cyt_evidence_via(evidence);
	const struct cyt_provision *provision = cyt_extend_provision(extend);
	const struct cyt_law *law = cyt_extend_law(extend);

	buffer_add(out, " with ");
	if (law != cyt_evidence_law(evidence) || !provision)
		buffer_add(out, cyt_law_title(law, lang));
	if (law != cyt_evidence_law(evidence) && provision)
		buffer_add(out, ", ");
	if (provision)
		buffer_add(out, cyt_provision_num(provision));
}

void
evidence_citation(const struct cyt_evidence *evidence, bool law, const char *lang,
		  struct buffer *out)
{
	const struct cyt_demand *demand = cyt_evidence_demand(evidence);

	if (demand) {
		buffer_add(out, "article ");
		demand_citation(demand, out);
		return;
	}
	if (law)
		add_law(cyt_evidence_law(evidence), lang, out);
	buffer_add(out, cyt_provision_num(cyt_evidence_provision(evidence)));
	if (cyt_evidence_via(evidence))
		add_extension(evidence, lang, out);
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
add_alike(const struct words *labels, size_t first, struct buffer *out)
{
	const char *tail = tail_of(labels->at[first]);
	size_t left = 0, i;

	for (i = first; i < labels->count; i++)
		left += strcmp(tail_of(labels->at[i]), tail) == 0;
	for (i = first; left; i++) {
		if (strcmp(tail_of(labels->at[i]), tail) != 0)
			continue;
		buffer_addn(out, labels->at[i], strlen(labels->at[i]) - strlen(tail));
		left--;
		buffer_add(out, left > 1 ? ", " : left == 1 ? " and " : tail);
	}
}

void
joined_labels(const struct words *labels, struct buffer *out)
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
			buffer_add(out, parts < labels->count ? "; and " : " and ");
		else if (done)
			buffer_add(out, between);
		add_alike(labels, i, out);
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

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* dual: dual criminality, of given facts or over the demands of an instrument. */
#include <string.h>

#include "app.h"
#include "groups.h"
#include "wording.h"

static const struct {
	enum cyt_duality verdict;
	enum style style;
	enum say counted;
} verdicts[] = {
	{CYT_DUALITY_BOTH, STYLE_GOOD, SAY_BY_BOTH},
	{CYT_DUALITY_DEPENDS, STYLE_WARN, SAY_DEPENDING},
	{CYT_DUALITY_ONE_SIDED, STYLE_BAD, SAY_BY_ONE},
	{CYT_DUALITY_NEITHER, STYLE_BAD, SAY_BY_NEITHER},
	{CYT_DUALITY_NOT_ASSESSED, STYLE_DIM, SAY_DUAL_NOT_ASSESSED},
};
#define VERDICTS (sizeof(verdicts) / sizeof(*verdicts))

static const enum cyt_side sides[] = {CYT_SIDE_FIRST, CYT_SIDE_SECOND};

static enum style
style_of(const struct cyt_dual *dual)
{
	size_t i;

	for (i = 0; i < VERDICTS; i++)
		if (verdicts[i].verdict == cyt_dual_verdict(dual))
			return verdicts[i].style;
	return STYLE_PLAIN;
}

/* -- what else could be said -------------------------------------------------------------------- */

/* Whether what one of the States leaves out is bounded by the facet. */
static bool
decides(const struct cyt_dual *dual, size_t facet)
{
	const struct cyt_region *outside;
	size_t s, i;

	for (s = 0; s < 2; s++) {
		outside = cyt_dual_outside(dual, sides[s]);
		for (i = 0; outside && i < cyt_region_box_count(outside); i++)
			if (cyt_region_box_restricts(outside, i, facet))
				return true;
	}
	return false;
}

#define MOST_VALUES 16 /* that a line names */

/* "authority: without-right, none, exceeded, authorised (authorisation)" */
static void
print_facet(struct app *app, const struct cyt_facet *facet)
{
	struct buffer line = {0};
	size_t i;

	buffer_printf(&line, "%s: ", cyt_facet_id(facet));
	if (cyt_facet_type(facet) == CYT_FACET_TYPE_QUANTITY)
		say_to(&line, app->tongue, SAY_A_NUMBER_OF, term(app->tongue, "unit", cyt_facet_unit(facet)));
	if (cyt_facet_value_count(facet) > MOST_VALUES)
		say_to(&line, app->tongue, SAY_SEE_FACET, cyt_facet_id(facet));
	for (i = 0; i < cyt_facet_value_count(facet) && cyt_facet_value_count(facet) <= MOST_VALUES; i++)
		buffer_printf(&line, "%s%s", i ? ", " : "", cyt_value_id(cyt_facet_value_at(facet, i)));
	buffer_printf(&line, " (%s)", facet_label(app->tongue, facet));
	text_space(&app->text, 2);
	text_fill(&app->text, 2, 4, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

/* Facets of which the facts leave everything open, and on which the answer depends. */
static void
print_undecided(struct app *app, const struct cyt_dual *dual)
{
	const struct cyt_region *facts = cyt_dual_facts(dual);
	const struct cyt_concept *concept = cyt_region_concept(facts);
	bool any = false;
	size_t i;

	if (cyt_dual_verdict(dual) != CYT_DUALITY_DEPENDS)
		return;
	for (i = 0; i < cyt_concept_facet_count(concept); i++) {
		if (cyt_region_box_restricts(facts, 0, i) || !decides(dual, i))
			continue;
		if (!any) {
			text_line(&app->text);
			text_fill(&app->text, 0, 0, STYLE_BOLD, say(app->tongue, SAY_MORE_FACTS));
		}
		any = true;
		print_facet(app, cyt_concept_facet_at(concept, i));
	}
}

static void
print_facts(struct app *app, const struct cyt_dual *dual)
{
	struct buffer line = {0};
	size_t s;

	text_line(&app->text);
	cyt_dual_sentence(dual, buffer_sink, &line);
	text_fill(&app->text, 0, 2, style_of(dual), buffer_text(&line));
	for (s = 0; s < 2; s++) {
		buffer_release(&line);
		cyt_dual_side_sentence(dual, sides[s], buffer_sink, &line);
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_PLAIN, buffer_text(&line));
	}
	buffer_release(&line);
}

/* -- over an instrument ----------------------------------------------------------------------- */

static void
add_saying(const struct cyt_dual *dual, struct groups *out)
{
	struct saying saying = {.standing = "", .demand = cyt_dual_demand(dual)};
	struct buffer sentence = {0};
	size_t s;

	cyt_dual_sentence(dual, buffer_sink, &sentence);
	/* What is said of all needs no word on each State. */
	for (s = 0; s < 2 && cyt_dual_verdict(dual) != CYT_DUALITY_NEITHER; s++) {
		buffer_add(&sentence, "\n");
		cyt_dual_side_sentence(dual, sides[s], buffer_sink, &sentence);
	}
	saying.concept = cyt_demand_concept(saying.demand);
	saying.sentence = buffer_text(&sentence);
	groups_add(out, &saying);
	buffer_release(&sentence);
}

static void
print_groups(struct app *app, const struct cyt_article *article, struct groups *groups)
{
	struct buffer head = {0};
	size_t i;

	text_line(&app->text);
	article_name(app->tongue, article, &head);
	if (*cyt_article_num(article))
		buffer_printf(&head, "  %s", article_title(app->tongue, article));
	text_fill(&app->text, 0, 2, STYLE_BOLD, head.text);
	buffer_release(&head);
	for (i = 0; i < groups->count; i++)
		group_print(&groups->at[i], true, &app->text);
	groups_release(groups);
}

static void
print_articles(struct app *app, const struct cyt_result *result)
{
	const struct cyt_article *article = NULL, *next;
	struct groups groups = {.tongue = app->tongue};
	size_t i;

	for (i = 0; i < cyt_result_dual_count(result); i++) {
		next = cyt_demand_article(cyt_dual_demand(cyt_result_dual_at(result, i)));
		if (article && next != article)
			print_groups(app, article, &groups);
		article = next;
		add_saying(cyt_result_dual_at(result, i), &groups);
	}
	if (article)
		print_groups(app, article, &groups);
}

static void
print_totals(struct app *app, const struct cyt_result *result)
{
	size_t all = cyt_result_dual_count(result), count, i, v;
	struct buffer line = {0};

	say_to(&line, app->tongue, SAY_OF_MATTERS, all);
	for (v = 0; v < VERDICTS; v++) {
		count = 0;
		for (i = 0; i < all; i++)
			count += cyt_dual_verdict(cyt_result_dual_at(result, i)) ==
				 verdicts[v].verdict;
		buffer_printf(&line, "%s%zu %s", v ? ", " : "", count,
			      say(app->tongue, verdicts[v].counted));
	}
	buffer_add(&line, ".");
	text_line(&app->text);
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	if (cyt_result_facts(result)) {
		question_heading(app, SAY_DUAL_CRIMINALITY, result);
		print_facts(app, cyt_result_dual_at(result, 0));
		print_undecided(app, cyt_result_dual_at(result, 0));
	} else {
		question_heading(app, SAY_DUAL_OVER, result);
		print_articles(app, result);
		print_totals(app, result);
	}
	question_footing(app);
}

/* -- the command ------------------------------------------------------------------------------ */

/* The library says what is wrong; the nearest concept is easier to use than all of them. */
static int
explain_facts(const struct app *app)
{
	const char *facts = app->options.facts;
	struct buffer concept = {0}, fault = {0};
	struct likely near = {0};
	size_t i;
	int status;

	buffer_addn(&concept, facts, strcspn(facts, ","));
	cyt_facts_fault(app->corpus, facts, buffer_sink, &fault);
	near.wanted = buffer_text(&concept);
	if (!cyt_corpus_concept_find(app->corpus, near.wanted))
		for (i = 0; i < cyt_corpus_concept_count(app->corpus); i++)
			likely_offer(&near,
				     cyt_concept_id(cyt_corpus_concept_at(app->corpus, i)));
	status = likely_trouble(&near, "%s", buffer_text(&fault));
	buffer_release(&concept);
	buffer_release(&fault);
	return status;
}

static int
check_names(const struct app *app)
{
	const struct options *options = &app->options;
	struct buffer fault = {0};
	int status = 0;
	size_t i;

	for (i = 0; i < 2; i++)
		if (question_check_subject(app, options->arguments.at[i], NAMES_JURISDICTION))
			status = STATUS_TROUBLE;
	if (!status && options->against &&
	    !cyt_corpus_instrument_find(app->corpus, options->against))
		status = names_unknown(app->corpus, NAMES_INSTRUMENT, "instrument", options->against);
	if (!status && options->facts) {
		cyt_facts_fault(app->corpus, options->facts, buffer_sink, &fault);
		if (fault.length)
			status = explain_facts(app);
		buffer_release(&fault);
	}
	return status;
}

static int
ask(struct app *app, struct cyt_result **out)
{
	const struct options *options = &app->options;
	const char *const *states = options->arguments.at;
	struct cyt_terms *terms = NULL;
	int err = question_terms(app, &terms);

	if (err == 0 && options->facts)
		err = cyt_query_dual(app->corpus, states[0], states[1], options->facts, terms, out);
	else if (err == 0)
		err = cyt_query_dual_against(app->corpus, states[0], states[1], options->against,
					     terms, out);
	cyt_terms_free(terms);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
dual_run(struct app *app)
{
	struct cyt_result *result = NULL;
	int status;

	if (!app->options.facts == !app->options.against)
		return trouble("'dual' wants either --facts FACTS or --against INSTRUMENT");
	status = corpus_load(app, NULL);
	if (!status)
		status = check_names(app);
	if (!status)
		status = ask(app, &result);
	return status ? status : question_answer(app, result, print_all, NULL);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* covering: who covers an article, a demand or a concept. */
#include <string.h>

#include "app.h"
#include "groups.h"
#include "wording.h"

static bool
is_of(const struct cyt_holder *holder, const char *kind, enum cyt_verdict verdict)
{
	return strcmp(cyt_holder_kind(holder), kind) == 0 &&
	       cyt_holder_verdict(holder) == verdict;
}

static void
group_rows(const struct cyt_holder *holder, struct groups *out)
{
	struct saying saying = {.standing = NULL};
	const struct cyt_row_finding *row;
	struct buffer sentence = {0};
	size_t i;

	for (i = 0; (row = cyt_holder_row_at(holder, i)) != NULL; i++) {
		buffer_release(&sentence);
		saying.row = row;
		saying.demand = cyt_row_finding_demand(row);
		saying.concept = cyt_row_finding_concept(row);
		cyt_row_finding_sentence(row, buffer_sink, &sentence);
		saying.sentence = buffer_text(&sentence);
		groups_add(out, &saying);
	}
	buffer_release(&sentence);
}

/* Without a demand there is nothing to cite. */
static void
print_group(struct app *app, const struct group *group, bool alone)
{
	struct buffer line = {0};

	if (group->demands[0]) {
		group_print(group, alone, &app->text);
		return;
	}
	group_sentence(group, alone, &line);
	text_space(&app->text, 2);
	text_fill(&app->text, 2, 4, STYLE_PLAIN, buffer_text(&line));
	buffer_release(&line);
}

static void
print_holder(struct app *app, const struct cyt_holder *holder)
{
	enum cyt_verdict verdict = cyt_holder_verdict(holder);
	struct groups groups = {.tongue = app->tongue};
	size_t i;

	text_line(&app->text);
	text_leader(&app->text, holder_title(app, holder), "", verdict_style(verdict),
		    verdict_word(app->tongue, verdict), STYLE_PLAIN, "");
	group_rows(holder, &groups);
	for (i = 0; i < groups.count; i++)
		print_group(app, &groups.at[i], groups.count == 1);
	groups_release(&groups);
}

/* All of one verdict in a line: "NONE  Ostland; Westland"; whether there are any. */
static bool
print_list(struct app *app, const struct cyt_result *result, const char *kind,
	   enum cyt_verdict verdict, bool gap)
{
	struct buffer word = {0}, titles = {0};
	const struct cyt_holder *holder;
	bool any;
	size_t i;

	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++)
		if (is_of(holder, kind, verdict))
			buffer_printf(&titles, "%s%s", titles.length ? "; " : "",
				      holder_title(app, holder));
	any = titles.length > 0;
	if (any) {
		if (gap)
			text_line(&app->text);
		buffer_printf(&word, "  %s", verdict_word(app->tongue, verdict));
		text_columns(&app->text, word.text, 23, titles.text);
	}
	buffer_release(&word);
	buffer_release(&titles);
	return any;
}

static void
print_jurisdictions(struct app *app, const struct cyt_result *result)
{
	static const enum cyt_verdict detailed[] = {
		CYT_VERDICT_FULL,    CYT_VERDICT_FULL_BY_OPTION, CYT_VERDICT_FULL_BY_RESERVATION,
		CYT_VERDICT_PARTIAL, CYT_VERDICT_UNKNOWN,
	};
	const struct cyt_holder *holder;
	size_t i, v;
	bool any;

	for (v = 0; v < sizeof(detailed) / sizeof(*detailed); v++)
		for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++)
			if (is_of(holder, "jurisdiction", detailed[v]))
				print_holder(app, holder);
	any = print_list(app, result, "jurisdiction", CYT_VERDICT_NONE, true);
	print_list(app, result, "jurisdiction", CYT_VERDICT_NOT_ASSESSED, !any);
}

static void
print_laws(struct app *app, const struct cyt_result *result)
{
	size_t i;

	text_line(&app->text);
	text_fill(&app->text, 0, 0, STYLE_BOLD, say(app->tongue, SAY_EACH_LAW));
	for (i = 0; i < sizeof(verdict_order) / sizeof(*verdict_order); i++)
		print_list(app, result, "law", verdict_order[i], false);
	print_list(app, result, "law", CYT_VERDICT_UNKNOWN, false);
}

static const struct cyt_article *
article_around(const struct cyt_result *result, const struct cyt_element *element)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(result);

	while (element && strcmp(cyt_element_name(element), "article") != 0)
		element = cyt_element_parent(element);
	return element && instrument
		       ? cyt_instrument_article_find(instrument,
						     cyt_element_attribute(element, "id"))
		       : NULL;
}

/* A demand is cited as its first row is. */
static void
name_target(const struct app *app, const struct cyt_result *result, struct buffer *out)
{
	const struct cyt_element *target = cyt_result_target(result);
	const struct cyt_article *article = article_around(result, target);
	const char *id = cyt_element_attribute(target, "id");
	struct tongue *tongue = app->tongue;
	const struct cyt_demand *demand = NULL;
	struct buffer cited = {0};
	size_t i;

	if (!article) {
		say_to(out, tongue, SAY_WHO_COVERS_ALL,
		       concept_label(tongue, cyt_corpus_concept_find(app->corpus, id)));
		return;
	}
	for (i = 0; i < cyt_article_demand_count(article) && !demand; i++)
		if (strcmp(cyt_demand_id(cyt_article_demand_at(article, i)), id) == 0)
			demand = cyt_article_demand_at(article, i);
	buffer_add(out, say(tongue, SAY_WHO_COVERS));
	if (demand) {
		demand_citation(tongue, demand, &cited);
		say_to(out, tongue, SAY_ARTICLE_IN_TEXT, buffer_text(&cited));
		buffer_release(&cited);
	} else {
		article_name(tongue, article, out);
	}
	if (*cyt_article_num(article) && *article_title(tongue, article))
		buffer_printf(out, ", %s", article_title(tongue, article));
	say_to(out, tongue, SAY_OF_INSTRUMENT,
	       instrument_title(tongue, cyt_result_instrument(result)));
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	bool used[CYT_VERDICT_FULL + 1] = {false};
	const struct cyt_holder *holder;
	struct buffer line = {0};
	size_t i;

	name_target(app, result, &line);
	text_fill(&app->text, 0, 2, STYLE_BOLD, line.text);
	buffer_release(&line);
	question_terms_line(app, result);
	print_jurisdictions(app, result);
	print_laws(app, result);
	for (i = 0; (holder = cyt_result_holder_at(result, i)) != NULL; i++)
		used[cyt_holder_verdict(holder)] = true;
	verdict_legend(app->tongue, &app->text, used);
	question_footing(app);
}

static int
covering_status(const struct app *app, const struct cyt_result *result)
{
	const struct cyt_holder *holder;
	enum cyt_verdict verdict;
	size_t i;

	for (i = 0; app->options.check && (holder = cyt_result_holder_at(result, i)) != NULL; i++) {
		verdict = cyt_holder_verdict(holder);
		if (verdict != CYT_VERDICT_UNKNOWN && verdict < CYT_VERDICT_FULL_BY_RESERVATION)
			return STATUS_FOUND;
	}
	return STATUS_ANSWERED;
}

/* The id of an article that was named by its number. */
static void
name_article(const struct cyt_element *article, struct buffer *out)
{
	const struct cyt_element *document = article;

	while (cyt_element_parent(document))
		document = cyt_element_parent(document);
	buffer_printf(out, "%s/%s", cyt_element_attribute(document, "id"),
		      cyt_element_attribute(article, "id"));
}

static const char *
indefinite(const char *noun)
{
	return strchr("aeiou", *noun) ? "an" : "a";
}

static int
ask(struct app *app, struct cyt_result **out)
{
	const char *id = app->options.arguments.at[0];
	const struct cyt_element *element;
	struct cyt_terms *terms = NULL;
	struct buffer whole = {0};
	int status = corpus_load(app, NULL), err;

	if (status)
		return status;
	element = element_named(app->corpus, id);
	if (!element)
		return element_unknown(app->corpus, id);
	if (!cyt_corpus_element_find(app->corpus, id))
		name_article(element, &whole);
	err = question_terms(app, &terms);
	if (err == 0)
		err = cyt_query_covering(app->corpus, whole.length ? whole.text : id, terms, out);
	cyt_terms_free(terms);
	buffer_release(&whole);
	if (err == CYT_ERR_INVALID)
		return trouble("'%s' is %s %s: nobody covers it; name an article, a demand or a "
			       "concept", id, indefinite(cyt_element_name(element)),
			       cyt_element_name(element));
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
covering_run(struct app *app)
{
	struct cyt_result *result;
	int status = ask(app, &result);

	return status ? status : question_answer(app, result, print_all, covering_status);
}

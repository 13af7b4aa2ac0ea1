/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* list: what a corpus holds. */
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "wording.h"

/* Rows of a table: an id to type, and what it is. */
struct table {
	struct buffer *ids, *texts;
	size_t count;
};

static struct buffer *
table_row(struct table *table, const char *id)
{
	size_t i = table->count++;

	table->ids = grow(table->ids, table->count, sizeof(*table->ids));
	table->texts = grow(table->texts, table->count, sizeof(*table->texts));
	memset(&table->ids[i], 0, sizeof(table->ids[i]));
	memset(&table->texts[i], 0, sizeof(table->texts[i]));
	buffer_add(&table->ids[i], id);
	return &table->texts[i];
}

#define WIDEST 34

static void
table_print(const struct table *table, struct text *text)
{
	size_t widest = 0, width, i;

	for (i = 0; i < table->count; i++) {
		width = text_width(table->ids[i].text);
		if (width > widest && width <= WIDEST)
			widest = width;
	}
	for (i = 0; i < table->count; i++)
		text_columns(text, table->ids[i].text, widest + 2, buffer_text(&table->texts[i]));
}

static void
table_release(struct table *table)
{
	size_t i;

	for (i = 0; i < table->count; i++) {
		buffer_release(&table->ids[i]);
		buffer_release(&table->texts[i]);
	}
	free(table->ids);
	free(table->texts);
}

static void
list_laws(const struct app *app, struct table *table)
{
	const struct cyt_law *law;
	struct buffer *out;
	size_t i;

	for (i = 0; i < cyt_corpus_law_count(app->corpus); i++) {
		law = cyt_corpus_law_at(app->corpus, i);
		out = table_row(table, cyt_law_id(law));
		buffer_printf(out, "%s  %s", cyt_law_jurisdiction(law),
			      law_title(app->tongue, law));
		if (strcmp(cyt_law_status(law), "in-force") != 0)
			buffer_printf(out, " (%s)",
				      term(app->tongue, "status", cyt_law_status(law)));
	}
}

static void
list_instruments(const struct app *app, struct table *table)
{
	const struct cyt_instrument *instrument;
	struct buffer *out;
	size_t i;

	for (i = 0; i < cyt_corpus_instrument_count(app->corpus); i++) {
		instrument = cyt_corpus_instrument_at(app->corpus, i);
		out = table_row(table, cyt_instrument_id(instrument));
		buffer_printf(out, "%s (%s)", instrument_title(app->tongue, instrument),
			      term(app->tongue, "type", cyt_instrument_type(instrument)));
	}
}

static void
list_articles_of(const struct app *app, const struct cyt_instrument *instrument,
		 struct table *table)
{
	const struct cyt_article *article;
	struct buffer id = {0}, *out;
	size_t i;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		article = cyt_instrument_article_at(instrument, i);
		buffer_release(&id);
		buffer_printf(&id, "%s/%s", cyt_instrument_id(instrument), cyt_article_id(article));
		out = table_row(table, id.text);
		article_name(app->tongue, article, out);
		if (*cyt_article_num(article))
			buffer_printf(out, "  %s", article_title(app->tongue, article));
		if (cyt_article_kind(article) != CYT_KIND_UNKNOWN)
			buffer_printf(out, " (%s)",
				      kind_word(app->tongue, cyt_article_kind(article)));
	}
	buffer_release(&id);
}

static void
list_articles(const struct app *app, struct table *table)
{
	const struct words *arguments = &app->options.arguments;
	size_t i;

	if (arguments->count > 1) {
		list_articles_of(app, cyt_corpus_instrument_find(app->corpus, arguments->at[1]),
				 table);
		return;
	}
	for (i = 0; i < cyt_corpus_instrument_count(app->corpus); i++)
		list_articles_of(app, cyt_corpus_instrument_at(app->corpus, i), table);
}

static void
list_concepts(const struct app *app, struct table *table)
{
	const struct cyt_concept *concept;
	struct buffer *out;
	size_t i;

	for (i = 0; i < cyt_corpus_concept_count(app->corpus); i++) {
		concept = cyt_corpus_concept_at(app->corpus, i);
		out = table_row(table, cyt_concept_id(concept));
		buffer_printf(out, "%s (%s%s)", concept_label(app->tongue, concept),
			      kind_word(app->tongue, cyt_concept_kind(concept)),
			      cyt_concept_is_leaf(concept) ? ""
							   : say(app->tongue, SAY_HAS_NARROWER));
	}
}

static void
add_unit(const struct tongue *tongue, const struct cyt_facet *facet, struct buffer *out)
{
	buffer_add(out, ": ");
	say_to(out, tongue, SAY_A_NUMBER_OF, term(tongue, "unit", cyt_facet_unit(facet)));
}

static void
list_facets(const struct app *app, struct table *table)
{
	const struct cyt_facet *facet;
	const struct cyt_value *value;
	struct buffer *out;
	size_t i, k;

	for (i = 0; i < cyt_corpus_facet_count(app->corpus); i++) {
		facet = cyt_corpus_facet_at(app->corpus, i);
		out = table_row(table, cyt_facet_id(facet));
		buffer_add(out, facet_label(app->tongue, facet));
		if (cyt_facet_type(facet) == CYT_FACET_TYPE_QUANTITY)
			add_unit(app->tongue, facet, out);
		if (cyt_facet_type(facet) == CYT_FACET_TYPE_CONCEPTS)
			buffer_printf(out, ": %s", say(app->tongue, SAY_CONCEPTS));
		if (cyt_facet_type(facet) != CYT_FACET_TYPE_ENUMERATED)
			continue;
		for (k = 0; k < cyt_facet_value_count(facet); k++) {
			value = cyt_facet_value_at(facet, k);
			buffer_printf(out, "%s%s", k ? ", " : ": ", cyt_value_id(value));
		}
	}
}

struct jurisdiction {
	const char *id;
	size_t laws;
};

static int
compare_jurisdictions(const void *left, const void *right)
{
	const struct jurisdiction *a = left, *b = right;

	return strcmp(a->id, b->id);
}

static void
count_jurisdiction(struct jurisdiction *rows, size_t *count, const char *id, size_t laws)
{
	size_t i;

	for (i = 0; i < *count && strcmp(rows[i].id, id) != 0; i++)
		;
	if (i == *count)
		rows[(*count)++] = (struct jurisdiction){id, 0};
	rows[i].laws += laws;
}

static void
list_jurisdictions(const struct app *app, struct table *table)
{
	size_t laws = cyt_corpus_law_count(app->corpus);
	size_t states = cyt_corpus_state_count(app->corpus), count = 0, i;
	struct jurisdiction *rows = grow(NULL, laws + states + 1, sizeof(*rows));
	const struct cyt_state *state;
	struct buffer *out;

	for (i = 0; i < states; i++)
		count_jurisdiction(rows, &count, cyt_state_id(cyt_corpus_state_at(app->corpus, i)),
				   0);
	for (i = 0; i < laws; i++)
		count_jurisdiction(rows, &count,
				   cyt_law_jurisdiction(cyt_corpus_law_at(app->corpus, i)), 1);
	qsort(rows, count, sizeof(*rows), compare_jurisdictions);
	for (i = 0; i < count; i++) {
		state = cyt_corpus_state_find(app->corpus, rows[i].id);
		out = table_row(table, rows[i].id);
		if (state)
			buffer_printf(out, "%s; ", state_label(app->tongue, state));
		say_to(out, app->tongue, rows[i].laws == 1 ? SAY_LAW_COUNT : SAY_LAWS_COUNT,
		       rows[i].laws);
	}
	free(rows);
}

static void
list_states(const struct app *app, struct table *table)
{
	const struct cyt_state *state;
	struct buffer *out;
	size_t i, actions;

	for (i = 0; i < cyt_corpus_state_count(app->corpus); i++) {
		state = cyt_corpus_state_at(app->corpus, i);
		actions = cyt_state_action_count(state);
		out = table_row(table, cyt_state_id(state));
		buffer_printf(out, "%s; ", state_label(app->tongue, state));
		say_to(out, app->tongue, actions == 1 ? SAY_ACTION_COUNT : SAY_ACTIONS_COUNT,
		       actions);
	}
}

static const struct kind {
	const char *name;
	void (*list)(const struct app *app, struct table *table);
} kinds[] = {
	{"laws", list_laws},
	{"instruments", list_instruments},
	{"articles", list_articles},
	{"concepts", list_concepts},
	{"facets", list_facets},
	{"jurisdictions", list_jurisdictions},
	{"states", list_states},
	{"basis", NULL}, /* a table with more columns: basis.c */
};

#define KINDS (sizeof(kinds) / sizeof(*kinds))

static const struct kind *
find_kind(const char *name)
{
	size_t i;

	for (i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

static int
unknown_kind(const char *name)
{
	struct likely near = {.wanted = name};
	struct words words = {0};
	struct buffer names = {0};
	size_t i;
	int status;

	for (i = 0; i < KINDS; i++) {
		words_add(&words, kinds[i].name);
		likely_offer(&near, kinds[i].name);
	}
	names_list(&words, &names);
	status = likely_trouble(&near, "a list is of %s, not of '%s'", names.text, name);
	buffer_release(&names);
	words_release(&words);
	return status;
}

static int
check_instrument(const struct app *app, const struct kind *kind)
{
	const struct words *arguments = &app->options.arguments;

	if (arguments->count < 2)
		return 0;
	if (kind->list != list_articles)
		return trouble("only 'list articles' takes an instrument");
	if (!cyt_corpus_instrument_find(app->corpus, arguments->at[1]))
		return names_unknown(app->corpus, NAMES_INSTRUMENT, "instrument", arguments->at[1]);
	return 0;
}

static void
print_table(struct app *app, const struct kind *kind)
{
	struct table table = {0};

	if (kind->list) {
		kind->list(app, &table);
		table_print(&table, &app->text);
		table_release(&table);
	} else {
		basis_print(app);
	}
	text_line(&app->text);
	corpus_line(app);
}

int
list_run(struct app *app)
{
	const struct words *arguments = &app->options.arguments;
	const char *instrument = arguments->count > 1 ? arguments->at[1] : NULL;
	const struct kind *kind = find_kind(arguments->at[0]);
	int status, err = 0;

	if (!kind)
		return unknown_kind(arguments->at[0]);
	status = corpus_load(app, NULL);
	if (!status)
		status = check_instrument(app, kind);
	if (status)
		return status;
	if (app->json)
		err = cyt_export_list_json(app->corpus, kind->name, instrument, app->options.lang,
					   buffer_sink, &app->text.out);
	else if (app->csv)
		err = cyt_export_list_csv(app->corpus, kind->name, instrument, app->options.lang,
					  buffer_sink, &app->text.out);
	else
		print_table(app, kind);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : STATUS_ANSWERED;
}

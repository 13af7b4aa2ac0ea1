/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* list basis: how many facts of a document rest on what. */
#include <string.h>

#include "app.h"

struct tally {
	size_t by[CYT_BASIS_UNVERIFIED + 1];
};

static size_t
tally_add(struct tally *tally, const struct cyt_element *element, const char *facts)
{
	size_t count, all = 0;
	int basis;

	for (basis = CYT_BASIS_TEXT; basis <= CYT_BASIS_UNVERIFIED; basis++) {
		count = cyt_element_fact_count(element, facts, (enum cyt_basis)basis);
		tally->by[basis] += count;
		all += count;
	}
	return all;
}

static void
print_row(struct text *text, size_t indent, const char *name, const struct tally *tally)
{
	size_t all = tally->by[CYT_BASIS_TEXT] + tally->by[CYT_BASIS_SECONDARY] +
		     tally->by[CYT_BASIS_UNVERIFIED];
	size_t width = indent + text_width(name);

	text_space(text, indent);
	text_put(text, indent ? STYLE_PLAIN : STYLE_BOLD, name);
	text_space(text, width < 40 ? 40 - width : 1);
	buffer_printf(&text->out, "%8zu%8zu%11zu%12zu\n", all, tally->by[CYT_BASIS_TEXT],
		      tally->by[CYT_BASIS_SECONDARY], tally->by[CYT_BASIS_UNVERIFIED]);
}

static void
print_right(struct text *text, size_t width, const char *words)
{
	text_space(text, width - text_width(words));
	text_put(text, STYLE_PLAIN, words);
}

static void
print_head(struct app *app, enum say head, enum say facts)
{
	static const enum say columns[] = {SAY_TEXT_COLUMN, SAY_SECONDARY_COLUMN,
					   SAY_UNVERIFIED_COLUMN};
	static const size_t widths[] = {8, 11, 12};
	const char *name = say(app->tongue, head);
	size_t i;

	text_put(&app->text, STYLE_BOLD, name);
	text_space(&app->text, 40 - text_width(name));
	print_right(&app->text, 8, say(app->tongue, facts));
	for (i = 0; i < 3; i++)
		print_right(&app->text, widths[i], say(app->tongue, columns[i]));
	text_line(&app->text);
}

static void
print_instruments(struct app *app)
{
	struct tally all = {0}, one;
	const struct cyt_instrument *instrument;
	const struct cyt_element *element;
	size_t i;

	print_head(app, SAY_INSTRUMENTS_HEAD, SAY_DEMANDS_COLUMN);
	for (i = 0; i < cyt_corpus_instrument_count(app->corpus); i++) {
		instrument = cyt_corpus_instrument_at(app->corpus, i);
		element = cyt_instrument_element(instrument);
		memset(&one, 0, sizeof(one));
		tally_add(&one, element, "demand");
		tally_add(&all, element, "demand");
		print_row(&app->text, 2, cyt_instrument_id(instrument), &one);
	}
	print_row(&app->text, 0, say(app->tongue, SAY_ALL_INSTRUMENTS), &all);
}

static bool
is_of(const struct cyt_law *law, const char *jurisdiction)
{
	return strcmp(cyt_law_jurisdiction(law), jurisdiction) == 0;
}

/* Whether a law before this one is of the same jurisdiction. */
static bool
seen_before(const struct app *app, size_t law)
{
	const char *id = cyt_law_jurisdiction(cyt_corpus_law_at(app->corpus, law));
	size_t i;

	for (i = 0; i < law; i++)
		if (is_of(cyt_corpus_law_at(app->corpus, i), id))
			return true;
	return false;
}

static void
print_jurisdiction(struct app *app, const char *id, struct tally *all)
{
	const struct cyt_state *state = cyt_corpus_state_find(app->corpus, id);
	struct buffer name = {0};
	struct tally sum = {0}, one;
	const struct cyt_law *law;
	size_t i, laws = cyt_corpus_law_count(app->corpus);

	for (i = 0; i < laws; i++) {
		law = cyt_corpus_law_at(app->corpus, i);
		if (!is_of(law, id))
			continue;
		tally_add(&sum, cyt_law_element(law), "supply");
		tally_add(all, cyt_law_element(law), "supply");
	}
	buffer_printf(&name, "%s  %s", id, state ? state_label(app->tongue, state) : "");
	print_row(&app->text, 2, name.text, &sum);
	for (i = 0; i < laws; i++) {
		law = cyt_corpus_law_at(app->corpus, i);
		if (!is_of(law, id))
			continue;
		memset(&one, 0, sizeof(one));
		tally_add(&one, cyt_law_element(law), "supply");
		print_row(&app->text, 6, cyt_law_id(law), &one);
	}
	buffer_release(&name);
}

static void
print_jurisdictions(struct app *app)
{
	struct tally all = {0};
	size_t i;

	print_head(app, SAY_JURISDICTIONS_HEAD, SAY_SUPPLIES_COLUMN);
	for (i = 0; i < cyt_corpus_law_count(app->corpus); i++)
		if (!seen_before(app, i))
			print_jurisdiction(app,
					   cyt_law_jurisdiction(cyt_corpus_law_at(app->corpus, i)),
					   &all);
	print_row(&app->text, 0, say(app->tongue, SAY_ALL_JURISDICTIONS), &all);
}

static void
print_states(struct app *app)
{
	struct tally all = {0}, one;
	const struct cyt_state *state;
	size_t i;

	print_head(app, SAY_STATES_HEAD, SAY_ACTIONS_COLUMN);
	for (i = 0; i < cyt_corpus_state_count(app->corpus); i++) {
		state = cyt_corpus_state_at(app->corpus, i);
		memset(&one, 0, sizeof(one));
		tally_add(&all, cyt_state_element(state), "action");
		if (tally_add(&one, cyt_state_element(state), "action"))
			print_row(&app->text, 2, cyt_state_id(state), &one);
	}
	print_row(&app->text, 0, say(app->tongue, SAY_ALL_STATES), &all);
}

void
basis_print(struct app *app)
{
	print_instruments(app);
	text_line(&app->text);
	print_jurisdictions(app);
	text_line(&app->text);
	print_states(app);
}

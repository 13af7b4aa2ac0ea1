/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looking a subject up: a law, an instrument, a jurisdiction, or several joined by '+'. */
#include "query/subject.h"

#include <cybertreaty/base.h>

#include <stdlib.h>
#include <string.h>

#include "base/date.h"

/* What a subject or a part of it is called: a title, and a name that sentences can use. */
struct called {
	const char *title, *name;
};

static int
call(struct subject *subject, const char *title, const char *said, const char *lang,
     struct called *out)
{
	out->title = title;
	out->name = said;
	if (tongue_is_foreign(subject->tongue, lang))
		out->name = arena_printf(subject->arena, "%s [%s]", said, lang);
	return out->name ? 0 : CYT_ERR_NOMEM;
}

static int
call_law(struct subject *subject, const struct cyt_law *law, struct called *out)
{
	const struct tongue *tongue = subject->tongue;
	const char *lang, *said = image_law_title(law, tongue->words[SAY_LANGUAGE], &lang);

	return call(subject, cyt_law_title(law, tongue_lang(tongue)), said, lang, out);
}

static int
call_by(struct subject *subject, uint32_t node, enum element element, const char *id,
	struct called *out)
{
	const struct img_node *at = image_node(subject->image, node);
	const struct tongue *tongue = subject->tongue;
	const char *title = image_text(subject->image, at, element, tongue_lang(tongue), NULL);
	const char *lang = "", *said = image_text(subject->image, at, element,
						  tongue->words[SAY_LANGUAGE], &lang);

	return call(subject, title ? title : id, said ? said : id, lang, out);
}

static int
call_jurisdiction(struct subject *subject, const char *id, struct called *out)
{
	const struct cyt_state *state = image_find_state(subject->image, id);

	if (!state)
		return call(subject, id, id, "", out);
	return call_by(subject, state->node, ELEMENT_LABEL, id, out);
}

static char *
country_of(struct arena *arena, const char *jurisdiction)
{
	return arena_strndup(arena, jurisdiction, strcspn(jurisdiction, "-"));
}

static int
add_country(struct subject *subject, const char *country)
{
	const char **grown;

	for (size_t i = 0; i < subject->country_count; i++)
		if (strcmp(subject->countries[i], country) == 0)
			return 0;
	grown = arena_alloc(subject->arena, subject->country_count + 1, sizeof(*grown));
	if (!grown)
		return CYT_ERR_NOMEM;
	if (subject->country_count)
		memcpy(grown, subject->countries, subject->country_count * sizeof(*grown));
	grown[subject->country_count++] = country;
	subject->countries = grown;
	return 0;
}

static void
add_assessed(struct subject *subject, uint32_t concepts)
{
	set_or(subject->assessed, image_words(subject->image, concepts),
	       subject->image->concept_words);
}

/* -- what a law is to the subject --------------------------------------------------------- */

static int
add_role(struct subject *subject, uint32_t law, uint32_t roles)
{
	struct law_in *grown;
	size_t room = subject->law_room ? 2 * subject->law_room : 4;

	if (subject->law_count == subject->law_room) {
		grown = arena_alloc(subject->arena, room, sizeof(*grown));
		if (!grown)
			return CYT_ERR_NOMEM;
		if (subject->law_count)
			memcpy(grown, subject->laws, subject->law_count * sizeof(*grown));
		subject->laws = grown;
		subject->law_room = room;
	}
	subject->laws[subject->law_count].law = law;
	subject->laws[subject->law_count++].roles = roles;
	return 0;
}

static int
compare_laws(const void *a, const void *b)
{
	const struct law_in *one = a, *other = b;

	return (one->law > other->law) - (one->law < other->law);
}

/* Each law once, rising. */
static void
unite_roles(struct subject *subject)
{
	struct law_in *laws = subject->laws;
	size_t kept = 0;

	if (subject->law_count > 1)
		qsort(laws, subject->law_count, sizeof(*laws), compare_laws);
	for (size_t i = 0; i < subject->law_count; i++) {
		if (kept > 0 && laws[kept - 1].law == laws[i].law)
			laws[kept - 1].roles |= laws[i].roles;
		else
			laws[kept++] = laws[i];
	}
	subject->law_count = kept;
}

static struct law_in *
find_law(const struct subject *subject, uint32_t law)
{
	size_t low = 0, high = subject->law_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (subject->laws[middle].law == law)
			return &subject->laws[middle];
		if (subject->laws[middle].law < law)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

uint32_t
subject_role(const struct subject *subject, uint32_t law)
{
	const struct law_in *in = find_law(subject, law);

	return in ? in->roles : 0;
}

void
subject_unname(struct subject *subject, const struct cyt_law *law)
{
	struct law_in *in = find_law(subject, image_index(subject->image, law, law));

	if (in)
		in->roles &= ~(uint32_t)LAW_IS_NAMED;
}

/* -- parts -------------------------------------------------------------------------------- */

static int
add_law(struct subject *subject, const struct cyt_law *law)
{
	add_assessed(subject, law->assessed);
	if (add_role(subject, image_index(subject->image, law, law),
		     LAW_BELONGS | LAW_IS_NAMED) < 0)
		return CYT_ERR_NOMEM;
	return add_country(subject, image_string(subject->image, law->country));
}

/* The laws of exactly that jurisdiction. */
static int
add_laws_of(struct subject *subject, const char *jurisdiction, bool *any)
{
	struct img_list laws = index_jurisdiction(subject->index, jurisdiction);
	int err = 0;

	for (uint32_t i = 0; !err && i < laws.count; i++)
		err = add_role(subject, subject->index->laws[laws.first + i], LAW_BELONGS);
	*any = laws.count > 0;
	return err;
}

/* All national law of a country, and that of the part of it that is named. */
static int
add_jurisdiction(struct subject *subject, const char *id)
{
	const char *country = country_of(subject->arena, id);
	const struct cyt_state *state = image_find_state(subject->image, id);
	bool any;
	int err;

	if (!country)
		return CYT_ERR_NOMEM;
	err = add_laws_of(subject, id, &any);
	if (!err && !any && !state)
		return CYT_ERR_NOTFOUND;
	if (!err && strcmp(id, country) != 0)
		err = add_laws_of(subject, country, &any);
	if (err < 0)
		return err;
	if (!state)
		state = image_find_state(subject->image, country);
	if (state)
		add_assessed(subject, state->assessed);
	return add_country(subject, country);
}

static int
add_instrument(struct subject *subject, const struct cyt_instrument *instrument)
{
	uint32_t index = image_index(subject->image, instrument, instrument), *grown;

	memset(subject->assessed, 0xff, subject->image->concept_words * sizeof(uint64_t));
	for (size_t i = 0; i < subject->instrument_count; i++)
		if (subject->instruments[i] == index)
			return 0;
	grown = arena_alloc(subject->arena, subject->instrument_count + 1, sizeof(*grown));
	if (!grown)
		return CYT_ERR_NOMEM;
	if (subject->instrument_count)
		memcpy(grown, subject->instruments, subject->instrument_count * sizeof(*grown));
	grown[subject->instrument_count++] = index;
	subject->instruments = grown;
	return 0;
}

static int
add_part(struct subject *subject, const char *id, struct called *called, const char **kind)
{
	const struct image *image = subject->image;
	const struct cyt_instrument *instrument;
	const struct cyt_law *law = image_find_law(image, id);
	int err;

	if (law) {
		*kind = "law";
		err = call_law(subject, law, called);
		return err ? err : add_law(subject, law);
	}
	instrument = image_find_instrument(image, id);
	if (instrument) {
		*kind = "instrument";
		err = call_by(subject, instrument->node, ELEMENT_TITLE, id, called);
		return err ? err : add_instrument(subject, instrument);
	}
	*kind = "jurisdiction";
	err = call_jurisdiction(subject, id, called);
	return err ? err : add_jurisdiction(subject, id);
}

static const char *
add_name(struct subject *subject, const char *names, const char *name)
{
	return names ? arena_printf(subject->arena, "%s + %s", names, name) : name;
}

static int
read_text(struct subject *subject, const char *text)
{
	const char *end, *kind;
	struct called called;
	size_t parts = 0;
	char *id;
	int err;

	for (;; text = end + 1, parts++) {
		end = text + strcspn(text, "+");
		id = arena_strndup(subject->arena, text, (size_t)(end - text));
		if (!id)
			return CYT_ERR_NOMEM;
		err = add_part(subject, id, &called, &kind);
		if (err < 0)
			return err;
		subject->kind = parts ? "set" : kind;
		subject->title = add_name(subject, subject->title, called.title);
		subject->name = add_name(subject, subject->name, called.name);
		if (!subject->title || !subject->name)
			return CYT_ERR_NOMEM;
		if (!*end)
			return 0;
	}
}

static uint32_t
source_node(const struct source *source)
{
	return source->law ? source->law->node : source->instrument->node;
}

/* Laws are in order; only instruments move, and there are few. */
static void
add_source(struct subject *subject, const struct source *source)
{
	size_t at = subject->source_count++;

	for (; at > 0 && source_node(&subject->sources[at - 1]) > source_node(source); at--)
		subject->sources[at] = subject->sources[at - 1];
	subject->sources[at] = *source;
}

/* Laws and instruments merged by where their documents stand. */
static int
collect_sources(struct subject *subject)
{
	const struct image *image = subject->image;
	size_t most = subject->law_count + subject->instrument_count;

	subject->sources = arena_alloc(subject->arena, most, sizeof(*subject->sources));
	subject->counts = arena_alloc(subject->arena, most, sizeof(*subject->counts));
	if (!subject->sources || !subject->counts)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < subject->law_count; i++) {
		struct source next = { image_law(image, subject->laws[i].law), NULL };

		if (subject->laws[i].roles & LAW_BELONGS)
			add_source(subject, &next);
	}
	for (size_t i = 0; i < subject->instrument_count; i++) {
		struct source next = { NULL, image_instrument(image, subject->instruments[i]) };

		add_source(subject, &next);
	}
	for (size_t i = 0; i < subject->source_count; i++)
		subject->counts[i] = !subject->sources[i].law ||
				     subject_law_counts(subject, subject->sources[i].law);
	return 0;
}

static bool
reservation_holds(const struct subject *subject, const struct cyt_action *action)
{
	cyt_date date = date_first_day((cyt_date)action->date);
	cyt_date until = date_first_day((cyt_date)action->until);

	return strcmp(image_string(subject->image, action->kind), "reservation") == 0 &&
	       (uint32_t)date <= subject->as_at &&
	       (until == 0 || subject->as_at < (uint32_t)until);
}

/* Reservations of several States excuse nobody. */
static int
collect_reservations(struct subject *subject)
{
	const struct image *image = subject->image;
	const struct cyt_state *state =
		subject->country_count == 1 ? image_find_state(image, subject->countries[0]) : NULL;
	uint32_t count = state ? state->actions.count : 0;

	subject->reservations =
		arena_alloc(subject->arena, count, sizeof(*subject->reservations));
	if (!subject->reservations)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < count; i++) {
		const struct cyt_action *action = image_action(image, state->actions.first + i);

		if (reservation_holds(subject, action))
			subject->reservations[subject->reservation_count++] = action;
	}
	return 0;
}

static int
mark_with(struct subject *subject, const struct cyt_terms *terms)
{
	for (size_t i = 0; i < terms->law_count; i++) {
		const struct cyt_law *law = image_find_law(subject->image, terms->laws[i]);

		if (!law)
			return CYT_ERR_NOTFOUND;
		if (add_role(subject, image_index(subject->image, law, law), LAW_IS_WITH) < 0)
			return CYT_ERR_NOMEM;
	}
	return 0;
}

static int
begin(struct subject *subject, const struct index *index, const char *text,
      const struct cyt_terms *terms, uint32_t basis, struct arena *arena)
{
	const struct image *image = index->image;

	memset(subject, 0, sizeof(*subject));
	subject->image = image;
	subject->index = index;
	subject->arena = arena;
	subject->tongue = &terms->tongue;
	subject->as_at = (uint32_t)date_first_day(terms->as_at);
	subject->basis = basis;
	subject->text = text;
	subject->assessed = arena_alloc(arena, image->concept_words, sizeof(uint64_t));
	subject->supplied = arena_alloc(arena, image_count(image, SECTION_CONCEPT),
					sizeof(*subject->supplied));
	if (!subject->assessed || !subject->supplied)
		return CYT_ERR_NOMEM;
	return mark_with(subject, terms);
}

static int
finish(struct subject *subject)
{
	int err;

	subject->tongue = NULL;
	unite_roles(subject);
	err = collect_sources(subject);
	if (!err)
		err = subject_find_replaced(subject);
	return err ? err : collect_reservations(subject);
}

int
subject_open(struct subject *subject, const struct index *index, const char *text,
	     const struct cyt_terms *terms, uint32_t basis, struct arena *arena)
{
	int err = begin(subject, index, text, terms, basis, arena);

	if (!err)
		err = read_text(subject, text);
	return err ? err : finish(subject);
}

int
subject_open_jurisdiction(struct subject *subject, const struct index *index, const char *id,
			  const struct cyt_terms *terms, uint32_t basis, struct arena *arena)
{
	int err = begin(subject, index, id, terms, basis, arena);
	struct called called = { id, id };

	if (!err)
		err = add_jurisdiction(subject, id);
	if (!err)
		err = call_jurisdiction(subject, id, &called);
	subject->kind = "jurisdiction";
	subject->title = called.title;
	subject->name = called.name;
	return err ? err : finish(subject);
}

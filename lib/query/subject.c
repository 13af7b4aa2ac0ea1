/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looking a subject up: a law, an instrument, a jurisdiction, or several joined by '+'. */
#include "query/subject.h"

#include <cybertreaty/base.h>

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
	if (tongue_is_foreign(&subject->terms->tongue, lang))
		out->name = arena_printf(subject->arena, "%s [%s]", said, lang);
	return out->name ? 0 : CYT_ERR_NOMEM;
}

static int
call_law(struct subject *subject, const struct cyt_law *law, struct called *out)
{
	const struct tongue *tongue = &subject->terms->tongue;
	const char *lang, *said = image_law_title(law, tongue->words[SAY_LANGUAGE], &lang);

	return call(subject, cyt_law_title(law, tongue_lang(tongue)), said, lang, out);
}

static int
call_by(struct subject *subject, uint32_t node, enum element element, const char *id,
	struct called *out)
{
	const struct img_node *at = image_node(subject->image, node);
	const struct tongue *tongue = &subject->terms->tongue;
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

static int
add_law(struct subject *subject, const struct cyt_law *law)
{
	subject->roles[image_index(subject->image, law, law)] |= LAW_BELONGS | LAW_IS_NAMED;
	add_assessed(subject, law->assessed);
	return add_country(subject, image_string(subject->image, law->country));
}

/* All national law of a country, and that of the part of it that is named. */
static int
add_jurisdiction(struct subject *subject, const char *id)
{
	const struct image *image = subject->image;
	const char *country = country_of(subject->arena, id);
	const struct cyt_state *state = image_find_state(image, id);
	bool exists = state != NULL;

	if (!country)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < image_count(image, SECTION_LAW); i++)
		exists |= strcmp(image_string(image, image_law(image, i)->jurisdiction), id) == 0;
	if (!exists)
		return CYT_ERR_NOTFOUND;
	for (uint32_t i = 0; i < image_count(image, SECTION_LAW); i++) {
		const char *where = image_string(image, image_law(image, i)->jurisdiction);

		if (strcmp(where, id) == 0 || strcmp(where, country) == 0)
			subject->roles[i] |= LAW_BELONGS;
	}
	if (!state)
		state = image_find_state(image, country);
	if (state)
		add_assessed(subject, state->assessed);
	return add_country(subject, country);
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
		subject->has_instrument[image_index(image, instrument, instrument)] = 1;
		memset(subject->assessed, 0xff, image->concept_words * sizeof(uint64_t));
		*kind = "instrument";
		return call_by(subject, instrument->node, ELEMENT_TITLE, id, called);
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

/* Laws and instruments merged by where their documents stand. */
static int
collect_sources(struct subject *subject)
{
	const struct image *image = subject->image;
	const uint8_t *instruments = subject->has_instrument;
	uint32_t laws = image_count(image, SECTION_LAW);
	uint32_t all = laws + image_count(image, SECTION_INSTRUMENT);
	size_t count = 0;

	for (uint32_t i = 0; i < all; i++)
		count += i < laws ? subject->roles[i] & LAW_BELONGS : instruments[i - laws];
	subject->sources = arena_alloc(subject->arena, count, sizeof(*subject->sources));
	subject->counts = arena_alloc(subject->arena, count, sizeof(*subject->counts));
	if (!subject->sources || !subject->counts)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < all; i++) {
		struct source next = { NULL, NULL };
		size_t at = subject->source_count;

		if (!(i < laws ? subject->roles[i] & LAW_BELONGS : instruments[i - laws]))
			continue;
		if (i < laws)
			next.law = image_law(image, i);
		else
			next.instrument = image_instrument(image, i - laws);
		/* Each section is in order; only instruments move, and there are few. */
		while (at > 0 && source_node(&subject->sources[at - 1]) > source_node(&next)) {
			subject->sources[at] = subject->sources[at - 1];
			at--;
		}
		subject->sources[at] = next;
		subject->source_count++;
	}
	for (size_t i = 0; i < subject->source_count; i++)
		subject->counts[i] = !subject->sources[i].law ||
				     subject_law_counts(subject, subject->sources[i].law);
	return 0;
}

static int
mark_with(struct subject *subject)
{
	for (size_t i = 0; i < subject->terms->law_count; i++) {
		const struct cyt_law *law =
			image_find_law(subject->image, subject->terms->laws[i]);

		if (!law)
			return CYT_ERR_NOTFOUND;
		subject->roles[image_index(subject->image, law, law)] |= LAW_IS_WITH;
	}
	return 0;
}

static int
begin(struct subject *subject, const struct image *image, const char *text,
      const struct cyt_terms *terms, uint32_t basis, struct arena *arena)
{
	memset(subject, 0, sizeof(*subject));
	subject->image = image;
	subject->arena = arena;
	subject->terms = terms;
	subject->as_at = (uint32_t)date_first_day(terms->as_at);
	subject->basis = basis;
	subject->text = text;
	subject->roles = arena_alloc(arena, image_count(image, SECTION_LAW), 1);
	subject->has_instrument = arena_alloc(arena, image_count(image, SECTION_INSTRUMENT), 1);
	subject->assessed = arena_alloc(arena, image->concept_words, sizeof(uint64_t));
	subject->supplied = arena_alloc(arena, image_count(image, SECTION_CONCEPT),
					sizeof(*subject->supplied));
	if (!subject->roles || !subject->has_instrument || !subject->assessed ||
	    !subject->supplied)
		return CYT_ERR_NOMEM;
	return mark_with(subject);
}

static int
finish(struct subject *subject)
{
	int err = collect_sources(subject);

	if (!err)
		err = subject_find_replaced(subject);
	/* Reservations of several States excuse nobody. */
	if (!err && subject->country_count == 1)
		subject->state = image_find_state(subject->image, subject->countries[0]);
	return err;
}

int
subject_open(struct subject *subject, const struct image *image, const char *text,
	     const struct cyt_terms *terms, uint32_t basis, struct arena *arena)
{
	int err = begin(subject, image, text, terms, basis, arena);

	if (!err)
		err = read_text(subject, text);
	return err ? err : finish(subject);
}

int
subject_open_jurisdiction(struct subject *subject, const struct image *image, const char *id,
			  const struct cyt_terms *terms, uint32_t basis, struct arena *arena)
{
	int err = begin(subject, image, id, terms, basis, arena);
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

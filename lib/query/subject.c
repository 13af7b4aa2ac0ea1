/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looking a subject up: a law, an instrument, a jurisdiction, or several joined by '+'. */
#include "query/subject.h"

#include <cybertreaty/base.h>

#include <string.h>

#include "base/date.h"

static const char *
law_title(const struct image *image, const struct cyt_law *law)
{
	const char *title = image_text(image, image_node(image, law->node), ELEMENT_TITLE, "en",
				       NULL);

	return title ? title : image_string(image, law->id);
}

static const char *
instrument_title(const struct image *image, const struct cyt_instrument *instrument)
{
	const char *title = image_text(image, image_node(image, instrument->node), ELEMENT_TITLE,
				       "en", NULL);

	return title ? title : image_string(image, instrument->id);
}

static const char *
jurisdiction_title(const struct image *image, const char *id)
{
	const struct cyt_state *state = image_find_state(image, id);
	const char *label = NULL;

	if (state)
		label = image_text(image, image_node(image, state->node), ELEMENT_LABEL, "en",
				   NULL);
	return label ? label : id;
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
add_part(struct subject *subject, const char *id, const char **title, const char **kind)
{
	const struct image *image = subject->image;
	const struct cyt_instrument *instrument;
	const struct cyt_law *law = image_find_law(image, id);

	if (law) {
		*title = law_title(image, law);
		*kind = "law";
		return add_law(subject, law);
	}
	instrument = image_find_instrument(image, id);
	if (instrument) {
		subject->has_instrument[image_index(image, instrument, instrument)] = 1;
		memset(subject->assessed, 0xff, image->concept_words * sizeof(uint64_t));
		*title = instrument_title(image, instrument);
		*kind = "instrument";
		return 0;
	}
	*title = jurisdiction_title(image, id);
	*kind = "jurisdiction";
	return add_jurisdiction(subject, id);
}

static int
read_text(struct subject *subject, const char *text)
{
	const char *end, *title, *kind;
	size_t parts = 0;
	char *id;
	int err;

	for (;; text = end + 1, parts++) {
		end = text + strcspn(text, "+");
		id = arena_strndup(subject->arena, text, (size_t)(end - text));
		if (!id)
			return CYT_ERR_NOMEM;
		err = add_part(subject, id, &title, &kind);
		if (err < 0)
			return err;
		subject->kind = parts ? "set" : kind;
		subject->title = parts ? arena_printf(subject->arena, "%s + %s", subject->title,
						      title)
				       : title;
		if (!subject->title)
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

	if (!err)
		err = add_jurisdiction(subject, id);
	subject->kind = "jurisdiction";
	subject->title = jurisdiction_title(image, id);
	return err ? err : finish(subject);
}

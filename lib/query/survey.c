/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where the supplies of a law stand, and of which concepts there are any. */
#include "query/subject.h"

#include <cybertreaty/base.h>

#include "model/bits.h"

static bool
is_before(const struct image *image, const struct cyt_law *law, uint32_t i, uint32_t concept)
{
	return image_supply(image, law->supplies.first + i)->concept < concept;
}

uint32_t
first_supply(const struct image *image, const struct cyt_law *law, uint32_t concept,
	     uint32_t guess)
{
	uint32_t low = 0, high = law->supplies.count;

	if (guess <= high && (guess == 0 || is_before(image, law, guess - 1, concept)) &&
	    (guess == high || !is_before(image, law, guess, concept)))
		return guess;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (is_before(image, law, middle, concept))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
survey_law(const struct subject *subject, const struct cyt_law *law)
{
	subject_settle(subject, law);
	for (uint32_t i = 0; i < law->supplies.count; i++) {
		uint32_t concept =
			image_supply(subject->image, law->supplies.first + i)->concept;

		bits_set(subject->survey, concept);
	}
}

static void
survey_instrument(const struct subject *subject, const struct cyt_instrument *instrument)
{
	for (uint32_t i = 0; i < instrument->rows.count; i++)
		bits_set(subject->survey,
			 image_row(subject->image, instrument->rows.first + i)->concept);
}

int
subject_survey(struct subject *subject)
{
	subject->survey =
		arena_alloc(subject->arena, subject->image->concept_words, sizeof(uint64_t));
	if (!subject->survey)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < subject->source_count; i++) {
		const struct source *source = &subject->sources[i];

		if (!subject->counts[i])
			continue;
		if (source->law)
			survey_law(subject, source->law);
		else
			survey_instrument(subject, source->instrument);
	}
	return 0;
}

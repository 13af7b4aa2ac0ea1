/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a subject supplies of one concept. */
#include "query/query.h"

#include <string.h>

#include "model/bits.h"

bool
part_is_conditional(const struct part *part)
{
	return part->supply && supply_terms(part->supply)->conditional;
}

void
part_load(const struct subject *subject, const struct cyt_concept *concept,
	  const struct part *part, uint64_t *set)
{
	if (part->set)
		set_copy(set, part->set, space_words(concept));
	else
		region_load(subject->image, concept, part->region, set);
}

static const struct img_replace *
find_some(const struct image *image, const struct cyt_demand *row, uint32_t axis)
{
	for (uint32_t i = 0; i < row->some.count; i++) {
		const struct img_replace *some = image_replace(image, row->some.first + i);

		if (some->axis == axis)
			return some;
	}
	return NULL;
}

bool
part_counts_towards(const struct image *image, const struct part *part,
		    const struct cyt_demand *row)
{
	if (!part->row)
		return true;
	for (uint32_t i = 0; i < part->row->some.count; i++) {
		const struct img_replace *own = image_replace(image, part->row->some.first + i);
		const struct img_replace *theirs = find_some(image, row, own->axis);
		uint32_t words = (image_axis(image, own->axis)->size + 63) / 64;

		if (!theirs || !set_within(image_words(image, own->mask),
					   image_words(image, theirs->mask), words))
			return false;
	}
	return true;
}

/* First supply of a concept in a law; its supplies are sorted by concept. */
static uint32_t
first_supply(const struct image *image, const struct cyt_law *law, uint32_t concept)
{
	uint32_t low = 0, high = law->supplies.count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (image_supply(image, law->supplies.first + middle)->concept < concept)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct part *
add_part(struct subject *subject, struct supplied *out, size_t *capacity)
{
	struct part *part;

	if (!alloc_grow(subject->arena->hooks, &out->parts, capacity, out->count + 1,
			sizeof(*out->parts)))
		return NULL;
	part = &out->parts[out->count++];
	memset(part, 0, sizeof(*part));
	return part;
}

static bool
take_exceptions(struct subject *subject, const struct cyt_concept *concept, struct part *part)
{
	const struct image *image = subject->image;

	const struct img_list excepts = supply_terms(part->supply)->excepts;

	for (uint32_t i = 0; i < excepts.count; i++) {
		const struct img_except *except =
			image_except(image, excepts.first + i);

		if (!subject_except_counts(subject, except))
			continue;
		if (!part->set) {
			part->set = set_new(subject->arena, concept);
			if (!part->set)
				return false;
			region_load(image, concept, part->region, part->set);
		}
		region_subtract(image, concept, except->region, part->set);
	}
	return true;
}

static bool
add_law(struct subject *subject, const struct cyt_law *law, struct supplied *out, size_t *capacity)
{
	const struct image *image = subject->image;
	uint32_t concept = image_index(image, concept, out->concept);

	for (uint32_t i = first_supply(image, law, concept); i < law->supplies.count; i++) {
		const struct cyt_supply *supply = image_supply(image, law->supplies.first + i);
		struct part *part;

		if (supply->concept != concept)
			break;
		if ((subject->basis && supply_terms(supply)->basis > subject->basis) ||
		    !subject_supply_counts(subject, supply))
			continue;
		part = add_part(subject, out, capacity);
		if (!part)
			return false;
		part->supply = supply;
		part->region = supply->region;
		if (!take_exceptions(subject, out->concept, part))
			return false;
	}
	return true;
}

/* What a faithful Party without reservations has at the least: what is demanded outside any-of, less
 * all options. */
static bool
add_instrument(struct subject *subject, const struct cyt_instrument *instrument,
	       struct supplied *out, size_t *capacity)
{
	const struct image *image = subject->image;
	uint32_t concept = image_index(image, concept, out->concept);
	bool all = binds_in_every_modality(instrument);

	for (uint32_t i = 0; i < instrument->rows.count; i++) {
		const struct cyt_demand *row = image_row(image, instrument->rows.first + i);
		struct part *part;

		if (row->concept != concept || row->path.count > 0 ||
		    (!all && row->modality != MODALITY_SHALL) ||
		    (subject->basis && row->basis > subject->basis))
			continue;
		part = add_part(subject, out, capacity);
		if (!part)
			return false;
		part->row = row;
		part->region = row->region;
		part->set = set_new(subject->arena, out->concept);
		if (!part->set)
			return false;
		region_load(image, out->concept, row->region, part->set);
		for (uint32_t w = 0; w < row->ways.count; w++) {
			const struct cyt_way *way = image_way(image, row->ways.first + w);

			if (!way->reservable)
				region_subtract(image, out->concept, way->region, part->set);
		}
		out->has_some |= row->some.count > 0;
	}
	return true;
}

/* The union that was made at load for a law of which all depends on dates alone. */
static const struct img_union *
find_union(const struct subject *subject, const struct cyt_law *law, uint32_t concept)
{
	for (uint32_t low = 0, high = law->unions.count; low < high;) {
		uint32_t middle = low + (high - low) / 2;
		const struct img_union *made =
			image_union(subject->image, law->unions.first + middle);

		if (made->concept < concept || (made->concept == concept && made->until != 0 &&
						made->until <= subject->as_at))
			low = middle + 1;
		else if (made->concept > concept || made->from > subject->as_at)
			high = middle;
		else
			return made;
	}
	return NULL;
}

static bool
is_touched(const struct subject *subject, const struct cyt_law *law)
{
	uint32_t end = law->provisions.first + law->provisions.count;

	for (size_t i = 0; i < subject->replaced_count; i++)
		if (subject->replaced[i].first >= law->provisions.first &&
		    subject->replaced[i].first < end)
			return true;
	return false;
}

/* Whether the unions of a law say what its supplies would. Extends of other laws make it dynamic. */
static bool
unions_apply(const struct subject *subject, const struct cyt_law *law)
{
	return !law->dynamic && !subject->basis && !is_touched(subject, law);
}

static void
unite_parts(const struct subject *subject, struct supplied *out, size_t first)
{
	for (size_t i = first; i < out->count; i++) {
		const struct part *part = &out->parts[i];

		if (part->row && part->row->some.count > 0)
			continue;
		if (part->set) {
			set_or(out->all, part->set, space_words(out->concept));
			if (!part_is_conditional(part))
				set_or(out->firm, part->set, space_words(out->concept));
			continue;
		}
		region_or(subject->image, out->concept, part->region, out->all);
		if (!part_is_conditional(part))
			region_or(subject->image, out->concept, part->region, out->firm);
	}
}

static bool
add_source(struct subject *subject, const struct source *source, struct supplied *out,
	   size_t *capacity)
{
	const struct img_union *made = NULL;
	size_t first = out->count;

	if (source->instrument) {
		if (!add_instrument(subject, source->instrument, out, capacity))
			return false;
	} else {
		bool united = unions_apply(subject, source->law);

		if (!(united && subject->unions_only) &&
		    !add_law(subject, source->law, out, capacity))
			return false;
		if (united)
			made = find_union(subject, source->law,
					  image_index(subject->image, concept, out->concept));
	}
	if (made) {
		region_or(subject->image, out->concept, made->region, out->firm);
		region_or(subject->image, out->concept, made->region_all, out->all);
	} else {
		unite_parts(subject, out, first);
	}
	return true;
}

const struct supplied *
subject_supplied(struct subject *subject, const struct cyt_concept *concept)
{
	uint32_t index = image_index(subject->image, concept, concept);
	struct supplied *out = subject->supplied[index];
	struct part *parts;
	size_t capacity = 0;
	bool sound;

	if (out)
		return out;
	out = arena_alloc(subject->arena, 1, sizeof(*out));
	if (!out)
		return NULL;
	out->concept = concept;
	out->firm = set_new(subject->arena, concept);
	out->all = set_new(subject->arena, concept);
	sound = out->firm && out->all;
	for (size_t i = 0; sound && i < subject->source_count; i++)
		if (subject->counts[i])
			sound = add_source(subject, &subject->sources[i], out, &capacity);
	/* Into the arena, so that one free is enough. */
	parts = sound ? arena_alloc(subject->arena, out->count, sizeof(*parts)) : NULL;
	if (parts && out->count)
		memcpy(parts, out->parts, out->count * sizeof(*parts));
	alloc_free(subject->arena->hooks, out->parts);
	out->parts = parts;
	if (!parts)
		return NULL;
	subject->supplied[index] = out;
	return out;
}

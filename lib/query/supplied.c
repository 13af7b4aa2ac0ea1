/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a subject supplies of one concept. */
#include "query/query.h"

#include <string.h>

bool
part_is_conditional(const struct part *part)
{
	return part->supply && part->terms->conditional;
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

void
part_take(const struct subject *subject, const struct window *window, const struct part *part,
	  uint64_t *set)
{
	if (!part->set) {
		window_load(window, subject->image, part->region, set);
		return;
	}
	for (uint32_t i = 0; i < window->space.layers; i++, set += window->space.words)
		set_copy(set, part->set + window->layers[i] * window->space.words,
			 window->space.words);
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

static const struct supplied nothing;

/* A union on its way: what only one supply has is pointed to where it stands. */
struct sum {
	const uint64_t **layers;
	uint64_t **own; /* per layer the words put together here, or NULL */
};

/* A subject's parts of one concept while they are put together. */
struct gathering {
	const struct subject *subject;
	struct arena *arena; /* where the unions are put together */
	const struct cyt_concept *concept;
	uint32_t index; /* of the concept */
	struct supplied *out;
	struct sum firm, all;
	size_t room; /* for parts */
	uint32_t *next; /* where the supplies of a law on the last concept ended */
};

/* Makes room for so many more parts. */
static bool
reserve_parts(struct gathering *g, size_t more)
{
	struct supplied *out = g->out;
	struct part *grown;

	if (out->count + more <= g->room)
		return true;
	g->room = out->count + more > 2 * g->room ? out->count + more : 2 * g->room;
	grown = arena_take(g->subject->arena, g->room, sizeof(*grown));
	if (!grown)
		return false;
	if (out->count)
		memcpy(grown, out->parts, out->count * sizeof(*grown));
	out->parts = grown;
	return true;
}

static bool
take_exceptions(const struct gathering *g, struct part *part)
{
	const struct image *image = g->subject->image;
	const struct img_list excepts = part->terms->excepts;
	uint64_t *set = NULL;

	for (uint32_t i = 0; i < excepts.count; i++) {
		const struct img_except *except =
			image_except(image, excepts.first + i);

		if (!subject_except_counts(g->subject, except))
			continue;
		if (!set) {
			set = set_new(g->subject->arena, g->concept);
			if (!set)
				return false;
			region_load(image, g->concept, part->region, set);
		}
		region_subtract(image, g->concept, except->region, set);
	}
	part->set = set;
	return true;
}

/* There is room for it. */
static bool
add_supply(struct gathering *g, const struct cyt_supply *supply)
{
	const struct image *image = g->subject->image;
	struct part *part = &g->out->parts[g->out->count++];

	part->supply = supply;
	part->terms = supply_terms(image, supply);
	part->row = NULL;
	part->region = supply->region;
	part->set = NULL;
	return !part->terms->excepts.count || take_exceptions(g, part);
}

/* Whether a supply of a law of which not all counts, or not on every basis, does. */
static bool
counts(const struct subject *subject, const struct cyt_supply *supply)
{
	return (!subject->basis ||
		supply_terms(subject->image, supply)->basis <= subject->basis) &&
	       subject_supply_counts(subject, supply);
}

static bool
add_law(struct gathering *g, const struct cyt_law *law)
{
	const struct subject *subject = g->subject;
	bool all = !subject->basis && subject_all_supplies_count(subject, law);
	uint32_t first = first_supply(subject->image, law, g->index, *g->next);
	const struct cyt_supply *supply = image_supply(subject->image, law->supplies.first + first);
	uint32_t count = 0;

	while (first + count < law->supplies.count && supply[count].concept == g->index)
		count++;
	*g->next = first + count;
	if (!count || !reserve_parts(g, count))
		return !count;
	for (uint32_t i = 0; i < count; i++)
		if ((all || counts(subject, &supply[i])) && !add_supply(g, &supply[i]))
			return false;
	return true;
}

/* A demand as what a Party has that makes use of all its options. */
static bool
add_row(struct gathering *g, const struct cyt_demand *row)
{
	const struct image *image = g->subject->image;
	uint64_t *set = set_new(g->subject->arena, g->concept);
	struct part *part;

	if (!set || !reserve_parts(g, 1))
		return false;
	part = &g->out->parts[g->out->count++];
	memset(part, 0, sizeof(*part));
	region_load(image, g->concept, row->region, set);
	for (uint32_t w = 0; w < row->ways.count; w++) {
		const struct cyt_way *way = image_way(image, row->ways.first + w);

		if (!way->reservable)
			region_subtract(image, g->concept, way->region, set);
	}
	part->row = row;
	part->region = row->region;
	part->set = set;
	g->out->has_some |= row->some.count > 0;
	return true;
}

/* What a faithful Party without reservations has at the least: what is demanded outside any-of, less
 * all options. */
static bool
add_instrument(struct gathering *g, const struct cyt_instrument *instrument)
{
	bool all = binds_in_every_modality(instrument);

	for (uint32_t i = 0; i < instrument->rows.count; i++) {
		const struct cyt_demand *row =
			image_row(g->subject->image, instrument->rows.first + i);

		if (row->concept != g->index || row->path.count > 0 ||
		    (!all && row->modality != MODALITY_SHALL) ||
		    (g->subject->basis && row->basis > g->subject->basis))
			continue;
		if (!add_row(g, row))
			return false;
	}
	return true;
}

/* -- unions ------------------------------------------------------------------------------- */

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

bool
subject_law_may_have(const struct subject *subject, const struct cyt_law *law,
		     const struct window *window, const uint64_t *set)
{
	uint32_t concept = image_index(subject->image, concept, window->concept);
	const struct img_union *made;

	if (subject->survey && !concept_set_has(subject->survey, concept))
		return false;
	if (!unions_apply(subject, law))
		return true;
	made = find_union(subject, law, concept);
	return made && (!set || window_within(window, subject->image, made->region, set));
}

static bool
unite_layer(const struct gathering *g, const struct sum *sum, uint32_t layer,
	    const uint64_t *words)
{
	const uint64_t **there = &sum->layers[layer];

	if (!words || words == *there)
		return true;
	if (!*there) {
		*there = words;
		return true;
	}
	if (!sum->own[layer]) {
		sum->own[layer] = arena_alloc(g->arena, g->concept->words,
					      sizeof(**sum->own));
		if (!sum->own[layer])
			return false;
		set_copy(sum->own[layer], *there, g->concept->words);
		*there = sum->own[layer];
	}
	set_or(sum->own[layer], words, g->concept->words);
	return true;
}

static bool
unite_region(const struct gathering *g, const struct sum *sum, uint32_t region)
{
	for (uint32_t layer = 0; layer < g->concept->layers; layer++)
		if (!unite_layer(g, sum, layer, region_layer(g->subject->image, region, layer)))
			return false;
	return true;
}

static bool
unite_part(const struct gathering *g, const struct sum *sum, const struct part *part)
{
	if (!part->set)
		return unite_region(g, sum, part->region);
	for (uint32_t layer = 0; layer < g->concept->layers; layer++)
		if (!unite_layer(g, sum, layer, part->set + (size_t)layer * g->concept->words))
			return false;
	return true;
}

/* Into `all`, and what is not conditional into `firm` as well if there are two. */
static bool
unite_parts(const struct gathering *g, size_t first, bool two)
{
	for (size_t i = first; i < g->out->count; i++) {
		const struct part *part = &g->out->parts[i];

		if (part->row && part->row->some.count > 0)
			continue;
		if (!unite_part(g, &g->all, part) ||
		    (two && !part_is_conditional(part) && !unite_part(g, &g->firm, part)))
			return false;
	}
	return true;
}

static bool
add_source(struct gathering *g, const struct source *source)
{
	const struct img_union *made;
	size_t first = g->out->count;

	if (source->instrument)
		return add_instrument(g, source->instrument) && unite_parts(g, first, true);
	if (!unions_apply(g->subject, source->law))
		return add_law(g, source->law) && unite_parts(g, first, true);
	if (!g->subject->unions_only && !add_law(g, source->law))
		return false;
	made = find_union(g->subject, source->law, g->index);
	if (g->subject->source_count == 1)
		g->out->made = made;
	return !made || (unite_region(g, &g->firm, made->region) &&
			 unite_region(g, &g->all, union_region_all(g->subject->image, made)));
}

static bool
sum_new(struct sum *sum, const struct gathering *g)
{
	sum->layers = arena_alloc(g->arena, g->concept->layers, sizeof(*sum->layers));
	sum->own = arena_alloc(g->arena, g->concept->layers, sizeof(*sum->own));
	return sum->layers && sum->own;
}

static bool
sum_is_empty(const struct sum *sum, uint32_t layers)
{
	for (uint32_t i = 0; i < layers; i++)
		if (sum->layers[i])
			return false;
	return true;
}

static bool
gather(struct gathering *g)
{
	const struct subject *subject = g->subject;

	if (!sum_new(&g->firm, g) || !sum_new(&g->all, g))
		return false;
	for (size_t i = 0; i < subject->source_count; i++)
		if (subject->counts[i] && !add_source(g, &subject->sources[i]))
			return false;
	if (!g->out->count && sum_is_empty(&g->all, g->concept->layers))
		return true;
	g->out->firm = g->firm.layers;
	g->out->all = g->all.layers;
	return true;
}

/* Parts alone: whoever knows what follows from them needs no union. */
static bool
gather_parts(struct gathering *g)
{
	const struct subject *subject = g->subject;

	for (size_t i = 0; i < subject->source_count; i++) {
		const struct source *source = &subject->sources[i];

		if (!subject->counts[i])
			continue;
		if (source->law ? !add_law(g, source->law) : !add_instrument(g, source->instrument))
			return false;
	}
	g->out->apart = g->out->count > 0;
	return true;
}

static bool
any_conditional(const struct supplied *supplied)
{
	for (size_t i = 0; i < supplied->count; i++)
		if (part_is_conditional(&supplied->parts[i]))
			return true;
	return false;
}

/* The unions of what stood apart, which are one where nothing is conditional. */
static bool
unite(const struct subject *subject, const struct cyt_concept *concept, struct supplied *out,
      struct arena *arena)
{
	struct gathering g = { .subject = subject, .concept = concept, .out = out,
			       .arena = arena };
	bool two;

	if (!out->apart)
		return true;
	two = any_conditional(out);
	if (!sum_new(&g.all, &g) || (two && !sum_new(&g.firm, &g)) || !unite_parts(&g, 0, two))
		return false;
	out->firm = two ? g.firm.layers : g.all.layers;
	out->all = g.all.layers;
	out->apart = false;
	return true;
}

/* In memory of the subject. */
static struct supplied *
gather_new(struct subject *subject, const struct cyt_concept *concept, uint32_t index, bool apart)
{
	struct gathering g = { .subject = subject, .concept = concept, .index = index,
			       .arena = subject->arena, .next = &subject->next_supply };

	g.out = arena_alloc(subject->arena, 1, sizeof(*g.out));
	if (!g.out || !(apart ? gather_parts(&g) : gather(&g)))
		return NULL;
	subject->supplied[index] = g.out;
	return g.out;
}

const struct supplied *
subject_supplied(struct subject *subject, const struct cyt_concept *concept)
{
	uint32_t index = image_index(subject->image, concept, concept);
	struct supplied *known = subject->supplied[index];

	if (known)
		return unite(subject, concept, known, subject->arena) ? known : NULL;
	if (subject->survey && !concept_set_has(subject->survey, index))
		return &nothing;
	return gather_new(subject, concept, index, false);
}

const struct supplied *
subject_parts(struct subject *subject, const struct cyt_concept *concept)
{
	uint32_t index = image_index(subject->image, concept, concept);

	if (subject->supplied[index])
		return subject->supplied[index];
	if (subject->survey && !concept_set_has(subject->survey, index))
		return &nothing;
	return gather_new(subject, concept, index, !subject->unions_only);
}

const struct supplied *
supplied_united(const struct subject *subject, const struct cyt_concept *concept,
		const struct supplied *supplied, struct arena *arena)
{
	struct supplied *copy;

	if (!supplied->apart)
		return supplied;
	copy = arena_alloc(arena, 1, sizeof(*copy));
	if (!copy)
		return NULL;
	*copy = *supplied;
	return unite(subject, concept, copy, arena) ? copy : NULL;
}

bool
supplied_nothing(const struct supplied *supplied)
{
	return !supplied->all && !supplied->count;
}

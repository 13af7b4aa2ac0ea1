/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Powers and their safeguards: each safeguard cut to what it says of one power. */
#include <string.h>

#include "model/bits.h"
#include "query/query.h"

struct names {
	const char *subject, *instrument; /* no instrument: NULL */
};

/* -- which value stands for which power ------------------------------------------------------ */

static bool
has_word(const char *list, const char *word)
{
	size_t length = strlen(word);

	for (; *list; list += strspn(list, " \t\r\n")) {
		size_t next = strcspn(list, " \t\r\n");

		if (next == length && memcmp(list, word, length) == 0)
			return true;
		list += next;
	}
	return false;
}

/* Of a facet whose values are concepts each stands for itself; others name theirs, or broader ones. */
static bool
stands_for(const struct image *image, const struct cyt_value *value,
	   const struct cyt_concept *concept)
{
	const char *list;

	if (image_facet(image, value->facet)->type == FACET_TYPE_CONCEPTS)
		return value->node == concept->node;
	list = image_attribute(image, image_node(image, value->node), ATTRIBUTE_CONCEPTS);
	for (; list; concept = image_concept(image, concept->broader)) {
		if (has_word(list, image_string(image, concept->id)))
			return true;
		if (concept->broader == NONE)
			break;
	}
	return false;
}

static bool
is_leaf_of(const struct cyt_concept *concept, uint32_t kind)
{
	return concept->is_leaf && concept->kind == kind;
}

static bool
stands_for_a_power(const struct image *image, const struct cyt_facet *facet)
{
	for (uint32_t v = 0; v < facet->values.count; v++)
		for (uint32_t i = 0; i < image_count(image, SECTION_CONCEPT); i++)
			if (is_leaf_of(image_concept(image, i), KIND_POWER) &&
			    stands_for(image, image_value(image, facet->values.first + v),
				       image_concept(image, i)))
				return true;
	return false;
}

static const struct img_axis *
find_axis(const struct image *image, const struct cyt_concept *concept,
	  const struct cyt_facet *facet)
{
	for (uint32_t a = 0; a < concept->axes.count; a++) {
		const struct img_axis *axis = image_axis(image, concept->axes.first + a);

		if (image_facet(image, axis->facet) == facet)
			return axis;
	}
	return NULL;
}

/* The first facet of a safeguard whose values stand for powers; NULL if there is none. */
static const struct cyt_facet *
find_power_facet(const struct image *image)
{
	for (uint32_t i = 0; i < image_count(image, SECTION_CONCEPT); i++) {
		const struct cyt_concept *concept = image_concept(image, i);

		if (!is_leaf_of(concept, KIND_SAFEGUARD))
			continue;
		for (uint32_t a = 0; a < concept->axes.count; a++) {
			const struct img_axis *axis = image_axis(image, concept->axes.first + a);
			const struct cyt_facet *facet = image_facet(image, axis->facet);

			if (stands_for_a_power(image, facet))
				return facet;
		}
	}
	return NULL;
}

/* -- safeguards of one power ----------------------------------------------------------------- */

/* The cells of a safeguard at one power; all cells for none. NULL without memory. */
static uint64_t *
cells_at(struct query *query, const struct cyt_concept *concept, const struct img_axis *axis,
	 uint32_t position)
{
	uint64_t *set = set_new(query->keep, concept), *others;

	if (!set)
		return NULL;
	region_load(query->image, concept, concept->full, set);
	if (!axis)
		return set;
	others = arena_alloc(&query->scratch, (axis->size + 63) / 64, sizeof(*others));
	if (!others)
		return NULL;
	for (uint32_t p = 0; p < axis->size; p++)
		if (p != position)
			bits_set(others, p);
	set_drop_positions(concept, set, axis, others);
	return set;
}

/* What a group of safeguards has in common. */
struct group {
	const struct cyt_facet *facet;
	struct cyt_power_finding *power;
};

/* `row` is NULL where no instrument asks. */
static int
add_safeguard(struct query *query, const struct group *group, const struct cyt_concept *concept,
	      const struct cyt_demand *row)
{
	const struct cyt_value *value = group->power->value;
	const struct img_axis *axis = find_axis(query->image, concept, group->facet);
	struct cyt_row_finding *found;
	int err;

	/* Those that are for no power in particular have a group of their own. */
	if (!axis != !value)
		return 0;
	query->within = cells_at(query, concept, axis, value ? value->leaf : 0);
	if (!query->within)
		return CYT_ERR_NOMEM;
	err = row ? row_find(query, row, &found) : row_find_space(query, concept, &found);
	query->within = NULL;
	if (!err && !found->is_void &&
	    !list_push(query->keep, &group->power->safeguards, found))
		err = CYT_ERR_NOMEM;
	return err;
}

static int
add_asked(struct query *query, const struct group *group)
{
	const struct cyt_instrument *instrument = query->instrument;
	int err = query_forget_findings(query);

	for (uint32_t i = 0; !err && i < instrument->rows.count; i++) {
		const struct cyt_demand *row =
			image_row(query->image, instrument->rows.first + i);
		const struct cyt_concept *concept = image_concept(query->image, row->concept);

		if (is_leaf_of(concept, KIND_SAFEGUARD) &&
		    (row->modality == MODALITY_SHALL || binds_in_every_modality(instrument)))
			err = add_safeguard(query, group, concept, row);
	}
	return err;
}

static int
add_all(struct query *query, const struct group *group)
{
	int err = 0;

	for (uint32_t i = 0; !err && i < image_count(query->image, SECTION_CONCEPT); i++) {
		const struct cyt_concept *concept = image_concept(query->image, i);

		if (is_leaf_of(concept, KIND_SAFEGUARD))
			err = add_safeguard(query, group, concept, NULL);
	}
	return err;
}

/* -- powers ---------------------------------------------------------------------------------- */

static bool
is_had(const struct cyt_row_finding *row)
{
	return row->verdict != CYT_VERDICT_NONE && row->verdict != CYT_VERDICT_NOT_ASSESSED;
}

static int
find_concepts(struct query *query, struct cyt_power_finding *power)
{
	const struct image *image = query->image;

	for (uint32_t i = 0; i < image_count(image, SECTION_CONCEPT); i++) {
		const struct cyt_concept *concept = image_concept(image, i);
		struct cyt_row_finding *row;
		int err;

		if (!is_leaf_of(concept, KIND_POWER) || !stands_for(image, power->value, concept))
			continue;
		err = row_find_space(query, concept, &row);
		if (err < 0)
			return err;
		if (!list_push(query->keep, &power->concepts, row))
			return CYT_ERR_NOMEM;
		power->held |= is_had(row);
	}
	return 0;
}

/* `value` is NULL for the safeguards of no power in particular. */
static int
find_power(struct query *query, const struct cyt_facet *facet, const struct cyt_value *value)
{
	struct cyt_power_finding *power = arena_alloc(query->keep, 1, sizeof(*power));
	struct group group = { facet, power };
	int err = 0;

	if (!power)
		return CYT_ERR_NOMEM;
	power->value = value;
	power->held = !value;
	if (value)
		err = find_concepts(query, power);
	if (!err && power->held)
		err = query->instrument ? add_asked(query, &group) : add_all(query, &group);
	if (err < 0)
		return err;
	/* A value that stands for nothing known, and a group without members, say nothing. */
	if (value ? !power->concepts.count : !power->safeguards.count)
		return 0;
	return list_push(query->keep, &query->result->powers, power) ? 0 : CYT_ERR_NOMEM;
}

static bool
is_tied(const struct image *image, const struct cyt_facet *facet,
	const struct cyt_concept *concept)
{
	for (uint32_t v = 0; facet && v < facet->values.count; v++)
		if (stands_for(image, image_value(image, facet->values.first + v), concept))
			return true;
	return false;
}

/* Powers that are had and that no safeguard can be said to be for. */
static int
find_untied(struct query *query, const struct cyt_facet *facet)
{
	const struct image *image = query->image;

	for (uint32_t i = 0; i < image_count(image, SECTION_CONCEPT); i++) {
		const struct cyt_concept *concept = image_concept(image, i);
		struct cyt_row_finding *row;
		int err;

		if (!is_leaf_of(concept, KIND_POWER) || is_tied(image, facet, concept))
			continue;
		err = row_find_space(query, concept, &row);
		if (err < 0)
			return err;
		if (is_had(row) && !list_push(query->keep, &query->result->untied, concept))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

static int
answer(struct query *query, const void *arguments)
{
	const struct cyt_facet *facet = find_power_facet(query->image);
	const struct names *names = arguments;
	int err = 0;

	if (names->instrument)
		err = query_choose_instrument(query, names->instrument);
	if (!err)
		err = query_open_subject(query, names->subject);
	if (!err)
		err = query_write_subject(query, names->subject);
	for (uint32_t v = 0; !err && facet && v < facet->values.count; v++) {
		const struct cyt_value *value =
			image_value(query->image, facet->values.first + v);

		if (value->is_leaf)
			err = find_power(query, facet, value);
	}
	if (!err)
		err = find_power(query, facet, NULL);
	return err ? err : find_untied(query, facet);
}

int
cyt_query_safeguards(struct cyt_corpus *corpus, const char *subject, const char *instrument,
		     const struct cyt_terms *terms, struct cyt_result **out)
{
	struct names names = { subject, instrument };

	return query_ask(CYT_QUESTION_SAFEGUARDS, corpus, terms, answer, &names, out);
}

/* -- reading --------------------------------------------------------------------------------- */

size_t
cyt_result_power_count(const struct cyt_result *result)
{
	return result->powers.count;
}

const struct cyt_power_finding *
cyt_result_power_at(const struct cyt_result *result, size_t i)
{
	return i < result->powers.count ? result->powers.items[i] : NULL;
}

const struct cyt_concept *
cyt_result_untied_at(const struct cyt_result *result, size_t i)
{
	return i < result->untied.count ? result->untied.items[i] : NULL;
}

const struct cyt_value *
cyt_power_finding_value(const struct cyt_power_finding *power)
{
	return power->value;
}

int
cyt_power_finding_is_held(const struct cyt_power_finding *power)
{
	return power->held;
}

const struct cyt_row_finding *
cyt_power_finding_concept_at(const struct cyt_power_finding *power, size_t i)
{
	return i < power->concepts.count ? power->concepts.items[i] : NULL;
}

const struct cyt_row_finding *
cyt_power_finding_safeguard_at(const struct cyt_power_finding *power, size_t i)
{
	return i < power->safeguards.count ? power->safeguards.items[i] : NULL;
}

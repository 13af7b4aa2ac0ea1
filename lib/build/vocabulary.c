/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Facets with their values, concepts with their tree and facets, and sets of concepts. */
#include "build/hint.h"
#include "build/stage.h"

#include <string.h>

/* -- facets -------------------------------------------------------------------------------- */

static void
add_value(struct builder *b, uint32_t node, uint32_t facet, uint32_t parent, uint32_t *leaf)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_VALUE), child, id, first = *leaf;
	struct cyt_value *value = stage_add(b, SECTION_VALUE);
	const char *concern = stage_attribute(b, node, ATTRIBUTE_CONCERN);

	id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	value->node = node;
	value->id = id == NONE ? 0 : id;
	value->facet = facet;
	value->parent = parent;
	value->concern = concern ? (uint32_t)word_find(WORDS_CONCERN, concern) : 0;
	if (!value->concern)
		value->concern = parent == NONE ? CONCERN_NONE : VALUE(b, parent)->concern;
	value->leaf = first;
	child = stage_child(b, node, ELEMENT_VALUE);
	value->is_leaf = child == NONE;
	if (child == NONE)
		(*leaf)++;
	for (; child != NONE && !b->error; child = stage_sibling(b, child, ELEMENT_VALUE))
		add_value(b, child, facet, index, leaf);
	if (!b->error)
		VALUE(b, index)->leaf_count = *leaf - first;
}

static void
check_value_ids(struct builder *b, uint32_t facet)
{
	struct img_list list = FACET(b, facet)->values;
	uint32_t i, j;

	for (i = list.first; i < list.first + list.count; i++)
		for (j = list.first; j < i; j++)
			if (VALUE(b, i)->id == VALUE(b, j)->id)
				stage_error(b, DIAG_DUPLICATE_ID, VALUE(b, i)->node,
					    "value `%s` stands twice in the facet",
					    stage_text(b, VALUE(b, i)->id));
}

static void
add_facet(struct builder *b, uint32_t node)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_FACET), leaf = 0, value;
	struct cyt_facet *facet = stage_add(b, SECTION_FACET);
	const char *type = stage_attribute(b, node, ATTRIBUTE_TYPE);
	const char *layer = stage_attribute(b, node, ATTRIBUTE_LAYER);

	b->index_of_node[node] = index;
	facet->node = node;
	facet->id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	facet->type = type ? (uint32_t)word_find(WORDS_FACET_TYPE, type) : FACET_TYPE_ENUMERATED;
	facet->unit = stage_attribute_string(b, node, ATTRIBUTE_UNIT);
	if (facet->unit == NONE)
		facet->unit = 0;
	facet->layer = layer && strcmp(layer, "yes") == 0;
	facet->values.first = (uint32_t)stage_count(b, SECTION_VALUE);
	value = stage_child(b, node, ELEMENT_VALUE);
	if (facet->type == FACET_TYPE_ENUMERATED && value == NONE)
		stage_error(b, DIAG_FACET_FORM, node, "an enumerated facet needs at least one value");
	if (facet->type != FACET_TYPE_ENUMERATED && value != NONE)
		stage_error(b, DIAG_FACET_FORM, value,
			    "a facet of type %s has no values of its own", type);
	if (facet->type != FACET_TYPE_ENUMERATED && facet->layer)
		stage_error(b, DIAG_FACET_FORM, node, "only an enumerated facet can be a layer");
	if (facet->type == FACET_TYPE_CONCEPTS && !stage_attribute(b, node, ATTRIBUTE_KIND))
		stage_error(b, DIAG_FACET_FORM, node, "a facet of type concepts needs a kind");
	for (; value != NONE && !b->error; value = stage_sibling(b, value, ELEMENT_VALUE))
		add_value(b, value, index, NONE, &leaf);
	if (b->error)
		return;
	facet = FACET(b, index);
	facet->values.count = (uint32_t)stage_count(b, SECTION_VALUE) - facet->values.first;
	facet->leaves = leaf;
	check_value_ids(b, index);
}

/* One value per leaf concept of the facet's kind, in corpus order. */
static void
add_concept_values(struct builder *b, uint32_t index)
{
	uint32_t kind, i, count = (uint32_t)stage_count(b, SECTION_CONCEPT), leaf = 0;
	const char *name = stage_attribute(b, FACET(b, index)->node, ATTRIBUTE_KIND);
	struct cyt_value *value;

	kind = name ? (uint32_t)word_find(WORDS_KIND, name) : 0;
	FACET(b, index)->values.first = (uint32_t)stage_count(b, SECTION_VALUE);
	for (i = 0; i < count; i++) {
		if (!CONCEPT(b, i)->is_leaf || CONCEPT(b, i)->kind != kind)
			continue;
		value = stage_add(b, SECTION_VALUE);
		value->node = CONCEPT(b, i)->node;
		value->id = CONCEPT(b, i)->id;
		value->facet = index;
		value->parent = NONE;
		value->leaf = leaf++;
		value->leaf_count = value->is_leaf = 1;
		value->concern = CONCERN_NONE;
	}
	FACET(b, index)->values.count = FACET(b, index)->leaves = leaf;
	if (!leaf && name)
		stage_error(b, DIAG_FACET_FORM, FACET(b, index)->node,
			    "no concept of kind %s exists that could be its value", name);
}

/* What a value stands for is looked up by name when a question needs it. */
static void
check_value_concepts(struct builder *b, const struct cyt_value *value)
{
	const char *list = stage_attribute(b, value->node, ATTRIBUTE_CONCEPTS);

	if (list)
		vocabulary_concept_set(b, value->node, list, ATTRIBUTE_CONCEPTS);
}

static void
resolve_unstated(struct builder *b, uint32_t index)
{
	struct cyt_facet *facet = FACET(b, index);
	uint64_t *mask;

	if (!stage_attribute(b, facet->node, ATTRIBUTE_UNSTATED))
		return;
	if (facet->type == FACET_TYPE_QUANTITY) {
		stage_error(b, DIAG_FACET_FORM, facet->node,
			    "a quantity has no `unstated`: silence means every number");
		return;
	}
	mask = vocabulary_values(b, facet->node, ATTRIBUTE_UNSTATED, index);
	if (!mask)
		return;
	facet->unstated = pool_add(&b->words, mask, (facet->leaves + 63) / 64);
	if (facet->unstated == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
}

/* -- concepts ------------------------------------------------------------------------------ */

static void
add_concept(struct builder *b, uint32_t node)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_CONCEPT);
	struct cyt_concept *concept = stage_add(b, SECTION_CONCEPT);
	const char *kind = stage_attribute(b, node, ATTRIBUTE_KIND);

	if (index == IMAGE_CONCEPTS_MAX)
		stage_error(b, DIAG_IMAGE_LIMIT, node, "there are more than %u concepts",
			    IMAGE_CONCEPTS_MAX);
	b->index_of_node[node] = index;
	concept->node = node;
	concept->id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	concept->kind = kind ? (uint32_t)word_find(WORDS_KIND, kind) : 0;
	concept->broader = NONE;
	concept->is_leaf = 1;
	concept->full = concept->shape = NONE;
}

static void
resolve_broader(struct builder *b, uint32_t index)
{
	struct cyt_concept *concept = CONCEPT(b, index);
	const char *name = stage_attribute(b, concept->node, ATTRIBUTE_BROADER);
	uint32_t broader;

	if (!name)
		return;
	broader = vocabulary_concept(b, name, strlen(name));
	if (broader == NONE) {
		if (!b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_CONCEPT, concept->node,
				    "`broader` names `%s`, which no vocabulary defines%s", name,
				    hint_concept(b, name, strlen(name)));
		return;
	}
	concept->broader = broader;
	CONCEPT(b, broader)->is_leaf = 0;
}

static void
break_cycles(struct builder *b)
{
	uint32_t i, at, steps, count = (uint32_t)stage_count(b, SECTION_CONCEPT);

	for (i = 0; i < count; i++) {
		for (at = i, steps = 0; at != NONE && steps <= count; steps++)
			at = CONCEPT(b, at)->broader;
		if (at == NONE)
			continue;
		stage_error(b, DIAG_CYCLE, CONCEPT(b, i)->node,
			    "following `broader` from `%s` leads back to it",
			    stage_text(b, CONCEPT(b, i)->id));
		/* Cut, so that what follows ends. */
		CONCEPT(b, i)->broader = NONE;
	}
}

static void
settle_kind(struct builder *b, uint32_t index)
{
	struct cyt_concept *concept = CONCEPT(b, index);
	uint32_t at;

	if (concept->is_leaf) {
		for (at = concept->broader; at != NONE && !concept->kind; at = CONCEPT(b, at)->broader)
			concept->kind = CONCEPT(b, at)->kind;
		if (!concept->kind)
			stage_error(b, DIAG_CONCEPT_KIND, concept->node,
				    "concept `%s` needs a kind", stage_text(b, concept->id));
	}
	for (at = concept->broader; at != NONE && concept->kind; at = CONCEPT(b, at)->broader) {
		if (!CONCEPT(b, at)->kind)
			CONCEPT(b, at)->kind = concept->kind;
		if (CONCEPT(b, at)->kind == concept->kind)
			continue;
		stage_error(b, DIAG_CONCEPT_KIND, concept->node,
			    "concept `%s` is of another kind than `%s`, which is broader",
			    stage_text(b, concept->id), stage_text(b, CONCEPT(b, at)->id));
		return;
	}
}

/* Axes without sizes: those need the break points. */
static void
add_axes(struct builder *b, uint32_t index)
{
	uint32_t node = CONCEPT(b, index)->node, facet, i, first;
	const char *at = stage_attribute(b, node, ATTRIBUTE_FACETS), *word;
	struct img_axis *axis;
	size_t length;

	first = (uint32_t)stage_count(b, SECTION_AXIS);
	CONCEPT(b, index)->axes.first = first;
	if (!CONCEPT(b, index)->is_leaf || !at)
		return;
	while (stage_next_word(&at, &word, &length)) {
		facet = vocabulary_facet(b, word, length);
		if (facet == NONE) {
			if (!b->lacks_words)
				stage_error(b, DIAG_UNKNOWN_FACET, node,
					    "`facets` names `%.*s`, which no vocabulary defines%s",
					    (int)length, word, hint_facet(b, word, length));
			continue;
		}
		for (i = first; i < stage_count(b, SECTION_AXIS); i++)
			if (AXIS(b, i)->facet == facet)
				break;
		if (i < stage_count(b, SECTION_AXIS)) {
			stage_error(b, DIAG_FACET_FORM, node, "`facets` names `%.*s` twice",
				    (int)length, word);
			continue;
		}
		axis = stage_add(b, SECTION_AXIS);
		axis->facet = facet;
		axis->layer = FACET(b, facet)->layer;
	}
	CONCEPT(b, index)->axes.count = (uint32_t)stage_count(b, SECTION_AXIS) - first;
	if (CONCEPT(b, index)->axes.count > FACETS_MAX)
		stage_error(b, DIAG_SPACE_LIMIT, node, "concept `%s` has %u facets, more than %u",
			    stage_text(b, CONCEPT(b, index)->id), CONCEPT(b, index)->axes.count,
			    FACETS_MAX);
}

/* Several vocabularies are merged; defining a name twice would make its meaning depend on order. */
static void
check_defined_once(struct builder *b)
{
	const struct img_id *row, *before;
	size_t i;

	for (i = 1; i < stage_count(b, SECTION_ID); i++) {
		row = STAGE_ROW(b, ID, struct img_id, i);
		before = row - 1;
		if (row->id != before->id || row->document_id == before->document_id)
			continue;
		if ((stage_index(b, row->node, ELEMENT_FACET) != NONE && stage_index(b, before->node, ELEMENT_FACET) != NONE) ||
		    (stage_index(b, row->node, ELEMENT_CONCEPT) != NONE && stage_index(b, before->node, ELEMENT_CONCEPT) != NONE))
			stage_error(b, DIAG_DUPLICATE_ID, row->node > before->node ? row->node : before->node,
				    "`%s` is defined in the vocabularies `%s` and `%s`",
				    stage_text(b, row->id), stage_text(b, before->document_id),
				    stage_text(b, row->document_id));
	}
}

void
vocabulary_resolve(struct builder *b)
{
	uint32_t node, i;

	for (node = 0; node < stage_count(b, SECTION_NODE) && !b->error; node++) {
		if (NODE(b, node)->element == ELEMENT_LAW)
			node = stage_end(b, node) - 1;
		else if (NODE(b, node)->element == ELEMENT_FACET)
			add_facet(b, node);
		else if (NODE(b, node)->element == ELEMENT_CONCEPT)
			add_concept(b, node);
	}
	check_defined_once(b);
	for (i = 0; i < stage_count(b, SECTION_CONCEPT); i++)
		resolve_broader(b, i);
	break_cycles(b);
	for (i = 0; i < stage_count(b, SECTION_CONCEPT); i++)
		settle_kind(b, i);
	for (i = 0; i < stage_count(b, SECTION_FACET) && !b->error; i++) {
		if (FACET(b, i)->type == FACET_TYPE_CONCEPTS)
			add_concept_values(b, i);
		resolve_unstated(b, i);
	}
	for (i = 0; i < stage_count(b, SECTION_VALUE) && !b->error; i++)
		check_value_concepts(b, VALUE(b, i));
	for (i = 0; i < stage_count(b, SECTION_CONCEPT) && !b->error; i++)
		add_axes(b, i);
}

/* -- names --------------------------------------------------------------------------------- */

/* Facets and concepts are unique in all vocabularies together: any document will do. */
static uint32_t
find_named(struct builder *b, const char *id, size_t length, enum element element)
{
	size_t low = 0, high = stage_count(b, SECTION_ID), middle;
	const struct img_id *row;
	int order;

	while (low < high) {
		middle = low + (high - low) / 2;
		row = STAGE_ROW(b, ID, struct img_id, middle);
		order = strncmp(stage_text(b, row->id), id, length);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < stage_count(b, SECTION_ID); low++) {
		row = STAGE_ROW(b, ID, struct img_id, low);
		if (strncmp(stage_text(b, row->id), id, length))
			return NONE;
		if (stage_text(b, row->id)[length] == '\0' &&
		    stage_index(b, row->node, element) != NONE)
			return b->index_of_node[row->node];
	}
	return NONE;
}

uint32_t
vocabulary_facet(struct builder *b, const char *id, size_t length)
{
	return find_named(b, id, length, ELEMENT_FACET);
}

uint32_t
vocabulary_concept(struct builder *b, const char *id, size_t length)
{
	return find_named(b, id, length, ELEMENT_CONCEPT);
}

bool
vocabulary_concept_within(struct builder *b, uint32_t concept, uint32_t broader)
{
	for (; concept != NONE; concept = CONCEPT(b, concept)->broader)
		if (concept == broader)
			return true;
	return false;
}

static void
set_bits(uint64_t *mask, uint32_t first, uint32_t count)
{
	uint32_t i;

	for (i = first; i < first + count; i++)
		mask[i / 64] |= UINT64_C(1) << i % 64;
}

bool
vocabulary_value_mask(struct builder *b, uint32_t facet, const char *id, size_t length,
		      uint64_t *mask)
{
	const struct img_list list = FACET(b, facet)->values;
	uint32_t i, concept = NONE;
	bool found = false;

	if (FACET(b, facet)->type == FACET_TYPE_CONCEPTS) {
		concept = vocabulary_concept(b, id, length);
		if (concept == NONE)
			return false;
	}
	for (i = list.first; i < list.first + list.count; i++) {
		if (concept != NONE
			    ? !vocabulary_concept_within(
				      b, stage_index(b, VALUE(b, i)->node, ELEMENT_CONCEPT), concept)
			    : strncmp(stage_text(b, VALUE(b, i)->id), id, length) ||
				      stage_text(b, VALUE(b, i)->id)[length])
			continue;
		set_bits(mask, VALUE(b, i)->leaf, VALUE(b, i)->leaf_count);
		found = true;
	}
	return found;
}

uint64_t *
vocabulary_values(struct builder *b, uint32_t node, enum attribute name, uint32_t facet)
{
	uint64_t *mask = arena_alloc(&b->arena, FACET(b, facet)->leaves / 64 + 1, sizeof(*mask));
	const char *at = stage_attribute(b, node, name), *word;
	size_t length, errors = b->errors;

	if (!mask) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	while (at && stage_next_word(&at, &word, &length))
		if (!vocabulary_value_mask(b, facet, word, length, mask) && !b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_VALUE, node, "`%.*s` is no value of facet `%s`%s",
				    (int)length, word, stage_text(b, FACET(b, facet)->id),
				    hint_value(b, facet, word, length));
	return b->errors == errors ? mask : NULL;
}

size_t
vocabulary_set_words(const struct builder *b)
{
	return stage_count(b, SECTION_CONCEPT) / 64 + 1;
}

static bool
select_concepts(struct builder *b, const char *word, size_t length, uint64_t *set)
{
	uint32_t i, concept = NONE, kind = 0, count = (uint32_t)stage_count(b, SECTION_CONCEPT);
	char name[32];

	if (length > 5 && memcmp(word, "kind:", 5) == 0) {
		if (length - 5 >= sizeof(name))
			return false;
		memcpy(name, word + 5, length - 5);
		name[length - 5] = '\0';
		kind = (uint32_t)word_find(WORDS_KIND, name);
		if (!kind || kind > KIND_DEFINITION)
			return false;
	} else if (!(length == 1 && *word == '*')) {
		concept = vocabulary_concept(b, word, length);
		if (concept == NONE)
			return false;
	}
	for (i = 0; i < count; i++)
		if (CONCEPT(b, i)->is_leaf && (!kind || CONCEPT(b, i)->kind == kind) &&
		    (concept == NONE || vocabulary_concept_within(b, i, concept)))
			set_bits(set, i, 1);
	return true;
}

uint64_t *
vocabulary_concept_set(struct builder *b, uint32_t node, const char *list, enum attribute name)
{
	uint64_t *set = arena_alloc(&b->arena, vocabulary_set_words(b), sizeof(*set));
	const char *word;
	size_t length;

	if (!set) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	while (list && stage_next_word(&list, &word, &length))
		if (!select_concepts(b, word, length, set) && !b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_CONCEPT, node,
				    "`%s` names `%.*s`%s; expected ids of concepts%s",
				    attribute_name(name), (int)length, word,
				    hint_concept(b, word, length),
				    NODE(b, node)->element == ELEMENT_ASSESSED ? ", `*` or `kind:…`"
									       : "");
	return set;
}

static void
append_leaves(struct builder *b, uint32_t concept, uint32_t *list, uint32_t *count)
{
	uint32_t i, j;

	for (i = 0; i < stage_count(b, SECTION_CONCEPT); i++) {
		if (!CONCEPT(b, i)->is_leaf || !vocabulary_concept_within(b, i, concept))
			continue;
		for (j = 0; j < *count && list[j] != i; j++)
			;
		if (j == *count)
			list[(*count)++] = i;
	}
}

/* Leaves of a list of names in scratch; false if one is unknown. */
static bool
list_leaves(struct builder *b, uint32_t node, enum attribute name, uint32_t *count)
{
	const char *at = stage_attribute(b, node, name), *word;
	size_t length;
	uint32_t concept;
	bool known = true;

	*count = 0;
	if (!b->scratch_concepts)
		b->scratch_concepts = arena_alloc(&b->arena, stage_count(b, SECTION_CONCEPT) + 1,
						  sizeof(*b->scratch_concepts));
	if (!b->scratch_concepts) {
		b->error = CYT_ERR_NOMEM;
		return false;
	}
	while (at && stage_next_word(&at, &word, &length)) {
		concept = vocabulary_concept(b, word, length);
		if (concept != NONE) {
			append_leaves(b, concept, b->scratch_concepts, count);
			continue;
		}
		known = false;
		if (!b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_CONCEPT, node,
				    "`%s` names `%.*s`, which no vocabulary defines%s",
				    attribute_name(name), (int)length, word,
				    hint_concept(b, word, length));
	}
	return known;
}

const uint32_t *
vocabulary_concept_list(struct builder *b, uint32_t node, enum attribute name, uint32_t *count)
{
	uint32_t key = stage_attribute_string(b, node, name), *list;
	union memo_slot *slot;
	bool is_new, known;

	*count = 0;
	slot = stage_memo(b, &b->concepts, &key, 1, &is_new);
	if (!slot)
		return NULL;
	if (slot->pointer) {
		list = (uint32_t *)(uintptr_t)slot->pointer;
		*count = list[0];
		return list + 1;
	}
	known = list_leaves(b, node, name, count);
	list = arena_alloc(&b->arena, (size_t)*count + 1, sizeof(*list));
	if (b->error || !list) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	list[0] = *count;
	memcpy(list + 1, b->scratch_concepts, *count * sizeof(*list));
	/* An unknown name is reported wherever it stands. */
	if (known)
		slot->pointer = list;
	return list + 1;
}

uint32_t
assessed_set(struct builder *b, uint32_t node)
{
	size_t words = vocabulary_set_words(b), i;
	uint64_t *set = arena_alloc(&b->arena, words, sizeof(*set)), *add, *take;
	uint32_t child, offset;

	if (!set) {
		b->error = CYT_ERR_NOMEM;
		return 0;
	}
	for (child = stage_child(b, node, ELEMENT_ASSESSED); child != NONE;
	     child = stage_sibling(b, child, ELEMENT_ASSESSED)) {
		add = vocabulary_concept_set(b, child, stage_attribute(b, child, ATTRIBUTE_CONCEPTS),
					     ATTRIBUTE_CONCEPTS);
		take = vocabulary_concept_set(b, child, stage_attribute(b, child, ATTRIBUTE_EXCEPT),
					      ATTRIBUTE_EXCEPT);
		/* `except` takes away within its own element; several elements unite. */
		for (i = 0; add && take && i < words; i++)
			set[i] |= add[i] & ~take[i];
	}
	offset = pool_add(&b->words, set, words);
	if (offset == POOL_FAIL)
		b->error = CYT_ERR_NOMEM;
	return offset;
}

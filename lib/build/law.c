/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws as the documents have them: provisions, supplies, general rules, replacements. */
#include "build/hint.h"
#include "build/law.h"

#include <stdio.h>
#include <string.h>

static uint32_t
string_or_empty(const struct builder *b, uint32_t node, enum attribute name)
{
	uint32_t string = stage_attribute_string(b, node, name);

	return string == NONE ? 0 : string;
}

/* -- provisions -------------------------------------------------------------------------------- */

static void
add_provision(struct builder *b, uint32_t node, uint32_t law)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_PROVISION), parent = stage_parent(b, node);
	struct cyt_provision *row = stage_add(b, SECTION_PROVISION);
	uint32_t from, until;

	if (b->error)
		return;
	b->index_of_node[node] = index;
	row->node = node;
	row->id = string_or_empty(b, node, ATTRIBUTE_ID);
	row->num = string_or_empty(b, node, ATTRIBUTE_NUM);
	row->law = law;
	row->parent = parent == NONE ? NONE : stage_index(b, parent, ELEMENT_PROVISION);
	row->status = stage_word(b, node, ATTRIBUTE_STATUS, WORDS_STATUS, STATUS_IN_FORCE);
	source_span(b, node, &from, &until);
	row->has_from = from != 0;
	if (row->parent != NONE)
		source_cut_span(&from, &until, PROVISION(b, row->parent)->from,
				PROVISION(b, row->parent)->until);
	else
		source_cut_span(&from, &until, LAW(b, law)->from, LAW(b, law)->until);
	row->from = from;
	row->until = until;
	row->replaces = NONE;
}

static void
close_provisions(struct builder *b, struct img_list list)
{
	uint32_t i, at;

	for (i = list.first; i < list.first + list.count; i++)
		PROVISION(b, i)->end = i + 1;
	for (i = list.first + list.count; i > list.first; i--) {
		at = PROVISION(b, i - 1)->parent;
		if (at != NONE && PROVISION(b, at)->end < PROVISION(b, i - 1)->end)
			PROVISION(b, at)->end = PROVISION(b, i - 1)->end;
	}
}

static void
resolve_replaces(struct builder *b, uint32_t index)
{
	uint32_t node = PROVISION(b, index)->node, target;
	const char *name = stage_attribute(b, node, ATTRIBUTE_REPLACES);

	if (!name)
		return;
	target = ids_find_outside(b, stage_document(b, node), name, strlen(name));
	if (target != NONE && stage_index(b, target, ELEMENT_PROVISION) != NONE)
		PROVISION(b, index)->replaces = stage_index(b, target, ELEMENT_PROVISION);
	else if (!b->incomplete)
		stage_error(b, DIAG_UNKNOWN_ID, node, "`replaces` names `%s`, which is no provision", name);
}

static void
check_replaces(struct builder *b)
{
	uint32_t i, at, steps, count = (uint32_t)stage_count(b, SECTION_PROVISION);

	for (i = 0; i < count; i++) {
		for (at = i, steps = 0; at != NONE && steps <= count; steps++)
			at = PROVISION(b, at)->replaces;
		if (at == NONE)
			continue;
		stage_error(b, DIAG_CYCLE, PROVISION(b, i)->node,
			    "following `replaces` from `%s` never ends",
			    stage_text(b, PROVISION(b, i)->id));
		PROVISION(b, i)->replaces = NONE;
	}
}

/* -- supplies ----------------------------------------------------------------------------------- */

static struct original *
add_original(struct builder *b, struct table *table)
{
	if (!alloc_grow(&b->hooks, &table->rows, &table->capacity, table->count + 1,
			sizeof(struct original))) {
		b->error = CYT_ERR_NOMEM;
		return NULL;
	}
	return (struct original *)(void *)table->rows + table->count++;
}

/* Checks what a node's cases say of a concept, and notes its break points. */
static bool
stage_cases(struct builder *b, uint32_t node, uint32_t concept)
{
	if (!cases_fit(b, node, concept, true))
		return false;
	cut_note(b, node, concept);
	return true;
}

/* The same, once for all that say the same. */
static struct saying *
stage_saying(struct builder *b, uint32_t node, uint32_t concept)
{
	const struct case_list *list = cases_of(b, node);
	uint32_t key[3] = { list->number, concept, b->law_unstated_number };
	union memo_slot *slot;
	struct saying *saying;
	bool is_new;

	slot = list->shared ? stage_memo(b, &b->sayings, key, 3, &is_new) : NULL;
	if (slot && slot->pointer)
		return (struct saying *)(uintptr_t)slot->pointer;
	if (!stage_cases(b, node, concept) || !slot)
		return NULL;
	saying = arena_alloc(&b->arena, 1, sizeof(*saying));
	if (!saying)
		b->error = CYT_ERR_NOMEM;
	slot->pointer = saying;
	return saying;
}

static void
stage_supply(struct builder *b, uint32_t node, uint32_t provision, struct table *originals)
{
	uint32_t count, i, first, except, from, until;
	const uint32_t *concepts;
	struct saying *saying;
	struct original *row;

	concepts = vocabulary_concept_list(b, node, ATTRIBUTE_CONCEPTS, &count);
	cases_of(b, node);
	source_span(b, node, &from, &until);
	first = stage_child(b, node, ELEMENT_EXCEPT);
	for (i = 0; concepts && i < count && !b->error; i++) {
		saying = stage_saying(b, node, concepts[i]);
		for (except = first; except != NONE; except = stage_sibling(b, except, ELEMENT_EXCEPT))
			stage_cases(b, except, concepts[i]);
		row = add_original(b, originals);
		if (row)
			*row = (struct original){ node, provision, concepts[i],
						  first == NONE ? saying : NULL };
	}
}

/* -- general rules ------------------------------------------------------------------------------ */

static void
add_extend(struct builder *b, struct general *general, uint32_t number)
{
	uint32_t id = stage_attribute_string(b, general->node, ATTRIBUTE_ID);
	struct cyt_extend *row;
	char name[32];
	int length;

	if (id == NONE) {
		length = snprintf(name, sizeof(name), "extend_%u", number);
		id = stage_string(b, name, (size_t)length);
	}
	general->extend = (uint32_t)stage_count(b, SECTION_EXTEND);
	row = stage_add(b, SECTION_EXTEND);
	row->node = general->node;
	row->id = id;
	row->law = general->law;
	row->provision = general->provision;
	row->from = general->from;
	row->until = general->until;
	source_of(b, general->node, &row->basis, &row->consulted);
}

static void
stage_general(struct builder *b, uint32_t node, uint32_t law, uint32_t number, struct table *table)
{
	uint32_t parent = stage_parent(b, node), provision = stage_index(b, parent, ELEMENT_PROVISION);
	struct general *row;

	if (!alloc_grow(&b->hooks, &table->rows, &table->capacity, table->count + 1, sizeof(*row))) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	row = (struct general *)(void *)table->rows + table->count++;
	memset(row, 0, sizeof(*row));
	row->node = node;
	row->law = law;
	row->provision = provision;
	row->extend = NONE;
	row->found_in = NONE;
	source_span(b, node, &row->from, &row->until);
	row->always = provision == NONE && !row->from && !row->until;
	if (provision != NONE)
		source_cut_span(&row->from, &row->until, PROVISION(b, provision)->from,
				PROVISION(b, provision)->until);
	else
		source_cut_span(&row->from, &row->until, LAW(b, law)->from, LAW(b, law)->until);
	row->own = stage_attribute_string(b, node, ATTRIBUTE_LAWS) == NONE;
	if (NODE(b, node)->element == ELEMENT_EXTEND) {
		if (cases_of(b, node)->count > 1)
			stage_error(b, DIAG_EXTENSION_FORM, node,
				    "an extension replaces facets by cases; boxes have no meaning here");
		else if (stage_child(b, node, ELEMENT_CASE) == NONE)
			stage_error(b, DIAG_EXTENSION_FORM, node,
				    "an extension needs at least one case: the facet it replaces");
		add_extend(b, row, number);
	}
	cases_of(b, node);
}

static bool
word_is(const char *word, size_t length, const char *text)
{
	return strncmp(text, word, length) == 0 && text[length] == '\0';
}

bool
general_reaches(struct builder *b, const struct general *general, uint32_t law)
{
	const char *at, *word;
	size_t length;

	if (general->own)
		return general->law == law;
	at = stage_attribute(b, general->node, ATTRIBUTE_LAWS);
	while (stage_next_word(&at, &word, &length))
		if (word_is(word, length, stage_text(b, LAW(b, law)->jurisdiction)) ||
		    word_is(word, length, stage_text(b, LAW(b, law)->id)))
			return true;
	return false;
}

static void
find_provisions(struct builder *b, struct general *general, uint32_t law)
{
	const char *at = stage_attribute(b, general->node, ATTRIBUTE_PROVISIONS), *word;
	size_t length, room = at ? strlen(at) / 2 + 1 : 1;
	uint32_t target;

	if (!general->found)
		general->found = arena_alloc(&b->arena, room, sizeof(*general->found));
	if (!general->found) {
		b->error = CYT_ERR_NOMEM;
		return;
	}
	general->found_in = law;
	general->found_count = 0;
	while (at && stage_next_word(&at, &word, &length)) {
		if (word_is(word, length, "*"))
			general->all = true;
		target = ids_find(b, LAW(b, law)->node, word, length);
		if (target != NONE && stage_index(b, target, ELEMENT_PROVISION) != NONE)
			general->found[general->found_count++] = stage_index(b, target, ELEMENT_PROVISION);
	}
}

bool
general_covers(struct builder *b, struct general *general, uint32_t provision)
{
	uint32_t law = PROVISION(b, provision)->law, i, target;

	if (general->found_in != law)
		find_provisions(b, general, law);
	if (general->all)
		return true;
	for (i = 0; i < general->found_count && !b->error; i++) {
		target = general->found[i];
		if (provision >= target && provision < PROVISION(b, target)->end)
			return true;
	}
	return false;
}

static void
check_laws_named(struct builder *b, const struct general *general)
{
	const char *at = stage_attribute(b, general->node, ATTRIBUTE_LAWS), *word;
	size_t length;
	uint32_t i, count = (uint32_t)stage_count(b, SECTION_LAW);

	while (at && stage_next_word(&at, &word, &length)) {
		for (i = 0; i < count; i++)
			if (word_is(word, length, stage_text(b, LAW(b, i)->jurisdiction)) ||
			    word_is(word, length, stage_text(b, LAW(b, i)->id)))
				break;
		if (i == count && !b->incomplete)
			stage_error(b, DIAG_UNKNOWN_LAW, general->node,
				    "`laws` names `%.*s`; expected a law or jurisdiction of the corpus",
				    (int)length, word);
	}
}

static void
check_provisions_named(struct builder *b, const struct general *general)
{
	const char *at = stage_attribute(b, general->node, ATTRIBUTE_PROVISIONS), *word;
	uint32_t first = general->own ? general->law : 0, i, target;
	uint32_t end = general->own ? first + 1 : (uint32_t)stage_count(b, SECTION_LAW);
	size_t length;
	bool found;

	while (at && stage_next_word(&at, &word, &length)) {
		found = word_is(word, length, "*");
		for (i = first; i < end && !found; i++) {
			if (!general_reaches(b, general, i))
				continue;
			target = ids_find(b, LAW(b, i)->node, word, length);
			found = target != NONE && stage_index(b, target, ELEMENT_PROVISION) != NONE;
		}
		if (!found && !b->incomplete)
			stage_error(b, DIAG_UNKNOWN_ID, general->node,
				    "`provisions` names `%.*s`, which is no provision of the laws it "
				    "reaches",
				    (int)length, word);
	}
}

/* Break points that a general rule brings to what it reaches. */
static void
note_general(struct builder *b, struct general *general)
{
	uint32_t law = general->own ? general->law : 0, i;
	uint32_t end = general->own ? law + 1 : (uint32_t)stage_count(b, SECTION_LAW);
	const struct original *row;

	for (; law < end && !b->error; law++) {
		if (!general_reaches(b, general, law))
			continue;
		for (i = b->laws->first[law]; i < b->laws->first[law + 1]; i++) {
			row = &b->laws->originals[i];
			if (general_covers(b, general, row->provision) &&
			    cases_fit(b, general->node, row->concept, false))
				cut_note(b, general->node, row->concept);
		}
	}
}

/* -- laws ------------------------------------------------------------------------------------------ */

static uint32_t
country_of(struct builder *b, uint32_t jurisdiction)
{
	const char *text = stage_text(b, jurisdiction), *dash = strchr(text, '-');

	return dash ? stage_string(b, text, (size_t)(dash - text)) : jurisdiction;
}

static void
check_unstated(struct builder *b, uint32_t node)
{
	const char *facet = stage_attribute(b, node, ATTRIBUTE_FACET);
	uint32_t index = facet ? vocabulary_facet(b, facet, strlen(facet)) : NONE, other;

	if (index == NONE) {
		if (!b->lacks_words)
			stage_error(b, DIAG_UNKNOWN_FACET, node, "no vocabulary defines facet `%s`%s",
				    facet ? facet : "", facet ? hint_facet(b, facet, strlen(facet)) : "");
		return;
	}
	if (FACET(b, index)->type == FACET_TYPE_QUANTITY) {
		stage_error(b, DIAG_CASE_FORM, node, "facet `%s` is a quantity: silence means every number",
			    facet);
		return;
	}
	for (other = stage_child(b, stage_parent(b, node), ELEMENT_UNSTATED); other != node;
	     other = stage_sibling(b, other, ELEMENT_UNSTATED))
		if (stage_attribute_string(b, other, ATTRIBUTE_FACET) ==
		    stage_attribute_string(b, node, ATTRIBUTE_FACET))
			stage_error(b, DIAG_DUPLICATE_CASE, node,
				    "the law says above what silence on facet `%s` means", facet);
	vocabulary_values(b, node, ATTRIBUTE_IS, index);
}

uint32_t
law_number_unstated(struct builder *b, uint32_t node)
{
	uint32_t first = stage_child(b, node, ELEMENT_UNSTATED), child, count = 1, *key;
	union memo_slot *slot;
	bool is_new;

	if (first == NONE)
		return 0;
	for (child = first; child != NONE; child = stage_sibling(b, child, ELEMENT_UNSTATED))
		count++;
	key = arena_alloc(&b->arena, count, sizeof(*key));
	if (!key) {
		b->error = CYT_ERR_NOMEM;
		return 0;
	}
	/* Among the wordings of cases this one is of its own kind. */
	key[0] = NONE;
	for (child = first, count = 1; child != NONE;
	     child = stage_sibling(b, child, ELEMENT_UNSTATED))
		key[count++] = NODE(b, child)->attributes;
	slot = stage_memo(b, &b->wordings, key, count, &is_new);
	if (slot && is_new)
		slot->number = (uint32_t)b->wordings.keys.count;
	return slot ? slot->number : 0;
}

static void
stage_law(struct builder *b, uint32_t node, struct table *originals, struct table *generals)
{
	uint32_t index = (uint32_t)stage_count(b, SECTION_LAW), end = stage_end(b, node), at;
	uint32_t extends = 0;
	struct cyt_law *law = stage_add(b, SECTION_LAW);

	if (b->error)
		return;
	law->node = node;
	law->id = stage_attribute_string(b, node, ATTRIBUTE_ID);
	law->jurisdiction = string_or_empty(b, node, ATTRIBUTE_JURISDICTION);
	law->country = country_of(b, law->jurisdiction);
	law->status = stage_word(b, node, ATTRIBUTE_STATUS, WORDS_STATUS, STATUS_IN_FORCE);
	source_span(b, node, &law->from, &law->until);
	law->assessed = assessed_set(b, node);
	b->law_unstated_number = law_number_unstated(b, node);
	law->provisions.first = (uint32_t)stage_count(b, SECTION_PROVISION);
	law->extends.first = (uint32_t)stage_count(b, SECTION_EXTEND);
	for (at = node + 1; at < end && !b->error; at++) {
		switch (NODE(b, at)->element) {
		case ELEMENT_PROVISION:
			add_provision(b, at, index);
			break;
		case ELEMENT_SUPPLY:
			stage_supply(b, at, stage_index(b, stage_parent(b, at), ELEMENT_PROVISION),
				     originals);
			break;
		case ELEMENT_EXTEND:
			stage_general(b, at, index, ++extends, generals);
			break;
		case ELEMENT_EXCEPT:
			if (NODE(b, stage_parent(b, at))->element != ELEMENT_SUPPLY)
				stage_general(b, at, index, 0, generals);
			break;
		case ELEMENT_UNSTATED:
			check_unstated(b, at);
			break;
		case ELEMENT_PENALTY:
		case ELEMENT_AGGRAVATION:
		case ELEMENT_PROSECUTION:
			cases_of(b, at);
			break;
		}
	}
	if (b->error)
		return;
	law = LAW(b, index);
	law->provisions.count = (uint32_t)stage_count(b, SECTION_PROVISION) - law->provisions.first;
	law->extends.count = (uint32_t)stage_count(b, SECTION_EXTEND) - law->extends.first;
	close_provisions(b, law->provisions);
}

static void *
take_table(struct builder *b, struct table *table, size_t size)
{
	void *rows = arena_alloc(&b->arena, table->count, size);

	if (rows && table->count)
		memcpy(rows, table->rows, table->count * size);
	else if (!rows)
		b->error = CYT_ERR_NOMEM;
	alloc_free(&b->hooks, table->rows);
	return rows;
}

static void
set_firsts(struct builder *b, uint32_t count)
{
	uint32_t law = 0, laws = (uint32_t)stage_count(b, SECTION_LAW), i;

	for (i = 0; i < count; i++) {
		uint32_t of = PROVISION(b, b->laws->originals[i].provision)->law;

		while (law <= of)
			b->laws->first[law++] = i;
	}
	while (law <= laws)
		b->laws->first[law++] = count;
}

static void
set_generals(struct builder *b)
{
	uint32_t law = 0, laws = (uint32_t)stage_count(b, SECTION_LAW), i;
	struct laws *all = b->laws;

	for (i = 0; i < all->general_count; i++) {
		while (law <= all->generals[i].law)
			all->first_general[law++] = i;
		if (!all->generals[i].own)
			all->others[all->other_count++] = i;
	}
	while (law <= laws)
		all->first_general[law++] = all->general_count;
}

void
laws_stage(struct builder *b)
{
	struct table originals = { NULL, 0, 0 }, generals = { NULL, 0, 0 };
	uint32_t node, i, count;

	for (node = 0; node < stage_count(b, SECTION_NODE) && !b->error; node = stage_end(b, node))
		if (NODE(b, node)->element == ELEMENT_LAW)
			stage_law(b, node, &originals, &generals);
	b->laws = arena_alloc(&b->arena, 1, sizeof(*b->laws));
	count = (uint32_t)originals.count;
	if (!b->laws)
		b->error = CYT_ERR_NOMEM;
	if (b->error) {
		alloc_free(&b->hooks, originals.rows);
		alloc_free(&b->hooks, generals.rows);
		return;
	}
	b->laws->general_count = (uint32_t)generals.count;
	b->laws->originals = take_table(b, &originals, sizeof(struct original));
	b->laws->generals = take_table(b, &generals, sizeof(struct general));
	b->laws->first = arena_alloc(&b->arena, stage_count(b, SECTION_LAW) + 1, sizeof(uint32_t));
	b->laws->reaching = arena_alloc(&b->arena, b->laws->general_count, sizeof(uint32_t));
	b->laws->others = arena_alloc(&b->arena, b->laws->general_count, sizeof(uint32_t));
	b->laws->first_general =
		arena_alloc(&b->arena, stage_count(b, SECTION_LAW) + 1, sizeof(uint32_t));
	if (!b->laws->first || !b->laws->reaching || !b->laws->others || !b->laws->first_general)
		b->error = CYT_ERR_NOMEM;
	if (b->error)
		return;
	set_firsts(b, count);
	set_generals(b);
	for (i = 0; i < stage_count(b, SECTION_PROVISION); i++)
		resolve_replaces(b, i);
	check_replaces(b);
	for (i = 0; i < b->laws->general_count && !b->error; i++) {
		check_laws_named(b, &b->laws->generals[i]);
		check_provisions_named(b, &b->laws->generals[i]);
		note_general(b, &b->laws->generals[i]);
	}
}

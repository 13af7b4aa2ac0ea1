/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What facts rest on, and the days between which they count. */
#include "build/stage.h"

#include "base/date.h"

/* The same attributes say the same. A day that is none is 0 here. */
static void
read_source(struct builder *b, uint32_t node, uint32_t *basis, uint32_t *consulted)
{
	uint32_t key = NODE(b, node)->attributes;
	union memo_slot *slot;
	const char *name;
	bool is_new;

	*basis = BASIS_UNVERIFIED;
	*consulted = 0;
	if (!NODE(b, node)->attribute_count)
		return;
	slot = stage_memo(b, &b->sources, &key, 1, &is_new);
	if (!slot)
		return;
	/* Days have eight digits, bases two bits. */
	if (!slot->number) {
		name = stage_attribute(b, node, ATTRIBUTE_CONSULTED);
		slot->number = stage_word(b, node, ATTRIBUTE_BASIS, WORDS_BASIS, BASIS_UNVERIFIED)
			       << 28;
		slot->number |= name ? (uint32_t)cyt_date_parse(name) : 0;
	}
	*basis = slot->number >> 28;
	*consulted = slot->number & ((1u << 28) - 1);
}

/* Days of sources count for no verdict but have to be days. */
void
sources_check(struct builder *b)
{
	uint32_t node, basis, consulted;

	for (node = 0; node < stage_count(b, SECTION_NODE) && !b->error; node++) {
		if (NODE(b, node)->element != ELEMENT_SOURCE)
			continue;
		read_source(b, node, &basis, &consulted);
		if (!consulted)
			source_day(b, node, ATTRIBUTE_CONSULTED);
		else if (consulted > b->newest)
			b->newest = consulted;
	}
}

/* All sources of the nearest element that has one, at their weakest and oldest; a fact without is
 * unverified. */
void
source_of(struct builder *b, uint32_t node, uint32_t *basis, uint32_t *consulted)
{
	uint32_t source = stage_child(b, node, ELEMENT_SOURCE), parent = NONE, above, date, rank;

	if (source == NONE) {
		/* What several facts in one place inherit is found once. */
		parent = stage_parent(b, node);
		if (parent != NONE && parent == b->source.node) {
			*basis = b->source.basis;
			*consulted = b->source.consulted;
			return;
		}
		for (above = parent; above != NONE && source == NONE; above = stage_parent(b, above))
			source = stage_child(b, above, ELEMENT_SOURCE);
	}
	*basis = source == NONE ? BASIS_UNVERIFIED : BASIS_TEXT;
	*consulted = source == NONE ? 0 : UINT32_MAX;
	for (; source != NONE; source = stage_sibling(b, source, ELEMENT_SOURCE)) {
		read_source(b, source, &rank, &date);
		source_weaken(basis, consulted, rank, date);
	}
	if (parent == NONE)
		return;
	b->source.node = parent;
	b->source.basis = *basis;
	b->source.consulted = *consulted;
}

void
source_weaken(uint32_t *basis, uint32_t *consulted, uint32_t other_basis, uint32_t other_date)
{
	if (other_basis > *basis)
		*basis = other_basis;
	if (other_date < *consulted)
		*consulted = other_date;
}

uint32_t
source_day(struct builder *b, uint32_t node, enum attribute name)
{
	const char *text = stage_attribute(b, node, name);
	cyt_date date = 0;

	if (!text)
		return 0;
	if (date_check(text, &date) == 0)
		return (uint32_t)date_first_day(date);
	stage_error(b, DIAG_IMPOSSIBLE_DATE, node, "`%s` is %s; expected a day of the calendar",
		    attribute_name(name), text);
	return 0;
}

void
source_span(struct builder *b, uint32_t node, uint32_t *from, uint32_t *until)
{
	*from = source_day(b, node, ATTRIBUTE_FROM);
	*until = source_day(b, node, ATTRIBUTE_UNTIL);
	if (*from && *until && *from >= *until)
		stage_error(b, DIAG_DATE_ORDER, node,
			    "from %s until %s (exclusive) is no time at all",
			    stage_attribute(b, node, ATTRIBUTE_FROM),
			    stage_attribute(b, node, ATTRIBUTE_UNTIL));
}

void
source_cut_span(uint32_t *from, uint32_t *until, uint32_t other_from, uint32_t other_until)
{
	if (other_from > *from)
		*from = other_from;
	if (other_until && (!*until || other_until < *until))
		*until = other_until;
}

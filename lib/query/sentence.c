/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings in sentences that a drafter can use. */
#include <string.h>

#include "query/wording.h"

/* Sentences follow each other with a blank between. */
static void
next_sentence(struct prose *out)
{
	if (out->text.length)
		prose_add(out, " ");
}

/* -- a row -------------------------------------------------------------------------------- */

static void
word_covered(struct prose *out, const struct cyt_row_finding *row)
{
	if (!row->lists->supplied_by.count)
		return;
	next_sentence(out);
	prose_say(out, row->verdict == CYT_VERDICT_PARTIAL ? SAY_COVERED_IN_PART_BY
							   : SAY_COVERED_BY);
	word_evidence(out, &row->lists->supplied_by);
	prose_add(out, ".");
}

static bool
same_place(const struct cyt_way *one, const struct cyt_way *other, struct prose *scratch)
{
	char *first;
	bool same;

	strbuf_clear(&scratch->text);
	word_way(scratch, one);
	first = scratch->text.failed
			? NULL
			: alloc_strdup(scratch->text.hooks, strbuf_text(&scratch->text));
	if (!first) {
		scratch->text.failed = true;
		return false;
	}
	strbuf_clear(&scratch->text);
	word_way(scratch, other);
	same = !scratch->text.failed && strcmp(first, strbuf_text(&scratch->text)) == 0;
	alloc_free(scratch->text.hooks, first);
	return same;
}

/* "Left out lawfully under article 7(2): where no security measure exists; without …." Ways of the
 * same paragraph share a sentence. */
static void
word_ways(struct prose *out, const struct cyt_row_finding *row, const struct way_list *ways,
	  enum say opening)
{
	struct prose scratch;

	prose_beside(&scratch, out);
	for (size_t i = 0; i < ways->count; i++) {
		const struct cyt_way *way = ways->items[i];

		if (i > 0 && same_place(ways->items[i - 1], way, &scratch)) {
			prose_add(out, "; ");
		} else {
			prose_add(out, i ? "." : "");
			next_sentence(out);
			prose_say(out, opening);
			word_way(out, way);
			prose_add(out, ": ");
		}
		word_excuse(out, row->row, way->region);
	}
	prose_add(out, ways->count ? "." : "");
	if (scratch.text.failed)
		out->text.failed = true;
	strbuf_release(&scratch.text);
}

static void
word_reservations(struct prose *out, const struct cyt_row_finding *row)
{
	for (size_t i = 0; i < row->lists->reservations_used.count; i++) {
		const struct image *image = image_of(row->row);
		uint32_t index = image_index(image, row, row->row);
		const struct cyt_action *action = row->lists->reservations_used.items[i];

		next_sentence(out);
		prose_say(out, SAY_OMITTED_BY_RESERVATION);
		prose_of_date(out, (cyt_date)action->date);
		prose_add(out, ": ");
		for (uint32_t r = 0; r < action->reserved.count; r++) {
			const struct img_reserved *reserved =
				image_reserved(image, action->reserved.first + r);

			if (reserved->row == index)
				word_excuse(out, row->row, reserved->region);
		}
		prose_add(out, ".");
	}
}

static void
word_opening(struct prose *out, const struct cyt_row_finding *row, bool all)
{
	static const enum say limits[] = {
		[CYT_SUBJECT_TO_LEGAL_PRINCIPLES] = SAY_LEGAL_PRINCIPLES,
		[CYT_SUBJECT_TO_BASIC_CONCEPTS] = SAY_BASIC_CONCEPTS,
		[CYT_SUBJECT_TO_DOMESTIC_LAW] = SAY_DOMESTIC_LAW,
		[CYT_SUBJECT_TO_CAPABILITY] = SAY_CAPABILITY,
	};
	enum cyt_subject_to limit = cyt_row_finding_justifiable(row);

	if (limit > CYT_SUBJECT_TO_UNKNOWN && limit <= CYT_SUBJECT_TO_CAPABILITY)
		prose_fill(out, SAY_JUSTIFIABLE, out->tongue->words[limits[limit]]);
	else
		prose_say(out, all ? SAY_NOT_COVERED_AT_ALL : SAY_NOT_COVERED);
}

static void
word_missing_in(struct prose *out, const struct cyt_row_finding *row, word_scope scope)
{
	const struct cyt_region *wide = row_region(row, CYT_ROW_REGION_MISSING_WIDE);
	bool unbounded = region_is_unbounded(out, wide, scope);

	next_sentence(out);
	word_opening(out, row, unbounded && row->verdict == CYT_VERDICT_NONE);
	word_concept(out, cyt_region_concept(wide), row->row, wide, scope);
	if (!unbounded) {
		prose_add(out, row->row && row->row->base != NONE ? ", " : " ");
		word_region(out, wide, scope, WORDING_BOXES);
	}
	prose_add(out, ".");
}

static void
word_missing(struct prose *out, const struct cyt_row_finding *row)
{
	const struct box_list *wide = region_draw(row_region(row, CYT_ROW_REGION_MISSING_WIDE));
	struct arena arena;
	word_scope scope;

	if (!wide)
		out->text.failed = true;
	if (!wide || !wide->count)
		return;
	arena_init(&arena, out->text.hooks);
	scope = word_scope_of(row_region(row, CYT_ROW_REGION_DEMANDED), &arena);
	if (scope)
		word_missing_in(out, row, scope);
	else
		out->text.failed = true;
	arena_release(&arena);
}

static void
word_nearby(struct prose *out, const struct cyt_row_finding *row)
{
	if (!row->lists->nearby.count)
		return;
	next_sentence(out);
	prose_say(out, SAY_NEARBY);
	word_evidence(out, &row->lists->nearby);
	prose_add(out, ".");
}

static void
word_conditional(struct prose *out, const struct cyt_row_finding *row)
{
	if (!row->lists->conditional.count)
		return;
	next_sentence(out);
	prose_say(out, SAY_UNDER_CONDITION);
	word_conditions(out, &row->lists->conditional);
	prose_add(out, ".");
}

void
word_remainder(struct prose *out, const struct cyt_row_finding *row)
{
	word_missing(out, row);
	word_conditional(out, row);
	word_ways(out, row, &row->lists->options_used, SAY_OMITTED_UNDER);
	word_reservations(out, row);
}

static void
word_not_assessed(struct prose *out, const struct cyt_row_finding *row)
{
	if (row->verdict != CYT_VERDICT_NOT_ASSESSED)
		return;
	prose_say(out, SAY_NOT_ASSESSED);
	word_concept(out, cyt_row_finding_concept(row), row->row, NULL, NULL);
	prose_add(out, ".");
}

static void
word_excused(struct prose *out, const struct cyt_row_finding *row)
{
	word_ways(out, row, &row->lists->options_used, SAY_OMITTED_UNDER);
	word_reservations(out, row);
}

static void
word_overreach(struct prose *out, const struct cyt_row_finding *row)
{
	word_ways(out, row, &row->lists->optional_covered, SAY_OPTIONAL_COVERED_UNDER);
}

static void
word_unverified(struct prose *out, const struct cyt_row_finding *row)
{
	if (row->basis != CYT_BASIS_UNVERIFIED || row->verdict == CYT_VERDICT_NOT_ASSESSED)
		return;
	next_sentence(out);
	prose_say(out, SAY_UNVERIFIED);
}

void
word_row_part(struct prose *out, const struct cyt_row_finding *row, enum word_part part)
{
	static void (*const parts[])(struct prose *, const struct cyt_row_finding *) = {
		[WORD_NOT_ASSESSED] = word_not_assessed,
		[WORD_COVERED] = word_covered,
		[WORD_MISSING] = word_missing,
		[WORD_NEARBY] = word_nearby,
		[WORD_CONDITIONAL] = word_conditional,
		[WORD_EXCUSED] = word_excused,
		[WORD_OVERREACH] = word_overreach,
		[WORD_UNVERIFIED] = word_unverified,
	};

	parts[part](out, row);
}

void
word_row(struct prose *out, const struct cyt_row_finding *row)
{
	for (int part = 0; part < WORD_UNVERIFIED; part++)
		word_row_part(out, row, (enum word_part)part);
	if (out->text.length)
		word_row_part(out, row, WORD_UNVERIFIED);
}

int
cyt_row_finding_sentence(const struct cyt_row_finding *row, cyt_sink sink, void *data)
{
	struct prose out;

	prose_begin(&out, finding_result(row));
	word_row(&out, row);
	return prose_send(&out, sink, data);
}

/* -- a gap -------------------------------------------------------------------------------- */

/* Names of ways, each place once: "article 11(3) or article 42". */
static void
list_ways(struct prose *out, const struct way_list *ways)
{
	struct prose scratch;

	prose_beside(&scratch, out);
	for (size_t i = 0; i < ways->count; i++) {
		bool known = false;

		for (size_t k = 0; k < i && !known; k++)
			known = same_place(ways->items[k], ways->items[i], &scratch);
		if (known)
			continue;
		if (i)
			prose_say(out, SAY_OR_UNDER);
		word_way(out, ways->items[i]);
	}
	if (scratch.text.failed)
		out->text.failed = true;
	strbuf_release(&scratch.text);
}

void
word_way_out(struct prose *out, const struct cyt_gap *gap)
{
	/* Those that are used have been said. */
	if (gap->options.count && !gap->row->lists->options_used.count) {
		next_sentence(out);
		prose_say(out, SAY_PART_OMISSIBLE);
		list_ways(out, &gap->options);
		prose_add(out, ".");
	}
	if (gap->reservables.count) {
		next_sentence(out);
		prose_say(out, gap->reservables_suffice ? SAY_RESERVABLE : SAY_PART_RESERVABLE);
		list_ways(out, &gap->reservables);
		prose_add(out, ".");
	}
	next_sentence(out);
	if (!gap->reservables_suffice)
		prose_say(out, gap->reservables.count ? SAY_REST_TAKES_LAW : SAY_TAKES_LAW);
	else
		prose_say(out, SAY_OR_TAKES_LAW);
	if (!gap->models.count) {
		prose_add(out, ".");
		return;
	}
	prose_say(out, SAY_MODELS);
	for (size_t i = 0; i < gap->models.count && i < WORDING_BOXES; i++) {
		prose_add(out, i ? "; " : "");
		word_provision(out, gap->models.items[i], PROSE_LAW_TITLE);
		prose_add(out, " (");
		prose_add(out, cyt_law_jurisdiction(gap->models.items[i]->law));
		prose_add(out, ")");
	}
	prose_add(out, ".");
}

int
cyt_gap_sentence(const struct cyt_gap *gap, cyt_sink sink, void *data)
{
	struct prose out;

	prose_begin(&out, finding_result(gap->row));
	for (int part = WORD_MISSING; part <= WORD_EXCUSED; part++)
		word_row_part(&out, gap->row, (enum word_part)part);
	word_way_out(&out, gap);
	return prose_send(&out, sink, data);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings in sentences that a drafter can use. */
#include <string.h>

#include "query/wording.h"

/* -- a row -------------------------------------------------------------------------------- */

static void
word_covered(struct prose *out, const struct cyt_row_finding *row)
{
	if (!row->lists->supplied_by.count)
		return;
	prose_next(out);
	prose_say(out, row->verdict == CYT_VERDICT_PARTIAL ? SAY_COVERED_IN_PART_BY
							   : SAY_COVERED_BY);
	word_evidence(out, &row->lists->supplied_by);
	prose_add(out, ".");
}

/* "Reaches at least in part what may be left out under article 14(4): by a child; …." Ways of the same
 * paragraph share a sentence. */
static void
word_ways(struct prose *out, const struct cyt_row_finding *row, const struct way_list *ways,
	  enum say opening)
{
	struct prose scratch;

	prose_beside(&scratch, out);
	for (size_t i = 0; i < ways->count; i++) {
		const struct cyt_way *way = ways->items[i];

		if (i > 0 && word_same_way(ways->items[i - 1], way, &scratch)) {
			prose_add(out, "; ");
		} else {
			prose_add(out, i ? "." : "");
			prose_next(out);
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

static bool
is_free(const struct cyt_row_finding *row)
{
	return row->row && cyt_demand_modality(row->row) == CYT_MODALITY_MAY;
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

	/* What a Party may have needs no justification if it has it not. */
	if (is_free(row))
		limit = CYT_SUBJECT_TO_UNKNOWN;
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
	struct prose bounds;

	prose_next(out);
	word_opening(out, row, unbounded && row->verdict == CYT_VERDICT_NONE);
	word_concept(out, cyt_region_concept(wide), row->row, wide, scope);
	if (!unbounded) {
		prose_beside(&bounds, out);
		word_region(&bounds, wide, scope, WORDING_BOXES);
		if (row->row && row->row->base != NONE) {
			word_bound(out, &bounds);
		} else {
			prose_add(out, " ");
			prose_take(out, &bounds);
		}
	}
	prose_add(out, ".");
}

/* Everything may be left out, and nothing is covered. */
static void
word_only_narrowed(struct prose *out, const struct cyt_row_finding *row)
{
	if (row->verdict != CYT_VERDICT_NONE)
		return;
	prose_next(out);
	prose_say(out, SAY_NOT_COVERED_AT_ALL);
	word_concept(out, cyt_row_finding_concept(row), row->row, NULL, NULL);
	prose_add(out, ". ");
	prose_say(out, SAY_ONLY_NARROWS);
}

static void
word_missing(struct prose *out, const struct cyt_row_finding *row)
{
	const struct box_list *wide = region_draw(row_region(row, CYT_ROW_REGION_MISSING_WIDE));
	struct arena arena;
	word_scope scope;

	if (!wide)
		out->text.failed = true;
	if (!wide)
		return;
	if (!wide->count) {
		word_only_narrowed(out, row);
		return;
	}
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
	prose_next(out);
	prose_say(out, SAY_NEARBY);
	word_evidence(out, &row->lists->nearby);
	prose_add(out, ".");
}

static void
word_conditional(struct prose *out, const struct cyt_row_finding *row)
{
	if (!row->lists->conditional.count)
		return;
	prose_next(out);
	prose_say(out, SAY_UNDER_CONDITION);
	word_conditions(out, &row->lists->conditional);
	prose_add(out, ".");
}

void
word_remainder(struct prose *out, const struct cyt_row_finding *row)
{
	word_missing(out, row);
	word_conditional(out, row);
	word_excused(out, row);
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
word_overreach(struct prose *out, const struct cyt_row_finding *row)
{
	word_ways(out, row, &row->lists->optional_covered, SAY_OPTIONAL_COVERED_UNDER);
}

static void
word_unverified(struct prose *out, const struct cyt_row_finding *row)
{
	if (row->basis != CYT_BASIS_UNVERIFIED || row->verdict == CYT_VERDICT_NOT_ASSESSED)
		return;
	prose_next(out);
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
			known = word_same_way(ways->items[k], ways->items[i], &scratch);
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

static enum say
takes_law(const struct cyt_gap *gap)
{
	if (is_free(gap->row))
		return SAY_PARTY_DECIDES;
	if (gap->reservables_suffice)
		return SAY_OR_TAKES_LAW;
	return gap->reservables.count ? SAY_REST_TAKES_LAW : SAY_TAKES_LAW;
}

static void
word_models(struct prose *out, const struct evidence_list *models)
{
	size_t said = 0, more = 0;

	prose_say(out, models->count ? SAY_MODELS : SAY_NO_MODEL);
	for (size_t i = 0; i < models->count; i++) {
		/* A copy that an extension made follows its original. */
		if (i && models->items[i]->provision == models->items[i - 1]->provision)
			continue;
		if (said == WORDING_BOXES) {
			more++;
			continue;
		}
		prose_add(out, said++ ? "; " : "");
		word_provision(out, models->items[i], PROSE_LAW_TITLE);
		prose_add(out, " (");
		prose_add(out, cyt_law_jurisdiction(models->items[i]->law));
		prose_add(out, ")");
	}
	if (more)
		prose_fill(out, SAY_MORE_PROVISIONS, more);
}

void
word_way_out(struct prose *out, const struct cyt_gap *gap)
{
	/* Those that are used have been said. */
	if (gap->options.count && !gap->row->lists->options_used.count) {
		prose_next(out);
		prose_say(out, SAY_PART_OMISSIBLE);
		list_ways(out, &gap->options);
		prose_add(out, ".");
	}
	if (gap->reservables.count) {
		prose_next(out);
		prose_say(out, gap->reservables_suffice ? SAY_RESERVABLE : SAY_PART_RESERVABLE);
		list_ways(out, &gap->reservables);
		prose_add(out, ".");
	}
	prose_next(out);
	prose_say(out, takes_law(gap));
	word_models(out, &gap->models);
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

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings in sentences that a drafter can use. */
#include <string.h>

#include "query/wording.h"

static void
begin(struct strbuf *out, const struct cyt_result *result)
{
	strbuf_init(out, &result->hooks);
}

/* Sentences follow each other with a blank between. */
static void
next_sentence(struct strbuf *out)
{
	if (out->length)
		strbuf_add(out, " ");
}

/* -- a row -------------------------------------------------------------------------------- */

static void
word_covered(struct strbuf *out, const struct cyt_row_finding *row)
{
	if (!row->supplied_by.count)
		return;
	next_sentence(out);
	strbuf_add(out, row->verdict == CYT_VERDICT_PARTIAL ? "Covered in part by " : "Covered by ");
	word_evidence(out, &row->supplied_by);
	strbuf_add(out, ".");
}

static bool
same_place(const struct cyt_way *one, const struct cyt_way *other, struct strbuf *scratch)
{
	char *first;
	bool same;

	strbuf_clear(scratch);
	word_way(scratch, one);
	first = scratch->failed ? NULL : alloc_strdup(scratch->hooks, strbuf_text(scratch));
	if (!first) {
		scratch->failed = true;
		return false;
	}
	strbuf_clear(scratch);
	word_way(scratch, other);
	same = !scratch->failed && strcmp(first, strbuf_text(scratch)) == 0;
	alloc_free(scratch->hooks, first);
	return same;
}

/* "Left out lawfully under article 7(2): where no security measure exists; without …." Ways of the
 * same paragraph share a sentence. */
static void
word_ways(struct strbuf *out, const struct cyt_row_finding *row, const struct way_list *ways,
	  const char *opening)
{
	struct strbuf scratch;

	strbuf_init(&scratch, out->hooks);
	for (size_t i = 0; i < ways->count; i++) {
		const struct cyt_way *way = ways->items[i];

		if (i > 0 && same_place(ways->items[i - 1], way, &scratch)) {
			strbuf_add(out, "; ");
		} else {
			strbuf_add(out, i ? "." : "");
			next_sentence(out);
			strbuf_add(out, opening);
			strbuf_add(out, " ");
			word_way(out, way);
			strbuf_add(out, ": ");
		}
		word_excuse(out, row->row, way->region);
	}
	strbuf_add(out, ways->count ? "." : "");
	if (scratch.failed)
		out->failed = true;
	strbuf_release(&scratch);
}

static void
word_reservations(struct strbuf *out, const struct cyt_row_finding *row)
{
	for (size_t i = 0; i < row->reservations_used.count; i++) {
		const struct image *image = image_of(row->row);
		uint32_t index = image_index(image, row, row->row);
		const struct cyt_action *action = row->reservations_used.items[i];
		char date[CYT_DATE_SIZE];

		cyt_date_format((cyt_date)action->date, date);
		next_sentence(out);
		strbuf_printf(out, "Left out by the reservation of %s: ", date);
		for (uint32_t r = 0; r < action->reserved.count; r++) {
			const struct img_reserved *reserved =
				image_reserved(image, action->reserved.first + r);

			if (reserved->row == index)
				word_excuse(out, row->row, reserved->region);
		}
		strbuf_add(out, ".");
	}
}

static void
word_opening(struct strbuf *out, const struct cyt_row_finding *row, bool all)
{
	static const char *const limits[] = {
		[CYT_SUBJECT_TO_LEGAL_PRINCIPLES] = "its legal principles",
		[CYT_SUBJECT_TO_BASIC_CONCEPTS] = "the basic concepts of its legal system",
		[CYT_SUBJECT_TO_DOMESTIC_LAW] = "its domestic law",
		[CYT_SUBJECT_TO_CAPABILITY] = "its capabilities",
	};
	enum cyt_subject_to limit = cyt_row_finding_justifiable(row);

	if (limit > CYT_SUBJECT_TO_UNKNOWN && limit <= CYT_SUBJECT_TO_CAPABILITY)
		strbuf_printf(out, "Missing; may be justified by %s: ", limits[limit]);
	else
		strbuf_add(out, all ? "Not covered at all: " : "Not covered: ");
}

static void
word_missing_in(struct strbuf *out, const struct cyt_row_finding *row, word_scope scope)
{
	const struct cyt_region *wide = row->regions[CYT_ROW_REGION_MISSING_WIDE];
	bool unbounded = region_is_unbounded(wide, scope);

	next_sentence(out);
	word_opening(out, row, unbounded && row->verdict == CYT_VERDICT_NONE);
	word_concept(out, wide->concept, row->row, wide, scope);
	if (!unbounded) {
		strbuf_add(out, row->row && row->row->base != NONE ? ", " : " ");
		word_region(out, wide, scope, WORDING_BOXES);
	}
	strbuf_add(out, ".");
}

static void
word_missing(struct strbuf *out, const struct cyt_row_finding *row)
{
	struct arena arena;
	word_scope scope;

	if (!row->regions[CYT_ROW_REGION_MISSING_WIDE]->list.count)
		return;
	arena_init(&arena, out->hooks);
	scope = word_scope_of(row->regions[CYT_ROW_REGION_DEMANDED], &arena);
	if (scope)
		word_missing_in(out, row, scope);
	else
		out->failed = true;
	arena_release(&arena);
}

static void
word_nearby(struct strbuf *out, const struct cyt_row_finding *row)
{
	if (!row->nearby.count)
		return;
	next_sentence(out);
	strbuf_add(out, "Other cases of it are covered by ");
	word_evidence(out, &row->nearby);
	strbuf_add(out, ".");
}

static void
word_conditional(struct strbuf *out, const struct cyt_row_finding *row)
{
	if (!row->conditional.count)
		return;
	next_sentence(out);
	strbuf_add(out, "Covered only under a condition: ");
	for (size_t i = 0; i < row->conditional.count; i++) {
		const struct cyt_evidence *evidence = row->conditional.items[i];

		strbuf_add(out, i ? "; " : "");
		for (size_t c = 0; c < evidence->condition_count; c++)
			strbuf_printf(out, "%s%s", c ? ", and " : "", evidence->conditions[c]);
		strbuf_add(out, " (");
		word_provision(out, evidence);
		strbuf_add(out, ")");
	}
	strbuf_add(out, ".");
}

void
word_remainder(struct strbuf *out, const struct cyt_row_finding *row)
{
	word_missing(out, row);
	word_conditional(out, row);
	word_ways(out, row, &row->options_used, "Left out lawfully under");
	word_reservations(out, row);
}

int
cyt_row_finding_sentence(const struct cyt_row_finding *row, cyt_sink sink, void *data)
{
	struct strbuf out;

	begin(&out, row->result);
	if (row->verdict == CYT_VERDICT_NOT_ASSESSED) {
		strbuf_add(&out, "Not assessed: no law was read for ");
		word_concept(&out, cyt_row_finding_concept(row), row->row, NULL, NULL);
		strbuf_add(&out, ".");
		return word_send(&out, sink, data);
	}
	word_covered(&out, row);
	word_missing(&out, row);
	word_nearby(&out, row);
	word_conditional(&out, row);
	word_ways(&out, row, &row->options_used, "Left out lawfully under");
	word_reservations(&out, row);
	word_ways(&out, row, &row->optional_covered, "Reaches at least in part what may be left out under");
	if (row->basis == CYT_BASIS_UNVERIFIED && out.length)
		strbuf_add(&out, " Rests on facts that are not verified.");
	return word_send(&out, sink, data);
}

/* -- a gap -------------------------------------------------------------------------------- */

/* Names of ways, each place once: "article 11(3) or article 42". */
static void
list_ways(struct strbuf *out, const struct way_list *ways)
{
	struct strbuf scratch;

	strbuf_init(&scratch, out->hooks);
	for (size_t i = 0; i < ways->count; i++) {
		bool known = false;

		for (size_t k = 0; k < i && !known; k++)
			known = same_place(ways->items[k], ways->items[i], &scratch);
		if (known)
			continue;
		strbuf_add(out, i ? " or " : "");
		word_way(out, ways->items[i]);
	}
	if (scratch.failed)
		out->failed = true;
	strbuf_release(&scratch);
}

static void
word_way_out(struct strbuf *out, const struct cyt_gap *gap)
{
	/* Those that are used have been said. */
	if (gap->options.count && !gap->row->options_used.count) {
		next_sentence(out);
		strbuf_add(out, "Part of what the law leaves may be left out under ");
		list_ways(out, &gap->options);
		strbuf_add(out, ".");
	}
	if (gap->reservables.count) {
		next_sentence(out);
		strbuf_add(out, gap->reservables_suffice ? "May be reserved under "
							 : "Part may be reserved under ");
		list_ways(out, &gap->reservables);
		strbuf_add(out, ".");
	}
	next_sentence(out);
	if (!gap->reservables_suffice)
		strbuf_add(out, gap->reservables.count ? "The rest takes a law"
						       : "It takes a law");
	else
		strbuf_add(out, "Or it takes a law");
	if (!gap->models.count) {
		strbuf_add(out, ".");
		return;
	}
	strbuf_add(out, "; other States have it: ");
	for (size_t i = 0; i < gap->models.count && i < WORDING_BOXES; i++) {
		strbuf_add(out, i ? "; " : "");
		word_provision(out, gap->models.items[i]);
		strbuf_printf(out, " (%s)", cyt_law_jurisdiction(gap->models.items[i]->law));
	}
	strbuf_add(out, ".");
}

int
cyt_gap_sentence(const struct cyt_gap *gap, cyt_sink sink, void *data)
{
	struct strbuf out;

	begin(&out, gap->row->result);
	word_missing(&out, gap->row);
	word_nearby(&out, gap->row);
	word_conditional(&out, gap->row);
	word_ways(&out, gap->row, &gap->row->options_used, "Left out lawfully under");
	word_reservations(&out, gap->row);
	word_way_out(&out, gap);
	return word_send(&out, sink, data);
}

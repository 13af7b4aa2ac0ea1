/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Coverages as the tables that ministries keep: country profile, compatibility table, elements. */
#include <string.h>

#include "export/table.h"
#include "export/title.h"
#include "model/bits.h"
#include "query/verdict.h"
#include "query/wording.h"

/* A word in the language of the answer. */
#define IN_WORDS(draft, word) ((draft)->result->tongue.words[SAY_##word])

struct draft {
	const struct cyt_result *result;
	struct cyt_table *table;
	const char *lang;
};

typedef void draw_article(struct draft *draft, const struct cyt_provision_finding *finding);

enum cyt_layout
cyt_layout_find(const char *name)
{
	return name ? (enum cyt_layout)word_find(WORDS_LAYOUT, name) : CYT_LAYOUT_UNKNOWN;
}

const char *
cyt_layout_name(enum cyt_layout layout)
{
	return word_name(WORDS_LAYOUT, (int)layout);
}

/* A new line in a cell that has some. */
static struct strbuf *
next_line(struct strbuf *cell)
{
	strbuf_add(cell, cell->length ? "\n" : "");
	return cell;
}

/* Adds what was put together as a line, unless the cell has it. */
static void
add_line(struct strbuf *cell, struct strbuf *line)
{
	const char *text = strbuf_text(line), *at;
	size_t length = line->length;

	cell->failed |= line->failed;
	for (at = strbuf_text(cell); text && length && at && *at; at += strspn(at, "\n")) {
		if (strcspn(at, "\n") == length && memcmp(at, text, length) == 0)
			length = 0;
		at += strcspn(at, "\n");
	}
	if (text && length)
		strbuf_addn(next_line(cell), text, length);
	strbuf_clear(line);
}

/* "Article 7  Illegal access" */
static void
add_article(struct draft *draft, struct strbuf *out, const struct cyt_article *article)
{
	const char *num = cyt_article_num(article);
	const char *title = cyt_article_title(article, draft->lang);

	if (*num)
		strbuf_printf(out, IN_WORDS(draft, ARTICLE_CELL), num);
	strbuf_add(out, *num && *title ? "  " : "");
	title_add(out, title, cyt_article_element(article), draft->lang);
	if (!out->length)
		strbuf_add(out, cyt_article_id(article));
}

/* -- domestic provisions ---------------------------------------------------------------------- */

static void
add_provision(struct draft *draft, struct strbuf *cell, const struct cyt_evidence *evidence,
	      bool conditional)
{
	const struct cyt_element *element;
	const char *title;
	struct strbuf line;
	struct prose words;

	strbuf_init(&line, cell->hooks);
	prose_begin(&words, draft->result);
	word_provision(&words, evidence, PROSE_LAW_TITLE);
	prose_give(&words, &line);
	if (evidence->provision) {
		element = cyt_provision_element(evidence->provision);
		title = cyt_element_title(element, draft->lang);
		strbuf_add(&line, title ? ": " : "");
		if (title)
			title_add(&line, title, element, draft->lang);
	}
	strbuf_add(&line, conditional ? IN_WORDS(draft, UNDER_A_CONDITION) : "");
	add_line(cell, &line);
	strbuf_release(&line);
}

/* A copy that an extension made stands with its original. */
static bool
is_copy(const struct evidence_list *list, size_t i)
{
	return i > 0 && list->items[i]->via &&
	       list->items[i - 1]->provision == list->items[i]->provision;
}

static void
add_provisions(struct draft *draft, struct strbuf *cell, const struct cyt_row_finding *row)
{
	size_t i;

	for (i = 0; i < row->lists->supplied_by.count; i++)
		if (!is_copy(&row->lists->supplied_by, i))
			add_provision(draft, cell, row->lists->supplied_by.items[i], false);
	for (i = 0; i < row->lists->conditional.count; i++)
		if (!is_copy(&row->lists->conditional, i))
			add_provision(draft, cell, row->lists->conditional.items[i], true);
}

static enum say
silent(const struct cyt_article *article)
{
	switch (cyt_article_silence(article)) {
	case CYT_SILENCE_CARRIED:
		return SAY_CARRIED;
	case CYT_SILENCE_NOT_CODED:
		return SAY_NOT_CODED;
	default:
		return SAY_NO_DUTY;
	}
}

/* Where no provision can be named. */
static enum say
nothing_found(const struct cyt_provision_finding *finding)
{
	if (!finding->rows.count && !finding->inherited.count)
		return silent(finding->article);
	if (!finding->rows.count)
		return SAY_NOTHING_TO_APPLY;
	return finding->assessed == finding->counted ? SAY_NONE_FOUND
						      : SAY_NOT_ALL_ASSESSED;
}

static void
draw_profile(struct draft *draft, const struct cyt_provision_finding *finding)
{
	struct strbuf *cells = draft->table->cells;
	size_t i;

	add_article(draft, &cells[0], finding->article);
	for (i = 0; i < finding->rows.count; i++)
		add_provisions(draft, &cells[1], finding->rows.items[i]);
	if (!cells[1].length)
		strbuf_add(&cells[1], draft->result->tongue.words[nothing_found(finding)]);
	table_end_row(draft->table);
}

/* -- compatibility ---------------------------------------------------------------------------- */

/* Rows of one demand. */
struct demand_rows {
	struct cyt_row_finding *const *rows;
	size_t count;
	enum cyt_verdict verdict;
};

static enum say
obligation(const struct cyt_demand *demand)
{
	switch (cyt_demand_modality(demand)) {
	case CYT_MODALITY_ENDEAVOUR:
		return SAY_TO_ENDEAVOUR;
	case CYT_MODALITY_CONSIDER:
		return SAY_TO_CONSIDER;
	case CYT_MODALITY_MAY:
		return SAY_LEFT_TO_PARTY;
	default:
		return SAY_OBLIGATORY;
	}
}

static void
add_obligation(struct draft *draft, struct strbuf *out, const struct cyt_demand *demand)
{
	static const enum say limits[] = {
		[CYT_SUBJECT_TO_LEGAL_PRINCIPLES] = SAY_BY_PRINCIPLES,
		[CYT_SUBJECT_TO_BASIC_CONCEPTS] = SAY_BY_CONCEPTS,
		[CYT_SUBJECT_TO_DOMESTIC_LAW] = SAY_BY_DOMESTIC_LAW,
		[CYT_SUBJECT_TO_CAPABILITY] = SAY_BY_CAPABILITY,
	};
	const char *const *words = draft->result->tongue.words;
	enum cyt_subject_to limit = cyt_demand_subject_to(demand);

	strbuf_add(out, words[obligation(demand)]);
	if (limit > CYT_SUBJECT_TO_UNKNOWN && limit <= CYT_SUBJECT_TO_CAPABILITY)
		strbuf_add(out, words[limits[limit]]);
	if (demand->path.count)
		strbuf_add(out, words[SAY_ONE_OF_WAYS]);
}

static enum say
compatible(enum cyt_verdict verdict)
{
	switch (verdict) {
	case CYT_VERDICT_FULL:
		return SAY_COMPATIBLE;
	case CYT_VERDICT_FULL_BY_OPTION:
		return SAY_COMPATIBLE_BY_OPTION;
	case CYT_VERDICT_FULL_BY_RESERVATION:
		return SAY_COMPATIBLE_BY_RESERVATION;
	case CYT_VERDICT_PARTIAL:
		return SAY_COMPATIBLE_IN_PART;
	case CYT_VERDICT_NONE:
		return SAY_INCOMPATIBLE;
	default:
		return SAY_CELL_NOT_ASSESSED;
	}
}

/* Another of the ways is enough. */
static bool
is_spared(const struct cyt_provision_finding *finding, const struct demand_rows *demand)
{
	return demand->rows[0]->row->path.count && demand->verdict < CYT_VERDICT_FULL_BY_RESERVATION &&
	       finding->verdict >= CYT_VERDICT_FULL_BY_RESERVATION;
}

static enum say
first_step(const struct cyt_provision_finding *finding, const struct demand_rows *demand)
{
	bool binding = demand->rows[0]->row->modality == MODALITY_SHALL;
	bool justifiable = demand->rows[0]->row->subject_to != CYT_SUBJECT_TO_UNKNOWN;

	if (is_spared(finding, demand))
		return SAY_STEP_OTHER_WAY;
	if (demand->verdict >= CYT_VERDICT_FULL_BY_RESERVATION)
		return SAY_STEP_NOTHING;
	if (demand->verdict == CYT_VERDICT_NOT_ASSESSED)
		return SAY_STEP_READ;
	if (!binding)
		return SAY_STEP_DECIDE;
	return justifiable ? SAY_STEP_LEGISLATE_OR_JUSTIFY : SAY_STEP_LEGISLATE;
}

/* What remains of a row, cut at the concept that it is about, so that rows of which the same is to be
 * said can share it. */
struct remainder {
	struct strbuf text, label;
	const char *rest; /* behind the label; NULL: it does not name it */
	bool said;
};

static void
find_remainder(struct remainder *out, const struct cyt_row_finding *row,
	       const struct cyt_alloc_hooks *hooks)
{
	const char *text, *label;
	struct prose words;

	label = cyt_concept_label(cyt_row_finding_concept(row), cyt_result_lang(finding_result(row)));
	strbuf_init(&out->text, hooks);
	strbuf_init(&out->label, hooks);
	strbuf_add(&out->label, label);
	if (row->verdict == CYT_VERDICT_NOT_ASSESSED)
		strbuf_printf(&out->text, finding_result(row)->tongue.words[SAY_STEP_NOT_ASSESSED], label);
	else {
		prose_begin(&words, finding_result(row));
		word_remainder(&words, row);
		prose_give(&words, &out->text);
	}
	text = strbuf_text(&out->text);
	out->rest = text ? strstr(text, label) : NULL;
	out->rest = out->rest ? out->rest + strlen(label) : NULL;
	out->said = out->text.length == 0;
}

static size_t
head_length(const struct remainder *remainder)
{
	return (size_t)(remainder->rest - remainder->text.text) - remainder->label.length;
}

static bool
say_the_same(const struct remainder *one, const struct remainder *other)
{
	if (!one->rest || !other->rest || head_length(one) != head_length(other))
		return false;
	return strncmp(one->text.text, other->text.text, head_length(one)) == 0 &&
	       strcmp(one->rest, other->rest) == 0;
}

/* The line of the i-th remainder, with all others of which it says the same. */
static void
add_remainder(struct strbuf *cell, struct remainder *all, size_t count, size_t i, const char *each_case)
{
	struct strbuf line;
	bool several = false;
	size_t k;

	strbuf_init(&line, cell->hooks);
	if (!all[i].rest) {
		strbuf_add(&line, strbuf_text(&all[i].text));
	} else {
		strbuf_addn(&line, all[i].text.text, head_length(&all[i]) + all[i].label.length);
		for (k = i + 1; k < count; k++) {
			if (all[k].said || !say_the_same(&all[i], &all[k]))
				continue;
			strbuf_printf(&line, "; %s", strbuf_text(&all[k].label));
			all[k].said = several = true;
		}
		/* What follows bounds all of them. */
		strbuf_add(&line, several && *all[i].rest == ' ' ? each_case : "");
		strbuf_add(&line, all[i].rest);
	}
	add_line(cell, &line);
	strbuf_release(&line);
}

static void
add_remainders(struct strbuf *cell, const struct demand_rows *demand)
{
	struct remainder *all = alloc_zero(cell->hooks, demand->count, sizeof(*all));
	size_t i;

	cell->failed |= !all;
	for (i = 0; all && i < demand->count; i++) {
		find_remainder(&all[i], demand->rows[i], cell->hooks);
		cell->failed |= all[i].text.failed || all[i].label.failed;
	}
	for (i = 0; all && i < demand->count && !cell->failed; i++)
		if (!all[i].said)
			add_remainder(cell, all, demand->count, i,
				      finding_result(demand->rows[0])->tongue.words[SAY_EACH_CASE]);
	for (i = 0; all && i < demand->count; i++) {
		strbuf_release(&all[i].text);
		strbuf_release(&all[i].label);
	}
	alloc_free(cell->hooks, all);
}

/* The rows from `first` on that the same demand has. */
static struct demand_rows
rows_of_demand(const struct cyt_provision_finding *finding, size_t first)
{
	struct demand_rows demand = { finding->rows.items + first, 0, CYT_VERDICT_UNKNOWN };
	struct verdict_sum sum = { .rows = 0 };
	size_t i;

	for (i = first; i < finding->rows.count; i++) {
		if (finding->rows.items[i]->row->node != demand.rows[0]->row->node)
			break;
		verdict_add(&sum, finding->rows.items[i]->verdict);
		demand.count++;
	}
	demand.verdict = verdict_of_provision(&sum);
	return demand;
}

static void
add_citation(struct draft *draft, struct strbuf *out, const struct cyt_demand *demand)
{
	const struct cyt_article *article = cyt_demand_article(demand);
	const char *title = cyt_article_title(article, draft->lang);
	size_t before = out->length;
	struct prose words;

	prose_begin(&words, draft->result);
	word_demand(&words, demand);
	prose_give(&words, out);
	if (out->failed || strcmp(out->text + before, title) == 0 || !*title)
		return;
	/* It begins a cell. */
	if (strncmp(out->text + before, "art", 3) == 0)
		out->text[before] = 'A';
	strbuf_add(out, "  ");
	title_add(out, title, cyt_article_element(article), draft->lang);
}

static void
draw_compatibility(struct draft *draft, const struct cyt_provision_finding *finding)
{
	struct strbuf *cells = draft->table->cells;
	struct demand_rows demand;
	size_t i, k;

	for (i = 0; i < finding->rows.count; i += demand.count) {
		demand = rows_of_demand(finding, i);
		add_citation(draft, &cells[0], demand.rows[0]->row);
		add_obligation(draft, &cells[1], demand.rows[0]->row);
		for (k = 0; k < demand.count; k++)
			add_provisions(draft, &cells[2], demand.rows[k]);
		strbuf_add(&cells[3], draft->result->tongue.words[compatible(demand.verdict)]);
		strbuf_add(&cells[4], draft->result->tongue.words[first_step(finding, &demand)]);
		if (!is_spared(finding, &demand))
			add_remainders(&cells[4], &demand);
		table_end_row(draft->table);
	}
}

/* -- elements --------------------------------------------------------------------------------- */

/* The values of one facet that regions of a row have anywhere. */
struct scopes {
	word_scope demanded, covered, missing;
};

static bool
find_scopes(struct scopes *out, const struct cyt_row_finding *row, struct arena *arena)
{
	out->demanded = word_scope_of(row_region(row, CYT_ROW_REGION_DEMANDED), arena);
	out->covered = word_scope_of(row_region(row, CYT_ROW_REGION_COVERED), arena);
	out->missing = word_scope_of(row_region(row, CYT_ROW_REGION_MISSING), arena);
	return out->demanded && out->covered && out->missing;
}

static void
add_values(struct draft *draft, struct strbuf *cell, const struct image *image,
	   const struct img_axis *axis, const uint64_t *mask)
{
	struct prose words;

	if (set_is_empty(mask, (axis->size + 63) / 64))
		return;
	prose_begin(&words, draft->result);
	if (box_restricts(axis, mask))
		word_axis(&words, image, axis, mask);
	else
		prose_say(&words, SAY_ANY_VALUE);
	prose_give(&words, cell);
}

/* Values of which nothing at all is covered; what is missing only in certain combinations is said on
 * the row of the whole. */
static void
add_lacking(struct draft *draft, struct strbuf *cell, const struct image *image,
	    const struct img_axis *axis, const uint64_t *missing, const uint64_t *covered)
{
	size_t words = (axis->size + 63) / 64;
	uint64_t *lacking = alloc_zero(cell->hooks, words, sizeof(*lacking));

	if (!lacking) {
		cell->failed = true;
		return;
	}
	set_copy(lacking, missing, words);
	set_subtract(lacking, covered, words);
	add_values(draft, cell, image, axis, lacking);
	alloc_free(cell->hooks, lacking);
}

static void
begin_element(struct draft *draft, const struct cyt_row_finding *row, const char *element)
{
	struct strbuf *cells = draft->table->cells;
	struct prose words;

	add_citation(draft, &cells[0], row->row);
	prose_begin(&words, draft->result);
	word_concept(&words, cyt_row_finding_concept(row), row->row, NULL, NULL);
	prose_give(&words, &cells[1]);
	strbuf_add(&cells[2], element);
}

static void
draw_whole(struct draft *draft, const struct cyt_row_finding *row)
{
	struct strbuf *cells = draft->table->cells;
	struct prose words;

	begin_element(draft, row, IN_WORDS(draft, THE_WHOLE));
	add_obligation(draft, &cells[3], row->row);
	add_provisions(draft, &cells[4], row);
	if (row->verdict == CYT_VERDICT_NOT_ASSESSED)
		strbuf_add(&cells[4], IN_WORDS(draft, CELL_NOT_ASSESSED));
	else {
		prose_begin(&words, draft->result);
		word_remainder(&words, row);
		prose_give(&words, &cells[5]);
	}
	table_end_row(draft->table);
}

static void
draw_element(struct draft *draft, const struct cyt_row_finding *row,
	     const struct scopes *scopes, uint32_t a)
{
	const struct cyt_concept *concept = cyt_row_finding_concept(row);
	const struct image *image = image_of(row->row);
	const struct img_axis *axis = image_axis(image, concept->axes.first + a);
	struct strbuf *cells = draft->table->cells;
	size_t words = (axis->size + 63) / 64;

	/* An element that neither side limits is none. */
	if (!box_restricts(axis, scopes->demanded[a]) &&
	    (set_equal(scopes->demanded[a], scopes->covered[a], words) ||
	     set_is_empty(scopes->covered[a], words)))
		return;
	begin_element(draft, row,
		      cyt_facet_label(cyt_concept_facet_at(concept, a), draft->lang));
	add_values(draft, &cells[3], image, axis, scopes->demanded[a]);
	if (row->verdict == CYT_VERDICT_NOT_ASSESSED) {
		strbuf_add(&cells[4], IN_WORDS(draft, CELL_NOT_ASSESSED));
	} else {
		add_values(draft, &cells[4], image, axis, scopes->covered[a]);
		add_lacking(draft, &cells[5], image, axis, scopes->missing[a],
			    scopes->covered[a]);
	}
	table_end_row(draft->table);
}

static void
draw_elements(struct draft *draft, const struct cyt_provision_finding *finding)
{
	const struct cyt_row_finding *row;
	struct scopes scopes;
	struct arena arena;
	uint32_t a;
	size_t i;

	for (i = 0; i < finding->rows.count; i++) {
		row = finding->rows.items[i];
		draw_whole(draft, row);
		arena_init(&arena, &draft->table->hooks);
		if (!find_scopes(&scopes, row, &arena))
			draft->table->err = CYT_ERR_NOMEM;
		for (a = 0; !draft->table->err && a < cyt_row_finding_concept(row)->axes.count; a++)
			draw_element(draft, row, &scopes, a);
		arena_release(&arena);
	}
}

/* -- tables ----------------------------------------------------------------------------------- */

static const struct layout_row {
	enum say headings[TABLE_COLUMNS];
	size_t columns;
	draw_article *draw;
} layouts[] = {
	[CYT_LAYOUT_PROFILE] = { { SAY_HEAD_ARTICLE, SAY_HEAD_PROVISIONS }, 2, draw_profile },
	[CYT_LAYOUT_COMPATIBILITY] = { { SAY_HEAD_ARTICLE, SAY_HEAD_OBLIGATION, SAY_HEAD_RULE,
					 SAY_HEAD_COMPATIBLE, SAY_HEAD_TO_DO, SAY_HEAD_WHO,
					 SAY_HEAD_WHEN }, 7, draw_compatibility },
	[CYT_LAYOUT_ELEMENTS] = { { SAY_HEAD_ARTICLE, SAY_HEAD_DEMANDED, SAY_HEAD_ELEMENT,
				    SAY_HEAD_ASKED, SAY_HEAD_HAS, SAY_HEAD_MISSING }, 6, draw_elements },
};

static bool
is_selected(const struct cyt_article *article, enum cyt_kind only, const char *id)
{
	if (only != CYT_KIND_UNKNOWN && cyt_article_kind(article) != only)
		return false;
	return !id || strcmp(cyt_article_id(article), id) == 0;
}

int
cyt_table_new(const struct cyt_result *coverage, enum cyt_layout layout, enum cyt_kind only,
	      const char *article, const char *lang, struct cyt_table **out)
{
	struct draft draft = { .result = coverage, .lang = lang ? lang : "en" };
	const char *headings[TABLE_COLUMNS];
	const struct cyt_provision_finding *finding;
	size_t i;
	int err;

	*out = NULL;
	if (cyt_result_question(coverage) != CYT_QUESTION_COVERAGE ||
	    layout <= CYT_LAYOUT_UNKNOWN || layout > CYT_LAYOUT_ELEMENTS)
		return CYT_ERR_INVALID;
	for (i = 0; i < layouts[layout].columns; i++)
		headings[i] = coverage->tongue.words[layouts[layout].headings[i]];
	draft.table = table_create(&coverage->hooks, headings, layouts[layout].columns);
	if (!draft.table)
		return CYT_ERR_NOMEM;
	for (i = 0; (finding = cyt_result_provision_at(coverage, i)) != NULL; i++)
		if (is_selected(cyt_provision_finding_article(finding), only, article))
			layouts[layout].draw(&draft, finding);
	source_add(&draft.table->source, coverage, draft.lang);
	if (!draft.table->err && draft.table->source.failed)
		draft.table->err = CYT_ERR_NOMEM;
	err = draft.table->err;
	if (err < 0)
		cyt_table_free(draft.table);
	else
		*out = draft.table;
	return err;
}

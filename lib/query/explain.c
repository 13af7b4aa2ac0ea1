/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a verdict came about: of an article in one sentence, of a row step by step. */
#include "query/wording.h"

/* -- an article --------------------------------------------------------------------------- */

static void
begin_article(struct prose *out, const struct cyt_article *article)
{
	const struct image *image = image_of(article);
	const char *num = cyt_article_num(article);
	struct prose title;

	prose_beside(&title, out);
	prose_title(&title, image, article->node, ELEMENT_TITLE, *num ? "" : cyt_article_id(article));
	if (title.text.failed) {
		out->text.failed = true;
	} else if (!*num) {
		prose_fill(out, SAY_ARTICLE_TITLE, strbuf_text(&title.text));
	} else {
		prose_fill(out, SAY_ARTICLE, num);
		if (title.text.length) {
			prose_add(out, " (");
			prose_add(out, strbuf_text(&title.text));
			prose_add(out, ")");
		}
	}
	strbuf_release(&title.text);
}

static void
count_rows(struct prose *out, const struct cyt_provision_finding *finding)
{
	static const enum say words[TOTAL_VERDICTS] = {
		[CYT_VERDICT_NONE] = SAY_ARE_NONE,
		[CYT_VERDICT_NOT_ASSESSED] = SAY_ARE_NOT_ASSESSED,
		[CYT_VERDICT_PARTIAL] = SAY_ARE_PARTIAL,
		[CYT_VERDICT_FULL_BY_RESERVATION] = SAY_ARE_FULL_BY_RESERVATION,
		[CYT_VERDICT_FULL_BY_OPTION] = SAY_ARE_FULL_BY_OPTION,
		[CYT_VERDICT_FULL] = SAY_ARE_FULL,
	};
	size_t counts[TOTAL_VERDICTS] = { 0 }, all = 0;
	bool first = true;

	for (size_t i = 0; i < finding->rows.count; i++) {
		if (finding->rows.items[i]->row->modality != MODALITY_SHALL)
			continue;
		counts[finding->rows.items[i]->verdict]++;
		all++;
	}
	if (all < 2)
		return;
	prose_fill(out, SAY_OF_DEMANDS, all);
	for (int v = CYT_VERDICT_FULL; v > CYT_VERDICT_UNKNOWN; v--) {
		if (!counts[v])
			continue;
		prose_add(out, first ? "" : ", ");
		prose_fill(out, words[v], counts[v]);
		first = false;
	}
}

static enum say
is_verdict(enum cyt_verdict verdict)
{
	static const enum say words[] = {
		[CYT_VERDICT_UNKNOWN] = SAY_IS_UNKNOWN,
		[CYT_VERDICT_NONE] = SAY_IS_NONE,
		[CYT_VERDICT_NOT_ASSESSED] = SAY_IS_NOT_ASSESSED,
		[CYT_VERDICT_PARTIAL] = SAY_IS_PARTIAL,
		[CYT_VERDICT_FULL_BY_RESERVATION] = SAY_IS_FULL_BY_RESERVATION,
		[CYT_VERDICT_FULL_BY_OPTION] = SAY_IS_FULL_BY_OPTION,
		[CYT_VERDICT_FULL] = SAY_IS_FULL,
	};

	return words[verdict];
}

int
cyt_provision_finding_sentence(const struct cyt_provision_finding *finding, cyt_sink sink,
			       void *data)
{
	struct prose out;

	prose_begin(&out, finding->result);
	begin_article(&out, finding->article);
	prose_say(&out, is_verdict(finding->verdict));
	count_rows(&out, finding);
	prose_add(&out, ".");
	if (finding->rows.count == 0 && finding->inherited.count)
		prose_say(&out, SAY_SHARES_VERDICT);
	return prose_send(&out, sink, data);
}

/* -- a row -------------------------------------------------------------------------------- */

static void
line(struct prose *out, enum say name, const struct cyt_region *region)
{
	const struct box_list *list = region_draw(region);

	if (!list)
		out->text.failed = true;
	prose_say(out, name);
	if (list && list->count)
		word_region(out, region, NULL, WORDING_BOXES);
	else
		prose_say(out, SAY_NOTHING);
	prose_add(out, "\n");
}

static void
explain_evidence(struct prose *out, const struct evidence_list *list, enum say name)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct cyt_evidence *evidence = list->items[i];

		prose_say(out, name);
		word_provision(out, evidence, PROSE_LAW);
		prose_add(out, evidence->redundant ? out->tongue->words[SAY_REDUNDANT] : ": ");
		word_region(out, evidence->region, NULL, WORDING_BOXES);
		word_conditions_of(out, evidence, SAY_ON_CONDITION);
		prose_add(out, "\n");
	}
}

static void
explain_excuses(struct prose *out, const struct cyt_row_finding *row)
{
	for (size_t i = 0; i < row->lists->options_used.count; i++) {
		const struct cyt_way *way = row->lists->options_used.items[i];

		prose_say(out, SAY_OPTION_USED);
		word_way(out, way);
		prose_add(out, ": ");
		word_excuse(out, row->row, way->region);
		prose_add(out, "\n");
	}
	for (size_t i = 0; i < row->lists->reservations_used.count; i++) {
		prose_say(out, SAY_RESERVATION_USED);
		prose_of_date(out,
			      cyt_action_date(row->lists->reservations_used.items[i]));
		prose_add(out, "\n");
	}
}

static void
explain_rule(struct prose *out, enum cyt_verdict verdict)
{
	static const struct {
		enum say name, rule;
	} rules[] = {
		[CYT_VERDICT_UNKNOWN] = { SAY_NAME_UNKNOWN, SAY_RULE_UNKNOWN },
		[CYT_VERDICT_NONE] = { SAY_NAME_NONE, SAY_RULE_NONE },
		[CYT_VERDICT_NOT_ASSESSED] = { SAY_NAME_NOT_ASSESSED, SAY_RULE_NOT_ASSESSED },
		[CYT_VERDICT_PARTIAL] = { SAY_NAME_PARTIAL, SAY_RULE_PARTIAL },
		[CYT_VERDICT_FULL_BY_RESERVATION] = { SAY_NAME_FULL_BY_RESERVATION,
						      SAY_RULE_FULL_BY_RESERVATION },
		[CYT_VERDICT_FULL_BY_OPTION] = { SAY_NAME_FULL_BY_OPTION,
						 SAY_RULE_FULL_BY_OPTION },
		[CYT_VERDICT_FULL] = { SAY_NAME_FULL, SAY_RULE_FULL },
	};
	const char *const *words = out->tongue->words;

	prose_fill(out, SAY_RULE, words[rules[verdict].name], words[rules[verdict].rule]);
	prose_add(out, "\n");
}

int
cyt_row_finding_explain(const struct cyt_row_finding *row, cyt_sink sink, void *data)
{
	struct prose out;

	prose_begin(&out, finding_result(row));
	if (row->row) {
		word_demand(&out, row->row);
		prose_add(&out, ", ");
	}
	word_concept(&out, cyt_row_finding_concept(row), row->row, NULL, NULL);
	prose_add(&out, "\n");
	if (row->row && row->row->base != NONE) {
		prose_say(&out, SAY_EXTENDS);
		word_demand(&out, image_row(image_of(row->row), row->row->base));
		prose_say(&out, SAY_MEASURED_ON);
		prose_add(&out, "\n");
	}
	line(&out, SAY_DEMANDED, row_region(row, CYT_ROW_REGION_DEMANDED));
	explain_evidence(&out, &row->lists->supplied_by, SAY_SUPPLIED_BY);
	line(&out, SAY_LEFT, row_region(row, CYT_ROW_REGION_LEFT));
	explain_excuses(&out, row);
	line(&out, SAY_MISSING, row_region(row, CYT_ROW_REGION_MISSING));
	explain_evidence(&out, &row->lists->conditional, SAY_CONDITIONALLY_BY);
	explain_rule(&out, row->verdict);
	return prose_send(&out, sink, data);
}

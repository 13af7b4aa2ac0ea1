/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a verdict came about: of an article in one sentence, of a row step by step. */
#include "query/wording.h"

/* -- an article --------------------------------------------------------------------------- */

static const char *
verdict_in_words(enum cyt_verdict verdict)
{
	static const char *const words[] = {
		[CYT_VERDICT_UNKNOWN] = "without a verdict, as it demands nothing with `shall`",
		[CYT_VERDICT_NONE] = "not covered",
		[CYT_VERDICT_NOT_ASSESSED] = "not assessed",
		[CYT_VERDICT_PARTIAL] = "covered in part",
		[CYT_VERDICT_FULL_BY_RESERVATION] = "covered with the help of a reservation",
		[CYT_VERDICT_FULL_BY_OPTION] = "covered with the help of an option",
		[CYT_VERDICT_FULL] = "covered in full",
	};

	return words[verdict];
}

static void
word_article(struct strbuf *out, const struct cyt_article *article)
{
	const char *num = cyt_article_num(article), *title = cyt_article_title(article, "en");

	if (*num)
		strbuf_printf(out, "Article %s", num);
	if (*num && *title)
		strbuf_printf(out, " (%s)", title);
	else if (!*num)
		strbuf_add(out, *title ? title : cyt_article_id(article));
}

static void
count_rows(struct strbuf *out, const struct cyt_provision_finding *finding)
{
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
	strbuf_printf(out, "; of %zu demands ", all);
	for (int v = CYT_VERDICT_FULL; v > CYT_VERDICT_UNKNOWN; v--) {
		if (!counts[v])
			continue;
		strbuf_printf(out, "%s%zu %s", first ? "" : ", ", counts[v],
			      verdict_in_words((enum cyt_verdict)v));
		first = false;
	}
}

int
cyt_provision_finding_sentence(const struct cyt_provision_finding *finding, cyt_sink sink,
			       void *data)
{
	struct strbuf out;

	strbuf_init(&out, &finding->result->hooks);
	word_article(&out, finding->article);
	strbuf_printf(&out, " is %s", verdict_in_words(finding->verdict));
	count_rows(&out, finding);
	strbuf_add(&out, ".");
	if (finding->rows.count == 0 && finding->inherited.count)
		strbuf_add(&out, " Nothing of what it builds on is covered, so it shares that verdict.");
	return word_send(&out, sink, data);
}

/* -- a row -------------------------------------------------------------------------------- */

static void
line(struct strbuf *out, const char *name, const struct cyt_region *region)
{
	strbuf_printf(out, "%s: ", name);
	if (region->list.count)
		word_region(out, region, NULL, WORDING_BOXES);
	else
		strbuf_add(out, "nothing");
	strbuf_add(out, "\n");
}

static void
explain_evidence(struct strbuf *out, const struct evidence_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct cyt_evidence *evidence = list->items[i];

		strbuf_printf(out, "%s ", name);
		word_provision(out, evidence);
		strbuf_add(out, evidence->redundant ? " (redundant): " : ": ");
		word_region(out, evidence->region, NULL, WORDING_BOXES);
		for (size_t c = 0; c < evidence->condition_count; c++)
			strbuf_printf(out, "%s%s", c ? ", and " : ", on condition: ",
				      evidence->conditions[c]);
		strbuf_add(out, "\n");
	}
}

static void
explain_excuses(struct strbuf *out, const struct cyt_row_finding *row)
{
	for (size_t i = 0; i < row->options_used.count; i++) {
		const struct cyt_way *way = row->options_used.items[i];

		strbuf_add(out, "Option used, ");
		word_way(out, way);
		strbuf_add(out, ": ");
		word_excuse(out, row->row, way->region);
		strbuf_add(out, "\n");
	}
	for (size_t i = 0; i < row->reservations_used.count; i++) {
		char date[CYT_DATE_SIZE];

		cyt_date_format((cyt_date)row->reservations_used.items[i]->date, date);
		strbuf_printf(out, "Reservation used, of %s\n", date);
	}
}

static const char *
rule_of(enum cyt_verdict verdict)
{
	static const char *const rules[] = {
		[CYT_VERDICT_UNKNOWN] = "",
		[CYT_VERDICT_NONE] = "nothing that is demanded is covered",
		[CYT_VERDICT_NOT_ASSESSED] =
			"nothing that is demanded is covered, and no law was read for it",
		[CYT_VERDICT_PARTIAL] = 
			"some of it is covered, if only conditionally, and not all else is excused",
		[CYT_VERDICT_FULL_BY_RESERVATION] =
			"all that is left is excused by options and reservations",
		[CYT_VERDICT_FULL_BY_OPTION] =
			"something is covered, and options excuse all that is left",
		[CYT_VERDICT_FULL] = "nothing that is demanded is left",
	};

	return rules[verdict];
}

int
cyt_row_finding_explain(const struct cyt_row_finding *row, cyt_sink sink, void *data)
{
	struct strbuf out;

	strbuf_init(&out, &row->result->hooks);
	if (row->row) {
		word_demand(&out, row->row);
		strbuf_add(&out, ", ");
	}
	word_concept(&out, cyt_row_finding_concept(row), row->row, NULL, NULL);
	strbuf_add(&out, "\n");
	if (row->row && row->row->base != NONE) {
		strbuf_add(&out, "Extends ");
		word_demand(&out, image_row(image_of(row->row), row->row->base));
		strbuf_add(&out, ", measured on what is covered of it\n");
	}
	line(&out, "Demanded", row->regions[CYT_ROW_REGION_DEMANDED]);
	explain_evidence(&out, &row->supplied_by, "Supplied by");
	line(&out, "Left", row->regions[CYT_ROW_REGION_LEFT]);
	explain_excuses(&out, row);
	line(&out, "Missing", row->regions[CYT_ROW_REGION_MISSING]);
	explain_evidence(&out, &row->conditional, "Under a condition");
	strbuf_printf(&out, "Rule: %s: %s\n", cyt_verdict_name(row->verdict),
		      rule_of(row->verdict));
	return word_send(&out, sink, data);
}

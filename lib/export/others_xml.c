/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Matrix, comparison, dual criminality and safeguards as XML. */
#include "export/report_xml.h"

#include <string.h>

#include "export/sink.h"
#include "export/title.h"

/* -- everybody ----------------------------------------------------------------------------- */

static void
write_named_article(struct report *report, const char *name, const struct cyt_article *article)
{
	xml_open(&report->xml, name);
	report_article(report, article);
	report_titles(report, cyt_article_element(article), "title");
	xml_close(&report->xml);
}

static void
write_articles(struct report *report)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(report->result);
	size_t i;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++)
		write_named_article(report, "article", cyt_instrument_article_at(instrument, i));
}

static void
mention_holder(struct report *report, const struct cyt_holder *holder)
{
	const char *id = cyt_holder_subject(holder);
	const struct cyt_law *law =
		cyt_corpus_law_find(cyt_result_corpus(report->result), id);

	if (strcmp(cyt_holder_kind(holder), "law") != 0)
		mention_state(report, id);
	else if (law)
		mention_law(report, law);
}

static void
write_holder(struct report *report, const struct cyt_holder *holder)
{
	const struct cyt_instrument *instrument = cyt_result_instrument(report->result);
	struct xml *xml = &report->xml;
	enum cyt_verdict verdict;
	size_t i;

	mention_holder(report, holder);
	xml_open(xml, "holder");
	xml_attribute(xml, "subject", cyt_holder_subject(holder));
	xml_attribute(xml, "kind", cyt_holder_kind(holder));
	xml_element(xml, "title", cyt_holder_title(holder));
	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		verdict = cyt_holder_verdict_at(holder, i);
		if (verdict == CYT_VERDICT_UNKNOWN)
			continue;
		xml_open(xml, "cell");
		xml_attribute(xml, "article",
			      cyt_article_id(cyt_instrument_article_at(instrument, i)));
		xml_attribute(xml, "verdict", cyt_verdict_name(verdict));
		xml_close(xml);
	}
	xml_close(xml);
}

void
report_matrix(struct report *report)
{
	size_t i;

	write_articles(report);
	for (i = 0; i < cyt_result_holder_count(report->result); i++)
		write_holder(report, cyt_result_holder_at(report->result, i));
}

/* -- two instruments ----------------------------------------------------------------------- */

static const char *
standing_name(enum cyt_standing standing)
{
	static const char *const names[] = {
		[CYT_STANDING_NOT_ASKED] = "not-asked",
		[CYT_STANDING_OPTIONAL] = "optional",
		[CYT_STANDING_RESERVABLE] = "reservable",
		[CYT_STANDING_BINDING] = "binding",
	};

	return standing <= CYT_STANDING_BINDING ? names[standing] : NULL;
}

static void
write_match(struct report *report, const struct cyt_match *match)
{
	struct xml *xml = &report->xml;
	struct strbuf buf;
	int err;

	xml_open(xml, "match");
	report_article(report, cyt_match_article(match));
	xml_attribute(xml, "relation",
		      cyt_relation_name(cyt_match_relation(match, CYT_FLOOR_DUTY)));
	xml_attribute(xml, "floor-by-option",
		      cyt_relation_name(cyt_match_relation(match, CYT_FLOOR_BY_OPTION)));
	xml_attribute(xml, "floor-by-reservation",
		      cyt_relation_name(cyt_match_relation(match, CYT_FLOOR_BY_RESERVATION)));
	report_titles(report, cyt_article_element(cyt_match_article(match)), "title");
	strbuf_init(&buf, xml->out.hooks);
	err = cyt_match_sentence(match, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	xml_close(xml);
}

static void
write_difference(struct report *report, const struct cyt_difference *difference)
{
	struct xml *xml = &report->xml;
	struct strbuf buf;
	int err;

	xml_open(xml, "difference");
	xml_attribute(xml, "concept", cyt_concept_id(cyt_difference_concept(difference)));
	xml_attribute(xml, "here", standing_name(cyt_difference_here(difference)));
	xml_attribute(xml, "there", standing_name(cyt_difference_there(difference)));
	report_label(report, cyt_difference_concept(difference));
	strbuf_init(&buf, xml->out.hooks);
	err = cyt_difference_sentence(difference, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	report_region(report, "region", cyt_difference_region(difference));
	xml_close(xml);
}

/* What became of an article from one version to the other. */
static void
write_passage(struct report *report, const struct cyt_passage *passage)
{
	int changed = cyt_passage_changed(passage);
	struct xml *xml = &report->xml;

	xml_open(xml, "passage");
	xml_attribute(xml, "fate", cyt_fate_name(cyt_passage_fate(passage)));
	if (changed >= 0)
		xml_attribute(xml, "changed", changed ? "yes" : "no");
	if (cyt_passage_earlier(passage))
		write_named_article(report, "earlier", cyt_passage_earlier(passage));
	if (cyt_passage_later(passage))
		write_named_article(report, "later", cyt_passage_later(passage));
	xml_close(xml);
}

static void
write_comparison(struct report *report, const char *side, const struct cyt_comparison *comparison)
{
	const struct cyt_article *article = cyt_comparison_article(comparison);
	const struct cyt_article *unread = cyt_comparison_unread(comparison);
	struct xml *xml = &report->xml;
	size_t i;

	xml_open(xml, "comparison");
	xml_attribute(xml, "side", side);
	if (unread)
		xml_attribute(xml, "unread", article_head(unread));
	report_article(report, article);
	report_titles(report, cyt_article_element(article), "title");
	for (i = 0; i < cyt_comparison_match_count(comparison); i++)
		write_match(report, cyt_comparison_match_at(comparison, i));
	for (i = 0; i < cyt_comparison_difference_count(comparison); i++)
		write_difference(report, cyt_comparison_difference_at(comparison, i));
	xml_close(xml);
}

static void
write_side(struct report *report, enum cyt_side side, const char *name)
{
	size_t i;

	for (i = 0; i < cyt_result_comparison_count(report->result, side); i++)
		write_comparison(report, name, cyt_result_comparison_at(report->result, side, i));
}

void
report_compare(struct report *report)
{
	size_t i;

	for (i = 0; i < cyt_result_passage_count(report->result); i++)
		write_passage(report, cyt_result_passage_at(report->result, i));
	write_side(report, CYT_SIDE_FIRST, "first");
	write_side(report, CYT_SIDE_SECOND, "second");
}

/* -- two States ---------------------------------------------------------------------------- */

static const enum cyt_side sides[] = {CYT_SIDE_FIRST, CYT_SIDE_SECOND};
#define SIDES (sizeof(sides) / sizeof(*sides))

/* A copy made by an extension follows its original, and the provision is the same. */
static void
write_side_supplies(struct report *report, const struct cyt_dual *dual, enum cyt_side side)
{
	const struct cyt_provision *last = NULL, *provision;
	const struct cyt_evidence *evidence;
	size_t i;

	for (i = 0; (evidence = cyt_dual_supplied_by_at(dual, side, i)) != NULL; i++) {
		provision = cyt_evidence_provision(evidence);
		if (provision && provision == last)
			continue;
		last = provision;
		xml_open(&report->xml, "supplied-by");
		report_origin(report, evidence);
		xml_close(&report->xml);
	}
	for (i = 0; (evidence = cyt_dual_conditional_at(dual, side, i)) != NULL; i++)
		report_condition(report, evidence);
}

static void
write_dual_side(struct report *report, const struct cyt_dual *dual, enum cyt_side side)
{
	struct xml *xml = &report->xml;
	struct strbuf buf;
	int err;

	xml_open(xml, "side");
	xml_attribute(xml, "party", cyt_result_state(report->result, side));
	strbuf_init(&buf, xml->out.hooks);
	err = cyt_dual_side_sentence(dual, side, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	write_side_supplies(report, dual, side);
	report_region(report, "outside", cyt_dual_outside(dual, side));
	xml_close(xml);
}

static void
write_dual(struct report *report, const struct cyt_dual *dual)
{
	const struct cyt_concept *concept = cyt_region_concept(cyt_dual_facts(dual));
	struct xml *xml = &report->xml;
	struct strbuf buf;
	size_t s;
	int err;

	xml_open(xml, "dual");
	report_demand(report, cyt_dual_demand(dual));
	xml_attribute(xml, "concept", cyt_concept_id(concept));
	xml_attribute(xml, "verdict", cyt_duality_name(cyt_dual_verdict(dual)));
	xml_attribute(xml, "basis", cyt_basis_name(cyt_dual_basis(dual)));
	xml_date(xml, "consulted", cyt_dual_consulted(dual));
	report_label(report, concept);
	strbuf_init(&buf, xml->out.hooks);
	err = cyt_dual_sentence(dual, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	report_region(report, "facts", cyt_dual_facts(dual));
	report_region(report, "both", cyt_dual_both(dual));
	for (s = 0; s < SIDES; s++)
		write_dual_side(report, dual, sides[s]);
	xml_close(xml);
}

/* The articles that the rows belong to, each once. */
static void
write_dual_articles(struct report *report)
{
	const struct cyt_article *last = NULL, *article;
	const struct cyt_demand *demand;
	size_t i;

	for (i = 0; i < cyt_result_dual_count(report->result); i++) {
		demand = cyt_dual_demand(cyt_result_dual_at(report->result, i));
		article = demand ? cyt_demand_article(demand) : NULL;
		if (!article || article == last)
			continue;
		last = article;
		xml_open(&report->xml, "article");
		report_article(report, article);
		report_titles(report, cyt_article_element(article), "title");
		xml_close(&report->xml);
	}
}

void
report_dual(struct report *report)
{
	const struct cyt_result *result = report->result;
	struct xml *xml = &report->xml;
	size_t i, s;

	for (s = 0; s < SIDES; s++) {
		mention_state(report, cyt_result_state(result, sides[s]));
		xml_open(xml, "party");
		xml_attribute(xml, "id", cyt_result_state(result, sides[s]));
		xml_attribute(xml, "kind", cyt_result_state_kind(result, sides[s]));
		xml_element(xml, "title", cyt_result_state_title(result, sides[s]));
		xml_close(xml);
	}
	if (cyt_result_facts(result))
		xml_element(xml, "facts", cyt_result_facts(result));
	write_dual_articles(report);
	for (i = 0; i < cyt_result_dual_count(result); i++)
		write_dual(report, cyt_result_dual_at(result, i));
}

/* -- powers -------------------------------------------------------------------------------- */

static void
write_power(struct report *report, const struct cyt_power_finding *power)
{
	const struct cyt_value *value = cyt_power_finding_value(power);
	const struct cyt_row_finding *row;
	struct xml *xml = &report->xml;
	size_t i;

	xml_open(xml, "power");
	xml_attribute(xml, "id", value ? cyt_value_id(value) : NULL);
	xml_flag(xml, "held", cyt_power_finding_is_held(power));
	if (value)
		report_label_of(report, image_of(value), value->node, cyt_value_id(value));
	for (i = 0; (row = cyt_power_finding_concept_at(power, i)) != NULL; i++)
		report_row(report, "concept", row);
	for (i = 0; (row = cyt_power_finding_safeguard_at(power, i)) != NULL; i++)
		report_row(report, "safeguard", row);
	xml_close(xml);
}

void
report_safeguards(struct report *report)
{
	const struct cyt_power_finding *power;
	const struct cyt_concept *concept;
	size_t i;

	for (i = 0; (power = cyt_result_power_at(report->result, i)) != NULL; i++)
		write_power(report, power);
	for (i = 0; (concept = cyt_result_untied_at(report->result, i)) != NULL; i++) {
		xml_open(&report->xml, "untied");
		xml_attribute(&report->xml, "concept", cyt_concept_id(concept));
		report_label(report, concept);
		xml_close(&report->xml);
	}
}

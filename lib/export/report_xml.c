/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Results as XML, format urn:cybertreaty:report:1; xml/schema/report.xsd describes it. */
#include <cybertreaty/export.h>

#include <string.h>

#include "base/lang.h"
#include "export/report_xml.h"
#include "export/sink.h"
#include "export/supposed.h"
#include "query/regions.h"

#define NAMESPACE "urn:cybertreaty:report:1"

/* -- pieces -------------------------------------------------------------------------------- */

/* A text that may be in another language than the sentences. */
static void
write_spoken(struct report *report, const char *name, const char *text, const char *lang)
{
	xml_open(&report->xml, name);
	if (*lang && !lang_serves(lang, report->lang))
		xml_attribute(&report->xml, "xml:lang", lang);
	xml_text(&report->xml, text);
}

void
report_label_of(struct report *report, const struct image *image, uint32_t node,
		const char *otherwise)
{
	const char *lang = "";
	const char *text = image_text(image, image_node(image, node), ELEMENT_LABEL,
				      report->wanted, &lang);

	write_spoken(report, "label", text ? text : otherwise, lang);
}

void
report_label(struct report *report, const struct cyt_concept *concept)
{
	report_label_of(report, image_of(concept), concept->node, cyt_concept_id(concept));
}

static void
write_values(struct xml *xml, const struct cyt_region *region, size_t box, size_t facet)
{
	struct strbuf list;
	const char *id;
	size_t i;

	strbuf_init(&list, xml->out.hooks);
	for (i = 0; (id = cyt_region_box_value_at(region, box, facet, i)) != NULL; i++)
		xml_list_add(&list, id);
	xml_list_end(xml, "is", &list);
}

/* As in the language of the corpus; of several intervals each is a case, and one of them holds. */
static void
write_cases(struct xml *xml, const struct cyt_region *region, size_t box, size_t facet)
{
	const struct cyt_facet *row = cyt_concept_facet_at(cyt_region_concept(region), facet);
	uint32_t at_least, below;
	size_t i;

	if (cyt_facet_type(row) != CYT_FACET_TYPE_QUANTITY) {
		xml_open(xml, "case");
		xml_attribute(xml, "facet", cyt_facet_id(row));
		write_values(xml, region, box, facet);
		xml_close(xml);
		return;
	}
	for (i = 0; cyt_region_box_interval_at(region, box, facet, i, &at_least, &below); i++) {
		xml_open(xml, "case");
		xml_attribute(xml, "facet", cyt_facet_id(row));
		xml_number(xml, "at-least", at_least);
		if (below != UINT32_MAX)
			xml_number(xml, "below", below);
		xml_close(xml);
	}
}

void
report_region(struct report *report, const char *name, const struct cyt_region *region)
{
	struct xml *xml = &report->xml;
	const struct box_list *boxes;
	size_t facets, box, facet;

	if (!region)
		return;
	/* Drawn now, so that there may be no memory for them. */
	boxes = region_draw(region);
	if (!boxes && !xml->err)
		xml->err = CYT_ERR_NOMEM;
	if (!boxes || !boxes->count)
		return;
	facets = cyt_concept_facet_count(cyt_region_concept(region));
	xml_open(xml, name);
	for (box = 0; box < boxes->count; box++) {
		xml_open(xml, "box");
		for (facet = 0; facet < facets; facet++)
			if (cyt_region_box_restricts(region, box, facet))
				write_cases(xml, region, box, facet);
		xml_close(xml);
	}
	xml_close(xml);
}

void
report_article(struct report *report, const struct cyt_article *article)
{
	struct xml *xml = &report->xml;

	xml_attribute(xml, "id", cyt_article_id(article));
	xml_attribute(xml, "num", cyt_article_num(article));
	xml_attribute(xml, "kind", cyt_kind_name(cyt_article_kind(article)));
}

void
report_demand(struct report *report, const struct cyt_demand *demand)
{
	struct xml *xml = &report->xml;
	const struct cyt_demand *base;
	struct strbuf cited;
	int err;

	if (!demand)
		return;
	base = cyt_demand_base(demand);
	xml_attribute(xml, "article", cyt_article_id(cyt_demand_article(demand)));
	xml_attribute(xml, "demand", cyt_demand_id(demand));
	strbuf_init(&cited, xml->out.hooks);
	err = cyt_demand_citation(demand, sink_to_strbuf, &cited);
	xml_said(xml, "cited", &cited, err);
	xml_attribute(xml, "modality", cyt_modality_name(cyt_demand_modality(demand)));
	xml_attribute(xml, "subject-to", cyt_subject_to_name(cyt_demand_subject_to(demand)));
	xml_attribute(xml, "extends", base ? cyt_demand_id(base) : NULL);
}

void
report_origin(struct report *report, const struct cyt_evidence *evidence)
{
	const struct cyt_demand *demand = cyt_evidence_demand(evidence);
	const struct cyt_provision *provision = cyt_evidence_provision(evidence);
	struct xml *xml = &report->xml;
	struct strbuf cited;
	int err;

	if (!demand) {
		xml_attribute(xml, "law", cyt_law_id(cyt_evidence_law(evidence)));
		xml_attribute(xml, "provision", cyt_provision_id(provision));
		mention_provision(report, provision);
		return;
	}
	xml_attribute(xml, "instrument",
		      cyt_instrument_id(cyt_article_instrument(cyt_demand_article(demand))));
	xml_attribute(xml, "place", cyt_element_attribute(cyt_demand_place(demand), "id"));
	strbuf_init(&cited, xml->out.hooks);
	err = cyt_demand_citation(demand, sink_to_strbuf, &cited);
	xml_said(xml, "cited", &cited, err);
}

/* The general part that made the copy. */
static void
write_via(struct report *report, const struct cyt_extend *via)
{
	struct xml *xml = &report->xml;

	if (!via)
		return;
	xml_attribute(xml, "via-law", cyt_law_id(cyt_extend_law(via)));
	xml_attribute(xml, "via", cyt_extend_id(via));
	mention_law(report, cyt_extend_law(via));
	if (cyt_extend_provision(via)) {
		xml_attribute(xml, "via-provision", cyt_provision_id(cyt_extend_provision(via)));
		mention_provision(report, cyt_extend_provision(via));
	}
}

void
report_evidence(struct report *report, const struct cyt_evidence *evidence)
{
	xml_open(&report->xml, "supplied-by");
	report_origin(report, evidence);
	write_via(report, cyt_evidence_via(evidence));
	xml_flag(&report->xml, "redundant", cyt_evidence_is_redundant(evidence));
	xml_close(&report->xml);
}

void
report_supplied_by(struct report *report, const struct cyt_row_finding *row)
{
	size_t i;

	for (i = 0; i < cyt_row_finding_supplied_by_count(row); i++)
		report_evidence(report, cyt_row_finding_supplied_by_at(row, i));
}

void
report_condition(struct report *report, const struct cyt_evidence *evidence)
{
	struct xml *xml = &report->xml;
	const char *condition;
	size_t i;

	xml_open(xml, "conditional");
	report_origin(report, evidence);
	for (i = 0; (condition = cyt_evidence_condition_at(evidence, i)) != NULL; i++)
		xml_element(xml, "condition", condition);
	report_region(report, "region", cyt_evidence_region(evidence));
	xml_close(xml);
}

/* -- a row --------------------------------------------------------------------------------- */

void
report_part(struct report *report, const char *part, struct strbuf *words)
{
	struct xml *xml = &report->xml;

	if (words->failed) {
		xml->err = CYT_ERR_NOMEM;
	} else if (words->length) {
		xml_open(xml, "text");
		xml_attribute(xml, "part", part);
		xml_text(xml, strbuf_text(words));
	}
	strbuf_release(words);
}

void
report_parts(struct report *report, const struct cyt_row_finding *row, enum word_part first,
	     enum word_part last)
{
	static const char *const names[WORD_PARTS] = {
		[WORD_NOT_ASSESSED] = "not-assessed", [WORD_COVERED] = "covered",
		[WORD_MISSING] = "missing",           [WORD_NEARBY] = "nearby",
		[WORD_CONDITIONAL] = "conditional",   [WORD_EXCUSED] = "excused",
		[WORD_OVERREACH] = "overreach",       [WORD_UNVERIFIED] = "unverified",
	};
	struct prose words;
	int part;

	for (part = (int)first; part <= (int)last; part++) {
		prose_begin(&words, report->result);
		word_row_part(&words, row, (enum word_part)part);
		report_part(report, names[part], &words.text);
	}
}

void
report_way(struct report *report, const char *name, const struct cyt_way *way)
{
	struct xml *xml = &report->xml;
	struct strbuf cited;
	int err;

	xml_open(xml, name);
	xml_attribute(xml, "id", cyt_way_id(way));
	strbuf_init(&cited, xml->out.hooks);
	err = cyt_way_citation(way, sink_to_strbuf, &cited);
	xml_said(xml, "cited", &cited, err);
	xml_close(xml);
}

static void
write_excuses(struct report *report, const struct cyt_row_finding *row)
{
	const struct cyt_action *action;
	struct xml *xml = &report->xml;
	size_t i;

	for (i = 0; i < cyt_row_finding_option_used_count(row); i++)
		report_way(report, "option-used", cyt_row_finding_option_used_at(row, i));
	for (i = 0; i < cyt_row_finding_reservation_used_count(row); i++) {
		action = cyt_row_finding_reservation_used_at(row, i);
		xml_open(xml, "reservation-used");
		xml_attribute(xml, "state", cyt_state_id(cyt_action_state(action)));
		xml_attribute(xml, "id", cyt_action_id(action));
		xml_date(xml, "date", cyt_action_date(action));
		xml_close(xml);
	}
	for (i = 0; i < cyt_row_finding_optional_covered_count(row); i++)
		report_way(report, "optional-covered", cyt_row_finding_optional_covered_at(row, i));
}

/* "1.2 1.1": group and alternative, from the outside in. */
static void
write_any_of(struct report *report, const struct cyt_row_finding *row)
{
	uint32_t group, alternative;
	struct strbuf list;
	size_t i;

	strbuf_init(&list, report->xml.out.hooks);
	for (i = 0; i < cyt_row_finding_path_count(row); i++) {
		cyt_row_finding_path_at(row, i, &group, &alternative);
		strbuf_printf(&list, "%s%u.%u", i ? " " : "", (unsigned)group,
			      (unsigned)alternative);
	}
	xml_list_end(&report->xml, "any-of", &list);
}

void
report_row(struct report *report, const char *name, const struct cyt_row_finding *row)
{
	struct xml *xml = &report->xml;
	size_t i;

	xml_open(xml, name);
	report_demand(report, cyt_row_finding_demand(row));
	xml_attribute(xml, "concept", cyt_concept_id(cyt_row_finding_concept(row)));
	xml_attribute(xml, "verdict", cyt_verdict_name(cyt_row_finding_verdict(row)));
	xml_attribute(xml, "basis", cyt_basis_name(cyt_row_finding_basis(row)));
	xml_date(xml, "consulted", cyt_row_finding_consulted(row));
	write_any_of(report, row);
	report_label(report, cyt_row_finding_concept(row));
	report_parts(report, row, WORD_NOT_ASSESSED, WORD_UNVERIFIED);
	report_supplied_by(report, row);
	for (i = 0; i < cyt_row_finding_conditional_count(row); i++)
		report_condition(report, cyt_row_finding_conditional_at(row, i));
	write_excuses(report, row);
	report_region(report, "missing", cyt_row_finding_region(row, CYT_ROW_REGION_MISSING));
	xml_close(xml);
}

/* -- the document -------------------------------------------------------------------------- */

static const struct question {
	enum cyt_question question;
	const char *name;
	void (*write)(struct report *report);
} questions[] = {
	{CYT_QUESTION_REPORT, "report", report_coverage},
	{CYT_QUESTION_COVERAGE, "coverage", report_coverage},
	{CYT_QUESTION_GAPS, "gaps", report_coverage},
	{CYT_QUESTION_BEYOND, "beyond", report_coverage},
	{CYT_QUESTION_MATRIX, "matrix", report_matrix},
	{CYT_QUESTION_COMPARE, "compare", report_compare},
	{CYT_QUESTION_DUAL, "dual", report_dual},
	{CYT_QUESTION_SAFEGUARDS, "safeguards", report_safeguards},
};

static const struct question *
question_of(const struct cyt_result *result)
{
	size_t i;

	for (i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		if (questions[i].question == cyt_result_question(result))
			return &questions[i];
	return NULL;
}

static void
write_with(struct report *report)
{
	struct cyt_corpus *corpus = cyt_result_corpus(report->result);
	struct supposed supposed = {.corpus = corpus};
	struct xml *xml = &report->xml;
	const struct cyt_law *law;
	const char *id;
	size_t i;

	for (i = 0; (id = cyt_result_with_at(report->result, i)) != NULL; i++) {
		xml_open(xml, "with");
		xml_attribute(xml, "law", id);
		xml_close(xml);
		law = cyt_corpus_law_find(corpus, id);
		if (law)
			mention_law(report, law);
	}
	while ((id = supposed_next(&supposed)) != NULL) {
		xml_open(xml, "with");
		xml_attribute(xml, "action", id);
		xml_close(xml);
	}
}

static void
write_instrument(struct report *report, const char *name, const struct cyt_instrument *instrument)
{
	struct xml *xml = &report->xml;

	xml_open(xml, name);
	xml_attribute(xml, "id", cyt_instrument_id(instrument));
	xml_attribute(xml, "kind", "instrument");
	report_titles(report, cyt_instrument_element(instrument), "title");
	report_sources(report, cyt_instrument_element(instrument));
	xml_close(xml);
}

/* In what the title of the subject is; of several that of the sentences. */
static const char *
subject_lang(const struct report *report, const char *id)
{
	const struct cyt_corpus *corpus = cyt_result_corpus(report->result);
	const char *asked = cyt_result_lang(report->result), *lang = "";
	const struct cyt_law *law = cyt_corpus_law_find(corpus, id);
	const struct cyt_state *state = cyt_corpus_state_find(corpus, id);

	if (law)
		lang = cyt_law_title_lang(law, asked);
	else if (state)
		image_text(image_of(state), image_node(image_of(state), state->node), ELEMENT_LABEL,
			   asked, &lang);
	return lang && *lang ? lang : report->lang;
}

static void
write_subject(struct report *report)
{
	const struct cyt_result *result = report->result;
	const char *id = cyt_result_subject(result), *kind = cyt_result_subject_kind(result);
	const struct cyt_instrument *instrument;
	struct xml *xml = &report->xml;

	if (!id)
		return;
	instrument = cyt_corpus_instrument_find(cyt_result_corpus(result), id);
	if (instrument && strcmp(kind, "instrument") == 0) {
		write_instrument(report, "subject", instrument);
		return;
	}
	mention_state(report, id);
	xml_open(xml, "subject");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "kind", kind);
	xml_open(xml, "title");
	xml_attribute(xml, "xml:lang", subject_lang(report, id));
	xml_text(xml, cyt_result_subject_title(result));
	xml_close(xml);
}

/* A page says so where the sentences are in another language than was asked for. */
static void
write_languages(struct report *report)
{
	xml_attribute(&report->xml, "xml:lang", report->lang);
	if (!lang_serves(report->lang, report->wanted))
		xml_attribute(&report->xml, "asked", report->wanted);
}

static void
write_head(struct report *report, const struct question *question)
{
	const struct cyt_result *result = report->result;
	const struct cyt_corpus *corpus = cyt_result_corpus(result);
	struct xml *xml = &report->xml;

	xml_open(xml, "report");
	xml_attribute(xml, "xmlns", NAMESPACE);
	xml_attribute(xml, "question", question->name);
	write_languages(report);
	xml_date(xml, "as-at", cyt_result_as_at(result));
	xml_attribute(xml, "basis", cyt_basis_name(cyt_result_basis(result)));
	xml_attribute(xml, "version", cyt_version());
	xml_open(xml, "data");
	xml_date(xml, "date", cyt_corpus_date(corpus));
	xml_attribute(xml, "digest", cyt_corpus_digest(corpus));
	xml_close(xml);
	write_with(report);
	write_subject(report);
	if (cyt_result_instrument(result))
		write_instrument(report, "instrument", cyt_result_instrument(result));
}

int
report_document(const struct cyt_result *result, struct strbuf *out)
{
	const struct question *question = question_of(result);
	const struct cyt_alloc_hooks *hooks = corpus_hooks(cyt_result_corpus(result));
	const char *asked = cyt_result_lang(result);
	struct report report = {.result = result, .lang = cyt_sentence_lang(asked)};

	report.wanted = asked ? asked : report.lang;
	strbuf_init(out, hooks);
	if (!question)
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(cyt_result_corpus(result)))
		return CYT_ERR_FORMAT;
	xml_begin(&report.xml, hooks);
	write_head(&report, question);
	question->write(&report);
	report_mentioned(&report);
	xml_close(&report.xml);
	alloc_free(hooks, report.laws.items);
	alloc_free(hooks, report.provisions.items);
	alloc_free(hooks, report.states.items);
	return xml_finish(&report.xml, out);
}

int
cyt_export_report_xml(const struct cyt_result *result, cyt_sink sink, void *data)
{
	struct strbuf out;
	int err;

	if (!sink)
		return CYT_ERR_INVALID;
	err = report_document(result, &out);
	if (!err && sink(data, out.text, out.length) != 0)
		err = CYT_ERR_SINK;
	strbuf_release(&out);
	return err;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Coverage, gaps and beyond as XML. */
#include "export/report_xml.h"

#include "export/sink.h"
#include "query/support.h"

/* -- counts -------------------------------------------------------------------------------- */

static void
write_total(struct report *report, enum cyt_modality modality)
{
	static const enum cyt_verdict verdicts[] = {
		CYT_VERDICT_FULL,    CYT_VERDICT_FULL_BY_OPTION, CYT_VERDICT_FULL_BY_RESERVATION,
		CYT_VERDICT_PARTIAL, CYT_VERDICT_NONE,           CYT_VERDICT_NOT_ASSESSED,
	};
	const size_t count = sizeof(verdicts) / sizeof(*verdicts);
	struct xml *xml = &report->xml;
	size_t of = 0, i;

	for (i = 0; i < count; i++)
		of += cyt_result_total(report->result, modality, verdicts[i]);
	xml_open(xml, "total");
	xml_attribute(xml, "modality", cyt_modality_name(modality));
	xml_number(xml, "of", of);
	for (i = 0; i < count; i++)
		xml_number(xml, cyt_verdict_name(verdicts[i]),
			   cyt_result_total(report->result, modality, verdicts[i]));
	xml_close(xml);
}

/* -- support ------------------------------------------------------------------------------- */

/* The attributes of an open element that say on what it rests. */
static void
write_basis(struct report *report, const struct support *support)
{
	/* Found now, so that there may be no memory for it. */
	if (!support)
		report->xml.err = CYT_ERR_NOMEM;
	xml_attribute(&report->xml, "basis", cyt_basis_name(support_basis(support)));
	xml_date(&report->xml, "consulted", support_consulted(support));
}

static void
write_support(struct report *report, const struct support *support)
{
	size_t i;

	for (i = 0; i < support_count(support); i++)
		report_evidence(report, support_at(support, i));
}

/* -- articles ------------------------------------------------------------------------------ */

static void
write_conflicts(struct report *report, const struct cyt_provision_finding *finding)
{
	const struct cyt_conflict *conflict;
	struct xml *xml = &report->xml;
	struct strbuf buf;
	size_t i;
	int err;

	for (i = 0; i < cyt_provision_finding_conflict_count(finding); i++) {
		conflict = cyt_provision_finding_conflict_at(finding, i);
		xml_open(xml, "conflict");
		xml_attribute(xml, "id", cyt_conflict_id(conflict));
		xml_attribute(xml, "concept", cyt_concept_id(cyt_conflict_concept(conflict)));
		write_basis(report, conflict_support(conflict));
		report_label(report, cyt_conflict_concept(conflict));
		strbuf_init(&buf, xml->out.hooks);
		err = cyt_conflict_sentence(conflict, sink_to_strbuf, &buf);
		xml_sentence(xml, "text", &buf, err);
		write_support(report, conflict_support(conflict));
		report_region(report, "region", cyt_conflict_region(conflict));
		xml_close(xml);
	}
}

static void
write_inherited(struct report *report, const struct cyt_provision_finding *finding)
{
	const struct cyt_row_finding *row;
	struct xml *xml = &report->xml;
	size_t i;

	for (i = 0; i < cyt_provision_finding_inherited_count(finding); i++) {
		row = cyt_provision_finding_inherited_at(finding, i);
		xml_open(xml, "inherited");
		report_demand(report, cyt_row_finding_demand(row));
		xml_attribute(xml, "concept", cyt_concept_id(cyt_row_finding_concept(row)));
		xml_attribute(xml, "verdict", cyt_verdict_name(cyt_row_finding_verdict(row)));
		report_label(report, cyt_row_finding_concept(row));
		xml_close(xml);
	}
}

static void
write_article(struct report *report, const struct cyt_provision_finding *finding)
{
	const struct cyt_article *article = cyt_provision_finding_article(finding);
	enum cyt_verdict verdict = cyt_provision_finding_verdict(finding);
	struct xml *xml = &report->xml;
	size_t assessed, rows, i;
	struct strbuf buf;
	int err;

	cyt_provision_finding_assessed(finding, &assessed, &rows);
	xml_open(xml, "article");
	report_article(report, article);
	xml_attribute(xml, "silence", cyt_silence_name(cyt_article_silence(article)));
	xml_attribute(xml, "verdict", cyt_verdict_name(verdict));
	xml_number(xml, "assessed", assessed);
	xml_number(xml, "rows", rows);
	report_titles(report, cyt_article_element(article), "title");
	strbuf_init(&buf, xml->out.hooks);
	err = cyt_provision_finding_sentence(finding, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	write_conflicts(report, finding);
	for (i = 0; i < cyt_provision_finding_row_count(finding); i++)
		report_row(report, "demand", cyt_provision_finding_row_at(finding, i));
	write_inherited(report, finding);
	report_article_sources(report, article);
	xml_close(xml);
}

/* -- beyond -------------------------------------------------------------------------------- */

static void
write_beyond(struct report *report, const struct cyt_beyond *beyond)
{
	enum cyt_concern concern = cyt_beyond_concern(beyond);
	struct xml *xml = &report->xml;
	const struct cyt_facet *facet;
	struct strbuf buf;
	size_t i;
	int err;

	if (concern == CYT_CONCERN_UNKNOWN)
		concern = CYT_CONCERN_NONE;
	xml_open(xml, "beyond");
	xml_attribute(xml, "concept", cyt_concept_id(cyt_beyond_concept(beyond)));
	xml_attribute(xml, "concern", cyt_concern_name(concern));
	strbuf_init(&buf, xml->out.hooks);
	for (i = 0; (facet = cyt_beyond_by_silence_at(beyond, i)) != NULL; i++)
		xml_list_add(&buf, cyt_facet_id(facet));
	xml_list_end(xml, "by-silence", &buf);
	write_basis(report, beyond_support(beyond));
	report_label(report, cyt_beyond_concept(beyond));
	err = cyt_beyond_sentence(beyond, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	write_support(report, beyond_support(beyond));
	report_region(report, "region", cyt_beyond_region(beyond));
	xml_close(xml);
}

static void
write_unasked(struct report *report, const struct cyt_result *result, size_t i)
{
	const struct support *support = unasked_support(result->unasked.items[i]);
	const struct cyt_concept *concept = cyt_result_unasked_at(result, i);
	struct xml *xml = &report->xml;
	struct strbuf buf;
	int err;

	xml_open(xml, "unasked");
	xml_attribute(xml, "concept", cyt_concept_id(concept));
	write_basis(report, support);
	report_label(report, concept);
	strbuf_init(&buf, xml->out.hooks);
	err = cyt_result_unasked_sentence(result, i, sink_to_strbuf, &buf);
	xml_sentence(xml, "text", &buf, err);
	write_support(report, support);
	xml_close(xml);
}

/* -- gaps ---------------------------------------------------------------------------------- */

/* "LAW/PROVISION LAW/PROVISION": one attribute, so that gaps with the same models are easy to find. */
static void
write_models(struct report *report, const struct cyt_gap *gap)
{
	const struct cyt_provision *last = NULL, *provision;
	const struct cyt_evidence *model;
	struct strbuf list;
	size_t i;

	strbuf_init(&list, report->xml.out.hooks);
	for (i = 0; (model = cyt_gap_model_at(gap, i)) != NULL; i++) {
		provision = cyt_evidence_provision(model);
		/* A copy made by an extension follows its original. */
		if (!provision || provision == last)
			continue;
		last = provision;
		mention_provision(report, provision);
		strbuf_printf(&list, "%s%s/%s", list.length ? " " : "",
			      cyt_law_id(cyt_evidence_law(model)), cyt_provision_id(provision));
	}
	xml_list_end(&report->xml, "models", &list);
}

static void
write_gap(struct report *report, const struct cyt_gap *gap)
{
	const struct cyt_row_finding *row = cyt_gap_row(gap);
	struct xml *xml = &report->xml;
	const struct cyt_way *way;
	struct prose words;
	size_t i;

	xml_open(xml, "gap");
	report_demand(report, cyt_row_finding_demand(row));
	xml_attribute(xml, "concept", cyt_concept_id(cyt_row_finding_concept(row)));
	xml_attribute(xml, "verdict", cyt_verdict_name(cyt_row_finding_verdict(row)));
	write_models(report, gap);
	report_label(report, cyt_row_finding_concept(row));
	report_parts(report, row, WORD_MISSING, WORD_EXCUSED);
	prose_begin(&words, report->result);
	word_way_out(&words, gap);
	report_part(report, "way-out", &words.text);
	for (i = 0; (way = cyt_gap_option_at(gap, i)) != NULL; i++)
		report_way(report, "option", way);
	for (i = 0; (way = cyt_gap_reservable_at(gap, i)) != NULL; i++)
		report_way(report, "reservable", way);
	report_region(report, "missing", cyt_row_finding_region(row, CYT_ROW_REGION_MISSING));
	xml_close(xml);
}

void
report_coverage(struct report *report)
{
	const struct cyt_result *result = report->result;
	int modality;
	size_t i;

	for (modality = CYT_MODALITY_SHALL; modality <= CYT_MODALITY_MAY; modality++)
		write_total(report, (enum cyt_modality)modality);
	for (i = 0; i < cyt_result_provision_count(result); i++)
		write_article(report, cyt_result_provision_at(result, i));
	for (i = 0; i < cyt_result_gap_count(result); i++)
		write_gap(report, cyt_result_gap_at(result, i));
	for (i = 0; i < cyt_result_beyond_count(result); i++)
		write_beyond(report, cyt_result_beyond_at(result, i));
	for (i = 0; i < result->unasked.count; i++)
		write_unasked(report, result, i);
}

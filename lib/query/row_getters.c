/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading what was found about rows, and the evidence behind them. */
#include "query/finding.h"

const struct cyt_demand *
cyt_row_finding_demand(const struct cyt_row_finding *row)
{
	return row->row;
}

const struct cyt_concept *
cyt_row_finding_concept(const struct cyt_row_finding *row)
{
	return cyt_region_concept(row_region(row, CYT_ROW_REGION_DEMANDED));
}

enum cyt_verdict
cyt_row_finding_verdict(const struct cyt_row_finding *row)
{
	return (enum cyt_verdict)row->verdict;
}

enum cyt_basis
cyt_row_finding_basis(const struct cyt_row_finding *row)
{
	return (enum cyt_basis)row->basis;
}

cyt_date
cyt_row_finding_consulted(const struct cyt_row_finding *row)
{
	return row->consulted;
}

enum cyt_subject_to
cyt_row_finding_justifiable(const struct cyt_row_finding *row)
{
	return row->row ? (enum cyt_subject_to)row->row->subject_to : CYT_SUBJECT_TO_UNKNOWN;
}

const struct cyt_region *
cyt_row_finding_region(const struct cyt_row_finding *row, enum cyt_row_region which)
{
	if (which <= CYT_ROW_REGION_UNKNOWN || which > ROW_REGIONS)
		return NULL;
	return row_region(row, which);
}

size_t
cyt_row_finding_supplied_by_count(const struct cyt_row_finding *row)
{
	return row->lists->supplied_by.count;
}

const struct cyt_evidence *
cyt_row_finding_supplied_by_at(const struct cyt_row_finding *row, size_t i)
{
	return i < row->lists->supplied_by.count ? row->lists->supplied_by.items[i] : NULL;
}

size_t
cyt_row_finding_conditional_count(const struct cyt_row_finding *row)
{
	return row->lists->conditional.count;
}

const struct cyt_evidence *
cyt_row_finding_conditional_at(const struct cyt_row_finding *row, size_t i)
{
	return i < row->lists->conditional.count ? row->lists->conditional.items[i] : NULL;
}

size_t
cyt_row_finding_option_used_count(const struct cyt_row_finding *row)
{
	return row->lists->options_used.count;
}

const struct cyt_way *
cyt_row_finding_option_used_at(const struct cyt_row_finding *row, size_t i)
{
	return i < row->lists->options_used.count ? row->lists->options_used.items[i] : NULL;
}

size_t
cyt_row_finding_reservation_used_count(const struct cyt_row_finding *row)
{
	return row->lists->reservations_used.count;
}

const struct cyt_action *
cyt_row_finding_reservation_used_at(const struct cyt_row_finding *row, size_t i)
{
	return i < row->lists->reservations_used.count ? row->lists->reservations_used.items[i] : NULL;
}

size_t
cyt_row_finding_optional_covered_count(const struct cyt_row_finding *row)
{
	return row->lists->optional_covered.count;
}

const struct cyt_way *
cyt_row_finding_optional_covered_at(const struct cyt_row_finding *row, size_t i)
{
	return i < row->lists->optional_covered.count ? row->lists->optional_covered.items[i] : NULL;
}

size_t
cyt_row_finding_path_count(const struct cyt_row_finding *row)
{
	return row->row ? row->row->path.count : 0;
}

void
cyt_row_finding_path_at(const struct cyt_row_finding *row, size_t i, uint32_t *group,
			uint32_t *alternative)
{
	const struct img_path *path;

	*group = *alternative = 0;
	if (i >= cyt_row_finding_path_count(row))
		return;
	path = image_path(image_of(row->row), row->row->path.first + (uint32_t)i);
	*group = path->group;
	*alternative = path->alternative;
}

const struct cyt_law *
cyt_evidence_law(const struct cyt_evidence *evidence)
{
	return evidence->law;
}

const struct cyt_provision *
cyt_evidence_provision(const struct cyt_evidence *evidence)
{
	return evidence->provision;
}

const struct cyt_demand *
cyt_evidence_demand(const struct cyt_evidence *evidence)
{
	return evidence->demand;
}

const struct cyt_extend *
cyt_evidence_via(const struct cyt_evidence *evidence)
{
	return evidence->via;
}

int
cyt_evidence_is_redundant(const struct cyt_evidence *evidence)
{
	return evidence->redundant;
}

const struct cyt_region *
cyt_evidence_region(const struct cyt_evidence *evidence)
{
	return evidence->region;
}

const char *
cyt_evidence_condition_at(const struct cyt_evidence *evidence, size_t i)
{
	return i < evidence->conditions.count ? evidence->conditions.texts[i] : NULL;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading what was found about articles, about reach beyond what is asked, and about gaps. */
#include "query/regions.h"
#include "query/support.h"

const struct cyt_article *
cyt_provision_finding_article(const struct cyt_provision_finding *finding)
{
	return finding->article;
}

enum cyt_verdict
cyt_provision_finding_verdict(const struct cyt_provision_finding *finding)
{
	return finding->verdict;
}

void
cyt_provision_finding_assessed(const struct cyt_provision_finding *finding, size_t *assessed,
			       size_t *rows)
{
	*assessed = finding->assessed;
	*rows = finding->counted;
}

size_t
cyt_provision_finding_row_count(const struct cyt_provision_finding *finding)
{
	return finding->rows.count;
}

const struct cyt_row_finding *
cyt_provision_finding_row_at(const struct cyt_provision_finding *finding, size_t i)
{
	return i < finding->rows.count ? finding->rows.items[i] : NULL;
}

size_t
cyt_provision_finding_inherited_count(const struct cyt_provision_finding *finding)
{
	return finding->inherited.count;
}

const struct cyt_row_finding *
cyt_provision_finding_inherited_at(const struct cyt_provision_finding *finding, size_t i)
{
	return i < finding->inherited.count ? finding->inherited.items[i] : NULL;
}

size_t
cyt_provision_finding_conflict_count(const struct cyt_provision_finding *finding)
{
	return finding->conflicts.count;
}

const struct cyt_conflict *
cyt_provision_finding_conflict_at(const struct cyt_provision_finding *finding, size_t i)
{
	return i < finding->conflicts.count ? finding->conflicts.items[i] : NULL;
}

const struct cyt_concept *
cyt_beyond_concept(const struct cyt_beyond *beyond)
{
	return beyond->concept;
}

enum cyt_concern
cyt_beyond_concern(const struct cyt_beyond *beyond)
{
	return (enum cyt_concern)beyond->concern;
}

size_t
cyt_beyond_supplied_by_count(const struct cyt_beyond *beyond)
{
	return support_count(beyond_support(beyond));
}

const struct cyt_evidence *
cyt_beyond_supplied_by_at(const struct cyt_beyond *beyond, size_t i)
{
	return support_at(beyond_support(beyond), i);
}

enum cyt_basis
cyt_beyond_basis(const struct cyt_beyond *beyond)
{
	return support_basis(beyond_support(beyond));
}

cyt_date
cyt_beyond_consulted(const struct cyt_beyond *beyond)
{
	return support_consulted(beyond_support(beyond));
}

const struct cyt_region *
cyt_beyond_region(const struct cyt_beyond *beyond)
{
	return &beyond->held.region;
}

const struct cyt_facet *
cyt_beyond_by_silence_at(const struct cyt_beyond *beyond, size_t i)
{
	return i < beyond->silent_count ? beyond->silent[i] : NULL;
}

const char *
cyt_conflict_id(const struct cyt_conflict *conflict)
{
	return image_string(region_image(&conflict->held.region), conflict->forbid->id);
}

const struct cyt_concept *
cyt_conflict_concept(const struct cyt_conflict *conflict)
{
	return cyt_region_concept(&conflict->held.region);
}

const struct cyt_region *
cyt_conflict_region(const struct cyt_conflict *conflict)
{
	return &conflict->held.region;
}

size_t
cyt_conflict_supplied_by_count(const struct cyt_conflict *conflict)
{
	return support_count(conflict_support(conflict));
}

const struct cyt_evidence *
cyt_conflict_supplied_by_at(const struct cyt_conflict *conflict, size_t i)
{
	return support_at(conflict_support(conflict), i);
}

enum cyt_basis
cyt_conflict_basis(const struct cyt_conflict *conflict)
{
	return support_basis(conflict_support(conflict));
}

cyt_date
cyt_conflict_consulted(const struct cyt_conflict *conflict)
{
	return support_consulted(conflict_support(conflict));
}

const struct cyt_row_finding *
cyt_gap_row(const struct cyt_gap *gap)
{
	return gap->row;
}

const struct cyt_way *
cyt_gap_option_at(const struct cyt_gap *gap, size_t i)
{
	return i < gap->options.count ? gap->options.items[i] : NULL;
}

const struct cyt_way *
cyt_gap_reservable_at(const struct cyt_gap *gap, size_t i)
{
	return i < gap->reservables.count ? gap->reservables.items[i] : NULL;
}

const struct cyt_evidence *
cyt_gap_model_at(const struct cyt_gap *gap, size_t i)
{
	return i < gap->models.count ? gap->models.items[i] : NULL;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading a comparison of two instruments. */
#include "query/compare.h"

const char *
cyt_relation_name(enum cyt_relation relation)
{
	static const char *const names[] = {
		[CYT_RELATION_EQUAL] = "equal",
		[CYT_RELATION_NARROWER] = "narrower",
		[CYT_RELATION_WIDER] = "wider",
		[CYT_RELATION_OVERLAPPING] = "overlapping",
		[CYT_RELATION_ABSENT] = "absent",
	};

	return relation > CYT_RELATION_UNKNOWN && relation <= CYT_RELATION_ABSENT ? names[relation]
										  : "";
}

static const struct comparison_list *
side_of(const struct cyt_result *result, enum cyt_side side)
{
	static const struct comparison_list nothing;

	if (!result->comparing || (side != CYT_SIDE_FIRST && side != CYT_SIDE_SECOND))
		return &nothing;
	return &result->comparing->sides[side - CYT_SIDE_FIRST];
}

size_t
cyt_result_comparison_count(const struct cyt_result *result, enum cyt_side side)
{
	return side_of(result, side)->count;
}

const struct cyt_comparison *
cyt_result_comparison_at(const struct cyt_result *result, enum cyt_side side, size_t i)
{
	const struct comparison_list *list = side_of(result, side);

	return i < list->count ? list->items[i] : NULL;
}

const struct cyt_article *
cyt_comparison_article(const struct cyt_comparison *comparison)
{
	return comparison->article;
}

size_t
cyt_comparison_match_count(const struct cyt_comparison *comparison)
{
	return comparison->matches.count;
}

const struct cyt_match *
cyt_comparison_match_at(const struct cyt_comparison *comparison, size_t i)
{
	return i < comparison->matches.count ? comparison->matches.items[i] : NULL;
}

const struct cyt_article *
cyt_comparison_unread(const struct cyt_comparison *comparison)
{
	return comparison->unread;
}

size_t
cyt_comparison_difference_count(const struct cyt_comparison *comparison)
{
	return comparison->differences.count;
}

const struct cyt_difference *
cyt_comparison_difference_at(const struct cyt_comparison *comparison, size_t i)
{
	return i < comparison->differences.count ? comparison->differences.items[i] : NULL;
}

const struct cyt_article *
cyt_match_article(const struct cyt_match *match)
{
	return match->article;
}

enum cyt_relation
cyt_match_relation(const struct cyt_match *match, enum cyt_floor floor)
{
	if (floor < CYT_FLOOR_DUTY || floor > CYT_FLOOR_BY_RESERVATION)
		return CYT_RELATION_UNKNOWN;
	return match->relations[floor - CYT_FLOOR_DUTY];
}

const struct cyt_concept *
cyt_difference_concept(const struct cyt_difference *difference)
{
	return difference->concept;
}

enum cyt_standing
cyt_difference_here(const struct cyt_difference *difference)
{
	return difference->here;
}

enum cyt_standing
cyt_difference_there(const struct cyt_difference *difference)
{
	return difference->there;
}

const struct cyt_region *
cyt_difference_region(const struct cyt_difference *difference)
{
	return difference->region;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The verdict of an article: its rows by the rule, any-of by their best alternative. */
#include "query/opening.h"

#include "query/verdict.h"

void
row_terms_write(const struct query *query, struct row_terms *out)
{
	const struct img_list rows = query->instrument->rows;
	bool all = binds_in_every_modality(query->instrument);

	for (uint32_t i = 0; i < rows.count; i++) {
		const struct cyt_demand *row = image_row(query->image, rows.first + i);

		out[i].base = row->base == NONE ? 0 : row->base - rows.first;
		out[i].article = row->article - query->instrument->articles.first;
		out[i].binds = all || row->modality == MODALITY_SHALL;
		out[i].inner = row->path.count > 0;
	}
}

/* A verdict and where in nested any-of it stands. */
struct vote {
	const struct img_path *path;
	uint32_t depth;
	enum cyt_verdict verdict;
};

struct vote_list {
	struct vote *items;
	size_t count;
};

static int sum_votes(const struct vote_list *votes, uint32_t level, struct arena *arena,
		     struct verdict_sum *sum);

/* Whether no vote before the i-th stands in the same group (and alternative). */
static bool
is_first(const struct vote_list *votes, size_t i, uint32_t level, bool alternative)
{
	const struct img_path *path = &votes->items[i].path[level];

	for (size_t k = 0; k < i; k++) {
		const struct img_path *other = &votes->items[k].path[level];

		if (votes->items[k].depth <= level || other->group != path->group)
			continue;
		if (!alternative || other->alternative == path->alternative)
			return false;
	}
	return true;
}

/* The verdict of one alternative, judged inside by the same rule. */
static int
judge_alternative(const struct vote_list *votes, size_t first, uint32_t level,
		  struct arena *arena, enum cyt_verdict *out)
{
	const struct img_path *path = &votes->items[first].path[level];
	struct vote_list inner = { arena_alloc(arena, votes->count, sizeof(struct vote)), 0 };
	struct verdict_sum sum = { 0 };
	int err;

	if (!inner.items)
		return CYT_ERR_NOMEM;
	for (size_t i = first; i < votes->count; i++) {
		const struct vote *vote = &votes->items[i];

		if (vote->depth > level && vote->path[level].group == path->group &&
		    vote->path[level].alternative == path->alternative)
			inner.items[inner.count++] = *vote;
	}
	err = sum_votes(&inner, level + 1, arena, &sum);
	*out = verdict_of_provision(&sum);
	return err;
}

static int
judge_group(const struct vote_list *votes, size_t first, uint32_t level, struct arena *arena,
	    enum cyt_verdict *out)
{
	uint32_t group = votes->items[first].path[level].group;
	enum cyt_verdict verdict;

	*out = CYT_VERDICT_UNKNOWN;
	for (size_t i = first; i < votes->count; i++) {
		int err;

		if (votes->items[i].depth <= level || votes->items[i].path[level].group != group ||
		    !is_first(votes, i, level, true))
			continue;
		err = judge_alternative(votes, i, level, arena, &verdict);
		if (err < 0)
			return err;
		*out = verdict_best(*out, verdict);
	}
	return 0;
}

/* Adds up votes at one level of nesting; an any-of is one. As deep as a document nests. */
static int
sum_votes(const struct vote_list *votes, uint32_t level, struct arena *arena,
	  struct verdict_sum *sum)
{
	enum cyt_verdict verdict;

	for (size_t i = 0; i < votes->count; i++) {
		int err;

		if (votes->items[i].depth <= level) {
			verdict_add(sum, votes->items[i].verdict);
			continue;
		}
		if (!is_first(votes, i, level, false))
			continue;
		err = judge_group(votes, i, level, arena, &verdict);
		if (err < 0)
			return err;
		verdict_add(sum, verdict);
	}
	return 0;
}

/* The votes of an article: those that stand in no any-of are added up as they come. */
struct ballot {
	struct verdict_sum sum;
	struct vote_list nested;
};

/* Votes are for rows, or for bases that rows inherit, which count where no row does. */
struct ballots {
	struct ballot own, inherited;
	uint32_t most; /* rows of the article */
};

static int
vote(struct query *query, const struct ballots *ballots, struct ballot *ballot,
     const struct cyt_demand *row, enum cyt_verdict verdict)
{
	struct vote_list *nested = &ballot->nested;
	struct vote *vote;

	/* A demand by itself has nothing beside it to choose from. */
	if (!row->path.count || query->only) {
		verdict_add(&ballot->sum, verdict);
		return 0;
	}
	if (!nested->items)
		nested->items = arena_alloc(&query->work, ballots->most, sizeof(*nested->items));
	if (!nested->items)
		return CYT_ERR_NOMEM;
	vote = &nested->items[nested->count++];
	vote->path = image_path(query->image, row->path.first);
	vote->depth = row->path.count;
	vote->verdict = verdict;
	return 0;
}

static int
count_votes(struct query *query, struct ballots *ballots)
{
	int err = sum_votes(&ballots->own.nested, 0, &query->work, &ballots->own.sum);

	return err || ballots->own.sum.rows ? err
					    : sum_votes(&ballots->inherited.nested, 0,
							&query->work, &ballots->inherited.sum);
}

static const struct verdict_sum *
sum_that_counts(const struct ballots *ballots)
{
	return ballots->own.sum.rows ? &ballots->own.sum : &ballots->inherited.sum;
}

static bool
has_row(const struct row_list *list, const struct cyt_row_finding *row)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == row)
			return true;
	return false;
}

/* A base of which nothing is covered gives no row: what its own finding says is inherited. */
static int
inherit(struct query *query, const struct cyt_demand *row, bool binds,
	struct cyt_provision_finding *finding, struct ballots *ballots)
{
	struct cyt_row_finding *found;
	int err = row_find(query, image_row(query->image, row->base), &found);

	if (err < 0)
		return err;
	if (!has_row(&finding->inherited, found) &&
	    !list_push(query->keep, &finding->inherited, found))
		return CYT_ERR_NOMEM;
	return binds ? vote(query, ballots, &ballots->inherited, row, found->verdict) : 0;
}

static int
find_row(struct query *query, const struct cyt_demand *row, bool all,
	 struct cyt_provision_finding *finding, struct ballots *ballots)
{
	bool binds = all || query->only || row->modality == MODALITY_SHALL;
	struct cyt_row_finding *found;
	int err = row_find(query, row, &found);

	if (err < 0)
		return err;
	if (found->is_void)
		return inherit(query, row, binds, finding, ballots);
	finding->rows.items[finding->rows.count++] = found;
	return binds ? vote(query, ballots, &ballots->own, row, found->verdict) : 0;
}

static int
find_rows(struct query *query, struct cyt_provision_finding *finding, struct ballots *ballots)
{
	const struct cyt_article *article = finding->article;
	const struct cyt_demand *row = image_row(query->image, article->rows.first);
	bool all = binds_in_every_modality(query->instrument);
	int err = 0;

	finding->rows.items = arena_take(query->keep, article->rows.count,
					 sizeof(struct cyt_row_finding *));
	if (!finding->rows.items)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; !err && i < article->rows.count; i++, row++)
		if (!query->only || row->node == query->only)
			err = find_row(query, row, all, finding, ballots);
	return err;
}

static int
judge_article(struct query *query, struct cyt_provision_finding *finding)
{
	struct ballots ballots = { .most = finding->article->rows.count };
	int err = find_rows(query, finding, &ballots);

	if (!err)
		err = count_votes(query, &ballots);
	finding->counted = ballots.own.sum.rows;
	finding->assessed = ballots.own.sum.rows - ballots.own.sum.not_assessed;
	finding->verdict = verdict_of_provision(sum_that_counts(&ballots));
	return err;
}

static int
sum_rows(struct query *query, const struct cyt_article *article, const uint8_t *rows, uint8_t none,
	 struct ballots *ballots)
{
	uint32_t first = query->instrument->rows.first, count = article->rows.count;
	bool all = binds_in_every_modality(query->instrument);
	int err = 0;

	for (uint32_t i = article->rows.first; !err && i < article->rows.first + count; i++) {
		const struct cyt_demand *row = image_row(query->image, i);

		if (!all && row->modality != MODALITY_SHALL)
			continue;
		err = rows[i - first] == none
			      ? vote(query, ballots, &ballots->inherited, row,
				     rows[row->base - first])
			      : vote(query, ballots, &ballots->own, row, rows[i - first]);
	}
	return err ? err : count_votes(query, ballots);
}

int
provision_verdict(struct query *query, const struct cyt_article *article, const uint8_t *rows,
		  uint8_t none, enum cyt_verdict *out)
{
	struct arena mark = query->work;
	struct ballots ballots = { .most = article->rows.count };
	int err = sum_rows(query, article, rows, none, &ballots);

	arena_rewind(&query->work, &mark);
	*out = verdict_of_provision(sum_that_counts(&ballots));
	return err;
}

static int
find_verdict(struct query *query, const struct cyt_article *article,
	     struct cyt_provision_finding *finding)
{
	struct arena mark = query->work;
	int err;

	if (opening_write(query, article, finding) || opening_judge(query, article, finding))
		return 0;
	err = judge_article(query, finding);
	arena_rewind(&query->work, &mark);
	return err;
}

int
provision_find(struct query *query, const struct cyt_article *article,
	       struct cyt_provision_finding **out)
{
	struct cyt_provision_finding *finding = arena_alloc(query->keep, 1, sizeof(*finding));
	int err = 0;

	if (!finding)
		return CYT_ERR_NOMEM;
	finding->result = query->result;
	finding->article = article;
	if (query->result->question != CYT_QUESTION_BEYOND)
		err = find_verdict(query, article, finding);
	if (!err && (query->result->question == CYT_QUESTION_COVERAGE ||
		     query->result->question == CYT_QUESTION_BEYOND ||
		     query->result->question == CYT_QUESTION_REPORT))
		err = conflicts_find(query, article, &finding->conflicts);
	*out = finding;
	return err;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is found of whoever supplies nothing. */
#include "query/silence.h"

#include <string.h>

#include "base/block.h"
#include "model/bits.h"

void
totals_add(size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS],
	   const struct cyt_provision_finding *finding, bool mixed, int sign)
{
	if (finding->verdict != CYT_VERDICT_UNKNOWN)
		totals[CYT_MODALITY_SHALL][finding->verdict] += (size_t)sign;
	for (size_t i = 0; mixed && i < finding->rows.count; i++) {
		const struct cyt_row_finding *row = finding->rows.items[i];

		if (row->row->modality != MODALITY_SHALL)
			totals[row->row->modality][row->verdict] += (size_t)sign;
	}
}

/* Lists rows of one array that are listed of another. */
static void
list_again(const struct row_list *from, const struct cyt_row_finding *rows_from,
	   struct cyt_row_finding *rows, struct cyt_row_finding ***room, struct row_list *out)
{
	out->items = *room;
	out->count = from->count;
	/* By bytes: a number among them takes a division. */
	for (size_t i = 0; i < from->count; i++)
		out->items[i] = (void *)((char *)rows + ((const char *)from->items[i] -
							 (const char *)rows_from));
	*room += from->count;
}

void
silence_copy(const struct cyt_provision_finding *from, const struct cyt_row_finding *rows_from,
	     struct cyt_row_finding *rows, struct cyt_row_finding ***room,
	     struct cyt_provision_finding *out)
{
	*out = *from;
	list_again(&from->rows, rows_from, rows, room, &out->rows);
	list_again(&from->inherited, rows_from, rows, room, &out->inherited);
}

/* What is found, before it is kept. */
struct draft {
	struct cyt_row_finding *rows;
	struct cyt_provision_finding **articles;
	size_t listed;
};

/* A subject that supplies nothing, of which as much was read of all concepts. */
static struct subject *
silent_subject(struct query *query, bool read)
{
	struct arena *arena = &query->scratch;
	size_t words = query->image->concept_words;
	struct subject *out = arena_alloc(arena, 1, sizeof(*out));
	uint64_t *sets = arena_alloc(arena, 2 * words, sizeof(*sets));

	if (!out || !sets)
		return NULL;
	out->image = query->image;
	out->index = query->index;
	out->arena = arena;
	out->survey = sets;
	out->assessed = sets + words;
	memset(out->assessed, read ? 0xff : 0, words * sizeof(*sets));
	out->supplied = arena_alloc(arena, image_count(query->image, SECTION_CONCEPT),
				    sizeof(*out->supplied));
	return out->supplied ? out : NULL;
}

struct cyt_row_finding *
silence_rows_new(const struct query *query)
{
	size_t rows = query->instrument->rows.count * sizeof(struct cyt_row_finding);
	struct setting *setting = arena_take(query->keep, 1, sizeof(*setting) + rows);

	if (!setting)
		return NULL;
	setting_write(query, setting);
	return (struct cyt_row_finding *)(setting + 1);
}

static int
find_rows(struct query *query, struct draft *draft)
{
	const struct img_list rows = query->instrument->rows;
	int err = 0;

	draft->rows = silence_rows_new(query);
	query->findings = arena_alloc(query->keep, rows.count, sizeof(*query->findings));
	if (!draft->rows || !query->findings)
		return CYT_ERR_NOMEM;
	memset(draft->rows, 0, rows.count * sizeof(*draft->rows));
	for (uint32_t i = 0; !err && i < rows.count; i++) {
		query->findings[i] = &draft->rows[i];
		err = row_find_silence(query, image_row(query->image, rows.first + i), i,
				       &draft->rows[i]);
	}
	return err;
}

static int
find_articles(struct query *query, struct draft *draft)
{
	const struct img_list articles = query->instrument->articles;
	int err = 0;

	draft->articles = arena_alloc(query->keep, articles.count, sizeof(*draft->articles));
	if (!draft->articles)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; !err && i < articles.count; i++) {
		err = provision_find(query, image_article(query->image, articles.first + i),
				     &draft->articles[i]);
		if (!err)
			draft->listed += draft->articles[i]->rows.count +
					 draft->articles[i]->inherited.count;
	}
	return err;
}

/* Marks the concepts of an article; true if not all of its rows are duties. */
static bool
look_through(const struct query *query, const struct cyt_article *article, uint64_t *concepts)
{
	bool mixed = false;

	for (uint32_t i = 0; i < article->rows.count; i++) {
		const struct cyt_demand *row = image_row(query->image, article->rows.first + i);

		bits_set(concepts, row->concept);
		mixed |= row->modality != MODALITY_SHALL;
	}
	return mixed;
}

static struct silence *
write_down(const struct query *query, const struct draft *draft)
{
	uint32_t rows = query->instrument->rows.count, articles = query->instrument->articles.count;
	size_t words = query->image->concept_words;
	struct block block = { NULL, block_rounded(sizeof(struct silence)) +
				     block_rounded(rows * sizeof(struct row_terms)) +
				     block_rounded(rows * sizeof(*draft->rows)) +
				     block_rounded(articles * sizeof(**draft->articles)) +
				     articles * words * sizeof(uint64_t) +
				     block_rounded(articles * sizeof(bool)) +
				     draft->listed * sizeof(struct cyt_row_finding *) };
	struct cyt_row_finding **room;
	struct silence *out;

	block.at = alloc_zero(query->index->hooks, 1, block.size);
	if (!block.at)
		return NULL;
	out = block_take(&block, 1, sizeof(*out));
	out->terms = block_take(&block, rows, sizeof(*out->terms));
	row_terms_write(query, out->terms);
	out->rows = block_copy(&block, draft->rows, rows, sizeof(*out->rows));
	/* Lists of a row that was judged all the same are empty, and go with the question. */
	for (uint32_t i = 0; i < rows; i++)
		out->rows[i].lists = &no_lists;
	out->articles = block_take(&block, articles, sizeof(*out->articles));
	out->concepts = block_take(&block, articles * words, sizeof(uint64_t));
	out->mixed = block_take(&block, articles, sizeof(*out->mixed));
	room = block_take(&block, draft->listed, sizeof(*room));
	for (uint32_t i = 0; i < articles; i++) {
		silence_copy(draft->articles[i], draft->rows, out->rows, &room, &out->articles[i]);
		out->mixed[i] = look_through(query, out->articles[i].article,
					     out->concepts + i * words);
		totals_add(out->totals, &out->articles[i], out->mixed[i], 1);
	}
	return out;
}

/* Judged with what goes with the question; of the query nothing changes. */
static int
find_silence(const struct query *query, bool read, struct silence **out)
{
	struct query own = *query;
	struct draft draft = { 0 };
	int err;

	arena_init(&own.scratch, &query->result->hooks);
	arena_init(&own.work, &query->result->hooks);
	own.keep = &own.scratch;
	own.subject = silent_subject(&own, read);
	err = own.subject && arena_alloc(&own.work, 1, 1) ? query_forget_findings(&own)
							  : CYT_ERR_NOMEM;
	if (!err)
		err = find_rows(&own, &draft);
	if (!err)
		err = find_articles(&own, &draft);
	*out = err ? NULL : write_down(query, &draft);
	arena_release(&own.work);
	arena_release(&own.scratch);
	return err || *out ? err : CYT_ERR_NOMEM;
}

int
silence_know(const struct query *query, bool read, const struct silence **out)
{
	_Atomic(void *) *place = &((struct brief *)(uintptr_t)query->brief)->silence[read];
	void *known = atomic_load_explicit(place, memory_order_acquire);
	struct silence *made;
	int err = known ? 0 : find_silence(query, read, &made);

	if (!known && !err && !atomic_compare_exchange_strong(place, &known, made))
		alloc_free(query->index->hooks, made);
	else if (!known && !err)
		known = made;
	*out = known;
	return err;
}

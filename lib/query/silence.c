/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is found of whoever supplies nothing. */
#include "query/silence.h"

#include <string.h>

#include "base/block.h"
#include "model/bits.h"
#include "query/verdict.h"

/* Adds an article, or with `sign` -1 takes it out again; `mixed`: not all of its rows are duties. */
static void
count(size_t totals[TOTAL_MODALITIES][TOTAL_VERDICTS],
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

static void
article_again(const struct cyt_provision_finding *from, const struct cyt_row_finding *rows_from,
	      struct cyt_row_finding *rows, struct cyt_row_finding ***room,
	      struct cyt_provision_finding *out)
{
	*out = *from;
	list_again(&from->rows, rows_from, rows, room, &out->rows);
	list_again(&from->inherited, rows_from, rows, room, &out->inherited);
}

/* -- once for an instrument ----------------------------------------------------------------- */

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

/* Rows behind their setting. NULL without memory. */
static struct cyt_row_finding *
rows_new(const struct query *query)
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

	draft->rows = rows_new(query);
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

static void
write_terms(const struct query *query, struct row_terms *terms)
{
	const struct img_list rows = query->instrument->rows;
	bool all = binds_in_every_modality(query->instrument);

	for (uint32_t i = 0; i < rows.count; i++) {
		const struct cyt_demand *row = image_row(query->image, rows.first + i);

		terms[i].binds = all || row->modality == MODALITY_SHALL;
		terms[i].inner = row->path.count > 0;
		terms[i].article = row->article - query->instrument->articles.first;
		terms[i].base = row->base == NONE ? NONE : row->base - rows.first;
	}
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
	write_terms(query, out->terms);
	out->rows = block_copy(&block, draft->rows, rows, sizeof(*out->rows));
	out->articles = block_take(&block, articles, sizeof(*out->articles));
	out->concepts = block_take(&block, articles * words, sizeof(uint64_t));
	out->mixed = block_take(&block, articles, sizeof(*out->mixed));
	room = block_take(&block, draft->listed, sizeof(*room));
	for (uint32_t i = 0; i < articles; i++) {
		article_again(draft->articles[i], draft->rows, out->rows, &room,
			      &out->articles[i]);
		out->mixed[i] = look_through(query, out->articles[i].article,
					     out->concepts + i * words);
		count(out->totals, &out->articles[i], out->mixed[i], 1);
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

static int
know_silence(const struct query *query, bool read, const struct silence **out)
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

/* -- each answer ---------------------------------------------------------------------------- */

/* Of which of the concepts asked about anybody read: none, all, or some. */
enum extent { READ_NONE, READ_ALL, READ_SOME };

static enum extent
extent_of(const uint64_t *assessed, const uint64_t *asked, size_t words)
{
	uint64_t read = 0, unread = 0;

	for (size_t i = 0; i < words; i++) {
		read |= asked[i] & assessed[i];
		unread |= asked[i] & ~assessed[i];
	}
	return read && unread ? READ_SOME : read ? READ_ALL : READ_NONE;
}

/* The rows on some concepts as another silence has them. */
static void
copy_rows_on(const struct query *query, uint64_t concepts, uint32_t first,
	     const struct silence *from, struct cyt_row_finding *rows)
{
	for (; concepts; concepts &= concepts - 1) {
		uint32_t concept = first + (uint32_t)__builtin_ctzll(concepts);
		const struct img_list list = query->brief->concepts[concept].rows;
		const uint32_t *on = query->brief->rows + list.first;

		for (uint32_t i = 0; i < list.count; i++) {
			uint32_t number = on[i] - query->instrument->rows.first;

			rows[number] = from->rows[number];
		}
	}
}

/* Rows as if nothing were supplied: as most are, then the others. */
static void
copy_rows(const struct query *query, struct opening *opening)
{
	const uint64_t *asked = image_words(query->image, query->instrument->concepts);
	const uint64_t *assessed = query->subject->assessed;
	size_t unread = 0, all = 0;
	bool read;

	for (size_t i = 0; i < opening->words; i++) {
		all += (size_t)__builtin_popcountll(asked[i]);
		unread += (size_t)__builtin_popcountll(asked[i] & ~assessed[i]);
	}
	read = unread <= all / 2;
	memcpy(opening->rows, opening->silence[read]->rows,
	       query->instrument->rows.count * sizeof(*opening->rows));
	if (extent_of(assessed, asked, opening->words) != READ_SOME)
		opening->alike = opening->silence[read];
	for (size_t i = 0; i < opening->words && !opening->alike; i++)
		copy_rows_on(query, asked[i] & (read ? ~assessed[i] : assessed[i]),
			     (uint32_t)i * 64, opening->silence[!read], opening->rows);
}

static int
open_memory(struct query *query, struct opening *opening)
{
	opening->rows = rows_new(query);
	/* A row stands in its article, or what it is made of is inherited: never more than one. */
	opening->room = arena_take(query->keep, query->instrument->rows.count,
				   sizeof(*opening->room));
	opening->broken = arena_alloc(&query->scratch,
				      query->instrument->articles.count / 64 + 1,
				      sizeof(uint64_t));
	opening->handed = arena_take(&query->scratch, query->instrument->rows.count / 64 + 1,
				     sizeof(uint64_t));
	return opening->rows && opening->room && opening->broken && opening->handed
		       ? 0
		       : CYT_ERR_NOMEM;
}

int
silence_open(struct query *query)
{
	struct opening *opening = arena_alloc(&query->scratch, 1, sizeof(*opening));
	int err = opening ? open_memory(query, opening) : CYT_ERR_NOMEM;

	for (uint32_t read = 0; !err && read < 2; read++)
		err = know_silence(query, read, &opening->silence[read]);
	if (err < 0)
		return err;
	opening->words = query->image->concept_words;
	copy_rows(query, opening);
	if (opening->alike)
		memcpy(query->result->totals, opening->alike->totals,
		       sizeof(query->result->totals));
	query->opening = opening;
	return 0;
}

static uint32_t
number_of(const struct query *query, uint32_t article)
{
	return article - query->instrument->articles.first;
}

struct cyt_row_finding *
silence_break(struct query *query, uint32_t row)
{
	struct opening *opening = query->opening;
	uint32_t number = row - query->instrument->rows.first;

	bits_set(opening->broken, opening->silence[0]->terms[number].article);
	return &opening->rows[number];
}

static bool
is_broken(const struct query *query, const struct cyt_article *article)
{
	return bits_test(query->opening->broken,
			 number_of(query, image_index(query->image, article, article)));
}

/* Which one the rows of an article are as in; NULL: some are as in the other one. */
static const struct silence *
silence_of(const struct query *query, uint32_t number)
{
	const struct opening *opening = query->opening;
	const uint64_t *asked = opening->silence[0]->concepts + number * opening->words;
	const uint64_t *assessed = query->subject->assessed;

	enum extent extent;

	if (opening->alike)
		return opening->alike;
	extent = extent_of(assessed, asked, opening->words);
	return extent == READ_SOME ? NULL : opening->silence[extent];
}

bool
silence_write(struct query *query, const struct cyt_article *article,
	      struct cyt_provision_finding *out)
{
	struct opening *opening = query->opening;
	const struct silence *silence;
	uint32_t number;

	if (!opening || is_broken(query, article))
		return false;
	number = number_of(query, image_index(query->image, article, article));
	silence = silence_of(query, number);
	if (!silence)
		return false;
	article_again(&silence->articles[number], silence->rows, opening->rows, &opening->room,
		      out);
	out->result = query->result;
	return true;
}

/* Verdicts of rows that count, as they come. */
struct tally_of {
	uint32_t set, rows, not_assessed;
};

static void
add_verdict(struct tally_of *tally, uint32_t verdict)
{
	tally->set |= 1u << verdict;
	tally->rows++;
	tally->not_assessed += verdict == CYT_VERDICT_NOT_ASSESSED;
}

/* Lists the bases of rows that are void, each once. */
static void
hand_on(struct query *query, struct img_list rows, struct row_list *out, uint32_t *set)
{
	struct opening *opening = query->opening;
	const struct row_terms *terms = opening->silence[0]->terms;

	memset(opening->handed, 0,
	       (query->instrument->rows.count / 64 + 1) * sizeof(*opening->handed));
	out->items = opening->room;
	for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
		struct cyt_row_finding *base;

		if (!opening->rows[i].is_void)
			continue;
		base = &opening->rows[terms[i].base];
		*set |= (uint32_t)terms[i].binds << base->verdict;
		if (bits_test(opening->handed, base->number))
			continue;
		bits_set(opening->handed, base->number);
		out->items[out->count++] = base;
	}
	opening->room += out->count;
}

bool
silence_judge(struct query *query, const struct cyt_article *article,
	      struct cyt_provision_finding *out)
{
	struct opening *opening = query->opening;
	struct img_list rows = { article->rows.first - query->instrument->rows.first,
				 article->rows.count };
	const struct row_terms *terms;
	struct tally_of tally = { 0 };
	uint32_t inherited = 0;

	if (!opening)
		return false;
	terms = opening->silence[0]->terms;
	for (uint32_t i = rows.first; i < rows.first + rows.count; i++)
		if (terms[i].inner)
			return false;
	out->rows.items = opening->room;
	for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
		if (opening->rows[i].is_void)
			continue;
		out->rows.items[out->rows.count++] = &opening->rows[i];
		if (terms[i].binds)
			add_verdict(&tally, opening->rows[i].verdict);
	}
	opening->room += out->rows.count;
	if (out->rows.count < rows.count)
		hand_on(query, rows, &out->inherited, &inherited);
	out->counted = tally.rows;
	out->assessed = tally.rows - tally.not_assessed;
	out->verdict = verdict_of_set(tally.rows ? tally.set : inherited);
	return true;
}

void
silence_count(struct query *query, const struct cyt_provision_finding *finding)
{
	const struct opening *opening = query->opening;
	const struct cyt_article *article = finding->article;
	uint32_t number;

	if (!opening) {
		count(query->result->totals, finding, true, 1);
		return;
	}
	number = number_of(query, image_index(query->image, article, article));
	if (opening->alike && !bits_test(opening->broken, number))
		return;
	if (opening->alike)
		count(query->result->totals, &opening->alike->articles[number],
		      opening->alike->mixed[number], -1);
	count(query->result->totals, finding, opening->silence[0]->mixed[number], 1);
}

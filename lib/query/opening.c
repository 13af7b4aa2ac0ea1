/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How an answer begins: as that of silence. */
#include "query/opening.h"

#include <string.h>

#include "model/bits.h"
#include "query/verdict.h"

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
	opening->rows = silence_rows_new(query);
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
opening_begin(struct query *query)
{
	struct opening *opening = arena_alloc(&query->scratch, 1, sizeof(*opening));
	int err = opening ? open_memory(query, opening) : CYT_ERR_NOMEM;

	for (uint32_t read = 0; !err && read < 2; read++)
		err = silence_know(query, read, &opening->silence[read]);
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
opening_break(struct query *query, uint32_t row)
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
opening_write(struct query *query, const struct cyt_article *article,
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
	silence_copy(&silence->articles[number], silence->rows, opening->rows, &opening->room,
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
opening_judge(struct query *query, const struct cyt_article *article,
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
opening_count(struct query *query, const struct cyt_provision_finding *finding)
{
	const struct opening *opening = query->opening;
	const struct cyt_article *article = finding->article;
	uint32_t number;

	if (!opening) {
		totals_add(query->result->totals, finding, true, 1);
		return;
	}
	number = number_of(query, image_index(query->image, article, article));
	if (opening->alike && !bits_test(opening->broken, number))
		return;
	if (opening->alike)
		totals_add(query->result->totals, &opening->alike->articles[number],
		      opening->alike->mixed[number], -1);
	totals_add(query->result->totals, finding, opening->silence[0]->mixed[number], 1);
}

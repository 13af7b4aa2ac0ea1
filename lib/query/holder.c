/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same question to everybody: to each jurisdiction, or to each law. */
#include "query/holder.h"

#include <stdlib.h>
#include <string.h>

/* Among many a law is not named, so that a bill is there only if the terms let it count. */
static bool
is_there(struct query *query, const struct cyt_law *law)
{
	if (!law)
		return true;
	subject_unname(query->subject, law);
	return subject_law_counts(query->subject, law);
}

static int
answer_one(struct query *query, const char *id, holder_answer answer)
{
	struct cyt_holder *holder = arena_alloc(query->keep, 1, sizeof(*holder));
	int err;

	if (!holder)
		return CYT_ERR_NOMEM;
	/* Ids and titles of single subjects are strings of the image. */
	holder->subject = id;
	holder->kind = query->subject->kind;
	holder->title = query->subject->title;
	err = answer(query, holder);
	if (!err && !list_push(query->keep, &query->result->holders, holder))
		err = CYT_ERR_NOMEM;
	return err;
}

/* `law` is NULL for a jurisdiction. All that is found out of one goes before the next. */
static int
hear(struct query *query, const char *id, const struct cyt_law *law, holder_answer answer)
{
	struct arena outer = query->scratch;
	int err;

	arena_init(&query->scratch, outer.hooks);
	err = query_open_subject_by(query, id, law ? subject_open : subject_open_jurisdiction);
	if (!err && query->instrument)
		err = query_forget_findings(query);
	if (!err && is_there(query, law))
		err = answer_one(query, id, answer);
	arena_release(&query->scratch);
	query->scratch = outer;
	return err;
}

static int
compare_ids(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
ask_every_jurisdiction(struct query *query, holder_answer answer)
{
	const struct image *image = query->image;
	uint32_t laws = image_count(image, SECTION_LAW);
	uint32_t count = laws + image_count(image, SECTION_STATE);
	const char **ids = arena_alloc(&query->scratch, count, sizeof(*ids));
	int err = 0;

	if (!ids)
		return CYT_ERR_NOMEM;
	for (uint32_t i = 0; i < count; i++)
		ids[i] = image_string(image, i < laws ? image_law(image, i)->jurisdiction
						      : image_state(image, i - laws)->id);
	if (count)
		qsort(ids, count, sizeof(*ids), compare_ids);
	for (uint32_t i = 0; !err && i < count; i++)
		if (i == 0 || strcmp(ids[i - 1], ids[i]) != 0)
			err = hear(query, ids[i], NULL, answer);
	return err;
}

int
ask_law(struct query *query, const struct cyt_law *law, holder_answer answer)
{
	return hear(query, image_string(query->image, law->id), law, answer);
}

int
ask_every_law(struct query *query, holder_answer answer)
{
	int err = 0;

	for (uint32_t i = 0; !err && i < image_count(query->image, SECTION_LAW); i++)
		err = ask_law(query, image_law(query->image, i), answer);
	return err;
}

/* -- reading ---------------------------------------------------------------------------------- */

size_t
cyt_result_holder_count(const struct cyt_result *result)
{
	return result->holders.count;
}

const struct cyt_holder *
cyt_result_holder_at(const struct cyt_result *result, size_t i)
{
	return i < result->holders.count ? result->holders.items[i] : NULL;
}

const char *
cyt_holder_subject(const struct cyt_holder *holder)
{
	return holder->subject;
}

const char *
cyt_holder_kind(const struct cyt_holder *holder)
{
	return holder->kind;
}

const char *
cyt_holder_title(const struct cyt_holder *holder)
{
	if (holder->title)
		return holder->title;
	return cyt_law_title(holder->law, tongue_lang(&holder->result->tongue));
}

enum cyt_verdict
cyt_holder_verdict(const struct cyt_holder *holder)
{
	return holder->verdict;
}

enum cyt_verdict
cyt_holder_verdict_at(const struct cyt_holder *holder, size_t i)
{
	return i < holder->verdict_count ? (enum cyt_verdict)holder->verdicts[i]
					 : CYT_VERDICT_UNKNOWN;
}

size_t
cyt_holder_row_count(const struct cyt_holder *holder)
{
	return holder->rows.count;
}

const struct cyt_row_finding *
cyt_holder_row_at(const struct cyt_holder *holder, size_t i)
{
	return i < holder->rows.count ? holder->rows.items[i] : NULL;
}

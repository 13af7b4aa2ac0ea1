/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The counted result, and what it says as a whole. */
#include "query/regions.h"
#include "query/support.h"

#include <string.h>

bool
list_grow(struct arena *arena, struct plain_list *list)
{
	const void **grown =
		arena_take(arena, list->count ? 2 * list->count : 1, sizeof(*grown));

	if (!grown)
		return false;
	if (list->count)
		memcpy(grown, list->items, list->count * sizeof(*grown));
	list->items = grown;
	return true;
}

struct cyt_result *
result_new(struct cyt_corpus *corpus, enum cyt_question question)
{
	const struct cyt_alloc_hooks *hooks = corpus_hooks(corpus);
	struct cyt_result *result = alloc_zero(hooks, 1, sizeof(*result));

	if (!result)
		return NULL;
	atomic_init(&result->refs, 1);
	atomic_init(&result->later, NULL);
	result->hooks = *hooks;
	arena_init(&result->arena, &result->hooks);
	result->corpus = cyt_corpus_ref(corpus);
	result->question = question;
	result->tongue = *tongue_plain();
	return result;
}

int
result_speak(struct cyt_result *result, const char *lang)
{
	if (!lang)
		return 0;
	result->tongue.words = words_of(lang);
	result->tongue.asked = arena_strndup(&result->arena, lang, strlen(lang));
	return result->tongue.asked ? 0 : CYT_ERR_NOMEM;
}

struct cyt_result *
cyt_result_ref(struct cyt_result *result)
{
	atomic_fetch_add_explicit(&result->refs, 1, memory_order_relaxed);
	return result;
}

void
result_keep(const struct cyt_result *result, struct later *made)
{
	_Atomic(struct later *) *list = &((struct cyt_result *)(uintptr_t)result)->later;

	made->next = atomic_load_explicit(list, memory_order_relaxed);
	while (!atomic_compare_exchange_weak_explicit(list, &made->next, made, memory_order_release,
						      memory_order_relaxed))
		;
}

static void
free_later(struct later *later, const struct cyt_alloc_hooks *hooks)
{
	struct later *next;

	for (; later; later = next) {
		next = later->next;
		alloc_free(hooks, later);
	}
}

void
cyt_result_unref(struct cyt_result *result)
{
	struct cyt_alloc_hooks hooks;
	struct cyt_corpus *corpus;
	struct cyt_result *before, *after;

	if (!result || atomic_fetch_sub_explicit(&result->refs, 1, memory_order_acq_rel) != 1)
		return;
	hooks = result->hooks;
	corpus = result->corpus;
	before = result->before;
	after = result->after;
	free_later(atomic_load(&result->later), &hooks);
	arena_release(&result->arena);
	alloc_free(&hooks, result);
	cyt_result_unref(before);
	cyt_result_unref(after);
	cyt_corpus_unref(corpus);
}

enum cyt_question
cyt_result_question(const struct cyt_result *result)
{
	return result->question;
}

struct cyt_corpus *
cyt_result_corpus(const struct cyt_result *result)
{
	return result->corpus;
}

const char *
cyt_result_subject(const struct cyt_result *result)
{
	return result->subject;
}

const char *
cyt_result_subject_kind(const struct cyt_result *result)
{
	return result->subject_kind;
}

const char *
cyt_result_subject_title(const struct cyt_result *result)
{
	return result->subject_title;
}

const struct cyt_instrument *
cyt_result_instrument(const struct cyt_result *result)
{
	return result->instrument;
}

cyt_date
cyt_result_as_at(const struct cyt_result *result)
{
	return result->as_at;
}

const char *
cyt_result_lang(const struct cyt_result *result)
{
	return tongue_lang(&result->tongue);
}

const char *
cyt_result_with_at(const struct cyt_result *result, size_t i)
{
	return i < result->with_count ? result->with[i] : NULL;
}

enum cyt_basis
cyt_result_basis(const struct cyt_result *result)
{
	return result->basis;
}

size_t
cyt_result_provision_count(const struct cyt_result *result)
{
	return result->provisions.count;
}

const struct cyt_provision_finding *
cyt_result_provision_at(const struct cyt_result *result, size_t i)
{
	return i < result->provisions.count ? result->provisions.items[i] : NULL;
}

size_t
cyt_result_total(const struct cyt_result *result, enum cyt_modality modality,
		 enum cyt_verdict verdict)
{
	if (modality < 0 || modality >= TOTAL_MODALITIES || verdict < 0 ||
	    verdict >= TOTAL_VERDICTS)
		return 0;
	return result->totals[modality][verdict];
}

size_t
cyt_result_beyond_count(const struct cyt_result *result)
{
	return result->beyond.count;
}

const struct cyt_beyond *
cyt_result_beyond_at(const struct cyt_result *result, size_t i)
{
	return i < result->beyond.count ? result->beyond.items[i] : NULL;
}

const struct cyt_concept *
cyt_result_unasked_at(const struct cyt_result *result, size_t i)
{
	return i < result->unasked.count ? result->unasked.items[i]->concept : NULL;
}

static const struct support *
support_of_unasked(const struct cyt_result *result, size_t i)
{
	return i < result->unasked.count ? unasked_support(result->unasked.items[i]) : NULL;
}

size_t
cyt_result_unasked_supplied_by_count(const struct cyt_result *result, size_t i)
{
	return support_count(support_of_unasked(result, i));
}

const struct cyt_evidence *
cyt_result_unasked_supplied_by_at(const struct cyt_result *result, size_t i, size_t k)
{
	return support_at(support_of_unasked(result, i), k);
}

enum cyt_basis
cyt_result_unasked_basis(const struct cyt_result *result, size_t i)
{
	return support_basis(support_of_unasked(result, i));
}

cyt_date
cyt_result_unasked_consulted(const struct cyt_result *result, size_t i)
{
	return support_consulted(support_of_unasked(result, i));
}

size_t
cyt_result_gap_count(const struct cyt_result *result)
{
	return result->gaps.count;
}

const struct cyt_gap *
cyt_result_gap_at(const struct cyt_result *result, size_t i)
{
	return i < result->gaps.count ? result->gaps.items[i] : NULL;
}

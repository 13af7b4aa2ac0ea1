/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Making the terms of a question. */
#include "query/terms.h"

#include <string.h>

#include "base/ctx.h"
#include "base/date.h"
#include "base/lang.h"

int
cyt_terms_new(struct cyt_ctx *ctx, cyt_date as_at, struct cyt_terms **out)
{
	struct cyt_terms *terms;

	*out = NULL;
	if (as_at == 0 || !date_is_sound(as_at))
		return CYT_ERR_INVALID;
	terms = alloc_zero(&ctx->hooks, 1, sizeof(*terms));
	if (!terms)
		return CYT_ERR_NOMEM;
	terms->hooks = ctx->hooks;
	terms->as_at = as_at;
	terms->tongue = *tongue_plain();
	*out = terms;
	return 0;
}

void
cyt_terms_free(struct cyt_terms *terms)
{
	struct cyt_alloc_hooks hooks;

	if (!terms)
		return;
	hooks = terms->hooks;
	for (size_t i = 0; i < terms->law_count; i++)
		alloc_free(&hooks, terms->laws[i]);
	alloc_free(&hooks, terms->laws);
	alloc_free(&hooks, terms->lang);
	alloc_free(&hooks, terms);
}

int
cyt_terms_add_law(struct cyt_terms *terms, const char *law_id)
{
	char *copy;

	for (size_t i = 0; i < terms->law_count; i++)
		if (strcmp(terms->laws[i], law_id) == 0)
			return 0;
	if (!alloc_grow(&terms->hooks, &terms->laws, &terms->law_capacity, terms->law_count + 1,
			sizeof(*terms->laws)))
		return CYT_ERR_NOMEM;
	copy = alloc_strdup(&terms->hooks, law_id);
	if (!copy)
		return CYT_ERR_NOMEM;
	terms->laws[terms->law_count++] = copy;
	return 0;
}

int
cyt_terms_set_lang(struct cyt_terms *terms, const char *lang)
{
	char *copy = NULL;

	if (lang && !lang_is_tag(lang))
		return CYT_ERR_INVALID;
	if (lang) {
		copy = alloc_strdup(&terms->hooks, lang);
		if (!copy)
			return CYT_ERR_NOMEM;
	}
	alloc_free(&terms->hooks, terms->lang);
	terms->lang = copy;
	terms->tongue.asked = copy;
	terms->tongue.words = words_of(copy ? copy : "en");
	return 0;
}

int
cyt_terms_set_basis(struct cyt_terms *terms, enum cyt_basis weakest)
{
	if (weakest < CYT_BASIS_UNKNOWN || weakest > CYT_BASIS_UNVERIFIED)
		return CYT_ERR_INVALID;
	terms->basis = weakest;
	return 0;
}

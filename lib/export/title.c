/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a table says of itself. */
#include "export/title.h"

#include <string.h>

#include "base/lang.h"
#include "export/supposed.h"
#include "query/wording.h"

const char *
article_head(const struct cyt_article *article)
{
	return *cyt_article_num(article) ? cyt_article_num(article) : cyt_article_id(article);
}

void
title_add(struct strbuf *out, const char *text, const struct cyt_element *element, const char *lang)
{
	const char *tag = cyt_element_title_lang(element, lang);

	strbuf_add(out, text);
	/* English is asked for where nothing is: then no title is in the wrong language. */
	if (*text && *tag && strcmp(lang, "en") != 0 && !lang_serves(tag, lang))
		strbuf_printf(out, " [%s]", tag);
}

void
supposed_add(struct strbuf *out, const struct cyt_result *result, const char *between)
{
	struct supposed supposed = {.corpus = cyt_result_corpus(result)};
	const char *name;
	bool any = false;
	size_t i;

	for (i = 0; (name = cyt_result_with_at(result, i)) != NULL; i++, any = true)
		strbuf_printf(out, "%s%s", any ? between : "", name);
	for (; (name = supposed_next(&supposed)) != NULL; any = true)
		strbuf_printf(out, "%s%s", any ? between : "", name);
}

static const char *
subject_title(const struct cyt_result *result, const char *lang)
{
	const struct cyt_corpus *corpus = cyt_result_corpus(result);
	const char *id = cyt_result_subject(result);
	const struct cyt_state *state = cyt_corpus_state_find(corpus, id);
	const struct cyt_law *law = cyt_corpus_law_find(corpus, id);

	if (state)
		return cyt_state_label(state, lang);
	return law ? cyt_law_title(law, lang) : cyt_result_subject_title(result);
}

void
source_add(struct strbuf *out, const struct cyt_result *result, const char *lang)
{
	const struct cyt_corpus *corpus = cyt_result_corpus(result);
	const char *const *words = result->tongue.words;
	char as_at[CYT_DATE_SIZE], date[CYT_DATE_SIZE];
	struct strbuf names;

	cyt_date_format(cyt_result_as_at(result), as_at);
	cyt_date_format(cyt_corpus_date(corpus), date);
	strbuf_printf(out, words[SAY_TABLE_SOURCE], subject_title(result, lang),
		      cyt_instrument_title(cyt_result_instrument(result), lang), as_at,
		      *date ? date : words[SAY_TABLE_NO_DATE], cyt_corpus_digest(corpus));
	strbuf_init(&names, out->hooks);
	supposed_add(&names, result, ", ");
	if (names.length)
		strbuf_printf(out, words[SAY_TABLE_AS_IF], strbuf_text(&names));
	out->failed |= names.failed;
	strbuf_release(&names);
}

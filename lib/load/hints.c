/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words for what was expected. */
#include "load/hints.h"

#include <string.h>

#include "base/nearest.h"
#include "load/forms.h"

struct hint {
	struct strbuf *out;
	const char *open, *close; /* around each word of the list */
	struct nearest nearest;
	struct strbuf list;
	size_t count;
};

static void
begin(struct hint *hint, struct strbuf *out, const char *found, const char *open,
      const char *close)
{
	*hint = (struct hint){ .out = out, .open = open, .close = close };
	nearest_init(&hint->nearest, found);
	strbuf_init(&hint->list, out->hooks);
}

static void
offer(struct hint *hint, const char *word, size_t length)
{
	nearest_offer(&hint->nearest, word, length);
	strbuf_add(&hint->list, hint->count++ ? ", " : "");
	strbuf_add(&hint->list, hint->open);
	strbuf_addn(&hint->list, word, length);
	strbuf_add(&hint->list, hint->close);
}

static void
finish(struct hint *hint, const char *some, const char *none)
{
	const char *list = strbuf_text(&hint->list);

	if (!list)
		hint->out->failed = true;
	if (hint->nearest.best)
		strbuf_printf(hint->out, "; did you mean %s%.*s%s?", hint->open,
			      (int)hint->nearest.best_length, hint->nearest.best, hint->close);
	if (list && hint->count > 0)
		strbuf_printf(hint->out, "; %s: %s", some, list);
	else
		strbuf_printf(hint->out, "; %s", none);
	strbuf_release(&hint->list);
}

static void
offer_elements(struct hint *hint, enum shape parent)
{
	const char *word;
	int i;

	for (i = 1; i < ELEMENT_COUNT; i++) {
		if (!(parent ? grammar_child(parent, i) : grammar_root(i)))
			continue;
		word = element_name(i);
		offer(hint, word, strlen(word));
	}
}

void
hint_roots(struct strbuf *out, const char *found)
{
	struct hint hint;

	begin(&hint, out, found, "<", ">");
	offer_elements(&hint, SHAPE_NONE);
	finish(&hint, "expected one of", "");
}

void
hint_children(struct strbuf *out, enum shape shape, const char *found)
{
	struct hint hint;

	begin(&hint, out, found, "<", ">");
	offer_elements(&hint, shape);
	finish(&hint, "expected here", grammar_content(shape) == CONTENT_CHARACTERS
					       ? "expected text only"
					       : "expected no element");
}

void
hint_attributes(struct strbuf *out, enum shape shape, const char *found)
{
	struct hint hint;
	const char *word;
	int i;

	begin(&hint, out, found, "", "");
	for (i = 1; i < ATTRIBUTE_COUNT; i++) {
		if (!grammar_form(shape, i))
			continue;
		word = attribute_name(i);
		offer(&hint, word, strlen(word));
	}
	finish(&hint, "expected", "expected no attribute");
}

/* Of several words the one that is wrong; of a kind those there are. */
static void
hint_concepts(struct strbuf *out, const char *found)
{
	size_t length = 0, word_length = 0, i;
	const char *wrong = concepts_wrong_word(found, &length), *word;
	struct strbuf kind;
	struct hint hint;

	if (wrong && length != strlen(found))
		strbuf_printf(out, "; what is wrong is `%.*s`", (int)length, wrong);
	strbuf_printf(out, "; expected %s", grammar_expectation(FORM_CONCEPTS));
	if (!wrong || length < 5 || memcmp(wrong, "kind:", 5) != 0)
		return;
	strbuf_init(&kind, out->hooks);
	strbuf_addn(&kind, wrong + 5, length - 5);
	begin(&hint, out, strbuf_text(&kind) ? strbuf_text(&kind) : "", "kind:", "");
	for (i = 0; (word = grammar_word(FORM_CONCEPT_KIND, i, &word_length)); i++)
		offer(&hint, word, word_length);
	finish(&hint, "there are", "");
	out->failed |= kind.failed;
	strbuf_release(&kind);
}

void
hint_values(struct strbuf *out, enum form form, const char *found)
{
	const char *word;
	struct hint hint;
	size_t i, length;

	if (form == FORM_CONCEPTS) {
		hint_concepts(out, found);
		return;
	}
	if (grammar_expectation(form)) {
		strbuf_printf(out, "; expected %s", grammar_expectation(form));
		return;
	}
	begin(&hint, out, found, "", "");
	for (i = 0; (word = grammar_word(form, i, &length)); i++)
		offer(&hint, word, length);
	finish(&hint, i > 1 ? "expected one of" : "expected", "");
}

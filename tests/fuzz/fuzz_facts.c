/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bytes as the facts of a case, given to dual criminality; after a line feed each the two States. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

const char fuzz_name[] = "facts";

/* Cuts a line off; what there is not is `otherwise`. */
static const char *
next_line(char **at, const char *otherwise)
{
	char *line = *at, *end = line ? strchr(line, '\n') : NULL;

	if (end)
		*end++ = '\0';
	*at = end;
	return line ? line : otherwise;
}

static int
explain(const char *facts)
{
	struct fuzz_text fault = { NULL, 0, 0 };
	int sound;

	FUZZ_REQUIRE(cyt_facts_fault(fuzz_base(), facts, fuzz_sink, &fault) == 0);
	sound = fault.length == 0;
	free(fault.bytes);
	return sound;
}

static void
ask(const char *facts, const char *first, const char *second, int sound)
{
	struct cyt_result *result;
	struct cyt_terms *terms;
	int err;

	FUZZ_REQUIRE(cyt_terms_new(fuzz_ctx(), 20260101, &terms) == 0);
	err = cyt_query_dual(fuzz_base(), first, second, facts, terms, &result);
	fuzz_check_error(err);
	FUZZ_REQUIRE((err == 0) == (result != NULL));
	/* Nothing is answered about facts that have a fault. */
	FUZZ_REQUIRE(err < 0 || sound);
	if (result)
		fuzz_write(result);
	cyt_terms_free(terms);
}

/* Whoever mistypes a name is helped with it. */
static void
suggest(const char *name)
{
	struct fuzz_text text = { NULL, 0, 0 };

	fuzz_check_error(cyt_suggest(fuzz_base(), name, 5, fuzz_sink, &text));
	free(text.bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *text = malloc(size + 1), *at = text;
	const char *facts, *first, *second;
	int sound;

	FUZZ_REQUIRE(text);
	memcpy(text, bytes, size);
	text[size] = '\0';
	facts = next_line(&at, "");
	first = next_line(&at, "XN");
	second = next_line(&at, "XW");
	sound = explain(facts);
	ask(facts, first, second, sound);
	if (sound)
		ask(facts, "XS", "XO", sound);
	suggest(facts);
	free(text);
	return 0;
}

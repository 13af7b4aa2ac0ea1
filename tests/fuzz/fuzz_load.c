/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bytes as a document, alone or laid over others: what loads is asked, and is the same again after it
 * was written as XML, as rows, or as a snapshot. */
#include "again.h"
#include "fuzz.h"
#include "mutate_xml.h"

const char fuzz_name[] = "load";

/* Something that no other document can put right. */
static int
is_malformed(const struct cyt_diags *diags)
{
	size_t i;

	for (i = 0; i < cyt_diags_count(diags); i++)
		if (cyt_diag_class(cyt_diags_at(diags, i)) != CYT_DIAG_MEANING)
			return 1;
	return 0;
}

static struct cyt_corpus *
load(const uint8_t *bytes, size_t size, struct cyt_corpus *below, struct cyt_diags *diags)
{
	struct cyt_corpus *corpus = NULL;
	struct cyt_loader *loader;
	int err;

	FUZZ_REQUIRE(cyt_loader_new(fuzz_ctx(), &loader) == 0);
	FUZZ_REQUIRE(cyt_loader_add_memory(loader, "input.xml", bytes, size) == 0);
	err = below ? cyt_corpus_overlay(below, loader, diags, &corpus)
		    : cyt_loader_finish(loader, diags, &corpus);
	FUZZ_REQUIRE((err == 0) == (corpus != NULL));
	FUZZ_REQUIRE((err == CYT_ERR_DATA) == (cyt_diags_error_count(diags) > 0));
	cyt_loader_free(loader);
	return corpus;
}

static void
try_on(const uint8_t *bytes, size_t size, struct cyt_corpus *below, int *malformed)
{
	uint64_t chance = fuzz_chance(bytes, size);
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;

	FUZZ_REQUIRE(cyt_diags_new(fuzz_ctx(), &diags) == 0);
	corpus = load(bytes, size, below, diags);
	if (corpus && again_is_bearable(corpus)) {
		fuzz_ask(corpus, 20260101, chance);
		if (chance % 4 == 0)
			again_as_documents(corpus);
		if (chance % 4 == 1)
			again_as_rows(corpus);
		if (chance % 4 == 2)
			again_as_snapshot(corpus);
	}
	*malformed = is_malformed(diags);
	cyt_corpus_unref(corpus);
	cyt_diags_unref(diags);
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned int seed)
{
	return mutate_xml(bytes, size, most, seed);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	int malformed;

	try_on(bytes, size, NULL, &malformed);
	if (!malformed)
		try_on(bytes, size, fuzz_base(), &malformed);
	return 0;
}

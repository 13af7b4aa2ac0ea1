/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bytes as a table of rows (CSV), laid over other documents. */
#include "again.h"
#include "fuzz.h"

#include <stdlib.h>

const char fuzz_name[] = "table";

/* A document or what a State has, as rows. */
uint8_t *
fuzz_seed_of(const char *const *names, size_t *size)
{
	struct fuzz_text text = { NULL, 0, 0 };

	if (cyt_export_documents_csv(fuzz_base(), names[0], fuzz_sink, &text) < 0) {
		free(text.bytes);
		return NULL;
	}
	*size = text.length;
	return (uint8_t *)text.bytes;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct cyt_corpus *corpus = NULL;
	struct cyt_loader *loader;
	struct cyt_diags *diags;
	int err;

	FUZZ_REQUIRE(cyt_loader_new(fuzz_ctx(), &loader) == 0);
	FUZZ_REQUIRE(cyt_diags_new(fuzz_ctx(), &diags) == 0);
	FUZZ_REQUIRE(cyt_loader_add_csv_memory(loader, "input.csv", bytes, size) == 0);
	err = cyt_corpus_overlay(fuzz_base(), loader, diags, &corpus);
	FUZZ_REQUIRE((err == 0) == (corpus != NULL));
	FUZZ_REQUIRE((err == CYT_ERR_DATA) == (cyt_diags_error_count(diags) > 0));
	if (corpus && again_is_bearable(corpus)) {
		fuzz_ask(corpus, 20260101, fuzz_chance(bytes, size));
		again_as_rows(corpus);
	}
	cyt_corpus_unref(corpus);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return 0;
}

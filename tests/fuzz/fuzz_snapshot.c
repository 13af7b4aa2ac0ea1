/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bytes as a snapshot. Most mutations forge the checksums too, so that what is behind them is looked
 * at; a forged corpus may say anything, but it has to say it. */
#include "again.h"
#include "forge.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

const char fuzz_name[] = "snapshot";

/* Of files and folders of the tree. */
uint8_t *
fuzz_seed_of(const char *const *names, size_t *size)
{
	struct cyt_corpus *corpus = fuzz_load_tree(names);
	uint8_t *bytes;

	if (!corpus)
		return NULL;
	bytes = again_bytes(corpus, size);
	cyt_corpus_unref(corpus);
	return bytes;
}

/* Where all sections are, and none too long: else there is nothing to aim at. */
static int
is_in_shape(const struct image *image, size_t size)
{
	int i;

	if (size < sizeof(*image))
		return 0;
	for (i = 0; i < SECTION_COUNT; i++)
		if (image->sections[i].offset > size ||
		    image->sections[i].count >
			    (size - image->sections[i].offset) / image_row_size(i))
			return 0;
	return 1;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned int seed)
{
	struct image *image = malloc(most + sizeof(*image)), *layout;
	uint64_t chance = seed;
	uint32_t times;

	FUZZ_REQUIRE(image);
	memcpy(image, bytes, size);
	if (forge_below(&chance, 16) == 0 || !is_in_shape(image, size)) {
		size = LLVMFuzzerMutate((uint8_t *)image, size, most);
	} else {
		layout = malloc(size);
		FUZZ_REQUIRE(layout);
		memcpy(layout, image, size);
		for (times = 1 + forge_below(&chance, 4) / 2; times > 0; times--)
			forge_change(image, layout, &chance);
		free(layout);
	}
	if (forge_below(&chance, 64))
		forge_seal(image, size);
	memcpy(bytes, image, size);
	free(image);
	return size;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	uint64_t chance = fuzz_chance(bytes, size);
	int mapped = chance >> 32 & 1;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;

	FUZZ_REQUIRE(cyt_diags_new(fuzz_ctx(), &diags) == 0);
	corpus = again_open(bytes, size, mapped, diags);
	if (corpus && again_is_bearable(corpus))
		fuzz_ask(corpus, 20260101, chance);
	again_close(corpus, mapped);
	cyt_diags_unref(diags);
	return 0;
}

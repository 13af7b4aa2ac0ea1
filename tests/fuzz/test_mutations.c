/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Damaged and forged snapshots: with the checksums as they were each is refused, with new ones it is
 * refused or can be asked whatever one likes. CYT_MUTATIONS says how many random ones there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "again.h"
#include "forge.h"
#include "fuzz.h"

const char fuzz_name[] = "mutations";

#define MUTATIONS 2000
#define AS_AT 20270701

static const char *const small_names[] = { "tests/data/powers.xml", NULL };
static const char *const rich_names[] = { "tests/data/worked/vocabulary.xml",
					   "tests/data/worked/un.xml",
					   "tests/data/worked/ets185.xml", "tests/data/rich.xml", NULL };

struct scene {
	struct image *whole, *copy;
	size_t size;
	size_t refused, accepted;
};

static struct scene
scene_of(const char *const *names)
{
	struct cyt_corpus *corpus = fuzz_load_tree(names);
	struct scene scene = { .whole = NULL };

	assert_non_null(corpus);
	scene.whole = (struct image *)(void *)again_bytes(corpus, &scene.size);
	cyt_corpus_unref(corpus);
	scene.copy = malloc(scene.size);
	assert_non_null(scene.copy);
	memcpy(scene.copy, scene.whole, scene.size);
	return scene;
}

static void
scene_end(struct scene *scene)
{
	free(scene->copy);
	free(scene->whole);
	print_message("# %zu refused, %zu accepted\n", scene->refused, scene->accepted);
}

/* NULL if it is refused, for a reason that is said. */
static struct cyt_corpus *
open_scene(struct scene *scene, int mapped)
{
	const struct cyt_diag *diag;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;

	assert_int_equal(cyt_diags_new(fuzz_ctx(), &diags), 0);
	corpus = again_open(scene->copy, scene->size, mapped, diags);
	if (corpus) {
		scene->accepted++;
	} else {
		scene->refused++;
		diag = cyt_diags_at(diags, 0);
		assert_non_null(diag);
		assert_in_range(cyt_diag_number(diag), 1501, 1503);
		assert_true(strlen(cyt_diag_text(diag)) > 10);
	}
	cyt_diags_unref(diags);
	return corpus;
}

static void
expect_refused(struct scene *scene)
{
	assert_null(open_scene(scene, 0));
}

static void
expect_refused_or_sane(struct scene *scene, uint64_t chance)
{
	int mapped = chance >> 1 & 1;
	struct cyt_corpus *corpus;

	forge_seal(scene->copy, scene->size);
	corpus = open_scene(scene, mapped);
	if (corpus)
		fuzz_ask(corpus, AS_AT, chance);
	again_close(corpus, mapped);
}

static void
every_bit_is_noticed(void **state)
{
	struct scene scene = scene_of(small_names);
	unsigned char *bytes = (unsigned char *)scene.copy;
	size_t i;

	(void)state;
	for (i = 0; i < 8 * scene.size; i++) {
		bytes[i / 8] ^= (unsigned char)(1u << i % 8);
		expect_refused(&scene);
		bytes[i / 8] ^= (unsigned char)(1u << i % 8);
	}
	assert_int_equal(scene.refused, 8 * scene.size);
	scene_end(&scene);
}

static void
every_byte_is_refused_or_harmless_when_forged(void **state)
{
	struct scene scene = scene_of(small_names);
	unsigned char *bytes = (unsigned char *)scene.copy;
	size_t i;

	(void)state;
	for (i = 0; i < 2 * scene.size; i++) {
		bytes[i / 2] ^= (unsigned char)(i % 2 ? 0xff : 1u << i / 2 % 8);
		expect_refused_or_sane(&scene, i);
		memcpy(scene.copy, scene.whole, scene.size);
	}
	/* Else this tests nothing: a letter of a title is nobody's business. */
	assert_true(scene.refused > scene.size && scene.accepted > scene.size / 8);
	scene_end(&scene);
}

/* Whoever goes through documents asks them for their ids. */
static void
a_document_without_an_id_is_refused(void **state)
{
	struct scene scene = scene_of(small_names);
	const struct img_node *node = image_node(scene.copy, 0);
	struct img_attr *attr;
	uint32_t i;

	(void)state;
	for (i = 0; i < node->attribute_count; i++) {
		attr = (struct img_attr *)image_attr(scene.copy, node->attributes + i);
		if (attr->name == ATTRIBUTE_ID)
			attr->name = ATTRIBUTE_NUM;
	}
	assert_memory_not_equal(scene.copy, scene.whole, scene.size);
	forge_seal(scene.copy, scene.size);
	expect_refused(&scene);
	scene_end(&scene);
}

static size_t
mutations(void)
{
	const char *text = getenv("CYT_MUTATIONS");

	return text ? (size_t)strtoul(text, NULL, 10) : MUTATIONS;
}

static void
random_changes_are_refused_or_harmless_when_forged(void **state)
{
	struct scene scene = scene_of(rich_names);
	size_t i, times, count = mutations();
	uint64_t seed = 1;

	(void)state;
	for (i = 0; i < count; i++) {
		for (times = 1 + forge_below(&seed, 4) / 2; times > 0; times--)
			forge_change(scene.copy, scene.whole, &seed);
		expect_refused_or_sane(&scene, seed);
		memcpy(scene.copy, scene.whole, scene.size);
	}
	assert_true(scene.refused > count / 4 && scene.accepted > count / 20);
	scene_end(&scene);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_bit_is_noticed),
		cmocka_unit_test(every_byte_is_refused_or_harmless_when_forged),
		cmocka_unit_test(a_document_without_an_id_is_refused),
		cmocka_unit_test(random_changes_are_refused_or_harmless_when_forged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

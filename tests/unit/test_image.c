/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification: no damaged image gets past it with its checksums as they were, and one that gets
 * past it with new ones can be read and asked without harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"
#include "forge.h"
#include "model/corpus.h"
#include "model/image.h"

#define MUTATIONS 100000
#define AS_AT 20270701

struct built {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
	const struct image *image;
	size_t size;
};

/* With a law of which part is conditional. */
static const char *const names[] = { "tests/data/worked/vocabulary.xml", "tests/data/worked/un.xml",
				     "tests/data/worked/ets185.xml", "tests/data/worked/case-05.xml",
				     "tests/data/worked/case-06-reservation.xml",
				     "tests/data/worked/case-16.xml", "tests/data/rich.xml", NULL };

static int
set_up(void **state)
{
	struct built *fixture = calloc(1, sizeof(*fixture));

	if (!fixture || cyt_ctx_new(&fixture->ctx) < 0)
		return -1;
	fixture->corpus = corpus_of(fixture->ctx, names);
	fixture->image = corpus_image(fixture->corpus);
	fixture->size = cyt_corpus_size(fixture->corpus);
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct built *fixture = *state;

	cyt_corpus_unref(fixture->corpus);
	cyt_ctx_unref(fixture->ctx);
	free(fixture);
	return 0;
}

/* A block of exactly this size, so that a sanitizer sees each byte too far. */
static struct image *
copy_of(const struct built *fixture, size_t size)
{
	struct image *copy = calloc(1, size);

	assert_non_null(copy);
	memcpy(copy, fixture->image, size < fixture->size ? size : fixture->size);
	return copy;
}

static void
a_fresh_image_is_sound(void **state)
{
	struct built *fixture = *state;
	struct image *copy = copy_of(fixture, fixture->size);

	assert_null(image_verify(fixture->image, fixture->size));
	forge_seal(copy, fixture->size);
	assert_memory_equal(copy, fixture->image, fixture->size);
	free(copy);
}

/* What is conditional has a row beside its union, and nothing else has. */
static void
conditional_unions_are_told_apart(void **state)
{
	struct built *fixture = *state;
	uint32_t i, marked = 0, count = image_count(fixture->image, SECTION_CONDITIONAL);
	struct image *copy = copy_of(fixture, fixture->size);
	struct img_union *made;

	assert_true(count > 0);
	for (i = 0; i < image_count(copy, SECTION_UNION); i++) {
		made = (struct img_union *)(uintptr_t)image_union(copy, i);
		marked += made->is_conditional;
		assert_true(made->is_conditional ==
			    (union_region_all(copy, made) != made->region));
		made->is_conditional ^= 1;
		forge_seal(copy, fixture->size);
		assert_non_null(image_verify(copy, fixture->size));
		made->is_conditional ^= 1;
	}
	assert_int_equal(marked, count);
	forge_seal(copy, fixture->size);
	assert_null(image_verify(copy, fixture->size));
	free(copy);
}

static void
the_shipped_corpus_is_sound(void **state)
{
	struct built *fixture = *state;
	struct cyt_corpus *corpus = corpus_of(fixture->ctx, shipped_names);

	assert_null(image_verify(corpus_image(corpus), cyt_corpus_size(corpus)));
	assert_true(corpus_walk(corpus) == corpus_walk(corpus));
	cyt_corpus_unref(corpus);
}

static void
an_empty_corpus_is_sound(void **state)
{
	struct built *fixture = *state;
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	static const char text[] = "<corpus xmlns=\"urn:cybertreaty:1\"/>";

	assert_int_equal(cyt_loader_new(fixture->ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "empty", text, strlen(text)), 0);
	assert_int_equal(cyt_loader_finish(loader, NULL, &corpus), 0);
	assert_null(image_verify(corpus_image(corpus), cyt_corpus_size(corpus)));
	assert_null(cyt_corpus_law_find(corpus, "mx-cpf"));
	assert_null(cyt_corpus_element_find(corpus, "mx-cpf"));
	corpus_walk(corpus);
	cyt_corpus_unref(corpus);
	cyt_loader_free(loader);
}

static void
every_shorter_image_is_refused(void **state)
{
	struct built *fixture = *state;
	size_t size;

	for (size = 0; size < fixture->size; size += (size < 4096 ? 1 : 61) * stride()) {
		struct image *copy = copy_of(fixture, size ? size : 1);

		assert_non_null(image_verify(copy, size));
		if (size >= sizeof(*copy)) {
			copy->size = (uint32_t)size;
			forge_seal(copy, size);
			assert_non_null(image_verify(copy, size));
		}
		free(copy);
	}
}

static void
a_longer_image_is_refused(void **state)
{
	struct built *fixture = *state;
	size_t more;

	for (more = 1; more < 20; more++) {
		struct image *copy = copy_of(fixture, fixture->size + more);

		assert_non_null(image_verify(copy, fixture->size + more));
		copy->size += (uint32_t)more;
		forge_seal(copy, fixture->size + more);
		assert_non_null(image_verify(copy, fixture->size + more));
		free(copy);
	}
}

static void
every_wrong_byte_is_noticed(void **state)
{
	struct built *fixture = *state;
	struct image *copy = copy_of(fixture, fixture->size);
	unsigned char *bytes = (unsigned char *)copy;
	size_t i;

	for (i = 0; i < fixture->size; i += stride()) {
		bytes[i] ^= (unsigned char)(1u << (i % 8));
		assert_non_null(image_verify(copy, fixture->size));
		bytes[i] ^= (unsigned char)(1u << (i % 8));
	}
	assert_null(image_verify(copy, fixture->size));
	free(copy);
}

/* -- forgeries ------------------------------------------------------------------------------ */

static void
change(struct image *copy, const struct built *fixture, uint64_t *seed)
{
	uint32_t times = 1 + forge_below(seed, 3) / 2;

	while (times-- > 0)
		forge_change(copy, fixture->image, seed);
}

static bool
is_documented(int err)
{
	return err == 0 || err == CYT_ERR_NOTFOUND || err == CYT_ERR_LIMIT || err == CYT_ERR_NOMEM;
}

/* All that goes through documents, and what results say of them. */
static void
go_through_documents(const struct built *fixture, struct cyt_corpus *corpus)
{
	static const char *const documents[] = { "rich-code", "rich-treaty", "BB" };
	struct cyt_result *result;
	struct cyt_terms *terms;
	struct cyt_diags *diags;
	size_t i;

	assert_int_equal(cyt_diags_new(fixture->ctx, &diags), 0);
	assert_int_equal(cyt_terms_new(fixture->ctx, AS_AT, &terms), 0);
	cyt_corpus_lint(corpus, CYT_LINT_COMPLETE, 20200101, 20200101, diags);
	if (cyt_query_search(corpus, "access to a system", "en", &result) == 0) {
		cyt_export_json(result, sink_nothing, NULL);
		cyt_result_unref(result);
	}
	for (i = 0; i < sizeof(documents) / sizeof(*documents); i++) {
		cyt_export_xml(corpus, documents[i], sink_nothing, NULL);
		cyt_export_documents_csv(corpus, documents[i], sink_nothing, NULL);
	}
	cyt_export_law_template(corpus, "rich-treaty", sink_nothing, NULL);
	cyt_export_law_template_csv(corpus, "rich-treaty", sink_nothing, NULL);
	if (cyt_query_coverage(corpus, "BB", "rich-treaty", terms, &result) == 0) {
		cyt_export_report_xml(result, sink_nothing, NULL);
		cyt_result_unref(result);
	}
	cyt_terms_free(terms);
	cyt_diags_unref(diags);
}

/* The forged corpus may say anything, but it says it. */
static void
read_and_ask(const struct built *fixture, struct image *copy, bool thoroughly)
{
	static const inquiry questions[] = { cyt_query_coverage, cyt_query_gaps,
					      cyt_query_beyond };
	static const char *const subjects[] = { "rich-code", "BB+rich-bill", "rich-treaty" };
	struct cyt_corpus *corpus;
	struct text text = { NULL, 0, 0 };
	size_t i, k;

	assert_int_equal(corpus_adopt(&alloc_default, copy, NULL, &corpus), 0);
	corpus_walk(corpus);
	if (thoroughly)
		go_through_documents(fixture, corpus);
	for (i = 0; thoroughly && i < 3; i++)
		for (k = 0; k < 3; k++) {
			assert_true(is_documented(ask(fixture->ctx, corpus, questions[k], subjects[i],
						      k == 1 ? "ets185" : "rich-treaty", AS_AT, &text)));
			free(text.bytes);
			text = (struct text){ NULL, 0, 0 };
		}
	cyt_corpus_unref(corpus);
}

static void
forged_images_are_refused_or_harmless(void **state)
{
	struct built *fixture = *state;
	uint64_t seed = 1;
	size_t i, sound = 0, refused = 0, mutations = MUTATIONS / stride();

	for (i = 0; i < mutations; i++) {
		struct image *copy = copy_of(fixture, fixture->size);

		change(copy, fixture, &seed);
		if (memcmp(copy, fixture->image, fixture->size) == 0) {
			free(copy);
			continue;
		}
		if (i % 2)
			forge_seal(copy, fixture->size);
		else
			assert_non_null(image_verify(copy, fixture->size));
		/* Documents are looked at when somebody asks for them. */
		if (i % 2 == 0 || image_verify_rows(copy, fixture->size)) {
			refused++;
			free(copy);
			continue;
		}
		read_and_ask(fixture, copy, ++sound % 8 == 0);
	}
	/* Else this test tests nothing. */
	assert_true(sound > mutations / 100);
	assert_true(refused > mutations / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fresh_image_is_sound),
		cmocka_unit_test(conditional_unions_are_told_apart),
		cmocka_unit_test(the_shipped_corpus_is_sound),
		cmocka_unit_test(an_empty_corpus_is_sound),
		cmocka_unit_test(every_shorter_image_is_refused),
		cmocka_unit_test(a_longer_image_is_refused),
		cmocka_unit_test(every_wrong_byte_is_noticed),
		cmocka_unit_test(forged_images_are_refused_or_harmless),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents and actions laid over a corpus. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"
#include "model/corpus.h"
#include "model/image.h"

#define AS_AT 20260331

static const char *const whole[] = { "tests/data/mini", NULL };
static const char *const parts[] = { "tests/data/mini/vocabulary.xml",
				     "tests/data/mini/instruments", "tests/data/mini/states",
				     "tests/data/mini/laws/xn-penal.xml",
				     "tests/data/mini/laws/xn-companies.xml", NULL };
static const char *const rest[] = { "tests/data/mini/laws/xo-telecom.xml",
				    "tests/data/mini/laws/xn-bill.xml", NULL };
static const char *const parts_and_rest[] = {
	"tests/data/mini/vocabulary.xml",	 "tests/data/mini/instruments",
	"tests/data/mini/states",		 "tests/data/mini/laws/xn-penal.xml",
	"tests/data/mini/laws/xn-companies.xml", "tests/data/mini/laws/xo-telecom.xml",
	"tests/data/mini/laws/xn-bill.xml",	 NULL
};

static int
set_up(void **state)
{
	struct cyt_ctx *ctx;

	if (cyt_ctx_new(&ctx) < 0)
		return -1;
	*state = ctx;
	return 0;
}

static int
tear_down(void **state)
{
	cyt_ctx_unref(*state);
	return 0;
}

static struct cyt_loader *
new_loader(struct cyt_ctx *ctx)
{
	struct cyt_loader *loader;

	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	return loader;
}

static void
add_tree_path(struct cyt_loader *loader, const char *name)
{
	char *path = tree_path(name);

	assert_int_equal(cyt_loader_add_path(loader, path), 0);
	free(path);
}

static struct cyt_corpus *
finish(struct cyt_loader *loader)
{
	struct cyt_corpus *corpus;

	assert_int_equal(cyt_loader_finish(loader, NULL, &corpus), 0);
	cyt_loader_free(loader);
	return corpus;
}

static void
overlay_is_what_loading_all_together_gives(void **state)
{
	struct cyt_corpus *below = corpus_of(*state, parts), *over, *all;
	struct cyt_loader *loader = new_loader(*state);
	struct text answers = { 0 }, expected = { 0 };
	size_t i;

	for (i = 0; rest[i]; i++)
		add_tree_path(loader, rest[i]);
	assert_int_equal(cyt_corpus_overlay(below, loader, NULL, &over), 0);
	cyt_loader_free(loader);
	/* The overlay needs nothing of what it was laid over. */
	cyt_corpus_unref(below);
	all = corpus_of(*state, parts_and_rest);
	assert_string_equal(cyt_corpus_digest(over), cyt_corpus_digest(all));
	assert_int_equal(cyt_corpus_size(over), cyt_corpus_size(all));
	assert_int_equal(corpus_walk(over), corpus_walk(all));
	assert_int_equal(ask_everything(*state, over, AS_AT, &answers), 0);
	assert_int_equal(ask_everything(*state, all, AS_AT, &expected), 0);
	assert_int_equal(answers.length, expected.length);
	assert_memory_equal(answers.bytes, expected.bytes, expected.length);
	free(answers.bytes);
	free(expected.bytes);
	cyt_corpus_unref(over);
	cyt_corpus_unref(all);
}

static void
thawing_changes_no_byte(void **state)
{
	static const char *const *const corpora[] = { whole, worked_names, shipped_names };
	struct cyt_corpus *corpus, *again;
	struct cyt_loader *loader;
	size_t i;

	for (i = 0; i < sizeof(corpora) / sizeof(*corpora); i++) {
		corpus = corpus_of(*state, corpora[i]);
		loader = new_loader(*state);
		assert_int_equal(cyt_loader_add_corpus(loader, corpus), 0);
		again = finish(loader);
		assert_int_equal(cyt_corpus_size(again), cyt_corpus_size(corpus));
		/* The older one was looked at already. */
		assert_int_equal(cyt_corpus_check(again, NULL, NULL), 0);
		/* Also where everything was read: file and line of each element. */
		assert_memory_equal(corpus_image(again), corpus_image(corpus),
				    cyt_corpus_size(corpus));
		cyt_corpus_unref(again);
		cyt_corpus_unref(corpus);
	}
}

static void
documents_stand_in_the_order_they_were_added(void **state)
{
	static const char *const first[] = { "tests/data/mini/vocabulary.xml", NULL };
	struct cyt_corpus *vocabulary = corpus_of(*state, first), *corpus, *expected;
	struct cyt_loader *loader = new_loader(*state);
	size_t i;

	assert_int_equal(cyt_loader_add_corpus(loader, vocabulary), 0);
	for (i = 1; parts[i]; i++)
		add_tree_path(loader, parts[i]);
	corpus = finish(loader);
	expected = corpus_of(*state, parts);
	assert_string_equal(cyt_corpus_digest(corpus), cyt_corpus_digest(expected));
	cyt_corpus_unref(vocabulary);
	cyt_corpus_unref(corpus);
	cyt_corpus_unref(expected);
}

static void
faults_of_the_upper_documents_are_told_and_the_lower_corpus_stays(void **state)
{
	static const char twice[] = "<law xmlns='urn:cybertreaty:1' id='XN' jurisdiction='XN'/>";
	struct cyt_corpus *below = corpus_of(*state, whole), *over;
	struct cyt_loader *loader = new_loader(*state);
	struct cyt_diags *diags;
	char digest[80];

	strcpy(digest, cyt_corpus_digest(below));
	over = below;
	assert_int_equal(cyt_diags_new(*state, &diags), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "upper.xml", twice, strlen(twice)), 0);
	assert_int_equal(cyt_corpus_overlay(below, loader, diags, &over), CYT_ERR_DATA);
	assert_null(over);
	assert_int_equal(cyt_diags_error_count(diags), 1);
	assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), 1201);
	assert_string_equal(cyt_diag_file(cyt_diags_at(diags, 0)), "upper.xml");
	assert_non_null(strstr(cyt_diag_text(cyt_diags_at(diags, 0)), "XN.xml:3"));
	assert_string_equal(cyt_corpus_digest(below), digest);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	cyt_corpus_unref(below);
}

/* -- layers ---------------------------------------------------------------------------------- */

#define LAW(id, provision) "<law id='" id "' jurisdiction='XW'><provision id='" provision "'/></law>"
#define CORPUS(documents) "<corpus xmlns='urn:cybertreaty:1'>" documents "</corpus>"

static const char revised[] = "<law xmlns='urn:cybertreaty:1' id=' xw-code ' jurisdiction='XW'>"
			      "<provision id='new'/></law>";
static const char revised_in_a_corpus[] =
	CORPUS("<!-- revised -->" LAW("xw-code", "new") LAW("xw-other", "new"));

static void
add_text(struct cyt_loader *loader, const char *text)
{
	assert_int_equal(cyt_loader_add_memory(loader, "upper.xml", text, strlen(text)), 0);
}

/* One law more than below, and of the revised one only what is new. */
static void
assert_revised(struct cyt_corpus *corpus, size_t laws)
{
	const struct cyt_law *law = cyt_corpus_law_find(corpus, "xw-code");

	assert_non_null(law);
	assert_int_equal(cyt_corpus_law_count(corpus), laws);
	assert_non_null(cyt_corpus_element_find(corpus, "xw-code/new"));
	assert_null(cyt_corpus_element_find(corpus, "xw-code/sec_1"));
	cyt_corpus_unref(corpus);
}

static void
a_document_takes_the_place_of_the_one_below(void **state)
{
	struct cyt_corpus *below = corpus_of(*state, whole), *over;
	size_t laws = cyt_corpus_law_count(below);
	struct cyt_loader *loader = new_loader(*state);

	add_tree_path(loader, whole[0]);
	cyt_loader_begin_layer(loader);
	add_text(loader, revised);
	assert_revised(finish(loader), laws);

	loader = new_loader(*state);
	add_text(loader, revised);
	assert_int_equal(cyt_corpus_overlay(below, loader, NULL, &over), 0);
	cyt_loader_free(loader);
	assert_revised(over, laws);

	/* The other way round: the lower one is a file, the upper one a corpus. */
	loader = new_loader(*state);
	add_text(loader, revised_in_a_corpus);
	cyt_loader_begin_layer(loader);
	assert_int_equal(cyt_loader_add_corpus(loader, below), 0);
	over = finish(loader);
	assert_int_equal(cyt_corpus_law_count(over), laws + 1);
	assert_null(cyt_corpus_element_find(over, "xw-code/new"));
	assert_non_null(cyt_corpus_element_find(over, "xw-code/sec_1"));
	cyt_corpus_unref(over);
	cyt_corpus_unref(below);
}

static void
documents_in_a_wrapper_take_and_lose_their_places_one_by_one(void **state)
{
	struct cyt_loader *loader = new_loader(*state);
	struct cyt_corpus *corpus;

	add_tree_path(loader, whole[0]);
	cyt_loader_begin_layer(loader);
	add_text(loader, revised_in_a_corpus);
	cyt_loader_begin_layer(loader);
	add_text(loader, CORPUS(LAW("xw-other", "newer")));
	corpus = finish(loader);
	assert_null(cyt_corpus_element_find(corpus, "xw-other/new"));
	assert_non_null(cyt_corpus_element_find(corpus, "xw-other/newer"));
	assert_revised(corpus, cyt_corpus_law_count(corpus));
}

static void
two_of_one_id_in_a_layer_are_an_error_and_told_once(void **state)
{
	struct cyt_loader *loader = new_loader(*state);
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;

	assert_int_equal(cyt_diags_new(*state, &diags), 0);
	add_tree_path(loader, whole[0]);
	cyt_loader_begin_layer(loader);
	add_text(loader, revised);
	add_text(loader, revised_in_a_corpus);
	assert_int_equal(cyt_loader_finish(loader, diags, &corpus), CYT_ERR_DATA);
	assert_null(corpus);
	assert_int_equal(cyt_diags_error_count(diags), 1);
	assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), 1201);
	assert_non_null(strstr(cyt_diag_text(cyt_diags_at(diags, 0)), "`xw-code`"));
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
}

/* -- actions -------------------------------------------------------------------------------- */

static struct cyt_corpus *
with_actions(struct cyt_ctx *ctx, const char *one, const char *other)
{
	struct cyt_loader *loader = new_loader(ctx);

	add_tree_path(loader, whole[0]);
	assert_int_equal(cyt_loader_add_action(loader, one), 0);
	if (other)
		assert_int_equal(cyt_loader_add_action(loader, other), 0);
	return finish(loader);
}

static void
an_action_joins_the_entry_of_its_state(void **state)
{
	struct cyt_corpus *corpus = with_actions(*state, "XN:ratification:harbour-2020:2025-01-01",
						 "XS:accession:harbour-2020:2024-02");
	const struct cyt_state *north = cyt_corpus_state_find(corpus, "XN");
	const struct cyt_state *south = cyt_corpus_state_find(corpus, "XS");
	const struct cyt_action *action = cyt_state_action_at(north, 1);
	const struct cyt_element *element;

	assert_int_equal(cyt_corpus_state_count(corpus), 4);
	assert_int_equal(cyt_state_action_count(north), 2);
	assert_int_equal(cyt_state_action_count(south), 1);
	assert_string_equal(cyt_action_kind(action), "ratification");
	assert_int_equal(cyt_action_date(action), 20250101);
	assert_string_equal(cyt_action_id(action), "ratification_harbour-2020_2025-01-01");
	assert_string_equal(cyt_instrument_id(cyt_action_instrument(action)), "harbour-2020");
	/* The entry is read in the official text; that somebody supposes something is not. */
	assert_int_equal(cyt_element_fact_count(cyt_state_element(north), "action",
						CYT_BASIS_UNVERIFIED), 1);
	element = cyt_corpus_element_find(corpus, "XN/ratification_harbour-2020_2025-01-01");
	assert_non_null(element);
	assert_string_equal(cyt_element_file(element), "XN:ratification:harbour-2020:2025-01-01");
	cyt_corpus_unref(corpus);
}

static void
two_actions_make_one_entry_of_a_new_state(void **state)
{
	struct cyt_corpus *corpus = with_actions(*state, "QZ:signature:harbour-2020:2024",
						 "QZ:ratification:harbour-2020:2025");

	assert_int_equal(cyt_corpus_state_count(corpus), 5);
	assert_int_equal(cyt_state_action_count(cyt_corpus_state_find(corpus, "QZ")), 2);
	cyt_corpus_unref(corpus);
}

static void
a_reservation_to_a_demand_takes_what_the_instrument_permits(void **state)
{
	static const char reservation[] = "XN:reservation:harbour-2020/art_5__para_1__d:2025-01-01";
	struct cyt_corpus *corpus = with_actions(*state, reservation, NULL);
	const struct cyt_row_finding *row;
	struct cyt_result *result;
	struct cyt_terms *terms;

	assert_int_equal(cyt_terms_new(*state, AS_AT, &terms), 0);
	assert_int_equal(cyt_query_coverage(corpus, "XN", "harbour-2020", terms, &result), 0);
	/* Articles 1 to 4 stand before it; its first row is on altering data. */
	row = cyt_provision_finding_row_at(cyt_result_provision_at(result, 4), 0);
	assert_string_equal(cyt_demand_id(cyt_row_finding_demand(row)), "art_5__para_1__d");
	assert_int_equal(cyt_row_finding_verdict(row), CYT_VERDICT_FULL_BY_RESERVATION);
	assert_int_equal(cyt_row_finding_reservation_used_count(row), 1);
	cyt_result_unref(result);
	cyt_terms_free(terms);
	cyt_corpus_unref(corpus);
}

static void
an_action_in_another_form_is_refused(void **state)
{
	static const char *const wrong[] = {
		"", ":", "XN", "XN:ratification", "XN:ratification:harbour-2020",
		"XN:ratification:harbour-2020:", "XN::harbour-2020:2025", ":a:b:2025",
		"XN:ratification:harbour-2020:2025:1", "XN:reservation:harbour-2020/:2025",
		"XN:reservation:/art_5:2025", "XN:reservation:harbour-2020/art_5:2025:1",
	};
	struct cyt_loader *loader = new_loader(*state);
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(cyt_loader_add_action(loader, wrong[i]), CYT_ERR_INVALID);
	assert_int_equal(cyt_loader_add_action(loader, NULL), CYT_ERR_INVALID);
	assert_int_equal(cyt_loader_add_corpus(loader, NULL), CYT_ERR_INVALID);
	cyt_loader_free(loader);
}

static void
words_of_an_action_that_mean_nothing_are_told_in_its_name(void **state)
{
	static const struct {
		const char *action;
		uint32_t number;
	} wrong[] = {
		{ "XN:ratified:harbour-2020:2025-01-01", 1106 },
		{ "XN:ratification:harbour-2020:soon", 1109 },
		{ "XN:ratification:harbour-2020:2025-02-30", 1211 },
		{ "XN:ratification:harbor-2020:2025-01-01", 1223 },
		{ "XN:reservation:harbour-2020/art_99:2025-01-01", 1212 },
	};
	struct cyt_corpus *corpus;
	struct cyt_loader *loader;
	struct cyt_diags *diags;
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		loader = new_loader(*state);
		add_tree_path(loader, whole[0]);
		assert_int_equal(cyt_diags_new(*state, &diags), 0);
		assert_int_equal(cyt_loader_add_action(loader, wrong[i].action), 0);
		assert_int_equal(cyt_loader_finish(loader, diags, &corpus), CYT_ERR_DATA);
		assert_int_equal(cyt_diags_error_count(diags), 1);
		assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), wrong[i].number);
		assert_string_equal(cyt_diag_file(cyt_diags_at(diags, 0)), wrong[i].action);
		cyt_diags_unref(diags);
		cyt_loader_free(loader);
	}
}

/* -- images that nobody compiled --------------------------------------------------------------- */

static void *
plain_resize(void *data, void *block, size_t size)
{
	(void)data;
	if (size)
		return realloc(block, size);
	free(block);
	return NULL;
}

static bool
has_attribute(const struct image *image, const struct img_node *node, uint32_t name)
{
	for (uint32_t i = 0; i < node->attribute_count; i++)
		if (image_attr(image, node->attributes)[i].name == name)
			return true;
	return false;
}

static void
numbers_become_href(const struct image *image, const struct img_node *node)
{
	struct img_attr *attr = (struct img_attr *)(uintptr_t)image_attr(image, node->attributes);

	for (uint32_t i = 0; i < node->attribute_count; i++)
		if (attr[i].name == ATTRIBUTE_NUM)
			attr[i].name = ATTRIBUTE_HREF;
}

/* A sound image whose documents break the grammar: provisions with an attribute that they may not have. */
static void
documents_of_an_image_are_held_to_the_grammar(void **state)
{
	static const struct cyt_alloc_hooks hooks = { plain_resize, NULL };
	struct cyt_corpus *corpus = corpus_of(*state, whole), *odd, *over;
	struct image *image = malloc(cyt_corpus_size(corpus));
	struct cyt_loader *loader = new_loader(*state);
	struct cyt_diags *diags;
	uint32_t i, changed = 0;

	assert_non_null(image);
	memcpy(image, corpus_image(corpus), cyt_corpus_size(corpus));
	for (i = 0; i < image_count(image, SECTION_NODE); i++)
		if (image_node(image, i)->element == ELEMENT_PROVISION)
			numbers_become_href(image, image_node(image, i));
	/* Elements with the same attributes share them. */
	for (i = 0; i < image_count(image, SECTION_NODE); i++)
		changed += image_node(image, i)->element != ELEMENT_SOURCE &&
			   has_attribute(image, image_node(image, i), ATTRIBUTE_HREF);
	assert_true(changed > 0);
	assert_int_equal(corpus_adopt(&hooks, image, NULL, &odd), 0);
	assert_int_equal(cyt_diags_new(*state, &diags), 0);
	assert_int_equal(cyt_corpus_overlay(odd, loader, diags, &over), CYT_ERR_DATA);
	assert_null(over);
	assert_int_equal(cyt_diags_error_count(diags), changed);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	cyt_corpus_unref(odd);
	cyt_corpus_unref(corpus);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(overlay_is_what_loading_all_together_gives),
		cmocka_unit_test(thawing_changes_no_byte),
		cmocka_unit_test(documents_stand_in_the_order_they_were_added),
		cmocka_unit_test(faults_of_the_upper_documents_are_told_and_the_lower_corpus_stays),
		cmocka_unit_test(a_document_takes_the_place_of_the_one_below),
		cmocka_unit_test(documents_in_a_wrapper_take_and_lose_their_places_one_by_one),
		cmocka_unit_test(two_of_one_id_in_a_layer_are_an_error_and_told_once),
		cmocka_unit_test(an_action_joins_the_entry_of_its_state),
		cmocka_unit_test(two_actions_make_one_entry_of_a_new_state),
		cmocka_unit_test(a_reservation_to_a_demand_takes_what_the_instrument_permits),
		cmocka_unit_test(an_action_in_another_form_is_refused),
		cmocka_unit_test(words_of_an_action_that_mean_nothing_are_told_in_its_name),
		cmocka_unit_test(documents_of_an_image_are_held_to_the_grammar),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

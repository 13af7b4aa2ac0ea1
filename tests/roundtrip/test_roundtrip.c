/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every shipped XML file loads and lints clean, and a snapshot of them all gives the same answers,
 * byte for byte; every document comes back from a spreadsheet as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "common.h"

#define AS_AT 20261121

static void
print_diags(const struct cyt_diags *diags)
{
	size_t i;

	for (i = 0; i < cyt_diags_count(diags); i++)
		print_error("%s:%u: CYT-%u: %s\n", cyt_diag_file(cyt_diags_at(diags, i)),
			    cyt_diag_line(cyt_diags_at(diags, i)),
			    cyt_diag_number(cyt_diags_at(diags, i)),
			    cyt_diag_text(cyt_diags_at(diags, i)));
}

static bool
is_xml(const char *name)
{
	size_t length = strlen(name);

	return length > 4 && strcmp(name + length - 4, ".xml") == 0;
}

/* Whether some document of the corpus was read from this file. */
static bool
has_document_of(const struct cyt_corpus *corpus, const char *path)
{
	const struct cyt_element *element = NULL;
	size_t i;

	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		element = cyt_law_element(cyt_corpus_law_at(corpus, i));
		if (strcmp(cyt_element_file(element), path) == 0)
			return true;
	}
	for (i = 0; i < cyt_corpus_state_count(corpus); i++) {
		element = cyt_state_element(cyt_corpus_state_at(corpus, i));
		if (strcmp(cyt_element_file(element), path) == 0)
			return true;
	}
	for (i = 0; i < cyt_corpus_instrument_count(corpus); i++) {
		const char *id = cyt_instrument_id(cyt_corpus_instrument_at(corpus, i));

		if (strcmp(cyt_element_file(cyt_corpus_element_find(corpus, id)), path) == 0)
			return true;
	}
	for (i = 0; i < cyt_corpus_concept_count(corpus); i++) {
		const char *id = cyt_concept_id(cyt_corpus_concept_at(corpus, i));

		element = cyt_corpus_element_find(corpus, id);
		if (element && strcmp(cyt_element_file(element), path) == 0)
			return true;
	}
	return false;
}

/* How many files below a folder are in the corpus; fails for one that is not. */
static size_t
count_files(const struct cyt_corpus *corpus, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	struct stat status;
	size_t count = 0;
	char path[1024];

	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (entry->d_name[0] == '.' || stat(path, &status) < 0)
			continue;
		if (S_ISDIR(status.st_mode)) {
			count += count_files(corpus, path);
		} else if (is_xml(path)) {
			if (!has_document_of(corpus, path))
				fail_msg("%s is not in the corpus", path);
			count++;
		}
	}
	closedir(dir);
	return count;
}

static void
every_shipped_file_loads(void **state)
{
	char *path = tree_path("xml");
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	assert_true(count_files(corpus, path) > 5);
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
	free(path);
}

static void
the_shipped_corpus_lints_clean(void **state)
{
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	struct cyt_ctx *ctx;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	assert_int_equal(cyt_diags_new(ctx, &diags), 0);
	assert_int_equal(cyt_corpus_lint(corpus, 0, 0, 0, diags), 0);
	print_diags(diags);
	assert_int_equal(cyt_diags_count(diags), 0);
	cyt_diags_unref(diags);
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
}

static void
a_snapshot_gives_the_answers_of_the_xml(void **state)
{
	struct text from_xml = { NULL, 0, 0 }, from_snapshot = { NULL, 0, 0 };
	struct cyt_corpus *corpus, *opened;
	struct cyt_ctx *ctx;
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "roundtrip-%ld.cyt", (long)getpid());
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	assert_int_equal(cyt_corpus_save(corpus, path), 0);
	assert_int_equal(cyt_corpus_open(ctx, path, NULL, &opened), 0);
	unlink(path);
	assert_true(corpus_walk(corpus) == corpus_walk(opened));
	assert_int_equal(ask_everything(ctx, corpus, AS_AT, &from_xml), 0);
	cyt_corpus_unref(corpus);
	assert_int_equal(ask_everything(ctx, opened, AS_AT, &from_snapshot), 0);
	cyt_corpus_unref(opened);
	assert_int_equal(from_xml.length, from_snapshot.length);
	assert_memory_equal(from_xml.bytes, from_snapshot.bytes, from_xml.length);
	assert_non_null(strstr(from_xml.bytes, "\"cybertreaty.coverage/1\""));
	free(from_xml.bytes);
	free(from_snapshot.bytes);
	cyt_ctx_unref(ctx);
}

static void
loading_twice_gives_the_same_bytes(void **state)
{
	struct cyt_corpus *first, *second;
	struct cyt_ctx *ctx;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	first = corpus_of(ctx, shipped_names);
	second = corpus_of(ctx, shipped_names);
	assert_string_equal(cyt_corpus_digest(first), cyt_corpus_digest(second));
	assert_true(corpus_walk(first) == corpus_walk(second));
	cyt_corpus_unref(first);
	cyt_corpus_unref(second);
	cyt_ctx_unref(ctx);
}

/* -- as rows of a table, and back ----------------------------------------------------------- */

static struct text
written(const struct cyt_corpus *corpus, const char *what,
	int (*write)(const struct cyt_corpus *corpus, const char *what, cyt_sink sink, void *data))
{
	struct text text = { NULL, 0, 0 };

	assert_int_equal(write(corpus, what, text_sink, &text), 0);
	assert_true(text.length > 0);
	return text;
}

static void
expect_same(const char *what, struct text *one, struct text *other)
{
	if (one->length != other->length || memcmp(one->bytes, other->bytes, one->length) != 0)
		fail_msg("%s does not come back as it was", what);
	free(one->bytes);
	free(other->bytes);
}

typedef bool choice(const struct cyt_element *document);

static bool
is_law_or_instrument(const struct cyt_element *document)
{
	return strcmp(cyt_element_name(document), "law") == 0 ||
	       strcmp(cyt_element_name(document), "instrument") == 0;
}

static bool
is_state(const struct cyt_element *document)
{
	return strcmp(cyt_element_name(document), "state") == 0;
}

static const struct cyt_element *
next_chosen(const struct cyt_element *document, choice *choose)
{
	while (document && !choose(document))
		document = cyt_corpus_document_next(document, NULL);
	return document;
}

#define EACH(document, corpus, choose)                                                       \
	(document = next_chosen(cyt_corpus_document_first(corpus, NULL), choose); document;  \
	 document = next_chosen(cyt_corpus_document_next(document, NULL), choose))

/* A corpus in which the documents come from tables that are named like them. */
static struct cyt_corpus *
read_back(struct cyt_ctx *ctx, struct cyt_corpus *corpus, choice *choose)
{
	const struct cyt_element *document;
	struct cyt_loader *loader;
	struct cyt_diags *diags;
	struct cyt_corpus *back;
	struct text csv;
	char name[256];

	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_diags_new(ctx, &diags), 0);
	assert_int_equal(cyt_loader_add_corpus(loader, corpus), 0);
	for EACH(document, corpus, choose) {
		csv = written(corpus, cyt_element_attribute(document, "id"),
			      cyt_export_documents_csv);
		snprintf(name, sizeof(name), "%s.csv", cyt_element_attribute(document, "id"));
		assert_int_equal(cyt_loader_add_csv_memory(loader, name, csv.bytes, csv.length), 0);
		free(csv.bytes);
	}
	cyt_loader_finish(loader, diags, &back);
	print_diags(diags);
	assert_non_null(back);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return back;
}

static size_t
expect_round_trips(struct cyt_ctx *ctx, struct cyt_corpus *corpus, choice *choose)
{
	struct cyt_corpus *back = read_back(ctx, corpus, choose);
	const struct cyt_element *document;
	struct text one, other;
	char name[256];
	size_t count = 0;

	for EACH(document, corpus, choose) {
		const char *id = cyt_element_attribute(document, "id");

		snprintf(name, sizeof(name), "%s.csv", id);
		one = written(corpus, id, cyt_export_xml);
		other = written(back, name, cyt_export_xml);
		expect_same(id, &one, &other);
		one = written(corpus, id, cyt_export_documents_csv);
		other = written(back, name, cyt_export_documents_csv);
		expect_same(id, &one, &other);
		count++;
	}
	cyt_corpus_unref(back);
	return count;
}

/* Each by itself, and then each State with all its laws. */
static void
every_shipped_document_survives_a_spreadsheet(void **state)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	assert_true(expect_round_trips(ctx, corpus, is_law_or_instrument) > 35);
	assert_true(expect_round_trips(ctx, corpus, is_state) > 8);
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
}

static struct text
read_whole(const char *path)
{
	struct text text = { NULL, 0, 0 };
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t got;

	assert_non_null(file);
	while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0)
		text_sink(&text, bytes, got);
	fclose(file);
	return text;
}

/* So that reading a spreadsheet back gives the very file; doc/spreadsheets.md says how to get there. */
static void
every_shipped_file_has_the_one_layout(void **state)
{
	const struct cyt_element *document;
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	size_t count = 0;

	(void)state;
	assert_int_equal(cyt_ctx_new(&ctx), 0);
	corpus = corpus_of(ctx, shipped_names);
	document = cyt_corpus_document_first(corpus, NULL);
	for (; document; document = cyt_corpus_document_next(document, NULL)) {
		const char *path = cyt_element_file(document);
		struct text file = read_whole(path);
		struct text xml = written(corpus, path, cyt_export_xml);

		expect_same(path, &file, &xml);
		count++;
	}
	assert_true(count > 40);
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shipped_file_loads),
		cmocka_unit_test(the_shipped_corpus_lints_clean),
		cmocka_unit_test(a_snapshot_gives_the_answers_of_the_xml),
		cmocka_unit_test(loading_twice_gives_the_same_bytes),
		cmocka_unit_test(every_shipped_document_survives_a_spreadsheet),
		cmocka_unit_test(every_shipped_file_has_the_one_layout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

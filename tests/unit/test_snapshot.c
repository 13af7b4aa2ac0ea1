/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saving, mapping and copying snapshots, and refusing what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "common.h"
#include "model/corpus.h"
#include "model/image.h"

#define AS_AT 20270701

typedef int (*opener)(struct cyt_ctx *ctx, const char *path, struct cyt_diags *diags,
		      struct cyt_corpus **out);
static const opener openers[] = { cyt_corpus_open, cyt_corpus_open_copy };

struct saved {
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus;
	char folder[32], path[64];
};

static int
set_up(void **state)
{
	struct saved *fixture = calloc(1, sizeof(*fixture));

	if (!fixture || cyt_ctx_new(&fixture->ctx) < 0)
		return -1;
	strcpy(fixture->folder, "snapshot-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return -1;
	snprintf(fixture->path, sizeof(fixture->path), "%s/corpus.cyt", fixture->folder);
	fixture->corpus = corpus_of(fixture->ctx, worked_names);
	assert_int_equal(cyt_corpus_save(fixture->corpus, fixture->path), 0);
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct saved *fixture = *state;

	unlink(fixture->path);
	rmdir(fixture->folder);
	cyt_corpus_unref(fixture->corpus);
	cyt_ctx_unref(fixture->ctx);
	free(fixture);
	return 0;
}

static void
write_file(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

static size_t
files_in(const char *folder)
{
	DIR *dir = opendir(folder);
	size_t count = 0;
	struct dirent *entry;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(dir);
	return count;
}

/* Both openers refuse it with this code and this diagnostic. */
static void
assert_refused(const struct saved *fixture, const char *path, int err, uint32_t number)
{
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	size_t i;

	for (i = 0; i < 2; i++) {
		corpus = fixture->corpus;
		assert_int_equal(cyt_diags_new(fixture->ctx, &diags), 0);
		assert_int_equal(openers[i](fixture->ctx, path, diags, &corpus), err);
		assert_null(corpus);
		assert_int_equal(cyt_diags_count(diags), 1);
		assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), number);
		assert_string_equal(cyt_diag_file(cyt_diags_at(diags, 0)), path);
		cyt_diags_unref(diags);
		assert_int_equal(openers[i](fixture->ctx, path, NULL, &corpus), err);
	}
}

/* Whoever has to go through damaged documents says so, and nobody finds one. */
static void
assert_documents_refused(const struct saved *fixture, struct cyt_corpus *corpus)
{
	const struct cyt_law *law = cyt_corpus_law_at(corpus, 0);
	const struct cyt_element *element = cyt_law_element(law);
	struct cyt_loader *loader;
	struct cyt_result *result;
	struct cyt_corpus *other;
	struct cyt_diags *diags;

	assert_null(cyt_corpus_document_first(corpus, NULL));
	assert_null(cyt_element_first(element));
	assert_null(cyt_element_next(element));
	assert_null(cyt_element_parent(element));
	assert_int_equal(cyt_diags_new(fixture->ctx, &diags), 0);
	assert_int_equal(cyt_corpus_check(corpus, "mine.cyt", diags), CYT_ERR_FORMAT);
	assert_int_equal(cyt_diags_count(diags), 1);
	assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), 1503);
	assert_string_equal(cyt_diag_file(cyt_diags_at(diags, 0)), "mine.cyt");
	assert_int_equal(cyt_corpus_lint(corpus, 0, 0, 0, diags), CYT_ERR_FORMAT);
	assert_int_equal(cyt_query_search(corpus, "access", NULL, &result), CYT_ERR_FORMAT);
	assert_null(result);
	assert_int_equal(cyt_export_xml(corpus, cyt_law_id(law), sink_nothing, NULL),
			 CYT_ERR_FORMAT);
	assert_int_equal(cyt_export_documents_csv(corpus, cyt_law_id(law), sink_nothing, NULL),
			 CYT_ERR_FORMAT);
	assert_int_equal(cyt_export_element_json(corpus, element, NULL, sink_nothing, NULL),
			 CYT_ERR_FORMAT);
	assert_int_equal(cyt_loader_new(fixture->ctx, &loader), 0);
	assert_int_equal(cyt_corpus_overlay(corpus, loader, diags, &other), CYT_ERR_FORMAT);
	assert_null(other);
	cyt_loader_free(loader);
	cyt_diags_unref(diags);
}

/* A copy is refused; what is mapped at the latest when documents are looked at, which is 1. */
static size_t
assert_refused_in_time(const struct saved *fixture, const char *path)
{
	struct cyt_corpus *corpus;

	assert_int_equal(cyt_corpus_open_copy(fixture->ctx, path, NULL, &corpus), CYT_ERR_FORMAT);
	if (cyt_corpus_open(fixture->ctx, path, NULL, &corpus) < 0) {
		assert_refused(fixture, path, CYT_ERR_FORMAT, 1503);
		return 0;
	}
	assert_documents_refused(fixture, corpus);
	cyt_corpus_unref(corpus);
	return 1;
}

static void
an_opened_snapshot_is_the_corpus_byte_for_byte(void **state)
{
	struct saved *fixture = *state;
	struct cyt_corpus *corpus;
	size_t i, size = cyt_corpus_size(fixture->corpus);

	for (i = 0; i < 2; i++) {
		assert_int_equal(openers[i](fixture->ctx, fixture->path, NULL, &corpus), 0);
		assert_int_equal(cyt_corpus_size(corpus), size);
		/* What is known of the documents is each corpus's own. */
		assert_int_equal(cyt_corpus_check(corpus, NULL, NULL), 0);
		assert_int_equal(cyt_corpus_check(fixture->corpus, NULL, NULL), 0);
		assert_memory_equal(corpus_image(corpus), corpus_image(fixture->corpus), size);
		assert_string_equal(cyt_corpus_digest(corpus), cyt_corpus_digest(fixture->corpus));
		assert_true(corpus_walk(corpus) == corpus_walk(fixture->corpus));
		cyt_corpus_unref(corpus);
	}
}

static void
an_opened_snapshot_gives_the_same_answers(void **state)
{
	struct saved *fixture = *state;
	struct text from_xml = { NULL, 0, 0 }, from_snapshot = { NULL, 0, 0 };
	struct cyt_corpus *corpus;

	assert_int_equal(cyt_corpus_open(fixture->ctx, fixture->path, NULL, &corpus), 0);
	assert_int_equal(ask_everything(fixture->ctx, fixture->corpus, AS_AT, &from_xml), 0);
	assert_int_equal(ask_everything(fixture->ctx, corpus, AS_AT, &from_snapshot), 0);
	assert_true(from_xml.length > 10000);
	assert_string_equal(from_xml.bytes, from_snapshot.bytes);
	free(from_xml.bytes);
	free(from_snapshot.bytes);
	cyt_corpus_unref(corpus);
}

static void
saving_replaces_the_file_and_leaves_nothing_else(void **state)
{
	struct saved *fixture = *state;
	struct cyt_corpus *mapped, *corpus;

	assert_int_equal(cyt_corpus_open(fixture->ctx, fixture->path, NULL, &mapped), 0);
	write_file(fixture->path, "something shorter", 17);
	assert_int_equal(cyt_corpus_save(fixture->corpus, fixture->path), 0);
	assert_int_equal(files_in(fixture->folder), 1);
	assert_int_equal(cyt_corpus_open(fixture->ctx, fixture->path, NULL, &corpus), 0);
	cyt_corpus_unref(corpus);
	cyt_corpus_unref(mapped);
}

static void
a_mapped_corpus_outlives_its_file(void **state)
{
	struct saved *fixture = *state;
	struct cyt_corpus *corpus;
	uint64_t before;

	assert_int_equal(cyt_corpus_open(fixture->ctx, fixture->path, NULL, &corpus), 0);
	before = corpus_walk(corpus);
	assert_int_equal(unlink(fixture->path), 0);
	assert_true(corpus_walk(corpus) == before);
	/* Also onto its own name. */
	assert_int_equal(cyt_corpus_save(corpus, fixture->path), 0);
	assert_true(corpus_walk(corpus) == before);
	cyt_corpus_unref(corpus);
}

static void
a_failed_save_leaves_nothing_behind(void **state)
{
	struct saved *fixture = *state;
	char path[128];

	assert_int_equal(cyt_corpus_save(fixture->corpus, NULL), CYT_ERR_INVALID);
	assert_int_equal(cyt_corpus_save(fixture->corpus, ""), CYT_ERR_INVALID);
	assert_int_equal(cyt_corpus_save(fixture->corpus, fixture->folder), CYT_ERR_IO);
	assert_int_equal(errno, EISDIR);
	snprintf(path, sizeof(path), "%s/none/corpus.cyt", fixture->folder);
	assert_int_equal(cyt_corpus_save(fixture->corpus, path), CYT_ERR_IO);
	assert_int_equal(errno, ENOENT);
	snprintf(path, sizeof(path), "%s/file", fixture->path);
	assert_int_equal(cyt_corpus_save(fixture->corpus, path), CYT_ERR_IO);
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(files_in(fixture->folder), 1);
}

/* Half of the file fits. */
static void
a_save_beyond_a_limit_leaves_the_old_file(void **state)
{
	struct saved *fixture = *state;
	struct rlimit before, limit;
	struct cyt_corpus *corpus;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = cyt_corpus_size(fixture->corpus) / 2;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_int_equal(cyt_corpus_save(fixture->corpus, fixture->path), CYT_ERR_IO);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(files_in(fixture->folder), 1);
	assert_int_equal(cyt_corpus_open(fixture->ctx, fixture->path, NULL, &corpus), 0);
	cyt_corpus_unref(corpus);
}

static void
saving_keeps_the_mode_and_the_link(void **state)
{
	struct saved *fixture = *state;
	struct stat status;
	char path[128];

	assert_int_equal(chmod(fixture->path, 0640), 0);
	snprintf(path, sizeof(path), "%s/link", fixture->folder);
	assert_int_equal(symlink("corpus.cyt", path), 0);
	write_file(fixture->path, "something shorter", 17);
	assert_int_equal(cyt_corpus_save(fixture->corpus, path), 0);
	assert_int_equal(lstat(path, &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(lstat(fixture->path, &status), 0);
	assert_true(S_ISREG(status.st_mode));
	assert_int_equal(status.st_mode & 07777, 0640);
	assert_int_equal(status.st_size, cyt_corpus_size(fixture->corpus));
	assert_int_equal(files_in(fixture->folder), 2);
	unlink(path);
}

static void
a_device_is_written_to_as_it_is(void **state)
{
	struct saved *fixture = *state;
	struct stat status;

	assert_int_equal(cyt_corpus_save(fixture->corpus, "/dev/null"), 0);
	assert_int_equal(lstat("/dev/null", &status), 0);
	assert_true(S_ISCHR(status.st_mode));
	if (access("/dev/full", W_OK) != 0)
		skip();
	assert_int_equal(cyt_corpus_save(fixture->corpus, "/dev/full"), CYT_ERR_IO);
	assert_int_equal(errno, ENOSPC);
}

static void
what_cannot_be_read_is_said_to_be_so(void **state)
{
	struct saved *fixture = *state;
	char path[128];

	snprintf(path, sizeof(path), "%s/none.cyt", fixture->folder);
	assert_refused(fixture, path, CYT_ERR_IO, 1001);
	assert_refused(fixture, fixture->folder, CYT_ERR_IO, 1001);
	/* A FIFO without a writer must not hang. */
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_refused(fixture, path, CYT_ERR_IO, 1001);
	assert_int_equal(cyt_snapshot_probe(path), 0);
	unlink(path);
}

static void
what_is_no_snapshot_is_said_to_be_none(void **state)
{
	static const char *const texts[] = { "", "CYT", "CYTIMAG", "<?xml version=\"1.0\"?>",
					     "CYTIMAGf and more" };
	struct saved *fixture = *state;
	char path[128];
	size_t i;

	snprintf(path, sizeof(path), "%s/text", fixture->folder);
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		write_file(path, texts[i], strlen(texts[i]));
		assert_refused(fixture, path, CYT_ERR_FORMAT, 1501);
		assert_int_equal(cyt_snapshot_probe(path), 0);
	}
	unlink(path);
}

static void
another_format_or_byte_order_asks_to_compile_again(void **state)
{
	struct saved *fixture = *state;
	size_t size = cyt_corpus_size(fixture->corpus);
	struct image *copy = malloc(size);

	assert_non_null(copy);
	memcpy(copy, corpus_image(fixture->corpus), size);
	copy->format++;
	write_file(fixture->path, copy, size);
	assert_refused(fixture, fixture->path, CYT_ERR_FORMAT, 1502);
	copy->format--;
	copy->order = 0x04030201;
	write_file(fixture->path, copy, size);
	assert_refused(fixture, fixture->path, CYT_ERR_FORMAT, 1502);
	/* Also if it is too short for anything else. */
	write_file(fixture->path, copy, 16);
	assert_refused(fixture, fixture->path, CYT_ERR_FORMAT, 1502);
	assert_int_equal(cyt_snapshot_probe(fixture->path), 1);
	free(copy);
}

static void
damage_is_told_from_another_format(void **state)
{
	struct saved *fixture = *state;
	size_t size = cyt_corpus_size(fixture->corpus), late = 0, i;
	char *copy = malloc(size);

	assert_non_null(copy);
	memcpy(copy, corpus_image(fixture->corpus), size);
	for (i = offsetof(struct image, size); i < size; i += 997) {
		copy[i] ^= 0x10;
		write_file(fixture->path, copy, size);
		late += assert_refused_in_time(fixture, fixture->path);
		copy[i] ^= 0x10;
	}
	/* Some of it is in documents. */
	assert_true(late > 0 && late < size / 997);
	write_file(fixture->path, copy, 8);
	assert_refused(fixture, fixture->path, CYT_ERR_FORMAT, 1503);
	write_file(fixture->path, copy, size - 1);
	assert_refused(fixture, fixture->path, CYT_ERR_FORMAT, 1503);
	write_file(fixture->path, copy, size);
	assert_int_equal(truncate(fixture->path, (off_t)5 << 30), 0);
	assert_refused(fixture, fixture->path, CYT_ERR_FORMAT, 1503);
	free(copy);
}

static void
a_probe_looks_at_the_first_bytes_only(void **state)
{
	struct saved *fixture = *state;
	char path[128];

	assert_int_equal(cyt_snapshot_probe(fixture->path), 1);
	assert_int_equal(cyt_snapshot_probe(fixture->folder), 0);
	snprintf(path, sizeof(path), "%s/none", fixture->folder);
	assert_int_equal(cyt_snapshot_probe(path), CYT_ERR_IO);
	assert_int_equal(cyt_snapshot_probe(NULL), CYT_ERR_IO);
	assert_int_equal(cyt_format_version(), IMAGE_FORMAT);
}

static void
opening_nothing_is_invalid(void **state)
{
	struct saved *fixture = *state;
	struct cyt_corpus *corpus = fixture->corpus;

	assert_int_equal(cyt_corpus_open(fixture->ctx, NULL, NULL, &corpus), CYT_ERR_INVALID);
	assert_null(corpus);
	assert_int_equal(cyt_corpus_open_copy(fixture->ctx, NULL, NULL, &corpus), CYT_ERR_INVALID);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(an_opened_snapshot_is_the_corpus_byte_for_byte),
		TEST(an_opened_snapshot_gives_the_same_answers),
		TEST(saving_replaces_the_file_and_leaves_nothing_else),
		TEST(a_mapped_corpus_outlives_its_file),
		TEST(a_failed_save_leaves_nothing_behind),
		TEST(a_save_beyond_a_limit_leaves_the_old_file),
		TEST(saving_keeps_the_mode_and_the_link),
		TEST(a_device_is_written_to_as_it_is),
		TEST(what_cannot_be_read_is_said_to_be_so),
		TEST(what_is_no_snapshot_is_said_to_be_none),
		TEST(another_format_or_byte_order_asks_to_compile_again),
		TEST(damage_is_told_from_another_format),
		TEST(a_probe_looks_at_the_first_bytes_only),
		TEST(opening_nothing_is_invalid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

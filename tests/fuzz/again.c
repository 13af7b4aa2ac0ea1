/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A corpus that is written and read again is the same. */
#define _GNU_SOURCE
#include "again.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "model/corpus.h"
#include "model/image.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN
#endif
#endif
#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
#endif

#define MOST_CELLS 100000

int
again_is_bearable(const struct cyt_corpus *corpus)
{
	uint64_t cells = 0;
	size_t i;

	for (i = 0; i < cyt_corpus_concept_count(corpus); i++)
		cells += cyt_concept_cell_count(cyt_corpus_concept_at(corpus, i));
	return cells <= MOST_CELLS;
}

static struct cyt_corpus *
finish(struct cyt_loader *loader)
{
	struct cyt_corpus *corpus = NULL;
	struct cyt_diags *diags;
	size_t i;
	int err;

	FUZZ_REQUIRE(cyt_diags_new(fuzz_ctx(), &diags) == 0);
	err = cyt_loader_finish(loader, diags, &corpus);
	for (i = 0; err < 0 && i < cyt_diags_count(diags); i++)
		fprintf(stderr, "%s:%u: %s\n", cyt_diag_file(cyt_diags_at(diags, i)),
			cyt_diag_line(cyt_diags_at(diags, i)), cyt_diag_text(cyt_diags_at(diags, i)));
	FUZZ_REQUIRE(err == 0);
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return corpus;
}

static void
require_same(const struct cyt_corpus *one, const struct cyt_corpus *other, const char *what)
{
	if (strcmp(cyt_corpus_digest(one), cyt_corpus_digest(other)) != 0 ||
	    cyt_corpus_date(one) != cyt_corpus_date(other))
		fuzz_fail(what);
}

#define EACH(document, corpus)                                              \
	(document = cyt_corpus_document_first(corpus, NULL); document != NULL; \
	 document = cyt_corpus_document_next(document, NULL))

/* All documents, each written by itself, one after the other in `out`. */
static struct cyt_corpus *
written(struct cyt_corpus *corpus, struct fuzz_text *out)
{
	const struct cyt_element *document;
	struct cyt_loader *loader;
	char name[32];
	size_t from;
	int number = 0;

	FUZZ_REQUIRE(cyt_loader_new(fuzz_ctx(), &loader) == 0);
	for EACH(document, corpus) {
		from = out->length;
		FUZZ_REQUIRE(cyt_export_document_xml(corpus, document, fuzz_sink, out) == 0);
		snprintf(name, sizeof(name), "document %d", number++);
		FUZZ_REQUIRE(cyt_loader_add_memory(loader, name, out->bytes + from,
						   out->length - from) == 0);
	}
	return finish(loader);
}

static void
require_equal(struct fuzz_text *one, struct fuzz_text *other, const char *what)
{
	if (one->length != other->length || memcmp(one->bytes, other->bytes, one->length) != 0) {
		fprintf(stderr, "%s\n-- became --\n%s\n", one->bytes, other->bytes);
		fuzz_fail(what);
	}
	free(one->bytes);
	free(other->bytes);
}

void
again_as_documents(struct cyt_corpus *corpus)
{
	struct fuzz_text one = { NULL, 0, 0 }, other = { NULL, 0, 0 };
	struct cyt_corpus *again, *once_more;

	if (!cyt_corpus_document_first(corpus, NULL))
		return;
	again = written(corpus, &one);
	once_more = written(again, &other);
	require_equal(&one, &other, "written as XML it is the same");
	require_same(again, once_more, "what was written before is the same");
	cyt_corpus_unref(again);
	cyt_corpus_unref(once_more);
}

/* Of a document that a table can hold, what is read from the table as XML. */
static struct cyt_corpus *
by_way_of_rows(struct cyt_corpus *corpus, const char *id)
{
	struct fuzz_text text = { NULL, 0, 0 };
	struct cyt_loader *loader;
	int err;

	FUZZ_REQUIRE(cyt_loader_new(fuzz_ctx(), &loader) == 0);
	FUZZ_REQUIRE(cyt_loader_add_corpus(loader, corpus) == 0);
	err = cyt_export_documents_csv(corpus, id, fuzz_sink, &text);
	fuzz_check_error(err);
	if (err == 0)
		err = cyt_loader_add_csv_memory(loader, "rows.csv", text.bytes, text.length);
	free(text.bytes);
	if (err == 0)
		return finish(loader);
	cyt_loader_free(loader);
	return NULL;
}

void
again_as_rows(struct cyt_corpus *corpus)
{
	struct fuzz_text one, other;
	struct cyt_corpus *again;
	const char *id;
	size_t i;

	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		id = cyt_law_id(cyt_corpus_law_at(corpus, i));
		again = by_way_of_rows(corpus, id);
		if (!again)
			continue;
		one = other = (struct fuzz_text){ NULL, 0, 0 };
		FUZZ_REQUIRE(cyt_export_xml(corpus, id, fuzz_sink, &one) == 0);
		FUZZ_REQUIRE(cyt_export_xml(again, id, fuzz_sink, &other) == 0);
		require_equal(&one, &other, "written as rows it is the same");
		cyt_corpus_unref(again);
	}
}

/* -- snapshots ------------------------------------------------------------------------------ */

/* One file without a name for all of them. */
static int
write_file(const void *bytes, size_t size, char path[32])
{
	static int fd = -1;
	size_t done = 0;
	ssize_t wrote;

	if (fd < 0)
		fd = memfd_create("snapshot", MFD_CLOEXEC);
	FUZZ_REQUIRE(fd >= 0 && ftruncate(fd, 0) == 0);
	while (done < size) {
		wrote = pwrite(fd, (const char *)bytes + done, size - done, (off_t)done);
		FUZZ_REQUIRE(wrote > 0);
		done += (size_t)wrote;
	}
	snprintf(path, 32, "/proc/self/fd/%d", fd);
	return fd;
}

/* In memory if there is a folder for it: this is done often. */
static void
name_file(char *path, size_t size)
{
	const char *folder = getenv("TMPDIR");

	if (!folder)
		folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	snprintf(path, size, "%s/%s-%ld.cyt", folder, fuzz_name, (long)getpid());
}

uint8_t *
again_bytes(const struct cyt_corpus *corpus, size_t *size)
{
	uint8_t *bytes;
	char path[4096];
	FILE *file;

	*size = cyt_corpus_size(corpus);
	bytes = malloc(*size);
	name_file(path, sizeof(path));
	FUZZ_REQUIRE(bytes && cyt_corpus_save(corpus, path) == 0);
	file = fopen(path, "rb");
	FUZZ_REQUIRE(file && fread(bytes, 1, *size, file) == *size && fgetc(file) == EOF);
	fclose(file);
	unlink(path);
	return bytes;
}

/* What is mapped ends with a page; the sanitizer is told where the file does. */
static void
fence(const struct cyt_corpus *corpus, int closed)
{
#ifdef HAS_ASAN
	size_t size = cyt_corpus_size(corpus), page = (size_t)sysconf(_SC_PAGESIZE);
	const char *end = (const char *)corpus_image(corpus) + size;

	if (closed)
		__asan_poison_memory_region(end, (page - size % page) % page);
	else
		__asan_unpoison_memory_region(end, (page - size % page) % page);
#else
	(void)corpus;
	(void)closed;
#endif
}

struct cyt_corpus *
again_open(const void *bytes, size_t size, int mapped, struct cyt_diags *diags)
{
	struct cyt_corpus *corpus = NULL;
	char path[32];
	int err;

	write_file(bytes, size, path);
	err = mapped ? cyt_corpus_open(fuzz_ctx(), path, diags, &corpus)
		     : cyt_corpus_open_copy(fuzz_ctx(), path, diags, &corpus);
	FUZZ_REQUIRE((err == 0) == (corpus != NULL));
	FUZZ_REQUIRE(err == 0 || err == CYT_ERR_FORMAT);
	FUZZ_REQUIRE((err == 0) == (cyt_diags_error_count(diags) == 0));
	if (corpus && mapped)
		fence(corpus, 1);
	return corpus;
}

void
again_close(struct cyt_corpus *corpus, int mapped)
{
	if (corpus && mapped)
		fence(corpus, 0);
	cyt_corpus_unref(corpus);
}

void
again_as_snapshot(struct cyt_corpus *corpus)
{
	struct cyt_corpus *again;
	struct cyt_diags *diags;
	uint8_t *bytes;
	size_t size;
	int mapped;

	FUZZ_REQUIRE(cyt_diags_new(fuzz_ctx(), &diags) == 0);
	bytes = again_bytes(corpus, &size);
	for (mapped = 0; mapped < 2; mapped++) {
		again = again_open(bytes, size, mapped, diags);
		if (!again && cyt_diags_count(diags))
			fprintf(stderr, "%s\n", cyt_diag_text(cyt_diags_at(diags, 0)));
		FUZZ_REQUIRE(again);
		require_same(corpus, again, "a snapshot of it is the same");
		again_close(again, mapped);
	}
	free(bytes);
	cyt_diags_unref(diags);
}

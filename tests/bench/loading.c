/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From files to something that can be asked: libxml2 and the library on the same bytes. */
#include "bench.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#define CHUNK 65536

void
measure_sax(const struct bench *bench, struct sample *sample)
{
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC };
	double start = now();
	size_t i, at, size;
	char *bytes;

	for (i = 0; (bytes = any_read(bench, i, &size)) != NULL; i++) {
		xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);

		if (!parser)
			die("no memory");
		xmlCtxtUseOptions(parser, XML_PARSE_NONET);
		for (at = 0; at < size; at += CHUNK)
			xmlParseChunk(parser, bytes + at,
				      (int)(size - at < CHUNK ? size - at : CHUNK), 0);
		if (xmlParseChunk(parser, NULL, 0, 1) != 0)
			die("a file is not well-formed");
		xmlFreeParserCtxt(parser);
	}
	sample->seconds = now() - start;
}

static void
parse_documents(const struct bench *bench, struct sample *sample, bool keep)
{
	double start = now();
	size_t i, size;
	char *bytes;

	for (i = 0; (bytes = any_read(bench, i, &size)) != NULL; i++) {
		xmlDocPtr document =
			xmlReadMemory(bytes, (int)size, "file", NULL,
				      XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_COMPACT);

		if (!document)
			die("a file is not well-formed");
		if (!keep)
			xmlFreeDoc(document);
	}
	sample->seconds = now() - start;
}

void
measure_dom(const struct bench *bench, struct sample *sample)
{
	parse_documents(bench, sample, false);
}

void
measure_dom_kept(const struct bench *bench, struct sample *sample)
{
	parse_documents(bench, sample, true);
}

void
measure_load(const struct bench *bench, struct sample *sample)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	double start;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	start = now();
	corpus = load(bench, ctx, bench->folder);
	sample->seconds = now() - start;
	sample->value = (double)cyt_corpus_size(corpus);
}

/* What everything else is beside: vocabulary and instruments. */
void
measure_empty(const struct bench *bench, struct sample *sample)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	double start = now();

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	corpus = load(bench, ctx, NULL);
	sample->seconds = now() - start;
	sample->value = (double)cyt_corpus_size(corpus);
}

/* -- text apart ------------------------------------------------------------------------------- */

/* Takes the notes out of a law; what is left of its bytes. */
static size_t
cut_notes(char *bytes, size_t size)
{
	static const char ending[] = "</note>\n";
	char *from = bytes, *to = bytes, *note, *end;

	bytes[size] = '\0';
	while ((note = strstr(from, "  <note ")) != NULL) {
		end = strstr(note, ending);
		if (!end)
			die("a note without end");
		memmove(to, from, (size_t)(note - from));
		to += note - from;
		from = end + strlen(ending);
	}
	memmove(to, from, size - (size_t)(from - bytes));
	to += size - (size_t)(from - bytes);
	return (size_t)(to - bytes);
}

/* The same laws without their notes, and a snapshot of them. */
void
measure_bare(const struct bench *bench, struct sample *sample)
{
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	struct cyt_ctx *ctx;
	double start = now();
	char id[32];
	size_t i, size;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	corpus = load(bench, ctx, NULL);
	if (cyt_loader_new(ctx, &loader) < 0 || cyt_diags_new(ctx, &diags) < 0 ||
	    cyt_loader_add_corpus(loader, corpus) < 0)
		die("no memory");
	cyt_corpus_unref(corpus);
	for (i = 0; i < bench->laws; i++) {
		char *bytes = law_read(bench, i, &size);

		law_id(i, id);
		if (cyt_loader_add_memory(loader, id, bytes, cut_notes(bytes, size)) < 0)
			die("no memory");
	}
	if (cyt_loader_finish(loader, diags, &corpus) < 0)
		die("no corpus without notes");
	sample->seconds = now() - start;
	sample->value = (double)cyt_corpus_size(corpus);
	if (cyt_corpus_save(corpus, bare_path(bench)) < 0)
		die("cannot save");
}

/* -- snapshots -------------------------------------------------------------------------------- */

void
measure_save(const struct bench *bench, struct sample *sample)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	double start;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	corpus = load(bench, ctx, bench->folder);
	start = now();
	if (cyt_corpus_save(corpus, snapshot_path(bench)) < 0)
		die("cannot save");
	sample->seconds = now() - start;
}

static void
time_opening(const char *path, struct sample *sample)
{
	struct cyt_ctx *ctx;
	double start = now();

	opened(path, &ctx);
	sample->seconds = now() - start;
}

void
measure_open(const struct bench *bench, struct sample *sample)
{
	time_opening(snapshot_path(bench), sample);
}

/* What opening leaves for later. */
void
measure_check(const struct bench *bench, struct sample *sample)
{
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus = opened(snapshot_path(bench), &ctx);
	double start = now();

	if (cyt_corpus_check(corpus, NULL, NULL) < 0)
		die("the snapshot is damaged");
	sample->seconds = now() - start;
}

void
measure_open_bare(const struct bench *bench, struct sample *sample)
{
	time_opening(bare_path(bench), sample);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From files to something that can be asked: libxml2 and the library on the same bytes. */
#include "bench.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#define CHUNK 65536

void
measure_sax(const struct bench *bench, struct sample *sample)
{
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC };
	double start = now();
	size_t i, at, size;

	for (i = 0; i < bench->laws; i++) {
		char *bytes = law_read(bench, i, &size);
		xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);

		if (!parser)
			die("no memory");
		xmlCtxtUseOptions(parser, XML_PARSE_NONET);
		for (at = 0; at < size; at += CHUNK)
			xmlParseChunk(parser, bytes + at,
				      (int)(size - at < CHUNK ? size - at : CHUNK), 0);
		if (xmlParseChunk(parser, NULL, 0, 1) != 0)
			die("a law is not well-formed");
		xmlFreeParserCtxt(parser);
	}
	sample->seconds = now() - start;
}

static void
parse_documents(const struct bench *bench, struct sample *sample, bool keep)
{
	double start = now();
	size_t i, size;

	for (i = 0; i < bench->laws; i++) {
		char *bytes = law_read(bench, i, &size);
		xmlDocPtr document =
			xmlReadMemory(bytes, (int)size, "law", NULL,
				      XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_COMPACT);

		if (!document)
			die("a law is not well-formed");
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
	corpus = load(bench, ctx, true);
	sample->seconds = now() - start;
	sample->value = (double)cyt_corpus_size(corpus);
}

void
measure_save(const struct bench *bench, struct sample *sample)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	double start;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	corpus = load(bench, ctx, true);
	start = now();
	if (cyt_corpus_save(corpus, snapshot_path(bench)) < 0)
		die("cannot save");
	sample->seconds = now() - start;
}

void
measure_open(const struct bench *bench, struct sample *sample)
{
	struct cyt_ctx *ctx;
	double start = now();

	opened(bench, &ctx);
	sample->seconds = now() - start;
}

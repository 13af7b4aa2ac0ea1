/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Between exporters and the sink of the caller. */
#include "export/sink.h"

#include <string.h>

#include "base/utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* jansson hands out a token at a time; a sink may cross a language border, so it gets pages. */
struct page {
	cyt_sink sink;
	void *data;
	size_t used;
	bool refused;
	char bytes[4096];
};

static int
page_flush(struct page *page)
{
	if (page->used && page->sink(page->data, page->bytes, page->used))
		page->refused = true;
	page->used = 0;
	return page->refused ? -1 : 0;
}

static int
page_add(const char *text, size_t length, void *data)
{
	struct page *page = data;

	if (page->used + length > sizeof(page->bytes) && page_flush(page) < 0)
		return -1;
	if (length > sizeof(page->bytes)) {
		page->refused = page->sink(page->data, text, length) != 0;
		return page->refused ? -1 : 0;
	}
	memcpy(page->bytes + page->used, text, length);
	page->used += length;
	return 0;
}

int
sink_to_strbuf(void *data, const char *text, size_t length)
{
	struct strbuf *buf = data;

	strbuf_addn(buf, text, length);
	return buf->failed;
}

void
add_repaired(struct strbuf *buf, const char *text)
{
	size_t left = strlen(text), good;

	while (left) {
		good = utf8_check(text, left);
		strbuf_addn(buf, text, good);
		if (good < left) {
			strbuf_add(buf, REPLACEMENT);
			good++;
		}
		text += good;
		left -= good;
	}
}

int
sink_json(const json_t *value, cyt_sink sink, void *data)
{
	struct page page = {.sink = sink, .data = data};
	int err;

	if (!sink)
		return CYT_ERR_INVALID;
	err = json_dump_callback(value, page_add, &page, JSON_INDENT(1));
	if (err == 0)
		err = page_add("\n", 1, &page);
	if (err == 0)
		err = page_flush(&page);
	if (page.refused)
		return CYT_ERR_SINK;
	return err == 0 ? 0 : CYT_ERR_NOMEM;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents as XML, in one layout: whoever wrote a document, what is written of it is the same. */
#include <cybertreaty/export.h>

#include <string.h>

#include "model/corpus.h"
#include "model/layout.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE "urn:cybertreaty:1"

struct output {
	cyt_sink sink;
	void *data;
	struct strbuf line;
	int err;
};

static void
add_escaped(struct strbuf *out, const char *text, bool quoted)
{
	size_t plain;

	for (; *text; text++) {
		plain = strcspn(text, quoted ? "&<>\"" : "&<>");
		strbuf_addn(out, text, plain);
		text += plain;
		if (!*text)
			return;
		strbuf_add(out, *text == '&' ? "&amp;"
				: *text == '<' ? "&lt;"
				: *text == '>' ? "&gt;"
					       : "&quot;");
	}
}

static void
flush(struct output *out)
{
	if (!out->err && out->line.failed)
		out->err = CYT_ERR_NOMEM;
	if (!out->err && out->sink(out->data, strbuf_text(&out->line), out->line.length))
		out->err = CYT_ERR_SINK;
	strbuf_clear(&out->line);
}

static void
indent(struct output *out, unsigned depth)
{
	while (depth-- > 0)
		strbuf_add(&out->line, "  ");
}

static void
write_comment(struct output *out, const char *text, unsigned depth)
{
	indent(out, depth);
	strbuf_printf(&out->line, "<!-- %s -->\n", text);
	flush(out);
}

static bool
is_document(const struct cyt_element *element)
{
	return !cyt_element_parent(element);
}

static void
add_tag(struct output *out, const struct cyt_element *element, bool in_corpus)
{
	struct layout_attribute attributes[ATTRIBUTE_COUNT];
	size_t count = layout_attributes(element, attributes), i;

	strbuf_printf(&out->line, "<%s", cyt_element_name(element));
	if (is_document(element) && !in_corpus)
		strbuf_add(&out->line, " xmlns=\"" NAMESPACE "\"");
	for (i = 0; i < count; i++) {
		strbuf_printf(&out->line, " %s=\"", attribute_name(attributes[i].name));
		add_escaped(&out->line, attributes[i].value, true);
		strbuf_add(&out->line, "\"");
	}
}

static void write_element(struct output *out, const struct cyt_element *element, unsigned depth,
			  bool in_corpus);

/* A blank line sets off what a comment is about, and chapters. */
static bool
wants_space(const struct layout *children, size_t i)
{
	const struct layout_item *item = &children->items[i];

	if (i == 0 || children->items[i - 1].comment)
		return false;
	return item->comment || strcmp(cyt_element_name(item->child), "chapter") == 0;
}

static void
write_children(struct output *out, const struct layout *children, unsigned depth)
{
	const struct layout_item *item;
	size_t i;

	for (i = 0; i < children->count && !out->err; i++) {
		item = &children->items[i];
		if (wants_space(children, i))
			strbuf_add(&out->line, "\n");
		if (item->comment)
			write_comment(out, item->comment, depth);
		else
			write_element(out, item->child, depth, false);
	}
}

static void
write_element(struct output *out, const struct cyt_element *element, unsigned depth, bool in_corpus)
{
	const char *name = cyt_element_name(element), *text = cyt_element_text(element);
	struct layout children;

	if (!layout_children(&children, out->line.hooks, element))
		out->err = CYT_ERR_NOMEM;
	indent(out, depth);
	add_tag(out, element, in_corpus);
	if (children.count) {
		strbuf_add(&out->line, ">\n");
		flush(out);
		write_children(out, &children, depth + 1);
		indent(out, depth);
		strbuf_printf(&out->line, "</%s>\n", name);
	} else if (*text) {
		strbuf_add(&out->line, ">");
		add_escaped(&out->line, text, false);
		strbuf_printf(&out->line, "</%s>\n", name);
	} else {
		strbuf_add(&out->line, "/>\n");
	}
	flush(out);
	layout_release(&children);
}

static void
write_document(struct output *out, const struct cyt_element *document, unsigned depth)
{
	const char *comment;
	uint32_t i;

	for (i = 0; (comment = element_comment_before(document, i)) != NULL; i++)
		write_comment(out, comment, depth);
	write_element(out, document, depth, depth > 0);
}

static void
write_documents(struct output *out, const struct cyt_element *first, const char *what)
{
	const struct cyt_element *document = first;
	bool several = cyt_corpus_document_next(first, what) != NULL;

	strbuf_add(&out->line, DECLARATION);
	if (several)
		strbuf_add(&out->line, "<corpus xmlns=\"" NAMESPACE "\">\n");
	for (; document && !out->err; document = cyt_corpus_document_next(document, what))
		write_document(out, document, several);
	if (several)
		strbuf_add(&out->line, "</corpus>\n");
	flush(out);
}

static bool
init_output(struct output *out, const struct cyt_corpus *corpus, cyt_sink sink, void *data)
{
	*out = (struct output){ .sink = sink, .data = data };
	strbuf_init(&out->line, corpus_hooks(corpus));
	return sink != NULL;
}

int
cyt_export_document_xml(const struct cyt_corpus *corpus, const struct cyt_element *document,
			cyt_sink sink, void *data)
{
	struct output out;

	if (!init_output(&out, corpus, sink, data) || !is_document(document))
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	strbuf_add(&out.line, DECLARATION);
	write_document(&out, document, 0);
	strbuf_release(&out.line);
	return out.err;
}

int
cyt_export_xml(const struct cyt_corpus *corpus, const char *what, cyt_sink sink, void *data)
{
	const struct cyt_element *first = cyt_corpus_document_first(corpus, what);
	struct output out;

	if (!what || !init_output(&out, corpus, sink, data))
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	if (!first)
		return CYT_ERR_NOTFOUND;
	write_documents(&out, first, what);
	strbuf_release(&out.line);
	return out.err;
}

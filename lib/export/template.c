/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An empty law to fill in: what an instrument asks, as comments that become provisions. */
#include <cybertreaty/export.h>

#include <string.h>

#include "base/alloc.h"
#include "export/asked.h"
#include "model/corpus.h"
#include "model/image.h"
#include "query/wording.h"

/* Text of an element or attribute that also stands in a comment, where two hyphens would end it. */
static void
add_escaped(struct strbuf *out, const char *text, size_t length)
{
	const char *end = text + length;

	for (; text < end; text++) {
		if (*text == '&')
			strbuf_add(out, "&amp;");
		else if (*text == '<')
			strbuf_add(out, "&lt;");
		else if (*text == '>')
			strbuf_add(out, "&gt;");
		else if (*text == '"')
			strbuf_add(out, "&quot;");
		else if (text[0] == '-' && text[1] == '-')
			strbuf_add(out, "- ");
		else
			strbuf_addn(out, text, 1);
	}
}

/* The same of all of a text, if there is one. */
static void
add_text(struct strbuf *out, const char *text)
{
	add_escaped(out, text ? text : "", text ? strlen(text) : 0);
}

static void
add_head(struct strbuf *out, const struct cyt_instrument *instrument)
{
	strbuf_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			"<!-- A law to fill in, after what this instrument asks: ");
	add_text(out, cyt_instrument_title(instrument, "en"));
	strbuf_add(out,
		   ".\n     Take the lines with nothing but the ends of a comment away around what "
		   "the law has.\n     The cases are those the instrument asks for. Keep and add "
		   "only what the law itself says: a case\n     that it does not say makes "
		   "the answer too good or too bad, and a facet that is not named is not\n     "
		   "limited. -->\n"
		   "<law xmlns=\"urn:cybertreaty:1\" id=\"xx-new\" jurisdiction=\"XX\" "
		   "status=\"bill\">\n"
		   "  <title xml:lang=\"en\">Title of the law</title>\n"
		   "  <!-- basis: text, once the words of the law are settled and were read -->\n"
		   "  <source basis=\"unverified\"/>\n"
		   "  <!-- Until it is said what the law was read for, what it lacks is not "
		   "assessed. -->\n"
		   "  <!--\n  <assessed concepts=\"*\"/>\n  -->\n");
}

static void
add_article(struct strbuf *out, const struct cyt_article *article)
{
	strbuf_add(out, "\n  <!-- ");
	if (*cyt_article_num(article)) {
		strbuf_add(out, "Article ");
		add_text(out, cyt_article_num(article));
		strbuf_add(out, "  ");
	}
	add_text(out, cyt_article_title(article, "en"));
	strbuf_add(out, " -->\n");
}

/* -- what is asked, in words ----------------------------------------------------------------- */

typedef void asked_words(struct strbuf *out, const struct cyt_demand *rows, size_t count);

/* Lines after the first are set below it. */
static void
add_words(struct strbuf *out, const char *before, asked_words *say, const struct cyt_demand *rows,
	  size_t count)
{
	const char *at, *text;
	struct strbuf words;

	strbuf_init(&words, out->hooks);
	say(&words, rows, count);
	text = words.failed ? NULL : strbuf_text(&words);
	out->failed |= words.failed;
	if (text && *text)
		strbuf_add(out, before);
	for (at = text; at && *at; at += *at == '\n') {
		strbuf_add(out, at > text ? "\n       " : "");
		add_escaped(out, at, strcspn(at, "\n"));
		at += strcspn(at, "\n");
	}
	strbuf_release(&words);
}

static void
say_by(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	(void)count;
	asked_by(out, rows);
}

static void
add_asked(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	add_words(out, "  <!-- By ", say_by, rows, 1);
	add_words(out, ": ", asked_matter, rows, count);
	if (rows->base == NONE) {
		add_words(out, "\n       ", asked_ways, rows, count);
		add_words(out, "\n       What can be said:\n       ", asked_facets, rows, count);
	}
	strbuf_add(out, " -->\n");
}

/* -- what is asked, in cases ----------------------------------------------------------------- */

static void
add_attribute(struct strbuf *out, const char *name, const char *value)
{
	strbuf_printf(out, " %s=\"", name);
	add_text(out, value);
	strbuf_add(out, "\"");
}

/* A law says all of the values of which an instrument wants only some. */
static void
add_case(struct strbuf *out, const struct cyt_element *element)
{
	const char *name, *value;
	size_t i;

	strbuf_add(out, "<case");
	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		add_attribute(out, strcmp(name, "some") == 0 ? "is" : name, value);
	strbuf_add(out, "/>");
}

static void
add_cases(struct strbuf *out, const struct cyt_element *parent, const char *indent)
{
	const struct cyt_element *child, *inner;

	for (child = cyt_element_first(parent); child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "case") == 0) {
			strbuf_add(out, indent);
			add_case(out, child);
			strbuf_add(out, "\n");
		} else if (strcmp(cyt_element_name(child), "box") == 0) {
			strbuf_printf(out, "%s<box>", indent);
			for (inner = cyt_element_first(child); inner;
			     inner = cyt_element_next(inner))
				add_case(out, inner);
			strbuf_add(out, "</box>\n");
		}
	}
}

static void
add_stub(struct strbuf *out, const struct cyt_demand *rows, size_t number)
{
	const struct cyt_element *element = asked_element(rows);
	const char *title = cyt_article_title(cyt_demand_article(rows), "en");

	strbuf_printf(out, "  <!--\n  <provision id=\"sec_%zu\" num=\"s. %zu\">\n", number, number);
	strbuf_add(out, "    <title xml:lang=\"en\">");
	add_text(out, title);
	strbuf_add(out, "</title>\n");
	if (rows->base == NONE) {
		strbuf_add(out, "    <supply");
		add_attribute(out, "concepts", cyt_element_attribute(element, "concepts"));
		strbuf_add(out, ">\n");
	} else {
		strbuf_add(out, "    <extend provisions=\"*\">\n");
	}
	add_cases(out, element, "      ");
	strbuf_add(out, rows->base == NONE ? "    </supply>\n" : "    </extend>\n");
	strbuf_add(out, "  </provision>\n  -->\n");
}

static void
add_articles(struct strbuf *out, const struct cyt_instrument *instrument)
{
	const struct image *image = image_of(instrument);
	const struct cyt_article *article;
	size_t number = 0;
	uint32_t i, row, next, end;

	for (i = 0; i < instrument->articles.count; i++) {
		article = image_article(image, instrument->articles.first + i);
		end = article->rows.first + article->rows.count;
		if (article->rows.count)
			add_article(out, article);
		for (row = article->rows.first; row < end; row = next) {
			next = asked_end(image, row, end);
			add_asked(out, image_row(image, row), next - row);
			add_stub(out, image_row(image, row), ++number);
		}
	}
}

int
cyt_export_law_template(const struct cyt_corpus *corpus, const char *instrument, cyt_sink sink,
			void *data)
{
	const struct cyt_instrument *wanted = cyt_corpus_instrument_find(corpus, instrument);
	struct strbuf out;

	if (!wanted)
		return CYT_ERR_NOTFOUND;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	strbuf_init(&out, corpus_hooks(corpus));
	add_head(&out, wanted);
	add_articles(&out, wanted);
	strbuf_add(&out, "</law>\n");
	return word_send(&out, sink, data);
}

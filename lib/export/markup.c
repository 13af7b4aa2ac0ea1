/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing XML: well-formed whatever the texts hold. */
#include "export/markup.h"

#include <string.h>

#include "base/utf8.h"
#include "export/sink.h"

void
xml_begin(struct xml *xml, const struct cyt_alloc_hooks *hooks)
{
	memset(xml, 0, sizeof(*xml));
	strbuf_init(&xml->out, hooks);
	strbuf_add(&xml->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static void
fail(struct xml *xml, int err)
{
	if (!xml->err)
		xml->err = err;
}

/* Characters that XML has no place for, not even as numbers, become a question mark. */
static bool
is_forbidden(const char *at)
{
	unsigned char byte = (unsigned char)*at;

	if (byte < 0x20)
		return byte != '\t' && byte != '\n' && byte != '\r';
	return strncmp(at, "\xef\xbf\xbe", 3) == 0 || strncmp(at, "\xef\xbf\xbf", 3) == 0;
}

static const char *
escape_of(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
		return "&#9;";
	case '\n':
		return "&#10;";
	case '\r':
		return "&#13;";
	default:
		return NULL;
	}
}

static void
add_escaped(struct strbuf *out, const char *text)
{
	const char *escape;

	for (; *text; text++) {
		escape = escape_of(*text);
		if (escape) {
			strbuf_add(out, escape);
		} else if (is_forbidden(text)) {
			strbuf_add(out, "?");
			text += (unsigned char)*text == 0xef ? 2 : 0;
		} else {
			strbuf_addn(out, text, 1);
		}
	}
}

static void
add_text(struct xml *xml, const char *text)
{
	size_t length = strlen(text);
	struct strbuf sound;

	if (utf8_check(text, length) == length) {
		add_escaped(&xml->out, text);
		return;
	}
	strbuf_init(&sound, xml->out.hooks);
	add_repaired(&sound, text);
	if (sound.failed)
		fail(xml, CYT_ERR_NOMEM);
	else
		add_escaped(&xml->out, strbuf_text(&sound));
	strbuf_release(&sound);
}

static void
add_line(struct xml *xml)
{
	strbuf_add(&xml->out, "\n");
	for (size_t i = 0; i < xml->depth; i++)
		strbuf_add(&xml->out, " ");
}

static void
end_tag(struct xml *xml)
{
	if (xml->in_tag)
		strbuf_add(&xml->out, ">");
	xml->in_tag = false;
}

void
xml_open(struct xml *xml, const char *name)
{
	end_tag(xml);
	if (xml->depth)
		add_line(xml);
	xml->open[xml->depth++] = name;
	strbuf_printf(&xml->out, "<%s", name);
	xml->in_tag = true;
}

void
xml_close(struct xml *xml)
{
	const char *name = xml->open[--xml->depth];

	if (xml->in_tag) {
		strbuf_add(&xml->out, "/>");
	} else {
		add_line(xml);
		strbuf_printf(&xml->out, "</%s>", name);
	}
	xml->in_tag = false;
}

void
xml_attribute(struct xml *xml, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	strbuf_printf(&xml->out, " %s=\"", name);
	add_text(xml, value);
	strbuf_add(&xml->out, "\"");
}

void
xml_date(struct xml *xml, const char *name, cyt_date date)
{
	char text[CYT_DATE_SIZE];

	cyt_date_format(date, text);
	xml_attribute(xml, name, text);
}

void
xml_number(struct xml *xml, const char *name, size_t number)
{
	strbuf_printf(&xml->out, " %s=\"%zu\"", name, number);
}

void
xml_flag(struct xml *xml, const char *name, bool value)
{
	xml_attribute(xml, name, value ? "yes" : NULL);
}

void
xml_list_add(struct strbuf *list, const char *word)
{
	if (list->length)
		strbuf_add(list, " ");
	strbuf_add(list, word);
}

void
xml_list_end(struct xml *xml, const char *name, struct strbuf *list)
{
	xml_said(xml, name, list, 0);
}

/* No line stands between the text and its tags: that would be part of it. */
void
xml_text(struct xml *xml, const char *text)
{
	end_tag(xml);
	add_text(xml, text);
	strbuf_printf(&xml->out, "</%s>", xml->open[--xml->depth]);
}

void
xml_element(struct xml *xml, const char *name, const char *text)
{
	xml_open(xml, name);
	xml_text(xml, text ? text : "");
}

/* The text of the buffer, or NULL and the failure noted. */
static const char *
text_of(struct xml *xml, const struct strbuf *buf, int err)
{
	if (buf->failed)
		err = CYT_ERR_NOMEM;
	if (err < 0)
		fail(xml, err);
	return err < 0 ? NULL : strbuf_text(buf);
}

void
xml_sentence(struct xml *xml, const char *name, struct strbuf *buf, int err)
{
	const char *text = text_of(xml, buf, err);

	if (text && *text)
		xml_element(xml, name, text);
	strbuf_release(buf);
}

void
xml_said(struct xml *xml, const char *name, struct strbuf *buf, int err)
{
	xml_attribute(xml, name, text_of(xml, buf, err));
	strbuf_release(buf);
}

int
xml_finish(struct xml *xml, struct strbuf *out)
{
	strbuf_add(&xml->out, "\n");
	if (xml->out.failed)
		fail(xml, CYT_ERR_NOMEM);
	if (xml->err)
		strbuf_release(&xml->out);
	*out = xml->out;
	return xml->err;
}

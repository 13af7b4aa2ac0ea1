/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Plain XML read without libxml2: the same events as from libxml2, and never more than it accepts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common.h"
#include "base/alloc.h"
#include "xmlio/plain.h"
#include "xmlio/reader.h"

/* Everything that a handler is told, as one text. White space between tags may be left out, and text may
 * come in pieces. */
struct record {
	struct strbuf text, run;
	uint32_t line; /* of the run */
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* A text in several pieces is one run; what is only white space is none. */
static void
flush(struct record *record)
{
	const char *run = strbuf_text(&record->run);
	size_t i;

	for (i = 0; is_space(run[i]); i++)
		;
	if (run[i])
		strbuf_printf(&record->text, "%u: %s\n", record->line, run + i);
	strbuf_clear(&record->run);
	record->line = 0;
}

static int
on_start(void *data, const struct reader_element *element)
{
	struct record *record = data;
	size_t i;

	flush(record);
	strbuf_printf(&record->text, "%u <{%s}%s", element->line, element->uri, element->name);
	for (i = 0; i < element->attribute_count; i++)
		strbuf_printf(&record->text, " {%s}%s=\"%s\"", element->attributes[i].uri,
			      element->attributes[i].name, element->attributes[i].value);
	strbuf_add(&record->text, ">\n");
	return 0;
}

static int
on_text(void *data, const char *text, size_t length, uint32_t line)
{
	struct record *record = data;
	size_t i;

	for (i = 0; i < length && is_space(text[i]); i++)
		;
	if (i < length && !record->line)
		record->line = line;
	strbuf_addn(&record->run, text, length);
	return 0;
}

static int
on_end(void *data)
{
	struct record *record = data;

	flush(record);
	strbuf_add(&record->text, "</>\n");
	return 0;
}

static int
on_comment(void *data, const char *text, size_t length)
{
	struct record *record = data;

	flush(record);
	strbuf_printf(&record->text, "<!--%.*s-->\n", (int)length, text);
	return 0;
}

static const struct reader_handler handler = { on_start, on_text, on_end, on_comment };

struct pages {
	struct reader_tags *tags;
	struct record plain, other;
	size_t read, left; /* documents that were plain, and the others */
};

static int
set_up(void **state)
{
	struct pages *fixture = calloc(1, sizeof(*fixture));

	if (!fixture)
		return -1;
	fixture->tags = reader_tags_new(&alloc_default);
	strbuf_init(&fixture->plain.text, &alloc_default);
	strbuf_init(&fixture->plain.run, &alloc_default);
	strbuf_init(&fixture->other.text, &alloc_default);
	strbuf_init(&fixture->other.run, &alloc_default);
	*state = fixture;
	return fixture->tags ? 0 : -1;
}

static int
tear_down(void **state)
{
	struct pages *fixture = *state;

	reader_tags_free(fixture->tags);
	strbuf_release(&fixture->plain.text);
	strbuf_release(&fixture->plain.run);
	strbuf_release(&fixture->other.text);
	strbuf_release(&fixture->other.run);
	free(fixture);
	return 0;
}

static void
forget(struct record *record)
{
	strbuf_clear(&record->text);
	strbuf_clear(&record->run);
	record->line = 0;
}

/* Whether it is plain. Then libxml2 has to accept it, and say the same. */
static bool
is_plain(struct pages *fixture, const char *bytes, size_t size)
{
	int err = -1, done;

	forget(&fixture->plain);
	forget(&fixture->other);
	done = plain_parse(&alloc_default, fixture->tags, bytes, size, &handler, &fixture->plain,
			   &err);
	assert_in_range(done, 0, 1);
	if (!done) {
		assert_string_equal(strbuf_text(&fixture->plain.text), "");
		fixture->left++;
		return false;
	}
	fixture->read++;
	assert_int_equal(err, 0);
	if (reader_parse(&alloc_default, NULL, "x", bytes, size, &handler, &fixture->other, NULL) < 0)
		fail_msg("libxml2 refuses: %.*s", (int)size, bytes);
	assert_string_equal(strbuf_text(&fixture->plain.text), strbuf_text(&fixture->other.text));
	return true;
}

static const char *const shipped[] = {
	"xml/vocabulary/core.xml",     "xml/instruments/un-cybercrime-2024.xml",
	"xml/instruments/coe-ets185.xml", "xml/laws/mx/mx-cpf.xml",
	"tests/data/mini/vocabulary.xml", "tests/data/mini/laws/xn-penal.xml",
	"tests/data/mini/laws/xn-bill.xml",
};
#define SHIPPED (sizeof(shipped) / sizeof(*shipped))

static char *
read_source(const char *name, size_t *size)
{
	char *path = tree_path(name), *bytes = malloc(1 << 20);
	FILE *file = fopen(path, "rb");

	free(path);
	assert_non_null(file);
	assert_non_null(bytes);
	*size = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	return bytes;
}

static void
reads_what_is_shipped(void **state)
{
	struct pages *fixture = *state;
	size_t i, size, plain = 0;
	char *bytes;

	for (i = 0; i < SHIPPED; i++) {
		bytes = read_source(shipped[i], &size);
		plain += is_plain(fixture, bytes, size);
		free(bytes);
	}
	/* One has a reference. */
	assert_true(plain >= SHIPPED - 1);
}

static uint64_t seed = 20261121;

static size_t
below(size_t end)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (size_t)(seed >> 33) % end;
}

/* One small change: a byte, a piece left out, a piece twice, something from a list. */
static size_t
mutate(char *bytes, size_t size)
{
	static const char *const inserts[] = {
		"<",	"</", "/>", ">",     "\"",	 "'",  "=",	 " ",	     "\n",
		"<!--", "--", "-->", "]]>", "&amp;", "<a", "</a>", "<a b='c'/>", "\t",
		"xml:", "xmlns=\"x\"", "<?x?>", "\xef\xbf\xbe", "\xc3\xa9", "\r", "\x01",
		"<![CDATA[x]]>", " id=\"a\"", "a:", "<!-- - -->", "\x7f", "]]",
	};
	size_t at = below(size), length = 1 + below(12);
	const char *insert = inserts[below(sizeof(inserts) / sizeof(*inserts))];

	if (at + length > size)
		length = size - at;
	switch (below(4)) {
	case 0:
		bytes[at] = (char)(below(4) ? 32 + below(95) : below(256));
		return size;
	case 1:
		memmove(bytes + at, bytes + at + length, size - at - length);
		return size - length;
	case 2:
		memmove(bytes + at + length, bytes + at, size - at);
		return size + length;
	default:
		length = strlen(insert);
		memmove(bytes + at + length, bytes + at, size - at);
		memcpy(bytes + at, insert, length);
		return size + length;
	}
}

static const char small[] =
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a -->\n"
	"<law xmlns=\"urn:cybertreaty:1\" id=\"x\" jurisdiction='XN'>\n"
	" <title xml:lang=\"en\">A  title\n of <!-- two --> lines </title>\n"
	" <provision id=\"p\"\n  num = \"1\"><supply concepts=\"a b\n c\"/>"
	"<note> </note><note/></provision >\n</law>\n<!-- end -->\n";

static void
says_what_libxml2_says_of_changed_files(void **state)
{
	struct pages *fixture = *state;
	size_t round, changes, size, i, rounds = 200000 / stride();
	char bytes[1024];

	assert_true(is_plain(fixture, small, strlen(small)));
	assert_non_null(strstr(strbuf_text(&fixture->plain.text), "<!-- two -->"));
	for (round = 0; round < rounds; round++) {
		size = strlen(small);
		memcpy(bytes, small, size);
		changes = 1 + below(3);
		for (i = 0; i < changes; i++)
			size = mutate(bytes, size);
		is_plain(fixture, bytes, size);
	}
	/* Both happen, or nothing was tried. */
	assert_true(fixture->read > rounds / 10);
	assert_true(fixture->left > rounds / 10);
}

static void
leaves_the_rest_to_libxml2(void **state)
{
	static const char *const others[] = {
		"",
		" <a/>",
		"\xef\xbb\xbf<a/>",
		"<a>&amp;</a>",
		"<a b=\"&lt;\"/>",
		"<a><![CDATA[x]]></a>",
		"<!DOCTYPE a><a/>",
		"<?x?><a/>",
		"<a><?x?></a>",
		"<p:a xmlns:p=\"x\"/>",
		"<a xmlns:p=\"x\"/>",
		"<a><b xmlns=\"x\"/></a>",
		"<a xmlns=\"http://www.w3.org/2000/xmlns/\"/>",
		"<a\r\n/>",
		"<a>]]></a>",
		"<a b=\"1\" b=\"2\"/>",
		"<a b=\"1\"c=\"2\"/>",
		"<a b=1/>",
		"<a b=\"<\"/>",
		"<a></b>",
		"<a>",
		"<a/><b/>",
		"<a/>x",
		"<a><!-- -- --></a>",
		"<\xc3\xa9/>",
		"<a>\xc3</a>",
		"<a>\x1f</a>",
		"<a>\xef\xbf\xbf</a>",
		"<?xml version=\"1.1\"?><a/>",
		"<?xml version=\"1.0\" encoding=\"latin1\"?><a/>",
	};
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (is_plain(*state, others[i], strlen(others[i])))
			fail_msg("plain: %s", others[i]);
}

/* What was remembered of a tag must not carry over to another namespace. */
static void
the_same_tag_in_another_namespace_is_another(void **state)
{
	struct pages *fixture = *state;

	assert_true(is_plain(fixture, "<a xmlns=\"x\"><b/></a>", 21));
	assert_true(is_plain(fixture, "<a xmlns=\"y\"><b/></a>", 21));
	assert_non_null(strstr(strbuf_text(&fixture->plain.text), "<{y}b>"));
	assert_true(is_plain(fixture, "<a><b/></a>", 11));
	assert_non_null(strstr(strbuf_text(&fixture->plain.text), "<{}b>"));
	assert_false(is_plain(fixture, "<a><a xmlns=\"x\"/></a>", 21));
}

static void
keeps_to_the_limits(void **state)
{
	struct strbuf text;
	int i;

	strbuf_init(&text, &alloc_default);
	for (i = 0; i < READER_MAX_DEPTH; i++)
		strbuf_add(&text, "<a>");
	for (i = 0; i < READER_MAX_DEPTH; i++)
		strbuf_add(&text, "</a>");
	assert_true(is_plain(*state, text.text, text.length));
	strbuf_clear(&text);
	for (i = 0; i <= READER_MAX_DEPTH; i++)
		strbuf_add(&text, "<a>");
	for (i = 0; i <= READER_MAX_DEPTH; i++)
		strbuf_add(&text, "</a>");
	assert_false(is_plain(*state, text.text, text.length));
	strbuf_clear(&text);
	strbuf_add(&text, "<a");
	for (i = 0; i <= READER_MAX_ATTRIBUTES; i++)
		strbuf_printf(&text, " b%d=\"\"", i);
	strbuf_add(&text, "/>");
	assert_false(is_plain(*state, text.text, text.length));
	/* Names beyond what libxml2 is allowed to keep. */
	strbuf_clear(&text);
	strbuf_add(&text, "<a>");
	for (i = 0; i < 30000; i++)
		strbuf_printf(&text, "<name-%d/>", i);
	strbuf_add(&text, "</a>");
	assert_false(is_plain(*state, text.text, text.length));
	strbuf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(reads_what_is_shipped, set_up, tear_down),
		cmocka_unit_test_setup_teardown(says_what_libxml2_says_of_changed_files, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(leaves_the_rest_to_libxml2, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_same_tag_in_another_namespace_is_another, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(keeps_to_the_limits, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

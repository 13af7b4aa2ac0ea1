/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The XML reader by itself: events, lines, limits, and what happens when memory ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

#include "xmlio/reader.h"
#include "xmlio/scan.h"

/* -- memory that ends at a chosen allocation, for us and for libxml2 alike -- */

static long budget = -1; /* allocations that still succeed; -1: all */
static int once;         /* only the next one after them fails */
static long taken;       /* allocations so far */
static long alive;       /* blocks not given back */

static int
refuses(void)
{
	taken++;
	if (budget < 0)
		return 0;
	if (budget == 0) {
		budget = once ? -1 : 0;
		return 1;
	}
	budget--;
	return 0;
}

static void *
counted_malloc(size_t size)
{
	void *block = refuses() ? NULL : malloc(size);

	alive += block != NULL;
	return block;
}

static void *
counted_realloc(void *block, size_t size)
{
	void *moved = refuses() ? NULL : realloc(block, size);

	alive += moved && !block;
	return moved;
}

static void
counted_free(void *block)
{
	alive -= block != NULL;
	free(block);
}

static char *
counted_strdup(const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = counted_malloc(size);

	return copy ? memcpy(copy, text, size) : NULL;
}

static void *
counted_resize(void *data, void *block, size_t size)
{
	(void)data;
	if (size > 0)
		return block ? counted_realloc(block, size) : counted_malloc(size);
	counted_free(block);
	return NULL;
}

static const struct cyt_alloc_hooks hooks = { counted_resize, NULL };

/* -- a handler that writes down what it hears -- */

struct record {
	char text[4096];
	size_t length;
	size_t elements;
	int answer; /* of start() */
};

static void
note(struct record *record, const char *format, ...)
{
	size_t room = sizeof(record->text) - record->length;
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(record->text + record->length, room, format, args);
	va_end(args);
	if (length > 0)
		record->length += (size_t)length < room ? (size_t)length : room - 1;
}

static int
on_start(void *data, const struct reader_element *element)
{
	struct record *record = data;
	size_t i;

	record->elements++;
	note(record, "<%s%s%s@%u", element->uri, *element->uri ? " " : "", element->name,
	     element->line);
	for (i = 0; i < element->attribute_count; i++)
		note(record, " %s|%s=%s", element->attributes[i].uri, element->attributes[i].name,
		     element->attributes[i].value);
	note(record, ">");
	return record->answer;
}

static int
on_text(void *data, const char *text, size_t length, uint32_t line)
{
	struct record *record = data;
	size_t i;

	for (i = 0; i < length; i++)
		if (!strchr(" \t\r\n", text[i]))
			break;
	if (i < length)
		note(record, "[%.*s@%u]", (int)(length - i), text + i, line);
	return 0;
}

static int
on_end(void *data)
{
	note(data, "/");
	return 0;
}

static const struct reader_handler handler = { on_start, on_text, on_end, NULL };

static int
parse_bytes(const char *bytes, size_t size, struct record *record, struct cyt_diags **diags)
{
	memset(record, 0, sizeof(*record));
	*diags = diags_create(&hooks);
	assert_non_null(*diags);
	return reader_parse(&hooks, NULL, "test.xml", bytes, size, &handler, record, *diags);
}

static void
expect_events(const char *xml, const char *events)
{
	struct cyt_diags *diags;
	struct record record;

	assert_int_equal(parse_bytes(xml, strlen(xml), &record, &diags), 0);
	assert_int_equal(cyt_diags_count(diags), 0);
	assert_string_equal(record.text, events);
	cyt_diags_unref(diags);
}

static void
expect_refusal(const char *bytes, size_t size, uint32_t number, uint32_t line, const char *words)
{
	const struct cyt_diag *diag;
	struct cyt_diags *diags;
	struct record record;

	assert_int_equal(parse_bytes(bytes, size, &record, &diags), CYT_ERR_DATA);
	assert_int_equal(cyt_diags_count(diags), 1);
	diag = cyt_diags_at(diags, 0);
	assert_int_equal(cyt_diag_number(diag), number);
	assert_int_equal(cyt_diag_line(diag), line);
	assert_string_equal(cyt_diag_file(diag), "test.xml");
	if (!strstr(cyt_diag_text(diag), words))
		fail_msg("\"%s\" is not in \"%s\"", words, cyt_diag_text(diag));
	cyt_diags_unref(diags);
}

static void
refuse(const char *xml, uint32_t number, uint32_t line, const char *words)
{
	expect_refusal(xml, strlen(xml), number, line, words);
}

static char *
repeat(const char *before, const char *piece, size_t count, const char *after, size_t *size)
{
	size_t length = strlen(piece), i;
	char *text, *at;

	*size = strlen(before) + length * count + strlen(after);
	text = malloc(*size + 1);
	assert_non_null(text);
	at = text + sprintf(text, "%s", before);
	for (i = 0; i < count; i++, at += length)
		memcpy(at, piece, length);
	strcpy(at, after);
	return text;
}

/* -- what is read -- */

static void
hands_on_names_values_and_text(void **state)
{
	(void)state;
	expect_events("<a xmlns='urn:x' xmlns:p='urn:p' b='1&amp;&#x41;' p:c='&lt;'>t&gt;</a>",
		      "<urn:x a@1 |b=1&A urn:p|c=<>[t@1][>@1]/");
}

static void
does_not_judge_the_syntax_of_a_namespace(void **state)
{
	(void)state;
	expect_events("<a xmlns='%%'><b xmlns='relative'/></a>",
		      "<%% a@1><relative b@1>//");
}

static void
knows_xml_lang_by_its_namespace(void **state)
{
	(void)state;
	expect_events("<a xml:lang='es'/>", "<a@1 " READER_XML_NAMESPACE "|lang=es>/");
}

static void
folds_line_ends_in_values(void **state)
{
	(void)state;
	expect_events("<a b='1\r\n2\t3'/>", "<a@1 |b=1 2 3>/");
}

static void
reports_the_line_on_which_a_tag_begins(void **state)
{
	(void)state;
	expect_events("<?xml version='1.0'?>\n<a\n  b='1'\n  c='>\n'\n>\n<!-- <no\n tag> --><d\n/>"
		      "<![CDATA[<e>\n</e>]]>\r\n<f/></a>",
		      "<a@2 |b=1 |c=> ><d@8>/[<e>\n</e>@9]<f@11>//");
}

static void
reports_the_line_of_the_first_character_of_a_text(void **state)
{
	(void)state;
	expect_events("<a>\n\n  x\n  y\n<b/>\n<![CDATA[\n z]]></a>",
		      "<a@1>[x\n  y\n@3]<b@5>/[z@7]/");
}

static void
skips_a_byte_order_mark_comments_and_harmless_instructions(void **state)
{
	(void)state;
	expect_events("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\n<?xml-model href='x'?>"
		      "<?xml-stylesheet href='y'?><!-- c -->\n<a/>",
		      "<a@3>/");
}

static void
reads_ampersands_however_they_are_written(void **state)
{
	(void)state;
	expect_events("<a b='x?y&amp;z&#38;&#x26;' c='&amp;#38;&amp;amp;'>&amp;&#38;</a>",
		      "<a@1 |b=x?y&z&& |c=&#38;&amp;>[&@1][&@1]/");
}

static void
reads_characters_of_every_length(void **state)
{
	(void)state;
	expect_events("<a b='\xc3\xa1\xe2\x82\xac\xf0\x9f\x98\x80'/>",
		      "<a@1 |b=\xc3\xa1\xe2\x82\xac\xf0\x9f\x98\x80>/");
}

static void
reads_long_text(void **state)
{
	struct cyt_diags *diags;
	struct record record;
	size_t size;
	char *xml = repeat("<a>", "many words and no markup\n", 20000, "<b/></a>", &size);

	(void)state;
	assert_int_equal(parse_bytes(xml, size, &record, &diags), 0);
	assert_int_equal(record.elements, 2);
	assert_non_null(strstr(record.text, "[many words"));
	free(xml);
	cyt_diags_unref(diags);
}

static void
hands_on_what_the_handler_answers(void **state)
{
	struct record record = { .answer = CYT_ERR_LIMIT };
	const char *xml = "<a><b/><c/></a>";

	(void)state;
	assert_int_equal(reader_parse(&hooks, NULL, "x", xml, strlen(xml), &handler, &record, NULL),
			 CYT_ERR_LIMIT);
	assert_int_equal(record.elements, 1);
}

/* -- what is refused -- */

static void
refuses_what_is_not_utf_8(void **state)
{
	(void)state;
	expect_refusal("", 0, DIAG_EMPTY_FILE, 0, "expected an XML document");
	refuse(" \n", DIAG_EMPTY_FILE, 0, "white space");
	expect_refusal("<a>\n\0</a>", 9, DIAG_NUL_BYTE, 2, "byte 4");
	refuse("<a>\n\xc0\x80</a>", DIAG_BAD_UTF8, 2, "0xc0");
	refuse("<a>\xed\xa0\x80</a>", DIAG_BAD_UTF8, 1, "0xed");
	refuse("<a>\xf4\x90\x80\x80</a>", DIAG_BAD_UTF8, 1, "0xf4");
	expect_refusal("\xff\xfe<\0a\0/\0>\0", 10, DIAG_ENCODING, 1, "UTF-16");
	expect_refusal("\0<\0a\0/\0>", 8, DIAG_ENCODING, 1, "UTF-16");
	refuse("<?xml version='1.0' encoding='UTF-7'?><a/>", DIAG_ENCODING, 1, "\"UTF-7\"");
	refuse("<?xml version='1.0'\n encoding = \"latin1\" ?><a/>", DIAG_ENCODING, 1,
	       "\"latin1\"");
}

static void
refuses_what_is_not_well_formed(void **state)
{
	(void)state;
	refuse("<a>\n<b>\n</a>", DIAG_NOT_WELL_FORMED, 3, "b");
	refuse("<a>\n<b/>", DIAG_NOT_WELL_FORMED, 2, "line 1 is open");
	refuse("<a>\n<b c='", DIAG_NOT_WELL_FORMED, 2, "line 1 is open");
	refuse("<a/>\n<b/>", DIAG_NOT_WELL_FORMED, 2, "end of the file");
	refuse("<a>1 & 2</a>", DIAG_NOT_WELL_FORMED, 1, "&amp;");
	refuse("<a b='1' b='2'/>", DIAG_NOT_WELL_FORMED, 1, "b");
	refuse("<p:a/>", DIAG_NOT_WELL_FORMED, 1, "p");
	refuse("<!-- only -->", DIAG_NOT_WELL_FORMED, 1, "no element");
	refuse("<a>\x01</a>", DIAG_NOT_WELL_FORMED, 1, "does not allow");
}

static void
refuses_declarations_entities_and_instructions(void **state)
{
	(void)state;
	refuse("\n<!DOCTYPE a>\n<a/>", DIAG_DOCTYPE, 2, "expected none");
	refuse("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", DIAG_DOCTYPE, 1, "expected none");
	refuse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", DIAG_DOCTYPE, 1, "expected none");
	refuse("<a>\n&b;</a>", DIAG_ENTITY, 2, "&b;");
	refuse("<a b='&c;'/>", DIAG_ENTITY, 1, "&c;");
	refuse("<a>\n<?b?></a>", DIAG_PROCESSING_INSTRUCTION, 2, "<?b?>");
}

static void
bounds_the_length_of_markup(void **state)
{
	struct cyt_diags *diags;
	struct record record;
	size_t size;
	char *xml;

	(void)state;
	xml = repeat("<a>\n<b c='", "x", SCAN_MAX_MARKUP, "'/></a>", &size);
	expect_refusal(xml, size, DIAG_MARKUP_LENGTH, 2, "65536");
	free(xml);
	xml = repeat("<a>\n\n<!--", "x", SCAN_MAX_MARKUP, "--></a>", &size);
	expect_refusal(xml, size, DIAG_MARKUP_LENGTH, 3, "65536");
	free(xml);
	xml = repeat("<a><![CDATA[", "x", SCAN_MAX_MARKUP, "]]></a>", &size);
	expect_refusal(xml, size, DIAG_MARKUP_LENGTH, 1, "65536");
	free(xml);
	xml = repeat("<a b='", "x", SCAN_MAX_MARKUP - 10, "'/>", &size);
	assert_int_equal(parse_bytes(xml, size, &record, &diags), 0);
	cyt_diags_unref(diags);
	free(xml);
}

static void
bounds_depth(void **state)
{
	struct cyt_diags *diags;
	struct record record;
	char *xml, *close;
	size_t size;

	(void)state;
	close = repeat("", "</a>", READER_MAX_DEPTH, "", &size);
	xml = repeat("", "<a>", READER_MAX_DEPTH, close, &size);
	assert_int_equal(parse_bytes(xml, size, &record, &diags), 0);
	assert_int_equal(record.elements, READER_MAX_DEPTH);
	cyt_diags_unref(diags);
	free(xml);
	xml = repeat("<a>", "\n<a>", READER_MAX_DEPTH, close, &size);
	expect_refusal(xml, size, DIAG_TOO_DEEP, READER_MAX_DEPTH + 1, "64");
	free(xml);
	free(close);
}

static void
bounds_elements(void **state)
{
	struct cyt_diags *diags;
	struct record record;
	size_t size;
	char *xml;

	(void)state;
	xml = repeat("<a>", "<b/>", SCAN_MAX_ELEMENTS - 1, "</a>", &size);
	assert_int_equal(parse_bytes(xml, size, &record, &diags), 0);
	assert_int_equal(record.elements, SCAN_MAX_ELEMENTS);
	cyt_diags_unref(diags);
	free(xml);
	xml = repeat("<a>", "<b/>", SCAN_MAX_ELEMENTS, "</a>", &size);
	expect_refusal(xml, size, DIAG_TOO_MANY_ELEMENTS, 1, "1000000");
	free(xml);
}

static void
bounds_attributes_and_namespaces(void **state)
{
	char xml[4096];
	int at, i;

	(void)state;
	at = sprintf(xml, "<a>\n<b");
	for (i = 0; i <= READER_MAX_ATTRIBUTES; i++)
		at += sprintf(xml + at, " a%d=''", i);
	strcpy(xml + at, "/></a>");
	refuse(xml, DIAG_TOO_MANY_ATTRIBUTES, 2, "65 attributes");
	at = sprintf(xml, "<b");
	for (i = 0; i <= READER_MAX_NAMESPACES; i++)
		at += sprintf(xml + at, " xmlns:a%d='urn:%d'", i, i);
	strcpy(xml + at, "/>");
	refuse(xml, DIAG_TOO_MANY_ATTRIBUTES, 1, "17 namespaces");
}

static void
bounds_distinct_names(void **state)
{
	size_t count = 200000, i, at;
	char *xml = malloc(count * 16 + 16);

	(void)state;
	assert_non_null(xml);
	at = (size_t)sprintf(xml, "<a>");
	for (i = 0; i < count; i++)
		at += (size_t)sprintf(xml + at, "<n%zu/>\n", i);
	at += (size_t)sprintf(xml + at, "</a>");
	{
		struct cyt_diags *diags;
		struct record record;

		assert_int_equal(parse_bytes(xml, at, &record, &diags), CYT_ERR_DATA);
		assert_int_equal(cyt_diags_count(diags), 1);
		assert_int_equal(cyt_diag_number(cyt_diags_at(diags, 0)), DIAG_TOO_MANY_NAMES);
		cyt_diags_unref(diags);
	}
	free(xml);
}

/* -- what does not happen -- */

static int heard; /* messages that reached the handler of the host */

static void
host_error(void *data, const char *format, ...)
{
	(void)data;
	(void)format;
	heard++;
}

static void
says_nothing_to_the_host(void **state)
{
	xmlGenericErrorFunc before = xmlGenericError;
	void *context = xmlGenericErrorContext;

	(void)state;
	heard = 0;
	xmlSetGenericErrorFunc(NULL, host_error);
	assert_null(xmlStructuredError);
	refuse("<a>\n<b>\n</a>", DIAG_NOT_WELL_FORMED, 3, "b");
	refuse("<p:a/>", DIAG_NOT_WELL_FORMED, 1, "p");
	refuse("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/'><a/>", DIAG_DOCTYPE, 1, "none");
	assert_ptr_equal(xmlGenericError, host_error);
	assert_null(xmlStructuredError);
	xmlSetGenericErrorFunc(context, before);
	assert_int_equal(heard, 0);
}

static void
leaves_settings_of_the_host_without_effect(void **state)
{
	int entities = xmlSubstituteEntitiesDefault(1), blanks = xmlKeepBlanksDefault(0);

	(void)state;
	expect_events("<a> <b/> x </a>", "<a@1><b@1>/[x @1]/");
	refuse("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", DIAG_DOCTYPE, 1,
	       "none");
	xmlSubstituteEntitiesDefault(entities);
	xmlKeepBlanksDefault(blanks);
}

/* -- when memory ends -- */

static const char *const oom_documents[] = {
	"<a xmlns='urn:x'><b c='1&amp;2' d='3'>text &lt; <!-- c --><e/></b><?xml-model x?></a>",
	"<a><b></a>",
	"<a b='1' b='2'/>",
	"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
	"<a>&b;</a>",
	"<a>\xff</a>",
};

/* Parses with `allow` allocations; checks that nothing is left; hands the outcome on. */
static int
parse_within(const char *xml, long allow, struct record *record, uint32_t *number)
{
	struct cyt_diags *diags;
	long before;
	int err;

	xmlResetLastError(); /* libxml2 keeps one per thread */
	before = alive;
	memset(record, 0, sizeof(*record));
	*number = 0;
	diags = diags_create(&alloc_default);
	assert_non_null(diags);
	budget = allow;
	err = reader_parse(&hooks, NULL, "x", xml, strlen(xml), &handler, record, diags);
	budget = -1;
	xmlResetLastError();
	if (cyt_diags_count(diags) > 0)
		*number = cyt_diag_number(cyt_diags_at(diags, 0));
	cyt_diags_unref(diags);
	assert_int_equal(alive, before);
	return err;
}

static void
fail_every_allocation(const char *xml)
{
	struct record whole, record;
	uint32_t expected, number;
	long n, need;
	int err, good;

	taken = 0;
	good = parse_within(xml, -1, &whole, &expected);
	need = taken;
	for (n = 0; n < need; n++) {
		err = parse_within(xml, n, &record, &number);
		if (err == CYT_ERR_NOMEM)
			continue;
		/* libxml2 can do without some blocks; then nothing may differ. */
		assert_int_equal(err, good);
		assert_int_equal(number, expected);
		assert_string_equal(record.text, whole.text);
	}
	assert_int_equal(parse_within(xml, -1, &record, &number), good);
}

static void
tells_a_lack_of_memory_from_a_fault_of_the_file(void **state)
{
	size_t i;

	(void)state;
	heard = 0;
	xmlSetGenericErrorFunc(NULL, host_error);
	for (once = 0; once < 2; once++)
		for (i = 0; i < sizeof(oom_documents) / sizeof(*oom_documents); i++)
			fail_every_allocation(oom_documents[i]);
	once = 0;
	xmlSetGenericErrorFunc(NULL, NULL);
	assert_int_equal(heard, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hands_on_names_values_and_text),
		cmocka_unit_test(does_not_judge_the_syntax_of_a_namespace),
		cmocka_unit_test(knows_xml_lang_by_its_namespace),
		cmocka_unit_test(folds_line_ends_in_values),
		cmocka_unit_test(reports_the_line_on_which_a_tag_begins),
		cmocka_unit_test(reports_the_line_of_the_first_character_of_a_text),
		cmocka_unit_test(skips_a_byte_order_mark_comments_and_harmless_instructions),
		cmocka_unit_test(reads_ampersands_however_they_are_written),
		cmocka_unit_test(reads_characters_of_every_length),
		cmocka_unit_test(reads_long_text),
		cmocka_unit_test(hands_on_what_the_handler_answers),
		cmocka_unit_test(refuses_what_is_not_utf_8),
		cmocka_unit_test(refuses_what_is_not_well_formed),
		cmocka_unit_test(refuses_declarations_entities_and_instructions),
		cmocka_unit_test(bounds_the_length_of_markup),
		cmocka_unit_test(bounds_depth),
		cmocka_unit_test(bounds_elements),
		cmocka_unit_test(bounds_attributes_and_namespaces),
		cmocka_unit_test(bounds_distinct_names),
		cmocka_unit_test(says_nothing_to_the_host),
		cmocka_unit_test(leaves_settings_of_the_host_without_effect),
		cmocka_unit_test(tells_a_lack_of_memory_from_a_fault_of_the_file),
	};

	/* Before libxml2 allocates anything. */
	if (xmlMemSetup(counted_free, counted_malloc, counted_realloc, counted_strdup) != 0)
		return 1;
	reader_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

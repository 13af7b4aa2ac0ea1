/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Stylesheets: what they may not do, how their faults are told, and the page in another language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diag.h"
#include "common.h"
#include "xmlio/transform.h"

#define XSL "xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\""
#define SHEET(body) "<xsl:stylesheet " XSL ">" body "</xsl:stylesheet>"
#define ROOT(body) SHEET("<xsl:template match=\"/\">" body "</xsl:template>")

static char folder[] = "transform-XXXXXX";

static const char *
path_of(const char *name)
{
	static char path[200];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void
write_file(const char *name, const char *text)
{
	FILE *file = fopen(path_of(name), "w");

	assert_non_null(file);
	assert_int_equal(fputs(text, file) < 0, 0);
	assert_int_equal(fclose(file), 0);
}

/* What the stylesheet in a file makes of a document; the number of its first fault. */
static int
run(const struct cyt_alloc_hooks *hooks, const char *path, const char *document, struct text *out,
    uint32_t *fault)
{
	struct cyt_diags *diags = diags_create(&alloc_default);
	int err;

	assert_non_null(diags);
	err = transform(hooks, path, document, strlen(document), diags, text_sink, out);
	*fault = cyt_diags_count(diags) ? cyt_diag_number(cyt_diags_at(diags, 0)) : 0;
	cyt_diags_unref(diags);
	return err;
}

static void
assert_refused(const char *sheet, enum diag_number number)
{
	struct text out = {NULL, 0, 0};
	uint32_t fault;

	write_file("sheet.xsl", sheet);
	assert_int_equal(run(&alloc_default, path_of("sheet.xsl"), "<r/>", &out, &fault),
			 CYT_ERR_DATA);
	assert_int_equal(fault, number);
	assert_int_equal(out.length, 0);
	free(out.bytes);
}

static void
assert_makes(const char *sheet, const char *expected)
{
	struct text out = {NULL, 0, 0};
	uint32_t fault;

	write_file("sheet.xsl", sheet);
	assert_int_equal(run(&alloc_default, path_of("sheet.xsl"), "<r a=\"1\"/>", &out, &fault), 0);
	assert_int_equal(fault, 0);
	assert_int_equal(out.length, strlen(expected));
	assert_memory_equal(out.bytes, expected, out.length);
	free(out.bytes);
}

static void
a_stylesheet_makes_text_of_a_document(void **state)
{
	(void)state;
	assert_makes(SHEET("<xsl:output method=\"text\"/>"
			   "<xsl:template match=\"/r\">got <xsl:value-of select=\"@a\"/></xsl:template>"),
		     "got 1");
}

static void
one_beside_it_may_be_included(void **state)
{
	(void)state;
	write_file("other.xsl",
		   "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\" "
		   "xmlns:q=\"urn:q\"><x:template name=\"t\">from beside"
		   "<x:if test=\"q:none\">!</x:if></x:template></x:stylesheet>");
	assert_makes(SHEET("<xsl:output method=\"text\"/><xsl:include href=\"other.xsl\"/>"
			   "<xsl:template match=\"/\"><xsl:call-template name=\"t\"/></xsl:template>"),
		     "from beside");
}

static void
nothing_else_is_included(void **state)
{
	(void)state;
	assert_refused(SHEET("<xsl:include href=\"/etc/passwd\"/>"), DIAG_BAD_STYLESHEET);
	assert_refused(SHEET("<xsl:include href=\"../other.xsl\"/>"), DIAG_BAD_STYLESHEET);
	assert_refused(SHEET("<xsl:include href=\"http://127.0.0.1:9/other.xsl\"/>"),
		       DIAG_BAD_STYLESHEET);
	assert_refused(SHEET("<xsl:include/>"), DIAG_BAD_STYLESHEET);
	assert_refused(SHEET("<xsl:import href=\"other.xsl\"/>"), DIAG_BAD_STYLESHEET);
	assert_refused(SHEET("<xsl:include href=\"absent.xsl\"/>"), DIAG_UNREADABLE);
	write_file("nested.xsl", SHEET("<xsl:include href=\"other.xsl\"/>"));
	assert_refused(SHEET("<xsl:include href=\"nested.xsl\"/>"), DIAG_BAD_STYLESHEET);
	write_file("plain.xsl", "<plain/>");
	assert_refused(SHEET("<xsl:include href=\"plain.xsl\"/>"), DIAG_BAD_STYLESHEET);
}

static void
no_document_is_read(void **state)
{
	(void)state;
	assert_refused(ROOT("<xsl:copy-of select=\"document('/etc/passwd')\"/>"),
		       DIAG_STYLESHEET_FAILED);
	assert_refused(ROOT("<xsl:copy-of select=\"document('http://127.0.0.1:9/x')\"/>"),
		       DIAG_STYLESHEET_FAILED);
}

static void
no_file_is_written(void **state)
{
	char sheet[600];

	(void)state;
	snprintf(sheet, sizeof(sheet),
		 "<xsl:stylesheet " XSL " xmlns:e=\"http://exslt.org/common\" "
		 "extension-element-prefixes=\"e\"><xsl:template match=\"/\">"
		 "<e:document href=\"%s/written\">x</e:document></xsl:template></xsl:stylesheet>",
		 folder);
	write_file("sheet.xsl", sheet);
	struct text out = {NULL, 0, 0};
	uint32_t fault;

	run(&alloc_default, path_of("sheet.xsl"), "<r/>", &out, &fault);
	assert_int_equal(access(path_of("written"), F_OK), -1);
	free(out.bytes);
	assert_refused("<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" "
		       "version=\"1.1\"><xsl:template match=\"/\"><xsl:document href=\"x\">y"
		       "</xsl:document></xsl:template></xsl:stylesheet>",
		       DIAG_STYLESHEET_FAILED);
}

static void
entities_are_not_read(void **state)
{
	(void)state;
	assert_refused("<!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/passwd\">]>" ROOT("&e;"),
		       DIAG_DOCTYPE);
}

static void
faults_are_told_and_not_printed(void **state)
{
	(void)state;
	assert_refused("<html/>", DIAG_BAD_STYLESHEET);
	assert_refused("<open>", DIAG_NOT_WELL_FORMED);
	assert_refused(ROOT("<xsl:value-of select=\"1 +\"/>"), DIAG_BAD_STYLESHEET);
	assert_refused(ROOT("<xsl:call-template name=\"absent\"/>"), DIAG_STYLESHEET_FAILED);
	assert_refused(ROOT("<xsl:message terminate=\"yes\">no</xsl:message>"),
		       DIAG_STYLESHEET_FAILED);
}

static void
what_does_not_end_is_ended(void **state)
{
	(void)state;
	assert_refused(SHEET("<xsl:template match=\"/\" name=\"t\"><xsl:call-template name=\"t\"/>"
			     "</xsl:template>"),
		       DIAG_STYLESHEET_FAILED);
}

/* -- memory -------------------------------------------------------------------------------- */

struct failing {
	long left;
};

static void *
resize(void *data, void *block, size_t size)
{
	struct failing *failing = data;

	if (size == 0) {
		free(block);
		return NULL;
	}
	if (failing->left == 0)
		return NULL;
	failing->left--;
	return realloc(block, size);
}

static void
our_memory_may_end_anywhere(void **state)
{
	struct failing failing = {0};
	struct cyt_alloc_hooks hooks = {resize, &failing};
	struct text out = {NULL, 0, 0};
	int err = CYT_ERR_NOMEM;
	uint32_t fault;
	long n;

	(void)state;
	write_file("other.xsl", SHEET("<xsl:output method=\"text\"/>"));
	write_file("sheet.xsl", SHEET("<xsl:include href=\"other.xsl\"/>"
				      "<xsl:template match=\"/\">done</xsl:template>"));
	for (n = 0; err == CYT_ERR_NOMEM && n < 10000; n++) {
		assert_int_equal(out.length, 0);
		failing.left = n;
		err = run(&hooks, path_of("sheet.xsl"), "<r/>", &out, &fault);
	}
	assert_int_equal(err, 0);
	assert_true(n > 3);
	assert_int_equal(out.length, 4);
	free(out.bytes);
}

/* -- the page ------------------------------------------------------------------------------ */

static void
assert_has(const struct text *text, const char *part)
{
	char *copy = strndup(text->bytes, text->length);

	assert_non_null(copy);
	if (!strstr(copy, part))
		fail_msg("'%s' is not on the page", part);
	free(copy);
}

/* A report in another language has headings of that language and marks what is in none. */
static void
a_page_speaks_the_language_of_its_report(void **state)
{
	static const char document[] =
		"<report xmlns=\"urn:cybertreaty:report:1\" question=\"report\" xml:lang=\"%s\" "
		"as-at=\"2026-03-31\" version=\"0\"><data digest=\"sha256:0\"/>"
		"<subject id=\"XN\" kind=\"jurisdiction\"><title xml:lang=\"en\">Norland</title>"
		"</subject><instrument id=\"i\" kind=\"instrument\"><title xml:lang=\"en\">Treaty"
		"</title><title xml:lang=\"es\">Tratado</title></instrument></report>";
	static const struct {
		const char *lang, *root, *heading, *title;
	} cases[] = {
		{"en", "<html lang=\"en\">", "What to legislate", "Treaty"},
		{"es", "<html lang=\"es\">", "Qué legislar", "Tratado"},
		{"es-MX", "<html lang=\"es\">", "Qué legislar", "<span lang=\"en\">Norland</span>"},
		{"fr", "<html lang=\"en\">", "What to legislate", "Treaty"},
	};
	char *sheet = tree_path("xml/report/report.xsl");
	char filled[1000];
	struct text out;
	uint32_t fault;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		memset(&out, 0, sizeof(out));
		snprintf(filled, sizeof(filled), document, cases[i].lang);
		assert_int_equal(run(&alloc_default, sheet, filled, &out, &fault), 0);
		assert_has(&out, cases[i].root);
		assert_has(&out, cases[i].heading);
		assert_has(&out, cases[i].title);
		free(out.bytes);
	}
	free(sheet);
}

/* What the corpus calls a link is one only if a browser would fetch it. */
static void
a_link_is_http_or_text(void **state)
{
	static const char document[] =
		"<report xmlns=\"urn:cybertreaty:report:1\" question=\"matrix\" xml:lang=\"en\" "
		"as-at=\"2026-03-31\" version=\"0\"><data digest=\"sha256:0\"/>"
		"<instrument id=\"i\" kind=\"instrument\"><title>&lt;script&gt;x</title>"
		"<source basis=\"text\" href=\"javascript:alert(1)\"/>"
		"<source basis=\"text\" href=\"https://law.example/a\"/></instrument></report>";
	char *sheet = tree_path("xml/report/report.xsl"), *page;
	struct text out = {NULL, 0, 0};
	uint32_t fault;

	(void)state;
	assert_int_equal(run(&alloc_default, sheet, document, &out, &fault), 0);
	assert_has(&out, "<a href=\"https://law.example/a\"");
	assert_has(&out, "&lt;script&gt;x");
	page = strndup(out.bytes, out.length);
	assert_null(strstr(page, "href=\"javascript:"));
	assert_null(strstr(page, "<script"));
	free(page);
	free(out.bytes);
	free(sheet);
}

static int
open_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	static const char *const names[] = {"sheet.xsl", "other.xsl", "nested.xsl", "plain.xsl"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		unlink(path_of(names[i]));
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stylesheet_makes_text_of_a_document),
		cmocka_unit_test(one_beside_it_may_be_included),
		cmocka_unit_test(nothing_else_is_included),
		cmocka_unit_test(no_document_is_read),
		cmocka_unit_test(no_file_is_written),
		cmocka_unit_test(entities_are_not_read),
		cmocka_unit_test(faults_are_told_and_not_printed),
		cmocka_unit_test(what_does_not_end_is_ended),
		cmocka_unit_test(our_memory_may_end_anywhere),
		cmocka_unit_test(a_page_speaks_the_language_of_its_report),
		cmocka_unit_test(a_link_is_http_or_text),
	};

	return cmocka_run_group_tests_name("transform", tests, open_folder, remove_folder);
}

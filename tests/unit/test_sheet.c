/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents as XML and as rows of a table, and back; tables that are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "common.h"
#include "sheet/column.h"
#include "sheet/csv.h"

static const char *const mini_names[] = { "tests/data/mini", NULL };
static const char *const vocabulary_names[] = { "tests/data/worked/vocabulary.xml", NULL };
static const char *const powers_names[] = { "tests/data/powers.xml", NULL };

/* What a spreadsheet, or a reader that is in a hurry, could lose. */
static const char odd[] =
	"<!-- before --><law xmlns='urn:cybertreaty:1' from='2024-05' jurisdiction='XX' id='xx'>"
	"<!-- first --><note xml:lang='en'>-minus</note><title xml:lang='en'>=SUM(A1)</title>"
	"<title xml:lang='es'>'=x</title><title xml:lang='en'>second</title><title>''x</title>"
	"<note xml:lang='en'>\\back \"quotes\"; and, commas &lt;&amp;&gt;</note>"
	"<note xml:lang='es'/><note xml:lang='fr'>@</note><!-- between --><note>late</note>"
	"<source consulted='2020' basis='text'/><source basis='secondary'>an account</source>"
	"<assessed concepts='*' except='system.access'><note>x</note></assessed>"
	"<unstated facet='authority' is='without-right'/>"
	"<provision num='3.10' id='a1'><title>1/3</title>"
	"<aggravation factor-max='1.50' factor-min='1/3'><note>TRUE</note></aggravation>"
	"<penalty fine-max='100000000000' fine-min='007'/>"
	"<penalty><case facet='fault' is='intent'/></penalty>"
	"<penalty/><penalty prison-max='P1Y'><note xml:lang='en'>x</note></penalty>"
	"<prosecution on='complaint'/><provision id='inner'/></provision>"
	"<provision id='a2' num='+5'><penalty prison-max='P1Y'/><penalty prison-min='P2M'/>"
	"<penalty fine-max='5'><note xml:lang='es'>y</note></penalty>"
	"<supply concepts='system.access'><note>n</note><condition>only <!-- in --> so</condition>"
	"<case facet='fault' not='negligence'/><case facet='authority' is='without-right'/>"
	"<except><case facet='security' is='unprotected'/></except>"
	"<except><box><case facet='security' is='protected'/></box>"
	"<box><case facet='purpose' is='none'/></box></except><source basis='text'/></supply>"
	"<penalty prison-max='P3Y'/><!-- apart --><penalty prison-max='P4Y'/>"
	"<supply concepts='system.access'><box><case facet='security' is='protected'/></box>"
	"<!-- in a supply --><box><case facet='purpose' is='none'/></box></supply>"
	"<extend provisions='*' id='e'><case facet='mode' is='attempt'/></extend><!-- last --></provision>"
	"<except provisions='a2'><case facet='fault' is='negligence'/></except>"
	"</law><!-- behind -->";

static const char odd_xml[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!-- before -->\n"
	"<law xmlns=\"urn:cybertreaty:1\" id=\"xx\" jurisdiction=\"XX\" from=\"2024-05\">\n"
	"  <title xml:lang=\"en\">=SUM(A1)</title>\n"
	"  <title xml:lang=\"es\">'=x</title>\n"
	"  <title xml:lang=\"en\">second</title>\n"
	"  <title>''x</title>\n"
	"  <source basis=\"text\" consulted=\"2020\"/>\n"
	"  <source basis=\"secondary\">an account</source>\n"
	"\n"
	"  <!-- first -->\n"
	"  <note xml:lang=\"en\">-minus</note>\n"
	"  <note xml:lang=\"en\">\\back \"quotes\"; and, commas &lt;&amp;&gt;</note>\n"
	"  <note xml:lang=\"es\"/>\n"
	"  <note xml:lang=\"fr\">@</note>\n"
	"\n"
	"  <!-- between -->\n"
	"  <note>late</note>\n"
	"  <assessed concepts=\"*\" except=\"system.access\">\n";

static struct cyt_ctx *ctx;

static int
set_up(void **state)
{
	(void)state;
	return cyt_ctx_new(&ctx) == 0 ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	cyt_ctx_unref(ctx);
	return 0;
}

/* -- helpers ---------------------------------------------------------------------------------- */

static void
expect_same(const struct text *one, const struct text *other, const char *what)
{
	if (one->length != other->length || memcmp(one->bytes, other->bytes, one->length) != 0)
		fail_msg("%s: not the same bytes:\n%s\n%s", what, one->bytes, other->bytes);
}

static struct text
xml_of(const struct cyt_corpus *corpus, const char *what)
{
	struct text text = { NULL, 0, 0 };

	assert_int_equal(cyt_export_xml(corpus, what, text_sink, &text), 0);
	text_sink(&text, "", 1);
	return text;
}

static struct text
csv_of(const struct cyt_corpus *corpus, const char *what)
{
	struct text text = { NULL, 0, 0 };

	assert_int_equal(cyt_export_documents_csv(corpus, what, text_sink, &text), 0);
	text_sink(&text, "", 1);
	return text;
}

static int
read_table(struct cyt_corpus *base, const char *bytes, size_t size, struct cyt_diags *diags,
	   struct cyt_corpus **out)
{
	struct cyt_loader *loader;
	int err;

	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_corpus(loader, base), 0);
	assert_int_equal(cyt_loader_add_csv_memory(loader, "table.csv", bytes, size), 0);
	err = cyt_loader_finish(loader, diags, out);
	cyt_loader_free(loader);
	return err;
}

static struct cyt_corpus *
corpus_with(struct cyt_corpus *base, const char *csv)
{
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	size_t i;

	assert_int_equal(cyt_diags_new(ctx, &diags), 0);
	read_table(base, csv, strlen(csv), diags, &corpus);
	for (i = 0; !corpus && i < cyt_diags_count(diags); i++)
		print_error("%u: %s\n", cyt_diag_line(cyt_diags_at(diags, i)),
			    cyt_diag_text(cyt_diags_at(diags, i)));
	assert_non_null(corpus);
	cyt_diags_unref(diags);
	return corpus;
}

/* XML -> rows -> XML, and rows again. */
static void
expect_round_trip(struct cyt_corpus *corpus, const char *what)
{
	struct text xml = xml_of(corpus, what), csv = csv_of(corpus, what), xml_again, csv_again;
	struct cyt_corpus *back = corpus_with(corpus, csv.bytes);

	xml_again = xml_of(back, "table.csv");
	expect_same(&xml, &xml_again, what);
	csv_again = csv_of(back, "table.csv");
	expect_same(&csv, &csv_again, what);
	cyt_corpus_unref(back);
	free(xml.bytes);
	free(csv.bytes);
	free(xml_again.bytes);
	free(csv_again.bytes);
}

static size_t
expect_round_trips(struct cyt_corpus *corpus)
{
	const struct cyt_element *document = cyt_corpus_document_first(corpus, NULL);
	size_t count = 0;

	for (; document; document = cyt_corpus_document_next(document, NULL)) {
		if (strcmp(cyt_element_name(document), "vocabulary") == 0)
			continue;
		expect_round_trip(corpus, cyt_element_attribute(document, "id"));
		count++;
	}
	return count;
}

static struct cyt_corpus *
odd_corpus(void)
{
	struct cyt_corpus *base = corpus_of(ctx, vocabulary_names), *corpus;
	struct cyt_loader *loader;

	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "odd.xml", odd, strlen(odd)), 0);
	assert_int_equal(cyt_corpus_overlay(base, loader, NULL, &corpus), 0);
	cyt_loader_free(loader);
	cyt_corpus_unref(base);
	return corpus;
}

/* -- CSV as such ------------------------------------------------------------------------------ */

static void
cells_come_back_as_they_were(void **state)
{
	static const char *const texts[] = { "",     "plain", "a,b",	"\"", "\"\"", "two\nlines",
					     "\n",   "=1+1",  "'=1+1",	"'",  "''",   "'plain",
					     "@x",   "-",     "+5",	"3.10", "1/3",	"007",
					     "'3.10", "2026-11-21", "12%", "14", "ñ",	"a;b" };
	struct strbuf out;
	struct csv csv;
	size_t i, count = sizeof(texts) / sizeof(*texts);

	(void)state;
	for (int as_text = 0; as_text < 2; as_text++) {
		strbuf_init(&out, &alloc_default);
		csv_add(&out, "first", true, false);
		csv_end(&out);
		for (i = 0; i < count; i++)
			csv_add(&out, texts[i], i == 0, as_text);
		csv_end(&out);
		assert_int_equal(csv_read(&csv, &alloc_default, "x", strbuf_text(&out), out.length,
					  NULL),
				 0);
		assert_int_equal(csv.row_count, 2);
		assert_int_equal(csv.rows[1].count, count);
		assert_int_equal(csv.rows[1].line, 2);
		for (i = 0; i < count; i++)
			assert_string_equal(csv.cells[csv.rows[1].first + i], texts[i]);
		csv_release(&csv);
		strbuf_release(&out);
	}
}

static void
expect_cell(const char *text, bool as_text, const char *expected)
{
	struct strbuf out;

	strbuf_init(&out, &alloc_default);
	csv_add(&out, text, true, as_text);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_release(&out);
}

static void
what_a_spreadsheet_would_change_is_guarded(void **state)
{
	(void)state;
	expect_cell("=1+1", false, "'=1+1");
	expect_cell("\tx", false, "'\tx");
	expect_cell("3.10", false, "3.10");
	expect_cell("3.10", true, "'3.10");
	expect_cell("2026-11-21", true, "'2026-11-21");
	expect_cell("12345678901", true, "'12345678901");
	expect_cell("1234567890", true, "1234567890");
	expect_cell("0", true, "0");
	expect_cell("211 bis", true, "211 bis");
	expect_cell("P3Y", true, "P3Y");
}

static void
any_end_of_line_and_separator_will_do(void **state)
{
	static const char *const tables[] = {
		"row,id,jurisdiction,title\nlaw,xx,XX,\"a, b\nc\"\n",
		"row,id,jurisdiction,title\r\nlaw,xx,XX,\"a, b\r\nc\"\r\n",
		"row,id,jurisdiction,title\rlaw,xx,XX,\"a, b\rc\"",
		"\xef\xbb\xbfrow;id;jurisdiction;title\nlaw;xx;XX;\"a, b\nc\"\n",
		"\"row\"\tid\tjurisdiction\ttitle\t\n\n\t\t\nlaw\txx\tXX\ta, b\\nc\t\n",
	};
	struct cyt_corpus *base = corpus_of(ctx, vocabulary_names), *corpus;
	struct text xml;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		corpus = corpus_with(base, tables[i]);
		xml = xml_of(corpus, "xx");
		assert_non_null(strstr(xml.bytes, i < 4 ? "<title>a, b</title>\n  <title>c</title>"
							: "<title>a, b\\nc</title>"));
		free(xml.bytes);
		cyt_corpus_unref(corpus);
	}
	cyt_corpus_unref(base);
}

/* -- columns and cases ------------------------------------------------------------------------ */

static void
every_name_of_a_column_is_understood(void **state)
{
	struct column column;
	struct strbuf name;
	const char *fixed;
	char text[64];
	size_t i, colons = 0;

	(void)state;
	strbuf_init(&name, &alloc_default);
	for (i = 0; (fixed = column_fixed_name(i)) != NULL; i++) {
		bool wants_word = fixed[strlen(fixed) - 1] == ':';

		snprintf(text, sizeof(text), "%s%s", fixed, wants_word ? "es" : "");
		colons += wants_word;
		assert_true(column_parse(text, &column));
		strbuf_clear(&name);
		column_name(&column, &name);
		assert_string_equal(strbuf_text(&name), text);
	}
	assert_true(i > 50 && colons == 6);
	strbuf_release(&name);
	assert_true(column_parse("title", &column));
	assert_false(column_parse("facet", &column));
	assert_false(column_parse("facet:", &column));
	assert_false(column_parse("title:", &column));
	assert_false(column_parse("titles", &column));
	assert_false(column_parse("num", &column));
	assert_false(column_parse("xml:lang", &column));
	assert_false(column_parse("", &column));
	assert_true(column_parse("# anything", &column));
	assert_int_equal(column.type, COLUMN_REMARK);
}

static void
cases_come_back_as_they_were(void **state)
{
	static const struct {
		struct column_case from;
		const char *cell;
	} cases[] = {
		{ { { ATTRIBUTE_IS }, { "a b" } }, "a b" },
		{ { { ATTRIBUTE_NOT }, { "a b" } }, "not a b" },
		{ { { ATTRIBUTE_SOME }, { "a" } }, "some a" },
		{ { { ATTRIBUTE_IS }, { "not a" } }, "is not a" },
		{ { { ATTRIBUTE_IS }, { "below" } }, "is below" },
		{ { { ATTRIBUTE_NOT }, { "not" } }, "not not" },
		{ { { ATTRIBUTE_AT_LEAST }, { "16" } }, "at-least 16" },
		{ { { ATTRIBUTE_AT_LEAST, ATTRIBUTE_BELOW }, { "16", "18" } },
		  "at-least 16 below 18" },
	};
	struct column_case back;
	struct strbuf cell;
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		strbuf_init(&cell, &alloc_default);
		column_add_case(&cell, &cases[i].from);
		assert_string_equal(strbuf_text(&cell), cases[i].cell);
		assert_true(column_read_case(cell.text, &back));
		for (k = 0; k < 2; k++) {
			assert_int_equal(back.names[k], cases[i].from.names[k]);
			if (back.names[k])
				assert_string_equal(back.values[k], cases[i].from.values[k]);
		}
		strbuf_release(&cell);
	}
}

static void
what_is_no_case_is_told(void **state)
{
	static const char *const cells[] = { "not", "is", "below", "at-least 1 at-least 2",
					     "below 3 4", "below 3 above 4", "at-least" };
	struct column_case out;
	char copy[64];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		snprintf(copy, sizeof(copy), "%s", cells[i]);
		assert_false(column_read_case(copy, &out));
	}
}

/* -- documents -------------------------------------------------------------------------------- */

static void
a_document_is_written_in_one_layout(void **state)
{
	struct cyt_corpus *corpus = odd_corpus();
	struct text xml = xml_of(corpus, "odd.xml");

	(void)state;
	assert_memory_equal(xml.bytes, odd_xml, strlen(odd_xml));
	/* Cases as in the vocabulary, exceptions before conditions, a comment out of the text. */
	assert_non_null(strstr(xml.bytes, "      <case facet=\"authority\" is=\"without-right\"/>\n"
					  "      <case facet=\"fault\" not=\"negligence\"/>\n"
					  "      <except>\n"));
	assert_non_null(strstr(xml.bytes, "      <!-- in -->\n"
					  "      <condition>only so</condition>\n"
					  "      <source basis=\"text\"/>\n"));
	assert_non_null(strstr(xml.bytes, "    <!-- last -->\n  </provision>\n"));
	assert_non_null(strstr(xml.bytes, "  <!-- behind -->\n</law>\n"));
	free(xml.bytes);
	cyt_corpus_unref(corpus);
}

static void
writing_what_was_written_changes_nothing(void **state)
{
	struct cyt_corpus *corpus = odd_corpus(), *again;
	struct text xml = xml_of(corpus, "xx"), second;
	struct cyt_loader *loader;

	(void)state;
	cyt_corpus_unref(corpus);
	corpus = corpus_of(ctx, vocabulary_names);
	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_memory(loader, "x", xml.bytes, xml.length - 1), 0);
	assert_int_equal(cyt_corpus_overlay(corpus, loader, NULL, &again), 0);
	second = xml_of(again, "xx");
	expect_same(&xml, &second, "xx");
	cyt_loader_free(loader);
	cyt_corpus_unref(corpus);
	cyt_corpus_unref(again);
	free(xml.bytes);
	free(second.bytes);
}

static void
nothing_is_lost_in_a_table(void **state)
{
	struct cyt_corpus *corpus = odd_corpus();

	(void)state;
	expect_round_trip(corpus, "xx");
	cyt_corpus_unref(corpus);
}

static void
all_documents_survive_a_table(void **state)
{
	const char *const *const lists[] = { mini_names, worked_names, powers_names };
	struct cyt_corpus *corpus;
	size_t i, count = 0;

	(void)state;
	for (i = 0; i < 3; i++) {
		corpus = corpus_of(ctx, lists[i]);
		count += expect_round_trips(corpus);
		cyt_corpus_unref(corpus);
	}
	assert_true(count > 20);
}

static void
comments_survive_a_snapshot(void **state)
{
	struct cyt_corpus *corpus = odd_corpus(), *opened;
	struct text xml = xml_of(corpus, "xx"), from_snapshot;
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "sheet-%ld.cyt", (long)getpid());
	assert_int_equal(cyt_corpus_save(corpus, path), 0);
	assert_int_equal(cyt_corpus_open(ctx, path, NULL, &opened), 0);
	unlink(path);
	from_snapshot = xml_of(opened, "xx");
	expect_same(&xml, &from_snapshot, "snapshot");
	expect_round_trip(opened, "xx");
	free(xml.bytes);
	free(from_snapshot.bytes);
	cyt_corpus_unref(corpus);
	cyt_corpus_unref(opened);
}

static void
comments_change_no_digest(void **state)
{
	static const char *const laws[] = {
		"<law xmlns='urn:cybertreaty:1' id='a' jurisdiction='AA'><title>x</title></law>",
		"<!-- a --><law xmlns='urn:cybertreaty:1' id='a' jurisdiction='AA'><!-- b -->"
		"<title>x<!-- c --></title><!-- d --></law><!-- e -->",
	};
	struct cyt_corpus *corpora[2];
	struct cyt_loader *loader;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		assert_int_equal(cyt_loader_new(ctx, &loader), 0);
		assert_int_equal(cyt_loader_add_memory(loader, "x", laws[i], strlen(laws[i])), 0);
		assert_int_equal(cyt_loader_finish(loader, NULL, &corpora[i]), 0);
		cyt_loader_free(loader);
	}
	assert_string_equal(cyt_corpus_digest(corpora[0]), cyt_corpus_digest(corpora[1]));
	cyt_corpus_unref(corpora[0]);
	cyt_corpus_unref(corpora[1]);
}

static void
rows_without_levels_find_their_place(void **state)
{
	static const char table[] =
		"row,number,id,jurisdiction,concepts,provisions,facet:authority,text,prison-max,"
		"facet:mode\n"
		"comment,,,,,,,a law,\n"
		"law,,xx,XX,,,,,\n"
		"provision,1,p,,,,,,P1Y\n"
		"supply,,,,system.access,,,,\n"
		"box,,,,,,without-right,,\n"
		"box,,,,,,authorised,,\n"
		"# supply,,,,no.such,,,,\n"
		"supply,1,,,system.access,,without-right,,P2Y\n"
		"provision,2,q,,,,,,\n"
		"extend,2,,,,p,,,,attempt\n";
	struct cyt_corpus *base = corpus_of(ctx, vocabulary_names);
	struct cyt_corpus *corpus = corpus_with(base, table);
	struct text xml = xml_of(corpus, "xx");

	(void)state;
	assert_string_equal(xml.bytes,
			    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			    "<!-- a law -->\n"
			    "<law xmlns=\"urn:cybertreaty:1\" id=\"xx\" jurisdiction=\"XX\">\n"
			    "  <provision id=\"p\" num=\"1\">\n"
			    "    <penalty prison-max=\"P1Y\"/>\n"
			    "    <supply concepts=\"system.access\">\n"
			    "      <box>\n"
			    "        <case facet=\"authority\" is=\"without-right\"/>\n"
			    "      </box>\n"
			    "      <box>\n"
			    "        <case facet=\"authority\" is=\"authorised\"/>\n"
			    "      </box>\n"
			    "    </supply>\n"
			    "    <supply concepts=\"system.access\">\n"
			    "      <case facet=\"authority\" is=\"without-right\"/>\n"
			    "    </supply>\n"
			    "    <penalty prison-max=\"P2Y\"/>\n"
			    "  </provision>\n"
			    "  <provision id=\"q\" num=\"2\">\n"
			    "    <extend provisions=\"p\">\n"
			    "      <case facet=\"mode\" is=\"attempt\"/>\n"
			    "    </extend>\n"
			    "  </provision>\n"
			    "</law>\n");
	free(xml.bytes);
	cyt_corpus_unref(corpus);
	cyt_corpus_unref(base);
}

static void
a_table_takes_the_place_of_what_the_corpus_has(void **state)
{
	static const char table[] = "row,id,jurisdiction,title\nlaw,xo-telecom,XO,Another code\n";
	struct cyt_corpus *base = corpus_of(ctx, mini_names);
	size_t laws = cyt_corpus_law_count(base);
	struct cyt_corpus *corpus = corpus_with(base, table);

	(void)state;
	assert_int_equal(cyt_corpus_law_count(corpus), laws);
	assert_string_equal(cyt_law_title(cyt_corpus_law_find(corpus, "xo-telecom"), NULL),
			    "Another code");
	cyt_corpus_unref(corpus);
	cyt_corpus_unref(base);
}

static void
documents_are_found_by_id_jurisdiction_and_file(void **state)
{
	struct cyt_corpus *corpus = corpus_of(ctx, mini_names);
	const struct cyt_element *document;
	struct text text = { NULL, 0, 0 };
	size_t count = 0;

	(void)state;
	document = cyt_corpus_document_first(corpus, "XN");
	for (; document; document = cyt_corpus_document_next(document, "XN"))
		count++;
	assert_int_equal(count, 4); /* three laws and the State's entry */
	document = cyt_corpus_document_first(corpus, "xn-penal");
	assert_string_equal(cyt_element_attribute(document, "id"), "xn-penal");
	assert_null(cyt_corpus_document_next(document, "xn-penal"));
	assert_ptr_equal(cyt_corpus_document_first(corpus, cyt_element_file(document)), document);
	assert_null(cyt_corpus_document_first(corpus, "nobody"));
	assert_int_equal(cyt_export_xml(corpus, "nobody", text_sink, &text), CYT_ERR_NOTFOUND);
	assert_int_equal(cyt_export_xml(corpus, NULL, text_sink, &text), CYT_ERR_INVALID);
	assert_int_equal(cyt_export_xml(corpus, "XN", NULL, &text), CYT_ERR_INVALID);
	assert_int_equal(cyt_export_documents_csv(corpus, "nobody", text_sink, &text),
			 CYT_ERR_NOTFOUND);
	document = cyt_corpus_element_find(corpus, cyt_concept_id(cyt_corpus_concept_at(corpus, 0)));
	assert_int_equal(cyt_export_documents_csv(corpus, cyt_element_file(document), text_sink,
						  &text),
			 CYT_ERR_INVALID);
	assert_int_equal(cyt_export_document_xml(corpus, document, text_sink, &text),
			 CYT_ERR_INVALID);
	free(text.bytes);
	cyt_corpus_unref(corpus);
}

/* -- what is refused -------------------------------------------------------------------------- */

struct row {
	char file[64];
	unsigned number, line;
	char words[128];
};

static struct row expected[128];
static size_t expected_count;

static void
read_expected(void)
{
	char *path = tree_path("tests/data/tables/expected.tsv"), line[512];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	expected_count = 0;
	while (fgets(line, sizeof(line), file)) {
		struct row *row = &expected[expected_count];

		if (*line == '#')
			continue;
		assert_true(expected_count < sizeof(expected) / sizeof(*expected));
		assert_int_equal(sscanf(line, "%63[^\t]\t%u\t%u\t%127[^\n]", row->file,
					&row->number, &row->line, row->words),
				 4);
		expected_count++;
	}
	fclose(file);
	free(path);
}

static bool
is_told(const struct cyt_diags *diags, const struct row *row)
{
	const struct cyt_diag *diag;
	size_t i;

	for (i = 0; (diag = cyt_diags_at(diags, i)) != NULL; i++)
		if (cyt_diag_number(diag) == row->number && cyt_diag_line(diag) == row->line &&
		    strstr(cyt_diag_text(diag), row->words))
			return true;
	return false;
}

/* Exactly the rows of a file are told. */
static void
expect_refused(struct cyt_corpus *base, const char *file)
{
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	char name[512], *path;
	size_t i, count = 0;

	snprintf(name, sizeof(name), "tests/data/tables/%s", file);
	path = tree_path(name);
	assert_int_equal(cyt_diags_new(ctx, &diags), 0);
	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_corpus(loader, base), 0);
	assert_int_equal(cyt_loader_add_csv(loader, path), 0);
	assert_int_equal(cyt_loader_finish(loader, diags, &corpus), CYT_ERR_DATA);
	assert_null(corpus);
	for (i = 0; i < expected_count; i++) {
		if (strcmp(expected[i].file, file) != 0)
			continue;
		count++;
		if (!is_told(diags, &expected[i]))
			fail_msg("%s: no CYT-%u in line %u: %s", file, expected[i].number,
				 expected[i].line, expected[i].words);
	}
	if (!count || cyt_diags_count(diags) != count)
		fail_msg("%s: %zu are told, %zu expected", file, cyt_diags_count(diags), count);
	cyt_loader_free(loader);
	cyt_diags_unref(diags);
	free(path);
}

static void
every_bad_table_is_refused_for_its_reasons(void **state)
{
	struct cyt_corpus *base = corpus_of(ctx, vocabulary_names);
	char *path = tree_path("tests/data/tables");
	DIR *folder = opendir(path);
	struct dirent *entry;
	size_t count = 0;

	(void)state;
	read_expected();
	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		if (!strstr(entry->d_name, ".csv"))
			continue;
		expect_refused(base, entry->d_name);
		count++;
	}
	assert_true(count > 15);
	closedir(folder);
	free(path);
	cyt_corpus_unref(base);
}

static void
one_bad_row_keeps_the_whole_table_out(void **state)
{
	static const char table[] = "row,id,jurisdiction,title\nlaw,good,XX,Good\nlaw,bad,X X,Bad\n";
	struct cyt_corpus *base = corpus_of(ctx, vocabulary_names), *corpus;

	(void)state;
	assert_int_equal(read_table(base, table, strlen(table), NULL, &corpus), CYT_ERR_DATA);
	assert_null(corpus);
	cyt_corpus_unref(base);
}

/* A law with one provision in the other, so many; `last` is the row behind them. */
static int
read_nested(struct cyt_corpus *base, int provisions, const char *last, struct cyt_corpus **corpus)
{
	static const char heading[] = "row,level,id,jurisdiction,text,concepts,facet:authority\nlaw,0,a,XX,,,\n";
	struct text table = { NULL, 0, 0 };
	char row[64];
	int i, err;

	text_sink(&table, heading, strlen(heading));
	for (i = 1; i <= provisions; i++) {
		snprintf(row, sizeof(row), "provision,%d,p%d,,,,\n", i, i);
		text_sink(&table, row, strlen(row));
	}
	text_sink(&table, last, strlen(last));
	err = read_table(base, table.bytes, table.length, NULL, corpus);
	free(table.bytes);
	return err;
}

/* As deep as XML may nest: a document and 63 provisions, in the last of which a comment may stand. */
static void
levels_end_somewhere(void **state)
{
	static const char *const too_deep[] = {
		"provision,64,q,,,,\n", "provision,,q,,,,\nprovision,64,r,,,,\n",
		"comment,65,,,deep,,\n", "source,64,,,,,\n", "provision,x,q,,,,\n",
	};
	static const char supply[] = "supply,,,,,system.access,without-right\n";
	struct cyt_corpus *base = corpus_of(ctx, vocabulary_names), *corpus;
	size_t i;

	(void)state;
	assert_int_equal(read_nested(base, 63, "comment,64,,,deep,,\n", &corpus), 0);
	assert_int_equal(cyt_law_provision_count(cyt_corpus_law_find(corpus, "a")), 63);
	cyt_corpus_unref(corpus);
	for (i = 0; i < sizeof(too_deep) / sizeof(*too_deep); i++) {
		assert_int_equal(read_nested(base, 63, too_deep[i], &corpus), CYT_ERR_DATA);
		assert_null(corpus);
	}
	/* A case stands in its supply. */
	assert_int_equal(read_nested(base, 61, supply, &corpus), 0);
	cyt_corpus_unref(corpus);
	assert_int_equal(read_nested(base, 62, supply, &corpus), CYT_ERR_DATA);
	assert_int_equal(read_nested(base, 64, "", &corpus), CYT_ERR_DATA);
	assert_int_equal(read_nested(base, 200, "", &corpus), CYT_ERR_DATA);
	cyt_corpus_unref(base);
}

/* -- templates -------------------------------------------------------------------------------- */

/* Takes the marks away, as whoever fills it in would. */
static void
unmark(struct text *csv)
{
	char *at;

	text_sink(csv, "", 1);
	for (at = csv->bytes; (at = strstr(at, "\r\n# ")) != NULL; at += 2)
		memmove(at + 2, at + 4, strlen(at + 4) + 1);
}

static void
an_empty_table_is_an_empty_law_until_it_is_filled_in(void **state)
{
	struct cyt_corpus *base = corpus_of(ctx, mini_names), *corpus;
	struct text csv = { NULL, 0, 0 };

	(void)state;
	assert_int_equal(cyt_export_law_template_csv(base, "harbour-2020", text_sink, &csv), 0);
	text_sink(&csv, "", 1);
	corpus = corpus_with(base, csv.bytes);
	assert_int_equal(cyt_law_provision_count(cyt_corpus_law_find(corpus, "xx-new")), 0);
	cyt_corpus_unref(corpus);
	unmark(&csv);
	corpus = corpus_with(base, csv.bytes);
	assert_int_equal(cyt_law_provision_count(cyt_corpus_law_find(corpus, "xx-new")), 12);
	cyt_corpus_unref(corpus);
	free(csv.bytes);
	csv = (struct text){ NULL, 0, 0 };
	assert_int_equal(cyt_export_law_template_csv(base, "nothing", text_sink, &csv),
			 CYT_ERR_NOTFOUND);
	cyt_corpus_unref(base);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_come_back_as_they_were),
		cmocka_unit_test(what_a_spreadsheet_would_change_is_guarded),
		cmocka_unit_test(any_end_of_line_and_separator_will_do),
		cmocka_unit_test(every_name_of_a_column_is_understood),
		cmocka_unit_test(cases_come_back_as_they_were),
		cmocka_unit_test(what_is_no_case_is_told),
		cmocka_unit_test(a_document_is_written_in_one_layout),
		cmocka_unit_test(writing_what_was_written_changes_nothing),
		cmocka_unit_test(nothing_is_lost_in_a_table),
		cmocka_unit_test(all_documents_survive_a_table),
		cmocka_unit_test(comments_survive_a_snapshot),
		cmocka_unit_test(comments_change_no_digest),
		cmocka_unit_test(rows_without_levels_find_their_place),
		cmocka_unit_test(a_table_takes_the_place_of_what_the_corpus_has),
		cmocka_unit_test(documents_are_found_by_id_jurisdiction_and_file),
		cmocka_unit_test(every_bad_table_is_refused_for_its_reasons),
		cmocka_unit_test(one_bad_row_keeps_the_whole_table_out),
		cmocka_unit_test(levels_end_somewhere),
		cmocka_unit_test(an_empty_table_is_an_empty_law_until_it_is_filled_in),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The loader: every bad file is refused for the reason that expected.tsv gives, at its line;
 * folders, links, memory, and what happens when allocations fail. */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <cybertreaty/corpus.h>

#include "base/diag.h"
#include "load/folder.h"
#include "base/nearest.h"

#define MAX_ROWS 512
#define NAMESPACE "xmlns='urn:cybertreaty:1'"
#define GOOD "<law " NAMESPACE " id='aa-good' jurisdiction='AA'/>"

struct row {
	char *file, *words;
	uint32_t number, line;
};

static struct row rows[MAX_ROWS];
static size_t row_count;
static char bad_folder[PATH_MAX];
static char scratch[] = "test-load-XXXXXX"; /* where the test runs */
static struct cyt_ctx *ctx;

/* -- loading -- */

struct outcome {
	struct cyt_loader *loader;
	struct cyt_diags *diags;
	struct cyt_corpus *corpus;
	int err;
};

static void
outcome_begin(struct outcome *outcome)
{
	memset(outcome, 0, sizeof(*outcome));
	assert_int_equal(cyt_loader_new(ctx, &outcome->loader), 0);
	assert_int_equal(cyt_diags_new(ctx, &outcome->diags), 0);
}

static void
outcome_finish(struct outcome *outcome)
{
	outcome->err = cyt_loader_finish(outcome->loader, outcome->diags, &outcome->corpus);
	/* Nothing is loaded half. */
	assert_int_equal(outcome->err == 0, outcome->corpus != NULL);
	assert_int_equal(outcome->err == 0, cyt_diags_error_count(outcome->diags) == 0);
}

static void
outcome_end(struct outcome *outcome)
{
	cyt_corpus_unref(outcome->corpus);
	cyt_diags_unref(outcome->diags);
	cyt_loader_free(outcome->loader);
}

static void
load_path(struct outcome *outcome, const char *path)
{
	outcome_begin(outcome);
	assert_int_equal(cyt_loader_add_path(outcome->loader, path), 0);
	outcome_finish(outcome);
}

static void
load_text(struct outcome *outcome, const char *text)
{
	outcome_begin(outcome);
	assert_int_equal(cyt_loader_add_memory(outcome->loader, "text.xml", text, strlen(text)),
			 0);
	outcome_finish(outcome);
}

static const char *
join(const char *folder, const char *name)
{
	static char path[PATH_MAX + NAME_MAX + 2];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fputs(text, file) < 0, 0);
	assert_int_equal(fclose(file), 0);
}

static char *
read_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	char *bytes = malloc(1 << 20);

	assert_non_null(file);
	assert_non_null(bytes);
	*size = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	return bytes;
}

/* -- what expected.tsv says -- */

static int
read_rows(void **state)
{
	static char table[1 << 17];
	char *line, *rest, *cell[4];
	const char *source = getenv("CYT_SRCDIR");
	size_t size, i;
	FILE *file;

	(void)state;
	if (!source)
		source = getenv("srcdir");
	snprintf(bad_folder, sizeof(bad_folder), "%s/tests/data/bad", source ? source : ".");
	file = fopen(join(bad_folder, "expected.tsv"), "r");
	if (!file)
		return -1;
	size = fread(table, 1, sizeof(table) - 1, file);
	fclose(file);
	table[size] = '\0';
	for (line = strtok_r(table, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (*line == '#')
			continue;
		for (i = 0; i < 4; i++)
			cell[i] = strsep(&line, "\t");
		if (!cell[3] || row_count == MAX_ROWS)
			return -1;
		rows[row_count++] = (struct row){ cell[0], cell[3], (uint32_t)atoi(cell[1]),
						  (uint32_t)atoi(cell[2]) };
	}
	return mkdtemp(scratch) && cyt_ctx_new(&ctx) == 0 ? 0 : -1;
}

static int
remove_scratch(void **state)
{
	(void)state;
	cyt_ctx_unref(ctx);
	return rmdir(scratch);
}

static bool
has_words(const char *text, const char *words)
{
	char copy[512], *rest = copy, *word;

	snprintf(copy, sizeof(copy), "%s", words);
	while ((word = strsep(&rest, ";")))
		if (!strstr(text, word))
			return false;
	return true;
}

static const struct cyt_diag *
find_row(const struct cyt_diags *diags, const struct row *row, const char *file)
{
	const struct cyt_diag *diag;
	size_t i;

	for (i = 0; (diag = cyt_diags_at(diags, i)); i++)
		if (cyt_diag_number(diag) == row->number && cyt_diag_line(diag) == row->line &&
		    strcmp(cyt_diag_file(diag), file) == 0 &&
		    has_words(cyt_diag_text(diag), row->words))
			return diag;
	return NULL;
}

static void
list_diags(const struct cyt_diags *diags)
{
	const struct cyt_diag *diag;
	size_t i;

	for (i = 0; (diag = cyt_diags_at(diags, i)); i++)
		print_error("  %s:%u: CYT-%u: %s\n", cyt_diag_file(diag), cyt_diag_line(diag),
			    cyt_diag_number(diag), cyt_diag_text(diag));
}

/* The rows of one file from `first` on, and nothing else, are in the list. */
static size_t
expect_rows(size_t first, const struct outcome *outcome, const char *file)
{
	bool only_warnings = true;
	size_t i;

	for (i = first; i < row_count && strcmp(rows[i].file, rows[first].file) == 0; i++) {
		if (!find_row(outcome->diags, &rows[i], file)) {
			list_diags(outcome->diags);
			fail_msg("%s: no CYT-%u at line %u with \"%s\"", file, rows[i].number,
				 rows[i].line, rows[i].words);
		}
		only_warnings = only_warnings && rows[i].number / 100 == 14;
	}
	if (cyt_diags_count(outcome->diags) != i - first) {
		list_diags(outcome->diags);
		fail_msg("%s: more than what is wrong with it", file);
	}
	assert_int_equal(outcome->err, only_warnings ? 0 : CYT_ERR_DATA);
	return i;
}

static void
every_bad_file_is_refused_for_its_reason(void **state)
{
	struct outcome outcome;
	const char *path;
	size_t i = 0;

	(void)state;
	assert_true(row_count > 150);
	while (i < row_count) {
		path = join(bad_folder, rows[i].file);
		load_path(&outcome, path);
		i = expect_rows(i, &outcome, path);
		outcome_end(&outcome);
	}
}

static void
bytes_in_memory_are_judged_like_a_file(void **state)
{
	struct outcome outcome;
	size_t i = 0, size;
	char *bytes;

	(void)state;
	while (i < row_count) {
		bytes = read_file(join(bad_folder, rows[i].file), &size);
		outcome_begin(&outcome);
		assert_int_equal(cyt_loader_add_memory(outcome.loader, "memory", bytes, size), 0);
		free(bytes);
		outcome_finish(&outcome);
		i = expect_rows(i, &outcome, "memory");
		outcome_end(&outcome);
	}
}

static void
every_bad_file_has_a_row(void **state)
{
	DIR *folder = opendir(bad_folder);
	struct dirent *entry;
	size_t i;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		if (!strstr(entry->d_name, ".xml"))
			continue;
		for (i = 0; i < row_count && strcmp(rows[i].file, entry->d_name) != 0; i++)
			;
		if (i == row_count)
			fail_msg("%s is not in expected.tsv", entry->d_name);
	}
	closedir(folder);
}

static int
compare_diags(const struct cyt_diag *a, const struct cyt_diag *b)
{
	int order = strcmp(cyt_diag_file(a), cyt_diag_file(b));

	if (order == 0 && cyt_diag_line(a) != cyt_diag_line(b))
		order = cyt_diag_line(a) < cyt_diag_line(b) ? -1 : 1;
	return order;
}

static void
a_run_lists_the_problems_of_all_files_in_order(void **state)
{
	struct outcome outcome;
	size_t i;

	(void)state;
	load_path(&outcome, bad_folder);
	assert_int_equal(outcome.err, CYT_ERR_DATA);
	for (i = 1; i < cyt_diags_count(outcome.diags); i++)
		assert_true(compare_diags(cyt_diags_at(outcome.diags, i - 1),
					  cyt_diags_at(outcome.diags, i)) <= 0);
	for (i = 0; i < row_count; i++) {
		/* Ids of one file exist in others here, so meaning may differ. */
		if (rows[i].number >= 1200)
			continue;
		if (!find_row(outcome.diags, &rows[i], join(bad_folder, rows[i].file)))
			fail_msg("%s: CYT-%u is missing", rows[i].file, rows[i].number);
	}
	outcome_end(&outcome);
}

static void
every_message_is_one_line_with_its_class(void **state)
{
	const struct cyt_diag *diag;
	struct outcome outcome;
	enum cyt_diag_class expected;
	uint32_t number;
	size_t i;

	(void)state;
	load_path(&outcome, bad_folder);
	for (i = 0; (diag = cyt_diags_at(outcome.diags, i)); i++) {
		number = cyt_diag_number(diag);
		expected = number < 1100   ? CYT_DIAG_FILE
			   : number < 1200 ? CYT_DIAG_GRAMMAR
					   : CYT_DIAG_MEANING;
		assert_int_equal(cyt_diag_class(diag), expected);
		assert_null(strpbrk(cyt_diag_text(diag), "\r\n"));
		assert_true(strlen(cyt_diag_text(diag)) > 12);
	}
	outcome_end(&outcome);
}

/* -- files and folders -- */

static void
expect_one(const struct outcome *outcome, uint32_t number, const char *file, const char *words)
{
	const struct row row = { NULL, (char *)words, number, 0 };

	assert_int_equal(outcome->err, CYT_ERR_DATA);
	if (cyt_diags_count(outcome->diags) != 1 || !find_row(outcome->diags, &row, file)) {
		list_diags(outcome->diags);
		fail_msg("expected only CYT-%u on %s with \"%s\"", number, file, words);
	}
}

static void
expect_path_refused(const char *path, uint32_t number, const char *words)
{
	struct outcome outcome;

	load_path(&outcome, path);
	expect_one(&outcome, number, path, words);
	outcome_end(&outcome);
}

static void
what_is_no_file_is_refused(void **state)
{
	char path[PATH_MAX];

	(void)state;
	snprintf(path, sizeof(path), "%s/x.xml", scratch);
	expect_path_refused(path, DIAG_UNREADABLE, "no such file");
	assert_int_equal(mkfifo(path, 0600), 0);
	expect_path_refused(path, DIAG_NOT_REGULAR, "FIFO");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink(join(bad_folder, "1401-supply-all-excepted.xml"), path), 0);
	expect_path_refused(path, DIAG_NOT_REGULAR, "symbolic link");
	assert_int_equal(unlink(path), 0);
	expect_path_refused("/dev/null", DIAG_NOT_REGULAR, "device");
	expect_path_refused(scratch, DIAG_NO_XML, "*.xml");
}

static void
a_folder_with_a_whole_disk_below_it_is_refused_unread(void **state)
{
	char path[PATH_MAX];
	unsigned made;

	(void)state;
	for (made = 0; made <= FOLDER_MAX_FOLDERS; made++) {
		snprintf(path, sizeof(path), "%s/%u", scratch, made);
		assert_int_equal(mkdir(path, 0700), 0);
		if (made + 1 == FOLDER_MAX_FOLDERS)
			expect_path_refused(scratch, DIAG_NO_XML, "*.xml");
	}
	expect_path_refused(scratch, DIAG_TOO_MANY_FOLDERS, "more than 4096");
	while (made-- > 0) {
		snprintf(path, sizeof(path), "%s/%u", scratch, made);
		assert_int_equal(rmdir(path), 0);
	}
}

static void
a_file_beyond_the_cap_is_refused_unread(void **state)
{
	char path[PATH_MAX];
	int fd;

	(void)state;
	snprintf(path, sizeof(path), "%s/x.xml", scratch);
	fd = open(path, O_CREAT | O_WRONLY, 0600);
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, (64 << 20) + 1), 0);
	close(fd);
	expect_path_refused(path, DIAG_TOO_LARGE, "67108865 bytes");
	assert_int_equal(unlink(path), 0);
}

static void
a_folder_means_its_xml_files_in_sorted_order_without_links(void **state)
{
	static const char *const names[] = { "b.xml", "a.xml", "a/z.xml", "a.txt" };
	char path[PATH_MAX], folder[PATH_MAX];
	struct outcome outcome;
	size_t i;

	(void)state;
	snprintf(folder, sizeof(folder), "%s/a", scratch);
	assert_int_equal(mkdir(folder, 0700), 0);
	for (i = 0; i < 4; i++)
		write_file(join(scratch, names[i]), "<unknown " NAMESPACE "/>");
	snprintf(path, sizeof(path), "%s/link.xml", scratch);
	assert_int_equal(symlink("a.xml", path), 0);
	snprintf(path, sizeof(path), "%s/loop", scratch);
	assert_int_equal(symlink(".", path), 0);

	/* A slash at the end is no part of the names. */
	load_path(&outcome, join(scratch, ""));
	assert_int_equal(cyt_diags_count(outcome.diags), 3);
	assert_string_equal(cyt_diag_file(cyt_diags_at(outcome.diags, 0)),
			    join(scratch, "a.xml"));
	assert_string_equal(cyt_diag_file(cyt_diags_at(outcome.diags, 1)),
			    join(scratch, "a/z.xml"));
	assert_string_equal(cyt_diag_file(cyt_diags_at(outcome.diags, 2)),
			    join(scratch, "b.xml"));
	outcome_end(&outcome);

	unlink(path);
	unlink(join(scratch, "link.xml"));
	for (i = 0; i < 4; i++)
		unlink(join(scratch, names[i]));
	assert_int_equal(rmdir(folder), 0);
}

static void
one_bad_file_beside_good_ones_loads_nothing(void **state)
{
	struct outcome outcome;

	(void)state;
	outcome_begin(&outcome);
	assert_int_equal(cyt_loader_add_memory(outcome.loader, "good", GOOD, strlen(GOOD)), 0);
	assert_int_equal(cyt_loader_add_path(outcome.loader, "/nonexistent.xml"), 0);
	outcome_finish(&outcome);
	expect_one(&outcome, DIAG_UNREADABLE, "/nonexistent.xml", "no such file");

	/* The loader has forgotten both and can be used again. */
	assert_int_equal(cyt_loader_add_memory(outcome.loader, "good", GOOD, strlen(GOOD)), 0);
	cyt_diags_unref(outcome.diags);
	assert_int_equal(cyt_diags_new(ctx, &outcome.diags), 0);
	outcome_finish(&outcome);
	assert_int_equal(outcome.err, 0);
	outcome_end(&outcome);
}

/* A law has no words that others need. */
static void
unknown_words_are_told_beside_a_law_that_was_dropped(void **state)
{
	static const char vocabulary[] =
		"<vocabulary " NAMESPACE " id='v'><facet id='security'><value id='protected'/></facet>"
		"<concept id='system.access' kind='act' facets='security'/></vocabulary>";
	static const char dropped[] = "<law " NAMESPACE " id='bb-law' jurisdiction='BB'><oops/></law>";
	static const char law[] =
		"<law " NAMESPACE " id='aa-law' jurisdiction='AA'><provision id='s_1'>"
		"<supply concepts='system.acces'/>\n"
		"<supply concepts='system.access'><case facet='securty' is='protected'/></supply>\n"
		"<supply concepts='system.access'><case facet='security' is='protcted'/></supply>"
		"</provision><extend provisions='bb-law/s_1'>"
		"<case facet='security' is='protected'/></extend></law>";
	static const unsigned numbers[] = { DIAG_UNKNOWN_ELEMENT, DIAG_UNKNOWN_CONCEPT,
					    DIAG_UNKNOWN_FACET, DIAG_UNKNOWN_VALUE };
	struct outcome outcome;

	(void)state;
	outcome_begin(&outcome);
	cyt_loader_add_memory(outcome.loader, "a", dropped, strlen(dropped));
	cyt_loader_add_memory(outcome.loader, "l", law, strlen(law));
	cyt_loader_add_memory(outcome.loader, "v", vocabulary, strlen(vocabulary));
	outcome_finish(&outcome);
	assert_int_equal(cyt_diags_count(outcome.diags), 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(cyt_diag_number(cyt_diags_at(outcome.diags, i)), numbers[i]);
	outcome_end(&outcome);
}

static void
a_dropped_file_causes_no_errors_in_others(void **state)
{
	static const char vocabulary[] = "<vocabulary " NAMESPACE " id='v'><oops/></vocabulary>";
	static const char law[] =
		"<law " NAMESPACE " id='aa-law' jurisdiction='AA'><provision id='s_1'>"
		"<supply concepts='system.access'><case facet='security' is='protected'/></supply>"
		"</provision></law>";
	struct outcome outcome;

	(void)state;
	outcome_begin(&outcome);
	cyt_loader_add_memory(outcome.loader, "v", vocabulary, strlen(vocabulary));
	cyt_loader_add_memory(outcome.loader, "l", law, strlen(law));
	outcome_finish(&outcome);
	assert_int_equal(cyt_diags_count(outcome.diags), 1);
	assert_int_equal(cyt_diag_number(cyt_diags_at(outcome.diags, 0)), DIAG_UNKNOWN_ELEMENT);
	outcome_end(&outcome);
}

static void
arguments_that_make_no_sense_are_invalid(void **state)
{
	struct cyt_loader *loader;

	(void)state;
	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	assert_int_equal(cyt_loader_add_path(loader, ""), CYT_ERR_INVALID);
	assert_int_equal(cyt_loader_add_path(loader, NULL), CYT_ERR_INVALID);
	assert_int_equal(cyt_loader_add_memory(loader, NULL, "x", 1), CYT_ERR_INVALID);
	assert_int_equal(cyt_loader_add_memory(loader, "x", NULL, 1), CYT_ERR_INVALID);
	cyt_loader_free(loader);
	cyt_loader_free(NULL);
}

static void
diagnostics_are_not_obligatory(void **state)
{
	struct cyt_corpus *corpus;
	struct cyt_loader *loader;

	(void)state;
	assert_int_equal(cyt_loader_new(ctx, &loader), 0);
	cyt_loader_add_memory(loader, "x", "<x/>", 4);
	assert_int_equal(cyt_loader_finish(loader, NULL, &corpus), CYT_ERR_DATA);
	assert_null(corpus);
	cyt_loader_free(loader);
}

/* -- what is accepted although it looks odd -- */

static void
harmless_additions_are_accepted(void **state)
{
	static const char *const texts[] = {
		GOOD,
		"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n" GOOD,
		"<?xml-model href='x.rng'?><?xml-stylesheet href='x.css'?><!-- x -->" GOOD,
		"<law " NAMESPACE " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
		" xsi:schemaLocation='urn:cybertreaty:1 http://127.0.0.1:9/x.xsd'"
		" xsi:noNamespaceSchemaLocation='/etc/passwd' id='a' jurisdiction='AA'/>",
		"<c:law xmlns:c='urn:cybertreaty:1' id=' a ' jurisdiction='AA'>\n"
		"<c:title xml:lang='zh-Hant-TW'>x &amp; <![CDATA[<y>]]></c:title>\n"
		"<c:assessed concepts='*'> </c:assessed></c:law>",
		"<corpus " NAMESPACE "/>",
	};
	struct outcome outcome;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		load_text(&outcome, texts[i]);
		list_diags(outcome.diags);
		assert_int_equal(outcome.err, 0);
		assert_int_equal(cyt_diags_count(outcome.diags), 0);
		outcome_end(&outcome);
	}
}

/* -- suggestions -- */

static const char *
suggest(const char *word, const char *const *candidates)
{
	static char found[NEAREST_MAX + 1];
	struct nearest nearest;

	nearest_init(&nearest, word);
	for (; *candidates; candidates++)
		nearest_offer(&nearest, *candidates, strlen(*candidates));
	snprintf(found, sizeof(found), "%.*s", (int)nearest.best_length,
		 nearest.best ? nearest.best : "");
	return found;
}

static void
the_nearest_word_is_suggested_unless_all_are_far(void **state)
{
	static const char *const words[] = { "supply", "source", "except", "extend", NULL };

	(void)state;
	assert_string_equal(suggest("suply", words), "supply");
	assert_string_equal(suggest("supplly", words), "supply");
	assert_string_equal(suggest("supppy", words), "supply");
	assert_string_equal(suggest("usprce", words), "");
	assert_string_equal(suggest("osurce", words), "source");
	assert_string_equal(suggest("exceed", words), "except");
	assert_string_equal(suggest("banana", words), "");
	assert_string_equal(suggest("", words), "");
}

/* -- when memory ends -- */

static long budget;

static void *
failing_resize(void *data, void *block, size_t size)
{
	(void)data;
	if (size == 0) {
		free(block);
		return NULL;
	}
	if (budget == 0)
		return NULL;
	budget--;
	return realloc(block, size);
}

/* The outcome of loading two texts with that many allocations. */
static int
load_within(long allow, const char *first, const char *second)
{
	struct cyt_corpus *corpus = NULL;
	struct cyt_loader *loader = NULL;
	struct cyt_ctx *poor = NULL;
	int err;

	budget = allow;
	err = cyt_ctx_new_with(failing_resize, NULL, &poor);
	if (err == 0)
		err = cyt_loader_new(poor, &loader);
	if (err == 0)
		err = cyt_loader_add_memory(loader, "first", first, strlen(first));
	if (err == 0)
		err = cyt_loader_add_memory(loader, "second", second, strlen(second));
	if (err == 0)
		err = cyt_loader_finish(loader, NULL, &corpus);
	assert_int_equal(err == 0, corpus != NULL);
	cyt_corpus_unref(corpus);
	cyt_loader_free(loader);
	cyt_ctx_unref(poor);
	return err;
}

static void
a_lack_of_memory_is_told_whichever_allocation_fails(void **state)
{
	static const char vocabulary[] =
		"<vocabulary " NAMESPACE " id='v'><facet id='f'><value id='x'/><value id='y'/></facet>"
		"<concept id='c' kind='act' facets='f'/></vocabulary>";
	static const char good[] =
		"<law " NAMESPACE " id='aa-law' jurisdiction='AA'><provision id='s_1'>"
		"<supply concepts='c'><case facet='f' is='x'/></supply></provision></law>";
	static const char bad[] =
		"<law " NAMESPACE " id='aa-law' jurisdiction='AA'><provision number='1'>"
		"<supply concepts='d'><case facet='f' is='x'/>words</supply></provision></law>";
	long n;
	int err;

	(void)state;
	for (n = 0; (err = load_within(n, vocabulary, good)) != 0; n++)
		assert_int_equal(err, CYT_ERR_NOMEM);
	assert_true(n > 10);
	for (n = 0; (err = load_within(n, vocabulary, bad)) == CYT_ERR_NOMEM; n++)
		;
	assert_int_equal(err, CYT_ERR_DATA);
	assert_true(n > 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_bad_file_is_refused_for_its_reason),
		cmocka_unit_test(bytes_in_memory_are_judged_like_a_file),
		cmocka_unit_test(every_bad_file_has_a_row),
		cmocka_unit_test(a_run_lists_the_problems_of_all_files_in_order),
		cmocka_unit_test(every_message_is_one_line_with_its_class),
		cmocka_unit_test(what_is_no_file_is_refused),
		cmocka_unit_test(a_folder_with_a_whole_disk_below_it_is_refused_unread),
		cmocka_unit_test(a_file_beyond_the_cap_is_refused_unread),
		cmocka_unit_test(a_folder_means_its_xml_files_in_sorted_order_without_links),
		cmocka_unit_test(one_bad_file_beside_good_ones_loads_nothing),
		cmocka_unit_test(unknown_words_are_told_beside_a_law_that_was_dropped),
		cmocka_unit_test(a_dropped_file_causes_no_errors_in_others),
		cmocka_unit_test(arguments_that_make_no_sense_are_invalid),
		cmocka_unit_test(diagnostics_are_not_obligatory),
		cmocka_unit_test(harmless_additions_are_accepted),
		cmocka_unit_test(the_nearest_word_is_suggested_unless_all_are_far),
		cmocka_unit_test(a_lack_of_memory_is_told_whichever_allocation_fails),
	};

	return cmocka_run_group_tests(tests, read_rows, remove_scratch);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* cybertreaty: what laws cover of cybercrime treaties. */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app.h"
#include "file.h"

static cyt_date
today(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!gmtime_r(&now, &tm))
		return 0;
	return (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday;
}

static bool
is_word(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

static bool
wants_colour(const struct options *options)
{
	const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");

	if (options->colour && strcmp(options->colour, "always") == 0)
		return true;
	if (options->colour && strcmp(options->colour, "never") == 0)
		return false;
	if (none && *none)
		return false;
	return !options->output && isatty(STDOUT_FILENO) && terminal &&
	       strcmp(terminal, "dumb") != 0;
}

static bool
is_format(const struct options *options, const char *name)
{
	const char *format = options->format;

	if (!format)
		format = options_want_page(options) ? "html" : "text";
	return strcmp(format, name) == 0;
}

static int
read_format(struct app *app)
{
	const struct options *options = &app->options;

	app->json = is_format(options, "json");
	app->csv = is_format(options, "csv");
	app->sarif = is_format(options, "sarif");
	app->html = is_format(options, "html");
	app->xml = is_format(options, "xml");
	return options->format ? options_check_format(options, options->format) : 0;
}

static int
read_options(struct app *app)
{
	static const char *const colours[] = {"auto", "always", "never", NULL};
	const struct options *options = &app->options;
	int status;

	if (options->colour && !is_word(options->colour, colours))
		return trouble("--color is auto, always or never, not '%s'", options->colour);
	app->as_at = options->as_at ? cyt_date_parse(options->as_at) : today();
	if (!app->as_at)
		return trouble("'%s' is not a date such as 2026-11-21",
			       options->as_at ? options->as_at : "today");
	app->basis = options->basis ? cyt_basis_find(options->basis) : CYT_BASIS_UNKNOWN;
	if (options->basis && app->basis == CYT_BASIS_UNKNOWN)
		return trouble("--basis is text, secondary or unverified, not '%s'",
			       options->basis);
	status = read_format(app);
	if (status)
		return status;
	app->text.colour = wants_colour(options);
	return 0;
}

static int
write_stdout(const struct buffer *out)
{
	fwrite(buffer_text(out), 1, out->length, stdout);
	if (fflush(stdout) || ferror(stdout))
		return trouble("cannot write the answer: %s", strerror(errno));
	return 0;
}

/* A program without data still knows its own version. */
static int
show_version(struct app *app)
{
	struct buffer *out = &app->text.out;
	char date[CYT_DATE_SIZE];

	buffer_printf(out, "cybertreaty %s\n", cyt_version());
	if (corpus_load(app, NULL) == 0) {
		cyt_date_format(cyt_corpus_date(app->corpus), date);
		buffer_printf(out, "data of %s, %s\n", *date ? date : "no known date",
			      cyt_corpus_digest(app->corpus));
	}
	buffer_printf(out, "snapshot format %u\n", (unsigned)cyt_format_version());
	buffer_printf(out, "libxml2 %s\n", cyt_libxml2_version());
	return STATUS_ANSWERED;
}

/* The library knows what a language tag is. */
static int
check_language(const struct app *app)
{
	struct cyt_terms *terms = NULL;
	int err = cyt_terms_new(app->ctx, app->as_at, &terms);

	if (err == 0)
		err = cyt_terms_set_lang(terms, app->options.lang);
	cyt_terms_free(terms);
	if (err == CYT_ERR_INVALID)
		return trouble("--lang is a language tag such as en, es or es-MX, not '%s'",
			       app->options.lang);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

static bool
is_among(const char *path, const struct words *paths)
{
	size_t i;

	for (i = 0; i < paths->count; i++)
		if (file_is_same(path, paths->at[i]))
			return true;
	return false;
}

/* An answer does not take the place of what was asked. A document may, of itself: it is brought into
 * order, or its rows come back; and a snapshot of its successor. */
static int
check_output(const struct options *options)
{
	const char *output = options->output;
	bool read;

	if (!output || (options->command->run == compile_run && cyt_snapshot_probe(output) == 1))
		return 0;
	read = is_among(output, &options->with) ||
	       (options->style && file_is_same(output, options->style));
	if (!options->as_xml)
		read |= is_among(output, &options->arguments);
	if (!options_write_documents(options))
		read |= is_among(output, &options->corpus) || is_among(output, &options->add);
	if (read)
		return trouble("'%s' is read for the answer; -o wants another file", output);
	return 0;
}

static int
answer(struct app *app)
{
	const struct options *options = &app->options;
	int status = read_options(app);

	if (status)
		return status;
	if (options->help) {
		options_help(options->command, &app->text.out);
		return STATUS_ANSWERED;
	}
	if (cyt_ctx_new(&app->ctx) < 0 || cyt_diags_new(app->ctx, &app->diags) < 0)
		return trouble("out of memory");
	status = check_language(app);
	if (status)
		return status;
	if (options->version)
		return show_version(app);
	status = check_output(options);
	if (status)
		return status;
	return options->command->run(app);
}

static int
deliver(struct app *app, int status)
{
	/* Some commands have put what -o names there already. */
	bool to_file = app->options.output && !app->delivered;
	int failed;

	if (status == STATUS_TROUBLE)
		return status;
	failed = to_file ? file_write(&app->text.out, app->options.output)
			 : write_stdout(&app->text.out);
	return failed ? failed : status;
}

int
main(int argc, char **argv)
{
	struct app app = {0};
	struct tongue tongue;
	int status;

	/* A limit on the size of files is a reason like others: what was begun is removed. */
	signal(SIGXFSZ, SIG_IGN);
	/* Only for the width of characters; dates, numbers and order are nobody's locale. */
	setlocale(LC_CTYPE, "C.UTF-8");
	status = options_parse(argc, argv, &app.options);
	tongue_begin(&tongue, app.options.lang);
	app.tongue = &tongue;
	if (!status)
		status = deliver(&app, answer(&app));
	tongue_release(&tongue);
	words_release(&app.laws);
	words_release(&app.files);
	words_release(&app.actions);
	buffer_release(&app.text.out);
	options_release(&app.options);
	cyt_corpus_unref(app.corpus);
	cyt_diags_unref(app.diags);
	cyt_ctx_unref(app.ctx);
	return status;
}

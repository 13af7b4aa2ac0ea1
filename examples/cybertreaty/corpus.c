/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which documents a question is put to: the installed ones, --corpus, --add, --with. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app.h"

#ifndef CYT_DATA_DIR
#define CYT_DATA_DIR "/usr/local/share/cybertreaty/xml"
#endif

/* Folders of the data below its root, in the order in which --corpus reads them when it is given the
 * root: the digest depends on it. Schemas and stylesheets beside them are no documents. */
static const char *const folders[] = {"instruments", "laws", "states", "vocabulary"};

#define FOLDERS (sizeof(folders) / sizeof(*folders))

static bool
exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0;
}

static bool
is_data_root(const char *root)
{
	struct buffer path = {0};
	bool found;

	buffer_printf(&path, "%s/%s", root, folders[0]);
	found = exists(path.text);
	buffer_release(&path);
	return found;
}

/* The folder of the running program, without the last slash; false if the system does not say. */
static bool
program_folder(char out[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", out, PATH_MAX - 1);
	char *slash;

	if (length <= 0)
		return false;
	out[length] = '\0';
	slash = strrchr(out, '/');
	if (slash)
		*slash = '\0';
	return slash != NULL;
}

/* A program that was moved together with its data finds it beside itself. */
static bool
find_data_root(struct buffer *root)
{
	char folder[PATH_MAX];

	if (program_folder(folder)) {
		buffer_printf(root, "%s/../share/cybertreaty/xml", folder);
		if (is_data_root(root->text))
			return true;
		buffer_release(root);
	}
	buffer_add(root, CYT_DATA_DIR);
	return is_data_root(root->text);
}

int
corpus_installed(const char *name, struct buffer *out)
{
	int status = 0;

	if (!find_data_root(out))
		status = trouble("no %s in %s; name a file of one's own with --style", name, out->text);
	buffer_printf(out, "/%s", name);
	return status;
}

/* A file or table with such a fault is not looked into for what it means; one that is not there has
 * no meaning. */
static bool
hides_more(const struct cyt_diag *diag)
{
	unsigned number = (unsigned)cyt_diag_number(diag), hundred = number / 100;

	return (hundred == 10 && number > 1005) || hundred == 11 || hundred == 16;
}

bool
corpus_is_unread(const struct app *app)
{
	const struct cyt_diag *diag;
	size_t i;

	for (i = 0; (diag = cyt_diags_at(app->diags, i)) != NULL; i++)
		if (hides_more(diag))
			return true;
	return false;
}

void
corpus_print_diags(const struct app *app)
{
	const struct cyt_diag *diag;
	bool error;
	size_t i;

	for (i = 0; (diag = cyt_diags_at(app->diags, i)) != NULL; i++) {
		error = cyt_diag_severity(diag) == CYT_SEVERITY_ERROR;
		if (!error && app->options.quiet)
			continue;
		fprintf(stderr, "%s:%u: %s CYT-%04u: %s\n", cyt_diag_file(diag),
			(unsigned)cyt_diag_line(diag), error ? "error" : "warning",
			(unsigned)cyt_diag_number(diag), cyt_diag_text(diag));
	}
}

void
corpus_print_faults(const struct app *app)
{
	corpus_print_diags(app);
	if (corpus_is_unread(app))
		fputs("What files with such faults mean was not checked; more may follow.\n", stderr);
}

/* Faults of the data are an answer for some commands, so they are no trouble here. */
static int
reading_status(const struct app *app, int err)
{
	if (err == 0 || cyt_diags_error_count(app->diags))
		return 0;
	return trouble("the corpus cannot be loaded: %s", cyt_strerror(err));
}

/* All of it is verified: whoever types a command reads titles. */
static int
open_snapshot(struct app *app, const char *path, struct cyt_corpus **out)
{
	int err = cyt_corpus_open(app->ctx, path, app->diags, out);

	if (err < 0)
		return err;
	err = cyt_corpus_check(*out, path, app->diags);
	if (err < 0) {
		cyt_corpus_unref(*out);
		*out = NULL;
	}
	return err;
}

static int
add_snapshot(struct app *app, struct cyt_loader *loader, const char *path)
{
	struct cyt_corpus *corpus;
	int err = open_snapshot(app, path, &corpus);

	if (err < 0) {
		corpus_print_diags(app);
		return trouble("'%s' cannot be opened: %s", path, cyt_strerror(err));
	}
	err = cyt_loader_add_corpus(loader, corpus);
	cyt_corpus_unref(corpus);
	return err < 0 ? trouble("out of memory") : 0;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && strcmp(text + length - tail, end) == 0;
}

static int
add_path(struct app *app, struct cyt_loader *loader, const char *path)
{
	int err;

	if (!exists(path))
		return trouble("there is no file or folder '%s'", path);
	if (cyt_snapshot_probe(path) == 1)
		return add_snapshot(app, loader, path);
	err = ends_with(path, ".csv") ? cyt_loader_add_csv(loader, path)
				      : cyt_loader_add_path(loader, path);
	return err < 0 ? trouble("out of memory") : 0;
}

static int
add_paths(struct app *app, struct cyt_loader *loader, const struct words *paths)
{
	size_t i;
	int status = 0;

	for (i = 0; i < paths->count && !status; i++)
		status = add_path(app, loader, paths->at[i]);
	return status;
}

/* What takes the place of documents with the same ids. */
static int
add_layer(struct app *app, struct cyt_loader *loader, const struct words *paths)
{
	cyt_loader_begin_layer(loader);
	return add_paths(app, loader, paths);
}

static int
add_installed(struct app *app, struct cyt_loader *loader)
{
	struct buffer root = {0}, path = {0};
	int status = 0;
	size_t i;

	if (!find_data_root(&root))
		status = trouble("no data in %s; name a corpus with --corpus", root.text);
	for (i = 0; i < FOLDERS && !status; i++) {
		buffer_release(&path);
		buffer_printf(&path, "%s/%s", root.text, folders[i]);
		if (exists(path.text))
			status = add_path(app, loader, path.text);
	}
	buffer_release(&root);
	buffer_release(&path);
	return status;
}

static int
add_action(struct cyt_loader *loader, const char *text)
{
	int err = cyt_loader_add_action(loader, text);

	if (err == CYT_ERR_INVALID)
		return trouble("'%s' is not STATE:KIND:INSTRUMENT:DATE", text);
	return err < 0 ? trouble("out of memory") : 0;
}

static int
add_all(struct app *app, struct cyt_loader *loader, const struct words *paths)
{
	const struct options *options = &app->options;
	int status = 0;
	size_t i;

	if (options->corpus.count)
		status = add_paths(app, loader, &options->corpus);
	else if (!paths)
		status = add_installed(app, loader);
	if (!status && paths)
		status = add_layer(app, loader, paths);
	if (!status)
		status = add_layer(app, loader, &options->add);
	if (!status)
		status = add_layer(app, loader, &app->files);
	for (i = 0; i < app->actions.count && !status; i++)
		status = add_action(loader, app->actions.at[i]);
	return status;
}

/* Ids hold neither a slash nor a colon, so the three forms of --with cannot be mixed up; an action
 * has its first colon before any slash. */
static void
sort_with(struct app *app)
{
	const char *with;
	size_t i;

	for (i = 0; i < app->options.with.count; i++) {
		with = app->options.with.at[i];
		if (ends_with(with, ".xml") || with[strcspn(with, ":/")] == '/')
			words_add(&app->files, with);
		else if (strchr(with, ':'))
			words_add(&app->actions, with);
		else
			words_add(&app->laws, with);
	}
}

static bool
is_from(const struct cyt_law *law, const char *path)
{
	const char *file = cyt_element_file(cyt_law_element(law));
	size_t length = strlen(path);

	return strncmp(file, path, length) == 0 &&
	       (!file[length] || file[length] == '/' || ends_with(path, "/"));
}

static void
name_laws_of_files(struct app *app)
{
	const struct cyt_law *law;
	size_t i, k;

	for (i = 0; i < cyt_corpus_law_count(app->corpus); i++) {
		law = cyt_corpus_law_at(app->corpus, i);
		for (k = 0; k < app->files.count; k++)
			if (is_from(law, app->files.at[k]))
				words_add(&app->laws, cyt_law_id(law));
	}
}

static int
check_laws(const struct app *app)
{
	size_t i;

	for (i = 0; i < app->laws.count; i++)
		if (!cyt_corpus_law_find(app->corpus, app->laws.at[i]))
			return names_unknown(app->corpus, NAMES_LAW, "law", app->laws.at[i]);
	return 0;
}

/* The one snapshot that is the whole corpus, or NULL. */
static const char *
lone_snapshot(const struct app *app, const struct words *paths)
{
	const struct options *options = &app->options;
	const struct words *base = paths ? paths : &options->corpus;

	if (base->count != 1 || (paths && options->corpus.count) || options->add.count ||
	    app->files.count || app->actions.count)
		return NULL;
	return cyt_snapshot_probe(base->at[0]) == 1 ? base->at[0] : NULL;
}

static int
read_documents(struct app *app, const struct words *paths)
{
	struct cyt_loader *loader = NULL;
	int status;

	if (cyt_loader_new(app->ctx, &loader) < 0)
		return trouble("out of memory");
	status = add_all(app, loader, paths);
	if (!status)
		status = reading_status(app, cyt_loader_finish(loader, app->diags, &app->corpus));
	cyt_loader_free(loader);
	return status;
}

static int
read_corpus(struct app *app, const struct words *paths)
{
	const char *snapshot = lone_snapshot(app, paths);

	if (!snapshot)
		return read_documents(app, paths);
	return reading_status(app,
			      open_snapshot(app, snapshot, &app->corpus));
}

int
corpus_read(struct app *app, const struct words *paths)
{
	sort_with(app);
	return read_corpus(app, paths);
}

int
corpus_load(struct app *app, const struct words *paths)
{
	int status = corpus_read(app, paths);

	if (status)
		return status;
	corpus_print_faults(app);
	if (!app->corpus)
		return STATUS_TROUBLE;
	name_laws_of_files(app);
	return check_laws(app);
}

int
corpus_load_without(struct app *app, struct cyt_corpus **out)
{
	struct cyt_corpus *with = app->corpus;
	struct words files = app->files, actions = app->actions;
	int status;

	if (!files.count && !actions.count) {
		*out = cyt_corpus_ref(with);
		return 0;
	}
	memset(&app->files, 0, sizeof(app->files));
	memset(&app->actions, 0, sizeof(app->actions));
	app->corpus = NULL;
	status = read_corpus(app, NULL);
	*out = app->corpus;
	app->corpus = with;
	app->files = files;
	app->actions = actions;
	/* What lies below stands without what lies on top, or its faults have been told. */
	return status || *out ? status : STATUS_TROUBLE;
}

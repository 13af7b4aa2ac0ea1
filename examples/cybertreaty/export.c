/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* export and import: documents as rows of a spreadsheet, and back to XML. */
#include <string.h>

#include "app.h"
#include "file.h"

/* -o names a folder: each document is a file there. */
static int
write_folder(struct app *app, const char *what)
{
	struct file_set set = {.folder = app->options.output};
	const struct cyt_element *document = cyt_corpus_document_first(app->corpus, what);
	struct buffer *text;
	int status, err = 0;

	for (; document && !err; document = cyt_corpus_document_next(document, what)) {
		text = file_set_add(&set, cyt_element_attribute(document, "id"));
		err = cyt_export_document_xml(app->corpus, document, buffer_sink, text);
	}
	status = err < 0 ? trouble("%s", cyt_strerror(err)) : file_set_write(&set);
	file_set_release(&set);
	app->delivered = true;
	return status;
}

static int
write_xml(struct app *app, const char *what)
{
	const char *output = app->options.output;
	int err;

	if (output && file_names_folder(output))
		return write_folder(app, what);
	err = cyt_export_xml(app->corpus, what, buffer_sink, &app->text.out);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : STATUS_ANSWERED;
}

static bool
has_format(const struct app *app)
{
	return app->json || app->csv || app->sarif || app->html || app->xml;
}

int
export_run(struct app *app)
{
	const char *what = app->options.arguments.at[0];
	int status, err;

	if (has_format(app))
		return trouble("'export' writes rows by --csv and XML by --xml; see 'show' for JSON");
	if (app->options.as_csv == app->options.as_xml)
		return trouble("'export' wants either --csv or --xml");
	status = corpus_load(app, NULL);
	if (status)
		return status;
	if (!cyt_corpus_document_first(app->corpus, what))
		return names_unknown(app->corpus, NAMES_ANY, "document or jurisdiction", what);
	if (app->options.as_xml)
		return write_xml(app, what);
	err = cyt_export_documents_csv(app->corpus, what, buffer_sink, &app->text.out);
	if (err == CYT_ERR_INVALID)
		return trouble("'%s' is a vocabulary, which has no rows; see --xml", what);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : STATUS_ANSWERED;
}

/* The corpus with the documents of the table in place of its own. */
static int
load_table(struct app *app, const char *path)
{
	struct cyt_loader *loader = NULL;
	struct cyt_corpus *corpus;
	int err;

	err = cyt_loader_new(app->ctx, &loader);
	if (!err)
		err = cyt_loader_add_corpus(loader, app->corpus);
	if (!err)
		err = cyt_loader_add_csv(loader, path);
	if (!err)
		err = cyt_loader_finish(loader, app->diags, &corpus);
	cyt_loader_free(loader);
	corpus_print_faults(app);
	if (err == CYT_ERR_DATA)
		return STATUS_TROUBLE;
	if (err < 0)
		return trouble("'%s' cannot be read: %s", path, cyt_strerror(err));
	cyt_corpus_unref(app->corpus);
	app->corpus = corpus;
	return 0;
}

int
import_run(struct app *app)
{
	const char *path = app->options.arguments.at[0];
	int status;

	if (has_format(app))
		return trouble("'import' writes XML; see 'show' for JSON");
	if (!app->options.as_csv)
		return trouble("'import' wants --csv");
	status = corpus_load(app, NULL);
	if (!status)
		status = load_table(app, path);
	return status ? status : write_xml(app, path);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* compile: documents to a snapshot. */
#include <errno.h>
#include <string.h>

#include "app.h"

int
compile_run(struct app *app)
{
	const struct words *paths = &app->options.arguments;
	const char *output = app->options.output;
	int status, err;

	if (!output)
		return trouble("'compile' wants -o FILE");
	status = corpus_load(app, paths->count ? paths : NULL);
	if (status)
		return status;
	err = cyt_corpus_save(app->corpus, output);
	if (err < 0)
		return trouble("cannot write '%s': %s", output,
			       err == CYT_ERR_IO ? strerror(errno) : cyt_strerror(err));
	app->delivered = true;
	if (app->options.quiet)
		return STATUS_ANSWERED;
	buffer_printf(&app->text.out, "%s: %zu bytes. ", output, cyt_corpus_size(app->corpus));
	corpus_line(app);
	return STATUS_ANSWERED;
}

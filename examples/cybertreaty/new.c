/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* new: an empty law to fill in. */
#include <string.h>

#include "app.h"

int
new_run(struct app *app)
{
	const char *kind = app->options.arguments.at[0], *against = app->options.against;
	int status, err;

	if (strcmp(kind, "law") != 0)
		return trouble("'new' makes a law, not '%s'", kind);
	if (!against)
		return trouble("'new' wants --against INSTRUMENT");
	status = corpus_load(app, NULL);
	if (status)
		return status;
	if (!cyt_corpus_instrument_find(app->corpus, against))
		return names_unknown(app->corpus, NAMES_INSTRUMENT, "instrument", against);
	if (app->csv)
		err = cyt_export_law_template_csv(app->corpus, against, buffer_sink, &app->text.out);
	else
		err = cyt_export_law_template(app->corpus, against, buffer_sink, &app->text.out);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : STATUS_ANSWERED;
}

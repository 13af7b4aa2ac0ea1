/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* report: coverage, gaps and beyond in one page. */
#include "app.h"

int
report_run(struct app *app)
{
	struct cyt_result *result;
	int status = question_ask(app, cyt_query_report, &result);

	if (status)
		return status;
	status = question_export(app, result);
	cyt_result_unref(result);
	return status ? status : question_status(app);
}

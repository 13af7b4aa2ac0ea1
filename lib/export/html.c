/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Results as pages: the report format through a stylesheet. */
#include <cybertreaty/export.h>

#include "export/report_xml.h"
#include "model/corpus.h"
#include "xmlio/transform.h"

int
cyt_export_report_html(const struct cyt_result *result, const char *stylesheet, struct cyt_diags *diags,
		cyt_sink sink, void *data)
{
	const struct cyt_alloc_hooks *hooks = corpus_hooks(cyt_result_corpus(result));
	struct strbuf document;
	int err;

	if (!sink || !stylesheet)
		return CYT_ERR_INVALID;
	err = report_document(result, &document);
	if (!err)
		err = transform(hooks, stylesheet, document.text, document.length, diags, sink,
				data);
	strbuf_release(&document);
	return err;
}

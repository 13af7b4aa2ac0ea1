/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* XSLT 1.0 within limits: no other file than the stylesheet and what it includes from beside it, no
 * network, no writing, bounded steps and depth. */
#ifndef XMLIO_TRANSFORM_H
#define XMLIO_TRANSFORM_H

#include "base/diag.h"

/* Puts a document of our own through the stylesheet in a file, and sends what it makes to the sink.
 * 0; CYT_ERR_DATA with a diagnostic on the stylesheet; CYT_ERR_NOMEM, CYT_ERR_SINK. */
int transform(const struct cyt_alloc_hooks *hooks, const char *stylesheet, const char *document,
	      size_t size, struct cyt_diags *diags, cyt_sink sink, void *data);

#endif

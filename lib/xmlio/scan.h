/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A look at the bytes before libxml2 sees them: encoding, NUL, length of markup, lines of tags. */
#ifndef XMLIO_SCAN_H
#define XMLIO_SCAN_H

#include "base/diag.h"

#define SCAN_MAX_MARKUP 65536u
#define SCAN_MAX_ELEMENTS 1000000u

struct scan {
	size_t start;        /* of the XML, after a byte order mark */
	uint32_t *tag_lines; /* on which line the n-th start tag begins */
	size_t tag_count, tag_capacity;
};

/* 0, CYT_ERR_DATA with a diagnostic, or CYT_ERR_NOMEM. Release it in any case. */
int scan_bytes(const struct cyt_alloc_hooks *hooks, const char *name, const char *bytes,
	       size_t size, struct cyt_diags *diags, struct scan *scan);
void scan_release(const struct cyt_alloc_hooks *hooks, struct scan *scan);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plain sort of XML that nearly all files are, read without libxml2.
 *
 * Whatever is not surely well-formed, within the limits and free of everything special (references,
 * document types, processing instructions, CDATA, prefixes, carriage returns) is left to libxml2, which
 * has the last word and the words for what is wrong. What is read here comes out as it would there. */
#ifndef XMLIO_PLAIN_H
#define XMLIO_PLAIN_H

#include "xmlio/reader.h"

/* 1: read, and all of it handed on (*err is what the handler said); 0: not plain, and nothing was
 * handed on; or CYT_ERR_NOMEM. */
int plain_parse(const struct cyt_alloc_hooks *hooks, struct reader_tags *tags, const char *bytes,
		size_t size, const struct reader_handler *handler, void *data, int *err);

#endif

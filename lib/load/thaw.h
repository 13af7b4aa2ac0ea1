/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The documents of a corpus, read again. */
#ifndef LOAD_THAW_H
#define LOAD_THAW_H

#include <cybertreaty/instrument.h>

#include "xmlio/reader.h"

/* Hands a document of a corpus to a handler as reading its file did. 0 or what the handler
 * returned. */
int thaw_document(const struct cyt_element *document, const struct reader_handler *handler,
		  void *data);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Between exporters and the sink of the caller. */
#ifndef EXPORT_SINK_H
#define EXPORT_SINK_H

#include <cybertreaty/base.h>

#include <jansson.h>

#include "base/alloc.h"

/* A sink that adds to a struct strbuf; the buffer remembers a failure. */
int sink_to_strbuf(void *data, const char *text, size_t length);

/* Adds the text with U+FFFD for bytes that are not UTF-8, as in the name of a file. */
void add_repaired(struct strbuf *buf, const char *text);

/* Writes the value and a line feed. 0, CYT_ERR_SINK or CYT_ERR_NOMEM. */
int sink_json(const json_t *value, cyt_sink sink, void *data);

#endif

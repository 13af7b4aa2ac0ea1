/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The bytes of one file, read by ourselves so that no handler of libxml2 sees the path. */
#ifndef XMLIO_FILE_H
#define XMLIO_FILE_H

#include "base/diag.h"

#define FILE_MAX_BYTES (64u << 20)

/* Reads a regular file of at most FILE_MAX_BYTES; links are not followed. On success
 * *bytes is to be given back with alloc_free(). CYT_ERR_DATA: a diagnostic says why. */
int file_read(const struct cyt_alloc_hooks *hooks, const char *path, struct cyt_diags *diags,
	      char **bytes, size_t *size);

#endif

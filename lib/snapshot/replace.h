/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A file that takes the place of an older one when it is whole. */
#ifndef SNAPSHOT_REPLACE_H
#define SNAPSHOT_REPLACE_H

#include <sys/uio.h>

#include "base/alloc.h"

/* The content is the parts, one after the other. Links are followed and stay. An existing file keeps its mode, and its owner as far as the process
 * may say so; a failure leaves it as it was and nothing beside it. What is no regular file, such as
 * a device or a pipe, is written to as it is. After CYT_ERR_IO errno says why. */
int replace_file(const struct cyt_alloc_hooks *hooks, const char *path, const struct iovec *parts,
		 size_t count);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A file in the making, beside the one whose place it takes when it is whole. */
#ifndef DRAFT_H
#define DRAFT_H

#include "buffer.h"

/* Zeroed before its use. */
struct draft {
	struct buffer path; /* where links lead */
	struct buffer name; /* of the new file; empty while there is none */
};

/* Writes a text for the file called `path`, whose links stay and whose mode is kept. What is no
 * regular file, such as a device or a pipe, is written to as it is. 0, or a status after saying why
 * not; then there is no new file. */
int draft_write(struct draft *draft, const char *path, const struct buffer *text);

/* Puts the new file in its place. 0, or a status after saying why not. */
int draft_settle(struct draft *draft);

/* Removes a new file that has not taken its place. */
void draft_release(struct draft *draft);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that appear when they are whole. */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>

#include "buffer.h"
#include "draft.h"

/* 0, or a status after saying why not. */
int file_write(const struct buffer *text, const char *path);

/* Whether a folder is there, or a slash at the end says that one is wanted. */
bool file_names_folder(const char *path);
/* Whether both are names of one file that is there. */
bool file_is_same(const char *path, const char *other);

/* Several files in a folder, which is made if it is not there: all of them, or none. */
struct file_set {
	const char *folder;
	struct file {
		struct buffer path, text;
		struct draft draft;
	} *files;
	size_t count;
};

/* The text of FOLDER/NAME.xml, to be filled in. */
struct buffer *file_set_add(struct file_set *set, const char *name);
int file_set_write(const struct file_set *set);
void file_set_release(struct file_set *set);

#endif

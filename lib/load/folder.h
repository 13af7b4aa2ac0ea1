/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every .xml file below a folder. */
#ifndef LOAD_FOLDER_H
#define LOAD_FOLDER_H

#include "base/diag.h"

/* A folder with more below it is no corpus: a whole disk would be read for minutes before anything is
 * said. All that lies below counts, whatever file system it is on, so that none is left out unnoticed. */
#define FOLDER_MAX_FOLDERS 4096u

struct path_list {
	const struct cyt_alloc_hooks *hooks;
	char **paths;
	size_t count, capacity;
};

void path_list_init(struct path_list *list, const struct cyt_alloc_hooks *hooks);
void path_list_release(struct path_list *list);

/* Adds what ends in .xml below the folder, sorted by the bytes of the path. Links are passed
 * over. A folder that cannot be listed, or without any file, is CYT_ERR_DATA with a
 * diagnostic; the files that were found are in the list all the same. Of too many folders none are. */
int folder_files(const char *path, struct cyt_diags *diags, struct path_list *files);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Walks a folder without following links. */
#include "load/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "xmlio/file.h"

void
path_list_init(struct path_list *list, const struct cyt_alloc_hooks *hooks)
{
	memset(list, 0, sizeof(*list));
	list->hooks = hooks;
}

void
path_list_release(struct path_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		alloc_free(list->hooks, list->paths[i]);
	alloc_free(list->hooks, list->paths);
	path_list_init(list, list->hooks);
}

/* Takes the path over, also when it fails. */
static int
path_list_add(struct path_list *list, char *path)
{
	if (path && alloc_grow(list->hooks, &list->paths, &list->capacity, list->count + 1,
			       sizeof(*list->paths))) {
		list->paths[list->count++] = path;
		return 0;
	}
	alloc_free(list->hooks, path);
	return CYT_ERR_NOMEM;
}

static char *
join(const struct cyt_alloc_hooks *hooks, const char *folder, const char *name)
{
	size_t head = strlen(folder), tail = strlen(name) + 1;
	char *path;

	while (head > 1 && folder[head - 1] == '/')
		head--;
	path = alloc_resize(hooks, NULL, head + 1 + tail, 1);
	if (!path)
		return NULL;
	memcpy(path, folder, head);
	path[head] = '/';
	memcpy(path + head + 1, name, tail);
	return path;
}

static bool
is_xml_name(const char *name)
{
	size_t length = strlen(name);

	return length > 4 && strcmp(name + length - 4, ".xml") == 0;
}

static int
add_entry(int fd, const char *folder, const char *name, struct path_list *folders,
	  struct path_list *files)
{
	struct path_list *list;
	struct stat status;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return 0;
	/* What has vanished since it was listed is not there. */
	if (fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) < 0 || S_ISLNK(status.st_mode))
		return 0;
	list = S_ISDIR(status.st_mode) ? folders : files;
	if (list == files && !is_xml_name(name))
		return 0;
	return path_list_add(list, join(files->hooks, folder, name));
}

static int
unreadable(const char *path, struct cyt_diags *diags, int code)
{
	int err = diags_add(diags, DIAG_UNREADABLE, path, 0, "%s", reason_text(code));

	return err < 0 ? err : CYT_ERR_DATA;
}

static int
list_folder(const char *path, struct cyt_diags *diags, struct path_list *folders,
	    struct path_list *files)
{
	struct dirent *entry;
	int fd, err = 0;
	DIR *stream;

	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return unreadable(path, diags, errno);
	stream = fdopendir(fd);
	if (!stream) {
		close(fd);
		return CYT_ERR_NOMEM;
	}
	while (err == 0) {
		errno = 0;
		entry = readdir(stream);
		if (!entry) {
			err = errno ? unreadable(path, diags, errno) : 0;
			break;
		}
		err = add_entry(dirfd(stream), path, entry->d_name, folders, files);
	}
	closedir(stream);
	return err;
}

static int
compare_paths(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static int
too_many(const char *path, struct cyt_diags *diags, struct path_list *files)
{
	int err = diags_add(diags, DIAG_TOO_MANY_FOLDERS, path, 0,
			    "more than %u below it; expected the folder of a corpus",
			    FOLDER_MAX_FOLDERS);

	path_list_release(files);
	return err < 0 ? err : CYT_ERR_DATA;
}

int
folder_files(const char *path, struct cyt_diags *diags, struct path_list *files)
{
	struct path_list folders;
	int err, result = 0;
	size_t i;

	path_list_init(&folders, files->hooks);
	err = path_list_add(&folders, alloc_strdup(files->hooks, path));
	for (i = 0; err == 0 && i < folders.count; i++) {
		if (folders.count > FOLDER_MAX_FOLDERS + 1) {
			err = too_many(path, diags, files);
			break;
		}
		err = list_folder(folders.paths[i], diags, &folders, files);
		if (err == CYT_ERR_DATA) {
			result = err;
			err = 0;
		}
	}
	path_list_release(&folders);
	if (err < 0)
		return err;
	if (files->count > 1)
		qsort(files->paths, files->count, sizeof(*files->paths), compare_paths);
	if (files->count > 0 || result < 0)
		return result;
	err = diags_add(diags, DIAG_NO_XML, path, 0, "expected at least one file named *.xml");
	return err < 0 ? err : CYT_ERR_DATA;
}

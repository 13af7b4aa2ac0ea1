/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that appear when they are whole. */
#include "file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names.h"

int
file_write(const struct buffer *text, const char *path)
{
	struct draft draft = {{0}, {0}};
	int status = draft_write(&draft, path, text);

	if (!status)
		status = draft_settle(&draft);
	draft_release(&draft);
	return status;
}

static bool
is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool
file_names_folder(const char *path)
{
	size_t length = strlen(path);

	return is_folder(path) || (length && path[length - 1] == '/');
}

bool
file_is_same(const char *path, const char *other)
{
	struct stat one, two;

	return stat(path, &one) == 0 && stat(other, &two) == 0 && S_ISREG(one.st_mode) &&
	       one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

struct buffer *
file_set_add(struct file_set *set, const char *name)
{
	size_t last = set->count++, length = strlen(set->folder);
	const char *slash = length && set->folder[length - 1] == '/' ? "" : "/";
	struct file *file;

	set->files = grow(set->files, set->count, sizeof(*set->files));
	file = &set->files[last];
	memset(file, 0, sizeof(*file));
	buffer_printf(&file->path, "%s%s%s.xml", set->folder, slash, name);
	return &file->text;
}

/* All drafts are there before the first takes its place. */
static int
write_files(const struct file_set *set)
{
	struct file *file, *end = set->files + set->count;
	int status = 0;

	for (file = set->files; file < end && !status; file++)
		status = draft_write(&file->draft, file->path.text, &file->text);
	for (file = set->files; file < end && !status; file++)
		status = draft_settle(&file->draft);
	for (file = set->files; file < end && status; file++)
		draft_release(&file->draft);
	return status;
}

int
file_set_write(const struct file_set *set)
{
	bool made = !is_folder(set->folder);
	int status;

	if (made && mkdir(set->folder, 0777) < 0)
		return trouble("cannot make the folder '%s': %s", set->folder, strerror(errno));
	status = write_files(set);
	if (status && made)
		rmdir(set->folder);
	return status;
}

void
file_set_release(struct file_set *set)
{
	struct file *file, *end = set->files + set->count;

	for (file = set->files; file < end; file++) {
		buffer_release(&file->path);
		buffer_release(&file->text);
		draft_release(&file->draft);
	}
	free(set->files);
	memset(set, 0, sizeof(*set));
}

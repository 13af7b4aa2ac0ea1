/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A file in the making, beside the one whose place it takes when it is whole. */
#define _GNU_SOURCE
#include "draft.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names.h"

#define MOST_NAMES 100
#define MOST_LINKS 40

static int
cannot_write(const char *path)
{
	return trouble("cannot write '%s': %s", path, strerror(errno));
}

/* The folder of a path with its slash; 0 for the one we are in. */
static size_t
folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

/* A link there, as /dev/stdout leads to one, is an open file of some process. A rename would take
 * its name from it. */
static bool
is_in_proc(const struct stat *status)
{
	struct stat proc;

	return stat("/proc/self", &proc) == 0 && proc.st_dev == status->st_dev;
}

static bool
follow_link(struct buffer *path)
{
	char to[PATH_MAX];
	ssize_t length = readlink(path->text, to, sizeof(to));

	if (length < 0)
		return false;
	path->length = to[0] == '/' ? 0 : folder_length(path->text);
	buffer_addn(path, to, (size_t)length);
	return true;
}

/* Where links lead; a mode of 0 if nothing is there. */
static bool
find_place(struct buffer *path, struct stat *status)
{
	int links;

	for (links = 0; links <= MOST_LINKS; links++) {
		status->st_mode = 0;
		if (lstat(path->text, status) < 0)
			return errno == ENOENT;
		if (!S_ISLNK(status->st_mode) || is_in_proc(status))
			return true;
		if (!follow_link(path))
			return false;
	}
	errno = ELOOP;
	return false;
}

static bool
write_all(int fd, const char *text, size_t length)
{
	ssize_t done;

	while (length) {
		done = write(fd, text, length);
		if (done < 0 && errno == EINTR)
			continue;
		if (done == 0)
			errno = ENOSPC;
		if (done <= 0)
			return false;
		text += done;
		length -= (size_t)done;
	}
	return true;
}

/* Closes in any case, and keeps the reason of what failed first. */
static bool
finish(int fd, bool written)
{
	int error = errno;

	if (close(fd) < 0 && written)
		return false;
	errno = error;
	return written;
}

static bool
write_directly(const char *path, const struct buffer *text)
{
	int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY);

	return fd >= 0 && finish(fd, write_all(fd, buffer_text(text), text->length));
}

/* Its name does not grow with that of the place, which may be as long as names get. */
static int
create_beside(struct draft *draft, mode_t mode)
{
	int i, fd = -1;

	for (i = 0; i < MOST_NAMES && fd < 0; i++) {
		draft->name.length = 0;
		buffer_addn(&draft->name, draft->path.text, folder_length(draft->path.text));
		buffer_printf(&draft->name, ".cybertreaty-%ld-%d.new", (long)getpid(), i);
		fd = open(draft->name.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	if (fd < 0)
		draft->name.length = 0;
	return fd;
}

/* Of the owner as far as we may; a mode that was meant for another owner is not passed on whole. */
static bool
keep_mode(int fd, const struct stat *status)
{
	mode_t mode = status->st_mode & 07777;

	if (fchown(fd, status->st_uid, status->st_gid) < 0)
		mode &= 0777;
	return fchmod(fd, mode) == 0;
}

static bool
write_beside(struct draft *draft, const struct stat *status, const struct buffer *text)
{
	bool exists = status->st_mode != 0, written;
	int fd;

	/* A file that nobody may write to is not replaced, though its folder would allow that. */
	if (exists && faccessat(AT_FDCWD, draft->path.text, W_OK, AT_EACCESS) < 0)
		return false;
	fd = create_beside(draft, exists ? 0600 : 0666);
	if (fd < 0)
		return false;
	written = write_all(fd, buffer_text(text), text->length) &&
		  (!exists || keep_mode(fd, status)) && fsync(fd) == 0;
	return finish(fd, written);
}

static void
remove_new(struct draft *draft)
{
	int error = errno;

	if (draft->name.length)
		unlink(draft->name.text);
	draft->name.length = 0;
	errno = error;
}

int
draft_write(struct draft *draft, const char *path, const struct buffer *text)
{
	struct stat status;
	bool written;

	buffer_add(&draft->path, path);
	written = find_place(&draft->path, &status);
	if (written)
		written = status.st_mode && !S_ISREG(status.st_mode)
				  ? write_directly(draft->path.text, text)
				  : write_beside(draft, &status, text);
	if (written)
		return 0;
	remove_new(draft);
	return cannot_write(path);
}

/* The name is safe on disk only when its folder is; where that cannot be said the file is there all
 * the same. */
static void
sync_folder(struct buffer *path)
{
	size_t length = folder_length(path->text);
	int fd;

	path->text[length] = '\0';
	fd = open(length ? path->text : ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

int
draft_settle(struct draft *draft)
{
	if (!draft->name.length)
		return 0;
	if (rename(draft->name.text, draft->path.text) < 0) {
		remove_new(draft);
		return cannot_write(draft->path.text);
	}
	draft->name.length = 0;
	sync_folder(&draft->path);
	return 0;
}

void
draft_release(struct draft *draft)
{
	remove_new(draft);
	buffer_release(&draft->path);
	buffer_release(&draft->name);
}

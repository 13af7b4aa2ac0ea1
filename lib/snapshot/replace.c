/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A file that takes the place of an older one when it is whole: written beside it under a name of
 * its own, put on the disk, renamed. */
#include "snapshot/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cybertreaty/base.h>

#define MOST_NAMES 100
#define MOST_LINKS 40

/* Where links lead. */
struct place {
	struct strbuf path;
	bool exists, direct; /* direct: written to as it is */
	struct stat status;
};

/* -- links ----------------------------------------------------------------------------------- */

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

static int
follow_link(struct place *place)
{
	const char *path = strbuf_text(&place->path);
	size_t folder = folder_length(path);
	char to[PATH_MAX];
	ssize_t length = readlink(path, to, sizeof(to));

	if (length < 0)
		return CYT_ERR_IO;
	if (to[0] == '/')
		folder = 0;
	place->path.length = folder;
	strbuf_addn(&place->path, to, (size_t)length);
	return strbuf_text(&place->path) ? 0 : CYT_ERR_NOMEM;
}

static int
find_place(struct place *place, const char *path)
{
	int links, err;

	strbuf_add(&place->path, path);
	if (!strbuf_text(&place->path))
		return CYT_ERR_NOMEM;
	for (links = 0; links <= MOST_LINKS; links++) {
		if (lstat(strbuf_text(&place->path), &place->status) < 0)
			return errno == ENOENT ? 0 : CYT_ERR_IO;
		place->direct = !S_ISREG(place->status.st_mode);
		place->exists = true;
		if (!S_ISLNK(place->status.st_mode) || is_in_proc(&place->status))
			return 0;
		place->exists = place->direct = false;
		err = follow_link(place);
		if (err < 0)
			return err;
	}
	errno = ELOOP;
	return CYT_ERR_IO;
}

/* -- writing --------------------------------------------------------------------------------- */

static int
write_all(int fd, const char *bytes, size_t size)
{
	ssize_t done;

	while (size > 0) {
		done = write(fd, bytes, size);
		if (done < 0 && errno == EINTR)
			continue;
		if (done == 0)
			errno = ENOSPC;
		if (done <= 0)
			return CYT_ERR_IO;
		bytes += done;
		size -= (size_t)done;
	}
	return 0;
}

static int
write_parts(int fd, const struct iovec *parts, size_t count)
{
	int err = 0;

	for (size_t i = 0; i < count && err == 0; i++)
		err = write_all(fd, parts[i].iov_base, parts[i].iov_len);
	return err;
}

/* Closes in any case, and keeps the reason of what failed first. */
static int
finish(int fd, int err)
{
	int why = errno;

	if (close(fd) < 0 && err == 0)
		return CYT_ERR_IO;
	errno = why;
	return err;
}

static int
write_directly(const char *path, const struct iovec *parts, size_t count)
{
	int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY);

	return fd < 0 ? CYT_ERR_IO : finish(fd, write_parts(fd, parts, count));
}

/* A new file in the folder of the place. Its name does not grow with that of the place, which may be
 * as long as names get. */
static int
create_beside(const struct place *place, struct strbuf *name, int *out)
{
	const char *path = strbuf_text(&place->path);

	for (int i = 0; i < MOST_NAMES; i++) {
		strbuf_clear(name);
		strbuf_addn(name, path, folder_length(path));
		strbuf_printf(name, ".cybertreaty-%ld-%d.new", (long)getpid(), i);
		if (!strbuf_text(name))
			return CYT_ERR_NOMEM;
		*out = open(strbuf_text(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			    place->exists ? 0600 : 0666);
		if (*out >= 0)
			return 0;
		if (errno != EEXIST)
			break;
	}
	return CYT_ERR_IO;
}

/* Of the owner as far as we may; a mode that was meant for another owner is not passed on whole. */
static int
keep_mode(int fd, const struct stat *status)
{
	mode_t mode = status->st_mode & 07777;

	if (fchown(fd, status->st_uid, status->st_gid) < 0)
		mode &= 0777;
	return fchmod(fd, mode) < 0 ? CYT_ERR_IO : 0;
}

/* The name is safe on disk only when its folder is. A file system that cannot say so is no reason
 * to fail: the file is there. */
static void
sync_folder(struct strbuf *name, const char *path)
{
	size_t length = folder_length(path);
	int fd;

	strbuf_clear(name);
	strbuf_addn(name, length ? path : ".", length ? length : 1);
	fd = strbuf_text(name) ? open(strbuf_text(name), O_RDONLY | O_CLOEXEC | O_DIRECTORY) : -1;
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static int
write_beside(const struct place *place, const struct iovec *parts, size_t count,
	     struct strbuf *name)
{
	const char *path = strbuf_text(&place->path);
	int fd, err, why;

	/* A file that nobody may write to is not replaced, though its folder would allow that. */
	if (place->exists && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) < 0)
		return CYT_ERR_IO;
	err = create_beside(place, name, &fd);
	if (err < 0)
		return err;
	err = write_parts(fd, parts, count);
	if (err == 0 && place->exists)
		err = keep_mode(fd, &place->status);
	if (err == 0 && fsync(fd) < 0)
		err = CYT_ERR_IO;
	err = finish(fd, err);
	if (err == 0 && rename(strbuf_text(name), path) < 0)
		err = CYT_ERR_IO;
	if (err == 0) {
		sync_folder(name, path);
		return 0;
	}
	why = errno;
	unlink(strbuf_text(name));
	errno = why;
	return err;
}

int
replace_file(const struct cyt_alloc_hooks *hooks, const char *path, const struct iovec *parts,
	     size_t count)
{
	struct place place = { .exists = false };
	struct strbuf name;
	int err, why;

	strbuf_init(&place.path, hooks);
	strbuf_init(&name, hooks);
	err = find_place(&place, path);
	if (err == 0)
		err = place.direct ? write_directly(strbuf_text(&place.path), parts, count)
				   : write_beside(&place, parts, count, &name);
	why = errno;
	strbuf_release(&name);
	strbuf_release(&place.path);
	errno = why;
	return err;
}

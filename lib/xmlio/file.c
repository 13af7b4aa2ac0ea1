/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The bytes of one file: regular, not linked, within the cap. */
#include "xmlio/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"

static int
open_regular(const char *path, struct cyt_diags *diags, struct stat *status, int *out)
{
	int fd, err;

	/* O_NONBLOCK: opening a FIFO must not wait for a writer. */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0 && errno == ELOOP)
		err = diags_add(diags, DIAG_NOT_REGULAR, path, 0,
				"a symbolic link; expected the file itself");
	else if (fd < 0)
		err = diags_add(diags, DIAG_UNREADABLE, path, 0, "%s", reason_text(errno));
	else if (fstat(fd, status) < 0)
		err = diags_add(diags, DIAG_UNREADABLE, path, 0, "%s", reason_text(errno));
	else if (!S_ISREG(status->st_mode))
		err = diags_add(diags, DIAG_NOT_REGULAR, path, 0, "%s; expected a file",
				S_ISDIR(status->st_mode)    ? "a folder"
				: S_ISFIFO(status->st_mode) ? "a FIFO"
							    : "a device or socket");
	else if (status->st_size > (off_t)FILE_MAX_BYTES)
		err = diags_add(diags, DIAG_TOO_LARGE, path, 0,
				"%lld bytes; expected at most %u",
				(long long)status->st_size, FILE_MAX_BYTES);
	else {
		*out = fd;
		return 0;
	}
	if (fd >= 0)
		close(fd);
	return err < 0 ? err : CYT_ERR_DATA;
}

static int
read_all(const struct cyt_alloc_hooks *hooks, int fd, const char *path, struct cyt_diags *diags,
	 char **bytes, size_t *capacity, size_t *size)
{
	ssize_t got;
	int err;

	for (;;) {
		/* The file may grow under us: the cap is on what is read. */
		if (*size > FILE_MAX_BYTES) {
			err = diags_add(diags, DIAG_TOO_LARGE, path, 0,
					"it is growing; expected at most %u bytes",
					FILE_MAX_BYTES);
			return err < 0 ? err : CYT_ERR_DATA;
		}
		if (!alloc_grow(hooks, bytes, capacity, *size + 1, 1))
			return CYT_ERR_NOMEM;
		got = read(fd, *bytes + *size, *capacity - *size);
		if (got == 0)
			return 0;
		if (got > 0) {
			*size += (size_t)got;
			continue;
		}
		if (errno == EINTR)
			continue;
		err = diags_add(diags, DIAG_UNREADABLE, path, 0, "%s", reason_text(errno));
		return err < 0 ? err : CYT_ERR_DATA;
	}
}

int
file_read(const struct cyt_alloc_hooks *hooks, const char *path, struct cyt_diags *diags,
	  char **bytes, size_t *size)
{
	struct stat status;
	size_t capacity = 0;
	char *block = NULL;
	int fd, err;

	*bytes = NULL;
	*size = 0;
	err = open_regular(path, diags, &status, &fd);
	if (err < 0)
		return err;
	if (alloc_grow(hooks, &block, &capacity, (size_t)status.st_size + 1, 1))
		err = read_all(hooks, fd, path, diags, &block, &capacity, size);
	else
		err = CYT_ERR_NOMEM;
	close(fd);
	if (err < 0)
		alloc_free(hooks, block);
	else
		*bytes = block;
	return err;
}

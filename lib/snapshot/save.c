/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saving: the image as it is, to a new file that then takes the place of the old one. */
#include <cybertreaty/corpus.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "model/corpus.h"
#include "model/image.h"

#define MOST_NAMES 100

/* A new file beside `path`; its name replaces what is in `name`. */
static int
create_beside(const char *path, struct strbuf *name, int *out)
{
	int i;

	for (i = 0; i < MOST_NAMES; i++) {
		strbuf_clear(name);
		strbuf_printf(name, "%s.%ld-%d.new", path, (long)getpid(), i);
		if (!strbuf_text(name))
			return CYT_ERR_NOMEM;
		*out = open(strbuf_text(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (*out >= 0)
			return 0;
		if (errno != EEXIST)
			break;
	}
	return CYT_ERR_IO;
}

static int
write_all(int fd, const char *bytes, size_t size)
{
	ssize_t done;

	while (size > 0) {
		done = write(fd, bytes, size);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return CYT_ERR_IO;
		bytes += done;
		size -= (size_t)done;
	}
	return 0;
}

/* The name is safe on disk only when its folder is. A file system that cannot say so is no reason
 * to fail: the file is there. */
static void
sync_folder(struct strbuf *name, const char *path)
{
	const char *slash = strrchr(path, '/');
	int fd;

	strbuf_clear(name);
	strbuf_addn(name, slash ? path : ".", slash ? (size_t)(slash - path) + 1 : 1);
	fd = strbuf_text(name) ? open(strbuf_text(name), O_RDONLY | O_CLOEXEC | O_DIRECTORY) : -1;
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static int
save(const struct image *image, const char *path, struct strbuf *name)
{
	int fd, err;

	err = create_beside(path, name, &fd);
	if (err < 0)
		return err;
	err = write_all(fd, (const char *)image, image->size);
	if (err == 0 && fsync(fd) < 0)
		err = CYT_ERR_IO;
	if (close(fd) < 0)
		err = CYT_ERR_IO;
	if (err == 0 && rename(strbuf_text(name), path) < 0)
		err = CYT_ERR_IO;
	if (err < 0)
		unlink(strbuf_text(name));
	else
		sync_folder(name, path);
	return err;
}

int
cyt_corpus_save(const struct cyt_corpus *corpus, const char *path)
{
	struct strbuf name;
	struct stat status;
	int err;

	if (!path || !*path)
		return CYT_ERR_INVALID;
	/* A rename would put a file in the place of a device or a link. */
	if (lstat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return CYT_ERR_IO;
	strbuf_init(&name, corpus_hooks(corpus));
	err = save(corpus_image(corpus), path, &name);
	strbuf_release(&name);
	return err;
}

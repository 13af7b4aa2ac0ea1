/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Opening snapshots: mapped or copied, and verified before anyone reads. */
#include <cybertreaty/corpus.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ctx.h"
#include "base/diag.h"
#include "base/reason.h"
#include "model/corpus.h"
#include "model/image.h"

uint32_t
cyt_format_version(void)
{
	return IMAGE_FORMAT;
}

/* `err`, unless the diagnostic itself found no memory. */
static int
complain(struct cyt_diags *diags, enum diag_number number, const char *path, const char *detail,
	 int err)
{
	int failed = diags_add(diags, number, path, 0, "%s", detail);

	return failed < 0 ? failed : err;
}

static int
open_file(const char *path, struct cyt_diags *diags, int *fd, size_t *size)
{
	struct stat status;
	int err;

	/* O_NONBLOCK: opening a FIFO must not wait for a writer. */
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (*fd < 0)
		return complain(diags, DIAG_UNREADABLE, path, reason_text(errno), CYT_ERR_IO);
	if (fstat(*fd, &status) < 0)
		err = complain(diags, DIAG_UNREADABLE, path, reason_text(errno), CYT_ERR_IO);
	else if (!S_ISREG(status.st_mode))
		err = complain(diags, DIAG_UNREADABLE, path, "not a regular file", CYT_ERR_IO);
	else if (status.st_size < (off_t)sizeof(IMAGE_MAGIC) - 1)
		err = complain(diags, DIAG_NOT_A_SNAPSHOT, path, "too short to be one",
			       CYT_ERR_FORMAT);
	else if ((uintmax_t)status.st_size > UINT32_MAX)
		err = complain(diags, DIAG_SNAPSHOT_DAMAGED, path, "longer than any snapshot",
			       CYT_ERR_FORMAT);
	else {
		*size = (size_t)status.st_size;
		return 0;
	}
	close(*fd);
	return err;
}

/* Says what is wrong as closely as its first bytes allow: only a snapshot of this format can be
 * damaged. */
static int
check(const char *path, const struct image *image, size_t size,
      const char *(*verify)(const void *bytes, size_t size), struct cyt_diags *diags)
{
	const char *wrong;

	if (memcmp(image->magic, IMAGE_MAGIC, sizeof(image->magic)) != 0)
		return complain(diags, DIAG_NOT_A_SNAPSHOT, path, "it begins otherwise",
				CYT_ERR_FORMAT);
	if (size >= offsetof(struct image, size) && image->order != IMAGE_ORDER)
		return complain(diags, DIAG_SNAPSHOT_FORMAT, path, "another byte order",
				CYT_ERR_FORMAT);
	if (size >= offsetof(struct image, size) && image->format != IMAGE_FORMAT)
		return complain(diags, DIAG_SNAPSHOT_FORMAT, path, "another format number",
				CYT_ERR_FORMAT);
	wrong = verify(image, size);
	return wrong ? complain(diags, DIAG_SNAPSHOT_DAMAGED, path, wrong, CYT_ERR_FORMAT) : 0;
}

static void
unmap(struct image *image, size_t size)
{
	munmap(image, size);
}

int
cyt_corpus_open(struct cyt_ctx *ctx, const char *path, struct cyt_diags *diags,
		struct cyt_corpus **out)
{
	struct image *image;
	size_t size;
	int fd, err;

	*out = NULL;
	if (!path)
		return CYT_ERR_INVALID;
	err = open_file(path, diags, &fd, &size);
	if (err < 0)
		return err;
	image = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	err = errno;
	close(fd);
	if ((void *)image == MAP_FAILED)
		return complain(diags, DIAG_UNREADABLE, path, reason_text(err), CYT_ERR_IO);
	err = check(path, image, size, image_verify_rows, diags);
	/* What is known of the documents is noted in the header, which is this process's own. */
	if (err == 0 && mprotect(image, sizeof(*image), PROT_READ | PROT_WRITE) < 0)
		err = CYT_ERR_NOMEM;
	if (err < 0) {
		unmap(image, size);
		return err;
	}
	return corpus_adopt(&ctx->hooks, image, unmap, out);
}

int
cyt_corpus_check(const struct cyt_corpus *corpus, const char *name, struct cyt_diags *diags)
{
	const struct image *image = corpus_image(corpus);

	if (image_documents_sound(image))
		return 0;
	return complain(diags, DIAG_SNAPSHOT_DAMAGED, name ? name : "",
			image_verify_documents(image), CYT_ERR_FORMAT);
}

static int
read_file(int fd, const char *path, char *bytes, size_t size, struct cyt_diags *diags)
{
	size_t at = 0;
	ssize_t got;

	while (at < size) {
		got = read(fd, bytes + at, size - at);
		if (got > 0) {
			at += (size_t)got;
			continue;
		}
		if (got < 0 && errno == EINTR)
			continue;
		return complain(diags, DIAG_UNREADABLE, path,
				got < 0 ? reason_text(errno) : "it became shorter", CYT_ERR_IO);
	}
	return 0;
}

int
cyt_corpus_open_copy(struct cyt_ctx *ctx, const char *path, struct cyt_diags *diags,
		     struct cyt_corpus **out)
{
	struct image *image;
	size_t size;
	int fd, err;

	*out = NULL;
	if (!path)
		return CYT_ERR_INVALID;
	err = open_file(path, diags, &fd, &size);
	if (err < 0)
		return err;
	image = alloc_resize(&ctx->hooks, NULL, size, 1);
	err = image ? read_file(fd, path, (char *)image, size, diags) : CYT_ERR_NOMEM;
	close(fd);
	if (err == 0)
		err = check(path, image, size, image_verify, diags);
	if (err < 0) {
		alloc_free(&ctx->hooks, image);
		return err;
	}
	return corpus_adopt(&ctx->hooks, image, NULL, out);
}

int
cyt_snapshot_probe(const char *path)
{
	char magic[sizeof(IMAGE_MAGIC) - 1];
	struct stat status;
	ssize_t got;
	int fd;

	fd = path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
	if (fd < 0)
		return CYT_ERR_IO;
	if (fstat(fd, &status) < 0 || !S_ISREG(status.st_mode)) {
		close(fd);
		return 0;
	}
	do
		got = read(fd, magic, sizeof(magic));
	while (got < 0 && errno == EINTR);
	close(fd);
	if (got < 0)
		return CYT_ERR_IO;
	return got == (ssize_t)sizeof(magic) && memcmp(magic, IMAGE_MAGIC, sizeof(magic)) == 0;
}

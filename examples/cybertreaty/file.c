/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that appear when they are whole. */
#define _GNU_SOURCE
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names.h"

static bool
write_draft(const struct buffer *text, const char *path)
{
	FILE *file = fopen(path, "we");
	bool written;

	if (!file)
		return false;
	written = fwrite(buffer_text(text), 1, text->length, file) == text->length;
	return fclose(file) == 0 && written;
}

static int
cannot_write(const char *path, int error)
{
	return trouble("cannot write '%s': %s", path, strerror(error));
}

/* Nobody ever sees half an answer: the file appears when it is whole. Only a device, a pipe or a
 * link is written to as it is, for a rename would put a file in its place. */
int
file_write(const struct buffer *text, const char *path)
{
	struct buffer draft = {0};
	struct stat status;
	bool written, direct;
	int error;

	direct = lstat(path, &status) == 0 && !S_ISREG(status.st_mode);
	buffer_printf(&draft, direct ? "%s" : "%s.tmp", path);
	written = write_draft(text, draft.text) && (direct || rename(draft.text, path) == 0);
	error = errno;
	if (!written && !direct)
		unlink(draft.text);
	buffer_release(&draft);
	return written ? 0 : cannot_write(path, error);
}

bool
file_is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

struct buffer *
file_set_add(struct file_set *set, const char *name)
{
	size_t last = set->count++, length = strlen(set->folder);
	const char *slash = length && set->folder[length - 1] == '/' ? "" : "/";

	set->paths = grow(set->paths, set->count, sizeof(*set->paths));
	set->texts = grow(set->texts, set->count, sizeof(*set->texts));
	memset(&set->paths[last], 0, sizeof(*set->paths));
	memset(&set->texts[last], 0, sizeof(*set->texts));
	buffer_printf(&set->paths[last], "%s%s%s.xml.tmp", set->folder, slash, name);
	return &set->texts[last];
}

/* Without the ".tmp". */
static int
settle(const struct buffer *draft)
{
	struct buffer path = {0};
	int status = 0;

	buffer_addn(&path, draft->text, draft->length - strlen(".tmp"));
	if (rename(draft->text, path.text) != 0)
		status = cannot_write(path.text, errno);
	buffer_release(&path);
	return status;
}

/* All drafts are there before the first takes its place. */
int
file_set_write(const struct file_set *set)
{
	size_t i, drafts = 0;
	int status = 0;

	for (; drafts < set->count && !status; drafts++)
		if (!write_draft(&set->texts[drafts], set->paths[drafts].text))
			status = cannot_write(set->paths[drafts].text, errno);
	for (i = 0; i < set->count && !status; i++)
		status = settle(&set->paths[i]);
	for (i = 0; status && i < drafts; i++)
		unlink(set->paths[i].text);
	return status;
}

void
file_set_release(struct file_set *set)
{
	size_t i;

	for (i = 0; i < set->count; i++) {
		buffer_release(&set->paths[i]);
		buffer_release(&set->texts[i]);
	}
	free(set->paths);
	free(set->texts);
	memset(set, 0, sizeof(*set));
}

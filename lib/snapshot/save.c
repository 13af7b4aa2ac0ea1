/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saving: the image as it is. */
#include <cybertreaty/corpus.h>

#include <stdatomic.h>
#include <string.h>

#include "model/corpus.h"
#include "model/image.h"
#include "snapshot/replace.h"

int
cyt_corpus_save(const struct cyt_corpus *corpus, const char *path)
{
	const struct image *image = corpus_image(corpus);
	struct iovec parts[2];
	struct image head;

	if (!path || !*path)
		return CYT_ERR_INVALID;
	/* What this process knows of the documents is not for others. */
	memcpy(&head, image, sizeof(head));
	atomic_init(&head.documents, DOCUMENTS_UNSEEN);
	parts[0] = (struct iovec){ &head, sizeof(head) };
	parts[1] = (struct iovec){ (void *)(uintptr_t)(image + 1), image->size - sizeof(head) };
	return replace_file(corpus_hooks(corpus), path, parts, 2);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saving: the image as it is. */
#include <cybertreaty/corpus.h>

#include "model/corpus.h"
#include "model/image.h"
#include "snapshot/replace.h"

int
cyt_corpus_save(const struct cyt_corpus *corpus, const char *path)
{
	const struct image *image = corpus_image(corpus);

	if (!path || !*path)
		return CYT_ERR_INVALID;
	return replace_file(corpus_hooks(corpus), path, image, image->size);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The counted corpus around an image. */
#include "model/corpus.h"

#include <stdatomic.h>

#include "model/image.h"
#include "model/index.h"

struct cyt_corpus {
	atomic_uint refs;
	struct cyt_alloc_hooks hooks;
	struct image *image;
	_Atomic(struct index *) index;
	void (*release)(struct image *image, size_t size);
};

static void
release_image(const struct cyt_alloc_hooks *hooks, struct image *image,
	      void (*release)(struct image *image, size_t size))
{
	if (release)
		release(image, image->size);
	else
		alloc_free(hooks, image);
}

int
corpus_adopt(const struct cyt_alloc_hooks *hooks, struct image *image,
	     void (*release)(struct image *image, size_t size), struct cyt_corpus **out)
{
	struct cyt_corpus *corpus = alloc_zero(hooks, 1, sizeof(*corpus));

	*out = NULL;
	if (!corpus) {
		release_image(hooks, image, release);
		return CYT_ERR_NOMEM;
	}
	atomic_init(&corpus->refs, 1);
	atomic_init(&corpus->index, NULL);
	corpus->hooks = *hooks;
	corpus->image = image;
	corpus->release = release;
	*out = corpus;
	return 0;
}

struct cyt_corpus *
cyt_corpus_ref(struct cyt_corpus *corpus)
{
	atomic_fetch_add_explicit(&corpus->refs, 1, memory_order_relaxed);
	return corpus;
}

void
cyt_corpus_unref(struct cyt_corpus *corpus)
{
	struct cyt_alloc_hooks hooks;

	if (!corpus || atomic_fetch_sub_explicit(&corpus->refs, 1, memory_order_acq_rel) != 1)
		return;
	/* The hooks live in the block that they free. */
	hooks = corpus->hooks;
	index_free(atomic_load(&corpus->index));
	release_image(&hooks, corpus->image, corpus->release);
	alloc_free(&hooks, corpus);
}

const struct image *
corpus_image(const struct cyt_corpus *corpus)
{
	return corpus->image;
}

bool
corpus_documents_sound(const struct cyt_corpus *corpus)
{
	return image_documents_sound(corpus->image);
}

const struct index *
corpus_index(struct cyt_corpus *corpus)
{
	struct index *known = atomic_load_explicit(&corpus->index, memory_order_acquire), *made;

	if (known)
		return known;
	made = index_new(corpus->image, &corpus->hooks);
	if (!made || atomic_compare_exchange_strong(&corpus->index, &known, made))
		return made;
	/* Another thread was faster. */
	index_free(made);
	return known;
}

const struct cyt_alloc_hooks *
corpus_hooks(const struct cyt_corpus *corpus)
{
	return &corpus->hooks;
}

cyt_date
cyt_corpus_date(const struct cyt_corpus *corpus)
{
	return (cyt_date)corpus->image->date;
}

const char *
cyt_corpus_digest(const struct cyt_corpus *corpus)
{
	return corpus->image->digest;
}

size_t
cyt_corpus_size(const struct cyt_corpus *corpus)
{
	return corpus->image->size;
}

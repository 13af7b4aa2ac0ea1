/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Layers of documents: one takes the place of those of its kind and id in the layers below. */
#ifndef LOAD_LAYERS_H
#define LOAD_LAYERS_H

#include <cybertreaty/corpus.h>

#include "base/alloc.h"
#include "xmlio/reader.h"

#define LAYERS_BUCKETS 1024

struct layered;

/* What the layers above the lowest have, by what their ids hash to. */
struct layers {
	struct arena arena;
	struct layered *buckets[LAYERS_BUCKETS];
	unsigned top; /* the highest that has anything */
};

void layers_init(struct layers *layers, const struct cyt_alloc_hooks *hooks);
void layers_release(struct layers *layers);

/* Whether a layer above has such a document. */
bool layers_hide(const struct layers *layers, unsigned layer, const char *kind, const char *id);

/* Reads documents of a layer and notes them. What is wrong with them is told when they are loaded. */
struct layers_scan {
	struct layers *layers;
	const struct cyt_alloc_hooks *hooks;
	struct reader_tags *tags;
	unsigned layer, depth;
	bool wrapped; /* in <corpus> */
};

extern const struct reader_handler layers_scan_handler; /* its data is a struct layers_scan */

/* 0 or CYT_ERR_NOMEM. */
int layers_note_bytes(struct layers_scan *scan, const char *bytes, size_t size);
int layers_note_file(struct layers_scan *scan, const char *path);
int layers_note_folder(struct layers_scan *scan, const char *path);
int layers_note_corpus(struct layers_scan *scan, const struct cyt_corpus *corpus);

/* Whether an element at a depth from 1 is a document; `wrapped` is kept between calls. */
bool layers_is_document(const struct reader_element *element, unsigned depth, bool *wrapped);
/* Its id, NULL for none. */
const char *layers_id(const struct reader_element *element);

#endif

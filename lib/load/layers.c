/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Layers of documents: which are hidden by others. */
#include "load/layers.h"

#include <string.h>

#include <cybertreaty/instrument.h>

#include "load/folder.h"
#include "model/corpus.h"
#include "xmlio/file.h"

struct layered {
	const char *kind, *id;
	unsigned layer;
	struct layered *next;
};

void
layers_init(struct layers *layers, const struct cyt_alloc_hooks *hooks)
{
	memset(layers, 0, sizeof(*layers));
	arena_init(&layers->arena, hooks);
}

void
layers_release(struct layers *layers)
{
	arena_release(&layers->arena);
	memset(layers->buckets, 0, sizeof(layers->buckets));
	layers->top = 0;
}

/* White space around an id does not count. */
static size_t
id_length(const char **id)
{
	*id += strspn(*id, " ");
	return strcspn(*id, " ");
}

static size_t
bucket_of(const char *id, size_t length)
{
	size_t hash = 0;

	while (length--)
		hash = hash * 31 + (unsigned char)*id++;
	return hash % LAYERS_BUCKETS;
}

static int
note(struct layers *layers, unsigned layer, const char *kind, const char *id)
{
	struct layered *row = arena_alloc(&layers->arena, 1, sizeof(*row));
	size_t length = id_length(&id), bucket = bucket_of(id, length);

	if (!row)
		return CYT_ERR_NOMEM;
	row->kind = arena_strndup(&layers->arena, kind, strlen(kind));
	row->id = arena_strndup(&layers->arena, id, length);
	row->layer = layer;
	if (!row->kind || !row->id)
		return CYT_ERR_NOMEM;
	row->next = layers->buckets[bucket];
	layers->buckets[bucket] = row;
	layers->top = layer > layers->top ? layer : layers->top;
	return 0;
}

bool
layers_hide(const struct layers *layers, unsigned layer, const char *kind, const char *id)
{
	size_t length = id_length(&id);
	const struct layered *row;

	if (layer >= layers->top)
		return false;
	for (row = layers->buckets[bucket_of(id, length)]; row; row = row->next)
		if (row->layer > layer && strcmp(row->kind, kind) == 0 &&
		    strncmp(row->id, id, length) == 0 && !row->id[length])
			return true;
	return false;
}

/* -- documents as events ---------------------------------------------------------------------- */

bool
layers_is_document(const struct reader_element *element, unsigned depth, bool *wrapped)
{
	if (depth == 1)
		*wrapped = strcmp(element->name, "corpus") == 0;
	return depth == (*wrapped ? 2 : 1);
}

const char *
layers_id(const struct reader_element *element)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (!*element->attributes[i].uri && strcmp(element->attributes[i].name, "id") == 0)
			return element->attributes[i].value;
	return NULL;
}

static int
on_start(void *data, const struct reader_element *element)
{
	struct layers_scan *scan = data;
	const char *id = layers_id(element);

	if (!layers_is_document(element, ++scan->depth, &scan->wrapped) || !id)
		return 0;
	return note(scan->layers, scan->layer, element->name, id);
}

static int
on_text(void *data, const char *text, size_t length, uint32_t line)
{
	(void)data;
	(void)text;
	(void)length;
	(void)line;
	return 0;
}

static int
on_comment(void *data, const char *text, size_t length)
{
	return on_text(data, text, length, 0);
}

static int
on_end(void *data)
{
	struct layers_scan *scan = data;

	scan->depth--;
	return 0;
}

const struct reader_handler layers_scan_handler = {
	.start = on_start,
	.text = on_text,
	.comment = on_comment,
	.end = on_end,
};

int
layers_note_bytes(struct layers_scan *scan, const char *bytes, size_t size)
{
	int err;

	scan->depth = 0;
	err = reader_parse(scan->hooks, scan->tags, "", bytes ? bytes : "", size, &layers_scan_handler,
			   scan, NULL);
	return err == CYT_ERR_NOMEM ? err : 0;
}

int
layers_note_file(struct layers_scan *scan, const char *path)
{
	char *bytes;
	size_t size;
	int err = file_read(scan->hooks, path, NULL, &bytes, &size);

	if (err < 0)
		return err == CYT_ERR_NOMEM ? err : 0;
	err = layers_note_bytes(scan, bytes, size);
	alloc_free(scan->hooks, bytes);
	return err;
}

int
layers_note_folder(struct layers_scan *scan, const char *path)
{
	struct path_list files;
	int err;

	path_list_init(&files, scan->hooks);
	err = folder_files(path, NULL, &files);
	for (size_t i = 0; !err && i < files.count; i++)
		err = layers_note_file(scan, files.paths[i]);
	path_list_release(&files);
	return err == CYT_ERR_NOMEM ? err : 0;
}

int
layers_note_corpus(struct layers_scan *scan, const struct cyt_corpus *corpus)
{
	const struct cyt_element *document;
	int err = cyt_corpus_check(corpus, NULL, NULL);

	if (err < 0)
		return err == CYT_ERR_NOMEM ? err : 0;
	for (document = corpus_first_document(corpus); document && !err;
	     document = cyt_element_next(document))
		err = note(scan->layers, scan->layer, cyt_element_name(document),
			   cyt_element_attribute(document, "id"));
	return err;
}

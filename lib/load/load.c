/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The loader: gathers files, checks each against the grammar, has them built. */
#include <cybertreaty/corpus.h>

#include <string.h>
#include <sys/stat.h>

#include "base/ctx.h"
#include "build/builder.h"
#include "load/amend.h"
#include "load/folder.h"
#include "load/layers.h"
#include "load/table.h"
#include "load/thaw.h"
#include "model/corpus.h"
#include "xmlio/file.h"
#include "xmlio/reader.h"

/* The first bytes of a snapshot, whatever its format number. */
#define SNAPSHOT_MAGIC "CYTIMAGE"

struct input {
	char *name;
	char *bytes; /* NULL: a path, or more than is read */
	size_t size;
	bool is_memory;
	bool is_table;
	unsigned layer;
	struct table table; /* of one that is a table, while the loader finishes */
	bool is_read;       /* the table is sound */
	struct cyt_corpus *corpus; /* in place of a file: all its documents */
};

struct cyt_loader {
	struct cyt_alloc_hooks hooks;
	struct input *inputs;
	size_t count, capacity;
	unsigned layer; /* of what is added next */
	struct amendments actions;
};

/* What one cyt_loader_finish() works on. */
struct load {
	const struct cyt_alloc_hooks *hooks;
	struct builder *builder;
	struct cyt_diags *diags;
	struct amendments *actions;
	struct input *inputs;
	size_t count;
	struct layers layers;
	unsigned layer; /* of what is being loaded */
	struct reader_tags *tags;
	struct grammar grammar;
	bool failed; /* some file is not in the builder */
};

int
cyt_loader_new(struct cyt_ctx *ctx, struct cyt_loader **out)
{
	struct cyt_loader *loader;

	*out = NULL;
	reader_init();
	loader = alloc_zero(&ctx->hooks, 1, sizeof(*loader));
	if (!loader)
		return CYT_ERR_NOMEM;
	loader->hooks = ctx->hooks;
	amendments_init(&loader->actions, &loader->hooks);
	*out = loader;
	return 0;
}

static void
forget_inputs(struct cyt_loader *loader)
{
	size_t i;

	for (i = 0; i < loader->count; i++) {
		alloc_free(&loader->hooks, loader->inputs[i].name);
		alloc_free(&loader->hooks, loader->inputs[i].bytes);
		cyt_corpus_unref(loader->inputs[i].corpus);
	}
	amendments_release(&loader->actions);
	alloc_free(&loader->hooks, loader->inputs);
	loader->inputs = NULL;
	loader->count = loader->capacity = 0;
	loader->layer = 0;
}

void
cyt_loader_free(struct cyt_loader *loader)
{
	struct cyt_alloc_hooks hooks;

	if (!loader)
		return;
	forget_inputs(loader);
	hooks = loader->hooks;
	alloc_free(&hooks, loader);
}

static int
add_input(struct cyt_loader *loader, const char *name, const void *bytes, size_t size,
	  bool is_memory)
{
	struct input input = { .size = size, .is_memory = is_memory, .layer = loader->layer };

	if (!alloc_grow(&loader->hooks, &loader->inputs, &loader->capacity, loader->count + 1,
			sizeof(*loader->inputs)))
		return CYT_ERR_NOMEM;
	input.name = alloc_strdup(&loader->hooks, name);
	if (!input.name)
		return CYT_ERR_NOMEM;
	/* More than the cap is refused in any case: no copy is needed to say so. */
	if (size > 0 && size <= FILE_MAX_BYTES) {
		input.bytes = alloc_resize(&loader->hooks, NULL, size, 1);
		if (!input.bytes) {
			alloc_free(&loader->hooks, input.name);
			return CYT_ERR_NOMEM;
		}
		memcpy(input.bytes, bytes, size);
	}
	loader->inputs[loader->count++] = input;
	return 0;
}

int
cyt_loader_add_path(struct cyt_loader *loader, const char *path)
{
	if (!path || !*path)
		return CYT_ERR_INVALID;
	return add_input(loader, path, NULL, 0, false);
}

int
cyt_loader_add_memory(struct cyt_loader *loader, const char *name, const void *bytes, size_t size)
{
	if (!name || (!bytes && size > 0))
		return CYT_ERR_INVALID;
	return add_input(loader, name, bytes, size, true);
}

int
cyt_loader_add_csv(struct cyt_loader *loader, const char *path)
{
	int err = cyt_loader_add_path(loader, path);

	if (!err)
		loader->inputs[loader->count - 1].is_table = true;
	return err;
}

int
cyt_loader_add_csv_memory(struct cyt_loader *loader, const char *name, const void *bytes,
			  size_t size)
{
	int err = cyt_loader_add_memory(loader, name, bytes, size);

	if (!err)
		loader->inputs[loader->count - 1].is_table = true;
	return err;
}

int
cyt_loader_add_corpus(struct cyt_loader *loader, struct cyt_corpus *corpus)
{
	if (!corpus)
		return CYT_ERR_INVALID;
	if (!alloc_grow(&loader->hooks, &loader->inputs, &loader->capacity, loader->count + 1,
			sizeof(*loader->inputs)))
		return CYT_ERR_NOMEM;
	loader->inputs[loader->count++] = (struct input){
		.layer = loader->layer,
		.corpus = cyt_corpus_ref(corpus),
	};
	return 0;
}

void
cyt_loader_begin_layer(struct cyt_loader *loader)
{
	loader->layer++;
}

int
cyt_loader_add_action(struct cyt_loader *loader, const char *action)
{
	return action ? amendments_add(&loader->actions, action) : CYT_ERR_INVALID;
}

/* Files that stand in for nothing: names in others that point to them are no errors. */
static void
drop_file(struct load *load)
{
	load->failed = true;
	builder_drop_file(load->builder);
}

static void
begin_file(struct load *load, struct amend *file, const char *name)
{
	amend_init(file, load->hooks, &load->grammar, name, load->builder, load->diags, load->actions);
	file->layers = &load->layers;
	file->layer = load->layer;
}

static int
parse(struct load *load, const char *name, const char *bytes, size_t size)
{
	struct amend file;
	int err;

	if (size >= strlen(SNAPSHOT_MAGIC) && memcmp(bytes, SNAPSHOT_MAGIC, 8) == 0) {
		err = diags_add(load->diags, DIAG_SNAPSHOT_AMONG_XML, name, 0,
				"expected XML; a snapshot is opened by itself");
		return err < 0 ? err : CYT_ERR_DATA;
	}
	begin_file(load, &file, name);
	err = reader_parse(load->hooks, load->tags, name, bytes, size, &amend_handler, &file, load->diags);
	if (err == 0 && file.check.failed)
		err = CYT_ERR_DATA;
	amend_release(&file);
	return err;
}

static int
load_bytes(struct load *load, const char *name, const char *bytes, size_t size)
{
	int err = builder_file(load->builder, name);

	if (err == 0)
		err = parse(load, name, bytes, size);
	if (err != CYT_ERR_DATA)
		return err;
	drop_file(load);
	return 0;
}

static int
load_nothing(struct load *load, const char *name)
{
	int err = builder_file(load->builder, name);

	if (err < 0)
		return err;
	drop_file(load);
	return 0;
}

static int
load_file(struct load *load, const char *path)
{
	char *bytes;
	size_t size;
	int err;

	err = file_read(load->hooks, path, load->diags, &bytes, &size);
	if (err == CYT_ERR_DATA)
		return load_nothing(load, path);
	if (err < 0)
		return err;
	err = load_bytes(load, path, bytes, size);
	alloc_free(load->hooks, bytes);
	return err;
}

static int
load_folder(struct load *load, const char *path)
{
	struct path_list files;
	size_t i;
	int err;

	path_list_init(&files, load->hooks);
	err = folder_files(path, load->diags, &files);
	if (err == CYT_ERR_DATA)
		err = load_nothing(load, path);
	for (i = 0; err == 0 && i < files.count; i++)
		err = load_file(load, files.paths[i]);
	path_list_release(&files);
	return err;
}

static int
too_large(struct load *load, const struct input *input)
{
	int err = diags_add(load->diags, DIAG_TOO_LARGE, input->name, 0,
			    "%zu bytes; expected at most %u", input->size, FILE_MAX_BYTES);

	return err < 0 ? err : CYT_ERR_DATA;
}

static int
load_memory(struct load *load, const struct input *input)
{
	int err;

	if (input->size <= FILE_MAX_BYTES)
		return load_bytes(load, input->name, input->bytes ? input->bytes : "", input->size);
	err = too_large(load, input);
	return err == CYT_ERR_DATA ? load_nothing(load, input->name) : err;
}

/* A document that is no file: of a corpus, or (for `document` NULL) that of a State which only an
 * action in short form mentions. */
static int
load_document(struct load *load, const struct cyt_element *document,
	      const struct amendment *action)
{
	const char *name = document ? cyt_element_file(document) : action->text;
	struct amend file;
	int err = builder_file(load->builder, name);

	if (err < 0)
		return err;
	begin_file(load, &file, name);
	err = document ? thaw_document(document, &amend_handler, &file)
		       : amend_new_state(&file, action);
	if (err == 0 && file.check.failed)
		drop_file(load);
	amend_release(&file);
	return err;
}

/* -- tables ----------------------------------------------------------------------------------- */

static int
read_table(struct load *load, struct input *input)
{
	char *bytes = input->bytes, nothing[] = "";
	size_t size = input->size;
	int err = 0;

	if (!input->is_memory)
		err = file_read(load->hooks, input->name, load->diags, &bytes, &size);
	else if (size > FILE_MAX_BYTES)
		err = too_large(load, input);
	if (!err)
		err = table_read(&input->table, load->hooks, input->name, bytes ? bytes : nothing, size,
				 load->diags);
	if (!input->is_memory && bytes != input->bytes)
		alloc_free(load->hooks, bytes);
	input->is_read = err == 0;
	return err == CYT_ERR_DATA ? 0 : err;
}

/* Before anything else: what a table has takes the place of what a corpus has. */
static int
read_tables(struct load *load)
{
	int err = 0;

	for (size_t i = 0; !err && i < load->count; i++)
		if (load->inputs[i].is_table)
			err = read_table(load, &load->inputs[i]);
	return err;
}

static void
forget_tables(struct load *load)
{
	for (size_t i = 0; i < load->count; i++)
		if (load->inputs[i].is_table)
			table_release(&load->inputs[i].table);
}

static bool
is_replaced(const struct load *load, const struct cyt_element *document)
{
	const char *id = cyt_element_attribute(document, "id");

	for (size_t i = 0; i < load->count; i++)
		if (load->inputs[i].is_read && table_has(&load->inputs[i].table, id))
			return true;
	return false;
}

static int
load_table(struct load *load, const struct input *input)
{
	struct amend file;
	int err;

	if (!input->is_read)
		return load_nothing(load, input->name);
	err = builder_file(load->builder, input->name);
	if (err < 0)
		return err;
	begin_file(load, &file, input->name);
	err = table_say(&input->table, load->hooks, &amend_handler, &file);
	if (err == 0 && file.check.failed)
		drop_file(load);
	amend_release(&file);
	return err;
}

static int
load_corpus(struct load *load, const struct cyt_corpus *corpus)
{
	const struct cyt_element *document = corpus_first_document(corpus);
	int err = cyt_corpus_check(corpus, NULL, load->diags);

	for (; !err && document; document = cyt_element_next(document))
		if (!is_replaced(load, document))
			err = load_document(load, document, NULL);
	return err;
}

static int
load_actions(struct load *load)
{
	int err = 0;

	for (size_t i = 0; !err && i < load->actions->count; i++)
		if (!load->actions->items[i].done)
			err = load_document(load, NULL, &load->actions->items[i]);
	return err;
}

static bool
is_folder(const char *name)
{
	struct stat status;

	return lstat(name, &status) == 0 && S_ISDIR(status.st_mode);
}

static int
load_input(struct load *load, const struct input *input)
{
	load->layer = input->layer;
	if (input->corpus)
		return load_corpus(load, input->corpus);
	if (input->is_table)
		return load_table(load, input);
	if (input->is_memory)
		return load_memory(load, input);
	if (is_folder(input->name))
		return load_folder(load, input->name);
	return load_file(load, input->name);
}

/* -- layers ----------------------------------------------------------------------------------- */

static int
note_input(struct load *load, const struct input *input)
{
	struct layers_scan scan = { &load->layers, load->hooks, load->tags, input->layer, 0, false };

	if (input->corpus)
		return layers_note_corpus(&scan, input->corpus);
	if (input->is_table)
		return input->is_read ? table_say(&input->table, load->hooks, &layers_scan_handler, &scan)
				      : 0;
	if (input->is_memory)
		return layers_note_bytes(&scan, input->bytes, input->bytes ? input->size : 0);
	return is_folder(input->name) ? layers_note_folder(&scan, input->name)
				      : layers_note_file(&scan, input->name);
}

/* Before anything is loaded: what lies above the lowest layer. */
static int
note_layers(struct load *load)
{
	int err = 0;

	for (size_t i = 0; !err && i < load->count; i++)
		if (load->inputs[i].layer)
			err = note_input(load, &load->inputs[i]);
	return err;
}

static int
load_all(struct load *load, struct image **image)
{
	int err = read_tables(load);

	if (!err)
		err = note_layers(load);
	for (size_t i = 0; !err && i < load->count; i++)
		err = load_input(load, &load->inputs[i]);
	if (!err)
		err = load_actions(load);
	forget_tables(load);
	if (err < 0)
		return err;
	/* Also after a file that failed: the others may have errors of meaning. */
	err = builder_finish(load->builder, load->diags, image);
	return err == 0 && load->failed ? CYT_ERR_DATA : err;
}

int
cyt_loader_finish(struct cyt_loader *loader, struct cyt_diags *diags, struct cyt_corpus **out)
{
	struct load load = { .hooks = &loader->hooks };
	struct image *image = NULL;
	int err = CYT_ERR_NOMEM, told;

	*out = NULL;
	load.actions = &loader->actions;
	load.inputs = loader->inputs;
	load.count = loader->count;
	grammar_init(&load.grammar);
	layers_init(&load.layers, load.hooks);
	load.builder = builder_new(load.hooks);
	load.diags = diags_create(load.hooks);
	load.tags = reader_tags_new(load.hooks);
	if (load.builder && load.diags && load.tags)
		err = load_all(&load, &image);
	builder_free(load.builder);
	reader_tags_free(load.tags);
	layers_release(&load.layers);
	forget_inputs(loader);
	if (load.diags && err != CYT_ERR_NOMEM) {
		diags_sort(load.diags);
		told = diags_append(diags, load.diags);
		err = told < 0 ? told : err;
	}
	cyt_diags_unref(load.diags);
	if (err == 0)
		return corpus_adopt(&loader->hooks, image, NULL, out);
	alloc_free(&loader->hooks, image);
	return err;
}

int
cyt_corpus_overlay(struct cyt_corpus *corpus, struct cyt_loader *loader, struct cyt_diags *diags,
		   struct cyt_corpus **out)
{
	struct input below;
	size_t i;
	int err;

	*out = NULL;
	err = cyt_loader_add_corpus(loader, corpus);
	if (err < 0)
		return err;
	below = loader->inputs[loader->count - 1];
	memmove(loader->inputs + 1, loader->inputs, (loader->count - 1) * sizeof(below));
	loader->inputs[0] = below;
	loader->inputs[0].layer = 0;
	for (i = 1; i < loader->count; i++)
		loader->inputs[i].layer++;
	return cyt_loader_finish(loader, diags, out);
}

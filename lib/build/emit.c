/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Staging to one image. */
#include "build/stage.h"

#include <stdio.h>
#include <string.h>

#include <nettle/sha2.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#define DEPTH_MAX 64 /* of elements; no reader goes deeper */

/* Sections whose rows begin with `self`. */
static const bool has_self[SECTION_COUNT] = {
	[SECTION_NODE] = true,	     [SECTION_FACET] = true,   [SECTION_VALUE] = true,
	[SECTION_CONCEPT] = true,    [SECTION_INSTRUMENT] = true, [SECTION_ARTICLE] = true,
	[SECTION_ROW] = true,	     [SECTION_WAY] = true,     [SECTION_LAW] = true,
	[SECTION_PROVISION] = true,  [SECTION_EXTEND] = true,  [SECTION_STATE] = true,
	[SECTION_ACTION] = true,
};

/* The pool behind a section; NULL: it is a table. */
static struct pool *
section_pool(struct builder *b, int section)
{
	switch (section) {
	case SECTION_ATTR:
		return &b->attributes;
	case SECTION_TERMS:
		return &b->terms;
	case SECTION_REGION:
		return &b->layers;
	case SECTION_REFS:
		return &b->refs;
	case SECTION_WORDS:
		return &b->words;
	case SECTION_STRINGS:
		return &b->strings;
	case SECTION_FILES:
		return &b->files;
	default:
		return NULL;
	}
}

static size_t
section_count(struct builder *b, int section)
{
	const struct pool *pool = section_pool(b, section);

	if (section == SECTION_TEXT)
		return b->tables[section].count - STAGE_TEXT_FROM;
	return pool ? pool->count : b->tables[section].count;
}

static size_t
align8(size_t size)
{
	return (size + 7) & ~(size_t)7;
}

static void
set_selves(struct image *image, int section)
{
	char *rows = (char *)image + image->sections[section].offset;
	uint32_t i, self;

	for (i = 0; i < image->sections[section].count; i++) {
		self = image->sections[section].offset + i * (uint32_t)image_row_size(section);
		memcpy(rows + i * image_row_size(section), &self, sizeof(self));
	}
}

static void
split(uint64_t hash, uint32_t *low, uint32_t *high)
{
	*low = (uint32_t)hash;
	*high = (uint32_t)(hash >> 32);
}

/* What the documents say, in their order: nodes with depth and list of attributes, then the lists, the
 * strings and the texts that they name. */
static void
hash_nodes(const struct builder *b, struct sha256_ctx *sha)
{
	uint32_t count = (uint32_t)stage_count(b, SECTION_NODE), ends[DEPTH_MAX], depth = 0, node, used = 0;
	struct {
		uint8_t element, attributes, depth, has_text;
		uint32_t list;
	} rows[512];

	for (node = 0; node < count; node++) {
		const struct img_node *row = NODE(b, node);

		while (depth && ends[depth - 1] <= node)
			depth--;
		rows[used].element = (uint8_t)row->element;
		rows[used].attributes = (uint8_t)row->attribute_count;
		rows[used].depth = (uint8_t)depth;
		rows[used].has_text = element_is_prose(row->element) && row->extent;
		rows[used++].list = row->attributes;
		ends[depth++] = stage_end(b, node);
		if (used < sizeof(rows) / sizeof(*rows) && node + 1 < count)
			continue;
		sha256_update(sha, used * sizeof(*rows), (const uint8_t *)rows);
		used = 0;
	}
}

static void
set_digest(const struct builder *b, struct image *image)
{
	struct sha256_ctx sha;
	uint8_t digest[SHA256_DIGEST_SIZE];
	size_t i;

	sha256_init(&sha);
	hash_nodes(b, &sha);
	sha256_update(&sha, b->attributes.count * sizeof(struct img_attr),
		      (const uint8_t *)b->attributes.data);
	sha256_update(&sha, b->document_strings, (const uint8_t *)b->strings.data);
	sha256_update(&sha, image->sections[SECTION_TEXT].count,
		      (const uint8_t *)image + image->sections[SECTION_TEXT].offset);
	sha256_digest(&sha, sizeof(digest), digest);
	memcpy(image->digest, "sha256:", 7);
	for (i = 0; i < sizeof(digest); i++)
		snprintf(image->digest + 7 + 2 * i, 3, "%02x", digest[i]);
}

static void
set_checks(struct image *image)
{
	struct image_extent *extent;
	int section;

	for (section = 0; section < SECTION_COUNT; section++) {
		extent = &image->sections[section];
		split(XXH3_64bits((const char *)image + extent->offset,
				  extent->count * image_row_size(section)),
		      &extent->check_low, &extent->check_high);
	}
	split(XXH3_64bits(image, offsetof(struct image, check_low)), &image->check_low,
	      &image->check_high);
}

/* Copies a section to its place, and gives up what it was copied from. */
static size_t
put_section(struct builder *b, struct image *image, int section, size_t offset)
{
	struct pool *pool = section_pool(b, section);
	struct table *table = &b->tables[section];
	size_t count = section_count(b, section), size = count * image_row_size(section);

	image->sections[section].offset = (uint32_t)offset;
	image->sections[section].count = (uint32_t)count;
	if (count && section != SECTION_TEXT)
		memcpy((char *)image + offset, pool ? pool->data : table->rows, size);
	memset((char *)image + offset + size, 0, align8(size) - size);
	if (has_self[section])
		set_selves(image, section);
	if (pool) {
		pool_release(pool);
	} else {
		alloc_free(&b->hooks, table->rows);
		*table = (struct table){ NULL, 0, 0 };
	}
	return offset + align8(size);
}

int
emit_image(struct builder *b, struct image **out)
{
	size_t size = align8(sizeof(struct image)), offset = size;
	struct image *image;
	int section;

	comments_sort(b);
	for (section = 0; section < SECTION_COUNT; section++)
		size += align8(section_count(b, section) * image_row_size(section));
	if (size > UINT32_MAX) {
		stage_error(b, DIAG_IMAGE_LIMIT, NONE, "the corpus needs %zu bytes, more than 4 GiB",
			    size);
		return CYT_ERR_LIMIT;
	}
	image = alloc_resize(&b->hooks, b->tables[SECTION_TEXT].rows, size, 1);
	if (!image)
		return CYT_ERR_NOMEM;
	b->tables[SECTION_TEXT].rows = NULL;
	memset(image, 0, offset);
	memcpy(image->magic, IMAGE_MAGIC, sizeof(image->magic));
	image->order = IMAGE_ORDER;
	image->format = IMAGE_FORMAT;
	image->size = (uint32_t)size;
	image->date = b->newest;
	image->blank.self = offsetof(struct image, blank);
	image->concept_words = (uint32_t)(stage_count(b, SECTION_CONCEPT) / 64 + 1);
	_Static_assert(SECTION_TEXT == 0, "texts stand where they will stay");
	offset = put_section(b, image, SECTION_TEXT, offset);
	set_digest(b, image);
	for (section = 1; section < SECTION_COUNT; section++)
		offset = put_section(b, image, section, offset);
	set_checks(image);
	*out = image;
	return 0;
}

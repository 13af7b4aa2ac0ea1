/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Staging to one image. */
#include "build/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <nettle/sha2.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* Sections whose rows begin with `self`. */
static const bool has_self[SECTION_COUNT] = {
	[SECTION_NODE] = true,	     [SECTION_FACET] = true,   [SECTION_VALUE] = true,
	[SECTION_CONCEPT] = true,    [SECTION_INSTRUMENT] = true, [SECTION_ARTICLE] = true,
	[SECTION_ROW] = true,	     [SECTION_WAY] = true,     [SECTION_LAW] = true,
	[SECTION_PROVISION] = true,  [SECTION_SUPPLY] = true,  [SECTION_EXTEND] = true,
	[SECTION_STATE] = true,	     [SECTION_ACTION] = true,
};

static const void *
section_rows(const struct builder *b, int section, size_t *count)
{
	const struct pool *pool = NULL;

	if (section == SECTION_REFS)
		pool = &b->refs;
	else if (section == SECTION_WORDS)
		pool = &b->words;
	else if (section == SECTION_STRINGS)
		pool = &b->strings;
	else if (section == SECTION_FILES)
		pool = &b->files;
	*count = pool ? pool->count : b->tables[section].count;
	return pool ? pool->data : b->tables[section].rows;
}

static size_t
align8(size_t size)
{
	return (size + 7) & ~(size_t)7;
}

static uint32_t
newest_date(const struct builder *b)
{
	uint32_t node, date, newest = 0;
	const char *text;

	for (node = 0; node < stage_count(b, SECTION_NODE); node++) {
		if (NODE(b, node)->element != ELEMENT_SOURCE)
			continue;
		text = stage_attribute(b, node, ATTRIBUTE_CONSULTED);
		date = text ? (uint32_t)cyt_date_parse(text) : 0;
		newest = date > newest ? date : newest;
	}
	return newest;
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

static void
set_digest(struct image *image)
{
	struct sha256_ctx sha;
	uint8_t digest[SHA256_DIGEST_SIZE];
	size_t i;
	int section;

	sha256_init(&sha);
	for (section = 0; section < SECTION_PLACE; section++)
		sha256_update(&sha, image->sections[section].count * image_row_size(section),
			      (const uint8_t *)image + image->sections[section].offset);
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

static int
compare_numbers(uint32_t left, uint32_t right)
{
	return left < right ? -1 : left > right;
}

static int
compare_comments(const void *left, const void *right)
{
	const struct img_comment *a = left, *b = right;
	int order = compare_numbers(a->parent, b->parent);

	if (order == 0)
		order = compare_numbers(a->before, b->before);
	return order ? order : compare_numbers(a->number, b->number);
}

static void
sort_comments(struct builder *b)
{
	struct table *comments = &b->tables[SECTION_COMMENT];

	if (comments->count)
		qsort(comments->rows, comments->count, sizeof(struct img_comment),
		      compare_comments);
}

int
emit_image(struct builder *b, struct image **out)
{
	size_t size = align8(sizeof(struct image)), count, offset = size;
	struct image *image;
	const void *rows;
	int section;

	sort_comments(b);
	for (section = 0; section < SECTION_COUNT; section++) {
		section_rows(b, section, &count);
		size += align8(count * image_row_size(section));
	}
	if (size > UINT32_MAX) {
		stage_error(b, DIAG_IMAGE_LIMIT, NONE, "the corpus needs %zu bytes, more than 4 GiB",
			    size);
		return CYT_ERR_LIMIT;
	}
	image = alloc_zero(&b->hooks, size, 1);
	if (!image)
		return CYT_ERR_NOMEM;
	memcpy(image->magic, IMAGE_MAGIC, sizeof(image->magic));
	image->order = IMAGE_ORDER;
	image->format = IMAGE_FORMAT;
	image->size = (uint32_t)size;
	image->date = newest_date(b);
	image->concept_words = (uint32_t)(stage_count(b, SECTION_CONCEPT) / 64 + 1);
	for (section = 0; section < SECTION_COUNT; section++) {
		rows = section_rows(b, section, &count);
		image->sections[section].offset = (uint32_t)offset;
		image->sections[section].count = (uint32_t)count;
		if (count)
			memcpy((char *)image + offset, rows, count * image_row_size(section));
		if (has_self[section])
			set_selves(image, section);
		offset += align8(count * image_row_size(section));
	}
	set_digest(image);
	set_checks(image);
	*out = image;
	return 0;
}

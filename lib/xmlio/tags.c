/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Start tags taken apart once. Plain are those without prefixes (but xml:), references and anything
 * else that libxml2 might see otherwise. */
#include "xmlio/tags.h"

#include <string.h>

#include "base/pool.h"

#define MOST_TAGS 16384u      /* kept from one file to the next */
#define MOST_FILE_TAGS 65536u /* different ones in one file */
#define MOST_NAMES (1u << 17) /* bytes; libxml2 refuses no file for less than 2^18 */
#define XMLNS "xmlns"

struct tag_slot {
	uint32_t hash, number; /* number + 1; 0: free */
};

struct reader_tags *
reader_tags_new(const struct cyt_alloc_hooks *hooks)
{
	struct reader_tags *tags = alloc_zero(hooks, 1, sizeof(*tags));

	if (!tags)
		return NULL;
	tags->hooks = hooks;
	arena_init(&tags->arena, hooks);
	return tags;
}

void
reader_tags_free(struct reader_tags *tags)
{
	if (!tags)
		return;
	alloc_free(tags->hooks, tags->tags);
	alloc_free(tags->hooks, tags->slots);
	alloc_free(tags->hooks, tags->spaces);
	alloc_free(tags->hooks, tags->rooms.lines);
	alloc_free(tags->hooks, tags->rooms.pieces);
	arena_release(&tags->arena);
	alloc_free(tags->hooks, tags);
}

void
tags_begin_file(struct reader_tags *tags)
{
	tags->file++;
	tags->file_tags = tags->file_names = 0;
	tags->failed = false;
	if (tags->count < MOST_TAGS)
		return;
	arena_release(&tags->arena);
	memset(tags->slots, 0, tags->slot_count * sizeof(*tags->slots));
	tags->count = tags->space_count = 0;
}

/* -- taking one apart --------------------------------------------------------------------------- */

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static const char *
past_space(const char *at)
{
	while (is_space(*at))
		at++;
	return at;
}

/* The '>' at the end stops all of these. */
static const char *
past_name(const char *at)
{
	if (!is_letter(*at))
		return NULL;
	while (is_name(*at))
		at++;
	return at;
}

static const char *
keep(struct reader_tags *tags, const char *text, size_t length)
{
	const char *copy = arena_strndup(&tags->arena, text, length);

	if (!copy)
		tags->failed = true;
	return copy;
}

/* White space in a value counts as blanks. */
static const char *
keep_value(struct reader_tags *tags, const char *text, size_t length)
{
	char *copy = arena_strndup(&tags->arena, text, length);
	size_t i;

	if (!copy)
		tags->failed = true;
	for (i = 0; copy && i < length; i++)
		if (is_space(copy[i]))
			copy[i] = ' ';
	return copy;
}

struct attribute_text {
	const char *name, *value;
	size_t name_length, value_length;
	bool is_xml; /* written with the prefix xml */
};

/* One attribute; NULL where it is not plain. `at` is past the white space before it. */
static const char *
read_attribute(const char *at, const char *end, struct attribute_text *out)
{
	const char *close;

	out->is_xml = strncmp(at, "xml:", 4) == 0;
	out->name = at + (out->is_xml ? 4 : 0);
	at = past_name(out->name);
	if (!at)
		return NULL;
	out->name_length = (size_t)(at - out->name);
	at = past_space(at);
	if (*at != '=')
		return NULL;
	at = past_space(at + 1);
	if (*at != '"' && *at != '\'')
		return NULL;
	close = memchr(at + 1, *at, (size_t)(end - at - 1));
	if (!close)
		return NULL;
	out->value = at + 1;
	out->value_length = (size_t)(close - at - 1);
	return memchr(out->value, '<', out->value_length) ? NULL : close + 1;
}

static bool
is_declaration(const struct attribute_text *text)
{
	return !text->is_xml && text->name_length == strlen(XMLNS) &&
	       memcmp(text->name, XMLNS, strlen(XMLNS)) == 0;
}

static bool
is_twice(const struct attribute_text *texts, size_t count)
{
	const struct attribute_text *last = &texts[count];
	size_t i;

	for (i = 0; i < count; i++)
		if (texts[i].is_xml == last->is_xml && texts[i].name_length == last->name_length &&
		    memcmp(texts[i].name, last->name, last->name_length) == 0)
			return true;
	return false;
}

/* Reads all attributes and how the tag ends; false if it is not plain. */
static bool
read_attributes(const char *at, const char *end, struct attribute_text *texts, size_t *count,
		bool *closed)
{
	const char *next;

	for (*count = 0;; at = next) {
		next = past_space(at);
		*closed = *next == '/';
		if (next + *closed == end)
			return true;
		if (next == at || *count == READER_MAX_ATTRIBUTES)
			return false;
		next = read_attribute(next, end, &texts[*count]);
		if (!next || is_twice(texts, *count))
			return false;
		(*count)++;
	}
}

/* Number of a namespace. Names that are reserved or no URI are left to libxml2. */
static uint32_t
find_space(struct reader_tags *tags, const char *uri, size_t length)
{
	const char *copy;
	size_t i;

	for (i = 0; i < tags->space_count; i++)
		if (strlen(tags->spaces[i]) == length && memcmp(tags->spaces[i], uri, length) == 0)
			return (uint32_t)i;
	if (length == 0 || length > 256 || memchr(uri, '\n', length) || memchr(uri, '\t', length) ||
	    strncmp(uri, "http://www.w3.org/", 18) == 0)
		return TAGS_NONE;
	copy = keep(tags, uri, length);
	if (!copy || !alloc_grow(tags->hooks, &tags->spaces, &tags->space_capacity,
				 tags->space_count + 1, sizeof(*tags->spaces))) {
		tags->failed = true;
		return TAGS_NONE;
	}
	tags->spaces[tags->space_count] = copy;
	return (uint32_t)tags->space_count++;
}

static bool
keep_attributes(struct reader_tags *tags, struct tag *tag, const struct attribute_text *texts,
		size_t count)
{
	struct reader_attribute *rows = arena_alloc(&tags->arena, count, sizeof(*rows));
	size_t i;

	if (!rows)
		tags->failed = true;
	tag->element.attributes = rows;
	for (i = 0; i < count && !tags->failed; i++) {
		tag->names += (uint32_t)texts[i].name_length + 1;
		if (is_declaration(&texts[i])) {
			tag->within = find_space(tags, texts[i].value, texts[i].value_length);
			if (tag->within == TAGS_NONE)
				return false;
			continue;
		}
		rows[tag->element.attribute_count++] = (struct reader_attribute){
			.uri = texts[i].is_xml ? READER_XML_NAMESPACE : "",
			.name = keep(tags, texts[i].name, texts[i].name_length),
			.value = keep_value(tags, texts[i].value, texts[i].value_length),
		};
	}
	return !tags->failed;
}

static struct tag *
make_tag(struct reader_tags *tags, const char *raw, size_t length, uint32_t around, bool is_root)
{
	struct attribute_text texts[READER_MAX_ATTRIBUTES + 1];
	const char *name = past_name(raw + 1), *end = raw + length - 1;
	struct tag *tag;
	size_t count, i;
	bool closed;

	if (!name || !read_attributes(name, end, texts, &count, &closed))
		return NULL;
	for (i = 0; i < count && !is_root; i++)
		if (is_declaration(&texts[i]))
			return NULL;
	tag = arena_alloc(&tags->arena, 1, sizeof(*tag));
	if (!tag) {
		tags->failed = true;
		return NULL;
	}
	tag->name_length = (uint32_t)(name - raw - 1);
	tag->around = tag->within = around;
	tag->closed = closed;
	tag->length = (uint32_t)length;
	tag->raw = keep(tags, raw, length);
	tag->element.name = keep(tags, raw + 1, tag->name_length);
	tag->element.memo = &tag->memo;
	tag->names = tag->name_length + 1;
	if (!keep_attributes(tags, tag, texts, count))
		return NULL;
	tag->element.uri = tags->spaces[tag->within];
	return tag;
}

/* -- finding one -------------------------------------------------------------------------------- */

static bool
grow_slots(struct reader_tags *tags)
{
	size_t count = tags->slot_count ? tags->slot_count * 2 : 1024, i, at;
	struct tag_slot *slots = alloc_zero(tags->hooks, count, sizeof(*slots));

	if (!slots)
		return false;
	for (i = 0; i < tags->count; i++) {
		at = tags->tags[i]->hash & (count - 1);
		while (slots[at].number)
			at = (at + 1) & (count - 1);
		slots[at] = (struct tag_slot){ tags->tags[i]->hash, (uint32_t)i + 1 };
	}
	alloc_free(tags->hooks, tags->slots);
	tags->slots = slots;
	tags->slot_count = count;
	return true;
}

/* Room for one more tag and for "", the namespace of no namespace. */
static bool
make_room(struct reader_tags *tags)
{
	if (tags->count * 2 >= tags->slot_count && !grow_slots(tags))
		return false;
	if (!alloc_grow(tags->hooks, &tags->tags, &tags->capacity, tags->count + 1,
			sizeof(*tags->tags)))
		return false;
	if (tags->space_count)
		return true;
	if (!alloc_grow(tags->hooks, &tags->spaces, &tags->space_capacity, 1,
			sizeof(*tags->spaces)))
		return false;
	tags->spaces[tags->space_count++] = "";
	return true;
}

/* Limits count what the file has, whatever others had before it. */
static uint32_t
use(struct reader_tags *tags, uint32_t number)
{
	struct tag *tag = tags->tags[number];

	if (tag->file == tags->file)
		return number;
	tag->file = tags->file;
	tags->file_tags++;
	tags->file_names += tag->names;
	return tags->file_tags > MOST_FILE_TAGS || tags->file_names > MOST_NAMES ? TAGS_NONE
										 : number;
}

/* The slot that has the tag, or the free one where it belongs. */
static struct tag_slot *
find_slot(const struct reader_tags *tags, const char *raw, size_t length, uint32_t around,
	  uint32_t hash)
{
	size_t at = hash & (tags->slot_count - 1);
	const struct tag *tag;

	for (;; at = (at + 1) & (tags->slot_count - 1)) {
		if (!tags->slots[at].number)
			break;
		if (tags->slots[at].hash != hash)
			continue;
		tag = tags->tags[tags->slots[at].number - 1];
		if (tag->length == length && tag->around == around &&
		    memcmp(tag->raw, raw, length) == 0)
			break;
	}
	return &tags->slots[at];
}

uint32_t
tags_known(struct reader_tags *tags, const char *raw, size_t length, uint32_t around)
{
	const struct tag_slot *slot;

	if (!tags->slot_count)
		return TAGS_NONE;
	slot = find_slot(tags, raw, length, around, pool_hash(raw, length) + around);
	if (!slot->number || tags->tags[slot->number - 1]->within != around)
		return TAGS_NONE;
	return use(tags, slot->number - 1);
}

uint32_t
tags_find(struct reader_tags *tags, const char *raw, size_t length, uint32_t around, bool is_root)
{
	uint32_t hash = pool_hash(raw, length) + around;
	struct tag_slot *slot;
	struct tag *tag;

	if (!make_room(tags)) {
		tags->failed = true;
		return TAGS_NONE;
	}
	slot = find_slot(tags, raw, length, around, hash);
	if (slot->number) {
		tag = tags->tags[slot->number - 1];
		return tag->within == around || is_root ? use(tags, slot->number - 1) : TAGS_NONE;
	}
	tag = make_tag(tags, raw, length, around, is_root);
	if (!tag)
		return TAGS_NONE;
	tag->hash = hash;
	tags->tags[tags->count++] = tag;
	*slot = (struct tag_slot){ hash, (uint32_t)tags->count };
	return use(tags, slot->number - 1);
}

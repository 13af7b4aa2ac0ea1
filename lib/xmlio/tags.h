/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Start tags that were read before: what is the same byte for byte is taken apart once. */
#ifndef XMLIO_TAGS_H
#define XMLIO_TAGS_H

#include "base/alloc.h"
#include "xmlio/reader.h"

#define TAGS_NONE UINT32_MAX

struct tag {
	struct reader_element element; /* all but its line */
	struct reader_memo memo;
	const char *raw; /* from '<' to '>' */
	uint32_t length, hash;
	uint32_t name_length;
	uint32_t names; /* bytes of its name and those of its attributes */
	uint32_t file;  /* the last one that had it */
	uint32_t around, within; /* namespaces: of the parent, of the children */
	bool closed;             /* ends with "/>" */
};

/* What plain.c works with, from one file to the next. */
struct piece;
struct plain_rooms {
	uint32_t *lines;
	struct piece *pieces;
	size_t line_capacity, piece_capacity;
};

/* The same for all files of one load. */
struct reader_tags {
	const struct cyt_alloc_hooks *hooks;
	struct arena arena;
	struct tag **tags;
	size_t count, capacity;
	struct tag_slot *slots;
	size_t slot_count;
	const char **spaces; /* namespaces by number; the first is "" */
	size_t space_count, space_capacity;
	uint32_t file;     /* the one at hand */
	size_t file_tags;  /* different tags of it, */
	size_t file_names; /* and bytes of names in them */
	bool failed;      /* no memory */
	struct plain_rooms rooms;
};

/* Forgets tags when there are many. For the beginning of a file: numbers of tags end here. */
void tags_begin_file(struct reader_tags *tags);

/* Number of a tag within the root that was found before, or TAGS_NONE. */
uint32_t tags_known(struct reader_tags *tags, const char *raw, size_t length, uint32_t around);

/* Number of the tag at `raw`, from its '<' to its '>', under a namespace; TAGS_NONE for one that
 * is not plain, or without memory. `is_root`: may declare a namespace. */
uint32_t tags_find(struct reader_tags *tags, const char *raw, size_t length, uint32_t around,
		   bool is_root);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lines of evidence on their way: what each provision meets of what is asked about, in the order of the
 * corpus. */
#ifndef QUERY_LINES_H
#define QUERY_LINES_H

#include "query/finding.h"
#include "query/subject.h"

/* A provision by itself or through one extend. */
struct line {
	const struct part *part; /* the first one */
	uint64_t *set;           /* what it meets */
	uint64_t *provision;     /* what its whole provision meets, shared by its lines */
	struct conditions conditions;
};

struct lines {
	const struct image *image;
	const struct window *window; /* of the sets */
	struct arena *arena;
	struct line *items;
	size_t count;
};

/* What a part is evidence by: the provision of a law, or of an instrument; in the order of the corpus. */
uint32_t part_home(const struct image *image, const struct part *part);
/* Rising in the order of listing: an original first, then copies by their extend. */
uint32_t part_order(const struct part *part);

/* Room for so many lines. All return false or NULL without memory. */
bool lines_begin(struct lines *lines, const struct image *image, const struct window *window,
		 struct arena *arena, size_t most);
/* A new line at a place. */
struct line *lines_insert(struct lines *lines, size_t at, const struct part *part,
			  const uint64_t *met);
/* Adds what a part meets to the line of its provision and extend. */
bool lines_add(struct lines *lines, const struct part *part, const uint64_t *met);
/* What two provisions or more meet; also unites the lines of each provision. */
const uint64_t *lines_twice(struct lines *lines);
/* Whether others meet all that the provision of a line does. */
bool line_is_redundant(const struct lines *lines, const struct line *line, const uint64_t *twice);

#endif

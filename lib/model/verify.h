/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the files of the verification share. All checks return NULL or what is wrong. */
#ifndef MODEL_VERIFY_H
#define MODEL_VERIFY_H

#include "base/date.h"
#include "model/image.h"

/* The tree of an XML file is no deeper either. */
#define VERIFY_DEPTH 64

#define REQUIRE(condition, text)     \
	do {                         \
		if (!(condition))    \
			return text; \
	} while (0)

static inline bool
verify_list(const struct image *image, struct img_list list, enum image_section section)
{
	return (uint64_t)list.first + list.count <= image_count(image, section);
}

static inline bool
verify_within(struct img_list list, uint32_t i)
{
	return i >= list.first && i - list.first < list.count;
}

static inline bool
verify_string(const struct image *image, uint32_t offset)
{
	return offset < image_count(image, SECTION_STRINGS);
}

/* The row says of itself where it is. */
static inline bool
verify_self(const struct image *image, const void *row)
{
	return *(const uint32_t *)row == (uint32_t)((const char *)row - (const char *)image);
}

static inline bool
verify_node(const struct image *image, uint32_t i, enum element element)
{
	return i < image_count(image, SECTION_NODE) && image_node(image, i)->element == element;
}

static inline bool
verify_date(uint32_t date)
{
	return date_is_sound((cyt_date)date);
}

/* A set of `bits` bits at an offset of WORDS, nothing past its end. */
bool verify_bits(const struct image *image, uint32_t offset, uint32_t bits);

/* A set of concepts. */
bool verify_concepts(const struct image *image, uint32_t offset);

/* A region of a leaf concept; laws name the same ones again and again. */
struct verified {
	uint64_t sound[2048]; /* concept << 32 | region, + 1 */
};
bool verify_region_once(const struct image *image, struct verified *verified, uint32_t concept,
			uint32_t region);
bool verify_region(const struct image *image, uint32_t concept, uint32_t region);

const char *verify_tree(const struct image *image);       /* verify_tree.c: NODE ATTR ID PLACE */
const char *verify_vocabulary(const struct image *image); /* verify_vocabulary.c */
const char *verify_instruments(const struct image *image); /* verify_instrument.c */
const char *verify_laws(const struct image *image);       /* verify_law.c */
const char *verify_states(const struct image *image);     /* verify_law.c */

#endif

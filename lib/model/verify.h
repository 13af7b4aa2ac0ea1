/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the files of the verification share. All checks return NULL or what is wrong. */
#ifndef MODEL_VERIFY_H
#define MODEL_VERIFY_H

#include "base/date.h"
#include "model/image.h"

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

/* What a row should say of itself. */
static inline uint32_t
verify_place(const struct image *image, const void *row)
{
	return (uint32_t)((const char *)row - (const char *)image);
}

static inline bool
verify_self(const struct image *image, const void *row)
{
	return *(const uint32_t *)row == verify_place(image, row);
}

/* There is such an element; which one it is, verify_documents() asks. */
static inline bool
verify_node(const struct image *image, uint32_t i)
{
	return i < image_count(image, SECTION_NODE);
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

/* A region of a leaf concept: the record before it, of which verify_regions() saw that it is one, is of
 * the concept's shape. */
static inline bool
verify_region(const struct image *image, uint32_t concept, uint32_t region)
{
	uint32_t before = region - 1;

	return concept < image_count(image, SECTION_CONCEPT) &&
	       before < image_count(image, SECTION_REGION) &&
	       *image_region(image, before) == (REGION_OF | image_concept(image, concept)->shape);
}

/* The checksum of a section that is verified row by row: taken piece by piece, just before the rows of a
 * piece are looked at, so that memory is read once. */
struct verify_sum {
	const char *at, *end; /* what it does not cover yet */
	void *state;
};

#define VERIFY_PIECE 32768 /* a few of them fit in the innermost caches together */

/* All up to `row` and more. */
void verify_sum_add(struct verify_sum *sum);

static inline void
verify_sum_until(struct verify_sum *sum, const void *row)
{
	while (sum->at < (const char *)row && sum->at < sum->end)
		verify_sum_add(sum);
}

const char *verify_regions(const struct image *image);     /* verify.c */
const char *verify_vocabulary(const struct image *image);  /* verify_vocabulary.c */
const char *verify_instruments(const struct image *image); /* verify_instrument.c */
/* verify_law.c; the sums of PROVISION, SUPPLY and UNION */
struct verify_sums {
	struct verify_sum provisions, supplies, unions;
};
const char *verify_laws(const struct image *image, struct verify_sums *sums);
const char *verify_states(const struct image *image);      /* verify_state.c */
const char *verify_tree(const struct image *image);        /* verify_tree.c: NODE FAR PLACE COMMENT */
const char *verify_owners(const struct image *image);      /* verify_owner.c: what rows are about */

#endif

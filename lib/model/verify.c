/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whole-image verification: header, sections, strings, sets; the rows are in verify_*.c. */
#include "model/verify.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/utf8.h"

static bool
all_zero(const char *bytes, size_t from, size_t to)
{
	for (; from < to; from++)
		if (bytes[from])
			return false;
	return true;
}

static bool
check_matches(const void *bytes, size_t size, uint32_t low, uint32_t high)
{
	uint64_t sum = XXH3_64bits(bytes, size);

	return (uint32_t)sum == low && (uint32_t)(sum >> 32) == high;
}

static bool
digest_is_sound(const char *digest)
{
	if (memcmp(digest, "sha256:", 7) != 0 || digest[71] != '\0')
		return false;
	return strspn(digest + 7, "0123456789abcdef") == 64;
}

static const char *
verify_header(const struct image *image, size_t size)
{
	REQUIRE(memcmp(image->magic, IMAGE_MAGIC, sizeof(image->magic)) == 0,
		"it does not begin like an image");
	REQUIRE(image->order == IMAGE_ORDER, "it has another byte order");
	REQUIRE(image->format == IMAGE_FORMAT, "it has another format number");
	REQUIRE(image->size == size, "its length is not what its header says");
	REQUIRE(check_matches(image, offsetof(struct image, check_low), image->check_low,
			      image->check_high),
		"the checksum of the header does not fit");
	REQUIRE(image->reserved == 0, "a reserved field of the header is in use");
	REQUIRE(verify_date(image->date), "the date of the header is none");
	REQUIRE(digest_is_sound(image->digest), "the digest of the header is none");
	return NULL;
}

/* Sections follow each other without gaps but for alignment. */
static const char *
verify_sections(const struct image *image, size_t size)
{
	const char *bytes = (const char *)image;
	size_t at = sizeof(*image), length;
	int i;

	for (i = 0; i < SECTION_COUNT; i++) {
		const struct image_extent *extent = &image->sections[i];

		REQUIRE(extent->offset % 8 == 0 && extent->offset >= at && extent->offset - at < 8,
			"a section is not where it should be");
		REQUIRE(extent->offset <= size &&
				extent->count <= (size - extent->offset) / image_row_size(i),
			"a section goes past the end");
		REQUIRE(all_zero(bytes, at, extent->offset), "the space between sections is not empty");
		length = (size_t)extent->count * image_row_size(i);
		REQUIRE(check_matches(bytes + extent->offset, length, extent->check_low,
				      extent->check_high),
			"the checksum of a section does not fit");
		at = extent->offset + length;
	}
	REQUIRE(size % 8 == 0 && size - at < 8 && all_zero(bytes, at, size),
		"it does not end with its last section");
	return NULL;
}

/* The last byte ends the last string, so that no string leaves its section. */
static const char *
verify_strings(const struct image *image, enum image_section section)
{
	const char *text = image_section(image, section);
	uint32_t count = image_count(image, section);

	REQUIRE(count > 0 && text[count - 1] == '\0', "strings do not end");
	REQUIRE(section == SECTION_FILES || text[0] == '\0', "the empty string is not empty");
	REQUIRE(utf8_check(text, count) == count, "strings are not UTF-8");
	return NULL;
}

bool
verify_bits(const struct image *image, uint32_t offset, uint32_t bits)
{
	uint32_t words = bits / 64 + (bits % 64 != 0);

	if ((uint64_t)offset + words > image_count(image, SECTION_WORDS))
		return false;
	return bits % 64 == 0 || *image_words(image, offset + words - 1) >> (bits % 64) == 0;
}

bool
verify_concepts(const struct image *image, uint32_t offset)
{
	uint32_t count = image_count(image, SECTION_CONCEPT);

	if ((uint64_t)offset + image->concept_words > image_count(image, SECTION_WORDS))
		return false;
	return *image_words(image, offset + image->concept_words - 1) >> (count % 64) == 0;
}

bool
verify_region(const struct image *image, uint32_t concept, uint32_t region)
{
	const struct cyt_concept *row;
	struct img_list layers;
	uint32_t i, offset;

	if (concept >= image_count(image, SECTION_CONCEPT))
		return false;
	row = image_concept(image, concept);
	layers.first = region;
	layers.count = row->layers;
	if (!row->is_leaf || !verify_list(image, layers, SECTION_REFS))
		return false;
	for (i = 0; i < row->layers; i++) {
		offset = *image_refs(image, region + i);
		if (offset && !verify_bits(image, offset, row->cells))
			return false;
	}
	return true;
}

bool
verify_region_once(const struct image *image, struct verified *verified, uint32_t concept,
		   uint32_t region)
{
	uint64_t key = ((uint64_t)concept << 32 | region) + 1;
	uint64_t *slot = &verified->sound[(region / 4 + concept) % 2048];

	if (*slot == key)
		return true;
	if (!verify_region(image, concept, region))
		return false;
	*slot = key;
	return true;
}

const char *
image_verify(const void *bytes, size_t size)
{
	const struct image *image = bytes;
	const char *wrong;

	REQUIRE((uintptr_t)bytes % 8 == 0, "it is not aligned");
	REQUIRE(size >= sizeof(*image), "it is too short for a header");
	wrong = verify_header(image, size);
	if (!wrong)
		wrong = verify_sections(image, size);
	if (!wrong)
		wrong = verify_strings(image, SECTION_STRINGS);
	if (!wrong)
		wrong = verify_strings(image, SECTION_TEXT);
	if (!wrong)
		wrong = verify_strings(image, SECTION_FILES);
	if (!wrong)
		wrong = verify_tree(image);
	if (!wrong)
		wrong = verify_vocabulary(image);
	if (!wrong)
		wrong = verify_instruments(image);
	if (!wrong)
		wrong = verify_laws(image);
	return wrong ? wrong : verify_states(image);
}

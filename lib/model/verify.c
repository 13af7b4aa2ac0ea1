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

static bool
blank_is_sound(const struct image *image)
{
	const struct img_node *blank = &image->blank;

	return verify_self(image, blank) && blank->element == ELEMENT_NONE &&
	       blank->attribute_count == 0 && blank->back == 0 && blank->line == 0 &&
	       blank->attributes == 0 && blank->extent == 0;
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
	REQUIRE(image->reserved == 0 && image->unused == 0 &&
			atomic_load_explicit(&image->documents, memory_order_relaxed) ==
				DOCUMENTS_UNSEEN,
		"a reserved field of the header is in use");
	REQUIRE(blank_is_sound(image), "the blank element of the header is not blank");
	REQUIRE(verify_date(image->date), "the date of the header is none");
	REQUIRE(digest_is_sound(image->digest), "the digest of the header is none");
	return NULL;
}

/* Sections that only documents are made of. */
static bool
is_of_documents(int section)
{
	return section == SECTION_TEXT || section == SECTION_NODE || section == SECTION_FAR ||
	       section == SECTION_PLACE || section == SECTION_COMMENT || section == SECTION_FILES;
}

/* Most of all there is to be verified at once. */
static bool
is_of_laws(int section)
{
	return section == SECTION_PROVISION || section == SECTION_SUPPLY || section == SECTION_UNION;
}

static const char wrong_check[] = "the checksum of a section does not fit";

static bool
section_matches(const struct image *image, int section)
{
	const struct image_extent *extent = &image->sections[section];

	return check_matches((const char *)image + extent->offset,
			     extent->count * image_row_size(section), extent->check_low,
			     extent->check_high);
}

static const char *
verify_checks(const struct image *image, bool (*which)(int section))
{
	for (int i = 0; i < SECTION_COUNT; i++)
		REQUIRE(!which(i) || section_matches(image, i), wrong_check);
	return NULL;
}

static bool
is_small(int section)
{
	return !is_of_documents(section) && !is_of_laws(section);
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
		at = extent->offset + length;
	}
	REQUIRE(size % 8 == 0 && size - at < 8 && all_zero(bytes, at, size),
		"it does not end with its last section");
	return NULL;
}

/* The last byte ends the last string, so that no string leaves its section. */
static bool
strings_end(const struct image *image, enum image_section section)
{
	const char *text = image_section(image, section);
	uint32_t count = image_count(image, section);

	return count > 0 && text[count - 1] == '\0' && (section == SECTION_FILES || text[0] == '\0');
}

static bool
strings_are_sound(const struct image *image, enum image_section section)
{
	const char *text = image_section(image, section);
	uint32_t count = image_count(image, section);

	return utf8_check(text, count) == count;
}

/* What everybody relies on: strings, attributes, ids, and what is known of documents without a look at
 * them. */
static const char *
verify_names(const struct image *image)
{
	uint32_t i;

	REQUIRE(strings_end(image, SECTION_STRINGS) && strings_end(image, SECTION_TEXT) &&
			strings_end(image, SECTION_FILES),
		"strings do not end");
	REQUIRE(strings_are_sound(image, SECTION_STRINGS), "strings are not UTF-8");
	for (i = 0; i < image_count(image, SECTION_ATTR); i++) {
		const struct img_attr *attr = image_attr(image, i);

		REQUIRE(attr->name > ATTRIBUTE_NONE && attr->name < ATTRIBUTE_COUNT,
			"an attribute has no name");
		REQUIRE(verify_string(image, attr->value), "the value of an attribute is missing");
	}
	for (i = 0; i < image_count(image, SECTION_ID); i++) {
		const struct img_id *id = image_id(image, i);

		REQUIRE(verify_string(image, id->id) && verify_string(image, id->document_id) &&
				verify_node(image, id->node),
			"an id names nothing");
	}
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

/* One record after the other, each of the shape that it begins with: no number in it looks like such a
 * beginning. */
const char *
verify_regions(const struct image *image)
{
	const uint32_t *rows = image_region(image, 0);
	uint32_t at = 0, count = image_count(image, SECTION_REGION), shape, layer;

	while (at < count) {
		const struct cyt_concept *row;

		shape = rows[at] ^ REGION_OF;
		REQUIRE(shape < image_count(image, SECTION_CONCEPT), "a region has no shape");
		row = image_concept(image, shape);
		REQUIRE(row->is_leaf && row->layers < count - at, "a region has not all layers");
		for (layer = at + 1; layer <= at + row->layers; layer++)
			REQUIRE(rows[layer] == 0 || verify_bits(image, rows[layer], row->cells),
				"a region has not all cells");
		at += row->layers + 1;
	}
	return NULL;
}

void
verify_sum_add(struct verify_sum *sum)
{
	size_t left = (size_t)(sum->end - sum->at), piece = left < VERIFY_PIECE ? left : VERIFY_PIECE;

	XXH3_64bits_update(sum->state, sum->at, piece);
	sum->at += piece;
}

static struct verify_sum
begin_sum(const struct image *image, enum image_section section, XXH3_state_t *state)
{
	const char *bytes = image_section(image, section);

	XXH3_64bits_reset(state);
	return (struct verify_sum){ bytes, bytes + image_count(image, section) * image_row_size(section),
				    state };
}

static bool
sum_matches(const struct image *image, enum image_section section, struct verify_sum *sum)
{
	const struct image_extent *extent = &image->sections[section];
	uint64_t found;

	verify_sum_until(sum, sum->end);
	found = XXH3_64bits_digest(sum->state);
	return (uint32_t)found == extent->check_low && (uint32_t)(found >> 32) == extent->check_high;
}

/* Of a damaged file the checksum is the better reason. */
static const char *
verify_laws_and_checks(const struct image *image)
{
	XXH3_state_t provisions, supplies, unions;
	struct verify_sums sums = {
		begin_sum(image, SECTION_PROVISION, &provisions),
		begin_sum(image, SECTION_SUPPLY, &supplies),
		begin_sum(image, SECTION_UNION, &unions),
	};
	const char *wrong = verify_laws(image, &sums);

	REQUIRE(sum_matches(image, SECTION_PROVISION, &sums.provisions) &&
			sum_matches(image, SECTION_SUPPLY, &sums.supplies) &&
			sum_matches(image, SECTION_UNION, &sums.unions),
		wrong_check);
	return wrong;
}

const char *
image_verify_rows(const void *bytes, size_t size)
{
	const struct image *image = bytes;
	const char *wrong;

	REQUIRE((uintptr_t)bytes % 8 == 0, "it is not aligned");
	REQUIRE(size >= sizeof(*image), "it is too short for a header");
	wrong = verify_header(image, size);
	if (!wrong)
		wrong = verify_sections(image, size);
	if (!wrong)
		wrong = verify_checks(image, is_small);
	if (!wrong)
		wrong = verify_names(image);
	if (!wrong)
		wrong = verify_vocabulary(image);
	if (!wrong)
		wrong = verify_instruments(image);
	if (!wrong)
		wrong = verify_laws_and_checks(image);
	return wrong ? wrong : verify_states(image);
}

const char *
image_verify_documents(const struct image *image)
{
	const char *wrong = verify_checks(image, is_of_documents);

	REQUIRE(wrong || (strings_are_sound(image, SECTION_TEXT) &&
			  strings_are_sound(image, SECTION_FILES)),
		"texts are not UTF-8");
	if (!wrong)
		wrong = verify_tree(image);
	return wrong ? wrong : verify_owners(image);
}

const char *
image_verify(const void *bytes, size_t size)
{
	const char *wrong = image_verify_rows(bytes, size);

	return wrong ? wrong : image_verify_documents(bytes);
}

/* The header of an image can be written to, though nobody does but here. Threads that come at once all
 * look, and find the same. */
bool
image_documents_sound(const struct image *image)
{
	_Atomic(uint32_t) *known = (_Atomic(uint32_t) *)&image->documents;
	uint32_t found = atomic_load_explicit(known, memory_order_acquire);

	if (found == DOCUMENTS_UNSEEN) {
		found = image_verify_documents(image) ? DOCUMENTS_DAMAGED : DOCUMENTS_SOUND;
		atomic_store_explicit(known, found, memory_order_release);
	}
	return found == DOCUMENTS_SOUND;
}

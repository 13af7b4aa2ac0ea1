/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of laws, provisions and supplies.
 *
 * That is nearly all that a snapshot of many laws is verified for when it is opened. So each table is
 * read once, law by law, and a row is judged without a branch: its faults gather as bits, and only where
 * there are some is anybody asked which. */
#include "model/verify.h"

/* The first of the faults that gathered; each has a bit. */
static const char *
say_fault(uint32_t faults, const char *const *texts)
{
	return faults ? texts[__builtin_ctz(faults)] : NULL;
}

static inline uint32_t
fault(bool found, unsigned bit)
{
	return (uint32_t)found << bit;
}

/* Most rows have one of few days. */
struct days {
	uint32_t sound[256];
};

static inline bool
day_is_none(struct days *days, uint32_t day)
{
	uint32_t *known = &days->sound[(day ^ day >> 8) % 256];

	if (*known == day)
		return false;
	if (!verify_date(day))
		return true;
	*known = day;
	return false;
}

static inline bool
span_is_none(struct days *days, uint32_t from, uint32_t until)
{
	return day_is_none(days, from) || day_is_none(days, until);
}

/* Whether a list goes on where the one before ended, so that every row has one owner. */
static bool
goes_on(const struct image *image, struct img_list list, enum image_section section, uint32_t *end)
{
	if (list.count == 0)
		return true;
	if (list.first != *end || list.count > image_count(image, section) - *end)
		return false;
	*end += list.count;
	return true;
}

/* A provision of this law, or none. */
static bool
provision_fits(const struct image *image, uint32_t law, uint32_t provision)
{
	return law < image_count(image, SECTION_LAW) &&
	       (provision == NONE ||
		verify_within(image_law(image, law)->provisions, provision));
}

/* Regions lie anywhere: they are fetched some rows before they are looked at. */
#define AHEAD 12

static inline void
fetch_region(const struct image *image, uint32_t region)
{
	if (region - 1 < image_count(image, SECTION_REGION))
		__builtin_prefetch(image_region(image, region - 1));
}

struct laws {
	const struct image *image;
	struct days days;
	uint32_t provisions, supplies, extends, unions; /* ends of the lists so far */
};

static const char *
verify_law(struct laws *laws, uint32_t i)
{
	const struct image *image = laws->image;
	const struct cyt_law *law = image_law(image, i);

	REQUIRE(verify_self(image, law), "a law does not know its place");
	REQUIRE(verify_node(image, law->node), "a law has no element");
	REQUIRE(i == 0 || image_law(image, i - 1)->node < law->node, "the laws are not in order");
	REQUIRE(verify_string(image, law->id) && verify_string(image, law->jurisdiction) &&
			verify_string(image, law->country),
		"a string of a law is missing");
	REQUIRE(law->status >= STATUS_IN_FORCE && law->status <= STATUS_REPEALED,
		"a law has no status");
	REQUIRE(verify_date(law->from) && verify_date(law->until), "a date of a law is none");
	REQUIRE(verify_concepts(image, law->assessed),
		"what a law was read for is missing");
	REQUIRE(law->dynamic <= 1, "a law is neither dynamic nor not");
	REQUIRE(goes_on(image, law->provisions, SECTION_PROVISION, &laws->provisions) &&
			goes_on(image, law->supplies, SECTION_SUPPLY, &laws->supplies) &&
			goes_on(image, law->extends, SECTION_EXTEND, &laws->extends) &&
			goes_on(image, law->unions, SECTION_UNION, &laws->unions),
		"parts of a law are missing");
	return NULL;
}

static const char *
verify_provisions(struct laws *laws, uint32_t law)
{
	static const char *const texts[] = {
		"a provision does not know its place",
		"a provision has no element",
		"a string of a provision is missing",
		"a provision belongs to another law",
		"a provision goes past its law",
		"a provision stands before its parent",
		"a provision goes past its parent",
		"a provision has no status",
		"a date of a provision is none",
		"what a provision replaces is missing",
	};
	const struct image *image = laws->image;
	const struct img_list list = image_law(image, law)->provisions;
	const struct cyt_provision *rows = image_provision(image, list.first);
	uint32_t nodes = image_count(image, SECTION_NODE), strings = image_count(image, SECTION_STRINGS);
	uint32_t all = image_count(image, SECTION_PROVISION), faults = 0;

	for (uint32_t k = 0; k < list.count; k++) {
		const struct cyt_provision *row = &rows[k];
		uint32_t end = row->end - list.first, parent = row->parent - list.first;

		faults |= fault(!verify_self(image, row), 0) | fault(row->node >= nodes, 1) |
			  fault((row->id >= strings) | (row->num >= strings), 2) |
			  fault(row->law != law, 3) |
			  fault((end <= k) | (end > list.count), 4) |
			  fault(row->status - STATUS_IN_FORCE > STATUS_REPEALED - STATUS_IN_FORCE, 7) |
			  fault(span_is_none(&laws->days, row->from, row->until) | (row->has_from > 1),
				8) |
			  fault((row->replaces != NONE) & (row->replaces >= all), 9);
		if (row->parent == NONE)
			continue;
		/* Itself, where it has none before it: that is a fault of its own. */
		faults |= fault(parent >= k, 5);
		parent = parent < k ? parent : k;
		faults |= fault(row->end > rows[parent].end, 6);
	}
	return say_fault(faults, texts);
}

/* Exceptions count only for some supplies: theirs are the regions. */
static bool
exceptions_fit(const struct image *image, const struct cyt_supply *row)
{
	struct img_list list;

	if (row->terms >= image_count(image, SECTION_TERMS))
		return true;
	list = image_terms(image, row->terms)->excepts;
	for (uint32_t i = 0; i < list.count; i++)
		if (!verify_region(image, row->concept, image_except(image, list.first + i)->region))
			return false;
	return true;
}

static const char *
verify_supplies(struct laws *laws, uint32_t law)
{
	static const char *const texts[] = {
		"a supply does not know its place",
		"a supply has no element",
		"a supply belongs to another law",
		"supplies are not in order", /* readers look concepts up by halving */
		"a supply has no region",
		"what extends a supply is missing",
		"a supply has no terms",
		"an exception has no region",
	};
	const struct image *image = laws->image;
	const struct img_list list = image_law(image, law)->supplies;
	const struct img_list provisions = image_law(image, law)->provisions;
	const struct cyt_supply *rows = image_supply(image, list.first);
	uint32_t nodes = image_count(image, SECTION_NODE), terms = image_count(image, SECTION_TERMS);
	uint32_t extends = image_count(image, SECTION_EXTEND), last = 0, faults = 0;
	bool excepts = image_count(image, SECTION_EXCEPT) > 0;

	for (uint32_t k = 0; k < list.count; k++) {
		const struct cyt_supply *row = &rows[k];

		if (list.count - k > AHEAD)
			fetch_region(image, rows[k + AHEAD].region);
		faults |= fault(!verify_self(image, row), 0) | fault(row->node >= nodes, 1) |
			  fault(row->provision - provisions.first >= provisions.count, 2) |
			  fault(row->concept < last, 3) |
			  fault(!verify_region(image, row->concept, row->region), 4) |
			  fault((row->via != NONE) & (row->via >= extends), 5) |
			  fault(row->terms >= terms, 6);
		if (excepts)
			faults |= fault(!exceptions_fit(image, row), 7);
		last = row->concept;
	}
	return say_fault(faults, texts);
}

static const char *
verify_unions(struct laws *laws, uint32_t law)
{
	static const char *const texts[] = {
		"a union has no region",
		"a date of a union is none",
		"unions are not in order",
	};
	const struct image *image = laws->image;
	const struct img_list list = image_law(image, law)->unions;
	const struct img_union *rows = image_union(image, list.first);
	uint32_t last = 0, faults = 0;

	for (uint32_t k = 0; k < list.count; k++) {
		const struct img_union *row = &rows[k];

		if (list.count - k > AHEAD)
			fetch_region(image, rows[k + AHEAD].region);
		/* Few laws have conditional supplies. */
		if (row->region_all != row->region)
			faults |= fault(!verify_region(image, row->concept, row->region_all), 0);
		faults |= fault(!verify_region(image, row->concept, row->region), 0) |
			  fault(span_is_none(&laws->days, row->from, row->until), 1) |
			  fault(row->concept < last, 2);
		last = row->concept;
	}
	return say_fault(faults, texts);
}

static const char *
verify_extend(const struct image *image, uint32_t law, uint32_t i)
{
	const struct cyt_extend *extend = image_extend(image, i);

	REQUIRE(verify_self(image, extend), "an extension does not know its place");
	REQUIRE(verify_node(image, extend->node), "an extension has no element");
	REQUIRE(verify_string(image, extend->id), "the id of an extension is missing");
	REQUIRE(extend->law == law && provision_fits(image, extend->law, extend->provision),
		"an extension belongs to another law");
	REQUIRE(verify_date(extend->from) && verify_date(extend->until),
		"a date of an extension is none");
	REQUIRE(extend->basis <= BASIS_UNVERIFIED && verify_date(extend->consulted),
		"an extension has no source");
	return NULL;
}

static const char *
verify_law_rows(struct laws *laws, uint32_t i)
{
	const struct img_list extends = image_law(laws->image, i)->extends;
	const char *wrong = verify_provisions(laws, i);

	if (!wrong)
		wrong = verify_supplies(laws, i);
	for (uint32_t k = 0; !wrong && k < extends.count; k++)
		wrong = verify_extend(laws->image, i, extends.first + k);
	return wrong ? wrong : verify_unions(laws, i);
}

static const char *
verify_terms(const struct image *image, uint32_t i)
{
	const struct img_terms *terms = image_terms(image, i);
	uint32_t k;

	REQUIRE(verify_date(terms->from) && verify_date(terms->until), "a date of a supply is none");
	REQUIRE(terms->conditional <= 1, "a supply is neither conditional nor not");
	REQUIRE(terms->basis <= BASIS_UNVERIFIED && verify_date(terms->consulted),
		"a supply has no source");
	/* No concept has more facets than a word has bits. */
	REQUIRE(terms->silent < image_count(image, SECTION_WORDS),
		"silent facets of a supply are missing");
	REQUIRE(verify_list(image, terms->stack, SECTION_REFS), "what extends a supply is missing");
	for (k = 0; k < terms->stack.count; k++)
		REQUIRE(*image_refs(image, terms->stack.first + k) <
				image_count(image, SECTION_EXTEND),
			"what extends a supply is missing");
	REQUIRE(verify_list(image, terms->excepts, SECTION_EXCEPT),
		"exceptions of a supply are missing");
	return NULL;
}

static const char *
verify_except(const struct image *image, const struct img_except *except)
{
	REQUIRE(provision_fits(image, except->law, except->provision),
		"an exception stands in another law");
	REQUIRE(verify_date(except->from) && verify_date(except->until),
		"a date of an exception is none");
	return NULL;
}

const char *
verify_laws(const struct image *image)
{
	struct laws laws = { .image = image };
	const char *wrong = NULL;
	uint32_t i;

	for (i = 0; !wrong && i < image_count(image, SECTION_TERMS); i++)
		wrong = verify_terms(image, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_LAW); i++)
		wrong = verify_law(&laws, i);
	REQUIRE(wrong || (laws.provisions == image_count(image, SECTION_PROVISION) &&
			  laws.supplies == image_count(image, SECTION_SUPPLY) &&
			  laws.extends == image_count(image, SECTION_EXTEND) &&
			  laws.unions == image_count(image, SECTION_UNION)),
		"something belongs to no law");
	for (i = 0; !wrong && i < image_count(image, SECTION_LAW); i++)
		wrong = verify_law_rows(&laws, i);
	for (i = 0; !wrong && i < image_count(image, SECTION_EXCEPT); i++)
		wrong = verify_except(image, image_except(image, i));
	return wrong;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Verification of laws, provisions and supplies.
 *
 * That is nearly all that a snapshot of many laws is verified for when it is opened. So each table is
 * read once, law by law, and a row is judged without a branch: what is wrong gathers in a number for each
 * fault, and only where there is one is anybody asked which. */
#include "model/verify.h"

#include <string.h>

/* The first of the faults that gathered; each has a bit. */
static const char *
say_fault(uint32_t faults, const char *const *texts)
{
	return faults ? texts[__builtin_ctz(faults)] : NULL;
}

/* The highest bit of such numbers says that something is wrong; their others say nothing. */
static inline uint64_t
not_below(uint32_t value, uint32_t end)
{
	return (uint64_t)end - 1 - value;
}

static inline uint64_t
differs(uint32_t value, uint32_t other)
{
	return -(uint64_t)(value ^ other);
}

static inline uint32_t
fault(uint64_t gathered, unsigned bit)
{
	return (uint32_t)(gathered >> 63) << bit;
}

/* Four numbers of a row at once. */
typedef uint32_t quad __attribute__((vector_size(16)));

/* Bits where a number of the row lies outside `first` .. `first + span`. */
static inline quad
outside(const void *row, quad first, quad span)
{
	quad numbers;

	memcpy(&numbers, row, sizeof(numbers));
	return (quad)(numbers - first > span);
}

/* Most rows have one of few days. */
struct days {
	uint32_t sound[256];
};

static inline uint64_t
day_is_none(struct days *days, uint32_t day)
{
	uint32_t *known = &days->sound[(day ^ day >> 8) % 256];

	if (*known == day)
		return 0;
	if (!verify_date(day))
		return UINT64_MAX;
	*known = day;
	return 0;
}

static inline uint64_t
span_is_none(struct days *days, uint32_t from, uint32_t until)
{
	return day_is_none(days, from) | day_is_none(days, until);
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

/* What regions are judged by. */
struct regions {
	const uint32_t *rows;
	uint32_t count; /* not 0 */
	const struct cyt_concept *concepts;
};

static struct regions
regions_of(const struct image *image)
{
	return (struct regions){ image_region(image, 0), image_count(image, SECTION_REGION),
				 image_concept(image, 0) };
}

/* Whether a region is another concept's; both are known to lie in their sections. */
static inline uint64_t
is_of_other(const struct regions *regions, uint32_t concept, uint32_t region)
{
	return differs(regions->rows[region - 1], REGION_OF | regions->concepts[concept].shape);
}

/* Regions lie anywhere: they are fetched while the rest of the rows is looked at. Fetching harms nobody,
 * wherever it is. */
static inline void
fetch_region(const struct regions *regions, uint32_t region)
{
	__builtin_prefetch((const void *)((uintptr_t)regions->rows + (uintptr_t)region * 4));
}

/* While rows are looked at, those of the next piece come. */
static inline void
fetch_next(const void *row)
{
	__builtin_prefetch((const void *)((uintptr_t)row + VERIFY_PIECE));
}

struct laws {
	const struct image *image;
	struct verify_sums *sums;
	struct days days;
	uint32_t provisions, supplies, extends, unions; /* ends of the lists so far */
	uint32_t conditionals; /* rows of CONDITIONAL so far */
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
	uint32_t all = image_count(image, SECTION_PROVISION), self = verify_place(image, rows);
	uint64_t place = 0, node = 0, string = 0, other = 0, past = 0, parents = 0, nested = 0;
	uint64_t status = 0, days = 0, replaces = 0;

	if (list.count == 0)
		return NULL;
	verify_sum_until(&laws->sums->provisions, rows + list.count);
	for (uint32_t k = 0; k < list.count; k++, self += sizeof(*rows)) {
		const struct cyt_provision *row = &rows[k];
		uint32_t parent = row->parent - list.first;

		fetch_next(row);
		place |= differs(row->self, self);
		node |= not_below(row->node, nodes);
		string |= not_below(row->id, strings) | not_below(row->num, strings);
		other |= differs(row->law, law);
		past |= not_below(row->end - list.first - k - 1, list.count - k);
		status |= not_below(row->status - STATUS_IN_FORCE,
				    STATUS_REPEALED - STATUS_IN_FORCE + 1);
		days |= span_is_none(&laws->days, row->from, row->until) | not_below(row->has_from, 2);
		replaces |= not_below(row->replaces + 1, all + 1); /* NONE is 0 then */
		if (row->parent == NONE)
			continue;
		/* Itself, where it has none before it: that is a fault of its own. */
		parents |= not_below(parent, k);
		parent = parent < k ? parent : k;
		nested |= not_below(row->end, rows[parent].end + 1);
	}
	return say_fault(fault(place, 0) | fault(node, 1) | fault(string, 2) | fault(other, 3) |
				 fault(past, 4) | fault(parents, 5) | fault(nested, 6) |
				 fault(status, 7) | fault(days, 8) | fault(replaces, 9),
			 texts);
}

/* Exceptions count only for some supplies: theirs are the regions. */
static bool
exceptions_fit(const struct image *image, struct img_list supplies)
{
	if (image_count(image, SECTION_EXCEPT) == 0)
		return true;
	for (uint32_t k = 0; k < supplies.count; k++) {
		const struct cyt_supply *row = image_supply(image, supplies.first + k);
		const struct img_list list = image_terms(image, row->terms)->excepts;

		for (uint32_t i = 0; i < list.count; i++)
			if (!verify_region(image, row->concept,
					   image_except(image, list.first + i)->region))
				return false;
	}
	return true;
}

static const char *
verify_supply_rows(struct laws *laws, uint32_t law)
{
	const struct regions regions = regions_of(laws->image);
	static const char *const texts[] = {
		"a supply belongs to another law",
		"supplies are not in order", /* readers look concepts up by halving */
		"what extends a supply is missing",
		"a supply has no terms",
		"a supply has no concept",
		"a supply has no region",
	};
	const struct image *image = laws->image;
	const struct img_list list = image_law(image, law)->supplies;
	const struct img_list provisions = image_law(image, law)->provisions;
	const struct cyt_supply *rows = image_supply(image, list.first);
	uint32_t terms = image_count(image, SECTION_TERMS);
	const quad first = { provisions.first, 0, 1, NONE }; /* after NONE comes 0 */
	const quad span = { provisions.count - 1, UINT32_MAX, regions.count - 1,
			    image_count(image, SECTION_EXTEND) };
	uint64_t order = 0, no_terms = 0;
	quad missing = { 0 };
	uint32_t last = 0;

	_Static_assert(offsetof(struct cyt_supply, provision) == 0 &&
			       offsetof(struct cyt_supply, region) == 8 &&
			       offsetof(struct cyt_supply, via) == 12,
		       "four numbers of a supply");
	REQUIRE(provisions.count > 0, texts[0]);
	REQUIRE(regions.count > 0, texts[5]);

	for (uint32_t k = 0; k < list.count; k++) {
		const struct cyt_supply *row = &rows[k];

		fetch_next(row);
		fetch_region(&regions, row->region);
		missing |= outside(row, first, span);
		order |= (uint64_t)row->concept - last;
		no_terms |= not_below(row->terms, terms);
		last = row->concept;
	}
	return say_fault((missing[0] & 1) | fault(order, 1) | (missing[3] & 4) | fault(no_terms, 3) |
				 fault(not_below(last, image_count(image, SECTION_CONCEPT)), 4) |
				 (missing[2] & 32),
			 texts);
}

static const char *
verify_supplies(struct laws *laws, uint32_t law)
{
	const struct image *image = laws->image;
	const struct img_list list = image_law(image, law)->supplies;
	const struct cyt_supply *rows = image_supply(image, list.first);
	const struct regions regions = regions_of(image);
	const char *wrong;
	uint64_t faults = 0;

	if (list.count == 0)
		return NULL;
	verify_sum_until(&laws->sums->supplies, rows + list.count);
	wrong = verify_supply_rows(laws, law);
	if (wrong)
		return wrong;
	for (uint32_t k = 0; k < list.count; k++)
		faults |= is_of_other(&regions, rows[k].concept, rows[k].region);
	REQUIRE(!fault(faults, 0), "a supply has the region of another concept");
	REQUIRE(exceptions_fit(image, list), "an exception has no region");
	return NULL;
}

static const char *
verify_union_rows(struct laws *laws, const struct regions *regions, const struct img_union *rows,
		  uint32_t count)
{
	static const char *const texts[] = {
		"a date of a union is none",
		"unions are not in order",
		"a union has no concept",
		"a union has no region",
	};
	const quad first = { 0, 0, 0, 1 };
	const quad span = { image_count(laws->image, SECTION_CONCEPT) - 1, UINT32_MAX, UINT32_MAX,
			    regions->count - 1 };
	quad missing = { 0 };
	uint64_t days = 0, order = 0;
	uint32_t last = 0;

	_Static_assert(offsetof(struct img_union, concept) == 0 &&
			       offsetof(struct img_union, region) == 12,
		       "four numbers of a union");
	REQUIRE(image_count(laws->image, SECTION_CONCEPT) > 0, texts[2]);
	REQUIRE(regions->count > 0, texts[3]);
	for (uint32_t k = 0; k < count; k++) {
		fetch_next(&rows[k]);
		fetch_region(regions, rows[k].region);
		missing |= outside(&rows[k], first, span);
		days |= span_is_none(&laws->days, rows[k].from, rows[k].until);
		order |= (uint64_t)rows[k].concept - last;
		last = rows[k].concept;
	}
	return say_fault(fault(days, 0) | fault(order, 1) | (missing[0] & 4) | (missing[3] & 8), texts);
}

/* Its row of CONDITIONAL is the next one, and has a region. */
static uint64_t
is_not_conditional(struct laws *laws, uint32_t i)
{
	const struct image *image = laws->image;
	const struct img_conditional *row = image_conditional(image, laws->conditionals);

	if (laws->conditionals == image_count(image, SECTION_CONDITIONAL) || row->made != i ||
	    !verify_region(image, image_union(image, i)->concept, row->region))
		return UINT64_MAX;
	laws->conditionals++;
	return 0;
}

static const char *
verify_unions(struct laws *laws, uint32_t law)
{
	const struct img_list list = image_law(laws->image, law)->unions;
	const struct img_union *rows = image_union(laws->image, list.first);
	const struct regions regions = regions_of(laws->image);
	const char *wrong;
	uint64_t faults = 0;

	if (list.count == 0)
		return NULL;
	verify_sum_until(&laws->sums->unions, rows + list.count);
	wrong = verify_union_rows(laws, &regions, rows, list.count);
	if (wrong)
		return wrong;
	for (uint32_t k = 0; k < list.count; k++) {
		faults |= is_of_other(&regions, rows[k].concept, rows[k].region);
		if (rows[k].is_conditional)
			faults |= is_not_conditional(laws, list.first + k);
	}
	REQUIRE(!fault(faults, 0), "a union has the region of another concept");
	return NULL;
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
verify_laws(const struct image *image, struct verify_sums *sums)
{
	struct laws laws = { .image = image, .sums = sums };
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
	REQUIRE(wrong || laws.conditionals == image_count(image, SECTION_CONDITIONAL),
		"what is conditional belongs to no union");
	for (i = 0; !wrong && i < image_count(image, SECTION_EXCEPT); i++)
		wrong = verify_except(image, image_except(image, i));
	return wrong;
}

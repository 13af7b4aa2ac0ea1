/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The image: one position-independent block that is the corpus in memory and the snapshot on disk.
 *
 *   header | section table | TEXT | NODE rows | FAR rows | ... | STRINGS | PLACE | COMMENT | FILES
 *
 * Every row begins with its distance from the image's first byte, so that a row's address is
 * enough of a handle. Other rows are named by index within their section, strings by offset
 * within STRINGS (offset 0 is ""), lists by (first, count). NONE means "no such row".
 * Rows of one owner are contiguous and in document order unless said. Fields are u32 unless said. */
#ifndef MODEL_IMAGE_H
#define MODEL_IMAGE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/kinds.h"

#define IMAGE_MAGIC "CYTIMAGE"
#define IMAGE_ORDER 0x01020304u
#define IMAGE_FORMAT 6u
#define NONE UINT32_MAX
#define IMAGE_DEPTH 64 /* of elements; the tree of an XML file is no deeper either */

/* name of the section, row type */
#define IMAGE_SECTIONS(X)          \
	X(TEXT, char)                  \
	X(NODE, struct img_node)       \
	X(FAR, struct img_far)         \
	X(ATTR, struct img_attr)       \
	X(ID, struct img_id)           \
	X(FACET, struct cyt_facet)     \
	X(VALUE, struct cyt_value)     \
	X(CONCEPT, struct cyt_concept) \
	X(AXIS, struct img_axis)       \
	X(INSTRUMENT, struct cyt_instrument) \
	X(ARTICLE, struct cyt_article) \
	X(ROW, struct cyt_demand)      \
	X(PATH, struct img_path)       \
	X(REPLACE, struct img_replace) \
	X(WAY, struct cyt_way)         \
	X(FORBID, struct img_forbid)   \
	X(LAW, struct cyt_law)         \
	X(PROVISION, struct cyt_provision) \
	X(SUPPLY, struct cyt_supply)   \
	X(TERMS, struct img_terms)     \
	X(EXTEND, struct cyt_extend)   \
	X(EXCEPT, struct img_except)   \
	X(UNION, struct img_union)     \
	X(CONDITIONAL, struct img_conditional) \
	X(STATE, struct cyt_state)     \
	X(ACTION, struct cyt_action)   \
	X(RESERVED, struct img_reserved) \
	X(REGION, uint32_t)            \
	X(REFS, uint32_t)              \
	X(WORDS, uint64_t)             \
	X(STRINGS, char)               \
	X(PLACE, struct img_place)     \
	X(COMMENT, struct img_comment) \
	X(FILES, char)

enum image_section {
#define X(name, type) SECTION_##name,
	IMAGE_SECTIONS(X)
#undef X
	SECTION_COUNT
};

struct image_extent {
	uint32_t offset; /* from the image's first byte, 8-aligned */
	uint32_t count;  /* rows */
	uint32_t check_low, check_high; /* XXH3-64 of the section's bytes */
};

/* An element as the document has it, in 16 bytes: nodes stand in preorder, so that where its parent,
 * its children and its next sibling are is said by two distances. Only elements of prose
 * (element_is_prose()) have text, and those have no children. */
struct img_node {
	uint32_t self;
	uint32_t element : 6;         /* enum element */
	uint32_t line : 10;           /* lines from that of its parent, or from 0; NODE_FAR_LINE: its FAR row
				       * says */
	uint32_t back : 16;           /* nodes to its parent; 0: a document; NODE_FAR: its FAR row says */
	uint32_t attribute_count : 7;
	uint32_t attributes : 25;     /* ATTR: the first; equal lists are shared */
	uint32_t extent;              /* of prose: its text in TEXT, white space folded; else the number of
				       * nodes of its subtree, itself included */
};
#define NODE_FAR 0xffffu
#define NODE_FAR_LINE 0x3ffu
#define NODE_ATTRIBUTES_MAX 0x1ffffffu
_Static_assert(ELEMENT_COUNT <= 64 && sizeof(struct img_node) == 16, "an element fits in 16 bytes");

/* The digest covers the documents and not what follows from them; FORMAT says how. */
struct image {
	char magic[8];
	uint32_t order, format;
	uint32_t size;        /* bytes of the whole image */
	uint32_t date;        /* newest `consulted` */
	uint32_t concept_words; /* u64 words of a set of concepts */
	uint32_t reserved;
	char digest[72];      /* "sha256:" + 64 hex digits + NUL */
	struct image_extent sections[SECTION_COUNT];
	struct img_node blank; /* stands for elements that do not know their place; no name, no attributes */
	uint32_t check_low, check_high; /* XXH3-64 of all header bytes before */
	_Atomic(uint32_t) documents; /* DOCUMENTS_*; of no meaning in a file, and 0 there */
	uint32_t unused;
};

/* What documents say, and no question depends on (NODE, TEXT, ...), is verified when it is first looked
 * at. Until then, and if it is not sound, the functions below stay within the image all the same. */
enum { DOCUMENTS_UNSEEN, DOCUMENTS_SOUND, DOCUMENTS_DAMAGED };

struct img_list {
	uint32_t first, count;
};

/* What does not fit elsewhere: a row for each node whose parent or line is too far, by node. */
struct img_far {
	uint32_t node, parent; /* NONE: a document */
	uint32_t line;
};

/* The file of the nodes from this one to that of the next row. */
struct img_place {
	uint32_t node;
	uint32_t file; /* offset in FILES */
};

/* A comment of a document. Nothing that is computed depends on one, nor does the digest: it is kept
 * so that a document can be written again as it was. */
struct img_comment {
	uint32_t parent; /* NODE it stands in; NONE: before a document */
	uint32_t before; /* NODE it stands before; NONE: at the end of its parent */
	uint32_t number; /* sorted by (parent, before, number) */
	uint32_t text;   /* offset in FILES; folded and trimmed */
};

struct img_attr {
	uint32_t name;  /* enum attribute */
	uint32_t value; /* STRINGS */
};

/* All ids, sorted by (inner id bytes, document id bytes). A document has its own id as both. */
struct img_id {
	uint32_t id, document_id; /* STRINGS */
	uint32_t node;
};

struct cyt_facet {
	uint32_t self;
	uint32_t node, id;
	uint32_t type;  /* FACET_TYPE_* */
	uint32_t unit;  /* STRINGS */
	uint32_t layer; /* 0 or 1 */
	struct img_list values; /* VALUE: whole tree, a parent before its children; none for quantity */
	uint32_t leaves; /* number of leaf values = size of its axes unless a quantity */
	uint32_t unstated; /* WORDS: mask of the leaves that silence means; 0 = all */
};

/* A leaf covers the position `leaf`; a parent the positions leaf .. leaf+leaf_count-1.
 * For concepts facets there is one leaf row per leaf concept of the kind, in corpus order. */
struct cyt_value {
	uint32_t self;
	uint32_t node; /* for concepts facets the concept's node */
	uint32_t id;
	uint32_t facet, parent; /* FACET; VALUE or NONE */
	uint32_t leaf, leaf_count; /* leaf_count 1 and no children: a leaf */
	uint32_t concern; /* CONCERN_*; inherited from its parent values */
	uint32_t is_leaf;
};

/* Only leaves (those no other is narrower than) have axes and rows. */
struct cyt_concept {
	uint32_t self;
	uint32_t node, id;
	uint32_t kind; /* KIND_* */
	uint32_t broader; /* CONCEPT or NONE */
	uint32_t is_leaf;
	struct img_list axes; /* AXIS, in the order of the concept's facets */
	uint32_t cells;  /* cells of one layer */
	uint32_t words;  /* u64 words of one layer */
	uint32_t layers; /* number of layers */
	uint32_t full;   /* region of all cells; NONE for a broader concept */
	uint32_t shape;  /* CONCEPT: the first with as many cells and layers; NONE for a broader concept */
};

/* One facet of one concept. cell = sum of position * stride over plain axes; layer likewise over
 * layer axes. Later axes vary fastest. */
struct img_axis {
	uint32_t facet;
	uint32_t size, stride;
	uint32_t layer;  /* 1: counts towards the layer, 0: towards the cell */
	struct img_list breaks; /* REFS, quantity only: `size` lower bounds, the first 0 */
};

/* Region: index in REGION of `layers` entries; each is an offset in WORDS of `words` words, or 0 for
 * an empty layer. Equal regions of a concept have the same index. Cells past the end are 0.
 * The entry before them is REGION_OF | the shape of its concepts, so that whose it may be can be seen at
 * once; no offset has that bit. */
#define REGION_OF 0x80000000u

struct cyt_instrument {
	uint32_t self;
	uint32_t node, id;
	uint32_t type; /* INSTRUMENT_TYPE_* */
	uint32_t supersedes; /* INSTRUMENT: the version before, or NONE */
	struct img_list articles; /* ARTICLE */
	struct img_list rows;     /* ROW: those of its articles, in order */
	uint32_t concepts; /* WORDS: set of concepts it demands in any modality */
};

struct cyt_article {
	uint32_t self;
	uint32_t node, id, num;
	uint32_t instrument;
	uint32_t kind; /* KIND_* or 0 */
	struct img_list rows;    /* ROW */
	struct img_list forbids; /* FORBID */
	struct img_list was;     /* REFS: ARTICLEs of the version before, ascending */
	uint32_t was_unknown;    /* 1: no source shows what it was there */
};

/* One row: a demand on one concept. An extended demand has one per base row. */
struct cyt_demand {
	uint32_t self;
	uint32_t node, id; /* the demand element */
	uint32_t instrument, article, concept;
	uint32_t modality, subject_to; /* MODALITY_*, SUBJECT_TO_* or 0 */
	uint32_t region;  /* D; of an extended row the image of the whole base */
	uint32_t base;    /* ROW it extends, or NONE */
	struct img_list replace; /* REPLACE: facets replaced in the base */
	struct img_list some;    /* REPLACE: axes with `some`; one of the values is enough */
	struct img_list path;    /* PATH: any-of groups it stands in, from the outside in */
	struct img_list ways;    /* WAY: options, then reservables, each in document order */
	uint32_t basis;     /* BASIS_*; of the demand, inherited */
	uint32_t consulted; /* cyt_date or 0 */
	uint32_t of_type; /* INSTRUMENT_TYPE_* of its instrument */
};

struct img_path {
	uint32_t group, alternative; /* numbered from 1 within the article / the group */
};

/* The values that a case keeps on one axis, as a mask of positions. */
struct img_replace {
	uint32_t axis; /* AXIS of the concept */
	uint32_t mask; /* offset in WORDS of (size+63)/64 words */
};

/* An option or reservable as tied to one row: the part of D that may be left out. */
struct cyt_way {
	uint32_t self;
	uint32_t node, id;
	uint32_t row;
	uint32_t reservable; /* 0 option, 1 reservable */
	uint32_t region;     /* cut to nothing but its own words: may stick out of D */
	uint32_t choice;     /* STRINGS; 0 = stands alone */
	uint32_t concern;    /* CONCERN_* */
	uint32_t basis, consulted;
	uint32_t order; /* position of its element among all options and reservables of the instrument */
};

struct img_forbid {
	uint32_t node, id;
	uint32_t article, concept, region;
	uint32_t basis, consulted;
};

/* Dates are days yyyymmdd with 01 for unknown parts; until is exclusive; 0 = open. */
struct cyt_law {
	uint32_t self;
	uint32_t node, id, jurisdiction; /* STRINGS */
	uint32_t country; /* STRINGS: jurisdiction up to the first '-' */
	uint32_t status;  /* STATUS_* */
	uint32_t from, until;
	uint32_t assessed; /* WORDS: set of concepts */
	struct img_list provisions; /* PROVISION, preorder */
	struct img_list supplies;   /* SUPPLY, sorted by (concept, provision, original before copies) */
	struct img_list extends;    /* EXTEND */
	struct img_list unions;     /* UNION, by concept, then from */
	uint32_t dynamic; /* 1: some supply depends on more than dates, unions do not apply */
};

struct cyt_provision {
	uint32_t self;
	uint32_t node, id, num;
	uint32_t law, parent; /* LAW; PROVISION or NONE */
	uint32_t from : 27;   /* cut by its parents', as is `until` */
	uint32_t status : 4;  /* its own, STATUS_* */
	uint32_t has_from : 1; /* 1: the provision itself says `from` */
	uint32_t until;
	uint32_t end;         /* PROVISION one past its last sub-provision */
	uint32_t replaces;    /* PROVISION or NONE */
};

/* There are more of these than of all other rows, and no handle of the public: they do not know their
 * place. */
struct cyt_supply {
	uint32_t provision;
	uint32_t beyond : 18;  /* nodes from its provision to the supply element */
	uint32_t concept : 14;
	uint32_t region;    /* less its own exceptions and those that always count */
	uint32_t via;       /* EXTEND that made the copy, or NONE */
	uint32_t terms;     /* TERMS */
};
#define SUPPLY_BEYOND_MAX 0x3ffffu
#define IMAGE_CONCEPTS_MAX 0x3fffu

/* What many supplies have in common: a row for each combination. */
struct img_terms {
	uint32_t from, until; /* cut by all it stands in, and by the extend's for a copy */
	uint32_t conditional; /* 1: has conditions (children of its node) */
	uint32_t basis, consulted; /* weakest and oldest of supply and extend */
	uint32_t silent;    /* WORDS: mask of the concept's axes (by position) on which the supply has no case */
	struct img_list excepts; /* EXCEPT: exceptions that count only sometimes */
	struct img_list stack; /* REFS: the EXTENDs behind the copy that this one copies, last first */
};

struct cyt_extend {
	uint32_t self;
	uint32_t node, id; /* id: its own, or extend_N */
	uint32_t law, provision; /* where it stands; PROVISION or NONE */
	uint32_t from, until;
	uint32_t basis, consulted;
};

/* Takes its region away while the law (and provision) that holds it counts. */
struct img_except {
	uint32_t law, provision;
	uint32_t from, until;
	uint32_t region; /* of the supply's concept */
};

struct img_union {
	uint32_t concept;
	uint32_t from : 31;
	uint32_t is_conditional : 1; /* its row of CONDITIONAL says what it is with the conditional supplies */
	uint32_t until;  /* 0 = open */
	uint32_t region; /* unconditional supplies */
};

/* A row for each union that has conditional supplies, by union: few have. */
struct img_conditional {
	uint32_t made; /* UNION */
	uint32_t region;
};

struct cyt_state {
	uint32_t self;
	uint32_t node, id;
	uint32_t assessed; /* WORDS */
	struct img_list actions; /* ACTION */
};

struct cyt_action {
	uint32_t self;
	uint32_t node, id; /* id "" if it has none */
	uint32_t state, instrument; /* INSTRUMENT or NONE */
	uint32_t kind; /* STRINGS */
	uint32_t date, until;
	struct img_list reserved; /* RESERVED, by row */
	uint32_t basis, consulted;
};

/* What a reservation takes out of one row, as far as the instrument permits it. */
struct img_reserved {
	uint32_t row, region;
};

/* -- reading; an image was verified before anyone gets here ------------------------------ */

static inline const void *
image_section(const struct image *image, enum image_section section)
{
	return (const char *)image + image->sections[section].offset;
}

static inline uint32_t
image_count(const struct image *image, enum image_section section)
{
	return image->sections[section].count;
}

/* image_node(image, i), image_facet ... : the i-th row */
#define IMAGE_GETTER(name, SECTION, type)                                     \
	static inline const type *image_##name(const struct image *image, uint32_t i) \
	{                                                                     \
		return (const type *)image_section(image, SECTION_##SECTION) + i;     \
	}
IMAGE_GETTER(node, NODE, struct img_node)
IMAGE_GETTER(far, FAR, struct img_far)
IMAGE_GETTER(attr, ATTR, struct img_attr)
IMAGE_GETTER(id, ID, struct img_id)
IMAGE_GETTER(facet, FACET, struct cyt_facet)
IMAGE_GETTER(value, VALUE, struct cyt_value)
IMAGE_GETTER(concept, CONCEPT, struct cyt_concept)
IMAGE_GETTER(axis, AXIS, struct img_axis)
IMAGE_GETTER(instrument, INSTRUMENT, struct cyt_instrument)
IMAGE_GETTER(article, ARTICLE, struct cyt_article)
IMAGE_GETTER(row, ROW, struct cyt_demand)
IMAGE_GETTER(path, PATH, struct img_path)
IMAGE_GETTER(replace, REPLACE, struct img_replace)
IMAGE_GETTER(way, WAY, struct cyt_way)
IMAGE_GETTER(forbid, FORBID, struct img_forbid)
IMAGE_GETTER(law, LAW, struct cyt_law)
IMAGE_GETTER(provision, PROVISION, struct cyt_provision)
IMAGE_GETTER(supply, SUPPLY, struct cyt_supply)
IMAGE_GETTER(terms, TERMS, struct img_terms)
IMAGE_GETTER(extend, EXTEND, struct cyt_extend)
IMAGE_GETTER(except, EXCEPT, struct img_except)
IMAGE_GETTER(union, UNION, struct img_union)
IMAGE_GETTER(conditional, CONDITIONAL, struct img_conditional)
IMAGE_GETTER(state, STATE, struct cyt_state)
IMAGE_GETTER(action, ACTION, struct cyt_action)
IMAGE_GETTER(reserved, RESERVED, struct img_reserved)
IMAGE_GETTER(region, REGION, uint32_t)
IMAGE_GETTER(refs, REFS, uint32_t)
IMAGE_GETTER(words, WORDS, uint64_t)
IMAGE_GETTER(string, STRINGS, char)
IMAGE_GETTER(prose, TEXT, char)
IMAGE_GETTER(place, PLACE, struct img_place)
IMAGE_GETTER(comment, COMMENT, struct img_comment)
IMAGE_GETTER(file, FILES, char)
#undef IMAGE_GETTER

/* The image around a row (any struct with `self` first). */
static inline const struct image *
image_of(const void *row)
{
	uint32_t self = *(const uint32_t *)row;

	return (const struct image *)((const char *)row - self);
}

static inline const struct img_terms *
supply_terms(const struct image *image, const struct cyt_supply *supply)
{
	return image_terms(image, supply->terms);
}

static inline uint32_t
supply_node(const struct image *image, const struct cyt_supply *supply)
{
	uint32_t node = image_provision(image, supply->provision)->node;

	return supply->beyond < image_count(image, SECTION_NODE) - node ? node + supply->beyond : node;
}

/* LAW */
static inline uint32_t
supply_law(const struct image *image, const struct cyt_supply *supply)
{
	return image_provision(image, supply->provision)->law;
}

/* Region of a union and of the conditional supplies. */
uint32_t union_region_all(const struct image *image, const struct img_union *made);

/* Bytes of a row of a section. */
size_t image_row_size(int section);

/* Index of a row in its section. */
#define image_index(image, SECTION, row) \
	((uint32_t)((row) - image_##SECTION(image, 0)))

/* Nodes by index. One past the last of its subtree; its parent, first child and next sibling or NONE; the
 * vocabulary, instrument, law or state around it. */
uint32_t image_node_end(const struct image *image, uint32_t i);
uint32_t image_node_parent(const struct image *image, uint32_t i);
uint32_t image_node_child(const struct image *image, uint32_t i);
uint32_t image_node_next(const struct image *image, uint32_t i);
uint32_t image_node_document(const struct image *image, uint32_t i);
uint32_t image_node_line(const struct image *image, uint32_t i);
const char *image_node_file(const struct image *image, uint32_t i);
/* What stands at a distance in FILES; "" past its end. */
const char *image_named_file(const struct image *image, uint32_t at);
/* Its folded text, "" where it has none. */
const char *image_node_text(const struct image *image, const struct img_node *node);
/* The same of rows; NULL for none. */
const struct img_node *image_parent(const struct image *image, const struct img_node *node);
const struct img_node *image_document(const struct image *image, const struct img_node *node);

/* A node of the tree as the public sees it: from its address alone everything else is found, so that it has
 * to be where it says. */
static inline const struct cyt_element *
image_element(const struct image *image, uint32_t i)
{
	const struct img_node *node = image_node(image, i);

	if (node->self != (uint32_t)((const char *)node - (const char *)image))
		node = &image->blank;
	return (const struct cyt_element *)(const void *)node;
}

/* The article, paragraph or point that a demand stands in. */
uint32_t image_demand_place(const struct cyt_demand *demand);

/* A node's attributes, and how many. */
const struct img_attr *image_attributes(const struct image *image, const struct img_node *node,
					uint32_t *count);
/* Value of a node's attribute, NULL if it has none. */
const char *image_attribute(const struct image *image, const struct img_node *node,
			    enum attribute name);
/* First child / next sibling with an element name; NULL. */
const struct img_node *image_child(const struct image *image, const struct img_node *node,
				   enum element element);
const struct img_node *image_sibling(const struct image *image, const struct img_node *node,
				     enum element element);
/* Text of the child `element` (title, label, phrase, note) in a language, else in a variety of it, else
 * in English, else the first there is; NULL if there is none. *got, if not NULL, is the language found or "". */
const char *image_text(const struct image *image, const struct img_node *node, enum element element,
		       const char *lang, const char **got);
/* The title of a law: in a language, else the law's own, else its id. */
const char *image_law_title(const struct cyt_law *law, const char *lang, const char **got);
/* Node of document/inner or of a bare id; NULL if absent or, for a bare one, in several documents
 * (then *ambiguous, if not NULL, is set). */
const struct img_node *image_find(const struct image *image, const char *id, bool *ambiguous);
const struct cyt_law *image_find_law(const struct image *image, const char *id);
const struct cyt_instrument *image_find_instrument(const struct image *image, const char *id);
const struct cyt_state *image_find_state(const struct image *image, const char *id);
const struct cyt_concept *image_find_concept(const struct image *image, const char *id);
const struct cyt_facet *image_find_facet(const struct image *image, const char *id);

/* Checks every offset, index, count, terminator and region of an image of `size` bytes, but of its
 * documents only what keeps getters within the block. NULL if it is sound, else what is wrong, in
 * English. */
const char *image_verify_rows(const void *bytes, size_t size);
/* The documents of an image whose rows are sound: their trees, texts, files and comments. */
const char *image_verify_documents(const struct image *image);
/* Both. */
const char *image_verify(const void *bytes, size_t size);

/* Whether the documents are sound, verified by whoever asks first. Whoever goes from element to element
 * asks before: only then are trees trees, and no deeper than any file's. */
bool image_documents_sound(const struct image *image);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Staging: the sections of the image to be, as growing tables.
 *
 * Rows are added with stage_add(); a pointer to a row is good until the next row of its table is
 * added. Want of memory is sticky in `error`, so that callers check it once per step. */
#ifndef BUILD_STAGE_H
#define BUILD_STAGE_H

#include "base/alloc.h"
#include "base/pool.h"
#include "build/builder.h"
#include "model/image.h"

struct table {
	char *rows;
	size_t count, capacity;
};

/* What was made of something before: most laws say the same things. */
struct memo {
	struct pool keys;
	struct table slots; /* by offset in `keys` */
};

union memo_slot {
	const void *pointer;
	uint32_t number;
};

struct open_element {
	uint32_t node; /* NONE for the wrapper `corpus` */
	uint32_t line;
};

/* TEXT is most of an image. It is staged with room for the header before it, so that the image can grow
 * around it where it is. */
#define STAGE_TEXT_FROM ((sizeof(struct image) + 7) & ~(size_t)7)

#define STAGE_ATTRIBUTES 64 /* of one element */

/* Of one concept. Fewer of two values each fill its space; others say nothing. */
#define FACETS_MAX 64u

/* What a silent facet means for the parent of the cases: the facet's `unstated`, before it that of
 * the law at hand, or every value. */
enum silence { SILENCE_UNSTATED, SILENCE_LAW, SILENCE_EVERY };

/* The cases of one element, checked and turned to masks: one per facet and box.
 * Boxes of an element: its own cases with each of its <box> children in turn, or alone. */
struct case_row {
	uint32_t node;  /* the case element; NONE in a list that several elements share */
	uint32_t facet; /* FACET */
	const uint64_t *mask; /* leaf positions kept; NULL for a quantity */
	uint32_t at_least, below; /* of a quantity; below UINT32_MAX = open */
	bool some;
};

struct case_box {
	struct case_row *rows; /* shared cases first */
	uint32_t count;
};

struct case_list {
	struct case_box *boxes; /* at least one, perhaps without rows */
	uint32_t count;
	uint32_t number; /* in `lists` */
	bool bad;    /* something was reported */
	bool shared; /* by all elements with the same cases, in no boxes */
};

struct builder {
	struct cyt_alloc_hooks hooks;
	struct arena arena;
	struct table tables[SECTION_COUNT]; /* but those of pools */
	struct pool strings, attributes, words, layers, refs, terms, files;
	struct memo regions;  /* masks of all boxes of an element -> its region */
	struct memo unions;   /* (concept, region, region) -> their union */
	struct memo copies;   /* (concept, region, replaced facets and masks) -> the copy's region */
	struct memo wordings; /* attributes of all cases of an element -> their list */
	struct memo cuts;     /* (list, concept, silence) -> the region */
	struct memo sayings;  /* (list, concept, what silence means) -> struct saying */
	struct memo copied;   /* (list of an extension, concept, region, silent) -> struct copy */
	struct memo sources;  /* attributes of a source -> basis and day */
	struct memo breaks;   /* (axis, bound) of a quantity -> who mentioned it first */
	struct memo facets;   /* name of a facet -> FACET */
	struct memo masks;    /* (facet, form, wording) of a case -> its mask */
	struct memo concepts; /* wording of a list of concepts -> its leaves */
	int error;
	uint64_t lost[32]; /* a row that could not be added */

	/* reading */
	struct open_element *open;
	size_t open_count, open_capacity;
	struct img_attr pending[STAGE_ATTRIBUTES]; /* of the element that begins next */
	uint32_t pending_count;
	size_t text_start; /* of the open element, in TEXT */
	uint32_t file, document_strings;
	size_t file_nodes, file_far, file_text, file_places, file_comments;
	bool incomplete; /* a file was dropped: unknown ids are not reported */
	uint32_t hints; /* that were looked for */
	bool lacks_words; /* and perhaps a vocabulary: nor are unknown facets, values and concepts */

	/* finishing */
	struct cyt_diags *diags;
	size_t errors;
	uint32_t *index_of_node; /* NODE of a facet, concept or provision -> its row, or NONE */
	uint32_t *row_of_node;   /* NODE of a demand -> first ROW; to the end of the last instrument */
	uint32_t *row_count_of_node;
	size_t instruments_end;
	uint32_t *cases_of_node; /* NODE -> its cases in `lists` + 1, made when first asked */
	struct table lists;      /* struct case_list pointers */
	uint64_t *scratch, *scratch2; /* working sets of the largest space */
	uint32_t *scratch_refs; /* layers of a region; the entry before them is cut_layers()'s */
	uint32_t *scratch_concepts;
	struct table key; /* of boxes.c */
	struct laws *laws; /* law.h */
	struct case_row *law_unstated; /* what the law at hand means by silence */
	uint32_t law_unstated_count;
	uint32_t law_unstated_number;  /* the same for laws that say the same; 0: nothing */
	uint32_t newest;               /* day on which a source was consulted */
	struct {
		uint32_t node, basis, consulted;
	} source; /* found last, of an element around others */
};

/* A zeroed row at the end of a table, with `self` left to emit; never NULL (a lost row after a
 * failure). */
void *stage_add(struct builder *b, enum image_section section);
static inline size_t
stage_count(const struct builder *b, enum image_section section)
{
	return b->tables[section].count;
}
#define STAGE_ROW(b, SECTION, type, i) (&((type *)(void *)(b)->tables[SECTION_##SECTION].rows)[i])
#define NODE(b, i) STAGE_ROW(b, NODE, struct img_node, i)
#define FACET(b, i) STAGE_ROW(b, FACET, struct cyt_facet, i)
#define VALUE(b, i) STAGE_ROW(b, VALUE, struct cyt_value, i)
#define CONCEPT(b, i) STAGE_ROW(b, CONCEPT, struct cyt_concept, i)
#define AXIS(b, i) STAGE_ROW(b, AXIS, struct img_axis, i)
#define ROW(b, i) STAGE_ROW(b, ROW, struct cyt_demand, i)
#define PROVISION(b, i) STAGE_ROW(b, PROVISION, struct cyt_provision, i)
#define LAW(b, i) STAGE_ROW(b, LAW, struct cyt_law, i)
#define INSTRUMENT(b, i) STAGE_ROW(b, INSTRUMENT, struct cyt_instrument, i)

/* -- names and places ---------------------------------------------------------------- */

uint32_t stage_string(struct builder *b, const char *text, size_t length);
const char *stage_text(const struct builder *b, uint32_t string);
/* Its parent, the document around it, the first node past its subtree. */
uint32_t stage_parent(const struct builder *b, uint32_t node);
uint32_t stage_document(const struct builder *b, uint32_t node);
uint32_t stage_end(const struct builder *b, uint32_t node);
const char *stage_file(const struct builder *b, uint32_t node);
uint32_t stage_line(const struct builder *b, uint32_t node);
/* Attribute of a node as text, NULL if absent. */
const char *stage_attribute(const struct builder *b, uint32_t node, enum attribute name);
/* The same as a string offset; NONE if absent. */
uint32_t stage_attribute_string(const struct builder *b, uint32_t node, enum attribute name);
/* The value of a word in a list; `absent` where there is none. */
uint32_t stage_word(const struct builder *b, uint32_t node, enum attribute name,
		    enum word_list list, uint32_t absent);
/* First child / next sibling of an element kind; NONE. */
uint32_t stage_child(const struct builder *b, uint32_t node, enum element element);
uint32_t stage_sibling(const struct builder *b, uint32_t node, enum element element);
void stage_error(struct builder *b, enum diag_number number, uint32_t node, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void stage_warning(struct builder *b, enum diag_number number, uint32_t node, const char *format,
		   ...) __attribute__((format(printf, 4, 5)));

/* The slot of a key, zeroed when it is new; NULL without memory. Good until the next call. */
union memo_slot *stage_memo(struct builder *b, struct memo *memo, const void *key, size_t count,
			    bool *is_new);

/* Row of a node's facet, concept or provision; NONE for other elements. */
static inline uint32_t
stage_index(const struct builder *b, uint32_t node, enum element element)
{
	return NODE(b, node)->element == element ? b->index_of_node[node] : NONE;
}

/* Splits a list of names at white space: the next one at *at, its length; false at the end. */
bool stage_next_word(const char **at, const char **word, size_t *length);

/* -- steps, in this order ------------------------------------------------------------- */

void ids_collect(struct builder *b);                 /* ids.c */
uint32_t ids_find(struct builder *b, uint32_t document, const char *id, size_t length);
uint32_t ids_find_outside(struct builder *b, uint32_t document, const char *id, size_t length);

void vocabulary_resolve(struct builder *b);          /* vocabulary.c */
uint32_t vocabulary_facet(struct builder *b, const char *id, size_t length);
uint32_t vocabulary_concept(struct builder *b, const char *id, size_t length);
bool vocabulary_concept_within(struct builder *b, uint32_t concept, uint32_t broader);
/* Sets the leaf positions that a value name stands for; false if unknown. */
bool vocabulary_value_mask(struct builder *b, uint32_t facet, const char *id, size_t length,
			   uint64_t *mask);
/* Mask of the leaves that an attribute names; NULL after an error, which is reported. */
uint64_t *vocabulary_values(struct builder *b, uint32_t node, enum attribute name, uint32_t facet);
/* Leaf concepts of a list of names as a bitset over CONCEPT, errors reported at `node`. */
uint64_t *vocabulary_concept_set(struct builder *b, uint32_t node, const char *list,
				 enum attribute name);
size_t vocabulary_set_words(const struct builder *b);
/* Leaf concepts of `concepts`, in the order named (a broader one by its leaves in corpus order);
 * arena array, count in *count. */
const uint32_t *vocabulary_concept_list(struct builder *b, uint32_t node, enum attribute name,
					uint32_t *count);
uint32_t assessed_set(struct builder *b, uint32_t node); /* of a law or state; WORDS */

const struct case_list *cases_of(struct builder *b, uint32_t node); /* cases.c */
/* The element behind the j-th row of the i-th box. */
uint32_t cases_node(const struct builder *b, uint32_t node, const struct case_list *list, uint32_t i,
		    uint32_t j);
/* Reports facets that the concept lacks; false if there are some. `report` 0 only asks. */
bool cases_fit(struct builder *b, uint32_t node, uint32_t concept, bool report);
/* The masks of the cases of an extension as REPLACE rows; false if the concept lacks a facet. */
bool cases_replace(struct builder *b, uint32_t node, uint32_t concept, bool only_some,
		   struct img_list *out);
uint32_t axis_of(const struct builder *b, uint32_t concept, uint32_t facet); /* AXIS or NONE */
/* Mask of positions of an axis that a case keeps, WORDS offset. */
uint32_t case_mask(struct builder *b, const struct case_row *row, uint32_t axis);

void cut_note(struct builder *b, uint32_t node, uint32_t concept); /* cut.c: break points */
void cut_spaces(struct builder *b);
/* Region of the cases of a node (boxes.c). */
uint32_t cut_region(struct builder *b, uint32_t node, uint32_t concept, enum silence silence);
uint32_t cut_intern(struct builder *b, uint32_t concept, const uint64_t *set);
/* The region whose layers are in `scratch_refs`. */
uint32_t cut_layers(struct builder *b, uint32_t concept);
void cut_load(struct builder *b, uint32_t concept, uint32_t region, uint64_t *set);
void cut_or(struct builder *b, uint32_t concept, uint32_t region, uint64_t *set);
uint32_t cut_replace(struct builder *b, uint32_t concept, uint32_t region, struct img_list replace);
uint32_t cut_difference(struct builder *b, uint32_t concept, uint32_t region, uint32_t less);
uint32_t cut_union(struct builder *b, uint32_t concept, uint32_t region, uint32_t more);
uint32_t cut_intersection(struct builder *b, uint32_t concept, uint32_t region, uint32_t with);
bool cut_is_empty(struct builder *b, uint32_t concept, uint32_t region);

void sources_check(struct builder *b); /* source.c */
void source_of(struct builder *b, uint32_t node, uint32_t *basis, uint32_t *consulted);
void source_weaken(uint32_t *basis, uint32_t *consulted, uint32_t other_basis, uint32_t other_date);
/* Reads an attribute as a day (01 for what is unknown), reporting impossible ones; 0 if absent. */
uint32_t source_day(struct builder *b, uint32_t node, enum attribute name);
/* Checks that from < until. */
void source_span(struct builder *b, uint32_t node, uint32_t *from, uint32_t *until);
void source_cut_span(uint32_t *from, uint32_t *until, uint32_t other_from, uint32_t other_until);

/* The instrument that an attribute names; NONE if it is absent, or unknown, which is reported. */
uint32_t instrument_named(struct builder *b, uint32_t node, enum attribute name);
void instruments_stage(struct builder *b);   /* instrument.c: rows without regions */
void instruments_cut(struct builder *b);     /* regions, ways, forbids */
void versions_resolve(struct builder *b);    /* version.c: after instruments_stage() */
void laws_stage(struct builder *b);          /* law.c */
void laws_cut(struct builder *b);            /* supply.c */
void unions_make(struct builder *b);         /* union.c */
void states_stage(struct builder *b);        /* state.c */
void states_cut(struct builder *b);

/* comment.c: those that waited for the element that begins; those at the end of a file. */
void comments_place(struct builder *b, uint32_t parent, uint32_t node);
void comments_end(struct builder *b);
void comments_sort(struct builder *b);

int emit_image(struct builder *b, struct image **out); /* emit.c */

#endif

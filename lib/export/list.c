/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a corpus holds, as JSON and as a table. */
#include <cybertreaty/export.h>

#include <string.h>

#include "export/cells.h"
#include "export/values.h"
#include "model/corpus.h"

/* What a list is made of. */
struct listing {
	struct values values;
	const struct cyt_corpus *corpus;
	const struct cyt_instrument *instrument; /* whose articles; NULL: of all */
	json_t *items;
};

static void
list_laws(struct listing *list)
{
	struct values *values = &list->values;
	const struct cyt_law *law;
	json_t *item;
	size_t i;

	for (i = 0; i < cyt_corpus_law_count(list->corpus); i++) {
		law = cyt_corpus_law_at(list->corpus, i);
		item = json_object();
		values_put(values, item, "id", value_text(cyt_law_id(law)));
		values_put(values, item, "jurisdiction", value_text(cyt_law_jurisdiction(law)));
		values_put(values, item, "status", value_text(cyt_law_status(law)));
		values_put(values, item, "title", value_text(cyt_law_title(law, values->lang)));
		values_add(values, list->items, item);
	}
}

static void
list_instruments(struct listing *list)
{
	struct values *values = &list->values;
	const struct cyt_instrument *instrument;
	json_t *item;
	size_t i;

	for (i = 0; i < cyt_corpus_instrument_count(list->corpus); i++) {
		instrument = cyt_corpus_instrument_at(list->corpus, i);
		item = json_object();
		values_put(values, item, "id", value_text(cyt_instrument_id(instrument)));
		values_put(values, item, "type", value_text(cyt_instrument_type(instrument)));
		values_put(values, item, "title",
			   value_text(cyt_instrument_title(instrument, values->lang)));
		values_put(values, item, "articles",
			   json_integer((json_int_t)cyt_instrument_article_count(instrument)));
		values_add(values, list->items, item);
	}
}

static void
list_articles_of(struct listing *list, const struct cyt_instrument *instrument)
{
	struct values *values = &list->values;
	const struct cyt_article *article;
	enum cyt_kind kind;
	json_t *item;
	size_t i;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		article = cyt_instrument_article_at(instrument, i);
		kind = cyt_article_kind(article);
		item = json_object();
		values_put(values, item, "id", value_text(cyt_article_id(article)));
		values_put(values, item, "instrument", value_text(cyt_instrument_id(instrument)));
		values_put(values, item, "num", value_text(cyt_article_num(article)));
		values_put(values, item, "kind",
			   value_text(kind ? cyt_kind_name(kind) : NULL));
		values_put(values, item, "title", value_text(cyt_article_title(article, values->lang)));
		values_put(values, item, "demands",
			   json_integer((json_int_t)cyt_article_demand_count(article)));
		values_add(values, list->items, item);
	}
}

static void
list_articles(struct listing *list)
{
	size_t i;

	if (list->instrument) {
		list_articles_of(list, list->instrument);
		return;
	}
	for (i = 0; i < cyt_corpus_instrument_count(list->corpus); i++)
		list_articles_of(list, cyt_corpus_instrument_at(list->corpus, i));
}

static json_t *
facet_ids(struct values *values, const struct cyt_concept *concept)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_concept_facet_count(concept); i++)
		values_add(values, array,
			   value_text(cyt_facet_id(cyt_concept_facet_at(concept, i))));
	return array;
}

static void
list_concepts(struct listing *list)
{
	struct values *values = &list->values;
	const struct cyt_concept *concept, *broader;
	json_t *item;
	size_t i;

	for (i = 0; i < cyt_corpus_concept_count(list->corpus); i++) {
		concept = cyt_corpus_concept_at(list->corpus, i);
		broader = cyt_concept_broader(concept);
		item = json_object();
		values_put(values, item, "id", value_text(cyt_concept_id(concept)));
		values_put(values, item, "kind",
			   value_text(cyt_kind_name(cyt_concept_kind(concept))));
		values_put(values, item, "broader",
			   value_text(broader ? cyt_concept_id(broader) : NULL));
		values_put(values, item, "label", value_text(cyt_concept_label(concept, values->lang)));
		values_put(values, item, "facets", facet_ids(values, concept));
		values_add(values, list->items, item);
	}
}

static const char *
facet_type_name(enum cyt_facet_type type)
{
	switch (type) {
	case CYT_FACET_TYPE_ENUMERATED:
		return "enumerated";
	case CYT_FACET_TYPE_QUANTITY:
		return "quantity";
	case CYT_FACET_TYPE_CONCEPTS:
		return "concepts";
	default:
		return NULL;
	}
}

static json_t *
value_ids(struct values *values, const struct cyt_facet *facet)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < cyt_facet_value_count(facet); i++)
		values_add(values, array, value_text(cyt_value_id(cyt_facet_value_at(facet, i))));
	return array;
}

static void
list_facets(struct listing *list)
{
	struct values *values = &list->values;
	const struct cyt_facet *facet;
	const char *unit;
	json_t *item;
	size_t i;

	for (i = 0; i < cyt_corpus_facet_count(list->corpus); i++) {
		facet = cyt_corpus_facet_at(list->corpus, i);
		unit = cyt_facet_unit(facet);
		item = json_object();
		values_put(values, item, "id", value_text(cyt_facet_id(facet)));
		values_put(values, item, "type",
			   value_text(facet_type_name(cyt_facet_type(facet))));
		values_put(values, item, "unit", value_text(*unit ? unit : NULL));
		values_put(values, item, "label", value_text(cyt_facet_label(facet, values->lang)));
		values_put(values, item, "values", value_ids(values, facet));
		values_add(values, list->items, item);
	}
}

/* How many laws are of exactly that jurisdiction. */
static size_t
law_count(const struct cyt_corpus *corpus, const char *jurisdiction)
{
	size_t count = 0, i;

	for (i = 0; i < cyt_corpus_law_count(corpus); i++)
		if (strcmp(cyt_law_jurisdiction(cyt_corpus_law_at(corpus, i)), jurisdiction) == 0)
			count++;
	return count;
}

/* The smallest jurisdiction id greater than `after`; NULL at the end. */
static const char *
next_jurisdiction(const struct cyt_corpus *corpus, const char *after)
{
	const char *next = NULL, *id;
	size_t i;

	for (i = 0; i < cyt_corpus_state_count(corpus); i++) {
		id = cyt_state_id(cyt_corpus_state_at(corpus, i));
		if (strcmp(id, after) > 0 && (!next || strcmp(id, next) < 0))
			next = id;
	}
	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		id = cyt_law_jurisdiction(cyt_corpus_law_at(corpus, i));
		if (strcmp(id, after) > 0 && (!next || strcmp(id, next) < 0))
			next = id;
	}
	return next;
}

static void
list_jurisdictions(struct listing *list)
{
	struct values *values = &list->values;
	const struct cyt_state *state;
	const char *id = "";
	json_t *item;

	while ((id = next_jurisdiction(list->corpus, id)) != NULL) {
		state = cyt_corpus_state_find(list->corpus, id);
		item = json_object();
		values_put(values, item, "id", value_text(id));
		values_put(values, item, "label",
			   value_text(state ? cyt_state_label(state, values->lang) : NULL));
		values_put(values, item, "laws",
			   json_integer((json_int_t)law_count(list->corpus, id)));
		values_add(values, list->items, item);
	}
}

static void
list_states(struct listing *list)
{
	struct values *values = &list->values;
	const struct cyt_state *state;
	json_t *item;
	size_t i;

	for (i = 0; i < cyt_corpus_state_count(list->corpus); i++) {
		state = cyt_corpus_state_at(list->corpus, i);
		item = json_object();
		values_put(values, item, "id", value_text(cyt_state_id(state)));
		values_put(values, item, "label", value_text(cyt_state_label(state, values->lang)));
		values_put(values, item, "actions",
			   json_integer((json_int_t)cyt_state_action_count(state)));
		values_add(values, list->items, item);
	}
}

/* One document: of `facts` elements so many rest on each basis. */
static void
add_basis(struct listing *list, const char *id, const char *jurisdiction,
	  const struct cyt_element *element, const char *facts)
{
	struct values *values = &list->values;
	json_t *item = json_object();
	int basis;

	values_put(values, item, "id", value_text(id));
	values_put(values, item, "jurisdiction", value_text(jurisdiction));
	values_put(values, item, "facts", value_text(facts));
	for (basis = CYT_BASIS_TEXT; basis <= CYT_BASIS_UNVERIFIED; basis++)
		values_put(values, item, cyt_basis_name((enum cyt_basis)basis),
			   json_integer((json_int_t)cyt_element_fact_count(
				   element, facts, (enum cyt_basis)basis)));
	values_add(values, list->items, item);
}

static void
list_basis(struct listing *list)
{
	const struct cyt_instrument *instrument;
	const struct cyt_law *law;
	const struct cyt_state *state;
	size_t i;

	for (i = 0; i < cyt_corpus_instrument_count(list->corpus); i++) {
		instrument = cyt_corpus_instrument_at(list->corpus, i);
		add_basis(list, cyt_instrument_id(instrument), NULL,
			  cyt_instrument_element(instrument), "demand");
	}
	for (i = 0; i < cyt_corpus_law_count(list->corpus); i++) {
		law = cyt_corpus_law_at(list->corpus, i);
		add_basis(list, cyt_law_id(law), cyt_law_jurisdiction(law),
			  cyt_law_element(law), "supply");
	}
	for (i = 0; i < cyt_corpus_state_count(list->corpus); i++) {
		state = cyt_corpus_state_at(list->corpus, i);
		add_basis(list, cyt_state_id(state), cyt_state_id(state),
			  cyt_state_element(state), "action");
	}
}

#define LIST_COLUMNS 6

static const struct list_kind {
	const char *name;
	void (*make)(struct listing *list);
	const char *columns[LIST_COLUMNS + 1]; /* the keys of an item */
} kinds[] = {
	{"laws", list_laws, {"id", "jurisdiction", "status", "title"}},
	{"instruments", list_instruments, {"id", "type", "title", "articles"}},
	{"articles", list_articles, {"id", "instrument", "num", "kind", "title", "demands"}},
	{"concepts", list_concepts, {"id", "kind", "broader", "label", "facets"}},
	{"facets", list_facets, {"id", "type", "unit", "label", "values"}},
	{"jurisdictions", list_jurisdictions, {"id", "label", "laws"}},
	{"states", list_states, {"id", "label", "actions"}},
	{"basis", list_basis, {"id", "jurisdiction", "facts", "text", "secondary", "unverified"}},
};

static const struct list_kind *
find_kind(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

/* Makes the items. 0, or what is wrong with the question. */
static int
list_items(struct listing *list, const struct list_kind *kind, const char *instrument)
{
	if (!kind)
		return CYT_ERR_INVALID;
	if (instrument) {
		list->instrument = cyt_corpus_instrument_find(list->corpus, instrument);
		if (!list->instrument)
			return CYT_ERR_NOTFOUND;
	}
	list->items = json_array();
	kind->make(list);
	return 0;
}

int
cyt_export_list_json(const struct cyt_corpus *corpus, const char *kind, const char *instrument,
		     const char *lang, cyt_sink sink, void *data)
{
	struct listing list = {.values = {.hooks = corpus_hooks(corpus), .lang = lang ? lang : "en"},
			       .corpus = corpus};
	int err = list_items(&list, find_kind(kind), instrument);
	json_t *document;

	if (err < 0)
		return err;
	document = value_document(&list.values, "list", corpus);
	values_put(&list.values, document, "kind", value_text(kind));
	values_put(&list.values, document, "items", list.items);
	return values_write(&list.values, document, sink, data);
}

/* A text, a number, nothing, or several texts with blanks between them. */
static void
add_value(struct cells *cells, const json_t *value)
{
	const json_t *part;
	size_t i;

	if (json_is_integer(value))
		strbuf_printf(&cells->cell, "%lld", (long long)json_integer_value(value));
	else if (json_is_string(value))
		strbuf_add(&cells->cell, json_string_value(value));
	json_array_foreach(value, i, part)
		strbuf_printf(&cells->cell, "%s%s", i ? " " : "", json_string_value(part));
	cells_end_cell(cells, 0);
}

int
cyt_export_list_csv(const struct cyt_corpus *corpus, const char *kind, const char *instrument,
		    const char *lang, cyt_sink sink, void *data)
{
	struct listing list = {.values = {.hooks = corpus_hooks(corpus), .lang = lang ? lang : "en"},
			       .corpus = corpus};
	const struct list_kind *row = find_kind(kind);
	int err = sink ? list_items(&list, row, instrument) : CYT_ERR_INVALID;
	struct cells cells;
	const json_t *item;
	size_t i, k;

	if (err < 0)
		return err;
	cells_begin(&cells, corpus, list.values.lang, sink, data);
	cells.err = list.items ? list.values.err : CYT_ERR_NOMEM;
	cells_add_names(&cells, row->columns);
	cells_end_row(&cells);
	json_array_foreach(list.items, i, item) {
		for (k = 0; row->columns[k]; k++)
			add_value(&cells, json_object_get(item, row->columns[k]));
		cells_end_row(&cells);
	}
	json_decref(list.items);
	return cells_end(&cells);
}

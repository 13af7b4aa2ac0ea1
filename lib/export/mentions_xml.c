/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws, provisions and States that a report refers to: titles, penalties, sources. */
#include "export/report_xml.h"

#include <stdlib.h>
#include <string.h>

#include "model/image.h"

static void
mention(struct report *report, struct mentions *mentions, const void *row)
{
	if (mentions->count && mentions->items[mentions->count - 1] == row)
		return;
	if (!alloc_grow(report->xml.out.hooks, &mentions->items, &mentions->capacity,
			mentions->count + 1, sizeof(*mentions->items))) {
		report->xml.err = CYT_ERR_NOMEM;
		return;
	}
	mentions->items[mentions->count++] = row;
}

void
mention_law(struct report *report, const struct cyt_law *law)
{
	mention(report, &report->laws, law);
}

void
mention_provision(struct report *report, const struct cyt_provision *provision)
{
	mention_law(report, cyt_provision_law(provision));
	mention(report, &report->provisions, provision);
}

void
mention_state(struct report *report, const char *id)
{
	const struct cyt_state *state =
		cyt_corpus_state_find(cyt_result_corpus(report->result), id);

	if (state)
		mention(report, &report->states, state);
}

/* Rows of one kind lie in the order of the corpus. */
static int
compare_rows(const void *a, const void *b)
{
	const char *one = *(const char *const *)a, *other = *(const char *const *)b;

	return (one > other) - (one < other);
}

static void
sort_mentions(struct mentions *mentions)
{
	size_t kept = 0, i;

	if (mentions->count > 1)
		qsort(mentions->items, mentions->count, sizeof(*mentions->items), compare_rows);
	for (i = 0; i < mentions->count; i++)
		if (!kept || mentions->items[kept - 1] != mentions->items[i])
			mentions->items[kept++] = mentions->items[i];
	mentions->count = kept;
}

/* -- elements of the corpus ---------------------------------------------------------------- */

static const struct cyt_element *
next_named(const struct cyt_element *element, const char *name)
{
	while (element && strcmp(cyt_element_name(element), name) != 0)
		element = cyt_element_next(element);
	return element;
}

static const struct cyt_element *
first_named(const struct cyt_element *parent, const char *name)
{
	return next_named(cyt_element_first(parent), name);
}

/* The element or its nearest ancestor that has such a child; NULL. */
static const struct cyt_element *
holder_of(const struct cyt_element *element, const char *name)
{
	while (element && !first_named(element, name))
		element = cyt_element_parent(element);
	return element;
}

static void
copy_attributes(struct xml *xml, const struct cyt_element *element)
{
	const char *name, *value;
	size_t i;

	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		xml_attribute(xml, name, value);
}

static void
copy_prose(struct xml *xml, const struct cyt_element *element, const char *name)
{
	xml_open(xml, name);
	copy_attributes(xml, element);
	xml_text(xml, cyt_element_text(element));
}

static void
copy_children(struct xml *xml, const struct cyt_element *parent, const char *name, const char *as)
{
	const struct cyt_element *child;

	for (child = first_named(parent, name); child;
	     child = next_named(cyt_element_next(child), name))
		copy_prose(xml, child, as);
}

void
report_titles(struct report *report, const struct cyt_element *element, const char *name)
{
	copy_children(&report->xml, element, name, "title");
}

void
report_sources(struct report *report, const struct cyt_element *element)
{
	element = holder_of(element, "source");
	if (element)
		copy_children(&report->xml, element, "source", "source");
}

/* A demand may rest on something else than its article does. */
void
report_article_sources(struct report *report, const struct cyt_article *article)
{
	const struct image *image = image_of(article);
	const struct cyt_element *of_article = holder_of(cyt_article_element(article), "source");
	const struct cyt_element *last = of_article, *holder;
	size_t i;

	if (of_article)
		copy_children(&report->xml, of_article, "source", "source");
	for (i = 0; i < cyt_article_demand_count(article); i++) {
		holder = holder_of(image_element(image, cyt_article_demand_at(article, i)->node),
				   "source");
		if (holder && holder != last && holder != of_article)
			copy_children(&report->xml, holder, "source", "source");
		last = holder;
	}
}

/* -- provisions ---------------------------------------------------------------------------- */

static bool
is_in_provision(const struct cyt_element *element)
{
	return element && strcmp(cyt_element_name(element), "provision") == 0;
}

/* Whether a list of ids has this one. */
static bool
has_word(const char *list, const char *word)
{
	size_t length = strlen(word), run;

	for (list += strspn(list, " "); *list; list += run + strspn(list + run, " ")) {
		run = strcspn(list, " ");
		if (run == length && strncmp(list, word, length) == 0)
			return true;
	}
	return false;
}

/* "Form of commission: attempt; conspiracy", of the values that `is` names. */
static void
add_case_words(struct report *report, struct strbuf *out, const struct cyt_facet *facet,
	       const char *is)
{
	size_t said = 0, i;
	const struct cyt_value *value;

	strbuf_add(out, cyt_facet_label(facet, report->lang));
	for (i = 0; is && i < cyt_facet_value_count(facet); i++) {
		value = cyt_facet_value_at(facet, i);
		if (has_word(is, cyt_value_id(value)))
			strbuf_printf(out, "%s%s", said++ ? "; " : ": ",
				      cyt_value_label(value, report->lang));
	}
}

/* A case of a penalty, with words for its ids. */
static void
write_case(struct report *report, const struct cyt_element *element)
{
	const char *id = cyt_element_attribute(element, "facet");
	const struct cyt_facet *facet =
		cyt_corpus_facet_find(cyt_result_corpus(report->result), id);
	struct xml *xml = &report->xml;
	struct strbuf words;

	xml_open(xml, "case");
	copy_attributes(xml, element);
	strbuf_init(&words, xml->out.hooks);
	if (facet)
		add_case_words(report, &words, facet, cyt_element_attribute(element, "is"));
	xml_said(xml, "words", &words, 0);
	xml_close(xml);
}

/* What limits a penalty to some cases, and its notes. */
static void
write_penalty(struct report *report, const struct cyt_element *penalty)
{
	const struct cyt_element *child = cyt_element_first(penalty);
	struct xml *xml = &report->xml;

	xml_open(xml, "penalty");
	copy_attributes(xml, penalty);
	for (; child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "note") == 0)
			copy_prose(xml, child, "note");
		else if (strcmp(cyt_element_name(child), "case") == 0)
			write_case(report, child);
	}
	xml_close(xml);
}

/* A paragraph without a penalty of its own is under that of its article. */
static void
write_penalties(struct report *report, const struct cyt_element *provision)
{
	const struct cyt_element *holder = holder_of(provision, "penalty"), *child;

	if (!is_in_provision(holder))
		return;
	for (child = first_named(holder, "penalty"); child;
	     child = next_named(cyt_element_next(child), "penalty"))
		write_penalty(report, child);
}

/* A supply may rest on something else than what is around it. */
static void
write_supply_sources(struct report *report, const struct cyt_element *provision)
{
	const struct cyt_element *supply;

	for (supply = first_named(provision, "supply"); supply;
	     supply = next_named(cyt_element_next(supply), "supply"))
		copy_children(&report->xml, supply, "source", "source");
}

static void
write_provision(struct report *report, const struct cyt_provision *provision)
{
	const struct cyt_element *element = cyt_provision_element(provision);
	const struct cyt_element *titled = holder_of(element, "title");
	struct xml *xml = &report->xml;

	xml_open(xml, "provision");
	xml_attribute(xml, "id", cyt_provision_id(provision));
	xml_attribute(xml, "num", cyt_provision_num(provision));
	xml_attribute(xml, "status", cyt_element_attribute(element, "status"));
	xml_attribute(xml, "from", cyt_element_attribute(element, "from"));
	xml_attribute(xml, "until", cyt_element_attribute(element, "until"));
	if (is_in_provision(titled))
		copy_children(xml, titled, "title", "title");
	write_penalties(report, element);
	report_sources(report, element);
	write_supply_sources(report, element);
	xml_close(xml);
}

static void
write_law(struct report *report, const struct cyt_law *law)
{
	const struct cyt_element *element = cyt_law_element(law);
	struct xml *xml = &report->xml;
	size_t i;

	xml_open(xml, "law");
	xml_attribute(xml, "id", cyt_law_id(law));
	xml_attribute(xml, "jurisdiction", cyt_law_jurisdiction(law));
	xml_attribute(xml, "status", cyt_law_status(law));
	copy_children(xml, element, "title", "title");
	report_sources(report, element);
	for (i = 0; i < report->provisions.count; i++)
		if (cyt_provision_law(report->provisions.items[i]) == law)
			write_provision(report, report->provisions.items[i]);
	xml_close(xml);
}

static void
write_state(struct report *report, const struct cyt_state *state)
{
	const char *subject = cyt_result_subject(report->result);
	struct xml *xml = &report->xml;

	xml_open(xml, "state");
	xml_attribute(xml, "id", cyt_state_id(state));
	copy_children(xml, cyt_state_element(state), "label", "title");
	report_sources(report, cyt_state_element(state));
	/* What was read of its law, where that is what the page is about. */
	if (subject && strcmp(subject, cyt_state_id(state)) == 0)
		copy_children(xml, cyt_state_element(state), "note", "note");
	xml_close(xml);
}

void
report_mentioned(struct report *report)
{
	size_t i;

	sort_mentions(&report->laws);
	sort_mentions(&report->provisions);
	for (i = 0; i < report->laws.count; i++)
		mention_state(report, cyt_law_jurisdiction(report->laws.items[i]));
	sort_mentions(&report->states);
	for (i = 0; i < report->states.count; i++)
		write_state(report, report->states.items[i]);
	for (i = 0; i < report->laws.count; i++)
		write_law(report, report->laws.items[i]);
}

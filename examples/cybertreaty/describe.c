/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One element of a document in words: labels for ids, sentences for attributes. */
#include "describe.h"

#include <string.h>

bool
is_named(const struct cyt_element *element, const char *name)
{
	return strcmp(cyt_element_name(element), name) == 0;
}

const char *
attribute(const struct cyt_element *element, const char *name)
{
	const char *value = cyt_element_attribute(element, name);

	return value ? value : "";
}

/* The next id of a list that blanks separate; false at its end. */
static bool
next_id(const char **list, struct buffer *id)
{
	size_t length;

	*list += strspn(*list, " ");
	length = strcspn(*list, " ");
	buffer_release(id);
	buffer_addn(id, *list, length);
	*list += length;
	return length > 0;
}

static const char *
concept_label(const struct view *view, const char *id)
{
	const struct cyt_concept *concept = cyt_corpus_concept_find(view->corpus, id);

	return concept ? cyt_concept_label(concept, view->lang) : id;
}

static void
add_concepts(const struct view *view, const char *list, struct buffer *out)
{
	struct words labels = {0};
	struct buffer id = {0}, all = {0};
	size_t i;

	while (next_id(&list, &id)) {
		if (strcmp(id.text, "*") == 0)
			words_add(&labels, "everything");
		else if (strncmp(id.text, "kind:", 5) == 0)
			buffer_printf(&all, "%severything of the kind '%s'", all.length ? ", " : "",
				      id.text + 5);
		else
			words_add(&labels, concept_label(view, id.text));
	}
	for (i = 0; i < labels.count; i++)
		buffer_printf(&all, "%s%s", all.length ? ", " : "", labels.at[i]);
	buffer_add(out, buffer_text(&all));
	words_release(&labels);
	buffer_release(&all);
	buffer_release(&id);
}

static const char *
value_label(const struct view *view, const struct cyt_facet *facet, const char *id)
{
	const struct cyt_value *value;
	size_t i;

	if (cyt_facet_type(facet) == CYT_FACET_TYPE_CONCEPTS)
		return concept_label(view, id);
	for (i = 0; i < cyt_facet_value_count(facet); i++) {
		value = cyt_facet_value_at(facet, i);
		if (strcmp(cyt_value_id(value), id) == 0)
			return cyt_value_label(value, view->lang);
	}
	return id;
}

static void
add_values(const struct view *view, const struct cyt_facet *facet, const char *list,
	   const char *between, struct buffer *out)
{
	struct buffer id = {0};
	bool first = true;

	for (; next_id(&list, &id); first = false)
		buffer_printf(out, "%s%s", first ? "" : between,
			      facet ? value_label(view, facet, id.text) : id.text);
	buffer_release(&id);
}

static void
add_interval(const struct cyt_element *element, const struct cyt_facet *facet, struct buffer *out)
{
	const char *at_least = attribute(element, "at-least"), *below = attribute(element, "below");

	if (*at_least)
		buffer_printf(out, "at least %s", at_least);
	if (*below)
		buffer_printf(out, "%sbelow %s", *at_least ? " and " : "", below);
	if (facet && *cyt_facet_unit(facet))
		buffer_printf(out, " %s", cyt_facet_unit(facet));
}

static void
add_case(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *id = attribute(element, "facet");
	const struct cyt_facet *facet = cyt_corpus_facet_find(view->corpus, id);

	buffer_printf(out, "%s: ", facet ? cyt_facet_label(facet, view->lang) : id);
	if (*attribute(element, "is"))
		add_values(view, facet, attribute(element, "is"), " or ", out);
	else if (*attribute(element, "some")) {
		buffer_add(out, "one of these is enough: ");
		add_values(view, facet, attribute(element, "some"), "; ", out);
	} else if (*attribute(element, "not")) {
		buffer_add(out, "anything but ");
		add_values(view, facet, attribute(element, "not"), " or ", out);
	} else
		add_interval(element, facet, out);
}

/* How the numbers around an inner element cite it: "Article 7(2)"; "" without numbers. */
static void
add_place(const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_element *parent = cyt_element_parent(element);
	const char *num = attribute(element, "num");

	if (is_named(element, "article")) {
		buffer_printf(out, *num ? "article %s" : "%s",
			      *num ? num : attribute(element, "id"));
		return;
	}
	if (is_named(element, "provision")) {
		buffer_add(out, *num ? num : attribute(element, "id"));
		return;
	}
	if (parent)
		add_place(parent, out);
	if (*num && (is_named(element, "paragraph") || is_named(element, "point")))
		buffer_printf(out, "(%s)", num);
}

static const struct cyt_element *
document_of(const struct cyt_element *element)
{
	const struct cyt_element *parent;

	while ((parent = cyt_element_parent(element)) != NULL)
		element = parent;
	return element;
}

static const char *
document_id(const struct cyt_element *element)
{
	return attribute(document_of(element), "id");
}

/* References into a document, by what they are called there. */
static void
add_references(const struct view *view, const char *document, const char *list,
	       struct buffer *out)
{
	const struct cyt_element *target;
	struct buffer id = {0}, whole = {0}, place = {0};
	bool first = true;

	for (; next_id(&list, &id); first = false) {
		buffer_release(&whole);
		buffer_release(&place);
		buffer_printf(&whole, strchr(id.text, '/') ? "%.0s%s" : "%s/%s", document, id.text);
		target = cyt_corpus_element_find(view->corpus, whole.text);
		if (target)
			add_place(target, &place);
		buffer_printf(out, "%s%s", first ? "" : ", ",
			      place.length ? place.text : id.text);
	}
	buffer_release(&id);
	buffer_release(&whole);
	buffer_release(&place);
}

static const char *
demand_verb(const char *modality)
{
	if (strcmp(modality, "endeavour") == 0)
		return "Shall endeavour to cover";
	if (strcmp(modality, "consider") == 0)
		return "Shall consider covering";
	if (strcmp(modality, "may") == 0)
		return "May cover";
	return "Shall cover";
}

static void
say_demand(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *extends = attribute(element, "extends");

	buffer_add(out, demand_verb(attribute(element, "modality")));
	buffer_add(out, *extends ? " what is asked in " : " ");
	if (*extends)
		add_references(view, document_id(element), extends, out);
	if (*extends && *attribute(element, "concepts"))
		buffer_add(out, ", for ");
	add_concepts(view, attribute(element, "concepts"), out);
	if (*attribute(element, "subject-to"))
		buffer_printf(out, " (subject to %s)", attribute(element, "subject-to"));
}

static void
say_way(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, is_named(element, "option") ? "A Party may leave out, of "
						    : "A Party may reserve, of ");
	add_references(view, document_id(element), attribute(element, "of"), out);
	if (*attribute(element, "concepts"))
		buffer_add(out, ", for ");
	add_concepts(view, attribute(element, "concepts"), out);
	if (*attribute(element, "choice"))
		buffer_printf(out, " (one choice of '%s')", attribute(element, "choice"));
	if (*attribute(element, "concern"))
		buffer_printf(out, " (%s)", attribute(element, "concern"));
}

/* The provisions and laws that an extension or exception reaches. */
static void
say_scope(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *provisions = attribute(element, "provisions");
	const char *laws = attribute(element, "laws");
	const struct cyt_law *law = cyt_corpus_law_find(view->corpus, laws);

	if (!*provisions)
		return;
	buffer_add(out, ", for ");
	if (strcmp(provisions, "*") == 0)
		buffer_add(out, *laws ? "all" : "the whole law");
	else
		add_references(view, law ? laws : document_id(element), provisions, out);
	if (law)
		buffer_printf(out, " of %s", cyt_law_title(law, view->lang));
	else if (*laws)
		buffer_printf(out, " of the laws of %s", laws);
}

static void
say_source(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	buffer_printf(out, "Source: %s", attribute(element, "basis"));
	if (*attribute(element, "consulted"))
		buffer_printf(out, ", consulted %s", attribute(element, "consulted"));
	if (*attribute(element, "href"))
		buffer_printf(out, ", %s", attribute(element, "href"));
	if (*cyt_element_text(element))
		buffer_printf(out, "; %s", cyt_element_text(element));
}

static void
say_action(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_instrument *instrument =
		cyt_corpus_instrument_find(view->corpus, attribute(element, "instrument"));

	buffer_printf(out, "%s  %s", attribute(element, "date"), attribute(element, "kind"));
	if (instrument)
		buffer_printf(out, ": %s", cyt_instrument_title(instrument, view->lang));
	if (*attribute(element, "to"))
		buffer_printf(out, " to %s", attribute(element, "to"));
	if (*attribute(element, "until"))
		buffer_printf(out, " (withdrawn %s)", attribute(element, "until"));
}

static void
say_event(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	buffer_printf(out, "%s  %s", attribute(element, "date"), attribute(element, "kind"));
}

static void
say_assessed(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, "Read for: ");
	add_concepts(view, attribute(element, "concepts"), out);
	if (*attribute(element, "except")) {
		buffer_add(out, "; not for: ");
		add_concepts(view, attribute(element, "except"), out);
	}
}

static void
say_supply(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, "Covers ");
	add_concepts(view, attribute(element, "concepts"), out);
}

static void
say_forbid(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, "Must not be covered: ");
	add_concepts(view, attribute(element, "concepts"), out);
}

static void
say_extend(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, "Reaches further");
	say_scope(view, element, out);
}

static void
say_except(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, "Except");
	say_scope(view, element, out);
}

static void
say_unstated(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_facet *facet =
		cyt_corpus_facet_find(view->corpus, attribute(element, "facet"));

	buffer_printf(out, "Where it is silent, %s: ",
		      facet ? cyt_facet_label(facet, view->lang) : attribute(element, "facet"));
	add_values(view, facet, attribute(element, "is"), " or ", out);
}

static void
say_box(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	(void)element;
	buffer_add(out, "Either:");
}

static void
say_any_of(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	(void)element;
	buffer_add(out, "One of these is enough:");
}

static void
say_all_of(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	(void)element;
	buffer_add(out, "All of these:");
}

static void
say_condition(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	buffer_printf(out, "On condition: %s", cyt_element_text(element));
}

static void
say_note(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)view;
	buffer_printf(out, "Note: %s", cyt_element_text(element));
}

/* Of an instrument the version before it; of an article what it was there. */
static void
add_version(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *earlier = attribute(document_of(element), "supersedes");
	const struct cyt_instrument *before = cyt_corpus_instrument_find(view->corpus, earlier);

	if (*attribute(element, "supersedes"))
		buffer_printf(out, ", takes the place of %s",
			      before ? cyt_instrument_title(before, view->lang) : earlier);
	if (!*attribute(element, "was"))
		return;
	if (strcmp(attribute(element, "was"), "unknown") == 0) {
		buffer_add(out, " (what it was before is not known)");
		return;
	}
	buffer_add(out, " (was ");
	add_references(view, earlier, attribute(element, "was"), out);
	buffer_add(out, ")");
}

static void
say_numbered(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *title = cyt_element_title(element, view->lang);
	const char *num = attribute(element, "num");
	bool inner = is_named(element, "paragraph") || is_named(element, "point");

	if (is_named(element, "article") && *num)
		buffer_add(out, "Article ");
	if (is_named(element, "chapter") && *num)
		buffer_add(out, "Chapter ");
	buffer_printf(out, inner && *num ? "(%s)" : "%s", num);
	if (title)
		buffer_printf(out, "%s%s", out->length ? "  " : "", title);
	if (*attribute(element, "because"))
		buffer_printf(out, "%s(no demand: %s)", out->length ? "  " : "",
			      attribute(element, "because"));
	if (*attribute(element, "from"))
		buffer_printf(out, ", from %s", attribute(element, "from"));
	if (*attribute(element, "until"))
		buffer_printf(out, ", until %s", attribute(element, "until"));
	if (*attribute(element, "status"))
		buffer_printf(out, " (%s)", attribute(element, "status"));
	add_version(view, element, out);
}

static void
say_facet(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_facet *facet =
		cyt_corpus_facet_find(view->corpus, attribute(element, "id"));

	buffer_add(out, cyt_facet_label(facet, view->lang));
	if (*cyt_facet_unit(facet))
		buffer_printf(out, ", a number of %s", cyt_facet_unit(facet));
	if (cyt_facet_type(facet) == CYT_FACET_TYPE_CONCEPTS)
		buffer_printf(out, ", any concept of the kind '%s'", attribute(element, "kind"));
	if (*attribute(element, "unstated"))
		buffer_printf(out, "; silence means '%s'", attribute(element, "unstated"));
}

static void
say_value(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *label = cyt_element_title(element, view->lang);

	buffer_add(out, label ? label : attribute(element, "id"));
	if (*attribute(element, "concern"))
		buffer_printf(out, " (%s)", attribute(element, "concern"));
}

static void
say_concept(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_concept *concept =
		cyt_corpus_concept_find(view->corpus, attribute(element, "id"));
	const struct cyt_concept *broader = cyt_concept_broader(concept);

	buffer_printf(out, "%s (%s)", cyt_concept_label(concept, view->lang),
		      cyt_kind_name(cyt_concept_kind(concept)));
	if (broader)
		buffer_printf(out, ", a case of %s", cyt_concept_label(broader, view->lang));
}

static void
say_case(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	add_case(view, element, out);
}

/* Penalties and whatever the language gains: attributes as they are. */
static void
say_other(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *name, *value, *title = cyt_element_title(element, view->lang);
	size_t i;

	buffer_add(out, title ? title : cyt_element_name(element));
	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		if (strcmp(name, "id") != 0 && strcmp(name, "xml:lang") != 0)
			buffer_printf(out, "%s %s %s", i ? "," : ":", name, value);
	if (*cyt_element_text(element))
		buffer_printf(out, ": %s", cyt_element_text(element));
}

static const struct sayer {
	const char *element;
	void (*say)(const struct view *view, const struct cyt_element *element,
		    struct buffer *out);
} sayers[] = {
	{"vocabulary", say_numbered}, {"instrument", say_numbered}, {"law", say_numbered},
	{"state", say_numbered},      {"chapter", say_numbered},    {"article", say_numbered},
	{"paragraph", say_numbered},  {"point", say_numbered},	    {"provision", say_numbered},
	{"demand", say_demand},	      {"option", say_way},	    {"reservable", say_way},
	{"forbid", say_forbid},	      {"case", say_case},	    {"box", say_box},
	{"any-of", say_any_of},	      {"all-of", say_all_of},	    {"supply", say_supply},
	{"except", say_except},	      {"extend", say_extend},	    {"condition", say_condition},
	{"note", say_note},	      {"source", say_source},	    {"action", say_action},
	{"assessed", say_assessed},   {"unstated", say_unstated},   {"facet", say_facet},
	{"value", say_value},	      {"concept", say_concept},	    {"event", say_event},
};

void
describe(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	size_t i;

	for (i = 0; i < sizeof(sayers) / sizeof(*sayers); i++)
		if (is_named(element, sayers[i].element)) {
			sayers[i].say(view, element, out);
			return;
		}
	say_other(view, element, out);
}

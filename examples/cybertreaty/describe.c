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
concept_called(const struct view *view, const char *id)
{
	const struct cyt_concept *concept = cyt_corpus_concept_find(view->corpus, id);

	return concept ? concept_label(view->tongue, concept) : id;
}

static void
add_kind(const struct view *view, const char *kind, struct buffer *out)
{
	buffer_add(out, out->length ? ", " : "");
	say_to(out, view->tongue, SAY_EVERYTHING_OF_KIND, term(view->tongue, "kind", kind));
}

static void
add_concepts(const struct view *view, const char *list, struct buffer *out)
{
	struct words labels = {0};
	struct buffer id = {0}, all = {0};
	size_t i;

	while (next_id(&list, &id)) {
		if (strcmp(id.text, "*") == 0)
			words_add(&labels, say(view->tongue, SAY_EVERYTHING));
		else if (strncmp(id.text, "kind:", 5) == 0)
			add_kind(view, id.text + 5, &all);
		else
			words_add(&labels, concept_called(view, id.text));
	}
	for (i = 0; i < labels.count; i++)
		buffer_printf(&all, "%s%s", all.length ? ", " : "", labels.at[i]);
	buffer_add(out, buffer_text(&all));
	words_release(&labels);
	buffer_release(&all);
	buffer_release(&id);
}

static const char *
value_called(const struct view *view, const struct cyt_facet *facet, const char *id)
{
	const struct cyt_value *value;
	size_t i;

	if (cyt_facet_type(facet) == CYT_FACET_TYPE_CONCEPTS)
		return concept_called(view, id);
	for (i = 0; i < cyt_facet_value_count(facet); i++) {
		value = cyt_facet_value_at(facet, i);
		if (strcmp(cyt_value_id(value), id) == 0)
			return value_label(view->tongue, value);
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
			      facet ? value_called(view, facet, id.text) : id.text);
	buffer_release(&id);
}

static void
add_interval(const struct view *view, const struct cyt_element *element,
	     const struct cyt_facet *facet, struct buffer *out)
{
	const char *at_least = attribute(element, "at-least"), *below = attribute(element, "below");

	if (*at_least)
		say_to(out, view->tongue, SAY_AT_LEAST, at_least);
	if (*below)
		say_to(out, view->tongue, *at_least ? SAY_AND_BELOW : SAY_BELOW, below);
	if (facet && *cyt_facet_unit(facet))
		buffer_printf(out, " %s", term(view->tongue, "unit", cyt_facet_unit(facet)));
}

static void
add_case(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *id = attribute(element, "facet");
	const struct cyt_facet *facet = cyt_corpus_facet_find(view->corpus, id);

	buffer_printf(out, "%s: ", facet ? facet_label(view->tongue, facet) : id);
	if (*attribute(element, "is"))
		add_values(view, facet, attribute(element, "is"), say(view->tongue, SAY_OR), out);
	else if (*attribute(element, "some")) {
		buffer_add(out, say(view->tongue, SAY_ONE_IS_ENOUGH));
		add_values(view, facet, attribute(element, "some"), "; ", out);
	} else if (*attribute(element, "not")) {
		buffer_add(out, say(view->tongue, SAY_ANYTHING_BUT));
		add_values(view, facet, attribute(element, "not"), say(view->tongue, SAY_OR), out);
	} else
		add_interval(view, element, facet, out);
}

/* How the numbers around an inner element cite it: "Article 7(2)"; "" without numbers. */
static void
add_place(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_element *parent = cyt_element_parent(element);
	const char *num = attribute(element, "num");

	if (is_named(element, "article")) {
		if (*num)
			say_to(out, view->tongue, SAY_ARTICLE_IN_TEXT, num);
		else
			buffer_add(out, attribute(element, "id"));
		return;
	}
	if (is_named(element, "provision")) {
		buffer_add(out, *num ? num : attribute(element, "id"));
		return;
	}
	if (parent)
		add_place(view, parent, out);
	if (*num && is_named(element, "paragraph"))
		say_to(out, view->tongue, SAY_CITED_PARAGRAPH, num);
	if (*num && is_named(element, "point"))
		say_to(out, view->tongue, SAY_CITED_POINT, num);
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
			add_place(view, target, &place);
		buffer_printf(out, "%s%s", first ? "" : ", ",
			      place.length ? place.text : id.text);
	}
	buffer_release(&id);
	buffer_release(&whole);
	buffer_release(&place);
}

static enum say
demand_verb(const char *modality)
{
	if (strcmp(modality, "endeavour") == 0)
		return SAY_SHALL_ENDEAVOUR;
	if (strcmp(modality, "consider") == 0)
		return SAY_SHALL_CONSIDER;
	if (strcmp(modality, "may") == 0)
		return SAY_MAY_COVER;
	return SAY_SHALL_COVER;
}

static void
say_demand(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *extends = attribute(element, "extends");

	buffer_add(out, say(view->tongue, demand_verb(attribute(element, "modality"))));
	buffer_add(out, *extends ? say(view->tongue, SAY_WHAT_IS_ASKED_IN) : " ");
	if (*extends)
		add_references(view, document_id(element), extends, out);
	if (*extends && *attribute(element, "concepts"))
		buffer_add(out, say(view->tongue, SAY_FOR));
	add_concepts(view, attribute(element, "concepts"), out);
	if (*attribute(element, "subject-to"))
		say_to(out, view->tongue, SAY_SUBJECT_TO,
		       term(view->tongue, "subject-to", attribute(element, "subject-to")));
}

static void
say_way(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, is_named(element, "option") ? SAY_MAY_LEAVE_OUT
								      : SAY_MAY_RESERVE));
	add_references(view, document_id(element), attribute(element, "of"), out);
	if (*attribute(element, "concepts"))
		buffer_add(out, say(view->tongue, SAY_FOR));
	add_concepts(view, attribute(element, "concepts"), out);
	if (*attribute(element, "choice"))
		say_to(out, view->tongue, SAY_ONE_CHOICE, attribute(element, "choice"));
	if (*attribute(element, "concern"))
		buffer_printf(out, " (%s)",
			      term(view->tongue, "concern", attribute(element, "concern")));
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
	buffer_add(out, say(view->tongue, SAY_FOR));
	if (strcmp(provisions, "*") == 0)
		buffer_add(out, say(view->tongue, *laws ? SAY_ALL : SAY_WHOLE_LAW));
	else
		add_references(view, law ? laws : document_id(element), provisions, out);
	if (law)
		say_to(out, view->tongue, SAY_OF_LAW, law_title(view->tongue, law));
	else if (*laws)
		say_to(out, view->tongue, SAY_OF_LAWS_OF, laws);
}

static void
say_source(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	say_to(out, view->tongue, SAY_SOURCE,
	       term(view->tongue, "basis", attribute(element, "basis")));
	if (*attribute(element, "consulted"))
		say_to(out, view->tongue, SAY_CONSULTED, attribute(element, "consulted"));
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

	buffer_printf(out, "%s  %s", attribute(element, "date"),
		      term(view->tongue, "action", attribute(element, "kind")));
	if (instrument)
		buffer_printf(out, ": %s", instrument_title(view->tongue, instrument));
	if (*attribute(element, "to"))
		say_to(out, view->tongue, SAY_ACTION_TO, attribute(element, "to"));
	if (*attribute(element, "until"))
		say_to(out, view->tongue, SAY_WITHDRAWN, attribute(element, "until"));
}

static void
say_event(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_printf(out, "%s  %s", attribute(element, "date"),
		      term(view->tongue, "event", attribute(element, "kind")));
}

static void
say_assessed(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_READ_FOR));
	add_concepts(view, attribute(element, "concepts"), out);
	if (*attribute(element, "except")) {
		buffer_add(out, say(view->tongue, SAY_NOT_FOR));
		add_concepts(view, attribute(element, "except"), out);
	}
}

static void
say_supply(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_COVERS));
	add_concepts(view, attribute(element, "concepts"), out);
}

static void
say_forbid(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_MUST_NOT_BE_COVERED));
	add_concepts(view, attribute(element, "concepts"), out);
}

static void
say_extend(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_REACHES));
	say_scope(view, element, out);
}

static void
say_except(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_EXCEPT));
	say_scope(view, element, out);
}

static void
say_unstated(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_facet *facet =
		cyt_corpus_facet_find(view->corpus, attribute(element, "facet"));

	say_to(out, view->tongue, SAY_WHERE_SILENT,
	       facet ? facet_label(view->tongue, facet) : attribute(element, "facet"));
	add_values(view, facet, attribute(element, "is"), say(view->tongue, SAY_OR), out);
}

static void
say_box(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)element;
	buffer_add(out, say(view->tongue, SAY_EITHER));
}

static void
say_any_of(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)element;
	buffer_add(out, say(view->tongue, SAY_ONE_OF_THESE));
}

static void
say_all_of(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	(void)element;
	buffer_add(out, say(view->tongue, SAY_ALL_OF_THESE));
}

/* Text that is there in the language of its own and perhaps in others. */
static void
add_own_text(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, marked(view->tongue, cyt_element_text(element),
			       attribute(element, "xml:lang")));
}

static void
say_condition(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_ON_CONDITION));
	add_own_text(view, element, out);
}

static void
say_note(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, say(view->tongue, SAY_NOTE));
	add_own_text(view, element, out);
}

static void
say_because(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	buffer_add(out, out->length ? "  " : "");
	say_to(out, view->tongue, SAY_NO_DEMAND,
	       term(view->tongue, "because", attribute(element, "because")));
}

/* Of an instrument the version before it; of an article what it was there. */
static void
add_version(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *earlier = attribute(document_of(element), "supersedes");
	const struct cyt_instrument *before = cyt_corpus_instrument_find(view->corpus, earlier);

	if (*attribute(element, "supersedes"))
		say_to(out, view->tongue, SAY_TAKES_THE_PLACE_OF,
		       before ? instrument_title(view->tongue, before) : earlier);
	if (!*attribute(element, "was"))
		return;
	if (strcmp(attribute(element, "was"), "unknown") == 0) {
		buffer_add(out, say(view->tongue, SAY_WAS_UNKNOWN));
		return;
	}
	buffer_add(out, say(view->tongue, SAY_WAS));
	add_references(view, earlier, attribute(element, "was"), out);
	buffer_add(out, ")");
}

static void
say_numbered(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *title = element_title(view->tongue, element);
	const char *num = attribute(element, "num");
	bool inner = is_named(element, "paragraph") || is_named(element, "point");

	if (is_named(element, "article") && *num)
		say_to(out, view->tongue, SAY_ARTICLE, "");
	if (is_named(element, "chapter") && *num)
		buffer_add(out, say(view->tongue, SAY_CHAPTER));
	buffer_printf(out, inner && *num ? "(%s)" : "%s", num);
	if (title)
		buffer_printf(out, "%s%s", out->length ? "  " : "", title);
	if (*attribute(element, "because"))
		say_because(view, element, out);
	if (*attribute(element, "from"))
		say_to(out, view->tongue, SAY_FROM_DATE, attribute(element, "from"));
	if (*attribute(element, "until"))
		say_to(out, view->tongue, SAY_UNTIL_DATE, attribute(element, "until"));
	if (*attribute(element, "status"))
		buffer_printf(out, " (%s)",
			      term(view->tongue, "status", attribute(element, "status")));
	add_version(view, element, out);
}

static void
say_facet(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_facet *facet =
		cyt_corpus_facet_find(view->corpus, attribute(element, "id"));

	buffer_add(out, facet_label(view->tongue, facet));
	if (*cyt_facet_unit(facet)) {
		buffer_add(out, ", ");
		say_to(out, view->tongue, SAY_A_NUMBER_OF,
		       term(view->tongue, "unit", cyt_facet_unit(facet)));
	}
	if (cyt_facet_type(facet) == CYT_FACET_TYPE_CONCEPTS)
		say_to(out, view->tongue, SAY_ANY_CONCEPT,
		       term(view->tongue, "kind", attribute(element, "kind")));
	if (*attribute(element, "unstated"))
		say_to(out, view->tongue, SAY_SILENCE_MEANS,
		       attribute(element, "unstated"));
}

static void
say_value(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const char *label = element_title(view->tongue, element);

	buffer_add(out, label ? label : attribute(element, "id"));
	if (*attribute(element, "concern"))
		buffer_printf(out, " (%s)",
			      term(view->tongue, "concern", attribute(element, "concern")));
}

static void
say_concept(const struct view *view, const struct cyt_element *element, struct buffer *out)
{
	const struct cyt_concept *concept =
		cyt_corpus_concept_find(view->corpus, attribute(element, "id"));
	const struct cyt_concept *broader = cyt_concept_broader(concept);

	buffer_printf(out, "%s (%s)", concept_label(view->tongue, concept),
		      term(view->tongue, "kind", cyt_kind_name(cyt_concept_kind(concept))));
	if (broader)
		say_to(out, view->tongue, SAY_A_CASE_OF, concept_label(view->tongue, broader));
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
	const char *name, *value, *title = element_title(view->tongue, element);
	size_t i;

	buffer_add(out, title ? title : term(view->tongue, "element", cyt_element_name(element)));
	for (i = 0; cyt_element_attribute_at(element, i, &name, &value); i++)
		if (strcmp(name, "id") != 0 && strcmp(name, "xml:lang") != 0)
			buffer_printf(out, "%s %s %s", i ? "," : ":",
				      term(view->tongue, "penalty", name),
				      term(view->tongue, "penalty", value));
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

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a demand asks, in words for whoever drafts a law. */
#include "export/asked.h"

#include <string.h>

#include <cybertreaty/instrument.h>

#include "query/wording.h"

const struct cyt_element *
asked_element(const struct cyt_demand *row)
{
	return image_element(image_of(row), row->node);
}

uint32_t
asked_end(const struct image *image, uint32_t row, uint32_t end)
{
	uint32_t i = row + 1;

	while (i < end && image_row(image, i)->node == image_row(image, row)->node)
		i++;
	return i;
}

void
asked_by(struct strbuf *out, const struct cyt_demand *row)
{
	struct prose words;

	prose_plain(&words, out->hooks);
	word_demand(&words, row);
	prose_give(&words, out);
	if (row->modality != MODALITY_SHALL)
		strbuf_printf(out, " (%s)", cyt_modality_name(cyt_demand_modality(row)));
	if (row->path.count)
		strbuf_add(out, ", one of several ways");
}

void
asked_matter(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	size_t i;

	if (rows->base != NONE) {
		strbuf_printf(out,
			      "what is asked by %s, with these cases in place of its own",
			      cyt_element_attribute(asked_element(rows), "extends"));
		return;
	}
	for (i = 0; i < count; i++) {
		strbuf_add(out, i ? "; " : "");
		strbuf_add(out, cyt_concept_label(cyt_demand_concept(&rows[i]), "en"));
	}
}

/* -- facets ----------------------------------------------------------------------------------- */

static void
add_values(struct strbuf *out, const struct cyt_facet *facet)
{
	const struct cyt_value *value;
	size_t said = 0, i;

	if (cyt_facet_type(facet) == CYT_FACET_TYPE_QUANTITY) {
		strbuf_printf(out, "at-least and below, in %s", cyt_facet_unit(facet));
		return;
	}
	for (i = 0; i < cyt_facet_value_count(facet); i++) {
		value = cyt_facet_value_at(facet, i);
		if (cyt_value_is_leaf(value))
			strbuf_printf(out, "%s%s", said++ ? " " : "", cyt_value_id(value));
	}
}

static bool
has_facet(const struct cyt_concept *concept, const struct cyt_facet *facet)
{
	size_t i;

	for (i = 0; i < cyt_concept_facet_count(concept); i++)
		if (cyt_concept_facet_at(concept, i) == facet)
			return true;
	return false;
}

const struct cyt_facet *
asked_facet_at(const struct cyt_demand *rows, size_t count, size_t i)
{
	const struct cyt_concept *concept;
	const struct cyt_facet *facet;
	size_t row, k, before;

	for (row = 0; row < count; row++) {
		concept = cyt_demand_concept(&rows[row]);
		for (k = 0; k < cyt_concept_facet_count(concept); k++) {
			facet = cyt_concept_facet_at(concept, k);
			for (before = 0; before < row; before++)
				if (has_facet(cyt_demand_concept(&rows[before]), facet))
					break;
			if (before == row && i-- == 0)
				return facet;
		}
	}
	return NULL;
}

void
asked_facets(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	const struct cyt_facet *facet;
	size_t i;

	for (i = 0; (facet = asked_facet_at(rows, count, i)) != NULL; i++) {
		strbuf_printf(out, "%s%s: ", i ? "\n" : "", cyt_facet_id(facet));
		add_values(out, facet);
	}
}

/* -- options and reservables ------------------------------------------------------------------ */

static void
add_way(struct strbuf *out, const struct cyt_demand *row, const struct cyt_way *way)
{
	struct prose words;

	strbuf_printf(out, "%sMay be left out%s under ", out->length ? "\n" : "",
		      way->reservable ? " by a reservation" : "");
	prose_plain(&words, out->hooks);
	word_way(&words, way);
	prose_add(&words, ": ");
	word_excuse(&words, row, way->region);
	prose_add(&words, ".");
	prose_give(&words, out);
}

/* Each where it first applies. */
void
asked_ways(struct strbuf *out, const struct cyt_demand *rows, size_t count)
{
	const struct image *image = image_of(rows);
	const struct cyt_way *way, *last = NULL;
	uint32_t k;
	size_t i;

	for (i = 0; i < count; i++) {
		for (k = 0; k < rows[i].ways.count; k++) {
			way = image_way(image, rows[i].ways.first + k);
			if (last && way->order <= last->order)
				continue;
			last = way;
			add_way(out, &rows[i], way);
		}
	}
}

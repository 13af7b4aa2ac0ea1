/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An empty law to fill in, as rows: what an instrument asks, marked as remarks until the marks go. */
#include <cybertreaty/export.h>

#include <stdio.h>
#include <string.h>

#include "export/asked.h"
#include "export/rows.h"
#include "model/corpus.h"

#define DOCUMENT "xx-new"

static void
put(struct rows *rows, enum column_type type, const char *word, const char *text)
{
	rows_add(rows, type, ATTRIBUTE_NONE, word, text);
}

static void
put_attribute(struct rows *rows, enum attribute attribute, const char *text)
{
	rows_add(rows, column_of_attribute(attribute), attribute, "", text ? text : "");
}

static void
begin(struct rows *rows, const char *kind, const char *level, const char *number)
{
	put(rows, COLUMN_ROW, "", kind);
	put(rows, COLUMN_LEVEL, "", level);
	put(rows, COLUMN_DOCUMENT, "", DOCUMENT);
	put(rows, COLUMN_NUMBER, "", number);
}

/* Columns in which a law usually has something to say. */
static void
want_columns(struct rows *rows)
{
	static const enum attribute attributes[] = {
		ATTRIBUTE_ID,	      ATTRIBUTE_JURISDICTION, ATTRIBUTE_STATUS,
		ATTRIBUTE_FROM,	      ATTRIBUTE_CONCEPTS,     ATTRIBUTE_PROVISIONS,
		ATTRIBUTE_PRISON_MIN, ATTRIBUTE_PRISON_MAX,   ATTRIBUTE_FINE_MIN,
		ATTRIBUTE_FINE_MAX,   ATTRIBUTE_FINE_UNIT,    ATTRIBUTE_ALTERNATIVE,
		ATTRIBUTE_BASIS,      ATTRIBUTE_HREF,	      ATTRIBUTE_CONSULTED,
	};
	size_t i;

	for (i = 0; i < sizeof(attributes) / sizeof(*attributes); i++)
		put_attribute(rows, attributes[i], "");
	put(rows, COLUMN_REMARK, "asked by", "");
	put(rows, COLUMN_CONDITION, "en", "");
	put(rows, COLUMN_SOURCE_TEXT, "", "");
	put(rows, COLUMN_NOTE, "en", "");
}

static void
write_head(struct rows *rows, const struct cyt_instrument *instrument)
{
	begin(rows, "law", "0", "");
	want_columns(rows);
	put(rows, COLUMN_TITLE, "en", "Title of the law");
	put_attribute(rows, ATTRIBUTE_ID, DOCUMENT);
	put_attribute(rows, ATTRIBUTE_JURISDICTION, "XX");
	put_attribute(rows, ATTRIBUTE_STATUS, "bill");
	put_attribute(rows, ATTRIBUTE_BASIS, "unverified");
	put(rows, COLUMN_REMARK, "asked",
	    "A law to fill in, after what this instrument asks: ");
	put(rows, COLUMN_REMARK, "asked", cyt_instrument_title(instrument, "en"));
	put(rows, COLUMN_REMARK, "asked",
	    ". Take the mark # away from the rows that the law has, and change the cells to what it "
	    "says: a facet without a cell is not limited. Columns and rows with the mark are not "
	    "read.");
	rows_end(rows);
	begin(rows, "# assessed", "1", "");
	put_attribute(rows, ATTRIBUTE_CONCEPTS, "*");
	put(rows, COLUMN_REMARK, "asked",
	    "Until it is said what the law was read for, what it lacks is not assessed.");
	rows_end(rows);
}

/* A law says all of the values of which an instrument wants only some. */
static void
put_cases(struct rows *rows, const struct cyt_element *parent)
{
	const struct cyt_element *child;
	struct column_case at;
	const char *name, *value;
	enum attribute attribute;
	size_t i, used;

	for (child = cyt_element_first(parent); child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "case") != 0)
			continue;
		memset(&at, 0, sizeof(at));
		for (i = used = 0; cyt_element_attribute_at(child, i, &name, &value); i++) {
			attribute = attribute_find(name, strlen(name));
			if (attribute == ATTRIBUTE_FACET || used == 2)
				continue;
			at.names[used] = attribute == ATTRIBUTE_SOME ? ATTRIBUTE_IS : attribute;
			at.values[used++] = value;
		}
		column_add_case(rows_cell(rows, COLUMN_FACET, ATTRIBUTE_NONE,
					  cyt_element_attribute(child, "facet")),
				&at);
	}
}

static void
write_boxes(struct rows *rows, const struct cyt_element *parent, const char *number)
{
	const struct cyt_element *child;

	for (child = cyt_element_first(parent); child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "box") != 0)
			continue;
		begin(rows, "# box", "3", number);
		put_cases(rows, child);
		rows_end(rows);
	}
}

static void
put_asked(struct rows *rows, const struct cyt_demand *demand, size_t count)
{
	size_t i;

	asked_by(rows_cell(rows, COLUMN_REMARK, ATTRIBUTE_NONE, "asked by"), demand);
	asked_matter(rows_cell(rows, COLUMN_REMARK, ATTRIBUTE_NONE, "asked"), demand, count);
	if (demand->base != NONE)
		return;
	asked_ways(rows_cell(rows, COLUMN_REMARK, ATTRIBUTE_NONE, "may be left out"), demand, count);
	asked_facets(rows_cell(rows, COLUMN_REMARK, ATTRIBUTE_NONE, "what can be said"), demand,
		     count);
	for (i = 0; asked_facet_at(demand, count, i); i++)
		put(rows, COLUMN_FACET, cyt_facet_id(asked_facet_at(demand, count, i)), "");
}

static void
write_demand(struct rows *rows, const struct cyt_demand *demand, size_t count, size_t number)
{
	const struct cyt_element *element = asked_element(demand);
	char id[32], num[32];

	snprintf(id, sizeof(id), "sec_%zu", number);
	snprintf(num, sizeof(num), "s. %zu", number);
	begin(rows, "# provision", "1", num);
	put(rows, COLUMN_TITLE, "en", cyt_article_title(cyt_demand_article(demand), "en"));
	put_attribute(rows, ATTRIBUTE_ID, id);
	put_asked(rows, demand, count);
	rows_end(rows);
	begin(rows, demand->base == NONE ? "# supply" : "# extend", "2", num);
	if (demand->base == NONE)
		put_attribute(rows, ATTRIBUTE_CONCEPTS, cyt_element_attribute(element, "concepts"));
	else
		put_attribute(rows, ATTRIBUTE_PROVISIONS, "*");
	put_cases(rows, element);
	rows_end(rows);
	write_boxes(rows, element, num);
}

static void
write_template(struct rows *rows, const void *subject)
{
	const struct cyt_instrument *instrument = subject;
	const struct image *image = image_of(instrument);
	uint32_t row, next, end = instrument->rows.first + instrument->rows.count;
	size_t number = 0;

	write_head(rows, instrument);
	for (row = instrument->rows.first; row < end && !rows->err; row = next) {
		next = asked_end(image, row, end);
		write_demand(rows, image_row(image, row), next - row, ++number);
	}
}

int
cyt_export_law_template_csv(const struct cyt_corpus *corpus, const char *instrument, cyt_sink sink,
			    void *data)
{
	const struct cyt_instrument *wanted = cyt_corpus_instrument_find(corpus, instrument);

	if (!sink)
		return CYT_ERR_INVALID;
	if (!corpus_documents_sound(corpus))
		return CYT_ERR_FORMAT;
	return wanted ? rows_write(corpus, write_template, wanted, sink, data) : CYT_ERR_NOTFOUND;
}

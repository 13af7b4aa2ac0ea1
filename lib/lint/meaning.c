/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said but has no effect. */
#include "lint/lint.h"

#include <string.h>

#include "model/region.h"

static void
check_reservations(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_ACTION);
	const struct cyt_action *action;

	for (i = 0; i < count; i++) {
		action = image_action(lint->image, i);
		if (strcmp(image_string(lint->image, action->kind), "reservation") == 0 &&
		    !action->reserved.count)
			lint_report(lint, DIAG_RESERVATION_WITHOUT_EFFECT,
				    lint_node(lint, action->node),
				    "nothing that it names is reservable under the instrument");
	}
}

/* An option of an ordinary row whose words meet nothing that the row demands. */
static void
check_ways(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_WAY);
	const struct cyt_concept *concept;
	const struct cyt_demand *row;
	const struct cyt_way *way;
	struct arena arena;
	uint64_t *set;

	for (i = 0; i < count && !lint->error; i++) {
		way = image_way(lint->image, i);
		row = image_row(lint->image, way->row);
		if (row->base != NONE)
			continue;
		concept = image_concept(lint->image, row->concept);
		arena_init(&arena, diags_hooks(lint->diags));
		set = set_new(&arena, concept);
		if (set) {
			region_load(lint->image, concept, row->region, set);
			if (!region_meets(lint->image, concept, way->region, set))
				lint_report(lint, DIAG_OPTION_OUTSIDE, lint_node(lint, way->node),
					    "of `%s` the demand `%s` asks for none of these cases",
					    image_string(lint->image, concept->id),
					    image_string(lint->image, row->id));
		} else {
			lint->error = CYT_ERR_NOMEM;
		}
		arena_release(&arena);
	}
}

static void
check_facets_used(struct lint *lint)
{
	uint32_t i, j;

	for (i = 0; i < image_count(lint->image, SECTION_FACET); i++) {
		for (j = 0; j < image_count(lint->image, SECTION_AXIS); j++)
			if (image_axis(lint->image, j)->facet == i)
				break;
		if (j == image_count(lint->image, SECTION_AXIS))
			lint_report(lint, DIAG_UNUSED,
				    lint_node(lint, image_facet(lint->image, i)->node),
				    "no concept has facet `%s`",
				    image_string(lint->image, image_facet(lint->image, i)->id));
	}
}

void
lint_meaning(struct lint *lint)
{
	check_reservations(lint);
	check_ways(lint);
	check_facets_used(lint);
}

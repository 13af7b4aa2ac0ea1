/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a verdict rests on: provisions, conditions, options and reservations used, basis. */
#include "query/lines.h"
#include "query/query.h"

#include <string.h>

#include "base/date.h"

struct gathering {
	struct query *query;
	struct judgement *judgement;
	struct cyt_row_finding *finding;
	struct row_lists *lists; /* the finding's */
	struct arena *arena; /* scratch of the row */
	uint64_t meets; /* which parts meet what is demanded: the first 64 */
	struct footing footing;
};

void
rest_on(struct footing *g, uint32_t basis, uint32_t consulted)
{
	if (basis == 0)
		basis = BASIS_UNVERIFIED;
	if (basis > g->basis)
		g->basis = basis;
	if (consulted == 0)
		g->unknown_date = true;
	else if (g->consulted == 0 ||
		 (consulted != g->consulted && date_first_day((cyt_date)consulted) <
						       date_first_day((cyt_date)g->consulted)))
		g->consulted = consulted;
}

void
rest_on_demand(struct footing *g, const struct cyt_demand *row)
{
	const struct image *image = image_of(row);

	rest_on(g, row->basis, row->consulted);
	if (row->base != NONE)
		rest_on(g, image_row(image, row->base)->basis,
			image_row(image, row->base)->consulted);
}

void
rest_on_part(struct footing *g, const struct part *part)
{
	if (part->supply)
		rest_on(g, part->terms->basis, part->terms->consulted);
	else
		rest_on_demand(g, part->row);
}

cyt_date
footing_consulted(const struct footing *footing)
{
	return footing->unknown_date ? 0 : (cyt_date)footing->consulted;
}

void
footing_write(const struct footing *footing, struct cyt_row_finding *finding)
{
	finding->basis = (uint8_t)footing->basis;
	finding->consulted = footing_consulted(footing);
}

bool
conditions_equal(const struct conditions *one, const struct conditions *other)
{
	if (one->count != other->count)
		return false;
	for (size_t i = 0; i < one->count; i++)
		if (strcmp(one->texts[i], other->texts[i]) != 0)
			return false;
	return true;
}

/* The same for a conditional supply: lines of one provision part by their conditions. */
static bool
add_conditional_line(struct gathering *g, struct lines *list, const struct part *part,
		     const uint64_t *met, const struct conditions *conditions)
{
	const struct image *image = g->query->image;
	struct line *line;

	for (size_t at = list->count; at > 0; at--) {
		line = &list->items[at - 1];
		if (part_home(image, line->part) != part_home(image, part))
			break;
		if (conditions_equal(&line->conditions, conditions)) {
			set_or(line->set, met, g->judgement->words);
			return true;
		}
	}
	line = lines_insert(list, list->count, part, met);
	if (!line)
		return false;
	line->conditions = *conditions;
	return true;
}

int
conditions_read(const struct cyt_supply *supply, const struct cyt_result *result,
		struct arena *arena, struct conditions *out)
{
	const struct image *image = corpus_image(result->corpus);
	const struct img_node *node = image_node(image, supply_node(image, supply));
	const struct img_node *first = image_child(image, node, ELEMENT_CONDITION), *child;
	const char **texts;
	size_t total = 0;

	memset(out, 0, sizeof(*out));
	out->lang = "";
	image_text(image, node, ELEMENT_CONDITION, tongue_lang(&result->tongue), &out->lang);
	for (child = first; child; child = image_sibling(image, child, ELEMENT_CONDITION))
		total++;
	texts = arena_alloc(arena, total, sizeof(*texts));
	if (!texts)
		return CYT_ERR_NOMEM;
	for (child = first; child; child = image_sibling(image, child, ELEMENT_CONDITION)) {
		const char *has = image_attribute(image, child, ATTRIBUTE_LANG);

		if (strcmp(has ? has : "", out->lang) == 0)
			texts[out->count++] = image_node_text(image, child);
	}
	out->texts = texts;
	return 0;
}

static bool
gather_lines(struct gathering *g, struct lines *firm, struct lines *conditional)
{
	const struct supplied *supplied = g->judgement->supplied;
	struct judgement *j = g->judgement;
	uint64_t *met = window_room(j->window, g->arena);
	struct conditions conditions;

	if (!met ||
	    !lines_begin(firm, g->query->image, j->window, g->arena, supplied->count) ||
	    !lines_begin(conditional, g->query->image, j->window, g->arena, supplied->count))
		return false;
	for (size_t i = 0; i < supplied->count; i++) {
		const struct part *part = &supplied->parts[i];

		if (!row_part_meets(j, part, met))
			continue;
		g->meets |= i < 64 ? UINT64_C(1) << i : 0;
		if (!part_is_conditional(part)) {
			rest_on_part(&g->footing, part);
			if (!lines_add(firm, part, met))
				return false;
			continue;
		}
		set_and(met, j->missing, j->words);
		if (set_is_empty(met, j->words))
			continue;
		rest_on_part(&g->footing, part);
		if (conditions_read(part->supply, g->query->result, g->query->keep, &conditions) < 0 ||
		    !add_conditional_line(g, conditional, part, met, &conditions))
			return false;
	}
	return true;
}

void
evidence_place(struct cyt_evidence *evidence, const struct image *image, const struct part *part)
{
	const struct cyt_supply *supply = part->supply;

	evidence->part = part;
	evidence->demand = part->row;
	if (!supply)
		return;
	evidence->law = image_law(image, supply_law(image, supply));
	evidence->provision = image_provision(image, supply->provision);
	evidence->via = supply->via == NONE ? NULL : image_extend(image, supply->via);
}

static bool
write_evidence(struct gathering *g, const struct lines *list, const uint64_t *twice,
	       struct evidence_list *out)
{
	const struct image *image = g->query->image;

	for (size_t i = 0; i < list->count; i++) {
		const struct line *line = &list->items[i];
		struct cyt_evidence *evidence = arena_alloc(g->query->keep, 1, sizeof(*evidence));

		if (!evidence)
			return false;
		evidence_place(evidence, image, line->part);
		evidence->redundant = twice && line_is_redundant(list, line, twice);
		evidence->conditions = line->conditions;
		evidence->finding = g->finding;
		atomic_init(&evidence->own.drawing, region_kind(REGION_OF_EVIDENCE, 0));
		evidence->region = &evidence->own;
		if (!list_push(g->query->keep, out, evidence))
			return false;
	}
	return true;
}

int
evidence_nearby(struct query *query, const struct cyt_row_finding *finding,
		struct evidence_list *list)
{
	const struct supplied *supplied = finding->supplied;
	const struct cyt_provision *provision;
	struct cyt_evidence *evidence;
	size_t at;

	/* Of an extended demand they are those of its base. */
	if (finding->verdict != CYT_VERDICT_NONE || finding_row(finding)->base != NONE)
		return 0;
	for (size_t i = 0; i < supplied->count; i++) {
		if (!supplied->parts[i].supply)
			continue;
		provision = image_provision(query->image, supplied->parts[i].supply->provision);
		for (at = 0; at < list->count && list->items[at]->provision != provision; at++)
			;
		if (at < list->count)
			continue;
		evidence = arena_alloc(query->keep, 1, sizeof(*evidence));
		if (!evidence || !list_push(query->keep, list, evidence))
			return CYT_ERR_NOMEM;
		evidence->provision = provision;
		evidence->law = image_law(query->image, provision->law);
	}
	return 0;
}

/* -- options and reservations --------------------------------------------------------------- */

static int
gather_used(struct gathering *g)
{
	struct judgement *j = g->judgement;
	uint64_t *target;
	int err;

	if (j->verdict == CYT_VERDICT_FULL || j->verdict == CYT_VERDICT_NOT_ASSESSED ||
	    j->verdict == CYT_VERDICT_NONE)
		return 0;
	target = window_room(j->window, g->arena);
	if (!target)
		return CYT_ERR_NOMEM;
	set_copy(target, j->left, j->words);
	set_and(target, j->excused, j->words);
	err = choice_fewest(g->query->image, &j->window->space, target, &j->options, g->arena);
	if (err < 0)
		return err;
	set_copy(target, j->left, j->words);
	set_subtract(target, j->excused, j->words);
	set_and(target, j->reserved, j->words);
	err = choice_fewest(g->query->image, &j->window->space, target, &j->reservations, g->arena);
	for (size_t i = 0; !err && i < j->options.count; i++) {
		const struct cyt_way *way = j->options.items[i].who;

		if (!j->options.items[i].used)
			continue;
		rest_on(&g->footing, way->basis, way->consulted);
		if (!list_push(g->query->keep, &g->lists->options_used, way))
			err = CYT_ERR_NOMEM;
	}
	for (size_t i = 0; !err && i < j->reservations.count; i++) {
		const struct cyt_action *action = j->reservations.items[i].who;

		if (!j->reservations.items[i].used)
			continue;
		rest_on(&g->footing, action->basis, action->consulted);
		if (!list_push(g->query->keep, &g->lists->reservations_used, action))
			err = CYT_ERR_NOMEM;
	}
	return err;
}

static int
gather_optional(struct gathering *g)
{
	struct judgement *j = g->judgement;

	for (size_t i = 0; i < j->options.count; i++) {
		const struct cyt_way *way = j->options.items[i].who;

		if (way->concern != CONCERN_OVERREACH ||
		    !set_meets(j->options.items[i].set, j->raw, j->words))
			continue;
		if (!list_push(g->query->keep, &g->lists->optional_covered, way))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

/* -- again -------------------------------------------------------------------------------- */

/* Whether a part belongs to a line of evidence: the same provision, and the same extend or the same
 * conditions. -1 without memory. */
static int
in_line(const struct cyt_evidence *line, const struct part *part, struct arena *arena)
{
	const struct cyt_result *result = finding_result(line->finding);
	const struct image *image = corpus_image(result->corpus);
	struct conditions conditions;

	if (part_is_conditional(part) != part_is_conditional(line->part) ||
	    part_home(image, part) != part_home(image, line->part))
		return 0;
	if (!part_is_conditional(part))
		return part_order(part) == part_order(line->part);
	if (conditions_read(part->supply, result, arena, &conditions) < 0)
		return -1;
	return conditions_equal(&line->conditions, &conditions);
}

int
evidence_meets(const struct cyt_evidence *evidence, const struct judgement *j, struct arena *arena,
	       uint64_t *out)
{
	const struct supplied *supplied = j->supplied;
	uint64_t *met = window_room(j->window, arena);
	int in;

	if (!met)
		return CYT_ERR_NOMEM;
	for (size_t i = 0; i < supplied->count; i++) {
		in = in_line(evidence, &supplied->parts[i], arena);
		if (in < 0)
			return CYT_ERR_NOMEM;
		if (in && row_part_meets(j, &supplied->parts[i], met))
			set_or(out, met, j->words);
	}
	if (part_is_conditional(evidence->part))
		set_and(out, j->missing, j->words);
	return 0;
}

static struct row_lists *
evidence_lists(struct query *query, struct cyt_row_finding *finding)
{
	struct row_lists *lists = arena_alloc(query->keep, 1, sizeof(*lists));

	finding->lists = lists;
	return lists;
}

void
evidence_of_nothing(struct cyt_row_finding *finding)
{
	struct footing footing = { 0 };

	if (finding->row)
		rest_on_demand(&footing, finding->row);
	footing_write(&footing, finding);
}

int
evidence_gather(struct query *query, struct judgement *judgement, struct cyt_row_finding *finding,
		struct arena *arena, uint64_t *meets)
{
	struct gathering g = { .query = query, .judgement = judgement, .finding = finding,
			       .arena = arena };
	struct lines firm, conditional;
	const uint64_t *twice;
	int err;

	g.lists = evidence_lists(query, finding);
	if (!g.lists)
		return CYT_ERR_NOMEM;
	if (judgement->verdict == CYT_VERDICT_NOT_ASSESSED)
		set_clear(judgement->missing, judgement->words);
	if (judgement->row->instrument != NONE)
		rest_on_demand(&g.footing, judgement->row);
	if (!gather_lines(&g, &firm, &conditional))
		return CYT_ERR_NOMEM;
	twice = lines_twice(&firm);
	if (!twice || !write_evidence(&g, &firm, twice, &g.lists->supplied_by) ||
	    !write_evidence(&g, &conditional, NULL, &g.lists->conditional) ||
	    evidence_nearby(query, finding, &g.lists->nearby) < 0)
		return CYT_ERR_NOMEM;
	err = gather_used(&g);
	if (!err)
		err = gather_optional(&g);
	footing_write(&g.footing, finding);
	if (meets)
		*meets = g.meets;
	return err;
}

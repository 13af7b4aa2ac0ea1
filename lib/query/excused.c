/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a law leaves out lawfully, in words: of an option or a reservation only what is left. A whole
 * option may name cases that the law reaches, and would be read as if it did not. */
#include "query/query.h"
#include "query/wording.h"

/* Beyond so many boxes of what is left, the whole option is said, and that it is not left as a whole. */
#define MOST_LEFT 2

/* A row judged once more, as drawing.c does, for what was excused in it. */
struct excused {
	struct prose *out;
	const struct cyt_row_finding *finding;
	struct ground ground;
	struct judgement j;
	uint64_t *said; /* what is excused by those before */
	word_scope scope;
	struct arena arena;
};

/* One of them, or options of one paragraph. */
struct claim {
	uint64_t **sets; /* of each, whole */
	size_t count;
	uint64_t *all, *left; /* of all of them; what is left of that */
};

static bool
excused_begin(struct excused *e, struct prose *out, const struct cyt_row_finding *finding)
{
	e->out = out;
	e->finding = finding;
	e->ground = finding_ground(finding);
	arena_init(&e->arena, out->text.hooks);
	if (row_judge(&e->ground, &e->arena, &e->j) < 0)
		return false;
	e->said = window_set(e->j.window, &e->arena);
	e->scope = word_scope_of(row_region(finding, CYT_ROW_REGION_DEMANDED), &e->arena);
	return e->said && e->scope;
}

/* A set of the row, whose boxes may grow over what is not demanded and over `also`. */
static const struct cyt_region *
region_of_set(struct excused *e, const uint64_t *set, const uint64_t *also)
{
	const struct cyt_concept *concept = e->j.window->concept;
	size_t words = space_words(concept);
	uint64_t *whole = set_new(&e->arena, concept), *demanded = set_new(&e->arena, concept);
	uint64_t *allowed = set_new(&e->arena, concept), *more = set_new(&e->arena, concept);

	if (!whole || !demanded || !allowed || !more)
		return NULL;
	window_spread(e->j.window, set, whole);
	window_spread(e->j.window, e->j.demanded, demanded);
	window_spread(e->j.window, also, more);
	set_everything(concept, allowed);
	set_subtract(allowed, demanded, words);
	set_or(allowed, more, words);
	return region_make(image_of(e->finding->row), concept, whole, allowed, &e->arena);
}

/* -- claims ------------------------------------------------------------------------------- */

static bool
claim_begin(struct excused *e, struct claim *claim, size_t count)
{
	claim->sets = arena_alloc(&e->arena, count, sizeof(*claim->sets));
	claim->count = count;
	claim->all = window_set(e->j.window, &e->arena);
	claim->left = window_set(e->j.window, &e->arena);
	for (size_t i = 0; claim->sets && i < count; i++) {
		claim->sets[i] = window_set(e->j.window, &e->arena);
		if (!claim->sets[i])
			return false;
	}
	return claim->sets && claim->all && claim->left;
}

static bool
word_each(struct excused *e, const struct claim *claim)
{
	for (size_t i = 0; i < claim->count; i++) {
		const struct cyt_region *region =
			region_of_set(e, claim->sets[i], claim->sets[i]);

		if (!region)
			return false;
		prose_add(e->out, i ? "; " : "");
		word_region(e->out, region, e->scope, WORDING_BOXES);
	}
	return true;
}

/* What is left and was not said; all that is left, if that is nothing. NULL without memory. */
static const struct cyt_region *
claim_left(struct excused *e, const struct claim *claim)
{
	uint64_t *fresh = window_set(e->j.window, &e->arena);

	if (!fresh)
		return NULL;
	set_copy(fresh, claim->left, e->j.words);
	set_subtract(fresh, e->said, e->j.words);
	return region_of_set(e, set_is_empty(fresh, e->j.words) ? claim->left : fresh, claim->left);
}

/* ": where no security measure exists", or ", as far as not covered: other than by …; …". */
static bool
word_claim(struct excused *e, struct claim *claim)
{
	const struct cyt_region *left;
	bool whole;

	for (size_t i = 0; i < claim->count; i++)
		set_or(claim->all, claim->sets[i], e->j.words);
	set_copy(claim->left, claim->all, e->j.words);
	set_and(claim->left, e->j.left, e->j.words);
	whole = set_within(claim->all, e->j.left, e->j.words);
	left = claim_left(e, claim);
	if (!left)
		return false;
	set_or(e->said, claim->left, e->j.words);
	if (whole || region_draw(left)->count > MOST_LEFT) {
		prose_say(e->out, whole ? SAY_THAT_IS : SAY_AS_FAR_AS_LEFT);
		return word_each(e, claim);
	}
	prose_say(e->out, SAY_THAT_IS);
	word_region(e->out, left, e->scope, MOST_LEFT);
	return true;
}

/* -- options ------------------------------------------------------------------------------ */

static void
option_set(const struct excused *e, const struct cyt_way *way, uint64_t *set)
{
	const struct excuse_list *options = &e->j.options;

	for (size_t i = 0; i < options->count; i++)
		if (((const struct cyt_way *)options->items[i].who)->node == way->node)
			set_or(set, options->items[i].set, e->j.words);
}

static bool
word_place(struct excused *e, const struct way_list *ways, size_t first, size_t end)
{
	struct claim claim;

	if (!claim_begin(e, &claim, end - first))
		return false;
	for (size_t i = first; i < end; i++)
		option_set(e, ways->items[i], claim.sets[i - first]);
	prose_next(e->out);
	/* Where nothing is covered, nothing has been left out yet. */
	prose_say(e->out, set_is_empty(e->j.met, e->j.words) ? SAY_OMISSIBLE_UNDER : SAY_OMITTED_UNDER);
	word_way(e->out, ways->items[first]);
	if (!word_claim(e, &claim))
		return false;
	prose_add(e->out, ".");
	return true;
}

/* Options of one paragraph share a sentence. */
static bool
word_options(struct excused *e)
{
	const struct way_list *ways = &e->finding->lists->options_used;
	struct prose scratch;
	bool said = true;
	size_t end;

	prose_beside(&scratch, e->out);
	for (size_t first = 0; said && first < ways->count; first = end) {
		for (end = first + 1; end < ways->count; end++)
			if (!word_same_way(ways->items[first], ways->items[end], &scratch))
				break;
		said = word_place(e, ways, first, end);
	}
	said = said && !scratch.text.failed;
	strbuf_release(&scratch.text);
	return said;
}

/* -- reservations ------------------------------------------------------------------------- */

static bool
word_reserved(struct excused *e, const struct cyt_action *action)
{
	const struct excuse_list *list = &e->j.reservations;
	struct claim claim;

	if (!claim_begin(e, &claim, 1))
		return false;
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].who == action)
			set_or(claim.sets[0], list->items[i].set, e->j.words);
	prose_next(e->out);
	prose_say(e->out, SAY_OMITTED_BY_RESERVATION);
	prose_of_date(e->out, cyt_action_date(action));
	if (!word_claim(e, &claim))
		return false;
	prose_add(e->out, ".");
	return true;
}

void
word_excused(struct prose *out, const struct cyt_row_finding *row)
{
	const struct action_list *reservations = &row->lists->reservations_used;
	struct excused e;
	bool said;

	if (!row->lists->options_used.count && !reservations->count)
		return;
	said = excused_begin(&e, out, row) && word_options(&e);
	for (size_t i = 0; said && i < reservations->count; i++)
		said = word_reserved(&e, reservations->items[i]);
	if (!said)
		out->text.failed = true;
	arena_release(&e.arena);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actions in short form: added to the entry of their State just before it ends, as if they had
 * been written there. */
#include "load/amend.h"

#include <string.h>

#include <cybertreaty/base.h>

void
amendments_init(struct amendments *list, const struct cyt_alloc_hooks *hooks)
{
	memset(list, 0, sizeof(*list));
	list->hooks = hooks;
}

static void
release_amendment(const struct cyt_alloc_hooks *hooks, struct amendment *action)
{
	alloc_free(hooks, action->text);
	alloc_free(hooks, action->pieces);
	alloc_free(hooks, action->id);
}

void
amendments_release(struct amendments *list)
{
	for (size_t i = 0; i < list->count; i++)
		release_amendment(list->hooks, &list->items[i]);
	alloc_free(list->hooks, list->items);
	amendments_init(list, list->hooks);
}

/* Ends a piece at the mark and returns the next one; NULL where it is empty or there is no mark. */
static char *
cut(char *piece, char mark)
{
	char *at = piece && *piece != mark ? strchr(piece, mark) : NULL;

	if (!at)
		return NULL;
	*at = '\0';
	return at[1] ? at + 1 : NULL;
}

static bool
cut_pieces(struct amendment *action)
{
	char *kind = cut(action->pieces, ':'), *instrument = cut(kind, ':');
	char *date = cut(instrument, ':');

	action->state = action->pieces;
	action->kind = kind;
	action->instrument = instrument;
	action->date = date;
	if (date && strchr(instrument, '/')) {
		action->of = cut(instrument, '/');
		return action->of && !strchr(date, ':');
	}
	return date && !strchr(date, ':');
}

/* Everything after the State, so that evidence can name the action. */
static char *
make_id(const struct cyt_alloc_hooks *hooks, const char *text)
{
	const char *mark = strchr(text, ':');
	char *id = mark ? alloc_strdup(hooks, mark + 1) : NULL;

	for (char *at = id; at && *at; at++)
		if (*at == ':' || *at == '/')
			*at = '_';
	return id;
}

int
amendments_add(struct amendments *list, const char *text)
{
	struct amendment action = { .text = alloc_strdup(list->hooks, text) };
	int err = CYT_ERR_NOMEM;

	action.pieces = alloc_strdup(list->hooks, text);
	if (action.text && action.pieces)
		err = cut_pieces(&action) ? 0 : CYT_ERR_INVALID;
	if (err == 0) {
		action.id = make_id(list->hooks, text);
		if (!action.id || !alloc_grow(list->hooks, &list->items, &list->capacity,
					      list->count + 1, sizeof(*list->items)))
			err = CYT_ERR_NOMEM;
	}
	if (err < 0)
		release_amendment(list->hooks, &action);
	else
		list->items[list->count++] = action;
	return err;
}

/* -- one file --------------------------------------------------------------------------------- */

void
amend_init(struct amend *amend, const struct cyt_alloc_hooks *hooks,
	   const struct grammar *grammar, const char *file, struct builder *builder, struct cyt_diags *diags, struct amendments *list)
{
	check_init(&amend->check, hooks, grammar, file, builder, diags);
	amend->list = list;
	amend->depth = amend->state_depth = amend->layer = 0;
	amend->layers = NULL;
	amend->wrapped = false;
	strbuf_init(&amend->state, hooks);
}

void
amend_release(struct amend *amend)
{
	check_release(&amend->check);
	strbuf_release(&amend->state);
}

static int
put_element(struct check *check, const char *name, const struct reader_attribute *attributes,
	    size_t count)
{
	struct reader_element element = { GRAMMAR_NAMESPACE, name, 1, attributes, count, NULL };

	return check_handler.start(check, &element);
}

/* Nobody has seen the action happen, whatever the rest of the entry rests on. */
static int
put_source(struct check *check)
{
	static const struct reader_attribute basis = { "", "basis", "unverified" };
	int err = put_element(check, "source", &basis, 1);

	return err < 0 ? err : check_handler.end(check);
}

static int
put_action(struct check *check, const struct amendment *action)
{
	const struct reader_attribute attributes[] = {
		{ "", "id", action->id },
		{ "", "kind", action->kind },
		{ "", "instrument", action->instrument },
		{ "", "date", action->date },
		{ "", "of", action->of },
	};
	int err = put_element(check, "action", attributes, action->of ? 5 : 4);

	if (!err)
		err = put_source(check);
	return err < 0 ? err : check_handler.end(check);
}

/* What is said about it names the action and not the file that has the entry. */
static int
add_action(struct check *check, struct amendment *action)
{
	const char *file = check->file;
	int err = builder_place(check->builder, action->text);

	check->file = action->text;
	if (!err)
		err = put_action(check, action);
	check->file = file;
	action->done = true;
	return err < 0 ? err : builder_place(check->builder, file);
}

static int
add_actions(struct check *check, struct amendments *list, const char *state)
{
	int err = 0;

	for (size_t i = 0; !err && i < list->count; i++)
		if (!list->items[i].done && strcmp(list->items[i].state, state) == 0)
			err = add_action(check, &list->items[i]);
	return err;
}

/* Remembers the id of the State whose entry begins. */
static void
note_state(struct amend *amend, const struct reader_element *element)
{
	const char *id = layers_id(element);

	if (!id)
		return;
	id += strspn(id, " ");
	amend->state_depth = amend->depth;
	strbuf_clear(&amend->state);
	strbuf_addn(&amend->state, id, strcspn(id, " "));
}

/* Whether another takes the place of the document that begins. */
static bool
is_hidden(struct amend *amend, const struct reader_element *element)
{
	bool document = layers_is_document(element, amend->depth, &amend->wrapped);
	const char *id = document && amend->layers ? layers_id(element) : NULL;

	return id && !amend->check.skipped &&
	       layers_hide(amend->layers, amend->layer, element->name, id);
}

static int
on_start(void *data, const struct reader_element *element)
{
	struct amend *amend = data;

	amend->depth++;
	if (is_hidden(amend, element)) {
		check_pass_over(&amend->check);
		return 0;
	}
	if (amend->list->count && !amend->state_depth && !amend->check.skipped &&
	    strcmp(element->name, "state") == 0)
		note_state(amend, element);
	return check_handler.start(&amend->check, element);
}

static int
on_text(void *data, const char *text, size_t length, uint32_t line)
{
	struct amend *amend = data;

	return check_handler.text(&amend->check, text, length, line);
}

static int
on_comment(void *data, const char *text, size_t length)
{
	struct amend *amend = data;

	return check_handler.comment(&amend->check, text, length);
}

static int
on_end(void *data)
{
	struct amend *amend = data;
	const char *state;
	int err = 0;

	if (amend->depth == amend->state_depth && !amend->check.failed) {
		state = strbuf_text(&amend->state);
		err = state ? add_actions(&amend->check, amend->list, state) : CYT_ERR_NOMEM;
	}
	if (amend->depth == amend->state_depth)
		amend->state_depth = 0;
	amend->depth--;
	return err < 0 ? err : check_handler.end(&amend->check);
}

const struct reader_handler amend_handler = {
	.start = on_start,
	.text = on_text,
	.comment = on_comment,
	.end = on_end,
};

int
amend_new_state(struct amend *amend, const struct amendment *action)
{
	const struct reader_attribute id = { "", "id", action->state };
	struct reader_element state = { GRAMMAR_NAMESPACE, "state", 1, &id, 1, NULL };
	int err = on_start(amend, &state);

	return err < 0 ? err : on_end(amend);
}

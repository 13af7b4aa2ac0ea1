/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* States and what they did under instruments. */
#include <cybertreaty/state.h>

#include "model/corpus.h"
#include "model/image.h"

size_t
cyt_corpus_state_count(const struct cyt_corpus *corpus)
{
	return image_count(corpus_image(corpus), SECTION_STATE);
}

const struct cyt_state *
cyt_corpus_state_at(const struct cyt_corpus *corpus, size_t i)
{
	return i < cyt_corpus_state_count(corpus) ? image_state(corpus_image(corpus), (uint32_t)i)
						  : NULL;
}

const struct cyt_state *
cyt_corpus_state_find(const struct cyt_corpus *corpus, const char *id)
{
	return id ? image_find_state(corpus_image(corpus), id) : NULL;
}

const char *
cyt_state_id(const struct cyt_state *state)
{
	return image_string(image_of(state), state->id);
}

const char *
cyt_state_label(const struct cyt_state *state, const char *lang)
{
	const struct image *image = image_of(state);
	const char *text;

	text = image_text(image, image_node(image, state->node), ELEMENT_LABEL, lang, NULL);
	return text ? text : cyt_state_id(state);
}

const struct cyt_element *
cyt_state_element(const struct cyt_state *state)
{
	return image_element(image_of(state), state->node);
}

size_t
cyt_state_action_count(const struct cyt_state *state)
{
	return state->actions.count;
}

const struct cyt_action *
cyt_state_action_at(const struct cyt_state *state, size_t i)
{
	if (i >= state->actions.count)
		return NULL;
	return image_action(image_of(state), state->actions.first + (uint32_t)i);
}

const char *
cyt_action_id(const struct cyt_action *action)
{
	return image_string(image_of(action), action->id);
}

const char *
cyt_action_kind(const struct cyt_action *action)
{
	return image_string(image_of(action), action->kind);
}

const struct cyt_state *
cyt_action_state(const struct cyt_action *action)
{
	return image_state(image_of(action), action->state);
}

const struct cyt_instrument *
cyt_action_instrument(const struct cyt_action *action)
{
	if (action->instrument == NONE)
		return NULL;
	return image_instrument(image_of(action), action->instrument);
}

/* Rows hold whole days; what was written may be less precise. */
static cyt_date
date_as_written(const struct cyt_action *action, enum attribute name)
{
	const struct image *image = image_of(action);
	const char *text = image_attribute(image, image_node(image, action->node), name);

	return cyt_date_parse(text);
}

cyt_date
cyt_action_date(const struct cyt_action *action)
{
	return date_as_written(action, ATTRIBUTE_DATE);
}

cyt_date
cyt_action_until(const struct cyt_action *action)
{
	return date_as_written(action, ATTRIBUTE_UNTIL);
}

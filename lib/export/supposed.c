/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actions that nobody has read of. */
#include "export/supposed.h"

#include <stdbool.h>
#include <string.h>

#include "model/image.h"

static bool
take(const char **text, const char *piece)
{
	size_t length = strlen(piece);

	if (strncmp(*text, piece, length) != 0 || (*text)[length] != ':')
		return false;
	*text += length + 1;
	return true;
}

/* An action in short form has itself as the file that it stands in (load/amend.c). */
static const char *
short_form(const struct cyt_action *action)
{
	const char *file, *rest;

	if (action->basis != CYT_BASIS_UNVERIFIED)
		return NULL;
	file = rest = image_node_file(image_of(action), action->node);
	return take(&rest, cyt_state_id(cyt_action_state(action))) &&
			       take(&rest, cyt_action_kind(action))
		       ? file
		       : NULL;
}

const char *
supposed_next(struct supposed *supposed)
{
	const struct cyt_action *action;
	const struct cyt_state *state;
	const char *found;

	while ((state = cyt_corpus_state_at(supposed->corpus, supposed->state)) != NULL) {
		while ((action = cyt_state_action_at(state, supposed->action++)) != NULL) {
			found = short_form(action);
			if (found)
				return found;
		}
		supposed->state++;
		supposed->action = 0;
	}
	return NULL;
}

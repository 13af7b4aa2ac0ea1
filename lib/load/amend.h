/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading events into the builder, with actions in short form added to the entries of their
 * States on the way. */
#ifndef LOAD_AMEND_H
#define LOAD_AMEND_H

#include "load/check.h"
#include "load/layers.h"

/* STATE:KIND:INSTRUMENT[/DEMAND]:DATE, cut at its marks. */
struct amendment {
	char *text;   /* as given: stands for the file in diagnostics */
	char *pieces; /* what the others point into */
	const char *state, *kind, *instrument, *of, *date; /* of: NULL without a demand */
	char *id;
	bool done; /* the entry of the State has it */
};

struct amendments {
	const struct cyt_alloc_hooks *hooks;
	struct amendment *items;
	size_t count, capacity;
};

void amendments_init(struct amendments *list, const struct cyt_alloc_hooks *hooks);
void amendments_release(struct amendments *list);
/* 0, CYT_ERR_INVALID for another form, or CYT_ERR_NOMEM. */
int amendments_add(struct amendments *list, const char *text);

/* One file being read. */
struct amend {
	struct check check;
	struct amendments *list;
	unsigned depth;
	unsigned state_depth; /* of the open <state>; 0: none */
	struct strbuf state;  /* its id */
	const struct layers *layers; /* NULL: nothing takes the place of a document */
	unsigned layer;
	bool wrapped; /* in <corpus> */
};

extern const struct reader_handler amend_handler; /* its data is a struct amend */

void amend_init(struct amend *amend, const struct cyt_alloc_hooks *hooks,
		const struct grammar *grammar, const char *file, struct builder *builder, struct cyt_diags *diags, struct amendments *list);
void amend_release(struct amend *amend);

/* A new entry for the State of an action that no file had. */
int amend_new_state(struct amend *amend, const struct amendment *action);

#endif

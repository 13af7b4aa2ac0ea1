/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every allocation of a call fails once, and from then on: the call says so, leaks nothing, and the
 * next one works. Include after cmocka.h and instead of the public headers: whatever is called
 * through this one is noted, so that nothing public can be forgotten. */
#ifndef TESTS_OOM_H
#define TESTS_OOM_H

#include <stdbool.h>

#include "common.h"

/* From here on the public functions say that they are called: the N-th line of tests/abi/symbols.txt
 * is number N - 1. */
void called(size_t function);
#include "tests/oom/called.h"

#define AS_AT 20270701

struct scene {
	struct cyt_corpus *corpus; /* made without faults */
	struct cyt_corpus *mini;
	struct cyt_corpus *powers, *versions;
	char *paths[4];
	char *stylesheet;
	char snapshot[32], rows[32];
	char damaged[32]; /* a snapshot with a letter changed in a note */
	struct text csv; /* laws and State of BB as rows */
};

/* Returns the code of what it calls and adds to the text what came of it. */
typedef int (*call)(const struct scene *scene, struct cyt_ctx *ctx, struct text *text);

struct oom_case {
	const char *name;
	call act;
	bool ours_only; /* what libraries below need is there */
	bool recovers;  /* asks again what was refused, and then gets all */
};
#define CASE(act) { #act, act, false, false }

/* Ended by one without a name. */
extern const struct oom_case load_cases[], ask_cases[], say_cases[], write_cases[], read_cases[],
	find_cases[], pair_cases[];

/* -- for those who act -------------------------------------------------------------------------- */

/* "-" for NULL. */
void tell(struct text *text, const char *word);
void tell_number(struct text *text, uint64_t number);

/* Requests refused so far in this call, and whether all later ones are. */
size_t oom_refusals(void);
bool oom_forever(void);
/* What malloc() gives counts as ours from here on, or no longer. */
void oom_watch_malloc(bool watch);

int terms_of(struct cyt_ctx *ctx, const char *lang, struct cyt_terms **out);
/* Gives back what a question took; returns `err`. */
int done(struct cyt_terms *terms, struct cyt_result *result, int err);

/* What a bill changes. Begin with nothing in it; end with changes_done(), whatever came of it. */
struct changes {
	struct cyt_terms *terms;
	struct cyt_result *before, *after, *diff;
};
int changes_of(const struct scene *scene, struct cyt_ctx *ctx, struct changes *out);
int changes_done(struct changes *changes, int err);

/* -- for main() --------------------------------------------------------------------------------- */

int scene_set_up(struct scene *scene);
/* Says what is left of all of it. */
size_t scene_tear_down(struct scene *scene);
void oom_fail_each(const struct oom_case *one, const struct scene *scene);
/* Fails the test unless every public function was called, those that need memory are these, and each
 * of them was refused some. Ended by NULL. */
void oom_check_functions(const char *const *need_memory);

/* -- for the scene ------------------------------------------------------------------------------ */

/* A context over the memory that fails; libraries below have it too. */
int oom_begin(struct cyt_ctx **out);
/* How many blocks are left. */
size_t oom_end(void);

#endif

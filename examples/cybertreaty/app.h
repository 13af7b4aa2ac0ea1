/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the commands of the program share. */
#ifndef APP_H
#define APP_H

#include <stdbool.h>

#include <cybertreaty/cybertreaty.h>

#include "names.h"
#include "options.h"
#include "text.h"
#include "tongue.h"

enum {
	STATUS_ANSWERED = 0,
	STATUS_FOUND = 1, /* answered, and --check or lint found something */
	STATUS_TROUBLE = 2
};

struct app {
	struct options options;
	struct cyt_ctx *ctx;
	struct cyt_diags *diags;
	struct cyt_corpus *corpus;
	struct words laws;    /* ids of the laws that --with names */
	struct words files;   /* files that --with names */
	struct words actions; /* actions that --with spells out */
	cyt_date as_at;
	enum cyt_basis basis; /* 0: any */
	bool json, csv, sarif, xml, html;
	bool delivered;   /* -o has been served; the answer goes to standard output */
	struct tongue *tongue;
	struct text text; /* the answer */
};

/* corpus.c. The corpus is made of `paths` alone, or of them laid over --corpus if that is given;
 * for NULL it is that of the options. Both return 0 or a status. */
int corpus_load(struct app *app, const struct words *paths);
/* The same, but faults of the data are left for the caller: then there is no corpus. */
int corpus_read(struct app *app, const struct words *paths);
/* After corpus_load(): the corpus without the files and actions of --with. */
int corpus_load_without(struct app *app, struct cyt_corpus **out);
/* Adds the path of a file of the installed data. 0 or a status. */
int corpus_installed(const char *name, struct buffer *out);
/* Prints what the last load or lint found; warnings unless --quiet. */
void corpus_print_diags(const struct app *app);
/* The same after loading, with a word on what was not looked at. */
void corpus_print_faults(const struct app *app);
/* Whether some of them kept a file from being looked into for what it means. */
bool corpus_is_unread(const struct app *app);

/* question.c */
typedef int (*question)(struct cyt_corpus *corpus, const char *subject, const char *instrument,
			const struct cyt_terms *terms, struct cyt_result **out);
/* Loads the corpus and asks; a wrong name is explained. 0 or a status. */
int question_ask(struct app *app, question ask, struct cyt_result **out);
/* Asks for the coverage without --with and with it, and for the difference. 0 or a status. */
int question_ask_diff(struct app *app, struct cyt_result **out);
/* The date, laws and basis of the options. 0 or a CYT_ERR_*. */
int question_terms(const struct app *app, struct cyt_terms **out);
/* Explains the first part of "a+b+c" that is not there; `likely` are the kinds (NAMES_*) to suggest.
 * 0 or a status. */
int question_check_subject(const struct app *app, const char *subject, unsigned likely);
/* The same for an instrument. */
int question_check_instrument(const struct app *app, const char *id);
typedef void question_printer(struct app *app, const struct cyt_result *result);
/* Whether the format is one that the library writes by itself, and the result in it. 0 or a status. */
bool question_is_exported(const struct app *app);
int question_export(struct app *app, const struct cyt_result *result);
/* The status of an answer: STATUS_FOUND if --check finds what it looks for. */
typedef int question_judge(const struct app *app, const struct cyt_result *result);
/* The same where it looks for an article that is not full, whatever was answered. */
int question_status(struct app *app);
/* The result in such a format if that is wanted, else as text by `print`, and it is let go. 0 or a
 * status: that of `judge`, which may be NULL. */
int question_answer(struct app *app, struct cyt_result *result, question_printer *print,
		    question_judge *judge);
/* Subject, instrument, date, corpus. */
void question_heading(struct app *app, enum say what, const struct cyt_result *result);
/* The last part of it: what counts besides, date, corpus. */
void question_terms_line(struct app *app, const struct cyt_result *result);
/* The corpus's date and short digest, as one sentence. */
void corpus_line(struct app *app);
/* What a law or jurisdiction of a matrix is called. */
const char *holder_title(const struct app *app, const struct cyt_holder *holder);
/* Of a State as the subject: what its entry notes of what was read, and what was not. */
void question_notes(struct app *app, const struct cyt_result *result);
/* What every answer ends with. */
void question_footing(struct app *app);

/* show.c: the element of an id; of an article of an instrument also by its number, as in
 * "harbour-2020/4". NULL if there is none. */
const struct cyt_element *element_named(const struct cyt_corpus *corpus, const char *id);
/* Complains of an id that no element, or more than one, has. */
int element_unknown(struct cyt_corpus *corpus, const char *id);

/* basis.c: on what the facts of every instrument, jurisdiction and State rest. */
void basis_print(struct app *app);

/* The commands. */
int coverage_run(struct app *app);
int gaps_run(struct app *app);
int beyond_run(struct app *app);
int diff_run(struct app *app);
int search_run(struct app *app);
int new_run(struct app *app);
int export_run(struct app *app);
int import_run(struct app *app);
int report_run(struct app *app);
int covering_run(struct app *app);
int matrix_run(struct app *app);
int safeguards_run(struct app *app);
int compare_run(struct app *app);
int dual_run(struct app *app);
int list_run(struct app *app);
int show_run(struct app *app);
int lint_run(struct app *app);
int compile_run(struct app *app);

#endif

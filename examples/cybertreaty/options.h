/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The command line: one table of options and one of commands serve parsing and help. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "buffer.h"

struct app;

struct command {
	const char *name;
	unsigned bit;          /* which rows of the option table are its own */
	const char *arguments; /* as the help shows them */
	const char *summary;   /* one line */
	const char *details;   /* for its own help */
	size_t least, most;    /* number of arguments; most 0: any */
	int (*run)(struct app *app);
};

struct options {
	struct words corpus, add, with;
	const char *as_at, *lang, *basis, *format, *colour, *output;
	const char *against, *only, *article, *stale, *facts, *by, *layout, *style;
	bool as_csv, as_xml;
	bool check, quiet, explain, complete, help, version;
	const struct command *command;
	struct words arguments; /* after the command */
};

/* 0, or 2 after saying on standard error what is wrong. */
int options_parse(int argc, char **argv, struct options *options);
/* 0, or 2 after saying which formats the command makes instead of this one. */
int options_check_format(const struct options *options, const char *name);
/* Whether the answer of the command is a page and nothing else: HTML, or the XML it is made of. */
bool options_want_page(const struct options *options);
/* Whether the answer is documents, as a corpus is made of them. */
bool options_write_documents(const struct options *options);
void options_release(struct options *options);

/* The tables, for manuals: the i-th command, NULL past the last; the i-th option, false past it. */
struct option_view {
	const char *name, *argument, *help; /* argument NULL: it takes none */
	int letter;                         /* 0: none */
	bool of_all;                        /* every command takes it */
	unsigned commands;
};

const struct command *options_command(size_t i);
bool options_view(size_t i, struct option_view *out);

/* The help of a command, or of the program for NULL. */
void options_help(const struct command *command, struct buffer *out);

#endif

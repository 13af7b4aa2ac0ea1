/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The command line: one table of options and one of commands serve parsing and help. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"

enum {
	COVERAGE = 1 << 0,
	GAPS = 1 << 1,
	BEYOND = 1 << 2,
	LIST = 1 << 3,
	SHOW = 1 << 4,
	LINT = 1 << 5,
	COMPILE = 1 << 6,
	MATRIX = 1 << 17,
	COVERING = 1 << 18,
	SAFEGUARDS = 1 << 19,
	DIFF = 1 << 20,
	COMPARE = 1 << 21,
	DUAL = 1 << 22,
	SEARCH = 1 << 23,
	NEW = 1 << 24,
	EXPORT = 1 << 25,
	IMPORT = 1 << 26,
	REPORT = 1 << 27,
	/* know --format csv */
	TABLES = COVERAGE | GAPS | BEYOND | COVERING | MATRIX | SAFEGUARDS | DIFF | COMPARE | DUAL | LIST |
		 SEARCH | NEW,
	/* know --format html and xml */
	PAGES = COVERAGE | GAPS | BEYOND | MATRIX | SAFEGUARDS | COMPARE | DUAL | REPORT,
	EVERY = ~0
};

static const struct command commands[] = {
	{"coverage", COVERAGE, "SUBJECT", "what of an instrument a law or State covers",
	 "SUBJECT is a law, an instrument, a jurisdiction such as MX or MX-JAL, or several of "
	 "them joined by '+'. Each article gets a verdict, and each verdict its evidence.",
	 1, 1, coverage_run},
	{"gaps", GAPS, "SUBJECT", "what is missing, what excuses it, who has it",
	 "The drafter's list: per demand what is missing, which option or reservation would "
	 "excuse it, and which laws of other States supply it.",
	 1, 1, gaps_run},
	{"beyond", BEYOND, "SUBJECT", "where it reaches further than is asked",
	 "Cases that are covered though the instrument does not ask for them, what nobody "
	 "asked for at all, and conflicts with what must not be covered.",
	 1, 1, beyond_run},
	{"report", REPORT, "SUBJECT", "coverage, gaps and beyond in one page",
	 "One page of HTML to read, print and hand on: a map of the articles, what is missing, what "
	 "to legislate after the model of whom, what goes further, and every source. -o names the "
	 "file.",
	 1, 1, report_run},
	{"covering", COVERING, "ID", "who covers an article, a demand or a concept",
	 "All States and laws with their verdicts. ID is DOCUMENT/ID, or the ID alone where only "
	 "one document has it; of a concept all cases count.",
	 1, 1, covering_run},
	{"matrix", MATRIX, "", "the verdicts of all States, or of all laws",
	 "One row per State or law, one column per article of the instrument.",
	 0, 0, matrix_run},
	{"safeguards", SAFEGUARDS, "SUBJECT", "which safeguards stand by each power",
	 "For every power that the subject has, the safeguards that it supplies for that power "
	 "and those that are missing; with an instrument only those that it asks for.",
	 1, 1, safeguards_run},
	{"diff", DIFF, "SUBJECT", "what a bill or an action would change",
	 "The articles and demands whose verdict, or what is missing of them, is not the same "
	 "without --with and with it: --with names a bill or adopted law of the corpus, a file, "
	 "or an action as STATE:KIND:INSTRUMENT:DATE. A reservation says INSTRUMENT/DEMAND.",
	 1, 1, diff_run},
	{"compare", COMPARE, "INSTRUMENT INSTRUMENT", "two instruments article by article",
	 "Per article of the first those of the second that demand some of the same, which of "
	 "them demands more, and what may be left out of it by option and by reservation; then "
	 "what only the second demands.",
	 2, 2, compare_run},
	{"dual", DUAL, "STATE STATE", "dual criminality: what both laws cover",
	 "FACTS are CONCEPT,FACET=VALUE,... as in system.access,security=protected: several "
	 "values of a facet are divided by blanks, a quantity is 17, 16..18 or 16.. (both ends "
	 "included). What is not said takes the value that silence means, or every value.",
	 2, 2, dual_run},
	{"list", LIST, "KIND [INSTRUMENT]", "what there is",
	 "KIND is laws, instruments, articles (of one INSTRUMENT, or of all), concepts, facets, "
	 "jurisdictions, states or basis (on what kind of source the facts rest).",
	 1, 2, list_run},
	{"show", SHOW, "ID", "a document, an element, a concept or a facet",
	 "ID is that of a document, DOCUMENT/ID for an element of it, or the ID alone where only "
	 "one document has it.",
	 1, 1, show_run},
	{"search", SEARCH, "WORD...", "whatever has these words, or a citation",
	 "Looks in titles, labels, notes, ids and numbers of every language, best first; case and "
	 "accents do not matter. Understands citations such as \"Art. 4(2) Budapest\".",
	 1, 0, search_run},
	{"new", NEW, "law", "an empty law to fill in",
	 "Prints a law in XML with a provision per demand of the instrument, each as a comment "
	 "with the cases that are asked and the facets that can be said; with --format csv the same "
	 "as rows of a table, which 'import --csv' reads.",
	 1, 1, new_run},
	{"export", EXPORT, "ID", "documents as rows of a table, or as XML",
	 "ID is that of a law or an instrument, or of a jurisdiction: the State's entry and all its "
	 "laws. It may also be the name of a file of the corpus. --xml writes the one layout that the "
	 "shipped files have; with -o FOLDER/, which is made if it is not there, each document "
	 "becomes a file ID.xml.",
	 1, 1, export_run},
	{"import", IMPORT, "FILE", "rows of a spreadsheet as XML",
	 "Reads a table as 'export --csv' writes it, checks it with the corpus, of which it replaces "
	 "what it has itself, and prints the documents as XML; with -o FOLDER/ each becomes a file "
	 "ID.xml. Nothing is written if anything is wrong. --add takes a FILE.csv as it is.",
	 1, 1, import_run},
	{"lint", LINT, "[PATH]...", "faults of the data",
	 "The PATHs are a corpus of their own, or are laid over that of --corpus. Without a PATH "
	 "the corpus itself is looked at. With --as-at, sources consulted after that date are "
	 "reported too. The exit status is 1 if there is an error.",
	 0, 0, lint_run},
	{"compile", COMPILE, "[PATH]...", "a snapshot that opens at once",
	 "Makes one file of the PATHs, or of the corpus if there is none. -o names it.",
	 0, 0, compile_run},
};

enum how {
	FLAG,
	VALUE,
	MANY
};

static const struct row {
	const char *name;
	int letter;
	enum how how;
	size_t offset; /* in struct options */
	int commands;
	const char *argument, *help;
} rows[] = {
#define AT(field) offsetof(struct options, field)
	{"against", 0, VALUE, AT(against), COVERAGE | GAPS | BEYOND | DIFF | DUAL | MATRIX | SAFEGUARDS |
	 NEW | REPORT,
	 "INSTRUMENT",
	 "the instrument to measure against"},
	{"only", 0, VALUE, AT(only), COVERAGE, "KIND",
	 "articles of one kind: offence, power, safeguard, ..."},
	{"article", 0, VALUE, AT(article), COVERAGE, "ID", "one article"},
	{"explain", 0, FLAG, AT(explain), COVERAGE, NULL,
	 "show per row what is demanded, each supply, what is left and the rule applied"},
	{"layout", 0, VALUE, AT(layout), COVERAGE, "NAME",
	 "as a table: profile (article, domestic provisions), compatibility (what to do, who, by "
	 "when) or elements (asked, what the law has, missing)"},
	{"facts", 0, VALUE, AT(facts), DUAL, "FACTS", "the facts of a case"},
	{"by", 0, VALUE, AT(by), MATRIX, "WHAT", "a row per jurisdiction or law"},
	{"style", 0, VALUE, AT(style), PAGES, "FILE",
	 "an XSLT stylesheet of one's own for --format html"},
	{"complete", 0, FLAG, AT(complete), LINT, NULL,
	 "also what is neither claimed nor excused"},
	{"stale", 0, VALUE, AT(stale), LINT, "AGE",
	 "report sources older than AGE: P1Y6M, or 18m, 90d"},
	{"csv", 0, FLAG, AT(as_csv), EXPORT | IMPORT, NULL, "rows for a spreadsheet"},
	{"xml", 0, FLAG, AT(as_xml), EXPORT, NULL, "XML in the layout of the shipped files"},
	{"corpus", 0, MANY, AT(corpus), EVERY, "PATH",
	 "use this instead of the installed corpus: an XML file, a folder or a snapshot"},
	{"add", 0, MANY, AT(add), EVERY, "PATH",
	 "lay these documents over the corpus; they take the place of those with their ids"},
	{"with", 0, MANY, AT(with), EVERY, "X",
	 "let a bill or adopted law count: its id, a file, or STATE:KIND:INSTRUMENT:DATE for an "
	 "action"},
	{"as-at", 0, VALUE, AT(as_at), EVERY, "DATE", "the date to answer for; today if not given"},
	{"lang", 0, VALUE, AT(lang), EVERY, "LL",
	 "language of the answer (sentences in en and es, titles and labels where there are any); "
	 "what is in another one is followed by it, as in [en]"},
	{"basis", 0, VALUE, AT(basis), EVERY, "B",
	 "leave out facts on a weaker basis: text, secondary or unverified"},
	{"format", 0, VALUE, AT(format), EVERY, "F",
	 "text, json; of answers and lists csv; of answers about an instrument html, xml; of lint "
	 "sarif"},
	{"check", 0, FLAG, AT(check), EVERY, NULL,
	 "exit with status 1 if an obligatory article is not full"},
	{"color", 0, VALUE, AT(colour), EVERY, "WHEN", "auto, always or never"},
	{"output", 'o', VALUE, AT(output), EVERY, "FILE", "write the answer to a file"},
	{"quiet", 'q', FLAG, AT(quiet), EVERY, NULL, "no warnings"},
	{"help", 'h', FLAG, AT(help), EVERY, NULL, "this text, or that of a command"},
	{"version", 'V', FLAG, AT(version), EVERY, NULL,
	 "versions of the library, the data, the format and libxml2"},
#undef AT
};

static const struct format {
	const char *name;
	int commands;     /* that make it; export and import say themselves what they make */
	const char *lack; /* of the others */
} formats[] = {
	{"text", ~REPORT, ""},
	{"json", ~(REPORT | NEW | COMPILE), "makes no JSON"},
	{"csv", TABLES | EXPORT | IMPORT, "makes no table"},
	{"sarif", LINT | EXPORT | IMPORT, "is no check of files"},
	{"html", PAGES | EXPORT | IMPORT, "makes no page"},
	{"xml", PAGES | EXPORT | IMPORT, "makes no page"},
};

#define FORMATS (sizeof(formats) / sizeof(*formats))
#define COMMANDS (sizeof(commands) / sizeof(*commands))
#define ROWS (sizeof(rows) / sizeof(*rows))
#define LONG_ONLY 256 /* getopt's value of row i is LONG_ONLY + i */

static const struct command *
find_command(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static int
unknown_command(const char *name)
{
	struct likely near = {.wanted = name};
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		likely_offer(&near, commands[i].name);
	return likely_trouble(&near, "there is no command '%s'", name);
}

static int
unknown_option(const char *name)
{
	struct likely near = {.wanted = name + strspn(name, "-")};
	size_t i;

	for (i = 0; i < ROWS; i++)
		likely_offer(&near, rows[i].name);
	if (near.count)
		return trouble("there is no option '%s'; did you mean --%s?", name, near.best[0]);
	return trouble("there is no option '%s'; see cybertreaty --help", name);
}

/* Of what a command asks about the last one would be an answer to half of the question. Options of
 * every command may be given again: an alias has its own. */
static int
store(struct options *options, const struct row *row, const char *argument)
{
	void *field = (char *)options + row->offset;
	const char *before;

	if (row->how == FLAG) {
		*(bool *)field = true;
	} else if (row->how == MANY) {
		words_add(field, argument);
	} else {
		before = *(const char **)field;
		if (before && row->commands != EVERY && strcmp(before, argument) != 0)
			return trouble("--%s cannot be both '%s' and '%s'", row->name, before, argument);
		*(const char **)field = argument;
	}
	return 0;
}

static const struct row *
row_of(int value)
{
	size_t i;

	if (value >= LONG_ONLY)
		return &rows[value - LONG_ONLY];
	for (i = 0; i < ROWS; i++)
		if (rows[i].letter && rows[i].letter == value)
			return &rows[i];
	return NULL;
}

/* The leading '-' hands over commands and arguments in their place, so that options may stand
 * anywhere, whatever the environment says. */
static void
make_getopt(struct option *longs, char *shorts)
{
	size_t i;

	*shorts++ = '-';
	*shorts++ = ':';
	for (i = 0; i < ROWS; i++) {
		longs[i].name = rows[i].name;
		longs[i].has_arg = rows[i].how == FLAG ? no_argument : required_argument;
		longs[i].val = LONG_ONLY + (int)i;
		if (!rows[i].letter)
			continue;
		*shorts++ = (char)rows[i].letter;
		if (rows[i].how != FLAG)
			*shorts++ = ':';
	}
	*shorts = '\0';
}

static int
take_word(struct options *options, const char *word)
{
	if (options->command) {
		words_add(&options->arguments, word);
		return 0;
	}
	options->command = find_command(word);
	return options->command ? 0 : unknown_command(word);
}

/* What would be passed over in silence. */
static int
check_together(const struct options *options)
{
	bool text = !options->format || strcmp(options->format, "text") == 0;
	bool page = options->format ? strcmp(options->format, "html") == 0
				    : options_want_page(options);

	if (options->explain && options->layout)
		return trouble("--layout has no explanation; leave out --explain or --layout");
	if (options->explain && !text)
		return trouble("--explain is for text; leave out --explain or --format %s",
			       options->format);
	if (options->style && !page)
		return trouble("--style is for pages; see --format html");
	return 0;
}

static int
check_arguments(const struct options *options, const bool *used)
{
	const struct command *command = options->command;
	size_t count = options->arguments.count, i;

	if (options->help || options->version)
		return 0;
	if (!command)
		return trouble("which command? See cybertreaty --help");
	for (i = 0; i < ROWS; i++)
		if (used[i] && !(rows[i].commands & (int)command->bit))
			return trouble("'%s' has no option --%s; see cybertreaty %s --help",
				       command->name, rows[i].name, command->name);
	if (count < command->least)
		return trouble("'%s' wants %s; see cybertreaty %s --help", command->name,
			       command->arguments, command->name);
	if (command->most && count > command->most)
		return trouble("'%s' does not know what to do with '%s'", command->name,
			       options->arguments.at[command->most]);
	return check_together(options);
}

int
options_parse(int argc, char **argv, struct options *options)
{
	struct option longs[ROWS + 1] = {{0}};
	char shorts[2 * ROWS + 3];
	bool used[ROWS] = {false};
	const struct row *row;
	int value, status;

	memset(options, 0, sizeof(*options));
	make_getopt(longs, shorts);
	opterr = 0;
	while ((value = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (value == '?')
			return unknown_option(argv[optind - 1]);
		if (value == ':')
			return trouble("%s wants a value", argv[optind - 1]);
		row = value == 1 ? NULL : row_of(value);
		status = row ? store(options, row, optarg) : take_word(options, optarg);
		if (status)
			return status;
		if (row)
			used[row - rows] = true;
	}
	for (; optind < argc; optind++) {
		status = take_word(options, argv[optind]);
		if (status)
			return status;
	}
	if (options->output && strcmp(options->output, "-") == 0)
		options->output = NULL;
	return check_arguments(options, used);
}

static bool
knows(const struct options *options, const struct format *format)
{
	return !options->command || (options->command->bit & (unsigned)format->commands);
}

static int
refuse_format(const struct options *options, const char *lack)
{
	struct words known = {0};
	struct buffer names = {0};
	size_t i;

	for (i = 0; i < FORMATS; i++)
		if (knows(options, &formats[i]))
			words_add(&known, formats[i].name);
	names_list(&known, &names);
	trouble("'%s' %s; its --format is %s", options->command->name, lack, names.text);
	words_release(&known);
	buffer_release(&names);
	return STATUS_TROUBLE;
}

int
options_check_format(const struct options *options, const char *name)
{
	size_t i;

	for (i = 0; i < FORMATS; i++) {
		if (strcmp(formats[i].name, name) != 0)
			continue;
		if (knows(options, &formats[i]))
			return 0;
		return refuse_format(options,
				     options_want_page(options) ? "makes a page" : formats[i].lack);
	}
	return trouble("--format is text, json, csv, sarif, html or xml, not '%s'", name);
}

bool
options_want_page(const struct options *options)
{
	return options->command && (options->command->bit & REPORT);
}

bool
options_write_documents(const struct options *options)
{
	return options->as_xml || (options->command && (options->command->bit & IMPORT));
}

void
options_release(struct options *options)
{
	words_release(&options->corpus);
	words_release(&options->add);
	words_release(&options->with);
	words_release(&options->arguments);
}

/* Option names stand in a column of 26; longer ones get a line of their own. */
static void
help_row(const struct row *row, struct buffer *out)
{
	struct buffer left = {0};
	struct text text = {0};

	buffer_printf(&left, row->letter ? "  -%c, " : "      ", row->letter);
	buffer_printf(&left, "--%s", row->name);
	if (row->argument)
		buffer_printf(&left, "=%s", row->argument);
	text_columns(&text, buffer_text(&left), 28, row->help);
	buffer_addn(out, text.out.text, text.out.length);
	buffer_release(&left);
	buffer_release(&text.out);
}

static void
help_rows(struct buffer *out, bool own, unsigned bit)
{
	size_t i;

	for (i = 0; i < ROWS; i++)
		if (own == (rows[i].commands != EVERY) && (rows[i].commands & (int)bit))
			help_row(&rows[i], out);
}

static void
help_command(const struct command *command, struct buffer *out)
{
	struct buffer left = {0};
	struct text text = {0};

	buffer_printf(&left, "  %-10s %s", command->name, command->arguments);
	text_columns(&text, buffer_text(&left), 36, command->summary);
	buffer_addn(out, text.out.text, text.out.length);
	buffer_release(&left);
	buffer_release(&text.out);
}

static void
help_program(struct buffer *out)
{
	size_t i;

	buffer_add(out, "Usage: cybertreaty [OPTION]... COMMAND [ARGUMENT]...\n\n"
			"Computes what laws cover of cybercrime treaties, and what they do not.\n\n"
			"Commands:\n");
	for (i = 0; i < COMMANDS; i++)
		help_command(&commands[i], out);
	buffer_add(out, "\nOptions:\n");
	help_rows(out, false, (unsigned)EVERY);
	buffer_add(out, "\nExit status: 0 answered; 1 --check or lint found something; 2 trouble.\n"
			"cybertreaty COMMAND --help tells more about a command.\n");
}

void
options_help(const struct command *command, struct buffer *out)
{
	struct buffer usage = {0};
	struct text text = {0};
	bool any = false;
	size_t i;

	if (!command) {
		help_program(out);
		return;
	}
	for (i = 0; i < ROWS; i++)
		any |= rows[i].commands != EVERY && (rows[i].commands & (int)command->bit);
	buffer_printf(&usage, "Usage: cybertreaty [OPTION]... %s%s%s", command->name,
		      *command->arguments ? " " : "", command->arguments);
	if (command->bit & (COVERAGE | GAPS | BEYOND | DIFF | MATRIX | NEW | REPORT))
		buffer_add(&usage, " --against INSTRUMENT");
	if (command->bit & DUAL)
		buffer_add(&usage, " (--facts FACTS | --against INSTRUMENT)");
	text_fill(&text, 0, 7, STYLE_PLAIN, usage.text);
	text_line(&text);
	text_paragraph(&text, 0, command->details);
	buffer_add(out, text.out.text);
	buffer_release(&usage);
	buffer_release(&text.out);
	if (any) {
		buffer_printf(out, "\nOptions of %s:\n", command->name);
		help_rows(out, true, command->bit);
	}
	buffer_add(out, "\nOptions of every command:\n");
	help_rows(out, false, command->bit);
}

const struct command *
options_command(size_t i)
{
	return i < COMMANDS ? &commands[i] : NULL;
}

bool
options_view(size_t i, struct option_view *out)
{
	if (i >= ROWS)
		return false;
	*out = (struct option_view){
		.name = rows[i].name,
		.argument = rows[i].argument,
		.help = rows[i].help,
		.letter = rows[i].letter,
		.of_all = rows[i].commands == EVERY,
		.commands = (unsigned)rows[i].commands,
	};
	return true;
}

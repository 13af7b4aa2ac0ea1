/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes manual pages and the completion of bash from the tables that the program itself uses.
 *
 *   manual 1            cybertreaty(1), from the table of options
 *   manual 5            cybertreaty(5), from the grammar
 *   manual completion   for bash */
#include <stdio.h>
#include <string.h>

#include <cybertreaty/cybertreaty.h>

#include "load/grammar.h"
#include "options.h"

#define DATE "2026-11-21"

/* -- roff --------------------------------------------------------------------------------- */

static void
roff(const char *text)
{
	bool start = true;

	for (; *text; start = *text++ == '\n') {
		if (start && (*text == '.' || *text == '\''))
			printf("\\&");
		if (*text == '-')
			printf("\\-");
		else if (*text == '\\')
			printf("\\e");
		else
			putchar(*text);
	}
}

static void
title(const char *section, const char *name, const char *what)
{
	printf(".TH CYBERTREATY %s " DATE " \"libcybertreaty %s\"\n.SH NAME\n", section, cyt_version());
	roff(name);
	printf(" \\- ");
	roff(what);
	putchar('\n');
}

static void
paragraph(const char *text)
{
	roff(text);
	putchar('\n');
}

/* -- the command -------------------------------------------------------------------------- */

static void
option_item(const struct option_view *option)
{
	printf(".TP\n");
	if (option->letter)
		printf("\\fB\\-%c\\fR, ", option->letter);
	printf("\\fB\\-\\-");
	roff(option->name);
	printf("\\fR");
	if (option->argument)
		printf("=\\fI%s\\fR", option->argument);
	putchar('\n');
	paragraph(option->help);
}

static void
own_options(const struct command *command)
{
	struct option_view option;

	for (size_t i = 0; options_view(i, &option); i++) {
		if (option.of_all || !(option.commands & command->bit))
			continue;
		printf(".RS\n");
		option_item(&option);
		printf(".RE\n");
	}
}

static void
commands(void)
{
	const struct command *command;

	printf(".SH COMMANDS\n");
	for (size_t i = 0; (command = options_command(i)) != NULL; i++) {
		printf(".TP\n\\fB");
		roff(command->name);
		printf("\\fR");
		if (*command->arguments)
			printf(" \\fI%s\\fR", command->arguments);
		putchar('\n');
		printf("%c%s.\n", *command->summary >= 'a' ? *command->summary - 32 : *command->summary,
		       command->summary + 1);
		paragraph(command->details);
		own_options(command);
	}
}

static void
page_1(void)
{
	struct option_view option;

	title("1", "cybertreaty", "compute what laws cover of cybercrime treaties");
	printf(".SH SYNOPSIS\n.B cybertreaty\n.RI [ OPTION ]...\n.I COMMAND\n.RI [ ARGUMENT ]...\n"
	       ".SH DESCRIPTION\n");
	paragraph("Holds treaties and laws as regions over the same concepts and computes what a law "
		  "covers of a treaty, what is missing, which options and reservations excuse the "
		  "rest, and where it reaches too far. Each answer names law and article, and the "
		  "weakest source that it rests on.");
	printf(".PP\n");
	paragraph("A SUBJECT is a law, an instrument, a jurisdiction such as MX, or several of them "
		  "joined by '+'. FACTS are a concept and cases of it, as in "
		  "system.access,security=protected,purpose=none.");
	commands();
	printf(".SH OPTIONS\n");
	for (size_t i = 0; options_view(i, &option); i++)
		if (option.of_all)
			option_item(&option);
	printf(".SH EXIT STATUS\n.TP\n0\nanswered\n.TP\n1\n"
	       "\\fB\\-\\-check\\fR or \\fBlint\\fR found something\n.TP\n2\ntrouble\n"
	       ".SH EXAMPLES\n.nf\n");
	paragraph("cybertreaty coverage MX --against un-cybercrime-2024\n"
		  "cybertreaty gaps MX --against un-cybercrime-2024\n"
		  "cybertreaty dual MX DE --facts system.access,security=overcome\n"
		  "cybertreaty matrix --against un-cybercrime-2024 --format csv -o matrix.csv\n"
		  "cybertreaty --corpus xml lint --complete");
	printf(".fi\n.SH SEE ALSO\n.BR cybertreaty (3),\n.BR cybertreaty (5)\n");
}

/* -- the file format ---------------------------------------------------------------------- */

static void
form_words(enum form form)
{
	const char *expectation = grammar_expectation(form), *word;
	size_t length;

	if (expectation) {
		roff(expectation);
		return;
	}
	for (size_t i = 0; (word = grammar_word(form, i, &length)) != NULL; i++) {
		char text[64];

		snprintf(text, sizeof(text), "%.*s", (int)length, word);
		printf(i ? ", " : "");
		roff(text);
	}
}

static void
attributes(enum shape shape)
{
	for (int a = 0; a < ATTRIBUTE_COUNT; a++) {
		enum form form = grammar_form(shape, (enum attribute)a);

		if (form == FORM_NONE)
			continue;
		printf(".RS\n.TP\n\\fB");
		roff(attribute_name((enum attribute)a));
		printf("\\fR%s\n", grammar_required(shape) >> a & 1 ? " (required)" : "");
		form_words(form);
		printf("\n.RE\n");
	}
}

static void
children(enum shape shape)
{
	bool any = false;

	for (int e = 0; e < ELEMENT_COUNT; e++) {
		if (grammar_child(shape, (enum element)e) == SHAPE_NONE)
			continue;
		printf(any ? ", " : "Holds ");
		roff(element_name((enum element)e));
		any = true;
	}
	if (any)
		printf(".\n");
	else
		printf(grammar_content(shape) == CONTENT_CHARACTERS ? "Holds text.\n" : "Empty.\n");
}

/* An element with all below it that was not described yet. */
static void
element_item(enum element element, enum shape shape, bool *described)
{
	if (described[shape])
		return;
	described[shape] = true;
	printf(".TP\n\\fB");
	roff(element_name(element));
	printf("\\fR\n");
	children(shape);
	attributes(shape);
	for (int e = 0; e < ELEMENT_COUNT; e++) {
		enum shape child = grammar_child(shape, (enum element)e);

		if (child != SHAPE_NONE)
			element_item((enum element)e, child, described);
	}
}

static void
page_5(void)
{
	bool described[SHAPE_COUNT] = { false };

	title("5", "cybertreaty", "the XML of vocabularies, instruments, laws and States");
	printf(".SH DESCRIPTION\n");
	paragraph("A document is UTF-8 XML in the namespace " GRAMMAR_NAMESPACE ". Children may stand "
		  "in any order; a list is words apart by white space. No document type, entity, "
		  "XInclude or network address is ever followed. xml/schema/cybertreaty.xsd says the "
		  "same to editors, and cybertreaty lint what neither can check. An element that can "
		  "stand in several places with different contents is described where it stands "
		  "first.");
	printf(".SH ELEMENTS\n");
	element_item(ELEMENT_CORPUS, SHAPE_CORPUS, described);
	printf(".SH SEE ALSO\n.BR cybertreaty (1),\n.BR cybertreaty (3)\n");
}

/* -- completion --------------------------------------------------------------------------- */

/* What stands for an argument or the value of an option; NULL where nobody can say. */
static const struct {
	const char *argument, *words;
} choices[] = {
	{"F", "text json csv sarif html xml"},
	{"WHEN", "auto always never"},
	{"B", "text secondary unverified"},
	{"WHAT", "jurisdiction law"},
	{"NAME", "profile compatibility elements"},
	{"KIND [INSTRUMENT]", "laws instruments articles concepts facets jurisdictions states basis"},
	{"law", "law"},
};

static void
kinds_of_articles(void)
{
	for (int i = CYT_KIND_ACT; i <= CYT_KIND_FINAL; i++)
		printf("%s%s", i > CYT_KIND_ACT ? " " : "", cyt_kind_name((enum cyt_kind)i));
}

/* A line of bash that answers with what an argument may be. */
static void
answer_argument(const char *argument)
{
	size_t i;

	for (i = 0; i < sizeof(choices) / sizeof(*choices); i++)
		if (strcmp(argument, choices[i].argument) == 0)
			printf("words='%s'", choices[i].words);
	if (strcmp(argument, "KIND") == 0) {
		printf("words='");
		kinds_of_articles();
		printf("'");
	}
	if (strstr(argument, "INSTRUMENT") == argument)
		printf("words=$(_cybertreaty_ids \"$1\" instruments)");
	if (strcmp(argument, "SUBJECT") == 0)
		printf("words=$(_cybertreaty_ids \"$1\" jurisdictions; _cybertreaty_ids \"$1\" laws)");
	if (strstr(argument, "STATE") == argument)
		printf("words=$(_cybertreaty_ids \"$1\" jurisdictions)");
	if (strstr(argument, "PATH") || strcmp(argument, "FILE") == 0 || strcmp(argument, "X") == 0)
		printf("files=yes");
}

static void
values_of_options(void)
{
	struct option_view option;

	for (size_t i = 0; options_view(i, &option); i++) {
		if (!option.argument)
			continue;
		printf("\t--%s", option.name);
		if (option.letter)
			printf(" | -%c", option.letter);
		printf(") value=yes; ");
		answer_argument(option.argument);
		printf(" ;;\n");
	}
}

static void
options_of(const struct command *command)
{
	struct option_view option;

	for (size_t i = 0; options_view(i, &option); i++)
		if (command ? (option.commands & command->bit) != 0 : option.of_all)
			printf(" --%s%s", option.name, option.argument ? "=" : "");
}

/* In bash the mark in --format=json is a word of its own. */
static void
completion(void)
{
	const struct command *command;

	printf("# SPDX-License-Identifier: LGPL-2.1-or-later\n# bash completion of cybertreaty\n"
	       "_cybertreaty_ids() {\n"
	       "\t\"$1\" -q --format json list \"$2\" 2>/dev/null | sed -n 's/^ *\"id\": \"\\([^\"]*\\)\".*/\\1/p'\n"
	       "}\n_cybertreaty() {\n"
	       "\tlocal word=${COMP_WORDS[COMP_CWORD]} last=$((COMP_CWORD - 1)) command='' value='' files='' words='' i\n"
	       "\tif [[ $word == = ]]; then\n\t\tword=''\n"
	       "\telif [[ ${COMP_WORDS[last]} == = ]]; then\n\t\tlast=$((last - 1))\n\tfi\n"
	       "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n\t\tcase ${COMP_WORDS[i]} in\n\t\t");
	for (size_t i = 0; (command = options_command(i)) != NULL; i++)
		printf("%s%s", i ? " | " : "", command->name);
	printf(") command=${COMP_WORDS[i]} && break ;;\n\t\tesac\n\tdone\n\tcase ${COMP_WORDS[last]} in\n");
	values_of_options();
	printf("\tesac\n\tif [[ ! $value ]]; then\n\t\tcase $command,$word in\n\t\t,-*) words='");
	options_of(NULL);
	printf("' ;;\n\t\t,*) words='");
	for (size_t i = 0; (command = options_command(i)) != NULL; i++)
		printf("%s%s", i ? " " : "", command->name);
	printf("' ;;\n");
	for (size_t i = 0; (command = options_command(i)) != NULL; i++) {
		printf("\t\t%s,-*) words='", command->name);
		options_of(command);
		printf("' ;;\n\t\t%s,*) ", command->name);
		answer_argument(command->arguments);
		printf(" ;;\n");
	}
	printf("\t\tesac\n\tfi\n"
	       "\tif [[ $files ]]; then\n\t\tcompopt -o filenames 2>/dev/null\n"
	       "\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n\t\treturn\n\tfi\n"
	       "\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
	       "\t[[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null\n\treturn 0\n}\n"
	       "complete -F _cybertreaty cybertreaty\n");
}

int
main(int argc, char **argv)
{
	const char *what = argc == 2 ? argv[1] : "";

	if (strcmp(what, "1") == 0)
		page_1();
	else if (strcmp(what, "5") == 0)
		page_5();
	else if (strcmp(what, "completion") == 0)
		completion();
	else
		return 2;
	return ferror(stdout) || fflush(stdout) != 0;
}

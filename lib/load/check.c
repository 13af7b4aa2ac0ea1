/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The grammar, checked per event. A fault does not end the file: all of them are listed. */
#include "load/check.h"

#include <string.h>

#include "load/hints.h"
#include "xmlio/clip.h"

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"
#define MAX_SHOWN 60 /* bytes of the input in a message */

void
check_init(struct check *check, const struct cyt_alloc_hooks *hooks,
	   const struct grammar *grammar, const char *file, struct builder *builder,
	   struct cyt_diags *diags)
{
	memset(check, 0, sizeof(*check));
	check->grammar = grammar;
	check->file = file;
	check->builder = builder;
	check->diags = diags;
	strbuf_init(&check->value, hooks);
	strbuf_init(&check->hint, hooks);
}

void
check_release(struct check *check)
{
	strbuf_release(&check->value);
	strbuf_release(&check->hint);
}

static struct check_level *
top(struct check *check)
{
	return &check->levels[check->depth];
}

void
check_pass_over(struct check *check)
{
	top(check)->filled = true;
	check->skipped = 1;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool
is_folded(const char *value)
{
	char before = ' ';

	for (; *value; before = *value++)
		if (is_space(*value) && (before == ' ' || *value != ' '))
			return false;
	return before != ' ';
}

/* Folds white space as the types of the schema do. */
static const char *
fold(struct check *check, const char *value)
{
	size_t length;

	if (is_folded(value))
		return value;
	strbuf_clear(&check->value);
	strbuf_add(&check->value, "");
	for (;;) {
		while (is_space(*value))
			value++;
		for (length = 0; value[length] && !is_space(value[length]); length++)
			;
		if (length == 0)
			return strbuf_text(&check->value);
		if (check->value.length)
			strbuf_add(&check->value, " ");
		strbuf_addn(&check->value, value, length);
		value += length;
	}
}

/* Adds the fault with the hint that was written for it. */
static int
fault(struct check *check, enum diag_number number, uint32_t line, const char *what)
{
	const char *hint = strbuf_text(&check->hint);
	int err;

	if (!hint || !what)
		return CYT_ERR_NOMEM;
	check->failed = true;
	err = diags_add(check->diags, number, check->file, line, "%s%s", what, hint);
	strbuf_clear(&check->hint);
	return err;
}

/* How much of a piece of input a message shows: no more than its first line. */
static int
shown(const char *text)
{
	return clip(text, strcspn(text, "\r\n"), MAX_SHOWN);
}

static int
foreign_element(struct check *check, const struct reader_element *element)
{
	strbuf_clear(&check->value);
	strbuf_printf(&check->value, "<%.*s> is in %s%.*s", shown(element->name), element->name,
		      *element->uri ? "" : "no namespace", shown(element->uri), element->uri);
	strbuf_printf(&check->hint, "; expected xmlns=\"%s\"", GRAMMAR_NAMESPACE);
	return fault(check, DIAG_WRONG_NAMESPACE, element->line, strbuf_text(&check->value));
}

static int
wrong_root(struct check *check, const struct reader_element *element)
{
	strbuf_clear(&check->value);
	strbuf_printf(&check->value, "<%.*s>", shown(element->name), element->name);
	hint_roots(&check->hint, element->name);
	return fault(check, DIAG_WRONG_ROOT, element->line, strbuf_text(&check->value));
}

static int
wrong_child(struct check *check, const struct reader_element *element, enum element known)
{
	const struct check_level *parent = top(check);

	strbuf_clear(&check->value);
	strbuf_printf(&check->value, "<%.*s> in <%s>", shown(element->name), element->name,
		      element_name(parent->element));
	hint_children(&check->hint, parent->shape, element->name);
	return fault(check, known ? DIAG_MISPLACED_ELEMENT : DIAG_UNKNOWN_ELEMENT, element->line,
		     strbuf_text(&check->value));
}

static int
wrong_attribute(struct check *check, const struct reader_attribute *attribute, bool foreign)
{
	const struct check_level *level = top(check);

	strbuf_clear(&check->value);
	strbuf_printf(&check->value, "%.*s on <%s>", shown(attribute->name), attribute->name,
		      element_name(level->element));
	if (foreign)
		strbuf_printf(&check->value, " is in %.*s", shown(attribute->uri), attribute->uri);
	hint_attributes(&check->hint, level->shape, attribute->name);
	return fault(check, foreign ? DIAG_WRONG_NAMESPACE : DIAG_UNKNOWN_ATTRIBUTE, level->line,
		     strbuf_text(&check->value));
}

static int
wrong_value(struct check *check, enum attribute attribute, enum form form, const char *value)
{
	const struct check_level *level = top(check);
	struct strbuf what;
	int err;

	strbuf_init(&what, check->value.hooks);
	strbuf_printf(&what, "%s=\"%.*s%s\" on <%s>", attribute_name(attribute), shown(value),
		      value, strlen(value) > MAX_SHOWN ? "…" : "",
		      element_name(level->element));
	hint_values(&check->hint, form, value);
	err = fault(check, form == FORM_DATE ? DIAG_BAD_DATE : DIAG_BAD_ATTRIBUTE_VALUE,
		    level->line, strbuf_text(&what));
	strbuf_release(&what);
	return err;
}

static int
missing_attribute(struct check *check, enum attribute attribute)
{
	const struct check_level *level = top(check);
	enum form form = grammar_form(level->shape, attribute);

	strbuf_clear(&check->value);
	strbuf_printf(&check->value, "%s on <%s>", attribute_name(attribute),
		      element_name(level->element));
	hint_values(&check->hint, form, "");
	return fault(check, DIAG_MISSING_ATTRIBUTE, level->line, strbuf_text(&check->value));
}

/* Hints where the schema lies are for other programs: never followed. */
static bool
is_schema_hint(const struct reader_attribute *attribute)
{
	return *attribute->uri && strcmp(attribute->uri, SCHEMA_INSTANCE) == 0 &&
	       (strcmp(attribute->name, "schemaLocation") == 0 ||
		strcmp(attribute->name, "noNamespaceSchemaLocation") == 0);
}

static enum attribute
find_attribute(const struct check *check, const struct reader_attribute *attribute, bool *foreign)
{
	*foreign = false;
	if (*attribute->uri == '\0')
		return name_index_attribute(&check->grammar->names, attribute->name,
					    strlen(attribute->name));
	if (strcmp(attribute->uri, READER_XML_NAMESPACE) != 0)
		*foreign = true;
	else if (strcmp(attribute->name, "lang") == 0)
		return ATTRIBUTE_LANG;
	return ATTRIBUTE_NONE;
}

static int
check_attribute(struct check *check, const struct reader_attribute *attribute, uint64_t *seen)
{
	enum attribute known;
	const char *value;
	enum form form;
	bool foreign;

	if (is_schema_hint(attribute))
		return 0;
	known = find_attribute(check, attribute, &foreign);
	form = grammar_form(top(check)->shape, known);
	if (!form)
		return wrong_attribute(check, attribute, foreign);
	*seen |= UINT64_C(1) << known;
	value = fold(check, attribute->value);
	if (!value)
		return CYT_ERR_NOMEM;
	if (!grammar_matches(form, value))
		return wrong_value(check, known, form, value);
	return check->failed ? 0 : builder_attribute(check->builder, known, value);
}

static int
check_attributes(struct check *check, const struct reader_element *element)
{
	uint64_t seen = 0, missing;
	size_t i;
	int err;

	for (i = 0; i < element->attribute_count; i++) {
		err = check_attribute(check, &element->attributes[i], &seen);
		if (err < 0)
			return err;
	}
	missing = check->grammar->required[top(check)->shape] & ~seen;
	for (i = 1; missing >> i; i++) {
		if (!(missing >> i & 1))
			continue;
		err = missing_attribute(check, i);
		if (err < 0)
			return err;
	}
	return 0;
}

/* A sound element to the builder; when its tag comes again in the same place, at once. */
static int
begin(struct check *check, const struct reader_element *element)
{
	const struct check_level *level = top(check);
	struct builder_list list;
	int err = builder_begin(check->builder, level->element, level->line, &list);

	if (err == 0 && element->memo)
		*element->memo = (struct reader_memo){
			1 + level[-1].shape,
			{ (uint32_t)level->shape << 16 | level->element, list.first, list.count },
		};
	return err;
}

static int
begin_again(struct check *check, const struct reader_element *element)
{
	const uint32_t *numbers = element->memo->numbers;
	struct builder_list list = { numbers[1], numbers[2] };

	top(check)->filled = true;
	check->levels[++check->depth] = (struct check_level){
		.shape = numbers[0] >> 16,
		.element = numbers[0] & 0xffff,
		.line = element->line,
	};
	return builder_begin_again(check->builder, top(check)->element, element->line, list);
}

static int
on_start(void *data, const struct reader_element *element)
{
	struct check *check = data;
	enum element known;
	enum shape shape;
	int err;

	if (check->skipped) {
		check->skipped++;
		return 0;
	}
	if (element->memo && element->memo->of == 1 + top(check)->shape && !check->failed)
		return begin_again(check, element);
	top(check)->filled = true;
	if (strcmp(element->uri, GRAMMAR_NAMESPACE) != 0) {
		check->skipped = 1;
		return foreign_element(check, element);
	}
	known = name_index_element(&check->grammar->names, element->name, strlen(element->name));
	shape = check->depth ? grammar_child(top(check)->shape, known) : grammar_root(known);
	if (!shape) {
		check->skipped = 1;
		return check->depth ? wrong_child(check, element, known)
				    : wrong_root(check, element);
	}
	check->levels[++check->depth] =
		(struct check_level){ .shape = shape, .element = known, .line = element->line };
	err = check_attributes(check, element);
	if (err < 0 || check->failed)
		return err;
	return begin(check, element);
}

static int
on_text(void *data, const char *text, size_t length, uint32_t line)
{
	struct check *check = data;
	struct check_level *level = top(check);
	size_t i, end;

	if (check->skipped)
		return 0;
	if (grammar_content(level->shape) == CONTENT_CHARACTERS)
		return check->failed ? 0 : builder_text(check->builder, text, length);
	for (i = 0; i < length && is_space(text[i]); i++)
		;
	if (i == length || level->stray)
		return 0;
	for (end = i; end < length && text[end] != '\n' && text[end] != '\r'; end++)
		;
	level->stray = true;
	strbuf_clear(&check->value);
	strbuf_printf(&check->value, "\"%.*s\" in <%s>", clip(text + i, end - i, MAX_SHOWN / 2),
		      text + i, element_name(level->element));
	hint_children(&check->hint, level->shape, "");
	return fault(check, DIAG_STRAY_TEXT, line, strbuf_text(&check->value));
}

static int
on_comment(void *data, const char *text, size_t length)
{
	struct check *check = data;
	bool in_text = grammar_content(top(check)->shape) == CONTENT_CHARACTERS;

	if (check->skipped || check->failed)
		return 0;
	return builder_comment(check->builder, text, length, in_text);
}

static int
on_end(void *data)
{
	struct check *check = data;
	struct check_level *level = top(check);
	int err = 0;

	if (check->skipped) {
		check->skipped--;
		return 0;
	}
	if (grammar_content(level->shape) == CONTENT_FILLED && !level->filled) {
		strbuf_clear(&check->value);
		strbuf_printf(&check->value, "<%s> is empty", element_name(level->element));
		hint_children(&check->hint, level->shape, "");
		err = fault(check, DIAG_MISSING_CHILD, level->line, strbuf_text(&check->value));
	}
	check->depth--;
	if (err < 0 || check->failed)
		return err;
	return builder_end(check->builder);
}

const struct reader_handler check_handler = {
	.start = on_start,
	.text = on_text,
	.comment = on_comment,
	.end = on_end,
};

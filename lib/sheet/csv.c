/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables as text, out and in. */
#include "sheet/csv.h"

#include <string.h>

#include "base/utf8.h"

/* Begins a formula, be the cell quoted or not. */
static bool
is_formula(char c)
{
	return c != '\0' && strchr("=+-@\t\r", c);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What a guard may stand before. */
static bool
is_guarded(char c)
{
	return c == '\'' || is_digit(c) || is_formula(c);
}

/* Whole numbers of a few digits survive as they are. Of "3.10" a spreadsheet makes 3.1, of "1/3" a
 * day, and days it writes as people do where it runs. */
static bool
is_other_number(const char *text)
{
	size_t length = strspn(text, "0123456789");

	if (length == 0 || text[strspn(text, "0123456789.,/:%-eE ")])
		return false;
	return text[length] || length > 10 || (*text == '0' && length > 1);
}

/* The apostrophe itself only where reading would otherwise take it for a guard. */
static bool
wants_guard(const char *text, bool as_text)
{
	return is_formula(*text) || (*text == '\'' && is_guarded(text[1])) ||
	       (as_text && is_other_number(text));
}

void
csv_add(struct strbuf *out, const char *text, bool first, bool as_text)
{
	bool quoted = text[strcspn(text, "\",\r\n")] != '\0';
	size_t plain;

	strbuf_add(out, first ? "" : ",");
	strbuf_add(out, quoted ? "\"" : "");
	strbuf_add(out, wants_guard(text, as_text) ? "'" : "");
	for (; *text; text += plain) {
		plain = strcspn(text + 1, "\"") + 1;
		strbuf_add(out, *text == '"' ? "\"" : "");
		strbuf_addn(out, text, plain);
	}
	strbuf_add(out, quoted ? "\"" : "");
}

void
csv_end(struct strbuf *out)
{
	strbuf_add(out, "\r\n");
}

/* -- bytes ------------------------------------------------------------------------------------ */

struct input {
	struct csv *csv;
	const struct cyt_alloc_hooks *hooks;
	const char *name;
	struct cyt_diags *diags;
	const char *at, *end;
	uint32_t line;
	char separator;
	bool failed;
	struct strbuf cell;
};

static int
refuse(struct input *input, enum diag_number number, uint32_t line, const char *text)
{
	input->failed = true;
	return diags_add(input->diags, number, input->name, line, "%s", text);
}

static uint32_t
line_at(const char *bytes, const char *at)
{
	uint32_t line = 1;

	for (; bytes < at; bytes++)
		line += *bytes == '\n' || (*bytes == '\r' && bytes[1] != '\n');
	return line;
}

static bool
is_control(const char *at, const char *end)
{
	unsigned char c = (unsigned char)*at;

	if (c < 0x20)
		return c != '\t' && c != '\n' && c != '\r';
	/* U+FFFE and U+FFFF */
	return c == 0xef && end - at >= 3 && (unsigned char)at[1] == 0xbf &&
	       (unsigned char)at[2] >= 0xbe;
}

/* What no document can hold. */
static int
check_bytes(struct input *input, const char *bytes, size_t size)
{
	size_t valid = utf8_check(bytes, size);
	const char *at;

	if (size >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
		return refuse(input, DIAG_ENCODING, 1, "it looks like UTF-16; expected UTF-8");
	if (size >= 2 && memcmp(bytes, "PK", 2) == 0)
		return refuse(input, DIAG_ENCODING, 1,
			      "it looks like a workbook; expected a table saved as CSV in UTF-8");
	if (memchr(bytes, '\0', size))
		return refuse(input, DIAG_NUL_BYTE, line_at(bytes, memchr(bytes, '\0', size)),
			      "expected text without it");
	if (valid < size)
		return refuse(input, DIAG_BAD_UTF8, line_at(bytes, bytes + valid),
			      "expected a table saved as CSV in UTF-8");
	for (at = bytes; at < bytes + size; at++)
		if (is_control(at, bytes + size))
			return refuse(input, DIAG_TABLE_TEXT, line_at(bytes, at),
				      "a control character; expected text");
	return 0;
}

/* -- cells ------------------------------------------------------------------------------------ */

/* Steps over an end of line; false if there is none here. */
static bool
skip_line_end(struct input *input)
{
	if (input->at == input->end || (*input->at != '\r' && *input->at != '\n'))
		return false;
	if (*input->at == '\r' && input->at + 1 < input->end && input->at[1] == '\n')
		input->at++;
	input->at++;
	input->line++;
	return true;
}

static int
end_cell(struct input *input)
{
	const char *text = strbuf_text(&input->cell);
	struct csv *csv = input->csv;

	if (text && *text == '\'' && is_guarded(text[1]))
		text++;
	if (!text || !alloc_grow(input->hooks, &csv->cells, &csv->cell_capacity,
				 csv->cell_count + 1, sizeof(*csv->cells)))
		return CYT_ERR_NOMEM;
	csv->cells[csv->cell_count] = arena_strndup(&csv->arena, text, strlen(text));
	strbuf_clear(&input->cell);
	return csv->cells[csv->cell_count++] ? 0 : CYT_ERR_NOMEM;
}

static bool
ends_cell(const struct input *input)
{
	return input->at == input->end || *input->at == input->separator || *input->at == '\r' ||
	       *input->at == '\n';
}

static int
read_quoted(struct input *input)
{
	uint32_t line = input->line;

	for (input->at++; input->at < input->end;) {
		if (*input->at == '"') {
			if (input->at + 1 == input->end || input->at[1] != '"') {
				input->at++;
				return 0;
			}
			input->at++;
		} else if (skip_line_end(input)) {
			strbuf_add(&input->cell, "\n");
			continue;
		}
		strbuf_addn(&input->cell, input->at++, 1);
	}
	return refuse(input, DIAG_TABLE_QUOTES, line,
		      "a cell that begins with a quote has none at its end; expected one, and "
		      "two for a quote within");
}

static int
read_cell(struct input *input)
{
	bool stray = false;
	int err;

	if (input->at < input->end && *input->at == '"') {
		err = read_quoted(input);
		if (err < 0)
			return err;
		stray = !ends_cell(input);
	}
	while (!ends_cell(input))
		strbuf_addn(&input->cell, input->at++, 1);
	if (stray) {
		err = refuse(input, DIAG_TABLE_QUOTES, input->line,
			     "text after the quote that ends a cell; expected the next cell");
		if (err < 0)
			return err;
	}
	return end_cell(input);
}

static int
read_row(struct input *input)
{
	struct csv *csv = input->csv;
	struct csv_row *row;
	int err;

	if (!alloc_grow(input->hooks, &csv->rows, &csv->row_capacity, csv->row_count + 1,
			sizeof(*csv->rows)))
		return CYT_ERR_NOMEM;
	row = &csv->rows[csv->row_count++];
	*row = (struct csv_row){ .line = input->line, .first = csv->cell_count };
	for (;;) {
		err = read_cell(input);
		if (err < 0)
			return err;
		row->count++;
		if (input->at == input->end || skip_line_end(input))
			return 0;
		input->at++;
	}
}

/* The first of the marks outside quotes; names of columns hold none of them. */
static char
find_separator(const char *at, const char *end)
{
	bool quoted = false;

	for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
		if (*at == '"')
			quoted = !quoted;
		else if (!quoted && (*at == ',' || *at == ';' || *at == '\t'))
			return *at;
	}
	return ',';
}

int
csv_read(struct csv *csv, const struct cyt_alloc_hooks *hooks, const char *name,
	 const char *bytes, size_t size, struct cyt_diags *diags)
{
	struct input input = { .csv = csv, .hooks = hooks, .name = name, .diags = diags };
	int err;

	memset(csv, 0, sizeof(*csv));
	arena_init(&csv->arena, hooks);
	strbuf_init(&input.cell, hooks);
	input.line = 1;
	if (size == 0)
		err = refuse(&input, DIAG_EMPTY_FILE, 0, "expected a table with a heading");
	else
		err = check_bytes(&input, bytes, size);
	if (err < 0 || input.failed)
		return err < 0 ? err : CYT_ERR_DATA;
	input.at = bytes;
	input.end = bytes + size;
	if (size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		input.at += 3;
	input.separator = find_separator(input.at, input.end);
	while (!err && input.at < input.end)
		err = read_row(&input);
	if (!err && csv->row_count == 0)
		err = refuse(&input, DIAG_EMPTY_FILE, 0, "only a byte order mark; expected a table");
	strbuf_release(&input.cell);
	return err < 0 ? err : input.failed ? CYT_ERR_DATA : 0;
}

void
csv_release(struct csv *csv)
{
	struct cyt_alloc_hooks hooks;

	if (!csv->arena.hooks)
		return;
	hooks = *csv->arena.hooks;
	alloc_free(&hooks, csv->rows);
	alloc_free(&hooks, csv->cells);
	arena_release(&csv->arena);
	memset(csv, 0, sizeof(*csv));
}

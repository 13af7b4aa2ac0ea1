/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laying out text for people: 80 columns, colour only where wanted and never alone. */
#define _XOPEN_SOURCE 700

#include "text.h"

#include <stdint.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static const char *const style_codes[] = {
	[STYLE_PLAIN] = "",	    [STYLE_BOLD] = "\033[1m", [STYLE_DIM] = "\033[2m",
	[STYLE_GOOD] = "\033[32m",  [STYLE_FAIR] = "\033[36m", [STYLE_WARN] = "\033[33m",
	[STYLE_BAD] = "\033[1;31m",
};

/* Reads a character of valid UTF-8; a stray byte counts as U+FFFD. */
static size_t
decode(const char *text, uint32_t *character)
{
	const unsigned char *byte = (const unsigned char *)text;
	size_t length = *byte < 0x80 ? 1 : *byte < 0xe0 ? 2 : *byte < 0xf0 ? 3 : 4, i;

	*character = length == 1 ? *byte : *byte & (0xffu >> (length + 1));
	for (i = 1; i < length; i++) {
		if ((byte[i] & 0xc0) != 0x80) {
			*character = 0xfffd;
			return 1;
		}
		*character = *character << 6 | (byte[i] & 0x3f);
	}
	return length;
}

static bool
is_control(uint32_t character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

static size_t
character_width(uint32_t character)
{
	int width = wcwidth((wchar_t)character);

	return width < 0 ? 1 : (size_t)width;
}

static size_t
width_of(const char *text, size_t length)
{
	const char *end = text + length;
	uint32_t character;
	size_t width = 0;

	while (text < end) {
		text += decode(text, &character);
		width += character_width(character);
	}
	return width;
}

size_t
text_width(const char *text)
{
	return width_of(text, strlen(text));
}

static void
put_word(struct text *text, const char *word, size_t length)
{
	const char *end = word + length;
	uint32_t character;
	size_t size;

	while (word < end) {
		size = decode(word, &character);
		if (is_control(character) || character == 0xfffd)
			buffer_add(&text->out, "\xef\xbf\xbd");
		else
			buffer_addn(&text->out, word, size);
		word += size;
	}
}

static void
style_begin(struct text *text, enum style style)
{
	if (text->colour)
		buffer_add(&text->out, style_codes[style]);
}

static void
style_end(struct text *text, enum style style)
{
	if (text->colour && style != STYLE_PLAIN)
		buffer_add(&text->out, "\033[0m");
}

void
text_put(struct text *text, enum style style, const char *words)
{
	style_begin(text, style);
	put_word(text, words, strlen(words));
	style_end(text, style);
}

void
text_space(struct text *text, size_t columns)
{
	while (columns--)
		buffer_add(&text->out, " ");
}

void
text_line(struct text *text)
{
	buffer_add(&text->out, "\n");
}

/* Wraps one line of words; returns the column where it ended. */
static size_t
wrap(struct text *text, size_t column, size_t indent, size_t width, const char *words,
     const char *end)
{
	size_t blanks, length, columns, before = 0;

	for (; words < end; words += length) {
		blanks = strspn(words, " ");
		words += blanks;
		length = strcspn(words, " \n");
		columns = width_of(words, length);
		if (before && column + blanks + columns > width) {
			text_line(text);
			text_space(text, indent);
			column = indent;
		} else if (before && length) {
			text_space(text, blanks);
			column += blanks;
		}
		put_word(text, words, length);
		column += columns;
		before += length;
	}
	return column;
}

void
text_fill(struct text *text, size_t column, size_t indent, enum style style, const char *words)
{
	style_begin(text, style);
	wrap(text, column, indent, TEXT_WIDTH, words, words + strlen(words));
	style_end(text, style);
	text_line(text);
}

void
text_lines(struct text *text, size_t column, size_t indent, enum style style, const char *lines)
{
	const char *end;

	for (; *lines; lines = *end ? end + 1 : end) {
		end = lines + strcspn(lines, "\n");
		text_space(text, end > lines ? indent - column : 0);
		style_begin(text, style);
		wrap(text, indent, indent + 2, TEXT_WIDTH, lines, end);
		style_end(text, style);
		text_line(text);
		column = 0;
	}
}

void
text_add_capital(struct buffer *out, const char *words)
{
	uint32_t character;
	size_t length;

	if (!*words)
		return;
	length = decode(words, &character);
	buffer_printf(out, "%lc", (wint_t)towupper((wint_t)character));
	buffer_add(out, words + length);
}

void
text_paragraph(struct text *text, size_t indent, const char *words)
{
	text_space(text, indent);
	text_fill(text, indent, indent, STYLE_PLAIN, words);
}

void
text_columns(struct text *text, const char *first, size_t column, const char *words)
{
	size_t width = text_width(first);

	text_put(text, STYLE_PLAIN, first);
	if (width + 2 > column) {
		text_line(text);
		width = 0;
	}
	text_space(text, column - width);
	text_fill(text, column, column, STYLE_PLAIN, words);
}

/* Columns between head and word: at least this many dots. */
#define DOTS 3

void
text_leader(struct text *text, const char *head, const char *title, enum style style,
	    const char *word, enum style note_style, const char *note)
{
	size_t indent = text_width(head) + 2;
	size_t right = text_width(word) + (*note ? 2 + text_width(note) : 0);
	size_t room = TEXT_WIDTH - right - DOTS - 2, column;

	text_put(text, STYLE_BOLD, head);
	text_space(text, 2);
	style_begin(text, STYLE_BOLD);
	column = wrap(text, indent, indent, TEXT_WIDTH, title, title + strlen(title));
	style_end(text, STYLE_BOLD);
	if (column > room) {
		text_line(text);
		text_space(text, indent - 1);
		column = indent - 1;
	}
	text_space(text, 1);
	for (column += 2; column + right < TEXT_WIDTH; column++)
		buffer_add(&text->out, ".");
	text_space(text, 1);
	text_put(text, style, word);
	if (*note) {
		text_space(text, 2);
		text_put(text, note_style, note);
	}
	text_line(text);
}

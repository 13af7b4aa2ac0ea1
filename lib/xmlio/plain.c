/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Plain XML in two steps: all of it into pieces, and when that went well, the pieces to the handler. */
#include "xmlio/plain.h"

#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "base/word.h"
#include "xmlio/scan.h"
#include "xmlio/tags.h"

#define PIECE_COMMENT (UINT32_MAX - 2)
#define PIECE_TEXT (UINT32_MAX - 1)
#define PIECE_END UINT32_MAX

struct piece {
	uint32_t what; /* number of a tag, or PIECE_* */
	uint32_t line;
	uint32_t offset, length; /* of a text or comment */
};

struct plain {
	const struct cyt_alloc_hooks *hooks;
	struct reader_tags *tags;
	const char *bytes, *end, *at;
	struct plain_rooms *rooms; /* offsets of line feeds; pieces */
	size_t line_count, line, count;
	uint32_t open[READER_MAX_DEPTH]; /* tags */
	unsigned depth;
	size_t elements;
	bool failed; /* no memory */
};

/* -- the bytes as such --------------------------------------------------------------------------- */

static bool
note_line(struct plain *p, size_t offset)
{
	struct plain_rooms *rooms = p->rooms;

	if (p->line_count == rooms->line_capacity &&
	    !alloc_grow(p->hooks, &rooms->lines, &rooms->line_capacity, p->line_count + 1,
			sizeof(*rooms->lines)))
		p->failed = true;
	else
		rooms->lines[p->line_count++] = (uint32_t)offset;
	return !p->failed;
}

static bool
check_byte(struct plain *p, size_t i)
{
	unsigned char c = (unsigned char)p->bytes[i];

	if (c == '\n')
		return note_line(p, i);
	return c >= ' ' || c == '\t';
}

/* No control characters but tabs and line feeds, which are noted. */
static bool
check_bytes(struct plain *p, bool *is_ascii)
{
	size_t size = (size_t)(p->end - p->bytes), i = 0;
	uint64_t word, low, all = 0;

	for (; size - i >= sizeof(word); i += sizeof(word)) {
		word = word_load(p->bytes + i);
		all |= word;
		for (low = word_below(word, ' '); low; low &= low - 1)
			if (!check_byte(p, i + (size_t)__builtin_ctzll(low) / 8))
				return false;
	}
	for (; i < size; i++) {
		all |= (unsigned char)p->bytes[i];
		if (!check_byte(p, i))
			return false;
	}
	*is_ascii = !(all & WORD_HIGHS);
	return true;
}

/* U+FFFE and U+FFFF are UTF-8 and no characters of XML. */
static bool
has_noncharacter(const char *at, const char *end)
{
	for (; (at = memchr(at, 0xef, (size_t)(end - at))); at++)
		if (end - at >= 3 && (unsigned char)at[1] == 0xbf && (unsigned char)at[2] >= 0xbe)
			return true;
	return false;
}

/* The end of a CDATA section is no text. */
static bool
has_section_end(const char *at, const char *end)
{
	for (; (at = memchr(at, ']', (size_t)(end - at))); at++)
		if (end - at >= 3 && at[1] == ']' && at[2] == '>')
			return true;
	return false;
}

static bool
bytes_are_plain(struct plain *p)
{
	size_t size = (size_t)(p->end - p->bytes);
	bool is_ascii;

	if (size == 0 || memchr(p->bytes, '&', size) || !check_bytes(p, &is_ascii) ||
	    has_section_end(p->bytes, p->end))
		return false;
	return is_ascii || (utf8_check(p->bytes, size) == size &&
			    !has_noncharacter(p->bytes, p->end));
}

/* -- pieces -------------------------------------------------------------------------------------- */

static bool
begins(const struct plain *p, const char *text)
{
	size_t length = strlen(text);

	return (size_t)(p->end - p->at) >= length && memcmp(p->at, text, length) == 0;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static const char *
past_space(const char *at, const char *end)
{
	while (at < end && is_space(*at))
		at++;
	return at;
}

/* Lines are asked for in the order of the text. */
static uint32_t
line_of(struct plain *p, const char *at)
{
	size_t offset = (size_t)(at - p->bytes);

	while (p->line < p->line_count && p->rooms->lines[p->line] < offset)
		p->line++;
	return (uint32_t)p->line + 1;
}

static bool
add_piece(struct plain *p, struct piece piece)
{
	struct plain_rooms *rooms = p->rooms;

	if (p->count == rooms->piece_capacity &&
	    !alloc_grow(p->hooks, &rooms->pieces, &rooms->piece_capacity, p->count + 1,
			sizeof(piece)))
		p->failed = true;
	else
		rooms->pieces[p->count++] = piece;
	return !p->failed;
}

/* <?xml version="1.0" encoding="UTF-8"?>, as everybody writes it. */
static bool
skip_declaration(struct plain *p)
{
	static const char version[] = "<?xml version=\"1.0\"", encoding[] = " encoding=\"UTF-8\"";

	if (!begins(p, "<?"))
		return true;
	if (!begins(p, version))
		return false;
	p->at += strlen(version);
	if ((size_t)(p->end - p->at) >= strlen(encoding) &&
	    strncasecmp(p->at, encoding, strlen(encoding)) == 0 &&
	    memcmp(p->at, " encoding", 9) == 0)
		p->at += strlen(encoding);
	if (!begins(p, "?>"))
		return false;
	p->at += 2;
	return true;
}

static bool
add_bytes(struct plain *p, uint32_t what, uint32_t line, const char *start, const char *end)
{
	return add_piece(p, (struct piece){ what, line, (uint32_t)(start - p->bytes),
					    (uint32_t)(end - start) });
}

static bool
read_comment(struct plain *p)
{
	const char *start = p->at, *at = start + 4;

	while ((at = memchr(at, '-', (size_t)(p->end - at)))) {
		if (p->end - at < 3)
			return false;
		if (at[1] != '-') {
			at++;
			continue;
		}
		p->at = at + 3;
		return at[2] == '>' && p->at - start <= SCAN_MAX_MARKUP &&
		       add_bytes(p, PIECE_COMMENT, 0, start + 4, at);
	}
	return false;
}

static bool
read_end_tag(struct plain *p)
{
	const struct tag *tag;
	const char *name = p->at + 2;

	if (!p->depth)
		return false;
	tag = p->tags->tags[p->open[p->depth - 1]];
	if ((size_t)(p->end - name) <= tag->name_length ||
	    memcmp(name, tag->element.name, tag->name_length) != 0)
		return false;
	p->at = past_space(name + tag->name_length, p->end);
	if (p->at == p->end || *p->at++ != '>' || p->at - name > SCAN_MAX_MARKUP / 2)
		return false;
	p->depth--;
	return add_piece(p, (struct piece){ .what = PIECE_END });
}

/* The '>' that ends the tag; NULL if none does. */
static const char *
tag_end(const struct plain *p)
{
	const char *at;

	for (at = p->at + 1; at < p->end && *at != '>'; at++) {
		if (*at != '"' && *at != '\'')
			continue;
		at = memchr(at + 1, *at, (size_t)(p->end - at - 1));
		if (!at)
			return NULL;
	}
	return at < p->end ? at : NULL;
}

static bool
read_start_tag(struct plain *p)
{
	uint32_t around = p->depth ? p->tags->tags[p->open[p->depth - 1]]->within : 0;
	const char *end = memchr(p->at, '>', (size_t)(p->end - p->at));
	uint32_t number = TAGS_NONE;

	if (!end || p->elements++ == SCAN_MAX_ELEMENTS || p->depth == READER_MAX_DEPTH)
		return false;
	/* Known tags end with their first '>'; of others it has to be seen that no quotes are open. */
	if (p->depth)
		number = tags_known(p->tags, p->at, (size_t)(end - p->at) + 1, around);
	if (number == TAGS_NONE) {
		end = tag_end(p);
		if (!end || end - p->at >= SCAN_MAX_MARKUP)
			return false;
		number = tags_find(p->tags, p->at, (size_t)(end - p->at) + 1, around, !p->depth);
	}
	if (number == TAGS_NONE ||
	    !add_piece(p, (struct piece){ .what = number, .line = line_of(p, p->at) }))
		return false;
	p->at = end + 1;
	if (p->tags->tags[number]->closed)
		return add_piece(p, (struct piece){ .what = PIECE_END });
	p->open[p->depth++] = number;
	return true;
}

static bool
read_markup(struct plain *p)
{
	if (begins(p, "</"))
		return read_end_tag(p);
	if (begins(p, "<!--"))
		return read_comment(p);
	return read_start_tag(p);
}

/* White space between tags is nobody's text; beside a comment it may be. */
static bool
read_text(struct plain *p)
{
	const char *start = p->at, *end = memchr(start, '<', (size_t)(p->end - start)), *ink;
	bool between;

	if (!end || end == start)
		return end != NULL;
	ink = past_space(start, end);
	between = start[-1] == '>' && start[-2] != '-' && end + 1 < p->end && end[1] != '!';
	p->at = end;
	if (ink == end && between)
		return true;
	return add_bytes(p, PIECE_TEXT, line_of(p, ink), start, end);
}

/* Comments and white space around the root. */
static bool
read_around(struct plain *p)
{
	for (;;) {
		p->at = past_space(p->at, p->end);
		if (!begins(p, "<!--"))
			return true;
		if (!read_comment(p))
			return false;
	}
}

static bool
read_pieces(struct plain *p)
{
	if (!bytes_are_plain(p) || p->bytes[0] != '<' || !skip_declaration(p) || !read_around(p) ||
	    p->at == p->end || *p->at != '<' || !read_start_tag(p))
		return false;
	while (p->depth)
		if (!read_text(p) || !read_markup(p))
			return false;
	return read_around(p) && p->at == p->end;
}

static int
hand_piece(struct plain *p, const struct piece *piece, const struct reader_handler *handler,
	   void *data)
{
	const char *bytes = p->bytes + piece->offset;
	struct reader_element *element;

	switch (piece->what) {
	case PIECE_END:
		return handler->end(data);
	case PIECE_TEXT:
		return handler->text(data, bytes, piece->length, piece->line);
	case PIECE_COMMENT:
		return handler->comment ? handler->comment(data, bytes, piece->length) : 0;
	default:
		element = &p->tags->tags[piece->what]->element;
		element->line = piece->line;
		return handler->start(data, element);
	}
}

static int
hand_on(struct plain *p, const struct reader_handler *handler, void *data)
{
	int err = 0;
	size_t i;

	for (i = 0; i < p->count && err >= 0; i++)
		err = hand_piece(p, &p->rooms->pieces[i], handler, data);
	return err < 0 ? err : 0;
}

int
plain_parse(const struct cyt_alloc_hooks *hooks, struct reader_tags *tags, const char *bytes,
	    size_t size, const struct reader_handler *handler, void *data, int *err)
{
	struct plain p = { .hooks = hooks, .tags = tags, .rooms = &tags->rooms, .bytes = bytes,
			   .end = bytes + size, .at = bytes };
	int result;

	tags_begin_file(tags);
	result = read_pieces(&p);
	if (p.failed || tags->failed)
		result = CYT_ERR_NOMEM;
	if (result > 0)
		*err = hand_on(&p, handler, data);
	return result;
}

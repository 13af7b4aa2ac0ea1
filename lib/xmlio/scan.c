/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Refuses what libxml2 would read at a cost, or not as it stands; notes where tags begin. */
#include "xmlio/scan.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "xmlio/clip.h"

struct look {
	const struct cyt_alloc_hooks *hooks;
	const char *name;
	struct cyt_diags *diags;
	const char *bytes, *end;
};

static uint32_t
lines_between(const char *from, const char *to)
{
	uint32_t lines = 0;

	while (from < to && (from = memchr(from, '\n', (size_t)(to - from)))) {
		lines++;
		from++;
	}
	return lines;
}

static uint32_t
line_of(const struct look *look, const char *at)
{
	return 1 + lines_between(look->bytes, at);
}

static int
refused(int err)
{
	return err < 0 ? err : CYT_ERR_DATA;
}

static bool
begins(const struct look *look, const char *at, const char *prefix, size_t length)
{
	return (size_t)(look->end - at) >= length && memcmp(at, prefix, length) == 0;
}

/* What the first bytes give away; NULL for something that may be UTF-8. */
static const char *
other_encoding(const struct look *look)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *name;
	} marks[] = {
		{ "\0\0\xfe\xff", 4, "UTF-32" }, { "\xff\xfe\0\0", 4, "UTF-32" },
		{ "\0\0\0<", 4, "UTF-32" },      { "<\0\0\0", 4, "UTF-32" },
		{ "\xfe\xff", 2, "UTF-16" },     { "\xff\xfe", 2, "UTF-16" },
		{ "\0<", 2, "UTF-16" },          { "<\0", 2, "UTF-16" },
		{ "\x4c\x6f\xa7\x94", 4, "EBCDIC" },
	};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (begins(look, look->bytes, marks[i].bytes, marks[i].length))
			return marks[i].name;
	return NULL;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *
skip_space(const char *at, const char *end)
{
	while (at < end && is_space(*at))
		at++;
	return at;
}

/* Finds the encoding that the XML declaration names. A declaration that is not well
 * formed gives none here; libxml2 refuses it. */
static bool
declared_encoding(const struct look *look, const char *at, const char **value, size_t *length)
{
	const char *end = look->end, *name, *close;
	size_t name_length;

	if (!begins(look, at, "<?xml", 5) || at + 5 == end || !is_space(at[5]))
		return false;
	for (at = skip_space(at + 5, end); at < end && *at != '?'; at = skip_space(at, end)) {
		for (name = at; at < end && *at != '=' && !is_space(*at) && *at != '?'; at++)
			;
		name_length = (size_t)(at - name);
		at = skip_space(at, end);
		if (at == end || *at++ != '=')
			return false;
		at = skip_space(at, end);
		if (at == end || (*at != '"' && *at != '\''))
			return false;
		close = memchr(at + 1, *at, (size_t)(end - at - 1));
		if (!close)
			return false;
		if (name_length == 8 && memcmp(name, "encoding", 8) == 0) {
			*value = at + 1;
			*length = (size_t)(close - at - 1);
			return true;
		}
		at = close + 1;
	}
	return false;
}

static int
check_encoding(const struct look *look, struct scan *scan)
{
	const char *value, *mark = other_encoding(look);
	size_t size = (size_t)(look->end - look->bytes), length, valid;

	if (mark)
		return refused(diags_add(look->diags, DIAG_ENCODING, look->name, 1,
					 "it looks like %s; expected UTF-8", mark));
	if (begins(look, look->bytes, "\x1f\x8b", 2))
		return refused(diags_add(look->diags, DIAG_BAD_UTF8, look->name, 1,
					 "it looks compressed (gzip); expected plain XML"));
	if (begins(look, look->bytes, "\xef\xbb\xbf", 3))
		scan->start = 3;

	/* The declaration first: it tells more than the first byte that does not fit. */
	if (declared_encoding(look, look->bytes + scan->start, &value, &length) &&
	    (length != 5 || strncasecmp(value, "UTF-8", 5) != 0)) {
		length = (size_t)clip(value, utf8_check(value, length), 40);
		return refused(diags_add(look->diags, DIAG_ENCODING, look->name, 1,
					 "\"%.*s\" is declared; expected UTF-8", (int)length,
					 value));
	}
	value = memchr(look->bytes, '\0', size);
	if (value)
		return refused(diags_add(look->diags, DIAG_NUL_BYTE, look->name,
					 line_of(look, value),
					 "at byte %zu; expected text without it",
					 (size_t)(value - look->bytes)));
	valid = utf8_check(look->bytes, size);
	if (valid < size)
		return refused(diags_add(look->diags, DIAG_BAD_UTF8, look->name,
					 line_of(look, look->bytes + valid),
					 "byte 0x%02x at byte %zu begins no character",
					 (unsigned char)look->bytes[valid], valid));
	return 0;
}

/* Past the next '>' that `close` stands before, at least `skip` bytes on; the end without one. */
static const char *
past(const char *at, const char *end, size_t skip, const char *close)
{
	size_t length = strlen(close);
	const char *gt = at;

	while ((gt = memchr(gt, '>', (size_t)(end - gt)))) {
		if ((size_t)(gt - at) >= skip + length &&
		    memcmp(gt - length, close, length) == 0)
			return gt + 1;
		gt++;
	}
	return end;
}

static const char *
past_tag(const char *at, const char *end)
{
	char quote = 0;

	for (at++; at < end; at++) {
		if (*at == '<')
			return at; /* never well-formed; libxml2 says so */
		if (quote)
			quote = *at == quote ? 0 : quote;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '>')
			return at + 1;
	}
	return end;
}

static const char *
past_markup(const struct look *look, const char *at)
{
	if (begins(look, at, "<!--", 4))
		return past(at, look->end, 4, "--");
	if (begins(look, at, "<![CDATA[", 9))
		return past(at, look->end, 9, "]]");
	if (begins(look, at, "<?", 2))
		return past(at, look->end, 2, "?");
	return past_tag(at, look->end);
}

static bool
is_start_tag(const struct look *look, const char *at)
{
	return at + 1 < look->end && at[1] != '/' && at[1] != '!' && at[1] != '?';
}

static int
note_tag(const struct look *look, struct scan *scan, uint32_t line)
{
	if (scan->tag_count == SCAN_MAX_ELEMENTS)
		return refused(diags_add(look->diags, DIAG_TOO_MANY_ELEMENTS, look->name, line,
					 "expected at most %u in one file", SCAN_MAX_ELEMENTS));
	if (!alloc_grow(look->hooks, &scan->tag_lines, &scan->tag_capacity, scan->tag_count + 1,
			sizeof(*scan->tag_lines)))
		return CYT_ERR_NOMEM;
	scan->tag_lines[scan->tag_count++] = line;
	return 0;
}

static int
check_markup(const struct look *look, struct scan *scan)
{
	const char *counted = look->bytes, *at = look->bytes + scan->start, *next;
	uint32_t line = 1;
	int err;

	for (; (at = memchr(at, '<', (size_t)(look->end - at))); at = next) {
		line += lines_between(counted, at);
		counted = at;

		/* A document type declaration: the parser goes no further either. */
		if (begins(look, at, "<!D", 3))
			return 0;
		next = past_markup(look, at);
		if ((size_t)(next - at) > SCAN_MAX_MARKUP)
			return refused(diags_add(look->diags, DIAG_MARKUP_LENGTH, look->name, line,
						 "a tag, comment or CDATA section of %zu bytes; "
						 "expected at most %u",
						 (size_t)(next - at), SCAN_MAX_MARKUP));
		if (is_start_tag(look, at)) {
			err = note_tag(look, scan, line);
			if (err < 0)
				return err;
		}
	}
	return 0;
}

int
scan_bytes(const struct cyt_alloc_hooks *hooks, const char *name, const char *bytes, size_t size,
	   struct cyt_diags *diags, struct scan *scan)
{
	struct look look = { hooks, name, diags, bytes, bytes };
	int err;

	memset(scan, 0, sizeof(*scan));
	if (size == 0)
		return refused(diags_add(diags, DIAG_EMPTY_FILE, name, 0,
					 "expected an XML document"));
	look.end += size;
	err = check_encoding(&look, scan);
	if (err < 0)
		return err;
	if (skip_space(bytes + scan->start, look.end) == look.end)
		return refused(diags_add(diags, DIAG_EMPTY_FILE, name, 0,
					 "only white space; expected an XML document"));
	return check_markup(&look, scan);
}

void
scan_release(const struct cyt_alloc_hooks *hooks, struct scan *scan)
{
	alloc_free(hooks, scan->tag_lines);
	memset(scan, 0, sizeof(*scan));
}

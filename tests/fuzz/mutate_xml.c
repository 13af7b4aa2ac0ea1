/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Mutations of XML that leave it well-formed: elements are repeated, moved and dropped, values
 * exchanged. Random bytes would hardly ever get past the first check. */
#include "mutate_xml.h"

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

struct span {
	size_t from, until;
};

#define MOST_DEPTH 64

/* The end of a tag that begins at `at`; 0 if it has none. */
static size_t
tag_end(const char *text, size_t size, size_t at)
{
	char quote = 0;

	for (; at < size; at++) {
		if (quote ? text[at] == quote : text[at] == '"' || text[at] == '\'')
			quote = quote ? 0 : text[at];
		else if (!quote && text[at] == '>')
			return at + 1;
	}
	return 0;
}

static int
is_opening(const char *text, size_t size, size_t at)
{
	return text[at] == '<' && at + 1 < size && text[at + 1] != '/' && text[at + 1] != '!' &&
	       text[at + 1] != '?';
}

/* An element with all that is in it. */
static int
element_at(const char *text, size_t size, size_t at, struct span *out)
{
	size_t depth = 0, end, i = at;

	while (i < size) {
		if (text[i] != '<') {
			i++;
			continue;
		}
		end = tag_end(text, size, i);
		if (!end)
			return 0;
		if (is_opening(text, size, i))
			depth += text[end - 2] != '/';
		else if (text[i + 1] == '/')
			depth--;
		i = end;
		if (depth == 0 || depth > MOST_DEPTH)
			break;
	}
	*out = (struct span){ at, i };
	return depth == 0;
}

/* Some element but the outermost, if there is one. */
static int
any_element(const char *text, size_t size, uint64_t *seed, struct span *out)
{
	size_t i, from, tries;

	for (tries = 0; tries < 8; tries++) {
		from = fuzz_below(seed, (uint32_t)size);
		for (i = from; i < size; i++)
			if (is_opening(text, size, i) && memchr(text, '>', i))
				break;
		if (i < size && element_at(text, size, i, out) && out->from)
			return 1;
	}
	return 0;
}

/* The inside of the quotes of some attribute. */
static int
any_value(const char *text, size_t size, uint64_t *seed, struct span *out)
{
	size_t i = fuzz_below(seed, (uint32_t)size), end;

	for (; i + 2 < size; i++) {
		if (text[i] != '=' || (text[i + 1] != '"' && text[i + 1] != '\''))
			continue;
		for (end = i + 2; end < size && text[end] != text[i + 1]; end++)
			;
		if (end == size)
			return 0;
		*out = (struct span){ i + 2, end };
		return 1;
	}
	return 0;
}

/* Some attribute with the blank before it. */
static int
any_attribute(const char *text, size_t size, uint64_t *seed, struct span *out)
{
	if (!any_value(text, size, seed, out))
		return 0;
	while (out->from > 0 && !strchr(" \t\n\r<>", text[out->from]))
		out->from--;
	out->until++;
	return strchr(" \t\n\r", text[out->from]) != NULL;
}

/* `to` becomes a copy of `with`; the size after that, or as it was if there is no room. */
static size_t
replace(char *text, size_t size, size_t most, struct span to, struct span with)
{
	size_t length = with.until - with.from, gone = to.until - to.from;
	char *copy;

	if (size - gone + length > most)
		return size;
	copy = malloc(length + 1);
	FUZZ_REQUIRE(copy);
	memcpy(copy, text + with.from, length);
	memmove(text + to.from + length, text + to.until, size - to.until);
	memcpy(text + to.from, copy, length);
	free(copy);
	return size - gone + length;
}

static size_t
repeat(char *text, size_t size, size_t most, struct span element, struct span other)
{
	return replace(text, size, most, (struct span){ other.from, other.from }, element);
}

size_t
mutate_xml(uint8_t *bytes, size_t size, size_t most, unsigned int seed)
{
	const struct span nothing = { 0, 0 };
	uint64_t chance = seed;
	char *text = (char *)bytes;
	struct span one, other;

	if (size == 0)
		return LLVMFuzzerMutate(bytes, size, most);
	switch (fuzz_below(&chance, 8)) {
	case 0:
		if (any_element(text, size, &chance, &one))
			return replace(text, size, most, one, nothing);
		break;
	case 1:
		if (any_element(text, size, &chance, &one) &&
		    any_element(text, size, &chance, &other))
			return repeat(text, size, most, one, other);
		break;
	case 2:
		if (any_element(text, size, &chance, &one) &&
		    any_element(text, size, &chance, &other))
			return replace(text, size, most, one, other);
		break;
	case 3:
	case 4:
		if (any_value(text, size, &chance, &one) && any_value(text, size, &chance, &other))
			return replace(text, size, most, one, other);
		break;
	case 5:
		if (any_attribute(text, size, &chance, &one))
			return replace(text, size, most, one, nothing);
		break;
	case 6:
		if (any_attribute(text, size, &chance, &one) &&
		    any_attribute(text, size, &chance, &other))
			return repeat(text, size, most, one, other);
		break;
	default:
		break;
	}
	return LLVMFuzzerMutate(bytes, size, most);
}

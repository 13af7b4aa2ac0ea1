/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Strict UTF-8. */
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* Bytes of the sequence that begins here; 0 if it is none. */
static size_t
sequence(const unsigned char *at, size_t left)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t length, i;

	if (at[0] < 0x80)
		return 1;
	if (at[0] < 0xC2 || at[0] > 0xF4)
		return 0;
	length = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
	if (left < length)
		return 0;
	/* Unicode table 3-7: only the second byte is ever bounded more narrowly. */
	if (at[0] == 0xE0)
		low = 0xA0;
	else if (at[0] == 0xED)
		high = 0x9F;
	else if (at[0] == 0xF0)
		low = 0x90;
	else if (at[0] == 0xF4)
		high = 0x8F;
	if (at[1] < low || at[1] > high)
		return 0;
	for (i = 2; i < length; i++)
		if ((at[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

size_t
utf8_check(const char *text, size_t length)
{
	const unsigned char *at = (const unsigned char *)text;
	size_t i = 0, step;
	uint64_t words[4], word;

	while (i < length) {
		/* Most text is ASCII: many bytes at a time. */
		if (length - i >= sizeof(words)) {
			memcpy(words, at + i, sizeof(words));
			if (!((words[0] | words[1] | words[2] | words[3]) &
			      UINT64_C(0x8080808080808080))) {
				i += sizeof(words);
				continue;
			}
		}
		if (length - i >= sizeof(word)) {
			memcpy(&word, at + i, sizeof(word));
			if (!(word & UINT64_C(0x8080808080808080))) {
				i += sizeof(word);
				continue;
			}
		}
		step = sequence(at + i, length - i);
		if (step == 0)
			return i;
		i += step;
	}
	return length;
}

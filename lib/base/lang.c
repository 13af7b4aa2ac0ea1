/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Language tags: en, es-MX. */
#include "base/lang.h"

#include <string.h>

static bool
is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool
lang_is_tag(const char *tag)
{
	size_t length = 0, i;

	while (tag[length] >= 'a' && tag[length] <= 'z')
		length++;
	if (length < 2 || length > 3)
		return false;
	for (tag += length; *tag == '-'; tag += 1 + i) {
		for (i = 0; is_alphanumeric(tag[1 + i]); i++)
			;
		if (i < 1 || i > 8)
			return false;
	}
	return *tag == '\0';
}

int
lang_serves(const char *tag, const char *wanted)
{
	size_t length = strcspn(tag, "-");

	if (strcmp(tag, wanted) == 0)
		return 2;
	return length > 0 && length == strcspn(wanted, "-") && strncmp(tag, wanted, length) == 0;
}

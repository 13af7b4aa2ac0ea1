/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The documents of a corpus, read again: as events, so that what comes out of a snapshot is held to
 * the same grammar as what comes out of a file. */
#include "load/thaw.h"

#include <string.h>

#include "load/grammar.h"
#include "model/corpus.h"

/* "xml:lang" has its namespace back. */
static struct reader_attribute
thaw_attribute(const char *name, const char *value)
{
	if (strncmp(name, "xml:", 4) == 0)
		return (struct reader_attribute){ READER_XML_NAMESPACE, name + 4, value };
	return (struct reader_attribute){ "", name, value };
}

typedef const char *comment_getter(const struct cyt_element *element, uint32_t i);

static int
say_comments(const struct cyt_element *element, comment_getter *get,
	     const struct reader_handler *handler, void *data)
{
	const char *text;
	int err = 0;

	for (uint32_t i = 0; !err && (text = get(element, i)) != NULL; i++)
		err = handler->comment(data, text, strlen(text));
	return err;
}

static int
begin(const struct cyt_element *element, const struct reader_handler *handler, void *data)
{
	struct reader_attribute attributes[READER_MAX_ATTRIBUTES];
	struct reader_element event = { GRAMMAR_NAMESPACE, cyt_element_name(element),
					cyt_element_line(element), attributes, 0, NULL };
	const char *name, *value, *text = cyt_element_text(element);
	int err;

	while (event.attribute_count < READER_MAX_ATTRIBUTES &&
	       cyt_element_attribute_at(element, event.attribute_count, &name, &value))
		attributes[event.attribute_count++] = thaw_attribute(name, value);
	err = say_comments(element, element_comment_before, handler, data);
	if (!err)
		err = handler->start(data, &event);
	return err < 0 || !*text ? err : handler->text(data, text, strlen(text), event.line);
}

int
thaw_document(const struct cyt_element *document, const struct reader_handler *handler, void *data)
{
	const struct cyt_element *at = document, *next;
	int err;

	for (;;) {
		err = begin(at, handler, data);
		if (err < 0)
			return err;
		next = cyt_element_first(at);
		while (!next) {
			err = say_comments(at, element_comment_at_end, handler, data);
			if (!err)
				err = handler->end(data);
			if (err < 0 || at == document)
				return err;
			next = cyt_element_next(at);
			at = cyt_element_parent(at);
		}
		at = next;
	}
}

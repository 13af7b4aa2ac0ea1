/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The push parser of libxml2 behind our own limits. */
#include "xmlio/reader.h"

#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "xmlio/clip.h"
#include "xmlio/plain.h"
#include "xmlio/scan.h"

#define CHUNK 16384
#define MAX_NAMES (1u << 20) /* bytes of distinct names */

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

struct reader {
	const struct cyt_alloc_hooks *hooks;
	const char *name;
	const struct reader_handler *handler;
	void *data;
	struct cyt_diags *diags;
	xmlParserCtxtPtr ctxt;
	struct scan scan;
	size_t tag;
	unsigned depth;
	uint32_t open_lines[READER_MAX_DEPTH]; /* where the open elements begin */
	bool ending;                           /* no byte is left */
	int stop; /* CYT_ERR_* from the moment on when nothing counts any more */
	char *values;
	size_t values_capacity;
	struct reader_attribute attributes[READER_MAX_ATTRIBUTES];
};

void
reader_init(void)
{
	xmlInitParser();
}

/* For callbacks that libxml2 lets stop it. Others set `stop`, and no chunk follows. */
static void
halt(struct reader *reader, int err)
{
	reader->stop = err < 0 ? err : CYT_ERR_DATA;
	xmlStopParser(reader->ctxt);
}

static uint32_t
current_line(const struct reader *reader)
{
	int line = xmlSAX2GetLineNumber(reader->ctxt);

	return line > 0 ? (uint32_t)line : 0;
}

static uint32_t
count_lines(const char *text, size_t length)
{
	uint32_t lines = 0;
	size_t i;

	for (i = 0; i < length; i++)
		lines += text[i] == '\n';
	return lines;
}

/* libxml2 knows where a tag ends; people look for where it begins. */
static uint32_t
next_tag_line(struct reader *reader)
{
	if (reader->tag < reader->scan.tag_count)
		return reader->scan.tag_lines[reader->tag++];
	return current_line(reader);
}

/* Without substitution of entities libxml2 leaves an ampersand of a value as "&#38;". */
static size_t
copy_value(char *out, const char *from, const char *end)
{
	char *at = out;

	while (from < end) {
		*at++ = *from;
		from += end - from >= 5 && memcmp(from, "&#38;", 5) == 0 ? 5 : 1;
	}
	*at = '\0';
	return (size_t)(at - out);
}

/* A SAX2 attribute is five pointers: local name, prefix, namespace, value, end of value. */
static bool
copy_attributes(struct reader *reader, int count, const xmlChar **rows)
{
	size_t need = 1, at = 0;
	int i;

	for (i = 0; i < count; i++)
		need += (size_t)(rows[5 * i + 4] - rows[5 * i + 3]) + 1;
	if (!alloc_grow(reader->hooks, &reader->values, &reader->values_capacity, need, 1))
		return false;
	for (i = 0; i < count; i++) {
		reader->attributes[i] = (struct reader_attribute){
			.uri = rows[5 * i + 2] ? (const char *)rows[5 * i + 2] : "",
			.name = (const char *)rows[5 * i],
			.value = reader->values + at,
		};
		at += copy_value(reader->values + at, (const char *)rows[5 * i + 3],
				 (const char *)rows[5 * i + 4]) + 1;
	}
	return true;
}

static void
on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
	 int namespace_count, const xmlChar **namespaces, int count, int defaulted,
	 const xmlChar **rows)
{
	struct reader *reader = data;
	struct reader_element element;
	int err;

	(void)prefix;
	(void)namespaces;
	(void)defaulted;
	if (reader->stop)
		return;
	element.line = next_tag_line(reader);
	if (++reader->depth > READER_MAX_DEPTH) {
		halt(reader, diags_add(reader->diags, DIAG_TOO_DEEP, reader->name, element.line,
				       "expected at most %d levels", READER_MAX_DEPTH));
		return;
	}
	reader->open_lines[reader->depth - 1] = element.line;
	if (count > READER_MAX_ATTRIBUTES || namespace_count > READER_MAX_NAMESPACES) {
		halt(reader,
		     diags_add(reader->diags, DIAG_TOO_MANY_ATTRIBUTES, reader->name,
			       element.line,
			       "%d attributes and %d namespaces on one element; expected at "
			       "most %d and %d",
			       count, namespace_count, READER_MAX_ATTRIBUTES,
			       READER_MAX_NAMESPACES));
		return;
	}
	if (!copy_attributes(reader, count, rows)) {
		halt(reader, CYT_ERR_NOMEM);
		return;
	}
	element.uri = uri ? (const char *)uri : "";
	element.name = (const char *)name;
	element.attributes = reader->attributes;
	element.attribute_count = (size_t)count;
	element.memo = NULL;
	err = reader->handler->start(reader->data, &element);
	if (err < 0)
		halt(reader, err);
}

static void
on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *reader = data;

	(void)name;
	(void)prefix;
	(void)uri;
	if (reader->stop)
		return;
	reader->depth--;
	reader->stop = reader->handler->end(reader->data);
}

static size_t
leading_space(const char *text, size_t length)
{
	size_t i = 0;

	while (i < length &&
	       (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r'))
		i++;
	return i;
}

static void
on_text(void *data, const xmlChar *bytes, int length)
{
	const char *text = (const char *)bytes;
	struct reader *reader = data;
	uint32_t line, after;
	size_t space;

	if (reader->stop)
		return;
	/* libxml2 has counted the lines of the piece by now. */
	space = leading_space(text, (size_t)length);
	after = count_lines(text + space, (size_t)length - space);
	line = current_line(reader);
	line = line > after ? line - after : 1;
	reader->stop = reader->handler->text(reader->data, text, (size_t)length, line);
}

static void
on_cdata(void *data, const xmlChar *bytes, int length)
{
	const char *text = (const char *)bytes;
	struct reader *reader = data;
	uint32_t line;

	if (reader->stop)
		return;
	/* Here it counts them afterwards. */
	line = current_line(reader) + count_lines(text, leading_space(text, (size_t)length));
	reader->stop = reader->handler->text(reader->data, text, (size_t)length, line);
}

static void
on_comment(void *data, const xmlChar *bytes)
{
	const char *text = bytes ? (const char *)bytes : "";
	struct reader *reader = data;

	if (reader->stop || !reader->handler->comment)
		return;
	reader->stop = reader->handler->comment(reader->data, text, strlen(text));
}

static void
on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct reader *reader = data;

	(void)name;
	(void)external;
	(void)system;
	if (reader->stop)
		return;
	halt(reader, diags_add(reader->diags, DIAG_DOCTYPE, reader->name, current_line(reader),
			       "expected none; the grammar is the library's own and entities are "
			       "not read"));
}

static void
on_instruction(void *data, const xmlChar *target, const xmlChar *content)
{
	struct reader *reader = data;
	const char *name = (const char *)target;
	const char *text = content ? (const char *)content : "";
	uint32_t line, after;

	if (reader->stop || strcmp(name, "xml-model") == 0 || strcmp(name, "xml-stylesheet") == 0)
		return;
	after = count_lines(text, strlen(text));
	line = current_line(reader);
	line = line > after ? line - after : 1;
	halt(reader, diags_add(reader->diags, DIAG_PROCESSING_INSTRUCTION, reader->name, line,
			       "<?%.*s?>; expected none but <?xml-model?> and <?xml-stylesheet?>",
			       clip(name, strlen(name), 60), name));
}

/* The cap on names looks like a failed allocation to libxml2. */
static bool
names_exhausted(const struct reader *reader)
{
	/* The dictionary grows by pools, each four times the one before. */
	return reader->ctxt && reader->ctxt->dict &&
	       xmlDictGetUsage(reader->ctxt->dict) > MAX_NAMES / 8;
}

static int
out_of_memory(const struct reader *reader, uint32_t line)
{
	int err;

	if (!names_exhausted(reader))
		return CYT_ERR_NOMEM;
	err = diags_add(reader->diags, DIAG_TOO_MANY_NAMES, reader->name, line,
			"expected at most %u bytes of names in one file", MAX_NAMES);
	return err < 0 ? err : CYT_ERR_DATA;
}

/* The faults that people make most, in words of our own; NULL for the others. */
static const char *
explain(int code)
{
	switch (code) {
	case XML_ERR_DOCUMENT_EMPTY:
		return "there is no element; expected an XML document";
	case XML_ERR_DOCUMENT_END:
		return "something follows the root element; expected the end of the file";
	case XML_ERR_NAME_REQUIRED:
		return "no name after '<' or '&'; expected &lt; or &amp; for the character itself";
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
		return "a reference without ';'; expected &amp; for '&' itself";
	case XML_ERR_LT_IN_ATTRIBUTE:
		return "'<' in the value of an attribute; expected &lt;";
	case XML_ERR_ATTRIBUTE_NOT_STARTED:
		return "the value of an attribute without quotes; expected name=\"value\"";
	case XML_ERR_INVALID_CHAR:
		return "a character that XML does not allow";
	case XML_ERR_MISPLACED_CDATA_END:
		return "']]>' in text; expected ]]&gt;";
	case XML_ERR_HYPHEN_IN_COMMENT:
		return "'--' in a comment; expected it only at the end";
	default:
		return NULL;
	}
}

static int
not_well_formed(struct reader *reader, error_pointer error, uint32_t line)
{
	const char *message = error->message;
	const char *words = explain(error->code);

	/* libxml2 tells a file that was cut short in many ways. */
	if (reader->ending && reader->depth > 0 && (!words || error->code == XML_ERR_DOCUMENT_END))
		return diags_add(reader->diags, DIAG_NOT_WELL_FORMED, reader->name, line,
				 "the file ends while the element that begins in line %u is open",
				 reader->open_lines[reader->depth - 1]);
	if (reader->ending && reader->tag == 0)
		words = explain(XML_ERR_DOCUMENT_EMPTY);
	if (words)
		return diags_add(reader->diags, DIAG_NOT_WELL_FORMED, reader->name, line, "%s",
				 words);
	return diags_add(reader->diags, DIAG_NOT_WELL_FORMED, reader->name, line, "%.*s",
			 clip(message, strcspn(message, "\r\n"), 200), message);
}

static int
undeclared_entity(struct reader *reader, error_pointer error, uint32_t line)
{
	const char *name = error->str1 ? error->str1 : "…";

	return diags_add(reader->diags, DIAG_ENTITY, reader->name, line,
			 "&%.*s;; expected only &amp; &lt; &gt; &quot; &apos; or a character number",
			 clip(name, strlen(name), 60), name);
}

/* Namespaces are compared and not resolved, so their syntax is no matter; and to libxml2
 * a failed allocation looks like a bad one. */
static bool
is_harmless(int code)
{
	return code == XML_ERR_OK || code == XML_WAR_NS_URI || code == XML_WAR_NS_URI_RELATIVE;
}

static void
on_error(void *data, error_pointer error)
{
	struct reader *reader = data;
	uint32_t line = error->line > 0 ? (uint32_t)error->line : 0;
	int err;

	if (reader->stop || error->level < XML_ERR_ERROR || is_harmless(error->code))
		return;
	/* An error without words is one that found no memory for them. */
	if (error->code == XML_ERR_NO_MEMORY || !error->message)
		err = out_of_memory(reader, line);
	else if (error->code == XML_ERR_UNDECLARED_ENTITY)
		err = undeclared_entity(reader, error, line);
	else
		err = not_well_formed(reader, error, line);
	reader->stop = err < 0 ? err : CYT_ERR_DATA;
}

static const xmlSAXHandler sax_handler = {
	.internalSubset = on_doctype,
	.characters = on_text,
	/* The same as for characters: otherwise libxml2 guesses what is ignorable. */
	.ignorableWhitespace = on_text,
	.cdataBlock = on_cdata,
	.comment = on_comment,
	.processingInstruction = on_instruction,
	.startElementNs = on_start,
	.endElementNs = on_end,
	.serror = on_error,
	.initialized = XML_SAX2_MAGIC,
};

/* Before 2.13 some failed allocations go past the parser's handler, to be printed. The
 * handler that hears of them is the thread's, and is put back. */
#if LIBXML_VERSION < 21300
struct quiet {
	xmlStructuredErrorFunc handler;
	void *data;
};

static void
ignore_error(void *data, error_pointer error)
{
	(void)data;
	(void)error;
}

static void
quiet_begin(struct quiet *quiet)
{
	quiet->handler = xmlStructuredError;
	quiet->data = xmlStructuredErrorContext;
	xmlSetStructuredErrorFunc(NULL, ignore_error);
}

static void
quiet_end(const struct quiet *quiet)
{
	xmlSetStructuredErrorFunc(quiet->data, quiet->handler);
}
#else
struct quiet {
	char unused;
};
#define quiet_begin(quiet) ((void)(quiet))
#define quiet_end(quiet) ((void)(quiet))
#endif

static bool
open_parser(struct reader *reader)
{
	xmlSAXHandler sax = sax_handler;
	int options = XML_PARSE_NONET;

#if LIBXML_VERSION >= 21300
	options |= XML_PARSE_NO_XXE;
#endif
	reader->ctxt = xmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL);
	if (!reader->ctxt)
		return false;
	if (xmlCtxtUseOptions(reader->ctxt, options) != 0 || !reader->ctxt->dict)
		return false;
	xmlDictSetLimit(reader->ctxt->dict, MAX_NAMES);
	return true;
}

static int
push(struct reader *reader, const char *bytes, size_t size)
{
	size_t piece;
	int code = 0, err;

	for (; size > 0 && is_harmless(code) && !reader->stop; bytes += piece, size -= piece) {
		piece = size < CHUNK ? size : CHUNK;
		code = xmlParseChunk(reader->ctxt, bytes, (int)piece, 0);
	}
	reader->ending = true;
	if (is_harmless(code) && !reader->stop)
		code = xmlParseChunk(reader->ctxt, NULL, 0, 1);
	if (reader->stop)
		return reader->stop;
	if (is_harmless(code) && reader->ctxt->wellFormed && is_harmless(reader->ctxt->errNo))
		return 0;
	/* XML_PARSER_EOF: the buffer for the next piece could not grow. */
	if (code == XML_PARSER_EOF || code == XML_ERR_NO_MEMORY ||
	    reader->ctxt->errNo == XML_ERR_NO_MEMORY)
		return out_of_memory(reader, current_line(reader));
	err = diags_add(reader->diags, DIAG_NOT_WELL_FORMED, reader->name, current_line(reader),
			"libxml2 gives up with its error %d", code ? code : reader->ctxt->errNo);
	return err < 0 ? err : CYT_ERR_DATA;
}

static int
parse_by_libxml2(const struct cyt_alloc_hooks *hooks, const char *name, const char *bytes,
		 size_t size, const struct reader_handler *handler, void *data,
		 struct cyt_diags *diags)
{
	struct reader reader = {
		.hooks = hooks,
		.name = name,
		.handler = handler,
		.data = data,
		.diags = diags,
	};
	struct quiet quiet;
	int err;

	err = scan_bytes(hooks, name, bytes, size, diags, &reader.scan);
	quiet_begin(&quiet);
	if (err == 0 && !open_parser(&reader))
		err = CYT_ERR_NOMEM;
	if (err == 0)
		err = push(&reader, bytes + reader.scan.start, size - reader.scan.start);
	if (reader.ctxt)
		xmlFreeParserCtxt(reader.ctxt);
	quiet_end(&quiet);
	alloc_free(hooks, reader.values);
	scan_release(hooks, &reader.scan);
	return err;
}

int
reader_parse(const struct cyt_alloc_hooks *hooks, struct reader_tags *tags, const char *name,
	     const char *bytes, size_t size, const struct reader_handler *handler, void *data,
	     struct cyt_diags *diags)
{
	int err = 0, done = 0;

	if (tags)
		done = plain_parse(hooks, tags, bytes, size, handler, data, &err);
	if (done)
		return done < 0 ? done : err;
	return parse_by_libxml2(hooks, name, bytes, size, handler, data, diags);
}

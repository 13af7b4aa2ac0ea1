/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* libxslt behind our own limits. */
#include "xmlio/transform.h"

#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxslt/extensions.h>
#include <libxslt/extra.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "xmlio/clip.h"
#include "xmlio/file.h"
#include "xmlio/reader.h"

/* Several seconds; a long report takes a hundredth of this. */
#define MAX_STEPS 500000000ul
#define MAX_DEPTH 400
#define MAX_VARIABLES 10000

#define EXSLT_COMMON "http://exslt.org/common"

/* What libxml2 and libxslt complain of, as far as it helps. */
struct complaint {
	bool out_of_memory; /* then a tree may lack parts and nobody says so */
	bool at_end;        /* of one of their lines */
	size_t length;
	char text[400];
};

struct transformation {
	const struct cyt_alloc_hooks *hooks;
	const char *path;
	struct cyt_diags *diags;
	struct complaint complaint;
};

static void
add_byte(struct complaint *complaint, char byte)
{
	if (complaint->length + 1 < sizeof(complaint->text))
		complaint->text[complaint->length++] = byte;
	complaint->text[complaint->length] = '\0';
}

/* Their lines, which come in pieces, become parts of ours. */
static void
complain(struct complaint *complaint, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n' || *text == '\r') {
			complaint->at_end = complaint->length > 0;
			continue;
		}
		if (complaint->at_end) {
			add_byte(complaint, ';');
			add_byte(complaint, ' ');
		}
		complaint->at_end = false;
		add_byte(complaint, *text);
	}
}

static void __attribute__((format(printf, 2, 3)))
on_xslt_error(void *data, const char *format, ...)
{
	char line[400];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	complain(data, line);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

static void
on_xml_error(void *data, error_pointer error)
{
	struct complaint *complaint = data;

	complaint->out_of_memory |= error->code == XML_ERR_NO_MEMORY;
	if (error->message)
		complain(data, error->message);
}

/* A fault in the stylesheet; CYT_ERR_DATA, or what prevents saying so. */
static int
refuse(struct transformation *t, enum diag_number number, const char *path, uint32_t line,
       const char *why)
{
	size_t length = strlen(why);
	int err;

	while (length && strchr("; .", why[length - 1]))
		length--;
	err = diags_add(t->diags, number, path, line, "%.*s", clip(why, length, 300), why);
	return err < 0 ? err : CYT_ERR_DATA;
}

/* -- the stylesheet ------------------------------------------------------------------------ */

static int
ignore_start(void *data, const struct reader_element *element)
{
	(void)data;
	(void)element;
	return 0;
}

static int
ignore_text(void *data, const char *text, size_t length, uint32_t line)
{
	(void)data;
	(void)text;
	(void)length;
	(void)line;
	return 0;
}

static int
ignore_end(void *data)
{
	(void)data;
	return 0;
}

static int
parse_tree(const char *path, const char *bytes, size_t size, xmlDocPtr *out)
{
	xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
	int err = CYT_ERR_NOMEM;

	*out = NULL;
	if (!ctxt)
		return err;
	/* The reader has accepted it: what fails now fails for want of memory. */
	*out = xmlCtxtReadMemory(ctxt, bytes, (int)size, path, "UTF-8",
				 XML_PARSE_NONET | XML_PARSE_NOCDATA);
	if (*out && ctxt->wellFormed && (ctxt->errNo == XML_ERR_OK || ctxt->errNo == XML_WAR_NS_URI))
		err = 0;
	xmlFreeParserCtxt(ctxt);
	if (err < 0) {
		xmlFreeDoc(*out);
		*out = NULL;
	}
	return err;
}

/* Read by ourselves and looked at as all our XML is: no DOCTYPE, no entity, no other encoding. */
static int
read_tree(struct transformation *t, const char *path, xmlDocPtr *out)
{
	static const struct reader_handler nothing = {
		.start = ignore_start, .text = ignore_text, .end = ignore_end};
	char *bytes = NULL;
	size_t size;
	int err;

	*out = NULL;
	err = file_read(t->hooks, path, t->diags, &bytes, &size);
	if (!err)
		err = reader_parse(t->hooks, NULL, path, bytes, size, &nothing, NULL, t->diags);
	if (!err)
		err = parse_tree(path, bytes, size, out);
	alloc_free(t->hooks, bytes);
	return err;
}

static bool
is_xslt(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, (const char *)XSLT_NAMESPACE) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

/* What is declared on the root of the included file holds in its parts. */
static bool
declare(xmlNodePtr copy, const xmlNs *declared)
{
	for (; declared; declared = declared->next)
		if (!xmlSearchNs(copy->doc, copy, declared->prefix) &&
		    !xmlNewNs(copy, declared->href, declared->prefix))
			return false;
	return true;
}

static int
splice(struct transformation *t, xmlNodePtr place, const char *path, xmlDocPtr included)
{
	xmlNodePtr root = xmlDocGetRootElement(included), child, copy;

	if (!is_xslt(root, "stylesheet"))
		return refuse(t, DIAG_BAD_STYLESHEET, path, (uint32_t)xmlGetLineNo(root),
			      "its root is not xsl:stylesheet");
	for (child = root->children; child; child = child->next) {
		if (child->type != XML_ELEMENT_NODE)
			continue;
		if (is_xslt(child, "include") || is_xslt(child, "import"))
			return refuse(t, DIAG_BAD_STYLESHEET, path, (uint32_t)xmlGetLineNo(child),
				      "an included stylesheet includes another; expected one "
				      "level of xsl:include");
		copy = xmlDocCopyNode(child, place->doc, 1);
		if (!copy || !xmlAddPrevSibling(place, copy) || !declare(copy, root->nsDef))
			return CYT_ERR_NOMEM;
	}
	return 0;
}

/* libxslt would read whatever it is told to, so that inclusion is our own. */
static int
include(struct transformation *t, xmlNodePtr place)
{
	const char *slash = strrchr(t->path, '/');
	int folder = slash ? (int)(slash - t->path) + 1 : 0;
	xmlChar *href = xmlGetNoNsProp(place, (const xmlChar *)"href");
	const char *name = href ? (const char *)href : "";
	xmlDocPtr included = NULL;
	struct strbuf path;
	int err;

	strbuf_init(&path, t->hooks);
	strbuf_printf(&path, "%.*s%s", folder, t->path, name);
	if (path.failed)
		err = CYT_ERR_NOMEM;
	else if (!*name || name[strcspn(name, "/:%\\")])
		err = refuse(t, DIAG_BAD_STYLESHEET, t->path, (uint32_t)xmlGetLineNo(place),
			     "xsl:include of something else than a file beside it");
	else
		err = read_tree(t, path.text, &included);
	if (!err)
		err = splice(t, place, path.text, included);
	xmlFreeDoc(included);
	xmlFree(href);
	strbuf_release(&path);
	return err;
}

static int
include_all(struct transformation *t, xmlDocPtr stylesheet)
{
	xmlNodePtr root = xmlDocGetRootElement(stylesheet), child, next;
	int err = 0;

	if (!is_xslt(root, "stylesheet"))
		return refuse(t, DIAG_BAD_STYLESHEET, t->path, (uint32_t)xmlGetLineNo(root),
			      "its root is not xsl:stylesheet of XSLT 1.0");
	for (child = root->children; child && !err; child = next) {
		next = child->next;
		if (is_xslt(child, "import"))
			err = refuse(t, DIAG_BAD_STYLESHEET, t->path,
				     (uint32_t)xmlGetLineNo(child),
				     "xsl:import; expected xsl:include of a file beside it");
		if (!is_xslt(child, "include"))
			continue;
		err = include(t, child);
		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
	return err;
}

static int
open_stylesheet(struct transformation *t, xsltStylesheetPtr *out)
{
	xmlDocPtr tree;
	int err = read_tree(t, t->path, &tree);

	*out = NULL;
	if (!err)
		err = include_all(t, tree);
	if (!err)
		*out = xsltParseStylesheetDoc(tree);
	if (*out && !(*out)->errors)
		return 0;
	/* A stylesheet owns its tree. */
	if (*out)
		xsltFreeStylesheet(*out);
	else
		xmlFreeDoc(tree);
	*out = NULL;
	if (err || t->complaint.out_of_memory)
		return err ? err : CYT_ERR_NOMEM;
	return refuse(t, DIAG_BAD_STYLESHEET, t->path, 0,
		      t->complaint.length ? t->complaint.text : "libxslt does not say why");
}

/* -- its use ------------------------------------------------------------------------------- */

static bool
forbid_all(xsltSecurityPrefsPtr prefs)
{
	static const xsltSecurityOption options[] = {
		XSLT_SECPREF_READ_FILE,        XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK,
	};
	size_t i;

	for (i = 0; i < sizeof(options) / sizeof(*options); i++)
		if (xsltSetSecurityPrefs(prefs, options[i], xsltSecurityForbid) < 0)
			return false;
	return true;
}

static bool
prepare(struct transformation *t, xsltTransformContextPtr ctxt, xsltSecurityPrefsPtr prefs)
{
	if (!ctxt || !prefs || !forbid_all(prefs) || xsltSetCtxtSecurityPrefs(prefs, ctxt) < 0)
		return false;
	xsltSetTransformErrorFunc(ctxt, &t->complaint, on_xslt_error);
	ctxt->maxTemplateDepth = MAX_DEPTH;
	ctxt->maxTemplateVars = MAX_VARIABLES;
	ctxt->opLimit = MAX_STEPS;
	ctxt->xpathCtxt->opLimit = MAX_STEPS;
	return xsltRegisterExtFunction(ctxt, (const xmlChar *)"node-set",
				       (const xmlChar *)EXSLT_COMMON, xsltFunctionNodeSet) == 0;
}

static int
apply(struct transformation *t, xsltStylesheetPtr style, xmlDocPtr document, xmlChar **text,
      int *length)
{
	xsltSecurityPrefsPtr prefs = xsltNewSecurityPrefs();
	xsltTransformContextPtr ctxt = xsltNewTransformContext(style, document);
	int err = CYT_ERR_NOMEM;
	xmlDocPtr made;

	if (prepare(t, ctxt, prefs)) {
		made = xsltApplyStylesheetUser(style, document, NULL, NULL, NULL, ctxt);
		if (t->complaint.out_of_memory)
			err = CYT_ERR_NOMEM;
		else if (made && ctxt->state == XSLT_STATE_OK)
			err = xsltSaveResultToString(text, length, made, style) < 0
				      ? CYT_ERR_NOMEM
				      : 0;
		else
			err = refuse(t, DIAG_STYLESHEET_FAILED, t->path, 0,
				     t->complaint.length ? t->complaint.text
							 : "libxslt does not say why");
		xmlFreeDoc(made);
	}
	if (ctxt)
		xsltFreeTransformContext(ctxt);
	if (prefs)
		xsltFreeSecurityPrefs(prefs);
	return err;
}

/* -- complaints ---------------------------------------------------------------------------- */

/* While libxslt compiles, and where it traces what ran too deep, it knows only one function for
 * complaints, that of the process, and prints if it has none. It is ours for that time and then put
 * back, so that one transformation follows the other. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

struct listening {
	xmlGenericErrorFunc of_process;
	void *of_process_data;
	xmlStructuredErrorFunc of_thread;
	void *of_thread_data;
};

static void
start_listening(struct listening *before, struct complaint *complaint)
{
	pthread_mutex_lock(&turn);
	before->of_process = xsltGenericError;
	before->of_process_data = xsltGenericErrorContext;
	before->of_thread = xmlStructuredError;
	before->of_thread_data = xmlStructuredErrorContext;
	xsltSetGenericErrorFunc(complaint, on_xslt_error);
	xmlSetStructuredErrorFunc(complaint, on_xml_error);
}

static void
stop_listening(const struct listening *before)
{
	xmlSetStructuredErrorFunc(before->of_thread_data, before->of_thread);
	xsltGenericError = before->of_process;
	xsltGenericErrorContext = before->of_process_data;
	pthread_mutex_unlock(&turn);
}

int
transform(const struct cyt_alloc_hooks *hooks, const char *stylesheet, const char *document,
	  size_t size, struct cyt_diags *diags, cyt_sink sink, void *data)
{
	struct transformation t = {.hooks = hooks, .path = stylesheet, .diags = diags};
	xsltStylesheetPtr style = NULL;
	struct listening before;
	xmlDocPtr tree = NULL;
	xmlChar *text = NULL;
	int err, length = 0;

	if (size > INT_MAX)
		return CYT_ERR_LIMIT;
	reader_init();
	start_listening(&before, &t.complaint);
	err = open_stylesheet(&t, &style);
	if (!err)
		err = parse_tree("report.xml", document, size, &tree);
	if (!err)
		err = apply(&t, style, tree, &text, &length);
	xmlFreeDoc(tree);
	if (style)
		xsltFreeStylesheet(style);
	stop_listening(&before);
	/* The sink may do what it likes, another export too. */
	if (!err && length && sink(data, (const char *)text, (size_t)length) != 0)
		err = CYT_ERR_SINK;
	xmlFree(text);
	return err;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Contexts, diagnostics, loaders and corpora: from files to one immutable corpus.
 *
 * Contexts, diagnostics and corpora are counted and belong to whoever holds a
 * reference; everything reached from them is borrowed and const. Handles live as
 * long as the object they were reached from. A corpus may be used by any number
 * of threads at once; a loader and a diagnostics list by one at a time.
 */
#ifndef CYBERTREATY_CORPUS_H
#define CYBERTREATY_CORPUS_H

#include <cybertreaty/base.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cyt_ctx;
struct cyt_diags;
struct cyt_diag;
struct cyt_loader;
struct cyt_corpus;

/**
 * Allocates, resizes or frees: size 0 frees and returns NULL; block NULL allocates.
 *
 * Must be callable from every thread that uses objects of the context.
 *
 * @since 1.0
 */
typedef void *(*cyt_resize)(void *data, void *block, size_t size);

/**
 * A new context that allocates with malloc().
 *
 * @since 1.0
 */
CYT_API int
cyt_ctx_new(struct cyt_ctx **out);

/**
 * A new context that allocates through a function of the caller.
 *
 * Objects made with the context keep using the function after the context is gone.
 * libxml2 keeps its own allocator.
 *
 * @since 1.0
 */
CYT_API int
cyt_ctx_new_with(cyt_resize resize, void *data, struct cyt_ctx **out);

/** One more reference; returns its argument. @since 1.0 */
CYT_API struct cyt_ctx *
cyt_ctx_ref(struct cyt_ctx *ctx);

/** Gives a reference back; NULL is fine. @since 1.0 */
CYT_API void
cyt_ctx_unref(struct cyt_ctx *ctx);

/** What a diagnostic is about. @since 1.0 */
enum cyt_severity {
	CYT_SEVERITY_UNKNOWN = 0,
	CYT_SEVERITY_ERROR = 1,
	CYT_SEVERITY_WARNING = 2,
	CYT_SEVERITY_PAD_ = INT32_MAX
};

/** Whether a schema could have found it. @since 1.0 */
enum cyt_diag_class {
	CYT_DIAG_UNKNOWN = 0,
	CYT_DIAG_FILE = 1,    /**< the file or its encoding */
	CYT_DIAG_GRAMMAR = 2, /**< the XML Schema finds it too */
	CYT_DIAG_MEANING = 3, /**< ids, cases, dates, cycles */
	CYT_DIAG_LINT = 4,    /**< a fault of the data that still loads */
	CYT_DIAG_PAD_ = INT32_MAX
};

/** An empty list of diagnostics. @since 1.0 */
CYT_API int
cyt_diags_new(struct cyt_ctx *ctx, struct cyt_diags **out);

/** One more reference; returns its argument. @since 1.0 */
CYT_API struct cyt_diags *
cyt_diags_ref(struct cyt_diags *diags);

/** Gives a reference back; NULL is fine. @since 1.0 */
CYT_API void
cyt_diags_unref(struct cyt_diags *diags);

/** Number of diagnostics. @since 1.0 */
CYT_API size_t
cyt_diags_count(const struct cyt_diags *diags);

/** How many of them are errors. @since 1.0 */
CYT_API size_t
cyt_diags_error_count(const struct cyt_diags *diags);

/** The i-th, sorted by file and line after a load; NULL past the end. @since 1.0 */
CYT_API const struct cyt_diag *
cyt_diags_at(const struct cyt_diags *diags, size_t i);

/** The number N of CYT-N; never reused for another meaning. @since 1.0 */
CYT_API uint32_t
cyt_diag_number(const struct cyt_diag *diag);

CYT_API enum cyt_severity
cyt_diag_severity(const struct cyt_diag *diag);

CYT_API enum cyt_diag_class
cyt_diag_class(const struct cyt_diag *diag);

/** The file as it was named to the loader; "" if none is to blame. @since 1.0 */
CYT_API const char *
cyt_diag_file(const struct cyt_diag *diag);

/** Line in the file from 1; 0 for the file as a whole. @since 1.0 */
CYT_API uint32_t
cyt_diag_line(const struct cyt_diag *diag);

/** What is wrong and what was expected, in one English sentence. @since 1.0 */
CYT_API const char *
cyt_diag_text(const struct cyt_diag *diag);

/**
 * A loader gathers XML files; cyt_loader_finish() makes one corpus of them.
 *
 * @since 1.0
 */
CYT_API int
cyt_loader_new(struct cyt_ctx *ctx, struct cyt_loader **out);

/** Frees a loader that is not wanted any more; NULL is fine. @since 1.0 */
CYT_API void
cyt_loader_free(struct cyt_loader *loader);

/**
 * Adds an XML file, or every .xml file below a folder in sorted order.
 *
 * Problems go to the diagnostics list of cyt_loader_finish(); the call itself
 * fails only for want of memory. Symbolic links are not followed.
 *
 * @since 1.0
 */
CYT_API int
cyt_loader_add_path(struct cyt_loader *loader, const char *path);

/** Adds one XML document from memory; `name` stands for the file in diagnostics. @since 1.0 */
CYT_API int
cyt_loader_add_memory(struct cyt_loader *loader, const char *name, const void *bytes, size_t size);

/**
 * Adds the documents of a table as cyt_export_documents_csv() writes it, and as spreadsheet programs
 * do: with a byte order mark or without, any end of line, commas, semicolons or tabs.
 *
 * What the table has takes the place of documents of the same id that cyt_loader_add_corpus() adds.
 * Diagnostics name the table, the line on which a row begins, and the column.
 *
 * @since 1.0
 */
CYT_API int
cyt_loader_add_csv(struct cyt_loader *loader, const char *path);

/** The same from memory; `name` stands for the file in diagnostics. @since 1.0 */
CYT_API int
cyt_loader_add_csv_memory(struct cyt_loader *loader, const char *name, const void *bytes,
			  size_t size);

/**
 * Adds all documents of a corpus, wherever that came from, in their order.
 *
 * The corpus is held until the loader is finished with. What the documents mean is worked out
 * anew, so that the new corpus has the digest of one loaded from all the files together.
 *
 * @since 1.0
 */
CYT_API int
cyt_loader_add_corpus(struct cyt_loader *loader, struct cyt_corpus *corpus);

/**
 * Lays what is added from now on over all that was added before.
 *
 * A document takes the place of the one with its id that is of its kind and lies below: a revised
 * law that of the law. Two of one id in one layer remain an error.
 *
 * @since 1.0
 */
CYT_API void
cyt_loader_begin_layer(struct cyt_loader *loader);

/**
 * Adds an action of a State in short form, `STATE:KIND:INSTRUMENT:DATE`, to what the loader
 * gathers: to the State's entry where there is one, else to a new one.
 *
 * `INSTRUMENT/DEMAND` limits a reservation to one demand; it excludes all that the
 * instrument permits there. The action rests on no source (`unverified`), and its id
 * is what follows the State, with '_' for ':' and '/'. CYT_ERR_INVALID for another form.
 *
 * @since 1.0
 */
CYT_API int
cyt_loader_add_action(struct cyt_loader *loader, const char *action);

/**
 * Makes the corpus, or explains in `diags` (may be NULL) why there is none.
 *
 * All problems of all files are listed, sorted by file and line. With an error
 * among them *out stays NULL and CYT_ERR_DATA is returned; warnings do not
 * prevent a corpus. The loader is empty afterwards and may be used again.
 *
 * @since 1.0
 */
CYT_API int
cyt_loader_finish(struct cyt_loader *loader, struct cyt_diags *diags, struct cyt_corpus **out);

/**
 * A new corpus: the documents of `corpus`, and over them what the loader gathered, as after
 * cyt_loader_begin_layer().
 *
 * Otherwise like cyt_loader_finish(). The old corpus stays as it is; handles and
 * results of one mean nothing in the other.
 *
 * @since 1.0
 */
CYT_API int
cyt_corpus_overlay(struct cyt_corpus *corpus, struct cyt_loader *loader, struct cyt_diags *diags,
		   struct cyt_corpus **out);

/** One more reference; returns its argument. @since 1.0 */
CYT_API struct cyt_corpus *
cyt_corpus_ref(struct cyt_corpus *corpus);

/** Gives a reference back; NULL is fine. @since 1.0 */
CYT_API void
cyt_corpus_unref(struct cyt_corpus *corpus);

/** The newest date on which a source of the corpus was consulted; 0 if none says. @since 1.0 */
CYT_API cyt_date
cyt_corpus_date(const struct cyt_corpus *corpus);

/**
 * "sha256:" and 64 hex digits over the documents in their order, whatever files they
 * came from.
 *
 * @since 1.0
 */
CYT_API const char *
cyt_corpus_digest(const struct cyt_corpus *corpus);

/** Bytes that the corpus occupies, the same in memory and as a snapshot. @since 1.0 */
CYT_API size_t
cyt_corpus_size(const struct cyt_corpus *corpus);

/**
 * Writes a snapshot file; an existing one is replaced in one step, and keeps its mode.
 *
 * Without success it is as it was, and nothing is left beside it. A symbolic link stays, and what it
 * leads to is replaced; a device or a pipe is written to as it is. After CYT_ERR_IO errno says why.
 *
 * @since 1.0
 */
CYT_API int
cyt_corpus_save(const struct cyt_corpus *corpus, const char *path);

/**
 * Maps a snapshot and verifies it: whatever its bytes are, all that is asked of the corpus stays
 * within it.
 *
 * What only documents are made of (their elements, texts and comments) is verified when somebody
 * first goes through them; cyt_corpus_check() does it at once. Where that part is damaged, whoever
 * has to go through documents answers CYT_ERR_FORMAT, cyt_corpus_document_first(),
 * cyt_element_first(), cyt_element_next() and cyt_element_parent() NULL, and titles and texts in
 * answers may not be what was saved.
 *
 * The file must not change while the corpus lives; use cyt_corpus_open_copy()
 * for a file one does not own.
 *
 * @since 1.0
 */
CYT_API int
cyt_corpus_open(struct cyt_ctx *ctx, const char *path, struct cyt_diags *diags,
		struct cyt_corpus **out);

/** Like cyt_corpus_open(), on a private copy in memory that is verified in full. @since 1.0 */
CYT_API int
cyt_corpus_open_copy(struct cyt_ctx *ctx, const char *path, struct cyt_diags *diags,
		     struct cyt_corpus **out);

/**
 * Verifies what cyt_corpus_open() leaves for later. `name` stands for the file in diagnostics;
 * it and `diags` may be NULL.
 *
 * CYT_ERR_FORMAT if it is damaged. Of a corpus that was not opened there is nothing to find.
 *
 * @since 1.0
 */
CYT_API int
cyt_corpus_check(const struct cyt_corpus *corpus, const char *name, struct cyt_diags *diags);

/** Whether a file begins like a snapshot: 1 or 0, or CYT_ERR_IO. @since 1.0 */
CYT_API int
cyt_snapshot_probe(const char *path);

/** For cyt_corpus_lint(). @since 1.0 */
#define CYT_LINT_COMPLETE 1u /**< also what no paragraph claims and nobody excused */

/**
 * Looks for faults of the data that still load and lists them in `diags`.
 *
 * `stale_before`, if not 0, reports sources consulted before that date; `as_at`, if not 0, those
 * consulted after it.
 * Returns 0 whatever it finds; CYT_ERR_FORMAT if there are no sound documents to look at, see
 * cyt_corpus_open().
 *
 * @since 1.0
 */
CYT_API int
cyt_corpus_lint(struct cyt_corpus *corpus, uint32_t flags, cyt_date stale_before,
		cyt_date as_at, struct cyt_diags *diags);

#ifdef __cplusplus
}
#endif
#endif

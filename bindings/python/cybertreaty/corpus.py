# SPDX-License-Identifier: LGPL-2.1-or-later
"""A corpus: the instruments, laws and states that questions are put to."""
import os
from ctypes import POINTER, byref

from . import _abi, _errors, query
from ._abi import lib


class _Context:
    """One context for the whole process; it is thread-safe."""

    pointer = None

    @classmethod
    def get(cls):
        if cls.pointer is None:
            cls.pointer = _abi.new(lib.cyt_ctx_new, _abi.Ctx)
        return cls.pointer


def _diagnostics(diags):
    found = []
    for i in range(lib.cyt_diags_count(diags)):
        diag = lib.cyt_diags_at(diags, i)
        found.append(_errors.Diagnostic(
            lib.cyt_diag_number(diag), "error" if lib.cyt_diag_severity(diag) == 1 else "warning",
            lib.cyt_diag_file(diag).decode(errors="replace"), lib.cyt_diag_line(diag),
            lib.cyt_diag_text(diag).decode(errors="replace")))
    return found


def installed_corpus():
    """The data beside the library: share/cybertreaty/xml of its prefix, or the xml of its tree."""
    folder = os.path.dirname(os.path.abspath(_abi.library_path))
    while True:
        for place in ("share/cybertreaty/xml", "xml"):
            path = os.path.join(folder, place)
            if os.path.isdir(os.path.join(path, "vocabulary")):
                return path
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    for prefix in ("/usr/local", "/usr"):
        path = os.path.join(prefix, "share/cybertreaty/xml")
        if os.path.isdir(path):
            return path
    raise FileNotFoundError("no installed corpus was found beside %s; give a path"
                            % _abi.library_path)


class Corpus:
    """Immutable; any number of threads may ask it."""

    def __init__(self, pointer, warnings=()):
        self._pointer = pointer
        self.warnings = list(warnings)

    def __del__(self):
        if getattr(self, "_pointer", None):
            lib.cyt_corpus_unref(self._pointer)
            self._pointer = None

    @classmethod
    def open(cls, *paths):
        """Loads XML files and folders, or maps one snapshot; without a path the installed corpus.

        Raises DataError with all diagnostics if the documents have errors.
        """
        names = [os.fsencode(path) for path in paths] or [os.fsencode(installed_corpus())]
        context = _Context.get()
        diags = _abi.new(lib.cyt_diags_new, _abi.Diags, context)
        out = POINTER(_abi.CorpusHandle)()
        loader = None
        try:
            if len(names) == 1 and lib.cyt_snapshot_probe(names[0]) == 1:
                code = lib.cyt_corpus_open(context, names[0], diags, byref(out))
            else:
                loader = _abi.new(lib.cyt_loader_new, _abi.Loader, context)
                for name in names:
                    lib.cyt_loader_add_path(loader, name)
                code = lib.cyt_loader_finish(loader, diags, byref(out))
            found = _diagnostics(diags)
        finally:
            lib.cyt_loader_free(loader)
            lib.cyt_diags_unref(diags)
        if code < 0:
            raise _errors.error(code, lib.cyt_strerror(code).decode(), found)
        return cls(out, found)

    @property
    def digest(self):
        """"sha256:" and the digest of the content."""
        return lib.cyt_corpus_digest(self._pointer).decode()

    def coverage(self, subject, against, as_at=None, with_=(), basis=None, lang=None):
        """Which demands of an instrument the subject covers; as_at "YYYY-MM-DD", today if None."""
        return self._ask(lib.cyt_query_coverage, subject, against, as_at, with_, basis, lang)

    def gaps(self, subject, against, as_at=None, with_=(), basis=None, lang=None):
        """What is missing, what would excuse it, which laws of other States have it."""
        return self._ask(lib.cyt_query_gaps, subject, against, as_at, with_, basis, lang)

    def beyond(self, subject, against, as_at=None, with_=(), basis=None, lang=None):
        """Where the subject reaches further than the instrument."""
        return self._ask(lib.cyt_query_beyond, subject, against, as_at, with_, basis, lang)

    def safeguards(self, subject, against=None, as_at=None, with_=(), basis=None, lang=None):
        """Which safeguards the subject supplies for each power that it has."""
        return self._ask(lib.cyt_query_safeguards, subject, against, as_at, with_, basis, lang)

    def compare(self, instrument, other, as_at=None):
        """Articles of one instrument with those of the other whose demands meet them."""
        return self._ask(lib.cyt_query_compare, instrument, other, as_at, (), None)

    def dual(self, first, second, facts=None, against=None, as_at=None, with_=(), basis=None,
             lang=None):
        """Dual criminality of facts, or over every demand of an instrument."""
        if (facts is None) == (against is None):
            raise ValueError("either facts or against, and not both")
        if facts is None:
            return self._ask(lib.cyt_query_dual_against, first, second, as_at, with_, basis, lang,
                             against)
        fault = _abi.collect(lib.cyt_facts_fault, self._pointer, facts.encode())
        if fault:
            raise ValueError(fault)
        return self._ask(lib.cyt_query_dual, first, second, as_at, with_, basis, lang, facts)

    def matrix(self, against, by="jurisdiction", as_at=None, with_=(), basis=None, lang=None):
        """Verdicts of every jurisdiction, or every law, on every article."""
        number = {"jurisdiction": 1, "law": 2}.get(by)
        if number is None:
            raise ValueError("by is 'jurisdiction' or 'law', not %r" % by)
        with query.Terms(_Context.get(), as_at, with_, basis, lang) as terms:
            pointer = _abi.new(lib.cyt_query_matrix, _abi.ResultHandle, self._pointer,
                               against.encode(), number, terms)
        return query.Result(self, pointer)

    def covering(self, name, as_at=None, with_=(), basis=None, lang=None):
        """Who covers an article, a demand or all cases of a concept."""
        with query.Terms(_Context.get(), as_at, with_, basis, lang) as terms:
            pointer = _abi.new(lib.cyt_query_covering, _abi.ResultHandle, self._pointer,
                               name.encode(), terms)
        return query.Result(self, pointer)

    def diff(self, subject, against, with_, as_at=None, basis=None, lang=None):
        """What laws that are not in force yet would change."""
        before = self.coverage(subject, against, as_at, (), basis, lang)
        after = self.coverage(subject, against, as_at, with_, basis, lang)
        pointer = _abi.new(lib.cyt_query_diff, _abi.ResultHandle, before._pointer, after._pointer)
        return query.Result(self, pointer)

    def search(self, words, lang=None):
        """Documents, articles, provisions, concepts and States by words or a citation."""
        return query.Result(self, _abi.new(lib.cyt_query_search, _abi.ResultHandle, self._pointer,
                                           words.encode(), lang.encode() if lang else None))

    def _ask(self, function, subject, against, as_at, with_, basis, lang, *more):
        names = [None if name is None else name.encode() for name in (subject, against, *more)]
        with query.Terms(_Context.get(), as_at, with_, basis, lang) as terms:
            pointer = _abi.new(function, _abi.ResultHandle, self._pointer, *names, terms)
        return query.Result(self, pointer)

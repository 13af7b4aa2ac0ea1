# SPDX-License-Identifier: LGPL-2.1-or-later
"""From files to a corpus, and what is wrong with them."""
import ctypes
import json
import os
import threading
from typing import (TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple,
                    Union, overload)

from . import _abi, _call, errors
from ._call import lib, text
from ._held import Held, Owner
from ._table import Record, Tabular
from .errors import Diagnostic
from .query import Date, number_of_date
from .words import DiagClass, Severity

if TYPE_CHECKING:
    from .corpus import Corpus

Path = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]
Paths = Union[Path, Sequence[Path]]

TABLE = ".csv"  # how the name of a table of documents ends

# One for the process: a context may be used by any number of threads.
CONTEXT = Held(_call.new(lib.cyt_ctx_new, _abi.CTX), lib.cyt_ctx_unref)


def path_name(path: Path) -> bytes:
    """A path for C, which would stop at a zero byte without a word."""
    name = os.fsencode(path)
    if b"\0" in name:
        raise ValueError("%r holds a zero byte" % path)
    return name


def several(words: Any) -> List[Any]:
    """One thing or several as a list."""
    if isinstance(words, (str, bytes, os.PathLike)):
        return [words]
    return list(words)


def new_diags() -> Held:
    """An empty list of diagnostics."""
    return Held(_call.new(lib.cyt_diags_new, _abi.DIAGS, CONTEXT), lib.cyt_diags_unref)


def diagnostic(diag: Any) -> Diagnostic:
    """One diagnostic of a list of C."""
    return Diagnostic(lib.cyt_diag_number(diag), Severity.of(lib.cyt_diag_severity(diag)),
                      os.fsdecode(lib.cyt_diag_file(diag)), lib.cyt_diag_line(diag),
                      text(lib.cyt_diag_text(diag)), DiagClass.of(lib.cyt_diag_class(diag)))


def diagnostics(diags: Held) -> List[Diagnostic]:
    """A list of C."""
    return [diagnostic(diag) for diag in _call.each(lib.cyt_diags_at, diags)]


def make(function: Callable[..., int], *arguments: Any) -> Tuple[Held, List[Diagnostic]]:
    """Calls a function that fills in diagnostics and a corpus; raises what keeps it from one."""
    diags = new_diags()
    out = _abi.CORPUS()
    code = function(*arguments, diags, ctypes.byref(out))
    if code < 0:
        raise errors.error(code, _call.error_text(code), diagnostics(diags))
    held = Held(out, lib.cyt_corpus_unref)
    return held, diagnostics(diags)


class Loader:
    """Gathers documents; Corpus.overlay() and finish() make a corpus of them, and empty it.

    >>> loader = Loader()
    >>> loader.add_corpus(corpus)
    >>> loader.add_path(tree + "/tests/data/ten-lines.xml")
    >>> "xx-cyber" in loader.finish().laws
    True
    """

    def __init__(self) -> None:
        pointer = _call.new(lib.cyt_loader_new, _abi.LOADER, CONTEXT)
        self._held = Held(pointer, lib.cyt_loader_free)
        self._lock = threading.Lock()  # a loader is for one thread at a time

    def add_path(self, path: Path) -> None:
        """Adds an XML file, every .xml file below a folder in sorted order, a snapshot, or a table
        whose name ends in .csv.

        >>> loader = Loader()
        >>> loader.add_path(tree + "/xml/vocabulary")
        >>> len(loader.finish().concepts) > 0
        True
        """
        name = path_name(path)
        if lib.cyt_snapshot_probe(name) == 1:
            held, _ = make(lib.cyt_corpus_open, CONTEXT, name)
            self._call(lib.cyt_loader_add_corpus, held)
        elif name.endswith(os.fsencode(TABLE)):
            self._call(lib.cyt_loader_add_csv, name)
        else:
            self._call(lib.cyt_loader_add_path, name)

    def add_memory(self, name: str, document: Union[str, bytes]) -> None:
        """Adds an XML document; `name` stands for the file in diagnostics.

        >>> loader = Loader()
        >>> loader.add_memory("empty.xml", '<corpus xmlns="urn:cybertreaty:1"/>')
        >>> len(loader.finish().laws)
        0
        """
        self._memory(lib.cyt_loader_add_memory, name, document)

    def add_csv(self, path: Path) -> None:
        """Adds the documents of a table as Corpus.to_csv() gives it, or a spreadsheet program.

        They take the place of those of the same id that add_corpus() adds.

        >>> loader = Loader()
        >>> loader.add_csv(tree + "/tests/data/tables/1604-no-rows.csv")
        >>> loader.finish()
        Traceback (most recent call last):
        cybertreaty.errors.DataError: ...CYT-1604...
        """
        self._call(lib.cyt_loader_add_csv, path_name(path))

    def add_csv_memory(self, name: str, table: Union[str, bytes]) -> None:
        """The same from memory; `name` stands for the file in diagnostics.

        >>> loader = Loader()
        >>> loader.add_corpus(corpus)
        >>> loader.add_csv_memory("mx-cpf.csv", corpus.to_csv("mx-cpf"))
        >>> loader.finish().to_xml("mx-cpf") == corpus.to_xml("mx-cpf")
        True
        """
        self._memory(lib.cyt_loader_add_csv_memory, name, table)

    def _memory(self, function: Any, name: str, document: Union[str, bytes]) -> None:
        data = document.encode("utf-8") if isinstance(document, str) else bytes(
            memoryview(document))
        self._call(function, _call.name(name), data, len(data))

    def begin_layer(self) -> None:
        """Lays what is added from now on over all that was added before: a document takes the place
        of the one of its kind and id, a revised law that of the law.

        >>> loader = Loader()
        >>> loader.add_corpus(corpus)
        >>> loader.begin_layer()
        >>> loader.add_path(tree + "/xml/laws/mx")
        >>> len(loader.finish().laws) == len(corpus.laws)
        True
        """
        self._call(lib.cyt_loader_begin_layer)

    def add_corpus(self, corpus: "Corpus") -> None:
        """Adds all documents of a corpus.

        >>> loader = Loader()
        >>> loader.add_corpus(corpus)
        >>> loader.finish().digest == corpus.digest
        True
        """
        self._call(lib.cyt_loader_add_corpus, corpus._held)

    def add_action(self, action: str) -> None:
        """Adds an action in short form, STATE:KIND:INSTRUMENT:DATE.

        >>> loader = Loader()
        >>> loader.add_action("MX:ratification:un-cybercrime-2024:2027-01-01")
        >>> [one.kind for one in corpus.overlay(loader).states["MX"].actions][-1]
        'ratification'
        """
        try:
            self._call(lib.cyt_loader_add_action, _call.name(action))
        except errors.Invalid:
            raise errors.Invalid(errors.INVALID, "%r is not STATE:KIND:INSTRUMENT:DATE"
                                 % action) from None

    def finish(self) -> "Corpus":
        """Makes the corpus, or raises DataError with everything that is wrong.

        >>> len(Loader().finish().instruments)
        0
        """
        from .corpus import Corpus  # which makes loaders
        return Corpus(*self._finish())

    def _call(self, function: Any, *arguments: Any) -> None:
        with self._lock:
            function(self._held, *arguments)

    def _finish(self) -> Tuple[Held, List[Diagnostic]]:
        with self._lock:
            return make(lib.cyt_loader_finish, self._held)

    def _over(self, corpus: Held) -> Tuple[Held, List[Diagnostic]]:
        with self._lock:
            return make(lib.cyt_corpus_overlay, corpus, self._held)


class Lint(Owner, Tabular):
    """Diagnostics as a list, with the exports of the library.

    >>> lint = broken_files
    >>> len(lint), lint.error_count, lint[0].number, [one.line for one in lint]
    (1, 1, 1104, [1])
    >>> lint
    <Lint 1 error, 0 warnings>
    """

    def __init__(self, held: Held, corpus: Optional[Held] = None) -> None:
        super().__init__(held)
        self._corpus = corpus

    @property
    def error_count(self) -> int:
        """How many of them are errors."""
        return int(lib.cyt_diags_error_count(self._held))

    def __len__(self) -> int:
        return int(lib.cyt_diags_count(self._held))

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(diagnostics(self._held))

    @overload
    def __getitem__(self, key: int) -> Diagnostic: ...

    @overload
    def __getitem__(self, key: slice) -> List[Diagnostic]: ...

    def __getitem__(self, key: Union[int, slice]) -> Union[Diagnostic, List[Diagnostic]]:
        return diagnostics(self._held)[key]

    def to_json(self) -> str:
        """The JSON that the command prints; of a complete one with counts per instrument.

        >>> '"cybertreaty.lint/1"' in corpus.lint().to_json()
        True
        """
        return _call.written(lib.cyt_export_lint_json, self._held, self._corpus)

    def to_dict(self) -> Dict[str, Any]:
        """The same as values of Python.

        >>> corpus.lint(complete=True).to_dict()["instruments"][0]["articles"] > 0
        True
        """
        found: Dict[str, Any] = json.loads(self.to_json())
        return found

    def to_sarif(self) -> str:
        """A log in SARIF 2.1.0, for code review tools.

        >>> '"2.1.0"' in corpus.lint().to_sarif()
        True
        """
        return _call.written(lib.cyt_export_lint_sarif, self._held)

    def _columns(self) -> Sequence[str]:
        return "file", "line", "severity", "number", "text"

    def _records(self) -> List[Record]:
        return [{"file": one.file, "line": one.line, "severity": str(one.severity),
                 "number": one.number, "text": one.text} for one in self]

    def _caption(self) -> str:
        wrong = self.error_count
        found = len(self) - wrong
        return "%d error%s, %d warning%s" % (wrong, "" if wrong == 1 else "s", found,
                                             "" if found == 1 else "s")

    def __repr__(self) -> str:
        return "<Lint closed>" if self._reference is None else "<Lint %s>" % self._caption()


def lint(*paths: Path, complete: bool = False, stale_before: Optional[Date] = None,
         as_at: Optional[Date] = None) -> Lint:
    """What is wrong with files, whether they load or not.

    >>> lint(tree + "/tests/data/bad/1201-facet-twice.xml")[0].number
    1201
    """
    dates = lint_dates(stale_before, as_at)
    loader, diags = Loader(), new_diags()
    for path in paths:
        loader.add_path(path)
    out = _abi.CORPUS()
    code = lib.cyt_loader_finish(loader._held, diags, ctypes.byref(out))
    if code < 0:
        if not lib.cyt_diags_error_count(diags):
            raise errors.error(code, _call.error_text(code))
        return Lint(diags)
    return lint_into(Held(out, lib.cyt_corpus_unref), diags, complete, dates)


LINT_COMPLETE = 1


def lint_dates(*dates: Optional[Date]) -> List[int]:
    """Dates as the library has them, 0 for none."""
    return [0 if date is None else number_of_date(date) for date in dates]


def lint_into(corpus: Held, diags: Held, complete: bool, dates: List[int]) -> Lint:
    """Faults of a corpus, after what a list has."""
    lib.cyt_corpus_lint(corpus, LINT_COMPLETE if complete else 0, *dates, diags)
    return Lint(diags, corpus if complete else None)

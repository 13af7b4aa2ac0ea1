# SPDX-License-Identifier: LGPL-2.1-or-later
"""Negative codes of the library as exceptions."""
from typing import List, NamedTuple, Sequence

from .words import DiagClass, Severity


class Diagnostic(NamedTuple):
    """One thing that is wrong with a file, and where.

    >>> diagnostic = broken.diagnostics[0]
    >>> diagnostic.number, diagnostic.line, diagnostic.file
    (1104, 1, 'bill.xml')
    >>> diagnostic.severity, diagnostic.kind, "titel" in diagnostic.text
    (<Severity.ERROR: 'error'>, <DiagClass.GRAMMAR: 'grammar'>, True)
    >>> str(diagnostic).startswith("bill.xml:1: error CYT-1104: ")
    True
    """

    number: int
    severity: Severity
    file: str
    line: int
    text: str
    kind: DiagClass

    def __str__(self) -> str:
        return "%s:%d: %s CYT-%04d: %s" % (self.file, self.line, self.severity, self.number,
                                           self.text)


class CybertreatyError(Exception):
    """Something that the library refused: its code, and what it had to say.

    >>> broken.code, broken.text, len(broken.diagnostics)
    (-4, 'the input has errors', 1)
    >>> isinstance(broken, CybertreatyError)
    True
    """

    def __init__(self, code: int, text: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(code, text, diagnostics)
        self.code = code
        self.text = text
        self.diagnostics: List[Diagnostic] = list(diagnostics)

    def __str__(self) -> str:
        return "\n".join([self.text] + [str(one) for one in self.diagnostics])


class Invalid(CybertreatyError, ValueError):
    """An argument that makes no sense.

    >>> corpus.dual("MX", "DE", "system.access,security=green")
    Traceback (most recent call last):
    cybertreaty.errors.Invalid: facet 'security' has no value 'green': ...
    """


class NotFound(CybertreatyError, KeyError):
    """A name that the corpus does not have; the nearest are named.

    >>> corpus.coverage("MX", "un-cybercrime-2042", as_at="2026-11-21")
    Traceback (most recent call last):
    cybertreaty.errors.NotFound: there is no instrument 'un-cybercrime-2042'; ...
    """


class DataError(CybertreatyError, ValueError):
    """Documents or a snapshot with errors; see `diagnostics`.

    >>> Corpus.parse({"bill.xml": "no XML"})
    Traceback (most recent call last):
    cybertreaty.errors.DataError: the input has errors
    bill.xml:1: error CYT-1010: ...
    """


class FileError(CybertreatyError):
    """A file that cannot be read or written.

    >>> corpus.save("no/such/folder/corpus.snapshot")
    Traceback (most recent call last):
    cybertreaty.errors.FileError: a file could not be read or written
    """


OUT_OF_MEMORY = -1
INVALID = -2
NOT_FOUND = -3
CLASSES = {INVALID: Invalid, NOT_FOUND: NotFound, -4: DataError, -5: FileError, -8: DataError}


def error(code: int, text: str, diagnostics: Sequence[Diagnostic] = ()) -> Exception:
    """The exception for a code."""
    if code == OUT_OF_MEMORY:
        return MemoryError(text)
    return CLASSES.get(code, CybertreatyError)(code, text, diagnostics)

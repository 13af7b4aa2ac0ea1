# SPDX-License-Identifier: LGPL-2.1-or-later
"""Negative codes of the library as exceptions."""
from collections import namedtuple

Diagnostic = namedtuple("Diagnostic", "number severity file line text")


class CybertreatyError(Exception):
    """Something the library refused; `code` is its number, `diagnostics` what it had to say."""

    def __init__(self, code, text, diagnostics=()):
        self.code = code
        self.diagnostics = list(diagnostics)
        super().__init__("\n".join([text] + ["%s:%d: CYT-%d: %s" % (d.file, d.line, d.number, d.text)
                                             for d in self.diagnostics]))


class NotFound(CybertreatyError, KeyError):
    """A name that the corpus does not have."""

    __str__ = Exception.__str__


class DataError(CybertreatyError, ValueError):
    """Documents with errors; see `diagnostics`."""


CLASSES = {-2: ValueError, -3: NotFound, -4: DataError, -8: DataError}


def error(code, text, diagnostics=()):
    """The exception for a code."""
    kind = CLASSES.get(code, CybertreatyError)
    if code == -1:
        return MemoryError(text)
    if kind is ValueError:
        return ValueError(text)
    return kind(code, text, diagnostics)

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Terms of a question and its result."""
import datetime
import json

from . import _abi
from ._abi import lib


class Terms:
    """The terms of one question, freed at the end of a with block."""

    def __init__(self, context, as_at, with_, basis, lang):
        self._context = context
        self._as_at = str(as_at) if as_at else datetime.datetime.now(
            datetime.timezone.utc).date().isoformat()
        self._with = [with_] if isinstance(with_, str) else list(with_)
        self._basis = basis
        self._lang = lang
        self._pointer = None

    def __enter__(self):
        date = lib.cyt_date_parse(self._as_at.encode())
        if not date:
            raise ValueError("%r is no date; expected YYYY, YYYY-MM or YYYY-MM-DD" % self._as_at)
        self._pointer = _abi.new(lib.cyt_terms_new, _abi.Terms, self._context, date)
        for law in self._with:
            lib.cyt_terms_add_law(self._pointer, law.encode())
        if self._basis:
            basis = lib.cyt_basis_find(self._basis.encode())
            if not basis:
                raise ValueError("%r is no basis" % self._basis)
            lib.cyt_terms_set_basis(self._pointer, basis)
        if self._lang:
            lib.cyt_terms_set_lang(self._pointer, self._lang.encode())
        return self._pointer

    def __exit__(self, *_):
        lib.cyt_terms_free(self._pointer)
        self._pointer = None


class Result:
    """An answer; it keeps its corpus."""

    def __init__(self, corpus, pointer):
        self.corpus = corpus
        self._pointer = pointer

    def __del__(self):
        if getattr(self, "_pointer", None):
            lib.cyt_result_unref(self._pointer)
            self._pointer = None

    def to_json(self):
        """The JSON that the command prints, as text."""
        return _abi.collect(lib.cyt_export_json, self._pointer)

    def to_dict(self):
        """The same as Python values."""
        return json.loads(self.to_json())

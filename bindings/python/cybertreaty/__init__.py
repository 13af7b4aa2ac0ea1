# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cybercrime treaties and national laws, computable.

    from cybertreaty import Corpus
    corpus = Corpus.open()
    answer = corpus.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21")
    print(answer.to_dict()["totals"])

Names are those of the command line program; `to_dict()` is the JSON that it prints.
"""
from ._errors import (CybertreatyError, DataError, Diagnostic, NotFound)
from .corpus import Corpus
from .query import Result

__all__ = ["Corpus", "CybertreatyError", "DataError", "Diagnostic", "NotFound", "Result"]

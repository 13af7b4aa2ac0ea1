# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cybercrime treaties and national laws, computable.

    from cybertreaty import Corpus
    corpus = Corpus.open()
    answer = corpus.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21")
    print(answer["art_7"].verdict, answer["art_7"].rows[0].sentence())

Names are those of the command line program and of the C headers. `to_dict()` is the JSON that the
program prints, `to_dataframe()` a table for pandas; attributes are read from the library.
"""
from ._call import lib as _library
from ._call import text as _text
from ._held import Borrowed, Listing
from .answers import (Beyond, Compare, Coverage, Covering, Diff, Dual, Gaps, Matrix, Report,
                      Safeguards, Search, Table)
from .corpus import Corpus, Inventory, installed_corpus
from .element import Element
from .errors import CybertreatyError, DataError, Diagnostic, FileError, Invalid, NotFound
from .findings import (Conflict, Evidence, Gap, Hit, Holder, PowerFinding, ProvisionFinding, Reach,
                       RowFinding, Unasked)
from .instrument import Article, Demand, Instrument, Way
from .law import Extend, Law, Provision
from .loader import Lint, Loader, lint
from .pairs import Change, Comparison, Difference, DualFinding, Match, Passage, RowChange
from .query import Answer, Result, sentence_lang
from .state import Action, State
from .vocabulary import Box, Concept, Facet, Region, Value
from .words import (Basis, Concern, DiagClass, Duality, FacetType, Fate, Floor, Kind, Layout,
                    MatrixBy, Modality, Question, Relation, RowRegion, Severity, Side,
                    Silence, Standing, SubjectTo, Verdict, Word)

# Of the library, of the libxml2 it was built against, and of the snapshots that it reads.
__version__ = _text(_library.cyt_version())
libxml2_version = _text(_library.cyt_libxml2_version())
format_version = int(_library.cyt_format_version())

__all__ = [
    "Action", "Answer", "Article", "Basis", "Beyond", "Borrowed", "Box", "Change", "Compare",
    "Comparison", "Concept", "Concern", "Conflict", "Corpus", "Coverage", "Covering",
    "CybertreatyError", "DataError", "Demand", "DiagClass", "Diagnostic", "Diff", "Difference",
    "Dual", "DualFinding", "Duality", "Element", "Evidence", "Extend", "Facet", "FacetType",
    "Fate", "FileError", "Floor", "Gap", "Gaps", "Hit", "Holder", "Instrument", "Invalid",
    "Inventory", "Kind", "Law", "Layout", "Lint", "Listing", "Loader", "Match", "Matrix",
    "MatrixBy", "Modality", "NotFound", "Passage", "PowerFinding", "Provision",
    "ProvisionFinding", "Question", "Reach", "Region", "Relation", "Report", "Result", "RowChange",
    "RowFinding", "RowRegion", "Safeguards", "Search", "Severity", "Side", "Silence", "Standing",
    "State", "SubjectTo", "Table", "Unasked", "Value", "Verdict", "Way", "Word", "format_version",
    "installed_corpus", "libxml2_version", "lint", "sentence_lang",
]

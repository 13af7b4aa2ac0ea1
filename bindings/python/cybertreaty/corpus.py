# SPDX-License-Identifier: LGPL-2.1-or-later
"""A corpus: the instruments, laws and States that questions are put to."""
import json
import os
from typing import (Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Type, TypeVar,
                    Union)

from . import _abi, _call, _lib, errors, loader, query
from ._call import lib, text
from ._held import Borrowed, Held, Listing, Owner, address
from ._table import Record, Tabular
from .answers import (Beyond, Compare, Coverage, Covering, Diff, Dual, Gaps, Matrix, Report,
                      Safeguards, Search)
from .errors import Diagnostic
from .element import Element
from .instrument import Instrument
from .law import Law
from .loader import CONTEXT, TABLE, Lint, Loader, Path, Paths, path_name, several
from .query import Date, Result
from .state import State
from .vocabulary import Concept, Facet
from .words import MatrixBy

B = TypeVar("B", bound=Borrowed)
R = TypeVar("R", bound=Result)
With = Union[Path, Sequence[Path]]

DATA = "share/cybertreaty/xml"
FOLDERS = ("instruments", "laws", "states", "vocabulary")  # as a path to all of it is read


def installed_corpus() -> str:
    """The folder of the data: of the prefix or the tree that the library is in, else as installed.

    >>> os.path.isdir(os.path.join(installed_corpus(), "vocabulary"))
    True
    """
    file = _call.library_path
    places = [os.path.join(folder, place)
              for folder in (_lib.above(os.path.dirname(file)) if os.path.dirname(file) else ())
              for place in (DATA, "xml")]
    places += [os.path.join(prefix, DATA) for prefix in ("/usr/local", "/usr")]
    for place in places:
        if os.path.isdir(os.path.join(place, FOLDERS[0])):
            return place
    raise FileNotFoundError("no installed corpus was found for %s; give a path" % file)


def _installed_paths() -> List[str]:
    """As the command reads them: schemas and stylesheets beside the folders are no documents."""
    root = installed_corpus()
    paths = [os.path.join(root, folder) for folder in FOLDERS]
    return [path for path in paths if os.path.isdir(path)]


def _is_file(word: Path) -> bool:
    """Ids hold neither a slash nor a colon, and an action has its first colon before any slash."""
    if not isinstance(word, str):
        return True
    first = next((letter for letter in word if letter in ":/"), "")
    return word.endswith(".xml") or first == "/"


class Corpus(Owner):
    """Instruments, laws and States. It never changes, and any number of threads may ask it.

    >>> corpus.digest.startswith("sha256:"), corpus.size > 0, len(corpus.date)
    (True, True, 10)
    >>> corpus.laws["mx-cpf"], corpus.states["MX"], corpus.facets["fault"]
    (<Law 'mx-cpf'>, <State 'MX'>, <Facet 'fault'>)
    >>> corpus.instruments["un-cybercrime-2024"], corpus.concepts["system.access"]
    (<Instrument 'un-cybercrime-2024'>, <Concept 'system.access'>)
    >>> "mx-cpf" in corpus, "un-cybercrime-2024/art_7" in corpus, "nothing" in corpus
    (True, True, False)
    >>> corpus.warnings, corpus.with_words
    ((), ())
    """

    def __init__(self, held: Held, warnings: Sequence[Diagnostic] = (),
                 with_words: Sequence[str] = ()) -> None:
        super().__init__(held)
        self._warnings = tuple(warnings)
        self._with = tuple(with_words)

    @classmethod
    def open(cls, *paths: Path, add: Paths = (), actions: Union[str, Sequence[str]] = (),
             copy: bool = False) -> "Corpus":
        """Loads XML files and folders, or maps one snapshot; without a path the installed corpus.

        `add` lays more documents over it, `actions` are STATE:KIND:INSTRUMENT:DATE. `copy` reads
        a snapshot into memory instead of mapping it, for a file that may change. Raises DataError
        with all that is wrong if the documents have errors.

        >>> Corpus.open(tree + "/xml").laws["mx-cpf"].title("es")
        'Código Penal Federal'
        """
        chosen = several(paths) or _installed_paths()
        added, did = several(add), several(actions)
        if len(chosen) == 1 and not added and not did:
            name = path_name(chosen[0])
            if lib.cyt_snapshot_probe(name) == 1:
                return cls(*loader.make(lib.cyt_corpus_open_copy if copy else lib.cyt_corpus_open,
                                        CONTEXT, name))
        return cls(*_gather(chosen, {}, did, added)._finish())

    @classmethod
    def parse(cls, documents: Mapping[str, Union[str, bytes]]) -> "Corpus":
        """A corpus of XML documents in memory, by the names that stand for their files.

        >>> Corpus.parse({"mine.xml": '<vocabulary xmlns="urn:cybertreaty:1" id="mine"/>'}).size > 0
        True
        """
        return cls(*_gather([], documents, [])._finish())

    def check(self) -> None:
        """Verifies the documents of a snapshot now, and not when somebody first goes through them.

        >>> corpus.check()
        """
        lib.cyt_corpus_check(self._held, None, None)

    def overlay(self, loader: Loader) -> "Corpus":
        """A new corpus: the documents of this one, and over them what a loader gathered.

        >>> loader = Loader()
        >>> loader.add_path(tree + "/examples/bills/mx-access.xml")
        >>> corpus.overlay(loader).laws["mx-bill-access"].status
        'bill'
        """
        return Corpus(*loader._over(self._held), self._with)

    def add(self, *paths: Path, documents: Optional[Mapping[str, Union[str, bytes]]] = None,
            actions: Union[str, Sequence[str]] = ()) -> "Corpus":
        """A new corpus with more files, documents in memory, or actions; .csv is a table of rows. A
        document takes the place of the one with its id.

        >>> mine = corpus.add(tree + "/tests/data/ten-lines.xml")
        >>> mine.coverage("xx-cyber", "un-cybercrime-2024", as_at="2026-11-21")["art_7"].verdict
        <Verdict.FULL: 'full'>
        """
        return self.overlay(_gather(list(paths), documents or {}, several(actions)))

    def with_(self, *words: Path) -> "Corpus":
        """This corpus, and what counts in every question besides: a bill or adopted law by its id,
        a file, or an action STATE:KIND:INSTRUMENT:DATE.

        >>> bill = corpus.with_(tree + "/examples/bills/mx-access.xml")
        >>> bill.with_words
        ('mx-bill-access',)
        >>> bill.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21").with_
        ['mx-bill-access']
        """
        files = [word for word in words if _is_file(word)]
        others = [word for word in words if isinstance(word, str) and not _is_file(word)]
        actions = [word for word in others if ":" in word]
        laws = [word for word in others if ":" not in word]
        corpus = self.add(*files, actions=actions) if files or actions else self
        for law in laws:
            if law not in corpus.laws:
                raise corpus._unknown("law", law)
        if files:
            known = {law.id: law.element.file for law in self.laws}
            laws += [law.id for law in corpus.laws if known.get(law.id) != law.element.file]
        return Corpus(corpus._held, corpus._warnings, (*self._with, *laws))

    @property
    def warnings(self) -> Tuple[Diagnostic, ...]:
        """What was said when it was loaded."""
        return self._warnings

    @property
    def with_words(self) -> Tuple[str, ...]:
        """The laws that count in every question besides; see with_()."""
        return self._with

    @property
    def date(self) -> Optional[str]:
        """The newest date on which a source of it was consulted."""
        return _call.date(lib.cyt_corpus_date(self._held))

    @property
    def digest(self) -> str:
        """ "sha256:" and the digest of its documents."""
        return text(lib.cyt_corpus_digest(self._held))

    @property
    def size(self) -> int:
        """Bytes that it occupies, the same in memory and as a snapshot."""
        return int(lib.cyt_corpus_size(self._held))

    def save(self, path: Path) -> None:
        """Writes a snapshot; an existing file is replaced in one step.

        >>> corpus.save(scratch + "/corpus.snapshot")
        >>> Corpus.open(scratch + "/corpus.snapshot").digest == corpus.digest
        True
        """
        lib.cyt_corpus_save(self._held, path_name(path))

    def lint(self, complete: bool = False, stale_before: Optional[Date] = None,
             as_at: Optional[Date] = None) -> Lint:
        """Faults of the data that still load; `complete`: also what no paragraph claims.

        `stale_before` reports sources that were consulted before that date, `as_at` those after it.

        >>> corpus.lint().error_count
        0
        """
        return loader.lint_into(self._held, loader.new_diags(), complete,
                                loader.lint_dates(stale_before, as_at))

    # ---- what it holds

    @property
    def instruments(self) -> Listing[Instrument]:
        """Its instruments, also by id."""
        return self._listing(Instrument, "instrument")

    @property
    def laws(self) -> Listing[Law]:
        """Its laws, also by id."""
        return self._listing(Law, "law")

    @property
    def states(self) -> Listing[State]:
        """Its States, also by id."""
        return self._listing(State, "state")

    @property
    def concepts(self) -> Listing[Concept]:
        """Its concepts, also by id."""
        return self._listing(Concept, "concept")

    @property
    def facets(self) -> Listing[Facet]:
        """Its facets, also by id."""
        return self._listing(Facet, "facet")

    def show(self, id: str) -> Element:
        """A document or an element by "document/inner", or by an id that only one document has.

        >>> corpus.show("un-cybercrime-2024/art_7").title()
        'Illegal access'
        """
        held = self._held
        pointer = lib.cyt_corpus_element_find(held, _call.name(id))
        if pointer:
            return Element(held, pointer)
        if lib.cyt_corpus_element_is_ambiguous(held, _call.name(id)):
            raise errors.Invalid(errors.INVALID,
                                 "several documents have %r; expected DOCUMENT/%s" % (id, id))
        raise self._unknown("element", id)

    def documents(self, what: Optional[str] = None) -> List[Element]:
        """A document by its id, those of a jurisdiction or of a file; without a name all.

        >>> [one["id"] for one in corpus.documents("MX") if one.name == "state"]
        ['MX']
        """
        held, found = self._held, []
        named = None if what is None else _call.name(what)
        pointer = lib.cyt_corpus_document_first(held, named)
        while pointer:
            found.append(Element(held, pointer))
            pointer = lib.cyt_corpus_document_next(pointer, named)
        return found

    def to_xml(self, what: str) -> str:
        """Documents, as for documents(), in the one layout that the shipped files have.

        >>> '<law id="mx-cpf"' in corpus.to_xml("MX")
        True
        """
        return self._documents(lib.cyt_export_xml, what)

    def to_csv(self, what: str) -> str:
        """The same, but for vocabularies, as rows for a spreadsheet; Loader.add_csv() reads them.

        >>> again = corpus.add(documents={"mx-cpf.csv": corpus.to_csv("mx-cpf")})
        >>> again.to_csv("mx-cpf") == corpus.to_csv("mx-cpf")
        True
        """
        try:
            return self._documents(lib.cyt_export_documents_csv, what)
        except errors.Invalid:
            raise errors.Invalid(errors.INVALID,
                                 "%r is a vocabulary, which has no rows; see to_xml()"
                                 % what) from None

    def _documents(self, function: Any, what: str) -> str:
        try:
            return _call.written(function, self._held, _call.name(what))
        except errors.NotFound:
            raise self._unknown("document or jurisdiction", what) from None

    def list(self, kind: str, instrument: Optional[str] = None,
             lang: Optional[str] = None) -> "Inventory":
        """What it holds: "laws", "instruments", "articles" (of an instrument, or of all),
        "concepts", "facets", "jurisdictions", "states" or "basis"; titles in a language.

        >>> [item["id"] for item in corpus.list("articles", "un-cybercrime-2024")][6]
        'art_7'
        >>> corpus.list("concepts", lang="es")[0]["label"] != corpus.list("concepts")[0]["label"]
        True
        """
        return Inventory(self._listed(lib.cyt_export_list_json, kind, instrument, lang))

    def list_csv(self, kind: str, instrument: Optional[str] = None,
                 lang: Optional[str] = None) -> str:
        """The same as the table that the command prints.

        >>> corpus.list_csv("laws").startswith("id,jurisdiction,status,title,")
        True
        """
        return self._listed(lib.cyt_export_list_csv, kind, instrument, lang)

    def _listed(self, function: Any, kind: str, instrument: Optional[str],
                lang: Optional[str]) -> str:
        named = None if instrument is None else _call.name(instrument)
        try:
            return _call.written(function, self._held, _call.name(kind), named,
                                 _call.language(lang))
        except errors.NotFound:
            raise self._unknown("instrument", str(instrument)) from None
        except errors.Invalid:
            raise errors.Invalid(errors.INVALID, "there is no list of %r" % kind) from None

    def new_law(self, against: str, csv: bool = False) -> str:
        """An empty law in XML, or as a table, to fill in, with what an instrument asks for.

        >>> "<law " in corpus.new_law("un-cybercrime-2024")
        True
        >>> corpus.new_law("un-cybercrime-2024", csv=True).startswith("row,")
        True
        """
        function = lib.cyt_export_law_template_csv if csv else lib.cyt_export_law_template
        try:
            return _call.written(function, self._held, _call.name(against))
        except errors.NotFound:
            raise self._unknown("instrument", against) from None

    def suggest(self, id: str, most: int = 3) -> List[str]:
        """Ids of documents and jurisdictions most like one, nearest first.

        >>> corpus.suggest("un-cybercrime-20244", 1)
        ['un-cybercrime-2024']
        """
        if most < 0:
            raise ValueError("most is %d" % most)
        return [piece.decode("utf-8")
                for piece in _call.collect(lib.cyt_suggest, self._held, _call.name(id), most)]

    # ---- questions

    def coverage(self, subject: str, against: str, as_at: Optional[Date] = None, with_: With = (),
                 basis: Optional[str] = None, lang: Optional[str] = None) -> Coverage:
        """Which demands of an instrument a subject covers.

        The subject is a law, an instrument, a jurisdiction, or several joined by "+". `as_at` is
        a date, today (UTC) if None; `with_` as in with_(); facts on a weaker `basis` are left out.
        `lang` is the language of titles, labels and sentences, a tag such as "es".

        >>> answer = corpus.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21")
        >>> answer["art_7"].verdict
        <Verdict.PARTIAL: 'partial'>
        >>> answer = corpus.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21", lang="es")
        >>> answer["art_7"].rows[0].sentence()
        'Cubierto en parte por ...'
        """
        return self._ask(Coverage, lib.cyt_query_coverage, [subject, against], as_at, with_, basis,
                         lang)

    def report(self, subject: str, against: str, as_at: Optional[Date] = None, with_: With = (),
               basis: Optional[str] = None, lang: Optional[str] = None) -> Report:
        """The coverage with the gaps and what goes beyond, for to_html() and to_xml().

        >>> page = corpus.report("MX", "un-cybercrime-2024", as_at="2026-11-21").to_html()
        >>> "<html" in page and "Mexico" in page
        True
        """
        return self._ask(Report, lib.cyt_query_report, [subject, against], as_at, with_, basis,
                         lang)

    def gaps(self, subject: str, against: str, as_at: Optional[Date] = None, with_: With = (),
             basis: Optional[str] = None, lang: Optional[str] = None) -> Gaps:
        """What is missing, what would excuse it, which laws of other States have it.

        >>> corpus.gaps("MX", "un-cybercrime-2024", as_at="2026-11-21")[0].row.concept.id
        'system.access'
        """
        return self._ask(Gaps, lib.cyt_query_gaps, [subject, against], as_at, with_, basis, lang)

    def beyond(self, subject: str, against: str, as_at: Optional[Date] = None, with_: With = (),
               basis: Optional[str] = None, lang: Optional[str] = None) -> Beyond:
        """Where a subject reaches further than an instrument.

        >>> len(corpus.beyond("MX", "un-cybercrime-2024", as_at="2026-11-21")) > 0
        True
        """
        return self._ask(Beyond, lib.cyt_query_beyond, [subject, against], as_at, with_, basis,
                         lang)

    def safeguards(self, subject: str, against: Optional[str] = None,
                   as_at: Optional[Date] = None, with_: With = (),
                   basis: Optional[str] = None, lang: Optional[str] = None) -> Safeguards:
        """Which safeguards a subject supplies for each power that it has.

        >>> corpus.safeguards("MX", as_at="2026-11-21")["preservation"].is_held
        True
        """
        if against is None:
            return self._ask(Safeguards, lib.cyt_query_safeguards, [subject], as_at, with_, basis,
                             lang, None)
        return self._ask(Safeguards, lib.cyt_query_safeguards, [subject, against], as_at, with_,
                         basis, lang)

    def compare(self, instrument: str, other: str, as_at: Optional[Date] = None, with_: With = (),
                basis: Optional[str] = None, lang: Optional[str] = None) -> Compare:
        """Articles of one instrument with those of the other that demand some of the same.

        >>> answer = corpus.compare("coe-ets185", "un-cybercrime-2024", as_at="2026-11-21")
        >>> answer["art_2"].matches[0].relation()
        <Relation.EQUAL: 'equal'>
        """
        return self._ask(Compare, lib.cyt_query_compare, [instrument, other], as_at, with_, basis,
                         lang)

    def dual(self, first: str, second: str, facts: Optional[str] = None,
             against: Optional[str] = None, as_at: Optional[Date] = None, with_: With = (),
             basis: Optional[str] = None, lang: Optional[str] = None) -> Dual:
        """Dual criminality of facts, "CONCEPT,FACET=VALUE,...", or over an instrument's demands.

        >>> facts = "system.access,security=overcome,aim-data=yes"
        >>> corpus.dual("MX", "DE", facts, as_at="2026-11-21")[0].verdict
        <Duality.DEPENDS: 'depends'>
        """
        if facts is None and against is not None:
            return self._ask(Dual, lib.cyt_query_dual_against, [first, second, against], as_at,
                             with_, basis, lang)
        if facts is None or against is not None:
            raise ValueError("either facts or against, and not both")
        fault = self.facts_fault(facts)
        if fault:
            raise errors.Invalid(errors.INVALID, fault)
        return self._ask(Dual, lib.cyt_query_dual, [first, second, facts], as_at, with_, basis,
                         lang)

    def dual_against(self, first: str, second: str, against: str, as_at: Optional[Date] = None,
                     with_: With = (), basis: Optional[str] = None,
                     lang: Optional[str] = None) -> Dual:
        """`dual(…, against=)` by the name that it has in C.

        >>> len(corpus.dual_against("MX", "DE", "coe-ets185", as_at="2026-11-21")) > 0
        True
        """
        return self.dual(first, second, None, against, as_at, with_, basis, lang)

    def facts_fault(self, facts: str) -> str:
        """What is wrong with facts, in a sentence; "" if they are sound.

        >>> corpus.facts_fault("system.access,security=overcome")
        ''
        """
        return _call.written(lib.cyt_facts_fault, self._held, _call.name(facts))

    def matrix(self, against: str, by: Union[str, MatrixBy] = MatrixBy.JURISDICTION,
               as_at: Optional[Date] = None, with_: With = (),
               basis: Optional[str] = None, lang: Optional[str] = None) -> Matrix:
        """Verdicts of every jurisdiction, or every law, on every article.

        >>> corpus.matrix("un-cybercrime-2024", as_at="2026-11-21")["MX"].verdicts["art_7"]
        <Verdict.PARTIAL: 'partial'>
        """
        return self._ask(Matrix, lib.cyt_query_matrix, [against], as_at, with_, basis, lang,
                         MatrixBy.number_of(by))

    def covering(self, id: str, as_at: Optional[Date] = None, with_: With = (),
                 basis: Optional[str] = None, lang: Optional[str] = None) -> Covering:
        """Who covers an article, a demand or all cases of a concept.

        >>> corpus.covering("un-cybercrime-2024/art_7", as_at="2026-11-21")["MX"].verdict
        <Verdict.PARTIAL: 'partial'>
        """
        self.show(id)
        return self._ask(Covering, lib.cyt_query_covering, [id], as_at, with_, basis, lang)

    def diff(self, subject: str, against: str, with_: With, as_at: Optional[Date] = None,
             basis: Optional[str] = None, lang: Optional[str] = None) -> Diff:
        """What a bill, a file or an action would change.

        >>> bill = tree + "/examples/bills/mx-access.xml"
        >>> answer = corpus.diff("MX", "un-cybercrime-2024", bill, as_at="2026-11-21")
        >>> answer["art_7"].after.verdict > answer["art_7"].before.verdict
        True
        """
        date = query.today() if as_at is None else as_at
        return self.coverage(subject, against, date, (), basis, lang).diff(
            self.coverage(subject, against, date, with_, basis, lang))

    def search(self, words: str, lang: Optional[str] = None) -> Search:
        """Documents, articles, provisions, concepts and States by words or a citation.

        >>> corpus.search("Art. 7 un-cybercrime-2024")[0].id
        'un-cybercrime-2024/art_7'
        """
        try:
            pointer = _call.new(lib.cyt_query_search, _abi.RESULT, self._held, _call.name(words),
                                _call.language(lang))
        except errors.Invalid:
            raise query.no_language(lang) from None
        return Search(query.hold_result(pointer))

    def _ask(self, kind: Type[R], function: Any, names: Sequence[str], as_at: Optional[Date],
             with_: With, basis: Optional[str], lang: Optional[str],
             *rest: Optional[int]) -> R:
        """Asks with names, which the library takes first, and what it takes after them."""
        more = several(with_)
        if more:
            return self.with_(*more)._ask(kind, function, names, as_at, (), basis, lang,
                                          *rest)
        words = [_call.name(name) for name in names]
        terms = query.terms(CONTEXT, as_at, self._with, basis, lang)
        try:
            pointer = _call.new(function, _abi.RESULT, self._held, *words, *rest, terms)
        except errors.NotFound:
            raise self._first_unknown(names) from None
        return kind(query.hold_result(pointer))

    # ---- the rest

    def _listing(self, kind: Type[B], name: str) -> Listing[B]:
        held = self._held
        at = getattr(lib, "cyt_corpus_%s_at" % name)
        find = getattr(lib, "cyt_corpus_%s_find" % name)

        def found(id: str) -> Optional[B]:
            pointer = find(held, _call.name(id))
            return kind(held, pointer) if pointer else None

        return Listing(getattr(lib, "cyt_corpus_%s_count" % name)(held),
                       lambda i: kind(held, at(held, i)), found)

    def _first_unknown(self, names: Sequence[str]) -> errors.NotFound:
        """Which of the names of a question the corpus does not have."""
        jurisdictions = {item["id"] for item in self.list("jurisdictions")}
        parts = [part for name in names for part in name.split("+")]
        for part in parts:
            if part not in jurisdictions and part not in self:
                return self._unknown("instrument" if part == names[-1] else "subject", part)
        # All are there, so that one stands where only an instrument may.
        wrong = [part for part in parts if part not in self.instruments] or parts
        return errors.NotFound(errors.NOT_FOUND, "%r is no instrument" % wrong[-1])

    def _unknown(self, kind: str, name: str) -> errors.NotFound:
        near = self.suggest(name.split("/")[0])
        said = "there is no %s %r" % (kind, name)
        return errors.NotFound(errors.NOT_FOUND, said + (
            "; the nearest: " + ", ".join(near) if near else ""))

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and bool(lib.cyt_corpus_element_find(self._held, _call.name(id)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corpus):
            return NotImplemented
        return (address(self._held._as_parameter_) == address(other._held._as_parameter_)
                and self._with == other._with)

    def __hash__(self) -> int:
        return hash(address(self._held._as_parameter_))

    def __repr__(self) -> str:
        if self._reference is None:
            return "<Corpus, closed>"
        return "<Corpus of %s, %d instruments, %d laws, %s>" % (
            self.date, len(self.instruments), len(self.laws), self.digest[:19])


def _gather(paths: Sequence[Path], documents: Mapping[str, Union[str, bytes]],
            actions: Sequence[str], over: Sequence[Path] = ()) -> Loader:
    gathered = Loader()
    for path in paths:
        gathered.add_path(path)
    for name, document in documents.items():
        if name.endswith(TABLE):
            gathered.add_csv_memory(name, document)
        else:
            gathered.add_memory(name, document)
    gathered.begin_layer()
    for path in over:
        gathered.add_path(path)
    for action in actions:
        gathered.add_action(action)
    return gathered


class Inventory(Tabular):
    """What a corpus holds of a kind: a list of dictionaries.

    >>> laws = corpus.list("laws")
    >>> laws.kind, len(laws) == len(corpus.laws), laws[0]["id"] == corpus.laws[0].id
    ('laws', True, True)
    >>> [item["id"] for item in laws][0] == corpus.laws[0].id
    True
    """

    def __init__(self, said: str) -> None:
        self._said = said
        self._document: Dict[str, Any] = json.loads(said)

    @property
    def kind(self) -> str:
        """What was asked for."""
        return str(self._document["kind"])

    def to_json(self) -> str:
        """The JSON that the command prints.

        >>> '"cybertreaty.list/1"' in corpus.list("states").to_json()
        True
        """
        return self._said

    def to_dict(self) -> Dict[str, Any]:
        """The same as values of Python.

        >>> corpus.list("states").to_dict()["format"]
        'cybertreaty.list/1'
        """
        found: Dict[str, Any] = json.loads(self._said)
        return found

    def __len__(self) -> int:
        return len(self._document["items"])

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return iter(self._document["items"])

    def __getitem__(self, i: int) -> Dict[str, Any]:
        found: Dict[str, Any] = self._document["items"][i]
        return found

    def _columns(self) -> Sequence[str]:
        return list(self[0]) if len(self) else ["id"]

    def _records(self) -> List[Record]:
        return [{name: " ".join(value) if isinstance(value, list) else value
                 for name, value in item.items()} for item in self]

    def _caption(self) -> str:
        return "%s: %d" % (self.kind, len(self))

    def __repr__(self) -> str:
        return "<Inventory of %d %s>" % (len(self), self.kind)

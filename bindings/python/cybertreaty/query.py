# SPDX-License-Identifier: LGPL-2.1-or-later
"""Terms of a question, and what all answers have in common."""
import datetime
import json
import os
from typing import (TYPE_CHECKING, Any, Dict, Generic, Iterable, Iterator, List, Optional, Type,
                    TypeVar, Union, overload)

from . import _abi, _call, errors
from ._call import lib, optional, text
from ._held import Borrowed, Held, Listing, Owner
from ._table import Tabular
from .instrument import Instrument
from .words import Basis, Question

if TYPE_CHECKING:
    from .corpus import Corpus

T = TypeVar("T", bound=Borrowed)
Date = Union[str, datetime.date]


def today() -> str:
    """The date in UTC, for a question without one: the library never asks the clock."""
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


def number_of_date(value: Date) -> int:
    """The number of C for a date."""
    said = value.isoformat()[:10] if isinstance(value, datetime.date) else value
    number = int(lib.cyt_date_parse(_call.name(said)))
    if not number:
        raise ValueError("%r is no date; expected YYYY, YYYY-MM or YYYY-MM-DD" % said)
    return number


def sentence_lang(lang: Optional[str] = None) -> str:
    """In which language sentences are when this one is asked for.

    >>> sentence_lang("es-MX"), sentence_lang("de")
    ('es', 'en')
    """
    return text(lib.cyt_sentence_lang(_call.language(lang)))


def no_language(lang: Optional[str]) -> errors.Invalid:
    """What is said of something that is no language."""
    return errors.Invalid(errors.INVALID,
                          "%r is no language; expected a tag such as es or es-MX" % lang)


def terms(context: Held, as_at: Optional[Date], laws: Iterable[str], basis: Optional[str],
          lang: Optional[str]) -> Held:
    """The terms of one question."""
    date = number_of_date(today() if as_at is None else as_at)
    weakest = None if basis is None else Basis.number_of(basis)
    made = Held(_call.new(lib.cyt_terms_new, _abi.TERMS, context, date), lib.cyt_terms_free)
    for law in laws:
        lib.cyt_terms_add_law(made, _call.name(law))
    if weakest is not None:
        lib.cyt_terms_set_basis(made, weakest)
    try:
        lib.cyt_terms_set_lang(made, _call.language(lang))
    except errors.Invalid:
        raise no_language(lang) from None
    return made


def hold_result(pointer: Any) -> Held:
    """A result, with the corpus that it holds."""
    return Held(pointer, lib.cyt_result_unref, lib.cyt_result_corpus(pointer))


class Result(Owner, Tabular):
    """An answer. It holds its corpus, and does not change.

    >>> coverage
    <Coverage MX, un-cybercrime-2024, 2026-11-21>
    >>> coverage.question, coverage.as_at, coverage.with_, coverage.corpus == corpus
    (<Question.COVERAGE: 'coverage'>, '2026-11-21', [], True)
    >>> coverage.subject, coverage.subject_kind, coverage.subject_title, coverage.instrument.id
    ('MX', 'jurisdiction', 'Mexico', 'un-cybercrime-2024')
    >>> coverage.lang, corpus.gaps("MX", "un-cybercrime-2024", lang="es-MX").lang
    ('en', 'es-MX')
    >>> corpus.gaps("MX", "un-cybercrime-2024", basis="text").basis
    <Basis.TEXT: 'text'>
    """

    @property
    def question(self) -> Question:
        """Which question it answers."""
        return Question.of(lib.cyt_result_question(self._held))

    @property
    def corpus(self) -> "Corpus":
        """The corpus that was asked."""
        from .corpus import Corpus  # which makes results
        return Corpus(Held(lib.cyt_corpus_ref(self._held.corpus), lib.cyt_corpus_unref))

    @property
    def subject(self) -> Optional[str]:
        """The subject as it was given."""
        return optional(lib.cyt_result_subject(self._held))

    @property
    def subject_kind(self) -> Optional[str]:
        """ "law", "instrument", "jurisdiction" or "set"."""
        return optional(lib.cyt_result_subject_kind(self._held))

    @property
    def subject_title(self) -> Optional[str]:
        """Title of the subject; of several the titles joined by " + "."""
        return optional(lib.cyt_result_subject_title(self._held))

    @property
    def instrument(self) -> Optional[Instrument]:
        """The instrument that it is about."""
        held = self._held
        pointer = lib.cyt_result_instrument(held)
        return Instrument(held, pointer) if pointer else None

    @property
    def as_at(self) -> Optional[str]:
        """The date of the question."""
        return _call.date(lib.cyt_result_as_at(self._held))

    @property
    def basis(self) -> Basis:
        """Facts on a weaker basis were left out; unknown if none were."""
        return Basis.of(lib.cyt_result_basis(self._held))

    @property
    def lang(self) -> str:
        """The language asked for; "en" if none was."""
        return text(lib.cyt_result_lang(self._held))

    @property
    def with_(self) -> List[str]:
        """The laws named in the terms."""
        return [text(law) for law in _call.each(lib.cyt_result_with_at, self._held)]

    def to_json(self) -> str:
        """The JSON that the command prints.

        >>> coverage.to_json().startswith("{")
        True
        """
        return self._written("JSON", lib.cyt_export_json, self._held)

    def to_dict(self) -> Dict[str, Any]:
        """The same as values of Python.

        >>> coverage.to_dict()["subject"]["id"]
        'MX'
        """
        found: Dict[str, Any] = json.loads(self.to_json())
        return found

    def to_xml(self) -> str:
        """The XML that pages are made of (xml/schema/report.xsd); not of every question.

        >>> "urn:cybertreaty:report:1" in coverage.to_xml()
        True
        """
        return self._written("XML", lib.cyt_export_report_xml, self._held)

    def to_html(self, stylesheet: Optional[str] = None) -> str:
        """One page that needs nothing else, by the installed stylesheet or one's own.

        >>> coverage.to_html().startswith("<!DOCTYPE html")
        True
        """
        from .corpus import installed_corpus
        path = stylesheet or os.path.join(installed_corpus(), "report", "report.xsl")
        return self._written("page", lib.cyt_export_report_html, self._held, os.fsencode(path),
                             None)

    def _written(self, what: str, function: Any, *arguments: Any) -> str:
        try:
            return _call.written(function, *arguments)
        except errors.Invalid:
            raise errors.Invalid(errors.INVALID, "there is no %s of the question %r" % (
                what, str(self.question))) from None

    def _each(self, kind: Type[T], function: Any, *arguments: Any) -> List[T]:
        held = self._held
        return [kind(held, pointer) for pointer in _call.each(function, held, *arguments)]

    def _caption(self) -> str:
        instrument = self.instrument
        said = [str(self.question).capitalize(), self.subject_title or self.subject,
                None if instrument is None else instrument.title(self.lang), self.as_at]
        return ", ".join(one for one in said if one)

    def __repr__(self) -> str:
        if self._reference is None:
            return "<%s, closed>" % type(self).__name__
        instrument = self.instrument
        said = [self.subject, None if instrument is None else instrument.id, self.as_at]
        return "<%s %s>" % (type(self).__name__, ", ".join(one for one in said if one))


class Answer(Result, Generic[T]):
    """A result that is a list of findings: `len()`, iteration, by number and by name.

    >>> len(matrix) == len(corpus.list("jurisdictions"))
    True
    >>> [holder.subject for holder in matrix][0] == matrix[0].subject
    True
    >>> "MX" in matrix
    True
    """

    def _items(self) -> Listing[T]:
        raise NotImplementedError

    def _listing(self, kind: Type[T], name: str, *arguments: Any) -> Listing[T]:
        """What NAME_count() and NAME_at() give of a result, found by _key()."""
        held = self._held
        at = getattr(lib, name + "_at")
        count = int(getattr(lib, name + "_count")(held, *arguments))

        def one(i: int) -> T:
            return kind(held, at(held, *arguments, i))

        def find(key: str) -> Optional[T]:
            return next((item for item in map(one, range(count)) if self._key(item) == key), None)

        return Listing(count, one, find)

    def _key(self, item: T) -> Optional[str]:
        """The name of a finding; most have none."""
        return None

    def __len__(self) -> int:
        return len(self._items())

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[T]:
        return iter(self._items())

    def __contains__(self, item: object) -> bool:
        return item in self._items()

    @overload
    def __getitem__(self, key: Union[int, str]) -> T: ...

    @overload
    def __getitem__(self, key: slice) -> List[T]: ...

    def __getitem__(self, key: Union[int, str, slice]) -> Union[T, List[T]]:
        return self._items()[key]


class Printed:
    """What the library writes as CSV: all but a report."""

    _held: Any

    def to_csv(self) -> str:
        """The table that the command prints: RFC 4180, lines end in CR LF.

        >>> matrix.to_csv().splitlines()[0].startswith("subject,title,1,2,3")
        True
        """
        return _call.written(lib.cyt_export_csv, self._held)

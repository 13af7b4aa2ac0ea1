# SPDX-License-Identifier: LGPL-2.1-or-later
"""One class for each question."""
import json
from typing import Any, Dict, Iterator, List, Optional, Sequence, Union

from . import _abi, _call
from ._call import lib, text
from ._held import Held, Listing, Owner
from ._table import Record, Tabular, from_csv
from .findings import (Conflict, Gap, Hit, Holder, PowerFinding, ProvisionFinding, Reach,
                       Unasked)
from .element import Element
from .instrument import Article, Instrument
from .pairs import Change, Comparison, DualFinding, Passage
from .query import Answer, Printed, T, hold_result
from .vocabulary import Concept
from .words import Kind, Layout, Modality, Side, Verdict


class _Table(Printed):
    """Of a table that the library writes, columns and rows are its own."""

    def _rows(self) -> List[List[str]]:
        return from_csv(self.to_csv())

    def _columns(self) -> Sequence[str]:
        return self._rows()[0]

    def _records(self) -> List[Record]:
        heading, *rows = self._rows()
        return [dict(zip(heading, row)) for row in rows]


class _Reaching(Answer[T]):
    """An answer that says what nobody asked for, too."""

    @property
    def unasked(self) -> List[Concept]:
        """Concepts that the subject supplies and the instrument never demands."""
        return self._each(Concept, lib.cyt_result_unasked_at)

    @property
    def unasked_findings(self) -> List[Unasked]:
        """The same, with the provisions that supply them."""
        return [Unasked(self._held, i) for i in range(len(self.unasked))]


class Coverage(_Table, _Reaching[ProvisionFinding]):
    """Which demands of an instrument a subject covers: its articles, by number or id.

    >>> coverage["art_7"].verdict, len(coverage) == len(coverage.instrument.articles)
    (<Verdict.PARTIAL: 'partial'>, True)
    >>> coverage.beyond[0].concept.is_leaf, type(coverage.unasked)
    (True, <class 'list'>)
    >>> [one.concept for one in coverage.unasked_findings] == coverage.unasked
    True
    """

    def _items(self) -> Listing[ProvisionFinding]:
        return self._listing(ProvisionFinding, "cyt_result_provision")

    def _key(self, item: ProvisionFinding) -> Optional[str]:
        return item.article.id

    def total(self, modality: Union[str, Modality], verdict: Union[str, Verdict]) -> int:
        """How many articles (for `shall`) or rows (of other modalities) got a verdict.

        >>> coverage.total("shall", "full") == coverage.to_dict()["totals"]["shall"]["full"]
        True
        """
        return int(lib.cyt_result_total(self._held, Modality.number_of(modality),
                                        Verdict.number_of(verdict)))

    @property
    def beyond(self) -> List[Reach]:
        """Where the subject reaches further than the instrument."""
        return list(self._listing_of_reach())

    def _listing_of_reach(self) -> Listing[Reach]:
        held = self._held
        return Listing(lib.cyt_result_beyond_count(held),
                       lambda i: Reach(held, lib.cyt_result_beyond_at(held, i)), lambda key: None)

    def diff(self, after: "Coverage") -> "Diff":
        """What changes from this coverage to another of the same instrument.

        >>> earlier = corpus.coverage("MX", "un-cybercrime-2024", as_at="1999-01-01")
        >>> earlier.diff(coverage)["art_7"].after.verdict
        <Verdict.PARTIAL: 'partial'>
        """
        return Diff(hold_result(_call.new(lib.cyt_query_diff, _abi.RESULT, self._held,
                                          after._held)))

    def to_json(self, only: Optional[Union[str, Kind]] = None,
                article: Optional[str] = None) -> str:
        """The JSON that the command prints, of all articles, those of a kind, or one.

        >>> coverage.to_json("offence") != coverage.to_json()
        True
        """
        if only is None and article is None:
            return super().to_json()
        kind = 0 if only is None else Kind.number_of(only)
        return _call.written(lib.cyt_export_coverage_json, self._held, kind,
                             None if article is None else _call.name(article))

    def table(self, layout: Union[str, Layout], only: Optional[Union[str, Kind]] = None,
              article: Optional[str] = None) -> "Table":
        """The coverage in a layout, of all articles, those of a kind, or one, in its language.

        >>> coverage.table("compatibility", article="art_7").headings[:2]
        ['article', 'kind of obligation']
        """
        kind = 0 if only is None else Kind.number_of(only)
        named = None if article is None else _call.name(article)
        word = Layout(layout)
        return Table(Held(_call.new(lib.cyt_table_new, _abi.TABLE, self._held,
                                    Layout.number_of(word), kind, named, _call.name(self.lang)),
                          lib.cyt_table_free), word)

    def to_dict(self, only: Optional[Union[str, Kind]] = None,
                article: Optional[str] = None) -> Dict[str, Any]:
        """The same as values of Python.

        >>> [one["num"] for one in coverage.to_dict(article="art_7")["provisions"]]
        ['7']
        """
        found: Dict[str, Any] = json.loads(self.to_json(only, article))
        return found

    def _shown(self) -> Sequence[str]:
        return ("number", "title", "article verdict", "concept title", "modality", "verdict",
                "basis", "finding")


class Table(Owner, Tabular):
    """A coverage laid out for people: rows of texts under headings.

    >>> table = coverage.table("profile", only="offence")
    >>> table, table.layout, len(table) == len(list(table)), len(table[0]) == len(table.headings)
    (<Table profile, ... rows>, <Layout.PROFILE: 'profile'>, True, True)
    >>> table.source.startswith("Mexico; United Nations Convention against Cybercrime. As at ")
    True
    """

    def __init__(self, held: Held, layout: Layout) -> None:
        super().__init__(held)
        self._layout = layout

    @property
    def layout(self) -> Layout:
        """How it is laid out."""
        return self._layout

    @property
    def headings(self) -> List[str]:
        """What the columns are called."""
        held = self._held
        return [text(lib.cyt_table_heading(held, i))
                for i in range(lib.cyt_table_column_count(held))]

    def __len__(self) -> int:
        return int(lib.cyt_table_row_count(self._held))

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, i: int) -> List[str]:
        held, row = self._held, range(len(self))[i]
        return [text(lib.cyt_table_cell(held, row, column))
                for column in range(lib.cyt_table_column_count(held))]

    def __iter__(self) -> Iterator[List[str]]:
        return (self[i] for i in range(len(self)))

    @property
    def source(self) -> str:
        """What the table answers and from what; the last row of its CSV."""
        return text(lib.cyt_table_source(self._held))

    def to_csv(self) -> str:
        """The table that the command prints: RFC 4180, lines end in CR LF.

        >>> coverage.table("elements").to_csv().endswith("\\r\\n")
        True
        """
        return _call.written(lib.cyt_table_csv, self._held)

    def _columns(self) -> Sequence[str]:
        return self.headings

    def _records(self) -> List[Record]:
        headings = self.headings
        return [dict(zip(headings, row)) for row in self]

    def _caption(self) -> str:
        rows = len(self)
        return "%s, %d row%s" % (self._layout, rows, "" if rows == 1 else "s")

    def __repr__(self) -> str:
        return "<Table closed>" if self._reference is None else "<Table %s>" % self._caption()


class Report(Answer[ProvisionFinding]):
    """Coverage, gaps and beyond in one answer, for a page; there is no JSON of it.

    >>> report = corpus.report("MX", "un-cybercrime-2024", as_at="2026-11-21")
    >>> report["art_7"].verdict, len(report.gaps) > 0, len(report.beyond) > 0
    (<Verdict.PARTIAL: 'partial'>, True, True)
    """

    def _items(self) -> Listing[ProvisionFinding]:
        return self._listing(ProvisionFinding, "cyt_result_provision")

    def _key(self, item: ProvisionFinding) -> Optional[str]:
        return item.article.id

    @property
    def gaps(self) -> List[Gap]:
        """What is missing, what would excuse it, and who has it."""
        return self._each(Gap, lib.cyt_result_gap_at)

    @property
    def beyond(self) -> List[Reach]:
        """Where the subject reaches further than the instrument."""
        return self._each(Reach, lib.cyt_result_beyond_at)

    def _columns(self) -> Sequence[str]:
        return "article", "number", "title", "verdict"

    def _records(self) -> List[Record]:
        return [{"article": found.article.id, "number": found.article.num,
                 "title": found.article.title(self.lang), "verdict": str(found.verdict)}
                for found in self]


class Gaps(_Table, Answer[Gap]):
    """Of a coverage only what is missing, what would excuse it, and who has it.

    >>> gaps[0].row.demand.id
    'art_7__para_1__d'
    """

    def _items(self) -> Listing[Gap]:
        return self._listing(Gap, "cyt_result_gap")

    def _shown(self) -> Sequence[str]:
        return ("number", "concept title", "verdict", "finding")


class Beyond(_Table, _Reaching[Reach]):
    """Where a subject reaches further than the instrument, and what nobody asked for.

    >>> beyond[0].concern >= "none", type(beyond.unasked), beyond.conflicts
    (True, <class 'list'>, [])
    >>> len(beyond.unasked_findings) == len(beyond.unasked)
    True
    """

    def _items(self) -> Listing[Reach]:
        return self._listing(Reach, "cyt_result_beyond")

    @property
    def conflicts(self) -> List[Conflict]:
        """What is covered and must not be."""
        held = self._held
        return [conflict for i in range(lib.cyt_result_provision_count(held))
                for conflict in ProvisionFinding(
                    held, lib.cyt_result_provision_at(held, i)).conflicts]

    def _shown(self) -> Sequence[str]:
        return "concept title", "concern", "finding"


class Matrix(_Table, Answer[Holder]):
    """The verdicts of everybody on every article of an instrument.

    >>> matrix["MX"].verdicts["art_7"], matrix.instrument.id
    (<Verdict.PARTIAL: 'partial'>, 'un-cybercrime-2024')
    """

    def _items(self) -> Listing[Holder]:
        return self._listing(Holder, "cyt_result_holder")

    def _key(self, item: Holder) -> Optional[str]:
        return item.subject


class Covering(_Table, Answer[Holder]):
    """Who covers an article, a demand or all cases of a concept.

    >>> covering["MX"].verdict, covering.target["num"]
    (<Verdict.PARTIAL: 'partial'>, '7')
    """

    def _items(self) -> Listing[Holder]:
        return self._listing(Holder, "cyt_result_holder")

    def _key(self, item: Holder) -> Optional[str]:
        return item.subject

    @property
    def target(self) -> Element:
        """The article, demand or concept that it is about."""
        held = self._held
        return Element(held, lib.cyt_result_target(held))

    def _shown(self) -> Sequence[str]:
        return "subject", "title", "subject verdict", "concept title", "verdict", "finding"


class Safeguards(_Table, Answer[PowerFinding]):
    """Which safeguards a subject supplies for each power that it has.

    >>> safeguards["preservation"].is_held, type(safeguards.untied)
    (True, <class 'list'>)
    """

    def _items(self) -> Listing[PowerFinding]:
        return self._listing(PowerFinding, "cyt_result_power")

    def _key(self, item: PowerFinding) -> Optional[str]:
        value = item.value
        return None if value is None else value.id

    @property
    def untied(self) -> List[Concept]:
        """Powers that the subject has and no value stands for."""
        return self._each(Concept, lib.cyt_result_untied_at)

    def _shown(self) -> Sequence[str]:
        return "power title", "concept title", "verdict", "basis", "finding"


class Diff(_Table, Answer[Change]):
    """What changes from one coverage to another: the articles, by number or id.

    >>> diff["art_7"].after.verdict > diff["art_7"].before.verdict
    True
    >>> diff.before.question == diff.after.question == "coverage", diff.after.with_
    (True, ['mx-bill-access'])
    """

    def __init__(self, held: Held) -> None:
        super().__init__(held)
        held.before = hold_result(lib.cyt_result_ref(lib.cyt_result_before(held)))
        held.after = hold_result(lib.cyt_result_ref(lib.cyt_result_after(held)))

    def _items(self) -> Listing[Change]:
        return self._listing(Change, "cyt_result_change")

    def _key(self, item: Change) -> Optional[str]:
        return _article(item).id

    @property
    def before(self) -> Coverage:
        """The coverage before."""
        return _coverage(self._held.before)

    @property
    def after(self) -> Coverage:
        """The coverage after."""
        return _coverage(self._held.after)

    def _shown(self) -> Sequence[str]:
        return ("number", "title", "article before", "article after", "concept title", "before",
                "after", "finding")


def _coverage(held: Optional[Held]) -> Coverage:
    if held is None:
        raise LookupError("no coverage")
    return Coverage(held)


def _article(change: Change) -> Article:
    finding = change.after or change.before
    if finding is None:
        raise LookupError("a change of nothing")
    return finding.article


class Compare(_Table, Answer[Comparison]):
    """How two instruments compare: the articles of the first, by number or id.

    >>> [match.article.id for match in comparison["art_2"].matches]
    ['art_7']
    >>> comparison.subject, comparison.other["art_7"].matches[0].article.id
    ('coe-ets185', 'art_2')
    >>> versions.earlier, versions.later, len(versions.passages) > 60
    (<Instrument 'un-cybercrime-2023'>, <Instrument 'un-cybercrime-2024'>, True)
    >>> comparison.earlier, comparison.passages
    (None, [])
    """

    def _items(self) -> Listing[Comparison]:
        return self._listing(Comparison, "cyt_result_comparison", Side.FIRST.number)

    def _key(self, item: Comparison) -> Optional[str]:
        return item.article.id

    @property
    def other(self) -> Listing[Comparison]:
        """The same from the other side: the articles of the second."""
        return self._listing(Comparison, "cyt_result_comparison", Side.SECOND.number)

    @property
    def earlier(self) -> Optional[Instrument]:
        """Of two versions of one instrument the earlier; None if neither supersedes the other."""
        return self._version(lib.cyt_result_earlier)

    @property
    def later(self) -> Optional[Instrument]:
        """The later of the two."""
        return self._version(lib.cyt_result_later)

    @property
    def passages(self) -> List[Passage]:
        """The concordance of two versions: what became of each article."""
        held = self._held
        return [Passage(held, lib.cyt_result_passage_at(held, i))
                for i in range(lib.cyt_result_passage_count(held))]

    def _version(self, function: Any) -> Optional[Instrument]:
        held = self._held
        pointer = function(held)
        return Instrument(held, pointer) if pointer else None

    def _shown(self) -> Sequence[str]:
        return "number", "title", "other number", "other title", "finding"


class Dual(_Table, Answer[DualFinding]):
    """Dual criminality: one finding for facts, else one for each demand on each concept.

    >>> len(dual), dual[0].verdict, dual.facts
    (1, <Duality.DEPENDS: 'depends'>, 'system.access,security=overcome,aim-data=yes')
    >>> dual.states
    ['MX', 'DE']
    """

    def _items(self) -> Listing[DualFinding]:
        return self._listing(DualFinding, "cyt_result_dual")

    @property
    def facts(self) -> Optional[str]:
        """The facts as they were given; None without."""
        return _call.optional(lib.cyt_result_facts(self._held))

    @property
    def states(self) -> List[str]:
        """The two States as they were given."""
        held = self._held
        return [text(lib.cyt_result_state(held, side.number)) for side in Side if side]

    def state_kind(self, side: Union[str, Side]) -> str:
        """ "jurisdiction", "law" or "set".

        >>> dual.state_kind("first")
        'jurisdiction'
        """
        return text(lib.cyt_result_state_kind(self._held, Side.number_of(side)))

    def state_title(self, side: Union[str, Side]) -> str:
        """The title of one of the two.

        >>> dual.state_title("second")
        'Germany'
        """
        return text(lib.cyt_result_state_title(self._held, Side.number_of(side)))

    def _shown(self) -> Sequence[str]:
        return "number", "concept title", "verdict", "basis", "finding"

    def _caption(self) -> str:
        titles = " and ".join(self.state_title(side) for side in Side if side)
        return "Dual criminality, %s, %s" % (titles, self.as_at)


class Search(_Table, Answer[Hit]):
    """What was found, best first.

    >>> corpus.search("illegal access")[0].element.name
    'article'
    """

    def _items(self) -> Listing[Hit]:
        return self._listing(Hit, "cyt_result_hit")

    def _key(self, item: Hit) -> Optional[str]:
        return item.id

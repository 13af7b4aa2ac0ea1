# SPDX-License-Identifier: LGPL-2.1-or-later
"""Findings about two: coverages that differ, instruments that are compared, States of one case."""
from typing import Any, List, Optional, Type, TypeVar, Union

from . import _call
from ._call import lib
from ._held import Borrowed, Held
from .findings import Evidence, ProvisionFinding, RowFinding
from .instrument import Article, Demand
from .vocabulary import Concept, Region
from .words import Basis, Duality, Fate, Floor, Relation, Side, Standing

B = TypeVar("B", bound=Borrowed)


def _maybe_of(held: Optional[Held], kind: Type[B], pointer: Any) -> Optional[B]:
    """A finding of one of the two answers that a difference holds."""
    return kind(held, pointer) if pointer and held is not None else None


class RowChange(Borrowed):
    """A row of which two coverages say different things.

    >>> row = diff[0].rows[0]
    >>> row, row.before.concept.id == row.after.concept.id
    (<RowChange system.access>, True)
    """

    __slots__ = ()

    @property
    def before(self) -> Optional[RowFinding]:
        """The row before; None where there was none."""
        return _maybe_of(self._held.before, RowFinding, lib.cyt_row_change_before(self))

    @property
    def after(self) -> Optional[RowFinding]:
        """The row after; None where there is none."""
        return _maybe_of(self._held.after, RowFinding, lib.cyt_row_change_after(self))

    def sentence(self) -> str:
        """ "Before: ... After: ..."

        >>> diff[0].rows[0].sentence().startswith("Before: ")
        True
        """
        return _call.written(lib.cyt_row_change_sentence, self)

    def _said(self) -> str:
        row = self.after or self.before
        return "" if row is None else row.concept.id


class Change(Borrowed):
    """An article that two coverages judge differently.

    >>> change = diff[0]
    >>> change, change.before.article.id, change.after.article.id, len(change.rows) > 0
    (<Change art_7>, 'art_7', 'art_7', True)
    """

    __slots__ = ()

    @property
    def before(self) -> Optional[ProvisionFinding]:
        """The article before; None if the instrument had none such then."""
        return _maybe_of(self._held.before, ProvisionFinding, lib.cyt_change_before(self))

    @property
    def after(self) -> Optional[ProvisionFinding]:
        """The article after; None if the instrument has none such any more."""
        return _maybe_of(self._held.after, ProvisionFinding, lib.cyt_change_after(self))

    @property
    def rows(self) -> List[RowChange]:
        """The rows that change."""
        return self._each(RowChange, lib.cyt_change_row_at)

    def _said(self) -> str:
        finding = self.after or self.before
        return "" if finding is None else finding.article.id


class Difference(Borrowed):
    """Cases that an article demands and that stand otherwise in the other instrument.

    >>> difference = [one for row in comparison for one in row.differences][0]
    >>> difference.here > difference.there, difference.region.concept == difference.concept
    (True, True)
    """

    __slots__ = ()

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self._one(Concept, lib.cyt_difference_concept)

    @property
    def here(self) -> Standing:
        """How firmly the article demands these cases."""
        return Standing.of(lib.cyt_difference_here(self))

    @property
    def there(self) -> Standing:
        """How firmly any article of the other instrument does."""
        return Standing.of(lib.cyt_difference_there(self))

    @property
    def region(self) -> Region:
        """The cases."""
        return self._one(Region, lib.cyt_difference_region)

    def sentence(self) -> str:
        """In plain legal English.

        >>> all(one.sentence() for one in comparison[0].differences)
        True
        """
        return _call.written(lib.cyt_difference_sentence, self)

    def _said(self) -> str:
        return "%s: %s, there %s" % (self.concept.id, self.here, self.there)


class Match(Borrowed):
    """An article of the other instrument that demands some of the same.

    >>> match = comparison["art_2"].matches[0]
    >>> match, match.article.instrument.id
    (<Match art_7 equal>, 'un-cybercrime-2024')
    """

    __slots__ = ()

    @property
    def article(self) -> Article:
        """The article of the other instrument."""
        return self._one(Article, lib.cyt_match_article)

    def relation(self, floor: Union[str, Floor] = Floor.DUTY) -> Relation:
        """How the article that has the match relates to this one.

        >>> comparison["art_2"].matches[0].relation("by-option")
        <Relation.EQUAL: 'equal'>
        """
        return Relation.of(lib.cyt_match_relation(self, Floor.number_of(floor)))

    def sentence(self) -> str:
        """The three relations in a few words.

        >>> bool(comparison["art_2"].matches[0].sentence())
        True
        """
        return _call.written(lib.cyt_match_sentence, self)

    def _said(self) -> str:
        return "%s %s" % (self.article.id, self.relation())


class Comparison(Borrowed):
    """An article of one of two instruments, and its counterparts in the other.

    >>> row = comparison["art_2"]
    >>> row, row.article.title(), [match.article.id for match in row.matches]
    (<Comparison art_2>, 'Illegal access', ['art_7'])
    >>> type(row.differences), row.unread
    (<class 'list'>, None)
    """

    __slots__ = ()

    @property
    def article(self) -> Article:
        """The article."""
        return self._one(Article, lib.cyt_comparison_article)

    @property
    def matches(self) -> List[Match]:
        """Articles of the other instrument that demand some of the same."""
        return self._listed(Match, "cyt_comparison_match")

    @property
    def unread(self) -> Optional[Article]:
        """Of versions, without a match: what it was or became, where nobody has read that."""
        return self._maybe(Article, lib.cyt_comparison_unread)

    @property
    def differences(self) -> List[Difference]:
        """Cases that stand otherwise in the other instrument as a whole."""
        return self._listed(Difference, "cyt_comparison_difference")

    def _said(self) -> str:
        return self.article.id


class Passage(Borrowed):
    """An article of two versions of an instrument, and what became of it.

    >>> passage = versions.passages[0]
    >>> passage, passage.earlier.instrument == versions.earlier
    (<Passage art_1 to art_1, ...>, True)
    >>> passage.later.instrument == versions.later, passage.fate in list(Fate)
    (True, True)
    >>> passage.changed in (True, False, None)
    True
    """

    __slots__ = ()

    @property
    def earlier(self) -> Optional[Article]:
        """The article as it was; None for what was added, or where it is not known."""
        return self._maybe(Article, lib.cyt_passage_earlier)

    @property
    def later(self) -> Optional[Article]:
        """The article that it became; None for what was dropped."""
        return self._maybe(Article, lib.cyt_passage_later)

    @property
    def fate(self) -> Fate:
        """What became of it; "" where no source shows what it was before."""
        return Fate.of(lib.cyt_passage_fate(self))

    @property
    def changed(self) -> Optional[bool]:
        """Whether it asks otherwise than before; None if that is not known."""
        answer = lib.cyt_passage_changed(self)
        return None if answer < 0 else bool(answer)

    def _said(self) -> str:
        ids = ["nothing" if one is None else one.id for one in (self.earlier, self.later)]
        return "%s to %s, %s" % (*ids, self.fate or "unknown")


class DualFinding(Borrowed):
    """Whether the law of two States covers a case, or what is demanded.

    >>> finding = dual[0]
    >>> finding, finding.verdict, finding.demand, finding.basis
    (<DualFinding depends>, <Duality.DEPENDS: 'depends'>, None, <Basis.TEXT: 'text'>)
    >>> finding.facts.concept.id, finding.both.cell_count < finding.facts.cell_count
    ('system.access', True)
    >>> type(finding.consulted)
    <class 'str'>
    """

    __slots__ = ()

    @property
    def demand(self) -> Optional[Demand]:
        """The demand; None for facts."""
        return self._maybe(Demand, lib.cyt_dual_demand)

    @property
    def verdict(self) -> Duality:
        """The verdict."""
        return Duality.of(lib.cyt_dual_verdict(self))

    @property
    def basis(self) -> Basis:
        """Weakest basis of the law that it rests on; "" if there is none."""
        return Basis.of(lib.cyt_dual_basis(self))

    @property
    def consulted(self) -> Optional[str]:
        """Oldest consultation among it; None if something was never consulted."""
        return _call.date(lib.cyt_dual_consulted(self))

    @property
    def facts(self) -> Region:
        """The facts, or what is demanded."""
        return self._one(Region, lib.cyt_dual_facts)

    @property
    def both(self) -> Region:
        """The part that both cover unconditionally."""
        return self._one(Region, lib.cyt_dual_both)

    def outside(self, side: Union[str, Side]) -> Optional[Region]:
        """The part that a State does not cover; None if there is none, or if nobody has looked.

        >>> dual[0].outside("first").concept.id
        'system.access'
        """
        return self._maybe(Region, lib.cyt_dual_outside, Side.number_of(side))

    def supplied_by(self, side: Union[str, Side]) -> List[Evidence]:
        """Provisions of a State that cover part of it.

        >>> dual[0].supplied_by("first")[0].law.id
        'mx-cpf'
        """
        return self._each(Evidence, lib.cyt_dual_supplied_by_at, Side.number_of(side))

    def conditional(self, side: Union[str, Side]) -> List[Evidence]:
        """Provisions that would cover part of what is outside, under a condition.

        >>> type(dual[0].conditional("second"))
        <class 'list'>
        """
        return self._each(Evidence, lib.cyt_dual_conditional_at, Side.number_of(side))

    def sentence(self, side: Optional[Union[str, Side]] = None) -> str:
        """The answer in one sentence, or what the law of one State says to it.

        >>> bool(dual[0].sentence()), bool(dual[0].sentence("second"))
        (True, True)
        """
        if side is None:
            return _call.written(lib.cyt_dual_sentence, self)
        return _call.written(lib.cyt_dual_side_sentence, self, Side.number_of(side))

    def _said(self) -> str:
        demand = self.demand
        return str(self.verdict) if demand is None else "%s %s" % (demand.id, self.verdict)

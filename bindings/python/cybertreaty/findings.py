# SPDX-License-Identifier: LGPL-2.1-or-later
"""What answers are made of: findings about articles and rows, and their evidence."""
import ctypes
from typing import Dict, List, Optional, Tuple, Union

from . import _call
from ._call import lib, text
from ._held import Borrowed, Held
from .element import Element
from .instrument import Article, Demand, Way
from .law import Extend, Law, Provision
from .state import Action
from .vocabulary import Concept, Facet, Region, Value
from .words import Basis, Concern, Question, RowRegion, SubjectTo, Verdict


class Evidence(Borrowed):
    """A provision of a law behind a finding.

    >>> evidence = coverage["art_7"].rows[0].supplied_by[0]
    >>> evidence, evidence.law.id, evidence.demand, evidence.via
    (<Evidence mx-cpf/...>, 'mx-cpf', None, None)
    >>> evidence.provision.law == evidence.law, evidence.region.concept.id
    (True, 'system.access')
    >>> type(evidence.is_redundant)
    <class 'bool'>
    >>> evidence.conditions, len(conditional.conditions) > 0
    ([], True)
    >>> evidence.source == "mx-cpf/" + evidence.provision.id
    True
    """

    __slots__ = ()

    @property
    def law(self) -> Optional[Law]:
        """The law; None where an instrument is the subject."""
        return self._maybe(Law, lib.cyt_evidence_law)

    @property
    def provision(self) -> Optional[Provision]:
        """The provision; None where an instrument is the subject."""
        return self._maybe(Provision, lib.cyt_evidence_provision)

    @property
    def demand(self) -> Optional[Demand]:
        """The demand of the subject instrument; None where laws are the subject."""
        return self._maybe(Demand, lib.cyt_evidence_demand)

    @property
    def via(self) -> Optional[Extend]:
        """The extension that made the copy."""
        return self._maybe(Extend, lib.cyt_evidence_via)

    @property
    def is_redundant(self) -> bool:
        """Whether the finding would reach just as far without this provision alone."""
        return bool(lib.cyt_evidence_is_redundant(self))

    @property
    def region(self) -> Region:
        """The part it reaches of the demand, or of what goes beyond or is in conflict."""
        return self._one(Region, lib.cyt_evidence_region)

    @property
    def conditions(self) -> List[str]:
        """Conditions under which it applies."""
        return [text(one) for one in _call.each(lib.cyt_evidence_condition_at, self)]

    @property
    def source(self) -> str:
        """Law and provision, or instrument and place of the demand, as LAW/ID."""
        provision, demand = self.provision, self.demand
        if provision is not None:
            return "%s/%s" % (provision.law.id, provision.id)
        if demand is None:
            return ""
        return "%s/%s" % (demand.article.instrument.id, demand.place.get("id"))

    def _said(self) -> str:
        return self.source


class RowFinding(Borrowed):
    """One demand on one concept, and how the subject meets it.

    >>> row = coverage["art_7"].rows[0]
    >>> row, row.demand.id, row.basis
    (<RowFinding system.access partial>, 'art_7__para_1__d', <Basis.TEXT: 'text'>)
    >>> row.verdict, row.concept.id, row.consulted, row.justifiable
    (<Verdict.PARTIAL: 'partial'>, 'system.access', '2026-11-21', <SubjectTo.UNKNOWN: ''>)
    >>> row.demanded.cell_count == row.covered.cell_count + row.left.cell_count
    True
    >>> row.missing.cell_count <= row.missing_wide.cell_count
    True
    >>> row.supplied_by[0].law.id, row.options_used[0].citation(), row.reservations_used, row.path
    ('mx-cpf', '7(2)', [], [])
    >>> type(row.conditional), row.optional_covered
    (<class 'list'>, [])
    """

    __slots__ = ()

    @property
    def demand(self) -> Optional[Demand]:
        """The demand; None where all cases of a concept were asked about."""
        return self._maybe(Demand, lib.cyt_row_finding_demand)

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self._one(Concept, lib.cyt_row_finding_concept)

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return Verdict.of(lib.cyt_row_finding_verdict(self))

    @property
    def basis(self) -> Basis:
        """Weakest basis among the facts that the verdict rests on."""
        return Basis.of(lib.cyt_row_finding_basis(self))

    @property
    def consulted(self) -> Optional[str]:
        """Oldest consultation among them; None if one was never consulted."""
        return _call.date(lib.cyt_row_finding_consulted(self))

    @property
    def justifiable(self) -> SubjectTo:
        """What the demand is subject to, where something is missing."""
        return SubjectTo.of(lib.cyt_row_finding_justifiable(self))

    def region(self, which: Union[str, RowRegion]) -> Region:
        """One of the regions of the row.

        >>> coverage["art_7"].rows[0].region("missing")
        <Region of system.access, 1 box>
        """
        return self._one(Region, lib.cyt_row_finding_region, RowRegion.number_of(which))

    @property
    def demanded(self) -> Region:
        """What is demanded, as measured for this subject."""
        return self.region(RowRegion.DEMANDED)

    @property
    def covered(self) -> Region:
        """Of that, what unconditional supplies cover."""
        return self.region(RowRegion.COVERED)

    @property
    def left(self) -> Region:
        """What is demanded less what is covered."""
        return self.region(RowRegion.LEFT)

    @property
    def missing(self) -> Region:
        """What is left, less options and reservations used."""
        return self.region(RowRegion.MISSING)

    @property
    def missing_wide(self) -> Region:
        """What is missing, grown over what is excused or not demanded: for people."""
        return self.region(RowRegion.MISSING_WIDE)

    @property
    def supplied_by(self) -> List[Evidence]:
        """Provisions that supply part of the demand."""
        return self._listed(Evidence, "cyt_row_finding_supplied_by")

    @property
    def conditional(self) -> List[Evidence]:
        """Conditional supplies that meet the missing part."""
        return self._listed(Evidence, "cyt_row_finding_conditional")

    @property
    def options_used(self) -> List[Way]:
        """Options of the instrument that the subject makes use of."""
        return self._listed(Way, "cyt_row_finding_option_used")

    @property
    def reservations_used(self) -> List[Action]:
        """Reservations of the subject's State that excuse part of it."""
        return self._listed(Action, "cyt_row_finding_reservation_used")

    @property
    def optional_covered(self) -> List[Way]:
        """Options against overreach of which the subject covers cases all the same."""
        return self._listed(Way, "cyt_row_finding_optional_covered")

    @property
    def path(self) -> List[Tuple[int, int]]:
        """Where in nested any-of the row stands: (group, alternative) from the outside in."""
        return [_call.numbers(lib.cyt_row_finding_path_at, ctypes.c_uint32, self, i)[1:]
                for i in range(lib.cyt_row_finding_path_count(self))]

    def sentence(self) -> str:
        """The finding in plain legal English.

        >>> coverage["art_7"].rows[0].sentence().startswith("Covered in part by")
        True
        """
        return _call.written(lib.cyt_row_finding_sentence, self)

    def explain(self) -> str:
        """Several lines that show what is demanded, each supply, what is left, and the rule.

        >>> len(coverage["art_7"].rows[0].explain().splitlines()) > 3
        True
        """
        return _call.written(lib.cyt_row_finding_explain, self)

    def _said(self) -> str:
        return "%s %s" % (self.concept.id, self.verdict)


class Conflict(Borrowed):
    """What is covered and must not be.

    >>> conflict.id, conflict.concept.id, conflict.region.concept.id
    ('art_1__f', 'system.access', 'system.access')
    >>> conflict
    <Conflict art_1__f on system.access>
    >>> conflict.supplied_by, conflict.basis, conflict.consulted
    ([<Evidence xx-1/art_1>], <Basis.UNVERIFIED: 'unverified'>, None)
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the `forbid` that is in conflict."""
        return text(lib.cyt_conflict_id(self))

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self._one(Concept, lib.cyt_conflict_concept)

    @property
    def region(self) -> Region:
        """The cases."""
        return self._one(Region, lib.cyt_conflict_region)

    @property
    def supplied_by(self) -> List[Evidence]:
        """Provisions that supply the cases without a condition."""
        return self._listed(Evidence, "cyt_conflict_supplied_by")

    @property
    def basis(self) -> Basis:
        """Weakest basis among these supplies and the `forbid`."""
        return Basis.of(lib.cyt_conflict_basis(self))

    @property
    def consulted(self) -> Optional[str]:
        """Oldest consultation among them; None if one was never consulted."""
        return _call.date(lib.cyt_conflict_consulted(self))

    def sentence(self) -> str:
        """In plain legal English.

        >>> conflict.sentence().startswith("Covers what must not be covered")
        True
        """
        return _call.written(lib.cyt_conflict_sentence, self)

    def _said(self) -> str:
        return "%s on %s" % (self.id, self.concept.id)


class ProvisionFinding(Borrowed):
    """One article of the instrument, and how the subject meets it.

    >>> finding = coverage["art_7"]
    >>> finding, finding.article.num, len(finding) == len(finding.rows)
    (<ProvisionFinding art_7 partial>, '7', True)
    >>> finding.verdict, finding.assessed, finding.conflicts, finding.inherited
    (<Verdict.PARTIAL: 'partial'>, (1, 1), [], [])
    >>> [row.concept.id for row in finding]
    ['system.access']
    """

    __slots__ = ()

    @property
    def article(self) -> Article:
        """The article."""
        return self._one(Article, lib.cyt_provision_finding_article)

    @property
    def verdict(self) -> Verdict:
        """The verdict; "" where the article has no `shall` demand."""
        return Verdict.of(lib.cyt_provision_finding_verdict(self))

    @property
    def assessed(self) -> Tuple[int, int]:
        """Rows looked at, of all rows that count for the verdict."""
        return _call.numbers(lib.cyt_provision_finding_assessed, ctypes.c_size_t, self)[1:]

    @property
    def rows(self) -> List[RowFinding]:
        """Every row, whatever the modality."""
        return self._listed(RowFinding, "cyt_provision_finding_row")

    @property
    def inherited(self) -> List[RowFinding]:
        """Bases of extended demands that gave no row, because nothing of them is covered."""
        return self._listed(RowFinding, "cyt_provision_finding_inherited")

    @property
    def conflicts(self) -> List[Conflict]:
        """What is covered and must not be."""
        return self._listed(Conflict, "cyt_provision_finding_conflict")

    def sentence(self) -> str:
        """One sentence in plain legal English about the article as a whole.

        >>> type(coverage["art_7"].sentence())
        <class 'str'>
        """
        return _call.written(lib.cyt_provision_finding_sentence, self)

    def __len__(self) -> int:
        return int(lib.cyt_provision_finding_row_count(self))

    def __getitem__(self, i: int) -> RowFinding:
        return self.rows[i]

    def __bool__(self) -> bool:
        return True

    def _said(self) -> str:
        return ("%s %s" % (self.article.id, self.verdict)).rstrip()


class Reach(Borrowed):
    """A concept on which the subject reaches further than the instrument asks.

    >>> reach = coverage.beyond[0]
    >>> reach.concept == reach.region.concept, reach.concern in ("none", "broader", "overreach")
    (True, True)
    >>> reach.by_silence == [] or reach.by_silence[0] in reach.concept.facets
    True
    >>> reach.supplied_by[0].law.jurisdiction, reach.basis in ("text", "secondary", "unverified")
    ('MX', True)
    >>> reach.supplied_by[0].region.concept == reach.concept, reach.consulted
    (True, '2026-11-21')
    """

    __slots__ = ()

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self._one(Concept, lib.cyt_beyond_concept)

    @property
    def concern(self) -> Concern:
        """Why it matters."""
        return Concern.of(lib.cyt_beyond_concern(self))

    @property
    def region(self) -> Region:
        """The cases."""
        return self._one(Region, lib.cyt_beyond_region)

    @property
    def by_silence(self) -> List[Facet]:
        """Facets on which no supply that reaches the cases says anything."""
        return self._each(Facet, lib.cyt_beyond_by_silence_at)

    @property
    def supplied_by(self) -> List[Evidence]:
        """Provisions that supply the cases without a condition."""
        return self._listed(Evidence, "cyt_beyond_supplied_by")

    @property
    def basis(self) -> Basis:
        """Weakest basis among these supplies and the demands on the concept itself."""
        return Basis.of(lib.cyt_beyond_basis(self))

    @property
    def consulted(self) -> Optional[str]:
        """Oldest consultation among them; None if one was never consulted."""
        return _call.date(lib.cyt_beyond_consulted(self))

    def sentence(self) -> str:
        """In plain legal English.

        >>> coverage.beyond[0].sentence().startswith("Wider than asked")
        True
        """
        return _call.written(lib.cyt_beyond_sentence, self)

    def _said(self) -> str:
        return "%s %s" % (self.concept.id, self.concern)


class Unasked:
    """A concept that the subject supplies and the instrument never demands.

    >>> unasked = beyond.unasked_findings[0]
    >>> unasked.concept == beyond.unasked[0], unasked.supplied_by[0].region.concept == unasked.concept
    (True, True)
    >>> unasked.supplied_by[0].law.jurisdiction, unasked.basis, unasked.consulted
    ('MX', <Basis.TEXT: 'text'>, '2026-11-21')
    """

    __slots__ = ("_held", "_number")

    def __init__(self, held: Held, number: int) -> None:
        self._held = held
        self._number = number

    @property
    def concept(self) -> Concept:
        """The concept."""
        return Concept(self._held, lib.cyt_result_unasked_at(self._held, self._number))

    @property
    def supplied_by(self) -> List[Evidence]:
        """Provisions that supply something of it without a condition."""
        count = lib.cyt_result_unasked_supplied_by_count(self._held, self._number)
        return [Evidence(self._held, lib.cyt_result_unasked_supplied_by_at(
            self._held, self._number, i)) for i in range(count)]

    @property
    def basis(self) -> Basis:
        """Weakest basis among these supplies."""
        return Basis.of(lib.cyt_result_unasked_basis(self._held, self._number))

    @property
    def consulted(self) -> Optional[str]:
        """Oldest consultation among them; None if one was never consulted."""
        return _call.date(lib.cyt_result_unasked_consulted(self._held, self._number))

    def sentence(self) -> str:
        """In plain legal English.

        >>> " Supplied by " in beyond.unasked_findings[0].sentence()
        True
        """
        return _call.written(lib.cyt_result_unasked_sentence, self._held, self._number)

    def __repr__(self) -> str:
        return "<Unasked %s>" % self.concept.id


class Gap(Borrowed):
    """What is missing, what would excuse it, and who has it.

    >>> gap = gaps[0]
    >>> gap, gap.row.verdict
    (<Gap system.access>, <Verdict.PARTIAL: 'partial'>)
    >>> gap.options[0].citation(), type(gap.reservables), gap.models[0].law.jurisdiction != "MX"
    ('7(2)', <class 'list'>, True)
    """

    __slots__ = ()

    @property
    def row(self) -> RowFinding:
        """The row that is not covered in full."""
        return self._one(RowFinding, lib.cyt_gap_row)

    @property
    def options(self) -> List[Way]:
        """Options that would excuse part of what is missing."""
        return self._each(Way, lib.cyt_gap_option_at)

    @property
    def reservables(self) -> List[Way]:
        """What could be reserved of it."""
        return self._each(Way, lib.cyt_gap_reservable_at)

    @property
    def models(self) -> List[Evidence]:
        """Provisions of other States' laws that supply all that is missing."""
        return self._each(Evidence, lib.cyt_gap_model_at)

    def sentence(self) -> str:
        """In plain legal English.

        >>> gaps[0].sentence().startswith("Not covered: access to a system")
        True
        """
        return _call.written(lib.cyt_gap_sentence, self)

    def _said(self) -> str:
        return self.row.concept.id


class Holder(Borrowed):
    """One of all laws or jurisdictions, and how it stands.

    >>> holder = covering["MX"]
    >>> holder, holder.kind, holder.title, holder.subject
    (<Holder MX partial>, 'jurisdiction', 'Mexico', 'MX')
    >>> holder.verdict == coverage["art_7"].verdict, holder.rows[0].concept.id
    (True, 'system.access')
    >>> matrix["MX"].verdicts["art_7"]
    <Verdict.PARTIAL: 'partial'>
    """

    __slots__ = ()

    @property
    def subject(self) -> str:
        """The id of the law or jurisdiction."""
        return text(lib.cyt_holder_subject(self))

    @property
    def kind(self) -> str:
        """ "law" or "jurisdiction"."""
        return text(lib.cyt_holder_kind(self))

    @property
    def title(self) -> str:
        """Its title."""
        return text(lib.cyt_holder_title(self))

    @property
    def verdict(self) -> Verdict:
        """Of `covering`: on its target as a whole."""
        return Verdict.of(lib.cyt_holder_verdict(self))

    @property
    def verdicts(self) -> Dict[str, Verdict]:
        """Of a matrix: on each article of the instrument, by its id."""
        instrument = lib.cyt_result_instrument(self._held)
        if lib.cyt_result_question(self._held) != Question.MATRIX.number or not instrument:
            return {}
        return {text(lib.cyt_article_id(lib.cyt_instrument_article_at(instrument, i))):
                Verdict.of(lib.cyt_holder_verdict_at(self, i))
                for i in range(lib.cyt_instrument_article_count(instrument))}

    @property
    def rows(self) -> List[RowFinding]:
        """Of `covering`: the rows behind the verdict."""
        return self._listed(RowFinding, "cyt_holder_row")

    def _said(self) -> str:
        return ("%s %s" % (self.subject, self.verdict)).rstrip()


class PowerFinding(Borrowed):
    """A power, and its safeguards.

    >>> power = safeguards[0]
    >>> power, power.value.id, power.is_held, power.concepts[0].concept.kind
    (<PowerFinding preservation>, 'preservation', True, <Kind.POWER: 'power'>)
    >>> [row.concept.kind for row in power.safeguards][0]
    <Kind.SAFEGUARD: 'safeguard'>
    """

    __slots__ = ()

    @property
    def value(self) -> Optional[Value]:
        """The value that stands for it; None for the safeguards of no power in particular."""
        return self._maybe(Value, lib.cyt_power_finding_value)

    @property
    def is_held(self) -> bool:
        """Whether the subject has some of it; without the power no safeguard is measured."""
        return bool(lib.cyt_power_finding_is_held(self))

    @property
    def concepts(self) -> List[RowFinding]:
        """The concepts that the value stands for, all their cases."""
        return self._each(RowFinding, lib.cyt_power_finding_concept_at)

    @property
    def safeguards(self) -> List[RowFinding]:
        """The safeguards, cut to this power."""
        return self._each(RowFinding, lib.cyt_power_finding_safeguard_at)

    def _said(self) -> str:
        value = self.value
        return "" if value is None else value.id


class Hit(Borrowed):
    """An element that a search found.

    >>> hit = corpus.search("CPF 211 bis 1")[0]
    >>> hit, hit.element.name, corpus.show(hit.id) == hit.element
    (<Hit mx-cpf/art_211-bis-1>, 'provision', True)
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id, for Corpus.show()."""
        return text(lib.cyt_hit_id(self))

    @property
    def element(self) -> Element:
        """The element."""
        return self._one(Element, lib.cyt_hit_element)

    def _said(self) -> str:
        return self.id

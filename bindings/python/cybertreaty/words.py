# SPDX-License-Identifier: LGPL-2.1-or-later
"""The closed lists of the library: verdicts, kinds and the like.

A member is the word that the command prints (`Verdict.PARTIAL == "partial"`), so that it may be
written for it, and compares by its rank (`Verdict.PARTIAL < Verdict.FULL`). Names and numbers are
those of the C headers; a test holds them to each other.
"""
import enum
from typing import Any, List, Type, TypeVar

W = TypeVar("W", bound="Word")


class Word(str, enum.Enum):
    """A word of a closed list; "" is that nothing is said.

    >>> Verdict("full-by-option")
    <Verdict.FULL_BY_OPTION: 'full-by-option'>
    >>> Verdict.FULL_BY_OPTION == "full-by-option", Verdict.FULL_BY_OPTION.number
    (True, 5)
    >>> sorted([Verdict.FULL, Verdict.NONE, Verdict.PARTIAL]) == ["none", "partial", "full"]
    True
    >>> Verdict.PARTIAL >= "none"
    True
    """

    number: int

    # With the defaults, type checkers know that Verdict("full") is a verdict.
    def __new__(cls: Type[W], number: Any, word: str = "") -> W:
        member = str.__new__(cls, word)
        member._value_ = word
        member.number = number
        return member

    @classmethod
    def of(cls: Type[W], number: int) -> W:
        """The member of a number of C; that for 0 if a newer library knows more.

        >>> Basis.of(2)
        <Basis.SECONDARY: 'secondary'>
        """
        members: List[W] = list(cls)
        return next((member for member in members if member.number == number), members[0])

    @classmethod
    def number_of(cls: Type[W], word: str) -> int:
        """The number of C for a word, which has to say something.

        >>> Basis.number_of("secondary")
        2
        >>> Basis.number_of("hearsay")
        Traceback (most recent call last):
        ValueError: 'hearsay' is no basis; expected text, secondary or unverified
        """
        for member in cls:
            if member and member == word:
                return member.number
        words = [str(member) for member in cls if member]
        raise ValueError("%r is no %s; expected %s or %s" % (
            str(word), cls.__name__.lower(), ", ".join(words[:-1]), words[-1]))

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, form: str) -> str:
        return str.__format__(self, form)

    def __lt__(self, other: str) -> bool:
        return self.number < self._rank(other)

    def __le__(self, other: str) -> bool:
        return self.number <= self._rank(other)

    def __gt__(self, other: str) -> bool:
        return self.number > self._rank(other)

    def __ge__(self, other: str) -> bool:
        return self.number >= self._rank(other)

    def _rank(self, other: str) -> int:
        for member in type(self):
            if member == other:
                return member.number
        raise TypeError("%r is no %s" % (other, type(self).__name__.lower()))


class Severity(Word):
    """What a diagnostic is about.

    >>> Severity.ERROR
    <Severity.ERROR: 'error'>
    """

    UNKNOWN = 0, ""
    ERROR = 1, "error"
    WARNING = 2, "warning"


class DiagClass(Word):
    """Whether a schema could have found what a diagnostic says.

    >>> DiagClass.GRAMMAR
    <DiagClass.GRAMMAR: 'grammar'>
    """

    UNKNOWN = 0, ""
    FILE = 1, "file"
    GRAMMAR = 2, "grammar"
    MEANING = 3, "meaning"
    LINT = 4, "lint"


class Kind(Word):
    """What a concept or an article is about.

    >>> Kind("power")
    <Kind.POWER: 'power'>
    """

    UNKNOWN = 0, ""
    ACT = 1, "act"
    LIABILITY = 2, "liability"
    JURISDICTION = 3, "jurisdiction"
    POWER = 4, "power"
    SAFEGUARD = 5, "safeguard"
    COOPERATION = 6, "cooperation"
    PREVENTION = 7, "prevention"
    ASSISTANCE = 8, "assistance"
    INSTITUTION = 9, "institution"
    DEFINITION = 10, "definition"
    OFFENCE = 11, "offence"
    SCOPE = 12, "scope"
    FINAL = 13, "final"


class Basis(Word):
    """How a fact is known, from strongest to weakest.

    >>> Basis.TEXT < Basis.UNVERIFIED
    True
    """

    UNKNOWN = 0, ""
    TEXT = 1, "text"
    SECONDARY = 2, "secondary"
    UNVERIFIED = 3, "unverified"


class Concern(Word):
    """Why reach beyond what is demanded matters.

    >>> Concern("overreach") > Concern.BROADER
    True
    """

    UNKNOWN = 0, ""
    NONE = 1, "none"
    BROADER = 2, "broader"
    OVERREACH = 3, "overreach"


class FacetType(Word):
    """What the values of a facet are.

    >>> FacetType.QUANTITY
    <FacetType.QUANTITY: 'quantity'>
    """

    UNKNOWN = 0, ""
    ENUMERATED = 1, "enumerated"
    QUANTITY = 2, "quantity"
    CONCEPTS = 3, "concepts"


class Modality(Word):
    """How firmly an instrument asks.

    >>> [str(modality) for modality in Modality if modality]
    ['shall', 'endeavour', 'consider', 'may']
    """

    UNKNOWN = 0, ""
    SHALL = 1, "shall"
    ENDEAVOUR = 2, "endeavour"
    CONSIDER = 3, "consider"
    MAY = 4, "may"


class SubjectTo(Word):
    """What may justify that a demand is not met.

    >>> SubjectTo.DOMESTIC_LAW
    <SubjectTo.DOMESTIC_LAW: 'domestic-law'>
    """

    UNKNOWN = 0, ""
    LEGAL_PRINCIPLES = 1, "legal-principles"
    BASIC_CONCEPTS = 2, "basic-concepts"
    DOMESTIC_LAW = 3, "domestic-law"
    CAPABILITY = 4, "capability"


class Verdict(Word):
    """What is covered of a demand or an article, from worst to best.

    Verdict.UNKNOWN is "": nothing is demanded with `shall`.

    >>> max(Verdict.PARTIAL, Verdict.FULL_BY_RESERVATION)
    <Verdict.FULL_BY_RESERVATION: 'full-by-reservation'>
    >>> bool(Verdict.UNKNOWN)
    False
    """

    UNKNOWN = 0, ""
    NONE = 1, "none"
    NOT_ASSESSED = 2, "not-assessed"
    PARTIAL = 3, "partial"
    FULL_BY_RESERVATION = 4, "full-by-reservation"
    FULL_BY_OPTION = 5, "full-by-option"
    FULL = 6, "full"


class Question(Word):
    """Which question a result answers.

    >>> Question.DIFF
    <Question.DIFF: 'diff'>
    """

    UNKNOWN = 0, ""
    COVERAGE = 1, "coverage"
    GAPS = 2, "gaps"
    BEYOND = 3, "beyond"
    MATRIX = 6, "matrix"
    COVERING = 7, "covering"
    SAFEGUARDS = 8, "safeguards"
    DIFF = 9, "diff"
    COMPARE = 10, "compare"
    DUAL = 11, "dual"
    SEARCH = 12, "search"
    REPORT = 13, "report"


class MatrixBy(Word):
    """Who has a row in a matrix.

    >>> MatrixBy("law")
    <MatrixBy.LAW: 'law'>
    """

    UNKNOWN = 0, ""
    JURISDICTION = 1, "jurisdiction"
    LAW = 2, "law"


class RowRegion(Word):
    """Regions of a row; MISSING_WIDE is what is missing, grown for people over what is excused.

    >>> RowRegion.LEFT
    <RowRegion.LEFT: 'left'>
    """

    UNKNOWN = 0, ""
    DEMANDED = 1, "demanded"
    COVERED = 2, "covered"
    LEFT = 3, "left"
    MISSING = 4, "missing"
    MISSING_WIDE = 5, "missing-wide"


class Side(Word):
    """Which of two: instruments that are compared, States of dual criminality.

    >>> Side.FIRST
    <Side.FIRST: 'first'>
    """

    UNKNOWN = 0, ""
    FIRST = 1, "first"
    SECOND = 2, "second"


class Relation(Word):
    """What one article demands, beside what another does.

    >>> Relation("narrower")
    <Relation.NARROWER: 'narrower'>
    """

    UNKNOWN = 0, ""
    EQUAL = 1, "equal"
    NARROWER = 2, "narrower"
    WIDER = 3, "wider"
    OVERLAPPING = 4, "overlapping"
    ABSENT = 5, "absent"


class Floor(Word):
    """What of two articles is compared: all, less options, and less what may be reserved.

    >>> Floor.BY_OPTION
    <Floor.BY_OPTION: 'by-option'>
    """

    UNKNOWN = 0, ""
    DUTY = 1, "duty"
    BY_OPTION = 2, "by-option"
    BY_RESERVATION = 3, "by-reservation"


class Standing(Word):
    """How firmly a case is demanded.

    >>> Standing.RESERVABLE < Standing.BINDING
    True
    """

    UNKNOWN = 0, ""
    NOT_ASKED = 1, "not-asked"
    OPTIONAL = 2, "optional"
    RESERVABLE = 3, "reservable"
    BINDING = 4, "binding"


class Fate(Word):
    """What became of an article from one version of an instrument to a later one.

    >>> Fate("moved-and-changed")
    <Fate.MOVED_AND_CHANGED: 'moved-and-changed'>
    """

    UNKNOWN = 0, ""
    SAME = 1, "same"
    KEPT = 2, "kept"
    MOVED = 3, "moved"
    CHANGED = 4, "changed"
    MOVED_AND_CHANGED = 5, "moved-and-changed"
    ADDED = 6, "added"
    DROPPED = 7, "dropped"


class Silence(Word):
    """Why an article demands nothing.

    >>> Silence("carried")
    <Silence.CARRIED: 'carried'>
    """

    UNKNOWN = 0, ""
    NO_DUTY = 1, "no-duty"
    CARRIED = 2, "carried"
    NOT_CODED = 3, "not-coded"


class Layout(Word):
    """How a coverage is laid out as a table.

    >>> Layout("compatibility")
    <Layout.COMPATIBILITY: 'compatibility'>
    """

    UNKNOWN = 0, ""
    PROFILE = 1, "profile"
    COMPATIBILITY = 2, "compatibility"
    ELEMENTS = 3, "elements"


class Duality(Word):
    """Whether a case is covered by the law of two States.

    >>> Duality("one-sided")
    <Duality.ONE_SIDED: 'one-sided'>
    """

    UNKNOWN = 0, ""
    NEITHER = 1, "neither"
    NOT_ASSESSED = 2, "not-assessed"
    ONE_SIDED = 3, "one-sided"
    DEPENDS = 4, "depends"
    BOTH = 5, "both"

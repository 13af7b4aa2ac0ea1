# SPDX-License-Identifier: LGPL-2.1-or-later
"""Facets, their values, concepts, and regions as boxes."""
import ctypes
from typing import Dict, Iterator, List, Optional, Tuple, Union

from . import _call
from ._call import lib, text
from ._held import Borrowed
from .element import Element
from .words import Concern, FacetType, Kind

OPEN_END = 0xFFFFFFFF

# Of a box: leaf values of a facet, or intervals [at least, below) of a quantity.
Interval = Tuple[int, Optional[int]]
Kept = Union[List[str], List[Interval]]


class Facet(Borrowed):
    """One dimension along which cases differ.

    >>> facet = corpus.facets["authority"]
    >>> facet, facet.type, facet.unit
    (<Facet 'authority'>, <FacetType.ENUMERATED: 'enumerated'>, '')
    >>> [value.id for value in facet.values if value.is_leaf][-1]
    'authorised'
    >>> facet.id, facet.element.name
    ('authority', 'facet')
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return text(lib.cyt_facet_id(self))

    @property
    def type(self) -> FacetType:
        """What its values are."""
        return FacetType.of(lib.cyt_facet_type(self))

    @property
    def unit(self) -> str:
        """Unit of a quantity, else ""."""
        return text(lib.cyt_facet_unit(self))

    @property
    def element(self) -> Element:
        """The element of the vocabulary."""
        return self._one(Element, lib.cyt_facet_element)

    def label(self, lang: Optional[str] = None) -> str:
        """Its name in a language, else in English, else in any, else its id.

        >>> corpus.facets["fault"].label("en")
        'mental element'
        """
        return text(lib.cyt_facet_label(self, _call.language(lang)))

    @property
    def values(self) -> List["Value"]:
        """All values, a parent before its children."""
        return self._listed(Value, "cyt_facet_value")

    def _said(self) -> str:
        return repr(self.id)


class Value(Borrowed):
    """A value of a facet.

    >>> value = corpus.facets["authority"].values[-1]
    >>> value, value.is_leaf, value.concern
    (<Value 'authorised'>, True, <Concern.OVERREACH: 'overreach'>)
    >>> value.id, value.element.name
    ('authorised', 'value')
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return text(lib.cyt_value_id(self))

    @property
    def element(self) -> Element:
        """Its element; of a facet whose values are concepts, that of the concept."""
        return self._one(Element, lib.cyt_value_element)

    def label(self, lang: Optional[str] = None) -> str:
        """A noun for tables, as Facet.label().

        >>> corpus.facets["fault"].values[0].label()
        'intent'
        """
        return text(lib.cyt_value_label(self, _call.language(lang)))

    @property
    def is_leaf(self) -> bool:
        """Whether none is narrower."""
        return bool(lib.cyt_value_is_leaf(self))

    @property
    def concern(self) -> Concern:
        """Why it matters if a law reaches it unasked."""
        return Concern.of(lib.cyt_value_concern(self))

    def _said(self) -> str:
        return repr(self.id)


class Concept(Borrowed):
    """Something that an instrument can ask for and a law can provide.

    >>> concept = corpus.concepts["system.access"]
    >>> concept, concept.kind, concept.is_leaf, concept.broader
    (<Concept 'system.access'>, <Kind.ACT: 'act'>, True, None)
    >>> corpus.facets["security"] in concept.facets, concept.cell_count > 1
    (True, True)
    >>> concept.id, concept.element["kind"]
    ('system.access', 'act')
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return text(lib.cyt_concept_id(self))

    @property
    def kind(self) -> Kind:
        """What it is about."""
        return Kind.of(lib.cyt_concept_kind(self))

    @property
    def element(self) -> Element:
        """The element of the vocabulary."""
        return self._one(Element, lib.cyt_concept_element)

    def label(self, lang: Optional[str] = None) -> str:
        """Its name, as Facet.label().

        >>> corpus.concepts["system.access"].label()
        'access to a system'
        """
        return text(lib.cyt_concept_label(self, _call.language(lang)))

    @property
    def broader(self) -> Optional["Concept"]:
        """The concept that it is narrower than."""
        return self._maybe(Concept, lib.cyt_concept_broader)

    @property
    def is_leaf(self) -> bool:
        """Whether none is narrower: only leaves have regions and rows."""
        return bool(lib.cyt_concept_is_leaf(self))

    @property
    def facets(self) -> List[Facet]:
        """The facets that matter to it."""
        return self._listed(Facet, "cyt_concept_facet")

    @property
    def cell_count(self) -> int:
        """Number of cells of its case space; 0 for a broader concept."""
        return int(lib.cyt_concept_cell_count(self))

    def _said(self) -> str:
        return repr(self.id)


class Box(Dict[str, Kept]):
    """The values that a box keeps of each facet that it restricts.

    Leaf values of an enumerated facet, [at least, below) of a quantity, None for an open end:
    the same as in the JSON of the command.

    >>> box = coverage["art_7"].rows[0].missing.boxes[0]
    >>> box["authority"]
    ['exceeded']
    """


class Region(Borrowed):
    """A set of cases of one concept: a union of boxes.

    >>> region = coverage["art_7"].rows[0].missing
    >>> region.concept.id, len(region) == len(region.boxes), region.cell_count > 0, bool(region)
    ('system.access', True, True, True)
    >>> [box["authority"] for box in region]
    [['exceeded']]
    """

    __slots__ = ()

    @property
    def concept(self) -> Concept:
        """The concept whose cases they are."""
        return self._one(Concept, lib.cyt_region_concept)

    @property
    def cell_count(self) -> int:
        """Number of cells."""
        return int(lib.cyt_region_cell_count(self))

    @property
    def boxes(self) -> List[Box]:
        """Few boxes that cover it, overlaps allowed; none for the empty region."""
        facets = self.concept.facets
        return [self._box(i, facets) for i in range(len(self))]

    def __len__(self) -> int:
        return int(lib.cyt_region_box_count(self))

    def __iter__(self) -> Iterator[Box]:
        return iter(self.boxes)

    def _box(self, box: int, facets: List[Facet]) -> Box:
        kept = Box()
        for i, facet in enumerate(facets):
            if lib.cyt_region_box_restricts(self, box, i):
                kept[facet.id] = (self._intervals(box, i) if facet.type == FacetType.QUANTITY
                                  else self._values(box, i))
        return kept

    def _values(self, box: int, facet: int) -> List[str]:
        return [text(value) for value in _call.each(
            lib.cyt_region_box_value_at, self, box, facet)]

    def _intervals(self, box: int, facet: int) -> List[Interval]:
        found: List[Interval] = []
        while True:
            more, at_least, below = _call.numbers(
                lib.cyt_region_box_interval_at, ctypes.c_uint32, self, box, facet, len(found))
            if not more:
                return found
            found.append((at_least, None if below == OPEN_END else below))

    def _said(self) -> str:
        boxes = len(self)
        return "of %s, %d box%s" % (self.concept.id, boxes, "" if boxes == 1 else "es")

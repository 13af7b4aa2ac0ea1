# SPDX-License-Identifier: LGPL-2.1-or-later
"""Instruments: treaties, directives, proposals and norms."""
from typing import List, Optional

from . import _call
from ._call import lib, text
from ._held import Borrowed, Listing
from .element import Element
from .vocabulary import Concept
from .words import Kind, Modality, Silence, SubjectTo


class Instrument(Borrowed):
    """A treaty, protocol, directive, proposal or norms.

    >>> un = corpus.instruments["un-cybercrime-2024"]
    >>> un, un.type, un.element.name
    (<Instrument 'un-cybercrime-2024'>, 'treaty', 'instrument')
    >>> len(un.articles), un.articles["art_7"] == un.articles[6], un.id
    (68, True, 'un-cybercrime-2024')
    >>> un.supersedes
    <Instrument 'un-cybercrime-2023'>
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return text(lib.cyt_instrument_id(self))

    @property
    def element(self) -> Element:
        """The document."""
        return self._one(Element, lib.cyt_instrument_element)

    @property
    def type(self) -> str:
        """ "treaty", "protocol", "directive", "proposal" or "norms"."""
        return text(lib.cyt_instrument_type(self))

    @property
    def supersedes(self) -> Optional["Instrument"]:
        """The version that it takes the place of, a draft for instance."""
        return self._maybe(Instrument, lib.cyt_instrument_supersedes)

    def title(self, lang: Optional[str] = None) -> str:
        """Its title in a language, else in English, else in any, else its id.

        >>> corpus.instruments["coe-ets185"].title()
        'Convention on Cybercrime'
        """
        return text(lib.cyt_instrument_title(self, _call.language(lang)))

    @property
    def articles(self) -> Listing["Article"]:
        """Its articles in document order, also by id."""
        return Listing(
            lib.cyt_instrument_article_count(self),
            lambda i: self._one(Article, lib.cyt_instrument_article_at, i),
            lambda id: self._maybe(Article, lib.cyt_instrument_article_find, _call.name(id)))

    def _said(self) -> str:
        return repr(self.id)


class Article(Borrowed):
    """An article of an instrument.

    >>> article = corpus.instruments["un-cybercrime-2024"].articles["art_7"]
    >>> article, article.num, article.kind, article.instrument.id
    (<Article 'art_7'>, '7', <Kind.OFFENCE: 'offence'>, 'un-cybercrime-2024')
    >>> [demand.id for demand in article.demands], article.element.name, article.id
    (['art_7__para_1__d'], 'article', 'art_7')
    >>> article.was
    [<Article 'art_6'>]
    >>> article.silence, article.instrument.articles["art_6"].silence
    (<Silence.UNKNOWN: ''>, <Silence.CARRIED: 'carried'>)
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id in the instrument."""
        return text(lib.cyt_article_id(self))

    @property
    def element(self) -> Element:
        """The element of the document."""
        return self._one(Element, lib.cyt_article_element)

    @property
    def num(self) -> str:
        """Its number; "" if it has none."""
        return text(lib.cyt_article_num(self))

    @property
    def kind(self) -> Kind:
        """What it is about."""
        return Kind.of(lib.cyt_article_kind(self))

    def title(self, lang: Optional[str] = None) -> str:
        """Its title, as Instrument.title(); "" if it has none.

        >>> corpus.instruments["un-cybercrime-2024"].articles["art_7"].title("en")
        'Illegal access'
        """
        return text(lib.cyt_article_title(self, _call.language(lang)))

    @property
    def instrument(self) -> Instrument:
        """The instrument that it stands in."""
        return self._one(Instrument, lib.cyt_article_instrument)

    @property
    def was(self) -> Optional[List["Article"]]:
        """Articles of the superseded version that it comes from; None if no source shows which."""
        if lib.cyt_article_was_unknown(self):
            return None
        return self._listed(Article, "cyt_article_was")

    @property
    def silence(self) -> Silence:
        """Why it demands nothing; "" where it demands something."""
        return Silence.of(lib.cyt_article_silence(self))

    @property
    def demands(self) -> List["Demand"]:
        """Demands on one concept each, in document order."""
        return self._listed(Demand, "cyt_article_demand")

    def _said(self) -> str:
        return repr(self.id)


class Demand(Borrowed):
    """What an article asks for, on one concept.

    >>> demand = corpus.instruments["un-cybercrime-2024"].articles["art_7"].demands[0]
    >>> demand, demand.article.num, demand.concept.id
    (<Demand 'art_7__para_1__d' on system.access>, '7', 'system.access')
    >>> demand.modality, demand.subject_to, demand.base, demand.place["num"]
    (<Modality.SHALL: 'shall'>, <SubjectTo.UNKNOWN: ''>, None, '1')
    >>> demand.id
    'art_7__para_1__d'
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the element; demands on several concepts share it."""
        return text(lib.cyt_demand_id(self))

    @property
    def article(self) -> Article:
        """The article that it stands in."""
        return self._one(Article, lib.cyt_demand_article)

    @property
    def concept(self) -> Concept:
        """What it is on."""
        return self._one(Concept, lib.cyt_demand_concept)

    @property
    def modality(self) -> Modality:
        """How firmly it asks."""
        return Modality.of(lib.cyt_demand_modality(self))

    @property
    def subject_to(self) -> SubjectTo:
        """What may justify that it is not met."""
        return SubjectTo.of(lib.cyt_demand_subject_to(self))

    @property
    def base(self) -> Optional["Demand"]:
        """The demand that this one extends."""
        return self._maybe(Demand, lib.cyt_demand_base)

    @property
    def place(self) -> Element:
        """The innermost article, paragraph or point that it stands in."""
        return self._one(Element, lib.cyt_demand_place)

    def citation(self) -> str:
        """As lawyers cite it, made of the numbers around it; "" without numbers.

        >>> corpus.instruments["un-cybercrime-2024"].articles["art_7"].demands[0].citation()
        '7(1)'
        """
        return _call.written(lib.cyt_demand_citation, self)

    def _said(self) -> str:
        return "%r on %s" % (self.id, self.concept.id)


class Way(Borrowed):
    """A way out of a demand: an option, or what may be reserved.

    >>> way = coverage["art_7"].rows[0].options_used[0]
    >>> way, way.is_reservable, way.demand.article.id
    (<Way 'art_7__para_2__security'>, False, 'art_7')
    >>> way.id
    'art_7__para_2__security'
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id in the instrument."""
        return text(lib.cyt_way_id(self))

    @property
    def is_reservable(self) -> bool:
        """Whether it takes a reservation; if not it is an option."""
        return bool(lib.cyt_way_is_reservable(self))

    @property
    def demand(self) -> Demand:
        """The demand that it is out of."""
        return self._one(Demand, lib.cyt_way_demand)

    def citation(self) -> str:
        """As lawyers cite it.

        >>> coverage["art_7"].rows[0].options_used[0].citation()
        '7(2)'
        """
        return _call.written(lib.cyt_way_citation, self)

    def _said(self) -> str:
        return repr(self.id)

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Documents as trees."""
import json
from typing import Any, Dict, Iterator, List, Optional, Union

from . import _call, errors
from ._call import lib, optional, text
from ._held import Borrowed
from .words import Basis


class Element(Borrowed):
    """An element of a document and all below it, as it was read.

    >>> element = corpus.show("un-cybercrime-2024/art_7")
    >>> element, element.name, element.attributes["num"], element["kind"]
    (<Element article 'art_7'>, 'article', '7', 'offence')
    >>> [child.name for child in element][0], len(element) == len(element.children)
    ('title', True)
    >>> element.children[0].text, element.parent.name
    ('Illegal access', 'chapter')
    >>> element.file.endswith("un-cybercrime-2024.xml"), element.line > 1
    (True, True)
    """

    __slots__ = ()

    @property
    def name(self) -> str:
        """ "article", "provision" and so on."""
        return text(lib.cyt_element_name(self))

    @property
    def text(self) -> str:
        """Character data, white space folded; "" if none."""
        return text(lib.cyt_element_text(self))

    @property
    def attributes(self) -> Dict[str, str]:
        """All attributes, "xml:lang" for the language."""
        found: Dict[str, str] = {}
        while True:
            pair = _call.strings(lib.cyt_element_attribute_at, self, len(found))
            if pair is None:
                return found
            found[pair[0]] = pair[1]

    def get(self, name: str) -> Optional[str]:
        """The value of an attribute; None if it has none.

        >>> corpus.show("un-cybercrime-2024").get("type"), corpus.show("MX").get("num")
        ('treaty', None)
        """
        return optional(lib.cyt_element_attribute(self, _call.name(name)))

    def __getitem__(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def title(self, lang: Optional[str] = None) -> Optional[str]:
        """Its title or label in a language, else English, else any; None without one.

        >>> corpus.show("un-cybercrime-2024/art_7").title()
        'Illegal access'
        """
        return optional(lib.cyt_element_title(self, _call.language(lang)))

    def title_lang(self, lang: Optional[str] = None) -> str:
        """The language that title() answers in; "" if it is not said or there is no title.

        >>> corpus.show("mx-cpf").title_lang("fr")
        'en'
        """
        return text(lib.cyt_element_title_lang(self, _call.language(lang)))

    @property
    def parent(self) -> Optional["Element"]:
        """The element that it stands in; None for a document."""
        return self._maybe(Element, lib.cyt_element_parent)

    @property
    def children(self) -> List["Element"]:
        """The elements in it, in document order."""
        return list(self)

    def __iter__(self) -> Iterator["Element"]:
        child = self._maybe(Element, lib.cyt_element_first)
        while child is not None:
            yield child
            child = child._maybe(Element, lib.cyt_element_next)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True

    @property
    def file(self) -> str:
        """The file that it was read from."""
        return text(lib.cyt_element_file(self))

    @property
    def line(self) -> int:
        """The line in that file."""
        return int(lib.cyt_element_line(self))

    def count(self, name: str) -> int:
        """How many elements of a name stand below it.

        >>> corpus.show("un-cybercrime-2024").count("article")
        68
        """
        return int(lib.cyt_element_count(self, _call.name(name)))

    def fact_count(self, name: str, basis: Union[str, Basis]) -> int:
        """How many elements of a name below it rest on a basis.

        >>> law = corpus.show("mx-cpf")
        >>> sum(law.fact_count("supply", basis) for basis in Basis if basis) == law.count("supply")
        True
        """
        return int(lib.cyt_element_fact_count(self, _call.name(name), Basis.number_of(basis)))

    def to_json(self, lang: Optional[str] = None) -> str:
        """The JSON of the command `show`, with titles in a language.

        >>> corpus.show("MX").to_json().startswith("{")
        True
        """
        return _call.written(lib.cyt_export_element_json, self._held.corpus, self,
                             _call.language(lang))

    def to_dict(self, lang: Optional[str] = None) -> Dict[str, Any]:
        """The same as values of Python.

        >>> corpus.show("un-cybercrime-2024/art_7").to_dict()["element"]
        'article'
        """
        found: Dict[str, Any] = json.loads(self.to_json(lang))
        return found

    def to_xml(self) -> str:
        """A document in the one layout that the shipped files have.

        >>> corpus.show("mx-cpf").to_xml() == corpus.to_xml("mx-cpf")
        True
        """
        try:
            return _call.written(lib.cyt_export_document_xml, self._held.corpus, self)
        except errors.Invalid:
            raise errors.Invalid(errors.INVALID, "%r is no document" % self) from None

    def _said(self) -> str:
        id = self.get("id")
        return self.name if id is None else "%s %r" % (self.name, id)

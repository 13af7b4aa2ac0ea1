# SPDX-License-Identifier: LGPL-2.1-or-later
"""National laws, their provisions and extensions."""
from typing import List, Optional

from . import _call
from ._call import lib, text
from ._held import Borrowed
from .element import Element


class Law(Borrowed):
    """A law, or the part of one that was read.

    >>> law = corpus.laws["mx-cpf"]
    >>> law, law.jurisdiction, law.status, law.element.name
    (<Law 'mx-cpf'>, 'MX', 'in-force', 'law')
    >>> "177" in [provision.num for provision in law.provisions], law.id
    (True, 'mx-cpf')
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return text(lib.cyt_law_id(self))

    @property
    def jurisdiction(self) -> str:
        """ "MX", or "MX-JAL" for sub-national law."""
        return text(lib.cyt_law_jurisdiction(self))

    def title(self, lang: Optional[str] = None) -> str:
        """Its title in a language, else in its own, else its id.

        >>> corpus.laws["mx-cpf"].title("es")
        'Código Penal Federal'
        """
        return text(lib.cyt_law_title(self, _call.language(lang)))

    def title_lang(self, lang: Optional[str] = None) -> str:
        """The language that title() answers in; "" if it is not said or there is no title.

        >>> corpus.laws["mx-cpf"].title_lang("es-MX")
        'es'
        """
        return text(lib.cyt_law_title_lang(self, _call.language(lang)))

    @property
    def status(self) -> str:
        """ "in-force", "adopted", "bill" or "repealed"."""
        return text(lib.cyt_law_status(self))

    @property
    def element(self) -> Element:
        """The document."""
        return self._one(Element, lib.cyt_law_element)

    @property
    def provisions(self) -> List["Provision"]:
        """All provisions, each before its sub-provisions."""
        return self._listed(Provision, "cyt_law_provision")

    def _said(self) -> str:
        return repr(self.id)


class Provision(Borrowed):
    """An article, section or part of it of a law.

    >>> provision = coverage["art_7"].rows[0].supplied_by[0].provision
    >>> provision, provision.law.id, provision.num.startswith("211 bis")
    (<Provision 'art_211-bis-...' of mx-cpf>, 'mx-cpf', True)
    >>> provision.element.name, provision.id == provision.element["id"]
    ('provision', True)
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id in the law."""
        return text(lib.cyt_provision_id(self))

    @property
    def num(self) -> str:
        """As it is cited; its id if it has no number."""
        return text(lib.cyt_provision_num(self))

    @property
    def law(self) -> Law:
        """The law that it stands in."""
        return self._one(Law, lib.cyt_provision_law)

    @property
    def element(self) -> Element:
        """The element of the document."""
        return self._one(Element, lib.cyt_provision_element)

    def _said(self) -> str:
        return "%r of %s" % (self.id, self.law.id)


class Extend(Borrowed):
    """A rule that copies supplies to other cases, such as attempt.

    >>> extend = attempt.via
    >>> extend.law.jurisdiction, type(extend.id)
    ('MX', <class 'str'>)
    >>> extend.provision is None or extend.provision.law == extend.law
    True
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id, or extend_N for the N-th of its law."""
        return text(lib.cyt_extend_id(self))

    @property
    def law(self) -> Law:
        """The law that it stands in."""
        return self._one(Law, lib.cyt_extend_law)

    @property
    def provision(self) -> Optional[Provision]:
        """The provision that it stands in; None if that is the law itself."""
        return self._maybe(Provision, lib.cyt_extend_provision)

    def _said(self) -> str:
        return repr(self.id)

# SPDX-License-Identifier: LGPL-2.1-or-later
"""States and what they did under instruments."""
from typing import List, Optional

from . import _call
from ._call import lib, text
from ._held import Borrowed
from .element import Element
from .instrument import Instrument


class State(Borrowed):
    """A State, and what it did.

    >>> state = corpus.states["DE"]
    >>> state, state.element.name, state.id
    (<State 'DE'>, 'state', 'DE')
    >>> "ratification" in [action.kind for action in state.actions]
    True
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its code, "MX" or "MX-JAL"."""
        return text(lib.cyt_state_id(self))

    def label(self, lang: Optional[str] = None) -> str:
        """Its name in a language, else in English, else its id.

        >>> corpus.states["DE"].label()
        'Germany'
        """
        return text(lib.cyt_state_label(self, _call.language(lang)))

    @property
    def element(self) -> Element:
        """The document."""
        return self._one(Element, lib.cyt_state_element)

    @property
    def actions(self) -> List["Action"]:
        """Everything it did, withdrawn reservations included, in document order."""
        return self._listed(Action, "cyt_state_action")

    def _said(self) -> str:
        return repr(self.id)


class Action(Borrowed):
    """A ratification, reservation, objection or the like.

    >>> action = [one for one in corpus.states["DE"].actions if one.kind == "ratification"][0]
    >>> action.state.id, action.instrument.id, action.until, type(action.date)
    ('DE', 'coe-ets185', None, <class 'str'>)
    >>> action
    <Action ratification of DE>
    >>> type(action.id)
    <class 'str'>
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id; "" if it has none."""
        return text(lib.cyt_action_id(self))

    @property
    def kind(self) -> str:
        """ "ratification", "reservation" and so on."""
        return text(lib.cyt_action_kind(self))

    @property
    def state(self) -> State:
        """Who did it."""
        return self._one(State, lib.cyt_action_state)

    @property
    def instrument(self) -> Optional[Instrument]:
        """Under which instrument; None if it names none."""
        return self._maybe(Instrument, lib.cyt_action_instrument)

    @property
    def date(self) -> Optional[str]:
        """When."""
        return _call.date(lib.cyt_action_date(self))

    @property
    def until(self) -> Optional[str]:
        """When it was withdrawn; None if it was not."""
        return _call.date(lib.cyt_action_until(self))

    def _said(self) -> str:
        return "%s of %s" % (self.kind, self.state.id)

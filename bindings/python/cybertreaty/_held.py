# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who keeps what alive: references to counted objects, and what is borrowed from them.

ctypes takes an object's `_as_parameter_` for the object, and holds the arguments of a call until
it returns. So whatever is handed to a function of the library lives as long as the call, whichever
thread closes or forgets it meanwhile.
"""
import ctypes
from types import TracebackType
from typing import (Any, Callable, Generic, Iterator, List, Optional, Sequence, Type, TypeVar,
                    Union, overload)

from . import _call

T = TypeVar("T")
B = TypeVar("B", bound="Borrowed")
Own = TypeVar("Own", bound="Owner")


class Held:
    """One reference, given back when the last Python object that needs it is gone.

    `corpus` is where things that are borrowed through it are at home; of a difference, `before`
    and `after` are the answers that it holds.
    """

    __slots__ = ("_as_parameter_", "_give_back", "corpus", "before", "after")

    def __init__(self, pointer: Any, give_back: Callable[[Any], None], corpus: Any = None) -> None:
        self._as_parameter_ = pointer
        self._give_back = give_back
        self.corpus = pointer if corpus is None else corpus
        self.before: Optional["Held"] = None
        self.after: Optional["Held"] = None

    def __del__(self) -> None:
        self._give_back(self._as_parameter_)


def address(pointer: Any) -> int:
    """Where a pointer points to."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


class Borrowed:
    """Something of a corpus or a result, which it keeps alive.

    Two of them are equal if they are the same thing of the same corpus or result.

    >>> corpus.concepts["system.access"] == coverage["art_7"].rows[0].concept
    True
    """

    __slots__ = ("_held", "_as_parameter_")

    def __init__(self, held: Held, pointer: Any) -> None:
        self._held = held
        self._as_parameter_ = pointer

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self) or not isinstance(other, Borrowed):
            return NotImplemented
        return address(self._as_parameter_) == address(other._as_parameter_)

    def __hash__(self) -> int:
        return hash(address(self._as_parameter_))

    def __repr__(self) -> str:
        said = self._said()
        return "<%s%s>" % (type(self).__name__, " " + said if said else "")

    def _said(self) -> str:
        """What stands in the representation."""
        return ""

    def _one(self, kind: Type[B], function: Callable[..., Any], *arguments: Any) -> B:
        found = self._maybe(kind, function, *arguments)
        if found is None:
            raise LookupError("%r has no %s" % (self, kind.__name__.lower()))
        return found

    def _maybe(self, kind: Type[B], function: Callable[..., Any], *arguments: Any) -> Optional[B]:
        pointer = function(self, *arguments)
        return kind(self._held, pointer) if pointer else None

    def _each(self, kind: Type[B], function: Callable[..., Any], *arguments: Any) -> List[B]:
        return [kind(self._held, pointer)
                for pointer in _call.each(function, self, *arguments)]

    def _listed(self, kind: Type[B], name: str) -> List[B]:
        """What NAME_count() and NAME_at() give."""
        at = getattr(_call.lib, name + "_at")
        return [kind(self._held, at(self, i))
                for i in range(getattr(_call.lib, name + "_count")(self))]


class Listing(Sequence[T], Generic[T]):
    """A list with names: by number, by id, `len()`, `in`.

    >>> len(corpus.laws) > 1, corpus.laws["mx-cpf"] in corpus.laws, "mx-nothing" in corpus.laws
    (True, True, False)
    >>> corpus.laws[0] == corpus.laws[corpus.laws[0].id]
    True
    """

    def __init__(self, count: int, at: Callable[[int], T],
                 find: Callable[[str], Optional[T]]) -> None:
        self._count = count
        self._at = at
        self._find = find

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, key: Union[int, str]) -> T: ...

    @overload
    def __getitem__(self, key: slice) -> List[T]: ...

    def __getitem__(self, key: Union[int, str, slice]) -> Union[T, List[T]]:
        if isinstance(key, slice):
            return [self._at(i) for i in range(*key.indices(self._count))]
        if isinstance(key, str):
            found = self._find(key)
            if found is None:
                raise KeyError(key)
            return found
        i = key + self._count if key < 0 else key
        if not 0 <= i < self._count:
            raise IndexError("%d of %d" % (key, self._count))
        return self._at(i)

    def __iter__(self) -> Iterator[T]:
        return (self._at(i) for i in range(self._count))

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return self._find(item) is not None
        return any(item == one for one in self)

    def get(self, key: str) -> Optional[T]:
        """What has this id; None if nothing has.

        >>> corpus.states.get("MX"), corpus.states.get("XX")
        (<State 'MX'>, None)
        """
        return self._find(key)

    def __repr__(self) -> str:
        return "<%d: %s>" % (self._count, ", ".join(
            [repr(one) for one in self[:3]] + ["..."] * (self._count > 3)))


class Owner:
    """Holds a reference until it is closed, at the end of a `with` block at the latest.

    What was borrowed before stays good: it holds the reference too.
    """

    def __init__(self, held: Held) -> None:
        self._reference: Optional[Held] = held

    @property
    def _held(self) -> Held:
        held = self._reference
        if held is None:
            raise ValueError("this %s is closed" % type(self).__name__)
        return held

    def close(self) -> None:
        """Gives the reference back; nothing can be asked any more.

        >>> with corpus.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21") as answer:
        ...     article = answer["art_7"]
        >>> article.verdict == "partial"
        True
        >>> answer.to_dict()
        Traceback (most recent call last):
        ValueError: this Coverage is closed
        """
        self._reference = None

    def __enter__(self: Own) -> Own:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], problem: Optional[BaseException],
                 where: Optional[TracebackType]) -> None:
        self.close()

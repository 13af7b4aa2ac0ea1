# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library, loaded, and what goes to it and comes from it as values of Python."""
import ctypes
from typing import Any, Callable, List, Optional, Tuple

from . import _abi, _lib, errors


def _check(result: int, function: Any, _: Any) -> int:
    if result < 0:
        raise errors.error(result, error_text(result))
    return result


def _bind(library: ctypes.CDLL, path: str) -> ctypes.CDLL:
    for symbol, (arguments, result, kind) in _abi.FUNCTIONS.items():
        try:
            function = getattr(library, symbol)
        except AttributeError:
            raise ImportError("%s is too old for this package: it has no %s()"
                              % (path, symbol)) from None
        function.argtypes = arguments
        function.restype = result
        if kind == _abi.CODE:
            function.errcheck = _check
    return library


_library, library_path = _lib.load()
lib = _bind(_library, library_path)


def error_text(code: int) -> str:
    """What the library calls an error."""
    return text(lib.cyt_strerror(code))


def text(value: Optional[bytes]) -> str:
    """A string of C; there is none for NULL."""
    return value.decode("utf-8", "replace") if value else ""


def optional(value: Optional[bytes]) -> Optional[str]:
    """A string of C that may be NULL."""
    return None if value is None else text(value)


def name(value: str) -> bytes:
    """A string for C, which would stop at a zero byte without a word."""
    if not isinstance(value, str):
        raise TypeError("a string is expected, not %s" % type(value).__name__)
    if "\0" in value:
        raise ValueError("%r holds a zero byte" % value)
    return value.encode("utf-8")


def language(value: Optional[str]) -> Optional[bytes]:
    """A language for a title or label; without one it is English, or what there is."""
    return None if value is None else name(value)


def date(number: int) -> Optional[str]:
    """A date as precisely as it is known: "2026", "2026-11" or "2026-11-21"; None for none."""
    if number == 0:
        return None
    out = ctypes.create_string_buffer(11)
    lib.cyt_date_format(number, out)
    return text(out.value)


def new(function: Any, handle: Any, *arguments: Any) -> Any:
    """Calls a function whose last argument is where the new object goes."""
    out = handle()
    function(*arguments, ctypes.byref(out))
    return out


def collect(function: Any, *arguments: Any) -> List[bytes]:
    """The pieces that a function sends to its sink."""
    pieces: List[bytes] = []
    problems: List[BaseException] = []

    def sink(_: Any, piece: int, length: int) -> int:
        try:
            pieces.append(ctypes.string_at(piece, length))
        except BaseException as problem:  # none may pass through C
            problems.append(problem)
        return len(problems)

    try:
        function(*arguments, _abi.SINK(sink), None)
    except errors.CybertreatyError:
        if not problems:
            raise
    if problems:
        raise problems[0]
    return pieces


def written(function: Any, *arguments: Any) -> str:
    """The same as one text."""
    return b"".join(collect(function, *arguments)).decode("utf-8")


def numbers(function: Any, kind: Any, *arguments: Any) -> Tuple[int, int, int]:
    """The answer of a function with two numbers to fill in at its end, and these."""
    first, second = kind(), kind()
    answer = function(*arguments, ctypes.byref(first), ctypes.byref(second))
    return (answer or 0, first.value, second.value)


def strings(function: Any, *arguments: Any) -> Optional[Tuple[str, str]]:
    """Two strings that a function fills in at its end; None if it says there are none."""
    first, second = ctypes.c_char_p(), ctypes.c_char_p()
    if not function(*arguments, ctypes.byref(first), ctypes.byref(second)):
        return None
    return text(first.value), text(second.value)


def each(function: Callable[..., Any], *arguments: Any) -> List[Any]:
    """What a function gives for 0, 1, 2 and so on, up to the first NULL; "" is none."""
    found: List[Any] = []
    while True:
        item = function(*arguments, len(found))
        if item is None or not isinstance(item, bytes) and not item:
            return found
        found.append(item)

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds the library: by CYBERTREATY_LIBRARY, in a tree around this file or its wheel, by soname."""
import ctypes
import os
from typing import Iterator, List, Tuple

SONAME = "libcybertreaty.so.0"
HERE = os.path.dirname(os.path.abspath(__file__))
TREE_FILE = os.path.join(HERE, "tree.txt")  # in a wheel: the folder that it was built from


class _Place(ctypes.Structure):
    """What dladdr() fills in."""

    _fields_ = [("file", ctypes.c_char_p), ("base", ctypes.c_void_p),
                ("symbol", ctypes.c_char_p), ("address", ctypes.c_void_p)]


def above(path: str) -> Iterator[str]:
    """A folder and those above it, nearest first."""
    while True:
        yield path
        parent = os.path.dirname(path)
        if parent == path:
            return
        path = parent


def _folders() -> Iterator[str]:
    yield from above(HERE)
    try:
        with open(TREE_FILE, encoding="utf-8") as file:
            yield from above(file.read().strip())
    except FileNotFoundError:
        return


def candidates() -> Iterator[str]:
    """Paths to try, best first; the last is left to the dynamic linker."""
    named = os.environ.get("CYBERTREATY_LIBRARY")
    if named:
        yield named
        return
    for folder in _folders():
        for place in ("_install/lib", "_build/.libs", ".libs", "lib"):
            path = os.path.join(folder, place, SONAME)
            if os.path.isfile(path):
                yield path
    yield SONAME


def _where(library: ctypes.CDLL, path: str) -> str:
    """The file that was loaded, which the linker may have chosen."""
    if os.path.dirname(path):
        return os.path.abspath(path)
    place = _Place()
    try:
        found = ctypes.CDLL(None).dladdr(library.cyt_version, ctypes.byref(place))
    except AttributeError:
        return path
    return os.fsdecode(place.file) if found and place.file else path


def load() -> Tuple[ctypes.CDLL, str]:
    """The library and the file that it is in."""
    tried: List[str] = []
    for path in candidates():
        try:
            library = ctypes.CDLL(path)
        except OSError as problem:
            tried.append("%s: %s" % (path, problem))
            continue
        return library, _where(library, path)
    raise ImportError("libcybertreaty was not found; set CYBERTREATY_LIBRARY\n" + "\n".join(tried))

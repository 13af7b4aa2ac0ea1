# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds the shared library: by CYBERTREATY_LIBRARY, in a tree around this file, or by its soname."""
import ctypes
import os

SONAME = "libcybertreaty.so.0"


def _around(path):
    """Folders above a file, nearest first."""
    while True:
        parent = os.path.dirname(path)
        if parent == path:
            return
        yield parent
        path = parent


def candidates():
    named = os.environ.get("CYBERTREATY_LIBRARY")
    if named:
        yield named
        return
    for folder in _around(os.path.abspath(__file__)):
        for place in ("_install/lib", "_build/.libs", ".libs", "lib"):
            path = os.path.join(folder, place, SONAME)
            if os.path.isfile(path):
                yield path
    yield SONAME


def load():
    tried = []
    for path in candidates():
        try:
            return ctypes.CDLL(path), path
        except OSError as problem:
            tried.append("%s: %s" % (path, problem))
    raise ImportError("libcybertreaty was not found; set CYBERTREATY_LIBRARY\n" + "\n".join(tried))

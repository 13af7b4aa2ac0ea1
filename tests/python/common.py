# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the Python package share: places, the command, TAP.

Every test_*.py here is for pytest, and prints TAP when it is run directly.
"""
import atexit
import functools
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

SOURCE = os.path.abspath(os.environ.get("CYT_SRCDIR")
                         or os.path.join(os.path.dirname(__file__), "..", ".."))
BUILD = os.path.abspath(os.environ.get("CYT_BUILDDIR") or os.path.join(SOURCE, "_build"))
PACKAGE = os.path.join(SOURCE, "bindings", "python")
XML = os.path.join(SOURCE, "xml")
BILLS = os.path.join(SOURCE, "examples", "bills")
LIBRARY = os.path.join(BUILD, ".libs", "libcybertreaty.so.0")
UN = "un-cybercrime-2024"
DATE = "2026-11-21"
FACTS = "system.access,security=overcome,aim-data=yes"
# A sanitized library does not load into a plain interpreter.
SANITIZED = bool(os.environ.get("CYT_SANITIZED"))

os.environ.setdefault("CYBERTREATY_LIBRARY", LIBRARY)
sys.path.insert(0, PACKAGE)
sys.dont_write_bytecode = True


class Skip(Exception):
    """Why a test cannot be run here."""


def skip(reason):
    """Leaves a test out, of pytest too."""
    if "pytest" in sys.modules:
        sys.modules["pytest"].skip(reason)
    raise Skip(reason)


def need(module):
    """A module that Debian packages and this machine may lack."""
    try:
        return __import__(module)
    except ImportError:
        return skip("no %s here" % module)


@functools.lru_cache(maxsize=None)
def snapshot(paths):
    """Documents compiled, so that they are read once for all commands."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    path = os.path.join(folder, "corpus.snapshot")
    subprocess.run([os.path.join(BUILD, "cybertreaty"), "compile", "-o", path, *paths],
                   check=True, capture_output=True)
    return path


def run_command(*words, paths=(XML,), formatted="json"):
    """What the command prints."""
    chosen = ["--corpus", snapshot(tuple(paths))] if paths else []
    run = subprocess.run([os.path.join(BUILD, "cybertreaty"), *chosen, "--as-at", DATE, "--format",
                          formatted, *words], capture_output=True, check=False)
    assert run.returncode < 2, run.stderr.decode()
    return run.stdout.decode("utf-8")


def command(*words, paths=(XML,)):
    """The JSON that the command prints."""
    return json.loads(run_command(*words, paths=paths))


def raised(kind, function, *arguments, **named):
    """The exception of a call that has to fail."""
    try:
        function(*arguments, **named)
    except kind as problem:
        return problem
    raise AssertionError("%s was not raised" % kind.__name__)


def _try(test):
    """How a test ended: good or not, what stands behind its name, and a comment."""
    try:
        test()
    except Skip as reason:
        return True, " # SKIP %s" % reason, ""
    except Exception as problem:  # pylint: disable=broad-except  every failure is a line
        where = traceback.extract_tb(problem.__traceback__)[-1]
        return False, "", "# line %d, %s\n# %s: %r\n" % (
            where.lineno, where.line, type(problem).__name__, str(problem)[:6000])
    return True, "", ""


DEBIAN = "/usr/bin/python3"


def _prefer_packages():
    """Debian's pandas is its interpreter's, which need not be the first on the path."""
    if importlib.util.find_spec("pandas") or sys.executable == DEBIAN:
        return
    asked = [DEBIAN, "-c", "import pandas"]
    if os.path.exists(DEBIAN) and not subprocess.run(asked, capture_output=True).returncode:
        os.execv(DEBIAN, [DEBIAN, "-B", *sys.argv])


def main(names):
    """Runs the tests of a module and prints TAP; the status of the program."""
    if SANITIZED:
        print("1..0 # SKIP a sanitized library does not load into a plain interpreter")
        return 0
    _prefer_packages()
    tests = [(name, test) for name, test in sorted(names.items()) if name.startswith("test_")]
    failed = 0
    print("1..%d" % len(tests))
    for number, (name, test) in enumerate(tests, 1):
        good, note, comment = _try(test)
        failed += not good
        print("%sok %d - %s%s\n%s" % ("" if good else "not ", number, name, note, comment), end="")
        sys.stdout.flush()
    return 1 if failed else 0

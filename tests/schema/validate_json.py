#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds JSON to its schema: the golden answers of the command, or the files named.

usage: validate_json.py [FILE]...

Prints TAP.  Each golden file of a known format has to be valid, each format has to have one, and a
valid file with one key too many, one too few or one of another type has to be refused, so that
a schema which allows everything is noticed.
"""

import copy
import json
import os
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

SOURCE = pathlib.Path(os.environ.get("CYT_SRCDIR", pathlib.Path(__file__).parents[2]))
SCHEMAS = SOURCE / "xml" / "schema" / "json"


def validators():
    """Format name -> validator."""
    found = {}
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        found["cybertreaty." + path.name.split(".")[0] + "/1"] = (
            jsonschema.Draft202012Validator(schema))
    return found


def format_of(document):
    """Our own formats name themselves; SARIF has a version and runs."""
    return "cybertreaty.sarif/1" if "runs" in document else document.get("format")


def golden_files():
    """Golden answers that are JSON."""
    for path in sorted((SOURCE / "tests" / "golden").glob("*/*/out")):
        if path.read_bytes()[:1] == b"{":
            yield path


def spoilt(document):
    """Copies of a document that its schema must not accept."""
    extra = copy.deepcopy(document)
    extra["surplus"] = 1
    yield "a surplus key", extra
    for key, value in document.items():
        less = copy.deepcopy(document)
        del less[key]
        if key not in ("id", "num", "title", "text") and isinstance(value, (list, dict)):
            yield f"no {key}", less
        other = copy.deepcopy(document)
        other[key] = 1.5
        yield f"{key} of another type", other


class Tap:
    """Test Anything Protocol on stdout."""

    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, good, name, why=""):
        self.count += 1
        self.failed = self.failed or not good
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}")
        if not good and why:
            print("# " + why.replace("\n", "\n# "))


def main():
    tap = Tap()
    known = validators()
    seen = {}
    for path in [pathlib.Path(name) for name in sys.argv[1:]] or golden_files():
        name = str(path.relative_to(SOURCE)) if path.is_relative_to(SOURCE) else str(path)
        document = json.loads(path.read_text(encoding="utf-8"))
        form = format_of(document)
        validator = known.get(form)
        if not validator:
            tap.result(False, name, f"no schema for {form}")
            continue
        seen.setdefault(form, document)
        errors = [f"{error.json_path}: {error.message}"[:300]
                  for error in validator.iter_errors(document)]
        tap.result(not errors, f"{name} is valid", "\n".join(errors[:5]))
    for name, document in seen.items():
        accepted = [what for what, copied in spoilt(document) if known[name].is_valid(copied)]
        tap.result(not accepted, f"{name} is strict", ", ".join(accepted))
    if len(sys.argv) == 1:
        missing = sorted(set(known) - set(seen))
        tap.result(not missing, "each format has a golden answer", ", ".join(missing))
    print(f"1..{tap.count}")
    return tap.failed


if __name__ == "__main__":
    sys.exit(main())

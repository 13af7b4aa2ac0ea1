#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the known answers as a page for lawyers, or checks that the page is what it would write.

usage: answers.py SOURCES [--write]   (doc/known-answers.md; without --write prints TAP)
"""
import json
import pathlib
import re
import sys
import textwrap

INTRO = """\
# Known answers

Questions whose answers a lawyer can check by hand against the sources, not against this program. The test
`tests/known/known.sh` puts each to the program; the questions stand in `tests/known/*.json`. No lawyer of the countries
has checked them: they are first readings and no legal advice. "Row" and "article" without more name the United Nations
Convention against Cybercrime.
"""


def fold(text):
    return "\n".join(textwrap.wrap(text, 118, break_long_words=False, break_on_hyphens=False)) + "\n"


def value_name(value):
    """A value by its id, an interval by its ends."""
    return value if isinstance(value, str) else "%s up to %s" % tuple("…" if end is None else end for end in value)


def listed(facets):
    return "; ".join(
        "%s %s" % (facet, ", ".join(value_name(value) for value in values)) for facet, values in facets.items())


def on_path(want):
    steps = " / ".join(
        step if isinstance(step, str) else ", ".join("%s %s" % pair for pair in step.items()) for step in want["path"])
    tests = {"is": "is", "includes": "includes", "lacks": "does not include", "count": "counts"}
    said = ["%s %s" % (tests[key], json.dumps(want[key], ensure_ascii=False)) for key in want if key != "path"]
    return "%s %s" % (steps, " and ".join(said))


def expectation(expect):
    """What the program has to answer, in one sentence."""
    if isinstance(expect, list):
        return "; ".join(on_path(want) for want in expect)
    if "article" in expect:
        return "%s is %s" % (expect["article"], expect["verdict"])
    words = {
        "verdict": lambda value: "is " + value,
        "missing_has": lambda value: "among what is missing: " + listed(value),
        "missing_lacks": lambda value: "nothing is missing of " + listed(value),
        "options_used_includes": lambda value: "excused by " + ", ".join(value),
        "supplied_by_includes": lambda value: "supplied by " + ", ".join(value),
        "conditional_includes": lambda value: "under a condition by " + ", ".join(value),
    }
    said = [words[key](value) for key, value in expect.items() if key in words]
    return "%s on %s %s" % (expect["demand"], expect["concept"], "; ".join(said))


def question(entry):
    yield "### %s: %s\n" % (entry["id"], entry["question"])
    yield fold(entry["why"])
    yield fold("*Source:* %s" % entry["source"])
    yield fold("*Asked:* `cybertreaty %s`" % " ".join(entry["command"]))
    yield fold("*Answer:* %s." % expectation(entry["expect"]))


def heading(sources, stem):
    """The English name of a State, or a word of our own."""
    state = sources / "xml" / "states" / ("%s.xml" % stem.upper())
    if not state.exists():
        return stem.capitalize()
    return re.search(r'<label xml:lang="en">([^<]+)', state.read_text(encoding="utf-8")).group(1)


def page(sources):
    parts, count = [], 0
    for path in sorted((sources / "tests" / "known").glob("*.json")):
        entries = json.loads(path.read_text(encoding="utf-8"))
        parts.append("## %s\n" % heading(sources, path.stem))
        for entry in entries:
            parts.extend(question(entry))
        count += len(entries)
    return "\n".join([INTRO, "%d questions.\n" % count, *parts])


def main(sources, write=None):
    target = pathlib.Path(sources) / "doc" / "known-answers.md"
    text = page(pathlib.Path(sources))
    if write == "--write":
        target.write_text(text, encoding="utf-8")
        return 0
    same = target.exists() and target.read_text(encoding="utf-8") == text
    print("1..1\n%sok 1 - doc/known-answers.md is what answers.py --write makes of the questions" % ("" if same else "not "))
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

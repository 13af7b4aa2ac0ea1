#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds the instruments against tables of facts that were made apart from them.

usage: held.py BINARY CORPUS   (prints TAP)

INSTRUMENT.tsv has a line per article: its number, its numbered paragraphs (0: a single one without
a number, ?: no source shows them) and where the fact is from.  Each shipped instrument has a table;
its articles stand in the same order with the same numbers of paragraphs, and what `lint --complete`
counts is what they add up to.
"""

import csv
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def ask(command):
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode > 1:
        raise SystemExit("Bail out! " + run.stderr.strip())
    return json.loads(run.stdout)


def below(node, name):
    """The elements of that name below a node, whatever stands between."""
    for child in node.get("children", []):
        if child["element"] == name:
            yield child
        yield from below(child, name)


def paragraphs(article):
    """The number of numbered paragraphs, as the tables say it."""
    if article.get("paragraphs") == "unknown":
        return "?"
    return str(sum(child["element"] == "paragraph" for child in article.get("children", [])))


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or not all(row["article"] and row["paragraphs"] and row["source"] for row in rows):
        raise SystemExit(f"Bail out! {path}: article, paragraphs and source expected in each line")
    return [(row["article"], row["paragraphs"]) for row in rows]


def differences(table, found):
    for i in range(max(len(table), len(found))):
        want = table[i] if i < len(table) else None
        got = found[i] if i < len(found) else None
        if want != got:
            yield f"the table has {want}, the instrument {got}"


def check(show, tally):
    path = HERE / f"{tally['id']}.tsv"
    if not path.exists():
        return ["there is no table of facts"]
    articles = list(below(show, "article"))
    wrong = list(differences(read_table(path), [(a["num"], paragraphs(a)) for a in articles]))
    counted = {"articles": len(articles),
               "paragraphs": sum(len(list(below(a, "paragraph"))) for a in articles),
               "unknown": [a["id"] for a in articles if paragraphs(a) == "?"]}
    wrong += [f"lint counts {tally[key]} {key}, there are {want}"
              for key, want in counted.items() if tally[key] != want]
    return wrong


def main(binary, corpus):
    command = [binary, "--corpus", corpus, "--format", "json"]
    lint = ask([binary, "--format", "json", "lint", "--complete", corpus])
    failed = 0
    print(f"1..{len(lint['instruments'])}")
    for number, tally in enumerate(lint["instruments"], 1):
        wrong = check(ask([*command, "show", tally["id"]]), tally)
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {tally['id']}")
        for line in wrong[:20]:
            print("# " + line)
    return failed > 0 or not lint["instruments"]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

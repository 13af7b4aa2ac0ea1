# SPDX-License-Identifier: LGPL-2.1-or-later
"""Known answers: asks the command and holds its JSON against what a lawyer would find.

usage: run.py BINARY CORPUS KNOWN.json   (prints TAP)
"""
import json
import os
import subprocess
import sys


def ask(binary, corpus, words):
    command = [binary, "--corpus", corpus, "--format", "json", *words]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit("Bail out! %s: %s" % (" ".join(words), run.stderr.strip()))
    return json.loads(run.stdout)


def keeps(box, facet, value):
    """Whether a box of a region holds cases with this value: a silent facet keeps all."""
    return facet not in box or value in box[facet]


def has(row, wanted):
    return all(
        any(facet in box and value in box[facet] for box in row["missing"])
        for facet, values in wanted.items() for value in values)


def lacks(row, unwanted):
    return not any(
        keeps(box, facet, value)
        for facet, values in unwanted.items() for value in values for box in row["missing"])


def laws(entries):
    return {"%s/%s" % (entry["law"], entry["provision"]) for entry in entries}


def check_row(row, expect):
    """Names of the expectations that do not hold."""
    tests = {
        "verdict": lambda want: row["verdict"] == want,
        "missing_has": lambda want: has(row, want),
        "missing_lacks": lambda want: lacks(row, want),
        "options_used_includes": lambda want: set(want) <= set(row["options_used"]),
        "supplied_by_includes": lambda want: set(want) <= laws(row["supplied_by"]),
        "conditional_includes": lambda want: set(want) <= laws(row["conditional"]),
    }
    names = [name for name in expect if name not in ("demand", "concept", "article")]
    unknown = [name for name in names if name not in tests]
    if unknown or not names:
        return ["nothing to check, or unknown: %s" % unknown]
    return [name for name in names if not tests[name](expect[name])]


def check(answer, expect):
    provisions = answer["provisions"]
    if "article" in expect:
        found = [p for p in provisions if p["id"] == expect["article"]]
        if len(found) != 1:
            return ["no article %s" % expect["article"]]
        got = found[0]["verdict"]
        return [] if got == expect["verdict"] else ["verdict is %s" % got]
    rows = [row for p in provisions for row in p["demands"]
            if row["id"] == expect["demand"] and row["concept"] == expect["concept"]]
    if len(rows) != 1:
        return ["%d rows %s on %s" % (len(rows), expect["demand"], expect["concept"])]
    wrong = check_row(rows[0], expect)
    if wrong:
        wrong.append(json.dumps({key: rows[0][key] for key in (
            "verdict", "missing", "options_used", "supplied_by", "conditional")}))
    return wrong


def main(binary, corpus, known):
    with open(known, encoding="utf-8") as file:
        questions = json.load(file)
    binary, corpus = os.path.abspath(binary), os.path.abspath(corpus)
    # Paths in the questions are relative to the top of the sources.
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(known)), "..", ".."))
    failed = 0
    print("1..%d" % len(questions))
    for number, question in enumerate(questions, 1):
        wrong = check(ask(binary, corpus, question["command"]), question["expect"])
        failed += bool(wrong)
        print("%sok %d - %s" % ("not " if wrong else "", number, question["id"]))
        for line in wrong:
            print("# " + line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

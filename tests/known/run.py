# SPDX-License-Identifier: LGPL-2.1-or-later
"""Known answers: asks the command and holds its JSON against what a lawyer would find.

usage: run.py BINARY CORPUS KNOWN.json...   (prints TAP)

`expect` of a question is an object about one demand or article of `coverage`, or, for any command, a list of
{"path": [...], "is" | "includes" | "lacks" | "count": ...} on its JSON.
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


def objects(value):
    """Every object in it, however deep."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return ([value] if isinstance(value, dict) else []) + [got for item in items for got in objects(item)]


def walk(value, path):
    """All that a path leads to: a string is a key, "*" every item, "**" all objects however deep as
    one list, an object the items that hold it."""
    if not path:
        return [value]
    step, rest = path[0], path[1:]
    if step == "**":
        return walk(objects(value), rest)
    if step == "*":
        return [got for item in value for got in walk(item, rest)]
    if isinstance(step, dict):
        items = [item for item in value if all(item.get(key) == want for key, want in step.items())]
        return [got for item in items for got in walk(item, rest)]
    return walk(value[step], rest)


def check_path(answer, wanted):
    """One of `is` (each that the path finds, at least one), `includes`, `lacks`, `count`."""
    found = walk(answer, wanted["path"])
    tests = {
        "is": lambda want: bool(found) and all(got == want for got in found),
        "includes": lambda want: all(item in found for item in want),
        "lacks": lambda want: not any(item in found for item in want),
        "count": lambda want: len(found) == want,
    }
    names = [name for name in wanted if name != "path"]
    if not names or any(name not in tests for name in names):
        return "nothing to check, or unknown: %s" % names
    wrong = [name for name in names if not tests[name](wanted[name])]
    return "%s %s: found %s" % (wanted["path"], wrong, json.dumps(found)[:400]) if wrong else None


def check(answer, expect):
    if isinstance(expect, list):
        wrong = [check_path(answer, wanted) for wanted in expect]
        return [line for line in wrong if line] if expect else ["nothing to check"]
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


def complete(question):
    """Every question stands on its own: an id, words, reasons, what they rest on."""
    return all(question.get(key) for key in ("id", "question", "why", "source", "command", "expect"))


def main(binary, corpus, *files):
    binary, corpus = os.path.abspath(binary), os.path.abspath(corpus)
    questions = []
    for known in files:
        with open(known, encoding="utf-8") as file:
            questions += json.load(file)
    # Paths in the questions are relative to the top of the sources.
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    failed, seen = 0, set()
    print("1..%d" % len(questions))
    for number, question in enumerate(questions, 1):
        if question["id"] in seen or not complete(question):
            wrong = ["the id stands twice, or id, question, why, source, command or expect lacks"]
        else:
            wrong = check(ask(binary, corpus, question["command"]), question["expect"])
        seen.add(question["id"])
        failed += bool(wrong)
        print("%sok %d - %s" % ("not " if wrong else "", number, question["id"]))
        for line in wrong:
            print("# " + line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

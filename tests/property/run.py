# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds the cybertreaty command against the reference on random corpora.

    run.py --binary PATH [--count N] [--seed S] [--keep DIR] [--ask NAME]...

Each seed is one corpus and one question, put to coverage, beyond and gaps.  The first
difference of each failing seed is printed.  Not compared: the digest and date of the
data, sentences, and keys that only the command gives.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile

from corpus import Corpus
from generate import generate, write
from reference import Answers

COMMANDS = ["coverage", "beyond", "gaps"]
OPTIONAL = ("via", "extends", "any_of")         # absent is as good as null
REGIONS = ("missing", "region")


def relabel(answer):
    """Names groups and alternatives of any-of by first appearance in their article."""
    for provision in answer.get("provisions", []):
        groups = {}
        for row in provision["demands"]:
            scope = row["id"] if row.get("extends") else None
            path = []
            for group, alternative in row.get("any_of") or []:
                seen = groups.setdefault((scope, str(group)), {})
                seen.setdefault("number", len(groups))
                known = seen.setdefault("alternatives", [])
                if alternative not in known:
                    known.append(alternative)
                path.append([seen["number"], known.index(alternative) + 1])
            if path:
                row["any_of"] = path


def prepare(answer):
    """The comparable part of an answer, in place."""
    relabel(answer)
    for modality, counts in list(answer.get("totals", {}).items()):
        if not any(counts.values()):
            del answer["totals"][modality]
    # What stands for a title where there is none is a matter of wording.
    answer.get("subject", {}).pop("title", None)
    if "+" in answer.get("subject", {}).get("id", ""):
        answer["subject"] = {"id": answer["subject"]["id"]}
    for entry in answer.get("beyond", []):
        entry["concern"] = entry["concern"] or "none"
    return answer


def difference(wanted, got, path="$", exact=False):
    """(path, wanted, got) of the first difference, or None."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        names = list(wanted)
        names += [name for name in got if name not in wanted and (exact or name in OPTIONAL)]
        for name in names:
            found = difference(wanted.get(name), got.get(name), "%s.%s" % (path, name),
                               exact or name in REGIONS)
            if found:
                return found
        return None
    if isinstance(wanted, list) and isinstance(got, list):
        for i, (left, right) in enumerate(zip(wanted, got)):
            found = difference(left, right, "%s[%d]" % (path, i), exact)
            if found:
                return found
        if len(wanted) != len(got):
            return (path + ".length", wanted, got)
        return None
    return None if wanted == got and type(wanted) is type(got) else (path, wanted, got)


def command_line(binary, paths, name, question):
    line = [binary]
    for path in paths:
        line += ["--corpus", path]
    for named in question["with"]:
        line += ["--with", named]
    if question["basis"]:
        line += ["--basis", question["basis"]]
    return line + ["--as-at", question["as_at"], "--format", "json", name,
                   question["subject"], "--against", question["against"]]


def run(line):
    """(answer, trouble) of one process."""
    done = subprocess.run(line, capture_output=True, timeout=60, check=False)
    if done.returncode != 0:
        return None, "exit status %d: %s" % (done.returncode,
                                             done.stderr.decode("utf-8", "replace").strip())
    try:
        return json.loads(done.stdout), None
    except ValueError as error:
        return None, "not JSON: %s" % error


def wanted(paths, commands, question):
    answers = Answers(Corpus(paths), question["subject"], question["against"],
                      question["as_at"], question["with"], question["basis"])
    return {name: getattr(answers, name)() for name in commands}


def show(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 2000 else text[:2000] + " ..."


def report(seed, line, trouble, found, arguments):
    print("seed %d: %s" % (seed, trouble or "difference at %s" % found[0]))
    if found:
        print("  reference: %s" % show(found[1]))
        print("  command:   %s" % show(found[2]))
    print("  asked:     %s" % shlex.join(line))
    print("  again:     run.py --binary %s --seed %d --count 1 --keep DIR"
          % (shlex.quote(arguments.binary), seed))


def check(seed, folder, arguments):
    """Whether one seed passes; prints its first difference if not."""
    files, questions = generate(seed)
    paths = write(files, folder)
    for question in questions:
        expected = wanted(paths, arguments.ask, question)
        for name in arguments.ask:
            line = command_line(arguments.binary, paths, name, question)
            answer, trouble = run(line)
            found = None
            if trouble is None:
                found = difference(prepare(expected[name]), prepare(answer))
            if trouble or found:
                report(seed, line, trouble, found, arguments)
                return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--keep", metavar="DIR", help="keep the files of failing seeds")
    parser.add_argument("--ask", action="append", choices=COMMANDS)
    parser.add_argument("--stop", type=int, default=10, metavar="N",
                        help="stop after N failures; 0 for never")
    arguments = parser.parse_args()
    arguments.ask = arguments.ask or COMMANDS
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for seed in range(arguments.seed, arguments.seed + arguments.count):
            folder = os.path.join(scratch, "corpus")
            if arguments.keep:
                folder = os.path.join(arguments.keep, "seed-%d" % seed)
            good = check(seed, folder, arguments)
            passed, failed = passed + good, failed + (not good)
            if good or not arguments.keep:
                for name in os.listdir(folder):
                    os.unlink(os.path.join(folder, name))
                os.rmdir(folder)
            if arguments.stop and failed >= arguments.stop:
                break
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

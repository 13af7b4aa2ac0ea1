# SPDX-License-Identifier: LGPL-2.1-or-later
"""What doc/coding-a-law.md shows is what happens: its XML loads, its commands print what it quotes,
and the files that it names are there. Prints TAP.

usage: guide.py   (CYT_SRCDIR, CYT_BUILDDIR as in make check)

Whole documents of the guide become files named after their id; its commands run beside them. In
quoted output a line with […] stands for whatever was left out.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

SOURCE = os.path.abspath(os.environ.get("CYT_SRCDIR", "."))
BUILD = os.path.abspath(os.environ.get("CYT_BUILDDIR", SOURCE))
PROGRAM = os.path.join(BUILD, "cybertreaty")
GUIDE = os.path.join(SOURCE, "doc", "coding-a-law.md")
NAMESPACE = 'xmlns="urn:cybertreaty:1"'
HEAD = '<title xml:lang="en">frame</title>'
OWN_SOURCE = '<source basis="unverified">frame</source>'
# What a part of a document has to stand in to be loaded: first element of the part, frame.
FRAMES = {
    "action": '<state {ns} id="XX"><label xml:lang="en">frame</label>'
              '<label xml:lang="es">marco</label>{source}{part}</state>',
    "source": '<law {ns} id="frame" jurisdiction="XX">{head}{part}</law>',
    "supply": '<law {ns} id="frame" jurisdiction="XX">{head}{source}<provision id="s_0" num="0">'
              '{head}{part}</provision></law>',
    None: '<law {ns} id="frame" jurisdiction="XX">{head}{source}{part}</law>',
}


def blocks(guide, language):
    return re.findall(r"^```%s\n(.*?)^```$" % language, guide, re.S | re.M)


def run(folder, words):
    """The corpus is that of the tree; a link to it would be refused."""
    command = [PROGRAM, *(os.path.join(SOURCE, "xml") if word == "xml" else word for word in words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def documents(guide):
    """Whole documents by the name of the file that they become."""
    whole = [block for block in blocks(guide, "xml") if block.startswith("<?xml")]
    return {"%s.xml" % re.search(r'\bid="([^"]*)"', block).group(1): block for block in whole}


def framed(part):
    first = re.match(r"\s*<([a-z-]+)", part).group(1)
    frame = FRAMES.get(first, FRAMES[None])
    return frame.format(ns=NAMESPACE, head=HEAD, source=OWN_SOURCE, part=part)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def check_parts(guide, folder):
    """Every part loads and lints by itself."""
    wrong = []
    parts = [block for block in blocks(guide, "xml") if not block.startswith("<?xml")]
    for part in parts:
        with open(os.path.join(folder, "frame.xml"), "w", encoding="utf-8") as file:
            file.write(framed(part))
        ran = run(folder, ["--corpus", "xml", "lint", "frame.xml"])
        if ran.returncode:
            wrong.append("%s\n%s" % (part[:80], ran.stderr))
    os.remove(os.path.join(folder, "frame.xml"))
    return wrong if parts else ["no part of a document"]


def check_steps(guide):
    """What the steps show of the law is what its whole file has."""
    whole = squeezed(documents(guide).get("my-act.xml", ""))
    steps = [block for block in blocks(guide, "xml")
             if re.match(r"<(provision|assessed|source) ", block)]
    if len(steps) < 7:
        return ["only %d steps" % len(steps)]
    return [step[:80] for step in steps if squeezed(step) not in whole]


def settled(text):
    return re.sub(r"sha256:[0-9a-f]+", "sha256:…", text)


def quoted(console):
    """Pairs of a command and the parts of its output that are quoted."""
    for piece in re.split(r"^\$ ", console, flags=re.M)[1:]:
        command, _, output = piece.partition("\n")
        parts = [part.strip("\n") for part in re.split(r"^\[…\]$", output, flags=re.M)]
        yield command, [part for part in parts if part]


def stands(part, text):
    """Where a quoted part ends in a text, whole lines only; -1 if it is not there."""
    found = re.search(r"^%s$" % re.escape(part), text, re.M)
    return found.end() if found else -1


def check_commands(guide, folder):
    wrong, count = [], 0
    for command, parts in (pair for block in blocks(guide, "console") for pair in quoted(block)):
        count += 1
        words = command.split()
        if words[0] != "cybertreaty":
            wrong.append("no command of ours: " + command)
            continue
        ran = run(folder, words[1:])
        rest = settled(ran.stdout + ran.stderr)
        # Only a quoted error may end in failure.
        expected = 1 if any(": error CYT-" in part for part in parts) else 0
        if ran.returncode != expected or not rest:
            wrong.append("%s: status %d\n%s" % (command, ran.returncode, ran.stderr))
        for part in parts:
            end = stands(settled(part), rest)
            if end < 0:
                wrong.append("%s: not printed, or not in this order:\n%s" % (command, part))
                break
            rest = rest[end:]
    return wrong if count > 10 else ["only %d commands" % count]


def check_known(guide):
    """The known answer that it shows is one of those that are put to the program."""
    with open(os.path.join(SOURCE, "tests", "known", "ke.json"), encoding="utf-8") as file:
        questions = json.load(file)
    shown = [json.loads(block) for block in blocks(guide, "json")]
    return [one["id"] for one in shown if one not in questions] if shown else ["no known answer"]


def check_names(guide):
    """Files and commands that the text mentions exist; those of the spreadsheet have their own tests."""
    text = re.sub(r"^```.*?^```$", "", guide, flags=re.S | re.M)
    text = re.sub(r"^## The spreadsheet route\n.*?^## ", "## ", text, flags=re.S | re.M)
    words = re.findall(r"`([^`\n]+)`", text)
    folders = ("xml/", "tests/", "doc/", "./")
    paths = [word for word in words if word.startswith(folders)]
    wrong = [path for path in paths
             if not os.path.exists(os.path.join(SOURCE, path.split()[0]))]
    usage = run(SOURCE, ["--help"]).stdout
    for command in re.findall(r"`cybertreaty (?:--corpus xml )?([a-z]+)", text):
        if not re.search(r"^  %s\b" % command, usage, re.M):
            wrong.append("no command " + command)
    return wrong if len(paths) > 5 else ["only %d paths" % len(paths)]


def main():
    with open(GUIDE, encoding="utf-8") as file:
        guide = file.read()
    with tempfile.TemporaryDirectory() as folder:
        for name, document in documents(guide).items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(document)
        results = [
            ("every part of a document loads", check_parts(guide, folder)),
            ("the steps are those of the whole file", check_steps(guide)),
            ("every command prints what is quoted", check_commands(guide, folder)),
            ("the known answer is one of ours", check_known(guide)),
            ("what is named exists", check_names(guide)),
        ]
    print("1..%d" % len(results))
    for number, (name, wrong) in enumerate(results, 1):
        print("%sok %d - %s" % ("not " if wrong else "", number, name))
        for line in "\n".join(wrong).splitlines():
            print("# " + line)
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main())

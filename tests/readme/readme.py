# SPDX-License-Identifier: LGPL-2.1-or-later
"""What README.md shows is what happens: its C example is the one in examples/ and the output it
quotes is what the command prints. Prints TAP.

usage: readme.py   (CYT_SRCDIR, CYT_BUILDDIR as in make check)
"""
import os
import re
import subprocess
import sys

SOURCE = os.environ.get("CYT_SRCDIR", ".")
BUILD = os.environ.get("CYT_BUILDDIR", SOURCE)
CORPUS = os.path.join(SOURCE, "xml")
QUESTION = ["MX", "un-cybercrime-2024", "2026-11-21"]


def read(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
        return file.read()


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False, cwd=SOURCE)


def settled(text):
    """The digest moves with every change of the data."""
    return re.sub(r"sha256:[0-9a-f]+", "sha256:…", text)


def quoted_output(readme):
    """The parts of the first block between the places left out."""
    block = re.search(r"```\n(Mexico\n.*?)```", readme, re.S)
    return settled(block.group(1)).split("\n[…]\n") if block else []


def check_output(readme):
    subject, instrument, date = QUESTION
    printed = settled(run(os.path.join(BUILD, "cybertreaty"), "--corpus", CORPUS, "--as-at", date,
                          "coverage", subject, "--against", instrument).stdout)
    parts = quoted_output(readme)
    return len(parts) > 1 and all(part.strip("\n") in printed for part in parts)


def check_example(readme):
    block = re.search(r"```c\n(.*?)```", readme, re.S)
    return bool(block) and block.group(1) == read("examples/coverage.c")


def check_running():
    ran = run(os.path.join(BUILD, "examples", "coverage"), CORPUS, *QUESTION)
    return ran.returncode == 0 and "\npartial: " in "\n" + ran.stdout


def check_commands(readme):
    """Every cybertreaty line of the command line section answers."""
    section = readme.split("## On the command line")[1].split("## Reading")[0]
    wrong = []
    for line in re.findall(r"^    (cybertreaty .*)$", section, re.M):
        line = line.split("#")[0].strip().split(" && ")[0]
        if " compile " in line:
            continue
        words = [os.path.join(BUILD, "cybertreaty"), *re.sub(r" -o \S+", "", line).split()[1:]]
        if " report " in line:
            words += ["--style", os.path.join(CORPUS, "report", "report.xsl")]
        if words[1] != "lint":
            words[1:1] = ["--corpus", CORPUS]
        ran = run(*words)
        if ran.returncode or not ran.stdout:
            wrong.append("# %s: %d %s" % (line, ran.returncode, ran.stderr.strip()[:200]))
    print("\n".join(wrong) or "# every command answered")
    return not wrong


def check_differences():
    """The table of differences adds up what the file of each jurisdiction says at its end."""
    table = read("doc/differences.md")
    sums, wrong = [0, 0, 0], []
    for state in sorted(os.listdir(os.path.join(SOURCE, "xml", "states"))):
        name = "differences-%s.md" % state[:2].lower()
        said = re.findall(r"[Oo]urs right (\d+), theirs right (\d+), undecided (\d+)", read("doc/" + name))
        if not said or "(%s) | %s | %s | %s |" % (name, *said[-1]) not in table:
            wrong.append(name)
        else:
            sums = [old + int(new) for old, new in zip(sums, said[-1])]
    return not wrong and "| all | %d | %d | %d |" % tuple(sums) in table


def main():
    readme = read("README.md")
    results = [
        ("the quoted output is what the command prints", check_output(readme)),
        ("the C example is examples/coverage.c", check_example(readme)),
        ("the C example runs", check_running()),
        ("every command of the README answers", check_commands(readme)),
        ("the table of differences adds up", check_differences()),
    ]
    print("1..%d" % len(results))
    for number, (name, good) in enumerate(results, 1):
        print("%sok %d - %s" % ("" if good else "not ", number, name))
    return 0 if all(good for _, good in results) else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds the XML Schema and the loader to one verdict on the grammar; prints TAP.

usage: differential.py [SOURCE_FOLDER COMMAND...]

COMMAND takes XML files as further arguments and writes diagnostics to stderr, one per
line, as FILE:LINE: error CYT-NUMBER: text, as "cybertreaty lint" does.  Without arguments
the environment of "make check" says both.  Judged are the shipped files, the bad ones, and
thousands of small ones, each an element of every-element.xml with one change.  A file that
is not read at all (class FILE) is left out: there the schema has no say.
"""

import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from copy import deepcopy
from xml.etree import ElementTree

LINE = re.compile(r"(.*?):(\d+): (?:error|warning) CYT-(\d+): (.*)")
DIAG = re.compile(r"^DIAG\((\d+), \w+, (\w+),", re.M)
XS = "{http://www.w3.org/2001/XMLSchema}"
NAMESPACE = "urn:cybertreaty:1"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
VALUES = ["", " ", "x", " x ", "a b", "a  b", "*", "a *", "a/b", "a/b/c", "/a", "a/", ".a", "_a",
          "ñ", "a:b", "yes", "no", "true", "unknown", "act", "offence", "final", "kind:act",
          "kind:offence", "kind:act c *", "kind:", "none", "broader", "overreach", "quantity",
          "protocol", "may", "capability", "bill", "text", "signature", "objection", "2020",
          "2020-13", "2020-01-99", "2020-1", "20200101", "2020-01-01Z", "-1", "+1", "0", "1.5",
          "1.", "1/3", "1/", "999999999", "1000000000", "P", "P1Y", "P1M1Y", "P1Y2M3D", "P1YM",
          "PT1H", "P1W", "1Y", "en", "EN", "e", "engl", "es-MX", "zh-Hant-TW", "en-", "en-123456789"]


ElementTree.register_namespace("", NAMESPACE)


def run(command, paths):
    """The stderr of a command over many files, a hundred at a time."""
    out = []
    for start in range(0, len(paths), 100):
        done = subprocess.run(command + [str(p) for p in paths[start:start + 100]],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode < 0:
            sys.exit(f"{command[0]} ended with signal {-done.returncode}")
        out += done.stderr.decode("utf-8", "replace").splitlines()
    return out


def by_schema(xmllint, schema, paths):
    """path -> whether the schema accepts the file."""
    verdicts = {}
    for line in run([xmllint, "--nonet", "--noout", "--schema", str(schema)], paths):
        if line.endswith(" fails to validate"):
            verdicts[line[:-len(" fails to validate")]] = False
        elif line.endswith(" validates"):
            verdicts[line[:-len(" validates")]] = True
    return verdicts


def by_loader(command, classes, paths):
    """path -> {class: first message} of the diagnostics."""
    faults = collections.defaultdict(dict)
    for line in run(command, paths):
        match = LINE.match(line)
        if match:
            kind = classes[int(match[3])]
            faults[match[1]].setdefault(kind, f"line {match[2]}: CYT-{match[3]}: {match[4]}")
    return faults


def local(tag):
    return tag.rpartition("}")[2]


class Grammar:
    """What the schema says of each type: attributes, and children with their types."""

    def __init__(self, source, path):
        root = ElementTree.parse(path).getroot()
        self.roots = {e.get("name"): e.get("type") for e in root.findall(XS + "element")
                      if e.get("type")}
        self.attributes, self.children = {}, {}
        self.words = {}     # (type, attribute) of a closed list -> all words of all such lists
        lists = {kind.get("name") for kind in root.findall(XS + "simpleType")
                 if kind.find(f"{XS}restriction/{XS}enumeration") is not None}
        words = {e.get("value") for e in root.iter(XS + "enumeration")}
        # Also those that only the loader knows.
        words.update(re.findall(r'^WORD\(.*"(.*)"\)', (source / "lib/model/kinds.def").read_text(),
                                re.M))
        for text in re.findall(r"^LIST_FORM\((.*?)\)$",
                               (source / "lib/load/grammar.def").read_text(), re.M | re.S):
            words.update(" ".join(re.findall(r'"(.*?)"', text)).split())
        for kind in root.findall(XS + "complexType"):
            name = kind.get("name")
            self.attributes[name] = [a.get("name") or LANG for a in kind.iter(XS + "attribute")]
            self.children[name] = {e.get("name"): e.get("type") for e in kind.iter(XS + "element")
                                   if e.get("name")}
            for attribute in kind.iter(XS + "attribute"):
                if attribute.get("type") in lists:
                    self.words[name, attribute.get("name")] = sorted(words)


def examples(grammar, root):
    """type -> (ancestors, element) of its fullest example; fails if something has none."""
    found, seen = {}, set()

    def walk(element, kind, above):
        best = found.get(kind)
        if not best or len(element.attrib) + len(element) > len(best[1].attrib) + len(best[1]):
            found[kind] = above, element
        seen.update((kind, name) for name in element.attrib)
        for child in element:
            name = local(child.tag)
            seen.add((kind, name))
            if name not in grammar.children[kind]:
                sys.exit(f"the schema knows no {name} in the type {kind}")
            walk(child, grammar.children[kind][name], above + [element])

    walk(root, grammar.roots[local(root.tag)], [])
    for kind, names in grammar.attributes.items():
        for name in names + list(grammar.children[kind]):
            if (kind, name) not in seen:
                sys.exit(f"every-element.xml has no {local(name)} in the type {kind}")
    return found


def changes(element, words, names, samples):
    """Each way to change a copy of an element a little."""
    def copy():
        return deepcopy(element)

    for name in list(element.attrib):
        changed = copy()
        del changed.attrib[name]
        yield changed
        for value in VALUES + words.get(name, []):
            changed = copy()
            changed.set(name, value)
            yield changed
    for name, value in names.items():
        if name not in element.attrib:
            changed = copy()
            changed.set(name, value)
            yield changed
    for sample in samples:
        changed = copy()
        changed.append(deepcopy(sample))
        yield changed
    for text in ["", " \n", "x", "1 < 2"]:
        changed = copy()
        changed.text = text
        yield changed
        for child in list(changed):
            changed.remove(child)
        yield changed
    changed = copy()
    changed.tag = local(changed.tag)
    yield changed


def make_small_files(folder, grammar, path):
    """Writes them and returns their paths."""
    root = ElementTree.parse(path).getroot()
    names = {"unknown": "x", "{urn:other}id": "x"}
    samples = {"unknown": ElementTree.Element(f"{{{NAMESPACE}}}unknown"),
               "foreign": ElementTree.Element("{urn:other}case")}
    for element in root.iter():
        names.update(element.attrib)
        samples.setdefault(local(element.tag), element)
    paths = []
    for kind, (above, element) in examples(grammar, root).items():
        words = {name: found for (where, name), found in grammar.words.items() if where == kind}
        for changed in changes(element, words, names, samples.values()):
            for parent in reversed(above):
                wrapped = ElementTree.Element(parent.tag, parent.attrib)
                wrapped.append(changed)
                changed = wrapped
            paths.append(folder / f"{kind}-{len(paths):05}.xml")
            ElementTree.ElementTree(changed).write(paths[-1], encoding="UTF-8",
                                                   xml_declaration=True)
    return paths


def compare(schema, loader, paths):
    """(faults of agreement, how many files of each kind)."""
    faults, count = [], collections.Counter()
    for path in map(str, paths):
        found = loader.get(path, {})
        if "FILE" in found:
            count["not read"] += 1
        elif path not in schema:
            faults.append(f"{path}: no verdict of the schema")
        else:
            count["valid" if schema[path] else "invalid"] += 1
            if schema[path] != ("GRAMMAR" not in found):
                faults.append(f"{path}: the schema {'accepts' if schema[path] else 'refuses'}, "
                              f"the loader says {found.get('GRAMMAR', 'nothing')}")
    return faults, count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source", nargs="?", type=pathlib.Path,
                        default=os.environ.get("CYT_SRCDIR", "."))
    parser.add_argument("command", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    source = pathlib.Path(args.source)
    command = args.command or [os.environ.get("CYT_BUILDDIR", ".") + "/cybertreaty", "lint"]
    xmllint = shutil.which(os.environ.get("XMLLINT") or "xmllint")
    if not xmllint:
        print("1..0 # SKIP xmllint is missing")
        return 0

    classes = {int(n): c for n, c in DIAG.findall((source / "lib/base/diag.def").read_text())}
    shipped = sorted(p for part in ("xml", "examples", "tests/data/worked", "tests/data/mini")
                     for p in (source / part).rglob("*.xml"))
    # A snapshot among the paths is refused before any file is read.
    bad = sorted(p for p in (source / "tests/data/bad").glob("*.xml")
                 if not p.name.startswith("1017-"))
    schema = source / "xml/schema/cybertreaty.xsd"
    good = True
    print("1..3")
    with tempfile.TemporaryDirectory() as name:
        small = make_small_files(pathlib.Path(name), Grammar(source, schema),
                                 source / "tests/schema/every-element.xml")
        groups = [("shipped files", shipped, ["valid"]),
                  ("bad files", bad, ["valid", "invalid", "not read"]),
                  ("small changes", small, ["valid", "invalid"])]
        for number, (title, paths, kinds) in enumerate(groups, 1):
            faults, count = compare(by_schema(xmllint, schema, paths),
                                    by_loader(command, classes, paths), paths)
            # Where a kind is missing the comparison says nothing.
            faults += [f"no file of the kind: {kind}" for kind in kinds if not count[kind]]
            for fault in faults:
                print(f"# {fault}")
            print("ok" if not faults else "not ok", number,
                  f"- schema and loader agree on {title}")
            print("# " + ", ".join(f"{n} {kind}" for kind, n in sorted(count.items())))
            good = good and not faults
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Small random corpora, valid by the grammar, in which every feature meets every other.

    generate.py SEED FOLDER     writes the files of one corpus and prints its questions
"""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree
from xml.etree.ElementTree import Element

from make_law import LawMaker

AS_AT = ["2008-12-31", "2012-05-01", "2015-05-31", "2016-01-01", "2018-01-31", "2020-02-29",
         "2022-07-01", "2026-01-01"]


class Generator(LawMaker):
    def corpus(self):
        """(files, questions): name and text of each file, and what to ask."""
        documents = self.vocabulary()
        for number in range(1, self.random.choice([1, 2, 2]) + 1):
            documents.append(self.instrument(number))
        for number in range(1, self.random.randint(1, 4) + 1):
            documents.append(self.law(number))
        self.general_parts()
        for name in ["AA"] + [n for n in ("AA-X", "BB", "CC") if self.chance(0.35)]:
            documents.append(self.state(name))
        if self.chance(0.3):
            self.random.shuffle(documents)
        return self._files(documents), self._questions()

    def _files(self, documents):
        files = []
        while documents:
            count = self.random.randint(2, 3) if self.chance(0.25) else 1
            taken, documents = documents[:count], documents[count:]
            root = taken[0] if len(taken) == 1 else Element("corpus")
            root.set("xmlns", "urn:cybertreaty:1")
            if len(taken) > 1:
                root.extend(taken)
            ElementTree.indent(root)
            name = "%02d-%s.xml" % (len(files), taken[0].get("id").lower())
            files.append((name, '<?xml version="1.0" encoding="UTF-8"?>\n'
                          + ElementTree.tostring(root, encoding="unicode") + "\n"))
        return files

    def _questions(self):
        laws = [law.get("id") for law in self.laws]
        places = sorted({law.get("jurisdiction") for law in self.laws}
                        | {state.get("id") for state in self.states})
        subject = self.pick([self.pick(laws), self.pick(places), self.pick(places), "AA"])
        if len(self.instruments) > 1 and self.chance(0.12):
            subject = self.pick(self.instruments)["id"]
        if self.chance(0.15):
            subject = "+".join(dict.fromkeys([subject, self.pick(laws + places)]))
        against = self.pick([r["id"] for r in self.instruments if r["demands"]]
                            or [r["id"] for r in self.instruments])
        waiting = [law.get("id") for law in self.laws
                   if law.get("status") or any(p.get("status") for p in law.iter("provision"))]
        question = {"subject": subject, "against": against, "as_at": self.pick(AS_AT[3:] + AS_AT),
                    "with": self.some_of(waiting, 0, 2) if self.chance(0.6) else [],
                    "basis": self.pick(["text", "secondary"]) if self.chance(0.15) else None}
        return [question]


def generate(seed):
    return Generator(seed).corpus()


def write(files, folder):
    """Writes the files; their paths in order."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for name, text in files:
        paths.append(os.path.join(folder, name))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write(text)
    return paths


if __name__ == "__main__":
    made, questions = generate(int(sys.argv[1]))
    print("\n".join(write(made, sys.argv[2])))
    print(json.dumps(questions))

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds compare and dual against slow answers on random corpora, and all answers to what must be
true of any corpus.

    pairs.py --binary PATH [--count N] [--seed S]

Each seed is one corpus.  compare and dual have to say what is computed here from the design
alone; arguments swapped give the mirror; the concordance with a later version says by which steps
that was made; two corpora laid over each other say the same as both loaded at once; and a further
law of a State makes no ordinary row worse.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

from corpus import BASES, Corpus, weakest
from generate import generate, write
from reference import ORDER
from revision import Revision
from supplies import Subject
from treaty import Treaty


# Asking

def run(binary, paths, arguments):
    line = [binary]
    for path in paths:
        line += ["--corpus", path]
    done = subprocess.run(line + arguments, capture_output=True, timeout=60, check=False)
    if done.returncode != 0:
        raise AssertionError("%s: status %d: %s" % (" ".join(arguments), done.returncode,
                                                    done.stderr.decode("utf-8", "replace")))
    return json.loads(done.stdout)


def same(what, wanted, got):
    if wanted != got:
        raise AssertionError("%s\n  wanted %s\n  got    %s"
                             % (what, json.dumps(wanted), json.dumps(got)))


# compare

def floors(corpus, instrument, basis):
    """article id -> concept -> regions: all, less options, less what may be reserved."""
    treaty = Treaty(corpus, instrument, [])
    found = {}
    for ask in treaty.asks(None):
        strong = basis is None or BASES.index(weakest(ask.facts)[0]) >= BASES.index(basis)
        if not treaty.is_binding(ask.demand) or not ask.region() or not strong:
            continue
        article = next(up for up in corpus.up(ask.demand) if up.tag == "article").get("id")
        optional = permitted = 0
        for option in ask.options:
            optional |= option.region
        permitted = optional | ask.permitted()
        levels = found.setdefault(article, {}).setdefault(ask.concept, [0, 0, 0])
        levels[0] |= ask.region()
        levels[1] |= ask.region() & ~optional
        levels[2] |= ask.region() & ~permitted
    return found


def relation(left, right, level):
    common = here = there = False
    for concept in set(left) | set(right):
        one = left.get(concept, [0] * 3)[level]
        other = right.get(concept, [0] * 3)[level]
        common |= bool(one & other)
        here |= bool(one & ~other)
        there |= bool(other & ~one)
    if not here and not there:
        return "equal"
    if not common:
        return "absent"
    return "narrower" if not here else "wider" if not there else "overlapping"


def meets(left, right):
    return any(left[c][0] & right[c][0] for c in left if c in right)


def compared(corpus, one, other, basis):
    first = floors(corpus, corpus.find(corpus.instruments, one), basis)
    second = floors(corpus, corpus.find(corpus.instruments, other), basis)

    def order(instrument, articles):
        element = corpus.find(corpus.instruments, instrument)
        return [a.get("id") for a in element.iter("article") if a.get("id") in articles]

    rows = []
    for article in order(one, first):
        matched = [name for name in order(other, second) if meets(first[article], second[name])]
        rows.append({"article": article, "with": [
            {"article": name, "relation": relation(first[article], second[name], 0),
             "floor_by_option": relation(first[article], second[name], 1),
             "floor_by_reservation": relation(first[article], second[name], 2)}
            for name in matched]})
    met = {match["article"] for row in rows for match in row["with"]}
    return rows, [name for name in order(other, second) if name not in met]


MIRROR = {"narrower": "wider", "wider": "narrower"}


def mirrored(answer):
    """(article, article) -> the three relations as the other side sees them."""
    return {(match["article"], row["article"]):
            [MIRROR.get(match[key], match[key])
             for key in ("relation", "floor_by_option", "floor_by_reservation")]
            for row in answer["rows"] for match in row["with"]}


def plain(answer):
    return {(row["article"], match["article"]):
            [match[key] for key in ("relation", "floor_by_option", "floor_by_reservation")]
            for row in answer["rows"] for match in row["with"]}


def check_compare(binary, paths, corpus, chance):
    names = [element.get("id") for element in corpus.instruments]
    basis = chance.choice([None, None, None, "text", "secondary"])
    options = ["--format", "json", "--as-at", "2026-01-01"] + (["--basis", basis] if basis else [])
    for one in names:
        for other in names:
            answer = run(binary, paths, options + ["compare", one, other])
            rows, unmatched = compared(corpus, one, other, basis)
            same("compare %s %s: rows" % (one, other), rows, answer["rows"])
            same("compare %s %s: unmatched" % (one, other), unmatched, answer["unmatched"])
            swapped = run(binary, paths, options + ["compare", other, one])
            same("compare %s %s: mirror" % (one, other), mirrored(answer), plain(swapped))
            alone = [row["article"] for row in answer["rows"] if not row["with"]]
            same("compare %s %s: alone" % (one, other), alone, swapped["unmatched"])
            if one == other:
                own = {row["article"]: [m for m in row["with"] if m["article"] == row["article"]]
                       for row in answer["rows"]}
                same("compare %s with itself" % one,
                     [["equal"] * 3] * len(own),
                     [[m[k] for k in ("relation", "floor_by_option", "floor_by_reservation")]
                      for found in own.values() for m in found])


# versions

FATES = {(False, False): "same", (False, None): "kept", (True, False): "moved",
         (True, None): "moved", (False, True): "changed", (True, True): "moved-and-changed"}


def check_passage(row, moved, changed, depends):
    if depends and row["changed"] is not None and changed is not None:
        changed = row["changed"]
    if row["earlier"] is None:
        wanted = ["added", None]
    elif row["later"] is None:
        wanted = ["dropped", None]
    else:
        wanted = [FATES[moved, changed], changed]
    same("what became of %s" % row, wanted, [row["fate"], row["changed"]])


def check_versions(binary, folder, paths, corpus, chance):
    """How many passages were known to change or not to."""
    revision = Revision(chance.choice(corpus.instruments), "revised", chance)
    path = os.path.join(folder, "zz-revised.xml")
    revision.write(path)
    expected = revision.expected(Corpus(paths + [path]))
    names = [revision.before.get("id"), "revised"]
    options = ["--format", "json", "--as-at", "2026-01-01", "compare"]
    forward = run(binary, paths + [path], options + names)["concordance"]
    backward = run(binary, paths + [path], options + names[::-1])["concordance"]
    os.unlink(path)
    same("earlier and later", names * 2, [answer[key] for answer in (forward, backward)
                                          for key in ("earlier", "later")])
    same("passages either way", *(sorted(answer["rows"], key=json.dumps)
                                  for answer in (forward, backward)))
    same("passages", sorted(map(str, expected)),
         sorted(str((row["earlier"], row["later"])) for row in forward["rows"]))
    for row in forward["rows"]:
        check_passage(row, *expected[row["earlier"], row["later"]])
    return sum(row["changed"] is not None for row in forward["rows"])


# dual

class Side:
    """One State: what its law covers of some facts."""

    def __init__(self, corpus, name, as_at, with_, basis):
        self.name = name
        self.subject = Subject(corpus, name, as_at, with_)
        self.assessed = self.subject.assessed()
        self.strong = self.subject.supplies(basis)
        self.any = self.subject.supplies(None)

    def meeting(self, supplies, concept, facts, ask):
        for supply in supplies:
            if supply.concept != concept:
                continue
            if ask is None:
                region = 0 if supply.somes else supply.region & facts
            else:
                region = ask.meets(supply)
            if region:
                yield supply, region

    def look(self, space, concept, facts, ask):
        met = list(self.meeting(self.strong, concept, facts, ask))
        self.covered = 0
        for supply, region in met:
            if not supply.is_conditional():
                self.covered |= region
        self.reached = bool(met)
        weakly = any(True for _ in self.meeting(self.any, concept, facts, ask))
        self.read = self.reached or (concept in self.assessed and not weakly)
        left = facts & ~self.covered
        self.outside = [{"state": self.name, "region": space.describe(left)}] \
            if left and self.read else []
        self.supplied_by, self.conditional, self.facts = [], {}, []
        for supply, region in met:
            line = {"state": self.name, "law": supply.law, "provision": supply.provision}
            if supply.is_conditional():
                region &= ~self.covered
                key = (supply.law, supply.provision, supply.condition)
                if region:
                    self.conditional[key] = self.conditional.get(key, 0) | region
            elif line not in self.supplied_by:
                self.supplied_by.append(line)
            if region:
                self.facts += supply.facts

    def conditions(self, space):
        return [{"state": self.name, "law": law, "provision": provision, "condition": condition,
                 "region": space.describe(region)}
                for (law, provision, condition), region in self.conditional.items()]


def duality(sides, facts):
    if facts & ~(sides[0].covered & sides[1].covered) == 0:
        return "both"
    reached = sum(side.reached for side in sides)
    if reached == 2:
        return "depends"
    if not all(side.read for side in sides):
        return "not-assessed"
    return "one-sided" if reached else "neither"


def dual(corpus, sides, concept, facts, ask):
    space = corpus.space(concept)
    for side in sides:
        side.look(space, concept, facts, ask)
    rests = (ask.facts if ask else []) + sides[0].facts + sides[1].facts
    basis, consulted = weakest(rests) if rests else (None, None)
    return {"verdict": duality(sides, facts), "basis": basis, "consulted": consulted,
            "facts": {"concept": concept, "region": space.describe(facts)},
            "both": space.describe(sides[0].covered & sides[1].covered),
            "outside": sides[0].outside + sides[1].outside,
            "supplied_by": sides[0].supplied_by + sides[1].supplied_by,
            "conditional": sides[0].conditions(space) + sides[1].conditions(space)}


def make_facts(corpus, chance):
    """(text, concept, region): facts as a user writes them and as they are meant."""
    concept = chance.choice(corpus.all_leaves())
    space = corpus.space(concept)
    kept = {name: indexes for name, indexes in corpus.unstated().items() if name in space.counts}
    text = concept
    for facet in space.facets:
        if chance.random() < 0.5:
            continue
        if facet.type == "quantity":
            low = chance.randint(0, 100)
            high = low + chance.choice([0, 0, 1, 30])
            text += ",%s=%d" % (facet.id, low) + (("..%d" % high) if high > low else "")
            kept[facet.id] = [i for i, (start, end) in enumerate(facet.leaves)
                              if start <= high and (end is None or end > low)]
            continue
        named = [name for name in facet.named if facet.named[name]]
        names = chance.sample(named, min(len(named), chance.randint(1, 2)))
        if not names:
            continue
        text += ",%s=%s" % (facet.id, " ".join(names))
        kept[facet.id] = sorted({i for name in names for i in facet.named[name]})
    return text, concept, space.box(kept)


def rounded(space, facts, boxes):
    """The region that the command took the facts for: no less, and rounded out only along
    quantities, to the intervals that it keeps for the concept."""
    region = 0
    for box in boxes:
        kept = {}
        for facet in space.facets:
            if facet.id not in box:
                continue
            if facet.type == "quantity":
                kept[facet.id] = [i for i, (start, end) in enumerate(facet.leaves)
                                  if any(low <= start and (high is None or end is not None
                                                           and end <= high)
                                         for low, high in box[facet.id])]
            else:
                kept[facet.id] = [facet.leaves.index(value) for value in box[facet.id]]
        region |= space.box(kept)
    same("facts left out", 0, facts & ~region)
    for facet in space.facets:
        if facet.type == "quantity":
            facts = space.replace(facts, {facet.id: range(len(facet.leaves))})
    same("facts added", 0, region & ~facts)
    return region


def turned(answer):
    """The answer with each list by State in the other order."""
    out = dict(answer)
    for key in ("outside", "supplied_by", "conditional"):
        out[key] = sorted(answer[key], key=json.dumps)
    return out


def without(answer, *names):
    return {key: value for key, value in answer.items() if key not in names}


def check_dual(binary, paths, corpus, question, chance):
    places = sorted({law.get("jurisdiction") for law in corpus.laws}
                    | {state.get("id") for state in corpus.states})
    subjects = places + [law.get("id") for law in corpus.laws]
    names = [chance.choice(places), chance.choice(subjects)]
    options = ["--format", "json", "--as-at", question["as_at"]]
    options += ["--basis", question["basis"]] if question["basis"] else []
    for named in question["with"]:
        options += ["--with", named]
    sides = [Side(corpus, name, question["as_at"], question["with"], question["basis"])
             for name in names]
    for _ in range(4):
        text, concept, facts = make_facts(corpus, chance)
        answer = run(binary, paths, options + ["dual"] + names + ["--facts", text])
        facts = rounded(corpus.space(concept), facts, answer["facts"]["region"])
        wanted = dual(corpus, sides, concept, facts, None)
        wanted["facts"] = dict(wanted["facts"], text=text)
        same("dual %s --facts '%s'" % (names, text), wanted,
             without(answer, "format", "data", "as_at", "with", "states"))
        swapped = run(binary, paths, options + ["dual"] + names[::-1] + ["--facts", text])
        same("dual is symmetric", without(turned(answer), "states"),
             without(turned(swapped), "states"))
    against = question["against"]
    answer = run(binary, paths, options + ["dual"] + names + ["--against", against])
    treaty = Treaty(corpus, corpus.find(corpus.instruments, against), [])
    rows = []
    for ask in treaty.asks(None):
        if not treaty.is_binding(ask.demand) or not ask.region():
            continue
        row = {"article": next(up for up in corpus.up(ask.demand)
                               if up.tag == "article").get("id"),
               "demand": ask.demand.get("id")}
        if ask.base is not None:
            row["extends"] = ask.base.get("id")
        row.update(dual(corpus, sides, ask.concept, ask.region(), ask))
        rows.append(row)
    same("dual %s --against %s" % (names, against), rows, answer["rows"])
    swapped = run(binary, paths, options + ["dual"] + names[::-1] + ["--against", against])
    same("dual is symmetric", [turned(row) for row in answer["rows"]],
         [turned(row) for row in swapped["rows"]])


# What must be true of any corpus

def coverage_line(question, subject):
    line = ["--format", "json", "--as-at", question["as_at"]]
    line += ["--basis", question["basis"]] if question["basis"] else []
    for named in question["with"]:
        line += ["--with", named]
    return line + ["coverage", subject, "--against", question["against"]]


def check_merge(binary, folder, paths, question):
    """A snapshot of the first files and the others over it, and all files at once."""
    whole = run(binary, paths, coverage_line(question, question["subject"]))
    merged = 0
    for cut in range(1, len(paths)):
        snapshot = os.path.join(folder, "part.snapshot")
        done = subprocess.run([binary] + [word for path in paths[:cut]
                                          for word in ("--corpus", path)]
                              + ["-q", "-o", snapshot, "compile"], capture_output=True,
                              timeout=60, check=False)
        if done.returncode != 0:        # what the first files say needs the others
            continue
        answer = run(binary, [snapshot] + paths[cut:],
                     coverage_line(question, question["subject"]))
        os.unlink(snapshot)
        same("merged at %d" % cut, whole, answer)
        merged += 1
    return merged


def new_law(corpus, subject, chance):
    """A law of plain supplies, as text."""
    concepts = chance.sample(corpus.all_leaves(), min(3, len(corpus.all_leaves())))
    out = ['<law xmlns="urn:cybertreaty:1" id="zz-further" jurisdiction="%s">' % subject,
           '<source basis="text" consulted="2026-01-01"/>']
    for number, concept in enumerate(concepts):
        out.append('<provision id="p%d"><supply concepts="%s">' % (number, concept))
        for facet in corpus.space(concept).facets:
            if facet.type == "enumerated" and chance.random() < 0.6:
                out.append('<case facet="%s" is="%s"/>'
                           % (facet.id, " ".join(chance.sample(facet.leaves,
                                                               chance.randint(1, len(facet.leaves))))))
        out.append("</supply></provision>")
    return "".join(out) + "</law>"


def ordinary(answer):
    return {(row["id"], row["concept"]): row for provision in answer["provisions"]
            for row in provision["demands"] if not row.get("extends")}


def check_further(binary, folder, paths, corpus, question, chance):
    places = sorted({law.get("jurisdiction") for law in corpus.laws})
    subject = chance.choice(places)
    path = os.path.join(folder, "zz-further.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(new_law(corpus, subject, chance))
    before = ordinary(run(binary, paths, coverage_line(question, subject)))
    after = ordinary(run(binary, paths + [path], coverage_line(question, subject)))
    os.unlink(path)
    same("rows with a further law", sorted(before), sorted(after))
    better = 0
    for name, row in before.items():
        if ORDER.index(after[name]["verdict"]) < ORDER.index(row["verdict"]):
            raise AssertionError("%s %s: a further law of %s makes %s of %s"
                                 % (name + (subject, after[name]["verdict"], row["verdict"])))
        better += after[name]["verdict"] != row["verdict"]
    return better


def check(seed, folder, binary, counts):
    files, questions = generate(seed)
    paths = write(files, folder)
    corpus, chance = Corpus(paths), random.Random(seed)
    try:
        check_compare(binary, paths, corpus, chance)
        check_dual(binary, paths, corpus, questions[0], chance)
        counts["merged"] += check_merge(binary, folder, paths, questions[0])
        counts["better"] += check_further(binary, folder, paths, corpus, questions[0], chance)
        counts["passages"] += check_versions(binary, folder, paths, corpus, chance)
    except AssertionError as error:
        print("seed %d: %s" % (seed, error))
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    arguments = parser.parse_args()
    counts = {"merged": 0, "better": 0, "passages": 0}
    failed = 0
    for seed in range(arguments.seed, arguments.seed + arguments.count):
        with tempfile.TemporaryDirectory() as folder:
            failed += not check(seed, folder, arguments.binary, counts)
    print("%d failed; %d merged, %d rows better by a further law, %d passages between versions"
          % (failed, counts["merged"], counts["better"], counts["passages"]))
    # Nothing was tried if nothing ever merged or got better.
    return 1 if failed or not all(counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

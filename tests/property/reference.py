# SPDX-License-Identifier: LGPL-2.1-or-later
"""Slow and plain answers to coverage, beyond and gaps, to hold the library against.

    reference.py coverage SUBJECT --against INSTRUMENT --as-at DATE [--with X]... FILE...
"""

import argparse
import itertools
import json
import sys

from corpus import Corpus, in_english, weakest
from supplies import Subject, country
from treaty import Treaty

# Worst first; the order in which an any-of takes its best.
ORDER = ["none", "not-assessed", "partial", "full-by-reservation", "full-by-option", "full"]
TOTALS = ["full", "full-by-option", "full-by-reservation", "partial", "none", "not-assessed"]
MODALITIES = ["shall", "endeavour", "consider", "may"]
EXACT = 16


def union(excuses):
    region = 0
    for excuse in excuses:
        region |= excuse.region
    return region


# The verdict of a demand

def select(ask, left, reserved):
    """The options that may be used together: at most one of each choice."""
    free = [o for o in ask.options if o.choice is None]
    groups = {}
    for option in ask.options:
        if option.choice is not None:
            groups.setdefault(option.choice, []).append(option)
    deciding = [left, reserved & left] + [o.region & left for o in ask.options]
    best = None
    for picked in itertools.product(*[group + [None] for group in groups.values()]):
        chosen = free + [o for o in picked if o is not None]
        rest = left & ~union(chosen)
        score = (ask.space.count(rest & ~reserved, deciding),
                 ask.space.count(rest & reserved, deciding))
        if best is None or score < best[0]:
            best = (score, chosen)
    return [o for o in ask.options if o in best[1]]


def fewest(excuses, target):
    """The fewest excuses that cover the target; of equal ones the first."""
    useful = [e for e in excuses if e.region & target]
    if len(useful) > EXACT:
        return greedy(useful, target)
    for size in range(len(useful) + 1):
        for chosen in itertools.combinations(useful, size):
            if target & ~union(chosen) == 0:
                return list(chosen)
    return []


def greedy(useful, target):
    chosen = []
    while target:
        best = max(useful, key=lambda e: bin(e.region & target).count("1"))
        chosen.append(best)
        target &= ~best.region
    return [e for e in useful if e in chosen]


def verdict_of(whole, met, met_if, excused, reserved, is_assessed):
    """The table of verdicts: the first line that fits."""
    left = whole & ~met
    if not left:
        return "full"
    if not met_if and not is_assessed:
        return "not-assessed"
    if left & ~excused == 0 and met:
        return "full-by-option"
    if left & ~(excused | reserved) == 0 and (met or whole & ~reserved == 0):
        return "full-by-reservation"
    return "partial" if met_if else "none"


def evidence(supplies, whole, redundant):
    """A line for each provision and extension; what is redundant without it reaches as much."""
    found = []
    for supply in supplies:
        entry = {"law": supply.law, "provision": supply.provision,
                 "redundant": redundant([s for s in whole if (s.law, s.provision)
                                         != (supply.law, supply.provision)])}
        if supply.via is not None:
            entry["via"] = supply.via
        if entry not in found:
            found.append(entry)
    return found


class Row:
    """An ask with its verdict and evidence."""

    def __init__(self, ask, supplies, assessed):
        self.ask = ask
        self.supplies = supplies
        self.firm = [s for s in supplies if not s.is_conditional()]
        self.whole = ask.region()
        self.met = ask.met(self.firm)
        self.met_if = ask.met(supplies)
        self.left = self.whole & ~self.met
        self.reserved = union(ask.reservations)
        self.selected = select(ask, self.left, self.reserved)
        self.excused = union(self.selected)
        self.verdict = verdict_of(self.whole, self.met, self.met_if, self.excused,
                                  self.reserved, ask.concept in assessed)

    def key(self):
        return (self.ask.demand, self.ask.base, self.ask.concept)

    def missing(self):
        if self.verdict == "not-assessed":
            return 0
        return self.left & ~self.excused & ~self.reserved

    def excuses_used(self):
        if self.verdict in ("full", "not-assessed", "none"):
            return [], []
        options = fewest(self.selected, self.left & self.excused)
        rest = self.left & self.reserved & ~self.excused
        return options, fewest(self.ask.reservations, rest)

    def meeting(self):
        return [s for s in self.firm if self.ask.meets(s)]

    def supplied_by(self):
        return evidence(self.meeting(), self.firm,
                        lambda others: self.ask.met(others) == self.met)

    def conditional_supplies(self):
        """Conditional supplies with what they would meet of the missing."""
        pairs = [(s, self.ask.meets(s) & self.missing())
                 for s in self.supplies if s.is_conditional()]
        return [(s, region) for s, region in pairs if region]

    def conditional(self):
        merged = {}
        for supply, region in self.conditional_supplies():
            key = (supply.law, supply.provision, supply.condition)
            merged[key] = merged.get(key, 0) | region
        return [{"law": law, "provision": provision, "condition": condition,
                 "region": self.ask.space.describe(region)}
                for (law, provision, condition), region in merged.items()]

    def optional_covered(self):
        covered = 0
        for supply in self.firm:
            if any(supply.counts_towards(part) for part in self.ask.parts):
                covered |= supply.region
        return [o.id for o in self.ask.options
                if o.concern == "overreach" and o.region & self.whole & covered]

    def rests_on(self):
        options, reservations = self.excuses_used()
        facts = list(self.ask.facts)
        for supply in self.meeting() + [s for s, _ in self.conditional_supplies()]:
            facts += supply.facts
        facts += [excuse.fact for excuse in options + reservations]
        return weakest(facts)

    def answer(self, treaty):
        ask = self.ask
        options, reservations = self.excuses_used()
        basis, consulted = self.rests_on()
        out = {"id": ask.demand.get("id"), "concept": ask.concept}
        if ask.base is not None:
            out["extends"] = ask.base.get("id")
        if ask.path:
            out["any_of"] = [[group, alternative] for _, group, alternative in ask.path]
        out.update({
            "modality": treaty.modality(ask.demand), "verdict": self.verdict,
            "basis": basis, "consulted": consulted, "supplied_by": self.supplied_by(),
            "options_used": [o.id for o in options],
            "reservations_used": [r.id for r in reservations],
            "missing": ask.space.describe(self.missing()),
            "conditional": self.conditional(), "optional_covered": self.optional_covered()})
        return out


# The verdict of a provision

def items(rows):
    """The verdicts that count, of (path, verdict) pairs: an any-of is one."""
    found, groups = [], {}
    for path, verdict in rows:
        if not path:
            found.append(verdict)
            continue
        scope, group, alternative = path[0]
        alternatives = groups.setdefault((scope, group), {})
        alternatives.setdefault(alternative, []).append((path[1:], verdict))
    for alternatives in groups.values():
        verdicts = [together(items(inner)) for inner in alternatives.values()]
        found.append(max(verdicts, key=ORDER.index))
    return found


def together(verdicts):
    """The rule over rows; None if there are none."""
    if not verdicts:
        return None
    covered = [v for v in verdicts if v.startswith("full")]
    if len(covered) == len(verdicts):
        return min(verdicts, key=ORDER.index)
    if all(v == "none" for v in verdicts):
        return "none"
    if "partial" in verdicts or (covered and "none" in verdicts):
        return "partial"
    return "not-assessed"


class Answers:
    """One subject against one instrument on a date."""

    def __init__(self, corpus, subject, against, as_at, with_=(), basis=None):
        self.corpus, self.as_at, self.with_, self.basis = corpus, as_at, list(with_), basis
        self.subject = Subject(corpus, subject, as_at, with_)
        self.instrument = corpus.find(corpus.instruments, against)
        self.treaty = Treaty(corpus, self.instrument, self.subject.reservations(against))
        self.assessed = self.subject.assessed()
        self.supplies = self._by_concept(basis)
        self.abroad = {}                # jurisdiction -> its supplies, for gaps
        self.rows, self.inherited = self._rows(self.supplies)
        if basis is not None:
            self._mark_weak()

    def _by_concept(self, basis):
        found = {}
        for supply in self.subject.supplies(basis):
            found.setdefault(supply.concept, []).append(supply)
        return found

    def _rows(self, supplies):
        """Rows in document order, and (demand, row of the base, path) without a row."""
        rows, inherited = [], []
        for ask in self.treaty.asks(supplies):
            mine = supplies.get(ask.concept, [])
            if ask.base is not None and not ask.region():
                base = Row(self.treaty.ask(ask.base, ask.concept), mine, self.assessed)
                inherited.append((ask.demand, base, ask.path))
            else:
                rows.append(Row(ask, mine, self.assessed))
        return rows, inherited

    def _mark_weak(self):
        """What only supplies of a weaker basis cover is not assessed, instead of none."""
        rows, inherited = self._rows(self._by_concept(None))
        before = {row.key(): row.verdict for row in rows}
        before.update({row.key(): row.verdict for _, row, _ in inherited})
        for row in self.rows + [row for _, row, _ in self.inherited]:
            if row.verdict == "none" and before[row.key()] != "none":
                row.verdict = "not-assessed"

    def head(self, name):
        return {"format": "cybertreaty.%s/1" % name, "as_at": self.as_at, "with": self.with_,
                "subject": self.subject.head(),
                "instrument": {"id": self.instrument.get("id"),
                               "title": in_english(self.instrument, "title")}}

    # coverage

    def in_article(self, element, article):
        return article in self.corpus.up(element)

    def verdict(self, article):
        """(verdict, rows assessed, rows) of one article."""
        binding = [(row.ask.path, row.verdict) for row in self.rows
                   if self.in_article(row.ask.demand, article)
                   and self.treaty.is_binding(row.ask.demand)]
        counted = items(binding)
        looked_at = len([v for v in counted if v != "not-assessed"])
        if not binding:
            binding = [(path, row.verdict) for demand, row, path in self.inherited
                       if self.in_article(demand, article) and self.treaty.is_binding(demand)]
        return together(items(binding)), [looked_at, len(counted)]

    def provision(self, article):
        verdict, assessed = self.verdict(article)
        inherited = []
        for demand, row, _ in self.inherited:
            entry = {"id": row.ask.demand.get("id"), "concept": row.ask.concept,
                     "verdict": row.verdict}
            if self.in_article(demand, article) and entry not in inherited:
                inherited.append(entry)
        return {"id": article.get("id"), "num": article.get("num"),
                "kind": article.get("kind"), "title": in_english(article, "title"),
                "verdict": verdict, "assessed": assessed,
                "conflicts": self.conflicts(article),
                "demands": [row.answer(self.treaty) for row in self.rows
                            if self.in_article(row.ask.demand, article)],
                "inherited": inherited}

    def coverage(self):
        provisions = [self.provision(a) for a in self.instrument.iter("article")]
        out = self.head("coverage")
        out["totals"] = self.totals(provisions)
        out["provisions"] = provisions
        out["beyond"] = self.beyond_regions()
        out["unasked"] = self.unasked()
        return out

    def totals(self, provisions):
        totals = {m: {v: 0 for v in TOTALS} for m in MODALITIES}
        for provision in provisions:
            if provision["verdict"] is not None:
                totals["shall"][provision["verdict"]] += 1
            for row in provision["demands"]:
                if row["modality"] != "shall":
                    totals[row["modality"]][row["verdict"]] += 1
        return totals

    # beyond

    def firm(self, concept):
        """Unconditional supplies that cover their whole region."""
        return [s for s in self.supplies.get(concept, [])
                if not s.is_conditional() and not s.somes]

    def covered(self, concept):
        region = 0
        for supply in self.firm(concept):
            region |= supply.region
        return region

    def supported(self, concept, region, facts):
        """Basis, date and provisions of cases that firm supplies cover."""
        firm = self.firm(concept)
        reaching = [s for s in firm if s.region & region]
        for supply in reaching:
            facts = facts + supply.facts
        basis, consulted = weakest(facts)
        return {"basis": basis, "consulted": consulted, "supplied_by": evidence(
            reaching, firm, lambda others: union(others) & region == region)}

    def conflicts(self, article):
        found = []
        for forbid in article.iter("forbid"):
            for concept in self.corpus.read_concepts(forbid.get("concepts")):
                space = self.corpus.space(concept)
                region = self.corpus.region(space, forbid, {}) & self.covered(concept)
                if region:
                    found.append({"id": forbid.get("id"), "concept": concept,
                                  **self.supported(concept, region,
                                                   [self.corpus.fact(forbid)]),
                                  "region": space.describe(region)})
        return found

    def demanded(self):
        """concept -> everything demanded of it, of any modality."""
        found = {}
        for ask in self.treaty.asks(None):
            found[ask.concept] = found.get(ask.concept, 0) | ask.region()
        return found

    def mentioned(self):
        """Demanded or forbidden, in the vocabulary's order."""
        found = set(self.demanded())
        for forbid in self.instrument.iter("forbid"):
            found.update(self.corpus.read_concepts(forbid.get("concepts")))
        return [c for c in self.corpus.concepts if c in found]

    def beyond_regions(self):
        demanded = self.demanded()
        facts = {}
        for ask in self.treaty.asks(None):
            if ask.base is None:
                facts.setdefault(ask.concept, []).extend(ask.facts)
        found = []
        for concept in self.mentioned():
            space = self.corpus.space(concept)
            asked = demanded.get(concept, 0)
            groups = self.concerns(concept, self.covered(concept) & ~asked, asked)
            for concern, silent in sorted(groups, key=concern_order(space)):
                region = groups[concern, silent]
                found.append({"concept": concept, "concern": concern,
                              "by_silence": list(silent),
                              **self.supported(concept, region, facts.get(concept, [])),
                              "region": space.describe(region)})
        return found

    def concerns(self, concept, region, asked):
        """(concern, facets by silence) -> cells of the region."""
        space = self.corpus.space(concept)
        groups = {}
        for number in range(space.size):
            cell = 1 << number
            if not region & cell:
                continue
            marked = self.marked(space, number, asked)
            concern = next((c for c in ("overreach", "broader") if c in marked.values()), None)
            reaching = [s for s in self.firm(concept) if s.region & cell]
            silent = tuple(name for name, mark in marked.items() if mark == concern
                           and not any(name in s.cased for s in reaching))
            groups[concern, silent] = groups.get((concern, silent), 0) | cell
        return groups

    def marked(self, space, number, asked):
        """facet -> concern, of the cell's values that are never demanded."""
        found = {}
        for facet in space.facets:
            index = space.cell(number)[facet.id]
            if facet.type != "quantity" and facet.concern[index] \
                    and not asked & space.masks[facet.id][index]:
                found[facet.id] = facet.concern[index]
        return found

    def unasked(self):
        demanded = self.demanded()
        return [c for c in self.corpus.concepts if c not in demanded
                and any(s.region and not s.is_conditional() for s in self.supplies.get(c, []))]

    def beyond(self):
        out = self.head("beyond")
        out["beyond"] = self.beyond_regions()
        out["unasked"] = self.unasked()
        out["conflicts"] = [{"article": article.get("id"), **conflict}
                            for article in self.instrument.iter("article")
                            for conflict in self.conflicts(article)]
        return out

    # gaps

    def gaps(self):
        out = self.head("gaps")
        out["gaps"] = [self.gap(row) for row in self.rows if row.missing()]
        return out

    def gap(self, row):
        ask = row.ask
        article = next(up for up in self.corpus.up(ask.demand) if up.tag == "article")
        return {"article": article.get("id"), "demand": ask.demand.get("id"),
                "concept": ask.concept, "missing": ask.space.describe(row.missing()),
                "options": [o.id for o in ask.options if o.region & row.left],
                "reservable": [r.id for r in ask.reservables if r.region & row.left],
                "models": self.models(row)}

    def models(self, row):
        """Provisions of other States' laws that cover all that is missing."""
        found = []
        for law in self.corpus.laws:
            jurisdiction = law.get("jurisdiction")
            if country(jurisdiction) in self.subject.countries():
                continue
            if jurisdiction not in self.abroad:
                self.abroad[jurisdiction] = Subject(
                    self.corpus, jurisdiction, self.as_at, self.with_).supplies(self.basis)
            supplies = [s for s in self.abroad[jurisdiction] if s.document is law
                        and s.concept == row.ask.concept and not s.is_conditional()]
            for provision in dict.fromkeys(s.provision for s in supplies):
                own = [s for s in supplies if s.provision == provision]
                if row.missing() & ~row.ask.met(own) == 0:
                    found.append({"law": law.get("id"), "provision": provision})
        return found


def concern_order(space):
    """Overreach, broader, none; then by the facets of the silence."""
    rank = {"overreach": 0, "broader": 1, None: 2}
    return lambda key: (rank[key[0]], [space.names.index(name) for name in key[1]])


def ask(corpus, command, subject, against, as_at, with_=(), basis=None):
    """The answer to one command as the object that its JSON is."""
    return getattr(Answers(corpus, subject, against, as_at, with_, basis), command)()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["coverage", "beyond", "gaps"])
    parser.add_argument("subject")
    parser.add_argument("--against", required=True)
    parser.add_argument("--as-at", required=True)
    parser.add_argument("--with", dest="with_", action="append", default=[])
    parser.add_argument("--basis", choices=["text", "secondary", "unverified"])
    parser.add_argument("files", nargs="+")
    given = parser.parse_args()
    answer = ask(Corpus(given.files), given.command, given.subject, given.against,
                 given.as_at, given.with_, given.basis)
    json.dump(answer, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()

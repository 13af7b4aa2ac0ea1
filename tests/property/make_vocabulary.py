# SPDX-License-Identifier: LGPL-2.1-or-later
"""Dice, a small vocabulary, and random cases on it."""

import random
from xml.etree.ElementTree import Element, SubElement

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LIMIT = 400                             # cells per concept
DATES = ["2009", "2012-05", "2015-06-01", "2016", "2018-01-31", "2019-11", "2021-03-15", "2024"]
CONSULTED = ["2024-02-29", "2025-07-01", "2026-01-01"]
POINTS = {"age": [12, 14, 16, 18, 21], "days": [30, 60, 90]}
FACETS = {
    "authority": [("without-right", ["none", "exceeded"]), ("authorised", [])],
    "fault": [("intent", []), ("recklessness", []), ("negligence", [])],
    "security": [("protected", ["overcome", "in-place"]), ("absent", [])],
    "harm": [("serious", []), ("minor", [])],
    "sector": [("state", []), ("bank", ["branch", "issuer"]), ("private", [])],
    "mode": [("principal", []), ("participation", []), ("attempt", [])],
    "agent": [("natural", []), ("legal-criminal", []), ("legal-civil", [])],
    "age": None, "days": None, "predicate": None,
}
UNSTATED = {"fault": "intent", "mode": "principal", "agent": "natural"}
USUAL = {"authority": "without-right", "fault": "intent"}    # what demands mostly say
CONCERN = {"authorised": "overreach", "negligence": "overreach", "recklessness": "broader",
           "minor": "broader", "bank": "overreach"}
FAMILIES = [("data", "act", ["data.alter", "data.delete", "data.copy"]),
            ("device", "act", ["device.sell", "device.own"]),
            ("system", "act", ["system.access"]),
            ("preserve", "power", ["preserve.stored"]),
            ("guard", "safeguard", ["guard.review", "guard.notice"])]


class VocabularyMaker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.values = {}                # facet -> {value name: set of leaves}
        self.concepts = {}              # leaf concept -> list of facets
        self.kinds = {}                 # leaf concept -> kind
        self.families = {}              # broader concept -> leaves
        self.instruments = []           # records, see instrument()
        self.laws = []
        self.states = []

    # small dice

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, options):
        return self.random.choice(list(options))

    def some_of(self, options, least, most):
        options = list(options)
        count = self.random.randint(min(least, len(options)), min(most, len(options)))
        chosen = self.random.sample(options, count)
        return [option for option in options if option in chosen]

    def text(self, parent, tag, words):
        SubElement(parent, tag, {LANG: "en"}).text = words

    def source(self, parent, probability):
        if not self.chance(probability):
            return
        source = SubElement(parent, "source")
        source.set("basis", self.pick(["text", "text", "text", "secondary", "unverified"]))
        if self.chance(0.8):
            source.set("consulted", self.pick(CONSULTED))

    def period(self, element, probability):
        """Perhaps a from, an until, or both."""
        if not self.chance(probability):
            return
        start, end = sorted(self.random.sample(range(len(DATES)), 2))
        if self.chance(0.7):
            element.set("from", DATES[start])
        if self.chance(0.4):
            element.set("until", DATES[end])

    # vocabulary

    def vocabulary(self):
        facets = self.some_of([f for f in FACETS if f != "predicate"], 3, 6)
        if "authority" not in facets and self.chance(0.5):
            facets[self.random.randrange(len(facets))] = "authority"
        if self.chance(0.3):
            facets.append("predicate")
        self.random.shuffle(facets)
        families = self.some_of(FAMILIES, 1, 3)
        if not any(kind == "act" for _, kind, _ in families):
            families.append(FAMILIES[2])
        elements = []
        acts = self._choose_concepts(families)
        for name in facets:
            elements.append(self._facet(name, acts))
        elements += self._concepts(families, facets)
        first = Element("vocabulary", id="core")
        second = Element("vocabulary", id="more") if self.chance(0.2) else first
        for element in elements:
            self.pick([first, second]).append(element)
        return [first] if second is first else [first, second]

    def _choose_concepts(self, families):
        acts = []
        for family, kind, leaves in families:
            chosen = self.some_of(leaves, 1, 2)
            if len(chosen) > 1 or self.chance(0.2):
                self.families[family] = set(chosen)
            for leaf in chosen:
                self.kinds[leaf] = kind
                acts += [leaf] if kind == "act" else []
        return acts

    def _facet(self, name, acts):
        facet = Element("facet", id=name)
        names = {}
        if name == "predicate":
            facet.set("type", "concepts")
            facet.set("kind", "act")
            names = {leaf: {leaf} for leaf in acts}
            names.update({family: leaves for family, leaves in self.families.items()
                          if leaves <= set(acts)})
        elif FACETS[name] is None:
            facet.set("type", "quantity")
            facet.set("unit", "years" if name == "age" else "days")
        else:
            for value, nested in self._values(name):
                self._value(facet, value, nested)
                names[value] = set(nested) or {value}
                names.update({leaf: {leaf} for leaf in nested})
            if name in UNSTATED and self.chance(0.85):
                facet.set("unstated", UNSTATED[name])
            elif name == "authority" and self.chance(0.15):
                facet.set("unstated", "without-right")
            if name in ("mode", "agent") and self.chance(0.7):
                facet.set("layer", "yes")
        self.values[name] = names
        return facet

    def _values(self, name):
        values = [(value, nested if self.chance(0.6) else []) for value, nested in FACETS[name]]
        if len(values) > 2 and self.chance(0.4):
            values.pop()
        return values

    def _value(self, parent, value, nested):
        element = SubElement(parent, "value", id=value)
        if value in CONCERN and self.chance(0.8):
            element.set("concern", CONCERN[value])
        for inner in nested:
            self._value(element, inner, [])

    def _concepts(self, families, facets):
        elements = []
        for family, kind, leaves in families:
            mine = []
            if family in self.families:
                mine.append(Element("concept", id=family))
                if self.chance(0.5):
                    mine[0].set("kind", kind)
            for leaf in leaves:
                if leaf not in self.kinds:
                    continue
                self.concepts[leaf] = self._facets_of_concept(facets)
                concept = Element("concept", id=leaf, facets=" ".join(self.concepts[leaf]))
                if not (mine and mine[0].get("kind") and self.chance(0.3)):
                    concept.set("kind", kind)
                if family in self.families:
                    concept.set("broader", family)
                mine.append(concept)
            if self.chance(0.2):
                self.random.shuffle(mine)
            elements += mine
        return elements

    def _facets_of_concept(self, facets):
        chosen, cells = [], 1
        for name in self.random.sample(facets, len(facets)):
            values = [v for v, leaves in self.values[name].items() if leaves == {v}]
            size = len(values) or 4
            if cells * size <= LIMIT and (not chosen or self.chance(0.85)):
                chosen.append(name)
                cells *= size
        return chosen

    # concepts and cases

    def name_concepts(self, leaves, most):
        """Names of concepts, none inside another, as (names, leaves)."""
        names, found = [], []
        for _ in range(self.random.randint(1, most)):
            free = [leaf for leaf in leaves if leaf not in found]
            broad = [family for family, inner in self.families.items()
                     if inner <= set(free)]
            if broad and self.chance(0.3):
                name = self.pick(broad)
                found += sorted(self.families[name])
            elif free:
                name = self.pick(free)
                found.append(name)
            else:
                break
            names.append(name)
        return names, found

    def common(self, leaves):
        """Facets that all these concepts have."""
        leaves = list(leaves)
        return [f for f in self.concepts[leaves[0]]
                if all(f in self.concepts[leaf] for leaf in leaves)] if leaves else []

    def case(self, facet, some=False):
        """The attributes of a random case."""
        if facet in POINTS:
            low, high = sorted(self.random.sample(POINTS[facet], 2))
            form = self.random.randrange(3)
            attributes = {"facet": facet}
            if form != 0:
                attributes["at-least"] = str(low if self.chance(0.9) else 0)
            if form != 1:
                attributes["below"] = str(high)
            return attributes
        names = self.values[facet]
        if facet in USUAL and not some and self.chance(0.4):
            return {"facet": facet, "is": USUAL[facet]}
        everything = set().union(*names.values())
        chosen = []
        for name in self.some_of(names, 2 if some else 1, 3 if some else 2):
            if not any(names[name] & names[other] for other in chosen):
                chosen.append(name)
        kept = set().union(*[names[name] for name in chosen])
        if some:
            return {"facet": facet, "some": " ".join(chosen)}
        if kept != everything and self.chance(0.25):
            return {"facet": facet, "not": " ".join(chosen)}
        return {"facet": facet, "is": " ".join(chosen)}

    def add_case(self, parent, attributes):
        SubElement(parent, "case", attributes)

    def usable(self, facets):
        return [f for f in facets if f in POINTS or self.values[f]]

    def cases(self, parent, facets, least, most, some=0.0, boxes=0.15, usual=0.0):
        """Random cases, and perhaps boxes, on some of the facets; the outer ones back."""
        facets = self.usable(facets)
        chosen = self.some_of(facets, least, most)
        chosen += [f for f in facets if f in USUAL and f not in chosen and self.chance(usual)]
        outer = [self.case(f, f not in POINTS and self.chance(some)) for f in chosen]
        for attributes in outer:
            self.add_case(parent, attributes)
        rest = [f for f in facets if f not in [a["facet"] for a in outer]]
        if rest and self.chance(boxes):
            for _ in range(self.random.randint(1, 2)):
                box = SubElement(parent, "box")
                # `some` stands in cases of the demand itself, not of its boxes.
                for facet in self.some_of(rest, 1, 2):
                    self.add_case(box, self.case(facet))
        return outer

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads XML files of the language into plain objects.  The input is taken as valid."""

import xml.etree.ElementTree as ElementTree

from space import Space

NAMESPACE = "{urn:cybertreaty:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASES = ["unverified", "secondary", "text"]          # weakest first


def words(element, name):
    return element.get(name, "").split()


def day(text):
    """A date as text that sorts; a partial one counts from its first day."""
    return text + {4: "-01-01", 7: "-01"}.get(len(text), "")


def in_english(element, tag):
    """The English child of that name, else the first; None without any."""
    found = element.findall(tag)
    for child in found:
        if child.get(LANG) == "en":
            return " ".join((child.text or "").split())
    return " ".join((found[0].text or "").split()) if found else None


class Facet:
    def __init__(self, element):
        self.element = element
        self.id = element.get("id")
        self.type = element.get("type", "enumerated")
        self.leaves = []        # value ids; for a quantity [low, high) pairs
        self.named = {}         # value id -> indexes of its leaves
        self.concern = []       # of each leaf: "overreach", "broader" or None

    def add_value(self, element, concern):
        concern = element.get("concern", concern)
        narrower = element.findall("value")
        start = len(self.leaves)
        for child in narrower:
            self.add_value(child, concern)
        if not narrower:
            self.leaves.append(element.get("id"))
            self.concern.append(concern)
        self.named[element.get("id")] = list(range(start, len(self.leaves)))

    def read(self, text):
        indexes = set()
        for name in text.split():
            indexes.update(self.named[name])
        return sorted(indexes)

    def case(self, case):
        """The value indexes that one <case> keeps."""
        if self.type == "quantity":
            low = int(case.get("at-least", 0))
            high = case.get("below")
            return [i for i, (start, end) in enumerate(self.leaves) if start >= low
                    and (high is None or end is not None and end <= int(high))]
        if case.get("not") is not None:
            away = self.read(case.get("not"))
            return [i for i in range(len(self.leaves)) if i not in away]
        return self.read(case.get("is") or case.get("some"))


class Box:
    """The cases of one box: facet -> indexes, and which of them say `some`."""

    def __init__(self):
        self.kept = {}
        self.somes = {}


class Corpus:
    def __init__(self, paths):
        self.parent = {}        # element -> parent element
        self.order = {}         # element -> position in the corpus
        self.vocabularies, self.instruments, self.laws, self.states = [], [], [], []
        self.facets, self.concepts = {}, {}
        for path in paths:
            self._add(ElementTree.parse(path).getroot())
        self._read_vocabularies()
        self._spaces = {}

    def _add(self, root):
        for element in root.iter():
            element.tag = element.tag.replace(NAMESPACE, "")
            self.order[element] = len(self.order)
            for child in element:
                self.parent[child] = element
        lists = {"vocabulary": self.vocabularies, "instrument": self.instruments,
                 "law": self.laws, "state": self.states}
        for element in root.iter():
            if element.tag in lists:
                lists[element.tag].append(element)

    # vocabulary

    def _read_vocabularies(self):
        for vocabulary in self.vocabularies:
            for element in vocabulary.findall("facet"):
                self.facets[element.get("id")] = Facet(element)
            for element in vocabulary.findall("concept"):
                self.concepts[element.get("id")] = element
        for facet in self.facets.values():
            if facet.type == "quantity":
                facet.leaves = self._intervals(facet.id)
            elif facet.type == "concepts":
                self._read_concept_values(facet)
            else:
                for value in facet.element.findall("value"):
                    facet.add_value(value, None)

    def _intervals(self, facet_id):
        points = {0}
        for case in self.order:
            if case.tag == "case" and case.get("facet") == facet_id:
                points.update(int(case.get(name)) for name in ("at-least", "below")
                              if case.get(name) is not None)
        points = sorted(points)
        return list(zip(points, points[1:] + [None]))

    def _read_concept_values(self, facet):
        kind = facet.element.get("kind")
        facet.leaves = [c for c in self.all_leaves() if self.kind(c) == kind]
        facet.concern = [None] * len(facet.leaves)
        for concept in self.concepts:
            inside = [facet.leaves.index(c) for c in self.leaves(concept) if c in facet.leaves]
            facet.named[concept] = inside

    def narrower(self, concept):
        return [c for c, e in self.concepts.items() if e.get("broader") == concept]

    def leaves(self, concept):
        """Itself, or the leaves below it, in the vocabulary's order."""
        below = self.narrower(concept)
        if not below:
            return [concept]
        found = {leaf for c in below for leaf in self.leaves(c)}
        return [c for c in self.concepts if c in found]

    def all_leaves(self):
        return [c for c in self.concepts if not self.narrower(c)]

    def kind(self, concept):
        """Its own kind, else that of a broader one, else that of its leaves."""
        above = concept
        while above is not None:
            if self.concepts[above].get("kind"):
                return self.concepts[above].get("kind")
            above = self.concepts[above].get("broader")
        below = [c for c in self.leaves(concept) if c != concept]
        return self.kind(below[0]) if below else None

    def read_concepts(self, text):
        """Leaf concepts in the order named, each once."""
        found = []
        for name in text.split():
            found += [leaf for leaf in self.leaves(name) if leaf not in found]
        return found

    def read_assessed(self, text):
        found = set()
        for name in text.split():
            if name == "*":
                found.update(self.all_leaves())
            elif name.startswith("kind:"):
                found.update(c for c in self.all_leaves() if self.kind(c) == name[5:])
            else:
                found.update(self.leaves(name))
        return found

    def assessed(self, document):
        """What a law or state has been read for; several elements unite."""
        found = set()
        for element in document.findall("assessed"):
            found |= (self.read_assessed(element.get("concepts"))
                      - self.read_assessed(element.get("except", "")))
        return found

    def space(self, concept):
        if concept not in self._spaces:
            names = words(self.concepts[concept], "facets")
            self._spaces[concept] = Space([self.facets[name] for name in names])
        return self._spaces[concept]

    # regions

    def boxes(self, element):
        """The boxes of an element's cases; one without a case if it has none."""
        boxes = []
        for part in element.findall("box") or [None]:
            box = Box()
            cases = element.findall("case") + (part.findall("case") if part is not None else [])
            for case in cases:
                facet = self.facets[case.get("facet")]
                box.kept[facet.id] = facet.case(case)
                if case.get("some") is not None:
                    box.somes[facet.id] = box.kept[facet.id]
            boxes.append(box)
        return boxes

    def facets_in(self, element):
        return {name for box in self.boxes(element) for name in box.kept}

    def region_of_box(self, space, box, unstated):
        """unstated: facet -> indexes that silence means; others mean every value."""
        kept = {name: indexes for name, indexes in unstated.items() if name in space.counts}
        kept.update(box.kept)
        return space.box(kept)

    def region(self, space, element, unstated):
        region = 0
        for box in self.boxes(element):
            region |= self.region_of_box(space, box, unstated)
        return region

    def unstated(self, law=None):
        """What silence means in demands, or in one law's supplies."""
        meaning = {}
        for facet in self.facets.values():
            if facet.element.get("unstated"):
                meaning[facet.id] = facet.read(facet.element.get("unstated"))
        for element in law.findall("unstated") if law is not None else []:
            facet = self.facets[element.get("facet")]
            meaning[facet.id] = facet.read(element.get("is"))
        return meaning

    # where we know a fact from

    def fact(self, element):
        """(basis, consulted) of an element, from the nearest ancestor that has a source."""
        while element is not None:
            sources = element.findall("source")
            if sources:
                return weakest([(s.get("basis"), s.get("consulted")) for s in sources])
            element = self.parent.get(element)
        return ("unverified", None)

    def find(self, documents, identifier):
        for document in documents:
            if document.get("id") == identifier:
                return document
        return None

    def up(self, element):
        """The element and its ancestors, innermost first."""
        while element is not None:
            yield element
            element = self.parent.get(element)


def weakest(facts):
    """The weakest basis and the oldest date; no date is older than any."""
    basis = min((basis for basis, _ in facts), key=BASES.index)
    dates = [consulted for _, consulted in facts]
    return (basis, None if None in dates else min(dates, key=day))

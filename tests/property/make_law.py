# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random laws that more or less answer the demands, their general parts, and States."""

from xml.etree.ElementTree import Element, SubElement

from make_treaty import TreatyMaker
from make_vocabulary import DATES, POINTS, USUAL


class LawMaker(TreatyMaker):
    def law(self, number):
        jurisdiction = self.pick(["AA", "AA", "AA", "AA-X", "BB"])
        element = Element("law", id="law-%d" % number, jurisdiction=jurisdiction)
        self._status(element, 0.25)
        self.text(element, "title", "Law %d" % number)
        self.source(element, 0.85)
        self.assessed(element, 0.85)
        silent = [f for f in self.values if f not in POINTS and self.values[f]]
        for facet in self.some_of(silent, 0, 1 if self.chance(0.25) else 0):
            SubElement(element, "unstated", facet=facet, **{"is": self.pick(self.values[facet])})
        for provision in range(1, self.random.randint(1, 3) + 1):
            self._provision(element, "p%d" % provision, 1)
        self.laws.append(element)
        return element

    def _status(self, element, probability):
        if self.chance(probability):
            element.set("status", self.pick(["adopted", "adopted", "bill", "bill", "repealed",
                                             "in-force"]))
        self.period(element, 0.25)

    def assessed(self, parent, probability):
        while self.chance(probability):
            names = self.some_of(self.concepts, 1, 3) + list(self.families)[:1]
            names = self.pick([["*"], ["*"], ["kind:act"], ["kind:act", "kind:power"], names])
            element = SubElement(parent, "assessed", concepts=" ".join(names))
            if self.chance(0.2):
                element.set("except", self.pick(self.concepts))
            probability = 0.2

    def _provision(self, parent, name, depth):
        element = SubElement(parent, "provision", id=name)
        if self.chance(0.7):
            element.set("num", name[1:])
        self._status(element, 0.08)
        self.source(element, 0.3)
        for _ in range(self.random.choice([0, 1, 1, 1, 2])):
            self._supply(element)
        if self.chance(0.1):
            self._penalty(element)
        for letter in "ab":
            if depth and self.chance(0.15):
                self._provision(element, "%s__%s" % (name, letter), depth - 1)

    def _supply(self, provision):
        demands = [d for record in self.instruments for d in record["demands"]]
        element = SubElement(provision, "supply")
        if demands and self.chance(0.75):
            leaves = self._like(element, self.pick(demands))
        else:
            names, leaves = self.name_concepts(self.concepts, 2)
            element.set("concepts", " ".join(names))
            self.cases(element, self.common(leaves), 0, 2)
        self.period(element, 0.08)
        if self.chance(0.15):
            exception = SubElement(element, "except")
            if not self.cases(exception, self.common(leaves), 1, 2, boxes=0.1):
                element.remove(exception)
        if self.chance(0.15):
            self.text(element, "condition", "condition %d" % self.random.randint(1, 2))
        self.source(element, 0.25)

    def _like(self, element, demand):
        """A supply that meets a demand, or all of it but what an option leaves out."""
        names, leaves = self.name_concepts(demand["leaves"], 3)
        element.set("concepts", " ".join(names))
        common = self.common(leaves)
        kept = {}
        for case in demand["outer"]:
            if case["facet"] in common and self.chance(0.5 if case["facet"] in USUAL else 0.8):
                kept[case["facet"]] = self._answer(case)
        excuses = [case for record in self.instruments
                   for o in record["options"] + record["reservables"] for case in o["outer"]
                   if case["facet"] in common]
        if excuses and self.chance(0.5):
            case = self.pick(excuses)
            kept[case["facet"]] = self._opposite(case)
        elif self.usable(common) and self.chance(0.4):
            facet = self.pick(self.usable(common))
            kept[facet] = self.case(facet)
        for case in kept.values():
            self.add_case(element, case)
        return leaves

    def _answer(self, case):
        """What a law says to a demanded case: the same, or one of `some`."""
        if "some" not in case:
            return case
        names = case["some"].split()
        return {"facet": case["facet"], "is": self.pick(names)}

    def _opposite(self, case):
        facet = case["facet"]
        if facet in POINTS:
            if int(case.get("at-least", 0)):
                return {"facet": facet, "below": case["at-least"]}
            return {"facet": facet, "at-least": case["below"]} if "below" in case \
                else self.case(facet)
        if "not" in case:
            return {"facet": facet, "is": case["not"]}
        names = self.values[facet]
        kept = set().union(*[names[name] for name in case["is"].split()])
        if kept == set().union(*names.values()):
            return case
        return {"facet": facet, "not": case["is"]}

    def _penalty(self, provision):
        penalty = SubElement(provision, "penalty", {"prison-min": "P1Y", "prison-max": "P3Y"})
        concepts = [s.get("concepts").split()[0] for s in provision.findall("supply")]
        leaves = [leaf for c in concepts for leaf in sorted(self.families.get(c, {c}))]
        facets = [f for f in self.common(leaves) if f in POINTS] if leaves else []
        if facets:
            self.add_case(penalty, self.case(self.pick(facets)))

    # general parts, once all laws are there

    def general_parts(self):
        for law in self.laws:
            reach = self._reach() if self.chance(0.35) else None
            for _ in range(self.random.choice([0, 0, 1, 1, 2, 3])):
                self._general(law, "extend", reach)
            for _ in range(self.random.choice([0, 0, 0, 1])):
                self._general(law, "except", reach)
        for law in self.laws:
            if self.chance(0.25):
                self._replace(law)

    def _general(self, law, tag, reach):
        facets = [f for f in self.values if f in ("mode", "agent")]
        if not facets or tag == "except" or self.chance(0.3):
            facets = self.usable(self.values)
        parent = law if self.chance(0.8) else self.pick(law.iter("provision"))
        element = SubElement(parent, tag)
        if self.chance(0.4):
            element.set("id", "%s-%d" % (tag, len(list(law.iter(tag)))))
        reached = [law]
        if reach and self.chance(0.8):
            names, reached = reach
            element.set("laws", " ".join(names))
        ids = [{p.get("id") for p in other.iter("provision")} for other in reached]
        shared = sorted(set.intersection(*ids))
        element.set("provisions", "*")
        if shared and self.chance(0.4):
            element.set("provisions", " ".join(self.some_of(shared, 1, 2)))
        if tag == "extend" and self.chance(0.35):
            element.set("stack", "yes")
        self.period(element, 0.1)
        for facet in self.some_of(facets, 1, 1 if self.chance(0.8) else 2):
            self.add_case(element, self.case(facet))
        self.source(element, 0.3)

    def _reach(self):
        if self.chance(0.5):
            jurisdiction = self.pick(self.laws).get("jurisdiction")
            return [jurisdiction], [law for law in self.laws
                                    if law.get("jurisdiction") == jurisdiction]
        chosen = self.some_of(self.laws, 1, 2)
        return [law.get("id") for law in chosen], chosen

    def _replace(self, law):
        """One provision takes the place of another; never in chains."""
        def free(provision, root):
            touched = [p for p in root.iter("provision") if p.get("replaces")]
            return not any(p is provision or p in list(provision.iter())
                           or provision in list(p.iter()) for p in touched)

        targets = {p.get("replaces") for other in self.laws for p in other.iter("provision")}
        taking = self.pick(law.findall("provision"))
        other = self.pick(self.laws)
        place = self.pick(list(other.iter("provision")))
        mine = {"%s/%s" % (law.get("id"), p.get("id")) for p in taking.iter("provision")}
        if place in list(taking.iter()) or mine & targets or not free(place, other) \
                or not free(taking, law):
            return
        taking.set("replaces", "%s/%s" % (other.get("id"), place.get("id")))

    # states

    def state(self, name):
        element = Element("state", id=name)
        self.text(element, "label", "State %s" % name)
        self.source(element, 0.7)
        self.assessed(element, 0.9)
        number = 0
        for record in self.instruments:
            reservables = [r for r in record["reservables"] if self.chance(0.7)]
            for reservable in reservables:
                number += 1
                self._reservation(element, record, reservable, number)
            if record["demands"] and self.chance(0.1):
                number += 1
                entry = self.pick(record["demands"])
                self._reservation(element, record, {"of": entry["id"], "concepts": None,
                                                    "leaves": entry["leaves"], "outer": []},
                                  number)
            if self.chance(0.3):
                SubElement(element, "action", kind="ratification", instrument=record["id"],
                           date=self.pick(DATES))
        other = self.states[0] if self.states else element
        if other is not element and other.find("action[@id='res-1']") is not None:
            SubElement(element, "action", kind="objection", to="%s/res-1" % other.get("id"),
                       date=DATES[-1])
        self.states.append(element)
        return element

    def _reservation(self, state, record, reservable, number):
        start, end = sorted(self.random.sample(range(len(DATES)), 2))
        action = SubElement(state, "action", kind="reservation", id="res-%d" % number,
                            instrument=record["id"], of=reservable["of"], date=DATES[start])
        if self.chance(0.3):
            action.set("until", DATES[end])
        if reservable["concepts"]:
            action.set("concepts", reservable["concepts"])
        if self.chance(0.7):
            for case in reservable["outer"]:
                self.add_case(action, case)
        else:
            self.cases(action, self.common(reservable["leaves"]), 0, 2, boxes=0.1)
        self.source(action, 0.4)

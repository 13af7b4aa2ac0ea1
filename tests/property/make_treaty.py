# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random instruments: demands and their groups, options, choices, reservables, extensions."""

from xml.etree.ElementTree import Element, SubElement

from make_vocabulary import POINTS, VocabularyMaker


class TreatyMaker(VocabularyMaker):
    def instrument(self, number):
        element = Element("instrument", id="treaty-%d" % number)
        kind = self.pick(["treaty"] * 6 + ["protocol", "directive", "proposal", "norms", None])
        if kind:
            element.set("type", kind)
        self.text(element, "title", "Treaty %d" % number)
        self.source(element, 0.85)
        record = {"id": element.get("id"), "element": element, "demands": [], "options": [],
                  "reservables": [], "shells": [], "count": 0,
                  "concepts": self.some_of(self.concepts, 1 + len(self.concepts) // 2, 9)}
        self.instruments.append(record)
        parent = element
        if self.chance(0.3):
            parent = SubElement(element, "chapter", id="chp_I", num="I")
            self.source(parent, 0.2)
        for article in range(1, self.random.randint(2, 4) + 1):
            self._article(record, parent, article)
        for article in range(5, 5 + self.random.randint(0, 2)):
            self._general_article(record, parent, article)
        return element

    def _shell(self, record, parent, number):
        """An article and the places in it where demands may stand."""
        article = SubElement(parent, "article", id="art_%d" % number)
        if self.chance(0.9):
            article.set("num", str(number))
        if self.chance(0.8):
            article.set("kind", self.pick(["offence", "power", "liability", "safeguard"]))
        if self.chance(0.9):
            self.text(article, "title", "Article %d" % number)
        self.source(article, 0.2)
        places = [article]
        for paragraph in range(1, self.random.choice([0, 0, 1, 2]) + 1):
            inner = SubElement(article, "paragraph", num=str(paragraph),
                               id="art_%d__para_%d" % (number, paragraph))
            places.append(inner)
            if self.chance(0.2):
                places.append(SubElement(inner, "point", num="a",
                                         id=inner.get("id") + "__point_a"))
        record["shells"].append((article, places))
        return article, places

    def _new_id(self, record, parent, letter):
        record["count"] += 1
        return "%s__%s%d" % (parent.get("id"), letter, record["count"])

    def _article(self, record, parent, number):
        article, places = self._shell(record, parent, number)
        mine = []
        for place in places:
            if place is article and len(places) > 1 and self.chance(0.6):
                continue
            if self.chance(0.25):
                mine += self._any_of(record, place, place, 2)
            for _ in range(self.random.choice([0, 1, 1, 1, 2])):
                mine.append(self._demand(record, place, place))
        mine = [d for d in mine if d is not None]
        for _ in range(self.random.choice([0, 0, 1, 2, 3]) if mine else 0):
            self._option(record, self.pick(places), mine)
        for _ in range(self.random.choice([0, 0, 1]) if mine else 0):
            self._reservable(record, self.pick(places), mine)
        if mine and self.chance(0.25):
            self._contest(record, places, self.pick(mine))
        if self.chance(0.2):
            names, leaves = self.name_concepts(self.concepts, 1)
            forbid = SubElement(self.pick(places), "forbid", concepts=" ".join(names),
                                id=self._new_id(record, article, "f"))
            self.cases(forbid, self.common(leaves), 1, 2)

    def _modality(self, demand):
        modality = self.pick(["shall"] * 6 + [None] * 3 + ["endeavour", "consider", "may"])
        if modality:
            demand.set("modality", modality)
        if self.chance(0.1):
            demand.set("subject-to", self.pick(["legal-principles", "domestic-law"]))
        return modality or "shall"

    def _demand(self, record, parent, place):
        names, leaves = self.name_concepts(record["concepts"], 2)
        demand = SubElement(parent, "demand", concepts=" ".join(names),
                            id=self._new_id(record, place, "d"))
        modality = self._modality(demand)
        outer = self.cases(demand, self.common(leaves), 0, 3, some=0.12, usual=0.4)
        self.source(demand, 0.25)
        entry = {"id": demand.get("id"), "leaves": leaves, "outer": outer,
                 "shall": modality == "shall", "extended": False}
        record["demands"].append(entry)
        return entry

    def _any_of(self, record, parent, place, depth):
        group = SubElement(parent, "any-of")
        if self.chance(0.6):
            group.set("id", self._new_id(record, place, "g"))
        found = []
        for _ in range(self.random.randint(2, 3)):
            if depth and self.chance(0.35):
                every = SubElement(group, "all-of")
                if self.chance(0.4):
                    every.set("id", self._new_id(record, place, "a"))
                for _ in range(self.random.randint(1, 2)):
                    found.append(self._demand(record, every, place))
                if self.chance(0.3):
                    found += self._any_of(record, every, place, depth - 1)
            else:
                found.append(self._demand(record, group, place))
        return found

    def _tie(self, element, demands):
        """Ties an option or the like to demands; the leaves that it is about."""
        chosen = self.some_of(demands, 1, 2)
        leaves = sorted({leaf for demand in chosen for leaf in demand["leaves"]})
        element.set("of", " ".join(demand["id"] for demand in chosen))
        shared = sorted(set.intersection(*[set(demand["leaves"]) for demand in chosen]))
        if shared and self.chance(0.2):
            names, leaves = self.name_concepts(shared, 2)
            element.set("concepts", " ".join(names))
        return leaves

    def _option(self, record, place, demands):
        option = SubElement(place, "option", id=self._new_id(record, place, "o"))
        leaves = self._tie(option, demands)
        if self.chance(0.4):
            option.set("choice", self.pick(["either", "which"]))
        if self.chance(0.25):
            option.set("concern", self.pick(["overreach", "overreach", "broader"]))
        outer = self.cases(option, self.common(leaves), 0 if self.chance(0.1) else 1, 2, boxes=0.1)
        self.source(option, 0.2)
        record["options"].append({"leaves": leaves, "outer": outer})

    def _contest(self, record, places, demand):
        """Options of one choice for one demand, and reservables about the same cases."""
        facets = self.usable(self.common(demand["leaves"]))
        if not facets:
            return
        facet = self.pick(facets)
        for _ in range(self.random.randint(2, 3)):
            case = self.case(facet if self.chance(0.7) else self.pick(facets))
            place = self.pick(places)
            option = SubElement(place, "option", of=demand["id"], choice="contest",
                                id=self._new_id(record, place, "o"))
            self.add_case(option, case)
            record["options"].append({"leaves": demand["leaves"], "outer": [case]})
            if self.chance(0.5):
                place = self.pick(places)
                reservable = SubElement(place, "reservable", of=demand["id"],
                                        id=self._new_id(record, place, "r"))
                self.add_case(reservable, case)
                record["reservables"].append({"of": demand["id"], "concepts": None,
                                              "leaves": demand["leaves"], "outer": [case]})

    def _reservable(self, record, place, demands):
        element = SubElement(place, "reservable", id=self._new_id(record, place, "r"))
        leaves = self._tie(element, demands)
        outer = self.cases(element, self.common(leaves), 0, 2, boxes=0.1)
        record["reservables"].append({"of": element.get("of"), "leaves": leaves,
                                      "concepts": element.get("concepts"), "outer": outer})

    def _general_article(self, record, parent, number):
        """An article that extends others, perhaps inside an any-of, with its own options."""
        bases = [d for d in record["demands"] if d["shall"] and not d["extended"]]
        facets = [f for f in ("mode", "agent", "harm", "age") if f in self.values]
        if not bases or not facets:
            return
        _, places = self._shell(record, parent, number)
        for place in self.some_of(places, 1, 2):
            inside = place
            if self.chance(0.2):
                inside = SubElement(place, "any-of")
                self._demand(record, inside, place)
            self._extended(record, inside, place, facets)
        if self.chance(0.3):
            self._demand(record, places[0], places[0])

    def _extended(self, record, parent, place, facets):
        targets, leaves = self._bases(record)
        demand = SubElement(parent, "demand", extends=" ".join(targets),
                            id=self._new_id(record, place, "d"))
        if self.chance(0.15):
            names, leaves = self.name_concepts(leaves, 2)
            demand.set("concepts", " ".join(names))
        modality = self._modality(demand)
        for facet in self.some_of(facets, 1, 1 if self.chance(0.8) else 2):
            self.add_case(demand, self.case(facet, facet not in POINTS and self.chance(0.2)))
        self.source(demand, 0.3)
        entry = {"id": demand.get("id"), "leaves": leaves, "outer": [],
                 "shall": modality == "shall", "extended": True}
        record["demands"].append(entry)
        if self.chance(0.2):
            self._option(record, place, [entry])
        if self.chance(0.15):
            self._reservable(record, place, [entry])

    def _bases(self, record):
        """Ids that an extended demand names, with the leaves of their `shall` demands."""
        for _ in range(20):
            found, leaves = [], set()
            for _ in range(self.random.randint(1, 2)):
                article, places = self.pick(record["shells"][:-1])
                inside = [e.get("id") for e in article.iter("demand")]
                found.append(self.pick([article.get("id"), self.pick(places).get("id")]
                                       + self.some_of(inside, 1, 1)))
            found = list(dict.fromkeys(found))
            asking = [name for name in found
                      if any(self._inside(record["element"], name, e)
                             for e in record["element"].iter("demand"))]
            if asking != found:
                continue
            named = {e.get("id") for e in record["element"].iter("demand")
                     for name in found if self._inside(record["element"], name, e)}
            for entry in record["demands"]:
                if entry["id"] in named and entry["shall"] and not entry["extended"]:
                    leaves.update(entry["leaves"])
            if leaves:
                return found, sorted(leaves)
        entry = self.pick([d for d in record["demands"] if d["shall"] and not d["extended"]])
        return [entry["id"]], entry["leaves"]

    def _inside(self, root, name, demand):
        return any(e.get("id") == name and demand in list(e.iter()) for e in root.iter())

# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an instrument asks: one Ask per demand and concept, and per extended base."""

from corpus import words

PROVISIONS = ("article", "paragraph", "point")


class Part:
    """One box of a demand: its region, and the facets on which one value is enough."""

    def __init__(self, region, somes):
        self.region, self.somes = region, somes


class Excuse:
    """An option, or a reservation as far as it is permitted."""

    def __init__(self, identifier, region, fact, choice=None, concern=None):
        self.id, self.region, self.fact = identifier, region, fact
        self.choice, self.concern = choice, concern


class Ask:
    def __init__(self, space, demand, concept):
        self.space, self.demand, self.concept = space, demand, concept
        self.base = None
        self.parts = []
        self.options = []               # in document order
        self.reservables = []
        self.reservations = []
        self.path = []                  # (scope, group, alternative), from the outside in
        self.facts = []
        self.cased = set()

    def region(self):
        region = 0
        for part in self.parts:
            region |= part.region
        return region

    def met(self, supplies):
        """The demanded cells that the supplies meet, filled up along `some`."""
        left = 0
        for part in self.parts:
            covered = 0
            for supply in supplies:
                covered |= self.towards(part, supply)
            left |= part.region & ~covered
        return self.region() & ~left

    def towards(self, part, supply):
        """What a supply covers for one part."""
        if not supply.counts_towards(part):
            return 0
        covered = supply.region
        for name, indexes in part.somes.items():
            covered = self.space.fill(covered, name, indexes)
        return covered

    def meets(self, supply):
        """The demanded cells that one supply meets in some part."""
        region = 0
        for part in self.parts:
            region |= self.towards(part, supply) & part.region
        return region

    def permitted(self):
        region = 0
        for reservable in self.reservables:
            region |= reservable.region
        return region


class Treaty:
    """actions: the reservations that are to be taken into account."""

    def __init__(self, corpus, element, actions):
        self.corpus, self.element, self.actions = corpus, element, actions
        self.by_id = {e.get("id"): e for e in element.iter() if e.get("id")}
        self.demands = list(element.iter("demand"))
        self.groups = list(element.iter("any-of"))
        self.kind = element.get("type", "treaty")

    def modality(self, demand):
        return demand.get("modality", "shall")

    def is_binding(self, demand):
        """Whether it takes part in verdicts."""
        return self.kind in ("proposal", "norms") or self.modality(demand) == "shall"

    def provision_of(self, element):
        return next(up for up in self.corpus.up(element) if up.tag in PROVISIONS)

    def path(self, demand):
        found = []
        below = demand
        for up in self.corpus.up(self.corpus.parent[demand]):
            if up.tag == "any-of":
                group = up.get("id") or "any-of_%d" % (self.groups.index(up) + 1)
                found.append(("", group, list(up).index(below) + 1))
            if up.tag in PROVISIONS:
                break
            below = up
        return found[::-1]

    def concepts_of(self, element, otherwise):
        """The concepts attribute as leaves; without it, `otherwise`."""
        if element.get("concepts") is None:
            return otherwise
        return self.corpus.read_concepts(element.get("concepts"))

    def tied(self, tag, demand, concept):
        """Options or reservables of one demand, as far as they are about the concept."""
        return [e for e in self.element.iter(tag)
                if demand.get("id") in words(e, "of")
                and concept in self.concepts_of(e, [concept])]

    def ask(self, demand, concept):
        """An ordinary demand for one concept."""
        corpus = self.corpus
        space = corpus.space(concept)
        ask = Ask(space, demand, concept)
        for box in corpus.boxes(demand):
            region = corpus.region_of_box(space, box, corpus.unstated())
            ask.parts.append(Part(region, box.somes))
        ask.facts = [corpus.fact(demand)]
        ask.cased = corpus.facets_in(demand)
        ask.path = self.path(demand)
        self._tie(ask)
        return ask

    def _tie(self, ask):
        """Adds the excuses that name the demand itself."""
        corpus, demand, concept = self.corpus, ask.demand, ask.concept
        whole = ask.region()
        for tag, excuses in (("option", ask.options), ("reservable", ask.reservables)):
            for element in self.tied(tag, demand, concept):
                region = corpus.region(ask.space, element, {}) & whole
                excuses.append(Excuse(element.get("id"), region, corpus.fact(element),
                                      element.get("choice"), element.get("concern")))
        for action in self.actions:
            if demand.get("id") not in words(action, "of") \
                    or concept not in self.concepts_of(action, [concept]):
                continue
            state = corpus.parent[action].get("id")
            region = corpus.region(ask.space, action, {}) & ask.permitted() & whole
            ask.reservations.append(Excuse("%s/%s" % (state, action.get("id")), region,
                                           corpus.fact(action)))
        self._unite(ask)

    def _unite(self, ask):
        """One excuse per id, in document order."""
        for name in ("options", "reservables", "reservations"):
            united = {}
            for excuse in getattr(ask, name):
                if excuse.id in united:
                    united[excuse.id].region |= excuse.region
                else:
                    united[excuse.id] = excuse
            setattr(ask, name, sorted(united.values(), key=self._position))

    def _position(self, excuse):
        if excuse.id in self.by_id:
            return self.corpus.order[self.by_id[excuse.id]]
        state, _, inner = excuse.id.partition("/")
        return next(self.corpus.order[a] for a in self.actions if a.get("id") == inner
                    and self.corpus.parent[a].get("id") == state)

    def bases(self, demand):
        """The ordinary `shall` demands and concepts that a demand extends."""
        found = []
        facets = self.corpus.facets_in(demand)
        for name in words(demand, "extends"):
            for base in self.by_id[name].iter("demand"):
                if base.get("extends") or self.modality(base) != "shall":
                    continue
                for concept in self.corpus.read_concepts(base.get("concepts")):
                    wanted = concept in self.concepts_of(demand, [concept])
                    if wanted and self.corpus.space(concept).has(facets) \
                            and (base, concept) not in found:
                        found.append((base, concept))
        return found

    def extend(self, demand, base, measured):
        """The image of a base's ask; measured: its region as far as it exists."""
        corpus, space = self.corpus, base.space
        boxes = corpus.boxes(demand)

        def image(region):
            out = 0
            for box in boxes:
                out |= space.replace(region, box.kept)
            return out

        ask = Ask(space, demand, base.concept)
        ask.base = base.demand
        for part in base.parts:
            for box in boxes:
                somes = {n: i for n, i in part.somes.items() if n not in box.kept}
                somes.update(box.somes)
                region = space.replace(part.region & measured, box.kept)
                ask.parts.append(Part(region, somes))
        for name in ("options", "reservables", "reservations"):
            setattr(ask, name, [Excuse(e.id, image(e.region), e.fact, e.choice, e.concern)
                                for e in getattr(base, name)])
        ask.facts = [corpus.fact(demand)] + base.facts
        ask.cased = base.cased | corpus.facets_in(demand)
        ask.path = self.path(demand) + [(demand.get("id"), group, alternative)
                                        for _, group, alternative in base.path]
        self._tie(ask)
        return ask

    def asks(self, supplies):
        """All asks in document order; extended ones over what the supplies (concept ->
        list) meet of their bases, over the whole of them if None."""
        for demand in self.demands:
            if not demand.get("extends"):
                for concept in self.corpus.read_concepts(demand.get("concepts")):
                    yield self.ask(demand, concept)
                continue
            for element, concept in self.bases(demand):
                base = self.ask(element, concept)
                measured = base.region()
                if supplies is not None:
                    measured = base.met(supplies.get(concept, []))
                yield self.extend(demand, base, measured)

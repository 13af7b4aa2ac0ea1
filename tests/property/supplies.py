# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a subject supplies on a date: laws, instruments, jurisdictions and sets of them."""

from corpus import BASES, day, in_english, weakest, words
from treaty import Treaty


class Supply:
    """One concept's region of one supply, or of a copy of it made by an extend."""

    def __init__(self, law, provision, order, concept, region):
        self.law, self.provision = law, provision
        self.order = order              # (law, provision, extend), extend 0 for an original
        self.concept, self.region = concept, region
        self.via = None
        self.condition = None
        self.facts = []
        self.cased = set()              # facets that it has a case on
        self.somes = {}                 # only of an instrument: facet -> indexes
        self.scope = set()              # ids of its provision and of those around it
        self.document = None
        self.holder = None              # of a copy: the law that holds the extend

    def is_conditional(self):
        return self.condition is not None

    def counts_towards(self, part):
        """One of several is enough only where the demand says so as well."""
        return all(set(indexes) <= set(part.somes.get(name, ()))
                   for name, indexes in self.somes.items())

    def copy(self, region, via, holder, order, fact, cased):
        made = Supply(self.law, self.provision, self.order[:2] + (order,), self.concept, region)
        made.via, made.holder = via, holder
        made.condition, made.document = self.condition, self.document
        made.facts = self.facts + [fact]
        made.cased, made.scope = self.cased | cased, self.scope
        return made


def country(jurisdiction):
    return jurisdiction.split("-")[0]


class Subject:
    """SUBJECT on a date, with what `--with` names."""

    def __init__(self, corpus, text, as_at, with_=()):
        self.corpus, self.text = corpus, text
        self.as_at, self.with_ = day(as_at), list(with_)
        self.laws, self.instruments, self.jurisdictions = [], [], []
        self.named = set()              # laws that are (a part of) the subject by name
        for part in text.split("+"):
            self._look_up(part)
        self.replaced = set()
        self.replaced = self._replaced()

    def _look_up(self, part):
        corpus = self.corpus
        law = corpus.find(corpus.laws, part)
        instrument = corpus.find(corpus.instruments, part)
        if law is not None:
            self.named.add(part)
            self._add_laws([law])
        elif instrument is not None:
            self.instruments.append(instrument)
        else:
            self.jurisdictions.append(part)
            reach = {part, country(part)}
            self._add_laws([law for law in corpus.laws if law.get("jurisdiction") in reach])

    def _add_laws(self, laws):
        self.laws += [law for law in laws if law not in self.laws]
        self.laws.sort(key=self.corpus.order.get)

    def head(self):
        """The "subject" object of an answer."""
        corpus = self.corpus
        if "+" in self.text:
            return {"id": self.text, "kind": "set", "title": None}
        if self.named:
            return {"id": self.text, "kind": "law", "title": in_english(self.laws[0], "title")}
        if self.instruments:
            return {"id": self.text, "kind": "instrument",
                    "title": in_english(self.instruments[0], "title")}
        state = corpus.find(corpus.states, self.text)
        return {"id": self.text, "kind": "jurisdiction",
                "title": in_english(state, "label") if state is not None else None}

    # what counts

    def in_time(self, element):
        start, end = element.get("from"), element.get("until")
        return ((start is None or day(start) <= self.as_at)
                and (end is None or self.as_at < day(end)))

    def has_status(self, element, law):
        status = element.get("status", "in-force")
        if status == "repealed":
            return False
        if status == "bill" or (status == "adopted" and element.get("from") is None):
            by_name = law.get("id") in self.with_
            return by_name or (element is law and law.get("id") in self.named)
        return True

    def counts(self, element):
        """Whether it and everything around it counts on the date."""
        law = self.law_of(element)
        for up in self.corpus.up(element):
            if up in self.replaced or not self.in_time(up):
                return False
            if up.tag in ("law", "provision") and not self.has_status(up, law):
                return False
            if up is law:
                return True
        return True

    def law_of(self, element):
        return next(up for up in self.corpus.up(element) if up.tag == "law")

    def _replaced(self):
        """Provisions whose place another one takes."""
        found = set()
        for law in self.laws:
            for provision in law.iter("provision"):
                for target in words(provision, "replaces"):
                    where, _, inner = target.partition("/")
                    other = self.corpus.find(self.laws, where)
                    if other is not None and self.counts(provision):
                        found.update(p for p in other.iter("provision") if p.get("id") == inner)
        return found

    # reading and reservations

    def assessed(self):
        corpus = self.corpus
        found = set()
        for law in self.laws:
            if law.get("id") in self.named:
                found |= corpus.assessed(law)
        for jurisdiction in self.jurisdictions:
            state = corpus.find(corpus.states, jurisdiction)
            if state is None:
                state = corpus.find(corpus.states, country(jurisdiction))
            if state is not None:
                found |= corpus.assessed(state)
        if self.instruments:
            found.update(corpus.all_leaves())
        return found

    def countries(self):
        found = {country(jurisdiction) for jurisdiction in self.jurisdictions}
        return found | {country(law.get("jurisdiction")) for law in self.laws
                        if law.get("id") in self.named}

    def reservations(self, instrument_id):
        """The actions of the subject's one State in force on the date."""
        countries = self.countries()
        if len(countries) != 1:
            return []
        state = self.corpus.find(self.corpus.states, countries.pop())
        if state is None:
            return []
        return [action for action in state.findall("action")
                if action.get("kind") == "reservation"
                and action.get("instrument") == instrument_id
                and day(action.get("date")) <= self.as_at
                and (action.get("until") is None or self.as_at < day(action.get("until")))]

    # supplies

    def supplies(self, basis=None):
        """All supplies and copies, less exceptions, none weaker than basis."""
        originals = [s for law in self.laws for s in self._originals(law)]
        found = originals + self._copies(originals)
        self._take_away(found)
        for instrument in self.instruments:
            found += self._of_instrument(instrument)
        if basis is not None:
            found = [s for s in found
                     if BASES.index(weakest(s.facts)[0]) >= BASES.index(basis)]
        return sorted(found, key=lambda s: s.order)

    def _originals(self, law):
        corpus = self.corpus
        unstated = corpus.unstated(law)
        for element in law.iter("supply"):
            if not self.counts(element):
                continue
            provision = corpus.parent[element]
            for concept in corpus.read_concepts(element.get("concepts")):
                space = corpus.space(concept)
                region = corpus.region(space, element, unstated)
                for exception in element.findall("except"):
                    region &= ~corpus.region(space, exception, {})
                supply = Supply(law.get("id"), provision.get("id"),
                                (corpus.order[law], corpus.order[provision], 0), concept, region)
                supply.document = law
                supply.condition = in_english(element, "condition")
                supply.facts = [corpus.fact(element)]
                supply.cased = corpus.facets_in(element)
                supply.scope = {up.get("id") for up in corpus.up(provision)
                                if up.tag == "provision"}
                yield supply

    def _general(self, tag):
        """The extends or exceptions of general parts that count, with their laws."""
        for law in self.corpus.laws:
            for element in law.iter(tag):
                if self.corpus.parent[element].tag in ("law", "provision") \
                        and self.counts(element):
                    yield law, element

    def _reaches(self, law, element, supply):
        """Whether an extend or exception of a law has this supply in scope."""
        laws = words(element, "laws")
        if laws:
            if supply.law not in laws and supply.document.get("jurisdiction") not in laws:
                return False
        elif supply.document is not law:
            return False
        scope = words(element, "provisions")
        if "*" not in scope and not supply.scope & set(scope):
            return False
        return self.corpus.space(supply.concept).has(self.corpus.facets_in(element))

    def _copies(self, originals):
        corpus = self.corpus
        made = []
        for law, extend in self._general("extend"):
            sources = list(originals)
            if extend.get("stack") == "yes":
                sources += [s for s in made if s.holder is law and s.document is law]
            number = [e for e in law.iter("extend")].index(extend) + 1
            via = "%s/%s" % (law.get("id"), extend.get("id") or "extend_%d" % number)
            for supply in sources:
                if not self._reaches(law, extend, supply):
                    continue
                space = corpus.space(supply.concept)
                region = 0
                for box in corpus.boxes(extend):
                    region |= space.replace(supply.region, box.kept)
                made.append(supply.copy(region, via, law, 1 + corpus.order[extend],
                                        corpus.fact(extend), corpus.facets_in(extend)))
        return made

    def _take_away(self, supplies):
        for law, exception in self._general("except"):
            for supply in supplies:
                if self._reaches(law, exception, supply):
                    space = self.corpus.space(supply.concept)
                    supply.region &= ~self.corpus.region(space, exception, {})

    def _of_instrument(self, instrument):
        """What a faithful Party without reservations has at the least."""
        corpus = self.corpus
        treaty = Treaty(corpus, instrument, [])
        for ask in treaty.asks(None):
            if ask.path or not treaty.is_binding(ask.demand):
                continue
            provision = treaty.provision_of(ask.demand)
            left_out = 0
            for option in ask.options:
                left_out |= option.region
            for part in ask.parts:
                supply = Supply(instrument.get("id"), provision.get("id"),
                                (corpus.order[instrument], corpus.order[provision], 0),
                                ask.concept, part.region & ~left_out)
                supply.facts, supply.somes = list(ask.facts), part.somes
                supply.cased = set(ask.cased)
                yield supply

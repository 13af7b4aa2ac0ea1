# SPDX-License-Identifier: LGPL-2.1-or-later
"""A later version of an instrument, made of it by steps that are known: so is its concordance."""

import copy
from xml.etree import ElementTree

from treaty import Treaty


def references(instrument):
    """Ids that demands and options name."""
    return {name for element in instrument.iter() for key in ("of", "extends")
            for name in element.get(key, "").split()}


def ids_in(element):
    return {inner.get("id") for inner in element.iter() if inner.get("id")}


def holder(instrument, article):
    return next(up for up in instrument.iter() if article in list(up))


def asking(corpus, instrument):
    """The articles that demand anything."""
    treaty = Treaty(corpus, corpus.find(corpus.instruments, instrument), [])
    return {next(up for up in corpus.up(ask.demand) if up.tag == "article").get("id")
            for ask in treaty.asks(None) if ask.region()}


NEXT = {"shall": "endeavour", "endeavour": "consider", "consider": "may", "may": "shall"}


class Revision:
    """A later version of an instrument, made by known steps."""

    def __init__(self, instrument, name, chance):
        self.before, self.chance = instrument, chance
        self.after = copy.deepcopy(instrument)
        self.after.set("id", name)
        self.after.set("supersedes", instrument.get("id"))
        self.was = {}               # id of an article -> ids of those that it was
        self.numbers = {a.get("id"): a.get("num") for a in instrument.iter("article")}
        self.touched, self.unknown = set(), set()
        for article in list(self.after.iter("article")):
            self.was[article.get("id")] = {article.get("id")}
        self._drop()
        self._merge()
        for article in list(self.after.iter("article")):
            self._revise(article)
        self._add()
        for article in self.after.iter("article"):
            if self.was[article.get("id")]:
                article.set("was", " ".join(sorted(self.was[article.get("id")], reverse=True)))

    def _free(self):
        """Articles whose ids nothing names but what stands in them."""
        found = []
        for article in self.after.iter("article"):
            outside = copy.deepcopy(self.after)
            twin = next(a for a in outside.iter("article") if a.get("id") == article.get("id"))
            holder(outside, twin).remove(twin)
            inside = references(article)
            if not ids_in(article) & references(outside) and inside <= ids_in(article):
                found.append(article)
        return found

    def _drop(self):
        free = self._free()
        if free and self.chance.random() < 0.5:
            article = self.chance.choice(free)
            holder(self.after, article).remove(article)
            del self.was[article.get("id")]

    def _merge(self):
        free = [a for a in self._free() if next(a.iter("any-of"), None) is None]
        if len(free) < 2 or self.chance.random() < 0.5:
            return
        kept, gone = self.chance.sample(free, 2)
        holder(self.after, gone).remove(gone)
        for child in list(gone):
            if child.tag not in ("title", "source", "note"):
                kept.append(child)
        self.was[kept.get("id")] |= self.was.pop(gone.get("id"))

    def _revise(self, article):
        if self.chance.random() < 0.3:
            article.set("num", str(self.chance.randint(20, 40)))
        if self.chance.random() < 0.15:
            article.set("paragraphs", "unknown")
            self.unknown.add(article.get("id"))
        if self.chance.random() < 0.3:
            for demand in article.iter("demand"):
                demand.set("modality", NEXT[demand.get("modality", "shall")])
                self.touched.add(article.get("id"))

    def _add(self):
        if self.chance.random() < 0.5:
            ElementTree.SubElement(self.after, "article", id="art_99", num="99")
            self.was["art_99"] = set()

    def expected(self, corpus):
        """(earlier, later) -> (moved, changed, whether other articles have a say in that)."""
        before = asking(corpus, self.before.get("id"))
        after = asking(corpus, self.after.get("id"))
        numbers = {a.get("id"): a.get("num") for a in self.after.iter("article")}
        found = {}
        for article, was in self.was.items():
            element = next(a for a in self.after.iter("article") if a.get("id") == article)
            extended = any(d.get("extends") for d in element.iter("demand"))
            known = article not in self.unknown and article in after and was & before
            for name in was:
                left, right = self.numbers[name], numbers[article]
                moved = left != right if left and right else name != article
                changed = article in self.touched if known else None
                found[name, article] = (moved, changed, extended)
            if not was:
                found[None, article] = (None, None, False)
        kept = {name for was in self.was.values() for name in was}
        for name in self.numbers:
            if name not in kept:
                found[name, None] = (None, None, False)
        return found

    def write(self, path):
        self.after.set("xmlns", "urn:cybertreaty:1")
        ElementTree.ElementTree(self.after).write(path, encoding="utf-8", xml_declaration=True)

# SPDX-License-Identifier: LGPL-2.1-or-later
"""What attributes say, which come from the getters of the library, is what the JSON says."""
import functools
import inspect
import os
import sys

from common import BILLS, DATE, FACTS, SANITIZED, SOURCE, UN, XML, main, raised

if not SANITIZED:
    import cybertreaty
    from cybertreaty import Borrowed, Corpus, Region

MINI = os.path.join(SOURCE, "tests", "data", "mini")


@functools.lru_cache(maxsize=None)
def opened():
    return Corpus.open(XML, BILLS)


@functools.lru_cache(maxsize=None)
def mini():
    return Corpus.open(MINI)


def boxes(region):
    """A region as in JSON, with lists for intervals."""
    return [{facet: [list(one) if isinstance(one, tuple) else one for one in kept]
             for facet, kept in box.items()} for box in region]


def word(value):
    """A word as in JSON, where nothing is null."""
    return str(value) or None


def ids(items):
    return [item.id for item in items]


def evidence(one):
    """Evidence as in JSON."""
    if one.provision is None:
        said = {"law": one.demand.article.instrument.id, "provision": one.demand.place["id"]}
    else:
        said = {"law": one.law.id, "provision": one.provision.id}
    if one.via is not None:
        said["via"] = "%s/%s" % (one.via.law.id, one.via.id)
    return said


def check_row(row, said):
    assert row.concept.id == said["concept"] and row.verdict == said["verdict"]
    assert (None if row.demand is None else row.demand.id) == said["id"]
    assert (word(row.basis), row.consulted) == (said["basis"], said["consulted"])
    assert row.sentence() == said["text"]
    assert [{**evidence(one), "redundant": one.is_redundant} for one in row.supplied_by
            ] == said["supplied_by"]
    assert ids(row.options_used) == said["options_used"]
    assert ["%s/%s" % (one.state.id, one.id) for one in row.reservations_used
            ] == said["reservations_used"]
    assert boxes(row.missing) == said["missing"]
    assert [boxes(one.region) for one in row.conditional] == [
        one["region"] for one in said["conditional"]]
    assert ids(row.optional_covered) == said["optional_covered"]
    assert [list(one) for one in row.path] == said.get("any_of", [])
    base = row.demand.base if row.demand is not None else None
    assert (None if base is None else base.id) == (
        said["extends"].split("/")[-1] if "extends" in said else None)


def support(one):
    return ([{**evidence(each), "redundant": each.is_redundant} for each in one.supplied_by],
            str(one.basis), one.consulted)


def said_support(one):
    return (one["supplied_by"], one["basis"], one["consulted"])


def check_coverage(corpus, subject, instrument):
    answer = corpus.coverage(subject, instrument, DATE)
    said = answer.to_dict()
    assert (answer.subject, answer.subject_kind, answer.subject_title) == tuple(
        said["subject"][name] for name in ("id", "kind", "title"))
    assert answer.instrument.id == said["instrument"]["id"] and answer.as_at == said["as_at"]
    assert len(answer) == len(said["provisions"])
    rows = 0
    for finding, one in zip(answer, said["provisions"]):
        assert (finding.article.id, finding.article.num, str(finding.article.kind)) == (
            one["id"], one["num"] or "", one["kind"] or "")
        assert word(finding.verdict) == one["verdict"]
        assert list(finding.assessed) == one["assessed"]
        assert len(finding) == len(one["demands"])
        for row, demand in zip(finding.rows, one["demands"]):
            check_row(row, demand)
            rows += 1
        assert [(row.demand.id, row.concept.id, word(row.verdict))
                for row in finding.inherited] == [
            (row["id"], row["concept"], row["verdict"]) for row in one["inherited"]]
        assert [(conflict.id, conflict.concept.id, boxes(conflict.region), support(conflict))
                for conflict in finding.conflicts] == [
            (conflict["id"], conflict["concept"], conflict["region"], said_support(conflict))
            for conflict in one["conflicts"]]
    check_reach(answer, said)
    for modality, totals in said["totals"].items():
        for verdict, number in totals.items():
            assert answer.total(modality, verdict) == number, (modality, verdict)
    return rows


def check_reach(answer, said):
    reaches = answer.beyond if hasattr(answer, "beyond") else list(answer)
    assert [(one.concept.id, str(one.concern), ids(one.by_silence), boxes(one.region),
             support(one), one.sentence()) for one in reaches] == [
        (one["concept"], one["concern"], one["by_silence"], one["region"], said_support(one),
         one["text"]) for one in said["beyond"]]
    assert ids(answer.unasked) == said["unasked"]


def test_coverage():
    assert check_coverage(opened(), "MX", UN) > 100


def test_coverage_of_an_instrument():
    assert check_coverage(opened(), "coe-ets185", UN) > 100


def test_coverage_of_the_small_corpus():
    rows = [check_coverage(mini(), subject, instrument.id) for instrument in mini().instruments
            for subject in ids(mini().laws) + ids(mini().states)]
    assert len(rows) > 10 and sum(rows) > 100


def test_gaps():
    answer = opened().gaps("MX", UN, DATE)
    assert [(gap.row.demand.article.id, gap.row.demand.id, gap.row.concept.id,
             boxes(gap.row.missing), gap.sentence(), ids(gap.options), ids(gap.reservables),
             [{key: evidence(one)[key] for key in ("law", "provision")} for one in gap.models])
            for gap in answer] == [
        (one["article"], one["demand"], one["concept"], one["missing"], one["text"],
         one["options"], one["reservable"],
         [{key: model[key] for key in ("law", "provision")} for model in one["models"]])
        for one in answer.to_dict()["gaps"]]


def test_beyond():
    answer = opened().beyond("MX", UN, DATE)
    check_reach(answer, answer.to_dict())
    answer = mini().beyond("XS", mini().instruments[0].id, DATE)
    assert ids(answer.conflicts) == [one["id"] for one in answer.to_dict()["conflicts"]]


def test_matrix():
    answer = opened().matrix(UN, as_at=DATE)
    said = answer.to_dict()
    assert [list(holder.verdicts) for holder in answer] == [said["articles"]] * len(answer)
    assert [(holder.subject, [word(one) for one in holder.verdicts.values()])
            for holder in answer] == [(row["subject"], row["verdicts"]) for row in said["rows"]]


def test_covering():
    for name in (UN + "/art_7", "system.access"):
        answer = opened().covering(name, DATE)
        said = answer.to_dict()
        assert answer.target == opened().show(name)
        for holder, one in zip(answer, said["covering"]):
            assert (holder.subject, holder.kind, holder.title, holder.verdict) == tuple(
                one[key] for key in ("subject", "kind", "title", "verdict"))
            for row, demand in zip(holder.rows, one["demands"]):
                check_row(row, demand)


def test_safeguards():
    answer = opened().safeguards("MX", as_at=DATE)
    said = answer.to_dict()["powers"]
    assert len(answer) == len(said) and ids(answer.untied) == answer.to_dict()["untied"]
    for power, one in zip(answer, said):
        assert (None if power.value is None else power.value.id) == one["power"]
        assert power.is_held == one["held"]
        assert [(row.concept.id, str(row.verdict)) for row in power.concepts] == [
            (row["concept"], row["verdict"]) for row in one["concepts"]]
        for row, demand in zip(power.safeguards, one["safeguards"]):
            check_row(row, demand)


def test_compare():
    answer = opened().compare("coe-ets185", UN, DATE)
    said = answer.to_dict()
    floors = (("relation", "duty"), ("floor_by_option", "by-option"),
              ("floor_by_reservation", "by-reservation"))
    for one, row in zip(answer, said["rows"]):
        assert one.article.id == row["article"] and len(one.matches) == len(row["with"])
        for match, other in zip(one.matches, row["with"]):
            assert match.article.id == other["article"]
            assert all(match.relation(floor) == other[key] for key, floor in floors)
    assert [one.article.id for one in answer.other if not one.matches] == said["unmatched"]
    there = [one for row in answer for one in row.differences]
    assert there and all(one.here != one.there and len(one.region) for one in there)


def check_versions(answer):
    said = answer.to_dict()["concordance"]
    assert [answer.earlier.id, answer.later.id] == [said["earlier"], said["later"]]
    assert [(None if one.earlier is None else one.earlier.id,
             None if one.later is None else one.later.id, word(one.fate), one.changed)
            for one in answer.passages] == [
        (row["earlier"], row["later"], row["fate"], row["changed"]) for row in said["rows"]]
    if answer.later.supersedes == answer.earlier:
        became = [one for one in answer.passages if one.later is not None]
        assert became
        for one in became:
            was = one.later.was
            assert (was is None) == (one.fate == "") and (was == []) == (one.fate == "added")
            assert one.earlier is None or one.earlier in was
    return {one.fate for one in answer.passages}


def test_versions():
    answer = opened().compare("un-cybercrime-2023", UN, DATE)
    assert {"kept", "moved"} <= check_versions(answer)
    assert answer.later.supersedes == answer.earlier
    assert check_versions(opened().compare(UN, "un-cybercrime-2022", DATE))
    versions = Corpus.open(os.path.join(SOURCE, "tests", "data", "versions.xml"))
    newest = [one for one in versions.instruments if one.supersedes is not None][-1]
    fates = check_versions(versions.compare(newest.supersedes.id, newest.id, DATE))
    assert len(fates) >= 4 and {"added", "dropped"} <= fates, fates
    answer = opened().compare("coe-ets185", UN, DATE)
    assert (answer.earlier, answer.later, answer.passages) == (None, None, [])


def test_languages_of_titles():
    law = opened().laws["mx-cpf"]
    for lang in (None, "es", "es-MX", "fr", "en"):
        assert law.title_lang(lang) in ("es", "en") and law.title(lang)
        assert law.element.title_lang(lang)
    assert (law.title_lang("es"), law.title_lang("en")) == ("es", "en")
    assert law.title("es") != law.title("en")
    assert opened().show(UN + "/art_7__para_1__d").title_lang() == ""


def test_vocabulary_as_elements():
    corpus = opened()
    for kind, things in (("facet", corpus.facets), ("concept", corpus.concepts)):
        assert all((one.element.name, one.element["id"]) == (kind, one.id) for one in things)
    values = [value for facet in corpus.facets for value in facet.values
              if facet.type != "quantity"]
    assert values and all(value.element["id"] == value.id for value in values)


def test_dual():
    facts, against = (opened().dual("MX", "DE", FACTS, as_at=DATE),
                      opened().dual("MX", "DE", against=UN, as_at=DATE))
    said = against.to_dict()["rows"]
    assert len(facts) == 1 and len(against) == len(said)
    check_dual(facts[0], facts.to_dict(), facts.states)
    for finding, one in zip(against, said):
        assert finding.demand.id == one["demand"]
        assert finding.facts.concept.id == one["facts"]["concept"]
        check_dual(finding, one, against.states)


def check_dual(finding, said, states):
    assert finding.verdict == said["verdict"] and boxes(finding.both) == said["both"]
    assert (word(finding.basis), finding.consulted) == (said["basis"], said["consulted"])
    sides = list(zip(states, ("first", "second")))
    outside = [(state, finding.outside(side)) for state, side in sides]
    assert [{"state": state, "region": boxes(region)} for state, region in outside
            if region is not None] == said["outside"]
    for name, function in (("supplied_by", finding.supplied_by),
                           ("conditional", finding.conditional)):
        here = [(state, evidence(one)["law"], evidence(one)["provision"])
                for state, side in sides for one in function(side)]
        # Copies made by extensions are told once.
        assert list(dict.fromkeys(here)) == list(dict.fromkeys(
            (one["state"], one["law"], one["provision"]) for one in said[name]))


def test_diff():
    answer = opened().diff("MX", UN, "mx-bill-access", DATE)
    said = answer.to_dict()
    assert answer.before.corpus == answer.after.corpus == opened()
    assert len(answer) == len(said["changes"]) > 0
    for change, one in zip(answer, said["changes"]):
        assert (change.after.article.id, change.before.verdict, change.after.verdict) == (
            one["article"], one["before"], one["after"])
        assert [(row.after.demand.id, row.before.verdict, boxes(row.before.missing),
                 row.after.verdict, boxes(row.after.missing), row.sentence())
                for row in change.rows] == [
            (row["id"], row["before"]["verdict"], row["before"]["missing"],
             row["after"]["verdict"], row["after"]["missing"], row["text"])
            for row in one["demands"]]


def test_diff_of_two_corpora_borrows_from_both():
    bill = os.path.join(BILLS, "mx-access.xml")
    plain = Corpus.open(XML)
    answer = plain.diff("MX", UN, bill, DATE)
    change = answer[0]
    del answer
    assert change.before.article.element.to_dict()["data"]["digest"] == plain.digest
    assert change.after.article.element.to_dict()["data"]["digest"] != plain.digest


def test_search():
    answer = opened().search("CPF 211 bis 1")
    assert [(hit.id, hit.element.name) for hit in answer] == [
        (one["id"], one["element"]) for one in answer.to_dict()["hits"]]


def tree(element):
    """An element as in the JSON of `show`."""
    said = {"element": element.name}
    said.update(element.attributes)
    title = element.title("en")
    if title is not None:
        said["title"] = title
    if element.text:
        said["text"] = element.text
    said["children"] = [tree(child) for child in element]
    return said


def test_elements():
    for name in (UN, "mx-cpf", "MX"):
        element = opened().show(name)
        said = element.to_dict()
        assert tree(element) == {key: value for key, value in said.items()
                                 if key not in ("format", "data")}
        assert all(child.parent == element for child in element)


def test_lists():
    corpus = opened()
    for kind in ("laws", "instruments", "states", "concepts", "facets"):
        listing = getattr(corpus, kind)
        assert ids(listing) == [one["id"] for one in corpus.list(kind)], kind
        assert listing[-1] == listing[len(listing) - 1] == listing[listing[-1].id]
        assert ids(listing[1:3]) == ids(listing)[1:3] and listing[0] in listing
        assert len(set(listing)) == len(listing)
        raised(IndexError, listing.__getitem__, len(listing))
        raised(KeyError, listing.__getitem__, "no-such-thing")
    assert [facet.type for facet in corpus.facets] == [
        one["type"] for one in corpus.list("facets")]


def test_quantities():
    regions = [row.demanded for article in opened().coverage("MX", UN, DATE)
               for row in article.rows]
    intervals = [one for region in regions for box in region for kept in box.values()
                 for one in kept if isinstance(one, tuple)]
    assert intervals and all(below is None or low < below for low, below in intervals)


def touch(thing, seen, depth):
    """Looks at every attribute of a thing and of what they give; nothing may fail."""
    if isinstance(thing, (list, tuple, cybertreaty.Listing)):
        for one in list(thing)[:3]:
            touch(one, seen, depth)
    if not isinstance(thing, (Borrowed, cybertreaty.Result)) or depth > 5:
        return
    repr(thing)
    for name, member in inspect.getmembers(type(thing)):
        if name.startswith("_") or name == "parent":
            continue
        if isinstance(member, property):
            seen.add("%s.%s" % (type(thing).__name__, name))
            touch(getattr(thing, name), seen, depth + 1)
        elif name in ("label", "title", "sentence", "citation"):
            assert isinstance(getattr(thing, name)(), (str, type(None)))


def test_everything_can_be_looked_at():
    corpus, seen = opened(), set()
    answers = [corpus.coverage("MX", UN, DATE), corpus.coverage("coe-ets185", UN, DATE),
               corpus.gaps("MX", UN, DATE), corpus.beyond("MX", UN, DATE),
               corpus.matrix(UN, as_at=DATE), corpus.covering("system.access", DATE),
               corpus.safeguards("MX", UN, DATE), corpus.compare("coe-ets185", UN, DATE),
               corpus.dual("MX", "DE", against=UN, as_at=DATE), corpus.search("access"),
               corpus.compare("un-cybercrime-2023", UN, DATE),
               corpus.diff("MX", UN, "mx-bill-access", DATE)]
    for answer in answers:
        touch(answer, seen, 0)
        for one in list(answer)[:12]:
            touch(one, seen, 0)
    touch([corpus.laws, corpus.states, corpus.instruments], seen, 0)
    every = {"%s.%s" % (kind.__name__, name)
             for kind in map(vars(cybertreaty).get, cybertreaty.__all__)
             if inspect.isclass(kind) and issubclass(kind, Borrowed)
             for name, member in vars(kind).items() if isinstance(member, property)}
    assert not every - seen - {"Element.parent"} - {
        name for name in every if name.startswith("Conflict.")}, sorted(every - seen)


def test_regions_that_are_not_there():
    row = opened().coverage("MX", UN, DATE)["art_7"].rows[0]
    raised(ValueError, row.region, "")
    raised(ValueError, row.region, "nowhere")
    assert isinstance(row.region("left"), Region)


if __name__ == "__main__":
    sys.exit(main(globals()))

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public name of the package has an example, and every example says what happens."""
import doctest
import importlib
import importlib.util
import inspect
import os
import pkgutil
import re
import sys
import tempfile

from common import DATE, FACTS, SANITIZED, SOURCE, UN, main

if not SANITIZED:
    import cybertreaty
    from cybertreaty import Corpus, DataError

PANDAS = importlib.util.find_spec("pandas")
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MINI = os.path.join(SOURCE, "tests", "data", "mini")
MISSPELT = ('<law xmlns="urn:cybertreaty:1" id="xx-bill" jurisdiction="XX" titel="x"/>')
CONFLICT = '''<corpus xmlns="urn:cybertreaty:1">
<instrument id="i-1"><article id="art_1" num="1">
<forbid id="art_1__f" concepts="system.access"><case facet="authority" is="authorised"/></forbid>
</article></instrument>
<law id="xx-1" jurisdiction="XX">
<provision id="art_1"><supply concepts="system.access"/></provision>
</law>
</corpus>'''


def _broken():
    try:
        Corpus.parse({"bill.xml": MISSPELT})
    except DataError as problem:
        return problem
    raise AssertionError("it is not broken")


def _broken_files(folder):
    path = os.path.join(folder, "broken.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(MISSPELT)
    return cybertreaty.lint(path)


def _evidence(coverage, attribute):
    """The first evidence in a list of rows of which something holds."""
    return next(one for article in coverage for row in article.rows
                for one in (*row.supplied_by, *row.conditional) if getattr(one, attribute))


def names(folder):
    """What the examples speak of."""
    corpus = Corpus.open(os.path.join(SOURCE, "xml"))
    coverage = corpus.coverage("MX", UN, as_at=DATE)
    bill = os.path.join(SOURCE, "examples", "bills", "mx-access.xml")
    forbidden = corpus.add(documents={"conflict.xml": CONFLICT}).beyond("xx-1", "i-1", as_at=DATE)
    found = {name: getattr(cybertreaty, name) for name in cybertreaty.__all__}
    found.update(
        os=os, tree=SOURCE, scratch=folder, corpus=corpus, coverage=coverage,
        gaps=corpus.gaps("MX", UN, as_at=DATE), beyond=corpus.beyond("MX", UN, as_at=DATE),
        matrix=corpus.matrix(UN, as_at=DATE), diff=corpus.diff("MX", UN, bill, as_at=DATE),
        covering=corpus.covering(UN + "/art_7", as_at=DATE),
        safeguards=corpus.safeguards("MX", as_at=DATE),
        comparison=corpus.compare("coe-ets185", UN, as_at=DATE),
        versions=corpus.compare("un-cybercrime-2023", UN, as_at=DATE),
        dual=corpus.dual("MX", "DE", FACTS, as_at=DATE), broken=_broken(),
        broken_files=_broken_files(folder), conflict=forbidden.conflicts[0],
        attempt=_evidence(coverage, "via"), conditional=_evidence(coverage, "conditions"))
    return found


def modules():
    """The package and its modules."""
    yield cybertreaty
    for found in pkgutil.iter_modules(cybertreaty.__path__):
        yield importlib.import_module("cybertreaty." + found.name)


def test_examples():
    finder, report = doctest.DocTestFinder(), []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        known = names(folder)
        for module in modules():
            for test in finder.find(module, extraglobs=known):
                if not test.name.endswith(".to_dataframe") or PANDAS:
                    runner.run(test, out=report.append)
    assert runner.tries > 250, runner.tries
    assert not runner.failures, "".join(report)


def _own(kind):
    """Public members that a class of the package defines, its bases' left to these."""
    for name, member in vars(kind).items():
        if not name.startswith("_"):
            yield name, getattr(member, "__func__", member)


def _examples(thing):
    """The source of the examples of a docstring."""
    found = doctest.DocTestParser().get_examples(inspect.getdoc(thing) or "")
    return "".join(one.source for one in found)


def _lacking(kind):
    """Public members of a class that nothing shows."""
    shown = _examples(kind)
    for name, member in _own(kind):
        if isinstance(member, property):
            if not member.fget.__doc__ or not re.search(r"\.%s\b" % name, shown):
                yield "%s.%s" % (kind.__name__, name)
        elif inspect.isfunction(member) and ".%s(" % name not in _examples(member):
            # A context manager says it by its name.
            if name != "close" or "with " not in _examples(member):
                yield "%s.%s()" % (kind.__name__, name)


def test_every_public_name_has_an_example():
    lacking = []
    for name in cybertreaty.__all__:
        thing = getattr(cybertreaty, name)
        if inspect.isclass(thing):
            if not _examples(thing):
                lacking.append(name)
            lacking.extend(_lacking(thing))
        elif inspect.isfunction(thing) and not _examples(thing):
            lacking.append(name)
    assert not lacking, lacking


def test_what_is_public_is_listed():
    listed = set(cybertreaty.__all__)
    public = {name for name, thing in vars(cybertreaty).items()
              if not name.startswith("_") and not inspect.ismodule(thing)}
    assert public == listed and cybertreaty.__all__ == sorted(cybertreaty.__all__)


if __name__ == "__main__":
    sys.exit(main(globals()))

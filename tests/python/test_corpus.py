# SPDX-License-Identifier: LGPL-2.1-or-later
"""Where a corpus comes from, and what is said about names and files that are wrong."""
import datetime
import functools
import os
import pathlib
import pickle
import shutil
import subprocess
import sys
import tempfile

from common import (BILLS, BUILD, DATE, FACTS, LIBRARY, PACKAGE, SANITIZED, SOURCE, UN, XML, main,
                    raised)

if not SANITIZED:
    import cybertreaty
    from cybertreaty import (Corpus, CybertreatyError, DataError, FileError, Invalid, Loader,
                             NotFound, Verdict)

BILL = os.path.join(BILLS, "mx-access.xml")
BAD = os.path.join(SOURCE, "tests", "data", "bad")


@functools.lru_cache(maxsize=None)
def opened():
    return Corpus.open(XML)


def test_installed_data():
    """The digest is that of the command, whichever way its folder is named."""
    assert Corpus.open().digest == Corpus.open(XML).digest


def test_snapshots():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "corpus.snapshot")
        opened().save(path)
        said = opened().coverage("MX", UN, DATE).to_dict()
        for copy in (False, True):
            corpus = Corpus.open(path, copy=copy)
            assert corpus.digest == opened().digest and corpus.size == path.stat().st_size
            assert corpus.coverage("MX", UN, DATE).to_dict() == said
        # A snapshot below documents, and one laid over them.
        assert Corpus.open(path, add=BILL).digest == opened().add(BILL).digest
        subprocess.run([os.path.join(BUILD, "cybertreaty"), "compile", "-o", path, XML],
                       check=True, capture_output=True)
        assert Corpus.open(os.fsencode(path)).digest == opened().digest


def test_damaged_snapshots():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "corpus.snapshot")
        opened().save(path)
        with open(path, "r+b") as file:
            file.truncate(1000)
        problem = raised(DataError, Corpus.open, path)
        assert problem.diagnostics and problem.diagnostics[0].file == path
        raised(DataError, Loader().add_path, path)


def test_overlays():
    whole = Corpus.open(XML, BILLS)
    with open(BILL, encoding="utf-8") as file:
        text = file.read()
    loader = Loader()
    loader.add_memory("bill.xml", text)
    for corpus in (opened().add(BILL), Corpus.open(XML, add=BILL), opened().overlay(loader),
                   Corpus.open(XML, add=[pathlib.Path(BILL)]),
                   opened().add(documents={"bill.xml": text.encode()})):
        assert corpus.digest == whole.digest and "mx-bill-access" in corpus.laws
    assert "mx-bill-access" not in opened().laws
    assert whole.add(BILL).digest == whole.digest
    assert len(Corpus.open(XML, BILL, add=BILL).laws) == len(opened().laws) + 1
    raised(DataError, whole.add, BILL, BILL)


def test_actions():
    action = "MX:ratification:un-cybercrime-2024:2027-01-01"
    for corpus in (opened().add(actions=action), Corpus.open(XML, actions=[action]),
                   opened().with_(action)):
        assert [one.date for one in corpus.states["MX"].actions][-1] == "2027-01-01"
    assert "MX:ratify" in str(raised(Invalid, opened().add, actions="MX:ratify"))
    raised(DataError, opened().add, actions="MX:ratification:un-nothing:2027-01-01")


def test_with():
    corpus = opened().with_(BILL, "MX:ratification:un-cybercrime-2024:2027-01-01")
    assert corpus.with_words == ("mx-bill-access",)
    with tempfile.TemporaryDirectory() as folder:
        revised = os.path.join(folder, "revised.xml")
        shutil.copy(BILL, revised)
        assert corpus.with_(revised).laws["mx-bill-access"].element.file == revised
        assert opened().add(BILL).with_(revised).with_words == ("mx-bill-access",)
    again = corpus.add(documents={"x.xml": '<corpus xmlns="urn:cybertreaty:1"/>'})
    assert again.with_words == corpus.with_words
    assert corpus.coverage("MX", UN, DATE).with_ == ["mx-bill-access"]
    assert opened().coverage("MX", UN, DATE, with_=pathlib.Path(BILL)).with_ == ["mx-bill-access"]
    assert Corpus.open(XML, BILLS).with_("mx-bill-access").with_words == ("mx-bill-access",)
    assert "mx-bill-axess" in str(raised(
        NotFound, Corpus.open(XML, BILLS).with_, "mx-bill-axess"))
    assert corpus != opened() and opened() == opened().with_()


def test_unknown_names_are_named_with_the_nearest():
    corpus = opened()
    for function, unknown, near in (
            (lambda: corpus.coverage("mx-cpx", UN, DATE), "subject 'mx-cpx'", "mx-cpf"),
            (lambda: corpus.coverage("MX+mx-cpx", UN, DATE), "subject 'mx-cpx'", "mx-cpf"),
            (lambda: corpus.gaps("MX", "un-cybercrime", DATE), "instrument 'un-cybercrime'", UN),
            (lambda: corpus.matrix("un-cybercrime", as_at=DATE), "instrument 'un-cybercrime'", UN),
            (lambda: corpus.compare("coe-ets186", UN, DATE), "'coe-ets186'", "coe-ets185"),
            (lambda: corpus.dual("MX", "mx-cpx", FACTS), "subject 'mx-cpx'", "mx-cpf"),
            (lambda: corpus.coverage("MX", UN, DATE, with_="mx-cpx"), "law 'mx-cpx'", "mx-cpf")):
        problem = raised(NotFound, function)
        assert unknown in str(problem) and near in str(problem), problem
        assert problem.code == -3 and isinstance(problem, (KeyError, CybertreatyError))
    for function, what in ((lambda: corpus.coverage("MX", "mx-cpf", DATE), "mx-cpf"),
                           (lambda: corpus.compare("MX", UN, DATE), "MX")):
        assert "%r is no instrument" % what == str(raised(NotFound, function))


def test_arguments_that_make_no_sense():
    corpus = opened()
    for date in ("2026-02-30", "soon", "", "2026-11-21\0"):
        raised(ValueError, corpus.coverage, "MX", UN, date)
    raised(ValueError, corpus.coverage, "MX", UN, DATE, basis="hearsay")
    raised(ValueError, corpus.dual, "MX", "DE")
    raised(ValueError, corpus.dual, "MX", "DE", FACTS, UN)
    for lang in ("not a tag", "", "es_MX."):
        assert "language" in str(raised(Invalid, corpus.coverage, "MX", UN, DATE, lang=lang))
        assert "language" in str(raised(Invalid, corpus.search, "access", lang))
    assert "no JSON of the question 'report'" in str(
        raised(Invalid, corpus.report("MX", UN, DATE).to_dict))
    assert "no page of the question 'search'" in str(
        raised(Invalid, corpus.search("access").to_html))
    facts = "system.access,nothing=at-all"
    assert "nothing" in str(raised(Invalid, corpus.dual, "MX", "DE", facts))
    raised(ValueError, corpus.matrix, UN, "planet")
    raised(Invalid, corpus.covering, "mx-cpf")
    raised(Invalid, corpus.coverage("MX", UN, DATE).diff, corpus.coverage("MX", "coe-ets185", DATE))
    raised(ValueError, corpus.suggest, "MX", -1)


def test_no_zero_bytes_and_no_none_reach_the_library():
    corpus = opened()
    for function in (corpus.show, corpus.search, corpus.new_law, corpus.covering, corpus.suggest,
                     corpus.facts_fault, corpus.list, Corpus.open, corpus.save, Loader().add_path,
                     Loader().add_csv, Loader().add_action, corpus.to_xml, corpus.to_csv):
        raised(ValueError, function, "MX\0x")
        raised(TypeError, function, None)
    raised(ValueError, corpus.coverage, "MX\0", UN, DATE)
    raised(TypeError, corpus.coverage, None, UN, DATE)
    raised(TypeError, corpus.coverage, "MX", UN, 20261121)
    for document in (None, 5, ["<law/>"]):
        raised(TypeError, Corpus.parse, {"x.xml": document})
    raised(ValueError, corpus.laws.get, "x\0")


def test_dates():
    corpus = opened()
    day = datetime.date(2026, 11, 21)
    said = corpus.coverage("MX", UN, DATE).to_dict()
    assert corpus.coverage("MX", UN, day).to_dict() == said
    assert corpus.coverage("MX", UN, datetime.datetime(2026, 11, 21, 12)).to_dict() == said
    assert corpus.coverage("MX", UN, "2026").as_at == "2026"
    now = datetime.datetime.now(datetime.timezone.utc).date()
    assert corpus.coverage("MX", UN).as_at in (
        str(now), str(now - datetime.timedelta(1)), str(now + datetime.timedelta(1)))


def test_diagnostics():
    bad = os.path.join(BAD, "1201-facet-twice.xml")
    problem = raised(DataError, Corpus.open, bad)
    one = problem.diagnostics[0]
    assert (one.number, one.severity, one.file, one.kind) == (1201, "error", bad, "meaning")
    assert one.line > 1 and one.text and str(one) in str(problem) and len(problem.diagnostics) == 1
    many = raised(DataError, Corpus.open, os.path.join(BAD, "1105-three-at-once.xml"))
    assert len(many.diagnostics) > 1
    again = pickle.loads(pickle.dumps(problem))
    assert (str(again), again.diagnostics, again.code) == (
        str(problem), problem.diagnostics, problem.code)


def test_warnings():
    warning = os.path.join(BAD, "1401-supply-all-excepted.xml")
    vocabulary = os.path.join(SOURCE, "tests", "data", "mini", "vocabulary.xml")
    try:
        found = Corpus.open(warning).warnings
    except DataError:
        found = Corpus.open(vocabulary, warning).warnings
    assert [(one.number, one.severity) for one in found] == [(1401, "warning")]


def test_files_that_are_not_there():
    problem = raised(DataError, Corpus.open, os.path.join(BAD, "no-such-file.xml"))
    assert problem.diagnostics[0].file.endswith("no-such-file.xml")
    raised(FileError, opened().save, os.path.join(BAD, "no-such-folder", "x"))


def test_names_of_files_that_are_no_utf_8():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(os.fsencode(folder), b"l\xf6w.xml")
        with open(path, "wb") as file:
            file.write(b"<law/>")
        problem = raised(DataError, Corpus.open, path)
        assert os.fsencode(problem.diagnostics[0].file).endswith(b".xml") and str(problem)


def test_words():
    assert Verdict("full") is Verdict.FULL and {Verdict.FULL: 1}["full"] == 1
    assert max(Verdict) is Verdict.FULL and not Verdict.UNKNOWN and Verdict.of(99) == ""
    assert "%s %5s" % (Verdict.FULL, Verdict.FULL) == "full  full"
    assert f"{Verdict.FULL}|{Verdict.FULL:>5}" == "full| full"
    assert pickle.loads(pickle.dumps(Verdict.PARTIAL)) is Verdict.PARTIAL
    raised(TypeError, lambda: Verdict.FULL < "green")
    raised(ValueError, Verdict, "green")
    assert "full" > Verdict.PARTIAL and not Verdict.FULL <= "none"


def ask(code, **environment):
    """What a clean interpreter prints."""
    clean = {key: value for key, value in os.environ.items()
             if not key.startswith(("CYBERTREATY", "PYTHON"))}
    return subprocess.run([sys.executable, "-B", "-c", code], env={**clean, **environment},
                          capture_output=True, text=True, check=False)


WHERE = "from cybertreaty import _call, installed_corpus; print(_call.library_path)"


def test_the_library_is_found_by_name():
    run = ask(WHERE, PYTHONPATH=PACKAGE, CYBERTREATY_LIBRARY=LIBRARY)
    assert run.stdout.strip() == LIBRARY, run.stderr
    run = ask(WHERE, PYTHONPATH=PACKAGE, CYBERTREATY_LIBRARY="/nowhere/lib.so")
    assert run.returncode and "/nowhere/lib.so" in run.stderr and "ImportError" in run.stderr


def copied(folder, build):
    """The package and the library in a folder, as a tree or installed."""
    shutil.copytree(os.path.join(PACKAGE, "cybertreaty"), os.path.join(
        folder, "bindings", "python", "cybertreaty"), ignore=shutil.ignore_patterns("__pycache__"))
    os.makedirs(os.path.join(folder, build))
    os.symlink(LIBRARY, os.path.join(folder, build, "libcybertreaty.so.0"))
    return os.path.join(folder, "bindings", "python")


def test_the_library_is_found_in_the_tree():
    for build in ("_build/.libs", "_install/lib", "lib"):
        with tempfile.TemporaryDirectory() as folder:
            run = ask(WHERE, PYTHONPATH=copied(folder, build))
            assert run.stdout.strip() == os.path.join(
                folder, build, "libcybertreaty.so.0"), run.stderr


def test_the_library_is_found_by_its_soname():
    with tempfile.TemporaryDirectory() as folder:
        path = copied(folder, "prefix/somewhere")
        where = os.path.join(folder, "prefix", "somewhere")
        os.makedirs(os.path.join(folder, "prefix", "share", "cybertreaty"))
        os.symlink(XML, os.path.join(folder, "prefix", "share", "cybertreaty", "xml"))
        run = ask(WHERE + "; print(installed_corpus())", PYTHONPATH=path, LD_LIBRARY_PATH=where)
        assert run.stdout.split() == [
            os.path.join(where, "libcybertreaty.so.0"),
            os.path.join(folder, "prefix", "share", "cybertreaty", "xml")], run.stderr


def test_a_library_that_is_too_old_is_named():
    with tempfile.TemporaryDirectory() as folder:
        source, library = os.path.join(folder, "old.c"), os.path.join(folder, "old.so")
        with open(source, "w", encoding="utf-8") as file:
            file.write("const char *cyt_strerror(int e) { (void)e; return 0; }\n")
        compiler = os.environ.get("CC", "cc").split()
        subprocess.run([*compiler, "-shared", "-fPIC", "-o", library, source], check=True)
        run = ask("import cybertreaty", PYTHONPATH=PACKAGE, CYBERTREATY_LIBRARY=library)
        assert "too old" in run.stderr and "cyt_version" in run.stderr, run.stderr


def test_versions():
    assert cybertreaty.__version__ == os.environ.get("CYT_VERSION", cybertreaty.__version__)
    assert cybertreaty.format_version >= 1 and cybertreaty.libxml2_version.startswith("2.")


if __name__ == "__main__":
    sys.exit(main(globals()))

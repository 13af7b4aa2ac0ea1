# SPDX-License-Identifier: LGPL-2.1-or-later
"""The Python package gives what the command gives. For pytest; run directly it prints TAP."""
import json
import os
import subprocess
import sys
import tempfile
import threading

SOURCE = os.environ.get("CYT_SRCDIR") or os.path.join(os.path.dirname(__file__), "..", "..")
BUILD = os.environ.get("CYT_BUILDDIR") or os.path.join(SOURCE, "_build")
os.environ.setdefault("CYBERTREATY_LIBRARY",
                      os.path.join(BUILD, ".libs", "libcybertreaty.so.0"))
sys.path.insert(0, os.path.join(SOURCE, "bindings", "python"))
sys.dont_write_bytecode = True

if not os.environ.get("CYT_SANITIZED"):
    from cybertreaty import Corpus, DataError, NotFound

XML = os.path.join(SOURCE, "xml")
UN = "un-cybercrime-2024"
DATE = "2026-11-21"
FACTS = "system.access,security=overcome,aim-data=yes"


def command(*words, paths=(XML,)):
    chosen = [word for path in paths for word in ("--corpus", path)]
    run = subprocess.run([os.path.join(BUILD, "cybertreaty"), *chosen, "--as-at", DATE, "--format",
                          "json", *words], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def opened():
    return Corpus.open(XML)


def test_coverage():
    assert opened().coverage("MX", UN, as_at=DATE).to_dict() == command(
        "coverage", "MX", "--against", UN)


def test_gaps():
    assert opened().gaps("MX", UN, as_at=DATE).to_dict() == command("gaps", "MX", "--against", UN)


def test_beyond():
    assert opened().beyond("MX", UN, as_at=DATE).to_dict() == command(
        "beyond", "MX", "--against", UN)


def test_compare():
    assert opened().compare("coe-ets185", UN, as_at=DATE).to_dict() == command(
        "compare", "coe-ets185", UN)


def test_dual():
    assert opened().dual("MX", "DE", FACTS, as_at=DATE).to_dict() == command(
        "dual", "MX", "DE", "--facts", FACTS)


def test_dual_against():
    assert opened().dual("MX", "DE", against=UN, as_at=DATE).to_dict() == command(
        "dual", "MX", "DE", "--against", UN)


def test_matrix():
    assert opened().matrix(UN, as_at=DATE).to_dict() == command("matrix", "--against", UN)


def test_covering():
    name = UN + "/art_7"
    assert opened().covering(name, as_at=DATE).to_dict() == command("covering", name)


def test_safeguards():
    assert opened().safeguards("MX", as_at=DATE).to_dict() == command("safeguards", "MX")


def test_diff():
    paths = (XML, os.path.join(SOURCE, "examples", "bills"))
    bill = "mx-bill-access"
    assert Corpus.open(*paths).diff("MX", UN, bill, as_at=DATE).to_dict() == command(
        "diff", "MX", "--against", UN, "--with", bill, paths=paths)


def test_basis_and_with():
    paths = (XML, os.path.join(SOURCE, "examples", "bills"))
    answer = Corpus.open(*paths).coverage("MX", UN, DATE, with_="mx-bill-access", basis="text")
    assert answer.to_dict() == command("coverage", "MX", "--against", UN, "--with",
                                       "mx-bill-access", "--basis", "text", paths=paths)


def test_lang():
    answer = opened().gaps("MX", UN, as_at=DATE, lang="es").to_dict()
    assert answer == command("--lang", "es", "gaps", "MX", "--against", UN)
    assert answer["lang"] == "es"
    assert any(gap["text"].startswith("No cubierto") for gap in answer["gaps"])
    assert "lang" not in opened().gaps("MX", UN, as_at=DATE).to_dict()
    assert opened().search("Budapest", lang="fr").to_dict() == command(
        "--lang", "fr", "search", "Budapest")
    try:
        opened().gaps("MX", UN, as_at=DATE, lang="Spanish")
    except ValueError:
        return
    raise AssertionError("a language that is no tag was taken")


def test_snapshot():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "corpus.snapshot")
        subprocess.run([os.path.join(BUILD, "cybertreaty"), "compile", "-o", path, XML],
                       check=True, capture_output=True)
        assert Corpus.open(path).digest == opened().digest


def raised(kind, function, *arguments):
    try:
        function(*arguments)
    except kind as problem:
        return problem
    raise AssertionError("%s was not raised" % kind.__name__)


def test_unknown_names():
    raised(NotFound, opened().coverage, "XX", UN, DATE)
    raised(NotFound, opened().coverage, "MX", "un-nothing", DATE)


def test_arguments_that_make_no_sense():
    corpus = opened()
    raised(ValueError, corpus.coverage, "MX", UN, "2026-02-30")
    raised(ValueError, corpus.dual, "MX", "DE")
    raised(ValueError, corpus.dual, "MX", "DE", "system.access,nothing=at-all")
    raised(ValueError, corpus.matrix, UN, "planet")


def test_diagnostics():
    bad = os.path.join(SOURCE, "tests", "data", "bad", "1201-facet-twice.xml")
    problem = raised(DataError, Corpus.open, bad)
    assert [(d.number, d.severity) for d in problem.diagnostics] == [(1201, "error")]
    assert problem.diagnostics[0].file == bad and problem.diagnostics[0].line > 1


def test_a_result_outlives_its_corpus():
    assert Corpus.open(XML).coverage("MX", UN, DATE).to_dict()["as_at"] == DATE


def test_threads_share_a_corpus():
    corpus, answers = opened(), []
    threads = [threading.Thread(target=lambda: answers.append(
        corpus.coverage("MX", UN, DATE).to_json())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4 and len(set(answers)) == 1


def test_the_wheel_holds_every_module():
    import importlib.util
    import zipfile
    folder = os.path.join(SOURCE, "bindings", "python")
    spec = importlib.util.spec_from_file_location("backend", os.path.join(folder, "backend.py"))
    backend = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(backend)
    with tempfile.TemporaryDirectory() as out:
        names = zipfile.ZipFile(os.path.join(out, backend.build_wheel(out))).namelist()
    modules = {"cybertreaty/" + name for name in os.listdir(os.path.join(folder, "cybertreaty"))
               if name.endswith(".py")}
    assert modules <= set(names) and any(name.endswith("/RECORD") for name in names)


def main():
    if os.environ.get("CYT_SANITIZED"):
        print("1..0 # SKIP a sanitized library does not load into a plain interpreter")
        return 0
    tests = [(name, test) for name, test in sorted(globals().items()) if name.startswith("test_")]
    failed = 0
    print("1..%d" % len(tests))
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print("ok %d - %s" % (number, name))
        except Exception as problem:  # pylint: disable=broad-except  every failure is a line
            failed += 1
            print("not ok %d - %s\n# %r" % (number, name, str(problem)[:500]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: LGPL-2.1-or-later
"""The package is whole: typed, built without a network, and what the READMEs show works."""
import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

from common import LIBRARY, PACKAGE, SOURCE, main, skip

MODULES = {"cybertreaty/" + name for name in os.listdir(os.path.join(PACKAGE, "cybertreaty"))
           if name.endswith((".py", ".typed"))}


def backend():
    spec = importlib.util.spec_from_file_location("backend", os.path.join(PACKAGE, "backend.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def built(function):
    """A folder, and the file that a function of the backend has put there."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder, os.path.join(folder, function(folder))


def test_the_wheel_holds_every_module():
    with built(backend().build_wheel) as (_, wheel), zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
        tree = file.read("cybertreaty/tree.txt").decode()
        info = [name for name in names if name.endswith("/METADATA")][0]
        assert "Requires-Dist" not in file.read(info).decode()
    assert MODULES <= names and "cybertreaty/py.typed" in names and tree == PACKAGE
    assert len(MODULES) > 10 and any(name.endswith("/RECORD") for name in names)


def test_the_wheel_of_a_tree_that_is_edited():
    with built(backend().build_editable) as (_, wheel), zipfile.ZipFile(wheel) as file:
        assert file.read("cybertreaty.pth").decode().strip() == PACKAGE


def test_the_source_package_builds_again():
    with built(backend().build_sdist) as (folder, sdist):
        with tarfile.open(sdist) as file:
            names = {name.split("/", 1)[1] for name in file.getnames()}
    assert names == MODULES | {"pyproject.toml", "backend.py", "README.md"}


def blocks(path):
    """The Python examples of a README."""
    with open(os.path.join(SOURCE, path), encoding="utf-8") as file:
        return re.findall(r"^```python\n(.*?)^```", file.read(), re.S | re.M)


def run_clean(code, path):
    """A program in an interpreter that knows nothing of this tree."""
    clean = {key: value for key, value in os.environ.items()
             if not key.startswith(("CYBERTREATY", "PYTHON", "LD_"))}
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([sys.executable, "-B", "-c", code], cwd=folder, check=False,
                              env={**clean, "PYTHONPATH": path}, capture_output=True, text=True)


def install(folder):
    """By pip if it is here, else as pip would; without a network and beside everything else."""
    target = os.path.join(folder, "site")
    if importlib.util.find_spec("pip"):
        run = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-index",
                              "--no-cache-dir", "--disable-pip-version-check", "--target", target,
                              PACKAGE], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
    else:
        with zipfile.ZipFile(os.path.join(folder, backend().build_wheel(folder))) as file:
            file.extractall(target)
    return target


def library_is_in_the_tree():
    """The wheel finds the library in the tree that it was built from, if that was built there."""
    return os.path.dirname(os.path.dirname(os.path.dirname(LIBRARY))) == SOURCE and (
        os.path.basename(os.path.dirname(os.path.dirname(LIBRARY))) == "_build")


def test_the_examples_of_the_readmes_after_pip_install():
    examples = blocks("README.md") + blocks("bindings/python/README.md")
    assert len(examples) > 2
    with tempfile.TemporaryDirectory() as folder:
        site = install(folder)
        before = "" if library_is_in_the_tree() else (
            "import os; os.environ['CYBERTREATY_LIBRARY'] = %r\n" % LIBRARY)
        said = [run_clean(before + example, site) for example in examples
                if "pandas" not in example or importlib.util.find_spec("pandas")]
    assert not [run.stderr for run in said if run.returncode], said
    assert "'7': 'partial'" in said[0].stdout, said[0].stdout


def test_what_is_installed_stands_alone():
    """The package of the wheel is the one that answers, and nothing was left in the tree."""
    with tempfile.TemporaryDirectory() as folder:
        site = install(folder)
        run = run_clean("import os; os.environ['CYBERTREATY_LIBRARY'] = %r\n"
                        "import cybertreaty; print(cybertreaty.__file__)" % LIBRARY, site)
        assert run.stdout.startswith(site), run
    left = [name for name in os.listdir(PACKAGE) if name in ("build", "dist")
            or name.endswith(".egg-info")]
    assert not left, left


def test_type_hints():
    mypy = shutil.which("mypy")
    if not mypy:
        skip("no mypy here")
    with tempfile.TemporaryDirectory() as folder:
        # From elsewhere, so that the settings in pyproject.toml do not help.
        run = subprocess.run([mypy, "--strict", "--cache-dir", folder,
                              os.path.join(PACKAGE, "cybertreaty")], cwd=folder,
                             capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


USE = '''
from cybertreaty import Corpus, Duality, RowFinding, Verdict
from typing import List

def missing(corpus: Corpus) -> List[RowFinding]:
    answer = corpus.coverage("MX", "un-cybercrime-2024", as_at="2026-11-21")
    return [row for article in answer for row in article.rows if row.verdict < Verdict.PARTIAL]

def same(corpus: Corpus) -> Duality:
    with corpus.dual("MX", "DE", "system.access") as answer:
        return answer[0].verdict

wrong: int = Corpus.open().digest
'''


def test_type_hints_are_seen_from_outside():
    mypy = shutil.which("mypy")
    if not mypy:
        skip("no mypy here")
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "use.py"), "w", encoding="utf-8") as file:
            file.write(USE)
        run = subprocess.run([mypy, "--strict", "--cache-dir", folder, "use.py"], cwd=folder,
                             env={**os.environ, "MYPYPATH": PACKAGE}, capture_output=True,
                             text=True, check=False)
    said = [line for line in run.stdout.splitlines() if "error" in line and "use.py" in line]
    assert len(said) == 1 and 'expression has type "str"' in said[0], run.stdout


def test_python_3_9_reads_it():
    """The grammar that the oldest version knows."""
    import ast
    for name in sorted(MODULES | {"backend.py"}):
        if name.endswith(".py"):
            with open(os.path.join(PACKAGE, name), encoding="utf-8") as file:
                ast.parse(file.read(), feature_version=(3, 9))


if __name__ == "__main__":
    sys.exit(main(globals()))

# SPDX-License-Identifier: LGPL-2.1-or-later
"""The notebook runs from its first cell to its last: by Jupyter if it is here, and plainly."""
import json
import os
import subprocess
import sys
import tempfile

from common import LIBRARY, PACKAGE, SOURCE, main, need, skip

NOTEBOOK = os.path.join(SOURCE, "examples", "mexico.ipynb")


def environment():
    return {**os.environ, "PYTHONPATH": PACKAGE, "MPLBACKEND": "Agg",
            "CYBERTREATY_LIBRARY": os.environ.get("CYBERTREATY_LIBRARY", LIBRARY)}


def code():
    with open(NOTEBOOK, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def is_picture(path):
    """A picture of some size, and not of one colour."""
    with open(path, "rb") as file:
        data = file.read()
    return data.startswith(b"\x89PNG") and len(data) > 50000


def test_it_runs_in_a_plain_interpreter():
    need("pandas"), need("matplotlib")
    program = "\n\n".join(code())
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([sys.executable, "-B", "-c", program], env=environment(), cwd=folder,
                             capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        assert is_picture(os.path.join(folder, "matrix.png"))
    assert "7(1) partial" in run.stdout and "articles that bind" in run.stdout, run.stdout


# Executes a notebook and prints it; in a process of its own, because a kernel has its own loop.
EXECUTE = """
import json, sys
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=300, kernel_name="python3",
               resources={"metadata": {"path": "."}}).execute()
print(json.dumps(notebook))
"""


def test_it_runs_in_jupyter():
    need("pandas"), need("matplotlib"), need("nbclient"), need("ipykernel")
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([sys.executable, "-B", "-c", EXECUTE, NOTEBOOK], cwd=folder,
                             env={**environment(), "HOME": folder, "MPLBACKEND": "module://"
                                  "matplotlib_inline.backend_inline"},
                             capture_output=True, text=True, check=False)
    if "NoSuchKernel" in run.stderr:
        skip("no kernel here")
    assert run.returncode == 0, run.stderr[-3000:]
    outputs = [output for cell in json.loads(run.stdout)["cells"]
               for output in cell.get("outputs", [])]
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert {"image/png", "text/html"} <= kinds, kinds


def test_it_is_kept_without_its_output():
    with open(NOTEBOOK, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells)
    assert all(len(line) < 110 for cell in cells for line in cell["source"])


if __name__ == "__main__":
    sys.exit(main(globals()))

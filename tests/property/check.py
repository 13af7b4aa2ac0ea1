#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What of this folder `make check` runs, as TAP: the tests of the reference, then some random
corpora. CI runs more of them."""

import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.path.join(os.environ.get("CYT_BUILDDIR", "."), "cybertreaty")
BATCHES, SEEDS = {"run.py": 5, "pairs.py": 2}, 12


class Tap(unittest.TestResult):
    """Prints a line for each test; a failure with its traceback."""

    def __init__(self):
        super().__init__()
        self.number, self.bad = 0, False

    def line(self, good, what, why=""):
        for text in why.splitlines():
            print("# " + text)
        self.number += 1
        self.bad |= not good
        print("%s %d - %s" % ("ok" if good else "not ok", self.number, what), flush=True)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.line(False, str(subtest), self._exc_info_to_string(err, test))

    def addSuccess(self, test):
        self.line(True, test.id())

    def addError(self, test, err):
        self.line(False, test.id(), self._exc_info_to_string(err, test))

    def addFailure(self, test, err):
        self.addError(test, err)


def main():
    sys.path.insert(0, HERE)
    result = Tap()
    unittest.defaultTestLoader.discover(HERE, "test_*.py").run(result)
    for script, what in (("run.py", "coverage, beyond and gaps"), ("pairs.py", "compare and dual")):
        for batch in range(BATCHES[script]):
            first = 1 + batch * SEEDS
            done = subprocess.run(
                [sys.executable, "-B", os.path.join(HERE, script), "--binary", BINARY,
                 "--seed", str(first), "--count", str(SEEDS)],
                capture_output=True, text=True, check=False)
            result.line(done.returncode == 0,
                        "%s on random corpora %d to %d" % (what, first, first + SEEDS - 1),
                        done.stdout + done.stderr if done.returncode else "")
    print("1..%d" % result.number)
    return 1 if result.bad or result.number <= sum(BATCHES.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds the reference to the worked cases of the semantics and to its own promises."""

import json
import os
import sys
import unittest

from corpus import Corpus, Facet
from reference import ask, together
from space import Space, merge

WORKED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "worked")


def quantity(name, *points):
    facet = Facet.__new__(Facet)
    facet.id, facet.type = name, "quantity"
    facet.leaves = list(zip((0,) + points, points + (None,)))
    return facet


def enumerated(name, *values):
    facet = Facet.__new__(Facet)
    facet.id, facet.type, facet.leaves = name, "enumerated", list(values)
    return facet


class Worked(unittest.TestCase):
    """Every entry of cases.json, key by key."""

    def test_every_worked_case_is_there(self):
        with open(os.path.join(WORKED, "cases.json"), encoding="utf-8") as file:
            cases = json.load(file)
        self.assertEqual({case["case"] for case in cases}, set(range(1, 21)))

    def test_worked_cases_come_out_as_the_semantics_say(self):
        with open(os.path.join(WORKED, "cases.json"), encoding="utf-8") as file:
            cases = json.load(file)
        for case in cases:
            with self.subTest(case=case["case"], against=case["against"], as_at=case["as_at"]):
                self.check(case)

    def check(self, case):
        corpus = Corpus([os.path.join(WORKED, name) for name in case["files"]])
        answer = ask(corpus, "coverage", case["subject"], case["against"], case["as_at"])
        articles = {p["id"]: p["verdict"] for p in answer["provisions"]}
        rows = {"%s %s" % (row["id"], row["concept"]): row
                for p in answer["provisions"] for row in p["demands"]}
        expect = case["expect"]
        for article, verdict in expect["articles"].items():
            self.assertEqual(articles[article], verdict, article)
        for name, wanted in expect["rows"].items():
            for key, value in wanted.items():
                self.assertEqual(rows[name][key], value, "%s: %s" % (name, key))
        if "beyond" in expect:
            self.assertEqual(len(answer["beyond"]), len(expect["beyond"]))
            for got, wanted in zip(answer["beyond"], expect["beyond"]):
                self.assertEqual({key: got[key] for key in wanted}, wanted)


class Regions(unittest.TestCase):
    def setUp(self):
        self.space = Space([enumerated("a", "x", "y"), enumerated("b", "p", "q", "r"),
                            quantity("n", 5, 9)])

    def test_boxes_cover_exactly_and_none_is_spare(self):
        for region in range(1, self.space.all, 97):
            boxes = [self.space.box(kept) for kept in self.space.boxes(region)]
            for i in range(len(boxes) + 1):
                covered = 0
                for j, bits in enumerate(boxes):
                    covered |= bits if i != j else 0
                self.assertEqual(covered == region, i == len(boxes))

    def test_boxes_are_maximal(self):
        for region in range(1, self.space.all, 97):
            for kept in self.space.boxes(region):
                for name in self.space.names:
                    for i in range(self.space.counts[name]):
                        wider = dict(kept, **{name: sorted(set(kept[name]) | {i})})
                        inside = self.space.box(wider) & ~region == 0
                        self.assertEqual(inside, i in kept[name])

    def test_adjacent_intervals_are_one(self):
        self.assertEqual(merge([(0, 5), (5, 9), (12, None)]), [[0, 9], [12, None]])

    def test_a_box_names_only_what_it_restricts(self):
        region = self.space.box({"b": [1], "n": [0, 1]})
        self.assertEqual(self.space.describe(region), [{"b": ["q"], "n": [[0, 9]]}])
        self.assertEqual(self.space.describe(self.space.all), [{}])
        self.assertEqual(self.space.describe(0), [])

    def test_break_points_that_do_not_matter_are_not_counted(self):
        x = self.space.box({"a": [0]})
        self.assertEqual(self.space.count(x, [x]), 3)
        young = self.space.box({"a": [0], "n": [0]})
        self.assertEqual(self.space.count(x, [x, young]), 6)

    def test_replacing_a_facet_moves_the_region(self):
        region = self.space.box({"a": [0], "b": [0, 1]})
        moved = self.space.box({"a": [0], "b": [2]})
        self.assertEqual(self.space.replace(region, {"b": [2]}), moved)

    def test_filling_adds_only_the_named_values(self):
        region = self.space.box({"a": [0], "b": [0]})
        filled = self.space.box({"a": [0], "b": [0, 1]})
        self.assertEqual(self.space.fill(region, "b", [0, 1]), filled)
        self.assertEqual(self.space.fill(region, "b", [1, 2]), region)


class Provisions(unittest.TestCase):
    def test_rows_together(self):
        table = [
            ([], None),
            (["full", "full"], "full"),
            (["full", "full-by-option", "full-by-reservation"], "full-by-reservation"),
            (["none", "none"], "none"),
            (["none", "full-by-option"], "partial"),
            (["not-assessed", "partial"], "partial"),
            (["not-assessed", "full"], "not-assessed"),
            (["not-assessed", "none"], "not-assessed"),
            (["not-assessed", "none", "full"], "partial"),
        ]
        for verdicts, wanted in table:
            self.assertEqual(together(verdicts), wanted, verdicts)


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False).result.wasSuccessful())

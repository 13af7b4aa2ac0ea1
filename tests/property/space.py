# SPDX-License-Identifier: LGPL-2.1-or-later
"""The case space of one concept, and regions of it.

A region is a Python integer: bit n stands for cell n.  Cells are numbered with
the concept's first facet slowest and its last facet fastest, so the lowest bit
is the first cell in facet order and value order.
"""


class Space:
    """facets: list of objects with .id, .type and .leaves (in their order)."""

    def __init__(self, facets):
        self.facets = list(facets)
        self.names = [facet.id for facet in self.facets]
        self.counts = {facet.id: len(facet.leaves) for facet in self.facets}
        self.strides = {}
        size = 1
        for facet in reversed(self.facets):
            self.strides[facet.id] = size
            size *= len(facet.leaves)
        self.size = size
        self.all = (1 << size) - 1
        self.masks = {name: [self._mask(name, i) for i in range(self.counts[name])]
                      for name in self.names}

    def _mask(self, name, index):
        """All cells that have this value on this facet."""
        stride, period = self.strides[name], self.strides[name] * self.counts[name]
        block = ((1 << stride) - 1) << (index * stride)
        region = 0
        for start in range(0, self.size, period):
            region |= block << start
        return region

    def along(self, name, indexes):
        region = 0
        for index in indexes:
            region |= self.masks[name][index]
        return region

    def box(self, kept):
        """kept: facet -> value indexes; a facet left out keeps all values."""
        region = self.all
        for name, indexes in kept.items():
            region &= self.along(name, indexes)
        return region

    def has(self, names):
        return all(name in self.counts for name in names)

    def fill(self, region, name, indexes):
        """Where one of these values is in the region, all of them are."""
        stride = self.strides[name]
        seen = 0
        for index in indexes:
            seen |= (region & self.masks[name][index]) >> (index * stride)
        for index in indexes:
            region |= seen << (index * stride)
        return region

    def replace(self, region, kept):
        """The image of a region with the facets in kept set to those values."""
        for name, indexes in kept.items():
            stride = self.strides[name]
            seen = 0
            for index in range(self.counts[name]):
                seen |= (region & self.masks[name][index]) >> (index * stride)
            region = 0
            for index in indexes:
                region |= seen << (index * stride)
        return region

    def values_of(self, region, name):
        return [i for i in range(self.counts[name]) if region & self.masks[name][i]]

    def count(self, region, deciding):
        """Cells of the region, without break points that matter to none of deciding."""
        for facet in self.facets:
            if facet.type != "quantity":
                continue
            stride = self.strides[facet.id]
            masks = self.masks[facet.id]
            for i in range(1, len(masks)):
                if all((r & masks[i]) >> stride == r & masks[i - 1] for r in deciding):
                    region &= ~masks[i]
        return bin(region).count("1")

    def cell(self, number):
        """The value index of one cell on each facet."""
        return {name: number // self.strides[name] % self.counts[name]
                for name in self.names}

    def maximal_box(self, number, region):
        """Grow one cell, facet by facet, to all values that stay inside."""
        kept = {name: [index] for name, index in self.cell(number).items()}
        for name in self.names:
            rest = self.box({other: kept[other] for other in self.names if other != name})
            kept[name] = [i for i, mask in enumerate(self.masks[name])
                          if rest & mask & ~region == 0]
        return kept

    def boxes(self, region):
        """The irredundant cover of a region by maximal boxes."""
        found, left = [], region
        while left:
            first = (left & -left).bit_length() - 1
            kept = self.maximal_box(first, region)
            bits = self.box(kept)
            found.append((kept, bits))
            left &= ~bits
        at = 0
        while at < len(found):
            others = 0
            for i, (_, bits) in enumerate(found):
                if i != at:
                    others |= bits
            if found[at][1] & ~others == 0:
                del found[at]
            else:
                at += 1
        return [kept for kept, _ in found]

    def describe(self, region):
        """A region as JSON: boxes that name only what they restrict."""
        return [self._describe_box(kept) for kept in self.boxes(region)]

    def _describe_box(self, kept):
        out = {}
        for facet in self.facets:
            indexes = kept[facet.id]
            if len(indexes) == len(facet.leaves):
                continue
            if facet.type == "quantity":
                out[facet.id] = merge([facet.leaves[i] for i in indexes])
            else:
                out[facet.id] = [facet.leaves[i] for i in indexes]
        return out


def merge(intervals):
    """Adjacent intervals as one; None is open."""
    out = []
    for low, high in intervals:
        if out and out[-1][1] == low:
            out[-1][1] = high
        else:
            out.append([low, high])
    return out

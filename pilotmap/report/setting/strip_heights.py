"""How high the strips of a folded picture will be, told before any of them is made.

Folding is tried in many ways, and making strips takes long: what decides their heights is laid out
once, as stretches of height that something takes up over a stretch of width.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from pilotmap.layout.drawing import Drawing, Group, Polygon, Polyline
from pilotmap.report.setting.compact import AROUND_LINE, HEAD, LEFT, used_by

Stretch = tuple[float, float, float, float]  # from y to y, and over which x to x


class StripHeights:
    """What a picture's heights are taken up by."""

    def __init__(self, drawing: Drawing) -> None:
        self._height = drawing.height
        self._there = np.array(sorted(_stretches(drawing)), dtype=float).reshape(-1, 4)

    def between(self, low: float, high: float) -> float:
        """The height of the strip from x to x: as `compacted` leaves it."""
        there = self._there
        seen = there[(there[:, 2] < high) & (there[:, 3] >= low)]
        ends = np.maximum.accumulate(seen[:-1, 1])
        empty = seen[1:, 0] - ends
        gone = empty[(empty > LEFT) & (ends > 0) & (ends < self._height)] - LEFT
        return float(self._height - gone.sum())


def _stretches(drawing: Drawing) -> Iterator[Stretch]:
    for group in drawing.groups:
        if group.kind == "flow":
            yield from _of_flow(group)
        elif group.kind in ("lane", "band"):
            yield from ((span.start, span.end, -np.inf, np.inf) for span in used_by(group))
        else:
            x, _ = group.box.centre
            yield (group.box.y, group.box.bottom, x, x)


def _of_flow(group: Group) -> Iterator[Stretch]:
    for each in group.primitives:
        if isinstance(each, Polygon):
            xs = [x for x, _ in each.points]
            ys = [y for _, y in each.points]
            yield (min(ys) - HEAD, max(ys) + HEAD, min(xs), max(xs))
        if not isinstance(each, Polyline):
            continue
        for (x, y), (next_x, next_y) in pairwise(each.points):
            low, high = min(x, next_x), max(x, next_x)
            if x == next_x:
                yield (y - AROUND_LINE, y + AROUND_LINE, x, x)
                yield (next_y - AROUND_LINE, next_y + AROUND_LINE, x, x)
            else:
                top, bottom = min(y, next_y), max(y, next_y)
                yield (top - AROUND_LINE, bottom + AROUND_LINE, low, high)

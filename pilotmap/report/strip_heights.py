"""How high the strips of a folded picture will be, told before any of them is made.

Folding is tried in many ways, and making strips takes long: what decides their heights is laid out
once, as stretches of height that something takes up over a stretch of width.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from pilotmap.layout.drawing import Drawing, Group, Polygon, Polyline
from pilotmap.report.cutout import Span
from pilotmap.report.squeeze import AROUND_LINE, HEAD, shortened_height, used_by

Stretch = tuple[float, float, float, float]  # from x to x, and from y to y


class StripHeights:
    """What a picture's heights are taken up by."""

    def __init__(self, drawing: Drawing) -> None:
        self._height = drawing.height
        everywhere = (each for each in drawing.groups if each.kind in ("lane", "band"))
        self._everywhere = [span for group in everywhere for span in used_by(group)]
        self._there = np.array(sorted(_stretches(drawing)), dtype=float).reshape(-1, 4)

    def between(self, low: float, high: float) -> float:
        """The height of the strip from x to x."""
        there = self._there
        seen = there[(there[:, 0] < high) & (there[:, 1] >= low)]
        spans = [*self._everywhere, *(Span(y, end) for y, end in seen[:, 2:].tolist())]
        return shortened_height(spans, self._height)


def _stretches(drawing: Drawing) -> Iterator[Stretch]:
    for group in drawing.groups:
        if group.kind == "flow":
            yield from _of_flow(group)
        elif group.kind not in ("lane", "band"):
            x, _ = group.box.centre
            yield (x, x, group.box.y, group.box.bottom)


def _of_flow(group: Group) -> Iterator[Stretch]:
    for each in group.primitives:
        if isinstance(each, Polygon):
            xs = [x for x, _ in each.points]
            ys = [y for _, y in each.points]
            yield (min(xs), max(xs), min(ys) - HEAD, max(ys) + HEAD)
        if not isinstance(each, Polyline):
            continue
        for (x, y), (next_x, next_y) in pairwise(each.points):
            low, high = min(x, next_x), max(x, next_x)
            if x == next_x:
                yield (x, x, y - AROUND_LINE, y + AROUND_LINE)
                yield (x, x, next_y - AROUND_LINE, next_y + AROUND_LINE)
            else:
                top, bottom = min(y, next_y), max(y, next_y)
                yield (low, high, top - AROUND_LINE, bottom + AROUND_LINE)

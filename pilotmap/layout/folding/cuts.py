"""Cutting a finished picture upright: where it can be cut, and what is left of each flow."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pilotmap.layout.drawing import (
    Box,
    Drawing,
    Group,
    PlacedFlow,
    Point,
    Polygon,
    Polyline,
    Primitive,
)

CLEAR = 1.5
JUMP = 4.0  # with CLEAR more than the half width of a jump over an upright line


class Piece(NamedTuple):
    """A stretch of a flow between two cuts: how it looks, its points, and where it is cut."""

    group: Group
    points: tuple[Point, ...]
    ends: tuple[tuple[float, float], ...]


def cuts_of(drawing: Drawing, heads: float) -> list[float]:
    """Places right of the heads at which only level lines would be cut, at most one a channel."""
    taken = sorted(_solid(drawing))
    cuts: list[float] = []
    reach = heads
    for low, high in taken:
        if low - reach > 2 * CLEAR and reach > heads:
            cuts.append((reach + low) / 2)
        reach = max(reach, high)
    return _one_between_columns(drawing, cuts)


def _solid(drawing: Drawing) -> Iterator[tuple[float, float]]:
    """From where to where something stands that cannot be cut."""
    for group in drawing.groups:
        if group.kind not in ("lane", "band", "flow"):
            yield group.box.x, group.box.right
    for flow in drawing.geometry.flows:
        last = flow.points[-1]
        yield last[0] - 12, last[0] + 12
        for (x, _), (next_x, _) in zip(flow.points, flow.points[1:], strict=False):
            if x == next_x:
                yield x - JUMP, x + JUMP


def _one_between_columns(drawing: Drawing, cuts: list[float]) -> list[float]:
    edges = sorted({step.box.x for step in drawing.geometry.steps})
    kept: list[float] = []
    for cut in cuts:
        at = bisect_right(edges, kept[-1]) if kept else 0
        if kept and (at == len(edges) or edges[at] >= cut):
            kept[-1] = cut
        else:
            kept.append(cut)
    return kept


def flow_pieces(flow: PlacedFlow, group: Group, low: float, high: float) -> Iterator[Piece]:
    """What of a flow lies between two cuts: none, one or several pieces in its direction."""
    line = next(part for part in group.primitives if isinstance(part, Polyline))
    heads = tuple(part for part in group.primitives if isinstance(part, Polygon))
    tip = flow.points[-1]
    for points in _clipped(line.points, low, high):
        is_last = points[-1] == line.points[-1] and low <= tip[0] < high
        shown: tuple[Primitive, ...] = (replace(line, points=points),)
        ends = tuple((x, y) for x, y in (points[0], points[-1]) if x in (low, high))
        whole = (*points, tip) if is_last else points
        xs, ys = [x for x, _ in whole], [y for _, y in whole]
        box = Box(min(xs) - 5, min(ys) - 6, max(xs) - min(xs) + 10, max(ys) - min(ys) + 12)
        parts = (*shown, *heads) if is_last else shown
        yield Piece(Group(group.id, "flow", box, parts, group.about), whole, ends)


def _clipped(points: tuple[Point, ...], low: float, high: float) -> Iterator[tuple[Point, ...]]:
    """The stretches of a line whose x lies between two bounds."""
    stretch: list[Point] = []
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        start, end = min(max(x1, low), high), min(max(x2, low), high)
        if start == end and not (x1 == x2 and low < x1 < high):
            continue
        if not stretch or stretch[-1] != (start, y1):
            if len(stretch) > 1:
                yield tuple(stretch)
            stretch = [(start, y1)]
        stretch.append((end, y2))
    if len(stretch) > 1:
        yield tuple(stretch)

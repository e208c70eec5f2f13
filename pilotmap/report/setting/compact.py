"""Takes the empty height out of a picture: what a strip of a map does not use, paper need not show.

Lanes of a folded map are as high as their busiest stretch demands; on the other strips they stand
nearly empty. Only stretches of height that nothing but lanes and upright lines cross are shortened.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pilotmap.layout.drawing import (
    Box,
    Drawing,
    Geometry,
    Group,
    PlacedFlow,
    Point,
    Polyline,
    Primitive,
    Rect,
    TextLine,
)
from pilotmap.report.setting.crop import Span

LEFT: Final = 12.0  # of an empty stretch
AROUND_LINE: Final = 8.0  # a corner's rounding and a jump stay as drawn
HEAD: Final = 2.0  # around an arrow head
_ASCENT: Final = 0.95
_DESCENT: Final = 0.35


def compacted(drawing: Drawing) -> Drawing:
    """The drawing with its empty stretches of height shortened; a full one comes back unchanged."""
    used = (span for group in drawing.groups for span in used_by(group))
    empty = _empty(_merged(used), drawing.height)
    if not empty:
        return drawing
    heights = _Heights(empty)
    geometry = drawing.geometry
    return replace(
        drawing,
        geometry=Geometry(
            width=geometry.width,
            height=heights.of(geometry.height),
            lanes=tuple((lane, heights.box(box)) for lane, box in geometry.lanes),
            steps=tuple(step._replace(box=heights.moved(step.box)) for step in geometry.steps),
            flows=tuple(_flow(flow, heights) for flow in geometry.flows),
        ),
        groups=tuple(_group(group, heights) for group in drawing.groups),
    )


def used_by(group: Group) -> Iterator[Span]:
    """The stretches of height in which something of the group must keep its size."""
    if group.kind not in ("lane", "band", "flow"):
        yield Span(group.box.y, group.box.bottom)
        return
    for each in group.primitives:
        if isinstance(each, TextLine):
            yield Span(each.y - each.size * _ASCENT, each.y + each.size * _DESCENT)
        elif isinstance(each, Rect):
            yield from (Span(y - 1, y + 1) for y in (each.box.y, each.box.bottom))
        elif isinstance(each, Polyline):
            yield from _level(each.points)
        else:
            ys = [y for _, y in each.points]
            yield Span(min(ys) - HEAD, max(ys) + HEAD)


def _level(points: tuple[Point, ...]) -> Iterator[Span]:
    """The heights of a line's ends, corners, level and slanting parts."""
    for _, y in points:
        yield Span(y - AROUND_LINE, y + AROUND_LINE)
    for (x, y), (next_x, next_y) in pairwise(points):
        if x != next_x:
            yield Span(min(y, next_y), max(y, next_y))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _empty(used: list[Span], height: float) -> list[Span]:
    between = (Span(one.end, other.start) for one, other in pairwise(used))
    return [span for span in between if span.length > LEFT and 0 < span.start < height]


class _Heights:
    """Where a height of the picture comes to lie."""

    def __init__(self, empty: list[Span]) -> None:
        self._empty = empty
        self._starts = [span.start for span in empty]
        self._gone = [0.0]
        for span in empty:
            self._gone.append(self._gone[-1] + span.length - LEFT)

    def of(self, y: float) -> float:
        """The new place of a height."""
        at = bisect_right(self._starts, y)
        if at and y < self._empty[at - 1].end:
            span = self._empty[at - 1]
            return span.start - self._gone[at - 1] + (y - span.start) * LEFT / span.length
        return y - self._gone[at]

    def box(self, box: Box) -> Box:
        """A box that is shortened with what it spans."""
        top = self.of(box.y)
        return Box(box.x, top, box.w, self.of(box.bottom) - top)

    def moved(self, box: Box) -> Box:
        """A box that keeps its size."""
        return box._replace(y=self.of(box.y))

    def points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The points of a line."""
        return tuple((x, self.of(y)) for x, y in points)


def _flow(flow: PlacedFlow, heights: _Heights) -> PlacedFlow:
    return PlacedFlow(
        flow.id,
        heights.points(flow.points),
        None if flow.label is None else heights.moved(flow.label),
        None if flow.handoff is None else heights.moved(flow.handoff),
    )


def _group(group: Group, heights: _Heights) -> Group:
    if group.kind in ("lane", "band"):
        return _lane(group, heights)
    if group.kind == "flow":
        parts = tuple(_bent(part, heights) for part in group.primitives)
        return replace(group, box=heights.box(group.box), primitives=parts)
    up = heights.of(group.box.y) - group.box.y
    parts = tuple(_moved(part, up) for part in group.primitives)
    return replace(group, box=heights.moved(group.box), primitives=parts)


def _lane(group: Group, heights: _Heights) -> Group:
    """A lane or band, its words in the middle of it again."""
    box = heights.box(group.box)
    words = [part for part in group.primitives if isinstance(part, TextLine)]
    above = min((part.y for part in words), default=0.0) - group.box.y
    below = group.box.bottom - max((part.y for part in words), default=0.0)
    block = group.box.h - above - below
    top = box.y + above * (box.h - block) / max(above + below, 1.0)
    parts = tuple(
        _moved(part, top - group.box.y - above)
        if isinstance(part, TextLine)
        else _bent(part, heights)
        for part in group.primitives
    )
    return replace(group, box=box, primitives=parts)


def _bent(part: Primitive, heights: _Heights) -> Primitive:
    """A part that follows what it spans."""
    if isinstance(part, Rect):
        return replace(part, box=heights.box(part.box))
    if isinstance(part, TextLine):
        return replace(part, y=heights.of(part.y))
    return replace(part, points=heights.points(part.points))


def _moved(part: Primitive, down: float) -> Primitive:
    """A part that keeps its shape."""
    if isinstance(part, Rect):
        return replace(part, box=part.box._replace(y=part.box.y + down))
    if isinstance(part, TextLine):
        return replace(part, y=part.y + down)
    return replace(part, points=tuple((x, y + down) for x, y in part.points))

"""Takes the empty height out of a strip: what it does not use, it need not show.

Lanes are as high as their busiest stretch demands; in the other strips they stand nearly empty.
Only stretches of height that nothing but lanes and upright lines cross are shortened.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from pilotmap.layout.drawing import (
    Box,
    Group,
    Point,
    Polygon,
    Polyline,
    Primitive,
    Rect,
    TextLine,
)

LEFT: Final = 8.0  # of an empty stretch
SEAM: Final = 3.0  # of a lane that is left out
AROUND_LINE: Final = 8.0  # a corner's rounding and a jump stay as drawn
HEAD: Final = 2.0  # around an arrow head
_ASCENT: Final = 0.95
_DESCENT: Final = 0.35


class Span(NamedTuple):
    """A stretch of one axis."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """The length in points of the drawing."""
        return self.end - self.start


class Heights:
    """Where each height of a picture comes to lie, and back again: rising line by line.

    `empty` are the stretches to shorten, from top to bottom, each with what is left of it.
    """

    def __init__(self, empty: Iterable[tuple[Span, float]] = ()) -> None:
        self._old, self._new = [0.0], [0.0]
        gone = 0.0
        for span, left in empty:
            if span.start > 0.0:
                self._old.append(span.start)
                self._new.append(span.start - gone)
            gone += span.length - left
            self._old.append(span.end)
            self._new.append(span.end - gone)

    def of(self, y: float) -> float:
        """The new place of a height."""
        return _between(self._old, self._new, y)

    def back(self, y: float) -> float:
        """The height that came to lie here."""
        return _between(self._new, self._old, y)

    def box(self, box: Box) -> Box:
        """A box that is shortened with what it spans."""
        top = self.of(box.y)
        return Box(box.x, top, box.w, self.of(box.bottom) - top)

    def rigid(self, box: Box) -> Box:
        """A box that keeps its size."""
        return box._replace(y=self.of(box.y))

    def points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The points of a line."""
        return tuple((x, self.of(y)) for x, y in points)

    def group(self, group: Group, dx: float) -> Group:
        """A group that is no lane: flows bend with what they pass, all else keeps its shape."""
        if group.kind == "flow":
            parts = tuple(self.bent(part) for part in group.primitives)
            return shifted(replace(group, box=self.box(group.box), primitives=parts), dx, 0.0)
        return shifted(group, dx, self.of(group.box.y) - group.box.y)

    def bent(self, part: Primitive) -> Primitive:
        """A part that follows what it spans."""
        if isinstance(part, Rect):
            return replace(part, box=self.box(part.box))
        if isinstance(part, TextLine):
            return replace(part, y=self.of(part.y))
        return replace(part, points=self.points(part.points))


def _between(old: list[float], new: list[float], y: float) -> float:
    at = bisect_right(old, y) - 1
    if at < 0:
        return y - old[0] + new[0]
    if at + 1 == len(old):
        return y - old[at] + new[at]
    share = (y - old[at]) / (old[at + 1] - old[at])
    return new[at] + share * (new[at + 1] - new[at])


def shifted(group: Group, dx: float, dy: float) -> Group:
    """The group elsewhere."""
    if not dx and not dy:
        return group
    parts = tuple([_shifted(part, dx, dy) for part in group.primitives])
    box = _shifted_box(group.box, dx, dy)
    return Group(group.id, group.kind, box, parts, group.about, group.name)


def _shifted(part: Primitive, dx: float, dy: float) -> Primitive:
    # field by field: `replace` takes three times as long, and every edit shifts a whole picture
    if isinstance(part, TextLine):
        at = (part.x + dx, part.y + dy)
        return TextLine(*at, part.shaped, part.size, part.weight, part.colour)
    if isinstance(part, Rect):
        box = _shifted_box(part.box, dx, dy)
        look = (part.fill, part.line, part.line_width, part.radius, part.dash, part.opacity)
        return Rect(box, *look)
    points = tuple([(x + dx, y + dy) for x, y in part.points])
    if isinstance(part, Polyline):
        return Polyline(points, part.line, part.line_width, part.radius, part.dash)
    return Polygon(points, part.fill, part.line, part.line_width, part.dash)


def _shifted_box(box: Box, dx: float, dy: float) -> Box:
    x, y, w, h = box
    return Box(x + dx, y + dy, w, h)


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


def merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches from top to bottom, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found

"""A Drawing as a layer of a page: whole, or the part of it that is seen through a window."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pilotmap.layout.drawing import Box, Drawing, Point, Polyline, Primitive, TextLine
from pilotmap.report.setting.page import Layer
from pilotmap.report.setting.structure import Element

_PEN: Final = 4.0  # lines and arrow heads are wider than the boxes around their paths
_LINE: Final = 1.25  # the height of a line of text, in its size
_SHORT_LINE: Final = 8


def paint(
    drawing: Drawing,
    x: float = 0.0,
    y: float = 0.0,
    scale: float = 1.0,
    clip: Box | None = None,
    figure: Element | None = None,
) -> Layer:
    """The drawing as a layer of a page, its upper left corner at x and y.

    Of what lies wholly outside the clip nothing is painted.
    """
    if clip is None:
        every = (each for group in drawing.groups for each in group.primitives)
        extent = Box(x, y, drawing.width * scale, drawing.height * scale)
        return Layer(tuple(every), x, y, scale, element=figure, extent=extent)
    seen = Box((clip.x - x) / scale, (clip.y - y) / scale, clip.w / scale, clip.h / scale)
    return Layer(tuple(_within(drawing, seen)), x, y, scale, clip, element=figure, extent=clip)


def _within(drawing: Drawing, seen: Box) -> Iterator[Primitive]:
    for group in drawing.groups:
        if group.box.overlaps(seen, gap=_PEN):
            for each in group.primitives:
                if isinstance(each, Polyline):
                    yield from _parts(each, seen)
                # Text that the clip hides would still be read out and found by a search.
                elif not isinstance(each, TextLine) or _box(each).overlaps(seen):
                    yield each


def _box(line: TextLine) -> Box:
    return Box(line.x, line.y - line.size, line.shaped.width, line.size * _LINE)


def _parts(line: Polyline, seen: Box) -> Iterator[Polyline]:
    """The stretches of a line that come near the part seen; a long one may cross many pages."""
    if len(line.points) <= _SHORT_LINE:
        yield line
        return
    stretch: list[Point] = []
    for start, end in pairwise(line.points):
        box = Box(
            min(start[0], end[0]),
            min(start[1], end[1]),
            abs(end[0] - start[0]),
            abs(end[1] - start[1]),
        )
        if box.overlaps(seen, gap=_PEN + line.radius):
            stretch = stretch or [start]
            stretch.append(end)
        elif stretch:
            yield replace(line, points=tuple(stretch))
            stretch = []
    if stretch:
        yield replace(line, points=tuple(stretch))

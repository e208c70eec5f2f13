"""Folds a picture that is too wide for the paper into strips, lane heads repeated on each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, Drawing, Polyline, Rect, TextLine
from pilotmap.report.cutout import Span, kept_whole
from pilotmap.report.flow import Slice
from pilotmap.report.page import Layer, Link
from pilotmap.report.pdf_drawing import paint

READABLE_PT: Final = 6.0
STRIP_GAP: Final = 10.0
SMALL_BUT_WHOLE_PT: Final = 4.5  # from here on, to see it all at once is worth the smaller type
_MOST_ON_A_PAGE: Final = 6
_SHORTEST: Final = 0.5  # a strip is broken early by at most this share of its length
_EVENER: Final = (1.0, 1.05, 1.1, 1.2, 1.35, 1.5)
_ARROW: Final = 14.0  # an arrow's head stays with the step it points to
_CLEAR: Final = 3.0
_DASH: Final = (3.0, 2.5)


class Folding(NamedTuple):
    """The scale of the picture and the stretches of it, heads left out, that make a strip each."""

    scale: float
    head: float
    strips: tuple[Span, ...]


def fold(drawing: Drawing, width: float, height: float) -> Folding:
    """How to show the drawing on pages of the given room in points.

    On one page where its type does not become too small there, in as many strips as make it
    largest; else on several pages, with type that is readable wherever the height allows it.
    Never larger than drawn.
    """
    head = _head(drawing)
    on_one = max(
        (_folding(drawing, head, width, height, count) for count in range(1, _MOST_ON_A_PAGE + 1)),
        key=lambda folding: folding.scale,
    )
    if smallest_type(drawing) * on_one.scale >= SMALL_BUT_WHOLE_PT:
        return on_one
    highest = min(1.0, height / max(drawing.height, 1.0))
    wanted = min(highest, READABLE_PT / smallest_type(drawing))
    strips = _strips(drawing, head, max(width / wanted - head, (drawing.width - head) / 100))
    longest = max(strip.length for strip in strips)
    return Folding(min(highest, width / (head + longest)), head, strips)


def _folding(drawing: Drawing, head: float, width: float, height: float, count: int) -> Folding:
    """So many strips, all on one page."""
    strips = _strips(drawing, head, max(drawing.width - head, 1.0) / count * 1.2)
    if count == 1:
        strips = (Span(head, drawing.width),)
    longest = max(strip.length for strip in strips)
    left = height - (len(strips) - 1) * STRIP_GAP
    by_height = left / (len(strips) * max(drawing.height, 1.0))
    return Folding(min(1.0, width / max(head + longest, 1.0), by_height), head, strips)


def _head(drawing: Drawing) -> float:
    """Where the lanes' heads end and the steps begin."""
    return max(
        (
            each.box.right
            for group in drawing.groups
            for each in group.primitives
            if isinstance(each, Rect) and each.fill == "lane.head"
        ),
        default=0.0,
    )


def smallest_type(drawing: Drawing) -> float:
    """The size of the smallest type in the drawing, in points; 6 where it has none."""
    sizes = [
        each.size
        for group in drawing.groups
        for each in group.primitives
        if isinstance(each, TextLine)
    ]
    return min(sizes, default=READABLE_PT) or READABLE_PT


def strip_slices(
    drawing: Drawing, folding: Folding, rows: Mapping[str, tuple[str, str]]
) -> tuple[Slice, ...]:
    """Each strip as a piece that stays whole, with links from its H-marks.

    `rows` gives the key of a handoff's row and the handoff's name by the flow's id.
    """
    return tuple(
        Slice(
            drawing.height * folding.scale,
            tuple(_layers(drawing, folding, strip)),
            tuple(_links(drawing, folding, strip, rows)),
        )
        for strip in folding.strips
    )


def _links(
    drawing: Drawing, folding: Folding, strip: Span, rows: Mapping[str, tuple[str, str]]
) -> Iterator[Link]:
    scale, shift = folding.scale, folding.head - strip.start
    for group in drawing.groups:
        box = group.box
        if group.kind != "handoff" or group.id not in rows:
            continue
        if strip.start <= box.x and box.right <= strip.end:
            key, name = rows[group.id]
            place = Box((box.x + shift) * scale, box.y * scale, box.w * scale, box.h * scale)
            yield Link(place, key, f"{name}: its row among the handoffs")


def _layers(drawing: Drawing, folding: Folding, strip: Span) -> Iterator[Layer]:
    scale, head, height = folding.scale, folding.head, drawing.height * folding.scale
    if len(folding.strips) == 1:
        yield paint(drawing, scale=scale)
        return
    yield paint(drawing, scale=scale, clip=Box(-1, -1, head * scale + 1, height + 2))
    left, long = head * scale, strip.length * scale
    yield paint(
        drawing, (head - strip.start) * scale, 0, scale, Box(left, -1, long + 1, height + 2)
    )
    edges = []
    if strip.start > head:
        edges.append(Polyline(((left, 0), (left, height)), "step.line", 0.7, dash=_DASH))
    if strip.end < drawing.width:
        right = left + long
        edges.append(Polyline(((right, 0), (right, height)), "step.line", 0.7, dash=_DASH))
    yield Layer(tuple(edges))


def _strips(drawing: Drawing, head: float, room: float) -> tuple[Span, ...]:
    spans = tuple(
        tuple(Span(box.x, box.right) for box in boxes)
        for boxes in (kept_whole(drawing), [step.box for step in drawing.geometry.steps])
    )
    fewest = _cut(spans, head, drawing.width, room)
    even = (drawing.width - head) / len(fewest)
    for factor in _EVENER:
        if even * factor < room:
            strips = _cut(spans, head, drawing.width, even * factor)
            if len(strips) == len(fewest):
                return strips
    return fewest


def _cut(
    spans: Sequence[Sequence[Span]], start: float, end: float, room: float
) -> tuple[Span, ...]:
    strips = []
    while end - start > room:
        at = _break(spans, start + room * _SHORTEST, start + room)
        strips.append(Span(start, at))
        start = at
    return (*strips, Span(start, end))


def _break(spans: Sequence[Sequence[Span]], first: float, last: float) -> float:
    """The last place of the stretch that cuts nothing, at least no step; else its end."""
    for kept in spans:
        near = [each for each in kept if first <= each.end + _CLEAR and each.start <= last + _ARROW]
        places = [last, *(place for each in near for place in (each.start - _ARROW, each.end + 4))]
        for place in sorted((each for each in places if first <= each <= last), reverse=True):
            if not any(each.start - _CLEAR < place < each.end + _CLEAR for each in near):
                return place
    return last

"""Folding for paper: a long picture in strips, one under the other, with the lane heads repeated.

The picture is cut between columns, where no box, label, mark or upright line stands. What goes on
in another strip leaves through a lettered tag at the edge, and comes in through the same letter.
"""

import itertools
from collections.abc import Mapping
from typing import NamedTuple

from pilotmap.language import tr
from pilotmap.layout.cut import cuts_of, flow_pieces, moved_group
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, PlacedFlow, PlacedStep, Rect
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.text import TextStyle
from pilotmap.model.map import PilotMap

EDGE = 36.0
TAG = TextStyle(8.5, 600)
TAG_HEIGHT = 11.0


class _Strip(NamedTuple):
    """A stretch of the picture from x to x, and whether other strips come before and after."""

    low: float
    high: float
    is_first: bool
    is_last: bool


def fold(
    pilot_map: PilotMap, max_width_pt: float, *, tags: Mapping[str, str] | None = None
) -> tuple[Drawing, ...]:
    """The picture of a map in strips at most so wide, from left to right.

    A short map comes as one drawing. A strip that holds a single column may be wider.
    """
    return fold_drawing(draw_map(pilot_map, tags=tags), max_width_pt)


def fold_drawing(drawing: Drawing, max_width_pt: float) -> tuple[Drawing, ...]:
    """A finished picture in strips at most so wide; see `fold`."""
    if drawing.width <= max_width_pt:
        return (drawing,)
    heads = _heads_end(drawing)
    room = max_width_pt - heads - 2 * EDGE
    return strips_between(
        drawing, _balanced([heads, *cuts_of(drawing, heads), drawing.width], room)
    )


class Folds:
    """Where a picture may be folded, whatever the paper."""

    def __init__(self, drawing: Drawing) -> None:
        self._heads = _heads_end(drawing)
        self._edges = [self._heads, *cuts_of(drawing, self._heads), drawing.width]

    def edges(self, count: int) -> list[float]:
        """Where at most so many strips begin and end, the widest as narrow as they allow."""
        low, high = 0.0, self._edges[-1]
        for _ in range(24):
            middle = (low + high) / 2
            if len(_filled(self._edges, middle)) > count + 1:
                low = middle
            else:
                high = middle
        return _filled(self._edges, high)


def strip_widths(edges: list[float]) -> list[float]:
    """How wide the strips between these places are, heads and edges included."""
    last = len(edges) - 2
    return [
        edges[0] + high - low + EDGE * ((at > 0) + (at < last))
        for at, (low, high) in enumerate(itertools.pairwise(edges))
    ]


def strips_between(drawing: Drawing, edges: list[float]) -> tuple[Drawing, ...]:
    """The strips between these places across the picture; the first is where the heads end."""
    heads = edges[0]
    letters = _letters(drawing, edges[1:-1])
    last = len(edges) - 2
    return tuple(
        _strip(drawing, _Strip(low, high, n == 0, n == last), heads, letters)
        for n, (low, high) in enumerate(itertools.pairwise(edges))
    )


def _heads_end(drawing: Drawing) -> float:
    ends = [
        part.box.right
        for group in drawing.groups
        if group.kind == "lane"
        for part in group.primitives
        if isinstance(part, Rect) and part.fill == "lane.head"
    ]
    return max(ends, default=0.0)


def _balanced(edges: list[float], room: float) -> list[float]:
    """The fewest strips that fit the room, and among those about equally wide ones."""
    best = _filled(edges, room)
    low, high = 0.0, room
    for _ in range(24):
        middle = (low + high) / 2
        tried = _filled(edges, middle)
        widest = max(b - a for a, b in itertools.pairwise(tried))
        if len(tried) > len(best) or widest > room:
            low = middle
        else:
            best, high = tried, middle
    return best


def _filled(edges: list[float], room: float) -> list[float]:
    chosen = [edges[0]]
    for one, two in zip(edges[1:], [*edges[2:], None], strict=True):
        if two is None or two - chosen[-1] > room:
            chosen.append(one)
    return chosen


def _letters(drawing: Drawing, cuts: list[float]) -> dict[tuple[str, float, float], str]:
    """A letter for each place where a flow passes a cut, by flow, cut and height.

    Flows that are cut on a stub they share have one letter together.
    """
    letters: dict[tuple[str, float, float], str] = {}
    places: dict[tuple[float, float], str] = {}
    for cut in cuts:
        passing = sorted(
            (one[1], flow.id)
            for flow in drawing.geometry.flows
            for one, two in zip(flow.points, flow.points[1:], strict=False)
            if one[1] == two[1] and min(one[0], two[0]) < cut < max(one[0], two[0])
        )
        for y, flow_id in passing:
            letters[flow_id, cut, y] = places.setdefault((cut, y), _letter(len(places)))
    return letters


def _letter(number: int) -> str:
    word = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("A") + rest) + word
    return word


def _strip(
    drawing: Drawing,
    strip: _Strip,
    heads: float,
    letters: Mapping[tuple[str, float, float], str],
) -> Drawing:
    dx = heads - strip.low + (0.0 if strip.is_first else EDGE)
    width = strip.high + dx + (0.0 if strip.is_last else EDGE)
    groups: list[Group] = []
    flows: list[PlacedFlow] = []
    tags: dict[tuple[float, float], Group] = {}
    for group in drawing.groups:
        if group.kind == "lane":
            groups.append(_lane(group, width))
        elif group.kind == "band":
            groups.append(group)
        elif group.box.right < strip.low or strip.high < group.box.x:
            continue
        elif group.kind == "flow":
            placed = drawing.geometry.flow_by_id[group.id]
            for piece in flow_pieces(placed, group, strip.low, strip.high):
                groups.append(moved_group(piece.group, dx))
                points = tuple((x + dx, y) for x, y in piece.points)
                flows.append(PlacedFlow(group.id, points))
                for cut, y in piece.ends:
                    letter = letters[group.id, cut, y]
                    tag = _tag(group, letter, cut + dx, y, cut == strip.high)
                    tags.setdefault((cut, y), tag)
        elif strip.low <= group.box.centre[0] < strip.high:
            groups.append(moved_group(group, dx))
    geometry = Geometry(
        width=width,
        height=drawing.height,
        lanes=tuple(
            (lane, Box(box.x, box.y, width, box.h)) for lane, box in drawing.geometry.lanes
        ),
        steps=tuple(
            PlacedStep(step.id, _moved(step.box, dx), step.column, step.row)
            for step in drawing.geometry.steps
            if strip.low <= step.box.centre[0] < strip.high
        ),
        flows=tuple(flows),
    )
    return Drawing(geometry, (*groups, *tags.values()), drawing.missing_characters)


def _moved(box: Box, dx: float) -> Box:
    return Box(box.x + dx, box.y, box.w, box.h)


def _lane(group: Group, width: float) -> Group:
    """The lane's band as wide as the strip; its head stays."""
    first, *others = group.primitives
    if isinstance(first, Rect):
        box = first.box
        first = Rect(Box(box.x, box.y, width - box.x, box.h), first.fill, first.line)
    box = group.box
    primitives = (first, *others)
    return Group(group.id, "lane", Box(box.x, box.y, width, box.h), primitives, group.about)


def _tag(flow: Group, letter: str, x: float, y: float, leaves: bool) -> Group:
    """A lettered tag at the edge of a strip, where a flow goes on in another."""
    words = line_at(letter, 0, y + 3, TAG, "flow.line", "middle")
    w = max(TAG_HEIGHT, words.shaped.width + 7)
    left = x + 2 if leaves else x - 2 - w
    box = Box(left, y - TAG_HEIGHT / 2, w, TAG_HEIGHT)
    primitives = (
        Rect(box, "label.ground", "flow.line", 0.9, TAG_HEIGHT / 2),
        line_at(letter, left + w / 2, y + 3, TAG, "flow.line", "middle"),
    )
    return Group(
        flow.id,
        "strip",
        box,
        primitives,
        tr("{flow}, goes on at {letter}", flow=flow.about, letter=letter),
    )

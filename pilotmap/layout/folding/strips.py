"""The strips of a folded picture, each with the lane heads repeated and the lanes it has use for.

What goes on in another strip leaves through a lettered tag at the edge, and comes in through the
same letter. A lane in which a strip has nothing is left out of it and named in a line below.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from pilotmap.language import tr
from pilotmap.layout.content import SMALL
from pilotmap.layout.drawing import (
    Box,
    Drawing,
    Geometry,
    Group,
    PlacedFlow,
    PlacedStep,
    Point,
)
from pilotmap.layout.folding.cuts import flow_pieces
from pilotmap.layout.folding.heights import Heights, shifted
from pilotmap.layout.folding.lanes import Lanes
from pilotmap.layout.folding.letters import Cut, Letter, letter_at, letters_of, side_by_side, tag
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.text import break_lines

OMITTED_LINE: Final = 17.0
OMITTED_INSET: Final = 14.0


@dataclass(frozen=True)
class Strip:
    """A stretch of a picture from x to x, as a picture of its own.

    `drawing` has its own points from 0, 0. `columns` are the first and the last column that stand
    in it. `left_out` are the ids of lanes that it does not show.
    """

    drawing: Drawing
    low: float
    high: float
    columns: tuple[int, int]
    heads: float
    dx: float
    heights: Heights
    left_out: tuple[str, ...]
    letters: tuple[Letter, ...]
    made_of: tuple[object, ...] = field(default=(), compare=False, repr=False)
    """All that it was made of: what is made of the same is the same strip."""
    _placed: dict[float, Drawing] = field(default_factory=dict, compare=False, repr=False)

    def placed(self, top: float) -> Drawing:
        """The strip so far down a sheet; the same object for the same place."""
        if top not in self._placed:
            self._placed.clear()
            self._placed[top] = _lowered(self.drawing, top)
        return self._placed[top]

    def to_strip(self, x: float, y: float) -> Point:
        """Where a point of the whole picture lies in the strip; lane heads stay where they are."""
        return (x if x < self.heads else x + self.dx, self.heights.of(y))

    def to_whole(self, x: float, y: float) -> Point:
        """Which point of the whole picture a point of the strip shows, the nearest at its edges."""
        if x >= self.heads:
            x = min(max(x - self.dx, self.low), self.high)
        lanes = self.drawing.geometry.lanes
        bottom = lanes[-1][1].bottom if lanes else self.drawing.height
        return (x, self.heights.back(min(y, bottom)))


@dataclass(slots=True)
class _Sheaf:
    """What of the whole picture falls into one strip, still in the whole picture's points."""

    low: float
    high: float
    dx: float
    sources: list[Group] = field(default_factory=list)
    steps: list[PlacedStep] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    flows: list[PlacedFlow] = field(default_factory=list)
    letters: dict[tuple[float, float], Letter] = field(default_factory=dict)


def whole_strip(drawing: Drawing, heads: float) -> Strip:
    """The picture as its only strip."""
    columns = [step.column for step in drawing.geometry.steps] or [0]
    span = (min(columns), max(columns))
    return Strip(drawing, 0.0, drawing.width, span, heads, 0.0, Heights(), (), ())


def strips_between(
    drawing: Drawing,
    edges: Sequence[float],
    beyond: float,
    width: float,
    known: Sequence[Strip] = (),
) -> tuple[Strip, ...]:
    """The strips between these places across the picture; the first is where the heads end.

    All are made equally wide, as much as the widest needs or more. `beyond` is their room for
    letters beyond a cut. Strips that are `known` and would come out alike are taken as they are.
    """
    lanes = Lanes(drawing)
    letters = letters_of(drawing, edges[1:-1])
    at_cuts: dict[float, list[tuple[Cut, str]]] = {}
    for cut, letter in letters.items():
        at_cuts.setdefault(cut[1], []).append((cut, letter))
    alike = {(strip.low, strip.high): strip for strip in known}
    strips = []
    for sheaf in _dealt(drawing, edges, beyond):
        low, high = sheaf.low, sheaf.high
        passing = (tuple(at_cuts.get(low, ())), tuple(at_cuts.get(high, ())))
        size = (sheaf.dx, width, edges[0], drawing.height)
        made_of = (size, passing, lanes.groups, tuple(sheaf.sources), tuple(sheaf.steps))
        strip = alike.get((low, high))
        if strip is None or strip.made_of != made_of:
            _open(sheaf, drawing, letters)
            strip = replace(_finished(sheaf, drawing, lanes, edges[0], width), made_of=made_of)
        strips.append(strip)
    return tuple(strips)


def _dealt(drawing: Drawing, edges: Sequence[float], beyond: float) -> list[_Sheaf]:
    """Everything but lanes in the strip in which it stands; flows in all that they pass."""
    heads = edges[0]
    sheaves = [
        _Sheaf(low, high, heads - low + (beyond if number else 0.0))
        for number, (low, high) in enumerate(pairwise(edges))
    ]
    last = len(sheaves) - 1
    for group in drawing.groups:
        if group.kind in ("lane", "band"):
            continue
        if group.kind != "flow":
            at = min(max(bisect_right(edges, group.box.centre[0]) - 1, 0), last)
            sheaves[at].sources.append(group)
            continue
        first = max(bisect_right(edges, group.box.x) - 1, 0)
        end = min(bisect_left(edges, group.box.right), last + 1)
        for sheaf in sheaves[first:end]:
            sheaf.sources.append(group)
    for step in drawing.geometry.steps:
        at = min(max(bisect_right(edges, step.box.centre[0]) - 1, 0), last)
        sheaves[at].steps.append(step)
    return sheaves


def _open(sheaf: _Sheaf, drawing: Drawing, letters: Mapping[Cut, str]) -> None:
    """Cut the flows of a sheaf into the pieces that lie in it."""
    for group in sheaf.sources:
        if group.kind == "flow":
            _deal_pieces(sheaf, drawing.geometry.flow_by_id[group.id], group, letters)
        else:
            sheaf.groups.append(group)


def _deal_pieces(
    sheaf: _Sheaf, placed: PlacedFlow, group: Group, letters: Mapping[Cut, str]
) -> None:
    for piece in flow_pieces(placed, group, sheaf.low, sheaf.high):
        sheaf.groups.append(piece.group)
        sheaf.flows.append(PlacedFlow(group.id, piece.points))
        for cut, y in piece.ends:
            if (cut, y) not in sheaf.letters:
                text = letters[group.id, cut, y]
                letter = letter_at(group, text, cut, y, leaves=cut == sheaf.high)
                sheaf.letters[cut, y] = letter


def _finished(sheaf: _Sheaf, drawing: Drawing, lanes: Lanes, heads: float, width: float) -> Strip:
    found = sheaf.letters.values()
    letters = [
        *side_by_side(letter for letter in found if not letter.leaves),
        *side_by_side(letter for letter in found if letter.leaves),
    ]
    tags = [tag(letter, sheaf.low, sheaf.high) for letter in letters]
    shown = lanes.shown(sheaf.groups)
    heights = lanes.heights((*sheaf.groups, *tags), shown)
    dx = sheaf.dx
    end = heights.of(drawing.height)
    left_out = lanes.all_but(shown)
    tags = [heights.group(each, dx) for each in tags]
    omitted = tuple(_omitted(left_out, width, end))
    groups = (
        *lanes.painted(shown, heights, width),
        *(heights.group(group, dx) for group in sheaf.groups),
        *tags,
        *omitted,
    )
    geometry = Geometry(
        width=width,
        height=max((group.box.bottom + 3 for group in omitted), default=end),
        lanes=lanes.boxes(shown, heights, width),
        steps=tuple(step._replace(box=_moved(heights.rigid(step.box), dx)) for step in sheaf.steps),
        flows=tuple(
            flow._replace(points=tuple((x + dx, y) for x, y in heights.points(flow.points)))
            for flow in sheaf.flows
        ),
    )
    columns = [step.column for step in sheaf.steps] or [0]
    return Strip(
        Drawing(geometry, groups, drawing.missing_characters),
        sheaf.low,
        sheaf.high,
        (min(columns), max(columns)),
        heads,
        dx,
        heights,
        tuple(lane.id for lane in left_out),
        tuple(letter._replace(box=group.box) for letter, group in zip(letters, tags, strict=True)),
    )


def _moved(box: Box, dx: float) -> Box:
    return box._replace(x=box.x + dx)


def _omitted(lanes: Sequence[Group], width: float, top: float) -> Iterator[Group]:
    """The line below a strip that names the lanes it leaves out."""
    if not lanes:
        return
    words = tr("not in this part: {lanes}", lanes=", ".join(lane.name for lane in lanes))
    lines = break_lines(words, SMALL, width - 2 * OMITTED_INSET)
    parts = tuple(
        line_at(line, OMITTED_INSET, top + OMITTED_LINE * (number + 1) - 4, SMALL, "ink.soft")
        for number, line in enumerate(lines)
    )
    box = Box(0.0, top, width, OMITTED_LINE * len(lines))
    yield Group(lanes[0].id, "omitted", box, parts, words)


def _lowered(drawing: Drawing, by: float) -> Drawing:
    part = drawing.geometry
    geometry = Geometry(
        part.width,
        part.height,
        tuple((lane, _down(box, by)) for lane, box in part.lanes),
        tuple(step._replace(box=_down(step.box, by)) for step in part.steps),
        tuple(
            flow._replace(points=tuple((x, y + by) for x, y in flow.points)) for flow in part.flows
        ),
    )
    groups = tuple(shifted(group, 0.0, by) for group in drawing.groups)
    return Drawing(geometry, groups, drawing.missing_characters)


def _down(box: Box, by: float) -> Box:
    return box._replace(y=box.y + by)

"""Into how many strips a picture is folded: the fewest at which its type is large enough."""

from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Final, NamedTuple

from pilotmap.layout.content import NAME
from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, PlacedFlow, PlacedStep, Rect
from pilotmap.layout.folding.cuts import cuts_of
from pilotmap.layout.folding.letters import edge_room
from pilotmap.layout.folding.partition import Partition
from pilotmap.layout.folding.strips import Strip, strips_between, whole_strip
from pilotmap.layout.legible import least_type

GAP: Final = 26.0
_TRIED: Final = 5  # where strips are too high: more of them may leave out more lanes


class LeastType(NamedTuple):
    """How large type must be: the names of steps, and the smallest of all; on paper in points."""

    names: float
    smallest: float = 0.0

    def scale(self, smallest: float) -> float:
        """The scale at which a picture with such smallest type is large enough."""
        return max(self.names / NAME.size_pt, self.smallest / smallest)

    def scale_of(self, drawing: Drawing) -> float:
        """The scale at which this picture is large enough, never larger than drawn."""
        return min(1.0, self.scale(least_type(drawing)))


@dataclass(frozen=True)
class Folding:
    """A picture in strips of one scale, all equally wide; a picture that is not folded has one.

    `scale` is how many units of the room (points, pixels) a point of the strips takes.
    """

    strips: tuple[Strip, ...]
    scale: float

    @property
    def is_folded(self) -> bool:
        """Whether there are several strips."""
        return len(self.strips) > 1

    @cached_property
    def least_type(self) -> float:
        """The size of the smallest type at this scale, letters included."""
        return self.scale * min(least_type(strip.drawing) for strip in self.strips)

    def tops(self, gap: float = GAP) -> tuple[float, ...]:
        """Where each strip begins in points of the strips, one under the other."""
        tops, at = [], 0.0
        for strip in self.strips:
            tops.append(at)
            at += strip.drawing.height + gap
        return tuple(tops)


def fold(
    drawing: Drawing, width: float, height: float, least: LeastType, most: float = 1.0
) -> Folding:
    """A picture for a room of this width and height, in the units of `least`.

    In one piece where its type is large enough so. Else in the fewest strips, balanced, at one
    scale that fills the width; no strip is higher than the room (`math.inf`: the room scrolls).
    `most` is the largest scale. Where even single columns are too wide or strips too high for the
    type that is wanted, it is smaller: `Folding.least_type` says so.
    """
    heads = heads_end(drawing)
    wanted = min(most, least.scale(least_type(drawing)))
    whole = Folding((whole_strip(drawing, heads),), min(most, _fit(drawing, width, height)))
    places = [heads, *cuts_of(drawing, heads), drawing.width]
    if whole.scale >= wanted or len(places) < 3:
        return whole
    beyond = edge_room(drawing)
    edges = Partition(places, beyond).fewest(width / wanted)
    if edge_room(drawing, edges[1:-1]) > beyond:
        beyond = edge_room(drawing, edges[1:-1])
        edges = Partition(places, beyond).fewest(width / wanted)
    found = [whole]
    for _ in range(_TRIED):
        found.append(_folded(drawing, edges, beyond, (width, height, most)))
        more = Partition(places, beyond).into(len(edges))
        if found[-1].scale >= wanted or height == inf or len(more) == len(edges):
            break
        edges = more
    return max(found, key=lambda folding: folding.scale)


def _folded(
    drawing: Drawing, edges: list[float], beyond: float, room: tuple[float, float, float]
) -> Folding:
    width, height, most = room
    if len(edges) < 3:
        strip = whole_strip(drawing, edges[0])
        return Folding((strip,), min(most, _fit(drawing, width, height)))
    widest = max(Partition(edges, beyond).widths(edges))
    strips = strips_between(drawing, edges, beyond, widest)
    scale = min(most, *(_fit(strip.drawing, width, height) for strip in strips))
    if width / scale > widest + 0.5:  # the heights, or the largest scale, leave room at the side
        strips = strips_between(drawing, edges, beyond, width / scale)
    return Folding(strips, scale)


def _fit(drawing: Drawing, width: float, height: float) -> float:
    return min(width / max(1.0, drawing.width), height / max(1.0, drawing.height))


def heads_end(drawing: Drawing) -> float:
    """Where the lanes' heads end."""
    ends = (
        part.box.right
        for group in drawing.groups
        if group.kind == "lane"
        for part in group.primitives
        if isinstance(part, Rect) and part.fill == "lane.head"
    )
    return max(ends, default=0.0)


def stacked(folding: Folding, gap: float = GAP) -> Drawing:
    """All strips as one picture, one under the other; lanes and flows come in each again."""
    if not folding.is_folded:
        return folding.strips[0].drawing
    groups: list[Group] = []
    lanes: list[tuple[str, Box]] = []
    steps: list[PlacedStep] = []
    flows: list[PlacedFlow] = []
    for strip, top in zip(folding.strips, folding.tops(gap), strict=True):
        placed = strip.placed(top)
        groups += placed.groups
        lanes += placed.geometry.lanes
        steps += placed.geometry.steps
        flows += placed.geometry.flows
    last = folding.strips[-1].drawing
    geometry = Geometry(
        last.width,
        folding.tops(gap)[-1] + last.height,
        tuple(lanes),
        tuple(steps),
        tuple(flows),
    )
    return Drawing(geometry, tuple(groups), last.missing_characters)

"""A finished Drawing read as things that can be in each other's way.

Nothing here knows how the layout works. Step boxes, ways, labels and H-marks are the Geometry's;
what stands in and around a step, lane heads and bands are read from the painted groups.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, Drawing, Group, PlacedFlow, Point, Rect, TextLine
from tests.layout.near import Near
from tests.layout.segments import Segment, segments

EPSILON: Final = 0.5
FEW: Final = 12  # so many are compared each with each sooner than sorted by place
LINE_GAP: Final = 3.0  # two lines nearer than this look like one


class Defect(NamedTuple):
    """One thing that contract 1 forbids: its kind, and the ids that take part."""

    kind: str
    ids: tuple[str, ...]


class Item(NamedTuple):
    """An area of the picture: whose it is, what it is, where."""

    owner: str
    what: str
    box: Box


class Line(NamedTuple):
    """One straight line of a flow: its number, and whether it is the flow's last."""

    flow: str
    number: int
    is_last: bool
    segment: Segment


@dataclass(frozen=True)
class Scene:
    """The parts of a picture that can be in each other's way."""

    drawing: Drawing

    @cached_property
    def page(self) -> Box:
        """The whole picture."""
        return Box(0, 0, self.drawing.width, self.drawing.height)

    @cached_property
    def bodies(self) -> Mapping[str, Box]:
        """The boxes of the steps by id."""
        return {step.id: step.box for step in self.drawing.geometry.steps}

    @cached_property
    def flows(self) -> tuple[PlacedFlow, ...]:
        """The flows that have a way."""
        return tuple(
            f for f in self.drawing.geometry.flows if any(True for _ in segments(f.points))
        )

    @cached_property
    def steps(self) -> tuple[Group, ...]:
        """The painted groups of steps that have a place."""
        return tuple(g for g in self.drawing.groups if g.kind == "step" and g.id in self.bodies)

    @cached_property
    def heads(self) -> tuple[Item, ...]:
        """Lane heads, and the bands of lane groups."""
        found = []
        for group in self.drawing.groups:
            if group.kind == "band":
                found.append(Item(group.id, "lane head", group.box))
            if group.kind == "lane":
                rects = (part for part in group.primitives if isinstance(part, Rect))
                heads = (part.box for part in rects if part.fill == "lane.head")
                found += [Item(group.id, "lane head", box) for box in heads]
        return tuple(found)

    @cached_property
    def extras(self) -> tuple[Item, ...]:
        """Badges, marks, times and chips: what belongs to a step and stands outside its body."""
        groups = (group for group in self.drawing.groups if group.id in self.bodies)
        found = [Item(g.id, g.kind, g.box) for g in groups if g.kind in {"badge", "mark"}]
        for group in self.steps:
            boxes = chips(group)
            words = [text for text in texts(group) if not any(_is_in(text, box) for box in boxes)]
            outside = (*boxes, *words)
            found += [part for part in outside if not part.box.overlaps(self.bodies[group.id])]
        return tuple(found)

    @cached_property
    def flow_signs(self) -> Mapping[str, tuple[Item, ...]]:
        """The signs of notes about flows, by flow."""
        found: dict[str, tuple[Item, ...]] = {}
        for group in self.drawing.groups:
            if group.kind == "mark" and group.id not in self.bodies:
                found[group.id] = (*found.get(group.id, ()), Item(group.id, "mark", group.box))
        return found

    @cached_property
    def labels(self) -> tuple[Item, ...]:
        """The labels and the H-marks of flows."""
        flows = self.drawing.geometry.flows
        found = [Item(flow.id, "label", flow.label) for flow in flows if flow.label is not None]
        found += [Item(f.id, "H-mark", f.handoff) for f in flows if f.handoff is not None]
        return tuple(found)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All straight lines of all flows."""
        found = []
        for flow in self.flows:
            parts = tuple(segments(flow.points))
            last = len(parts) - 1
            found += [Line(flow.id, n, n == last, part) for n, part in enumerate(parts)]
        return tuple(found)

    @cached_property
    def near_lines(self) -> Near:
        """The numbers of lines by place."""
        return Near((number, line.segment.box) for number, line in enumerate(self.lines))

    @cached_property
    def lines_of(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines of each flow, from its source on."""
        by_flow: dict[str, list[Line]] = {}
        for line in self.lines:
            by_flow.setdefault(line.flow, []).append(line)
        return {flow: tuple(lines) for flow, lines in by_flow.items()}

    @cached_property
    def heads_of_arrows(self) -> tuple[Item, ...]:
        """The area of each arrow head, before the point at which its flow arrives."""
        return tuple(
            Item(line.flow, "arrow head", _arrow_head(line.segment))
            for line in self.lines
            if line.is_last
        )


ARROW: Final = 9.0


def _arrow_head(last: Segment) -> Box:
    (x, y), (right, down) = last.end, last.direction
    half = ARROW / 2
    if last.is_horizontal:
        return Box(min(x, x - right * ARROW), y - half, ARROW, ARROW)
    return Box(x - half, min(y, y - down * ARROW), ARROW, ARROW)


def text_box(line: TextLine) -> Box:
    """The area that a line of text takes: cap height above the baseline, descent below."""
    return Box(line.x, line.y - 0.73 * line.size, line.shaped.width, 0.93 * line.size)


def texts(group: Group) -> tuple[Item, ...]:
    """The lines of text of a group."""
    parts = (part for part in group.primitives if isinstance(part, TextLine))
    return tuple(Item(group.id, "text", text_box(part)) for part in parts)


def chips(group: Group) -> tuple[Item, ...]:
    """The chips of the systems that a step touches."""
    rects = (part for part in group.primitives if isinstance(part, Rect))
    return tuple(Item(group.id, "chip", r.box) for r in rects if r.fill == "system.fill")


def words_of(group: Group) -> str:
    """All that is written in a group, without white space."""
    parts = (part.text for part in group.primitives if isinstance(part, TextLine))
    return without_space("".join(parts))


def without_space(text: str) -> str:
    """The characters that can be seen."""
    return "".join(character for character in text if character.isprintable() and character != " ")


def touching(
    one: Iterable[Item], other: Iterable[Item] | None = None
) -> Iterator[tuple[Item, Item]]:
    """Every pair of areas that overlap, of one collection or between two."""
    first = tuple(one)
    if other is None:
        pairs = _pairs(first)
    elif len(first) <= FEW:
        pairs = product(first, other)
    else:
        second = tuple(other)
        near = Near((number, item.box) for number, item in enumerate(second))
        pairs = ((item, second[b]) for item in first for b in near.around(item.box))
    return ((a, b) for a, b in pairs if a.box.overlaps(b.box, -EPSILON))


def _pairs(items: tuple[Item, ...]) -> Iterator[tuple[Item, Item]]:
    if len(items) <= FEW:
        return combinations(items, 2)
    near = Near((number, item.box) for number, item in enumerate(items))
    return ((items[a], items[b]) for a, b in near.pairs())


def within(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another, give or take half a point."""
    return (
        inner.x >= outer.x - EPSILON
        and inner.y >= outer.y - EPSILON
        and inner.right <= outer.right + EPSILON
        and inner.bottom <= outer.bottom + EPSILON
    )


def _is_in(inner: Item, outer: Item) -> bool:
    return within(inner.box, outer.box)


def grown(box: Box, by: float) -> Box:
    """The box with a margin around it."""
    return Box(box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by)


def apart(one: Box, other: Box) -> float:
    """How far two boxes are from each other; 0 where they touch."""
    across = max(0.0, one.x - other.right, other.x - one.right)
    down = max(0.0, one.y - other.bottom, other.y - one.bottom)
    return math.hypot(across, down)


def at(point: Point) -> Box:
    """A point as a box of no size."""
    return Box(point[0], point[1], 0.0, 0.0)

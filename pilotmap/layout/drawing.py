"""The picture as a value: groups of a few primitives, each tagged with what it stands for.

Coordinates and sizes are in points, y downwards. Colours are roles of `layout/theme.py`: one
Drawing serves light, dark and high contrast. Three painters translate it: Qt, PDF, SVG.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from pilotmap.layout.text.shaping import ShapedLine
from pilotmap.layout.theme import Role

Point = tuple[float, float]
GroupKind = Literal[
    "lane", "band", "step", "flow", "label", "handoff", "badge", "mark", "strip", "omitted", "chart"
]
Weight = Literal[400, 500, 600, 700]


class Box(NamedTuple):
    """A rectangle: x and y of the top left corner, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.x + self.w / 2, self.y + self.h / 2)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in the box or on its edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def overlaps(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether two boxes share an area, or come nearer than the gap."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with round corners; a circle where the radius is half its side."""

    box: Box
    fill: Role | None = None
    line: Role | None = None
    line_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape: diamonds, arrow heads, marks."""

    points: tuple[Point, ...]
    fill: Role | None = None
    line: Role | None = None
    line_width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line whose corners are rounded with the radius where there is room for it."""

    points: tuple[Point, ...]
    line: Role
    line_width: float = 1.4
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, shaped already; x is its left end, y its baseline."""

    x: float
    y: float
    shaped: ShapedLine
    size: float
    weight: Weight
    colour: Role

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.shaped.text


Primitive = Rect | Polygon | Polyline | TextLine


@dataclass(frozen=True, slots=True)
class Group:
    """What stands for one element of the map: `id` is the lane's, step's or flow's.

    `box` bounds all that the group paints; `about` tells a person what it is, for a reader of the
    picture who cannot see it. `name` is a lane's, for a strip that leaves it out.
    """

    id: str
    kind: GroupKind
    box: Box
    primitives: tuple[Primitive, ...]
    about: str = ""
    name: str = ""


class PlacedStep(NamedTuple):
    """Where a step of any kind came to stand, and its cell: the row counts within its lane."""

    id: str
    box: Box
    column: int
    row: int


class PlacedFlow(NamedTuple):
    """The way of a flow, and where its label and its H-mark came to stand."""

    id: str
    points: tuple[Point, ...]
    label: Box | None = None
    handoff: Box | None = None


@dataclass(frozen=True)
class Geometry:
    """Where everything is, without how it looks: what `export -o OUT.json` writes."""

    width: float
    height: float
    lanes: tuple[tuple[str, Box], ...]
    steps: tuple[PlacedStep, ...]
    flows: tuple[PlacedFlow, ...]

    @cached_property
    def step_by_id(self) -> Mapping[str, PlacedStep]:
        """Placed steps by id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def flow_by_id(self) -> Mapping[str, PlacedFlow]:
        """Placed flows by id."""
        return {flow.id: flow for flow in self.flows}

    @cached_property
    def pieces_by_id(self) -> Mapping[str, tuple[PlacedFlow, ...]]:
        """What is drawn of each flow: one piece, several where a folded picture cuts it."""
        found: dict[str, list[PlacedFlow]] = {}
        for flow in self.flows:
            found.setdefault(flow.id, []).append(flow)
        return {flow: tuple(pieces) for flow, pieces in found.items()}

    @cached_property
    def lane_by_id(self) -> Mapping[str, Box]:
        """The lanes' boxes by id, heads included."""
        return dict(self.lanes)


@dataclass(frozen=True)
class Drawing:
    """The whole picture, groups in the order in which they are painted."""

    geometry: Geometry
    groups: tuple[Group, ...]
    missing_characters: frozenset[str] = field(default_factory=frozenset)

    @property
    def width(self) -> float:
        """The width of the picture in points."""
        return self.geometry.width

    @property
    def height(self) -> float:
        """The height of the picture in points."""
        return self.geometry.height

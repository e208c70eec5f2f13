"""The straight lines that the way of a flow is made of."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, Point

STRAIGHT: Final = 0.01


class Segment(NamedTuple):
    """A line from one point to another."""

    start: Point
    end: Point

    @property
    def is_horizontal(self) -> bool:
        """Whether both ends have the same y."""
        return abs(self.start[1] - self.end[1]) <= STRAIGHT

    @property
    def is_orthogonal(self) -> bool:
        """Whether the line is horizontal or vertical."""
        return self.is_horizontal or abs(self.start[0] - self.end[0]) <= STRAIGHT

    @property
    def length(self) -> float:
        """The length along the axes."""
        return abs(self.start[0] - self.end[0]) + abs(self.start[1] - self.end[1])

    @property
    def direction(self) -> tuple[int, int]:
        """The signs of the way along x and y."""
        return (
            _sign(self.end[0] - self.start[0]),
            _sign(self.end[1] - self.start[1]),
        )

    @property
    def box(self) -> Box:
        """The box that bounds the line, without thickness."""
        (x1, y1), (x2, y2) = self.start, self.end
        return Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))

    def runs_through(self, box: Box, tolerance: float) -> bool:
        """Whether the line enters a box by more than the tolerance."""
        line = self.box
        return (
            line.x < box.right - tolerance
            and line.right > box.x + tolerance
            and line.y < box.bottom - tolerance
            and line.bottom > box.y + tolerance
        )


def segments(points: Sequence[Point]) -> Iterator[Segment]:
    """The lines of a way, steps of no length left out and straight runs joined."""
    start: Point | None = None
    end: Point | None = None
    for point in points:
        if start is None:
            start = point
        elif end is None:
            end = point if Segment(start, point).length > STRAIGHT else None
        elif Segment(end, point).length > STRAIGHT:
            if Segment(start, end).direction == Segment(end, point).direction:
                end = point
            else:
                yield Segment(start, end)
                start, end = end, point
    if start is not None and end is not None:
        yield Segment(start, end)


def segments_cross(one: Segment, other: Segment) -> bool:
    """Whether a horizontal and a vertical line cross, or one ends on the inside of the other."""
    if one.is_horizontal == other.is_horizontal:
        return False
    level, upright = (one, other) if one.is_horizontal else (other, one)
    x, y = upright.start[0], level.start[1]
    across = level.box.x - STRAIGHT <= x <= level.box.right + STRAIGHT
    along = upright.box.y - STRAIGHT <= y <= upright.box.bottom + STRAIGHT
    at_ends = x in (level.start[0], level.end[0]) and y in (upright.start[1], upright.end[1])
    return across and along and not at_ends


def cross_inside(one: Segment, other: Segment) -> bool:
    """Whether a horizontal and a vertical line cross, each beyond both ends of the other.

    A fork, or a bend that touches a line, is no crossing.
    """
    if one.is_horizontal == other.is_horizontal:
        return False
    level, upright = (one, other) if one.is_horizontal else (other, one)
    x, y = upright.start[0], level.start[1]
    return (
        level.box.x + STRAIGHT < x < level.box.right - STRAIGHT
        and upright.box.y + STRAIGHT < y < upright.box.bottom - STRAIGHT
    )


def overlap_length(one: Segment, other: Segment, gap: float) -> float:
    """How long two parallel lines run nearer to each other than the gap; 0 where they do not."""
    if one.is_horizontal != other.is_horizontal:
        return 0.0
    axis = 0 if one.is_horizontal else 1
    if abs(one.start[1 - axis] - other.start[1 - axis]) >= gap:
        return 0.0
    low = max(min(one.start[axis], one.end[axis]), min(other.start[axis], other.end[axis]))
    high = min(max(one.start[axis], one.end[axis]), max(other.start[axis], other.end[axis]))
    return max(0.0, high - low)


def _sign(number: float) -> int:
    return (number > STRAIGHT) - (number < -STRAIGHT)

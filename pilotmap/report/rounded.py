"""Lines with round corners as path commands that PDF, SVG and the screen share."""

from collections.abc import Iterator
from math import hypot
from typing import Final, Literal, NamedTuple

from pilotmap.layout.drawing import Point

_QUARTER: Final = 0.5523  # control points of a quarter circle, as a share of its radius


class Command(NamedTuple):
    """Move or line to one point, or a cubic curve over two control points to a third."""

    kind: Literal["M", "L", "C"]
    points: tuple[Point, ...]


def rounded_line(points: tuple[Point, ...], radius: float) -> tuple[Command, ...]:
    """An open line whose corners are rounded where both neighbours leave room for it."""
    if not points:
        return ()
    commands = [Command("M", (points[0],))]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        commands.extend(_corner(before, corner, after, radius))
    if len(points) > 1:
        commands.append(Command("L", (points[-1],)))
    return tuple(commands)


def _corner(before: Point, corner: Point, after: Point, radius: float) -> Iterator[Command]:
    r = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
    if r <= 0:
        yield Command("L", (corner,))
        return
    start, end = _towards(corner, before, r), _towards(corner, after, r)
    near_start = _towards(corner, before, r * (1 - _QUARTER))
    near_end = _towards(corner, after, r * (1 - _QUARTER))
    yield Command("L", (start,))
    yield Command("C", (near_start, near_end, end))


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    share = by / _distance(start, end)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)

"""Lines with round corners and round boxes as path commands that PDF and SVG share."""

from collections.abc import Iterator
from math import hypot
from typing import Final, Literal, NamedTuple

from pilotmap.layout.drawing import Box, Point

_QUARTER: Final = 0.5523  # control points of a quarter circle, as a share of its radius


class Command(NamedTuple):
    """Move or line to one point, or a cubic curve over two control points to a third."""

    kind: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


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


def closed(points: tuple[Point, ...]) -> tuple[Command, ...]:
    """A closed shape with sharp corners."""
    if not points:
        return ()
    lines = tuple(Command("L", (point,)) for point in points[1:])
    return (Command("M", (points[0],)), *lines, Command("Z"))


def rounded_box(box: Box, radius: float) -> tuple[Command, ...]:
    """A box with quarter circles at its corners, clockwise from the upper left."""
    r = min(radius, box.w / 2, box.h / 2)
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    if r <= 0:
        return closed(((left, top), (right, top), (right, bottom), (left, bottom)))
    k = r * (1 - _QUARTER)
    return (
        Command("M", ((left + r, top),)),
        Command("L", ((right - r, top),)),
        Command("C", ((right - k, top), (right, top + k), (right, top + r))),
        Command("L", ((right, bottom - r),)),
        Command("C", ((right, bottom - k), (right - k, bottom), (right - r, bottom))),
        Command("L", ((left + r, bottom),)),
        Command("C", ((left + k, bottom), (left, bottom - k), (left, bottom - r))),
        Command("L", ((left, top + r),)),
        Command("C", ((left, top + k), (left + k, top), (left + r, top))),
        Command("Z"),
    )


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

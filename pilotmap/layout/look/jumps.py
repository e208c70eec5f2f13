"""Small jumps of level lines over the upright ones that they cross."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from pilotmap.layout.drawing import PlacedFlow, Point

Jumps = tuple[tuple[float, ...], ...] | None
HALF = 5.0
CLEAR = 11.0


def find_jumps(flows: tuple[PlacedFlow, ...]) -> list[Jumps]:
    """By flow: for each of its lines the x at which it jumps, or None where nothing is crossed."""
    upright: list[tuple[float, float, float, int]] = []
    for number, flow in enumerate(flows):
        for (x1, y1), (x2, y2) in pairwise(flow.points):
            if x1 == x2:
                upright.append((x1, y1, y2, number) if y1 < y2 else (x1, y2, y1, number))
    upright.sort()
    places = [line[0] for line in upright]
    found: list[Jumps] = []
    for number, flow in enumerate(flows):
        jumps: list[tuple[float, ...]] | None = None
        for line, ((x1, y), (x2, y2)) in enumerate(pairwise(flow.points)):
            if y != y2:
                continue
            low, high = (x1, x2) if x1 < x2 else (x2, x1)
            first = bisect_left(places, low + CLEAR)
            last = bisect_right(places, high - CLEAR, first)
            here = _crossed(upright[first:last], y, number) if first < last else ()
            if here:
                jumps = jumps or [()] * (len(flow.points) - 1)
                jumps[line] = here
        found.append(tuple(jumps) if jumps else None)
    return found


def _crossed(
    upright: list[tuple[float, float, float, int]], y: float, number: int
) -> tuple[float, ...]:
    """The x at which a line jumps over upright ones; what lies close to a jump shares it."""
    here: list[float] = []
    for x, top, bottom, other in upright:
        is_over = top < y - 1 and bottom > y + 1 and other != number
        if is_over and (not here or x - here[-1] > 2 * HALF + 1):
            here.append(x)
    return tuple(here)


def with_jumps(
    points: tuple[Point, ...], jumps: tuple[tuple[float, ...], ...]
) -> tuple[Point, ...]:
    """The line with a small bow over each crossing; rounding its corners makes it smooth."""
    drawn: list[Point] = []
    for (x1, y), (x2, _), places in zip(points, points[1:], jumps, strict=False):
        drawn.append((x1, y))
        side = 1.0 if x2 > x1 else -1.0
        for x in places if side > 0 else reversed(places):
            drawn += [
                (x - side * HALF, y),
                (x - side * 3.6, y - 3.6),
                (x, y - HALF),
                (x + side * 3.6, y - 3.6),
                (x + side * HALF, y),
            ]
    return (*drawn, points[-1])

"""Small jumps of level lines over the upright ones that they cross."""

from bisect import bisect_left, bisect_right

from pilotmap.layout.drawing import PlacedFlow, Point

Jumps = tuple[tuple[float, ...], ...] | None
HALF = 5.0
CLEAR = 11.0


def find_jumps(flows: tuple[PlacedFlow, ...]) -> list[Jumps]:
    """By flow: for each of its lines the x at which it jumps, or None where nothing is crossed."""
    upright = sorted(
        (one[0], min(one[1], two[1]), max(one[1], two[1]), number)
        for number, flow in enumerate(flows)
        for one, two in zip(flow.points, flow.points[1:], strict=False)
        if one[0] == two[0]
    )
    places = [x for x, _, _, _ in upright]
    found: list[Jumps] = []
    for number, flow in enumerate(flows):
        jumps: list[tuple[float, ...]] = []
        for (x1, y), (x2, y2) in zip(flow.points, flow.points[1:], strict=False):
            low, high = (x1, x2) if x1 < x2 else (x2, x1)
            here: list[float] = []
            if y == y2 and high - low > 2 * CLEAR:
                first = bisect_left(places, low + CLEAR)
                for x, top, bottom, other in upright[first : bisect_right(places, high - CLEAR)]:
                    is_over = top < y - 1 and bottom > y + 1 and other != number
                    if is_over and (not here or x - here[-1] > 2 * HALF + 1):
                        here.append(x)
            jumps.append(tuple(here))
        found.append(tuple(jumps) if any(jumps) else None)
    return found


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

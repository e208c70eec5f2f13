"""The shapes a flow's way may have: straight, L, Z, U, and the four and five part ways around.

A shape is a tuple of parts `(kind, line, start, end)` in ordinals of the grid. Kinds: `R` runs
along a row through free cells from or into a box, `C` along a column, `V` in a channel between
columns, `H` in a channel between rows. R and C leave and enter boxes; V and H only join. Since R
and C parts are made only where their cells are free, no way can pass through a box.
"""

from collections.abc import Iterator

from pilotmap.layout.grid import Grid

Part = tuple[str, int, int, int]
Shape = tuple[Part, ...]

MOST_CHANNELS = 24


def shapes(grid: Grid, source: int, target: int, backwards: bool) -> Iterator[Shape]:
    """All shapes from one node to another whose cells are free, those with fewer bends first.

    The last ones are always there. A flow that goes back takes no straight or L shape forward.
    """
    x1, y1, x2, y2 = grid.x[source], grid.y[source], grid.x[target], grid.y[target]
    across, down = grid.across, grid.down
    if x1 == x2 and y2 in (down.before[source], down.after[source]):
        yield (("C", x1, y1, y2),)
    left, right = across.before[target], across.after[source]
    forward = x1 < x2 and not backwards
    if forward and y1 == y2:
        if right == x2:
            yield (("R", y1, x1, x2),)
    elif forward:
        if down.before[source] < y2 < down.after[source] and left < x1:
            yield (("C", x1, y1, y2), ("R", y2, x1, x2))
        if down.before[target] < y1 < down.after[target] and right > x2:
            yield (("R", y1, x1, x2), ("C", x2, y1, y2))
        for v in _upright_channels(x1, x2, left, right):
            yield (("R", y1, x1, v), ("V", v, y1, y2), ("R", y2, v, x2))
    yield from _by_channels(grid, source, target)


def _upright_channels(x1: int, x2: int, left: int, right: int) -> list[int]:
    """Channels between two columns that both rows reach: beside the target, the source, others."""
    low, high = max(x1, left) + 1, min(x2, right) - 1
    ways = [x2 - 1] if left < x2 - 1 < right else []
    if x2 - x1 > 2 and left < x1 + 1 < right:
        ways.append(x1 + 1)
    inner = range(max(low, x1 + 3), min(high, x2 - 3) + 1, 2)
    return ways + list(inner if len(inner) <= MOST_CHANNELS else inner[: MOST_CHANNELS // 2])


def _by_channels(grid: Grid, source: int, target: int) -> Iterator[Shape]:
    """Ways along a channel between rows: from two bends to four, which is always free."""
    x1, y1, x2, y2 = grid.x[source], grid.y[source], grid.x[target], grid.y[target]
    down = grid.down
    levels: tuple[int, ...] = (y1 + 1, y1 - 1, y2 + 1, y2 - 1)
    if y1 == y2:
        levels = levels[:2]
    elif abs(y1 - y2) == 2:
        levels = (y1 + 1, y1 - 1, y2 + 1) if y2 > y1 else (y1 + 1, y1 - 1, y2 - 1)
    leave = [h for h in levels if down.before[source] < h < down.after[source]]
    enter = [h for h in levels if down.before[target] < h < down.after[target]]
    if x1 != x2:
        for h in leave:
            if h in enter:
                yield (("C", x1, y1, h), ("H", h, x1, x2), ("C", x2, h, y2))
    out, into = x1 + 1, x2 - 1
    for h in leave:
        yield (("C", x1, y1, h), ("H", h, x1, into), ("V", into, h, y2), ("R", y2, into, x2))
    for h in enter:
        yield (("R", y1, x1, out), ("V", out, y1, h), ("H", h, out, x2), ("C", x2, h, y2))
    for h in levels:
        yield (
            ("R", y1, x1, out),
            ("V", out, y1, h),
            ("H", h, out, into),
            ("V", into, h, y2),
            ("R", y2, into, x2),
        )
